"""A bid is late or in time to the second: in every zone, on the days on which clocks change, and by its bidder's own deadline."""

import pytest

from fairaudit.procurement.times.lateness import Lateness, lateness
from tests.checks.conflict_cases import case_from


def judged(zone, deadline, received, **more):
    tender = {"tender_period": {"end_date": deadline}, **({"time_zone": zone} if zone else {})}
    case = case_from({"tender": tender, "bids": [{"bidder": "a", "received": received}, {"bidder": "b"}], **more})
    found = lateness(case, case.bids[0])
    if found is None:
        return "in time"
    return f"{int(found.by.total_seconds())} s late" if isinstance(found, Lateness) else "unclear"


@pytest.mark.parametrize(
    ("zone", "deadline", "received", "said"),
    [
        # Summer time begins, and ends, on the day itself.
        ("Europe/London", "2026-03-29T12:00", "2026-03-29T11:00:00Z", "in time"),
        ("Europe/London", "2026-03-29T12:00", "2026-03-29T11:00:01Z", "1 s late"),
        ("Europe/London", "2026-03-29", "2026-03-29T22:59:59Z", "in time"),
        ("Europe/London", "2026-03-29", "2026-03-29T23:00:01Z", "1 s late"),
        ("Europe/London", "2026-10-25", "2026-10-25T23:59:59Z", "in time"),
        ("Europe/London", "2026-10-25", "2026-10-26T00:00:01Z", "1 s late"),
        # The hour that comes twice, by its offset.
        ("Europe/London", "2026-10-25T01:30+01:00", "2026-10-25T00:30:01Z", "1 s late"),
        ("Europe/London", "2026-10-25T01:30+00:00", "2026-10-25T00:30:01Z", "in time"),
        ("America/New_York", "2026-11-01T12:00", "2026-11-01T16:59:59Z", "in time"),
        ("America/New_York", "2026-11-01T12:00", "2026-11-01T17:00:01Z", "1 s late"),
        # Zones of odd minutes, a change of half an hour, and a country that moved its clocks for good.
        ("Asia/Kathmandu", "2026-05-04T12:00", "2026-05-04T06:14:59Z", "in time"),
        ("Asia/Kathmandu", "2026-05-04T12:00", "2026-05-04T12:00:01+05:45", "1 s late"),
        ("Australia/Lord_Howe", "2026-04-05T12:00", "2026-04-05T01:30:01Z", "1 s late"),
        ("Asia/Almaty", "2024-03-01T12:00", "2024-03-01T06:59:59Z", "in time"),
        ("Asia/Almaty", "2024-03-01T12:00", "2024-03-01T07:00:01Z", "1 s late"),
        # 24:00, and a last minute of which nobody says whether it counts.
        ("Europe/Berlin", "2026-05-04T24:00", "2026-05-04T21:59:59Z", "in time"),
        ("Europe/Berlin", "2026-05-04T24:00", "2026-05-05T00:00:01", "1 s late"),
        ("Europe/Berlin", "2026-05-04T23:59", "2026-05-04T23:59:30", "unclear"),
        # No zone: clocks of one place are compared, and no other.
        (None, "2026-05-04T12:00", "2026-05-04T12:00:01", "1 s late"),
        (None, "2026-05-04T12:00", "2026-05-04T12:00:01Z", "unclear"),
        (None, "2026-05-04T12:00+02:00", "2026-05-04T10:00:01Z", "1 s late"),
        ("Europe/London", "2026-05-04T12:00", "2026-05-04", "unclear"),
    ],
)
def test_a_bid_is_late_by_the_second(zone, deadline, received, said):
    assert judged(zone, deadline, received) == said


@pytest.mark.parametrize(
    ("deadline", "received", "said"),
    [
        # Once at 00:30Z and again at 01:30Z; late by each of the two, and by how much at least is told.
        ("2026-10-25T01:30", "2026-10-25T00:29:59Z", "in time"),
        ("2026-10-25T01:30", "2026-10-25T01:00:00Z", "unclear"),
        ("2026-10-25T01:30", "2026-10-25T02:30:00Z", "3600 s late"),
        ("2026-10-25T12:00", "2026-10-25T01:45", "in time"),
        # The hour that is left out may be meant by the clock before the change, or after it.
        ("2026-03-29T01:30", "2026-03-29T00:29:59Z", "in time"),
        ("2026-03-29T01:30", "2026-03-29T01:00:00Z", "unclear"),
    ],
)
def test_what_both_readings_of_an_hour_of_a_clock_change_agree_on_is_judged(deadline, received, said):
    assert judged("Europe/London", deadline, received) == said


@pytest.mark.parametrize(
    ("who", "received", "said"),
    [
        (["a"], "2026-10-25T13:00:00Z", "in time"),
        (["a"], "2026-10-25T13:00:01Z", "1 s late"),
        (["b"], "2026-10-25T13:00:00Z", "3600 s late"),
    ],
)
def test_an_extension_in_another_offset_moves_the_deadline_of_whom_it_reached(who, received, said):
    given = {"kind": "extension", "date": "2026-10-24T11:00", "until": "2026-10-25T15:00+02:00", "recipients": who}
    assert judged("Europe/London", "2026-10-25T12:00", received, events=[given]) == said
