"""How often statistical rules raise an alarm on fair panels: five in a hundred, or fewer where a test is coarse.

Seeds are fixed, so the shares are the same on every machine; the standard error of a share of 5 % is 0.55 points here.
"""

import pytest

from tests.analysis.panels.worlds import CLOSE, SIZES, TASTES, alarms, close, world

PANELS = 1_600
CONSERVATIVE = {"best-or-worst-scores-for-one-bid", "sheets-that-are-alike"}
"""Tests of few counts with a bound: they may only raise fewer alarms than they claim."""


@pytest.mark.slow
@pytest.mark.parametrize("rule", ["evaluator-departs-for-one-bid", "moderation-moves-one-bid-apart"])
@pytest.mark.parametrize("taste", TASTES)
@pytest.mark.parametrize("size", SIZES)
def test_five_in_a_hundred_fair_panels_raise_an_alarm(rule, size, taste):
    panel, weights = world("eight criteria", size, taste)
    assert 0.035 <= alarms(rule, panel, PANELS, weights) <= 0.065


@pytest.mark.slow
@pytest.mark.parametrize("rule", sorted(CONSERVATIVE))
@pytest.mark.parametrize("taste", TASTES)
@pytest.mark.parametrize("size", SIZES)
def test_coarse_rules_raise_no_more(rule, size, taste):
    panel, weights = world("eight criteria", size, taste)
    assert alarms(rule, panel, 600, weights) <= 0.065
    near_the_top, weights = world("near the top", size, taste)
    assert alarms(rule, near_the_top, 600, weights) <= 0.065


@pytest.mark.slow
@pytest.mark.parametrize("name", CLOSE)
@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]])
def test_panels_that_nearly_agree_raise_no_more(name, size):
    panel, made = close(name, size)
    assert alarms("evaluator-departs-for-one-bid", panel, 200, made=made) <= 0.065
