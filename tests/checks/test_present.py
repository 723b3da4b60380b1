"""Who had left the contest when something went out neither had it nor lacks it in what each bidder received."""

import pytest

from fairaudit.engine.judge import judge
from fairaudit.procurement.received.ledger import ledger_of
from tests.checks.scoring_case import case_of, rule

LEASE = {"kind": "document", "document": "Lease", "date": "2026-03-27T10:00", "recipients": ["a", "b"]}
TIME = {"kind": "extension", "date": "2026-03-28T10:00", "until": "2026-04-14T12:00", "recipients": ["all"]}


def rows(*events, **bid):
    sections = {
        "complete": ["bids", "events"],
        "bids": [{"bidder": "a"}, {"bidder": "b"}, {"bidder": "c", **bid}],
        "events": list(events),
    }
    found = judge(case_of(sections), rule("what-each-bidder-received"), "market").tables[0].tables
    return [(one[0], one[2], one[6]) for one in next(one for one in found if one.name == "received").rows]


def left(day):
    return {"kind": "withdrawal", "bidder": "c", "date": f"2026-03-{day}T10:00"}


BOTH = [("all who stayed", "Lease", "had it")]
MORE = [("all who stayed", "to 14 April 2026", "had it")]


def test_who_had_left_has_no_row_of_what_went_out_afterwards():
    assert rows(LEASE, TIME, left(25)) == [*BOTH, *MORE]


def test_who_left_afterwards_lacks_it():
    assert rows(LEASE, left("29")) == [*BOTH, ("c", "Lease", "not among those who had it")]


def test_what_names_who_had_left_went_to_it():
    assert rows({**LEASE, "recipients": ["a", "b", "c"]}, left(25)) == [("all bidders", "Lease", "had it")]


def test_of_whom_it_is_unclear_when_it_left_nothing_is_said():
    assert rows(LEASE, status="rejected") == [
        *[(who, "Lease", "had it") for who in "ab"],
        ("all others", "Lease", "not recorded"),
    ]


@pytest.mark.parametrize(
    ("event", "name"),
    [
        ({"until": "2026-04-14T12:00"}, "to 14 April 2026"),
        ({"date": "2026-03-28"}, "of 28 March 2026"),
        ({"until": "2026-04-14", "topic": "Round 2"}, "Round 2"),
    ],
)
def test_an_extension_without_a_name_is_called_by_its_day(event, name):
    case = case_of({"bids": [{"bidder": "a"}], "events": [{"kind": "extension", "recipients": ["a"], **event}]})
    assert [one.item.name for one in ledger_of(case)] == [name]


def lanes(*events, bids):
    sections = {"complete": ["bids", "events"], "bids": bids, "events": list(events)}
    return judge(case_of(sections), rule("what-each-bidder-received"), "market").tables[0].tables


TWO = [{"bidder": "a"}, {"bidder": "b"}]
FIRST = {**TIME, "date": "2026-03-10T10:00", "until": "2026-04-07T12:00"}


def test_who_withdrew_has_a_lane_of_what_went_out_while_it_was_in():
    gone = {"bidder": "c", "status": "withdrawn", "received": "2026-03-20T10:00"}
    totals, received = lanes(FIRST, LEASE, TIME, left(25), bids=[*TWO, gone])
    had, silent, out = (totals.columns.index(one) for one in ("more_time", "unrecorded", "left"))
    assert [(one[0], one[had], one[silent], one[out]) for one in totals.rows] == [
        ("a", 2, 0, ""), ("b", 2, 0, ""), ("c", 1, 0, "yes"),
    ]  # fmt: skip
    assert [(one[0], one[2]) for one in received.rows] == [
        ("all bidders", "to 7 April 2026"), ("all who stayed", "Lease"), ("all who stayed", "to 14 April 2026"),
    ]  # fmt: skip


def test_what_went_out_before_a_bid_came_went_to_who_withdrew_it_and_the_rest_is_not_recorded():
    gone = {"bidder": "c", "status": "withdrawn", "received": "2026-03-20T10:00"}
    totals, _ = lanes(FIRST, TIME, bids=[*TWO, gone])
    had, silent = totals.columns.index("more_time"), totals.columns.index("unrecorded")
    assert [(one[0], one[had], one[silent]) for one in totals.rows] == [("a", 2, 0), ("b", 2, 0), ("c", 1, 1)]


def test_who_withdrew_lacks_what_it_was_left_without_while_it_was_in_and_is_held_against_nobody():
    gone = {"bidder": "c", "status": "withdrawn", "received": "2026-03-20T10:00"}
    found = judge(
        case_of({"complete": ["bids", "events"], "bids": [*TWO, gone], "events": [LEASE, left("29")]}),
        rule("what-each-bidder-received"),
        "market",
    ).tables[0]
    rows = next(one for one in found.tables if one.name == "received").rows
    assert ("c", "Lease", "not among those who had it") in [(one[0], one[2], one[6]) for one in rows]
