"""docs/statistics.md shows the figures that are kept, and the words of rules say no more than it."""

import re

import pytest

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
