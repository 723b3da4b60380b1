"""Requirements in the words of a party's own document, or of the last contract."""

from functools import cache
from pathlib import Path

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from tests.checks.scoring_case import case_of

FOLDER = Path(__file__).parents[2] / "rules" / "barriers"
PASSAGE = (
    "see each referred person within nine days, take two pictures of each eye with a camera that needs no drops, send "
    "them to a reading centre that grades them on a scale of five, and tell the person the result before they leave"
)
OTHER = "Records are kept in an open format, and staff are trained each spring in what they must know of the law."


@cache
def rule(name):
    return load_rules([FOLDER / f"{name}.yaml"], "barriers", "rules/barriers")[0]


def case(document, *, clauses=(f"The provider shall {PASSAGE}.",), tender=None, roles=("tenderer",), **more):
    return case_of(
        {
            "tender": {
                "published": "2026-03-02",
                "buyer": {"id": "y", "name": "Northvale Health Board"},
                "selection_criteria": [],
                "award_criteria": [],
                "specification": [
                    {"id": str(index), "mandatory": True, "text": text} for index, text in enumerate(clauses)
                ],
            }
            | (tender or {}),
            "parties": [
                {
                    "id": "b1",
                    "name": "Lumen Optics Ltd",
                    "roles": list(roles),
                    "people": ["p1"],
                    "documents": [document],
                }
            ],
        }
        | more
    )


def outcome(*args, **kwargs):
    found = judge(case(*args, **kwargs), rule("requirements-in-a-bidders-words"), "tender")
    assert found.outcome != "error", found.reason
    return str(found.outcome)


OWN = {"title": "Outline", "date": "2025-06-01", "author": "b1", "text": f"We {PASSAGE}."}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "flagged"),
        ({"author": "Lumen Optics Ltd"}, "flagged"),
        ({"author": "p1"}, "flagged"),
        ({"author": None}, "review"),
        ({"author": "A Ministry"}, "review"),
        ({"author": "y"}, "passed"),
        ({"author": "Northvale Health Board"}, "passed"),
        ({"date": None}, "review"),
        ({"date": "2026-03-01"}, "flagged"),
        ({"date": "2026-03-02"}, "review"),
        ({"date": "2026-03-03"}, "passed"),
        ({"text": None}, "not-assessed"),
        ({"text": OTHER}, "passed"),
    ],
)
def test_only_a_recorded_author_of_an_older_document_is_flagged(changes, expected):
    document = {name: value for name, value in (OWN | changes).items() if value is not None}
    assert outcome(document) == expected


def test_the_buyers_own_documents_are_nobodys():
    assert outcome(OWN, roles=("buyer",)) == "not-assessed"
    assert outcome(OWN, roles=("adviser",)) == "not-assessed"


@pytest.mark.parametrize(
    ("more", "tender"),
    [
        ({"bids": [{"id": "B1", "bidder": "b1"}]}, {}),
        ({}, {"incumbents": [{"party": "b1"}]}),
        ({}, {"market_engagement": [{"participants": ["b1"]}]}),
    ],
)
def test_whoever_bids_serves_today_or_was_talked_to_may_gain(more, tender):
    assert outcome(OWN, roles=("other",), tender=tender, **more) == "flagged"


def test_twenty_five_words_on_end_are_a_question_and_twenty_four_are_not():
    filler = " ".join(f"filler{index}" for index in range(400))
    shared = [f"word{index}" for index in range(25)]
    for count, expected in ((25, "review"), (24, "passed")):
        text = " ".join(shared[:count])
        assert outcome(OWN | {"text": f"ours {text} ours"}, clauses=(f"The provider shall {text}.", filler)) == expected


def test_a_passage_that_runs_over_two_clauses_is_quoted_whole():
    clauses = (
        "First, the provider shall see each referred person within nine days.",
        "It shall take two pictures of each eye.",
    )
    document = OWN | {
        "text": "Persons: the provider shall see each referred person within nine days. It shall take two pictures"
    }
    found = judge(case(document, clauses=clauses), rule("requirements-in-a-bidders-words"), "tender")
    (one,) = found.hits
    assert (
        one.facts["words"] == "the provider shall see each referred person within nine days It shall take two pictures"
    )
    assert one.facts["long"] == 15
    assert one.hit.at.path == ("tender", "specification", 0, "text")


@pytest.mark.parametrize(("share", "expected"), [(10, "review"), (5, "passed")])
def test_the_last_contract_is_asked_about_where_most_of_it_is_there_again(share, expected):
    again = [f"This is what clause {one} says of a thing that only clause {one} is about." for one in range(share)]
    new = [
        f"A wholly new sentence, number {one}, stands here instead of the older one {one}." for one in range(10 - share)
    ]
    tender = {"existing_contract": {"specification": " ".join(again)}}
    found = judge(case(OWN, clauses=(*again, *new), tender=tender), rule("old-specification-again"), "tender")
    assert str(found.outcome) == expected
