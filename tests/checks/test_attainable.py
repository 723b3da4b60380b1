"""What price decides, by the points that bids in the contest can still differ by."""

import pytest

from tests.checks.scoring_case import facts_of, outcome, said

RULE = "price-decides-more-or-less-than-its-weight"
FIVE = {"minimum": 0, "maximum": 5}
PRICE = {"id": "P", "type": "price", "weight": 40, "formula": {"name": "linear-from-lowest"}}


def quality(**fields):
    return {"id": "Q", "type": "quality", "weight": 60, "scale": FIVE} | fields


def case(*criteria, **more):
    return {"tender": {"award_criteria": list(criteria), **more}}


def shares(*criteria, **more):
    """The nominal and the effective share of price, lot by lot."""
    return [(float(one["nominal"]), float(one["effective"])) for one in facts_of(RULE, case(*criteria, **more))]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        # 60 × 3/5 = 36 are had anyway: 40 of 64.
        ({"minimum_score": 3, "disqualifies": True}, [(40, 62.5)]),
        # On a scale of 5 a minimum of 60 is per cent: the same.
        ({"minimum_score": 60, "disqualifies": True}, [(40, 62.5)]),
        ({"minimum_score": 3, "disqualifies": False}, []),
        ({"minimum_score": 0, "disqualifies": True}, []),
        # 60 × 4/5: 40 of 52.
        ({"minimum_score": 4, "disqualifies": True}, [(40, 76.9)]),
    ],
)
def test_a_minimum_that_shuts_out_takes_its_points_out(fields, expected):
    assert shares(quality(**fields), PRICE) == expected


@pytest.mark.parametrize(
    ("minimum", "expected"),
    # From 1 to 5 price decides 40 or 45 per cent; from 4 to 5 it decides 40 by the length of the scale and 77 by its top.
    [(1, "passed"), (4, "not-assessed")],
)
def test_where_a_scale_begins_counts_only_if_every_convention_says_so(minimum, expected):
    assert outcome(RULE, case(quality(scale={"minimum": minimum, "maximum": 5}), PRICE)) == expected


def test_a_minimum_on_a_scale_that_begins_above_zero_is_found_by_each_convention():
    scale = {"minimum": 1, "maximum": 5}
    # By the length 60 × 2/4 = 30 are left, by the top 60 × 2/5 = 24: the one nearer to the weight is told.
    assert shares(quality(scale=scale, minimum_score=3, disqualifies=True), PRICE) == [(40, 57.1)]


def test_minima_of_a_group_and_of_its_parts_are_not_taken_out_twice():
    parts = [quality(id="A", weight=30, minimum_score=3, disqualifies=True), quality(id="B", weight=30)]
    group = {"id": "G", "weight": 60, "minimum_score": 60, "disqualifies": True, "children": parts}
    assert shares(group, PRICE) == [(40, 62.5)]
    assert shares(group | {"minimum_score": 10}, PRICE) == []


def test_a_ratio_never_gives_the_least_so_too_much_is_a_question_and_too_little_is_none():
    ratio = PRICE | {"formula": {"name": "lowest-price-ratio"}}
    assert outcome(RULE, case(quality(minimum_score=3, disqualifies=True), ratio)) == "review"
    held = {"name": "lowest-price-ratio", "parameters": {"floor": 80}}
    assert outcome(RULE, case(quality(), PRICE | {"formula": held})) == "flagged"


@pytest.mark.parametrize(
    ("floor", "expected"),
    [("0.8", "not-assessed"), ("80", "flagged"), ("30", "not-assessed"), ("4", "passed"), ("2000", "not-assessed")],
)
def test_the_unit_of_a_floor_is_not_said(floor, expected):
    formula = {"name": "linear-from-lowest", "parameters": {"floor": floor}}
    assert outcome(RULE, case(quality(), PRICE | {"formula": formula})) == expected


def test_a_price_scored_by_people_has_a_scale_like_any_other():
    priced = {"id": "P", "type": "price", "weight": 40, "scale": FIVE, "minimum_score": 4, "disqualifies": True}
    assert shares(quality(), priced) == [(40, 11.8)]


def test_every_lot_is_judged_by_itself_and_equal_lots_once():
    lots = [{"id": one} for one in "123"]
    strict = quality(id="R", minimum_score=3, disqualifies=True, lots=["1", "2"])
    assert shares(strict, quality(lots=["3"]), PRICE, lots=lots) == [(40, 62.5)]


def test_weights_of_nothing_and_missing_scales():
    assert said(RULE, case(quality(scale={"minimum": 0}), PRICE)) == (
        "not-assessed",
        "tender.award_criteria[0].scale.maximum",
    )
    assert outcome(RULE, case(quality(), {"id": "I", "weight": 0, "type": "quality"}, PRICE)) == "passed"
    assert outcome(RULE, case(quality(weight=0), PRICE | {"weight": 0})) == "passed"
