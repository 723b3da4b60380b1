"""What rules say of a case some of whose tables could not be read: nothing that leans on them passes, and the file is named.

Nor passes what leans on which bid a record means, where nobody can say that: the record is named.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from fairaudit.engine.contract.report import Confidence, Outcome
from fairaudit.engine.judge import Judgement, Measured
from fairaudit.engine.rulefiles.paths import Unjudged
from fairaudit.engine.unread.supposing import Supposed, standing, supposed
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.unread import CONSENSUS, INDIVIDUAL, SCORE_LISTS
from fairaudit.procurement.model.node import Part, text_of
from fairaudit.procurement.wanted import COMPLETENESS
from fairaudit.sources.document import Lost, Path, Unreadable

P = TypeVar("P", bound=Part)
Judge = Callable[[Case], Judgement]


class Noted(Protocol):
    """Where it is noted what is looked at."""

    def add(self, name: str, /) -> None:
        """Note one thing."""


def with_tables_named(case: Case, judgement: Judgement, again: Judge) -> Judgement:
    """Return a judgement in which every table that could not be read, and that the rule leans on, is named as the reason."""
    unread = {**case.unread, **case.once(_of_no_bid)}
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


def _of_no_bid(case: Case) -> dict[str, Unreadable]:
    """Return by their paths the bids that records name so that nobody can say which is meant; those of scores are told apart."""
    return {
        text_of(one.path): one
        for one in case.unreadable
        if one.path[-1:] == ("bid",) and isinstance(one.path[-2], int) and one.path[1] not in SCORE_LISTS
    }


def _whatever_was_agreed(case: Case, hits: list[Measured], again: Judge, table: Unreadable) -> list[Measured]:
    """Return the findings of single scores that are the same whatever the panel agreed on.

    Where scores of the panel are lacking, single ones would stand in for them.
    """
    cases = _with_any_agreed(case, table) if hits else []
    return standing(hits, cases, again) if cases else []


def _with_any_agreed(case: Case, table: Unreadable) -> list[Supposed]:
    """Return cases in which the panel agreed on one thing or another, the same ones for all rules, which share what they make."""
    found = case.made.get(("agreed", table))
    if not isinstance(found, list):
        lost = table._replace(path=("evaluation", "consensus"), lost=Lost())
        found = case.made["agreed", table] = list(supposed(case, [lost]))
    return found


def _named(one: Unjudged, unread: Mapping[str, Unreadable]) -> Unjudged:
    """Return why a place could not be judged, by the file where what it lacks would stand in one."""
    for name in one.missing:
        section = name.removeprefix(COMPLETENESS)
        for listed, table in unread.items():
            whole = section == text_of(table.path[:-2])
            if whole or section == listed or section.startswith((listed + "[", listed + " ", listed + ".")):
                lacks = _lacks(listed, table)
                return one._replace(reason=lacks.reason, missing=lacks.missing)
    return one


def _lacks(name: str, table: Unreadable) -> Unjudged:
    where = text_of(table.path) if not table.file else f"{table.file}:{table.line}" if table.line else table.file
    if table.path[-1] == "bid":
        return Unjudged(name, f"{name} {table.reason}", (f"{name} (the bid that is meant)",))
    reason = f"{where} {table.reason.partition('; ')[0]}, so that {name} is not known"
    return Unjudged(name, reason, (f"{text_of(table.path)} (a file that can be read)",))


def _read_by(case: Case, again: Judge, unread: Collection[str]) -> tuple[str, ...]:
    """Return the lists and bids of records that are not known and that a judgement of a case looks at."""
    seen: set[str] = set()
    root = case.procurement
    bids = {one.path[:-1] for one in case.once(_of_no_bid).values()}
    changed = _noting_bids(root.__dict__, bids, seen)
    names = {one for one in unread if "." not in one}
    if root.evaluation is not None:
        inside = {one.partition(".")[2] for one in unread if "." in one}
        values = _noting_bids(root.evaluation.__dict__, bids, seen)
        changed["evaluation"] = watched_part(root.evaluation, values, inside, "evaluation.", seen)
    again(replace(case, procurement=watched_part(root, changed, names, "", seen), made={}))
    return tuple(one for one in unread if one in seen)


def _noting_bids(values: Mapping[str, object], records: Collection[Path], seen: Noted) -> dict[str, object]:
    """Return fields of which some records note that their bid is looked at."""
    lists = {one[-2] for one in records}

    def noting(one: object) -> object:
        if not isinstance(one, Part) or one.path not in records:
            return one
        return watched_part(one, dict(one.__dict__), {"bid"}, text_of(one.path) + ".", seen)

    return {
        name: tuple(map(noting, value)) if name in lists and isinstance(value, tuple) else value
        for name, value in values.items()
    }


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
