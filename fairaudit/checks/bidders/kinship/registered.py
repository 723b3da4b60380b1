"""What registers know of rivals that have one officer or owner, or of which one owns the other."""

from collections.abc import Iterator

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.ties.strength import months_before
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, Verb, check, compares_bidders
from fairaudit.checks.people.ties.register_ties import called, is_out_of_date, unsearched
from fairaudit.checks.people.ties.said_beside import more_is_said
from fairaudit.checks.people.ties.to_bidders import ground_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.beside import unread_beside
from fairaudit.procurement.bidders.holdings import LEAST_SHARE
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.influence import lots_of_bidder
from fairaudit.procurement.registers.holders import one_holders
from fairaudit.procurement.registers.matches import Match, share_of


class _Pair(Frozen):
    """Entries at two parties; `sure`: more than names says that their holder is one."""

    one: Match
    other: Match
    sure: bool


class RegisteredInCommon(Frozen):
    """Two rivals, what they have in common, and which register says so."""

    first: str
    second: str
    have: Verb
    shared: tuple[str, ...]
    register: str


@check
@compares_bidders
def rivals_share_register_entries(node: Node[object], case: Case, *, months: int = 24) -> Found[RegisteredInCommon]:
    """Flag rivals of which a register names one officer or owner for both, or the one as owner of the other.

    Where only a name says that it is one holder, or that the organisation is the bidder, that is a question, and so is what a
    nominee holds for somebody else, and a term that began when bids were in, or of which the register gives no day. Terms that
    did not overlap, or of which one ended more than `months` before the tender was published, and shares too small to have a say
    are passed over.
    """
    ground = ground_of(case)
    if ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
    yield from unsearched(node, case)
    # In the order of the bids: which of two comes first must not hang on what they are called.
    places = {key: at for at, key in enumerate(ground.bidders.ids)}
    found: dict[tuple[str, str], list[_Pair]] = {}
    for pair in (*_one_holder(case), *_one_owns(case)):
        both = pair.one, pair.other
        if any(_long_over(case, each, months) or _slight(each) for each in both):
            continue
        if {_bidder(each) for each in both} <= places.keys():
            one, other = sorted(both, key=lambda each: places[_bidder(each)])
            found.setdefault((_bidder(one), _bidder(other)), []).append(_Pair(one, other, pair.sure))
    for first, second in sorted(found, key=lambda ids: (places[ids[0]], places[ids[1]])):
        if _compete(case, first, second):
            yield _told(case, first, second, found[first, second], months)


def _bidder(match: Match) -> str:
    return match.who.key


def _one_holder(case: Case) -> Iterator[_Pair]:
    """Yield the entries of one holder at two parties; those of two registers where neither says it by itself."""
    entries = [one for one in case.matches if not one.holds and one.tie.holder]
    told: set[tuple[str, ...]] = set()
    for same in one_holders([(one.register, one.tie) for one in entries]):
        both = [
            (entries[at], entries[to])
            for at in same.places
            for to in same.others
            if entries[at].who.key != entries[to].who.key and (at < to or same.places != same.others)
        ]
        for one, other in sorted(both, key=lambda pair: pair[0].register != pair[1].register):
            key = (one.tie.holder, *sorted((one.who.key, other.who.key)))
            if _overlap(one, other) and (one.register == other.register or key not in told):
                told.add(key)
                yield _Pair(one, other, same.sure)


def _one_owns(case: Case) -> Iterator[_Pair]:
    """Yield the entries in which one party holds a post or share in another."""
    for one in case.matches:
        for other in one.others:
            if one.holds and one.who.kind == other.kind == "party" and one.who.key != other.key and one.tie.end is None:
                yield _Pair(one, one._replace(who=other, holds=False), True)


def _overlap(one: Match, other: Match) -> bool:
    """Whether two terms may have overlapped: a day that is not given keeps nothing apart."""
    for first, second in ((one.tie, other.tie), (other.tie, one.tie)):
        if first.end and second.start and first.end < second.start:
            return False
    return True


def _long_over(case: Case, one: Match, months: int) -> bool:
    """Whether a term ended more than some months before the tender was published."""
    published = case.tender.published
    return bool(one.tie.end and published and one.tie.end < months_before(published.date, months))


def _slight(one: Match) -> bool:
    """Whether a share gives no say; one that is not given may give any."""
    share = share_of(one.tie.share) if one.tie.kind == "ownership" or one.tie.share else None
    return share is not None and share < LEAST_SHARE


def _begun_late(case: Case, one: Match) -> bool:
    """Whether a term began when the bids were in already, so that it cannot have shaped them."""
    period = case.tender.tender_period
    closed = period.end_date if period else None
    return bool(one.tie.start and closed and one.tie.start > closed.date)


def _in_doubt(case: Case, one: Match, months: int) -> bool:
    """Whether a term has no day, began late, or may be over: by a value of its row not understood, or since the register's."""
    return _undated(one) or _begun_late(case, one) or _may_be_over(case, one) or is_out_of_date(case, one, months)


def _undated(one: Match) -> bool:
    """Whether a register has an entry and says neither from when nor until when."""
    return one.tie.start is None and one.tie.end is None


def _may_be_over(case: Case, one: Match) -> bool:
    return one.tie.end is None and unread_beside(case, one.path) is not None


def _compete(case: Case, first: str, second: str) -> bool:
    lots, others = lots_of_bidder(case, first), lots_of_bidder(case, second)
    return lots is None or others is None or bool(lots & others)


def _told(case: Case, first: str, second: str, pairs: list[_Pair], months: int) -> Hit[RegisteredInCommon]:
    owns, holders = ([one for one in pairs if _owns(one) is told] for told in (True, False))
    shared = list(dict.fromkeys(_words(case, *pair) for pair in holders))
    if owns and shared:
        shared[0] = f"they have in common {shared[0]}"
    shared = [*dict.fromkeys(_words(case, *pair) for pair in owns), *shared]
    sure = any(_surely(pair) and not any(_in_doubt(case, each, months) for each in pair[:2]) for pair in pairs)
    entries = [each for pair in pairs for each in (pair.one, pair.other)]
    registers = " and ".join(dict.fromkeys(called(case, each) for each in entries))
    facts = RegisteredInCommon(
        case.party_name(first), case.party_name(second), _have(case, pairs), tuple(map(Clause, shared)), registers
    )
    related = tuple(
        (Node[object](path, None), "the entry of the register")
        for path in dict.fromkeys(each.path for each in entries[:2])
    )
    party = case.party(first)
    return Hit(
        party.node if party else Node(("parties",), None),
        facts,
        related,
        None if sure else "possible",
        "|".join(sorted((first, second))),
    )


def _owns(pair: _Pair) -> bool:
    """Whether one entry ties the two: a post or share of the one in the other."""
    return pair.one.path == pair.other.path


def _have(case: Case, pairs: list[_Pair]) -> Verb:
    """Return what leads to what two rivals have in common: a maybe, where names alone say so or a tie may be over."""
    told = any(
        one.sure and not any(each.who.level == "possible" or _may_be_over(case, each) for each in (one.one, one.other))
        for one in pairs
    )
    be, have = ("are", "have") if told else ("may be", "may have")
    return Verb(f"{be} tied to each other:" if any(map(_owns, pairs)) else f"{have} in common")


def _words(case: Case, one: Match, other: Match, sure: bool) -> str:
    doubted = dict.fromkeys((each.who.other_number, each.who.name) for each in (one, other) if each.who.slip)
    slips = "".join(f" (at number {number}, perhaps not {name})" for number, name in doubted)
    if one.path == other.path:
        said = [f"{one.tie.share} per cent"] if one.tie.share else []
        told = ", ".join((*said, _NO_DAY) if _undated(one) else said)
        told = ", ".join(filter(None, (told, _whose(one))))
        terms = f" ({told})" if told else ""
        return f"{one.tie.holder} is entered as “{one.tie.role}”{terms} of {one.tie.organisation}{slips}"
    roles = f"“{one.tie.role}”" if one.tie.role == other.tie.role else f"“{one.tie.role}” and “{other.tie.role}”"
    again = "" if one.tie.holder == other.tie.holder else f" ({'also' if sure else 'perhaps'} {other.tie.holder})"
    return f"{one.tie.holder}{again}, entered as {roles}{_terms(case, one, other)}{slips}"


def _terms(case: Case, *pair: Match) -> str:
    """Return the shares of a holder, and the days of terms that are over, began late or have none, in brackets."""
    shares = list(dict.fromkeys(f"{one.tie.share} per cent" for one in pair if share_of(one.tie.share) is not None))
    said = [" and ".join(shares)] if shares else []
    # Without names, by whose length a long sentence would be cut elsewhere.
    # Who holds for one is not known to hold for the other.
    if nominee := [whose for one in pair if (whose := _whose(one))]:
        said.append(" and ".join(dict.fromkeys(nominee)) + ("" if len(nominee) > 1 else " at one"))
    if undated := sum(map(_undated, pair)):
        said.append(_NO_DAY if undated > 1 else f"{_NO_DAY} of one")
    for one in pair:
        if one.tie.end:
            said.append(f"at {one.who.name} until {day_in_words(one.tie.end)}")
        elif one.tie.start and _begun_late(case, one):
            said.append(f"at {one.who.name} since {day_in_words(one.tie.start)}")
    return f" ({', '.join(said)})" if said else ""


_NO_DAY = "from when is not given"


def _whose(one: Match) -> str:
    """Return that something is held for somebody else, or that words beside it speak of a nominee."""
    if one.tie.nominee_beside:
        return "whose details speak of a nominee"
    if one.tie.perhaps_for_another:
        return "where a nominee is spoken of"
    if more_is_said(one.tie):
        return "of which it may be said that it is another's, or over"
    return "held for somebody else" if one.tie.for_another else ""


def _surely(pair: _Pair) -> bool:
    """Whether more than names says that the entries are about both parties, and about one holder.

    A firm that is the secretary of many companies by trade ties none of them to another, and a nominee may hold for two people.
    """
    one, other, sure = pair
    if any(each.tie.holder_is == "party" and "secretar" in each.tie.role.casefold() for each in pair[:2]):
        return False
    if any(each.tie.for_another or each.tie.perhaps_for_another or more_is_said(each.tie) for each in pair[:2]):
        return False
    return sure and "other" not in (one.tie.kind, other.tie.kind) and "possible" not in (one.who.level, other.who.level)
