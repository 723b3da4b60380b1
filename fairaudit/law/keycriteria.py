"""The five key criteria of the Provider Selection Regime (SI 2023/1348 reg 5), and which of them a name means."""

from __future__ import annotations

import csv
import re
from functools import lru_cache

from fairaudit.frozen import Frozen
from fairaudit.sources.shipped import shipped_rules


class Key(Frozen):
    """A key criterion: its paragraph of regulation 5, its name, and the words by which it is called."""

    paragraph: str
    words: str
    said_as: tuple[str, ...]


@lru_cache(maxsize=1)
def key_criteria() -> tuple[Key, ...]:
    """Return the five key criteria in the order of the regulation."""
    file = shipped_rules() / "nhs-psr" / "tables" / "key-criteria.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Key(row["paragraph"], row["words"], tuple(row["said_as"].split("|"))) for row in csv.DictReader(lines)
        )


def meant_by(name: str) -> frozenset[str]:
    """Return the paragraphs of regulation 5 that a name means: by its letter, or by the words it holds.

    `social value` is not `value`, so the longest words are looked for first and taken out.
    """
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", name.lower()).split())
    letter = re.search(r"(?:^|\b(?:reg|regulation) 5 ?|\bcriterion )([a-e])$", plain)
    if letter:
        return frozenset(letter[1])
    found = set()
    for words, paragraph in sorted(_names(), key=lambda pair: -len(pair[0])):
        plain, times = re.subn(rf"\b{re.escape(words)}\b", " ", plain)
        if times:
            found.add(paragraph)
    return frozenset(found)


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, str], ...]:
    return tuple((words, one.paragraph) for one in key_criteria() for words in one.said_as)
