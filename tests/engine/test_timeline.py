"""A lane for every bidder: until when it could bid, and when it was told of more time."""

import pytest

from fairaudit.engine.sections.timeline import timeline_of
from tests.checks.timed_cases import case_of

TENDER = "tender: {time_zone: Europe/London, tender_period: {end_date: 2026-03-28T12:00}, amendments: [%s]}\n"
BIDS = "parties: [{id: a, name: Alder}, {id: b, name: Birch}]\nbids: [{id: A, bidder: a}, {id: B, bidder: Birch}]\n"
END = "tender.tender_period.end_date"


def lanes(text, *, amendments="", bids=BIDS, tender=TENDER):
    """Return what stands in the bidders' lanes, and events in the shared one."""
    return [
        f"{one.lane}: {one.label} {one.start}{f' to {one.end}' if one.end else ''}, {one.path}"
        for one in timeline_of(case_of((tender % amendments if tender else "") + bids + text))
        if one.lane or one.kind in ("event", "amendment")
    ]


def test_a_lane_shows_the_deadline_that_holds_for_its_bidder():
    assert lanes("events: [{kind: extension, date: 2026-03-20, until: '2026-03-29T12:00:30', recipients: [a]}]") == [
        "Alder: Extension 2026-03-20 to 2026-03-29T12:00:30, events[0].date",
        "Alder: Deadline 2026-03-29T12:00:30, events[0].until",
        f"Birch: Deadline 2026-03-28T12:00, {END}",
    ]


def test_an_extension_for_all_stands_once_and_moves_every_deadline():
    assert lanes("events: [{kind: extension, date: 2026-03-20, until: 2026-03-29T12:00, recipients: all}]") == [
        ": Extension 2026-03-20 to 2026-03-29T12:00, events[0].date",
        "Alder: Deadline 2026-03-29T12:00, events[0].until",
        "Birch: Deadline 2026-03-29T12:00, events[0].until",
    ]


def test_who_was_told_later_of_the_same_deadline_is_seen():
    assert lanes("""events:
  - {kind: extension, date: 2026-03-17T10:00, until: 2026-03-30T12:00, recipients: [a]}
  - {kind: extension, date: 2026-03-28T11:30, until: 2026-03-30T12:00, recipients: [b]}
""") == [
        "Alder: Extension 2026-03-17T10:00 to 2026-03-30T12:00, events[0].date",
        "Alder: Deadline 2026-03-30T12:00, events[0].until",
        "Birch: Extension 2026-03-28T11:30 to 2026-03-30T12:00, events[1].date",
        "Birch: Deadline 2026-03-30T12:00, events[1].until",
    ]


def test_a_change_of_the_deadline_for_some_stands_in_their_lanes():
    change = "{date: 2026-03-20, recipients: [b], changes: [tender_period], from: '2026-03-28T12:00', to: '2026-03-30T12:00'}"
    assert lanes("events: []", amendments=change) == [
        "Alder: Deadline 2026-03-28T12:00, tender.amendments[0].from",
        "Birch: Amendment 2026-03-20, tender.amendments[0].date",
        "Birch: Deadline 2026-03-30T12:00, tender.amendments[0].to",
    ]


@pytest.mark.parametrize("recipients", ["", ", recipients: ['Birch or another']"])
def test_where_nobody_knows_whom_more_time_was_for_no_deadline_is_certain(recipients):
    found = lanes(f"events: [{{kind: extension, date: 2026-03-20, until: 2026-03-30T12:00{recipients}}}]")
    assert f"Birch: Deadline (not certain) 2026-03-28T12:00, {END}" in found
    assert "Alder: Deadline 2026-03-30T12:00, events[0].until" not in found


def test_hours_of_several_offsets_are_given_on_the_buyers_clock():
    bids = "bids: [{bidder: a, deadline: '2026-03-30T11:00Z'}, {bidder: b, deadline: '2026-03-30T16:30+05:30'}, {bidder: c}]\n"
    assert lanes("", bids=bids) == [
        "a: Deadline 2026-03-30T12:00+01:00, bids[0].deadline",
        "b: Deadline 2026-03-30T12:00+01:00, bids[1].deadline",
        f"c: Deadline 2026-03-28T12:00+00:00, {END}",
    ]


def test_what_went_to_some_stands_in_their_lanes_with_its_name_and_what_went_to_all_once():
    three = BIDS[:-2] + ", {id: C, bidder: Cedar}]\n"
    found = lanes(
        """events:
  - {kind: document, document: Drawing 7, date: 2026-03-10, recipients: [a, Birch]}
  - {kind: document, document: Drawing 8, date: 2026-03-11, recipients: [a, b, Cedar]}
  - {kind: document, document: Drawing 9, date: 2026-03-12, recipients: all}
  - {kind: publication, topic: Bulletin 1, date: 2026-03-13}
  - {kind: message, date: 2026-03-14, recipients: [portal]}
  - {kind: answer, topic: Q1, date: 2026-03-15, bidder: b}
""",
        bids=three,
    )
    assert [one for one in found if "Deadline" not in one] == [
        ": Document: Drawing 8 2026-03-11, events[1].date",
        ": Document: Drawing 9 2026-03-12, events[2].date",
        ": Publication: Bulletin 1 2026-03-13, events[3].date",
        ": Contact 2026-03-14, events[4].date",
        "Alder: Document: Drawing 7 2026-03-10, events[0].date",
        "Birch: Document: Drawing 7 2026-03-10, events[0].date",
        "Birch: Answer: Q1 2026-03-15, events[5].date",
    ]


def test_visits_and_answers_are_on_it():
    found = lanes(
        """enquiries:
  - {id: Q1, asked_by: b, answer: Nine, answered: 2026-03-12, recipients: []}
  - {id: Q2, asked_by: b, answer: Ten, answered: 2026-03-13, recipients: all}
  - {asked_by: b, answer: Two, answered: 2026-03-14}
  - {id: Q4, asked_by: b}
"""
        + "tender: {site_visits: [{date: 2026-03-09, bidders: [Birch]}, {date: 2026-03-10, bidders: all}]}\n",
        tender="",
    )
    assert [one for one in found if "Deadline" not in one] == [
        ": Site visit 2026-03-10, tender.site_visits[1].date",
        ": Answer: Q2 2026-03-13, enquiries[1].answered",
        ": Answer 2026-03-14, enquiries[2].answered",
        "Birch: Site visit 2026-03-09, tender.site_visits[0].date",
        "Birch: Answer: Q1 2026-03-12, enquiries[0].answered",
    ]


def test_what_went_to_very_many_though_not_to_all_stands_once():
    bids = f"bids: [{', '.join(f'{{bidder: b{number}}}' for number in range(30))}]\n"
    most = ", ".join(f"b{number}" for number in range(29))
    found = lanes(f"events: [{{kind: document, document: D9, date: 2026-03-10, recipients: [{most}]}}]", bids=bids)
    assert [one for one in found if "Document" in one] == [": Document: D9 (to 29 bidders) 2026-03-10, events[0].date"]


@pytest.mark.parametrize(
    ("answer", "label"),
    [
        ("answer: 41.2 ha", "Answer: Q1"),
        ("question: What is the area?", "Answer: Q1"),
        ("answer: Answered to the asker only", "Answer: Q1"),
        ("answer: Will be answered separately", "Reply: Q1"),
        ("answer: We will respond in due course", "Reply: Q1"),
        ("answer: '-'", "Reply: Q1"),
        ("answer: The time for questions is over", "Reply: Q1"),
        ("answer: Question withdrawn by bidder", "Question withdrawn: Q1"),
    ],
)
def test_what_answers_nothing_is_called_no_answer(answer, label):
    found = lanes(f"enquiries: [{{id: Q1, {answer}, answered: 2026-03-12, recipients: [b]}}]", tender="")
    assert f"Birch: {label} 2026-03-12, enquiries[0].answered" in found


def test_bidders_of_one_name_or_one_long_beginning_have_each_their_lane():
    long = "International Consortium for Public Works and Urban Services of the"
    named = [("a", "Quay"), ("b", "Quay"), ("n", f"{long} North"), ("s", f"{long} South")]
    parties = f"parties: [{', '.join(f'{{id: {key}, name: {name}}}' for key, name in named)}]\n"
    bids = "bids: [{id: A, bidder: a}, {id: B, bidder: b}, {id: N, bidder: n}, {id: S, bidder: s}]\n"
    assert lanes("", bids=parties + bids) == [
        f"{long} North: Deadline 2026-03-28T12:00, {END}",
        f"{long} South: Deadline 2026-03-28T12:00, {END}",
        f"Quay (a): Deadline 2026-03-28T12:00, {END}",
        f"Quay (b): Deadline 2026-03-28T12:00, {END}",
    ]


def test_what_is_recorded_as_ending_before_it_begins_is_not_drawn_backwards():
    assert lanes("""events:
  - {kind: extension, date: 2026-03-20T10:00, until: 2026-03-19T12:00, recipients: all}
  - {kind: site-visit, date: 2026-03-10T10:00, until: 2026-03-10T09:00, recipients: [a]}
  - {kind: site-visit, date: 2026-03-11T10:00, until: 2026-03-11, recipients: [b]}
""") == [
        ": Extension (recorded as ending before it begins) 2026-03-20T10:00, events[0].date",
        "Alder: Site-visit (recorded as ending before it begins) 2026-03-10T10:00, events[1].date",
        f"Alder: Deadline (not certain) 2026-03-28T12:00, {END}",
        "Birch: Site-visit 2026-03-11T10:00 to 2026-03-11, events[2].date",
        f"Birch: Deadline (not certain) 2026-03-28T12:00, {END}",
    ]


def test_what_only_some_had_of_the_tender_stands_in_their_lanes():
    some = """tender: # %s
  documents: [{id: D1, title: Terms, available_at: 2026-03-02, recipients: all}, {id: D2, title: Trees, available_at: 2026-03-05, recipients: [a]}]
  disclosures: [{kind: volumes, published: 2026-03-04, recipients: [a]}, {kind: staff, published: 2026-03-04, recipients: [a, b]}]
  market_engagement: [{date: 2026-01-10, participants: [a, Quince]}, {date: 2026-01-11, participants: [a, b]}]
"""
    assert lanes("events: []", tender=some) == [
        "Alder: Talk with the market 2026-01-10, tender.market_engagement[0].date",
        "Alder: Data: volumes 2026-03-04, tender.disclosures[0].published",
        "Alder: Document: Trees 2026-03-05, tender.documents[1].available_at",
    ]
