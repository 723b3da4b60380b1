"""Why the words of a letter to a bidder may be true of another moment or another lot than the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.scoring.evaluation_records import bid_with, lot_of, recorded_scores
from fairaudit.law.moments import day_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Summary
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Lot

_LOT = late_pattern(r"(?<!\ba )\blot(?P<many>s)?\b:?\s*(?:no\.?\s*|number\s+)?[\"“‘(]?", re.IGNORECASE)
_NUMBER = late_pattern(r"\d+(?!\w)")


def may_be_of_another(case: Case, one: Summary) -> str | None:
    """Return why nothing that a letter says of the result can be held to the record, or `None`."""
    return _earlier(case, one) or _of_another_lot(case, one) or _of_another_bid(case, one)


def _earlier(case: Case, one: Summary) -> str | None:
    """Return what happened after a letter that may have changed what it says; a letter without its day may be any."""
    lot = lot_of(case, one.bid, one.lot)
    for what, when in _later_records(case, lot):
        if _after(case, when, one.sent):
            return f"the letter is older than {what}, and may have been right when it was sent"
    for each in case.evaluation.summaries or ():
        if each is one or each.path == one.path or each.bid != one.bid or lot_of(case, each.bid, each.lot) != lot:
            continue
        if _after(case, each.sent, one.sent) or (each.text and not _after(case, one.sent, each.sent)):
            return "another letter to the same bid is later, or may be, and may take back what this one says"
    return None


def _later_records(case: Case, lot: str | None) -> Iterator[tuple[str, When | None]]:
    for award in case.awards:
        if (award.lot or lot_of(case, award.bid, None)) in (None, lot):
            yield "the award", award.date
    for change in case.evaluation.changes or ():
        if lot_of(case, change.bid, change.lot) in (None, lot):
            yield "a recorded change of a score", change.at
    for _, score in recorded_scores(case.evaluation):
        if lot_of(case, score.bid, score.lot) in (None, lot):
            yield "a recorded score", score.at


def _after(case: Case, second: When | None, first: When | None) -> bool:
    """Whether one moment is known to be after another; of one day only hours say so."""
    if first is None or second is None:
        return False
    days = day_of(case, first), day_of(case, second)
    if days[0] is None or days[1] is None or days[0] != days[1]:
        return days[0] is not None and days[1] is not None and days[1] > days[0]
    hours = case.clock.local(first), case.clock.local(second)
    known = first.time is not None and second.time is not None
    return known and hours[0] is not None and hours[1] is not None and hours[1] > hours[0]


def _of_another_lot(case: Case, one: Summary) -> str | None:
    """Return that a letter names a lot that is not the one of its bid, or several."""
    text, lot = str(one.text), lot_of(case, one.bid, one.lot)
    own = next((each for each in case.lots if each.id == lot), None)
    for named in _LOT.finditer(text):
        if named["many"] or own is None or not _is_named(own, text, named):
            return "the letter names another lot, or several, and which of its sentences are about which is not read"
    for other in case.lots:
        if other is not own and any(_stands_in(text, name) for name in (other.id, other.title) if name):
            return f"the letter names another lot ({other.title or other.id}), and what it says of which is not read"
    return None


def _is_named(lot: Lot, text: str, at: re.Match[str]) -> bool:
    """Whether the lot that a text names is this one: by its id, its title, or the number in its id."""
    rest = text[at.end() :].casefold()
    for name in (lot.id, lot.title):
        if name and re.match(rf"{re.escape(name.casefold())}(?!\w)", rest):
            return True
    if lot.title and text[at.start() :].casefold().startswith(lot.title.casefold()):
        return True
    number, digits = _NUMBER.match(rest), re.sub(r"\D", "", lot.id or "")
    return bool(number and digits and int(number[0]) == int(digits))


def _stands_in(text: str, name: str) -> bool:
    """Whether a text names a lot by a name that says something without the word `lot` before it."""
    if len(name) < 2 or name.isdigit():
        return False
    return re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", text.casefold()) is not None


def _of_another_bid(case: Case, one: Summary) -> str | None:
    """Return that a bidder has several bids in the lot: `you` is the bidder, not one of them."""
    own, lot = bid_with(case, one.bid), lot_of(case, one.bid, one.lot)
    if own is None or own.bidder is None:
        return None
    bids = [each for each in case.bids if each.bidder == own.bidder and lot_of(case, each.id, each.lot) == lot]
    return "the bidder made several bids, and which of them the letter means is not read" if len(bids) > 1 else None
