"""The clock of a case: how much time stretches cover together."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from fairaudit.procurement.clock import ZONES, Clock, zone_of_country
from fairaudit.procurement.model.scalars import When
from tests.checks.timed_cases import case_of

LONDON = Clock(ZoneInfo("Europe/London"))


def when(text: str) -> When:
    moment = datetime.fromisoformat(text)
    return When(moment.date(), moment.time() if "T" in text else None, moment.utcoffset())


def covered(clock: Clock, *stretches: str) -> timedelta | None:
    return clock.covered([(when(first), when(last)) for first, last in (one.split("/") for one in stretches)])


@pytest.mark.parametrize(
    ("hours", "stretches"),
    [
        (2, ["2026-03-05T09:00/2026-03-05T11:00"]),
        (2, ["2026-03-05T09:00/2026-03-05T11:00", "2026-03-05T09:00/2026-03-05T11:00"]),
        (3, ["2026-03-05T10:00/2026-03-05T12:00", "2026-03-05T09:00/2026-03-05T11:00"]),
        (4, ["2026-03-05T09:00/2026-03-05T13:00", "2026-03-05T10:00/2026-03-05T11:00"]),
        (2, ["2026-03-05T09:00/2026-03-05T10:00", "2026-03-05T10:00/2026-03-05T11:00"]),
        (2, ["2026-03-06T09:00/2026-03-06T10:00", "2026-03-05T09:00/2026-03-05T10:00"]),
        (72, ["2026-03-05/2026-03-06", "2026-03-06/2026-03-07"]),
    ],
)
def test_what_stretches_share_counts_once(hours: int, stretches: list[str]):
    assert covered(Clock(), *stretches) == covered(LONDON, *stretches) == timedelta(hours=hours)


def test_time_goes_by_where_the_clocks_change():
    assert covered(LONDON, "2026-10-24T12:00/2026-10-25T12:00") == timedelta(hours=25)
    # 01:15+01:00 is 45 minutes before 01:00+00:00, though the clock on the wall shows more.
    apart = "2026-10-25T00:15+01:00/2026-10-25T01:15+01:00", "2026-10-25T01:00+00:00/2026-10-25T02:00+00:00"
    assert covered(LONDON, *apart) == timedelta(hours=2)
    shared = "2026-10-25T00:15+01:00/2026-10-25T02:00+01:00", "2026-10-25T00:30Z/2026-10-25T01:30Z"
    assert covered(Clock(), *shared) == timedelta(hours=2, minutes=15)


def test_stretches_on_two_clocks_without_a_zone_cannot_be_laid_over_each_other():
    assert covered(Clock(), "2026-03-05T09:00/2026-03-05T11:00", "2026-03-05T09:00Z/2026-03-05T11:00Z") is None
    assert covered(LONDON, "2026-03-05T09:00/2026-03-05T11:00", "2026-03-05T09:00Z/2026-03-05T11:00Z") == timedelta(
        hours=2
    )


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ({"buyer": {"country": "GB-SCT"}}, "Europe/London"),
        ({"buyer": {"country": "UK"}}, "Europe/London"),
        ({"buyer": {"country": "de"}}, "Europe/Berlin"),
        ({"buyer": {"country": "GB"}, "time_zone": "Europe/Lisbon"}, "Europe/Lisbon"),
        ({"buyer": {"country": "PT"}}, None),
        ({"buyer": {"country": "US"}}, None),
        ({}, None),
    ],
)
def test_the_zone_is_the_tenders_or_that_of_the_buyers_country_where_it_has_one(place, zone):
    found = case_of({"tender": place}).clock.zone
    assert (found.key if found else None) == zone


def test_every_country_that_has_one_zone_has_one_that_there_is():
    assert [country for country in ZONES if zone_of_country(country) is None] == []
