"""Totals that follow from a formula of price and quality together which nobody published: each kind is named."""

import pytest

from tests.checks.scoring_case import said

RULE = "evaluation/totals-by-another-formula"
PRICES = {"B1": 80_000, "B2": 90_000, "B3": 70_000}
SCORES = {"B1": 6, "B2": 9, "B3": 4}


def case_with(totals, formula=None, figures=None):
    quality = {"id": "Q", "type": "quality", "weight": 60, "scale": {"minimum": 0, "maximum": 10}}
    price = {"id": "P", "type": "price", "weight": 40, "formula": formula or {"name": "lowest-price-ratio"}}
    return {
        "complete": ["bids", "evaluation"],
        "tender": {"award_criteria": [quality, price]},
        "bids": [
            {"id": key, "value": {"amount": one}, "figures": (figures or {}).get(key, {})}
            for key, one in PRICES.items()
        ],
        "evaluation": {
            "consensus": [{"bid": key, "criterion": "Q", "score": one} for key, one in SCORES.items()],
            "totals": [{"bid": key, "total": one} for key, one in zip(PRICES, totals, strict=True)],
        },
    }


@pytest.mark.parametrize(
    ("totals", "formula"),
    [
        # Price ÷ points out of a hundred, and out of the weight of 60; points ÷ price.
        (("1333.33", "1000.00", "1750.00"), "price-per-quality-point"),
        (("2222.22", "1666.67", "2916.67"), "price-per-quality-point"),
        (("0.000750", "0.001000", "0.000571"), "value-for-money-index"),
        # 80,000 − 0.6 · 25,000 and so on; 80,000 ÷ (1 + 0.6 · 0.25 ÷ 0.75) and so on.
        (("65000", "67500", "60000"), "award-on-value with value 25000"),
        (("66666.67", "69230.77", "61764.71"), "prozorro-coefficient with highest share 0.25"),
    ],
)
def test_the_formula_is_named(totals, formula):
    outcome, told = said(RULE, case_with(totals))
    words = f"do not follow from lowest-price-ratio; every one of them follows from {formula}."
    assert (outcome, words in told) == ("flagged", True), told


def test_another_number_of_the_published_formula_is_named_beside_its_own():
    published = {"name": "cost-plus-time-over-technical", "parameters": {"day_rate": 500}}
    figures = {"B1": {"days": 100}, "B2": {"days": 60}, "B3": {"days": 200}}
    # (80,000 + 100 · 400) ÷ 60, (90,000 + 60 · 400) ÷ 90, (70,000 + 200 · 400) ÷ 40.
    outcome, told = said(RULE, case_with(("2000.00", "1266.67", "3750.00"), published, figures))
    words = "do not follow from cost-plus-time-over-technical with day rate 500; every one of them follows from "
    assert (outcome, f"{words}cost-plus-time-over-technical with day rate 400." in told) == ("flagged", True), told


@pytest.mark.parametrize("totals", [("65000", "67500", "60100"), ("65000", "67500", "70000"), ("75", "95", "55")])
def test_totals_that_no_number_gives_name_none(totals):
    assert said(RULE, case_with(totals)) == ("passed",)
