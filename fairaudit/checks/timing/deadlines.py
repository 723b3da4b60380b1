"""Checks of the family `deadlines`: the same time for everyone."""

from datetime import timedelta

from fairaudit.checks.base import Found, Hit, Unassessed, check, compares_bidders
from fairaudit.checks.reasons import ZONE, first_unclear, lacking, unsure
from fairaudit.checks.timing.made_up_for import made_up_for
from fairaudit.checks.timing.shortened import cut_of
from fairaudit.checks.timing.shorter import given_first, in_with_less_time
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import leads, lot_of, lot_unsaid, mixed_round, name_of, rivals_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.times.deadlines import (
    Limit,
    Unclear,
    deadline_of,
    gap,
    later,
    may_be_one,
    spelling,
    untimed,
)
from fairaudit.procurement.times.moretime import extensions


class UnequalDeadlines(Frozen):
    """Who had the longest and who the shortest time to bid."""

    best: tuple[str, ...]
    best_deadline: When
    worst: tuple[str, ...]
    worst_deadline: When
    difference: timedelta


Ended = tuple[Bid, Limit]
"""A bid, and until when its bidder could send it."""


@check
@compares_bidders
def deadlines_differ(node: Node[Bid], case: Case) -> Found[UnequalDeadlines]:
    """Flag bids for the same lot and round whose bidders, while they were in the contest, did not all have until one instant.

    Less than a minute, where one deadline is written to the minute and another to the second, is a question, and so is time that
    those alone had whom an outage kept from bidding.
    """
    if not leads(case, node.value):
        return
    known: list[Ended] = []
    for bid in rivals_of(case, node.value):
        limit = deadline_of(case, bid)
        if isinstance(limit, Limit) and known and gap(case.clock, known[0][1], limit) is None:
            limit = ZONE
        if isinstance(limit, Unclear):
            yield unsure(bid.node, limit)
        else:
            known.append((bid, limit))
    if known:
        inside, unsaid = _inside(case, _longest(case.clock, known))
        yield from unsaid
        found = list(_compared(node, case, inside))
        yield from found
        if not any(isinstance(one, Hit) for one in found):
            yield from _shortened(node, case, inside)
        yield from _across_lots(case, node.value, known)


def _inside(case: Case, some: list[Ended]) -> tuple[list[Ended], list[Unassessed]]:
    """Return those who were in the contest when the most time was given, and of whom that is unclear."""
    bid, limit = _ends(case.clock, some)[1]
    alike = [one for _, one in some if later(case.clock, one, limit) == timedelta(0)]
    longest = bid, given_first(case, alike) or limit
    states = [(one, _was_in(case, one, longest)) for one in some]
    kept = [one for one, state in states if state is True]
    return kept, [unsure(one[0].node, state) for one, state in states if isinstance(state, Unclear)]


def _was_in(case: Case, one: Ended, longest: Ended) -> bool | Unclear:
    """Whether the bidder of a bid was in the contest when the most time was given, or had as much."""
    bid, limit = one
    ahead = later(case.clock, limit, longest[1])
    if bid.bidder is None or isinstance(ahead, Unclear) or ahead <= timedelta(0):
        return True
    return in_with_less_time(case, bid.bidder, lot_of(case, bid.lot), limit, longest[1])


def _longest(clock: Clock, known: list[Ended]) -> list[Ended]:
    """Return each bidder's longest time, whichever of its bids had it."""
    found: dict[object, Ended] = {}
    for one in known:
        own = found.setdefault(one[0].bidder or one[0].path, one)
        if own is not one:
            found[one[0].bidder or one[0].path] = max(
                own, one, key=lambda pair: (_ahead(clock, own, pair), pair is own)
            )
    return list(found.values())


def _ahead(clock: Clock, first: Ended, second: Ended) -> timedelta:
    nothing = timedelta(0)
    return nothing if first[1] is second[1] else gap(clock, first[1], second[1]) or nothing


def _ends(clock: Clock, known: list[Ended]) -> tuple[Ended, Ended]:
    """Return who had the least and who had the most time; of equal ones always the same, and one written to the second."""

    def place(pair: Ended, exact: bool) -> tuple[timedelta, bool, tuple[str, str]]:
        return _ahead(clock, known[0], pair), pair[1].when.to_the_second is exact, spelling(pair[1])

    return min(known, key=lambda pair: place(pair, False)), max(known, key=lambda pair: place(pair, True))


def _compared(node: Node[Bid], case: Case, known: list[Ended]) -> Found[UnequalDeadlines]:
    least, most = _ends(case.clock, known)
    ahead = later(case.clock, least[1], most[1])
    if isinstance(ahead, Unclear):
        # All of them are on one day, for some of them without an hour; those with an hour can still be compared.
        for bid, limit in known:
            if limit.when.time is None:
                yield unsure(bid.node, untimed(limit))
        timed = [one for one in known if one[1].when.time is not None]
        yield from _compared(node, case, timed) if timed else ()
    elif ahead > timedelta(0):
        yield _unequal(case, known, least, most, key=lot_of(case, node.value.lot) or "")
    elif len(known) > 1 and not case.gives("events") and not all(b.deadline for b, _ in known):
        yield Unassessed(node, "whether a bidder was given an extension is not known: events is not given", ("events",))


def _shortened(node: Node[Bid], case: Case, known: list[Ended]) -> Found[UnequalDeadlines]:
    """Flag bidders whose time an extension took away, where it left others theirs; what may be a slip is a question."""
    cuts = {bid.path: cut for bid, _ in known if (cut := cut_of(case, bid))}
    ended = [(bid, cuts[bid.path].until if bid.path in cuts else limit) for bid, limit in known]
    ends = _ends(case.clock, ended) if cuts else None
    ahead = later(case.clock, ends[0][1], ends[1][1]) if ends else timedelta(0)
    if ends is None or isinstance(ahead, Unclear) or ahead <= timedelta(0):
        return
    hit = _unequal(case, ended, *ends, key=lot_of(case, node.value.lot) or "")
    plain = all(cuts[bid.path].is_plain(case, bid) for bid, _ in known if bid.path in cuts)
    by = tuple((one.until.at, "an extension that takes time away") for one in cuts.values())
    yield hit._replace(related=(*hit.related, *by), confidence=hit.confidence or ("likely" if plain else "possible"))


def _unequal(case: Case, known: list[Ended], least: Ended, most: Ended, key: str) -> Hit[UnequalDeadlines]:
    by_spelling = sorted(known, key=lambda pair: spelling(pair[1]))
    nothing = timedelta(0)
    low = [one for one in by_spelling if later(case.clock, least[1], one[1]) == nothing]
    high = [one for one in by_spelling if later(case.clock, one[1], most[1]) == nothing]
    # Between 12:00:00 and 12:00:30, a deadline that is written to the minute may have been meant as either.
    worst, best = (_surely_apart(case.clock, *pair) for pair in ((low, high), (high, low)))
    sure = bool(worst)
    worst, best = worst or low, best or high
    ahead = _ahead(case.clock, worst[0], best[0])
    facts = UnequalDeadlines(_names(case, best), best[0][1].when, _names(case, worst), worst[0][1].when, ahead)
    related = tuple((bid.node, f"had until {limit.when.in_words()}") for bid, limit in worst)
    unsure_lot = lot_unsaid(case, *(bid for bid, _ in (*best, *worst)))
    excused = all(tells(bid.outage) is not False or made_up_for(case, _bidder(bid)) for bid, _ in best)
    confidence = None if sure and not unsure_lot and not excused else "possible"
    return Hit(best[0][1].at, facts, related, confidence, key=key)


def _bidder(bid: Bid) -> frozenset[str]:
    return frozenset({bid.bidder} if bid.bidder else ())


def _surely_apart(clock: Clock, some: list[Ended], others: list[Ended]) -> list[Ended]:
    """Return those of some whose deadline is not that of one of the others, however exactly the two are written."""
    return [one for one in some if any(not may_be_one(clock, one[1], other[1]) for other in others)]


def _across_lots(case: Case, leader: Bid, silent: list[Ended]) -> Found[UnequalDeadlines]:
    """Compare bids that do not say their lot with those that do: what holds for every lot holds for theirs."""
    mixed = mixed_round(case, leader)
    if mixed is None or lot_of(case, leader.lot) is not None:
        return
    own = {one.bidder for one, _ in silent if one.bidder}
    others = [(one, deadline_of(case, one)) for one in mixed.placed if one.bidder not in own]
    placed = [(one, limit) for one, limit in others if isinstance(limit, Limit)]
    extended = any(one.lot for one in extensions(case)) and not all(one.deadline for one, _ in silent)
    if extended or len(placed) < len(others):
        yield from (lacking(one.field("lot")) for one, _ in silent)
    elif placed:
        inside, unsaid = _inside(case, [*placed, *silent])
        yield from unsaid
        both = ([one for one in group if one in inside] for group in (placed, silent))
        yield from _beside(case, *both)


def _beside(case: Case, placed: list[Ended], silent: list[Ended]) -> Found[UnequalDeadlines]:
    if not placed or not silent:
        return
    least, most = _ends(case.clock, placed)
    more, less = ([] for _ in range(2))
    for one in silent:
        ahead, behind = later(case.clock, most[1], one[1]), later(case.clock, one[1], least[1])
        if isinstance(ahead, Unclear) or isinstance(behind, Unclear):
            yield unsure(one[0].node, first_unclear(ahead, behind) or ZONE)
        elif ahead > timedelta(0):
            more.append(one)
        elif behind > timedelta(0):
            less.append(one)
        elif ahead or behind:
            # Later than in one lot and earlier than in another, or as in one of them.
            yield lacking(one[0].field("lot"))
    if more:
        yield _unequal(case, [*placed, *more], most, _ends(case.clock, more)[1], key="more")
    if less:
        yield _unequal(case, [*placed, *less], _ends(case.clock, less)[0], least, key="less")


def _names(case: Case, bids: list[tuple[Bid, Limit]]) -> tuple[str, ...]:
    return tuple(sorted({name_of(case, bid) for bid, _ in bids}))
