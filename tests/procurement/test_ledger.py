"""Who received what, and when: what the records say, what they deny, and what they leave open."""

from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.received.ledger import ledger_of
from tests.checks.timed_cases import case_of

BIDS = 'bids: [{bidder: Alder}, {bidder: Birch}, {bidder: Cedar, lot: "2"}]\n'


def lines(text):
    """Return the ledger of a case in words, a line for each thing."""
    found = []
    for one in ledger_of(case_of(BIDS + text)):
        had = ", ".join(
            f"{bidder} {receipt.moment or 'undated'}{f' +{one.behind[bidder]}' if bidder in one.behind else ''}"
            for bidder, receipt in one.had.items()
        )
        places = " ".join(text_of(entry.at.path) for entry in one.item.entries)
        had += f"; asked {one.asked}" if one.asked else ""
        found.append(f"{one.item.kind}, {one.item.name}: {had}; not {one.without}, unknown {one.unknown}; {places}")
    return found


def test_whoever_a_list_leaves_out_had_it_not_and_without_a_list_nobody_knows():
    assert lines("""
tender:
  documents:
    - {id: D1, title: Terms, version: "2", available_at: 2026-03-02T09:00, recipients: all}
    - {id: D2, available_at: 2026-03-02T09:00}
  amendments: [{id: A1, date: 2026-03-09, recipients: [Alder, Birch]}]
enquiries:
  - {id: Q1, asked_by: Alder, answer: Nine, answered: 2026-03-10T15:00}
  - {id: Q2, asked_by: Alder, answer: Nine, answered: 2026-03-10T15:00, recipients: [Birch]}
  - {id: Q3, asked_by: Alder, answer: Nine, recipients: [Alder], confidential: {agreed: true}}
  - {id: Q4, asked_by: Cedar, answer: Nine, recipients: [Cedar], lots: ["2"]}
""") == [
        "documents, Terms 2: Alder 2026-03-02 09:00:00, Birch 2026-03-02 09:00:00, Cedar 2026-03-02 09:00:00; "
        "not (), unknown (); tender.documents[0]",
        "documents, D2: ; not (), unknown ('Alder', 'Birch', 'Cedar'); tender.documents[1]",
        "changes, A1: Alder 2026-03-09 00:00:00, Birch 2026-03-09 00:00:00; not ('Cedar',), unknown (); tender.amendments[0]",
        "answers, Q1: ; asked ('Alder',); not (), unknown ('Birch', 'Cedar'); enquiries[0]",
        "answers, Q2: Birch 2026-03-10 15:00:00; asked ('Alder',); not ('Cedar',), unknown (); enquiries[1]",
        "answers, Q3: Alder undated; not (), unknown ('Birch', 'Cedar'); enquiries[2]",
        "answers, Q4: Cedar undated; not ('Alder', 'Birch'), unknown (); enquiries[3]",
    ]


def test_an_event_for_one_says_nothing_of_the_others_unless_all_events_are_given():
    events = "events: [{kind: answer, topic: Q7, bidder: Alder, date: 2026-03-10T15:00}]\n"
    assert lines(events) == ["answers, Q7: Alder 2026-03-10 15:00:00; not (), unknown ('Birch', 'Cedar'); events[0]"]
    assert lines(events + "complete: [events]\n") == [
        "answers, Q7: Alder 2026-03-10 15:00:00; not ('Birch', 'Cedar'), unknown (); events[0]"
    ]


def test_what_came_by_several_records_is_one_thing_and_each_bidders_first_counts():
    assert lines("""
tender: {time_zone: Europe/London}
enquiries: [{id: Q7, answer: Nine, answered: 2026-03-30T15:00, recipients: [Alder, Birch]}]
events:
  - {kind: answer, topic: Q7, bidder: Alder, date: 2026-03-28T12:00}
  - {kind: answer, topic: Q7, recipients: all, date: 2026-03-31T13:00Z}
""") == [
        "answers, Q7: Alder 2026-03-28 12:00:00, Birch 2026-03-30 15:00:00 +2 days, 2:00:00, "
        "Cedar 2026-03-31 14:00:00 +3 days, 1:00:00; not (), unknown (); enquiries[0] events[0] events[1]"
    ]


def test_a_name_that_may_be_a_bidders_leaves_open_whether_it_had_it():
    text = "parties: [{id: Alder, name: Alder Services Ltd}, {id: Birch, name: Birch Care Ltd}]\n"
    text += "events: [{kind: document, document: D1, recipients: [Alder Services Ltd, Birch Care Leeds], date: 2026-03-10}]\n"
    assert lines(text) == ["documents, D1: Alder 2026-03-10 00:00:00; not ('Cedar',), unknown ('Birch',); events[0]"]


def test_across_a_change_of_the_clocks_time_is_what_passes():
    zone = "tender: {time_zone: Europe/London}\n"
    march = "{kind: document, document: D, date: 2026-03-28T12:00, recipients: [Alder, Birch]}"
    assert lines(f"""{zone}events:
  - {march}
  - {{kind: document, document: D, date: 2026-03-29T12:00, recipients: [Cedar, Birch]}}
""") == [
        "documents, D: Alder 2026-03-28 12:00:00, Birch 2026-03-28 12:00:00, Cedar 2026-03-29 12:00:00 +23:00:00; "
        "not (), unknown (); events[0] events[1]"
    ]
    assert lines(f"""{zone}events:
  - {{kind: document, document: D, date: 2026-10-25T01:30+01:00, recipients: [Alder, Birch]}}
  - {{kind: document, document: D, date: 2026-10-25T01:10+00:00, recipients: [Cedar, Birch]}}
""") == [
        "documents, D: Alder 2026-10-25 01:30:00, Birch 2026-10-25 01:30:00, Cedar 2026-10-25 01:10:00 +0:40:00; "
        "not (), unknown (); events[0] events[1]"
    ]
    assert lines(f"""{zone}events:
  - {{kind: document, document: D, date: 2026-03-29, recipients: [Alder, Birch]}}
  - {{kind: document, document: D, date: 2026-03-30, recipients: [Cedar, Birch]}}
""")[0].endswith("Cedar 2026-03-30 00:00:00 +1 day, 0:00:00; not (), unknown (); events[0] events[1]")


def test_days_without_an_hour_are_apart_by_whole_days():
    assert lines("""
events:
  - {kind: access, bidder: Alder, date: 2026-03-10}
  - {kind: access, bidder: Birch, date: 2026-03-10T18:00}
  - {kind: access, bidder: Cedar, date: 2026-03-12}
""")[0].startswith("documents, access to the documents: Alder 2026-03-10 00:00:00, Birch 2026-03-10 18:00:00, ")


def test_a_talk_without_a_name_is_called_by_what_it_is():
    assert lines(
        "events: [{kind: site-visit, bidder: Alder, date: 2026-03-10}, {kind: meeting, bidder: Birch, date: 2026-03-11}]"
    )[1].startswith("talks, meeting: Birch")


def test_every_kind_of_record_has_its_line():
    found = lines("""
tender:
  market_engagement: [{participants: [Alder, Birch], date: 2026-01-10}]
  disclosures: [{kind: volumes, recipients: [Alder], published: 2026-03-02}]
events:
  - {kind: presentation, bidder: Alder, date: 2026-03-10T10:00, until: 2026-03-10T11:00}
  - {kind: contact, channel: telephone, bidder: Alder, date: 2026-03-11}
  - {kind: dialogue, bidder: Birch, date: 2026-03-11}
  - {kind: negotiation, bidder: Cedar, date: 2026-03-12}
  - {kind: extension, recipients: all, date: 2026-03-13, until: 2026-04-13}
  - {kind: clarification, topic: Form 4, bidder: Alder, date: 2026-03-14}
  - {kind: cure, topic: Form 5, bidder: Birch, date: 2026-03-15}
""")
    assert [one.split("; ")[0].replace(" 00:00:00", "") for one in found] == [
        "documents, volumes: Alder 2026-03-02",
        "talks, talk with the market: Alder 2026-01-10, Birch 2026-01-10",
        "talks, presentation: Alder 2026-03-10 10:00:00",
        "talks, contact: Alder 2026-03-11",
        "talks, dialogue: Birch 2026-03-11",
        "talks, negotiation: Cedar 2026-03-12",
        "more time, to 13 April 2026: Alder 2026-03-13, Birch 2026-03-13, Cedar 2026-03-13",
        "clarifications, Form 4: Alder 2026-03-14",
        "clarifications, Form 5: Birch 2026-03-15",
    ]


def test_a_list_of_one_says_nothing_of_the_others_and_a_list_of_two_does():
    document = "{kind: document, document: D, date: 2026-03-10, recipients: "
    assert lines(f"events: [{document}[Alder]}}]")[0].split("; ")[1] == "not (), unknown ('Birch', 'Cedar')"
    assert lines(f"events: [{document}[Alder, Birch]}}]")[0].split("; ")[1] == "not ('Cedar',), unknown ()"
