"""Which of thousands of records at once may be about somebody who is sought, told by DuckDB from their words alone.

They are those that pass the sieves (`sieve`), and perhaps some more: whatever passes is looked at in full. A word is understood
once, however many records have it, and stays in the store with whom it may mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import duckdb

from fairaudit.analysis.names.described import Described, birth_parts
from fairaudit.analysis.names.people import loose_words
from fairaudit.analysis.names.spilled import CONFIG
from fairaudit.procurement.registers.sieve import FirmSieve, PeopleSieve, bare, places_of

_WHOLE = 3
"""Parts of a whole birth date."""
_TYPES = {"place": "INTEGER", "who": "INTEGER", "alike": "BOOLEAN"}
"""The types of columns; all others are texts."""
_WORDS = """
    CREATE OR REPLACE TABLE word AS
    SELECT place, unnest(string_split(words, ' ')) AS word FROM passing WHERE words <> ''
"""
_NEW = "SELECT DISTINCT word FROM word ANTI JOIN seen USING (word)"
_PEOPLE = """
    WITH met AS (
        SELECT place, who, count(*) AS words, bool_or(alike) AS alike FROM word JOIN meant USING (word) GROUP BY place, who
    )
    SELECT place FROM met JOIN passing USING (place) JOIN sought USING (who)
    WHERE alike AND coalesce(passing.month = sought.month, true) AND (
        met.words > 1 OR passing.month = sought.month
        OR EXISTS (SELECT 1 FROM code WHERE code.who = met.who AND contains(passing.near, code.code))
    )
    UNION SELECT place FROM passing WHERE day IN (SELECT day FROM sought)
"""
_FIRMS = """
    SELECT place FROM word JOIN meant USING (word)
    UNION SELECT place FROM passing, whole WHERE contains(replace(words, ' ', ''), whole.name)
"""

Column = list[int] | list[bool] | list[str] | list[str | None]
Meant = tuple[int, bool]
"""Whom a word may mean, by their place among the sought, and whether it is like a word of theirs or only short for one."""


class _Store:
    """In tables of DuckDB: the words that came by with whom they mean, and the records that pass by just now."""

    def __init__(self, meant: Callable[[str], Iterable[Meant]]) -> None:
        self._meant = meant
        self._tables = duckdb.connect(config=CONFIG)
        self._tables.execute("CREATE TABLE seen (word VARCHAR)")
        self._tables.execute("CREATE TABLE meant (word VARCHAR, who INTEGER, alike BOOLEAN)")

    def fill(self, table: str, columns: Mapping[str, Column]) -> None:
        """Make a table anew of columns of one length."""
        self._tables.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT {_unnested(columns)}", columns)

    def asked(self, query: str) -> Iterator[int]:
        """Understand the words of the records that pass by, and yield the places that a query finds among them."""
        self._tables.execute(_WORDS)
        new = [word for (word,) in self._tables.execute(_NEW).fetchall()]
        self._add("seen", {"word": new})
        found = [(word, *one) for word in new for one in self._meant(word)]
        if found:
            words, who, alike = map(list, zip(*found, strict=True))
            self._add("meant", {"word": words, "who": who, "alike": alike})
        yield from (place for (place,) in self._tables.execute(query).fetchall())

    def _add(self, table: str, columns: Mapping[str, Column]) -> None:
        self._tables.execute(f"INSERT INTO {table} SELECT {_unnested(columns)}", columns)


class PeopleScreen:
    """Tells which records may be about one of the people who are sought."""

    def __init__(self, sieve: PeopleSieve) -> None:
        """Begin with those of a sieve."""
        self._sieve = sieve
        self._store = _Store(self._meant)
        births = [birth_parts(one.birth) for one in sieve.sought]
        who = list(range(len(births)))
        self._store.fill("sought", {"who": who, "month": [*map(_month, births)], "day": [*map(_day, births)]})
        codes = [(at, code) for code, held in sieve.codes.items() for at in places_of(held)]
        self._store.fill("code", {"who": [at for at, _ in codes], "code": [code for _, code in codes]})

    def among(self, records: Sequence[Described]) -> frozenset[int]:
        """Return the places of the records that may be about one of them."""
        places: list[int] = []
        words: list[str] = []
        births: list[tuple[str, ...]] = []
        near: list[str] = []
        found: set[int] = set()
        for place, one in enumerate(records):
            text = _words((one.given or "", one.surname or "", *one.names))
            if text is None or self._sieve.by_record(one):
                found.add(place)
                continue
            places.append(place)
            words.append(text)
            births.append(birth_parts(one.birth) if one.birth else ())
            near.append(_sendable(" ".join(map(bare, one.addresses))) if self._sieve.codes else "")
        born = {"month": [*map(_month, births)], "day": [*map(_day, births)]}
        self._store.fill("passing", {"place": places, "words": words, **born, "near": near})
        return frozenset(found.union(self._store.asked(_PEOPLE)))

    def _meant(self, word: str) -> Iterator[Meant]:
        like, short = self._sieve.meant(word)
        yield from ((who, bool(like >> who & 1)) for who in places_of(like | short))


class FirmScreen:
    """Tells which records may be about one of the organisations that are sought."""

    def __init__(self, sieve: FirmSieve) -> None:
        """Begin with those of a sieve."""
        self._sieve = sieve
        self._store = _Store(lambda word: [(0, True)] if sieve.means(word) else [])
        self._store.fill("whole", {"name": sorted(map(_sendable, sieve.whole))})

    def among(self, records: Sequence[Described]) -> frozenset[int]:
        """Return the places of the records that may be about one of them."""
        # The officers of a company stand together, each with a record of it.
        places: defaultdict[Described, list[int]] = defaultdict(list)
        for place, one in enumerate(records):
            places[one].append(place)
        ones = list(places)
        texts = [None if self._sieve.by_record(one) else _words(one.names) for one in ones]
        held = {at for at, text in enumerate(texts) if text is None}
        self._store.fill("passing", {
            "place": [at for at in range(len(ones)) if at not in held], "words": [one for one in texts if one is not None],
        })  # fmt: skip
        return frozenset(place for at in held.union(self._store.asked(_FIRMS)) for place in places[ones[at]])


def _words(names: Iterable[str]) -> str | None:
    """Return the words of names as the sieves take them, with a blank between; `None` where only reading a name tells them."""
    found: list[str] = []
    for name in filter(None, names):
        words = loose_words(name)
        if words is None:
            return None
        found.extend(words)
    return " ".join(found)


def _sendable(text: str) -> str:
    """Return a text without halves of characters, which DuckDB does not take."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _month(born: Sequence[str]) -> str | None:
    return "-".join(born[:2]) if len(born) > 1 else None


def _day(born: Sequence[str]) -> str | None:
    return "-".join(born) if len(born) == _WHOLE else None


def _unnested(columns: Mapping[str, Column]) -> str:
    return ", ".join(f"unnest(CAST(${name} AS {_TYPES.get(name, 'VARCHAR')}[])) AS {name}" for name in columns)
