"""Picture 3: from the evaluators' own totals to the panel's, bidder by bidder; a change of first place is marked."""

from __future__ import annotations

from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.canvas import BLUE, GREY, ORANGE, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.letters import BOLDER, few, width_of
from fairaudit.reports.pictures.scales import Scale, amount, apart, scale
from fairaudit.reports.pictures.values import Cell, Tables, number, records, told

_LEFT, _RIGHT, _TOP, _GAP, _MOST = 300.0, WIDTH - 300.0, 62.0, 16.0, 54
_NAMES = 272
_LEAST = 0.1
"""The scale spans at least this part of the greatest total; a heuristic."""


class _Move(Frozen):
    bidder: str
    before: float | None
    after: float | None
    first_before: bool
    first_after: bool


def drawing(tables: Tables) -> Drawing | None:
    """Return the picture of the table `moves`, or nothing where it has no number."""
    columns = ("bidder", "individual", "panel", "rank_before", "rank_after")
    found = [_move(row) for row in records(tables.get("moves"), *columns)]
    found = [one for one in found if one.before is not None or one.after is not None]
    if not found:
        return None
    shown = _most_moved(found)
    bottom = _TOP + max(_GAP * len(shown), 150)
    values = [value for one in shown for value in (one.before, one.after) if value is not None]
    # Where all are close together, a hair's breadth must not look like a slide.
    middle, least = (min(values) + max(values)) / 2, max(map(abs, values)) * _LEAST
    on = scale([*values, middle - least / 2, middle + least / 2], bottom, _TOP)
    sheet = Sheet(one.bidder for one in shown)
    sheet.words(_LEFT, 30, "means of the evaluators", anchor="end", bold=True)
    sheet.words(_RIGHT, 30, "the panel's scores", bold=True)
    sheet.grid([(_LEFT, _TOP - 14, _LEFT, bottom + 14), (_RIGHT, _TOP - 14, _RIGHT, bottom + 14)], 0.35)
    for one in sorted(shown, key=lambda one: one.first_before + one.first_after):
        _slope(sheet, one, on)
    _labels(sheet, shown, on, before=True)
    _labels(sheet, shown, on, before=False)
    counted = next((told(one) for (one,) in records(tables.get("moves"), "counting")), "")
    what = f"figure of {counted}, since price is not counted," if counted else "weighted total, in points,"
    said = (
        f"Each line joins a bidder's {what} by the evaluators' own scores to the one by the panel's scores.",
        _first_place(found),
        *_unjoined(found),
        *left_out(len(found) - len(shown), "bidder", "neither first nor much moved"),
    )
    title = "From the evaluators' own scores to the panel's"
    return Drawing(title, said, tuple(sheet.parts), bottom + 26, ("moves",))


def _move(row: tuple[Cell, ...]) -> _Move:
    bidder, before, after, rank_before, rank_after = row
    return _Move(told(bidder), number(before), number(after), number(rank_before) == 1, number(rank_after) == 1)


def _most_moved(found: list[_Move]) -> list[_Move]:
    if len(found) <= _MOST:
        return found
    kept = sorted(range(len(found)), key=lambda one: (not _first(found[one]), -_moved(found[one]), one))[:_MOST]
    return [found[one] for one in sorted(kept)]


def _first(one: _Move) -> bool:
    return one.first_before or one.first_after


def _moved(one: _Move) -> float:
    return abs(one.after - one.before) if one.after is not None and one.before is not None else 0.0


def _first_place(found: list[_Move]) -> str:
    before = [one.bidder for one in found if one.first_before]
    after = [one.bidder for one in found if one.first_after]
    if not before or not after:
        return "Who is first on both sides is not recorded."
    if before == after:
        return f"First on both sides: {few(before)}."
    return f"First place changes: {few(before)} by the evaluators' means, {few(after)} by the panel's scores."


def _unjoined(found: list[_Move]) -> tuple[str, ...]:
    absent = sum(one.before is None or one.after is None for one in found)
    return (f"For {absent} of {len(found)} only one of the two is recorded, so no line is drawn.",) if absent else ()


def _look(one: _Move) -> tuple[str, int, str]:
    """Return colour, mark and dash: who is first after, who is first before only, everybody else."""
    if one.first_after:
        return BLUE, 3, ""
    return (ORANGE, 1, "7 3") if one.first_before else (GREY, 0, "")


def _slope(sheet: Sheet, one: _Move, on: Scale) -> None:
    colour, mark, dash = _look(one)
    name = f"{one.bidder}: {_said(one.before)} to {_said(one.after)}"
    if one.before is not None and one.after is not None:
        ends = [(_LEFT, on.at(one.before)), (_RIGHT, on.at(one.after))]
        sheet.curve(ends, colour, width=3 if _first(one) else 1.3, dash=dash, name=name)
    for x, value in ((_LEFT, one.before), (_RIGHT, one.after)):
        if value is not None:
            sheet.mark(x, on.at(value), mark, colour, 5 if _first(one) else 3)


def _said(value: float | None) -> str:
    return "not recorded" if value is None else amount(value)


def _labels(sheet: Sheet, shown: list[_Move], on: Scale, *, before: bool) -> None:
    """Write the names beside the ends, kept apart, with a thin line to where each belongs."""
    ends = [(value, one) for one in shown if (value := one.before if before else one.after) is not None]
    # What stands higher is written higher, and of equals the one that the table names first.
    places = apart([on.at(value) for value, _ in ends], _GAP, _TOP - 4, on.start + 4)
    x, way = (_LEFT, -1) if before else (_RIGHT, 1)
    sheet.grid(((x + way * 7, on.at(value), x + way * 20, y) for (value, _), y in zip(ends, places, strict=True)), 0.4)
    for (value, one), y in zip(ends, places, strict=True):
        first = one.first_before if before else one.first_after
        value_said = f" {amount(value)}{' (first)' if first else ''}"
        room = _NAMES / (BOLDER if first else 1) - width_of(value_said)
        text = sheet.fitting(one.bidder, room) + value_said
        anchor = "end" if before else "start"
        sheet.words(x + way * 24, y + 4, text, anchor=anchor, bold=first, name=one.bidder)
