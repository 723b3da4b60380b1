"""Picture 2: how far each evaluator's mean for each bidder lies from what both their means lead one to expect."""

from __future__ import annotations

from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.canvas import BLUE, INK, ORANGE, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.letters import NORMAL, SMALL, named, plain, width_of
from fairaudit.reports.pictures.scales import amount
from fairaudit.reports.pictures.values import Tables, number, records, told

_LABELS, _ROW, _WIDEST = 170, 24, 92
_MOST_EVALUATORS, _MOST_BIDDERS = 11, 36
STRONGEST = 0.55
"""How solid the colour of the greatest residual is: more, and the number on it could not be read."""


class _Residuals(Frozen):
    cells: dict[tuple[str, str], float]
    tested: tuple[str, str] | None
    evaluators: list[str]
    bidders: list[str]


def drawing(tables: Tables) -> Drawing | None:
    """Return the picture of the table `residuals`, or nothing where no residual is a number."""
    found = _residuals(tables)
    if found is None:
        return None
    shown = _shown(found)
    sheet = Sheet(shown.bidders + shown.evaluators)
    wide = min((WIDTH - _LABELS - 4) / len(shown.evaluators), _WIDEST)
    top = _heads(sheet, shown.evaluators, wide)
    _cells(sheet, shown, wide, top)
    bottom = top + _ROW * len(shown.bidders)
    _key(sheet, bottom + 26)
    said = (
        "Each number says how far an evaluator's mean for a bidder lies above (+) or below (−) what that evaluator's and "
        "that bidder's own means lead one to expect, in points of 100.",
        *_tested(found),
        *left_out(len(found.evaluators) - len(shown.evaluators), "evaluator", "whose differences are smaller"),
        *left_out(len(found.bidders) - len(shown.bidders), "bidder", "whose differences are smaller"),
    )
    title = "Where one evaluator's marks for one bidder differ from the panel's pattern"
    return Drawing(title, said, tuple(sheet.parts), bottom + 42, ("residuals",))


def _residuals(tables: Tables) -> _Residuals | None:
    cells: dict[tuple[str, str], float] = {}
    tested = None
    for evaluator, bidder, residual, mark in records(
        tables.get("residuals"), "evaluator", "bidder", "residual", "tested"
    ):
        value = number(residual)
        if value is None:
            continue
        cells[told(evaluator), told(bidder)] = value
        if number(mark):
            tested = (told(evaluator), told(bidder))
    if not cells:
        return None
    return _Residuals(
        cells, tested, list(dict.fromkeys(one for one, _ in cells)), list(dict.fromkeys(b for _, b in cells))
    )


def _shown(found: _Residuals) -> _Residuals:
    """Return those evaluators and bidders for which there is room: the ones with the greatest residuals."""
    greatest: dict[str, float] = {}
    for (evaluator, _), value in found.cells.items():
        greatest[evaluator] = max(greatest.get(evaluator, 0), abs(value))
    evaluators = _greatest(found.evaluators, greatest, _MOST_EVALUATORS)
    kept, by_bidder = set(evaluators), dict[str, float]()
    for (evaluator, bidder), value in found.cells.items():
        if evaluator in kept:
            by_bidder[bidder] = max(by_bidder.get(bidder, 0), abs(value))
    return found._replace(evaluators=evaluators, bidders=_greatest(list(by_bidder), by_bidder, _MOST_BIDDERS))


def _greatest(names: list[str], by: dict[str, float], most: int) -> list[str]:
    kept = set(sorted(names, key=lambda one: -by[one])[:most])
    return [one for one in names if one in kept]


def _tested(found: _Residuals) -> tuple[str, ...]:
    if found.tested is None:
        return ("No cell was tested.",)
    evaluator, bidder = map(named, found.tested)
    value = ("+" if found.cells[found.tested] > 0 else "") + amount(found.cells[found.tested])
    return (f"The box is the cell that was tested: {evaluator} for {bidder}, {value}.",)


def _heads(sheet: Sheet, evaluators: list[str], wide: float) -> float:
    """Write who the columns are, slanted where the names are long, and return where the cells begin."""
    common = all(one.startswith("evaluator ") for one in evaluators)
    names = [one.removeprefix("evaluator ") if common else one for one in evaluators]
    slant = max(width_of(plain(one)) for one in names) > wide - 6
    top = 84.0 if slant else 40.0
    if common:
        sheet.words(_LABELS - 12, top - 10, "evaluator", anchor="end")
    for rank, name in enumerate(names):
        x = _LABELS + (rank + 0.5) * wide
        if slant:
            # Downwards to the column, since beside the last one there is no room to rise.
            sheet.words(x + 4, top - 6, name, room=96, turn=38, anchor="end")
        else:
            sheet.words(x, top - 10, name, anchor="middle")
    return top


def _cells(sheet: Sheet, shown: _Residuals, wide: float, top: float) -> None:
    strongest = max(abs(one) for one in shown.cells.values()) or 1.0
    places = 0 if strongest >= 100 else 1 if strongest >= 10 else 2
    size = NORMAL if wide >= 56 else SMALL
    for row, bidder in enumerate(shown.bidders):
        y = top + row * _ROW
        sheet.words(_LABELS - 12, y + _ROW / 2 + 4, bidder, anchor="end", room=_LABELS - 14)
        for column, evaluator in enumerate(shown.evaluators):
            value, x = shown.cells.get((evaluator, bidder)), _LABELS + column * wide
            if value is not None:
                _cell(sheet, (x, y, wide), (value, abs(value) / strongest * STRONGEST), (places, size))
    if shown.tested and shown.tested[0] in shown.evaluators and shown.tested[1] in shown.bidders:
        evaluator, bidder = shown.tested
        x = _LABELS + shown.evaluators.index(evaluator) * wide
        y = top + shown.bidders.index(bidder) * _ROW
        sheet.box(x + 0.5, y + 0.5, wide - 1, _ROW - 1, stroke=INK, thick=3)


def _cell(sheet: Sheet, place: tuple[float, float, float], what: tuple[float, float], look: tuple[int, int]) -> None:
    (x, y, wide), (value, solid), (places, size) = place, what, look
    colour = ORANGE if value > 0 else BLUE
    shown = f"{abs(value):,.{places}f}"
    sheet.box(x + 1, y + 1, wide - 2, _ROW - 2, fill=colour, solid=max(solid, 0.04))
    if not shown.strip("0."):
        sheet.words(x + wide / 2, y + 16, "0", size=size, anchor="middle")
        return
    said = f"{'−' if value < 0 else '+'}{shown}"
    if width_of(said, size) + 18 <= wide:
        sheet.mark(x + 8, y + _ROW / 2, 2 if value > 0 else 5, INK, 3)
    sheet.words(x + wide - 5, y + 16, said, size=size, anchor="end")


def _key(sheet: Sheet, y: float) -> None:
    sheet.box(4, y - 11, 26, 16, fill=ORANGE, solid=STRONGEST)
    sheet.mark(17, y - 3, 2, INK, 3)
    sheet.words(36, y + 1, "higher than expected")
    sheet.box(180, y - 11, 26, 16, fill=BLUE, solid=STRONGEST)
    sheet.mark(193, y - 3, 5, INK, 3)
    sheet.words(212, y + 1, "lower than expected")
    sheet.box(355, y - 11, 26, 16, stroke=INK, thick=3)
    sheet.words(388, y + 1, "the cell that was tested")
