"""Curves of equal totals: through some of the bids, what quality every other price would need for the same total.

What a formula compares with - the lowest price, their mean, the places, the best quality - stays as it is recorded, so that
bids on a curve are worth the same and bids above it more. Formulas that count further figures of a bid, such as its days,
have another curve for every such figure, and each curve is that of the bid that it goes through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.contest.offers import Offer, Standing, prices, quality_points
from fairaudit.analysis.formulas import FormulaError
from fairaudit.checks.contest.figures import cell
from fairaudit.checks.contest.pricing import ByPoints
from fairaudit.checks.contest.record import Field
from fairaudit.checks.measurement import Table

_PARTS, _DEPTH, _FINE = 12, 9, 400
"""Into how many parts a curve is divided first, how often such a part is halved, and the bend that is not worth halving for."""
_LEAST = 3
"""Between two bids a curve shows no more than their totals do."""
Needed = Callable[[Fraction], Fraction | None]
"""The points for quality that a price needs for a total; `None` where none that can be had would do."""
Point = tuple[Fraction, Fraction | None]


def curves_of(field: Field, stands: Standing, totals: tuple[Fraction, ...], call: Callable[[str], str]) -> Table | None:
    """Return the curves through the first bid, the second and the last; `totals` are those that people are shown."""
    contest = field.contest
    if len(contest.offers) < _LEAST or (contest.pricing is None and contest.overall is None):
        return None
    known = prices(contest)
    if min(known) == max(known):
        return None
    figured = contest.overall is not None and any(one.figures for one in contest.offers)
    rows: list[tuple[str | Decimal, ...]] = []
    for at in _through(stands, figured):
        offer = contest.offers[at]
        said = ", ".join(f"{name} {cell(value):,f}" for name, value in offer.figures)
        for price, points in _curve(field, stands, totals, at):
            row = (call(offer.name), cell(totals[at]), cell(price), cell(points))
            rows.append((*row, said) if figured else row)
    columns = ("bidder", "total", "price", "quality", *(("for_bids_with",) if figured else ()))
    return Table("iso-scores", columns, tuple(rows), field.lot or "") if rows else None


def _through(stands: Standing, figured: bool) -> list[int]:
    """Return the bids that have a curve, of those that have the same one the first."""
    order = sorted(range(len(stands.names)), key=lambda at: (stands.ranks[at], at))
    if not figured:
        order = list({stands.totals[at]: at for at in reversed(order)}.values())[::-1]
    return list(dict.fromkeys((*order[:2], order[-1])))


def _curve(
    field: Field, stands: Standing, totals: tuple[Fraction, ...], at: int
) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield the points of the curve through one bid, by price."""
    known, quality = prices(field.contest), quality_points(field.contest)
    low, high, most = min(known), max(known), sum(field.contest.weights, Fraction(0))
    needed = _needed(field, stands.totals[at], totals[at], field.contest.offers[at])

    def possible(price: Fraction) -> Point:
        points = needed(price)
        return price, points if points is not None and 0 <= points <= most else None

    bend = (max(quality) - min(quality) or most) / _FINE
    knots = sorted({low + (high - low) * step / _PARTS for step in range(_PARTS + 1)} | {known[at]})
    points = [possible(one) for one in knots]
    for before, after in zip(points, [*points[1:], None], strict=True):
        yield from _known(before)
        if after is not None:
            for one in _between(possible, before, after, bend, _DEPTH):
                yield from _known(one)


def _known(point: Point) -> Iterator[tuple[Fraction, Fraction]]:
    price, points = point
    if points is not None:
        yield price, points


def _between(
    possible: Callable[[Fraction], Point], before: Point, after: Point, bend: Fraction, left: int
) -> Iterator[Point]:
    """Yield points between two others wherever the curve bends, leaps or ends."""
    if left == 0 or (before[1] is None and after[1] is None):
        return
    middle = possible((before[0] + after[0]) / 2)
    start, end, there = before[1], after[1], middle[1]
    if start is not None and end is not None and there is not None and abs((start + end) / 2 - there) <= bend:
        return
    yield from _between(possible, before, middle, bend, left - 1)
    yield middle
    yield from _between(possible, middle, after, bend, left - 1)


def _needed(field: Field, total: Fraction, shown: Fraction, offer: Offer) -> Needed:
    """Return what gives the points for quality that a price needs for the total of an offer, with its further figures."""
    contest, most = field.contest, sum(field.contest.weights, Fraction(0))
    if field.banded:
        # Equal quotients, whatever decides among those within the band.
        return lambda price: shown * price
    if contest.overall is not None:
        from fairaudit.analysis.contest.levels import quality_for, totalled

        made = totalled(contest, offer.name)

        def points_for(price: Fraction) -> Fraction | None:
            share = quality_for(made, price, total)
            return None if share is None else share * most

        return points_for
    pricing, among = contest.pricing, [*prices(contest), *contest.beside]

    def points_beside(price: Fraction) -> Fraction | None:
        try:
            return (
                total - pricing.beside(price, among) * contest.price_weight if isinstance(pricing, ByPoints) else None
            )
        except FormulaError:
            return None

    return points_beside
