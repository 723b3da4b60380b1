"""Ties that ended lately: what the table of ties calls not declared, some rule finds, and what was declared none does."""

from itertools import product

import pytest

from fairaudit.checks.interests.rows import REMOTE, UNDECLARED, rows_of
from tests.checks.conflict_cases import case_from, findings

ENDS = (None, "2026-06-30", "2026-05-03", "2026-03-01", "2025-12-01", "2024-05-04", "2024-05-03", "2015-01-31")
KINDS = (
    "shares", "shareholding", "ownership", "directorship", "former director", "consultancy", "gift", "loan", "friend",
    "employment", "owner", "listed",
)  # fmt: skip
NOTICE, SINCE = "2026-05-04", "2010-01-01"


def case(kind, end, whose="own", named="id", party="oak", declared=False):
    """Return a case in which Nora, an evaluator, or her husband, has had a tie of some kind to Oakridge, or to its owner."""
    dates = {"end_date": end} if end else {}
    names = {"oak": "Oakridge Paving Ltd", "top": "Top Holdings Ltd"}
    towards = {"party": party} if named == "id" else {"name": names[party]}
    who = "e1" if whose == "own" else "h1"
    tie = {"kind": kind, "start_date": SINCE, **towards, **dates}
    tie = {"kind": kind, **towards, "date": end or "2026-01-10"} if kind == "gift" else tie
    held = {
        "employments": [{**towards, "start_date": SINCE, **dates}] if kind == "employment" else [],
        "interests": [] if kind in ("employment", "owner", "listed") else [tie],
    }
    none = {"employments": [], "interests": []}
    nora = {"id": "e1", "name": "Nora Quist", "relatives": [], "roles": [{"role": "evaluator", "start_date": NOTICE}]}
    nora |= {"relatives": [{"person": "h1", "relation": "husband"}]} if whose == "family" else {}
    firms = {one: {"id": one, "name": name, "people": [], "owners": []} for one, name in names.items()}
    firms["oak"]["owners"] = [{"party": "top", "share": "60"}] if party == "top" else []
    if kind == "owner":
        firms[party]["owners"] = [*firms[party]["owners"], {"person": who, "share": "20", **dates}]
    if kind == "listed":
        firms[party]["people"] = [who]
    told = {"kind": "family", "person": "h1"} if whose == "family" else {"kind": kind, "party": party}
    told = {"kind": "shares", "party": party} if told.get("kind") == "owner" else told
    told = {"kind": "employment", "party": party} if told.get("kind") == "listed" else told
    return {
        "tender": {"published": NOTICE},
        "people": [
            {**nora, **(held if whose == "own" else none)},
            *([{"id": "h1", "name": "Emil Vane", **held}] if whose == "family" else []),
        ],
        "parties": list(firms.values()),
        "bids": [{"id": "B1", "bidder": "oak"}],
        "awards": [{"id": "A1", "bid": "B1", "date": "2026-08-01"}],
        "declarations": [{"id": "D1", "person": "e1", "covers": "all", "interests": [told] if declared else []}],
        "complete": ["people", "declarations", "bids", "parties"],
    }  # fmt: skip


WALKED = list(product(KINDS, ENDS, ("own", "family"), ("id", "name"), ("oak", "top")))


def test_what_the_table_calls_not_declared_is_found_by_some_rule():
    silent, found = [], 0
    for one in WALKED:
        value = case(*one)
        open_ties = [row for row in rows_of(case_from(value)) if row.status == UNDECLARED]
        found += bool(open_ties)
        if open_ties and not findings(value):
            silent.append((one, [row.words for row in open_ties]))
    assert silent == []
    assert found > 200


def test_what_a_rule_finds_the_table_calls_not_declared():
    apart = []
    for one in WALKED:
        value = case(*one)
        told = {row.status for row in rows_of(case_from(value))}
        if findings(value) and UNDECLARED not in told:
            apart.append((one, told, findings(value)))
    assert apart == []


@pytest.mark.parametrize("whose", ["own", "family"])
def test_what_was_declared_is_told_by_neither(whose):
    for kind, end in product(KINDS, ENDS):
        value = case(kind, end, whose, declared=True)
        assert UNDECLARED not in {row.status for row in rows_of(case_from(value))}, (kind, end)
        assert not {name for name in findings(value) if name.startswith("undeclared-")}, (kind, end)


@pytest.mark.parametrize("kind", ["shares", "shareholding", "ownership", "owner"])
@pytest.mark.parametrize(
    ("end", "outcome"),
    [("2026-05-04", "flagged"), ("2026-04-30", "review"), ("2024-05-04", "review"), ("2024-05-03", None)],
)
def test_a_share_sold_before_the_notice_is_a_question(kind, end, outcome):
    found = findings(case(kind, end)).get("undeclared-share-in-a-bidder")
    assert (found and found[0]) == outcome


@pytest.mark.parametrize(("end", "outcome"), [(None, "flagged"), ("2026-03-01", "review"), ("2015-01-31", None)])
def test_a_wife_who_worked_there_until_lately_is_a_question(end, outcome):
    found = findings(case("employment", end, "family")).get("undeclared-family-tie-to-a-bidder")
    assert (found and found[0]) == outcome


@pytest.mark.parametrize(
    ("text", "rule", "outcome"),
    [
        ("in my pension fund, 4 per cent", "undeclared-other-interest-in-a-bidder", "review"),
        ("held by some fund, 0.001 per cent", "undeclared-other-interest-in-a-bidder", "review"),
        ("held through a fund of mine, 12 per cent", "undeclared-share-in-a-bidder", "flagged"),
        ("Held in a blind trust", "undeclared-other-interest-in-a-bidder", "review"),
        ("in a pension fund of which she is trustee", "undeclared-other-interest-in-a-bidder", "review"),
        ("500 shares besides those in my index fund", "undeclared-share-in-a-bidder", "flagged"),
        ("held directly, not through an index fund", "undeclared-share-in-a-bidder", "flagged"),
        ("0.001 per cent, in my own name", "undeclared-share-in-a-bidder", "flagged"),
    ],
)
def test_a_trace_of_a_share_held_through_a_fund_is_a_question(text, rule, outcome):
    value = case("shares", None)
    value["people"][0]["interests"][0]["text"] = text
    found = findings(value)
    assert {name: one[0] for name, one in found.items() if name.startswith("undeclared-")} == {rule: outcome}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(
            ("shares", one)
            for one in ("through an index fund in his pension", "held in a unit trust", "ETF", "Tracker fund")
        ),
        *(
            ("shareholding", one)
            for one in ("in my pension fund, 0,01 %", "held through an index fund, 0.001 per cent")
        ),
        *((one, None) for one in ("unit trust", "investment in an index fund", "shares held through a tracker")),
    ],
)
def test_a_share_that_a_collective_fund_holds_is_shown_as_remote_and_not_flagged(kind, text):
    value = case(kind, None)
    value["people"][0]["interests"][0]["text"] = text
    rows = rows_of(case_from(value))
    assert [row.status for row in rows] == [REMOTE]
    assert (text or kind.replace(" ", "-")) in rows[0].words
    assert not {name for name in findings(value) if name.startswith("undeclared-")}


def test_a_declared_share_in_a_collective_fund_keeps_nobody_from_scoring():
    value = case("shares", None)
    tie = value["people"][0]["interests"][0] | {"text": "through an index fund"}
    value["people"][0]["interests"] = [tie]
    value["declarations"] = [{"person": value["people"][0]["id"], "interests": [tie], "covers": "all"}]
    assert not [name for name in findings(value) if "declared" in name or "stayed" in name]
