"""Firms and people on both sides: what clears whoever wrote part of the tender, and what clears nobody."""

import pytest

from tests.checks.conflict_cases import findings, missing

DRAFTED, ADVISES = "bidder-helped-to-write-the-tender", "adviser-to-both-sides"


def case(engagement=(), *, consult=(), alder=(), **more):
    return {
        "tender": {"published": "2026-03-02", "market_engagement": list(engagement)} | more.pop("tender", {}),
        "people": [],
        "parties": [
            {"id": "alder", "name": "Alder Ltd", "people": []} | dict(alder),
            {"id": "birch", "name": "Birch Ltd", "people": []},
            {"id": "consult", "name": "Consult LLP", "people": []} | dict(consult),
        ],
        "bids": [{"id": "B1", "bidder": "alder"}, {"id": "B2", "bidder": "birch"}],
        "complete": ["people", "parties", "bids", "declarations"],
    } | more


def outcomes(value):
    return {rule: outcome for rule, (outcome, _) in findings(value).items()}


SHARED_TALK = {"participants": ["alder", "consult", "ann"], "shared": "true"}
EVENED_OUT = {"participants": ["alder"], "shared": "false", "mitigation": "Four more weeks for everybody"}
WROTE_AND_SHARED = {"participants": ["alder", "consult", "ann"], "drafted": "true", "shared": "true"}
WROTE_AND_KEPT = {"participants": ["alder"], "drafted": "true", "shared": "false"}
ANN = {"id": "ann", "name": "Ann Orr", "employments": [{"party": "alder"}]}
TOLD = [
    {
        "person": "ann",
        "date": "2026-01-02",
        "signed": "true",
        "covers": "all",
        "interests": [{"kind": "job", "party": "alder"}],
    }
]
ROADS = {
    "the bidder": {"tender": {"drafters": ["alder"]}},
    "a subcontractor": {"alder": {"subcontractors": ["consult"]}, "consult": {"roles": ["drafter"]}},
    "an employee": {"tender": {"drafters": ["ann"]}, "people": [ANN], "declarations": TOLD},
}


@pytest.mark.parametrize("road", ROADS.values(), ids=ROADS)
def test_only_a_talk_about_the_writing_answers_for_who_wrote(road):
    assert outcomes(case(**road)) == {DRAFTED: "flagged"}
    assert outcomes(case([SHARED_TALK], **road)) == {DRAFTED: "flagged"}
    assert outcomes(case([SHARED_TALK, WROTE_AND_SHARED], **road)) == {}


def test_each_talk_about_the_writing_must_be_answered_for():
    assert outcomes(case([SHARED_TALK, WROTE_AND_KEPT])) == {DRAFTED: "flagged"}
    assert outcomes(case([WROTE_AND_SHARED, WROTE_AND_KEPT], tender={"drafters": ["alder"]})) == {DRAFTED: "flagged"}
    assert outcomes(case([WROTE_AND_KEPT | {"mitigation": "n/a"}])) == {DRAFTED: "flagged"}
    assert outcomes(case([WROTE_AND_KEPT | {"mitigation": "The draft went to all on 2 March"}])) == {}


def test_what_was_done_about_another_talk_is_a_question_for_who_wrote():
    assert outcomes(case([EVENED_OUT], tender={"drafters": ["alder"]})) == {DRAFTED: "review"}
    assert outcomes(case([EVENED_OUT], tender={"drafters": ["ann"]}, people=[ANN], declarations=TOLD)) == {
        DRAFTED: "review"
    }
    nothing = case([EVENED_OUT | {"mitigation": "none"}], tender={"drafters": ["alder"]})
    assert outcomes(nothing) == {DRAFTED: "flagged", "market-talk-not-shared-with-all": "flagged"}


TALKS = ([], [SHARED_TALK], [EVENED_OUT], [WROTE_AND_SHARED])


@pytest.mark.parametrize("talks", TALKS)
def test_no_talk_answers_for_a_firm_that_advises_the_buyer_and_stands_behind_a_bidder(talks):
    adviser = {"roles": ["adviser"]}
    owner = {"owners": [{"party": "consult", "share": "100"}]}
    assert outcomes(case(talks, consult=adviser, alder=owner))[ADVISES] == "flagged"
    assert outcomes(case(talks, alder=adviser))[ADVISES] == "flagged"
    assert ADVISES not in outcomes(case(talks, consult=adviser))


@pytest.mark.parametrize(
    ("role", "part"),
    [
        ("evaluator", "an evaluator of the bids"),
        ("approver", "an approver of the award"),
        ("adviser", "an adviser of the buyer"),
    ],
)
def test_a_firm_of_the_group_of_a_bidder_that_judges_or_advises_is_a_question(role, part):
    firm = {"roles": [role], "owners": [{"party": "alder", "share": "100"}]}
    assert findings(case(consult=firm)) == {
        ADVISES: (
            "review",
            [
                f"parties[2].roles: Consult LLP, {part}, is of the same group as the bidder Alder Ltd; "
                "that they stepped aside, or that agreed measures were followed, is not recorded."
            ],
        )
    }


def test_a_person_of_both_firms_is_a_question():
    known = {"id": "pia", "name": "Pia Lund", "roles": []}
    advises = {"roles": ["adviser"], "people": ["pia"]}
    assert outcomes(case(consult=advises, alder={"people": ["pia"]}, people=[known])) == {ADVISES: "review"}
    assert outcomes(case(consult=advises, alder={"people": []}, people=[known])) == {}
    left = known | {"employments": [{"party": "alder", "end_date": "2019-05-31"}]}
    assert outcomes(case(consult=advises, people=[left])) == {}
    works = known | {"employments": [{"party": "alder"}]}
    assert outcomes(case(consult=advises, people=[works])) == {ADVISES: "review"}
    aside = [{"person": "pia", "recused_from": ["alder"], "interests": []}]
    assert outcomes(case(consult=advises, people=[works], declarations=aside)) == {}


def test_who_works_for_an_adviser_firm_is_asked_for():
    open_case = case(consult={"roles": ["adviser"]})
    del open_case["parties"][2]["people"]
    open_case["complete"] = ["people"]
    assert missing(open_case, ADVISES) == ["parties[2].people"]


@pytest.mark.parametrize("name", ["Alder", "ALDER LIMITED", "Consult LLP", "Quill and Daughters Ltd"])
def test_a_firm_among_the_drafters_makes_no_declaration(name):
    value = case(tender={"drafters": [name]}, declarations=[])
    assert outcomes(value) == ({DRAFTED: "review"} if "ald" in name.casefold() else {})


@pytest.mark.parametrize("name", ["Maria Sa", "Ann Orr", "Alder Cole"])
def test_a_person_among_the_drafters_still_does(name):
    value = case(tender={"drafters": [name]}, people=[{"id": "d", "name": name, "employments": []}], declarations=[])
    assert outcomes(value) == {"declaration-of-interests-missing": "flagged"}
    value = case(tender={"drafters": [name]}, declarations=[])
    assert outcomes(value) == {"declaration-of-interests-missing": "flagged"}
