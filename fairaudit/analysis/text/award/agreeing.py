"""Usual whole sentences of a method of award that repeat what is published: they say nothing new where they agree with it.

Each is of one form from its first word to its last; one that says other figures, or a word more, is for a person to read.
"""

from __future__ import annotations

import re
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.award.figures import GRADE, Figures, rank_of
from fairaudit.analysis.text.award.parts import FIGURE, IS, POINTS, SCORERS

_TO = r"(?: ?[/:–-] ?| to )"
_TIMES = r" ?(?:x|×|\*|times|multiplied by) ?"
_FULL = (
    rf"(?:(?:the )?(?:maximum|full|highest)(?: available| possible)? (?:score|mark|points|marks|number of (?:points|marks))"
    rf" of (?P<share>{FIGURE}){POINTS}"
)
_GETS = r"(?:(?:will |shall )?(?:receives?|gets?|scores?|earns?)|(?:is|will be|shall be) (?:awarded|given))"
_OTHERS = r"(?:all )?(?:the )?(?:others?|other (?:prices|tenders|bids|offers))"
_IN_PROPORTION = (
    rf",? and {_OTHERS} (?:(?:are|will be) scored|scores?|(?:receive|get) (?:points|marks|a score)) (?:in proportion"
    r"|proportionately|proportionally|pro[ -]?rata)(?: to (?:it|the lowest price))?"
)
_LOWEST = r"(?:the )?lowest(?:[- ]priced (?:tender|bid|offer)| price| tender| bid| offer)"
_OWN_PRICE = (
    r"(?:(?:the|its|their|each|own) )*(?:(?:tender|bid|tendered|(?:tenderer|bidder|supplier|tender|bid)['’]s) )?(?:own )?price"
    r"(?: of the (?:tender|bid|tenderer|bidder))?"
)
_RATIO = (
    r"(?:the )?lowest (?:tender |tendered |bid )?price(?: (?:tendered|offered|bid))? ?(?:/|÷|divided by) ?" + _OWN_PRICE
)
_OF_PRICE = r"(?:the )?(?:price (?:score|points|mark)|(?:points|score|mark) for (?:the )?price)"
_SHARES = tuple(
    late_pattern(rf"^{one}$", re.IGNORECASE)
    for one in (
        rf"{_LOWEST} {_GETS} {_FULL})(?:{_IN_PROPORTION})?",
        rf"{_LOWEST} {_GETS} (?P<share>{FIGURE}){POINTS}{_IN_PROPORTION}",
        rf"{_OF_PRICE} ?(?:=|:|is|are|equals)(?: (?:calculated|worked out) as)? ?"
        rf"(?:{_RATIO}|\({_RATIO}\)){_TIMES}(?P<share>{FIGURE}){POINTS}",
        rf"{_OF_PRICE} ?(?:=|:|is|are|equals)(?: (?:calculated|worked out) as)? ?"
        rf"(?P<share>{FIGURE}){_TIMES}(?:{_RATIO}|\({_RATIO}\))",
    )
)
"""What the lowest price gets of the points for price, and the others in proportion: the ratio to the lowest price."""
_MOST_FOR_PRICE = late_pattern(
    rf"^(?:the )?(?:maximum|highest)(?: available| possible)? (?:score|mark|points|marks|number of (?:points|marks))"
    rf" (?:available )?for (?:the )?price {IS} (?P<most>{FIGURE}){POINTS}$",
    re.IGNORECASE,
)
_SPLIT = late_pattern(
    rf"^(?:the )?(?P<first>quality|price){_TO}(?P<second>quality|price) (?:split|ratio|weighting|balance) {IS}"
    rf" (?P<one>{FIGURE}) ?%?{_TO}(?P<other>{FIGURE}) ?%?$",
    re.IGNORECASE,
)
_SCALE = late_pattern(
    rf"^{SCORERS} (?:(?:will|shall) )?(?:scores?|marks?|rates?|grades?) (?:each|every|all|the) (?:answers?|questions?|responses?"
    rf"|criteri(?:on|a))(?: on a scale)?(?: from| of)? (?P<low>{FIGURE}) ?(?:to|-|–) ?(?P<high>{FIGURE}){POINTS}$",
    re.IGNORECASE,
)
_GRADED = late_pattern(
    rf"^(?:scores|marks) {IS} (?:given|awarded) (?:on a scale )?from (?P<low>{FIGURE})"
    rf" \((?P<worst>{GRADE})\) to (?P<high>{FIGURE})"
    rf" \((?P<best>{GRADE})\)$",
    re.IGNORECASE,
)
_NOT_AVERAGED = late_pattern(
    r"^(?:(?:the|individual|evaluators['’]|members['’]) )*(?:scores|marks) (?:are|will|shall) not (?:be )?averaged$"
    r"|^(?:the )?(?:consensus |moderated |final |panel['’]s )?(?:scores|marks) are agreed (?:by|in|through)"
    r" (?:discussion|moderation)"
    r",? (?:(?:and )?(?:are )?(?:not|never) averaged|and not by averaging|not by averaging)$",
    re.IGNORECASE,
)
_WHOLE = late_pattern(
    rf"^{SCORERS} (?:(?:will|shall|must|may) )?(?:only )?(?:gives?|awards?|uses?) (?:only )?whole (?:marks|points|numbers|scores)"
    r"(?: only)?$",
    re.IGNORECASE,
)
_WHOLE_OR_PRICE = late_pattern(
    rf"^(?:only whole (?:marks|scores) {IS} (?:awarded|used)|whole (?:marks|scores) only(?: {IS} (?:awarded|used))?"
    r"|half (?:marks|scores) (?:are|will|shall) not (?:be )?(?:awarded|used|allowed)"
    rf"|no half (?:marks|scores) {IS} (?:awarded|used|allowed))$",
    re.IGNORECASE,
)
"""Marks that are whole: it could be meant of points for price too, but where these have places of their own."""


def agrees_with_figures(sentence: str, figures: Figures) -> bool:
    """Whether a sentence is a usual one that repeats what is published or how scores were made: it says nothing new."""
    return (
        _agrees_on_price(sentence, figures)
        or _agrees_on_scales(sentence, figures)
        or (figures.agreed and _NOT_AVERAGED.match(sentence) is not None)
        or (figures.whole and _WHOLE.match(sentence) is not None)
        or (figures.whole and figures.places is not None and _WHOLE_OR_PRICE.match(sentence) is not None)
    )


def _agrees_on_price(sentence: str, figures: Figures) -> bool:
    shared = next((found for one in _SHARES if (found := one.match(sentence))), None)
    if shared is not None:
        return figures.share is not None and Decimal(shared["share"]) == figures.share
    if most := _MOST_FOR_PRICE.match(sentence):
        return figures.priced is not None and Decimal(most["most"]) == figures.priced
    return _agrees_on_the_split(sentence, figures)


def _agrees_on_the_split(sentence: str, figures: Figures) -> bool:
    """Whether price and quality have the shares that are published: as weights, in per cent, or as parts of one."""
    found, total = _SPLIT.match(sentence), sum(figures.weights)
    if found is None or figures.priced is None or not total:
        return False
    said = {found["first"].casefold(): Decimal(found["one"]), found["second"].casefold(): Decimal(found["other"])}
    price, quality = figures.priced, total - figures.priced
    return any(said == {"price": price * by, "quality": quality * by} for by in (Decimal(1), 100 / total, 1 / total))


def _agrees_on_scales(sentence: str, figures: Figures) -> bool:
    found = _SCALE.match(sentence) or _GRADED.match(sentence)
    if found is None or set(figures.ends) != {(Decimal(found["low"]), Decimal(found["high"]))}:
        return False
    graded = found.groupdict()
    # A better grade for the lower end turns the scale round.
    return "worst" not in graded or rank_of(graded["worst"]) < rank_of(graded["best"])
