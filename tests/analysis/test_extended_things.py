"""What an extension is of, by its own words."""

from datetime import date

import pytest

from fairaudit.analysis.messages.extended_things import extends_asking_alone, extends_something_else, extends_validity
from tests.work import ends


@pytest.mark.parametrize(
    "text",
    [
        "Bid validity extended.",
        "The period during which tenders must remain valid is extended to 5 June 2026.",
        "Please extend the validity of your tender until 30 September.",
        "Extension of the validity period of all offers",
        "Please extend the validity of your tender by 60 days.",
        "The bidder agreed that its offer shall remain valid.",
        "The bidder agreed to keep its offer open until 25 September.",
        "Hold your tender open for acceptance until June",
        "Extension . Please extend the validity of your bids to 30 June",
        "Bid validity is extended for another 30 days, and we thank you",
    ],
)
def test_how_long_bids_hold_is_no_time_to_bid(text):
    assert extends_validity(text)
    assert extends_something_else(text)


@pytest.mark.parametrize(
    "text", ["The deadline for questions is extended.", "Clarification period extended", "Time for site visits"]
)
def test_questions_and_visits_are_something_else_and_no_validity(text):
    assert extends_something_else(text)
    assert not extends_validity(text)


@pytest.mark.parametrize(
    "text",
    [
        "The tender will remain open until 6 April.",
        "We keep the tender open until 6 April.",
        "Deadline for questions and submissions extended",
        "Bid validity and the time to submit are extended.",
        "Deadline extended to 6 April",
        "Deadline extended to 6 April, bid validity unchanged",
        "Bid validity as before; new closing date 6 April",
        "",
    ],
)
def test_time_to_bid_is_not_something_else(text):
    assert not extends_something_else(text)
    assert not extends_validity(text)


def test_questions_beside_the_validity_leave_doubt():
    assert not extends_validity("Bid validity and the deadline for questions are extended.")


def test_what_may_be_another_time_beside_the_validity_leaves_doubt():
    assert not extends_validity("Two weeks more; bid validity runs from then")
    assert extends_something_else("Two weeks more; bid validity runs from then")


@pytest.mark.parametrize(
    "text",
    [
        "You have until noon on 5 April 2026. Offers shall remain valid for 90 days.",
        "We extend by one week. Validity of bids unchanged.",
        "Extended because the validity of a certificate was questioned.",
        "Owing to the validity of the licence, we have extended until 5 April.",
        "Now 5 April 2026 12:00; offers remain valid",
        "Extended to 5 April, and offers to remain valid for 90 days",
        "Bid validity remains 90 days",
    ],
)
def test_validity_in_passing_leaves_open_what_is_extended(text):
    assert extends_something_else(text)
    assert not extends_validity(text)


@pytest.mark.parametrize(
    "text", ["the " * 40_000 + "bids", "are " * 40_000 + "valid", "your bids are " * 10_000, "the all of your " * 6_000]
)
def test_small_words_over_and_over_are_not_read_for_ever(text):
    with ends():
        extends_something_else(text)
        extends_validity(text)


@pytest.mark.parametrize(
    "text",
    [
        "Questions extended to 3 May; bid deadline as before",
        "Clarification deadline extended. Tender deadline unchanged.",
        "The Q&A window is extended to 3 May, submission date stays the same",
        "The deadline for site visits moves to 3 May; the closing date for tenders remains 2 May 2026 at 12:00",
        "Extension of the clarification period to 3 May. All bids are still due by the deadline as published.",
    ],
)
def test_what_says_that_the_deadline_for_bids_stays_gives_time_to_ask_alone(text):
    assert extends_asking_alone(text, date(2026, 5, 3))
    assert extends_something_else(text, date(2026, 5, 3))


@pytest.mark.parametrize(
    "text",
    [
        "Questions extended to 3 May",
        "Questions extended to 28 April; bid deadline as before",
        "Questions extended to 1 May; bid deadline 3 May",
        "Questions and bid deadline extended to 3 May; contract start as before",
        "Bid deadline extended to 3 May; questions as before",
        "Bid validity extended to 3 May; bid deadline as before",
        "Questions extended; the time of the deadline stays 12:00",
    ],
)
def test_what_does_not_say_so_or_names_another_day_is_not_plain(text):
    assert not extends_asking_alone(text, date(2026, 5, 3))
