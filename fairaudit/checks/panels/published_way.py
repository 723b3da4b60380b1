"""What stood before moderation: the members' scores made into one as the documents say, usually their mean."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from fairaudit.analysis.text.scores.averaged import Averaging, MeanRounding
from fairaudit.checks.base import Unassessed
from fairaudit.checks.panels.sheets import Sheet
from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower
from fairaudit.checks.scoring.sheets.averages import MEAN, MEDIAN, MIDPOINT, Average
from fairaudit.checks.scoring.sheets.published_average import (
    averaging_said,
    published_average,
    published_mean_rounding,
    unread_average,
)
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node

Cell = tuple[int, int]
_CALLED: dict[str, str] = {MEAN.called: "mean", MEDIAN.called: "median", MIDPOINT.called: "midpoint"}
_SAID = (Averaging.PLAIN, Averaging.OPEN)


def as_published(case: Case, sheet: Sheet) -> Sheet:
    """Return a sheet in which one score stands for each bid and question, made of the members' as the documents say.

    Where they say nothing of it, or the plain mean, the sheet is returned as it is.
    """
    average, rounding = published_average(case), published_mean_rounding(case)
    said = {at for at, one in enumerate(sheet.questions) if averaging_said(case, one.criterion.id) in _SAID}
    if not said or (average is MEAN and rounding is None):
        return sheet
    made = {cell: _made(sheet, cell, average, rounding) for cell in sheet.cells if cell[1] in said}
    times = lcm(1, *(one.denominator for one in made.values()))
    cells = {
        cell: {0: int(made[cell] * times)} if cell in made else {who: one * times for who, one in given.items()}
        for cell, given in sheet.cells.items()
    }
    panel = {cell: one * times for cell, one in sheet.panel.items()}
    return sheet._replace(cells=cells, panel=panel, unit=sheet.unit * times)


def average_called(case: Case, sheet: Sheet) -> str:
    """Return what stands before moderation, as a sentence calls it: the mean, or what the documents name."""
    if as_published(case, sheet) is sheet:
        return "mean"
    called = _CALLED.get(published_average(case).called, "mean without the extremes")
    return called if published_mean_rounding(case) is None else f"{called}, rounded as published,"


def averages_called(average: str) -> str:
    """Return how a sentence calls several such averages."""
    first, *others = average.split(" ", 1)
    return " ".join((f"{first.rstrip(',')}s{',' * first.endswith(',')}", *others)).rstrip(",")


def not_understood(case: Case, sheet: Sheet, at: Node[object]) -> Unassessed | None:
    """Return why nothing is said of moderation where the documents' words on averaging were not understood."""
    for one in sheet.questions:
        if averaging_said(case, one.criterion.id) is Averaging.UNREAD:
            return unread_average(case, at, one.criterion.id)
    return None


def _made(sheet: Sheet, cell: Cell, average: Average, rounding: MeanRounding | None) -> Fraction:
    """Return the score that the members' make for a cell, in units of the sheet; of two ways to round, what the panel gave."""
    question = sheet.questions[cell[1]]
    low, length, turned = _scale(question)
    step = Fraction(question.scale.step) if question.scale and question.scale.step else Fraction(1)

    def raw(units: int) -> Fraction:
        share = Fraction(units, sheet.unit)
        return low + (1 - share if turned else share) * length

    exact = average.of([raw(one) for one in sheet.cells[cell].values()], step)
    ways = rounding.of(exact) if rounding else (exact,)
    shares = [(one - low) / length for one in ways]
    units = [(1 - one if turned else one) * sheet.unit for one in shares]
    return next((one for one in units if one == sheet.panel.get(cell)), units[0])


def _scale(question: Question) -> tuple[Fraction, Fraction, bool]:
    scale = question.scale
    low, high = (Fraction(scale.minimum or 0), Fraction(scale.maximum or 1)) if scale else (Fraction(0), Fraction(1))
    return low, high - low, better_is_lower(question)
