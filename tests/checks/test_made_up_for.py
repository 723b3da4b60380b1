"""Which reasons for more time tell of an outage, and which deny one."""

import pytest

from fairaudit.checks.timing.made_up_for import made_up_for
from tests.checks.timed_cases import case_of


def made_up(reason):
    case = f"bids: [{{bidder: Alder}}, {{bidder: Birch}}]\nevents: [{{kind: extension, bidder: Alder, reason: {reason!r}}}]"
    return made_up_for(case_of(case), frozenset({"Alder"}))


@pytest.mark.parametrize(
    "reason",
    [
        "The portal was down",
        "Not only because the portal failed",
        "Not asked for earlier because the portal failed",
        "Because the system had failed and not because of illness",
        "No fault of the bidder: portal failed",
        "No outage at Alder, but the portal failed",
    ],
)
def test_a_reason_that_tells_of_an_outage(reason):
    assert made_up(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "Not because the portal failed",
        "Illness at Alder, not because of an outage",
        "No outage",
        "Holidays; the portal was not down",
        "For a reason other than an outage",
        "Outage ruled out",
        "Illness",
    ],
)
def test_a_reason_that_denies_one_or_tells_of_none(reason):
    assert not made_up(reason)
