"""The same findings in whatever order the rows stand: a portal lists the newest event first, a person the oldest.

Events and enquiries of a procurement are turned round and shuffled. What every rule of `core` and `barriers` says, how sure it
is and how often it says so must be what it was; only the places follow the rows.
"""

import json
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from tests.checks.timed_cases import case_of
from tests.test_symmetry import own_rules, procurements

ROWS = {"events", "enquiries"}
BIDDERS = ("Alder", "Birch", "Cedar")
FIRST = {"answer": "answer-sent-to-some-first", "document": "document-sent-to-some-bidders"}

sending = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["answer", "document"]),
        "recipients": st.one_of(st.just("all"), st.lists(st.sampled_from(BIDDERS), min_size=1, max_size=3, unique=True)),
        "date": st.sampled_from(
            ["2026-03-05", "2026-03-05T09:00", "2026-03-05T09:10", "2026-03-05T23:50", "2026-03-20T10:00", "2026-03-29T18:00"]
        ),
    },
    optional={
        "topic": st.sampled_from(["Q7", "Q8"]),
        "document": st.sampled_from(["Map of drains", "Map of drains.pdf", "Map of hedges", "Plan 4", "Price sheet v1"]),
        "text": st.sampled_from(["The hedges are 4.2 km and the drains are new.", "Corrected, replaces v1."]),
    },
)  # fmt: skip


def told(value):
    """Return what every rule says, how sure it is, and how often, without places."""
    case, found = case_of(json.dumps(value)), Counter()
    for rule in own_rules():
        judged = judge(case, rule, "market")
        found[rule.name, str(judged.outcome)] += 1
        for one in judged.hits:
            found[rule.name, fill(rule.message, one.values), str(one.hit.confidence), str(one.hit.severity)] += 1
        found[rule.name, "not assessed"] += len(judged.unassessed)
    return found


def reordered(value, shuffle):
    """Return a procurement with its rows in another order."""
    mixed = dict(value)
    for name in sorted(value.keys() & ROWS):
        mixed[name] = list(value[name])
        shuffle(mixed[name])
    return mixed


def assert_same_in_any_order(value, random):
    """Turn the rows round, and shuffle them."""
    before = told(value)
    for shuffle in (list.reverse, random.shuffle):
        after = told(reordered(value, shuffle))
        assert sorted((after - before).items()) == []
        assert sorted((before - after).items()) == []


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(procurements(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(made, random):
    assert_same_in_any_order(made[0], random)


def sent(*events):
    """Return a procurement of three bidders who were sent something."""
    return {
        "complete": ["bids", "events"],
        "tender": {"time_zone": "Europe/London", "tender_period": {"end_date": "2026-03-30T12:00"}},
        "bids": [{"bidder": one, "received": "2026-03-29T11:00", "status": "valid"} for one in BIDDERS],
        "events": list(events),
    }


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(sending, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_what_was_sent_changes_nothing(events, random):
    assert_same_in_any_order(sent(*events), random)


@pytest.mark.parametrize("kind", FIRST)
@pytest.mark.parametrize("turned", [False, True])
def test_what_went_late_is_told_of_for_certain_at_what_went_first(kind, turned):
    called = {"document": "Map of drains"} if kind == "document" else {"topic": "Q7", "text": "The hedges are 4.2 km"}
    early = {"kind": kind, "recipients": ["Alder"], "date": "2026-03-05T10:00", **called}
    late = {"kind": kind, "recipients": ["Birch", "Cedar"], "date": "2026-03-28T09:00", **called}
    case = case_of(json.dumps(sent(*((late, early) if turned else (early, late)))))
    judged = judge(case, next(one for one in own_rules() if one.id == FIRST[kind]), "market")
    assert str(judged.outcome) == "flagged"
    assert [one.hit.at.path[:2] for one in judged.hits] == [("events", int(turned))]
