"""Picture 1: every evaluator's score of every bidder, criterion by criterion, with the panel's own score as a bar."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import sqrt

from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.canvas import BLUE, INK, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.letters import SMALL, few, width_of
from fairaudit.reports.pictures.scales import Scale, amount, scale, ticks
from fairaudit.reports.pictures.values import Tables, number, records, told

_LABELS, _GAP, _HEAD, _FOOT = 150, 26, 30, 26
_ACROSS, _MOST_CRITERIA, _MOST_BIDDERS, _ROOM, _BUDGET = 4, 12, 48, 940, 2700
_FINE = 12
"""Where one bidder has more scores than this that differ, those that touch are drawn as one."""
Ends = tuple[float, float]
_NONE: Counter[float] = Counter()


class _Scores(Frozen):
    """The scores by criterion and bidder, how often each was given; the panel's own; names in order."""

    given: dict[tuple[str, str], Counter[float]]
    panel: dict[tuple[str, str], float]
    criteria: list[str]
    bidders: list[str]
    scales: dict[str, Ends]
    low_is_good: list[str]


def drawing(tables: Tables) -> Drawing | None:
    """Return the picture of the table `raw-scores`, or nothing where no score is a number."""
    scores = _scores(tables)
    if scores is None:
        return None
    bidders = _widest_bidders(scores)
    row = 20 if len(bidders) <= 8 else 16 if len(bidders) <= 20 else 13
    criteria, wide = _fitting(scores, bidders, _HEAD + _FOOT + row * len(bidders))
    sheet, top, ranges = Sheet(criteria + bidders), 26.0, _ranges(scores, criteria)
    _key(sheet, bool(scores.given), bool(scores.panel))
    for start in range(0, len(criteria), wide):
        part = {one: ranges[one] for one in criteria[start : start + wide]}
        _band(sheet, scores, part, bidders, (top, row, wide))
        top += _HEAD + _FOOT + row * len(bidders)
    drew = ("raw-scores", "scales") if scores.scales else ("raw-scores",)
    said = (
        *_single_said(scores),
        *_panel_said(scores),
        *_scale_said(scores, criteria),
        *left_out(len(scores.criteria) - len(criteria), "criterion", _which(scores, "where"), many="criteria"),
        *left_out(len(scores.bidders) - len(bidders), "bidder", _which(scores, "whose")),
    )
    return Drawing("Every score, by criterion and bidder", said, tuple(sheet.parts), top, drew)


def _scores(tables: Tables) -> _Scores | None:
    scales, low = _declared(tables)
    found = _Scores({}, {}, [], [], scales, low)
    columns = ("criterion", "bidder", "score", "panel_score")
    for criterion, bidder, score, panel in records(tables.get("raw-scores"), *columns):
        place, value, own = (told(criterion), told(bidder)), number(score), number(panel)
        if value is not None:
            if place not in found.given:
                found.given[place] = Counter()
            found.given[place][value] += 1
        if own is not None:
            found.panel[place] = own
    drawn = list(dict.fromkeys([*found.given, *found.panel]))
    found.criteria.extend(dict.fromkeys(one for one, _ in drawn))
    found.bidders.extend(dict.fromkeys(one for _, one in drawn))
    return found if drawn else None


def _declared(tables: Tables) -> tuple[dict[str, Ends], list[str]]:
    """Return the published ends of the criteria's scales, and of which criteria the lowest score is the best."""
    scales: dict[str, Ends] = {}
    low: list[str] = []
    for criterion, least, most, better in records(tables.get("scales"), "criterion", "minimum", "maximum", "better"):
        start, end = number(least), number(most)
        if start is not None and end is not None and start < end:
            scales[told(criterion)] = start, end
        if better == "lower":
            low.append(told(criterion))
    return scales, low


def _scale_said(scores: _Scores, criteria: list[str]) -> tuple[str, ...]:
    """Say by what the axes are drawn, and where a low score is the good one."""
    bare = [one for one in criteria if one not in scores.scales]
    low = [one for one in criteria if one in scores.low_is_good]
    ends = "Each axis has the ends of the published scale, or of the scores where they lie beyond."
    where = f" No scale is known for {few(bare)}: there it goes as far as the scores." if bare else ""
    said = "No scale is known, so each axis goes as far as the scores." if len(bare) == len(criteria) else ends + where
    if not low:
        return (said,)
    whose = "all of them" if len(low) == len(criteria) else few(low)
    return (said, f"Low scores are the good ones for {whose}: there better is further left.")


def _single_said(scores: _Scores) -> tuple[str, ...]:
    """Say what a dot is, and beside how many of the panel's scores there is none."""
    if not scores.given:
        return ("No evaluator's own score is recorded that can be compared, so there are no dots.",)
    words = "Each dot is a score that an evaluator gave; where several gave the same, the dot is larger."
    absent = len(scores.panel.keys() - scores.given.keys())
    if not absent:
        return (words,)
    return (words, f"For {absent} of {len(scores.panel)} scores of the panel none is recorded that can be compared.")


def _panel_said(scores: _Scores) -> tuple[str, ...]:
    if not scores.panel:
        return ("No score of the panel as a whole is recorded.",)
    words = "The upright bar is the panel's own score."
    absent, nothing = len(scores.given.keys() - scores.panel.keys()), _empty(scores)
    words += f" For {absent} of {len(scores.given)} none is recorded." if absent else ""
    pairs = len(scores.criteria) * len(scores.bidders)
    return (
        (words, f"For {nothing} of {pairs} pairs of bidder and criterion no score at all is recorded.")
        if nothing
        else (words,)
    )


def _empty(scores: _Scores) -> int:
    """Return for how many pairs of a criterion and a bidder nothing is recorded."""
    return len(scores.criteria) * len(scores.bidders) - len(scores.given.keys() | scores.panel.keys())


def _which(scores: _Scores, of: str) -> str:
    """Return by which order some are left out: where there are no single scores, none differ."""
    if not scores.given:
        return "after the first ones"
    return "where scores differ least" if of == "where" else "whose scores differ least"


def _spread(scores: _Scores, criterion: str, bidder: str) -> float:
    given = scores.given.get((criterion, bidder))
    return max(given) - min(given) if given else 0.0


def _ranges(scores: _Scores, criteria: list[str]) -> dict[str, Ends]:
    """Return from where to where each criterion is drawn: all alike, unless one has scores less than half of another's."""
    own = {one: _range(scores, one) for one in criteria}
    if scores.scales:
        return own
    lengths = [high - low for low, high in own.values()]
    if min(lengths) * 2 < max(lengths):
        return own
    low, high = min(one for one, _ in own.values()), max(one for _, one in own.values())
    return dict.fromkeys(criteria, (low, high))


def _range(scores: _Scores, criterion: str) -> Ends:
    """Return the published scale of a criterion, else as the scores show it: from 0, or the least below, to the greatest."""
    values = [one for bidder in scores.bidders for one in scores.given.get((criterion, bidder), ())]
    values += [scores.panel[criterion, one] for one in scores.bidders if (criterion, one) in scores.panel]
    start, end = scores.scales.get(criterion, (0.0, 0.0))
    return min(*values, start), max(*values, end)


def _widest_bidders(scores: _Scores) -> list[str]:
    if len(scores.bidders) <= _MOST_BIDDERS:
        return scores.bidders
    sums = {bidder: sum(_spread(scores, one, bidder) for one in scores.criteria) for bidder in scores.bidders}
    kept = set(sorted(scores.bidders, key=lambda one: -sums[one])[:_MOST_BIDDERS])
    return [one for one in scores.bidders if one in kept]


def _fitting(scores: _Scores, bidders: list[str], band: float) -> tuple[list[str], int]:
    """Return the criteria for which there is room, those that differ most first where not all are, and how many abreast."""
    most = min(_MOST_CRITERIA, _ACROSS * max(int(_ROOM // band), 1))
    chosen = scores.criteria
    if len(chosen) > most or _shapes(scores, chosen, bidders) > _BUDGET:
        ranges = {one: _range(scores, one) for one in chosen}
        sums = {one: sum(_spread(scores, one, bidder) for bidder in bidders) for one in chosen}
        chosen = sorted(chosen, key=lambda one: -sums[one] / (ranges[one][1] - ranges[one][0] or 1))[:most]
        while len(chosen) > 1 and _shapes(scores, chosen, bidders) > _BUDGET:
            chosen = chosen[:-1]
    if len(chosen) <= 3:
        return chosen, len(chosen)
    return chosen, 3 if -len(chosen) % 3 < -len(chosen) % 4 and len(chosen) < 10 else 4


def _shapes(scores: _Scores, criteria: list[str], bidders: list[str]) -> int:
    cells = [scores.given.get((one, bidder), ()) for one in criteria for bidder in bidders]
    return sum(min(len(one), _FINE) + 1 for one in cells)


def _key(sheet: Sheet, single: bool, panel: bool) -> None:
    if single:
        sheet.mark(6, 10, 0, BLUE, 3.2)
        sheet.words(16, 14, "one evaluator")
        sheet.mark(122, 10, 0, BLUE, 6)
        sheet.words(134, 14, "several with the same score")
    if panel:
        x = 330 if single else 6
        sheet.line((x, 3), (x, 17), INK, width=2.5)
        sheet.words(x + 8, 14, "the panel's score")


def _band(
    sheet: Sheet, scores: _Scores, ranges: dict[str, Ends], bidders: list[str], place: tuple[float, float, int]
) -> None:
    top, row, wide = place
    size = SMALL if row < 16 else 12
    for rank, bidder in enumerate(bidders):
        y = top + _HEAD + (rank + 0.5) * row
        sheet.words(_LABELS - 12, y + 4, bidder, size=size, anchor="end", room=_LABELS - 14)
    across = (WIDTH - _LABELS - 12) / wide
    for rank, (criterion, ends) in enumerate(ranges.items()):
        left = _LABELS + rank * across
        _panel(sheet, scores, (criterion, bidders, ends), (left, left + across - _GAP, top, row))


def _panel(
    sheet: Sheet, scores: _Scores, what: tuple[str, list[str], Ends], place: tuple[float, float, float, float]
) -> None:
    (criterion, bidders, ends), (left, right, top, row) = what, place
    on = scale(ends, left + 6, right - 6)
    bottom = top + _HEAD + row * len(bidders)
    sheet.words(left, top + 20, criterion, bold=True, room=right - left + 10)
    sizes = _sizes(scores, criterion, on, row)
    lines = [(left, top + _HEAD + (n + 0.5) * row) for n in range(len(bidders))]
    sheet.grid((x, y, right, y) for x, y in lines)
    inner = _steps(on, ends)
    sheet.grid((on.at(value), top + _HEAD, on.at(value), bottom) for value in (*ends, *inner))
    for value in dict.fromkeys((*ends, *inner)):
        sheet.words(on.at(value), bottom + 13, amount(value), size=SMALL, anchor="middle")
    for bidder, (_, y) in zip(bidders, lines, strict=True):
        for value, often in _merged(scores.given.get((criterion, bidder), _NONE), on):
            sheet.mark(on.at(value), y, 0, BLUE, _size(often, *sizes))
        if (own := scores.panel.get((criterion, bidder))) is not None:
            sheet.line((on.at(own), y - row * 0.46), (on.at(own), y + row * 0.46), INK, width=2.5)


def _steps(on: Scale, ends: Ends) -> list[float]:
    """Return the whole steps between the ends of an axis of which the labels have room: every one, else round ones."""
    widest = max(width_of(amount(value), SMALL) for value in ends) + 6
    most = int((on.end - on.start) / widest) + 1
    found = [float(one) for one in ticks(on, most) if one.denominator == 1]
    return [one for one in found if min(abs(on.at(one) - on.at(end)) for end in ends) >= widest]


def _sizes(scores: _Scores, criterion: str, on: Scale, row: float) -> tuple[float, int]:
    """Return how large a dot may be, so that neighbours hardly touch, and how many scores the largest stands for."""
    given = [scores.given.get((criterion, one), _NONE) for one in scores.bidders]
    values = sorted({value for one in given for value in one})
    gaps = [on.at(after) - on.at(before) for before, after in pairwise(values)]
    near = max(min(gaps, default=20.0), (on.end - on.start) / _FINE)
    most = max((often for one in given for _, often in _merged(one, on)), default=1)
    return max(min(6.0, row * 0.42, near * 0.55), 2.6), max(most, 5)


def _size(often: int, largest: float, most: int) -> float:
    smallest = min(2.8, largest)
    return smallest + (largest - smallest) * sqrt((often - 1) / (most - 1))


def _merged(given: Counter[float], on: Scale) -> list[tuple[float, int]]:
    """Return each score with how often it was given; of very many that differ, those that would touch are one."""
    if len(given) <= _FINE:
        return sorted(given.items())
    step = (on.high - on.low) / _FINE
    near: Counter[int] = Counter()
    for value, often in given.items():
        near[min(int((value - on.low) / step), _FINE - 1)] += often
    return [(on.low + (place + 0.5) * step, often) for place, often in sorted(near.items())]
