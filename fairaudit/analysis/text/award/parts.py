"""What the patterns of a method of award are made of: figures and counts, verbs, bids, who bids, buys and scores, meetings."""

from __future__ import annotations

from fairaudit.analysis.calendars import MONTHS_SAID

FIGURE = r"\d+(?:\.\d+)?"
"""A number of points or per cent, with its decimals."""
TWO_TO_TEN = "two|three|four|five|six|seven|eight|nine|ten"
COUNT = rf"(?:\d+|{TWO_TO_TEN})"
"""How many people, days or years."""
POINTS = r"(?: (?:points|marks))?"
"""What may stand behind a figure."""

_WILL_BE = "will be|shall be"
IS = rf"(?:is|are|{_WILL_BE})"
ARE = rf"(?:are|{_WILL_BE})"
BEING = rf"(?:is|are|be|been|{_WILL_BE})"
IS_OR_MUST_BE = rf"(?:is|are|{_WILL_BE}|must be)"
IS_OR_WAS = rf"(?:is|are|was|were|{_WILL_BE}|must be|has been|have been)"
ARE_NOT = r"(?:are not|(?:will|shall) not be)"

BIDS = r"(?:bids|tenders|offers|proposals|submissions)"
BIDDER = r"(?:bidder|tenderer|supplier)"
BIDDERS = r"(?:bidders|tenderers|suppliers)"
ALL_BIDDERS = r"(?:(?:all|the|each|every|unsuccessful|successful) )*(?:bidders?|tenderers?|suppliers?)"

_OFFICES = "council|authority|buyer|purchaser"
BUYER = rf"(?:the )?(?:(?:contracting )?(?:{_OFFICES}|trust|municipality)|we)"
BUYER_OR_WE = rf"(?:(?:contracting )?(?:{_OFFICES})|we)"
PANEL = r"(?:evaluation )?(?:panel|committee|jury)"
OF_THE_PANEL = rf"(?: of the {PANEL})?"
SCORERS = (
    r"(?:(?:the|all|each|every|panel|evaluation|individual) )*(?:members?|evaluators?|assessors?|panel|committee|jury)"
    rf"{OF_THE_PANEL}"
)
BY_THEMSELVES = "alone|individually|independently|separately"
"""How members of a panel score before they meet."""
MODERATION = r"(?:an? |the )?(?:moderation|consensus)"
MEETING = r"(?: meeting| session)"
"""What stands behind `moderation`, where it is said that people meet for it."""

STANDSTILL = r"(?:mandatory )?standstill(?: period)?"
DAYS = r"(?:calendar |working |clear )?days"
MONTH = rf"(?:{'|'.join(MONTHS_SAID)})"
