"""A bid that was put out for a pass/fail question which, by the record, it met."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria.of_lots import lot_ids
from fairaudit.checks.scoring.criteria.tree import Question, called, questions
from fairaudit.checks.scoring.evaluation_records import PUT_OUT, bid_named, lot_of, maybe
from fairaudit.checks.scoring.minimums.met import names
from fairaudit.checks.scoring.sittings import counting
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid

_CLAUSE = late_pattern(r"[^.;\n]+")
_FAILED = late_pattern(
    r"\b(?:(?:not|never) (?:\w+ )?(?:pass|passed|met|meet|fulfilled|satisfied|satisfy)"
    r"|(?<!not )(?<!never )fail(?:s|ed|ure|ing)?)\b",
    re.IGNORECASE,
)
_LACKS = (
    r"(?:(?<!\w)no|(?<!not )without|(?<!\w)(?:lacks?|lacking|missing|absence of|lack of))"
    r"(?: (?:any|the|valid|current|adequate|sufficient|required|(?:proof|evidence|certificates?) of))*"
)
_GIVEN = "(?:given|provided|supplied|held|shown|enclosed)"
_IS_LACKING = rf"(?: (?:is|was|are|were|has|have|been))* (?:missing|absent|lacking|not {_GIVEN})"
# `No insurance breakdown` may be a matter of the price.
_ENDS = rf"(?=\s*(?:[,(\[]|$)| (?:was|is|were|are|has|had|{_GIVEN}|and|or|at|by|in)\b)"
# `No concerns about insurance (G1)` is no lack of it.
_SOMETHING = r"(?: (?!concern|issue|problem|objection|doubt|fault|defect|question|reason|fail)[\w-]+){1,4}"


class QuestionMet(Frozen):
    """A bid that was put out for a pass/fail question that it is recorded as meeting."""

    bid: str
    criterion: str
    status: str


@check
def put_out_by_a_question_met(node: Node[Bid], case: Case) -> Found[QuestionMet]:
    """Flag a bid that is out for having failed a pass/fail question, while all that is recorded says that it met it.

    The panel's word counts, else that of all its members, which makes it a question. Where the reason names several pass/fail
    questions, all of them must be met. A reason that only says that what a question is about was not there makes it a question.
    """
    bid = node.value
    if bid.status not in PUT_OUT or not bid.reason or bid.id is None:
        return
    lot = lot_of(case, bid.id, bid.lot)
    asked = _failed_by_the_reason(case, str(bid.reason), lot)
    plainly = bool(asked)
    asked = asked or _lacking_by_the_reason(case, str(bid.reason), lot)
    met = [(one, *met_on_record(case, one, bid.id, lot)) for one in asked]
    if silent := next((one for one, scores, _ in met if not scores), None):
        reason = (
            f"whether {bid_named(case, bid)} met {called(silent.criterion)}, for which it was put out, is not recorded"
        )
        yield Unassessed(bid.field("reason"), reason, ("evaluation.consensus",))
        return
    if not met or any(each.met is False for _, scores, _ in met for each in scores):
        return
    question, scores, agreed = met[0]
    related = ((scores[0].field("met"), "what is recorded"), (question.criterion.node, "the question"))
    facts = QuestionMet(bid_named(case, bid), called(question.criterion), str(bid.status))
    sure = plainly and agreed and len(met) == 1
    yield Hit(bid.field("reason"), facts, related, maybe(not sure), f"{bid.id}|{question.criterion.id or ''}")


def _failed_by_the_reason(case: Case, reason: str, lot: str | None) -> list[Question]:
    """Return the pass/fail questions of a lot that a reason says were not met, each named beside the words that say so."""
    clauses = [one[0] for one in _CLAUSE.finditer(reason) if _FAILED.search(one[0])]
    return [one for one in gates_of(case, lot) if any(names(clause, one) for clause in clauses)]


def _lacking_by_the_reason(case: Case, reason: str, lot: str | None) -> list[Question]:
    """Return the pass/fail questions of a lot whose subject, by a reason, was not there: `No insurance`, `No cover (G1)`."""
    clauses = [one[0] for one in _CLAUSE.finditer(reason)]
    return [one for one in gates_of(case, lot) if any(_says_it_lacks(clause, one) for clause in clauses)]


def _says_it_lacks(clause: str, question: Question) -> bool:
    key, name = (re.escape(one) if one else "" for one in (question.criterion.id, question.criterion.name))
    called = "|".join(rf"(?<!\w){one}(?!\w)" for one in (key, name) if one) or r"(?!)"
    called = rf"(?:{called})(?: (?:cover|certificates?|policy|proof|evidence))?"
    forms = [rf"{_LACKS} {called}{_ENDS}", rf"{called}{_IS_LACKING}"]
    forms += [rf"{_LACKS}{_SOMETHING} [(\[]{key}[)\]]"] if key else []
    return any(re.search(one, clause, re.IGNORECASE) for one in forms)


def gates_of(case: Case, lot: str | None) -> list[Question]:
    """Return the pass/fail questions of a lot."""
    gates = [one for one in questions(case) if one.criterion.treatment == "pass-fail"]
    return [
        one for one in gates if one.applies_to(lot) and (lot is not None or lot_ids(case) == (None,) or not one.lots)
    ]


def met_on_record(case: Case, question: Question, bid: str, lot: str | None) -> tuple[list[Score], bool]:
    """Return what is recorded of a bid on a question, by the panel or else by its members, and whether it is the panel's."""
    found = [
        [
            one
            for one in counting(scores)
            if one.bid == bid
            and one.criterion is not None
            and one.criterion == question.criterion.id
            and one.met is not None
            and one.lot in (None, lot)
        ]
        for scores in (case.evaluation.consensus, case.evaluation.individual)
    ]
    return found[0] or found[1], bool(found[0])
