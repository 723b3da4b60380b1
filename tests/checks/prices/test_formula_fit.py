"""The check of which formula recorded price points follow from."""

import pytest

from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.sections.measuring import sentences
from tests.checks.scoring_case import case_of, rule, said

FIT = "evaluation/price-points-by-another-formula"
PRICES = (100, 125, 140, 190)


def recorded(points, formula="lowest-price-ratio", *, weight=40, lots=(), prices=PRICES, **given):
    criteria = [
        {"id": "Q", "type": "quality", "weight": 100 - weight, "scale": {"maximum": 5}},
        {"id": "P", "type": "price", "weight": weight, "formula": {"name": formula} | given},
    ]
    return {
        "complete": ["bids"],
        "tender": {"award_criteria": criteria} | ({"lots": [{"id": one} for one in lots]} if lots else {}),
        "bids": [{"id": f"B{at}", "value": {"amount": price}} for at, price in enumerate(prices, 1)],
        "evaluation": {"totals": [{"bid": f"B{at}", "price": one} for at, one in enumerate(points, 1)]},
    }


def measured(case, outcome="passed"):
    judgement = judge(case_of(case), rule(FIT), "market")
    assert judgement.outcome == outcome, judgement
    return sentences(judgement, fill)


def test_another_formula_is_named_with_its_rounding():
    assert said(FIT, recorded([40, 30, 24, 4], prices=(100, 125, 141, 190))) == (
        "flagged",
        "evaluation.totals[0].price: Of the 4 price points recorded for the contract, 1 can be had by lowest-price-ratio, and "
        "all by linear-from-lowest, rounded to whole points. So 3 recorded figures are not those that the published method "
        "gives; furthest off is the price part of B4: 4 instead of 21.1.",
    )


def test_a_formula_that_needs_no_rounding_stands_without_those_that_whole_points_make():
    assert said(FIT, recorded([40, 36, 32], prices=(100, 110, 120))) == (
        "flagged",
        "evaluation.totals[0].price: Of the 3 price points recorded for the contract, 2 can be had by lowest-price-ratio, and "
        "all by linear-from-lowest. So one recorded figure is not the one that the published method gives: the price part of "
        "B3: 32 instead of 33.3.",
    )


def test_the_published_formula_in_whole_points_stands_beside_one_that_needs_no_rounding():
    """The line gives 40, 38 and 36; the ratio 38.10 and 36.36, and who rounded it used no other formula."""
    assert said(FIT, recorded([40, 38, 36], prices=(100, 105, 110), rounding={"places": 2})) == (
        "flagged",
        "evaluation.totals[0].price: Of the 3 price points recorded for the contract, 1 can be had by lowest-price-ratio, "
        "rounded to 2 places, and all by linear-from-lowest or lowest-price-ratio, rounded to whole points.",
    )


def test_the_published_formula_with_another_rounding_is_named():
    assert said(FIT, recorded([40, 32, "28.57", "21.05"], rounding={"places": 2, "mode": "up"})) == (
        "flagged",
        "evaluation.totals[0].price: Of the 4 price points recorded for the contract, 2 can be had by lowest-price-ratio, "
        "rounded up to 2 places, and all by lowest-price-ratio, rounded to 2 places. So 2 recorded figures are not those that the "
        "published method gives; furthest off is the price part of B3: 28.57 instead of 28.58.",
    )


def test_points_out_of_a_hundred_are_seen_as_such():
    assert measured(recorded([100, 80, "71.43", "52.63"])) == [
        "The 4 price points recorded for the contract follow from lowest-price-ratio."
    ]
    assert "linear-from-lowest, with 100 as full points" in said(FIT, recorded([100, 75, 60, 10]))[1]


@pytest.mark.parametrize(
    ("parameters", "outcome"), [({"multiple": 3}, "passed"), ({"multiple": 2}, "flagged"), (None, "not-assessed")]
)
def test_parameters_belong_to_the_formula(parameters, outcome):
    given = {"parameters": parameters} if parameters else {}
    assert said(FIT, recorded([40, 35, 32, 22], "zero-at-multiple-of-lowest", **given))[0] == outcome


def test_prices_above_an_estimate_that_is_published_are_tried():
    case = recorded([40, 30, 24, 4], "bilinear", parameters={"estimate": 200, "share_at_mean": "0.9"})
    assert "linear-interpolation with estimate 200" in said(FIT, case)[1]


def test_nothing_fits_is_said_with_how_far_off_the_nearest_is():
    assert measured(recorded([40, 33, "28.57", "21.05"]), "not-assessed") == [
        "None of the formulas and parameters that were tried gives all 4 price points recorded for the contract; nearest is lowest-price-ratio, which is "
        "up to 1 point off. Published is lowest-price-ratio, which gives 3 of them."
    ]


def test_lots_are_told_apart():
    case = recorded([40, 30, 40, "29.47"], lots=("1", "2"))
    for bid, lot in zip(case["bids"], "1122", strict=True):
        bid["lot"] = lot
    assert measured(case, "not-assessed") == [
        "The 2 price points recorded for lot 1 are too few to tell by which formula they were made: all follow from "
        "linear-from-lowest or logarithmic with multiple 2.5, rounded to whole points; published is "
        "lowest-price-ratio, which gives 1 of them.",
        "The 2 price points recorded for lot 2 follow from lowest-price-ratio.",
    ]


def test_a_bid_without_a_price_is_named():
    case = recorded([40, 30, 24, 4])
    del case["bids"][1]["value"]
    assert said(FIT, case) == ("not-assessed", "bids[1].value")


def test_a_formula_for_price_and_quality_together_has_no_price_points():
    case = recorded([40], "price-per-quality-point")
    case["evaluation"]["totals"] = [{"bid": "B1", "quality": 50, "total": 2}]
    assert measured(case) == []
    case["tender"]["award_criteria"][1]["formula"]["name"] = "lowest-price-ratio"
    assert said(FIT, case) == ("not-assessed", "evaluation.totals (the points for price)")


def test_a_rounding_that_is_not_known_gives_nothing():
    case = recorded([40, 32, "28.57", "21.05"], rounding={"places": 2, "mode": "nearest"})
    assert said(FIT, case) == ("not-assessed", "tender.award_criteria[1].formula.rounding.mode (in other words)")


def test_a_formula_without_an_answer_for_a_recorded_price_is_not_departed_from():
    case = recorded([40, 32, "28.57", "21.05"], "fixed-band", parameters={"lowest": 100, "highest": 180})
    assert said(FIT, case) == (
        "not-assessed",
        "a price is outside the published band, and nothing says that it counts as the band's end",
    )


def test_a_published_floor_that_was_not_applied_is_named():
    case = recorded([40, 30, 24, 0], "linear-from-lowest", prices=(100, 125, 140, 210), parameters={"floor": 5})
    assert "3 can be had by linear-from-lowest with the floor of 5, and all by linear-from-lowest without the published floor of 5" in said(FIT, case)[1]  # fmt: skip


def test_half_points_that_one_figure_shows_are_measured_beside_what_else_gives_them():
    """One figure alone tells them from two places, and cutting to one place gives it too: as likely a slip."""
    case = recorded([40, "32.0", "28.5"], prices=(100, 125, 140), rounding={"places": 2})
    assert measured(case, "not-assessed") == [
        "The 3 price points recorded for the contract are too few to tell by which formula they were made: all follow from "
        "lowest-price-ratio, cut to 1 place or lowest-price-ratio, rounded to half points; published is lowest-price-ratio, "
        "rounded to 2 places, which gives 2 of them.",
    ]


def test_beside_a_formula_that_nobody_knows_the_known_names_are_said_and_what_the_record_fits():
    judgement = judge(case_of(recorded([40, "32.00", "28.57", "21.05"], formula="house-curve")), rule(FIT), "market")
    (reason,) = [one.reason for one in judgement.unassessed]
    assert reason.startswith("the formula `house-curve` is not one that can be worked out here; ")
    assert "; known are lowest-price-ratio, linear-from-lowest, " in reason
    assert reason.endswith("; the record fits lowest-price-ratio, rounded to 2 places")
    few = judge(case_of(recorded([40, "32.00"], formula="house-curve", prices=(100, 125))), rule(FIT), "market")
    assert "the record fits" not in few.unassessed[0].reason


def reason(case):
    judgement = judge(case_of(case), rule(FIT), "market")
    assert judgement.outcome == "not-assessed", judgement
    return judgement.unassessed[0].reason


def test_points_by_no_known_formula_do_not_pass_and_the_nearest_is_named():
    case = recorded([39, 21, 33, 40], prices=(100_000, 110_000, 125_000, 95_000), rounding={"places": 2})
    assert reason(case) == (
        "no formula that is known, with any usual rounding, gives all 4 price points recorded for the contract, so by which they "
        "were made is not known; nearest is logarithmic with multiple 2, which is 10.5398 off for B2"
    )


def test_points_by_place_do_not_pass_where_a_cheaper_bid_may_be_missing():
    case = recorded([30, 20, 10, 40], prices=(100_000, 110_000, 125_000, 95_000), rounding={"places": 2})
    del case["complete"]
    assert reason(case) == (
        "the 4 price points recorded for the contract follow from the places of the prices, 10 points apart, and whether the "
        "published formula gives them beside a price that is not recorded is not known"
    )


def test_points_that_only_a_rounding_nobody_published_gives_are_left_to_the_rule_that_asks_about_it():
    points = ["40.0", "36.0", "30.0", "26.0"]
    case = recorded(points, prices=(97, 108, 131, 149))
    for total, quality in zip(case["evaluation"]["totals"], (40, 30, 20, 10), strict=True):
        total |= {"quality": quality, "total": quality + float(total["price"])}
    assert reason(case) == (
        "the points for price for the contract follow from lowest-price-ratio once they are rounded to whole points, and "
        "whether that was published is asked by itself"
    )
