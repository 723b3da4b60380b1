"""A formula that is written out in points, where a share is asked for, makes no record wrong: what to write is said instead."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest

from fairaudit import audit
from fairaudit.analysis.formulas import FormulaError, points, rounded
from fairaudit.reports.formats import render
from tests.checks.contest.formula_records import POINTS, PRICES, SCORES, case_with, published
from tests.checks.prices.test_limits_of_scores import scored
from tests.checks.scoring_case import said, text
from tests.conftest import TODAY

TOTALS, SCORED, STANDING = (
    "totals-that-do-not-recompute",
    "evaluation/price-scored-off-the-formula",
    "evaluation/contest-as-recorded",
)
NAME = ("not-assessed", "tender.award_criteria[1].formula.name (in other words)")
NEAR = (99_900, 98_500, 98_000, 99_700, 98_200, 97_700)
BARE = published("x = k * (BA - P) / BA", {"BA": 100_000, "k": 40})


def in_points(prices=NEAR, at=100_000):
    return [rounded(Fraction(40) * (at - price) / at, 2) for price in prices]


def summed(figures, formula=BARE, factor=1):
    """A record whose totals are the points for quality and the figures for price, these by a factor."""
    case = case_with(figures, formula, part="price", prices=NEAR)
    for one, score in zip(case["evaluation"]["totals"], SCORES, strict=True):
        one["quality"] = Decimal(score) * 6
        one["total"] = one["quality"] + factor * one["price"]
    return case


@pytest.mark.parametrize("rule", [TOTALS, POINTS, STANDING])
@pytest.mark.parametrize("wrong", [{}, {2: "0.9"}])
def test_where_no_price_earns_a_whole_point_the_record_shows_it(rule, wrong):
    """All shares would be below 1, and all but one of the recorded points are what the formula gives."""
    figures = [Decimal(wrong.get(at, one)) for at, one in enumerate(in_points())]
    assert said(rule, summed(figures)) == NAME


@pytest.mark.parametrize(
    "text", ["40 * (BA - P) / BA", "(BA - P) / BA * 40.0", "(BA - P) * 40 / BA", "PEmax * 40 * (BA - P) / BA"]
)
@pytest.mark.parametrize("rule", [TOTALS, POINTS, STANDING])
def test_the_weight_in_it_shows_it_whatever_the_record_says(rule, text):
    assert (
        said(rule, case_with(["30"] * 6, published(f"x = {text}", {"BA": 100_000}), part="price", prices=NEAR)) == NAME
    )


@pytest.mark.parametrize(("text", "weight", "written_of"), [
    # The weight of 40 stands in it as a part of one.
    ("0.4 * (BA - P) / BA", 40, 100),
    ("k * (BA - P) / BA", 40, 100),
    ("(BA - P) / BA * k", "0.4", 100),
    ("k * (BA - P) / BA", "0.4", 1),
])  # fmt: skip
@pytest.mark.parametrize("rule", [TOTALS, POINTS, STANDING])
def test_a_weight_that_stands_in_it_as_a_part_of_one_counts_once(rule, text, weight, written_of):
    numbers = {"BA": 150_000} | ({"k": "0.4"} if "k" in text else {})
    shares = [Fraction(4, 10) * (150_000 - price) / 150_000 for price in NEAR]
    case = summed([rounded(one * written_of, 4) for one in shares], published(f"x = {text}", numbers))
    quality, price = case["tender"]["award_criteria"]
    quality["weight"], price["weight"] = ("0.6" if weight == "0.4" else 60), weight
    if written_of == 1:
        for one in case["evaluation"]["totals"]:
            one["quality"] /= 100
            one["total"] = one["quality"] + one["price"]
    assert said(rule, case) == NAME


@pytest.mark.parametrize("wrong", [False, True])
def test_a_factor_of_the_share_that_is_as_high_as_the_weight_by_chance_is_none(wrong):
    """Half of 3 less the price over the lowest is a share: 0 at three times the lowest price."""
    shares = [(3 - Fraction(price, min(NEAR))) / 2 for price in NEAR]
    case = summed([rounded(one * (100 if wrong else 50), 2) for one in shares], published("x = 0.5 * (3 - P / Pmin)"))
    for one in case["tender"]["award_criteria"]:
        one["weight"] = 50
    for one in case["evaluation"]["totals"]:
        one["quality"] = one["quality"] * 5 / 6
        one["total"] = one["quality"] + one["price"]
    assert said(TOTALS, case)[0] == ("flagged" if wrong else "passed")


def test_what_totals_leave_beside_quality_shows_it_too():
    case = summed(in_points())
    for one in case["evaluation"]["totals"]:
        del one["price"]
    assert said(TOTALS, case) == NAME


@pytest.mark.parametrize("rule", [TOTALS, POINTS, STANDING])
@pytest.mark.parametrize("formula", [BARE, published("x = Pmin / P")])
def test_shares_of_one_that_totals_multiply_by_the_weight_are_no_points(rule, formula):
    shares = in_points() if formula is BARE else [rounded(Fraction(min(NEAR), price), 4) for price in NEAR]
    assert said(rule, summed(shares, formula, factor=40)) == ("passed",)
    assert said(rule, case_with(shares, formula, part="price", prices=NEAR)) == ("passed",)


def test_scores_of_a_panel_show_it_too():
    formula = published("x = k * (BA - P) / BA", {"BA": 4_000_000, "k": 40})
    figures = [Fraction(40) * (4_000_000 - price) / 4_000_000 for price in PRICES]
    assert said(SCORED, scored(figures, formula)) == NAME


def test_what_says_that_it_is_a_share_is_held_to_it():
    figures = in_points()
    case = case_with(figures, published("x = PEmax * (BA - P) / BA", {"BA": 100_000}), part="price", prices=NEAR)
    assert said(TOTALS, case) == ("passed",)
    case = case_with(
        [one * 2 for one in figures], published("x = w * (BA - P) / BA", {"BA": 100_000}), part="price", prices=NEAR
    )
    assert said(POINTS, case)[0] == "flagged"


@pytest.mark.parametrize(("name", "given", "field"), [
    # A cap would give every bid all points.
    ("x = 40 * (1 - P / BA)", {"cap": 40}, "name"),
    ("x = 10 * (1 - P / BA)", {"maximum": 10}, "name"),
    ("x = PEmax * 100 * (1 - P / BA)", {}, "name"),
    # A share in place of points.
    ("x = 1 - P / BA", {"cap": 1}, "parameters.cap"),
    ("fixed-band", {"lowest": 0, "highest": 150_000, "maximum": "0.9"}, "parameters.maximum"),
])  # fmt: skip
def test_a_cap_hides_nothing(name, given, field):
    figures = [rounded(Fraction(40) * (150_000 - price) / 150_000, 2) for price in PRICES]
    numbers = ({"BA": 150_000} if "BA" in name else {}) | given
    case = case_with(figures, published(name, numbers), part="price")
    missing = f"tender.award_criteria[1].formula.{field}"
    assert [said(one, case)[0] for one in (TOTALS, POINTS)] == ["not-assessed"] * 2
    assert {one.partition(" (")[0] for rule in (TOTALS, POINTS) for one in said(rule, case)[1:]} == {missing}


@pytest.mark.parametrize(("name", "given", "found"), [
    ("x = PEmax * Pref / P", {"Pref": 120_000}, 60),
    ("x = PEmax * Pref / P", {"Pref": 800_000, "cap": 40}, 40),
    ("x = Pref / P", {"Pref": 85_000, "cap": 40}, 40),
])  # fmt: skip
def test_what_gives_more_than_all_points_is_worked_out_where_it_says_so(name, given, found):
    prices = [Fraction(one) for one in PRICES]
    assert points(name, prices[0], prices, Fraction(40), {key: Fraction(one) for key, one in given.items()}) == found


@pytest.mark.parametrize(("name", "given", "words"), [
    ("x = 40 * Pmin / P", {"cap": 40}, "the formula gives far more than all points for a price: write the share of the points, from 0 "
     "to 1, or `PEmax *` and the share"),
    ("x = PEmax * 100 * Pmin / P", {}, "the formula gives more than twice all points for a price: behind `PEmax *` write the share of "
     "the points, from 0 to 1, and a `cap` under `parameters` where they end"),
    ("lowest-price-ratio", {"cap": 1}, "`cap` is in points, and of a weight of 40 all bids would have 1 at most: write the points, such "
     "as 40"),
])  # fmt: skip
def test_the_words_say_what_to_write(name, given, words):
    prices = [Fraction(one) for one in PRICES]
    with pytest.raises(FormulaError) as caught:
        points(name, prices[0], prices, Fraction(40), {key: Fraction(one) for key, one in given.items()})
    assert str(caught.value) == words


def test_a_report_in_text_says_what_to_write(tmp_path):
    case = case_with(
        [40, 30, 20, 10, 5, 1], published("x = 40 * (1 - P / BA)", {"BA": 150_000, "cap": 40}), part="price"
    )
    (tmp_path / "case.json").write_text(json.dumps(text(case)), encoding="utf-8")
    said_there = " ".join(render(audit(tmp_path / "case.json", today=TODAY), "text").split())
    assert (
        "rules can be judged: the formula gives far more than all points for a price: write the share of the points, from 0 to 1, or "
        "`PEmax *` and the share" in said_there
    )


def test_a_number_like_the_weight_within_it_is_none():
    formula = published("x = 1 - 40 * (P / BA - 0.97)", {"BA": 100_000})
    figures = [rounded(Fraction(40) * (1 - 40 * (Fraction(price, 100_000) - Fraction(97, 100))), 2) for price in NEAR]
    assert said(TOTALS, case_with(figures, formula, part="price", prices=NEAR)) == ("passed",)


def test_of_a_weight_that_is_a_fraction_its_points_are_known_too():
    case = case_with(in_points(), published("x = 40 * (BA - P) / BA", {"BA": 100_000}), part="price", prices=NEAR)
    for one, weight in zip(case["tender"]["award_criteria"], ("0.6", "0.4"), strict=True):
        one["weight"] = weight
    assert said(TOTALS, case) == NAME
