"""Candidates among more records than dictionaries should hold: their keys lie in DuckDB, which spills to disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from tempfile import gettempdir

import duckdb

from fairaudit.analysis.names.described import Described
from fairaudit.analysis.names.keys import keys

_BATCH = 20_000
"""Records whose keys are handed over at once."""
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "1GB",
    "temp_directory": gettempdir(),
    "threads": 1,
}
"""How a store is opened: what it spills goes where such files belong, not beside the case."""


def spilled_pairs(records: Sequence[Described], crowd: int) -> Iterator[tuple[int, int]]:
    """Yield the places of each two records under a key that no more than so many share, in order, each pair once."""
    with duckdb.connect(config=CONFIG) as store:
        _fill(store, "held", records)
        found = store.execute(
            """
            WITH few AS (SELECT key FROM held GROUP BY key HAVING count(*) BETWEEN 2 AND ?),
                 kept AS (SELECT held.key, held.place FROM held JOIN few ON held.key = few.key)
            SELECT DISTINCT one.place, other.place
            FROM kept AS one JOIN kept AS other ON one.key = other.key AND one.place < other.place
            ORDER BY ALL
            """,
            [crowd],
        )
        while rows := found.fetchmany(_BATCH):
            yield from rows


def spilled_candidates(sought: Sequence[Described], many: Iterable[Described]) -> Iterator[tuple[int, Described]]:
    """Yield the place of one that is sought with each of the many that may be it, batch by batch, as they come."""
    coming = iter(many)
    with duckdb.connect(config=CONFIG) as store:
        _fill(store, "held", sought)
        while batch := list(islice(coming, _BATCH)):
            _fill(store, "passing", batch)
            found = store.execute(
                """
                SELECT DISTINCT passing.place, held.place FROM passing JOIN held ON passing.key = held.key
                ORDER BY ALL
                """
            )
            for place, at in found.fetchall():
                yield at, batch[place]


def _fill(store: duckdb.DuckDBPyConnection, table: str, records: Sequence[Described]) -> None:
    store.execute(f"CREATE OR REPLACE TABLE {table} (place INTEGER, key BIGINT)")
    for start in range(0, len(records), _BATCH):
        places: list[int] = []
        hashed: list[int] = []
        for place, one in enumerate(records[start : start + _BATCH], start):
            found = keys(one)
            places.extend([place] * len(found))
            hashed.extend(map(_hashed, found))
        store.execute(f"INSERT INTO {table} SELECT unnest(?), unnest(?)", [places, hashed])


def _hashed(key: str) -> int:
    """Return a key as a number of 64 bits, which DuckDB joins faster than text."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
