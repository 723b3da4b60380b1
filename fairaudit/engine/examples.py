"""The examples in a rule file, run: they are the rule's tests and its manual."""

from __future__ import annotations

from datetime import date

from fairaudit.engine.contract.report import Outcome
from fairaudit.engine.facts import fill
from fairaudit.engine.judge import Judgement, contained, judge
from fairaudit.engine.rulefiles.packs import law_packs
from fairaudit.engine.rulefiles.rule import Example, Rule
from fairaudit.engine.sections.measuring import sentences
from fairaudit.frozen import Frozen
from fairaudit.law.regime import InForce, standing
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.loading import load_case
from fairaudit.procurement.model.node import text_of
from fairaudit.sources.document import Document, FairauditError

LATEST = "market"


class Shown(Frozen):
    """What an example says and what the rule said: the same, or the example fails."""

    rule: str
    outcome: str
    line: int
    expected: tuple[str, ...]
    got: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the rule says exactly what its example claims."""
        return self.expected == self.got


def example_case(example: Example, file: str) -> Case:
    """Return the small case of an example; raises `ModelError`."""
    document = Document(
        file=file, sha256="", text="", value=example.case, spans={(): (example.line, 1, example.line, 1)}
    )
    today = date.fromisoformat(example.today) if example.today else None
    return load_case((document,), today)


def laws_of(case: Case, rule: Rule) -> tuple[InForce, ...]:
    """Return the shipped laws that an example names, for a rule that asks what they allow."""
    if not any(one.law for one in rule.lawful_when):
        return ()
    named = [pack for pack in law_packs() if pack.name in (case.tender.law or ())]
    return tuple(InForce(pack.terms, pack.tables, standing(case, pack.terms).holds) for pack in named)


def run_example(rule: Rule, example: Example) -> Shown:
    """Return what a rule says about one of its examples, beside what the file claims."""
    expected = (example.outcome, *sorted(_claims(example)), *(example.measures or ()))
    try:
        case = example_case(example, rule.file)
        judgement = judge(case, rule, LATEST, laws=laws_of(case, rule))
    except FairauditError as error:
        return Shown(rule.name, example.outcome, example.line, expected, ("unreadable", str(error)))
    said: list[str] = []
    if not contained(judgement, lambda: said.extend((*sorted(_said(judgement)), *_measured(judgement, example)))):
        said = _said(judgement)
    return Shown(rule.name, example.outcome, example.line, expected, (judgement.outcome, *said))


def _claims(example: Example) -> tuple[str, ...]:
    if example.outcome == "not-assessed":
        return example.missing
    if example.outcome == "not-applicable":
        return (example.reason or "",)
    return example.finds


def _measured(judgement: Judgement, example: Example) -> list[str]:
    """Return what was measured: every sentence must be one the rule can say, also where the example shows none."""
    said = sentences(judgement, fill)
    return said if example.measures is not None else []


def _said(judgement: Judgement) -> list[str]:
    if judgement.outcome is Outcome.ERROR:
        return [judgement.reason or ""]
    if judgement.outcome is Outcome.NOT_ASSESSED:
        return sorted({name for one in judgement.unassessed for name in (one.missing or (one.reason,))})
    if judgement.outcome is Outcome.NOT_APPLICABLE:
        return [judgement.reason or ""]
    return [f"{text_of(one.hit.at.path)}: {fill(judgement.rule.message, one.values)}" for one in judgement.hits]
