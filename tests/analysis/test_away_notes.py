"""Which contacts are automatic replies of somebody who is away, and say no more."""

import time

import pytest

from fairaudit.analysis.messages.away_notes import is_an_away_note


@pytest.mark.parametrize(
    "text",
    [
        "I am on leave until Monday. Please use the portal.",
        "Out of office: back on 12 May",
        "Automatic reply: I am out of the office from 4 to 12 May 2026. Your e-mail will not be forwarded.",
        "Thank you for your message. I am currently away from my desk until tomorrow. Please send questions via the portal.",
        "The office is closed on 6 April. We will reply on Tuesday.",
        "Autoreply. I am on annual leave until 1st June and have no access to my e-mails.",
    ],
)
def test_somebody_is_away(text):
    assert is_an_away_note((text,))
    assert is_an_away_note((None, text))


@pytest.mark.parametrize(
    "text",
    [
        "I am on leave until Monday; the budget is 40,000",
        "I am on leave until Monday. The deadline will be moved.",
        "I am on leave, but your price is too high",
        "Please use the portal.",
        "I am on leave. Please call my colleague about the scope.",
        "We are away from the lowest price",
        "We are closed to bids from Birch",
        "",
    ],
)
def test_more_is_said_or_nothing_of_it(text):
    assert not is_an_away_note((text,))


def test_long_texts_are_read_at_once():
    start = time.monotonic()
    for tail in (" on monday" * 4000, " 1" * 8000, " i am" * 6000):
        assert not is_an_away_note((f"I am on leave{tail} §x",))
    assert time.monotonic() - start < 5
