"""Rows of a list in which the register's own id for a holder stands for two: which of them each row means cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fairaudit.analysis.names.substance import is_one_digit, says_nothing
from fairaudit.procurement.registers.twofold import contradict

if TYPE_CHECKING:
    from fairaudit.procurement.registers.keeping import Entry, Kept
    from fairaudit.procurement.registers.matches import RegisteredTie

_MONTH = len("1980-05")


def id_written(text: str) -> str:
    """Return an id of a holder; empty for what stands where none is known, and would make one of all who have it."""
    return "" if says_nothing(text) or is_one_digit(text) or not text.strip(" 0") else text


def leave_out_twofold(kept: Kept) -> None:
    """Leave out the rows of an id that stands for two, each listed; of a second reading only its own, beside those `before`."""
    left: set[int] = set()
    for key, own in kept.numbered.items():
        every = [*kept.before.get(key, ()), *own]
        first = every[0]
        unlike = {
            (one.tie.holder, one.tie.birth): one
            for one in every
            if (one.tie.holder, one.tie.birth) != (first.tie.holder, first.tie.birth)
        }
        others = {pair for pair, one in unlike.items() if not _may_be_one(first.tie, one.tie)}
        if not others:
            continue
        for one in own:
            kept.meet(one.organisations)
            _list(kept, key, first, one, other=(one.tie.holder, one.tie.birth) in others)
        left.update(map(id, own))
    if left:
        kept.entries = [one for one in kept.entries if id(one) not in left]


def _list(kept: Kept, key: str, first: Entry, one: Entry, *, other: bool) -> None:
    at = f"line {first.line}" if kept.document is not None else f"record {first.line + 1}"
    words = (
        f"the id {key[:60]} stands for two holders, the first on {at}, so that nobody can tell which is meant; give each an id "
        "of its own. The row is left out"
        if other
        else f"goes by the id {key[:60]}, which stands for two holders; the row is left out"
    )
    kept.drop(one.line, words)
    kept.unnamed += 1


def _may_be_one(one: RegisteredTie, other: RegisteredTie) -> bool:
    """Whether two names may be of one holder, written in two ways or changed.

    A birth month in common is much: then one word of the names is enough, such as a given name beside that of a husband.
    """
    from fairaudit.analysis.names import organisation_name, words
    from fairaudit.analysis.names.described import Described
    from fairaudit.analysis.names.people import person_names
    from fairaudit.analysis.names.personlikeness import APART, FAR, compared_people

    if contradict(one.birth, other.birth):
        return False
    name, called = set(words(one.holder)), set(words(other.holder))
    if name <= called or called <= name:
        return True
    if {one.holder_is, other.holder_is} != {"person"}:
        return organisation_name(one.holder).core == organisation_name(other.holder).core
    grade = compared_people(
        *(person_names(Described("person", (each.holder,))) for each in (one, other)),
    ).grade
    born = min(len(one.birth), len(other.birth)) >= _MONTH
    return grade > APART or any(len(word) > 1 for word in name & called) if born else grade >= FAR
