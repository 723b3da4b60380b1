"""The tables of what each bidder received, cell by cell."""

import re

from fairaudit.engine.judge import judge
from fairaudit.reports.pictures.album import drawn
from tests.checks.scoring_case import rule
from tests.checks.timed_cases import case_of

CASE = """
bids: [{bidder: Alder}, {bidder: Birch}, {bidder: Cedar}]
events:
  - {kind: document, document: D1, date: 2026-03-10T09:00, recipients: [Alder, Birch]}
  - {kind: document, document: D1, date: 2026-03-12T10:00, recipients: [Cedar, Birch]}
  - {kind: document, document: D2, date: 2026-03-10T09:00, recipients: [Alder, Birch]}
  - {kind: document, document: D3, date: 2026-03-10T09:00, recipients: [Alder, Birch]}
  - {kind: document, document: D3, date: 2026-03-15T09:00, recipients: [Cedar, Birch]}
  - {kind: presentation, bidder: Alder, date: 2026-03-20T10:00, until: 2026-03-20T11:15}
"""


def measured():
    return judge(case_of(CASE), rule("what-each-bidder-received"), "market").tables[0]


def test_the_tables_tell_what_each_had_later_or_not_at_all_and_how_long_it_lasted():
    totals, rows = measured().tables
    assert totals.rows == (
        ("Alder", 3, 0, 0, 0, 1, 0, 0, 0, "none", 0, 0, ""),
        ("Birch", 3, 0, 0, 0, 0, 0, 0, 0, "none", 0, 0, ""),
        ("Cedar", 2, 0, 0, 0, 0, 0, 0, 2, "5 days", 1, 0, ""),
    )
    assert rows.rows == (
        ("Alder", "documents", "D1", "2026-03-10T09:00", "", "", "had it", "events[0]"),
        ("Birch", "documents", "D1", "2026-03-10T09:00", "", "", "had it", "events[0]"),
        ("Cedar", "documents", "D1", "2026-03-12T10:00", "2 days 1 hour", "", "had it later", "events[1]"),
        ("Alder", "documents", "D2", "2026-03-10T09:00", "", "", "had it", "events[2]"),
        ("Birch", "documents", "D2", "2026-03-10T09:00", "", "", "had it", "events[2]"),
        ("Cedar", "documents", "D2", None, "", "", "not among those who had it", "events[2]"),
        ("Alder", "documents", "D3", "2026-03-10T09:00", "", "", "had it", "events[3]"),
        ("Birch", "documents", "D3", "2026-03-10T09:00", "", "", "had it", "events[3]"),
        ("Cedar", "documents", "D3", "2026-03-15T09:00", "5 days", "", "had it later", "events[4]"),
        ("Alder", "talks", "presentation", "2026-03-20T10:00", "", "1 hour 15 minutes", "had it", "events[5]"),
    )


def test_every_bidder_has_a_lane_of_its_own_in_the_picture_of_these_tables():
    [picture] = drawn([measured()])
    assert re.findall("<title[^>]*>([^<]*)</title>", picture.svg) == [
        "What each bidder received, and when",
        "Alder, documents: D1, D2 and D3, had it",
        "Alder, talks: presentation, had it",
        "Birch, documents: D1, D2 and D3, had it",
        "Cedar, documents: D2, not among those who had it",
        "Cedar, documents: D1, had it later",
        "Cedar, documents: D3, had it later",
    ]
    assert [one.name for one in picture.tables] == ["received-by-bidder", "received"]


def test_the_longest_wait_is_told_with_whose_it_was():
    assert measured().facts.waited == "5 days (Cedar)"


ONE_TOLD = """
bids: [{bidder: Alder}, {bidder: Birch}]
enquiries: [{id: Q1, asked_by: Birch, answer: Nine, answered: 2026-03-10T09:00, recipients: [Alder]}]
events: [{kind: answer, topic: Q7, bidder: Alder, date: 2026-03-11T09:00}]
"""


def test_what_no_record_says_of_a_bidder_is_counted_apart_from_what_it_had_not():
    totals, rows = judge(case_of(ONE_TOLD), rule("what-each-bidder-received"), "market").tables[0].tables
    assert totals.rows == (
        ("Alder", 0, 0, 2, 0, 0, 0, 0, 0, "none", 0, 0, ""),
        ("Birch", 0, 0, 0, 0, 0, 0, 0, 0, "none", 0, 2, ""),
    )
    assert rows.rows == (
        ("Alder", "answers", "Q1", "2026-03-10T09:00", "", "", "had it", "enquiries[0]"),
        ("Birch", "answers", "Q1", None, "", "", "not recorded", "enquiries[0]"),
        ("Alder", "answers", "Q7", "2026-03-11T09:00", "", "", "had it", "events[0]"),
        ("all others", "answers", "Q7", None, "", "", "not recorded", "events[0]"),
    )


FOR_A_TIME = """
tender: {time_zone: Europe/London}
bids: [{bidder: Alder}, {bidder: Birch}, {bidder: Cedar}]
events:
  - {kind: data room, document: Tree survey, bidder: Alder, date: 2026-10-23T09:00, until: 2026-10-24T09:00}
  - {kind: data room, document: Tree survey, bidder: Alder, date: 2026-10-23T09:00, until: 2026-10-26T09:00}
  - {kind: data room, document: Tree survey, bidder: Birch, date: 2026-10-23T09:00, until: 2026-10-24T09:00}
  - {kind: document, document: Tree survey, bidder: Cedar, date: 2026-10-23T09:00}
  - {kind: cure, topic: signature, bidder: Alder, date: 2026-11-02T17:00, until: 2026-11-12T17:00}
  - {kind: clarification, topic: rates, bidder: Birch, date: 2026-11-02, until: 2026-11-03}
  - {kind: clarification, topic: hedges, bidder: Birch, date: 2026-11-02T10:00, until: 2026-11-02T10:00}
  - {kind: site-visit, recipients: [Alder, Birch, Cedar], date: 2026-09-28T09:00, until: 2026-09-28T10:00}
  - {kind: site-visit, bidder: Birch, date: 2026-09-28T09:30, until: 2026-09-28T11:00}
  - {kind: site-visit, bidder: Birch, date: 2026-09-29T09:00, until: 2026-09-29T10:30}
"""


def test_whatever_has_an_end_says_how_long_it_lasted_and_what_two_records_share_once():
    found = judge(case_of(FOR_A_TIME), rule("what-each-bidder-received"), "market").tables[0].tables[1].rows
    assert [(*one[:3], one[5]) for one in found] == [
        # Sent for good: without an end.
        ("Alder", "documents", "Tree survey", "3 days 1 hour"),
        ("Birch", "documents", "Tree survey", "1 day"),
        ("Cedar", "documents", "Tree survey", ""),
        ("Alder", "clarifications", "signature", "10 days"),
        ("Birch", "clarifications", "rates", "2 days"),
        ("Birch", "clarifications", "hedges", ""),
        # All were there at one time, and one longer and once more.
        ("Alder", "visits", "site visit", "1 hour"),
        ("Birch", "visits", "site visit", "2 hours"),
        ("Cedar", "visits", "site visit", "1 hour"),
        ("Birch", "visits", "site visit, once more", "1 hour 30 minutes"),
        ("all others", "visits", "site visit, once more", ""),
    ]


ALL_ALIKE = """
tender:
  time_zone: Europe/London
  documents: [{id: D1, title: Plan, available_at: 2026-03-02T09:00, recipients: all}]
  amendments: [{id: A1, date: 2026-03-04T10:00, text: North quay added, recipients: all}]
  disclosures: [{kind: activity-data, document: Volumes, published: 2026-03-03T09:00, recipients: all}]
bids: [{bidder: Alder}, {bidder: Birch}, {bidder: Cedar, status: withdrawn}]
enquiries: [{id: Q1, asked_by: Birch, answer: Nine vans., answered: 2026-03-10T09:00, recipients: all}]
events:
  - {kind: site-visit, recipients: [Alder, Birch, Cedar], date: 2026-03-11T09:00, until: 2026-03-11T10:30}
  - {kind: withdrawal, bidder: Cedar, date: 2026-03-12T09:00}
  - {kind: document, document: D2, recipients: [Alder, Birch], date: 2026-03-13T09:00}
  - {kind: extension, recipients: [Alder, Birch], date: 2026-03-14T09:00, until: 2026-04-10T12:00}
  - {kind: access, document: Room, recipients: [Alder, Birch], date: 2026-03-15T09:00, until: 2026-03-16T09:00}
"""


def test_what_all_had_at_once_is_one_row_with_when_that_was_and_how_long_it_lasted():
    found = judge(case_of(ALL_ALIKE), rule("what-each-bidder-received"), "market").tables[0].tables[1].rows
    assert found == (
        ("all bidders", "documents", "Plan", "2026-03-02T09:00", "", "", "had it", "tender.documents[0]"),
        ("all bidders", "documents", "Volumes", "2026-03-03T09:00", "", "", "had it", "tender.disclosures[0]"),
        ("all bidders", "changes", "A1", "2026-03-04T10:00", "", "", "had it", "tender.amendments[0]"),
        ("all bidders", "answers", "Q1", "2026-03-10T09:00", "", "", "had it", "enquiries[0]"),
        ("all bidders", "visits", "site visit", "2026-03-11T09:00", "", "1 hour 30 minutes", "had it", "events[0]"),
        ("all who stayed", "documents", "D2", "2026-03-13T09:00", "", "", "had it", "events[2]"),
        ("all who stayed", "more time", "to 10 April 2026", "2026-03-14T09:00", "", "", "had it", "events[3]"),
        ("all who stayed", "documents", "Room", "2026-03-15T09:00", "", "1 day", "had it", "events[4]"),
    )
