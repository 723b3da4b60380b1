"""Declarations of interests: given at all, signed, in time, about every bidder. `taking_part`: whether they were lived by."""

from collections.abc import Iterator
from datetime import date, timedelta

from fairaudit.analysis.calendars import day_in_words
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.conduct.acts import Act, seen_by
from fairaudit.checks.people.conduct.aside import aside_from, bidders_aside, nobody_meant
from fairaudit.checks.people.conduct.gone import left_before, left_before_bids, still_to_begin
from fairaudit.checks.people.conduct.order import after
from fairaudit.checks.people.declarations.by_nobody import perhaps_declared
from fairaudit.checks.people.declarations.declared import declarations_by, said_of, told_by_person
from fairaudit.checks.people.declarations.turned_away import turned_away_unseen
from fairaudit.checks.people.spellings.party_names import near
from fairaudit.checks.people.spellings.slips_of_names import initials_of_officials, may_be, misspelt, slip_of
from fairaudit.checks.people.ties.unread_rows import unread_declarations
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.bidding import bidders
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.persons.identity import ambiguous, whose
from fairaudit.procurement.persons.influence import Official, meets, of_unknown_influence, officials
from fairaudit.procurement.persons.labels import is_label
from fairaudit.procurement.persons.roles import role_named
from fairaudit.procurement.times.arrivals import came_after, dated_too_early
from fairaudit.procurement.times.beginnings import all_impossible

_SHORTLY = timedelta(days=14)
"""How long before publication somebody may have left who still knew what was coming; a heuristic."""


class Declarant(Frozen):
    """Who should have declared, and what part they had."""

    person: str
    roles: tuple[str, ...]


@check
def declaration_missing(node: Node[object], case: Case) -> Found[Declarant]:
    """Flag people with influence who made no declaration, where the case says that it holds all declarations.

    Whose part is still to begin owes none yet.
    """
    seated = officials(case)
    if not seated and not case.holds_all("people"):
        yield Unassessed(node, "nobody with influence on this procurement is named", ("completeness of people",))
    for official in seated:
        if still_to_begin(case, official):
            continue
        if ambiguous(case, official.key):
            reason = f"more than one person is called {official.name}, and which of them is meant is not given"
            yield Unassessed(official.at, reason, (text_of(official.at.path),))
        elif declared := declarations_by(case, official):
            yield from _whose_it_may_be(case, declared)
        elif slip := _slip(case, official):
            yield Unassessed(official.at, *slip)
        elif gone := left_before(case, official):
            yield from _left_of_late(case, official, gone)
        elif gone := left_before_bids(case, official):
            reason = f"{official.name} left on {day_in_words(gone)}, before any bid was due, and declared nothing"
            yield Unassessed(official.at, reason, (f"declarations (one by {official.name})",))
        elif is_label(case, official.name) and official.key not in (case.evaluation.panel or ()):
            reason = f"scores stand under “{official.name}”, and whose they are is not recorded, nor who should declare"
            yield Unassessed(official.at, reason, (f"{text_of(official.at.path)} (as on the panel)",))
        elif unread := case.once(unread_declarations):
            yield unread[0]
        elif perhaps := perhaps_declared(case, official):
            yield perhaps
        elif case.holds_all("declarations"):
            yield Hit(official.at, Declarant(official.name, official.roles), key=official.key)
        else:
            reason = f"completeness of declarations: none by {official.name} is given"
            yield Unassessed(official.at, reason, ("completeness of declarations",))
    for person in of_unknown_influence(case):
        name = text_of((*person.path, "roles"))
        who = person.name or person.id or text_of(person.path)
        yield Unassessed(person.node, f"what part {who} had is not known", (name,))


def _left_of_late(case: Case, official: Official, gone: date) -> Iterator[Unassessed]:
    """Yield that somebody left so shortly before the tender that they may have known of it; who left long before owed nothing."""
    published = case.tender.published
    if published and published.date - gone <= _SHORTLY:
        reason = f"{official.name} left on {day_in_words(gone)}, shortly before the tender was published, and declared nothing"
        yield Unassessed(official.at, reason, ("declarations",))


def _slip(case: Case, official: Official) -> tuple[str, tuple[str, ...]] | None:
    """Return that a declaration and somebody with influence may be of one person whose name has a slip in one of the two."""
    seats, declared = case.evaluation.panel or (), [one.person for one in case.declarations if one.person]
    meant = may_be(case, official.name, declared)
    # Whoever is named on the panel is somebody, and the other name the one that nobody has.
    if meant and any(whose(case, one) == whose(case, meant) for one in seats):
        return misspelt(official.name, meant, official.at)
    for one in case.declarations:
        if one.person and (known := may_be(case, one.person, [official.key])):
            return misspelt(one.person, known, one.field("person"))
    if not meant and official.person is None and official.key not in {whose(case, one) for one in seats}:
        meant = slip_of(case, official.name, seats)
    meant = meant or initials_of_officials(case, official.name, (one.key for one in officials(case)))
    return misspelt(official.name, meant, official.at) if meant else None


def _whose_it_may_be(case: Case, declared: tuple[Declaration, ...]) -> Iterator[Unassessed]:
    """Yield why no declaration is known to be somebody's, where all there are carry a name that another has too."""
    gaps = [nameless(case, one) for one in declared]
    if None not in gaps:
        yield from (one for one in gaps[:1] if one is not None)


def own_declaration(node: Node[object]) -> Declaration | None:
    """Return the declaration that stands at a node."""
    return node.value if isinstance(node.value, Declaration) else None


def declaration_at(node: Node[object], case: Case, *fields: str) -> Declaration | tuple[Unassessed, ...]:
    """Return the declaration at a node that somebody known made and that gives one of some fields, or why there is none.

    Nothing is to be said where no declaration stands there at all.
    """
    own = own_declaration(node)
    if own is None:
        return ()
    unnamed = nameless(case, own)
    if unnamed is not None:
        return (unnamed,)
    if fields and getattr(own, fields[0]) is None and not any(getattr(own, one) for one in fields):
        return (lacking(own.field(fields[0])),)
    return own


def _by(case: Case, key: str | None) -> tuple[Declaration, ...]:
    """Return all declarations of one person, the earliest first; those without a date last."""
    own = case.once(told_by_person).get(whose(case, key), ()) if key else ()
    if len(own) < 2:
        return tuple(own)
    return tuple(sorted(own, key=lambda one: (one.date is None, one.date.isoformat() if one.date else "", one.path[1])))


def official_called(case: Case, key: str | None) -> Official | None:
    """Return the official whom a record calls by id or name."""
    return case.once(_officials_by_key).get(whose(case, key)) if key else None


def _officials_by_key(case: Case) -> dict[str, Official]:
    return {whose(case, one.key): one for one in reversed(officials(case))}


def nameless(case: Case, own: Declaration) -> Unassessed | None:
    """Return why it is not known whose declaration it is: nobody is named, or several people have the name."""
    name = text_of((*own.path, "person"))
    if own.person is None:
        return Unassessed(own.node, "whose declaration it is, is not given", (name,))
    if ambiguous(case, own.person):
        reason = f"more than one person is called {own.person}, and which of them declared this is not given"
        return Unassessed(own.node, reason, (name,))
    return None


def declarant(case: Case, own: Declaration) -> str:
    """Return the name of whoever declared, as it is recorded."""
    return (
        case.person_name(whose(case, own.person) if own.person and not ambiguous(case, own.person) else "")
        or own.person
        or ""
    )


@check
def declaration_unsigned(node: Node[object], case: Case) -> Found[Declarant]:
    """Flag a declaration that is not signed, unless the same person signed one that covers at least as much."""
    own = own_declaration(node)
    if own is None:
        return
    if own.signed is None:
        yield lacking(own.field("signed"))
    elif not own.signed:
        signed = [one for one in _by(case, own.person) if one.signed and own.person]
        if not any(
            "all" in (one.covers or ()) or set(own.covers or ("all",)) <= set(one.covers or ()) for one in signed
        ):
            official = official_called(case, own.person)
            yield Hit(own.field("signed"), Declarant(declarant(case, own), official.roles if official else ()))


class Late(Frozen):
    """When somebody declared, and what they had done before."""

    person: str
    declared: When
    access: str
    first: When


@check
def declaration_late(node: Node[object], case: Case) -> Found[Late]:
    """Flag a person's first declaration where it is later than their first access to the bids."""
    own = declaration_at(node, case, "date")
    if not isinstance(own, Declaration):
        yield from own
    elif own.date is not None and case.today is not None and own.date.date > case.today:
        reason = f"{declarant(case, own)} declared on {day_in_words(own.date.date)}, which is still to come"
        yield Unassessed(own.field("date"), reason, (f"{text_of((*own.path, 'date'))} (the right one)",), seen=True)
    elif own.date is not None and _by(case, own.person)[0] is own:
        yield from _late(case, own, own.date)


def _late(case: Case, own: Declaration, date: When) -> Found[Late]:
    seen = case.once(seen_by).get(whose(case, own.person or ""), [])
    if not seen and _aside_from_all(case, own):
        # Whoever stepped aside from every bidder and touched no bid need not have seen one once the envelopes were open.
        return
    opened = [] if seen else list(_opened(case, own.person))
    if not seen and not opened:
        official = official_called(case, own.person)
        if official and set(official.roles) != {"drafter"}:
            person = official.person
            name = text_of((*person.path, "first_access")) if person else "evaluation.access_log"
            yield Unassessed(own.node, f"when {declarant(case, own)} first saw a bid is not given", (name,))
        return
    later = [(one, one.when, after(case, date, one.when)) for one in (*seen, *opened) if one.when]
    if any(one[2] is None for one in later):
        yield Unassessed(own.node, "the order depends on a time zone that is not given", ("tender.time_zone",))
    before = [one[:2] for one in later if one[2]]
    impossible = [pair for pair in before if pair[0] in seen and came_after(case, pair[0].bid, pair[1])]
    if impossible and len(impossible) == len(before):
        act = impossible[0][0]
        at = act.at if act.at.path[-1] == "first_access" else Node((*act.at.path, "at"), act.when)
        unclear = dated_too_early(at, f"the {act.words} by {declarant(case, own)}")
        yield Unassessed(act.at, unclear.reason, unclear.missing, seen=True)
        return
    # What a record by id shows is told first; where the envelopes were opened by somebody, or a name agrees, that is a question.
    before = [pair for pair in before if pair not in impossible]
    known = [one for one in before if seen and one[0].key == own.person and one[0].confidence is None]
    if before:
        act, when = min(known or before, key=lambda one: (one[1].date, one[1].isoformat()))
        facts = Late(declarant(case, own), date, act.words, when)
        yield Hit(own.field("date"), facts, ((act.at, act.words),), None if known else "possible")


def _opened(case: Case, person: str | None) -> Iterator[Act]:
    official, opened = official_called(case, person), case.evaluation.opened
    wrong = {one.at for one in all_impossible(case)}
    if opened and official and {"evaluator", "chair"} & set(official.roles):
        for name in ("quality", "price"):
            when = getattr(opened, name)
            if isinstance(when, When) and opened.field(name) not in wrong:
                yield Act(official.key, opened.field(name), f"opening of the {name} envelopes", when)


class Lacking(Frozen):
    """Whose declarations leave out which bidders."""

    person: str
    bidders: tuple[str, ...]


@check
def declaration_lacks_bidders(node: Node[object], case: Case) -> Found[Lacking]:
    """Flag a person's last declaration where all of theirs together do not cover every bidder they have influence on.

    Who had left before anybody could know who bids had nobody to name; nor need a bidder be named whose bid was turned away and
    opened by nobody since.
    """
    own = declaration_at(node, case)
    if not isinstance(own, Declaration):
        yield from own
        return
    all_, official, field = _by(case, own.person), official_called(case, own.person), bidders(case)
    if official is None or all_[-1] is not own:
        return
    if field.missing:
        yield Unassessed(node, "who bids is not known", field.missing)
        return
    known = case.once(_bids_known)
    if known is not None and _gone(case, official, own, known):
        return
    covered = {bidder for one in all_ for bidder in _covered(case, one)}
    uncovered = [one for one in field.ids if one not in covered and meets(case, official, one)]
    away = {one: turned_away_unseen(case, own, one) for one in uncovered}
    left = [one for one in uncovered if away[one] is False]
    sure, left = bool(left), left or [one for one in uncovered if away[one] is None]
    silent = next((one for one in all_ if one.covers is None), None)
    if left and silent is not None:
        name = text_of((*silent.path, "covers"))
        yield Unassessed(node, f"{name} is not given", (name,))
    elif left and (unknown := next(filter(None, (nobody_meant(case, one, "covers") for one in all_)), None)):
        yield unknown
    elif left:
        facts = Lacking(official.name, tuple(case.party_name(one) for one in left))
        yield Hit(own.field("covers"), facts, confidence=None if sure else "possible")


def _covered(case: Case, declaration: Declaration) -> Iterator[str]:
    """Yield the bidders a declaration is about: by what it covers, steps aside from, names, or says there is no tie to."""
    covers = declaration.covers or ()
    yield from (one for one in bidders_aside(case, covers) if aside_from(case, covers, one))
    yield from bidders_aside(case, declaration.recused_from or ())
    for tie in declaration.interests or ():
        for key in near(case, (tie.party, tie.name, tie.text)):
            if said_of(case, tie, (key,)):
                yield key
        yield tie.party or ""


class Early(Frozen):
    """Who declared when, and when it first could be known who bids."""

    person: str
    declared: When
    known: When


@check
def declaration_before_bids(node: Node[object], case: Case) -> Found[Early]:
    """Flag a person's last declaration that is older than the first bid and names no bidders, so that it is about nobody."""
    own = declaration_at(node, case)
    if not isinstance(own, Declaration):
        yield from own
        return
    official = official_called(case, own.person)
    if official is None or set(official.roles) == {"drafter"} or _by(case, own.person)[-1] is not own:
        return
    known = case.once(_bids_known)
    named = own.covers is not None and "all" not in own.covers
    if own.date is None or own.covers is None:
        yield lacking(own.field("covers" if own.date else "date"))
    elif known is None:
        yield Unassessed(node, "when bids were received is not given", case.once(_receipts))
    elif not named:
        earlier = after(case, known, own.date)
        if earlier is None:
            yield Unassessed(node, "the order depends on a time zone that is not given", ("tender.time_zone",))
        elif earlier and not _gone(case, official, own, known):
            yield Hit(own.field("date"), Early(official.name, own.date, known))


def _aside_from_all(case: Case, own: Declaration) -> bool:
    """Whether somebody stepped aside from every bidder there is by a declaration."""
    field = bidders(case).ids
    return bool(field) and set(field) <= set(bidders_aside(case, own.recused_from or ()))


def _gone(case: Case, official: Official, own: Declaration, known: When) -> bool:
    """Whether somebody had left, or stepped aside from every bidder, before it was known who bids, and did nothing after it."""
    if _aside_from_all(case, own):
        return True
    roles = [one for one in (official.person.roles or () if official.person else ()) if role_named(one.role or "")]
    ends = [one.end_date for one in roles if one.end_date]
    key = whose(case, official.key)
    if not ends or len(ends) < len(roles) or max(ends) >= known.date:
        return False
    seated = {whose(case, one) for one in case.evaluation.panel or ()}
    acts = case.once(seen_by).get(key, ())
    return key not in seated and all(one.when is not None and one.when.date < known.date for one in acts)


def _receipts(case: Case) -> tuple[str, ...]:
    names = tuple(text_of((*one.path, "received")) for one in case.bids)
    return names or (() if case.holds_all("bids") else ("bids",))


def _bids_known(case: Case) -> When | None:
    """Return when it first could be known who bids: with the first bid received, else at the deadline."""
    received = [one.received for one in case.bids if one.received]
    if received:
        return min(received, key=lambda one: (one.date, one.isoformat()))
    period = case.tender.tender_period
    return period.end_date if period and case.bids else None
