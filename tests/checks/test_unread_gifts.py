"""A gift of which the value is given and was not understood may have been a courtesy: it is no finding, and no pass."""

from dataclasses import replace

from fairaudit.engine.judge import judge
from fairaudit.sources.document import Unreadable
from tests.checks.conflict_cases import case_from, rules

OWN, DECLARED = (("people", 0, "interests", 0), ("declarations", 0, "interests", 0))


def _case(declared=None):
    gift = {"kind": "gift", "party": "b", "date": "2026-01-10"}
    return {
        "tender": {"id": "T", "published": "2026-03-02"},
        "people": [
            {
                "id": "e1",
                "name": "Ada Holt",
                "roles": [{"role": "evaluator"}],
                "interests": [gift],
            }
        ],
        "parties": [{"id": "b", "name": "Lumen Optics Ltd"}],
        "bids": [{"id": "B1", "bidder": "b"}],
        "declarations": [{"person": "e1", "interests": declared or []}],
        "evaluation": {"individual": [{"evaluator": "e1", "bid": "B1", "criterion": "Q1", "score": "3"}]},
        "complete": ["declarations"],
    }


def _of(name, unread=None, declared=None):
    case = case_from(_case(declared))
    if unread:
        case = replace(
            case, unreadable=(Unreadable((*unread, "value", "amount"), "£4", "should be a number", "people.csv", 2),)
        )
    judgement = judge(case, next(one for one in rules() if one.id == name), "market")
    return str(judgement.outcome), [one.missing for one in judgement.unassessed]


def test_an_undeclared_gift_whose_value_was_not_understood_is_not_assessed():
    outcome, missing = _of("undeclared-gift-from-a-bidder", OWN)
    assert outcome == "not-assessed"
    assert missing == [("people[0].interests[0].value (as a number)",)]


def test_an_undeclared_gift_without_any_value_is_flagged():
    assert _of("undeclared-gift-from-a-bidder")[0] == "flagged"


def test_a_declared_gift_whose_value_was_not_understood_is_not_assessed():
    outcome, missing = _of("declared-interest-and-still-scored", DECLARED, [{"kind": "gift", "party": "b"}])
    assert outcome == "not-assessed"
    assert missing == [("declarations[0].interests[0].value (as a number)",)]


def test_the_record_of_the_person_may_say_what_a_declared_gift_was_worth():
    outcome, missing = _of("declared-interest-and-still-scored", OWN, [{"kind": "gift", "party": "b"}])
    assert outcome == "not-assessed"
    assert missing == [("people[0].interests[0].value (as a number)",)]


def test_a_declared_value_that_was_understood_counts():
    declared = [{"kind": "gift", "party": "b", "value": {"amount": "400", "currency": "GBP"}}]
    assert _of("declared-interest-and-still-scored", OWN, declared)[0] == "flagged"
