"""Whether a reason for a score stands beside it, or with a change of it, in a record that is complete."""

from fairaudit.checks.moderation.boilerplate import explained
from fairaudit.checks.moderation.cells import qualities
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.told import tells


def gives_a_reason(case: Case, score: Score) -> bool:
    """Whether a reason or a comment beside a score of the panel says something of the bid; beside a price, anything at all."""
    if case.once(qualities)[score.criterion]:
        return score.path in explained(case)
    return any(map(tells, (score.reason, score.comment)))


def lacks_a_reason(case: Case, score: Score) -> bool:
    """Whether no reason for a score stands in a record that is complete, be it beside it or with a change of the score."""
    complete = all(case.holds_all(f"evaluation.{one}") for one in ("individual", "consensus"))
    changed = (score.bid, score.criterion) in case.once(_changed_for_a_reason)
    return complete and not changed and not gives_a_reason(case, score)


def _changed_for_a_reason(case: Case) -> frozenset[tuple[str | None, str | None]]:
    return frozenset((one.bid, one.criterion) for one in case.evaluation.changes or () if tells(one.reason))
