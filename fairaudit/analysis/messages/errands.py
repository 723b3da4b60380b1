"""What somebody came or rang for that is no talk of a tender: to hand in a bid, by mistake, or to come to a visit.

`Delivered the sealed bid to reception; receipt given` is an errand. `Delivered the bid and spoke to the panel` is none: every
part must be about the errand and no more.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.calendars import MONTHS_SAID
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.not_spoken_of import parts

_OF_THEIRS = r"(?:(?:the|a|an|its|their|his|her|one|two|three|four|five|\d|sealed|closed|paper|hard|printed|signed) )*"
_BID = r"(?:bids?|tenders?|offers?|envelopes?|submissions?|parcels?|packages?|copy|copies)(?: documents?| envelopes?)?"
_DESK = (
    r"(?:the )?(?:main |front |town hall |council )?"
    r"(?:reception|receptionist|front desk|desk|post ?room|mail ?room|tender box|bid box|security|porters?|registry)"
)
_HANDED = late_pattern(
    rf"(?:(?:courier|driver|bidder|they|he|she) )?(?:delivered|handed in|handed over|dropped off|brought|left|lodged|deposited) "
    rf"{_OF_THEIRS}{_BID}(?: by hand)?(?: (?:to|at|in|with|into) {_DESK})?"
    rf"|{_OF_THEIRS}{_BID} (?:was |were )?(?:delivered|handed in|handed over|dropped off|left)(?: by hand)?"
    rf"(?: (?:to|at|in|with|into) {_DESK})?"
)
_RECEIPT = late_pattern(
    r"(?:a )?receipt (?:was )?(?:given|signed|issued|handed over)|(?:got|given|signed for) (?:a )?receipt"
)
_WRONG = late_pattern(
    r"(?:(?:rang|called|reached|phoned|got) )?(?:the )?wrong (?:department|number|extension|office|team|person|line|desk)"
    r"|misdialled|dialled (?:the )?wrong number"
)
_MEANT = late_pattern(
    r"(?:(?:they|he|she|caller) )?(?:wanted|meant|was after|were after|was looking for|"
    r"(?:was |were )?(?:put|transferred|passed|sent|directed) (?:through |on )?to) (?:the )?"
    r"(?!tend|bid|procure|contract|evaluat|panel|price|budget|client|buyer|buying|commission|advice|help|inform|answer|clarif)"
    r"(\w+)(?: (?:team|department|office|desk|line))?"
)
_VISIT = r"(?:(?:the|their|its|our) )?(?:site )?(?:visits?|viewing|open day)"
_NO_MATTER = (
    r"(?!.*\b(?:told|gave|explained|discussed|budget|prices?|estimates?|scor\w+|criteri\w+|bids?|scope|offers?)\b)"
)
# Every word has its own space before it, so that there is one way alone to read a text.
_OF_TIME = (
    r"(?: (?:at|on|is|from|to|for|the|your|by|are|will|be|a|am|pm|of|th|st|nd|rd|tomorrow|today|noon|morning|afternoon|"
    rf"(?:mon|tues|wednes|thurs|fri|satur|sun)day|{'|'.join(MONTHS_SAID)}|\d\w*)){{0,10}}"
)
_COMING = late_pattern(
    rf"{_NO_MATTER}(?:"
    rf".*\b(?:minutes?|hours?|a (?:bit|little)|running|be|be slightly) late (?:for|to) {_VISIT}"
    rf"|.*\b(?:where|how) (?:to|they (?:could|can|may|should)) park (?:for|at|on the day of) {_VISIT}"
    rf"|.*\b(?:parking|car park|place to park|directions) (?:for|at) {_VISIT}"
    rf"|(?:(?:your|their|its|the|a|confirmed|booked) )*(?:slot|turn|appointment|time) (?:for|at|of) {_VISIT}{_OF_TIME}"
    rf"|(?:(?:confirmed|booked|the|your|their|its) )*(?:site )?(?:visit|viewing) (?:slot|time|appointment){_OF_TIME}"
    rf"|.*\b(?:link|way|address) (?:to|of) the (?:portal|notice|tender notice|contract notice)(?: (?:was )?(?:sent|given))?)"
)
_CLOCK = late_pattern(r"\b(\d{1,2})[:.](\d\d)\b")
_PLACE = late_pattern(
    rf"{_NO_MATTER}(?:please )?meet (?:\w+ ){{0,4}}(?:at|by|in front of)(?: \w+){{1,5}}"
    rf"|{_NO_MATTER}(?:please )?(?:bring|wear)(?: [\w-]+){{1,5}}"
    r"|(?:told|was told|sent to|shown|directed to|given) (?:the )?(?:(?:north|south|east|west|main|visitors?|rear) )*car park"
)


@lru_cache(maxsize=4096)
def is_an_errand(texts: tuple[str | None, ...]) -> bool:
    """Whether all that is told of a contact is that a bid was handed in, or that somebody else was meant."""
    said = _parts(texts)
    handed = any(_HANDED.fullmatch(one) for one in said)
    wrong = any(_WRONG.fullmatch(one) for one in said)
    if handed:
        return all(_HANDED.fullmatch(one) or _RECEIPT.fullmatch(one) for one in said)
    return wrong and all(_WRONG.fullmatch(one) or _MEANT.fullmatch(one) for one in said)


def is_about_coming(texts: tuple[str | None, ...]) -> bool:
    """Whether all that is told of a contact is about how or when to come to a visit, or where the portal is."""
    said = _parts(texts)
    coming = [one for one in said if _COMING.fullmatch(one)]
    return bool(coming) and all(_COMING.fullmatch(one) or _PLACE.fullmatch(one) for one in said)


def _parts(texts: tuple[str | None, ...]) -> list[str]:
    # A time of day is one word.
    return [part for text in texts if text for part in parts(_CLOCK.sub(r"\1h\2", text))]
