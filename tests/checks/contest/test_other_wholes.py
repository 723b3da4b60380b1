"""Records that write every figure on another whole than the published one, and what is wrong in them all the same."""

import pytest

from tests.checks.contest.test_written_points import POINTS, TOTALS, outcomes, record
from tests.checks.scoring_case import outcome, said

PRICES = (432000, 405000, 372400)
THOUSAND = [(360, "344.81", "704.81"), (480, "367.8", "847.8"), (600, 400, 1000)]
FIVE = [("1.8", "1.724", "3.524"), ("2.4", "1.839", "4.239"), (3, 2, 5)]
THIRTY = [("10.8", "10.344", "21.144"), ("14.4", "11.034", "25.434"), (18, 12, 30)]
ROUNDED = {"rounding": {"places": 2}}


def on(totals, **given):
    return record(totals, prices=PRICES, formula=ROUNDED, **given)


@pytest.mark.parametrize("totals", [THOUSAND, FIVE, THIRTY, [one[2] for one in THOUSAND]])
def test_a_record_on_another_whole_is_right(totals):
    assert set(outcomes(on(totals)).values()) <= {"passed", "not-assessed"}


def test_a_raised_figure_on_another_whole_is_found_alone():
    case = on([THOUSAND[0], (480, 395, 875), THOUSAND[2]])
    assert said(TOTALS, case) == (
        "flagged",
        "evaluation.totals[1].price: The price part recorded for B2 is 395; from the formula lowest-price-ratio it is 367.8.",
    )
    assert outcome(POINTS, case) == "not-assessed"


def test_a_factor_that_is_no_plain_whole_is_none():
    """All figures are 97 of a hundred of what they should be: nobody keeps points so."""
    case = on([("34.92", "33.45", "68.37"), ("46.56", "35.68", "82.24"), ("58.2", "38.8", "97")])
    assert outcome(TOTALS, case) == "flagged"
