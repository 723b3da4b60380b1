"""Ids that stand for two different people or parties, so that nobody can say which of them a record means.

One person recorded twice is one: their names are one, in whatever writing, and no birth date or number contradicts it. Names
that are only alike are two: what is recorded of a sister or a namesake is not to be held against somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import combinations, product, starmap
from typing import TypeVar

from fairaudit.analysis.names import any_same_organisation, organisation_name, same_birth, same_person_name
from fairaudit.analysis.names.described import Described, identifiers
from fairaudit.procurement.model.common import Identifier
from fairaudit.procurement.model.parties import Party, Person

One = TypeVar("One", Person, Party)


def people_apart(people: Iterable[Person], key: Callable[[Person], str | None]) -> Mapping[str, tuple[Person, ...]]:
    """Return the people of each key that several different people have."""
    return _apart(people, key, _two_people)


def parties_apart(parties: Iterable[Party]) -> Mapping[str, tuple[Party, ...]]:
    """Return the parties of each id that several different parties have."""
    return _apart(parties, lambda one: one.id, _two_parties)


def _apart(
    several: Iterable[One], key: Callable[[One], str | None], differ: Callable[[One, One], bool]
) -> dict[str, tuple[One, ...]]:
    by_key: dict[str, list[One]] = {}
    for one in several:
        if called := key(one):
            by_key.setdefault(called, []).append(one)
    return {
        called: tuple(ones)
        for called, ones in by_key.items()
        if len(ones) > 1 and any(differ(*pair) for pair in combinations(ones[:_MOST], 2))
    }


_MOST = 12
"""How many of one id are compared with each other: a hostile list of one id costs no more."""


def _two_people(one: Person, other: Person) -> bool:
    if same_birth(one.birth_date, other.birth_date) is False or other_number(one, other):
        return True
    if not one.name or not other.name or one_persons_name(one.name, other.name):
        return False
    return not numbers_of(one) & numbers_of(other)


def _two_parties(one: Party, other: Party) -> bool:
    if other_number(one, other):
        return True
    names, others = (tuple(filter(None, (party.name, *(party.aliases or ())))) for party in (one, other))
    if not names or not others or one_firms_name(names, others):
        return False
    return not numbers_of(one) & numbers_of(other)


def one_persons_name(name: str, other: str) -> bool:
    """Whether two names are one of somebody, in another order, case or alphabet, or with other titles."""
    return name == other or same_person_name(name, other) or _one_written_otherwise(name, other)


def one_firms_name(names: Collection[str], others: Collection[str]) -> bool:
    """Whether some of the names of two organisations are one, written otherwise: `Alder Ltd`, `ALDER LIMITED`."""
    if any_same_organisation(names, others) or set(names) & set(others):
        return True
    return any(starmap(_one_firm, product(names, others)))


def _one_written_otherwise(name: str, other: str) -> bool:
    """Whether two names of people differ in nothing but their order, letters, titles or particles written on.

    A letter, a middle name or an initial may be a sister's. The tables are loaded only where an id stands twice.
    """
    from fairaudit.analysis.names.people import read_name

    first, second = (
        {
            (*sorted(words), read.generation)
            for writing in (written, written.translate(_SPELT_OUT))
            for read in read_name(writing)
            for words in (read.words, read.together)
            if len(words) > 1
        }
        for written in (name, other)
    )
    return not first.isdisjoint(second)


_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa"})


def _one_firm(name: str, other: str) -> bool:
    """Whether two names of organisations differ only in what is written together: `Swift-line`, `Swiftline`."""
    first, second = organisation_name(name), organisation_name(other)
    joined = "".join(first.core) == "".join(second.core) != ""
    return joined and (first.form == second.form or not first.form or not second.form)


def numbers_of(part: Person | Party) -> frozenset[tuple[str, str]]:
    """Return the numbers of registers that somebody carries, in one writing."""
    return numbers_in(part.identifiers or ())


def numbers_in(several: Iterable[Identifier]) -> frozenset[tuple[str, str]]:
    """Return numbers of registers in one writing: leading zeros, signs and case tell nothing apart."""
    given = tuple((one.scheme, one.id) for one in several if one.scheme and one.id)
    return identifiers(Described("organisation", (), given)) if given else frozenset()


def other_number(one: Person | Party, other: Person | Party) -> bool:
    """Whether two records carry different numbers of one register, and none in common."""
    numbers, others = numbers_of(one), numbers_of(other)
    schemes = {scheme for scheme, _ in numbers} & {scheme for scheme, _ in others}
    return bool(schemes) and not numbers & others
