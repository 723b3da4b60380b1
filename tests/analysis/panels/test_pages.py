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


def test_a_lead_that_is_asked_about_is_as_usual_among_fair_panels_as_its_rule_says():
    rule = (ROOT / "rules" / "what-if" / "first-hangs-on-the-panel.yaml").read_text(encoding="utf-8")
    assert "three to five of ten" in rule
    shares = [float(one["asked"]) for one in rows_of("near_ties.csv")]
    assert min(shares) >= 0.3
    assert max(shares) <= 0.5


def test_a_kept_share_of_fair_panels_that_are_asked_is_found_again():
    from bench.near_ties import measured

    level, asked = measured(3, 4, 8, 200)
    (kept,) = (one for one in rows_of("near_ties.csv") if (one["evaluators"], one["criteria"]) == ("3", "8"))
    assert abs(asked - float(kept["asked"])) < 0.066  # two standard errors of a share of three tenths in 200
    assert abs(level - float(kept["level"])) < 0.03
