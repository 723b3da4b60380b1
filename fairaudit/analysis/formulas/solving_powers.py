"""The numbers that the superformula must have had to give some totals: S = (Qref ÷ Q)^n + (P ÷ Pref)^n.

For one n the totals are straight in a = Qref^n and b = Pref^−n, so that n alone is searched: where the squares of what is
left over are least, and from there as far as some a and b still give every total. What is published of the numbers is one
more total each: a quality of Qref has a first part of 1, a price of Pref a second one of 1, and full quality at the price
that n follows from has 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import exp, log

from fairaudit.analysis.formulas.absolute import HIGHEST_POWER, superformula_exponent
from fairaudit.analysis.formulas.exact import FormulaError
from fairaudit.analysis.formulas.kinds import Offer
from fairaudit.analysis.formulas.solving import digits, roundest
from fairaudit.frozen import Frozen

NAME = "superformula"
SPARE = 2
"""How many more unlike offers there must be than numbers that the totals were free to choose. Heuristic."""
_LIKELY = Fraction(1, 200)
"""How likely totals that follow from nothing may be to follow from one of the tried sets of numbers. Heuristic."""
_UNLIKE = 3
"""So many unlike prices and qualities must there be: between two any curve is as good as another. Heuristic."""
_FINE = 50
"""How many times as large as the range that the totals leave for it a number must be. Heuristic."""
_FIRST, _STEP = 0.02, 1.1
"""The smallest exponent that is tried, and by how much the next one is larger."""
_NEAR = 3
"""How many times as far off as its rounding a total may be by the least squares, where others still give every total."""
_SURE = 100
"""How many times as exact as a total what is published is taken to be."""
_FINEST = 1e-9
"""Of a total, the part beyond which the search does not tell numbers apart; that they give it is worked out exactly."""
_HALVINGS = 30
_WITHIN = 10
"""What part of its range a number is put further in where its ends do not do."""

_PRICE, _QUALITY, _EXPONENT, _HIGHEST = "reference_price", "reference_quality", "exponent", "highest_price"

Range = tuple[float, float]
Given = dict[str, Fraction]
Numbers = tuple[tuple[str, Fraction], ...]


class _Row(Frozen):
    """A total and its room, with the logarithms of quality and price as they stand in it; `None` for a part it has not."""

    quality: float | None
    price: float | None
    total: float
    room: float

    def parts(self, n: float) -> tuple[float, float]:
        """Return by what a and b count in this total for an exponent."""
        return (
            0.0 if self.quality is None else exp(-n * self.quality),
            0.0 if self.price is None else exp(n * self.price),
        )


class _Task(Frozen):
    """The totals of some offers, with the lowest quality and the highest price, by which all others are measured."""

    rows: tuple[_Row, ...]
    quality: Fraction
    price: Fraction

    def knowing(self, given: Mapping[str, Fraction], higher: float = 0.0) -> tuple[_Row, ...]:
        """Return the totals, by some part of their room higher, with what is given of the numbers as further ones."""
        room = min(one.room for one in self.rows) / _SURE
        more = []
        if _QUALITY in given:
            more.append(_Row(log(given[_QUALITY] / self.quality), None, 1.0, room))
        if _PRICE in given:
            more.append(_Row(None, log(given[_PRICE] / self.price), 1.0, room))
        if _HIGHEST in given and _EXPONENT not in given:
            more.append(_Row(log(1 / self.quality), log(given[_HIGHEST] / self.price), 2.0, room))
        return (*(one._replace(total=one.total + higher * one.room) for one in self.rows), *more)

    def exponents(self, given: Mapping[str, Fraction], near: Range | None) -> Iterator[float]:
        """Yield the exponents by the least squares of totals as they are, as they were if they were cut, and if rounded up."""
        plain = list(_exponents(self.knowing(given), near))
        yield from plain
        for higher in (0.5, -0.5) if plain else ():
            yield from _exponents(self.knowing(given, higher), near)


def superformula_solutions(
    offers: Sequence[Offer],
    totals: Sequence[Fraction],
    rooms: Sequence[Fraction],
    published: Mapping[str, Fraction],
) -> Iterator[tuple[Given, Numbers]]:
    """Yield the parameters by which the superformula may give the totals, and those among them that the totals chose.

    Those that keep most of what is published come first. Whether the formula does give the totals is for the caller.
    """
    if min((one.price for one in offers), default=0) <= 0 or min(one.quality for one in offers) <= 0:
        return
    if min(len({one.price for one in offers}), len({one.quality for one in offers})) < _UNLIKE:
        return
    quality, price = min(one.quality for one in offers), max(one.price for one in offers)
    rows = tuple(
        _Row(
            log(one.quality / quality),
            log(one.price / price),
            float(total),
            max(float(room), _FINEST * abs(float(total))),
        )
        for one, total, room in zip(offers, totals, rooms, strict=True)
    )
    task = _Task(rows, quality, price)
    # One total is as likely by chance as its range is a part of all totals' range.
    part = 2 * max(rooms) / (max(totals) - min(totals)) if max(totals) > min(totals) else Fraction(1)
    sets = list(_kept(published))
    for kept in sets:
        free = [one for one in (_EXPONENT, _QUALITY, _PRICE) if one not in kept]
        if _HIGHEST in kept:
            free.remove(_EXPONENT)
        spare = len(set(offers)) - len(free)
        if spare < SPARE or len(sets) * part**spare > _LIKELY:
            continue
        # An exponent that only followed from the published numbers does so from others no more.
        told = [one for one in (_EXPONENT, _QUALITY, _PRICE) if one in free or one in kept.keys() - published.keys()]
        for found in _chosen(task, kept, free):
            yield found, tuple((one, found[one]) for one in told)


def _kept(published: Mapping[str, Fraction]) -> Iterator[Given]:
    """Yield what of the published numbers may have been kept, the most first: at most two, and of the two shapes one."""
    shapes = [{name: published[name]} for name in (_EXPONENT, _HIGHEST) if published.get(name, 0) > 0]
    try:
        # The exponent that follows from all that is published, kept although a reference is another.
        follows = superformula_exponent(published[_PRICE], published[_QUALITY], published[_HIGHEST])
        shapes.append({_EXPONENT: follows})
    except (KeyError, FormulaError):
        pass
    references = [{name: published[name]} for name in (_PRICE, _QUALITY) if published.get(name, 0) > 0]
    sets = [
        {**shape, **{name: value for one in some for name, value in one.items()}}
        for shape in ({}, *shapes)
        for number in range(len(references) + 1)
        for some in combinations(references, number)
    ]
    yield from sorted((one for one in sets if len(one) <= 2), key=lambda one: -len(one))


def _chosen(task: _Task, kept: Given, free: Sequence[str]) -> Iterator[Given]:
    """Yield all numbers, those that are free as round as the totals let them be; none where they leave none, or too many.

    The number that can be roundest is taken first, and what it leaves for the others is looked at again. What is known is
    known to a part of a total's room here, so that the last number may be at an end that is not one: then it is further in.
    """
    given, near, first = dict(kept), None, True
    left = list(free)
    while left:
        found = _ranges(task, given, near, strict=first)
        if found is None:
            return
        near, first = found[_EXPONENT], False
        ends = {one: (Fraction(found[one][0]), Fraction(found[one][1])) for one in left}
        rounded = {one: roundest(*ends[one]) for one in left}
        name = min(left, key=lambda one: (digits(rounded[one]), left.index(one)))
        given[name] = rounded[name]
        left.remove(name)
    low, high = ends[name]
    for last in dict.fromkeys((given[name], roundest(low + (high - low) / _WITHIN, high - (high - low) / _WITHIN))):
        if {**given, name: last}.get(_QUALITY, Fraction(1)) <= 1:
            yield {**given, name: last}


def _ranges(task: _Task, given: Given, near: Range | None, *, strict: bool) -> dict[str, Range] | None:
    """Return from what to what each number may go; `None` where nothing gives all totals, or one number is not narrow."""
    rows = task.knowing(given)
    known = given.get(_EXPONENT)
    for n in [float(known)] if known is not None else task.exponents(given, near):
        # What is exactly one number has no ends to be looked for.
        ends = (n, n) if known is not None else _ends(rows, n)
        if ends is None:
            continue
        corners = [(at, *one) for at in dict.fromkeys((ends[0], n, ends[1])) for one in _corners(rows, at)]
        if not corners or min(min(a, b) for _, a, b in corners) <= 0:
            continue
        qualities = [float(task.quality) * a ** (1 / at) for at, a, _ in corners]
        prices = [float(task.price) * b ** (-1 / at) for at, _, b in corners]
        found = {_EXPONENT: ends, _QUALITY: (min(qualities), max(qualities)), _PRICE: (min(prices), max(prices))}
        if not strict or all((high - low) * _FINE <= high for low, high in found.values()):
            return found
    return None


def _exponents(rows: Sequence[_Row], near: Range | None) -> Iterator[float]:
    """Yield the exponents where the squares of what is left over are least, and small enough to be a matter of rounding."""
    low, high = (_FIRST, float(HIGHEST_POWER)) if near is None else (near[0] / _STEP, near[1] * _STEP)
    before, slope = low, _slope(rows, low)
    while before < high:
        at = min(before * _STEP, high)
        after = _slope(rows, at)
        if slope is not None and after is not None and slope > 0 >= after:
            n = _turning(rows, before, at)
            fitted = _fitted(rows, n)
            if fitted and all(abs(one.total - sum(_times(one.parts(n), fitted))) <= _NEAR * one.room for one in rows):
                yield n
        before, slope = at, after


def _turning(rows: Sequence[_Row], low: float, high: float) -> float:
    for _ in range(60):
        middle = (low + high) / 2
        if (_slope(rows, middle) or 0.0) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _times(parts: tuple[float, float], by: tuple[float, float]) -> tuple[float, float]:
    return parts[0] * by[0], parts[1] * by[1]


def _fitted(rows: Sequence[_Row], n: float) -> tuple[float, float] | None:
    """Return the a and b of the least squares, each total as heavy as its room is small."""
    xx = xy = yy = xt = yt = 0.0
    for one in rows:
        x, y = one.parts(n)
        x, y, total = x / one.room, y / one.room, one.total / one.room
        xx, xy, yy, xt, yt = xx + x * x, xy + x * y, yy + y * y, xt + x * total, yt + y * total
    by = xx * yy - xy * xy
    return ((xt * yy - yt * xy) / by, (yt * xx - xt * xy) / by) if by > 1e-12 * xx * yy else None


def _slope(rows: Sequence[_Row], n: float) -> float | None:
    """Return how fast the squares of what is left over fall as n rises, with the best a and b for it."""
    fitted = _fitted(rows, n)
    if fitted is None:
        return None
    falls = 0.0
    for one in rows:
        first, second = _times(one.parts(n), fitted)
        rises = second * (one.price or 0.0) - first * (one.quality or 0.0)
        falls += (one.total - first - second) * rises / one.room**2
    return falls


def _ends(rows: Sequence[_Row], n: float) -> Range | None:
    """Return from what to what n may go; `None` where it has no a and b, or so wide a range that it is not looked for."""
    if not _corners(rows, n):
        return None
    found = []
    for out in (n * (1 - 1 / _FINE), n * (1 + 1 / _FINE)):
        inside, outside = n, out
        if _corners(rows, outside):
            return None
        for _ in range(_HALVINGS):
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if _corners(rows, middle) else (inside, middle)
        found.append(inside)
    return found[0], found[1]


def _corners(rows: Sequence[_Row], n: float) -> list[tuple[float, float]]:
    """Return the corners of all a and b that give every total for an exponent; none where there are none."""
    lines = [(*one.parts(n), one.total, one.room) for one in rows]
    steep = max(range(len(lines)), key=lambda at: lines[at][0] / (lines[at][0] + lines[at][1]))
    flat = min(range(len(lines)), key=lambda at: lines[at][0] / (lines[at][0] + lines[at][1]))
    (x, y, t, r), (u, v, s, q) = lines[steep], lines[flat]
    by = x * v - u * y
    if by <= 0:
        return []
    sides = ((t - r, s - q), (t + r, s - q), (t + r, s + q), (t - r, s + q))
    corners = [((one * v - other * y) / by, (other * x - one * u) / by) for one, other in sides]
    for at, (x, y, t, r) in enumerate(lines):
        if at not in (steep, flat):
            corners = _cut(_cut(corners, x, y, t + r), -x, -y, r - t)
    return corners


def _cut(corners: list[tuple[float, float]], x: float, y: float, most: float) -> list[tuple[float, float]]:
    """Return what of a polygon has a · x + b · y of at most a number."""
    over = [a * x + b * y - most for a, b in corners]
    if not corners or max(over) <= 0:
        return corners
    found = []
    for at, (a, b) in enumerate(corners):
        (before_a, before_b), gap, own = corners[at - 1], over[at - 1], over[at]
        if (gap > 0) is not (own > 0):
            part = gap / (gap - own)
            found.append((before_a + part * (a - before_a), before_b + part * (b - before_b)))
        if own <= 0:
            found.append((a, b))
    return found
