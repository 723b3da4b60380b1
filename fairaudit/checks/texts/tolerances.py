"""The check of numbers in a specification that hardly any product but one can meet: exact, or within a hair's breadth."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from fairaudit.analysis.text import binding, read_prose, sentences_saying
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.texts.corpus import absent_places, wordings
from fairaudit.checks.texts.wording import hit_at
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node

# Every repetition is bounded and no two of them can take the same character, so time stays in step with the text. Any word is
# taken for a unit and looked up after: a pattern of all units takes longer to compile than a tender takes to read.
_NUMBER = r"(\d{1,3}(?:,\d{3}){1,2}(?!\d)|\d{1,9}(?:\.\d{1,6})?)"
_UNIT = r"\s?([^\W\d_]{1,12}|°[^\W\d_]?)(?!\w)"
_ROOM = r"\s?([^\W\d_]{1,12}(?:\scent)?|°[^\W\d_]?|%)(?!\w)"
_PLUS_MINUS = ("±", "+/-", "plus or minus", "tolerance of")
# What may stand between a size and its tolerance: `25 mm in diameter with a tolerance of`.
_ON = r"[^.;\d±]{0,48}"
_SHARES = ("%", "per cent", "percent")


class Tight(Frozen):
    """The words of a requirement that leaves no room, in which place."""

    words: str
    place: str


class Ways(Frozen):
    """The ways in which a text may leave no room, and the units in which they count."""

    exact: re.Pattern[str]
    between: re.Pattern[str]
    around: re.Pattern[str]
    units: frozenset[str]

    def measures(self, *units: str | None) -> bool:
        """Whether all units that are written are one and the same, and one that counts."""
        written = {one.lower() for one in units if one is not None}
        return len(written) == 1 and written <= self.units


@check
def tolerance_tight(
    node: Node[object],
    case: Case,
    *,
    at_least: Decimal,
    exact: tuple[str, ...],
    after: tuple[str, ...],
    between: tuple[str, ...],
    units: tuple[str, ...],
    unless: tuple[str, ...] = (),
) -> Found[Tight]:
    """Flag clauses that ask for an exact size or performance, or leave less than `at_least` per cent of the middle between two.

    Only numbers with one of `units` count, both limits in the same; words of `exact` stand beside a number, those of `after`
    somewhere after it, those of `between` before two. A sentence that says one of `unless` leaves room, or is about something
    else.
    """
    yield from absent_places(case.tender, ("specification",))
    texts = tuple(wordings(case, ("specification",)))
    whole = "\n\n".join(one.text for one in texts).lower()
    # Most tenders say few of these words, and one look at the whole says which.
    leads = [word for one in (*exact, *after, *between, *_PLUS_MINUS) if (word := one.lower()) in whole]
    for wording in texts if leads else ():
        folded = wording.text.lower()
        if not any(word in folded for word in leads):
            continue
        if words := next(_tight(binding(wording.text), _ways(exact, after, between, units), at_least, unless), None):
            said = hit_at(case, wording, words, None if wording.binds else "possible")
            yield Hit(said.at, Tight(words, wording.called), confidence=said.confidence)


@lru_cache(maxsize=8)
def _ways(exact: tuple[str, ...], after: tuple[str, ...], between: tuple[str, ...], units: tuple[str, ...]) -> Ways:
    """Return the patterns that some words make."""
    size = rf"{_NUMBER}(?:(?:{_UNIT})?\s?(?:by|x|×)\s?{_NUMBER}){{0,2}}{_UNIT}"
    tight = rf"\b(?:{_any(exact)})\s{{1,3}}{size}|\b{_NUMBER}{_UNIT}\s{{1,3}}(?:{_any(exact)})\b"
    two = rf"\b(?:{_any(between)})\s{{1,3}}{_NUMBER}(?:{_UNIT})?\s{{1,3}}(?:and|to)\s{{1,3}}{_NUMBER}{_UNIT}"
    tight += rf"|\b{_NUMBER}{_UNIT}{_ON}\b(?:{_any(after)})\b"
    room = rf"\b{_NUMBER}{_UNIT}{_ON}(?:{_any(_PLUS_MINUS)})\s{{0,3}}{_NUMBER}{_ROOM}"
    first, second, third = (re.compile(one, re.IGNORECASE) for one in (tight, two, room))
    return Ways(first, second, third, frozenset(one.lower() for one in units))


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True)) or "(?!)"


def _tight(text: str, ways: Ways, at_least: Decimal, unless: tuple[str, ...]) -> Iterator[str]:
    """Yield the words that leave no room, sentence by sentence."""
    prose = read_prose(text)
    barred = sentences_saying(prose, unless)
    for start in prose.starts:
        if start not in barred:
            yield from _tight_in(prose.written(start, prose.sentence_of(start)[1]), ways, at_least)


def _tight_in(sentence: str, ways: Ways, at_least: Decimal) -> Iterator[str]:
    for match in ways.exact.finditer(sentence):
        if ways.measures(match[4] or match[6] or match[8]):
            yield match[0]
    for match in ways.between.finditer(sentence):
        low, unit, high, last = match.groups()
        middle = (_number(low) + _number(high)) / 2
        if ways.measures(unit, last) and middle and 0 < (_number(high) - _number(low)) * 100 / middle < at_least:
            yield match[0]
    for match in ways.around.finditer(sentence):
        value, unit, room, last = match.groups()
        share = _number(room) if last.lower() in _SHARES and ways.measures(unit) else None
        if share is None and ways.measures(unit, last) and _number(value):
            share = _number(room) * 100 / _number(value)
        if share is not None and 2 * share < at_least:
            yield match[0]


def _number(written: str) -> Fraction:
    return Fraction(written.replace(",", ""))
