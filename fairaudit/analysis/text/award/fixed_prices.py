"""Sentences by which documents fix the price themselves, so that no bidder could ask another."""

from __future__ import annotations

import re
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.sentences import sentences

_PRICE = r"(?:price|fee|rate|tariff|budget|charge|remuneration|payment)s?"
_BIDDERS = r"(?:bidder|tenderer|supplier|provider|contractor|applicant|bid|tender|offer)s?"
_EVERY = rf"(?:all|every|each|any)(?: (?:the|of the))? {_BIDDERS}"
_SET = r"(?:fixed|set|regulated|prescribed|stated|published|predetermined|laid down)"
_BY_OTHERS = (
    rf"by (?!(?:the |each |every |its |their |this )*(?:{_BIDDERS}|contract|agreement|market|competition)\b)\w+"
)
_FIXES = late_pattern(
    rf"\b{_PRICE} (?:is|are|was|were|will be|shall be|has been)(?: \w+)? {_SET}"
    rf" (?:at \D{{0,5}}\d|{_BY_OTHERS}|in advance|for {_EVERY})"
    rf"|\b{_PRICE} (?:is|are|will be|shall be)(?: \w+)? (?:the same|identical|equal) for {_EVERY}"
    rf"|\b{_EVERY} (?:is|are|will be|shall be)? ?(?:\w+ )?(?:paid|receives?|gets?) the (?:same )?{_SET} {_PRICE}\b",
    re.IGNORECASE,
)
_NAMES_IT = late_pattern(rf"\b{_SET} {_PRICE}\b(?=.*\b{_EVERY}\b)|\b{_EVERY}\b.*\b{_SET} {_PRICE}\b", re.IGNORECASE)
"""Words that may speak of what bidders fix themselves, but not where they give the figure."""
_IS_SET = late_pattern(rf"\b(?:{_PRICE} (?:is|are|will be|shall be)(?: \w+)? {_SET}|{_SET} {_PRICE})\b", re.IGNORECASE)
_QUALITY_ALONE = late_pattern(
    r"\b(?:only|solely|just|exclusively)(?: (?:on|by|the))* quality\b|\bquality (?:alone|only)\b",
    re.IGNORECASE,
)
_NOT_COMPARED = late_pattern(
    r"\bnot (?:be )?(?:compared|scored|evaluated|competed|weighed|a criterion)\b", re.IGNORECASE
)
_OTHER = late_pattern(
    r"\b(?:not|no|never|max(?:imum)?|ceilings?|cap|capped|up to|exceed\w*|at most|below|under|estimate[ds]?|approximately|about"
    r"|lowest|minimum|at least|firm|term|duration|period|years|indexation|increase[ds]?"
    r"|unless|if|may|own|its|their|offered|tendered)\b",
    re.IGNORECASE,
)
"""What makes a sentence one of limits, of guesses or of how long a price stands."""
_MONEY = late_pattern(r"\d{1,3}(?:[ ,.]\d{3})+(?:\.\d+)?|\d{3,}(?:\.\d+)?")


def fixes_the_price(text: str, price: Decimal) -> bool:
    """Whether a text says that all bidders have this price; a figure in the sentence that says so must be it."""
    whole = _QUALITY_ALONE.search(text) is not None
    return any(_fixes(one, price, quality_alone=whole) for one in sentences(text))


def _fixes(sentence: str, price: Decimal, *, quality_alone: bool) -> bool:
    plain = _NOT_COMPARED.sub("", sentence)
    if _OTHER.search(plain):
        return False
    figures = {_number(one) for one in _MONEY.findall(plain)}
    if _FIXES.search(plain) or (quality_alone and _IS_SET.search(plain)):
        return not figures or price in figures
    return price in figures and _NAMES_IT.search(plain) is not None


def _number(figure: str) -> Decimal:
    grouped = figure.replace(",", "").replace(" ", "")
    return Decimal(grouped.replace(".", "") if grouped.count(".") > 1 else grouped)
