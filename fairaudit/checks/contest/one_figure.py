"""Why a bid comes first by a formula that gives price and quality one figure, and what one unit of each would change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from fairaudit.analysis.contest.levels import changed_offer, levels
from fairaudit.analysis.contest.offers import Offer, Standing, qualities, standing
from fairaudit.analysis.formulas import FormulaError, formula_named
from fairaudit.checks.base import Hit, Nothing, Tabled, Unassessed, check
from fairaudit.checks.contest.figures import brief, cell
from fairaudit.checks.contest.record import Field, fields
from fairaudit.checks.measurement import Cell, Measurement, Table
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node

if TYPE_CHECKING:
    from fairaudit.analysis.formulas.kinds import Formula

_HUNDREDTH = Fraction(101, 100)


class Explained(Frozen):
    """How a formula's figure is made, with which published numbers, where the first stands by each part of it, and its lead.

    `further` says where it stands by the further figures that the formula counts, as an addition to the sentence.
    """

    contest: str
    first: str
    wins: str
    made: str
    numbers: tuple[str, ...]
    by_price: str
    by_quality: str
    price: Decimal
    quality: Decimal
    full: Decimal
    further: str
    lead: Decimal


class Worth(Frozen):
    """By how much each figure of the first must be worse for its lead to be gone, and what a little more of each moves."""

    contest: str
    first: str
    second: str
    worth: tuple[str, ...]
    changes: tuple[str, ...]


def explained(field: Field, stands: Standing, call: Callable[[str], str]) -> Explained:
    """Return why the first comes first."""
    contest = field.contest
    at = stands.names.index(stands.first[0])
    unit = sum(contest.weights, Fraction(0))
    points = [one * unit for one in qualities(contest)]
    offer = contest.offers[at]
    known = formula_named((field.formula and field.formula.name) or "")
    return Explained(
        field.called,
        call(offer.name),
        "lowest" if field.lowest_wins else "highest",
        known.plainly,
        _numbers(field, known) or ("none",),
        _place([-(one.price or Fraction(0)) for one in contest.offers], at, ("dearest", "cheapest")),
        _place(points, at, ("worst", "best")),
        brief(offer.price or Fraction(0)),
        brief(points[at]),
        brief(unit),
        "".join(_further(field, at, one.name) for one in known.figures),
        brief(stands.margin or Fraction(0)),
    )


def _numbers(field: Field, known: Formula) -> tuple[str, ...]:
    """Return the published numbers of a formula, each by its name."""
    from fairaudit.analysis.formulas.named import values_of

    values = values_of(known, field.formula.parameters if field.formula else None)
    return tuple(f"{name.replace('_', ' ')} {brief(value):,f}" for name, value in values.items())


def _further(field: Field, at: int, name: str) -> str:
    """Return where a bid stands by a further figure that the formula counts."""
    values = [dict(one.figures).get(name, Fraction(0)) for one in field.contest.offers]
    return f", by {name.replace('_', ' ')} alone {_place(values, at, ('least', 'most'))} ({brief(values[at]):,f})"


@check
def lead_of_one_figure(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show what a little more or less of one figure of the first would do, where price and quality have one figure."""
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
        elif field.contest.overall is not None and not field.banded:
            stands = standing(field.contest)
            if len(stands.names) > 1 and len(stands.first) == 1:
                yield Tabled(node, _changes(case, field, stands))


def _changes(case: Case, field: Field, stands: Standing) -> Measurement:
    contest = field.contest
    at = stands.names.index(stands.first[0])
    unit = sum(contest.weights, Fraction(0))
    offer, scale = contest.offers[at], -1 if field.lowest_wins else 1
    rows = [(what, said, cell(scale * (total - stands.totals[at]))) for what, said, total in _one_more(field, at, unit)]
    first = bid_called(case, offer.name)
    facts = Worth(
        field.called,
        first,
        bid_called(case, _second(stands)),
        tuple(_worth(field, offer, unit)) or ("none within reach",),
        tuple(f"{value:+,f} for {said} of {what}" for what, said, value in rows),
    )
    table: list[tuple[Cell, ...]] = [(first, *row) for row in rows]
    columns = ("bidder", "figure", "more", "change")
    return Measurement("changes", facts, (Table("one-more", columns, tuple(table), field.lot or ""),))


def _second(stands: Standing) -> str:
    """Return who is in the second place."""
    return stands.names[sorted(range(len(stands.names)), key=lambda at: (stands.ranks[at], at))[1]]


def _worth(field: Field, offer: Offer, unit: Fraction) -> Iterator[str]:
    """Yield by how much each figure of the first must be worse, alone, for the lead to be gone."""
    try:
        found = tuple(levels(field.contest, (offer.name,)))
    except FormulaError:
        # Not every formula has an answer for every price or quality that is looked at on the way.
        return
    for one in found:
        if one.level is None:
            continue
        change = one.level - one.own
        more = "more" if change > 0 else "less"
        if one.what == "price":
            yield f"{brief(abs(change) / one.own * 100):,f} per cent {more} of price"
        elif one.what == "quality":
            yield f"{brief(abs(change) * unit):,f} points of quality {more}"
        else:
            # The first whole number at which the lead is gone.
            whole = f", {ceil(abs(change)):,} whole ones" if change.denominator != 1 else ""
            yield f"{brief(abs(change)):,f} {one.what.replace('_', ' ')} {more}{whole}"


def _one_more(field: Field, at: int, unit: Fraction) -> list[tuple[str, str, Fraction]]:
    """Return for each figure of a bid its name, how much more of it is looked at, and the bid's total with that."""
    contest = field.contest
    offer = contest.offers[at]
    wanted: list[tuple[str, str, Fraction]] = []
    if offer.price is not None:
        wanted.append(("price", "a hundredth more", offer.price * _HUNDREDTH))
    own = qualities(contest)[at]
    if own * unit + 1 <= unit:
        wanted.append(("quality", "one point more", own + 1 / unit))
    wanted += [(name, "one more", value + 1) for name, value in offer.figures]
    found = []
    for what, said, value in wanted:
        offers = list(contest.offers)
        offers[at] = changed_offer(offer, what, value)
        found.append((what, said, standing(contest._replace(offers=tuple(offers))).totals[at]))
    return found


def _place(values: Sequence[Fraction], at: int, ends: tuple[str, str]) -> str:
    """Return which place a value has among all, in words: the best end, the worst, or how many are better."""
    better, worse = sum(one > values[at] for one in values), sum(one < values[at] for one in values)
    worst, best = ends
    alone = "" if better + worse == len(values) - 1 else "jointly "
    if not better:
        return f"{alone}the {best}" if worse else "level with all others"
    return f"{alone}the {worst}" if not worse else f"{alone}number {better + 1} from the {best}"
