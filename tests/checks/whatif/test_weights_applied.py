"""Weights recorded as applied are read as the core rule reads them, and reach formulas that have weights inside."""

import pytest

from tests.checks.contest.contest_case import SCALE, bid, measured, score

RULE = "what-if/first-by-weights-applied"


def nested(**applied):
    parts = [{"id": one, "weight": 50, "weight_of": "parent", "scale": dict(SCALE)} for one in ("G1", "G2")]
    group = {"id": "G", "type": "quality", "weight": 60, "children": parts}
    price = {"id": "P", "type": "price", "weight": 40, "formula": {"name": "lowest-price-ratio"}}
    consensus = [score(one, part, value) for one, value in (("B1", 5), ("B2", 7)) for part in ("G1", "G2")]
    return {
        "tender": {"award_criteria": [group, price]},
        "bids": [bid("B1", 100), bid("B2", 130)],
        "evaluation": {"weights_applied": applied, "consensus": consensus},
    }


def joint(name):
    quality = {"id": "Q", "type": "quality", "weight": 70, "scale": dict(SCALE)}
    price = {"id": "P", "type": "price", "weight": 30, "formula": {"name": name}}
    return {
        "tender": {"award_criteria": [quality, price]},
        "bids": [bid("B1", 100123456), bid("B2", 120000001), bid("B3", 90123457)],
        "evaluation": {
            "weights_applied": {"Q": 30, "P": 70},
            "consensus": [score("B1", "Q", 7), score("B2", "Q", 9), score("B3", "Q", 5)],
        },
    }


@pytest.mark.parametrize(
    "applied",
    [
        {"G1": 30, "G2": 30, "P": 40},
        {"G1": 50, "G2": 50, "P": 40},
        {"G": 60, "G1": 50, "G2": 50, "P": 40},
        {"G1": "0.3", "G2": "0.3", "P": "0.4"},
    ],
)
def test_the_published_weights_in_any_spelling_change_nothing(applied):
    [(kind, said)], _ = measured(RULE, nested(**applied))
    assert (kind, "2.77 points" in said) == ("holds", True)


def test_parts_as_shares_of_the_whole_may_weigh_less_than_published():
    # 40 and 60 instead of 60 and 40: 20 + 60 against 28 + 46.15.
    [(kind, said)], _ = measured(RULE, nested(G1=20, G2=20, P=60))
    assert (kind, "bidder A" in said.split("applied", 1)[1]) == ("changes", True)


def test_parts_that_may_be_read_in_two_ways_are_not_guessed():
    [(kind, said)], _ = measured(RULE, nested(G1=35))
    assert (kind, "is not clear" in said) == ("none-worked-out", True)


def test_a_joint_formula_takes_the_applied_weights():
    # By 30 and 70: 23.33 + 63.01, 30 + 52.57 and 16.67 + 70.
    [(kind, said)], _ = measured(RULE, joint("renormalised-quality"))
    assert (kind, "bidder C" in said) == ("changes", True)
    [(kind, said)], _ = measured(RULE, joint("utility-index"))
    assert kind == "changes"
