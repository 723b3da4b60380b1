"""The records of a register as they pass by: up to a hundred thousand one by one, those beyond by thousands through DuckDB.

Nothing is held but what passes by just now. Where the extra `registers` is not installed, all are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, islice, pairwise
from typing import Protocol, TypeVar

from fairaudit.analysis.names.candidates import PLAIN, spills
from fairaudit.analysis.names.described import Described
from fairaudit.procurement.registers.sought import Finder

_MAY_BE = (True, True)
"""What is said of a record that was not looked over: it is about two at most, an organisation and who holds something in it."""
_BATCH = 20_000
"""Records that are handed over at once."""
_CHARACTERS = 16_000_000
"""Characters of the records that are held at once: a hostile row may have a million."""


class Passing(Protocol):
    """A record as it was read."""

    @property
    def described(self) -> tuple[Described, ...]:
        """Whom it is about: each that may be somebody who is sought."""

    @property
    def characters(self) -> int:
        """How long it is."""


T = TypeVar("T", bound=Passing)


def looked_over(coming: Iterator[T], people: Finder, parties: Finder) -> Iterator[tuple[T, tuple[bool, ...]]]:
    """Yield the records in order, each with whether those it is about may be somebody who is sought."""
    yield from ((one, _MAY_BE) for one in islice(coming, PLAIN))
    batch = _batch(coming)
    # Only where a register goes on is DuckDB loaded.
    if batch and not spills():
        yield from ((one, _MAY_BE) for one in chain(batch, coming))
        return
    while batch:
        yield from _told(batch, people, parties)
        batch = _batch(coming)


def _told(batch: Sequence[T], people: Finder, parties: Finder) -> Iterator[tuple[T, tuple[bool, ...]]]:
    about = [one.described for one in batch]
    told = [one for each in about for one in each]
    may_be = [False] * len(told)
    for kind, finder in (("person", people), ("organisation", parties)):
        places = [at for at, one in enumerate(told) if one.kind == kind]
        for at in finder.worth_a_look([told[at] for at in places]):
            may_be[places[at]] = True
    ends = accumulate(map(len, about), initial=0)
    for one, (start, end) in zip(batch, pairwise(ends), strict=True):
        yield one, tuple(may_be[start:end])


def _batch(coming: Iterator[T]) -> Sequence[T]:
    batch: list[T] = []
    characters = 0
    for one in coming:
        batch.append(one)
        characters += one.characters
        if len(batch) >= _BATCH or characters > _CHARACTERS:
            break
    return batch
