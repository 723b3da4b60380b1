"""What is told of an outage excuses a late bid only where it plainly says that the portal failed."""

from datetime import datetime

import pytest

from fairaudit.analysis.outagehours import spans
from fairaudit.analysis.outagewords import portal_failed


@pytest.mark.parametrize(
    "text",
    [
        "Portal down at the deadline",
        "Portal outage, incident INC0042; no fault of the bidder",
        "Portal outage confirmed by the supplier of the portal",
        "The supplier's upload failed because the portal was down",
        "Portal log 17",
    ],
)
def test_the_portal_failed(text):
    assert portal_failed(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "The supplier's own broadband failed",
        "Bidder reported an internet outage at its office",
        "Power cut at the bidder",
        "Bidder's system crashed",
        "none reported by the portal provider",
        "Portal provider confirms no outage",
        "No evidence of an outage",
        "Portal working normally",
        "n/a",
        "",
    ],
)
def test_it_did_not_or_the_bidders_own_side_failed(text):
    assert portal_failed(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "alleged, not proven",
        "Unverified",
        "Portal outage not confirmed",
        "The bidder says the portal was down",
        "The bidder's computer crashed while the portal was open",
        "Power cut at the council's data centre",
        "Alder's server failed",
        "Alder could not reach the portal",
        "Internet outage",
        "To be confirmed with the provider",
        "Yes",
        "Portal outage on 12 May, incident INC0042",
        "Portal outage resolved at 10:00",
        "The portal was down last week",
        "The portal was not working for 30 seconds",
        "Portal down for Birch only",
        "Portal outage in the test environment",
        "Portal down; but Alder did not try",
        "Portal outage could not be reproduced",
    ],
)
def test_it_can_be_read_two_ways(text):
    assert portal_failed(text) is None


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Portal down from 11:30; restored 12:10", True),
        ("The e-tendering system was unavailable between 11:30 and 12:20, as the provider confirmed", True),
        ("Portal down on 30 March from 11.30 am to 12.30 pm", True),
        ("no upload from 11:40 to 12:30", True),
        ("System unavailable 11:45-12:35 (provider incident INC-221)", True),
        ("Upload service failed for all bidders between 11:40 and 12:30", True),
        ("Provider log: error 503 from 11:50 until 12:38", True),
        ("Portal down from 08:00 to 08:20", False),
        ("The portal was not working from 12:10 to 12:20", False),
        ("Portal down on 3 April from 11:30 to 12:30", False),
        ("Portal down last week from 11:30 to 12:30", False),
        ("Portal down for Birch only from 11:30 to 12:30", False),
        ("Portal down at 11:30, 12:30", False),
        ("Portal down from 11:30", False),
        ("The bidder says the portal was down from 11:30 to 12:30", False),
        ("Alder's system unavailable 11:45-12:35", False),
        ("Internet outage 11:45-12:35", False),
        ("Portal working normally from 11:30 to 12:30", False),
    ],
)
def test_hours_hold_the_deadline(text, held):
    assert (portal_failed(text) is True and spans(text, datetime(2026, 3, 30, 12))) is held
