"""Many answers to one of many bidders: each finding names the first of those left out, and says how many more there are."""

from fairaudit.checks.base import Many
from fairaudit.engine.contract.report import Severity
from fairaudit.engine.facts import as_fact, fill, in_words
from fairaudit.engine.findings import verdict_of
from fairaudit.engine.judge import judge
from tests.checks.scoring_case import case_of, facts_of, rule
from tests.work import grown

RULE = "answer-not-sent-to-all"


def many(count, answers=None):
    answer = {"asked_by": "p1", "date": "2026-02-01", "answer": "x", "answered": "2026-02-02", "recipients": ["p1"]}
    return {
        "bids": [{"id": f"B{at}", "bidder": f"p{at}"} for at in range(count)],
        "enquiries": [{"id": str(at), **answer} for at in range(answers or count)],
    }


def test_of_very_many_bidders_the_first_are_named_and_the_others_counted():
    found = facts_of(RULE, many(250))[0].get("left_out")
    names = sorted(f"p{at}" for at in range(250) if at != 1)
    assert found == Many(tuple(names[:50]), 199)
    assert as_fact(found) == [*names[:50], "199 more"]
    assert in_words(found) == in_words(tuple(names))
    assert facts_of(RULE, many(51))[0].get("left_out") == tuple(sorted(f"p{at}" for at in range(51) if at != 1))


def judged(sections):
    case = case_of(sections)

    def work():
        verdict = verdict_of(case, judge(case, rule(RULE), "market"), Severity.LOW, fill)
        assert len(verdict.findings) == len(case.enquiries)

    return work


def test_many_answers_take_work_in_step_with_them():
    few, more = grown(lambda count: judged(many(20, count)), 20)
    assert more < 12 * few


def test_each_further_bidder_is_no_more_work_than_the_others():
    # All of them more than are named.
    few, more = grown(lambda count: judged(many(count, 3)), 55)
    assert more < 12 * few
