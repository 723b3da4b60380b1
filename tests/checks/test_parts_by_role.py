"""What interests do to approvers and drafters, and people of bidders where the bids are judged."""

import pytest

from tests.checks.conflict_cases import findings

DECLARED, INSIDE = "declared-interest-and-still-scored", "bidders-person-in-the-evaluation"


def case(
    *, roles=("approver",), interests=None, evaluation=None, awards=({"bid": "B1", "date": "2026-04-20"},), **more
):
    owns = [{"kind": "shareholding", "party": "alder"}] if interests is None else interests
    told = {"person": "ann", "date": "2026-02-01", "signed": "true", "covers": "all", "interests": owns}
    return {
        "tender": {"published": "2026-03-01"},
        "parties": [
            {"id": "alder", "name": "Alder Ltd", "people": ["nell"], "owners": []},
            {"id": "birch", "name": "Birch Ltd", "people": [], "owners": []},
        ],
        "people": [
            {"id": "ann", "name": "Ann Orr", "roles": [{"role": one} for one in roles], "employments": []},
            {"id": "nell", "name": "Nell Ash"},
        ],
        "declarations": [told | more.pop("declared", {})],
        "bids": [{"id": "B1", "bidder": "alder", "lot": "1"}, {"id": "B2", "bidder": "birch", "lot": "1"}],
        "evaluation": {"individual": [], "attendance": []} | (evaluation or {}),
        "awards": list(awards),
        "complete": ["bids", "people", "declarations", "awards"],
    } | more


def outcome(value, rule):
    return findings(value).get(rule, ("passed", []))[0]


def test_who_holds_a_share_of_the_winner_and_approves_the_award():
    assert findings(case()) == {
        DECLARED: (
            "flagged",
            [
                "declarations[0]: Ann Orr declared an interest in Alder Ltd and approved the award on its bid; "
                "no measure that was followed is recorded."
            ],
        )
    }
    assert outcome(case(awards=[{"bid": "B2"}]), DECLARED) == "passed"
    assert outcome(case(awards=[{"bid": "B1", "status": "cancelled"}]), DECLARED) == "passed"
    assert outcome(case(awards=[{"bid": "B1", "status": "pending"}]), DECLARED) == "review"
    assert outcome(case(interests=[{"kind": "none", "party": "alder"}]), DECLARED) == "passed"
    assert outcome(case(declared={"recused_from": ["alder"]}), DECLARED) == "passed"
    assert outcome(case(roles=["observer"]), DECLARED) == "passed"


@pytest.mark.parametrize(
    ("actions", "followed", "expected"),
    [
        ("The deputy approved in her place", "true", "passed"),
        ("Will be careful", "true", "review"),
        ("The deputy approves in her place", "false", "flagged"),
        ("none", "true", "flagged"),
    ],
)
def test_what_was_done_about_it(actions, followed, expected):
    assert outcome(case(declared={"mitigation": {"actions": actions, "followed": followed}}), DECLARED) == expected


def test_having_written_the_tender_is_a_question():
    assert outcome(case(roles=["drafter"]), DECLARED) == "review"
    assert outcome(case(roles=["drafter"], interests=[]), DECLARED) == "passed"


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Scoring of B1 and B2", "flagged"),
        ("consensus", "flagged"),
        ("Moderation, day two", "flagged"),
        ("Evaluation", "flagged"),
        (None, "review"),
        ("Tuesday", "review"),
        ("Interviews, then scoring", "review"),
        ("Presentation by Alder Ltd", "passed"),
        ("Public opening of bids", "passed"),
        ("Site visit", "passed"),
    ],
)
def test_somebody_of_a_bidder_at_a_meeting(subject, expected):
    meeting = {"people": ["ann", "nell"]} | ({"subject": subject} if subject else {})
    assert outcome(case(interests=[], evaluation={"attendance": [meeting]}), INSIDE) == expected
    assert outcome(case(interests=[], evaluation={"attendance": [meeting | {"people": ["ann"]}]}), INSIDE) == "passed"


def opened(bid, **more):
    log = [{"person": "nell", "bid": bid} | more]
    return outcome(case(interests=[], evaluation={"access_log": log}), INSIDE)


def test_somebody_of_a_bidder_in_a_bid():
    assert opened("B2", at="2026-04-05T10:00") == "flagged"
    assert opened("B1", at="2026-04-05T10:00") == "passed"
    assert opened("B2", at="2026-05-05T10:00") == "review"
    assert opened("B2", person="Nell Ash", at="2026-04-05T10:00") == "review"
    assert opened("B2", person="ann", at="2026-04-05T10:00") == "passed"
