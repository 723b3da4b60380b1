"""What an event that names nobody says: plainly published to all, or to somebody, somewhere, or some time else."""

import pytest

from fairaudit.procurement.received.published import is_for_all
from tests.checks.timed_cases import case_of

PLAIN = """
Published on the portal to all bidders
Put on the website
Answers to all questions so far were published on the website
Published to all registered suppliers on the portal
Sent to every bidder
Published on the council's website in reply to a question
Bulletin 3
Published to bidders via the portal
Published with the tender
Published. Bidders can read it on the portal
Was published on 5 May 2026 on the tender website
Answers Q1 to Q4 published on the portal
Uploaded to the website on the same day
Published for all
Published: Addendum 2 posted to SAM.gov
Published to Contracts Finder and Find a Tender
Posted to SAM.gov
Addendum 2 was uploaded to SAM
Posted on Contracts Finder
"""
OPEN = """
Published to the steering board
Published to Teal
Sent to Sam
Published to Ted
Will be posted to SAM.gov
Draft uploaded to TED
Put on the staff website
Staff bulletin 2
Published for the evaluation panel
Published among the framework suppliers
To be published on the website after the award
Will be published on the website
Published on the website after the contract award
To appear in the bulletin
Submitted for publication
Publication pending
Published to all bidders who attended the visit
Circulated to all bidders present
Published to all bidders of lot 2
Published to nearly all bidders
Published to all local bidders
All bidders apart from Pintail
Not published
Put on the website for Pintail
"""


def said(text):
    event = f'{{kind: document, document: Answer to Q3, text: "{text}", date: 2026-03-12}}'
    case = case_of(f"bids: [{{bidder: Pintail}}]\nevents: [{event}]\n")
    return is_for_all(case, case.events[0])


@pytest.mark.parametrize("text", PLAIN.strip().splitlines())
def test_what_is_plainly_published_is_for_all(text):
    assert said(text)


@pytest.mark.parametrize("text", OPEN.strip().splitlines())
def test_what_is_for_somebody_or_still_to_come_is_not_plainly_for_all(text):
    assert not said(text)
