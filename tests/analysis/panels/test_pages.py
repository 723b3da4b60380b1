"""docs/statistics.md shows the figures that are kept, and the words of rules say no more than it."""

import re

import pytest

from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.analysis.panels.pages import (
    ROOT,
    concordance,
    exact,
    false_alarms,
    hardly,
    in_each_size,
    nearly_agreed,
    powers,
    sizes,
)
from tests.analysis.panels.worlds import RULES

PAGE = (ROOT / "docs" / "statistics.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "table", [concordance, exact, false_alarms, hardly, in_each_size, nearly_agreed, powers, sizes]
)
def test_the_page_shows_the_figures_that_are_kept(table):
    assert "\n".join(table()) in PAGE


def test_no_kept_share_of_false_alarms_is_above_what_the_page_says():
    shares = [float(one) for line in false_alarms() for one in re.findall(r"to (\d+\.\d)", line)]
    assert len(shares) == 5 * len(RULES)
    assert max(shares) <= 6.5


@pytest.mark.parametrize("rule", [*RULES, "moderation-changes-who-leads", "agreement-of-the-panel"])
def test_every_rule_of_the_page_is_there(rule):
    assert f"`{rule}`" in PAGE
    assert (ROOT / "rules" / "evaluation" / f"{rule}.yaml").is_file()


def test_rules_speak_of_patterns_and_never_of_motives():
    for file in (ROOT / "rules" / "evaluation").glob("*.yaml"):
        text = file.read_text(encoding="utf-8").lower()
        assert not re.search(r"collusion|favouritism|fraud|\bbias", text), file.name


def test_no_shipped_rule_says_of_anybody_why_they_did_it():
    """What rules look for in a record may be such words; what they say is not."""
    said = {
        one.name: " ".join((one.title, one.message, one.why, one.fix, one.ask, one.notes, *one.measured.values()))
        for pack in shipped_packs()
        for one in pack.rules
    }
    assert {"core/identical-prices-of-rivals", "evaluation/prices-nearly-equal"} <= said.keys()
    motives = re.compile(r"collu[ds]|cartel|bid.?rigg|favouriti|fraud|corrupt|conspir|\bbias", re.IGNORECASE)
    assert [name for name, text in said.items() if motives.search(text)] == []
    prices = (
        "core/identical-prices-of-rivals",
        "evaluation/prices-nearly-equal",
        "evaluation/unit-prices-in-one-ratio",
    )
    assert all("pattern" in said[name].lower() for name in prices)
