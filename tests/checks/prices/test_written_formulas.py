"""A price formula that the tender writes out is held against the record like any that is known by its name."""

from fractions import Fraction

import pytest

from fairaudit.checks.contest.pricing import pricing_by
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.node import built
from tests.checks.contest.formula_records import POINTS, case_with, made_by, published, rounded
from tests.checks.scoring_case import said

CURVE = "consip-s-curve = PEmax * (1 - (P / BA)^n)^m"
NUMBERS = {"BA": 150_000, "n": 3, "m": 0.5}
WRONG, ANSWER = "totals-that-do-not-recompute", "evaluation/price-without-an-answer"


def record(formula, changed=None):
    figures = [rounded(one, 2) for one in made_by(CURVE, NUMBERS)]
    figures = [*figures[:1], changed or figures[1], *figures[2:]]
    return case_with(figures, formula | {"rounding": {"places": 2, "mode": "half-up"}}, part="price")


def test_points_that_follow_from_it_pass():
    assert [said(one, record(published(CURVE, NUMBERS))) for one in (POINTS, WRONG, ANSWER)] == [("passed",)] * 3


@pytest.mark.parametrize(
    ("rule", "formula", "changed", "words"),
    [
        (WRONG, published(CURVE, NUMBERS), "36", (
            "flagged",
            "evaluation.totals[1].price: The price part recorded for B2 is 36; from the formula "
            f"{CURVE} it is 35.4.",
        )),
        # Another formula that is written out is never guessed at.
        (POINTS, published("x = Pmin / P"), None, (
            "not-assessed", "evaluation.totals (how the points for price were worked out)",
        )),
        (POINTS, published(CURVE, {"BA": 150_000, "n": 3}), None, (
            "not-assessed", "tender.award_criteria[1].formula.parameters.m",
        )),
        (POINTS, published("x = 1 - (P / BA"), None, (
            "not-assessed", "tender.award_criteria[1].formula.name (in other words)",
        )),
        (ANSWER, published("x = 1 / (P - 90000)"), None, (
            "flagged",
            "bids[1].value: B2 cannot be scored by x = 1 / (P - 90000): the formula has no answer where it divides by zero.",
        )),
        ("price-formula-that-breaks", published(CURVE, NUMBERS), None, ("passed",)),
        # A parameter of a tender's own may be below zero.
        ("price-formula-that-breaks", published("x = 1 + k * P / 150000", {"k": -0.5, "floor": 0}), None, ("passed",)),
        ("price-points-that-depend-on-other-bids", published(CURVE, NUMBERS), None, ("passed",)),
        ("price-points-that-depend-on-other-bids", published("x = Pmin / P"), None, (
            "flagged", "tender.award_criteria[1].formula.name: P is scored by x = Pmin / P, which measures a price against the "
            "other bids; a third bid can turn the order of two.",
        )),
        # Points in place of a share, another sign for decimals, a name with a `=` in it, and a power that is beyond us: whatever
        # the record says, nobody is told that it is wrong.
        *((rule, published(name, {"BA": 150_000} if "BA" in name else None), None, (
            "not-assessed", "tender.award_criteria[1].formula.name (in other words)",
        )) for rule in (WRONG, POINTS, ANSWER) for name in (
            "own = 40 * (1 - P / BA)", "min(1,5 * Pmin / P - 0.5) = x", "lowest price / price, decimals = 2", "x = (P / BA)^99999",
        )),
    ],
)  # fmt: skip
def test_what_is_said_of_it(rule, formula, changed, words):
    assert said(rule, record(formula, changed)) == words


def test_points_by_another_formula_than_the_written_one_are_told_with_it():
    figures = [rounded(one, 2) for one in made_by("lowest-price-ratio", {})]
    case = case_with(figures, published(CURVE, NUMBERS), part="price")
    outcome, words = said(POINTS, case)
    assert (outcome, words.startswith(
        "evaluation.totals[0].price: Of the 6 price points recorded for the contract, 0 can be had by "
        f"{CURVE}, and all by lowest-price-ratio, rounded to 2 places."
    )) == ("flagged", True), words  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x = (Pmax - P) / (Pmax - Pmin)", [Fraction(1, 2), Fraction(1), Fraction(0)]),
        # The mean is that of all, not of the ends: 75,000 and no 80,000.
        ("x = Pmean / P / 2", [Fraction(75, 160), Fraction(75, 130), Fraction(75, 190)]),
        ("x = 1 - P / 100000", [Fraction(1, 5), Fraction(35, 100), Fraction(1, 20)]),
    ],
)
def test_a_contest_measures_by_it_as_by_any_other(name, expected):
    prices = [Fraction(one) for one in (80_000, 65_000, 95_000)]
    shares = pricing_by(built(Formula, (), {"name": name}), Fraction(40))(
        [*prices, Fraction(60_000)] if "mean" in name else prices
    )
    assert shares[:3] == expected
