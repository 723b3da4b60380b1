"""Which records to compare: a few that are sought among many that pass by, and the pairs within one list.

What passes by is never held. What must be held, a list or those that are sought, stands in dictionaries up to `PLAIN` records;
beyond that its keys go to DuckDB, which spills to disk, where the extra `registers` is installed (`spilled`). Both ways find
the same candidates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec

from fairaudit.analysis.names.described import Described
from fairaudit.analysis.names.keys import keys
from fairaudit.analysis.names.sifting import Sieve

PLAIN = 100_000
"""Records that are held in dictionaries."""
CROWD = 500
"""Records under one key of a list from which on the key says nothing there: the pairs within grow with the square."""


class Sought:
    """The few that are sought, and the keys under which a record may be one of them."""

    def __init__(self, sought: Sequence[Described]) -> None:
        """Index the sought by their keys."""
        self._sieve = Sieve(sought)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(sought):
            for key in keys(one):
                self._places[key].append(at)

    def among(self, record: Described) -> list[int]:
        """Return the places of those among the sought that a record may be about, in order."""
        if not self._sieve.holds(record):
            return []
        shared = self._places.keys() & keys(self._sieve.trimmed(record))
        return sorted({at for key in shared for at in self._places[key]}) if shared else []


def candidates(
    sought: Sequence[Described], many: Iterable[Described], plain: int = PLAIN
) -> Iterator[tuple[int, Described]]:
    """Yield the place of one that is sought with each of the many that may be it, as they come."""
    if len(sought) > plain and spills():
        from fairaudit.analysis.names.spilled import spilled_candidates

        yield from spilled_candidates(sought, many)
        return
    index = Sought(sought)
    for record in many:
        for at in index.among(record):
            yield at, record


def pairs(records: Sequence[Described], plain: int = PLAIN) -> Iterator[tuple[int, int]]:
    """Yield the places of each two records of a list that may be about one, in order, each pair once."""
    if len(records) > plain and spills():
        from fairaudit.analysis.names.spilled import spilled_pairs

        yield from spilled_pairs(records, CROWD)
        return
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(records):
        for key in keys(one):
            blocks[key].append(at)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for places in blocks.values():
        if 1 < len(places) <= CROWD:
            for place, at in enumerate(places):
                found[at].update(places[place + 1 :])
    for at in sorted(found):
        for other in sorted(found.pop(at)):
            yield at, other


def spills() -> bool:
    """Whether DuckDB is installed, and can be loaded: what is compiled may not fit a machine."""
    if find_spec("duckdb") is None:
        return False
    try:
        import_module("duckdb")
    except ImportError:
        return False
    return True
