"""Which one thing decides by the words of a method of award: the lowest or the highest price, quality, or the most points.

A price decides alone only where nothing of scoring and of other criteria stands in the sentence: "the highest price score"
is a score, and "quality and the lowest price" are two things.
"""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.award.plain import COMPLIANT, QUALITY_ALONE, SIGNAL, aside, says_nothing

HIGHEST, LOWEST, PRICE, QUALITY, POINTS = "highest price", "lowest price", "price", "quality", "points"
SUM = "highest sum"
"""One of points where points are given for quality, and else of money; of a price alone it may be open which wins."""

_SCORED = (
    r"(?:score\w*|scoring|points?|marks?|marking|ratings?|rated|quality|merit|ratio|weight\w*|technical\w*|criteri\w+"
    r"|total of)"
)
_OF_SCORES = late_pattern(rf"\b{_SCORED}\b", re.IGNORECASE)
_SOLE_CRITERION = late_pattern(
    r"\b(?:(?:the )?(?:only|sole|single) (?:award )?criterion(?: is| will be|:)?|award criterion(?: is| will be|:))",
    re.IGNORECASE,
)
_BUYER = (
    r"(?:(?:buyer|authority|council|owner|seller|landlord|landowner|lessor|grantor|city|town|municipality|county|state|trust"
    r"|university|school|board|district|parish)s?)"
)
_TO_BUYER = rf"(?:to|for) (?:the )?(?:contracting )?{_BUYER}"
_PAID = (
    r"(?:fees?|rent|royalt(?:y|ies)|premium|payments?|return|income|revenue"
    r"|(?:percentage|share|part|proportion) of (?:the )?(?:\w+ )?(?:turnover|revenue|income|takings|sales|profits?))"
)
_KIND = r"(?:(?:annual|total|concession|monthly|yearly|guaranteed|minimum|net|licen[cs]e) )*"
_TOP = r"(?:highest|largest|biggest|greatest|maximum|most)"
_PAYS_MOST = rf"(?:pays?|offers? to pay|returns?)(?: (?:the )?{_BUYER})? (?:the )?(?:most|highest)"
_HIGHEST = late_pattern(
    rf"^(?P<before>(?:[\w-]+ ){{0,12}}?)(?:highest {_KIND}(?:price|bid|offer|(?:sum|amount)(?= (?:offered|paid|{_TO_BUYER})))"
    rf"|{_TOP} {_KIND}{_PAID}|{_PAYS_MOST}|best {_KIND}price (?={_TO_BUYER})|best {_KIND}(?:rent|premium|return)"
    r"|(?:sold|let|leased|given|goes|awarded) to the highest bidder|^highest bidder)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_TO_WHOM = late_pattern(rf"\b(?:(?:paid|offered|payable) )?{_TO_BUYER}\b|\b(?:paid|offered|payable)\b", re.IGNORECASE)
_SUM = late_pattern(
    r"^(?:[\w-]+ ){0,8}highest (?:(?:total|overall) )?(?:sum|amount)(?P<rest>(?! (?:of|for|in)\b).*)$", re.IGNORECASE
)
_LOWEST = late_pattern(
    r"\b(?:lowest (?:(?:total|overall|tendered|tender|bid|offered) )?price|cheapest"
    r"|lowest[- ]priced(?! \w+ (?:bid|tender|offer))|lowest[- ](?:priced +)?acceptable (?:bid|tender|offer)"
    r"|lowest[- ](?:(?:priced|evaluated|responsive|responsible|compliant|valid) )*(?:bid|tender|offer|bidder|tenderer)"
    r"|whose (?:(?:total|tender|tendered|bid) )?(?:price|sum|bid|tender|offer) is (?:the )?lowest)(?![\w-])",
    re.IGNORECASE,
)
_PRICE_ALONE = late_pattern(
    r"^(?:award(?:ed)? (?:is |will be )?(?:made )?(?:on|by|on the basis of) )?(?:the )?price (?:(?:alone|only)(?:"
    r" (?:decides|counts|wins))?"
    r"|decides|wins|is the (?:only|sole) (?:award )?criterion)$|^(?:only (?:the )?price (?:decides|counts)|100 ?(?:%|per"
    r" ?cent) price)$",
    re.IGNORECASE,
)
_ACCEPTABLE = late_pattern(r"\btechnically (?=(?:acceptable|compliant)\b)|\(LPTA\)", re.IGNORECASE)
_FIRST = late_pattern(r"\b(?:is|are|comes?|ranked|placed|put) first\b", re.IGNORECASE)
_RANKED_BY_PRICE = late_pattern(r"\branked by price\b", re.IGNORECASE)
_MOST_POINTS = late_pattern(
    r"\b(?:(?:most|highest|greatest)(?: (?:number|sum|amount|total) of)? (?:[\w/-]+ ){0,6}?(?:points|scores?|totals?|marks?)"
    r"|highest[- ](?:scoring|scored|ranked|ranking|rated)|scor(?:es|ing) (?:the )?highest|most do)\b",
    re.IGNORECASE,
)
_NAMES_THE_HIGHEST = late_pattern(
    rf"\b(?:highest (?:[\w-]+ ){{0,2}}(?:{_PAID}|price|sum|amount|bid|offer|bidder)|{_TOP} {_KIND}{_PAID}|{_PAYS_MOST}"
    rf"|{_PAID} {_TO_BUYER}|best {_KIND}price {_TO_BUYER})\b(?!(?:[ /-](?:and |or )?(?:\w+ )?{_SCORED})| of {_SCORED})",
    re.IGNORECASE,
)


def way_of(sentence: str) -> str:
    """Return which one thing decides by a sentence that says nothing else; empty where none does."""
    sentence = _ACCEPTABLE.sub("", _FIRST.sub(" ", aside(sentence))).strip()
    if _PRICE_ALONE.match(sentence):
        return PRICE
    if not _OF_SCORES.search(COMPLIANT.sub(" ", _SOLE_CRITERION.sub(" ", sentence))):
        price = _price_in(sentence)
        if price:
            return price
    if QUALITY_ALONE.search(sentence):
        return QUALITY
    return POINTS if _MOST_POINTS.search(sentence) else ""


def _price_in(sentence: str) -> str:
    found = _HIGHEST.match(sentence)
    if found is not None:
        plain = says_nothing(_TO_WHOM.sub(" ", found["rest"])) and not SIGNAL.search(found["before"])
        return HIGHEST if plain else ""
    found = _SUM.match(sentence)
    if found is not None:
        return SUM if says_nothing(found["rest"]) else ""
    rest = _SOLE_CRITERION.sub(" ", COMPLIANT.sub(" ", _RANKED_BY_PRICE.sub(" ", sentence)))
    rest, number = _LOWEST.subn(" ", rest)
    return LOWEST if number == 1 and says_nothing(rest) else ""


def speaks_of_the_highest(text: str) -> bool:
    """Return whether words name a highest price, fee or the like, or a highest bidder, in whichever sentence."""
    return _NAMES_THE_HIGHEST.search(text) is not None


def speaks_of_the_lowest(text: str) -> bool:
    """Return whether words name a lowest price, or the cheapest or cheaper of tenders, in whichever sentence."""
    return _LOWEST.search(text) is not None or re.search(r"\bcheap(?:er|est)\b", text, re.IGNORECASE) is not None
