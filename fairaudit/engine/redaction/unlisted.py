"""Words in titles and names of a tender that may be somebody's name although no list of the case has it.

A word with a capital that is neither ordinary, nor written small anywhere in the tender, nor of the buyer's name may be a name.
The first word of a text has a capital anyway: it counts only where it is a given name, has a possessive, or a next one counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from fairaudit.analysis.names.nicknames import FORMAL
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion
from fairaudit.procurement.model.node import Part

_MAIL = re.compile(r"\S+@\S+")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"(?:['’]s)?[\s.,\-]{1,2}(?:(?:van|von|de|der|da|di|la|al|bin|ibn)\s)*\Z")
_ABBREVIATION = 4
"""Letters of a word in capitals, such as `NHS` or `TUPE`, that is no name."""


class Strangers:
    """What may be a name in the words of one tender."""

    def __init__(self, case: Case, plain: Collection[str]) -> None:
        self.plain = plain
        texts = strings_of(case.tender)
        self.small = {word for text in texts for word in _WORD.findall(_MAIL.sub("", text)) if word.islower()}
        buyer = case.tender.buyer.name if case.tender.buyer else None
        self.small |= {word.lower() for word in _WORD.findall(buyer or "")}

    def hidden(self, text: str, mark: str) -> str:
        """Return a text with a mark for what may be names."""
        parts, done = [], 0
        for start, end in self.spans(text):
            parts += [text[done:start], mark]
            done = end
        return "".join([*parts, text[done:]])

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where names may stand, words beside each other as one."""
        found: list[tuple[int, int]] = []
        for place, match in enumerate(_WORD.finditer(text)):
            if not self._may_name(match[0]):
                continue
            start, end = match.span()
            if found and _BETWEEN.match(text[found[-1][1] : start]):
                found[-1] = (found[-1][0], end)
            elif place or match[0].lower() in FORMAL or re.match(r"['’]s\b", text[end:]) or self._next(text[end:]):
                found.append((start, end))
        return found

    def _next(self, rest: str) -> bool:
        following = _WORD.search(rest)
        return bool(following and _BETWEEN.match(rest[: following.start()]) and self._may_name(following[0]))

    def _may_name(self, word: str) -> bool:
        ordinary = word.lower() in self.plain or word.lower() in self.small
        return (
            len(word) > 1 and word[0].isupper() and not ordinary and not (word.isupper() and len(word) <= _ABBREVIATION)
        )


def keys_and_names(case: Case) -> Iterator[str]:
    """Yield what criteria are called, and by what figures and answers are kept that the case has for each."""
    yield from (name for one in criteria_of(case) for name in (one.id, one.name) if name)
    yield from case.evaluation.criteria_applied or ()
    yield from case.evaluation.weights_applied or ()
    for letter in case.evaluation.summaries or ():
        yield from letter.scores or ()
    for bid in case.bids:
        for group in (bid.unit_prices, bid.figures, bid.answers):
            yield from group or ()


def criteria_of(case: Case) -> list[AwardCriterion]:
    """Return all criteria of a tender, however deep."""
    todo: list[AwardCriterion] = list(case.tender.award_criteria or ())
    for one in todo:
        todo += one.children or ()
    return todo


def strings_of(value: object) -> Iterator[str]:
    """Yield every text in a part of the record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings_of(one)
    elif isinstance(value, Part):
        for one in value.__dict__.values():
            yield from strings_of(one)
