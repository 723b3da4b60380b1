"""What rules say of a case some of whose tables could not be read: nothing that leans on them passes, and the file is named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from fairaudit.engine.judge import Judgement, Measured
from fairaudit.engine.paths import Unjudged
from fairaudit.engine.report import Confidence, Outcome
from fairaudit.engine.supposing import standing, supposed
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Part, text_of
from fairaudit.procurement.unread import CONSENSUS, INDIVIDUAL
from fairaudit.procurement.wanted import COMPLETENESS
from fairaudit.sources.document import Lost, Unreadable

P = TypeVar("P", bound=Part)
Judge = Callable[[Case], Judgement]


class Noted(Protocol):
    """Where it is noted what is looked at."""

    def add(self, name: str, /) -> None:
        """Note one thing."""


def with_tables_named(case: Case, judgement: Judgement, again: Judge) -> Judgement:
    """Return a judgement in which every table that could not be read, and that the rule leans on, is named as the reason."""
    unread = case.unread
    if not unread or judgement.outcome is Outcome.ERROR:
        return judgement
    judgement.unassessed = [_named(one, unread) for one in judgement.unassessed]
    if judgement.outcome is Outcome.NOT_ASSESSED:
        judgement.reason = judgement.unassessed[0].reason if judgement.unassessed else judgement.reason
        return judgement
    leant_on = _read_by(case, again, unread)
    if not leant_on:
        return judgement
    judgement.unassessed += [
        one for name in leant_on if (one := _lacks(name, unread[name])) not in judgement.unassessed
    ]
    if CONSENSUS in leant_on and INDIVIDUAL not in unread:
        judgement.hits = _whatever_was_agreed(case, judgement.hits, again, unread[CONSENSUS])
    if judgement.hits:
        judgement.outcome = Outcome.REVIEW
        judgement.hits = [one._replace(confidence=Confidence.POSSIBLE) for one in judgement.hits]
    else:
        judgement.outcome, judgement.reason = Outcome.NOT_ASSESSED, judgement.unassessed[0].reason
    return judgement


def _whatever_was_agreed(case: Case, hits: list[Measured], again: Judge, table: Unreadable) -> list[Measured]:
    """Return the findings of single scores that are the same whatever the panel agreed on.

    Where scores of the panel are lacking, single ones would stand in for them.
    """
    lost = table._replace(path=("evaluation", "consensus"), lost=Lost())
    cases = list(supposed(case, [lost])) if hits else []
    return standing(hits, cases, again) if cases else []


def _named(one: Unjudged, unread: Mapping[str, Unreadable]) -> Unjudged:
    """Return why a place could not be judged, by the file where what it lacks would stand in one."""
    for name in one.missing:
        section = name.removeprefix(COMPLETENESS)
        for listed, table in unread.items():
            if section == listed or section.startswith((listed + "[", listed + " ", listed + ".")):
                lacks = _lacks(listed, table)
                return one._replace(reason=lacks.reason, missing=lacks.missing)
    return one


def _lacks(name: str, table: Unreadable) -> Unjudged:
    where = text_of(table.path) if not table.file else f"{table.file}:{table.line}" if table.line else table.file
    reason = f"{where} {table.reason.partition('; ')[0]}, so that {name} is not known"
    return Unjudged(name, reason, (f"{text_of(table.path)} (a file that can be read)",))


def _read_by(case: Case, again: Judge, unread: Collection[str]) -> tuple[str, ...]:
    """Return the lists that are not known and that a judgement of a case looks at."""
    seen: set[str] = set()
    root = case.procurement
    changed = dict(root.__dict__)
    names = {one for one in unread if "." not in one}
    if root.evaluation is not None:
        inside = {one.partition(".")[2] for one in unread if "." in one}
        changed["evaluation"] = watched_part(
            root.evaluation, dict(root.evaluation.__dict__), inside, "evaluation.", seen
        )
    again(replace(case, procurement=watched_part(root, changed, names, "", seen), made={}))
    return tuple(one for one in unread if one in seen)


def watched_part(part: P, values: dict[str, object], names: Collection[str], above: str, seen: Noted) -> P:
    """Return a part that says the same and notes which of some fields are looked at."""
    kind = type(part)

    def look(self: Part, name: str) -> object:
        if name in names:
            seen.add(above + name)
        return object.__getattribute__(self, name)

    made: P = object.__new__(type(kind.__name__, (kind,), {"__getattribute__": look}))
    object.__setattr__(made, "__dict__", values)
    return made
