"""Sentences of a method of award whose every word is usual and which yet say who wins, or what counts, otherwise than by totals.

`Price counts only after quality` has no word that says more than another, so words singly do not tell it from harmless ones: what
tells is one criterion named alone beside `only`, an order of criteria, or a winner without a measure by which it wins. Heuristic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.award.parts import BEING

_SCORES = r"(?:scores?|marks?|points|ratings?|totals?)"
_BIDDER = r"(?:bids?|tenders?|offers?|proposals?|bidders?|tenderers?|suppliers?|firms?|compan(?:y|ies)|contractors?)"
_MEASURE = late_pattern(
    r"\b(?:most|highest|lowest|best|greatest|cheapest|least|top|top-ranked|first|criteri(?:a|on)|totals?|[\w-]+est[- ]\w+)\b",
    re.IGNORECASE,
)
_WINS = late_pattern(
    rf"\b(?:wins?|goes to both|chosen from|selected from)\b|\b(?:winner|{_BIDDER}) {BEING} (?:chosen|selected|picked) by\b"
    rf"|\bwinner {BEING} (?:the )?preferred {_BIDDER}"
    rf"|\bpreferred {_BIDDER} (?:gets?|receives?|obtains?|{BEING} (?:chosen|selected|accepted|awarded))\b",
    re.IGNORECASE,
)
_ORDERED = late_pattern(
    r"\b(?:counts?|decides?|matters?) (?:only )?(?:after|before)\b|\bonly after$|\bboth (?:bidders|tenderers|suppliers|firms)$"
    rf"|\b{_SCORES}\b[^,;]* combined after the award$|\bcriteria\b[^,;]* after the award$",
    re.IGNORECASE,
)
_OF_ONE = late_pattern(
    rf"\b(?:{_SCORES}|weights?|weighting|counts?)\b[^,;]{{0,300}}\b(?:of|for|by|from) (?:only )?one (?:evaluator|assessor|member"
    rf"|criterion|question|{_BIDDER})\b",
    re.IGNORECASE,
)
_GIVEN_BY = late_pattern(
    rf"\b{_SCORES} {BEING} (?:fixed|set|decided|determined|chosen) by (?:the |an? )?"
    r"(?:council|authority|buyer|purchaser|mayor|board|cabinet|chair|firm|company|supplier|bidder)\b"
    rf"|\b{_SCORES} (?:of|from|by) the (?:evaluation )?(?:panel|committee|chair|jury) {BEING} added to the totals?\b",
    re.IGNORECASE,
)
_ONLY = late_pattern(r"\bonly\b", re.IGNORECASE)


def says_who_wins_otherwise(sentence: str, names: Sequence[str]) -> bool:
    """Whether a sentence of usual words sets an order of criteria, lets one alone count, or names a winner by no measure."""
    if any(one.search(sentence) for one in (_ORDERED, _OF_ONE, _GIVEN_BY)):
        return True
    if _WINS.search(sentence) and not _MEASURE.search(sentence):
        return True
    parts = _named(sentence, names)
    if len(parts) != 1:
        return False
    named = "|".join(re.escape(one) for one in parts)
    figure = rf"\b(?:totals?|ranking|order) (?:is|are) (?:the )?(?:(?:order|ranking) of )?(?:{named})$"
    return _ONLY.search(sentence) is not None or re.search(figure, sentence, re.IGNORECASE) is not None


def _named(sentence: str, names: Sequence[str]) -> set[str]:
    """Return which criteria, price and quality among them, a sentence names."""
    every = {*(one.casefold() for one in names), "price", "quality"}
    return {one for one in every if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", sentence, re.IGNORECASE)}
