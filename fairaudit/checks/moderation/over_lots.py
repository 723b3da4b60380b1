"""The same criterion in several lots, under one id or under several: what is said in the same words on it may be compared."""

from __future__ import annotations

from collections.abc import Iterable

from fairaudit.checks.base import Verb
from fairaudit.checks.moderation.comments import words_of
from fairaudit.checks.scoring.criterion_tree import Question, questions
from fairaudit.procurement.case import Case

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


def apart_by_lots(given: Iterable[tuple[str, object]]) -> bool:
    """Whether what stands in several lots has one score in each, and not one in all; apart within one it is told anyway."""
    by_lot: dict[str, set[object]] = {}
    for lot, score in given:
        by_lot.setdefault(lot, set()).add(score)
    return all(len(one) == 1 for one in by_lot.values()) and len(set().union(*by_lot.values())) > 1


def of_several_lots(lots: Iterable[str]) -> Verb:
    """Return in words that what is the same stands in several lots."""
    return Verb(f"; they are of different lots ({', '.join(dict.fromkeys(lots))}), which may need different things")
