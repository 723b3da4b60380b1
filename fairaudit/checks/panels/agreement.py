"""How far the members of a panel agree: three figures with their ranges, and no pass mark.

On simulated fair panels of usual size the textbook marks for alpha fail most of the time (docs/statistics.md).
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.checks.base import Hit, Nothing, Tabled, Unassessed, check
from fairaudit.checks.panels.sheets import MORE, Sheet, missing, sheets, untested
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node

if TYPE_CHECKING:
    from fairaudit.analysis.agreement.resampling import Interval

_ORDERS, _FEWEST_ORDERS = 100_000, 199
"""So many orders of ranks are drawn for all lots together, and for one at least: limits of ours on work, felt from eleven lots
on."""
_BIDS = 3
"""With fewer bids the ranges say nothing, so nothing is estimated: a heuristic."""
_SMALL = 20
"""Below so many cells that two people scored, the ranges say little: a heuristic."""
_RANKED = 4
"""Of fewer bids W has no range: of three a quarter of fair panels have none, and of the others it often misses (a heuristic)."""
_NO_RANGE = "not estimable"


class Agreement(Frozen):
    """Of a lot: how much was compared, and alpha, the correlation and W, each in words with its range or why there is none."""

    lot: str
    people: int
    cells: int
    alpha: str
    correlation: str
    concordance: str
    concordance_range: str
    caution: str


class Small(Frozen):
    """Of a lot with too few bids: its size, and how much was scored by two or more."""

    lot: str
    people: int
    bids: int
    cells: int


@check
def how_far_the_panel_agrees(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Measure agreement: Krippendorff's alpha (ordinal), ICC(A,1) and Kendall's W; finds nothing, having no pass mark."""
    from fairaudit.checks.measurement import Measurement

    yield from missing(node, case)
    found = sheets(case)
    for sheet in found:
        units = [list(one.values()) for one in sheet.cells.values()]
        compared = sum(len(one) > 1 for one in units)
        if len(sheet.people) < 2:
            yield Tabled(node, Measurement("alone", _nothing(sheet)))
            yield Unassessed(node, "too small to be measured: one person scored", MORE)
        elif len(sheet.bids) < _BIDS:
            small = Small(sheet.called, len(sheet.people), len(sheet.bids), compared)
            yield from (Tabled(node, Measurement("too-small", small)), Unassessed(node, untested("too-small"), MORE))
        else:
            facts = _measured(sheet, units, compared, len(found))
            yield Tabled(node, Measurement("measured", facts))
            if all(one.startswith("not estimable") for one in (facts.alpha, facts.correlation, facts.concordance)):
                yield Unassessed(node, untested("not-estimable"), MORE)


def _measured(sheet: Sheet, units: list[list[int]], compared: int, lots: int) -> Agreement:
    caution = (
        "few scores, so the figures and their ranges, wide or narrow, say little"
        if compared < _SMALL
        else "no mark is passed or failed"
    )
    return Agreement(
        sheet.called, len(sheet.people), compared, _alpha(units, lots), _correlation(sheet, lots),
        *_concordance(sheet, lots), caution,
    )  # fmt: skip


def _nothing(sheet: Sheet) -> Agreement:
    return Agreement(sheet.called, len(sheet.people), 0, "", "", "", "", "")


def _alpha(units: list[list[int]], share: int) -> str:
    from fairaudit.analysis.agreement.alpha import alpha_with_interval
    from fairaudit.analysis.estimable import NotEstimable

    if sum(len(one) > 1 for one in units) < 2:
        return "not estimable: one bid on one criterion is no pattern"
    try:
        return _with_range(*alpha_with_interval(units, "ordinal", share=share))
    except NotEstimable as error:
        return str(error)


def _correlation(sheet: Sheet, share: int) -> str:
    from fairaudit.analysis.agreement.intraclass import intraclass_with_interval
    from fairaudit.analysis.estimable import NotEstimable
    from fairaudit.checks.panels.tables import block_of

    block = block_of(sheet)
    people = block.people or tuple(range(len(sheet.people)))
    rows = [
        [cell[person] for person in people] for cell in sheet.cells.values() if all(person in cell for person in people)
    ]
    try:
        words = _with_range(*intraclass_with_interval(rows, "A,1", share=share)) if rows else ""
    except NotEstimable as error:
        return str(error)
    return words or "not estimable: no bid and criterion was scored by all"


def _with_range(figure: Fraction, interval: "Interval") -> str:
    return f"{_figure(figure)} ({_range(interval)})"


def _range(interval: "Interval") -> str:
    left_out = f", {interval.undefined} of them without variation" if interval.undefined else ""
    low, high = _figure(interval.low), _figure(interval.high)
    return f"95 % from {low} to {high}; {interval.resamples} seeded resamples{left_out}, seed {interval.seed}"


def _figure(value: Fraction | float) -> str:
    """Return a figure with two decimals; 1 is said of full agreement alone, and what is rounded to it is just below 1."""
    from fairaudit.checks.panels.tables import decimal_of

    found = decimal_of(value, 2)
    return "just below 1" if found == 1 and value < 1 else str(found)


def _concordance(sheet: Sheet, share: int) -> tuple[str, str]:
    """Return W with its chance, and its range, each in words or why there is none."""
    from fairaudit.analysis.agreement.concordance import kendall_p, kendall_w
    from fairaudit.analysis.estimable import NotEstimable
    from fairaudit.analysis.reshuffling import DRAWN, ENUMERATED
    from fairaudit.checks.panels.tables import block_of, chance_of, means_of

    if sheet.weights is None:
        return "not estimable: the weights are not known", _NO_RANGE
    block = block_of(sheet)
    if not block.people or not any(sheet.weights[one] for one in block.questions):
        return "not estimable: no three people scored three bids on the same criteria", _NO_RANGE
    try:
        means = means_of(sheet, block)
        draws = max(_FEWEST_ORDERS, min(DRAWN, _ORDERS // share))
        w, chance = kendall_w(means), kendall_p(means, draws, enumerated=ENUMERATED // share)
    except NotEstimable as error:
        return str(error), _NO_RANGE
    around = _range_of_ranks(means, share)
    if chance.all_of_them and chance.orders == 1:
        why = "no p, since only one person ranks any bid above another, and nothing can be reshuffled"
        return f"{_figure(w)} ({why})", around
    how = "all" if chance.all_of_them else f"seed {chance.seed},"
    return f"{_figure(w)} (p {chance_of(chance.p)} from {how} {chance.orders} orders)", around


def _range_of_ranks(means: Sequence[Sequence[int | Fraction]], share: int) -> str:
    """Return the range of W over bids, or why there is none: too few bids, or all that can be drawn give one and the same."""
    from fairaudit.analysis.agreement.concordance import kendall_interval

    if len(means[0]) < _RANKED:
        return f"{_NO_RANGE}: fewer than four bids"
    found = kendall_interval(means, share=share)
    return f"{_NO_RANGE}: bids drawn again give no other figure" if found.low == found.high else _range(found)
