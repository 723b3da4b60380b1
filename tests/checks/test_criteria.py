"""Weights, scales and formulas as they are published: conventions that are fine, and what is not."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.checks.scoring.criteria.tree import questions
from tests.checks.scoring_case import facts_of, outcome, said
from tests.conftest import case_of

SUM = "weights-that-do-not-add-up"


def tender(*criteria, **more):
    return {"tender": {"award_criteria": list(criteria), **more}}


def weighted(*weights, kind=None):
    named = [{"id": f"Q{index}", "weight": one} for index, one in enumerate(weights)]
    return [one | ({"weight_type": kind} if kind else {}) for one in named]


@pytest.mark.parametrize(
    ("weights", "kind", "expected"),
    [
        ((60, 40), "percentage", "passed"),
        ((60, 40.01), "percentage", "passed"),
        ((60, 40.02), "percentage", "flagged"),
        ((33.3, 33.3, 33.3), "percentage", "passed"),
        ((33, 33, 33), "percentage", "flagged"),
        (("16.67",) * 6, "percentage", "passed"),
        (("0.6", "0.4"), None, "passed"),
        (("0.6", "0.401"), None, "passed"),
        (("0.6", "0.42"), None, "flagged"),
        (("0.6", "0.4"), "percentage", "flagged"),
        ((0.6, 0.4), "fraction", "passed"),
        ((60, 40), "fraction", "flagged"),
        ((600, 400), "points", "passed"),
        ((700, 250), "points", "passed"),
        ((6, 4), None, "review"),
        ((60, 45), None, "flagged"),
        ((1, 2), "ranking", "passed"),
        ((1, 2), "descriptive", "passed"),
        ((100,), None, "passed"),
    ],
)
def test_what_weights_may_add_up_to(weights, kind, expected):
    assert outcome(SUM, tender(*weighted(*weights, kind=kind))) == expected


def test_every_lot_is_added_up_by_itself_and_equal_lots_once():
    criteria = [
        {"id": "Q", "weight": 60}, {"id": "P", "weight": 40, "lots": ["1", "2"]}, {"id": "R", "weight": 50, "lots": ["3"]},
    ]  # fmt: skip
    lots = [{"id": one} for one in "123"]
    assert said(SUM, tender(*criteria, lots=lots)) == (
        "flagged",
        "tender.award_criteria: The weights of the award criteria for lot 3 add up to 110, not 100.",
    )


def test_lots_that_only_criteria_name_count_too():
    criteria = [{"id": "A", "weight": 100, "lots": ["1"]}, {"id": "B", "weight": 100, "lots": ["2"]}]
    assert outcome(SUM, tender(*criteria)) == "passed"


def test_parts_are_judged_at_every_depth():
    deep = {"id": "Q1", "weight": 40, "children": [{"id": "Q1a", "weight": 30}, {"id": "Q1b", "weight": 5}]}
    case = tender({"id": "Q", "weight": 60, "children": [deep, {"id": "Q2", "weight": 20}]}, {"id": "P", "weight": 40})
    assert said(SUM, case) == (
        "flagged",
        "tender.award_criteria[0].children[0].children: The weights of the parts of Q1 add up to 35, not 40 or 100.",
    )


@pytest.mark.parametrize("treatment", ["information", "pass-fail", "unscored"])
def test_parts_of_a_question_that_is_not_scored_are_left_alone(treatment):
    case = tender({"id": "Q", "weight": 100}, {"id": "I", "treatment": treatment, "children": weighted(3, 4)})
    assert outcome(SUM, case) == "passed"


def test_too_much_is_found_although_a_weight_is_missing():
    assert outcome(SUM, tender({"id": "Q", "weight": 120}, {"id": "P"})) == "flagged"
    assert outcome(SUM, tender({"id": "Q", "weight": 80}, {"id": "P"})) == "not-assessed"


@given(st.lists(st.integers(1, 60), min_size=2, max_size=6))
def test_the_order_of_criteria_changes_nothing_and_the_sum_is_exact(weights):
    forward, backward = (facts_of(SUM, tender(*weighted(*one, kind="percentage"))) for one in (weights, weights[::-1]))
    total = sum(weights)
    assert forward == backward
    assert [one["sum"] for one in forward] == ([] if total == 100 else [Decimal(total)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Experience of the firm in eye care", "flagged"),
        ("The tenderer's previous experience", "flagged"),
        ("Number of similar contracts completed", "flagged"),
        ("Years in business", "flagged"),
        ("Number of employees", "flagged"),
        ("Certificates held, one point each", "flagged"),
        ("Client references", "flagged"),
        ("ISO certification", "review"),
        ("Method for reporting, with reference to section 4", "passed"),
        ("CVs of the project team", "passed"),
        ("Qualifications and experience of the staff assigned to the contract", "passed"),
        ("Experience of the proposed clinical team", "passed"),
        ("Approach to mobilisation", "passed"),
    ],
)
def test_what_an_award_criterion_may_be_about(text, expected):
    assert outcome("award-criterion-about-the-bidder", tender({"id": "Q1", "text": text, "weight": 20})) == expected


def test_a_group_is_read_and_so_are_its_parts():
    case = tender({"id": "Q", "name": "Track record", "weight": 60, "children": [{"id": "Q1", "text": "Turnover"}]})
    assert [one["words"] for one in facts_of("award-criterion-about-the-bidder", case)] == ["Track record", "Turnover"]


def test_a_scale_or_formula_of_the_group_covers_its_parts():
    group = {"id": "Q", "weight": 60, "scale": {"minimum": 0, "maximum": 5, "descriptors": {"0": "no", "5": "all"}}}
    case = tender(group | {"children": [{"id": "Q1"}, {"id": "Q2"}]}, {"id": "P", "type": "price", "weight": 40})
    complete = case | {"complete": ["tender"]}
    assert outcome("scored-criterion-without-scale", complete) == "passed"
    assert outcome("scale-without-descriptions", complete) == "passed"
    assert outcome("price-formula-missing", complete) == "flagged"


def test_a_price_without_a_type_is_a_price_by_its_name():
    case = tender({"id": "Q", "weight": 60, "scale": {"maximum": 5}}, {"id": "P", "name": "Price", "weight": 40})
    assert outcome("scored-criterion-without-scale", case) == "passed"
    assert outcome("price-formula-missing", case | {"complete": ["tender"]}) == "flagged"


def test_a_price_with_a_described_scale_has_its_method_there():
    scale = {"maximum": 5, "descriptors": {"0": "above 120 % of the lowest", "5": "the lowest"}}
    case = tender({"id": "Q", "weight": 60}, {"id": "P", "type": "price", "weight": 40, "scale": scale})
    assert outcome("price-formula-missing", case | {"complete": ["tender"]}) == "passed"


@pytest.mark.parametrize(
    "name",
    [
        "weights-that-do-not-add-up", "negative-weight", "scored-criterion-worth-nothing", "criterion-without-weight",
        "no-weights-published", "award-criterion-about-the-bidder", "scored-criterion-without-scale",
        "scale-without-descriptions", "price-formula-missing", "price-points-that-depend-on-other-bids",
    ],
)  # fmt: skip
def test_nothing_passes_where_no_criteria_are_given(name):
    assert said(name, {"tender": {"title": "Eye clinic"}}) == ("not-assessed", "tender.award_criteria")


@pytest.mark.parametrize(
    ("criterion", "is_price"),
    [
        ({"name": "Price"}, True),
        ({"name": "Total price of all jobs for four years"}, True),
        ({"name": "Whole-life cost"}, True),
        ({"name": "Fees per hour"}, True),
        ({"name": "Pricing", "type": "Pricing"}, True),
        ({"name": "Section C", "type": "Commercial"}, True),
        ({"name": "Cost control plan"}, False),
        ({"name": "How costs are kept down"}, False),
        ({"name": "Value for money"}, False),
        ({"name": "Price", "type": "quality"}, False),
        ({"name": "Total"}, False),
    ],
)
def test_a_criterion_is_about_price_by_its_type_or_by_a_name_of_nothing_else(criterion, is_price):
    [question] = questions(case_of(json.dumps(tender({"id": "Q1", "weight": 100, **criterion})), "t.json"))
    assert question.is_price is is_price
