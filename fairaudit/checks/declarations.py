"""Declarations of interests: given at all, signed, in time, about every bidder, and lived by."""

from collections.abc import Iterator
from typing import NamedTuple

from fairaudit.analysis.names import mentions
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.tie_records import kind_of_tie
from fairaudit.checks.ties import Ground, declarations_by, ground_of, interest_in, lapsed, names_party, told_by_person
from fairaudit.procurement.case import Case
from fairaudit.procurement.influence import Bidders, Official, bidders, meets, of_unknown_influence, officials
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.parties import Declaration
from fairaudit.procurement.scalars import When


class Declarant(NamedTuple):
    """Who should have declared, and what part they had."""

    person: str
    roles: tuple[str, ...]


@check
def declaration_missing(node: Node[object], case: Case) -> Found[Declarant]:
    """Flag people with influence who made no declaration, where the case says that it holds all declarations."""
    seated = officials(case)
    if not seated and not case.holds_all("people"):
        yield Unassessed(node, "nobody with influence on this procurement is named", ("people",))
    for official in seated:
        if declarations_by(case, official):
            continue
        if case.holds_all("declarations"):
            yield Hit(official.at, Declarant(official.name, official.roles), key=official.key)
        else:
            reason = f"completeness of declarations: none by {official.name} is given"
            yield Unassessed(official.at, reason, ("declarations",))
    for person in of_unknown_influence(case):
        name = text_of((*person.path, "roles"))
        yield Unassessed(person.node, f"what part {person.name or person.id} had is not known", (name,))


def _own(node: Node[object]) -> Declaration | None:
    return node.value if isinstance(node.value, Declaration) else None


def _by(case: Case, key: str | None) -> tuple[Declaration, ...]:
    """Return all declarations of one person, the earliest first; those without a date last."""
    own = case.once(told_by_person).get(key or "", ())
    return tuple(sorted(own, key=lambda one: (one.date is None, one.date.isoformat() if one.date else "", one.path[1])))


def _official(case: Case, key: str | None) -> Official | None:
    return case.once(_officials_by_key).get(key)


def _officials_by_key(case: Case) -> dict[str | None, Official]:
    return {key: one for one in reversed(officials(case)) for key in one.keys}


def _nameless(own: Declaration) -> Unassessed:
    return Unassessed(own.node, "whose declaration it is, is not given", (text_of((*own.path, "person")),))


def _name(case: Case, own: Declaration) -> str:
    return case.person_name(own.person or "")


@check
def declaration_unsigned(node: Node[object], case: Case) -> Found[Declarant]:
    """Flag a declaration that is not signed, unless the same person signed one that covers at least as much."""
    own = _own(node)
    if own is None:
        return
    if own.signed is None:
        name = text_of((*own.path, "signed"))
        yield Unassessed(node, f"{name} is not given", (name,))
    elif not own.signed:
        signed = [one for one in _by(case, own.person) if one.signed and own.person]
        if not any(
            "all" in (one.covers or ()) or set(own.covers or ("all",)) <= set(one.covers or ()) for one in signed
        ):
            official = _official(case, own.person)
            yield Hit(own.field("signed"), Declarant(_name(case, own), official.roles if official else ()))


class Late(NamedTuple):
    """When somebody declared, and what they had done before."""

    person: str
    declared: When
    access: str
    first: When


@check
def declaration_late(node: Node[object], case: Case) -> Found[Late]:
    """Flag a person's first declaration where it is later than their first access to the bids."""
    own = _own(node)
    if own is None:
        return
    if own.person is None:
        yield _nameless(own)
    elif own.date is None:
        name = text_of((*own.path, "date"))
        yield Unassessed(node, f"{name} is not given", (name,))
    elif _by(case, own.person)[0] is own:
        yield from _late(case, own, own.date)


def _late(case: Case, own: Declaration, date: When) -> Found[Late]:
    seen = list(_access(case, own.person or ""))
    opened = [] if seen else list(_opened(case, own.person))
    if not seen and not opened:
        official = _official(case, own.person)
        if official and set(official.roles) != {"drafter"}:
            person = official.person
            name = text_of((*person.path, "first_access")) if person else "evaluation.access_log"
            yield Unassessed(own.node, f"when {_name(case, own)} first saw a bid is not given", (name,))
        return
    later = [(at, when, words, _after(case, date, when)) for at, when, words in (*seen, *opened)]
    if any(one[3] is None for one in later):
        yield Unassessed(own.node, "the order depends on a time zone that is not given", ("tender.time_zone",))
    before = [one for one in later if one[3]]
    if before:
        at, when, words, _ = min(before, key=lambda one: (one[1].date, one[1].isoformat()))
        # The envelopes may have been opened by somebody else, so that alone is a question.
        sure = None if seen else "possible"
        yield Hit(own.field("date"), Late(_name(case, own), date, words, when), ((at, words),), sure)


def _access(case: Case, person: str) -> Iterator[tuple[Node[object], When, str]]:
    for access in case.evaluation.access_log or ():
        if access.person == person and access.at:
            yield access.node, access.at, "first access to a bid"
    for score in case.evaluation.individual or ():
        if score.evaluator == person and score.at:
            yield score.node, score.at, "first score"
    known = case.person(person)
    if known and known.first_access:
        yield known.field("first_access"), known.first_access, "first access to the bids"


def _opened(case: Case, person: str | None) -> Iterator[tuple[Node[object], When, str]]:
    official, opened = _official(case, person), case.evaluation.opened
    if opened and official and {"evaluator", "chair"} & set(official.roles):
        for name in ("quality", "price"):
            when = getattr(opened, name)
            if isinstance(when, When):
                yield opened.field(name), when, f"opening of the {name} envelopes"


def _after(case: Case, late: When, early: When) -> bool | None:
    """Whether one moment is after another: days are compared as days, times as times; `None` where the zone is unknown."""
    if late.time is not None and early.time is not None:
        return case.clock.before(early, late)
    first, second = case.clock.local(early), case.clock.local(late)
    return None if first is None or second is None else second.date() > first.date()


class Lacking(NamedTuple):
    """Whose declarations leave out which bidders."""

    person: str
    bidders: tuple[str, ...]


@check
def declaration_lacks_bidders(node: Node[object], case: Case) -> Found[Lacking]:
    """Flag a person's last declaration where all of theirs together do not cover every bidder they have influence on."""
    own = _own(node)
    if own is None:
        return
    if own.person is None:
        yield _nameless(own)
        return
    all_, official, field = _by(case, own.person), _official(case, own.person), bidders(case)
    if official is None or all_[-1] is not own:
        return
    if field.missing:
        yield Unassessed(node, "who bids is not known", field.missing)
        return
    left = [one for one in field.ids if meets(case, official, one) and not any(_covers(case, d, one) for d in all_)]
    silent = next((one for one in all_ if one.covers is None), None)
    if left and silent is not None:
        name = text_of((*silent.path, "covers"))
        yield Unassessed(node, f"{name} is not given", (name,))
    elif left:
        yield Hit(own.field("covers"), Lacking(official.name, tuple(case.party_name(one) for one in left)))


def _covers(case: Case, declaration: Declaration, bidder: str) -> bool:
    named = (*(declaration.covers or ()), *(declaration.recused_from or ()))
    return names_party(case, named, bidder) or any(
        interest_in(case, tie, (bidder,)) for tie in declaration.interests or ()
    )


class Early(NamedTuple):
    """Who declared when, and when it first could be known who bids."""

    person: str
    declared: When
    known: When


@check
def declaration_before_bids(node: Node[object], case: Case) -> Found[Early]:
    """Flag a person's last declaration that is older than the first bid and names no bidders, so that it is about nobody."""
    own = _own(node)
    if own is None:
        return
    if own.person is None:
        yield _nameless(own)
        return
    official = _official(case, own.person)
    if official is None or set(official.roles) == {"drafter"} or _by(case, own.person)[-1] is not own:
        return
    known = _bids_known(case)
    named = own.covers is not None and "all" not in own.covers
    if own.date is None or own.covers is None:
        name = text_of((*own.path, "covers" if own.date else "date"))
        yield Unassessed(node, f"{name} is not given", (name,))
    elif known is None:
        names = tuple(text_of((*one.path, "received")) for one in case.bids) or (
            () if case.holds_all("bids") else ("bids",)
        )
        yield Unassessed(node, "when bids were received is not given", names)
    elif not named:
        earlier = _after(case, known, own.date)
        if earlier is None:
            yield Unassessed(node, "the order depends on a time zone that is not given", ("tender.time_zone",))
        elif earlier:
            yield Hit(own.field("date"), Early(official.name, own.date, known))


def _bids_known(case: Case) -> When | None:
    """Return when it first could be known who bids: with the first bid received, else at the deadline."""
    received = [one.received for one in case.bids if one.received]
    if received:
        return min(received, key=lambda one: (one.date, one.isoformat()))
    period = case.tender.tender_period
    return period.end_date if period and case.bids else None


class TookPart(NamedTuple):
    """Who took part, how, in what concerns which bidder."""

    person: str
    bidder: str
    part: str


@check
def interest_took_part(node: Node[object], case: Case) -> Found[TookPart]:
    """Flag somebody who declared an interest in a bidder and scored its bid; `lawful_when` may allow followed measures."""
    own, ground = _own(node), ground_of(case)
    if own is None:
        return
    if own.interests is None or own.person is None:
        name = text_of((*own.path, "interests" if own.person else "person"))
        yield Unassessed(node, f"{name} is not given", (name,))
        return
    if own.interests and ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
    for bidder in interested_in(ground, own):
        yield from _scored(case, own, bidder)


def interested_in(ground: Ground, own: Declaration) -> tuple[str, ...]:
    """Return the bidders in whom, or in whose owners or subcontractors, an interest is declared."""
    standings = ground.bidders.standings.items()
    official = _official(ground.case, own.person)
    return tuple(
        bidder
        for bidder in ground.bidders.ids
        if any(
            kind_of_tie(tie.kind) is not None
            and not lapsed(ground, official, tie, 24)
            and interest_in(ground.case, tie, (key,))
            for tie in own.interests or ()
            for key, all_ in standings
            if any(one.bidder == bidder for one in all_)
        )
    )


def _scored(case: Case, own: Declaration, bidder: str) -> Found[TookPart]:
    acts = [one for one in _acts(case, own.person or "", bidder) if one[1] != "opened"]
    measures = own.mitigation
    if case.evaluation.individual is None and not acts:
        reason = f"whether {_name(case, own)} scored the bid of {case.party_name(bidder)} is not known"
        yield Unassessed(own.node, reason, ("evaluation.individual",))
    elif acts and measures and measures.actions and measures.followed is None:
        name = text_of((*measures.path, "followed"))
        yield Unassessed(own.node, f"{name} is not given", (name,))
    elif acts:
        sure = None if measures or case.holds_all("declarations") else "possible"
        yield _took_part(case, own, bidder, acts, sure)


def _took_part(
    case: Case, own: Declaration, bidder: str, acts: list[tuple[Node[object], str, When | None]], sure: str | None
) -> Hit[TookPart]:
    related = tuple((at, words) for at, words, _ in acts)
    facts = TookPart(_name(case, own), case.party_name(bidder), acts[0][1])
    return Hit(own.node, facts, related, sure, bidder)


def _acts(case: Case, person: str, bidder: str) -> Iterator[tuple[Node[object], str, When | None]]:
    """Yield what somebody did to the bids of a bidder: scored them, changed a score, opened them."""
    bids = {one.id for one in case.bids if one.bidder == bidder and one.id}
    evaluation = case.evaluation
    for score in (*(evaluation.individual or ()), *(evaluation.consensus or ())):
        if score.bid in bids and person in (score.evaluator, score.by):
            yield score.node, "scored", score.at
    for change in evaluation.changes or ():
        if change.bid in bids and person in (change.evaluator, change.by):
            yield change.node, "changed a score of", change.at
    for access in evaluation.access_log or ():
        if access.person == person and access.bid in bids:
            yield access.node, "opened", access.at


@check
def recused_took_part(node: Node[object], case: Case) -> Found[TookPart]:
    """Flag somebody who stepped aside from a bidder and still scored, changed, opened or sat in on its bid."""
    own, field = _own(node), bidders(case)
    if own is None or not own.recused_from:
        return
    if own.person is None or field.missing:
        yield _nameless(own) if own.person is None else Unassessed(node, "who bids is not known", field.missing)
        return
    for bidder in field.ids:
        if names_party(case, own.recused_from, bidder):
            yield from _after_recusal(case, own, field, bidder)


def _after_recusal(case: Case, own: Declaration, field: Bidders, bidder: str) -> Found[TookPart]:
    evaluation, person = case.evaluation, own.person or ""
    acts = [*_acts(case, person, bidder), *_sat_in(case, own, field, bidder)]
    later = [one for one in acts if one[2] is None or own.date is None or _after(case, own.date, one[2]) is False]
    # A score given before the person stepped aside still stands in the record; whether it counts is a question.
    standing = [one for one in acts if one not in later and one[1] not in ("opened", "sat in on")]
    if later:
        yield _took_part(case, own, bidder, later, None)
    elif standing:
        yield _took_part(case, own, bidder, standing, "possible")
    elif evaluation.individual is None:
        reason = f"whether {_name(case, own)} scored the bid of {case.party_name(bidder)} is not known"
        yield Unassessed(own.node, reason, ("evaluation.individual",))


def _sat_in(
    case: Case, own: Declaration, field: Bidders, bidder: str
) -> Iterator[tuple[Node[object], str, When | None]]:
    """Yield meetings about a bidder; one whose subject is not said counts only for somebody who stepped aside from all."""
    for meeting in case.evaluation.attendance or ():
        about = _named_in(case, meeting.subject, bidder)
        whole = set(field.ids) <= {one for one in field.ids if names_party(case, own.recused_from or (), one)}
        if own.person in (meeting.people or ()) and (about or (whole and not meeting.subject)):
            yield meeting.node, "sat in on", meeting.date


def _named_in(case: Case, subject: str | None, bidder: str) -> bool:
    """Whether the subject of a meeting names a bidder or its bid."""
    party = case.party(bidder)
    names = [party.name, *(party.aliases or ())] if party else []
    names += [bidder, *(one.id for one in case.bids if one.bidder == bidder)]
    return any(mentions(subject, one) for one in names)


class NotFollowed(NamedTuple):
    """Whose measures were not followed, and what they were."""

    person: str
    actions: str


@check
def mitigation_not_followed(node: Node[object], case: Case) -> Found[NotFollowed]:
    """Flag a declaration whose measures are recorded as not followed."""
    own = _own(node)
    measures = own.mitigation if own else None
    if own is None or measures is None:
        return
    if measures.followed is None:
        name = text_of((*measures.path, "followed"))
        yield Unassessed(node, f"{name} is not given", (name,))
    elif not measures.followed:
        facts = NotFollowed(_name(case, own), measures.actions or "measures")
        yield Hit(measures.field("followed"), facts, key=own.person or "")
