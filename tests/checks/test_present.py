"""Who had left the contest when something went out neither had it nor lacks it in what each bidder received."""

import pytest

from fairaudit.engine.judge import judge
from fairaudit.procurement.ledger import ledger_of
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


BOTH = [("a", "Lease", "had it"), ("b", "Lease", "had it")]
MORE = [(who, "to 14 April 2026", "had it") for who in "ab"]


def test_who_had_left_has_no_row_of_what_went_out_afterwards():
    assert rows(LEASE, TIME, left(25)) == [*BOTH, *MORE]


def test_who_left_afterwards_lacks_it():
    assert rows(LEASE, left("29")) == [*BOTH, ("c", "Lease", "not among those who had it")]


def test_what_names_who_had_left_went_to_it():
    assert rows({**LEASE, "recipients": ["a", "b", "c"]}, left(25)) == [("all bidders", "Lease", "had it")]


def test_of_whom_it_is_unclear_when_it_left_nothing_is_said():
    assert rows(LEASE, status="rejected") == [*BOTH, ("all others", "Lease", "not recorded")]


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
