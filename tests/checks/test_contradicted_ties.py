"""A tie that one record has end and another has go on is a question that names both, and two terms are no contradiction."""

import pytest

from tests.checks.conflict_cases import findings

NOTICE = "2026-05-04"


def case(employments=(), interests=(), listed=True, owners=(), relative=False):
    """Return a case in which Nora, or her husband, has ties to Oakridge by her own record and by that of the firm."""
    who = "h1" if relative else "e1"
    held = {"employments": list(employments), "interests": list(interests)}
    nora = {"id": "e1", "name": "Nora Quist", "roles": [{"role": "evaluator", "start_date": NOTICE}]}
    nora |= (
        {"relatives": [{"person": "h1", "relation": "husband"}], "employments": [], "interests": []}
        if relative
        else held
    )
    return {
        "tender": {"published": NOTICE},
        "people": [nora, *([{"id": "h1", "name": "Emil Vane", **held}] if relative else [])],
        "parties": [{"id": "oak", "name": "Oakridge Paving Ltd", "people": [who] if listed else [], "owners": [{"person": who, **one} for one in owners]}],
        "bids": [{"id": "B1", "bidder": "oak"}],
        "declarations": [{"id": "D1", "person": "e1", "covers": "all", "interests": []}],
        "complete": ["people", "declarations", "bids", "parties"],
    }  # fmt: skip


def told(value, rule):
    return findings(value).get(rule, ("", []))


def test_a_listing_against_an_end_in_a_relative_s_own_record_is_a_question():
    value = case([{"party": "oak", "start_date": "2018-01-08", "end_date": "2026-04-30"}], relative=True)
    outcome, said = told(value, "undeclared-family-tie-to-a-bidder")
    assert outcome == "review"
    assert said == [
        "people[0].relatives[0]: Nora Quist (evaluator) is related to Emil Vane (husband), who by one record was employed "
        "until 30 April 2026 by, and by another, which contradicts it, is listed among the people of Oakridge Paving Ltd, a "
        "bidder, and no declaration given names it."
    ]


@pytest.mark.parametrize(
    ("held", "rule", "outcome"),
    [
        ({"employments": [{"party": "oak", "end_date": "2015-01-31"}]}, "undeclared-employment-with-a-bidder", "review"),
        ({"employments": [{"party": "oak", "end_date": "2025-12-31"}]}, "undeclared-employment-with-a-bidder", "flagged"),
        ({"employments": [{"party": "oak"}]}, "undeclared-employment-with-a-bidder", "flagged"),
        ({"interests": [{"kind": "directorship", "party": "oak", "end_date": "2015-01-31"}]}, "undeclared-employment-with-a-bidder", "review"),
        ({"employments": [{"party": "oak", "end_date": "2015-01-31"}, {"party": "oak", "start_date": "2020-01-01"}]}, "undeclared-employment-with-a-bidder", "flagged"),
        ({"interests": [{"kind": "shares", "party": "oak", "end_date": "2015-01-31"}]}, "undeclared-employment-with-a-bidder", "flagged"),
        ({"interests": [{"kind": "shares", "party": "oak", "end_date": "2015-01-31"}], "owners": [{"share": "20"}]}, "undeclared-share-in-a-bidder", "review"),
        ({"interests": [{"kind": "shares", "party": "oak", "start_date": "2010-01-01", "end_date": "2015-01-31"}], "owners": [{"share": "20", "start_date": "2019-01-01"}]}, "undeclared-share-in-a-bidder", "flagged"),
        ({"interests": [{"kind": "shares", "party": "oak"}], "owners": [{"share": "20", "end_date": "2015-01-31"}]}, "undeclared-share-in-a-bidder", "review"),
        ({"interests": [{"kind": "directorship", "party": "oak", "start_date": "2010-01-01", "end_date": "2015-01-31"}, {"kind": "directorship", "party": "oak", "start_date": "2010-01-01"}]}, "undeclared-directorship-of-a-bidder", "review"),
        ({"interests": [{"kind": "directorship", "party": "oak", "start_date": "2010-01-01", "end_date": "2015-01-31"}, {"kind": "directorship", "party": "oak"}]}, "undeclared-directorship-of-a-bidder", "flagged"),
        ({"employments": [{"party": "oak", "start_date": "2016-01-01", "end_date": "2015-01-31"}]}, "undeclared-employment-with-a-bidder", "flagged"),
    ],
)  # fmt: skip
def test_records_of_one_s_own_tie_contradict_or_tell_of_two_terms(held, rule, outcome):
    assert told(case(**held), rule)[0] == outcome
