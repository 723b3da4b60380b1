"""Criteria of another stage than the award's: those of which the record holds nothing, and those of selection that are scored.

Who is invited is often scored by criteria that are a whole of their own. The record of one stage says nothing of another: that
it holds no scores for these does not say that none were given.
"""

from collections.abc import Iterable, Iterator

from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.criteria.labels import meant_by
from fairaudit.checks.scoring.criteria.of_lots import lots_apart, of_the_award, tops_for
from fairaudit.checks.scoring.criteria.tree import Question, question_with
from fairaudit.checks.scoring.sittings import sitting_of
from fairaudit.procurement.case import Case
from fairaudit.sources.document import Path


def is_of_an_unrecorded_stage(case: Case, question: Question) -> bool:
    """Whether a criterion is of another stage than the award's, a whole of its own of which nothing is recorded."""
    return question.lineage[-1].path in case.once(_unrecorded)


def is_of_another_stage(case: Case, question: Question) -> bool:
    """Whether a criterion is of another stage than the award's for every lot, all of whose criteria are a whole of their own."""
    return question.lineage[-1].path not in case.once(_of_the_award)


def _of_the_award(case: Case) -> frozenset[Path]:
    """Return the criteria in no group that count for the award of a lot."""
    return frozenset(one.criterion.path for lot in lots_apart(case) for one in of_the_award(tops_for(case, lot)))


def unrecorded_stages(case: Case, asked: Iterable[Question]) -> Iterator[Unassessed]:
    """Yield once for every stage of which nothing is recorded that nobody can tell how its criteria were applied."""
    first: dict[str | None, Question] = {}
    for one in asked:
        if is_of_an_unrecorded_stage(case, one):
            first.setdefault(one.lineage[-1].stage, one)
    for stage, one in first.items():
        at = one.lineage[-1]
        known = f"of the stage “{stage}”" if stage else "without a stage"
        reason = f"the criteria {known} are a whole of their own, and the record holds nothing of them"
        yield Unassessed(at.node, reason, (f"evaluation (the record {known})",))


def _unrecorded(case: Case) -> frozenset[Path]:
    """Return the criteria in no group of every stage beside the award's of which no record names any."""
    award: set[Path] = set()
    stages: dict[str | None, set[Path]] = {}
    for lot in lots_apart(case):
        asked = tops_for(case, lot)
        award.update(one.criterion.path for one in of_the_award(asked))
        for one in asked:
            stages.setdefault(one.criterion.stage, set()).add(one.criterion.path)
    recorded = _recorded(case) if any(not some <= award for some in stages.values()) else set()
    return frozenset(path for some in stages.values() if not some & (award | recorded) for path in some)


def _recorded(case: Case) -> set[Path]:
    """Return the criteria in no group that records name, by themselves or by their parts."""
    record = case.evaluation
    labels = [*(record.criteria_applied or ()), *(record.weights_applied or {})]
    labels += [one.criterion for one in (*(record.consensus or ()), *(record.individual or ())) if one.criterion]
    return {one.lineage[-1].path for label in dict.fromkeys(labels) for one in meant_by(case, label).questions}


def is_published_for_selection(case: Case, label: str) -> bool:
    """Whether a label is the id or the name of a published criterion of selection."""
    return _plain(label) in case.once(_of_selection)


def is_scored_apart(case: Case, label: str) -> bool:
    """Whether a label stands with scores alone, all of a part of the competition for which no award criterion is scored."""
    record = case.evaluation
    if label in (record.criteria_applied or ()) or label in (record.weights_applied or {}):
        return False
    scores = [one for one in (*(record.consensus or ()), *(record.individual or ())) if one.criterion]
    own = {sitting_of(one) for one in scores if one.criterion == label}
    award = {sitting_of(one) for one in scores if question_with(case, one.criterion)}
    return None not in own and not own & award


def _of_selection(case: Case) -> frozenset[str]:
    known = (name for one in case.tender.selection_criteria or () for name in (one.id, one.name) if name)
    return frozenset(map(_plain, known))


def _plain(label: str) -> str:
    return " ".join(label.casefold().split())
