"""Whether more time that some bidders had may make up for an outage that kept them, and not all, from bidding."""

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.outagewords import portal_failed
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.recipients import meant, told
from fairaudit.procurement.records import Event
from fairaudit.procurement.told import tells

_OF_AN_OUTAGE = late_pattern(
    r"\b(?:outages?|downtime)\b"
    r"|\b(?:portal|platform|website|server|system)\b.{0,40}\b(?:down|fail\w*|unavailab\w*|errors?|crash\w*|inaccessib\w*)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What says of more time that it was given because of an outage; whose it was, and whether it is so, is asked."""


def made_up_for(case: Case, bidders: frozenset[str]) -> bool:
    """Whether an outage of their own is recorded for each of some bidders, so that time given to them may make up for it."""
    met = case.once(_met_an_outage)
    return bool(bidders) and all(meant(case, one) in met for one in bidders)


def _met_an_outage(case: Case) -> frozenset[str]:
    """Return for whom alone an outage is recorded: by their bid, by an event, or by why they were given more time."""
    met = {meant(case, one.bidder) for one in case.bids if one.bidder and tells(one.outage) is not False}
    for one in case.events:
        why = one.kind == "extension" and _for_an_outage(one)
        if (one.kind == "outage" or why) and EVERYBODY not in told(case, one).keys:
            met |= {meant(case, key) for key in told(case, one).keys}
    return frozenset(met)


def _for_an_outage(event: Event) -> bool:
    """Whether a reason, or the words, of more time speak of an outage and do not deny it."""
    said = (one for one in (event.reason, event.text) if one)
    return any(_OF_AN_OUTAGE.search(one) and portal_failed(one) is not False for one in said)
