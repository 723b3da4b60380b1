"""Statements of ownership in which one id stands for two: two people, two organisations, or two ties.

Which of them another statement means cannot be told, and whichever came last would make the other disappear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from fairaudit.analysis.names import words
from fairaudit.sources.registers.bods import Misread, Statement

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_WHO = {"person": "people", "entity": "organisations", "tie": "ties"}


class Ids:
    """The ids that statements of a file were given, each taken down as it comes."""

    def __init__(self) -> None:
        self.fresh: set[str] = set()
        self.twice: set[str] = set()
        """Keys that are told as new more than once: mostly of one and the same."""
        self.own: dict[int, str] = {}
        """The key of the record that each statement is of, by what stands for the statement's own id."""

    def take(self, one: Statement) -> str | None:
        """Take down a statement; returns what is wrong with its own id where that is another's already."""
        if one.fresh:
            (self.twice if one.key in self.fresh else self.fresh).add(one.key)
        if not one.own or self.own.setdefault(hash(one.own), one.key) == one.key:
            return None
        return f"the statement id {one.own[:60]} stands twice, of two records; give each statement an id of its own"


def twofold(
    told: Iterable[Statement | Misread], ids: Ids, list_: Callable[[int, str], None]
) -> dict[str, list[Statement]]:
    """Return by key the statements of ids that stand for two; each place where one stands for another is listed."""
    first: dict[str, Statement] = {}
    found: dict[str, list[Statement]] = {}
    for one in told:
        if isinstance(one, Misread) or one.key not in ids.twice or not one.fresh:
            continue
        before = first.setdefault(one.key, one)
        if before is one or _same(before, one):
            continue
        who = _WHO[one.kind] if one.kind == before.kind else "records"
        list_(
            one.line,
            f"the id {one.key[:60]} stands for two {who}, the first on line {before.line}, so that nobody can tell which is "
            "meant where it is named; give each an id of its own",
        )
        found.setdefault(one.key, [before]).append(one)
    return found


def _same(one: Statement, other: Statement) -> bool:
    """Whether two statements may be of one and the same: a tie between the same two, or a name or number in common."""
    if one.kind != other.kind:
        return False
    if one.kind == "tie":
        sides = (one.subject, one.party) == (other.subject, other.party)
        return sides and (one.day != other.day or one.interests == other.interests)
    if contradict(one.birth, other.birth):
        return False
    if not one.names or not other.names or set(one.identifiers) & set(other.identifiers):
        return True
    pairs = [(set(words(name)), set(words(called))) for name in one.names for called in other.names]
    return any(name <= called or called <= name for name, called in pairs)


def contradict(birth: str | None, other: str | None) -> bool:
    """Whether two birth dates, each a day, a month or a year, are of two people."""
    births = [said for said in (birth, other) if said and _DAY.fullmatch(said)]
    return len(births) > 1 and not (births[0].startswith(births[1]) or births[1].startswith(births[0]))
