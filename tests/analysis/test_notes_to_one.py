"""Everyday notes to one bidder: receipts, appointments, what it declines; and those with something of the contract in them."""

import pytest

from fairaudit.analysis.messages.own_notes import is_an_own_note
from fairaudit.analysis.messages.says_it_leaves import only_leaves
from fairaudit.analysis.messages.to_one import is_a_note


@pytest.mark.parametrize(
    "text",
    [
        "Your bid was received on 29 October 2026 16:20, receipt 8841",
        "Your bid has been received. Receipt 8841.",
        "Bid received 29.10.2026 16:20:13",
        "we confirmed that it had opened the data room",
        "we confirmed receipt of bulletin 1",
        "we says it needs no visit",
        "Thank you, we do not need the visit on Tuesday",
        "Your visit is booked for 29 September at 10:00, meet at the depot gate",
        "Your presentation is on 10 November at 12:00 in room 4; you have 60 minutes",
        "Please sign the confidentiality agreement to open the data room",
        "Please sign and return the NDA before you open the data room",
        "Your password for the data room is in a separate message",
        "Reminder: you have not yet opened bulletin 1 of 5 October, which all bidders have",
    ],
)
def test_notes_that_are_nothing(text):
    assert is_a_note(text, None)


@pytest.mark.parametrize(
    "text",
    [
        "Your bid was received; please lower the price for lot 2",
        "Your visit is booked; the depot has 42 vans",
        "Your password is in a separate message, and note the floor area is 4,000 m2",
        "Reminder: bulletin 3 and the budget is 40,000",
        "Your presentation is on 10 November; concentrate on the price",
        "Your presentation should show the new depot layout",
        "Please sign the NDA; it opens the cost data of the incumbent",
        "You do not need to visit the depot",
        "we declines the visit and was told the layout",
        "The visit of the others is on 3 March",
        "Receipt 8841: your bid is the third",
    ],
)
def test_notes_with_more_in_them(text):
    assert not is_a_note(text, None)


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("we will not bid", True),
        ("we has decided not to tender", True),
        ("we asks to be removed from the list", True),
        ("We will not be bidding. Regards, Dell", True),
        ("we will not bid unless the term is five years", False),
        ("We will not bid; the term should be five years", False),
        ("We will not bid below 40,000", False),
    ],
)
def test_whether_it_only_leaves(text, leaves):
    assert only_leaves(text) is leaves


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("We have no further questions.", True),
        ("Thank you, we have no further questions at this stage.", True),
        ("No questions from us", True),
        ("We confirm that we have no other queries", True),
        ("We have no further questions but one: may staff transfer?", False),
        ("We have no questions on lot 1. How many sites are in lot 2?", False),
        ("There is no question in the form, is it Q7", False),
    ],
)
def test_whether_it_says_that_nothing_is_asked(text, note):
    assert is_an_own_note(text) is note
