"""How far weights would have to move for another to come first, and how often the first comes first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.analysis.contest.offers import Grid, Standing, grid_of, standing
from fairaudit.checks.base import Hit, Nothing, Tabled, Unassessed, check
from fairaudit.checks.contest.figures import brief, cell, per_cent
from fairaudit.checks.contest.pricing import straight_in
from fairaudit.checks.contest.record import Field, fields
from fairaudit.checks.measurement import Cell, Measurement, Table
from fairaudit.checks.whatif.telling import together
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import bidder_letter

if TYPE_CHECKING:
    from fairaudit.analysis.contest.acceptability import Acceptability
    from fairaudit.analysis.contest.weights import Flip

_ALL_PAIRS = 24
"""A heuristic: of so many bids every two lines are looked at for where they cross."""


class Weighed(Frozen):
    """The one weight that is nearest to putting another level with the first, and the least that must change in all."""

    contest: str
    first: str
    criterion: str
    weight: Decimal
    level: Decimal
    change: Decimal
    other: str
    moved: Decimal
    mover: str
    per_cent: Decimal


class Chance(Frozen):
    """How often the first comes first with weights within some per cent of their own, and with any: in per cent."""

    contest: str
    first: str
    within: int
    near: Decimal
    any: Decimal
    draws: int
    seed: int


class Hanging(Frozen):
    """A weight, and the one at which another bidder would stand level with the first."""

    contest: str
    criterion: str
    weight: Decimal
    level: Decimal
    other: str
    first: str


@check
def first_by_other_weights(
    node: Node[Evaluation], case: Case, *, within: int
) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show which weights would put another first: one at a time, the fewest points in all, within per cent, and any at all."""
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
            continue
        stands = standing(field.contest)
        grid = _grid(field) if len(field.names) > 1 and len(stands.names) > 1 else None
        if grid is not None:
            if len(stands.first) == 1:
                yield _flips(node, case, field, grid, stands)
            yield from _chances(node, case, field, grid, stands, within)
        else:
            facts = Weighed(
                field.called, together(case, stands.first), "", *(Decimal(0),) * 3, "", Decimal(0), "", Decimal(0)
            )
            alone = len(field.names) < 2 or len(stands.names) < 2
            by_figure = field.contest.overall is not None and len(stands.names) > 1
            kind = "one-figure" if not alone else "one-figure-alone" if by_figure else "nothing-to-vary"
            yield Tabled(node, Measurement(kind, facts))


def _grid(field: Field) -> Grid | None:
    """Return the contest as weights times shares; `None` by a figure that does not follow from weights of criteria so."""
    if field.contest.overall is None:
        return grid_of(field.contest)
    straight = straight_in(field.formula)
    if straight is None:
        return None
    from fairaudit.analysis.contest.straight import straight_grid

    try:
        return straight_grid(field.contest, straight)
    except ValueError:
        # A quality that nobody has may have no answer where those that are recorded have one.
        return None


def _flips(node: Node[Evaluation], case: Case, field: Field, grid: Grid, stands: Standing) -> Tabled:
    from fairaudit.analysis.contest.weights import flips, least_moved, least_proportion

    lead = stands.ranks.index(1)
    found = flips(grid, lead)
    moved, ratio = least_moved(grid, lead), least_proportion(grid, lead)
    near = min(found, key=lambda one: abs(one.change), default=None)
    first = together(case, stands.first)
    if moved is None or near is None:
        facts = Weighed(field.called, first, "", *(Decimal(0),) * 3, "", Decimal(0), "", Decimal(0))
        return Tabled(node, Measurement("no-weights", facts))
    facts = Weighed(
        field.called,
        first,
        field.names[near.criterion],
        brief(Fraction(grid.weights[near.criterion], grid.unit)),
        brief(near.weight),
        brief(abs(near.change)),
        bidder_letter(case, near.other),
        brief(moved.amount),
        bidder_letter(case, moved.other),
        per_cent(ratio.fraction if ratio else Fraction(1)),
    )
    columns = ("criterion", "weight", "level_at", "change", "other")
    rows = tuple(_row(case, field, grid, one) for one in found)
    kind = "one-weight" if field.contest.overall is None else "one-weight-of-quality"
    return Tabled(node, Measurement(kind, facts, (Table("flip-weights", columns, rows, field.lot or ""),)))


def _row(case: Case, field: Field, grid: Grid, one: Flip) -> tuple[Cell, ...]:
    weight = Fraction(grid.weights[one.criterion], grid.unit)
    name = field.names[one.criterion]
    return name, cell(weight), cell(one.weight), cell(one.change), bidder_letter(case, one.other)


def _chances(
    node: Node[Evaluation], case: Case, field: Field, grid: Grid, stands: Standing, within: int
) -> Iterator[Tabled]:
    """Yield how often the first comes first by drawn weights; where several stand level each, and the tables once."""
    from fairaudit.analysis.contest.acceptability import any_weights, near_weights

    every, near = any_weights(grid), near_weights(grid, within)
    lot = field.lot or ""
    tables: tuple[Table, ...] = (
        Table("rank-acceptability", ("bidder", "rank", "share"), tuple(_places(case, every)), lot),
        Table(
            "rank-acceptability-near",
            ("bidder", "rank", "share", "within"),
            tuple((*one, within) for one in _places(case, near)),
            lot,
        ),
        *_price_lines(case, field, grid),
    )
    kind = "chances" if len(stands.first) == 1 else "chances-level"
    for first in stands.first:
        shares = per_cent(near.first(first)), per_cent(every.first(first))
        facts = Chance(field.called, bidder_letter(case, first), within, *shares, every.draws, every.seed)
        yield Tabled(node, Measurement(kind, facts, tables))
        tables = ()


def _places(case: Case, found: Acceptability) -> Iterator[tuple[Cell, ...]]:
    """Yield the share of draws in which every bid takes each place it ever takes."""
    for name, shares in zip(found.names, found.shares, strict=True):
        for rank, share in enumerate(shares, start=1):
            if share:
                yield bidder_letter(case, name), rank, cell(share)


def _price_lines(case: Case, field: Field, grid: Grid) -> Iterator[Table]:
    """Yield the totals by the weight of the price, and where two are level: of very many bids, where the first are."""
    from fairaudit.analysis.contest.offers import price_shares, qualities
    from fairaudit.analysis.contest.weights import crossings, meetings, price_lines

    contest = field.contest
    if contest.pricing is None or sum(contest.weights) <= 0:
        return
    quality, paid = qualities(contest), price_shares(contest)
    found = (meetings if len(grid.names) <= _ALL_PAIRS else crossings)(grid.names, quality, paid)
    own = contest.price_weight * 100 / (contest.price_weight + sum(contest.weights))
    at = sorted({Fraction(0), Fraction(25), Fraction(50), Fraction(75), Fraction(100), own})
    rows = tuple(
        row
        for weight in at
        for row in _at_a_weight(case, grid.names, price_lines(quality, paid, weight), (weight, own))
    )
    lot = field.lot or ""
    yield Table("price-weights", ("price_weight", "bidder", "total", "rank", "published"), rows, lot)
    lead = {one.weight for one in crossings(grid.names, quality, paid)}
    turns = tuple(
        (
            cell(one.weight),
            bidder_letter(case, one.after),
            bidder_letter(case, one.before),
            int(one.weight in lead and _is_first(one.after, grid.names, price_lines(quality, paid, one.weight))),
        )
        for one in found
    )
    yield Table("crossings", ("price_weight", "bidder", "other", "leads"), turns, lot)


def _at_a_weight(
    case: Case, names: tuple[str, ...], totals: list[Fraction], weights: tuple[Fraction, Fraction]
) -> Iterator[tuple[Cell, ...]]:
    """Yield every bid's total and exact rank at a weight of the price; totals may look equal once they are rounded."""
    weight, own = weights
    order = sorted(totals, reverse=True)
    for name, total in zip(names, totals, strict=True):
        yield cell(weight), bidder_letter(case, name), cell(total), order.index(total) + 1, int(weight == own)


def _is_first(name: str, names: tuple[str, ...], totals: list[Fraction]) -> bool:
    return totals[names.index(name)] == max(totals)


@check
def first_hangs_on_a_weight(
    node: Node[Evaluation], case: Case, *, within: Decimal
) -> Iterator[Hit[Hanging] | Unassessed]:
    """Flag a criterion whose weight, moved by at most `within` points of a hundred, would put another level with the first."""
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
            continue
        stands = standing(field.contest)
        grid = _grid(field) if len(stands.first) == 1 and len(stands.names) > 1 else None
        if grid is not None and len(field.names) > 1:
            yield from _hanging(case, field, grid, stands, within)


def _hanging(case: Case, field: Field, grid: Grid, stands: Standing, within: Decimal) -> Iterator[Hit[Hanging]]:
    from fairaudit.analysis.contest.weights import flips

    found = [one for one in flips(grid, stands.ranks.index(1)) if abs(one.change) <= Fraction(within)]
    if not found:
        return
    one = min(found, key=lambda flip: abs(flip.change))
    asked = (*field.criteria, *([field.price] if field.price else []))
    criterion = asked[one.criterion].criterion
    facts = Hanging(
        field.called,
        field.names[one.criterion],
        brief(Fraction(grid.weights[one.criterion], grid.unit)),
        brief(one.weight),
        bidder_letter(case, one.other),
        together(case, stands.first),
    )
    yield Hit(criterion.field("weight"), facts, confidence="possible", key=field.lot or "")
