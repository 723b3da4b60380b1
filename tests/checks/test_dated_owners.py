"""Owners with dates: who sold before the tender is no owner of today, and one date that is wrong leaves a question."""

from pathlib import Path

import pytest

from fairaudit.checks.interests.web import web_of
from fairaudit.engine.judge import judge
from fairaudit.procurement.loading.cases import Extra, open_cases
from tests.checks.conflict_cases import case_from, findings, missing
from tests.checks.scoring_case import rule as core_rule
from tests.checks.timed_cases import findings as findings_of_bids

HOLDS, LATELY, LONG_OVER = "2026-06-01", "2025-09-01", "2020-01-01"


def case(owners_of_oak=(), owners_of_elm=(), interests=()):
    return {
        "tender": {"published": "2026-05-04", "tender_period": {"start_date": "2026-05-04", "end_date": "2026-06-22"}},
        "people": [
            {
                "id": "e1",
                "name": "Nora Quist",
                "roles": [{"role": "evaluator", "start_date": "2026-05-01"}],
                "employments": [],
                "interests": list(interests),
                "relatives": [],
            }
        ],
        "parties": [
            {"id": "top", "name": "Top Holdings Ltd", "people": [], "owners": []},
            {"id": "oak", "name": "Oakridge Paving Ltd", "people": [], "owners": list(owners_of_oak)},
            {"id": "elm", "name": "Elmstead Roads Ltd", "people": [], "owners": list(owners_of_elm)},
        ],
        "bids": [
            {"id": "B1", "bidder": "oak", "status": "valid"},
            {"id": "B2", "bidder": "elm", "status": "valid"},
        ],
        "awards": [{"id": "A1", "bid": "B2", "date": "2026-08-01"}],
        "declarations": [],
        "complete": ["people", "declarations", "bids", "parties"],
    }


WRONG = {"start_date": "2025-01-01", "end_date": "2024-01-01"}
AFTER = {"start_date": "2026-09-01"}


@pytest.mark.parametrize(
    ("dates", "outcome", "words"),
    [
        ({}, "flagged", "holds 30 per cent of the shares in Oakridge"),
        ({"end_date": HOLDS}, "flagged", "until 1 June 2026 held 30 per cent of the shares in Oakridge"),
        ({"end_date": LONG_OVER}, None, ""),
        (AFTER, "review", "from 1 September 2026, after the award, holds 30 per cent"),
        (WRONG, None, ""),
    ],
)
def test_a_person_owns_a_bidder_from_when_to_when_the_record_says(dates, outcome, words):
    value = case([{"person": "e1", "share": "30", **dates}])
    found = findings(value).get("undeclared-share-in-a-bidder")
    assert (found and found[0]) == outcome
    assert words in str(found)
    assert missing(value, "undeclared-share-in-a-bidder") == (
        ["parties[1].owners[0].end_date (the right one)"] if dates is WRONG else []
    )


@pytest.mark.parametrize(
    ("dates", "outcome", "words"),
    [
        ({"end_date": HOLDS}, "flagged", "the owner Top Holdings Ltd (60 per cent of each)"),
        ({"end_date": LATELY}, "review", "(60 per cent of each; of Elmstead Roads Ltd until 1 September 2025)"),
        ({"end_date": LONG_OVER}, None, ""),
        (AFTER, None, ""),
        (WRONG, "review", "of Elmstead Roads Ltd by dates that are not clear"),
    ],
)
def test_a_common_owner_of_rivals_counts_while_it_held_both(dates, outcome, words):
    owner = {"party": "top", "share": "60"}
    found = findings_of_bids(case([owner], [owner | dates])).get("rivals-with-the-same-people-or-owners", [None])
    assert found[0] == outcome
    assert words in str(found)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ({"end_date": HOLDS}, "Oakridge Paving Ltd owns 60 per cent of Elmstead Roads Ltd"),
        (
            {"end_date": LATELY},
            "Oakridge Paving Ltd was an owner of 60 per cent until 1 September 2025 of Elmstead Roads",
        ),
        ({"end_date": LONG_OVER}, "None"),
        (WRONG, "Oakridge Paving Ltd is, by dates that are not clear, an owner of 60 per cent of Elmstead Roads Ltd"),
    ],
)
def test_a_rival_that_sold_is_told_as_that(dates, words):
    found = findings_of_bids(case([], [{"party": "oak", "share": "60", **dates}]))
    assert words in str(found.get("rivals-with-the-same-people-or-owners"))


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({}, ("flagged", "an owner of the bidder")),
        ({"end_date": LATELY}, ("review", "an owner, perhaps no more, of the bidder")),
        (WRONG, ("review", "an owner, perhaps no more, of the bidder")),
        ({"end_date": LONG_OVER}, None),
        (AFTER, None),
    ],
)
def test_whoever_sold_a_bidder_stands_no_longer_behind_it(dates, expected):
    works = [{"kind": "employment", "party": "top"}]
    found = findings(case([], [{"party": "top", "share": "60", **dates}], works)).get(
        "undeclared-employment-with-a-bidder"
    )
    assert (found[0] if found else None) == (expected[0] if expected else None)
    assert expected is None or expected[1] in found[1][0]


@pytest.mark.parametrize(
    ("dates", "strengths", "words"),
    [
        ({}, {"CURRENT"}, "owns 60 per cent of"),
        ({"end_date": LATELY}, {"RECENT"}, "owned 60 per cent until 1 September 2025 of"),
        ({"end_date": LONG_OVER}, {"REMOTE"}, "owned 60 per cent until 1 January 2020 of"),
    ],
)
@pytest.mark.parametrize("owner", [{"party": "top"}, {"name": "Top Holdings Limited"}])
def test_the_graph_tells_until_when_a_firm_was_owned(dates, strengths, words, owner):
    bonds = web_of(case_from(case([], [{**owner, "share": "60", **dates}]))).bonds
    assert {one.strength.name for one in bonds} == strengths
    plain = [one.words.replace(", by the name recorded,", "") for one in bonds]
    assert words in plain


@pytest.mark.parametrize(
    ("dates", "outcome"), [({}, "flagged"), (WRONG, "review"), ({"end_date": LATELY}, "passed"), (AFTER, "passed")]
)
def test_a_circle_of_owners_closes_by_shares_that_are_held(dates, outcome):
    value = case([{"party": "elm"}], [{"party": "oak", **dates}])
    assert str(judge(case_from(value), core_rule("owners-in-a-circle"), "market").outcome) == outcome


def test_an_owner_whose_share_ends_before_it_begins_is_told_with_its_place():
    found = judge(
        case_from(case([{"party": "top", **WRONG}])), core_rule("dates-that-contradict-each-other"), "template"
    )
    assert [(one.hit.at.path, one.hit.facts.first) for one in found.hits] == [
        (("parties", 1, "owners", 0, "end_date"), "start of the share of Top Holdings Ltd in Oakridge Paving Ltd")
    ]


HEAD = """
tender: {id: T1, published: 2026-03-02}
bids: [{id: B1, bidder: b}]
people: [{id: e1, name: Ada Holt, roles: [{role: evaluator}]}]
registers: [{file: firms.csv, kind: parties}]
"""


def test_a_table_of_parties_says_from_when_to_when_an_owner_held(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    table = "id,name,owner_person,share,owner_start,Owned until\nb,Bede Ltd,e1,60,2019-01-01,2024-05-31\nb,,e2,40,2024-06-01,2026-13-01\n"
    Path("case.yaml").write_text(HEAD, encoding="utf-8")
    Path("firms.csv").write_text(table, encoding="utf-8")
    [opened] = open_cases(Path("case.yaml"), Extra())
    assert [(str(one.start_date), str(one.end_date)) for one in opened.party("b").owners] == [
        ("2019-01-01", "2024-05-31"),
        ("2024-06-01", "None"),
    ]
    assert [one.path for one in opened.unreadable] == [("parties", 0, "owners", 1, "end_date")]


def test_a_day_beside_an_owner_in_a_column_that_is_not_read_leaves_its_end_open(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("case.yaml").write_text(HEAD + "complete: [declarations, people]\n", encoding="utf-8")
    Path("firms.csv").write_text("id,name,owner_person,share,Until\nb,Bede Ltd,e1,60,2019-01-01\n", encoding="utf-8")
    [opened] = open_cases(Path("case.yaml"), Extra())
    assert "such as `owner_end: Until`" in opened.unreadable[0].reason
    found = judge(opened, core_rule("undeclared-share-in-a-bidder"), "market")
    assert str(found.outcome) == "not-assessed"
