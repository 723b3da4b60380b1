"""Points for price with more digits than are published, and whole points that only their totals show to be rounded."""

from decimal import Decimal

import pytest

from tests.checks.contest.contest_case import measured
from tests.checks.contest.test_written_points import POINTS, TOTALS, record
from tests.checks.scoring_case import facts_of, outcome, said

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


FIRST = "evaluation/another-bid-first-when-worked-out-again"


@pytest.mark.parametrize(
    ("rounding", "quality", "expected"),
    [
        ({"places": 0, "mode": "up"}, ("36", "48", "60"), ["passed", "passed"]),
        ({"places": 0, "mode": "down"}, ("36", "48", "60"), ["passed", "passed"]),
        # Of 34.48 and 36.78, up are 35 and 37, down 34 and 36: each time another bid leads than by all digits, or two do.
        ({"places": 0, "mode": "up"}, ("55.1", "52.9", "30"), ["flagged", "flagged"]),
        ({"places": 0, "mode": "up"}, ("55", "53", "30"), ["flagged", "passed"]),
        ({"places": 0, "mode": "down"}, ("10", "55.1", "51.6"), ["flagged", "flagged"]),
    ],
)
def test_digits_beyond_whole_points_that_are_declared_one_way_count_where_they_decide(rounding, quality, expected):
    case = kept(quality, ("34.48", "36.78", "40.00"), PRICES, rounding)
    assert [outcome(one, case) for one in (POINTS, FIRST)] == expected


@pytest.mark.parametrize("places", [0, 1])
def test_digits_beyond_the_published_rounding_accuse_none_of_two_bids(places):
    rounding = {"places": places}
    assert outcome(TOTALS, kept(("48", "60"), ("36.78", "40"), PRICES[1:], rounding)) == "passed"
    assert outcome(TOTALS, kept(("55.1", "52.1"), ("36.78", "40"), PRICES[1:], {"places": 0})) == "flagged"
    assert outcome(TOTALS, kept(("48", "60"), ("36.77", "40"), PRICES[1:], rounding)) == "flagged"


def test_points_that_are_whole_per_cent_by_chance_are_not_rounded_as_per_cent():
    """Of 40 points 34.4 are 86 per cent and 40 are all, 36.6 and 35.12 are no whole ones: by whole points B2 leads."""
    prices = (447669, 420719, 438472, 385000)
    case = kept(("48", "45.6", "36", "24"), ("34.4", "36.6", "35.12", "40.00"), prices, {"places": 0})
    case["evaluation"]["totals"][0]["total"] = "82.40"
    assert [outcome(one, case) for one in (POINTS, FIRST)] == ["flagged", "flagged"]


def kept(quality, points, prices, rounding):
    totals = [(one, price, str(Decimal(one) + Decimal(price))) for one, price in zip(quality, points, strict=True)]
    scale = {"minimum": 0, "maximum": 60}
    return record(totals, prices=prices, scores=quality, scale=scale, formula={"rounding": rounding})


def test_totals_show_that_whole_points_were_rounded():
    assert said(UNSAID, record(WHOLE, prices=PRICES)) == (
        "review",
        "evaluation.totals[0].price: The 3 price points recorded for the contract follow from lowest-price-ratio once all are "
        "rounded to whole points; no rounding of them was found in what is published. The order of the totals is the same without it.",
    )


def test_whole_points_beside_totals_of_the_exact_ones_are_only_written_so():
    totals = [(36, 34, "70.48"), (48, 37, "84.78"), (60, 40, "100.0")]
    assert outcome(UNSAID, record(totals, prices=PRICES)) == "passed"


def test_whole_points_are_asked_about_though_no_total_is_finer():
    outcome_of, told = said(UNSAID, record([(36, 34, 70), (48, 37, 85), (60, 40, 100)], prices=PRICES))
    assert outcome_of == "review"
    assert told.endswith(
        "rounded to whole points; no rounding of them was found in what is published. The order of the totals is the same without it."
    )


@pytest.mark.parametrize(
    ("totals", "prices"),
    [
        ([(36, 32, 68), (48, 20, 68), (60, 40, 100)], (500000, 800000, 400000)),
        ([(36, "34.48", "70.48"), (48, "36.78", "84.78"), (60, 40, 100)], PRICES),
    ],
)
def test_points_that_are_whole_by_the_formula_or_as_fine_as_people_write_them_are_not_asked_about(totals, prices):
    assert outcome(UNSAID, record(totals, prices=prices)) == "passed"


@pytest.mark.parametrize(
    ("totals", "order"),
    [
        ([("58.3", 37, "95.3"), ("55.3", 40, "95.3")], "Without it {second} would come first, with it {first} and {second}."),
        ([("58.5", 37, "95.5"), ("55.3", 40, "95.3")], "Without it {second} would come first, with it {first}."),
        ([(None, 37, 95), (None, 40, 96)], "Whether the order of the totals is the same without it cannot be told from what is "
         "recorded."),
    ],
)  # fmt: skip
def test_it_is_said_whether_who_comes_first_hangs_on_the_rounding(totals, order):
    third = (10, 34, 44) if totals[0][0] else (None, 34, 44)
    told = said(UNSAID, record([totals[0], third, totals[1]], prices=(405000, 432000, 372400)))[1]
    assert told.endswith(order.format(first="B1", second="B3"))


def test_the_facts_of_a_wrong_point_name_the_rounding_that_gives_all_points():
    totals = [(36, "38.66", "74.66"), (48, "36.63", "84.63"), (60, 40, 100)]
    facts = facts_of(TOTALS, record(totals, prices=(900000, 950000, 870000), formula=ROUNDED))
    assert [one.get("rounding") for one in facts] == ["cut to 2 places"]


HALVES = {"rounding": {"places": 0, "mode": "nearest-half"}}


def test_points_to_the_published_half_point_are_right():
    case = record([(36, "34.5", "70.5"), (48, 37, 85), (60, 40, 100)], prices=PRICES, formula=HALVES)
    assert [outcome(one, case) for one in (POINTS, TOTALS, UNSAID)] == ["passed"] * 3
    assert measured(POINTS, case)[0][-1][1] == (
        "The 3 price points recorded for the contract follow from lowest-price-ratio, rounded to half points."
    )


def test_a_point_beside_the_published_half_point_is_wrong():
    case = record([(36, "34.5", "70.5"), (48, "36.5", "84.5"), (60, 40, 100)], prices=PRICES, formula=HALVES)
    assert said(TOTALS, case) == (
        "flagged",
        "evaluation.totals[1].price: The price part recorded for B2 is 36.5; from the formula lowest-price-ratio it is 37.",
    )


def test_a_whole_point_off_the_declared_rounding_is_wrong_though_the_per_cent_behind_it_were_rounded():
    """Of 40 points 36.78 are due, 37 in whole points; 92 per cent of 40 are 36.8, and cut that is 36."""
    case = record([(36, 34, 70), (48, 36, 84), (60, 40, 100)], prices=PRICES, formula={"rounding": {"places": 0}})
    outcome_of, told = said(POINTS, case)
    assert outcome_of == "flagged"
    assert told.endswith(
        "So one recorded figure is not the one that the published method gives: the price part of B2: 36 instead of 37."
    )
