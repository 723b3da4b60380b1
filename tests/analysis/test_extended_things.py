"""What an extension is of, by its own words."""

import pytest

from fairaudit.analysis.messages.extended_things import extends_something_else, extends_validity
from tests.work import ends


@pytest.mark.parametrize(
    "text",
    [
        "Bid validity extended.",
        "Please extend the validity of your tender until 30 September.",
        "Extension of the validity period of all offers",
        "Please extend the validity of your tender by 60 days.",
        "The bidder agreed that its offer shall remain valid.",
        "The bidder agreed to keep its offer open until 25 September.",
        "Hold your tender open for acceptance until June",
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


def test_small_words_over_and_over_are_not_read_for_ever():
    with ends():
        assert not extends_something_else("the all of your " * 6_000)
