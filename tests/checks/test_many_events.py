"""Many events to many bidders: the work grows with them, and not with the one times the other."""

import pytest

from fairaudit.engine.contract.report import Severity
from fairaudit.engine.facts import fill
from fairaudit.engine.findings import verdict_of
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.checks.scoring_case import case_of, rule
from tests.work import grown


def many(kind, count):
    return {
        "complete": ["bids", "events"],
        "bids": [
            {"bidder": f"p{at}", "defects": [{"code": f"t{at % 10}", "decision": "rejected"}]} for at in range(count)
        ],
        "events": [
            {"kind": kind, "topic": f"t{at}", "date": "2026-03-02", "recipients": [f"p{at}"]} for at in range(count)
        ],
    }


def judged(name, sections):
    case = case_of(sections)
    return lambda: verdict_of(case, judge(case, rule(name), "market"), Severity.LOW, fill)


def test_many_clarifications_with_many_bidders_take_work_in_step_with_them():
    few, more = grown(lambda count: judged("clarification-with-some-bidders", many("cure", count)), 40)
    assert more < 20 * few


def test_who_had_not_what_one_bidder_had_is_one_row_where_they_are_many():
    found = judge(case_of(many("answer", 60)), rule("what-each-bidder-received"), "market")
    rows = next(one for one in found.tables[0].tables if one.name == "received").rows
    assert len(rows) == 2 * 60
    assert [row[0] for row in rows[:2]] == ["p0", "all others"]


KINDS = ("answer", "document", "access", "extension", "presentation", "site-visit", "contact", "clarification")
BIDDERS = [f"p{at}" for at in range(4)]
ABOUT_EVENTS = [
    one.id
    for pack in shipped_packs()
    if pack.name == "core"
    for one in pack.rules
    if one.given.text.startswith("events")
]


def mixed(count):
    """Return a procurement of four bidders and many events of every kind, each about a thing of its own, at its own minute."""
    moments = [f"2026-03-{2 + at // 480:02}T{9 + at // 60 % 8:02}:{at % 60:02}Z" for at in range(count)]
    events = [
        {"id": f"E{at}", "kind": kind, "date": moments[at], "until": "2026-04-20T12:00Z", "topic": f"part {at}", "document": f"D{at}",
         "text": f"Part {at} has {at} doors.", "recipients": BIDDERS[: 1 + at % 4]}
        for at in range(count)
        for kind in KINDS
    ]  # fmt: skip
    return {
        "complete": ["bids", "events"],
        "tender": {"published": "2026-03-02T09:00Z", "tender_period": {"end_date": "2026-04-13T12:00Z"}},
        "bids": [{"bidder": one, "received": "2026-04-12T10:00Z"} for one in BIDDERS],
        "events": events,
    }


@pytest.mark.parametrize("name", ABOUT_EVENTS)
def test_eight_times_as_many_events_are_eight_times_the_work_for_every_rule_about_them(name):
    few, more = grown(lambda count: judged(name, mixed(count)), 6)
    assert more < 14 * few


def asked_of_a_list(count):
    """Return questions among the events beside a list of as many rows of other askers, on the same days."""
    days = [f"2026-03-{1 + at % 28:02}" for at in range(count)]
    events = [
        {"kind": "question", "bidder": f"p{at % 9}", "date": day, "text": f"How many doors has part {at}?"}
        for at, day in enumerate(days)
    ]
    rows = [
        {"id": f"E{at}", "asked_by": f"q{at % 9}", "date": day, "question": f"And walls {at}?", "answer": "3"}
        for at, day in enumerate(days)
    ]
    tender = {"tender_period": {"end_date": "2026-04-20T12:00"}}
    return {"complete": ["events", "enquiries"], "tender": tender, "events": events, "enquiries": rows}


def test_questions_among_many_events_are_looked_for_in_a_long_list_in_step_with_both():
    def work(count):
        case = case_of(asked_of_a_list(count), today="2026-05-01")
        return lambda: judge(case, rule("question-among-the-events-unanswered"), "market")

    assert len(work(9)().hits) == 9
    few, more = grown(work, 40)
    assert more < 20 * few
