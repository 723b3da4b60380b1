"""The check of numbers in a specification that hardly any product but one can meet: exact, or within a hair's breadth."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.texts.corpus import Wording, absent_places, wordings
from fairaudit.checks.texts.wording import hit_at
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node

# Every repetition is bounded and no two of them can take the same character, so time stays in step with the text.
_NUMBER = r"(\d{1,9}(?:\.\d{1,6})?)"
_UNIT = r"\s?(mm|cm|m|km|kg|g|mg|l|ml|w|kw|v|hz|khz|mhz|ghz|mb|gb|tb|inch|inches|dpi|lumens?|bar|°c)\b"
_EXACT = re.compile(rf"\b(?:exactly|precisely)\s{{1,3}}{_NUMBER}{_UNIT}", re.IGNORECASE)
_RANGE = re.compile(
    rf"\b(?:between|from)\s{{1,3}}{_NUMBER}(?:{_UNIT})?\s{{1,3}}(?:and|to)\s{{1,3}}{_NUMBER}{_UNIT}", re.I
)
_PLUS_MINUS = re.compile(rf"{_NUMBER}{_UNIT}\s{{0,3}}(?:±|\+/-)\s{{0,3}}{_NUMBER}{_UNIT}", re.IGNORECASE)
# Each pattern asks for one of these; most texts hold none of them.
_LEADS = ("exactly", "precisely", "between", "from", "±", "+/-")


class Tight(NamedTuple):
    """The words of a requirement that leaves no room, in which place."""

    words: str
    place: str


@check
def tolerance_tight(node: Node[object], case: Case, *, at_least: Decimal) -> Found[Tight]:
    """Flag clauses that ask for an exact size or performance, or leave less than `at_least` per cent of the middle between two.

    Only numbers with a unit of size or performance count; both limits must be in the same unit.
    """
    yield from absent_places(case.tender, ("specification",))
    for wording in wordings(case, ("specification",)):
        if words := next(_tight(wording, at_least), None):
            yield _hit(case, wording, words)


def _hit(case: Case, wording: Wording, words: str) -> Hit[Tight]:
    said = hit_at(case, wording, words, None if wording.binds else "possible")
    return Hit(said.at, Tight(words, wording.called), confidence=said.confidence)


def _tight(wording: Wording, at_least: Decimal) -> Iterator[str]:
    """Yield the words that leave no room."""
    folded = wording.text.lower()
    if not any(word in folded for word in _LEADS):
        return
    for match in _EXACT.finditer(wording.text):
        yield match[0]
    for match in _RANGE.finditer(wording.text):
        low, unit, high, last = match.groups()
        middle = (Fraction(low) + Fraction(high)) / 2
        same = unit is None or unit.lower() == last.lower()
        if same and middle and 0 < (Fraction(high) - Fraction(low)) * 100 / middle < at_least:
            yield match[0]
    for match in _PLUS_MINUS.finditer(wording.text):
        value, unit, room, last = match.groups()
        if unit.lower() == last.lower() and Fraction(value) and 2 * Fraction(room) * 100 / Fraction(value) < at_least:
            yield match[0]
