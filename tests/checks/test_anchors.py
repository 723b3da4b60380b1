"""How much of the weight nothing anchors: what counts as an anchor, and how the marks are met."""

import pytest

from tests.checks.scoring_case import facts_of, outcome, said

RULE = "weight-that-nothing-anchors"
BARE = {"minimum": 0, "maximum": 5, "descriptors": {}}


def asked(**fields):
    return {"id": "Q", "type": "quality", "weight": 60, "text": "Describe your methods.", "scale": BARE} | fields


def case(*criteria, complete=True, **more):
    price = {"id": "P", "type": "price", "weight": 100 - sum(one["weight"] for one in criteria)}
    sections = {"tender": {"award_criteria": [*criteria, price], **more}}
    return sections | ({"complete": ["tender"]} if complete else {})


@pytest.mark.parametrize(
    ("weight", "expected"), [(20, "passed"), ("20.01", "review"), (40, "review"), ("40.01", "flagged")]
)
def test_the_marks_are_met_exactly(weight, expected):
    criteria = [asked(weight=weight), {"id": "P", "type": "price", "weight": f"{100 - float(weight):.2f}"}]
    assert outcome(RULE, {"tender": {"award_criteria": criteria}}) == expected


@pytest.mark.parametrize(
    ("descriptors", "expected"),
    [
        ({"0": "Poor", "3": "Good", "5": "Excellent"}, "flagged"),
        ({"0": "Very poor answer", "5": "Exceeds requirements"}, "flagged"),
        ({"0": "Nothing offered"}, "flagged"),
        ({"0": "Poor", "5": "Every post is named with its hours"}, "flagged"),
        ({"0": "No posts named", "5": "Every post is named with its hours"}, "passed"),
    ],
)
def test_two_descriptions_that_say_more_than_a_grade_are_an_anchor(descriptors, expected):
    assert outcome(RULE, case(asked(scale={"minimum": 0, "maximum": 5, "descriptors": descriptors}))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How fast are calls answered, within 20 seconds at most?", "passed"),
        ("Five marks are given where all posts are named.", "passed"),
        ("Describe your methods in no more than 4 pages.", "flagged"),
        ("Describe your methods. Calls are answered within 20 seconds, in no more than 4 pages.", "passed"),
        ("This question is worth 60% of the marks.", "flagged"),
    ],
)
def test_a_measure_is_an_anchor_and_the_length_of_an_answer_is_none(text, expected):
    assert outcome(RULE, case(asked(text=text))) == expected


def test_the_text_of_a_group_anchors_its_parts():
    group = {"id": "G", "weight": 60, "text": "All parts are scored as follows: one point for each post named."}
    parts = [asked(id="A", weight=30), asked(id="B", weight=30)]
    assert outcome(RULE, case(group | {"children": parts})) == "passed"
    assert said(RULE, case({"id": "G", "weight": 60, "children": parts})) == (
        "flagged",
        "tender.award_criteria: Nothing says what earns the points of 60 per cent of the weight: no scores that are "
        "described by more than a grade, no measure. These are A, 30 per cent and B, 30 per cent.",
    )


def test_an_aim_anchors_only_where_it_has_a_measure():
    aim = {"id": "A", "criteria": ["Q"], "text": "Shorter waits"}
    assert outcome(RULE, case(asked(), aims=[aim])) == "flagged"
    assert outcome(RULE, case(asked(), aims=[aim | {"measure": "days to the first visit"}])) == "passed"


def test_every_lot_is_judged_by_itself_and_equal_lots_once():
    criteria = [
        asked(lots=["1", "2"]),
        {"id": "P", "type": "price", "weight": 40},
        asked(id="R", weight=10, lots=["3"]),
    ]
    lots = [{"id": one} for one in "123"]
    found = facts_of(RULE, {"tender": {"award_criteria": criteria, "lots": lots}})
    assert [(one["share"], one["parts"]) for one in found] == [(60, ("Q, 60 per cent",))]


def test_what_is_open_is_asked_for_only_where_it_could_matter():
    unsaid = {"minimum": 0, "maximum": 5}
    assert said(RULE, case(asked(scale=unsaid), complete=False)) == (
        "not-assessed",
        "tender.award_criteria[0].scale.descriptors",
    )
    assert outcome(RULE, case(asked(scale=unsaid, weight=20), complete=False)) == "passed"
    both = case(asked(weight=30), asked(id="R", weight=30, scale=unsaid), complete=False)
    assert outcome(RULE, both) == "review"
