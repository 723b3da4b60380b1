"""Tests of which words on a criterion say how points are given."""

from fractions import Fraction

import pytest

from fairaudit.analysis.text.scores.points import descriptor_on_points, words_on_points

_KNOWN = (Fraction(40),)
_ENDS = (Fraction(0), Fraction(5))


@pytest.mark.parametrize(
    "text",
    [
        "A score of 5 earns all of the weight, 4 earns 75 per cent, 3 earns 50 per cent and 0 nothing",
        "The best answer receives all of the points, the others in proportion to their score",
        "No tender receives fewer than 20 points for price",
        "Lowest price divided by the price of the bid, the quotient rounded to two decimal places, times 40",
        "5 = 100 %, 4 = 75 %",
        "Five points are taken off a tender without a plan",
    ],
)
def test_words_that_say_how_points_are_given(text: str) -> None:
    assert words_on_points(text, _KNOWN, _ENDS, is_price=False)


def test_whole_life_costs_are_another_price() -> None:
    text = "Points are given on the whole-life cost as worked out in schedule 5"
    assert words_on_points(text, _KNOWN, None, is_price=True)
    assert not words_on_points(text, _KNOWN, None, is_price=False)


@pytest.mark.parametrize(("text", "found"), [
    ("The evaluated price includes the cost of the optional years", True),
    ("Prices are corrected for arithmetical errors first", True),
    ("The price is compared including options", True),
    ("Discounts are deducted before the formula is applied", True),
    ("The evaluated price excludes VAT", False),
    ("The price will be adjusted each year by the index", False),
    ("Prices must include delivery", False),
    ("Prices are fixed for the term", False),
])  # fmt: skip
def test_another_price_than_that_which_was_bid(text: str, found: bool) -> None:
    assert bool(words_on_points(text, _KNOWN, None, is_price=True)) is found
    assert not words_on_points(text, _KNOWN, None, is_price=False)


@pytest.mark.parametrize(
    "text",
    [
        "Describe your method",
        "Marks are given for a clear plan and named staff",
        "Full marks need evidence for every claim",
        "At least 95 % of trips run on time",
        "Higher scores for electric vehicles, at least 50 per cent of the fleet",
        "Up to 40 marks",
        "10 points for the plan, 30 for the staff",
        "Worth 40 per cent of the total",
        "A score of 5 is 100 per cent, 4 is 80 per cent, 3 is 60 per cent",
        "A proportionate approach to risk earns marks",
        "Tenders with fewer than 3 points are rejected",
    ],
)
def test_plain_words_on_what_is_good(text: str) -> None:
    assert not words_on_points(text, _KNOWN, _ENDS, is_price=False)


@pytest.mark.parametrize("text", ["meets the need: 50 %", "meets the need (50 %)", "meets the need, 20 points"])
def test_scores_with_points_of_their_own(text: str) -> None:
    assert descriptor_on_points(text, "3", _KNOWN, _ENDS)


@pytest.mark.parametrize(
    "text", ["meets the need: 60 %", "meets the need, 24 points", "3 points: meets it", "90 % of trips on time", "good"]
)
def test_scores_that_are_described(text: str) -> None:
    assert not descriptor_on_points(text, "3", _KNOWN, _ENDS)
