"""What records say was applied: labels with more around an id or a name, and weights that are shares of their group."""

import pytest

from tests.checks.scoring_case import outcome

CRITERIA = [
    {"id": "Q1", "name": "Tuning plan", "type": "quality", "weight": 45},
    {"id": "Q2.1", "name": "Winter", "type": "quality", "weight": 15},
    {"id": "P", "name": "Price", "type": "price", "weight": 40},
]


def applied(criteria=CRITERIA, **evaluation):
    return {"tender": {"award_criteria": criteria}, "evaluation": evaluation}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Q1", "passed"), ("tuning  PLAN", "passed"), ("Q1: Tuning plan", "passed"), ("Q1 – Tuning plan", "passed"),
        ("Q1 - Tuning plan (45%)", "passed"), ("Q1 Tuning plan", "passed"), ("Q2.1. Winter", "passed"), ("Q2.1 Winter [15]", "passed"),
        ("Price (40%)", "passed"), ("Price 40 %", "passed"), ("Price, 40 points", "passed"), ("P (40)", "passed"), ("Price (P)", "passed"),
        ("Price (weighting: 40%)", "passed"), ("Award criterion Q1", "passed"), ("Question 1: Tuning plan", "passed"),
        ("Plan for tuning", "flagged"), ("The tuning plans", "passed"), ("Total price", "passed"), ("quality", "passed"),
        ("Q1: Winter", "review"), ("P – Local presence", "review"), ("Winter (Q1)", "review"), ("Price (and fame)", "review"),
        ("Q3", "flagged"), ("Q1b", "flagged"), ("Local presence", "flagged"), ("Local presence (40%)", "flagged"),
        ("Q3: Local presence", "flagged"), ("Price stability", "flagged"), ("Winter garden", "flagged"), ("(40%)", "flagged"),
        ("40%", "flagged"), ("Tuning plan and fame", "flagged"),
    ],
)  # fmt: skip
def test_a_label_names_a_published_criterion_or_does_not(label, expected):
    assert outcome("undisclosed-criterion-applied", applied(criteria_applied=[label])) == expected


def test_a_label_of_a_criterion_that_has_no_name_is_its_id():
    criteria = [{"id": "Q1", "weight": 60}, {"id": "P", "type": "price", "weight": 40}]
    case = applied(criteria, criteria_applied=["Q1: Tuning plan", "Price"]) | {"complete": ["evaluation"]}
    assert outcome("undisclosed-criterion-applied", case) == "passed"
    assert outcome("published-criterion-not-applied", case) == "passed"


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({"Q1": 75, "Q2.1": 25, "P": 40}, "passed"), ({"Q1": "0.75", "Q2.1": "0.25", "P": "0.4"}, "passed"),
        ({"Q1": 4.5, "Q2.1": 1.5, "P": 4}, "passed"), ({"Q1: Tuning plan": 75, "Winter": 25, "Price": 40}, "passed"),
        ({"Q1": 75, "Q2.1": 25}, "passed"), ({"Q1": 75}, "flagged"), ({"Q1": 70, "Q2.1": 30, "P": 40}, "flagged"),
        ({"Q1": 75, "Q2.1": 25, "P": 60}, "flagged"), ({"Q1": 75, "Q2.1": 25, "P": 100}, "review"), ({"Price": 50}, "flagged"),
        ({"Q1": 30, "Q2.1": 10, "P": 40}, "flagged"), ({"quality": 60, "Price": 40}, "passed"), ({"quality": 50}, "review"),
    ],
)  # fmt: skip
def test_weights_in_the_published_proportions_are_no_change(weights, expected):
    assert outcome("weights-applied-are-not-those-published", applied(weights_applied=weights)) == expected


def test_thirds_may_be_rounded_as_they_are_written():
    criteria = [{"id": f"Q{n}", "type": "quality", "weight": 20} for n in range(3)] + [CRITERIA[2]]
    for third, expected in (
        (33, "passed"),
        ("33.3", "passed"),
        ("33.33", "passed"),
        ("33.4", "flagged"),
        (34, "flagged"),
    ):
        case = applied(criteria, weights_applied=dict.fromkeys(("Q0", "Q1", "Q2"), third))
        assert outcome("weights-applied-are-not-those-published", case) == expected, third


def test_a_name_that_every_lot_has_is_weighed_lot_by_lot():
    criteria = [
        {"id": f"{kind}{lot}", "name": kind, "lots": [lot], "type": kind.lower(), "weight": weight}
        for lot, parts in (("1", (60, 40)), ("2", (70, 30)))
        for kind, weight in zip(("Quality", "Price"), parts, strict=True)
    ]
    for weight, expected in ((60, "passed"), (70, "passed"), (50, "review")):
        case = applied(criteria, weights_applied={"Quality": weight})
        case["tender"]["lots"] = [{"id": "1"}, {"id": "2"}]
        assert outcome("weights-applied-are-not-those-published", case) == expected
