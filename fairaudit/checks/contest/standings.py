"""The recorded standing of a contest: points for quality, points for price, the total, and curves of equal totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.contest.offers import (
    Standing,
    price_shares,
    prices,
    qualities,
    quality_points,
    standing,
)
from fairaudit.analysis.formulas import formula_named
from fairaudit.checks.base import Clause, Hit, Nothing, Tabled, Unassessed, check
from fairaudit.checks.contest.below import below_minimums
from fairaudit.checks.contest.curves import curves_of
from fairaudit.checks.contest.figures import brief, cell, per_cent
from fairaudit.checks.contest.record import BAND, Field, fields
from fairaudit.checks.measurement import Measurement, Table
from fairaudit.checks.scoring.compared.currencies import currency_of
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_with
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node


class Led(Frozen):
    """Who comes first in a contest, with what total and how far ahead of whom; `formula` is how price counts.

    Where price and quality have one figure, `wins` says which end of it does, or what decides between bids nearly level.
    """

    contest: str
    basis: str
    formula: str
    first: str
    total: Decimal
    second: str
    margin: Decimal
    bids: int
    wins: str


@check
def contest_as_recorded(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show who comes first by the scores, the prices and the published weights, with the points of every bid."""
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
            continue
        stands = standing(field.contest)
        kind = "alone" if len(stands.names) == 1 else "level" if len(stands.first) > 1 else _first_by(field)

        def call(name: str) -> str:
            return bid_called(case, name)

        currency = currency_of(bid_with(case, name) for name in stands.names)
        yield Tabled(node, Measurement(kind, led(field, stands, call), tables(field, stands, call, currency)))
        if below := below_minimums(case, field, stands.first, call):
            yield Tabled(node, below)
        if kind == "first-by-figure":
            from fairaudit.checks.contest.one_figure import explained

            yield Tabled(node, Measurement("one-figure", explained(field, stands, call)))


def led(field: Field, stands: Standing, call: Callable[[str], str]) -> Led:
    """Return who comes first, and second."""
    order = sorted(range(len(stands.names)), key=lambda at: (stands.ranks[at], at))
    first, second = order[0], order[min(1, len(order) - 1)]
    names = [call(one) for one in stands.first]
    totals = shown_totals(field, stands)
    return Led(
        field.called,
        field.basis,
        formula_called(field),
        Clause(" and ".join(names)),
        brief(totals[first]),
        call(stands.names[second]),
        brief(totals[second] if field.banded else stands.totals[first] - stands.totals[second]),
        len(stands.names),
        _wins(field),
    )


def _first_by(field: Field) -> str:
    return "first" if field.contest.overall is None else "first-by-band" if field.banded else "first-by-figure"


def _wins(field: Field) -> str:
    """Return which end of a formula's figure wins, or what decides within its band."""
    if not field.banded or field.formula is None:
        return "lowest" if field.lowest_wins else "highest"
    from fairaudit.analysis.formulas.named import values_of

    values = values_of(formula_named(BAND), field.formula.parameters)
    what = "the highest quality" if values["decided_by_quality"] else "the lowest price"
    return f"{what} among those within {per_cent(values['margin'])} per cent of the best quotient"


def shown_totals(field: Field, stands: Standing) -> tuple[Fraction, ...]:
    """Return totals as people know them: with the formula's own sign, and as quotients where a band is decided otherwise."""
    if field.banded:
        unit = sum(field.contest.weights, Fraction(0))
        pairs = zip(qualities(field.contest), prices(field.contest), strict=True)
        return tuple(quality * unit / price for quality, price in pairs)
    return tuple(-one for one in stands.totals) if field.lowest_wins else stands.totals


def formula_called(field: Field) -> str:
    """Return how price counts, as a name."""
    if field.formula is None or field.formula.name is None:
        return "no price formula"
    return f"the formula {field.formula.name}"


def tables(field: Field, stands: Standing, call: Callable[[str], str], currency: str) -> tuple[Table, ...]:
    """Return the points of every bid, and where price counts by points the curves of equal totals."""
    contest = field.contest
    quality = quality_points(contest)
    paid = price_shares(contest) if contest.pricing else None
    totals = shown_totals(field, stands)
    rows = []
    for at in sorted(range(len(stands.names)), key=lambda at: (stands.ranks[at], at)):
        offer = contest.offers[at]
        price = None if offer.price is None else cell(offer.price)
        points = None if paid is None else cell(paid[at] * contest.price_weight)
        row = (call(offer.name), price, cell(quality[at]), points, cell(totals[at]), stands.ranks[at])
        rows.append((*row, currency) if currency else row)
    columns = ("bidder", "price", "quality", "price_points", "total", "rank", *(("currency",) if currency else ()))
    found = [Table("score-and-price", columns, tuple(rows), field.lot or "")]
    if (curves := curves_of(field, stands, totals, call)) is not None:
        found.append(curves)
    return tuple(found)
