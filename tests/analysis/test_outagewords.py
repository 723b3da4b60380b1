"""What is told of an outage excuses a late bid only where it plainly says that the portal failed."""

import pytest

from fairaudit.analysis.outagewords import portal_failed


@pytest.mark.parametrize(
    "text",
    [
        "Portal down from 11:30; restored 12:10",
        "The portal was not working from 11:50 to 12:15",
        "The e-tendering system was unavailable between 11:30 and 12:20, as the provider confirmed",
        "Portal outage on 12 May, incident INC0042; no fault of the bidder",
        "The supplier's upload failed because the portal was down",
        "no upload from 11:40 to 12:30",
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
    ],
)
def test_it_can_be_read_two_ways(text):
    assert portal_failed(text) is None
