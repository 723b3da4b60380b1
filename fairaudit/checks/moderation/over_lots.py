"""The same criterion in several lots, under one id or under several: what is said in the same words on it may be compared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from fairaudit.checks.base import Verb
from fairaudit.checks.moderation.comments import Words, words_of
from fairaudit.checks.scoring.criteria.tree import Question, questions
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case

_LEAST = 4
"""Shorter names of lots are too often something else. Heuristic."""
T = TypeVar("T")
Asked = tuple[object, ...]
"""What a criterion asks, alike for criteria that ask the same on the same scale."""


def asked_alike(case: Case, criterion: str | None, lot: str) -> Asked:
    """Return what stands for a criterion in any lot where the same is asked on the same scale, by its name and its text."""
    return case.once(_Asked)[criterion, lot]


class _Asked(dict[tuple[str | None, str], Asked]):
    """What the criteria of the lots ask, each looked up when it is first asked for: thousands of scores ask."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._questions: dict[str | None, list[Question]] = {}
        for one in questions(case):
            self._questions.setdefault(one.criterion.id, []).append(one)

    def __missing__(self, key: tuple[str | None, str]) -> Asked:
        """Look a criterion up as it is published for a lot; one that is published nowhere is itself alone."""
        name, lot = key
        own = next((one for one in self._questions.get(name, ()) if one.applies_to(lot)), None)
        found = self[key] = (name,) if own is None else _what(own)
        return found


def _what(question: Question) -> Asked:
    """Return what a criterion asks, and on which scale; one that has neither name nor text is known by its id alone."""
    own, scale = question.criterion, question.scale
    said = tuple(words_of(one or "") for one in (own.name, own.text))
    limits = (scale.minimum, scale.maximum, scale.step) if scale else ()
    return (*(said if any(said) else (own.id,)), *limits)


LOT = "\u00b7lot"
"""What stands for the lot that words are said for."""
_NUMBER = frozenset({"no", "nr", "number"})


def without_lot(case: Case, lot: str, words: Words) -> Words:
    """Return words with one sign for the lot that they are said for: its name, and its number behind the word `lot`."""
    forms = case.once(_lot_forms).get(lot, ())
    if not any(one[0] in words for one in forms):
        return words
    kept: list[str] = []
    at = 0
    while at < len(words):
        length = next((len(one) for one in forms if words[at : at + len(one)] == one), 0)
        kept.append(LOT if length else words[at])
        at += length or 1
    return tuple(kept)


class Said(Frozen, Generic[T]):
    """Words on what a criterion asks in a lot, and where they stand."""

    asked: Asked
    lot: str
    words: Words
    at: T


def said_alike(case: Case, said: Iterable[Said[T]]) -> list[list[T]]:
    """Return what is said in the same words, but for the lot that each is said for, and what is word for word the same else."""
    wide: dict[tuple[object, ...], dict[int, T]] = {}
    exact: dict[tuple[object, ...], dict[int, T]] = {}
    held: list[dict[int, T]] = []
    for number, one in enumerate(said):
        held.append(wide.setdefault((one.asked, without_lot(case, one.lot, one.words)), {}))
        held[-1][number] = exact.setdefault((one.asked, one.words), {})[number] = one.at
    # Words that name the lot of one of two are the same words in both, and said for its own lot in one alone.
    rest = (one for one in exact.values() if not one.keys() <= held[next(iter(one))].keys())
    return [list(one.values()) for one in (*wide.values(), *rest) if len(one) > 1]


def _lot_forms(case: Case) -> dict[str, tuple[Words, ...]]:
    """Return the words by which each lot is called, the longest first; a bare number or letter may be anything else."""
    found: dict[str, tuple[Words, ...]] = {}
    for one in case.lots:
        if one.id is None:
            continue
        forms = set[Words]()
        for called in (one.id, one.title):
            words = words_of(called or "")
            bare = words[1:] if words[:1] == ("lot",) else words
            if bare:
                forms |= {("lot", *bare), *(("lot", between, *bare) for between in _NUMBER)}
            if len(words) > 1 or (words and _is_a_name(words[0])):
                forms.add(words)
        found[one.id] = tuple(sorted(forms, key=lambda one: (-len(one), one)))
    return found


def _is_a_name(word: str) -> bool:
    """Whether a word alone calls a lot: `North` and `L2` do, `2` and `B` do not."""
    return (word.isalpha() and len(word) >= _LEAST) or not (word.isalpha() or word.isdigit())


def apart_by_lots(given: Iterable[tuple[str, object]]) -> bool:
    """Whether what stands in several lots has one score in each, and not one in all; apart within one it is told anyway."""
    by_lot: dict[str, set[object]] = {}
    for lot, score in given:
        by_lot.setdefault(lot, set()).add(score)
    return all(len(one) == 1 for one in by_lot.values()) and len(set().union(*by_lot.values())) > 1


def of_several_lots(lots: Iterable[str]) -> Verb:
    """Return in words that what is the same stands in several lots."""
    return Verb(f"; they are of different lots ({', '.join(dict.fromkeys(lots))}), which may need different things")
