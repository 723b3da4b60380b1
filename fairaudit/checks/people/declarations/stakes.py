"""In which bidders somebody declared an interest: in themselves, through who stands behind them, or through a relative."""

from collections.abc import Iterator

from fairaudit.analysis.denial import TIED, UNCLEAR
from fairaudit.analysis.names import words
from fairaudit.checks.base import Unassessed
from fairaudit.checks.people.declarations.declared import (
    called_otherwise,
    interest_in,
    of_nobody,
    said_of,
    says_of_nobody,
    two_readings,
)
from fairaudit.checks.people.declarations.ended_otherwise import ended_otherwise
from fairaudit.checks.people.declarations.given import declarant, declaration_at, official_called
from fairaudit.checks.people.spellings.party_names import near
from fairaudit.checks.people.spellings.spelled import called_like
from fairaudit.checks.people.ties.courtesies import COURTESIES, courtesy, not_comparable, worth_of
from fairaudit.checks.people.ties.one_tie import party_words, year_of
from fairaudit.checks.people.ties.share_sizes import of_nothing
from fairaudit.checks.people.ties.tie_kinds import read_tie
from fairaudit.checks.people.ties.tie_texts import reading_of, refused_plainly, taken_back, vague
from fairaudit.checks.people.ties.to_bidders import Ground, ground_of, in_time, lapsed, links_of, links_through
from fairaudit.checks.people.ties.unread_rows import unread_value
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.bidding import UNPLACED, bidders
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Declaration, Tie
from fairaudit.procurement.persons.identity import whose
from fairaudit.procurement.persons.influence import Official
from fairaudit.procurement.wanted import in_list

_WHILE_IT_LASTS = ("ownership", "family")
"""Kinds of ties of which nothing is left when they ended, as in the rules about undeclared ones."""


_SHOWN = 60
_TELLING = 5
"""How many letters a word has that may stand for a whole name."""


class Interest(Frozen):
    """A declared interest in a bidder; not `sure` where it is remote or only a name, `gap` where its day is not known.

    `words` go between the declarant's name and the bidder's; `small` is what a gift is worth at most, where that is no more than
    a courtesy.
    """

    bidder: str
    sure: bool = True
    gap: Unassessed | None = None
    words: str = "an interest in"
    small: str = ""
    remote: bool = False


def interests_at(
    node: Node[object], case: Case, months: int, limits: tuple[str, ...]
) -> Iterator[tuple[Declaration, Interest] | Unassessed]:
    """Yield the interests of the declaration at a node, with it, and what leaves open which there are."""
    own, ground = declaration_at(node, case, "interests"), ground_of(case)
    if not isinstance(own, Declaration):
        yield from own
        return
    if own.interests and ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
    for one in interests_of(ground, own, months, limits):
        yield one if isinstance(one, Unassessed) else (own, one)


def interests_of(
    ground: Ground, own: Declaration, months: int, limits: tuple[str, ...] = COURTESIES
) -> Iterator[Interest | Unassessed]:
    """Yield the bidders in whom, or in whose people around them, an interest is declared, and what leaves that open."""
    person = whose(ground.case, own.person or "")
    official = official_called(ground.case, own.person) or Official(person, (), own.node, ground.case.person(person))
    found: dict[str, Interest] = {}
    for tie in own.interests or ():
        reading = reading_of(tie)
        counted = 0 if reading.kind in _WHILE_IT_LASTS else months
        later = _lasted_longer(ground, official, own, tie, counted)
        if (reading.kind is None and not reading.denied) or (lapsed(ground, official, tie, counted) and not later):
            continue
        if of_nothing(tie):
            continue
        if refused_plainly(tie.kind, tie.text) and not any(one.kind == "gift" for one in links_of(ground, official)):
            continue  # Offered and not taken, by all that is recorded.
        if says_of_nobody(ground, tie):
            yield of_nobody(declarant(ground.case, own), tie)
        named = [*_direct(ground, own, tie, limits), *_through(ground, official, own, tie, months)]
        for one in named or _perhaps_meant(ground, own, tie):
            if isinstance(one, Unassessed):
                yield one
            else:
                found[one.bidder] = _stronger(found.get(one.bidder), one._replace(sure=one.sure and not later))
    order = ground.case.once(_order)
    yield from sorted(found.values(), key=lambda one: order.get(one.bidder, len(order)))


def _lasted_longer(ground: Ground, official: Official, own: Declaration, tie: Tie, months: int) -> bool:
    """Whether the record has a tie last into the time that counts which was declared as over before; which is right is asked."""
    return tie.end_date is not None and any(
        one.by_record
        and interest_in(ground.case, tie, (one.party,))
        and read_tie(tie.kind).kind in (one.kind, "employment" if one.kind == "listed" else one.kind)
        and ended_otherwise(own, tie, one) is not None
        and in_time(ground, one, months) is True
        for one in links_of(ground, official)
    )


def _order(case: Case) -> dict[str, int]:
    return {bidder: place for place, bidder in enumerate(bidders(case).ids)}


def _stronger(first: Interest | None, second: Interest) -> Interest:
    """Return the interest of which more is known."""
    return (
        second
        if first is None
        else min(first, second, key=lambda one: (one.gap is not None, bool(one.small), not one.sure))
    )


def _direct(ground: Ground, own: Declaration, tie: Tie, limits: tuple[str, ...]) -> Iterator[Interest | Unassessed]:
    """Yield the bidders that a declared interest names itself, or of which it names an owner or subcontractor."""
    case, kind, person = ground.case, reading_of(tie), declarant(ground.case, own)
    for key in _spoken_of(case, tie):
        said, otherwise = said_of(case, tie, (key,)), called_otherwise(case, tie, key)
        if said == UNCLEAR and not otherwise:
            yield two_readings(person, tie, case.party_name(key))
        for standing in ground.bidders.standings.get(key, ()) if said == TIED or otherwise else ():
            if standing.words == UNPLACED:
                yield _unplaced(case, own, tie, key)
                continue
            gap = _unread_worth(case, own, tie, key)
            if kind.ended and tie.end_date is None:
                reason = f"when the interest of {person} in {case.party_name(key)} ended is not given"
                gap = Unassessed(tie.node, reason, (text_of((*tie.path, "end_date")),))
            value, most = _worth(case, own, tie, key, limits)
            sure = standing.sure and not kind.remote and not most and not not_comparable(value, limits)
            sure = (
                sure
                and not taken_back(tie, year=year_of(case), names=party_words(case))
                and not vague(tie)
                and not otherwise
            )
            sure = sure and not _unmeasured_gift(case, own, tie, key, value)
            yield Interest(standing.bidder, sure, gap, _in_words(tie, value, otherwise), most, kind.remote)


def _spoken_of(case: Case, tie: Tie) -> tuple[str, ...]:
    """Return the parties that a declared interest names, or may mean by a name that is like theirs."""
    meant = {key for one in (tie.party, tie.name) if one and not case.party(one) for key in called_like(case, one)}
    named = (*near(case, (tie.party, tie.name, tie.text)), *((tie.party,) if tie.party else ()))
    return tuple(dict.fromkeys((*named, *(key for key in bidders(case).standings if key in meant))))


def _perhaps_meant(ground: Ground, own: Declaration, tie: Tie) -> Iterator[Unassessed]:
    """Yield that a declared interest is in somebody unknown who is called as a part of a bidder's name is: `Lumen`."""
    case = ground.case
    for field in ("party", "name"):
        called: str | None = getattr(tie, field)
        said = frozenset(words(called or ""))
        if not said or case.party(called):
            continue
        for bidder in ground.bidders.ids:
            if said < frozenset(words(case.party_name(bidder))) and any(len(one) >= _TELLING for one in said):
                name = case.party_name(bidder)
                reason = f"{declarant(case, own)} declared an interest in “{called}”, which may be {name}"
                yield Unassessed(tie.field(field), reason, (f"{text_of((*tie.path, field))} (the party meant)",))


def _worth(case: Case, own: Declaration, tie: Tie, party: str, limits: tuple[str, ...]) -> tuple[Money | None, str]:
    """Return what a declared gift is worth, by the declaration or by the person's own record of that party's, and the courtesy.

    Where the record holds several gifts of the party, it is the dearest that counts.
    """
    if read_tie(tie.kind).kind != "gift":
        return None, ""
    recorded = [] if tie.value else _gifts_of(case, own, party)
    values = [worth_of(one) for one in recorded or [tie]]
    known = [one for one in values if one is not None and one.amount is not None]
    if not known or len(known) < len(values):
        return None, ""
    dearest = max(known, key=lambda one: one.amount or 0)
    return dearest if dearest.amount else None, courtesy(case, dearest, limits)


def _gifts_of(case: Case, own: Declaration, party: str) -> list[Tie]:
    """Return the gifts of a party in the record of whoever declared."""
    person = case.person(whose(case, own.person or ""))
    gifts = [one for one in (person.interests or () if person else ()) if read_tie(one.kind).kind == "gift"]
    return [one for one in gifts if one.party == party]


def _unread_worth(case: Case, own: Declaration, tie: Tie, party: str) -> Unassessed | None:
    """Return that what a declared gift is worth is given, by the declaration or the record of the person, but not understood."""
    if read_tie(tie.kind).kind != "gift" or (tie.value is not None and tie.value.amount is not None):
        return None
    unread = (unread_value(case, one.node, declarant(case, own)) for one in (tie, *_gifts_of(case, own, party)))
    return next((one for one in unread if one is not None), None)


def _unmeasured_gift(case: Case, own: Declaration, tie: Tie, party: str, value: Money | None) -> bool:
    """Whether neither a value nor a day of a gift is recorded, so that it may be a courtesy of long ago."""
    if read_tie(tie.kind).kind != "gift" or (value is not None and value.amount is not None):
        return False
    return not any(one.date or one.start_date or one.end_date for one in (tie, *_gifts_of(case, own, party)))


def _in_words(tie: Tie, value: Money | None, otherwise: str = "") -> str:
    if otherwise:
        return f"an interest (“{otherwise[:_SHOWN]}”) that may be one in"
    if read_tie(tie.kind).kind != "gift":
        return "an interest in"
    return f"a gift ({value.in_words()}) from" if value else "a gift of unknown value from"


def _unplaced(case: Case, own: Declaration, tie: Tie, key: str) -> Unassessed:
    reason = f"{declarant(case, own)} declared an interest in {case.party_name(key)}, {UNPLACED}"
    return Unassessed(tie.node, reason, case.once(_members_not_given))


def _members_not_given(case: Case) -> tuple[str, ...]:
    """Return the fields that would say whose consortium a member belongs to."""
    parties = {one: case.party(one) for one in bidders(case).ids}
    unlisted = tuple(in_list(case, "parties", key) for key, party in parties.items() if party is None)
    return unlisted + tuple(text_of((*one.path, "members")) for one in parties.values() if one and one.members is None)


def _through(
    ground: Ground, official: Official, own: Declaration, tie: Tie, months: int
) -> Iterator[Interest | Unassessed]:
    """Yield the bidders for whom a relative works whom somebody declared, and why that cannot be said."""
    named = tie.person or tie.name
    if not named or read_tie(tie.kind).kind is None:
        return
    key = whose(ground.case, named)
    if not tie.person and ground.case.person(key) is None:
        return
    found = list(links_through(ground, official, key))
    for link in found:
        timely = in_time(ground, link, months)
        if isinstance(timely, Unassessed):
            yield Interest(link.bidder, gap=timely)
        elif timely and link.standing == UNPLACED:
            yield _unplaced(ground.case, own, tie, link.party)
        elif timely:
            yield Interest(link.bidder, link.sure and link.holds and key == tie.person)
    person = ground.case.person(key)
    if not found and not (tie.party or tie.name or tie.text) and (person is None or person.employments is None):
        reason = f"whom {person.name or key if person else named} works for is not given"
        absent = in_list(ground.case, "people", named)
        field = absent if person is None else text_of((*person.path, "employments"))
        yield Unassessed(tie.node, reason, (field,))
