"""Why a bid comes first by a formula that gives price and quality one figure, and what one unit of each would change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil

from fairaudit.analysis.contest.levels import changed_offer, levels
from fairaudit.analysis.contest.offers import Offer, Standing, qualities, standing
from fairaudit.analysis.formulas import FormulaError
from fairaudit.checks.contest.figures import brief, cell
from fairaudit.checks.contest.record import Field
from fairaudit.checks.measurement import Cell, Measurement, Table
from fairaudit.frozen import Frozen

_HUNDREDTH = Fraction(101, 100)


class Explained(Frozen):
    """Where the first stands by price and by quality alone, and by how much one unit more of each would change its figure."""

    contest: str
    first: str
    wins: str
    by_price: str
    by_quality: str
    price: Decimal
    quality: Decimal
    full: Decimal
    lead: Decimal
    changes: tuple[str, ...]
    second: str
    worth: tuple[str, ...]


def explained(field: Field, stands: Standing, call: Callable[[str], str]) -> Measurement:
    """Return why the first comes first, with what one unit more of each of its figures would change."""
    contest = field.contest
    at = stands.names.index(stands.first[0])
    unit = sum(contest.weights, Fraction(0))
    points = [one * unit for one in qualities(contest)]
    offer = contest.offers[at]
    scale = -1 if field.lowest_wins else 1
    rows = [(what, said, cell(scale * (total - stands.totals[at]))) for what, said, total in _one_more(field, at, unit)]
    facts = Explained(
        field.called,
        call(offer.name),
        "lowest" if field.lowest_wins else "highest",
        _place([-(one.price or Fraction(0)) for one in contest.offers], at, ("dearest", "cheapest")),
        _place(points, at, ("worst", "best")),
        brief(offer.price or Fraction(0)),
        brief(points[at]),
        brief(unit),
        brief(stands.margin or Fraction(0)),
        tuple(f"{value:+,f} for {said} of {what}" for what, said, value in rows),
        call(_second(stands)),
        tuple(_worth(field, offer, unit)),
    )
    table: list[tuple[Cell, ...]] = [(call(offer.name), *row) for row in rows]
    columns = ("bidder", "figure", "more", "change")
    return Measurement("one-figure", facts, (Table("one-more", columns, tuple(table), field.lot or ""),))


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
    better = sum(one > values[at] for one in values)
    worst, best = ends
    if not better:
        return f"the {best}"
    return f"the {worst}" if better == len(values) - 1 else f"number {better + 1} from the {best}"
