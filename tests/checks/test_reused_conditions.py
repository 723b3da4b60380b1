"""Conditions of taking part that stand again among the award criteria: the same, much alike, and only about the same thing."""

import pytest

from fairaudit.analysis.text.gist import gist
from tests.checks.scoring_case import outcome, said
from tests.work import grown

RULE = "condition-of-taking-part-scored-again"


def reused(condition, criterion):
    return {"tender": {"selection_criteria": [{"id": "S"} | condition], "award_criteria": [{"id": "Q"} | criterion]}}


@pytest.mark.parametrize(
    ("condition", "criterion", "expected"),
    [
        ("Two bridges painted over water", "TWO BRIDGES, painted over water.", "flagged"),
        ("At least two bridges painted over water", "2 bridges painted over water", "flagged"),
        ("Public liability insurance of £5,000,000", "public liability insurance of 5m", "flagged"),
        ("Turnover of 1.5 million in each of three years", "Turnover of £1,500,000 in each of 3 years", "flagged"),
        ("Two bridges painted over water", "Four bridges painted over water", "review"),
        ("A licence to carry waste", "Licence", "passed"),
        ("Licence", "licence", "review"),
        ("Two bridges painted over water", "How you will paint the two bridges over the water", "passed"),
        ("Two bridges painted over water in the last six years", "How the bridges will be kept dry while they are painted", "passed"),
        ("A first aider on every boat", "How boats and first aid are looked after in winter", "passed"),
        ("ISO 14001", "ISO 9001", "passed"),
    ],
)  # fmt: skip
def test_the_same_is_sure_and_much_alike_is_a_question(condition, criterion, expected):
    assert outcome(RULE, reused({"text": condition}, {"text": criterion})) == expected


def test_what_a_criterion_says_counts_before_what_it_is_called():
    criterion = {"name": "Insurance of £1m", "text": "How claims of passengers are dealt with"}
    assert outcome(RULE, reused({"text": "Insurance of £1m"}, criterion)) == "passed"
    assert outcome(RULE, reused({"text": "Insurance of £1m"}, {"name": "Insurance of £1m"})) == "flagged"


def test_lots_that_have_nothing_in_common_are_not_compared():
    case = reused({"text": "Two bridges painted", "lots": ["1"]}, {"text": "Two bridges painted", "lots": ["2"]})
    assert outcome(RULE, case) == "passed"
    case["tender"]["selection_criteria"].append({"id": "S2", "text": "two bridges painted", "lots": ["2", "3"]})
    assert said(RULE, case)[0] == "flagged"
    assert "S2" in said(RULE, case)[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£1m", ("1000000",)), ("1,000,000 GBP", ("1000000",)), ("one million", ("1000000",)), ("1.0 million", ("1000000",)),
        ("0.5m", ("500000",)), ("2k", ("2000",)), ("007", ("7",)), ("1.2345k", ("1234.5",)), ("3.10", ("3.10",)), ("0", ("0",)),
        ("The bidder's two Ferries", ("2", "ferrie")), ("", ()), ("Must be the bidder", ()), ("４ glasses, no glass", ("4", "glasse", "no", "glass")),
    ],
)  # fmt: skip
def test_the_gist_writes_numbers_one_way(text, expected):
    assert gist(text) == expected


def test_many_conditions_take_work_in_step_with_their_number():
    def made(number):
        case = {
            "tender": {
                "selection_criteria": [
                    {"id": f"S{n}", "text": f"Two bridges of kind{n} painted over water"} for n in range(number)
                ],
                "award_criteria": [
                    {"id": f"Q{n}", "text": f"Bridges of kind{n} painted over water"} for n in range(number)
                ],
            }
        }
        return lambda: outcome(RULE, case)

    assert made(40)() in ("review", "passed")
    few, many = grown(made, 40)
    assert many < 12 * few
