"""Whether a record says that only so many of the best could present, by a place of the documents that it names."""

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.numberwords import NUMBERS
from fairaudit.checks.base import Unassessed
from fairaudit.checks.bidders.refusals.named_rules import names_a_place
from fairaudit.checks.information.declines import texts
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Event

_BEST = late_pattern(r"\b(?:top|best|first|highest[ -](?:scoring|ranked)|short-?listed) (\w+)\b", re.IGNORECASE)
_BY_RULE = late_pattern(
    r"\b(?:itts?|itbs?|rf[pqt]|tender documents?|instructions|notice)\s*(?:para\.?\s*)?\d[\w.]*", re.IGNORECASE
)


def chosen_by_rank(event: Event, many: int) -> Unassessed | None:
    """Return that a record tells of as many of the best as presented, by a rule it names: who was best is not given here."""
    for text in texts(event):
        said = _BEST.search(text)
        if said and _number(said[1]) == many and (names_a_place(text) or _BY_RULE.search(text)):
            at = text_of(event.path)
            reason = (
                f"{at} says that the best {many} presented, by a rule that it names; whether they were is not given"
            )
            return Unassessed(event.node, reason, (f"{at} (in other words)",))
    return None


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else NUMBERS.get(word.lower())
