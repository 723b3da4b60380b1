"""A lane for every bidder: until when it could bid, and when it was told of more time."""

import pytest

from fairaudit.engine.timeline import timeline_of
from tests.checks.timed_cases import case_of

TENDER = "tender: {time_zone: Europe/London, tender_period: {end_date: 2026-03-28T12:00}, amendments: [%s]}\n"
BIDS = "parties: [{id: a, name: Alder}, {id: b, name: Birch}]\nbids: [{id: A, bidder: a}, {id: B, bidder: Birch}]\n"
END = "tender.tender_period.end_date"


def lanes(text, *, amendments="", bids=BIDS):
    """Return what stands in the bidders' lanes, and events in the shared one."""
    return [
        f"{one.lane}: {one.label} {one.start}{f' to {one.end}' if one.end else ''}, {one.path}"
        for one in timeline_of(case_of(TENDER % amendments + bids + text))
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
