"""A check that measures, a rule of it, and a small evaluation to try them on."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fairaudit.checks.base import Hit, Tabled, Unassessed, check_of
from fairaudit.checks.measurement import Measurement, Table
from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import pack_of, shipped_packs
from fairaudit.engine.rulefiles.reading import check_rule
from fairaudit.engine.rulefiles.text import Belonging, read_rule
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import evaluator_called
from tests.conftest import case_of

CASE = """
tender: {title: X, award_criteria: [{id: Q, weight: 100, scale: {minimum: 0, maximum: 5}}]}
people: [{id: e1, name: Ada Alder}]
evaluation:
  panel: [e1, e2]
  individual: [{evaluator: e1, bid: B1, criterion: Q, score: 1.5}, {evaluator: e2, bid: B1, criterion: Q, score: 4}]
"""
LOCKED = CASE + "  locked: true\n"
RULE = """
id: spread-of-scores
title: How far scores of one bid are apart
family: scoring
stage: evaluation
severity: low
confidence: certain
basis: {basis}
given: evaluation
check: spread
message: "Scores are {{gap}} apart."
measured: {{{kind}: "{said}"}}
why: It may be a slip.
fix: Look again.
ask: Why?
sources: [Stefansky 1972]
examples: {{}}
"""
SAID = "{looked} scores were looked at; the widest gap is {gap}."


class Spread(Frozen):
    """How many scores, and how far apart."""

    looked: int
    gap: Decimal


def spread(node: Node[Evaluation], case: Case) -> Iterator[Hit[Spread] | Unassessed | Tabled]:
    """Measure how far scores are apart, and find that they are."""
    scores = [one for one in node.value.individual or () if one.score is not None]
    rows = tuple((evaluator_called(case, one.evaluator), one.score) for one in scores)
    values = [one.score for one in scores if one.score is not None]
    facts = Spread(len(values), max(values) - min(values))
    yield Tabled(node, Measurement("counted", facts, (Table("spread", ("evaluator", "score"), rows),)))
    yield Hit(node, facts, related=tuple((one.node, "a score") for one in scores if one.bid == "B1"))


def measured_rules(*, said=SAID, kind="counted", basis="record", applies="always"):
    text = RULE.format(said=said, kind=kind, basis=basis).replace("examples: {}", PROOF)
    source = read_rule(text.encode(), "local/spread-of-scores.yaml", Belonging("local"))
    return Chosen((check_rule(source, {"spread": check_of(spread, "spread")}),), applies)


PROOF = "examples: {review: [{case: {}, finds: []}], passed: [{case: {}}]}"


class Chosen(tuple):
    """Rules, and when their pack is asked."""

    def __new__(cls, rules, applies="always"):
        self = super().__new__(cls, rules)
        self.applies = applies
        return self


def statistic():
    return measured_rules(basis="statistic")


RULES = tuple(
    rule for pack in shipped_packs() if pack.name == "core" for rule in pack.rules if rule.id == "score-off-its-scale"
)


def audited(text, rules, **settings):
    local = pack_of(
        "local", "Local", tuple(one for one in rules if one.pack == "local"), getattr(rules, "applies", "always")
    )
    core = pack_of("core", "Core", tuple(one for one in rules if one.pack == "core"))
    return run([case_of(text)], choose((core, local), Config(), (), ()), Settings(date(2026, 3, 5), **settings))


def verdict(case, rule):
    return next(one for one in case.verdicts if one.rule == rule)
