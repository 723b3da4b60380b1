"""Whether one evaluator departs from the panel's pattern for one bid.

One test a lot: the largest normed residual of the table of means by evaluator and bid, against what fair panels of its
size reach.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.checks.base import Hit, Tabled, Unassessed, check
from fairaudit.checks.panels.sheets import MORE, Sheet, missing, sheets, untested
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import evaluator_called

if TYPE_CHECKING:
    from fairaudit.analysis.panels.dealing import Dealt
    from fairaudit.analysis.panels.residuals import Expected
    from fairaudit.checks.measurement import Measurement, Table
    from fairaudit.checks.panels.tables import Block

LEVEL = Fraction(5, 100)
_FEWEST = 3
_MOST_DRAWN = 9_999
"""Dealings of one lot at most."""
_SCORES_DEALT = 2_500_000
"""Scores that are dealt out for one lot, unless more are needed to get below the level; a limit of ours on work."""


class Pattern(Frozen):
    """A cell that departs from the panel's pattern: by how many points of 100, how likely that is, how much a test could find.

    `departure` is above or below what severity and quality give; `p` is adjusted for the tests of all lots.
    """

    lot: str
    evaluator: str
    bid: str
    departure: str
    p: Decimal
    tests: int
    power: Decimal


class TestedPattern(Frozen):
    """The test of a lot as it is told: sizes, who is left out, the largest departure, what fair panels reach, p-values, power."""

    lot: str
    evaluators: int
    bids: int
    criteria: int
    of_criteria: int
    without: str
    evaluator: str
    bid: str
    departure: str
    statistic: Decimal
    critical: Decimal
    p: Decimal
    adjusted: Decimal
    tests: int
    source: str
    power: Decimal
    size: str
    without_one: Decimal


class Untested(Frozen):
    """A lot that was not tested, and the size of the table that is complete."""

    lot: str
    evaluators: int
    bids: int


class FewWays(Frozen):
    """A lot where dealing out the scores of each cell, in all the ways there are, can give no p at or below the level."""

    lot: str
    evaluators: int
    bids: int
    evaluator: str
    bid: str
    departure: str
    ways: int
    least_p: Decimal


class Tested(Frozen):
    """A lot, its complete part, the place of the cell, its departure, and p before and after Holm's adjustment."""

    sheet: Sheet
    block: "Block"
    person: int
    bid: int
    departure: Fraction
    statistic: float
    p: Fraction
    adjusted: Fraction
    tables: int
    dealings: "Dealt | None"
    """What dealing out says, asked only where the tables alone call the departure rare and most scores agree."""

    @property
    def larger(self) -> Fraction:
        """The p that counts before Holm's adjustment."""
        return max(self.p, self.dealings.p) if self.dealings else self.p

    @property
    def had_no_chance(self) -> bool:
        """Whether no way of dealing out these scores could have made a p at or below the level."""
        return self.dealings is not None and self.dealings.least is not None and self.dealings.least > LEVEL

    @property
    def told(self) -> str:
        """How far the departure is, in words."""
        from fairaudit.checks.panels.steps import departure_in_steps

        return departure_in_steps(self.sheet, self.block, self.departure)

    @property
    def stands_out(self) -> bool:
        """Whether fair panels depart so far in at most five of a hundred cases."""
        return self.adjusted <= LEVEL


@check
def evaluator_departs_for_one_bid(
    node: Node[Evaluation], case: Case, *, slight_below: Decimal
) -> Iterator[Hit[Pattern] | Unassessed | Tabled]:
    """Name the evaluator and bid whose mean departs most from the panel's pattern where few fair panels depart as far.

    The test is that of the maximum normed residual; Holm adjusts for the lots. Which lots are too small to be tested is said.
    A departure of less than `slight_below` steps of the scale that all criteria share has low severity. Where a score is off its
    scale only what would be found with it on its scale is found.
    """
    yield from missing(node, case, weights=True)
    for one in case.once(outcomes):
        if not isinstance(one, Tested):
            yield from (Tabled(node, one), Unassessed(node, untested(one.kind), MORE))
            continue
        yield Tabled(node, _told(case, one))
        if one.had_no_chance:
            yield Unassessed(node, untested("too-small"), MORE)
        if one.stands_out and stays(case, one):
            yield _hit(case, one, slight_below)


def stays(case: Case, tested: Tested) -> bool:
    """Whether the same is found with every score that is off its scale on it."""
    from fairaudit.checks.panels.slips import mended

    who = _whose(tested)
    return all(
        any(isinstance(one, Tested) and one.stands_out and _whose(one) == who for one in other.once(outcomes))
        for other in mended(case)
    )


def _whose(one: Tested) -> tuple[str | None, str, str]:
    return one.sheet.lot, one.sheet.people[one.person], one.sheet.bids[one.bid]


def outcomes(case: Case) -> tuple["Tested | Measurement", ...]:
    """Return for each lot with known weights the test that was made, or why none was."""
    from fairaudit.checks.measurement import Measurement

    found = [_tested(one) for one in sheets(case) if one.weights is not None]
    tested = _judged([one for one in found if isinstance(one, Tested)])
    return tuple(next(tested) if isinstance(one, Tested) else Measurement(*one) for one in found)


def _judged(tested: list[Tested]) -> Iterator[Tested]:
    """Yield tests with p adjusted for all of them; of a lot that stands out and nearly agrees the larger of two p counts.

    Dealing out the scores is asked only there: it can but make a p larger, and where scores differ the tables are enough.
    """
    if not tested:
        return
    from fairaudit.analysis.panels.chances import holm

    rare = holm([one.p for one in tested])
    both = [_dealt(one, len(tested)) if p <= LEVEL else one for one, p in zip(tested, rare, strict=True)]
    for one, p in zip(both, holm([one.larger for one in both]), strict=True):
        yield one._replace(adjusted=p)


def _dealt(one: Tested, tests: int) -> Tested:
    from fairaudit.analysis.panels.dealing import DRAWN, dealt, nearly_agrees
    from fairaudit.checks.panels.tables import weighed_cells

    cells = weighed_cells(one.sheet, one.block)
    if not nearly_agrees(cells, [(one.sheet.weights or ())[at] for at in one.block.questions]):
        return one
    # Enough for a p that so many tests leave below the level, and on small panels for one that no other seed would change.
    scores = len(one.block.people) * len(one.block.bids) * len(one.block.questions)
    draws = min(_MOST_DRAWN, max(DRAWN, 2 * tests * LEVEL.denominator // LEVEL.numerator, _SCORES_DEALT // scores))
    return one._replace(dealings=dealt(cells, draws))


def _tested(sheet: Sheet) -> Tested | tuple[str, Untested]:
    if min(len(sheet.people), len(sheet.bids)) < _FEWEST:  # the commonest reason, before anything is imported
        return "too-small", Untested(sheet.called, len(sheet.people), len(sheet.bids))
    from fairaudit.analysis.estimable import NotEstimable
    from fairaudit.analysis.panels.residuals import largest_normed, tail_p, too_small
    from fairaudit.checks.panels.tables import block_of, means_of

    block = block_of(sheet)
    people, bids = len(block.people), len(block.bids)
    whole = sum(((sheet.weights or ())[one] for one in block.questions), Fraction(0))
    if too_small(people, bids) or not whole:
        smaller = (people, bids) if people else (len(sheet.people), len(sheet.bids))
        kind = "too-small" if people or too_small(*smaller) else "not-complete"
        return kind, Untested(sheet.called, *smaller)
    try:
        largest = largest_normed(means_of(sheet, block))
    except NotEstimable:
        return "not-estimable", Untested(sheet.called, people, bids)
    p, _, tables = tail_p(people, bids, largest.statistic)
    person, bid = block.people[largest.evaluator], block.bids[largest.bidder]
    return Tested(sheet, block, person, bid, largest.residual, largest.statistic, p, p, tables, None)


def _told(case: Case, one: Tested) -> "Measurement":
    from fairaudit.analysis.panels.residuals import critical_value
    from fairaudit.checks.measurement import Measurement
    from fairaudit.checks.panels.tables import chance_of, decimal_of, left_out_of

    people, bids = len(one.block.people), len(one.block.bids)
    evaluator, bid = evaluator_called(case, one.sheet.people[one.person]), bid_called(case, one.sheet.bids[one.bid])
    if one.had_no_chance and one.dealings and one.dealings.least:
        least = chance_of(one.dealings.least)
        few = FewWays(one.sheet.called, people, bids, evaluator, bid, one.told, one.dealings.dealings, least)
        return Measurement("few-ways", few, (_table(case, one),))
    known = expected_of(one)
    critical = critical_value(people, bids, LEVEL) or _bound_at(people, bids)
    tests = sum(isinstance(other, Tested) for other in case.once(outcomes))
    facts = TestedPattern(
        one.sheet.called, people, bids, len(one.block.questions), len(one.sheet.questions),
        left_out_of(case, one.sheet, one.block), evaluator, bid, one.told, decimal_of(one.statistic, 4), decimal_of(critical, 4),
        chance_of(one.larger), chance_of(one.adjusted), tests, _source(one, people, bids),
        decimal_of(known.found * 100, 0), simulated(one, known), decimal_of(known.without_one * 100, 0),
    )  # fmt: skip
    return Measurement("dealt" if one.dealings else "tested", facts, (_table(case, one),))


def expected_of(one: Tested) -> "Expected":
    """Return what simulated panels of the size of the complete part show, with as many criteria as its weights are worth."""
    from fairaudit.analysis.panels.residuals import even_criteria, expected

    weights = one.sheet.weights or ()
    criteria = even_criteria([weights[at] for at in one.block.questions])
    return expected(len(one.block.people), len(one.block.bids), criteria)


def simulated(one: Tested, known: "Expected") -> str:
    """Return which panels were simulated: how many score how many bids on how many criteria."""
    criteria = "one criterion" if known.criteria == 1 else f"{known.criteria} criteria of equal weight"
    said = ["the nearest size that was simulated"] if _is_other(one, known) else []
    said += ["these agree less than this one"] if one.dealings else []
    beside = f" ({'; '.join(said)})" if said else ""
    return f"{known.evaluators} evaluators, {known.bidders} bids and {criteria}{beside}"


def _is_other(one: Tested, known: "Expected") -> bool:
    """Whether panels of another size were simulated than the one that was tested."""
    return (known.evaluators, known.bidders) != (len(one.block.people), len(one.block.bids))


def _source(one: Tested, people: int, bids: int) -> str:
    """Return in words where a p-value comes from; the seed is that of `bench/residuals.py` for the size."""
    from fairaudit.analysis.seeded import SEED
    from fairaudit.checks.panels.tables import chance_of

    seed = SEED + 1000 * min(people, bids) + max(people, bids)
    if one.dealings is None:
        simulated = f"{one.tables} simulated tables of its size (seed {seed})"
        return simulated if one.tables else "the bound of Stefansky, which is never too small"
    tables = f"{one.tables} simulated tables, seed {seed}" if one.tables else "the bound of Stefansky"
    first, second = (f"{chance_of(p).normalize():f}" for p in (one.p, one.dealings.p))
    drawn = f"{one.dealings.dealings} dealings of each cell, seed {one.dealings.seed}"
    if one.dealings.seed is None:
        drawn = f"all {one.dealings.dealings} ways to deal out each cell"
    return f"the larger of {first} ({tables}) and {second} ({drawn})"


def _bound_at(people: int, bids: int) -> float:
    """Return the statistic at which the bound reaches the level, by halving."""
    from fairaudit.analysis.panels.residuals import upper_bound

    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if upper_bound(people, bids, middle) > LEVEL else (low, middle)
    return high


def _table(case: Case, one: Tested) -> "Table":
    from fairaudit.analysis.panels.residuals import double_centred
    from fairaudit.checks.measurement import Table
    from fairaudit.checks.panels.tables import decimal_of, means_of

    sheet, means = one.sheet, means_of(one.sheet, one.block)
    bids = [bid_called(case, sheet.bids[bid]) for bid in one.block.bids]
    rows = tuple(
        (evaluator_called(case, sheet.people[person]), bids[at], decimal_of(mean, 2), decimal_of(left, 2),
         int((person, bid) == (one.person, one.bid)))
        for person, own, residuals in zip(one.block.people, means, double_centred(means), strict=True)
        for at, (bid, mean, left) in enumerate(zip(one.block.bids, own, residuals, strict=True))
    )  # fmt: skip
    return Table("residuals", ("evaluator", "bidder", "mean", "residual", "tested"), rows, sheet.table_lot)


def _hit(case: Case, one: Tested, slight_below: Decimal) -> Hit[Pattern]:
    from fairaudit.checks.panels.steps import steps_in
    from fairaudit.checks.panels.tables import chance_of, decimal_of

    tests = sum(isinstance(other, Tested) for other in case.once(outcomes))
    known = expected_of(one)
    evaluator, bid = one.sheet.people[one.person], one.sheet.bids[one.bid]
    facts = Pattern(
        one.sheet.called, evaluator_called(case, evaluator), bid_called(case, bid), one.told,
        chance_of(one.adjusted), tests, decimal_of(known.found * 100, 0),
    )  # fmt: skip
    first, *others = cell_of_scores(one)
    steps = steps_in(one.sheet, one.block, one.departure)
    slight = "low" if steps is not None and steps < slight_below else None
    beside = tuple((each, "a score of the same cell") for each in others)
    return Hit(first, facts, beside, severity=slight, key=key_of(one))


def cell_of_scores(one: Tested) -> list[Node[object]]:
    """Return the scores of the record that the cell is the mean of."""
    return [one.sheet.scores[one.person, one.bid, question].node for question in one.block.questions]


def key_of(one: Tested) -> str:
    """Return what a finding about it is known by."""
    return "|".join((one.sheet.people[one.person], one.sheet.bids[one.bid], one.sheet.lot or ""))
