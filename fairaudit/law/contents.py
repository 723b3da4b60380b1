"""What a law wants a notice, a letter or a record to hold, and which of it the words of a case say is there.

A pack keeps the lists as tables: one line for each paragraph, with the condition under which it is due. People write what a
notice holds in their own words; those of `content-words.csv` are understood, and what is not understood is told apart, since
it may well be what seems to be missing.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import lru_cache

from fairaudit.frozen import Frozen
from fairaudit.law.conditions import ask_all
from fairaudit.procurement.case import Case
from fairaudit.sources.shipped import shipped_rules

_IDLE = frozenset(
    {"the", "a", "an", "any", "all", "our", "of", "details", "name", "names", "list", "information", "about"}
)
_PARTS = re.compile(r"[,;:/&]|\band\b")


class Item(Frozen):
    """One paragraph of a list: what must be there, in words, what it is about, and when it is due: where all conditions hold."""

    schedule: str
    notice: str
    paragraph: str
    content: str
    words: str
    topic: str
    when: tuple[str, ...]


class Understood(Frozen):
    """What some words say is there, and the words that say nothing we know."""

    contents: frozenset[str]
    strange: tuple[str, ...]


class Lacking(Frozen):
    """What is due and is not there, and the fields that would settle whether more is due."""

    items: tuple[Item, ...]
    missing: tuple[str, ...]


def _rows(pack: str, name: str) -> list[dict[str, str]]:
    with (shipped_rules() / pack / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@lru_cache(maxsize=16)
def items(pack: str, name: str) -> tuple[Item, ...]:
    """Return the lines of a pack's list in order."""
    return tuple(
        Item(row.get("schedule", ""), row.get("notice", ""), row["paragraph"], row["content"], row["words"], row["topic"],
             tuple(one.strip() for one in row["when"].split(";") if one.strip()))
        for row in _rows(pack, name)
    )  # fmt: skip


@lru_cache(maxsize=4)
def _said_as(pack: str) -> dict[str, frozenset[str]]:
    """Return which contents each known word says; one word may say several, and one that ends in `*` begins what says it."""
    found: dict[str, set[str]] = {}
    for row in _rows(pack, "content-words"):
        for word in (row["content"].replace("-", " "), *row["said_as"].split("|")):
            found.setdefault(_plain(word) + "*" * word.endswith("*"), set()).add(row["content"])
    return {word: frozenset(contents) for word, contents in found.items()}


def _plain(text: str) -> str:
    """Return a text in small letters, without punctuation and the words that say nothing."""
    words = re.sub(r"[^a-z0-9]+", " ", text.lower()).split()
    return " ".join(one for one in words if one not in _IDLE)


@lru_cache(maxsize=4)
def _beginnings(pack: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the words with which a text may begin that says something, the longest first."""
    found = ((word[:-1] + " ", contents) for word, contents in _said_as(pack).items() if word.endswith("*"))
    return tuple(sorted(found, key=lambda one: (-len(one[0]), one[0])))


def _meant(pack: str, text: str) -> frozenset[str] | None:
    """Return what one part of a text says is there, by the whole of it or by how it begins."""
    plain = _plain(text)
    if plain in (known := _said_as(pack)):
        return known[plain]
    return next((contents for begins, contents in _beginnings(pack) if f"{plain} ".startswith(begins)), None)


def understood(pack: str, texts: Iterable[str]) -> Understood:
    """Return what is said to be there; each text may name several things."""
    known, contents, strange = _said_as(pack), set(), []
    for text in texts:
        whole = known.get(_plain(text))
        parts = [whole] if whole else [_meant(pack, one) for one in _PARTS.split(text.lower()) if _plain(one)]
        contents |= {content for one in parts if one for content in one}
        if not parts or None in parts:
            strange.append(text)
    return Understood(frozenset(contents), tuple(strange))


def lacking(case: Case, pack: str, due: Iterable[Item], there: Understood) -> Lacking:
    """Return which of some items are due and not there; those whose condition is open are not counted as due."""
    absent = [one for one in due if one.content not in there.contents]
    answers = [(one, ask_all(case, pack, one.when)) for one in absent if one.when]
    certain = {one for one, answer in answers if answer.holds} | {one for one in absent if not one.when}
    missing = tuple(dict.fromkeys(name for _, answer in answers if answer.holds is None for name in answer.missing))
    return Lacking(tuple(one for one in absent if one in certain), missing)
