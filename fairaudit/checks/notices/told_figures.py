"""The points and the number of tenders that a letter tells with a place or a winner, held to the record."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import half_unit
from fairaudit.analysis.text.letters.words import Said
from fairaudit.checks.base import Unassessed
from fairaudit.checks.reasons import incomplete
from fairaudit.checks.scoring.evaluation_records import is_out, lot_of, plain
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Summary, Total
from fairaudit.procurement.model.node import Node

_BY_COMMA = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?")
_BY_STOP = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?")
# Totals of 0.88, 8.8, 88 and 880 may be one total on other scales.
_SCALES = tuple(Fraction(10) ** one for one in (-3, -2, -1, 1, 2, 3))


class Otherwise(Frozen):
    """What the record says instead, and where it stands."""

    recorded: str
    at: Node[object]


Answer = Otherwise | Unassessed | None


def points_told(case: Case, one: Summary, bid: str | None, said: Said) -> Answer:
    """Compare the points a letter tells with the recorded total of a bid, as finely as they are written.

    In per cent, out of a number, on another scale or of a part alone they may be something else than that total.
    """
    lot = lot_of(case, bid, one.lot)
    known = [each for each in case.evaluation.totals or () if each.bid == bid and lot_of(case, bid, each.lot) == lot]
    totals = [each for each in known if each.total is not None]
    if not totals:
        reason = f"the total to compare with the {said.points} points of the letter is not given"
        return Unassessed(one.field("text"), reason, ("evaluation.totals",), seen=True)
    figures = _readings(said.points)
    if any(_fits(figure, Fraction(each.total or 0)) for figure in figures for each in totals):
        return None
    if not figures or said.unit or _may_be_another_figure(figures, known):
        reason = f"whether the {said.points} of the letter are the total, and in which unit, is not plain"
        return Unassessed(one.field("text"), reason)
    return Otherwise(f"its total is {plain(totals[-1].total or Decimal(0))}", totals[-1].field("total"))


def _readings(words: str) -> list[Decimal]:
    """Return what a figure may be, with a comma or a full stop before its decimals."""
    found = [words.replace(",", "")] if _BY_COMMA.fullmatch(words) else []
    found += [words.replace(".", "").replace(",", ".")] if _BY_STOP.fullmatch(words) else []
    return [Decimal(one) for one in dict.fromkeys(found)]


def _fits(figure: Decimal, total: Fraction) -> bool:
    """Whether a figure is a total, rounded or cut off where the figure ends."""
    short = total - Fraction(figure)
    return abs(short) <= half_unit(figure) or 0 <= short < 2 * half_unit(figure)


def _may_be_another_figure(figures: list[Decimal], known: list[Total]) -> bool:
    """Whether points are those of the quality or the price alone, a total on another scale, or finer than the record."""
    parts = [Fraction(each) for one in known for each in (one.quality, one.price) if each is not None]
    totals = [one.total for one in known if one.total is not None]
    scaled = [Fraction(total) * scale for total in totals for scale in _SCALES]
    return any(
        any(_fits(figure, each) for each in (*parts, *scaled))
        or any(abs(Fraction(figure) - Fraction(total)) <= half_unit(total) for total in totals)
        for figure in figures
    )


def number_told(case: Case, one: Summary, said: Said) -> Answer:
    """Compare how many tenders a letter speaks of with those on record; some count those that are out, others do not."""
    lot = lot_of(case, one.bid, one.lot)
    bids = [each for each in case.bids if lot_of(case, each.id, each.lot) == lot]
    ranks = [each for each in case.evaluation.ranking or () if lot_of(case, each.bid, each.lot) == lot]
    admitted = [each for each in bids if not is_out(case, each.id)]
    counts = [len(bids), len(admitted), *([len(ranks)] if ranks else [])]
    low, high = min(counts), max(counts)
    if said.of is None or low <= said.of <= high:
        return None
    if not bids or not case.holds_all("bids"):
        return incomplete(one.field("text"), "bids")
    number = str(high) if low == high else f"{low} to {high}"
    are = "tender is" if number == "1" else "tenders are"
    return Otherwise(f"{number} {are} on record", bids[0].node)
