"""Titles of a tender and its lots, and names of criteria: what names somebody is withheld, and has no label but the buyer's.

A title is public. Whoever knows it would read in `[Organisation k4t] maintenance` what the label stands for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from fairaudit.analysis.replacing import DONE_BY_PEOPLE, Names, word_keys
from fairaudit.engine.facts import clean
from fairaudit.engine.findings import CUT
from fairaudit.engine.redaction.criterionnames import shown_of_criteria
from fairaudit.engine.redaction.ordinarywords import used_as_words
from fairaudit.engine.redaction.unlisted import Strangers
from fairaudit.engine.redaction.withholding import WITHHELD
from fairaudit.procurement.case import Case

_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"\[[^\[\]]*\]")
_FIRST = re.compile(r"([^\W\d_]+)\s([a-z]+)\b")
_HELD = re.compile("\ue000(\\d+)\ue001")
_PIECE = 2
"""Letters of a piece of a title that may be of anything."""
_FEWEST = 2
"""Words of a title that is looked for within a text; one alone may be anything."""


class Titles:
    """What is shown of the titles of a case, and where they stand in other texts."""

    def __init__(self, case: Case, names: Names, strangers: Strangers, ordinary: Collection[str]) -> None:
        self.names, self.strangers = names, strangers
        self.words = used_as_words(case, ordinary)
        buyer = case.tender.buyer
        own = names.label_of(buyer.name if buyer else None)
        self.public = {f"[{own}]"} if own else set[str]()
        self.known = {one: said for one in dict.fromkeys(_titles(case)) if (said := self._differs(one)) is not None}
        self.known |= dict(shown_of_criteria(case, names, frozenset(ordinary)))
        every = "\n".join(f" {' '.join(one)} " for one in names.forms) if self.known else ""
        # Within somebody's name a title is no title: the name must go whole.
        self.within = [
            one for one in self.known if len(keys := word_keys(one)) >= _FEWEST and f" {' '.join(keys)} " not in every
        ]
        self.places = {one: place for place, one in enumerate(self.within)}
        found = "|".join(re.escape(one) for one in sorted(self.within, key=lambda one: (-len(one), one)))
        self.pattern = re.compile(rf"(?<!\w)(?:{found})(?!\w)") if found else None

    def shown(self, title: str) -> str:
        """Return a title with the mark, and no label, for what names somebody of the case or may be a stranger's name."""
        small = _WORD.sub(lambda word: word[0].lower() if word[0].lower() in self.words.titles else word[0], title)
        said = self._begun(small, self.names.replaced(small))
        own = self.public | {*_TAG.findall(small)}
        pieces = re.split(rf"({_TAG.pattern})", title if said == small else said)
        shown = (
            (one if one in own else WITHHELD) if at % 2 else self.strangers.hidden(one, WITHHELD)
            for at, one in enumerate(pieces)
        )
        return "".join(shown)

    def _begun(self, title: str, said: str) -> str:
        """Return a title's words with its first as it stands where that goes on in small letters: `Grounds maintenance`.

        It has its capital from its place. A first word that is the beginning of a longer name is part of that.
        """
        first = _FIRST.match(title)
        if first is None or first[1].lower() not in self.words.later or first[2] in DONE_BY_PEOPLE:
            return said
        rest = self.names.replaced(title[first.end(1) :])
        label = _TAG.match(said)
        return first[1] + rest if label and said == label[0] + rest else said

    def held(self, text: str) -> str:
        """Return a text with a sign for each title in it, so that nothing within one is replaced."""
        if self.pattern is None:
            return text
        text = self._without_pieces(text)
        return self.pattern.sub(lambda match: f"\ue000{self.places[match[0]]}\ue001", text)

    def _without_pieces(self, text: str) -> str:
        """Return a text without the end of a title behind a cut, or the beginning of one before it."""
        sign = f"\ue000{len(self.within)}\ue001"
        if text.startswith(CUT):
            rest = text[len(CUT) :].lstrip()
            ends = (one[at:].lstrip() for one in self.within for at in range(1, len(one) - _PIECE))
            found = max((one for one in ends if rest.startswith(one)), key=len, default="")
            text = f"{CUT} {sign}{rest[len(found) :]}" if found else text
        if text.endswith(CUT):
            rest = text[: -len(CUT)].rstrip()
            heads = (one[:at].rstrip() for one in self.within for at in range(_PIECE + 1, len(one)))
            found = max((one for one in heads if rest.endswith(one)), key=len, default="")
            text = f"{rest[: len(rest) - len(found)]}{sign} {CUT}" if found else text
        return text

    def given_back(self, text: str) -> str:
        """Return a text with what is shown of each title in place of its sign."""
        return _HELD.sub(lambda match: self._of_sign(int(match[1])), text)

    def _of_sign(self, place: int) -> str:
        return self.known[self.within[place]] if place < len(self.within) else WITHHELD

    def _differs(self, title: str) -> str | None:
        """Return what is shown of a title where that is not what is shown of any text; nothing where it is all of a name."""
        said = self.shown(title)
        return said if said != self.names.replaced(title) and word_keys(title) not in self.names.whole else None


def _titles(case: Case) -> Iterator[str]:
    for title in (case.tender.title, *(one.title for one in case.tender.lots or ())):
        if title:
            yield from (title, clean(title))
