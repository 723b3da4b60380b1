"""Which packs are asked of a case beside those that always are, and when what-if questions are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fairaudit.engine.contract.report import Audience, Outcome
from fairaudit.engine.judge import Judgement
from fairaudit.engine.rulefiles.paths import Unjudged
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Award

if TYPE_CHECKING:
    from fairaudit.engine.force import Rules
    from fairaudit.engine.rulefiles.rule import Rule

LOCKED = "evaluation.locked"
LOCKED_LATER = f"{LOCKED} (true, but only once no score can change any more)"
TOO_EARLY = (
    "before the scores are locked it would show which score to change; it is answered once evaluation.locked is true, "
    "or for the auditor"
)
AFTER_AWARD = (
    "after an award too it would show which score to change, as long as the record does not say that the scores are locked; "
    "it is answered once evaluation.locked is true, or for the auditor"
)


def packs_asked(case: Case, rules: Rules, scenario: bool) -> frozenset[str]:
    """Return the packs that are asked of a case: its laws, those about an evaluation where it has one, what-if where asked."""
    asked = frozenset(case.laws)
    if case.gives("evaluation"):
        asked |= rules.applying("evaluation")
    return asked | rules.applying("scenario") if scenario else asked


def is_early(case: Case, audience: Audience) -> bool:
    """Whether what would change the winner may not be told yet: whoever may still change a score would learn which."""
    return case.evaluation.locked is not True and audience is not Audience.AUDITOR


def is_open(case: Case, audience: Audience) -> bool:
    """Whether scores may still change: they are not locked and nothing is awarded, and it is not the auditor who asks."""
    if audience is Audience.AUDITOR or case.evaluation.locked is not None:
        return is_early(case, audience)
    return not any(_stands(case, one) for one in case.awards)


def _stands(case: Case, award: Award) -> bool:
    """Whether something was awarded: not proposed alone, nor on a day that is still to come."""
    coming = award.date is not None and case.today is not None and award.date.date > case.today
    return award.status not in _NOT_STANDING and not coming


_NOT_STANDING = ("pending", "cancelled", "unsuccessful")


def kept_back(case: Case, rule: Rule) -> Judgement:
    """Return the judgement of a what-if rule of which nothing may be told yet."""
    # Where it is given as false nobody is invited to say otherwise before it is so.
    name = LOCKED if case.evaluation.locked is None else LOCKED_LATER
    reason = AFTER_AWARD if any(_stands(case, one) for one in case.awards) else TOO_EARLY
    judgement = Judgement(rule, Outcome.NOT_ASSESSED, reason)
    judgement.unassessed.append(Unjudged("evaluation", reason, (name,)))
    return judgement
