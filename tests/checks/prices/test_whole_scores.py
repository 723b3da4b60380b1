"""Totals that are one figure for price and quality: worked out by their formula, of which the lowest may win."""

import pytest

from tests.checks.scoring_case import outcome, said

TOTALS, RANKING, AWARD = "totals-that-do-not-recompute", "ranking-against-the-totals", "award-not-to-the-best"
BIDS = {
    "F": (233_763_000, 437, "91.47", "3511129.33"), "W": (219_000_000, 437, "67.88", "4513847.97"),
    "M": (176_938_000, 367, "65.91", "3798179.34"), "A": (178_489_561, 392, "55.98", "4588952.50"),
}  # fmt: skip
"""The I-35W bridge, 2007 (southwestjournal 2007-09, enr.com 32549): price, days, technical score, adjusted figure."""


def bridge(changed=None, ranks="FMWA", winner="F", formula=None, quality=True, **more):
    totals = {key: one[3] for key, one in BIDS.items()} | (changed or {})
    given = (
        {"name": "cost-plus-time-over-technical", "parameters": {"day_rate": 200_000}} if formula is None else formula
    )
    return {
        "complete": ["bids"],
        "tender": {
            "award_criteria": [
                {"id": "T", "type": "quality", "weight": 50, "scale": {"minimum": 0, "maximum": 100}},
                {"id": "C", "type": "price", "weight": 50, "formula": given},
            ]
        },
        "bids": [
            {"id": key, "value": {"amount": price}, "status": "valid", "figures": {"days": days}}
            for key, (price, days, _, _) in BIDS.items()
        ],
        "evaluation": {
            "consensus": [{"bid": key, "criterion": "T", "score": one[2]} for key, one in BIDS.items()],
            "totals": [
                {"bid": key, "total": totals[key]} | ({"quality": one[2]} if quality else {})
                for key, one in BIDS.items()
            ],
            "ranking": [{"bid": key, "rank": rank} for rank, key in enumerate(ranks, 1)],
        },
        "awards": [{"bid": winner}],
    } | more


@pytest.mark.parametrize("quality", [True, False])
def test_the_published_figures_of_the_bridge_hold(quality):
    case = bridge(quality=quality)
    assert [said(rule, case) for rule in (TOTALS, RANKING, AWARD)] == [("passed",)] * 3


def test_a_false_figure_is_found():
    assert said(TOTALS, bridge({"M": "3498179.34"})) == (
        "flagged",
        "evaluation.totals[2].total: The total recorded for M is 3498179.34; from the recorded quality, the prices and the "
        "formula cost-plus-time-over-technical it is 3798179.335.",
    )


def test_a_false_figure_that_turns_the_winner_is_followed_to_ranking_and_award():
    case = bridge({"M": "3498179.34"}, ranks="MFWA", winner="M")
    assert said(RANKING, case) == (
        "flagged",
        "evaluation.ranking[0].rank: The ranking is M, F, W and A; by the totals worked out again it is F, M, W and A.",
    )
    assert outcome(AWARD, case) == "flagged"


def test_the_lowest_wins_in_ranking_and_award():
    assert outcome(RANKING, bridge(ranks="AWMF")) == "flagged"
    assert outcome(AWARD, bridge(winner="A")) == "flagged"


def test_a_false_quality_part_is_found_beside_its_total():
    case = bridge()
    case["evaluation"]["totals"][1] = {"bid": "W", "quality": "70.88", "total": "4322799.10"}
    assert said(TOTALS, case) == (
        "flagged",
        "evaluation.totals[1].quality: The quality part recorded for W is 70.88; from the panel's scores it is 67.88.",
    )


def test_a_figure_that_is_not_given_is_named():
    case = bridge()
    del case["bids"][2]["figures"]
    assert said(TOTALS, case) == ("not-assessed", "bids[2].figures.days")


def test_a_parameter_that_is_not_given_is_named():
    formula = {"name": "cost-plus-time-over-technical"}
    assert said(TOTALS, bridge(formula=formula)) == (
        "not-assessed",
        "tender.award_criteria[1].formula.parameters.day_rate",
    )


def test_price_points_with_parameters_recompute():
    """weka.fr 3146 with n = 3 and weight 40: 40 · (300 − 150) ÷ 200 = 30."""
    case = {
        "complete": ["bids"],
        "tender": {
            "award_criteria": [
                {"id": "Q", "type": "quality", "weight": 60, "scale": {"maximum": 5}},
                {
                    "id": "P", "type": "price", "weight": 40,
                    "formula": {"name": "Zero at n times lowest", "parameters": {"multiple": 3}},
                },
            ]
        },
        "bids": [{"id": "B1", "value": {"amount": 100}}, {"id": "B2", "value": {"amount": 150}}],
        "evaluation": {"totals": [{"bid": "B1", "price": 40}, {"bid": "B2", "price": 30}]},
    }  # fmt: skip
    assert said(TOTALS, case) == ("passed",)
    case["evaluation"]["totals"][1]["price"] = 31
    assert said(TOTALS, case) == (
        "flagged",
        "evaluation.totals[1].price: The price part recorded for B2 is 31; from the formula Zero at n times lowest it is 30.",
    )


def test_monetised_quality_is_taken_as_a_share():
    """Negometrix 9000123966: 80,000 with 60 % of 2,500 counts as 78,500."""
    case = {
        "complete": ["bids"],
        "tender": {
            "award_criteria": [
                {"id": "Q", "type": "quality", "weight": 50, "scale": {"minimum": 0, "maximum": 10}},
                {
                    "id": "P", "type": "price", "weight": 50,
                    "formula": {"name": "award-on-value", "parameters": {"value": 2500}},
                },
            ]
        },
        "bids": [{"id": "B1", "value": {"amount": 80_000}}],
        "evaluation": {
            "consensus": [{"bid": "B1", "criterion": "Q", "score": 6}],
            "totals": [{"bid": "B1", "total": 78_500}],
        },
    }  # fmt: skip
    assert said(TOTALS, case) == ("passed",)
    case["evaluation"]["totals"][0] = {"bid": "B1", "quality": 30, "total": 78_501}
    assert outcome(TOTALS, case) == "flagged"


@pytest.mark.parametrize(
    ("total", "expected"), [("12.5", "passed"), ("25", "passed"), ("125", "passed"), ("99", "flagged")]
)
def test_points_may_be_in_any_usual_unit(total, expected):
    """1,000 for 8 of 10 with weight 50: 40 points, 80 per cent or a mean of 8 give 25, 12.5 and 125."""
    formula = {"name": "price-per-quality-point"}
    case = {
        "complete": ["bids"],
        "tender": {
            "award_criteria": [
                {"id": "Q", "type": "quality", "weight": 50, "scale": {"minimum": 0, "maximum": 10}},
                {"id": "P", "type": "price", "weight": 50, "formula": formula},
            ]
        },
        "bids": [{"id": "B1", "value": {"amount": 1000}}],
        "evaluation": {
            "consensus": [{"bid": "B1", "criterion": "Q", "score": 8}],
            "totals": [{"bid": "B1", "total": total}],
        },
    }
    assert outcome(TOTALS, case) == expected


def test_a_rounding_that_is_not_known_is_named():
    given = {"name": "a-plus-b", "parameters": {"day_rate": 200_000}, "rounding": {"places": 2, "mode": "nearest"}}
    assert said(TOTALS, bridge(formula=given)) == (
        "not-assessed",
        "tender.award_criteria[1].formula.rounding.mode (in other words)",
    )
