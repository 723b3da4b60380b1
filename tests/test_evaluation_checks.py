"""docs/evaluation-checks.md names every rule about an evaluation, none that is not there, and of what kind it is."""

import re
from pathlib import Path

import pytest

from fairaudit.engine.rulefiles.packs import shipped_packs

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "evaluation-checks.md").read_text(encoding="utf-8")
PACKS = shipped_packs()
RULES = {one.name: one for pack in PACKS for one in pack.rules}
LINES = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.split("## The thirty\n")[1].split("## Asked besides")[0].splitlines()
    if re.match(r"\| \d+ \|", line)
]
LINK = re.compile(r"\[`([a-z0-9-]+/[a-z-]+)`\]\(rules/([a-z0-9-]+\.[a-z-]+)\.md\)")
KINDS = ("fact", "gap", "what if", "statistic", "description")
STATED = {"record", "statute", "case-law", "guidance"}


def rules_of(line):
    return [RULES[name] for name, _ in LINK.findall(line[4])]


def kinds_of(line):
    return set(line[3].split(", "))


def asks_at_most(rule):
    """Whether a rule measures or asks, and never flags."""
    return (
        rule.severity.value == "info" or rule.confidence.value == "possible" or rule.basis in ("statistic", "heuristic")
    )


def about_the_evaluation():
    """The rules that look at the record of an evaluation, and those of packs that are asked where there is one."""
    whole = {pack.name for pack in PACKS if pack.applies in ("evaluation", "scenario")}
    return {name for name, one in RULES.items() if one.pack in whole or re.match(r"evaluation\b", one.given.text)}


def test_there_are_thirty():
    assert [line[0] for line in LINES] == [str(number) for number in range(1, 31)]
    assert {len(line) for line in LINES} == {6}
    assert all(line[2].endswith("?") and line[5].endswith(".") for line in LINES)


def test_every_rule_named_is_there_and_its_page_too():
    links = LINK.findall(PAGE)
    assert {name for name, _ in links} - RULES.keys() == set()
    assert [name for name, page in links if page != name.replace("/", ".")] == []
    assert [page for page in re.findall(r"\]\(([^)]+\.md)\)", PAGE) if not (DOCS / page).is_file()] == []


def test_every_rule_about_the_evaluation_stands_on_the_page():
    besides = {name for name, _ in LINK.findall(PAGE.split("## Asked besides")[1])}
    named = {rule.name for line in LINES for rule in rules_of(line)}
    assert about_the_evaluation() - named == besides
    assert len(about_the_evaluation()) > 100
    assert len(besides) == 1


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_a_kind_agrees_with_the_basis_of_its_rules(line):
    kinds, rules = kinds_of(line), rules_of(line)
    assert rules
    assert kinds <= set(KINDS)
    assert ("statistic" in kinds) == any(one.basis == "statistic" for one in rules)
    others = [one for one in rules if one.basis != "statistic"]
    if kinds & {"fact", "gap"}:
        assert any(one.basis in STATED and one.severity.value != "info" for one in others)
    else:
        assert all(map(asks_at_most, rules))
    if "what if" in kinds:
        assert any(one.pack == "what-if" or one.severity.value == "info" for one in others)
    if "description" in kinds:
        assert any(map(asks_at_most, others)) or "statistic" in kinds


def test_the_rules_of_severity_info_that_find_something_are_the_two_named():
    info = [one for one in RULES.values() if one.pack in ("evaluation", "what-if") and one.severity.value == "info"]
    finding = {one.name for one in info if any(shown.finds for shown in one.examples)}
    assert finding == {"evaluation/low-prices-marked", "what-if/first-hangs-on-a-weight"}
    assert all(f"`{name}`" in PAGE.split("## The thirty\n")[0] for name in finding)


def test_what_would_have_changed_the_winner_only_informs_and_asks_at_most_about_a_weight():
    rules = [one for one in RULES.values() if one.pack == "what-if"]
    assert len(rules) == 10
    assert {one.severity.value for one in rules} == {"info"}
    found = {(one.name, shown.outcome) for one in rules for shown in one.examples if shown.finds}
    assert found == {("what-if/first-hangs-on-a-weight", "review")}


def test_the_page_is_found():
    for name in ("../README.md", "design.md", "statistics.md"):
        assert "evaluation-checks.md" in (DOCS / name).read_text(encoding="utf-8"), name


def test_it_is_said_that_two_sheets_alone_are_only_measured():
    [line] = [one for one in LINES if "evaluation/sheets-that-are-alike" in [rule.name for rule in rules_of(one)]]
    assert "of two that are nearly the same it is told in how many scores, and nobody is asked" in line[5]
    assert "With two evaluators dealing scores out tells nothing" in RULES["evaluation/sheets-that-are-alike"].notes
