"""Who scored: one person under id and name, a name of two people, and an id and a name that no record ties together."""

from itertools import product

import pytest

from tests.checks.scoring_case import outcome, said

ADA = {"id": "e1", "name": "Ada Miró"}
IVO = {"id": "e2", "name": "Ivo Brandt"}
NAMESAKE = {"id": "e3", "name": "Dr Ada Miró"}
SPELLINGS = ("e1", "Ada Miró", "MIRÓ, Ada")


def evaluated(people, seat, scorer, aside=None):
    return {
        "complete": ["evaluation.individual"],
        "people": people,
        "declarations": [{"person": aside, "recused_from": ["b"]}] if aside else [],
        "tender": {"award_criteria": [{"id": "Q1"}]},
        "bids": [{"id": "B1"}, {"id": "B2", "bidder": "b"}],
        "evaluation": {
            "panel": [seat, "e2"],
            "allocation": [{"evaluator": seat}, {"evaluator": "e2"}],
            "individual": [
                {"evaluator": one, "bid": bid, "criterion": "Q1", "score": 3}
                for one, bid in ((scorer, "B1"), ("e2", "B1"), ("e2", "B2"))
            ],
        },
    }


@pytest.mark.parametrize(("seat", "scorer", "aside"), list(product(SPELLINGS, repeat=3)))
def test_however_a_member_is_called_nothing_is_missing_and_nobody_is_a_stranger(seat, scorer, aside):
    case = evaluated([ADA, IVO], seat, scorer, aside)
    assert said("scored-by-an-outsider", case) == ("passed",)
    assert said("scores-missing", case) == ("passed",)


def test_an_allocation_to_bids_asks_for_no_other():
    case = evaluated([ADA, IVO], "e1", "e1")
    asked = [{"evaluator": "e1", "bids": ["B1"]}, {"evaluator": "e2"}]
    assert said("scores-missing", case | {"evaluation": case["evaluation"] | {"allocation": asked}}) == ("passed",)
    asked[0]["bids"] = ["B2"]
    assert said("scores-missing", case | {"evaluation": case["evaluation"] | {"allocation": asked}}) == (
        "flagged", "evaluation.individual: Ada Miró was to give scores that are not recorded (1): B2 on Q1.",
    )  # fmt: skip


def test_an_allocation_to_lots_asks_for_no_bid_of_another():
    case = evaluated([ADA, IVO], "e1", "e1")
    case["tender"]["lots"] = [{"id": "N"}, {"id": "S"}]
    case["bids"] = [{"id": "B1", "lot": "N"}, {"id": "B2", "lot": "S"}]
    asked = [{"evaluator": "e1", "lots": ["N"]}, {"evaluator": "e2"}]
    assert said("scores-missing", case | {"evaluation": case["evaluation"] | {"allocation": asked}}) == ("passed",)
    asked[0]["lots"] = ["N", "S"]
    assert said("scores-missing", case | {"evaluation": case["evaluation"] | {"allocation": asked}}) == (
        "flagged", "evaluation.individual: Ada Miró was to give scores that are not recorded (1): B2 on Q1.",
    )  # fmt: skip


def test_a_question_of_one_lot_is_asked_about_no_bid_of_another():
    case = evaluated([ADA, IVO], "e1", "e1")
    case["tender"] = {
        "lots": [{"id": "N"}, {"id": "S"}],
        "award_criteria": [{"id": "Q1", "lots": ["N"]}, {"id": "Q2", "lots": ["S"]}],
    }
    case["bids"] = [{"id": "B1", "lot": "N"}, {"id": "B2", "lot": "S"}]
    assert said("scores-missing", case) == (
        "flagged",
        "evaluation.individual: Ada Miró was to give scores that are not recorded (1): B2 on Q2.",
        "evaluation.individual: Ivo Brandt was to give scores that are not recorded (1): B2 on Q2.",
    )


def test_what_is_passed_or_failed_needs_no_points():
    criteria = [{"id": "Q1", "treatment": "pass-fail"}, {"id": "Q2", "scale": {"maximum": 5}}]
    scores = [
        {"evaluator": "e1", "bid": "B1", "criterion": "Q1", "met": True},
        {"evaluator": "e1", "bid": "B1", "criterion": "Q2", "score": 4},
    ]
    case = {
        "tender": {"award_criteria": criteria},
        "bids": [{"id": "B1"}],
        "evaluation": {
            "panel": ["e1"],
            "individual": scores,
            "consensus": [{"bid": "B1", "criterion": "Q1", "met": True}],
        },
    }
    assert said("score-off-its-scale", case) == ("passed",)
    assert said("panel-score-outside-its-members", case) == ("passed",)
    case["evaluation"]["individual"][0].pop("met")
    assert said("score-off-its-scale", case) == ("not-assessed", "evaluation.individual[0].score")


@pytest.mark.parametrize("seat", SPELLINGS)
def test_what_is_missing_is_missing_under_every_spelling(seat):
    case = evaluated([ADA, IVO], seat, "Ada Miró")
    assert said("scores-missing", case) == (
        "flagged", "evaluation.individual: Ada Miró was to give scores that are not recorded (1): B2 on Q1.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("seat", "scorer", "outsider", "missing"),
    [
        # The score may be that of either.
        ("e1", "Ada Miró", *("evaluation.individual[0].evaluator (in other words)",) * 2),
        # The seat may be that of either.
        (
            "Ada Miró",
            "e1",
            "evaluation.individual[0].evaluator (in other words)",
            "evaluation.allocation[0].evaluator (in other words)",
        ),
    ],
)
def test_a_name_of_two_people_accuses_nobody(seat, scorer, outsider, missing):
    case = evaluated([ADA, NAMESAKE, IVO], seat, scorer, "e1")
    assert said("scored-by-an-outsider", case) == ("not-assessed", outsider)
    assert said("scores-missing", case) == ("not-assessed", missing)


def test_a_name_of_two_people_neither_of_whom_sits_is_a_strangers():
    case = evaluated([ADA, NAMESAKE, IVO], "e2", "Ada Miró")
    assert said("scored-by-an-outsider", case) == (
        "flagged", "evaluation.individual[0].evaluator: Ada Miró gave scores (1) without being on the panel.",
    )  # fmt: skip


def test_an_id_and_a_name_that_no_record_ties_together_may_be_one_person():
    case = evaluated([IVO], "e1", "Ada Miró")
    assert said("scored-by-an-outsider", case) == ("not-assessed", "people (Ada Miró)")
    assert said("scores-missing", case) == ("not-assessed", "people (e1)")
    # Two ids, and two names, are two people; that one stands where the other's scores are missing is a question.
    assert said("scored-by-an-outsider", evaluated([], "e1", "e7"))[0] == "review"
    assert said("scored-by-an-outsider", evaluated([], "Ada Miró", "Eva Lind"))[0] == "not-assessed"
    assert said("scored-by-an-outsider", evaluated([IVO], "Ada Miró", "Eva Lind"))[0] == "review"


@pytest.mark.parametrize(("first", "second"), list(product(SPELLINGS, repeat=2)))
def test_two_scores_of_one_person_are_found_under_every_spelling(first, second):
    scores = [
        {"evaluator": one, "bid": "B1", "criterion": "Q1", "score": score} for one, score in ((first, 2), (second, 4))
    ]
    case = {"people": [ADA], "evaluation": {"individual": scores}}
    words = "evaluation.individual[1]: Ada Miró gave B1 more than one score for Q1: 2 and 4."
    assert said("scored-twice", case) == ("flagged", words)


@pytest.mark.parametrize(
    ("price", "more", "expected"),
    [
        ({"formula": {"name": "lowest-price-ratio"}}, {}, "passed"),
        ({"formula": {"name": "house-curve"}}, {}, "passed"),
        ({}, {"totals": [{"bid": "B1", "price": 40}, {"bid": "B2", "price": 30}]}, "passed"),
        ({}, {"totals": [{"bid": "B1", "price": 40}]}, "review"),
        ({"scale": {"maximum": 5}}, {"totals": [{"bid": "B1", "total": 40}, {"bid": "B2", "total": 40}]}, "flagged"),
        ({"scale": {"maximum": 5}}, {"consensus": [{"bid": one, "criterion": "P", "score": 4} for one in ("B1", "B2")]}, "review"),
        ({}, {"consensus": [{"bid": one, "criterion": "P", "score": 4} for one in ("B1", "B2")]}, "passed"),
        ({}, {}, "review"),
    ],
)  # fmt: skip
def test_a_price_needs_no_score_where_its_points_come_from_elsewhere(price, more, expected):
    case = {
        "complete": ["evaluation"],
        "tender": {"award_criteria": [{"id": "P", "type": "price"} | price]},
        "bids": [{"id": "B1"}, {"id": "B2"}],
        "evaluation": {"allocation": [{"evaluator": "e1", "criteria": ["P"]}], "individual": []} | more,
    }
    assert outcome("scores-missing", case) == expected


@pytest.mark.parametrize(
    ("name", "outcome_"),
    [
        ("Board", "review"), ("Tender board", "review"), ("Gremium", "review"), ("Comisión técnica", "review"),
        ("Vergabekommission", "review"), ("Mesa de contratación", "review"), ("Jury", "review"),
        ("Anna Board", "flagged"), ("Carlos Mesa", "flagged"), ("Zoe Park", "flagged"),
    ],
)  # fmt: skip
def test_a_body_that_scored_is_asked_about_and_a_person_is_an_outsider(name, outcome_):
    case = evaluated([ADA, IVO], "e1", "e1")
    case["evaluation"]["individual"] += [{"evaluator": name, "bid": "B1", "criterion": "Q1", "score": 3}]
    assert outcome("scored-by-an-outsider", case) == outcome_
