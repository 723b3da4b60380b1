"""Figures in the words of a method of award that are the ones the tender publishes as figures as well.

A number says nothing new only where it is the same: another one, or one that is given nowhere else, is for a person to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.award.parts import BIDDERS, FIGURE, POINTS, TWO_TO_TEN
from fairaudit.analysis.text.scores.rounding import places_of_step
from fairaudit.frozen import Frozen

_NUMBERS = ("one", *TWO_TO_TEN.split("|"))
_ONE_BIDDER = (
    r"(?:(?:any )?one|a|an|any|each|every|the same|any single|a single) (?:bidder|tenderer|supplier|economic operator"
    r"|firm|company)"
)
_MANY = rf"(?:(?:each|all) )?{BIDDERS}"
_CAN = r"(?:may|can|will|shall|is|are)"
_WINS = rf"(?:{_CAN} )?(?:only )?(?:be )?(?:awarded|wins?|given|receives?|limited to)"
_MOST = r"(?:at most|no more than|not more than|a maximum of|up to|only)"
_MOST_LOTS = tuple(
    late_pattern(rf"^(?:in all,? )?{one}$", re.IGNORECASE)
    for one in (
        rf"no (?:bidder|tenderer|supplier|\w+) {_WINS} more than (?P<number>\w+) lots?",
        rf"(?:{_ONE_BIDDER}|{_MANY}) {_WINS} {_MOST} (?P<number>\w+) lots?(?: each)?",
        rf"(?:{_ONE_BIDDER}|{_MANY}) {_WINS} (?P<number>\w+) lots? (?:only|at most|each at most)",
        rf"(?:{_ONE_BIDDER}|{_MANY}) (?:{_CAN} )?(?:be )?limited to (?P<number>\w+) lots?(?: each)?",
        rf"(?:{_ONE_BIDDER}|{_MANY}) {_CAN} only (?:be )?(?:awarded|win) (?P<number>\w+) lots?(?: each)?",
        rf"(?:no|not) more than (?P<number>\w+) lots? {_CAN} be (?:awarded|given) to (?:{_ONE_BIDDER})",
        rf"(?:a maximum of|at most|only) (?P<number>\w+) lots? {_CAN} be (?:awarded|given) to (?:{_ONE_BIDDER})",
        r"(?:the )?(?:maximum|greatest|highest) number of lots (?:(?:that|which) )?(?:(?:may|can|will) )?(?:be )?(?:awarded "
        r"|won )?"
        rf"(?:to |by |per |for )(?:{_ONE_BIDDER}|bidder|tenderer) (?:is|shall be|will be) (?P<number>\w+)(?: lots?)?",
        rf"(?:the |there is a )?limit (?:of|is) (?P<number>\w+) lots? (?:per|for) (?:{_ONE_BIDDER}|bidder|tenderer)(?: applies)?",
    )
)
_HIGHEST_TOTAL = late_pattern(
    r"^(?:the )?(?:(?:maximum|highest|total)(?: possible| available| attainable)?) (?:total |overall )?"
    rf"(?:score|points|marks|total|number of (?:points|marks))(?: available| possible)? (?:is|are|will be) (?P<number>{FIGURE})"
    rf"{POINTS}$",
    re.IGNORECASE,
)
_WEIGHTS = late_pattern(
    r"^(?:the )?(?:published )?(?:weights|weightings) (?:are|will be) (?P<numbers>\d[\d., and%]*?)(?: (?:points|marks|per"
    r" ?cent))?$",
    re.IGNORECASE,
)
GRADES = (
    ("no answer", "no response", "not answered", "unacceptable", "very poor", "poor", "weak", "major gaps"),
    ("fair", "adequate", "acceptable", "satisfactory", "minor gaps", "meets the need"),
    ("good", "very good", "excellent", "outstanding", "exceptional", "exceeds the need"),
)
GRADE = "|".join(sorted((one for rank in GRADES for one in rank), key=len, reverse=True))
"""One of them, the longest first."""
_GRADES = late_pattern(
    rf"^(?:(?:,? and |, )?(?:a score of )?(?P<number>{FIGURE}) (?:means|is|stands for) (?:an? )?(?:{GRADE})(?: answer)?)+$",
    re.IGNORECASE,
)
_ONE_GRADE = late_pattern(
    rf"(?P<number>{FIGURE}) (?:means|is|stands for) (?:an? )?"
    rf"(?P<words>{GRADE})\b",
    re.IGNORECASE,
)
_IS_ROUNDED = (
    r" (?:are|is|will be|shall be)(?: always)? (?:(?:awarded|rounded|given|calculated)(?: off)?"
    r"(?:,? \(?(?P<way>up|down|half[- ](?:up|down|(?:to[- ])?even))\)?)?|(?P<cut>truncated|cut(?: off)?)) (?:to|after|at)"
)
_IN_BRACKETS = r"(?:,? \(?(?:rounded )?(?P<ties>half[- ](?:up|down|(?:to[- ])?even))\)?)?$"
_ROUNDED = late_pattern(
    r"^(?:(?:all|the|price|quality|total|final|weighted) )*(?:scores?|points|marks|totals|figures)(?: for (?:the )?price)?"
    rf"{_IS_ROUNDED} (?P<number>\w+) (?:decimals?|(?:decimal )?(?:places?|points?)){_IN_BRACKETS}",
    re.IGNORECASE,
)
_FOR_PRICE = r"(?:(?:all|the) )*(?:price (?:scores?|points|marks)|(?:scores?|points|marks) for (?:the )?price)"
_ROUNDED_WHOLE = late_pattern(
    rf"^{_FOR_PRICE}{_IS_ROUNDED} (?:the )?(?:nearest |(?<=up to the )next )?(?:(?:whole|full) (?:points?|numbers?|marks?)"
    rf"|(?<=nearest )(?:points?|marks?)){_IN_BRACKETS}",
    re.IGNORECASE,
)
"""Of all points it would be said of those for quality as well, which nobody rounds here."""
_ROUNDED_OTHERWISE = late_pattern(
    rf"^(?:{_FOR_PRICE} (?:are|is|will be|shall be)(?: always)?"
    r" (?:awarded|rounded|given|calculated|expressed|stated)(?: (?:off|commercially|mathematically|arithmetically))?"
    rf"(?:,? \(?(?P<way>up|down|half[- ](?:up|down|(?:to[- ])?even))\)?)? to|rounding of {_FOR_PRICE}(?::| is)?(?: to)?)"
    r" (?:(?:the )?(?:nearest )?(?P<step>tenth|hundredth|thousandth|0[.,]0{0,2}1)(?: of an? (?:point|mark))?"
    r"|(?:the )?(?P<ordinal>first|second|third) decimal(?: place)?"
    rf"|(?P<number>\w+)(?: \((?P<digit>\d)\))? (?:decimals?|(?:decimal )?(?:places?|points?)|d\.?p)){_IN_BRACKETS}",
    re.IGNORECASE,
)
"""Less usual words for the same, which are read of the points for price alone."""
_ORDINALS = ("first", "second", "third")
_REST_IS_CUT = late_pattern(
    r"^(?:the )?(?:rest|remainder|(?:further|remaining|other) (?:decimals|digits|places)) (?:is|are|will be)"
    r" (?:cut(?: off)?|truncated)$",
    re.IGNORECASE,
)
_OF_THE_TOP = late_pattern(
    r"^(?:the )?weighted (?:score|mark)s? (?:is|are) (?:the |its )?(?:agreed |consensus |moderated |question )?(?:score|mark)s?"
    r" (?:divided by|as a share of) the (?:maximum(?: possible| available)?|highest (?:possible|available)) (?:score|mark),?"
    r" (?:(?:and )?multiplied by|times|x|×) (?:the|its|their) (?:published )?weight(?:ing)?s?$",
    re.IGNORECASE,
)
_AS_A_SHARE = late_pattern(
    r"^(?:the|each|every) (?:(?:question|quality|consensus|agreed|moderated) )?(?:scores?|marks?)"
    r"(?: for (?:each|every) (?:question|criterion))? (?:is|are|will be) divided by"
    rf" (?:(?:the )?(?:maximum|highest) (?:score|mark) (?:of )?)?\(?(?P<number>{FIGURE})\)?,? (?:and (?:then )?)?multiplied by"
    r" (?:the|its|their) (?:(?:question|criterion)(?:['’]s)? )?(?:published )?weight(?:ing)?s?"
    r"(?: (?:of|for) (?:the|that) (?:question|criterion))?$",
    re.IGNORECASE,
)
_NOTHING_FOR_OTHERS = late_pattern(r"\b(?:none|nothing|nil|zero|no (?:points|marks|others?))\b", re.IGNORECASE)
"""By such words only the lowest price has points, which is another formula."""
_OWN_PRICE = (
    r"(?:(?:its|their|(?:the |that |each )?bidder['’]s|(?:the |that |each )?tenderer['’]s|(?:the )?tender['’]s|(?:the )?tendered"
    r"|the bid|the) ?)?(?:own )?price"
)
_RATIO_OF_PRICES = rf"(?:the )?lowest price ?(?:/|÷|divided by) ?{_OWN_PRICE}"
_BY_THE_RATIO = (
    r"(?:calculated |scored |awarded |reduced )?pro[ -]?rata(?: to the lowest price)?",
    rf"(?:(?:the )?price (?:score|points) (?:is|are|will be) (?:calculated as |worked out as )?)?{_RATIO_OF_PRICES}"
    r" ?(?:x|×|\*|times|,? ?(?:and )?multiplied by) ?{share}",
    rf"(?:each |every |all )?(?:others?(?: (?:bid|tender|price)s?)?) (?:gets?|receives?|scores?) {{share}} ?(?:x|×|\*|times"
    rf"|multiplied by) {_RATIO_OF_PRICES}",
    rf"price is (?:scored|evaluated|assessed|calculated) by dividing (?:the )?lowest price by {_OWN_PRICE}"
    r",? (?:and )?multiplying (?:(?:this|it|the result) )?by {share}",
    r"(?:the )?lowest (?:price|bid|tender) (?:gets|receives|earns|scores) (?:(?:the )?(?:full|maximum|all the)|{share})"
    r"(?: (?:the )?(?:points|marks))?(?:,? and(?: (?:the|all))? others?(?: (?:prices|bids|tenders|offers))?"
    r"(?: (?:score|get|receive)|(?: are)? (?=scored))?)?",
    r"(?:the )?lowest[- ](?:price|priced (?:bid|tender|offer)|bid|tender) (?:will |shall )?(?:be"
    r" (?:awarded|given)|receives?|gets?"
    rf"|scores?) (?:the )?(?:full|maximum)(?: (?:score|points|marks))?(?: of)? {{share}}{POINTS},?"
    r"(?: and (?:all )?(?:the )?other (?:prices|bids|tenders|offers) (?:are|will be) scored"
    r" (?:relative to it|in proportion to it|in inverse proportion to it|proportionately))?",
    r"(?:the )?prices? (?:is|are|will be) scored (?:relative|in proportion) to the lowest price,? which (?:will )?(?:receives?"
    rf"|gets?|scores?) (?:the )?(?:full|maximum)(?: (?:score|points|marks))?(?: of)? {{share}}{POINTS}",
)


_UNIT = r"(?= ?(?:%|per ?cent|percent|points|marks|[,.;)/]|and\b|$))"
_HAS = r"(?: (?:has|have|is|are|counts?|weighs?|worth|with|for|at|a|weight|weighting|of|carries|carry|accounts?|makes?|up))*"
_FOR = r" ?(?:%|per ?cent|percent|points|marks)?(?: of the (?:weight|points|marks))?(?: (?:is|are))?(?: (?:for|on|to))? (?:the )?"
_SHARES = tuple(
    late_pattern(
        rf"(?=\b{of}\b{_HAS}[:= (]*(?P<after>{FIGURE}){_UNIT})|(?=(?<![\d.])(?P<before>{FIGURE}){_FOR}{of}\b)",
        re.IGNORECASE,
    )
    for of in ("(?:prices?|costs?)", "quality")
)
_TWO = rf"(?P<first>{FIGURE}) ?[:/-] ?(?P<second>{FIGURE})"
_TWO_BEFORE = rf"(?<![\d.])(?P<one>{FIGURE}) ?[:/-] ?(?P<other>{FIGURE})"
_BOTH = tuple(
    late_pattern(rf"\b{parts} (?:is |of )?{_TWO}|{_TWO_BEFORE} {parts}\b", re.IGNORECASE)
    for parts in (r"price ?[/:-] ?quality", r"quality ?[/:-] ?price")
)
_RATIO = late_pattern(rf"\bweight(?:s|ings?)? (?:is|are|of) {_TWO}(?!\d|\.\d)", re.IGNORECASE)

_OF_ANSWERS = late_pattern(
    r"\b(?:questions?|answers?|criteri(?:on|a)|responses?|elements?|evaluators?|assessors?)\b", re.IGNORECASE
)
_OF_TOTALS = late_pattern(r"\b(?:totals?|overall|combined|final|sum|winner)\b", re.IGNORECASE)
_ON_A_SCALE = late_pattern(
    r"\b(?:scor(?:e|es|ed|ing)|marks?|marked|rates?|rated|graded|points)\b[\w ,]{0,40}?"
    rf"(?:\bout of (?P<top>{FIGURE})|\b(?P<low>{FIGURE}) ?(?:to|-|–|and) ?(?P<high>{FIGURE}))(?! ?(?:%|per|decimal)|[\d.]\d)"
    rf"|\b(?P<least>{FIGURE}) ?(?:to|-|–) ?(?P<most>{FIGURE}) (?:points|marks)\b",
    re.IGNORECASE,
)


class Figures(Frozen):
    """What a tender publishes in figures: the most lots for one bidder, weights, the ends of scales, places, and `share`.

    The share is the weight of the price, where its points are the lowest price divided by the bid's own; `None` where not.
    """

    most_lots: int | None = None
    weights: tuple[Decimal, ...] = ()
    ends: tuple[tuple[Decimal, Decimal], ...] = ()
    places: int | None = None
    share: Decimal | None = None
    priced: Decimal | None = None
    """The weight of all prices together, where all weights are known."""
    agreed: bool = False
    """Whether every bid with a total has scores that the panel agreed."""
    whole: bool = False
    """Whether every scale goes by whole steps."""
    mode: str | None = None
    """Which way the points for price are rounded, where it is declared."""


def contradicts_weights(sentence: str, figures: Figures) -> bool:
    """Whether a sentence gives price or quality another share of the whole than the weights that are published."""
    total = sum(figures.weights)
    if figures.priced is None or not total:
        return False
    expected = tuple({one, one * 100 / total, one / total} for one in (figures.priced, total - figures.priced))
    rest = sentence
    for pattern, order in zip(_BOTH, (expected, expected[::-1]), strict=True):
        for match in pattern.finditer(sentence):
            pair = [Decimal(one) for one in match.groups() if one]
            if any(one not in known for one, known in zip(pair, order, strict=True)):
                return True
        rest = pattern.sub(" ", rest)
    for pattern, known in zip(_SHARES, expected, strict=True):
        said = {Decimal(one) for match in pattern.finditer(rest) for one in match.groups() if one}
        if said and not said & known:
            return True
    pairs = [tuple(map(Decimal, one.groups())) for one in _RATIO.finditer(sentence)]
    return any(
        not ((one in expected[0] and other in expected[1]) or (one in expected[1] and other in expected[0]))
        for one, other in pairs
    )


def contradicts_scales(sentence: str, figures: Figures) -> bool:
    """Whether a sentence says that answers are scored on another scale than any that is published."""
    if not figures.ends or not _OF_ANSWERS.search(sentence) or _OF_TOTALS.search(sentence):
        return False
    tops = {high for _, high in figures.ends} | set(figures.weights)
    for one in _ON_A_SCALE.finditer(sentence):
        ends = one["low"] or one["least"], one["high"] or one["most"]
        if one["top"] is not None and Decimal(one["top"]) not in tops:
            return True
        if one["top"] is None and tuple(map(Decimal, ends)) not in figures.ends:
            return True
    return False


def repeats_figures(sentence: str, figures: Figures) -> bool:
    """Whether a sentence says no more than figures that are published as well: lots, weights, grades, places, shares."""
    return (
        _says_most_lots(sentence, figures.most_lots)
        or _says_weights(sentence, figures.weights)
        or _says_grades(sentence, figures.ends)
        or _says_places(sentence, figures)
        or _says_shares(sentence, figures.ends)
    )


def without_the_formula(sentence: str, share: Decimal | None) -> str:
    """Return a sentence without the words for points by the ratio to the lowest price, where that is the published formula."""
    if share is None or _NOTHING_FOR_OTHERS.search(sentence):
        return sentence
    for one in _BY_THE_RATIO:
        pattern = one.replace("{share}", rf"{re.escape(_shown(share))}(?![\d.])")
        sentence = re.sub(rf"(?<![\w-]){pattern}(?![\w-])", " ", sentence, flags=re.IGNORECASE)
    return sentence.strip()


def _shown(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _says_most_lots(sentence: str, most: int | None) -> bool:
    found = [one for pattern in _MOST_LOTS if (one := pattern.match(sentence))] if most else []
    return any(one["number"].casefold() in _said(most or 0) for one in found)


def _said(number: int) -> tuple[str, ...]:
    return (str(number), *_NUMBERS[number - 1 : number]) if number else ("0", "no")


def _says_weights(sentence: str, weights: tuple[Decimal, ...]) -> bool:
    top = _HIGHEST_TOTAL.match(sentence)
    if top is not None:
        return bool(weights) and Decimal(top["number"]) == sum(weights)
    found = _WEIGHTS.match(sentence)
    return found is not None and bool(weights) and tuple(_numbers(found["numbers"])) == weights


def _numbers(text: str) -> Iterator[Decimal]:
    return (Decimal(one) for one in re.findall(FIGURE, text))


def _says_grades(sentence: str, ends: tuple[tuple[Decimal, Decimal], ...]) -> bool:
    if not ends or not _GRADES.match(sentence):
        return False
    grades = sorted((Decimal(one["number"]), rank_of(one["words"])) for one in _ONE_GRADE.finditer(sentence))
    ranks = [rank for _, rank in grades]
    # A better grade for a lower number turns the scale round.
    return ranks == sorted(ranks) and all(low <= one <= high for one in _numbers(sentence) for low, high in ends)


def rank_of(words: str) -> int:
    """Return in which group of grades words stand, the worst of them first."""
    return next(at for at, rank in enumerate(GRADES) if words.casefold() in rank)


def _says_places(sentence: str, figures: Figures) -> bool:
    """Whether the rounding that a sentence says is the declared one: which way too, where it says which."""
    if figures.places is None:
        return False
    if _REST_IS_CUT.match(sentence):
        return figures.mode == "down"
    found = _ROUNDED_WHOLE.match(sentence) if figures.places == 0 else None
    if found is None:
        found = _ROUNDED.match(sentence)
        if found is None:
            return _says_places_otherwise(sentence, figures)
        if found["number"].casefold() not in _said(figures.places):
            return False
    return _is_declared_way("down" if found["cut"] else found["way"] or found["ties"], figures)


def _says_places_otherwise(sentence: str, figures: Figures) -> bool:
    found = _ROUNDED_OTHERWISE.match(sentence)
    if found is None or figures.places is None:
        return False
    if found["step"]:
        same = places_of_step(found["step"].casefold()) == figures.places
    elif found["ordinal"]:
        same = _ORDINALS.index(found["ordinal"].casefold()) + 1 == figures.places
    else:
        known = _said(figures.places)
        same = found["number"].casefold() in known and (found["digit"] is None or found["digit"] in known)
    return same and _is_declared_way(found["way"] or found["ties"], figures)


def _is_declared_way(way: str | None, figures: Figures) -> bool:
    return way is None or way.casefold().replace(" ", "-").replace("-to-", "-") == figures.mode


def _says_shares(sentence: str, ends: tuple[tuple[Decimal, Decimal], ...]) -> bool:
    """Whether scores count by their share of the top of the scale, which is what a scale from 0 means."""
    if _OF_THE_TOP.match(sentence):
        return bool(ends) and all(low == 0 for low, _ in ends)
    found = _AS_A_SHARE.match(sentence)
    return found is not None and set(ends) == {(Decimal(0), Decimal(found["number"]))}
