"""What one rule says in the same words of several answers is one matter; another answer that others had is another."""

from datetime import date

from fairaudit import audit
from tests.cli.running import put

CASE = """
tender: {id: T, published: 2026-05-11T09:00, tender_period: {start_date: 2026-05-11T09:00, end_date: 2026-06-22T12:00}}
bids: [{id: BA, bidder: Alder}, {id: BB, bidder: Birch}]
enquiries:
  - {id: Q1, question: How many boats run in winter?, answer: Six boats., recipients: [Alder]}
  - {id: Q2, question: Which piers have lifts?, answer: Three piers., recipients: [Alder]}
  - {id: Q3, question: May staff sleep aboard?, answer: They may., recipients: [Birch]}
complete: [bids, enquiries]
"""


def test_answers_that_the_same_bidder_missed_are_one_matter():
    put("case.yaml", CASE)
    [case] = audit("case.yaml", today=date(2026, 11, 27)).cases
    [verdict] = [one for one in case.verdicts if one.name == "core/answer-not-sent-to-all"]
    first, second, third = (one.group for one in verdict.findings)
    assert first == second != third
