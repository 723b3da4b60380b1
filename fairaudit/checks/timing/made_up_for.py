"""Whether more time that some bidders had may make up for an outage that kept them, and not all, from bidding."""

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.outagewords import portal_failed
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.received.recipients import meant, told

_THING = r"(?:portal|platform|website|server|system)"
_FAILED = r"(?:down|fail\w*|unavailab\w*|errors?|crash\w*|inaccessib\w*)"
_OF_AN_OUTAGE = late_pattern(
    rf"\b(?:outages?|downtime)\b|\b{_THING}\b.{{0,40}}\b{_FAILED}\b", re.IGNORECASE | re.DOTALL
)
"""What says of more time that it was given because of an outage; whose it was, and whether it is so, is asked."""
_DENIED = late_pattern(
    r"\bnot (?:given )?(?:because|due to|owing to|on account of|caused by|as a result of)\b(?:(?!\bbut\b)[^.;,:])*"
    r"|\b(?:no|nor|without|other than|rather than|instead of|apart from)(?: an| any| the)? (?:\w+ ){0,2}?"
    r"(?:outages?|downtime|failures?|errors?)\b"
    rf"|\b{_THING}\b[^.;,:]{{0,20}}?(?:\b(?:not|never)|n['\u2019]t) (?:been |go |gone )?{_FAILED}\b"
    r"|\boutages? (?:was |were |is |has been )?(?:ruled out|denied)\b",
    re.IGNORECASE,
)
"""What of a reason denies an outage: `not because the portal failed`. What else is told beside it stays."""


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
    return any(_OF_AN_OUTAGE.search(_DENIED.sub(" ", one)) and portal_failed(one) is not False for one in said)
