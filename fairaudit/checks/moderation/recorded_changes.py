"""Checks of the family `scoring` on recorded changes of scores: against the scores that stand, and on who made them."""

from __future__ import annotations

from fairaudit.analysis.phases import AGREED, INDIVIDUAL, phase_named
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.moderation.cells import MOST_RELATED, MOST_TOLD
from fairaudit.checks.reasons import unplaced, which_of
from fairaudit.checks.scoring.criteria.tree import called_by_id, question_with
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, maybe, plain
from fairaudit.checks.scoring.scores.scoring_times import surely_before
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Change, Evaluation, Score
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.identity import (
    ambiguous,
    called_otherwise,
    known_person,
    may_mean,
    person_called,
    ways_written,
    whose,
)
from fairaudit.procurement.persons.roles import role_named

_SCORING_ROLES = frozenset({"evaluator", "chair"})


class Contradicted(Frozen):
    """A score that was changed to one number, and that the record holds with another."""

    who: str
    bid: str
    criterion: str
    before: str
    after: str
    score: str


@check
def changes_end_in_the_record(node: Node[Change], case: Case) -> Found[Contradicted]:
    """Flag a recorded change after which the record holds neither what the score was changed to, nor a later change of it.

    A member's sheet that was kept as it was is none. What the panel may have scored again, or a change that may be of another
    score, is a question.
    """
    change = node.value
    if change.to is None or change.from_ == change.to or not change.bid or not change.criterion:
        return
    held, told = _held(case, change)
    of_one = change.evaluator is not None and phase_named(change.stage) != AGREED
    stand = {change.to, change.from_} if of_one else {change.to}
    if not held or any(one.score in stand for one in held) or _changed_again(case, change, held):
        return
    score = held[0]
    sure = told and len(held) == 1 and score.score != change.from_ and not _may_be_after(case, change, score)
    facts = Contradicted(
        person_called(case, change.evaluator) if of_one and change.evaluator else "the panel",
        bid_called(case, change.bid),
        called_by_id(case, change.criterion),
        "another score" if change.from_ is None else plain(change.from_),
        plain(change.to),
        "" if score.score is None else plain(score.score),
    )
    yield Hit(node.value.field("to"), facts, ((score.field("score"), "what the record holds"),), maybe(not sure))


def _held(case: Case, change: Change) -> tuple[list[Score], bool]:
    """Return the scores that a change may be of, and whether its phase says which these are."""
    beside = case.once(_by_cell).get((change.bid, change.criterion), _Cell([], [], []))
    panel, own = ([one for one in each if _is_of(case, one, change)] for each in (beside.panel, beside.own))
    phase, who = phase_named(change.stage), whose(case, change.evaluator) if change.evaluator else None
    own = [one for one in own if one.evaluator and whose(case, one.evaluator) == who]
    if phase == AGREED:
        return panel, True
    if phase == INDIVIDUAL and who:
        return own, True
    return (own + panel if who else panel), False


class _Cell(Frozen):
    panel: list[Score]
    own: list[Score]
    changes: list[Change]


def _by_cell(case: Case) -> dict[tuple[str | None, str | None], _Cell]:
    found: dict[tuple[str | None, str | None], _Cell] = {}
    for at, records in enumerate((case.evaluation.consensus, case.evaluation.individual)):
        for one in records or ():
            if one.score is not None:
                cell = found.setdefault((one.bid, one.criterion), _Cell([], [], []))
                (cell.own if at else cell.panel).append(one)
    for change in case.evaluation.changes or ():
        found.setdefault((change.bid, change.criterion), _Cell([], [], [])).changes.append(change)
    return found


def _is_of(case: Case, one: Score | Change, change: Change) -> bool:
    """Whether a score, or another change, of a bid and criterion may be for the lot and part of the competition of a change."""
    where = {lot_of(case, each.bid, each.lot) for each in (one, change)} - {None}
    parts = {each.stage for each in (one, change) if each.stage and phase_named(each.stage) is None}
    return len(where) < 2 and len(parts) < 2


def _changed_again(case: Case, change: Change, held: list[Score]) -> bool:
    """Whether another change accounts for what the record holds, or may have come later."""
    beside = case.once(_by_cell)[change.bid, change.criterion].changes
    others = [one for one in beside if one is not change and _is_of(case, one, change)]
    scores = {one.score for one in held}
    return any(one.to in scores or _may_be_after(case, change, one) for one in others)


def _may_be_after(case: Case, change: Change, other: Score | Change) -> bool:
    """Whether what another record says was done after a change, or may have been; of a score without a time nothing says so."""
    if other.at is None or change.at is None:
        return isinstance(other, Change)
    return surely_before(case, other.at, change.at) is not True


class Outsider(Frozen):
    """Somebody who changed scores without being on the panel, and how many of which bids and criteria."""

    person: str
    number: int
    cells: tuple[str, ...]


@check
def changed_by_the_panel(node: Node[Evaluation], case: Case) -> Found[Outsider]:
    """Flag changes of scores by somebody who is not on the panel, nor named in the allocation.

    A recorded role in scoring makes it a question, and so do prices, which are often worked out by others, and a name of which
    no record of a person says anything, which may be a word for the panel.
    """
    evaluation = node.value
    lacks = tuple(f"evaluation.{name}" for name in ("changes", "panel") if getattr(evaluation, name) is None)
    if lacks:
        yield Unassessed(node, f"{lacks[0]} is not given", lacks)
        return
    seats = [*(evaluation.panel or ()), *(one.evaluator for one in evaluation.allocation or () if one.evaluator)]
    known, ways = {whose(case, one) for one in seats}, ways_written(case, seats)
    strange: dict[str, list[Change]] = {}
    for one in evaluation.changes or ():
        if one.by and one.from_ != one.to and whose(case, one.by) not in known:
            strange.setdefault(whose(case, one.by), []).append(one)
    for key, changes in strange.items():
        name, at = changes[0].by or "", changes[0].field("by")
        if ambiguous(case, name) or any(may_mean(case, one, name) for one in seats if ambiguous(case, one)):
            yield Unassessed(changes[0].node, *which_of(person_called(case, name), at))
        elif called_otherwise(case, name, ways):
            yield Unassessed(changes[0].node, *unplaced(case, name))
        else:
            cells = tuple(f"{bid_called(case, one.bid)} on {called_by_id(case, one.criterion)}" for one in changes)
            related = tuple((one.field("by"), "another change by them") for one in changes[1:MOST_RELATED])
            facts = Outsider(person_called(case, name), len(changes), cells[:MOST_TOLD])
            yield Hit(at, facts, related, maybe(_may_change(case, name, changes)), key)


def _may_change(case: Case, name: str, changes: list[Change]) -> bool:
    person = known_person(case, name)
    roles = {role_named(one.role) for one in (person.roles or () if person else ()) if one.role}
    questions = [question_with(case, one.criterion) for one in changes]
    return person is None or bool(roles & _SCORING_ROLES) or all(one is not None and one.is_price for one in questions)
