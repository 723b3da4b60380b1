"""Many events to many bidders: the work grows with them, and not with the one times the other."""

from fairaudit.engine.facts import fill
from fairaudit.engine.findings import verdict_of
from fairaudit.engine.judge import judge
from fairaudit.engine.report import Severity
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
