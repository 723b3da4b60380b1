"""How strong each kind of tie is on a way to a bidder, and the dates of ties against those of the tender, as the table shows them."""

import pytest

from tests.checks.conflict_cases import judgements

FIRMS = [
    {"id": "b", "name": "Lumen Optics Ltd"},
    {"id": "c", "name": "Clear Lab Ltd"},
    {"id": "f", "name": "Fen Ltd"},
]


def table(*people):
    """Return for each tie which it is, how strong, whether it was declared, and from when until when it lasted."""
    case = {
        "tender": {"published": "2026-03-02"},
        "people": list(people),
        "parties": FIRMS,
        "bids": [{"id": "B1", "bidder": "b"}, {"id": "B2", "bidder": "c"}],
        "awards": [{"date": "2026-06-30"}],
        "complete": ["declarations"],
    }
    found = judgements(case)["ties-of-people-and-bidders"].tables
    [ties] = [one for measured in found for one in measured.tables if one.name == "ties"]
    places = [ties.columns.index(one) for one in ("tie", "bidder", "strength", "declared", "since", "until")]
    return [" | ".join(row[place] for place in places) for row in ties.rows]


def ada(**more):
    return {"id": "e1", "name": "Ada Holt", "roles": [{"role": "evaluator"}], **more}


def through_fen(**tie):
    """Return the tie of somebody to a bidder through a firm, one of whose directors is the bidder's too."""
    posts = [
        {"kind": "directorship", "party": "f", "start_date": "2018-05-01"},
        {"kind": "directorship", "party": "c", "start_date": "2020-05-01", "end_date": "2026-04-30"},
    ]
    kind = "interests" if "kind" in tie else "employments"
    head = {"id": "p1", "name": "Una Wills", "interests": posts}
    return table(ada(**{kind: [{"party": "f", **tie}]}), head)


UNA = "2020-05-01 | 2026-04-30"
"""From when until when the director of both was one of the bidder."""


@pytest.mark.parametrize(
    ("tie", "said"),
    [
        ({}, f"is employed by Fen Ltd | Clear Lab Ltd | current | not declared | {UNA}"),
        ({"kind": "directorship"}, f"is a director of Fen Ltd | Clear Lab Ltd | current | not declared | {UNA}"),
        (
            {"kind": "shares"},
            f"holds a share of unknown size in Fen Ltd | Clear Lab Ltd | current | not declared | {UNA}",
        ),
        ({"kind": "advice"}, f"advises Fen Ltd | Clear Lab Ltd | current | not declared | {UNA}"),
        ({"kind": "gift"}, f"received a gift from Fen Ltd | Clear Lab Ltd | recent | not declared | {UNA}"),
        ({"kind": "family"}, f"has family at Fen Ltd | Clear Lab Ltd | family or personal | not declared | {UNA}"),
        ({"kind": "friend"}, f"has an interest in Fen Ltd | Clear Lab Ltd | family or personal | not declared | {UNA}"),
    ],
)
def test_a_way_is_as_strong_as_the_kind_of_its_weakest_tie(tie, said):
    assert through_fen(**tie) == [said]


@pytest.mark.parametrize(
    ("tie", "said"),
    [
        (
            {"end_date": "2026-02-01"},
            "was employed until 1 February 2026 by Fen Ltd | Clear Lab Ltd | recent | not declared | 2020-05-01 | 2026-02-01",
        ),
        (
            {"end_date": "2024-03-02"},
            "was employed until 2 March 2024 by Fen Ltd | Clear Lab Ltd | recent | not declared | 2020-05-01 | 2024-03-02",
        ),
        (
            {"end_date": "2024-03-01"},
            "was employed until 1 March 2024 by Fen Ltd | Clear Lab Ltd | remote | too remote to flag | 2020-05-01 | 2024-03-01",
        ),
        (
            {"start_date": "2021-05-01"},
            "is employed by Fen Ltd | Clear Lab Ltd | current | not declared | 2021-05-01 | 2026-04-30",
        ),
        (
            {"start_date": "2026-07-01"},
            "is employed by Fen Ltd | Clear Lab Ltd | remote | too remote to flag | 2026-07-01 | 2026-04-30",
        ),
    ],
)
def test_a_way_is_held_against_the_days_of_publication_and_award_and_shows_while_all_of_it_lasted(tie, said):
    assert through_fen(**tie) == [said]


def test_a_tie_by_itself_shows_from_when_until_when_it_lasted():
    jobs = [
        {"party": "b", "start_date": "2019-01-01", "end_date": "2026-02-01"},
        {"party": "c", "start_date": "2026-08-01"},
    ]
    assert table(ada(employments=jobs)) == [
        "was employed until 1 February 2026 by | Lumen Optics Ltd | recent | not declared | 2019-01-01 | 2026-02-01",
        "from 1 August 2026, after the award, is employed by | Clear Lab Ltd | current | not declared | 2026-08-01 | ",
    ]
