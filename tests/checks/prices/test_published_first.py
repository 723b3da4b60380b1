"""The published formula, with its own parameters, is the first that recorded price points are held against."""

import pytest

from fairaudit.engine.judge import judge
from tests.checks.prices.test_formula_fit import FIT, measured, recorded
from tests.checks.scoring_case import case_of, rule, said

BAND = {"lowest": 0, "highest": 140000}
PRICES = (84000, 98000, 105000, 130000)
"""Of 40 points between nothing and 140,000: 16, 12, 10 and 2.86."""
HALVES = (82250, 96250, 106750, 131250)
"""By the same band 16.5, 12.5, 9.5 and 2.5."""
RANKS = {f"place_{at}": worth for at, worth in enumerate((10, 7, 4, 1), 1)}


@pytest.mark.parametrize(
    ("formula", "parameters", "points", "off"),
    [
        ("fixed-band", BAND, (16, 12, 10.6, 2.9), "0.6"),
        ("benchmark-price", {"reference_price": 63000}, (30, 25.7, 24.7, 19.4), "0.7"),
        ("score-by-rank", RANKS, (40, 28, 17, 4), "1 point"),
    ],
)
def test_the_published_formula_is_told_as_nearest_where_one_figure_is_a_slip(formula, parameters, points, off):
    case = recorded(points, formula, prices=PRICES, parameters=parameters, rounding={"places": 1})
    (told,) = measured(case, "not-assessed")
    assert f"nearest is {formula}, which is up to {off}" in told


@pytest.mark.parametrize(
    ("published", "points", "by", "fits"),
    [
        ("half-up", (16, 12, 10, 2), "rounded to whole points", "rounded half to even to whole points"),
        ("half-even", (17, 13, 10, 3), "rounded half to even to whole points", "rounded to whole points"),
    ],
)
def test_the_published_formula_with_another_rounding_stands_before_one_that_is_solved(published, points, by, fits):
    rounding = {"places": 0, "mode": published}
    outcome, told = said(FIT, recorded(points, "fixed-band", prices=HALVES, parameters=BAND, rounding=rounding))
    assert outcome == "flagged"
    assert f"can be had by fixed-band, {by}, and all by fixed-band, {fits}." in told


def test_a_share_that_was_rounded_first_is_told_as_what_the_points_follow_from():
    case = recorded((40, 35.2, 31.6, 24.8), prices=(1000, 1130, 1270, 1613))
    (told,) = measured(case, "not-assessed")
    assert "follow from lowest-price-ratio, with its share of the full points rounded to 2 places first" in told
    reason = judge(case_of(case), rule(FIT), "market").reason
    assert "no formula that is known" not in reason
    assert "each that is another by the published method is told by itself" in reason


def test_points_that_are_too_few_to_tell_by_what_they_were_made_say_how_many_the_published_formula_gives():
    case = recorded((40, 36, 31), prices=(1000, 1130, 1270), rounding={"places": 0})
    assert judge(case_of(case), rule(FIT), "market").reason.endswith(
        "are too few to tell by which formula they were made; the published one gives 2 of them"
    )
