"""The check of the family `bids` on what was wrong with bids: the same time to mend it."""

from datetime import timedelta

from fairaudit.checks.base import Found, Hit, check, compares_bidders
from fairaudit.checks.bidders.defects.cure_times import begun
from fairaudit.checks.bidders.defects.decided import defects_known, lot_matters
from fairaudit.checks.bidders.defects.decision_words import treated
from fairaudit.checks.bidders.defects.names import (
    Had,
    Place,
    by_name,
    names_in,
    same_defects,
    surely_one,
    told_as,
    uncalled,
)
from fairaudit.checks.reasons import lacking, unsure
from fairaudit.checks.timing.in_words import in_hours
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of, name_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid, Defect
from fairaudit.procurement.times.deadlines import Limit, Unclear, later, latest
from fairaudit.sources.document import Path


class Cures(Frozen):
    """Who was given time to put a defect right, who was not or had less, and which defect."""

    defect: str
    best: tuple[str, ...]
    worst: tuple[str, ...]
    difference: str


@check
@compares_bidders
def cure_time_unlike(node: Node[Bid], case: Case) -> Found[Cures]:
    """Flag the same defect that one bidder had time to put right, and another not or not as long."""
    bid = node.value
    if not defects_known(bid, case):
        yield lacking(bid.field("defects"))
    yield from uncalled(case, bid)
    for code in names_in(case, bid):
        if same_defects(case, bid, code)[0][0] is bid and lot_matters(case, bid, code, lambda it: it.cure_until):
            yield lacking(bid.field("lot"))
        same = case.once(_to_cure).get((lot_of(case, bid.lot), bid.round, code), [])
        if not same or same[0][0] is not bid or not any(it.cure_until for _, it in same):
            continue
        if silent := [it for _, it in same if it.cure_until is None and not it.decision]:
            yield lacking(silent[0].field("cure_until"))
        else:
            yield from _cures(case, code, same)


def _to_cure(case: Case) -> dict[Place, list[Had]]:
    """Return the defects to be put right: one that was let pass needed no time."""
    return {
        place: [(bid, it) for bid, it in had if it.cure_until or treated(it.decision) != "let in"]
        for place, had in case.once(by_name).items()
    }


def _cures(case: Case, code: str, same: list[Had]) -> Found[Cures]:
    cured = [(bid, it) for bid, it in same if it.cure_until]
    lengths = _lengths(case, cured)
    less = _less_by_end(case, cured) if lengths is None else _less_by_length(lengths)
    if isinstance(less, Unclear):
        yield unsure(same[0][1].node, less)
        return
    best = {name_of(case, one) for one, it in same if less.get(it.path) == timedelta(0)}
    unclear = {it.path: one for _, it in same if isinstance(one := less.get(it.path), Unclear)}
    others = {name_of(case, one) for one, it in same if it.path not in unclear and less.get(it.path) != timedelta(0)}
    if others - best:
        refused_outright = any(it.cure_until is None for _, it in same)
        # One moment may be written in two ways: the same is told whatever the order of the bids.
        longest = (it for _, it in cured if less.get(it.path) == timedelta(0))
        at = min(longest, key=lambda it: it.cure_until.isoformat() if it.cure_until else "")
        most_had = f"a difference of {_most(case, cured, lengths, at)}"
        spans = [one for one in less.values() if isinstance(one, timedelta)]
        difference = _in_words(spans, refused_outright, most_had)
        facts = Cures(told_as(same), tuple(sorted(best)), tuple(sorted(others - best)), difference)
        related = tuple((it.node, "the same defect") for _, it in same if it is not at)
        most = frozenset(path for path, behind in less.items() if behind == timedelta(0))
        sure = surely_one(same) and (refused_outright or _shorter_by_far(case, cured, lengths, most))
        yield Hit(at.field("cure_until"), facts, related, None if sure else "possible", key=code)
    elif unclear:
        yield unsure(same[0][1].node, next(iter(unclear.values())))


def _less_by_end(case: Case, cured: list[Had]) -> dict[Path, timedelta | Unclear] | Unclear:
    """Return how much sooner the time of each ended than that of whose time ended last."""
    ends = {it.path: Limit(it.cure_until, it.field("cure_until")) for _, it in cured if it.cure_until}
    longest = latest(case.clock, ends.values())
    if isinstance(longest, Unclear):
        return longest
    return {path: later(case.clock, end, longest) for path, end in ends.items()}


def _less_by_length(lengths: dict[Path, timedelta]) -> dict[Path, timedelta | Unclear]:
    """Return how much less time each had than whose time was longest; up to a tenth less is as much, as letters take hours."""
    longest = max(lengths.values())
    return {path: timedelta(0) if (longest - one) * 10 <= longest else longest - one for path, one in lengths.items()}


def _lengths(case: Case, cured: list[Had]) -> dict[Path, timedelta] | None:
    """Return how long each had from when it was asked, where that is recorded of all of them."""
    found: dict[Path, timedelta] = {}
    for bid, it in cured:
        start = begun(case, bid, it)
        length = case.clock.gap(start, it.cure_until, end_second=True) if start and it.cure_until else None
        if length is None or length <= timedelta(0):
            return None
        found[it.path] = length
    return found


def _most(case: Case, cured: list[Had], lengths: dict[Path, timedelta] | None, best: Defect) -> str:
    """Return how long the best-treated had, or until when, where it is not recorded since when."""
    if lengths is not None:
        return in_hours(max(lengths.values()))
    length = next((_lengths(case, [one]) for one in cured if one[1] is best), None)
    if length is not None:
        return in_hours(length[best.path])
    return f"all the time until {best.cure_until.in_words()}" if best.cure_until else "some time"


def _in_words(less: list[timedelta], refused_outright: bool, most_had: str) -> str:
    """Return how much less time the others had at most."""
    most = max(less)
    if not most:
        return f"none, {most_had}"
    up_to = "up to " if len({one for one in less if one}) > 1 else ""
    return f"{up_to}{in_hours(most)} less" + (" or none" if refused_outright else "")


def _shorter_by_far(case: Case, cured: list[Had], lengths: dict[Path, timedelta] | None, most: frozenset[Path]) -> bool:
    """Whether some had less time for sure: all were asked at once, or the others had half of it at most.

    Ends alone may differ only because the letters went out on different days; when they went stands in the events.
    """
    if lengths is None:
        return False
    if len({begun(case, bid, it) for bid, it in cured}) == 1:
        return True
    less = [length for path, length in lengths.items() if path not in most]
    return bool(less) and max(less) * 2 <= min(lengths[path] for path in most)
