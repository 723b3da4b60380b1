"""What the weights were worth in the event: a criterion on which all bids score alike decides nothing."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from fairaudit.checks.base import Hit, Nothing, Tabled, Unassessed, check
from fairaudit.checks.contest.figures import brief, cell, per_cent
from fairaudit.checks.contest.record import Field, fields
from fairaudit.checks.measurement import Measurement, Table
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node

if TYPE_CHECKING:
    from fairaudit.analysis.contest.realised import Realised

_SHOWN = 5
"""The sentence names so many criteria, the table all: a heuristic."""


class Spread(Frozen):
    """How weights and differences of points lie to each other in a contest, in per cent.

    `less` and `more` are the criteria that made less or more of the differences than the options allow. `variance` says of
    every criterion how much of the variance of totals it made; a share below zero is one that worked against the others.
    """

    contest: str
    bids: int
    criterion: str
    weight: Decimal
    share: Decimal
    less: tuple[str, ...]
    more: tuple[str, ...]
    variance: tuple[str, ...]


@check
def weights_as_realised(
    node: Node[Evaluation], case: Case, *, least_bids: int, less_than: Decimal, more_than: Decimal
) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show for every criterion how much of the differences between bids it made, beside its weight.

    Named are criteria whose share of all ranges is less than `less_than` or more than `more_than` times their share of the
    weights, in contests of at least `least_bids` bids.
    """
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
        elif field.contest.overall is None:
            yield Tabled(node, _measured(field, least_bids, less_than, more_than))


def _measured(field: Field, least_bids: int, less_than: Decimal, more_than: Decimal) -> Measurement:
    bids = len(field.contest.offers)
    if bids < least_bids:
        return Measurement("too-few", Spread(field.called, bids, "", Decimal(0), Decimal(0), (), (), ()))
    from fairaudit.analysis.contest.offers import grid_of
    from fairaudit.analysis.contest.realised import realised_weights

    found, names = realised_weights(grid_of(field.contest)), field.names
    ratios = [(name, one.ratio) for name, one in zip(names, found, strict=True) if one.ratio is not None]
    at = max(range(len(found)), key=lambda index: (found[index].spread, -index))
    facts = Spread(
        field.called,
        bids,
        names[at],
        brief(found[at].weight),
        per_cent(found[at].of_ranges or found[at].spread),
        tuple(name for name, ratio in ratios if ratio < less_than) or ("none",),
        tuple(name for name, ratio in ratios if ratio > more_than) or ("none",),
        _of_variance(names, found) or ("not estimable, since all totals are equal",),
    )
    if not ratios:
        return Measurement("no-differences", facts)
    columns = ("criterion", "weight", "range", "used_per_cent", "share_of_ranges", "share_of_variance")
    rows = tuple(
        (
            name,
            cell(one.weight),
            cell(one.spread),
            None if one.used is None else cell(one.used * 100),
            None if one.of_ranges is None else cell(one.of_ranges * 100),
            None if one.of_variance is None else cell(one.of_variance * 100),
        )
        for name, one in zip(names, found, strict=True)
    )
    return Measurement("spread", facts, (Table("realised-weights", columns, rows, field.lot or ""),))


def _of_variance(names: tuple[str, ...], found: "list[Realised]") -> tuple[str, ...]:
    """Return for the criteria that made most of the variance of totals, up or down, each with its share in per cent."""
    known = [(one.of_variance, name) for name, one in zip(names, found, strict=True) if one.of_variance is not None]
    most = sorted(known, key=lambda one: -abs(one[0]))[:_SHOWN]
    return tuple(f"{name} {per_cent(share)}" for share, name in most)
