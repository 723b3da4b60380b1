"""How far a procurement has come: the latest of what the case holds, its status, and what its dates say."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.engine.contract.report import Stage
from fairaudit.engine.facts import in_words
from fairaudit.engine.rulefiles.rule import STAGES
from fairaudit.law.notices import notice_kind
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.scalars import When

_BY_STATUS = {
    "template": "template", "draft": "tender", "planned": "tender", "active": "tender",
    "complete": "award", "cancelled": "tender", "unsuccessful": "evaluation", "withdrawn": "tender",
}  # fmt: skip

_RECORDS_OF_EVALUATION = (
    "weights_applied", "criteria_applied", "changes", "access_log", "attendance", "summaries", "opened", "abnormally_low",
    "locked",
)  # fmt: skip
"""What is only written down once bids are looked at; a method, a panel and its allocation may stand before there are any."""

_TURNED_AWAY = ("rejected", "disqualified", "excluded")
"""What becomes of a bid once it is looked at; that it is late, and whether it came, may be seen before."""

_AFTER_A_DECISION = {
    "intention-to-award": "an intention to award", "standstill-letter": "the decision on the award",
    "transparency": "a direct award", "contract-award": "an award", "urgent-award": "an urgent award",
    "contract-details": "a contract", "contract-payment": "payments under a contract",
    "contract-performance": "how a contract is performed", "contract-change": "a change of a contract",
    "urgent-modification": "a change of a contract", "contract-termination": "the end of a contract",
}  # fmt: skip
"""What notices announce that only come once it is decided who gets the contract, by their kind."""


def stage_of(case: Case, asked: str | None = None) -> Stage:
    """Return the stage of a case and how it was settled; what a caller asked for wins."""
    if asked is not None:
        held = max(_held(case), key=lambda one: STAGES.index(one.name), default=None)
        return Stage(asked, "asked for with --stage", held.name if held else "")
    if case.tender.status == "template" and not any(_held(case)):
        return Stage("template", "tender.status is template")
    found = [Stage("tender", "the case holds nothing later"), *_held(case), *_dated(case)]
    if case.tender.status:
        found.append(Stage(_BY_STATUS[case.tender.status], f"tender.status is {case.tender.status}"))
    return max(found, key=lambda one: STAGES.index(one.name))


def _held(case: Case) -> Iterator[Stage]:
    """Yield what the sections of a case say about its stage."""
    if case.awards:
        yield Stage("award", "the case holds awards")
    elif case.procurement.representations:
        # Nobody answers a decision that is not made; its award may be recorded only after the standstill.
        yield Stage("award", "the case holds representations")
    else:
        kinds = (notice_kind(one.kind) for one in case.tender.notices or ())
        told = next((_AFTER_A_DECISION[one] for one in kinds if one in _AFTER_A_DECISION), None)
        if told:
            yield Stage("award", f"a notice tells of {told}")
    evaluation = case.evaluation
    if evaluation.individual or evaluation.consensus or evaluation.totals or evaluation.ranking:
        yield Stage("evaluation", "the case holds scores")
    elif case.bids and any(one.startswith("evaluation.") for one in case.unread):
        yield Stage("evaluation", "the case names tables of scores, and one of them could not be read")
    elif any(getattr(evaluation, one) for one in _RECORDS_OF_EVALUATION):
        yield Stage("evaluation", "the case holds records of the evaluation")
    if any(one.defects or one.status in _TURNED_AWAY for one in case.bids):
        # Who says what a bid lacks has looked at it, whatever the tender is still said to be.
        yield Stage("evaluation", "the case holds what was found or decided about bids")
    elif case.bids:
        yield Stage("bidding", "the case holds bids")
    elif case.enquiries or case.events:
        yield Stage("bidding", "the case holds enquiries or events")


def _dated(case: Case) -> Iterator[Stage]:
    """Yield what the dates of the tender say on the day of the audit."""
    tender = case.tender
    period = tender.tender_period
    if tender.status == "planned" and tender.published is None:
        # The dates of what is planned are planned too: that a day has passed does not say that anything happened on it.
        return
    begun = period.start_date if period else None
    if _past(case, tender.published, by_tonight=True):
        yield Stage("bidding", f"it was published on {in_words(tender.published)}")
    elif tender.published is None and _past(case, begun, by_tonight=True):
        yield Stage("bidding", f"the time to bid began on {in_words(begun)}")
    deadline = period.end_date if period else None
    if _past(case, deadline, by_tonight=False):
        yield Stage("evaluation", f"the deadline of {in_words(deadline)} has passed")


def _past(case: Case, when: When | None, by_tonight: bool) -> bool:
    """Whether a moment lies before the end of the day of the audit, or before its beginning."""
    if when is None or case.today is None:
        return False
    return case.clock.before(when, When(case.today), end_first=not by_tonight, end_second=by_tonight) is True
