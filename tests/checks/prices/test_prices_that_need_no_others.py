"""What a formula gives that looks at no other price is sure, also where other bids are not given."""

from fractions import Fraction

import pytest

from fairaudit.analysis.formulas import rounded
from tests.checks.contest.formula_records import PRICES, case_with, published
from tests.checks.prices.test_limits_of_scores import scored
from tests.checks.scoring_case import said

TOTALS, SCORED = "totals-that-do-not-recompute", "evaluation/price-scored-off-the-formula"
ALONE = [
    published("x = PEmax * (1 - P / BA)", {"BA": 150_000}),
    published("fixed-band", {"lowest": 0, "highest": 150_000}),
]
BESIDE = published("x = PEmax * (Pmax - P) / (Pmax - 0.4 * Pmax)")


def figures(changed, of=150_000):
    found = [rounded(Fraction(40) * (of - price) / of, 2) for price in PRICES]
    return [changed.get(at, one) for at, one in enumerate(found)]


def partly(case):
    return case | {"complete": ["evaluation"]}


@pytest.mark.parametrize(
    ("changed", "outcome", "wrong"),
    [({2: "30"}, "flagged", 1), ({2: "30", 4: "3"}, "flagged", 2), ({2: "21.3"}, "passed", 0)],
)
@pytest.mark.parametrize("formula", ALONE)
def test_figures_off_it_are_wrong_whoever_else_took_part(formula, changed, outcome, wrong):
    given = said(TOTALS, partly(case_with(figures(changed), formula, part="price")))
    assert (given[0], len(given) - 1) == (outcome, wrong)


def test_by_one_that_looks_at_the_dearest_a_bid_that_is_not_given_may_account_for_it():
    found = [rounded(Fraction(40) * (120_000 - price) / 72_000, 2) for price in PRICES]
    found[2] = "30"
    assert said(TOTALS, partly(case_with(found, BESIDE, part="price")))[0] == "review"


@pytest.mark.parametrize("formula", ALONE)
def test_scores_of_the_panel_are_held_to_it_too(formula):
    case = partly(scored([Fraction(str(one)) for one in figures({2: "30"})], formula))
    assert said(SCORED, case)[0] == "flagged"


@pytest.mark.parametrize("formula", ALONE)
@pytest.mark.parametrize(("words", "outcome"), [
    ({"name": "Life-cycle cost"}, "review"),
    ({"name": "Running costs"}, "flagged"),
    ({"text": "The evaluated price includes the cost of the optional years."}, "review"),
    ({"text": "Discounts are deducted first."}, "review"),
    ({"text": "Prices must include delivery."}, "flagged"),
])  # fmt: skip
def test_words_by_which_another_price_than_the_one_bid_counts_make_it_a_question(formula, words, outcome):
    case = partly(case_with(figures({2: "30"}), formula, part="price"))
    case["tender"]["award_criteria"][1] |= words
    assert said(TOTALS, case)[0] == outcome
