"""Ties of which only one day is given: so on that day, and since when and until when is not said."""

import pytest

from fairaudit.checks.interests.rivals import ways_between
from fairaudit.checks.interests.rows import rows_of
from fairaudit.checks.interests.web import web_of
from tests.checks.conflict_cases import case_from, findings

KINDS = {
    "employment": ("undeclared-employment-with-a-bidder", "was employed on 1 May 2015, the only day that is given, by"),
    "directorship": (
        "undeclared-directorship-of-a-bidder", "was on 1 May 2015, the only day that is given, a director of",
    ),
    "shareholding": (
        "undeclared-share-in-a-bidder", "held on 1 May 2015, the only day that is given, a share of unknown size in",
    ),
    "consultancy": ("undeclared-advice-to-a-bidder", "advised on 1 May 2015, the only day that is given,"),
    "loan": (
        "undeclared-loan-or-job-offer", "had on 1 May 2015, the only day that is given, a loan with",
    ),
}  # fmt: skip


def case(*ties, more=()):
    own = {
        "employments": [one for one in ties if "kind" not in one],
        "interests": [one for one in ties if "kind" in one],
    }
    nora = {"id": "e1", "name": "Nora Quist", "relatives": [], "roles": [{"role": "evaluator"}], **own}
    return {
        "tender": {"id": "T", "published": "2026-05-04"},
        "parties": [
            {"id": one, "name": name, "people": [], "owners": []}
            for one, name in (("oak", "Oakridge Paving Ltd"), ("elm", "Elmfield Ltd"))
        ],
        "people": [nora, *more],
        "bids": [{"id": "B1", "bidder": "oak"}, {"id": "B2", "bidder": "elm"}],
        "declarations": [{"id": "D1", "person": "e1", "interests": []}],
        "complete": ["people", "declarations"],
    }


def tie(kind, **dates):
    return {"party": "oak", **dates} if kind == "employment" else {"kind": kind, "party": "oak", **dates}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("day", ["2015-05-01", "2026-04-01"])
def test_one_day_is_a_question_and_is_told_as_that_day(kind, day):
    rule, words = KINDS[kind]
    outcome, said = findings(case(tie(kind, date=day)))[rule]
    assert outcome == "review"
    told = words if day.startswith("2015") else words.replace("1 May 2015", "1 April 2026")
    assert f"Nora Quist (evaluator) {told} Oakridge Paving Ltd, a bidder" in said[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "dates", [{}, {"start_date": "2015-05-01"}, {"date": "2020-01-01", "start_date": "2015-05-01"}]
)
def test_what_has_no_day_or_a_beginning_lasts(kind, dates):
    assert findings(case(tie(kind, **dates)))[KINDS[kind][0]][0] == "flagged"


@pytest.mark.parametrize(
    ("dates", "outcome"),
    [
        ({"start_date": "2014-01-01", "end_date": "2016-01-01"}, None),
        ({"start_date": "2014-01-01"}, "flagged"),
        ({"start_date": "2001-01-01", "end_date": "2003-01-01"}, "review"),
    ],
)
def test_a_record_of_the_whole_term_says_more_than_one_day(dates, outcome):
    found = findings(case(tie("employment", date="2015-05-01"), tie("employment", **dates)))
    assert found.get("undeclared-employment-with-a-bidder", (None,))[0] == outcome


def test_the_table_of_ties_calls_it_recent_and_not_current():
    (row,) = rows_of(case_from(case(tie("employment", date="2015-05-01"))))
    assert (row.strength.name, row.words) == (
        "RECENT",
        "was employed on 1 May 2015, the only day that is given, by Oakridge Paving Ltd",
    )


def test_a_seat_at_a_rival_on_one_day_is_a_tie_of_rivals_in_doubt():
    seats = [
        {"kind": "directorship", "party": "oak", "date": "2015-05-01"},
        {"kind": "directorship", "party": "elm", "start_date": "2015-05-01"},
    ]
    given = case_from(case(more=({"id": "d", "name": "Ada Holt", "interests": seats},)))
    (way,) = ways_between(given).values()
    web = web_of(given)
    assert any(one.doubted for one in web.along(way))
    assert web.told(way) == (
        "has, by a record of 1 May 2015 alone, the director Ada Holt, who is a director of Elmfield Ltd"
    )
