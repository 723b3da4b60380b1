"""The single scores of which one step would end the lead: whose they are, what each would be then, and who comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING

from fairaudit.checks.contest.cells import Ends, cells_of, ends_of
from fairaudit.checks.contest.figures import cell
from fairaudit.checks.contest.record import Field
from fairaudit.checks.measurement import Cell, Measurement, Table
from fairaudit.checks.whatif.telling import together
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.pseudonyms import bidder_letter, evaluator_called, number_of

if TYPE_CHECKING:
    from fairaudit.analysis.contest.offers import Standing
    from fairaudit.analysis.contest.steps import Move

_SHOWN = 50
"""A heuristic: nobody reads more rows than these, and the others are counted."""
_PANEL = "the panel"


class Turning(Frozen):
    """How many single scores end the lead by one step, and how many of them stand in the table."""

    contest: str
    scores: int
    shown: int


def turning_scores(case: Case, field: Field, stands: Standing, moves: Sequence[Move]) -> Measurement | None:
    """Return the table of the scores of which one step ends the lead; `None` where there are none.

    Of other averages than the mean one step of a single score moves all or nothing, so every score is tried.
    """
    found = _rows(case, field, stands, moves)
    rows = tuple(islice(found, _SHOWN))
    if not rows:
        return None
    number = len(rows) + sum(1 for _ in found)
    facts = Turning(field.called, number, len(rows))
    columns = ("criterion", "bidder", "scored_by", "recorded", "instead", "first_then")
    return Measurement("turning", facts, (Table("turning-scores", columns, rows, field.lot or ""),))


def _rows(case: Case, field: Field, stands: Standing, moves: Sequence[Move]) -> Iterator[tuple[Cell, ...]]:
    """Yield every score that ends the lead by one step, place by place, and evaluator by evaluator where means count."""
    from fairaudit.checks.whatif.by_averages import ByAverage

    tried = ByAverage(case, field) if field.by_other_than_means else None
    at = {one.name: index for index, one in enumerate(field.contest.offers)}
    for move in moves:
        question = field.criteria[move.criterion]
        ends = ends_of(question)
        if ends is None:
            continue
        scores = _scores(case, field, move)
        # What one step moves is kept as a share, of a mean as the part that one of its scores has.
        share = field.steps[at[move.offer]][move.criterion] * (1 if field.by_panel else len(scores))
        step = share * ends.length(field.by_length)
        up = move.rises != ends.low_is_good
        name, letter = field.names[move.criterion], bidder_letter(case, move.offer)
        for who, score in scores:
            instead = Fraction(score) + (step if up else -step)
            own = tried.move(field.contest.offers[at[move.offer]], move.criterion, who, stands) if tried else move
            if _on(ends, instead) and own is not None and own.steps <= 1:
                then = together(case, _first_then(stands, own))
                yield name, letter, _named(case, field, who), cell(Fraction(score)), cell(instead), then


def _scores(case: Case, field: Field, move: Move) -> list[tuple[str, Decimal]]:
    """Return the scores that count at a place, each with who gave it."""
    cells = case.once(cells_of)
    question = field.criteria[move.criterion]
    if field.by_panel:
        return [("", one) for one in cells.of(field.lot, move.offer, question).panel[:1]]
    named = set(cells.evaluators(field.lot))
    members = cells.members_of(field.lot, move.offer, question.criterion.id or "")
    # By their numbers, since the order of the record would give names away.
    return sorted(members.items(), key=lambda one: number_of(case, one[0]) if one[0] in named else 0)


def _named(case: Case, field: Field, who: str) -> str:
    """Return how whoever gave a score is called: the panel, an evaluator, or nobody in particular."""
    if field.by_panel:
        return _PANEL
    return evaluator_called(case, who if who in case.once(cells_of).evaluators(field.lot) else None)


def _on(ends: Ends, score: Fraction) -> bool:
    return ends.lowest <= score <= ends.highest


def _first_then(stands: Standing, move: Move) -> tuple[str, ...]:
    """Return who comes first after a move: whoever rose, or all of those who were next, and the first where they are level."""
    before = stands.first[0]
    if move.rises:
        return (before, move.offer) if move.tied else (move.offer,)
    behind = [(total, name) for name, total in zip(stands.names, stands.totals, strict=True) if name != before]
    best = max(total for total, _ in behind)
    then = tuple(name for total, name in behind if total == best)
    return (before, *then) if move.tied else then
