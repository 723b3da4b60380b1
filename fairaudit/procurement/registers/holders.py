"""Which entries of registers may be about one holder: by a number, by one name and birth month, or by names that are alike.

A register may write one officer as `VANCE, Ottilie` at one company and as `VANCE, Ottilie Jane` at another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from fairaudit.frozen import Frozen
from fairaudit.procurement.registers.matches import RegisteredTie

if TYPE_CHECKING:
    from fairaudit.analysis.names.described import Described

MOST_HOLDERS = 3_000
"""Holders whose names are compared with each other; of more, which no few bidders have, only those written the same are one."""


class OneHolder(Frozen):
    """Places of entries whose holders may be one: those that are written one way, and those written another, or the same again.

    `sure`: a number or a birth month says so, and not the names alone.
    """

    places: tuple[int, ...]
    others: tuple[int, ...]
    sure: bool


def holder_of(tie: RegisteredTie) -> tuple[str, ...]:
    """Return what two records of one holder share: the register's own id for them, else the name and the birth month."""
    if tie.holder_key:
        return ("key", tie.holder_key)
    words = "".join(sign if sign.isalnum() else " " for sign in tie.holder.casefold()).split()
    return ("name", " ".join(sorted(words)), tie.birth[:7])


def holders_beyond_comparing(entries: Sequence[tuple[int, RegisteredTie]]) -> int:
    """Return how many holders there are where they are too many for their names to be compared with each other, else 0."""
    count = len(_groups(entries))
    return count if count > MOST_HOLDERS else 0


def _groups(entries: Sequence[tuple[int, RegisteredTie]]) -> dict[tuple[str, ...], list[int]]:
    groups: dict[tuple[str, ...], list[int]] = {}
    for place, (register, tie) in enumerate(entries):
        if tie.holder:
            own = (str(register),) if tie.holder_key else ()
            groups.setdefault((*own, *holder_of(tie)), []).append(place)
    return groups


def one_holders(entries: Sequence[tuple[int, RegisteredTie]]) -> Iterator[OneHolder]:
    """Yield which of some entries, each with the number of its register, may be about one holder."""
    groups = _groups(entries)
    for places in groups.values():
        tie = entries[places[0]][1]
        yield OneHolder(tuple(places), tuple(places), bool(tie.holder_key) or len(tie.birth) > 4)
    if 1 < len(groups) <= MOST_HOLDERS:
        yield from _alike(entries, list(groups.values()))


def _alike(entries: Sequence[tuple[int, RegisteredTie]], groups: Sequence[list[int]]) -> Iterator[OneHolder]:
    from fairaudit.analysis.names.candidates import pairs

    described = [_described(entries[places[0]][1]) for places in groups]
    for first, second in pairs(described):
        one, other = entries[groups[first][0]], entries[groups[second][0]]
        sure = _likely_one(one, other)
        if sure is not None:
            yield OneHolder(tuple(groups[first]), tuple(groups[second]), sure)


def _likely_one(one: tuple[int, RegisteredTie], other: tuple[int, RegisteredTie]) -> bool | None:
    """Return whether more than names says that two holders are one; `None` where nothing does.

    Two ids of one register say that they are two, and a register may still give one person two: a question where all else agrees.
    Of names alone only such are asked about as differ by a letter, an order, a word more or an initial.
    """
    from fairaudit.analysis.names.likeness import compared
    from fairaudit.analysis.names.numberslips import number_slips

    first, second = _described(one[1]), _described(other[1])
    found = compared(first, second)
    if found is None:
        return None
    born = min(len(one[1].birth), len(other[1].birth)) > 4
    apart = one[0] == other[0] and one[1].holder_key and other[1].holder_key
    if first.kind == "organisation":
        numbered = bool(first.identifiers and second.identifiers) and not number_slips(first, second)
        return numbered if numbered or not apart else None
    if apart:
        return False if born and found.level != "possible" else None
    if born:
        return found.level != "possible"
    return False if _near_by_name(one[1].holder, other[1].holder) else None


def _near_by_name(one: str, other: str) -> bool:
    from fairaudit.analysis.names.described import Described
    from fairaudit.analysis.names.people import person_names
    from fairaudit.analysis.names.personlikeness import INITIAL, LIKE, compared_people

    like = compared_people(person_names(Described("person", (one,))), person_names(Described("person", (other,))))
    return like.grade >= (LIKE if like.frequent else INITIAL)


def _described(tie: RegisteredTie) -> Described:
    from fairaudit.analysis.names.described import Described

    if tie.holder_is == "person":
        return Described("person", (tie.holder,), (), tie.birth or None)
    scheme, _, number = tie.holder_id.partition(":")
    return Described("organisation", (tie.holder,), ((scheme, number),) if number else ())
