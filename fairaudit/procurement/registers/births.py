"""The column that says when somebody was born, where it has none of the usual heads."""

from __future__ import annotations

from collections.abc import Mapping

_TELLING = frozenset({"birth", "birthdate", "birthday", "born", "dob"})
_BESIDE = frozenset({
    "and", "date", "day", "dd", "director", "full", "individual", "member", "mm", "month", "of", "officer", "on", "owner",
    "partial", "person", "psc", "s", "year", "yy", "yyyy",
})  # fmt: skip
"""Words that may stand beside; with any other, as in `place of birth` or `name at birth`, a column tells something else."""
_PARTS = frozenset({"day", "month", "year"})


def birth_column(heads: Mapping[int, str], found: Mapping[str, int], fields: Mapping[str, object]) -> dict[str, int]:
    """Return the column of birth dates, where one alone is headed so and none by the name of the field.

    A birth date that is not read ends no match, so that a namesake would be asked about.
    """
    if "birth_date" not in fields or "birth_date" in found:
        return {}
    places = [at for at, head in heads.items() if _says_when(set(head.split())) and at not in found.values()]
    return {"birth_date": places[0]} if len(places) == 1 else {}


def _says_when(words: set[str]) -> bool:
    """Whether a head is of a birth date: of a month together with its year, but not of one of the two alone."""
    parts = words & _PARTS
    return bool(words & _TELLING) and words <= _TELLING | _BESIDE and (not parts or parts >= {"month", "year"})
