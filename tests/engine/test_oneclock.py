"""Moments of one message: on one clock where they are written on two, as they stand where they are written alike."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from fairaudit.engine.facts import fill
from fairaudit.engine.oneclock import on_one_clock
from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When

LONDON = Clock(ZoneInfo("Europe/London"))
NOON = When(date(2026, 7, 16), time(12))
UTC = When(date(2026, 7, 16), time(11, 59, 59), timedelta(0))
SUMMER = When(date(2026, 7, 16), time(12, 59, 59), timedelta(hours=1))
DAY = When(date(2026, 7, 16))


def said(received, deadline, clock=LONDON):
    values = {"received": received, "deadline": Node(("bids", 0, "deadline"), deadline), "bidder": "Alder"}
    return fill("{bidder} came on {received}; the deadline was {deadline}", on_one_clock(values, clock))


@pytest.mark.parametrize(
    ("received", "deadline", "words"),
    [
        (UTC, NOON, ("16 July 2026 12:59:59 (+01:00)", "16 July 2026 12:00 (+01:00)")),
        (NOON, UTC, ("16 July 2026 12:00 (+01:00)", "16 July 2026 12:59:59 (+01:00)")),
        (UTC, SUMMER, ("16 July 2026 12:59:59 (+01:00)", "16 July 2026 12:59:59 (+01:00)")),
        (NOON, NOON, ("16 July 2026 12:00", "16 July 2026 12:00")),
        (UTC, UTC, ("16 July 2026 11:59:59 (+00:00)", "16 July 2026 11:59:59 (+00:00)")),
        (UTC, DAY, ("16 July 2026 11:59:59 (+00:00)", "16 July 2026")),
    ],
)
def test_two_hours_in_one_message(received, deadline, words):
    assert said(received, deadline) == "Alder came on {}; the deadline was {}".format(*words)


def test_without_a_known_clock_nothing_is_changed():
    assert said(UTC, NOON, Clock()) == (
        "Alder came on 16 July 2026 11:59:59 (+00:00); the deadline was 16 July 2026 12:00"
    )
