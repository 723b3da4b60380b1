"""Common nouns such as `the Council` that stand for a buyer whose name is a gap, or says nothing of the kind."""

import pytest

from tests.checks.scoring_case import outcome

PRIOR = "prior-contract-with-this-buyer"
HELD = "Bidders must have held a contract with the {} in the last three years."


def tender(buyer, *texts, **fields):
    criteria = [{"id": f"S{n}", "kind": "other", "text": one} for n, one in enumerate(texts)]
    lists = {"incumbents": [], "award_criteria": [], "specification": [], "selection_criteria": criteria}
    return {"tender": {"status": "template", "buyer": buyer, **lists, **fields}}


@pytest.mark.parametrize(
    ("buyer", "body", "expected"),
    [
        ("{{buyer}}", "Council", "flagged"),
        ("[insert name]", "Trust", "flagged"),
        ("{{buyer}}", "Department", "flagged"),
        ("{{buyer}}", "contracting authority", "flagged"),
        ("{{buyer}}", "Department for Transport", "passed"),
        ("{{buyer}}", "Riverside Trust", "passed"),
        ("Westshire Libraries", "Council", "review"),
        ("Westshire Council", "Council", "flagged"),
        ("Westshire Council", "Trust", "passed"),
    ],
)
def test_a_common_noun_stands_for_the_buyer(buyer, body, expected):
    assert outcome(PRIOR, tender({"name": buyer}, HELD.format(body))) == expected


def test_one_of_two_nouns_may_be_somebody_else():
    assert (
        outcome(PRIOR, tender({"name": "{{buyer}}"}, HELD.format("Trust"), "The Council may ask for proof."))
        == "review"
    )


def test_a_noun_that_a_party_is_called_by_is_not_the_buyer():
    case = tender({"name": "{{buyer}}"}, HELD.format("Trust"), incumbents=[{"name": "Halden Eye Trust"}])
    assert outcome(PRIOR, case) == "passed"


def test_a_buyer_that_nobody_named_is_not_known():
    assert outcome(PRIOR, tender({"kind": "local authority"}, HELD.format("Council"))) == "not-assessed"
