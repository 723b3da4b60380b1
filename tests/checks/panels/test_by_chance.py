"""What is found by chance leads to review at most: no rule of a test is anything but a statistic."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from fairaudit.checks.catalogue import Catalogue
from fairaudit.engine.contract.report import Outcome
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.engine.rulefiles.reading import RuleError, check_rule
from fairaudit.engine.rulefiles.rule import P_VALUES
from fairaudit.engine.rulefiles.text import Belonging, read_rule

ROOT = Path(__file__).parents[3]
RULES = {one.name: one for pack in shipped_packs() for one in pack.rules}
STATISTICS = sorted(name for name, one in RULES.items() if one.basis == "statistic")
BY_CHANCE = {
    ("fairaudit.analysis.seeded", "Chance"),
    ("fairaudit.analysis.seeded", "SEED"),
    ("fairaudit.analysis.panels.residuals", "tail_p"),
    ("fairaudit.analysis.panels.marks", "expected_alike"),
    ("fairaudit.analysis.panels.marks", "expected_nearly_alike"),
    ("fairaudit.analysis.panels.chances", "fisher_at_least"),
    ("fairaudit.analysis.panels.chances", "holm"),
    ("fairaudit.analysis.panels.powers", "power"),
}
"""What draws at random, makes a p-value, or says what a test could have found."""


@cache
def module(name):
    """What a module defines, and what it imports, anywhere in it."""
    path = ROOT / (name.replace(".", "/") + ".py")
    if not path.is_file():
        return {}, {}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    defined = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef | ast.ClassDef)}
    imported = {
        one.asname or one.name: (node.module, one.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for one in node.names
    }
    return defined, imported


@cache
def used(place):
    """What a function or class names of its own module and of others, and whether it makes a hit."""
    defined, imported = module(place[0])
    if place[1] not in defined:
        return frozenset(), False
    nodes = list(ast.walk(defined[place[1]]))
    names = {one.id for one in nodes if isinstance(one, ast.Name)}
    own = {(place[0], one) for one in names & defined.keys()}
    others = {imported[one] for one in names & imported.keys() if imported[one][0].startswith("fairaudit.")}
    makes = {one.func.id for one in nodes if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)}
    return frozenset(own | others), "Hit" in makes


def reached(start):
    """Every function and class of the package that a function leads to, by module and name."""
    found, waiting = set(), [start]
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting += used(place)[0]
    return found


def found_by_chance():
    found = set()
    for name, one in Catalogue().items():
        places = reached((one.run.__module__, one.run.__name__))
        if places & BY_CHANCE and any(used(one)[1] for one in places):
            found.add(name)
    return found


def test_every_check_that_finds_by_chance_says_how_likely_chance_makes_it():
    found = found_by_chance()
    silent = {name for name in found if not Catalogue()[name].facts & P_VALUES}
    assert found - silent == {RULES[name].check.name for name in STATISTICS}
    # These two only measure: no example of their rules finds anything.
    assert silent == {"near-tie", "first-by-other-weights"}
    measuring = [one for one in RULES.values() if one.check.name in silent]
    assert [shown for one in measuring for shown in one.examples if shown.finds] == []


def test_every_rule_of_such_a_check_is_a_statistic_and_the_other_way_round():
    told = {name for name, one in RULES.items() if Catalogue()[one.check.name].facts & P_VALUES}
    assert sorted(told) == STATISTICS
    assert len(STATISTICS) == 5


def test_a_rule_with_a_level_of_chance_that_is_no_statistic_only_asks():
    levels = {name for name, one in RULES.items() if "chance" in one.given_options and name not in STATISTICS}
    assert levels == {"evaluation/single-scores-that-say-what-was-agreed"}
    assert {RULES[name].confidence.value for name in levels} == {"possible"}


@pytest.mark.parametrize("name", STATISTICS)
def test_a_statistic_shows_review_alone_and_says_with_what_power(name):
    rule = RULES[name]
    assert {one.outcome for one in rule.examples if one.finds} == {Outcome.REVIEW.value}
    assert any("{power}" in said for said in rule.measured.values())


def test_what_rests_on_a_test_says_its_power_whether_or_not_anything_is_found():
    told = RULES["evaluation/departs-and-decides"].measured
    assert {kind for kind, said in told.items() if "{power}" in said} == {"asked", "none"}
    assert "{baseline}" in told["asked"]


@pytest.mark.parametrize("name", STATISTICS)
def test_a_test_by_chance_under_another_basis_does_not_load(name):
    assert faults(name, lambda text: text) == []
    for basis in ("record", "heuristic"):
        (fault,) = faults(name, lambda text, basis=basis: text.replace("basis: statistic", f"basis: {basis}", 1))
        assert re.search(
            r":7:8: `basis` should be `statistic`, which leads to review: the check `[a-z-]+` tells", fault
        )


def test_a_statistic_that_is_flagged_alone_does_not_load():
    name = "evaluation/evaluator-departs-for-one-bid"
    (fault,) = faults(name, lambda text: text.replace("\n  review:\n", "\n  flagged:\n", 1))
    assert fault.endswith("a statistic alone is never flagged: put its examples under `review:`")


def faults(name, changed):
    path = ROOT / "rules" / f"{name}.yaml"
    pack = name.split("/", maxsplit=1)[0]
    text = changed(path.read_text(encoding="utf-8"))
    try:
        check_rule(read_rule(text.encode(), f"rules/{name}.yaml", Belonging(pack)), Catalogue())
    except RuleError as error:
        return [str(one) for one in error.faults]
    return []
