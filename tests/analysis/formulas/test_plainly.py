"""Every formula that gives price and quality one figure says in plain words how it is made."""

import pytest

from fairaudit.analysis.formulas.named import EVERY
from fairaudit.engine.facts import LONGEST
from tests.checks.contest.contest_case import measured


@pytest.mark.parametrize("formula", EVERY, ids=lambda one: one.name)
def test_a_formula_of_one_figure_is_told_in_words_that_a_report_shows_whole(formula):
    assert bool(formula.plainly) is not formula.price_only
    assert len(formula.plainly) <= LONGEST


def test_a_bid_is_placed_by_every_figure_and_shared_places_are_called_joint():
    case = {
        "tender": {
            "award_criteria": [
                {"id": "T", "type": "quality", "weight": 50, "scale": {"minimum": 0, "maximum": 100}},
                {
                    "id": "C", "type": "price", "weight": 50,
                    "formula": {"name": "cost-plus-time-over-technical", "parameters": {"day_rate": 1000}},
                },
            ]
        },
        "bids": [
            {"id": key, "value": {"amount": price}, "figures": {"days": days}}
            for key, price, days in (("B1", 90000, 30), ("B2", 90000, 30), ("B3", 80000, 30))
        ],
        "evaluation": {
            "consensus": [
                {"bid": key, "criterion": "T", "score": score} for key, score in (("B1", 90), ("B2", 60), ("B3", 60))
            ]
        },
    }  # fmt: skip
    said, _ = measured("evaluation/contest-as-recorded", case)
    assert (
        "By price alone it is jointly the dearest (90,000), by quality alone the best (90 of 100 points), by days alone level with "
        "all others (30)"
    ) in str(said)
