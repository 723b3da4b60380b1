"""Each criterion may be measured against its own best score, as Italy's first riparametrazione does: words of it leave it open."""

import pytest

from tests.checks.scoring_case import outcome
from tests.checks.test_scoring import PRICE, TOTALS, evaluated, parts_of

SCALE = {"minimum": 0, "maximum": 1, "step": "0.1"}
CRITERIA = [
    {"id": "A", "type": "quality", "weight": 40, "scale": SCALE},
    {"id": "B", "type": "quality", "weight": 20, "scale": SCALE},
    PRICE,
]
SCORES = {("X", "A"): "0.8", ("X", "B"): "0.4", ("Y", "A"): "0.4", ("Y", "B"): "0.8"}
"""Of its best X has all of A and half of B: 40 and 10 points; Y has 20 and 20. Of all quality X's 40 are the best there are."""
EACH = {"X": ("50.00", "90.00"), "Y": ("40.00", "80.00")}
WORDS = (
    "Per ogni criterio si procede alla riparametrazione dei coefficienti.",
    "For each criterion the best tender gets full marks and the others in proportion.",
    "The quality points are rescaled for each question so that the highest mean gets the full weight.",
)


def record(words, totals):
    rows = {bid: {"quality": quality, "price": "40.00", "total": total} for bid, (quality, total) in totals.items()}
    case = evaluated(CRITERIA, {"X": 100, "Y": 100}, SCORES, rows)
    case["tender"]["award_method"] = words
    return case


@pytest.mark.parametrize("words", WORDS)
def test_points_against_the_best_of_each_criterion_are_no_slip_where_words_may_say_so(words):
    assert outcome(TOTALS, record(words, EACH)) == "not-assessed"
    assert outcome(TOTALS, record(words, EACH | {"Y": ("44.00", "84.00")})) == "review"


def test_without_such_words_they_are_wrong():
    assert outcome(TOTALS, record("The highest total wins.", EACH)) == "flagged"
    assert [one[3] for one in parts_of(record("The highest total wins.", EACH))] == ["40.000", "32.000"]
