"""Points for price with more digits than are published, and whole points that only their totals show to be rounded."""

import pytest

from tests.checks.contest.contest_case import measured
from tests.checks.contest.test_written_points import POINTS, TOTALS, record
from tests.checks.scoring_case import outcome, said

UNSAID = "evaluation/price-points-rounded-without-saying-so"
PRICES = (432000, 405000, 372400)
KEPT = [(36, "34.4815", "70.48"), (48, "36.7802", "84.78"), (60, 40, 100)]
WHOLE = [(36, 34, "70.0"), (48, 37, "85.0"), (60, 40, "100.0")]
ROUNDED = {"rounding": {"places": 2}}


def test_digits_beyond_the_published_rounding_that_turn_nothing_are_no_fault():
    case = record(KEPT, prices=PRICES, formula=ROUNDED)
    assert (outcome(POINTS, case), outcome(TOTALS, case)) == ("passed", "passed")
    assert measured(TOTALS, case)[0] == []
    assert "rounded to 4 places; published is" in "".join(text for _, text in measured(POINTS, case)[0])


def test_digits_beyond_the_published_rounding_that_decide_stay_a_fault():
    totals = [("65.52", "34.4815", "100.0015"), ("63.22", "36.7802", "100.0002"), (60, 40, 100)]
    assert outcome(POINTS, record(totals, prices=PRICES, formula=ROUNDED)) == "flagged"


def test_totals_show_that_whole_points_were_rounded():
    assert said(UNSAID, record(WHOLE, prices=PRICES)) == (
        "review",
        "evaluation.totals[0].price: The 3 price points recorded for the contract follow from lowest-price-ratio once all are "
        "rounded to whole points; no rounding is published. The order of the totals is the same without it.",
    )


@pytest.mark.parametrize(
    "totals",
    [
        [(36, 34, 70), (48, 37, 85), (60, 40, 100)],
        [(36, 34, "70.48"), (48, 37, "84.78"), (60, 40, "100.0")],
    ],
)
def test_whole_points_that_are_only_written_so_are_no_rounding(totals):
    assert outcome(UNSAID, record(totals, prices=PRICES)) == "passed"
