"""Checks of the family `scoring` on recorded changes of one score: whether they join, and whether its own evaluator made them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fairaudit.analysis.phases import AGREED, phase_named
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.moderation.cells import MOST_RELATED, MOST_TOLD
from fairaudit.checks.reasons import which_of
from fairaudit.checks.scoring.criteria.tree import called_by_id
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, plain
from fairaudit.checks.scoring.scores.scoring_times import surely_before
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Change, Evaluation
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.persons.identity import ambiguous, person_called, whose

_Score = tuple[str | None, ...]
"""Of which bid, criterion, lot, phase and evaluator a changed score is."""


class Unjoined(Frozen):
    """A score whose recorded changes do not join: what one of them ends in, and what the next begins with."""

    who: str
    bid: str
    criterion: str
    after: str
    before: str


@check
def changes_join(node: Node[Evaluation], case: Case) -> Found[Unjoined]:
    """Flag a change of a score that begins with another number than the change before it ended in."""
    if node.value.changes is None:
        yield Unassessed(node, "evaluation.changes is not given", ("evaluation.changes",))
        return
    groups: dict[_Score, list[Change]] = {}
    for one in node.value.changes:
        if one.bid and one.criterion and one.from_ != one.to:
            groups.setdefault(_score_of(case, one), []).append(one)
    for changes in groups.values():
        # One change that is written twice is one.
        some = list({(one.from_, one.to, one.at): one for one in changes}.values())
        if len(some) > 1:
            yield from _joined(case, some)


def _score_of(case: Case, one: Change) -> _Score:
    phase = phase_named(one.stage) or one.stage
    who = whose(case, one.evaluator) if one.evaluator and phase != AGREED else None
    return one.bid, one.criterion, lot_of(case, one.bid, one.lot), phase, who


def _joined(case: Case, changes: list[Change]) -> Iterator[Hit[Unjoined] | Unassessed]:
    """Judge the changes of one score, in the order of their times; without an order nobody can tell."""
    lacking = next((each for each in changes if each.at is None or each.from_ is None or each.to is None), None)
    if lacking is not None:
        missing = "at" if lacking.at is None else "from" if lacking.from_ is None else "to"
        name = f"{text_of(lacking.path)}.{missing}"
        yield Unassessed(lacking.node, f"{name} is not given, and the score was changed more than once", (name,))
        return
    ordered = sorted(changes, key=lambda one: sum(_is_before(case, other, one) for other in changes))
    for first, second in pairwise(ordered):
        if not _is_before(case, first, second):
            name = f"{text_of(second.path)}.at"
            yield Unassessed(second.node, "which of two changes of one score came first is not recorded", (name,))
            return
    for first, second in pairwise(ordered):
        if first.to is not None and second.from_ is not None and first.to != second.from_:
            facts = Unjoined(
                person_called(case, second.evaluator)
                if second.evaluator and _score_of(case, second)[-1]
                else "the panel",
                bid_called(case, second.bid),
                called_by_id(case, second.criterion),
                plain(first.to),
                plain(second.from_),
            )
            yield Hit(second.field("from_"), facts, ((first.field("to"), "what the change before it ends in"),))


def _is_before(case: Case, first: Change, second: Change) -> bool:
    return first.at is not None and second.at is not None and surely_before(case, first.at, second.at) is True


class ByAnother(Frozen):
    """A member of the panel who changed another member's own scores, how many, and of which bids and criteria."""

    person: str
    who: str
    number: int
    cells: tuple[str, ...]


@check
def own_scores_changed_by_their_own(node: Node[Evaluation], case: Case) -> Found[ByAnother]:
    """Ask about own scores of one member of the panel that another member is recorded as having changed.

    The panel's own scores are nobody's, and who is not on the panel is left to `changed-by-the-panel`.
    """
    lacks = tuple(f"evaluation.{name}" for name in ("changes", "panel") if getattr(node.value, name) is None)
    if lacks:
        yield Unassessed(node, f"{lacks[0]} is not given", lacks)
        return
    seats = [*(node.value.panel or ()), *(one.evaluator for one in node.value.allocation or () if one.evaluator)]
    known = {whose(case, one) for one in seats}
    found: dict[tuple[str, str], list[Change]] = {}
    for one in node.value.changes or ():
        if not one.by or not one.evaluator or one.from_ == one.to or phase_named(one.stage) == AGREED:
            continue
        unclear = next((name for name in ("by", "evaluator") if ambiguous(case, getattr(one, name))), None)
        key = whose(case, one.by), whose(case, one.evaluator)
        if unclear:
            yield Unassessed(one.node, *which_of(person_called(case, getattr(one, unclear)), one.field(unclear)))
        elif key[0] != key[1] and set(key) <= known:
            found.setdefault(key, []).append(one)
    for (by, whom), changes in found.items():
        first = changes[0]
        cells = tuple(f"{bid_called(case, one.bid)} on {called_by_id(case, one.criterion)}" for one in changes)
        facts = ByAnother(
            person_called(case, first.by or ""), person_called(case, first.evaluator or ""), len(changes), cells[:MOST_TOLD]
        )  # fmt: skip
        related = tuple((one.field("by"), "another change by them") for one in changes[1:MOST_RELATED])
        yield Hit(first.field("by"), facts, related, "possible", f"{by}|{whom}")
