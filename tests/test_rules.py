"""Every rule file: it loads, and its examples say exactly what it says. Never edited when a rule is added."""

import pytest

from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.shipped import EXAMPLES, RULES, run_once

PACKS = shipped_packs()
EACH = [(rule, example) for rule in RULES for example in EXAMPLES[rule.name]]


@pytest.mark.parametrize(("rule", "example"), EACH, ids=[f"{r.name}:{e.line}" for r, e in EACH])
def test_an_example_says_exactly_what_the_rule_says(rule, example):
    shown = run_once(rule, example)
    assert shown.got == shown.expected


def test_there_are_at_least_thirty_six_core_rules():
    core = next(pack for pack in PACKS if pack.name == "core")
    assert len(core.rules) >= 36


def test_core_rules_rest_on_no_countrys_law():
    core = next(pack for pack in PACKS if pack.name == "core")
    published = ("Open Contracting Partnership, Red Flags in Public Procurement (2024), ", "redflags.eu indicators, ")
    strange = {one.cite for rule in core.rules for one in rule.sources if not one.cite.startswith(published)}
    assert strange == set()
    assert {rule.basis for rule in core.rules} == {"guidance", "record", "heuristic"}
