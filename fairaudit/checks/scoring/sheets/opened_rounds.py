"""When the bids of a round were opened, where bids came in rounds and an opening may be that of another one."""

from __future__ import annotations

from fairaudit.checks.scoring.evaluation_records import bid_with
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.times.beginnings import impossible

FIRST_OPENING = "tender.submission.opening (of the first round)"
"""What to give where the only opening that is recorded is that of a later round."""


def openings(case: Case) -> tuple[When, ...]:
    """Return when bids were opened by the records: that of quality as it took place, and the one that was published.

    One that is dated before any bid had come is none.
    """
    opened, submission = case.evaluation.opened, case.tender.submission
    quality = opened.quality if opened and not impossible(case, "quality") else None
    given = (quality, submission.opening if submission else None)
    return tuple(one for one in given if one is not None)


def opening_of(case: Case, key: str | None, moments: tuple[When, ...]) -> When | None:
    """Return the first of the openings that may be a bid's own; `None` where a later round had begun before each of them."""
    bid = bid_with(case, key)
    begun = case.once(_later_rounds).get(bid.round, ()) if bid is not None and bid.round is not None else ()
    return next((one for one in moments if not any(case.clock.before(each, one) for each in begun)), None)


def _later_rounds(case: Case) -> dict[str, tuple[When, ...]]:
    """Return for each round when later ones began: by their dates or the receipt of their bids."""
    starts = [(one.id, one.start_date or one.end_date) for one in case.tender.rounds or ()]
    starts += [(one.round, one.received) for one in case.bids if one.round is not None]
    ends = _ends(case)
    return {
        name: tuple(
            start
            for other, start in starts
            if other != name and start is not None and all(case.clock.before(end, start) for end in last)
        )
        for name, last in ends.items()
    }


def _ends(case: Case) -> dict[str, list[When]]:
    """Return for each round when its bids were in: the end of its time for them, else every receipt of one."""
    found: dict[str, list[When]] = {}
    for bid in case.bids:
        if bid.round is not None and bid.received is not None:
            found.setdefault(bid.round, []).append(bid.received)
    published = {one.id: [one.end_date] for one in case.tender.rounds or () if one.id is not None and one.end_date}
    return found | published
