"""What decides between bids with equal totals, read from plain words such as "in a tie the lower price wins".

Only what is plain is read: a hedge, an exception, or a measure that is not known makes a sentence one for a person to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fairaudit.frozen import Frozen

_SENTENCE = re.compile(r"[^.;\n]+(?:\.\d[^.;\n]*)*")
_FIGURES = r"(?:totals?|scores?|points|marks)"
_TIE = re.compile(
    r"\b(?:tie|ties|tied|tie-?break\w*|dead heat|level on points|still equal"
    rf"|equal(?:ly)? (?:\w+ ){{0,2}}(?:{_FIGURES}|scored|ranked|placed)|same (?:\w+ ){{0,2}}{_FIGURES}|{_FIGURES} are equal)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:may|might|can|could|discretion|reserves?|unless|except|not|no|nor|without|usually|normally|or)\b",
    re.IGNORECASE,
)
_LOT = re.compile(r"\b(?:by (?:the )?(?:drawing|draw) of lots?|(?:drawn |decided )?by lot|lots? (?:\w+ ){0,2}drawn|drawing lots"
                  r"|draw lots|toss of a coin)\b", re.IGNORECASE)  # fmt: skip
_PRICE = re.compile(
    r"\b(?:(?:lower|lowest) (?:\w+ ){0,2}prices?|lower-priced|lowest-priced|cheaper|cheapest)\b", re.IGNORECASE
)
_BETTER = (
    r"(?i:\b(?:higher|highest|better|best|greater|greatest|more|most)\b"
    r"(?: (?!low|high|then|price)[\w-]+){0,6}? (?:['\"(]|the )?)"
)
_MEASURE = re.compile(
    r"\b(?:high|low|great|larg|small|short|long|old|young)(?:er|est)\b|\b(?:more|most|better|best|fewer|fewest|less|least|first|earliest"
    r"|earlier|local)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:then|still|followed by|failing|next|again|after that|thereafter)\b", re.IGNORECASE)

PRICE, LOT, QUALITY = "price", "lot", "quality"
_SHORT = 3
_KINDS_OF_QUALITY = ("quality", "technical")


class Step(Frozen):
    """One thing that decides: a named criterion, or the price, the whole of quality, or a lot."""

    kind: str
    name: str = ""


class TieRule(Frozen):
    """The words on equal totals, and the steps they name, one after the other; none where they were not understood."""

    words: str
    steps: tuple[Step, ...]


def tie_rule(text: str, names: Sequence[str]) -> TieRule | None:
    """Return what a text says of equal totals; `None` where it says nothing. `names` are what criteria are called."""
    said = [one[0].strip() for one in _SENTENCE.finditer(text) if _TIE.search(one[0])]
    if not said:
        return None
    read = [_steps(one, names) for one in said]
    steps = tuple(step for one in read for step in one)
    return TieRule("; ".join(said), steps if all(read) else ())


def _steps(sentence: str, names: Sequence[str]) -> tuple[Step, ...]:
    """Return the steps that a sentence names, none where something in it is not plain."""
    ties = list(_TIE.finditer(sentence))
    after, before = sentence[ties[-1].end() :], sentence[: ties[0].start()]
    clause = after if any(True for _ in _named(after, names)) else before
    found = sorted(_named(clause, names), key=lambda one: one[0])
    rest = clause
    for start, end, _ in found:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    between = [clause[one[1] : other[0]] for one, other in pairwise(found)]
    if _HEDGE.search(clause) or _MEASURE.search(rest) or any(not _NEXT.search(one) for one in between):
        return ()
    return tuple(step for _, _, step in found)


def _named(clause: str, names: Sequence[str]) -> Iterator[tuple[int, int, Step]]:
    """Yield what a clause names as deciding, with where it stands."""
    for kind, pattern in ((LOT, _LOT), (PRICE, _PRICE)):
        yield from ((one.start(), one.end(), Step(kind)) for one in pattern.finditer(clause))
    taken: list[tuple[int, int]] = []
    words = [(name, Step("criterion", name)) for name in sorted(names, key=len, reverse=True)]
    words += [(one, Step(QUALITY)) for one in _KINDS_OF_QUALITY]
    for name, step in words:
        # A short id such as `A` is a word in small letters.
        flags = re.IGNORECASE if len(name) > _SHORT else re.NOFLAG
        for one in re.finditer(rf"{_BETTER}(?P<name>{re.escape(name)})(?!\w)", clause, flags):
            if not any(start < one.end("name") and one.start("name") < end for start, end in taken):
                taken.append(one.span("name"))
                yield one.start(), one.end(), step
