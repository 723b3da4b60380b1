"""Whom a record means: people are called by id in one place and by name in another, and are still one person."""

from __future__ import annotations

from fairaudit.analysis.names import person_name
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import text_of
from fairaudit.procurement.parties import Person
from fairaudit.procurement.roles import role_named


def key_of(person: Person) -> str:
    """Return what a person is called in the records: the id, else the name, else where they stand."""
    return person.id or person.name or text_of(person.path)


def whose(case: Case, key: str) -> str:
    """Return one key for everything that calls somebody by their id or, where nobody else has it, by their name.

    A name that several people have, or none, stands for itself, in whatever order and with whatever titles it is written.
    Of several, the one who is recorded with a part in the procurement is meant.
    """
    known = case.once(_known)
    if key not in known:
        bearers = bearers_of(case, key)
        keys = {key_of(one) for one in bearers}
        likely = keys if len(keys) == 1 else {key_of(one) for one in bearers if _has_influence(one)}
        known[key] = likely.pop() if len(likely) == 1 else " ".join(spoken(key)) or key
    return known[key]


def ambiguous(case: Case, key: str) -> bool:
    """Whether a record names somebody by a name that several people have, so that it is not known which is meant."""
    return len({key_of(one) for one in bearers_of(case, key)}) > 1 and whose(case, key) not in case.once(_own_keys)


def bearers_of(case: Case, name: str | None) -> list[Person]:
    """Return the people with a name; a single word is compared as it is written."""
    return case.once(_by_name).get(spoken(name) or (name or "",), [])


def spoken(name: str | None) -> tuple[str, ...]:
    """Return the words that names of people are compared by; a single word is too little."""
    found = person_name(name) if name else ()
    return found if len(found) > 1 else ()


def _has_influence(person: Person) -> bool:
    return any(role_named(one.role or "") for one in person.roles or ())


def _own_keys(case: Case) -> frozenset[str]:
    return frozenset(key_of(one) for one in case.people)


def _known(case: Case) -> dict[str, str]:
    """Return where the keys found so far are kept; a key that is somebody's own is theirs alone."""
    return {one: one for one in case.once(_own_keys)}


def _by_name(case: Case) -> dict[tuple[str, ...], list[Person]]:
    found: dict[tuple[str, ...], list[Person]] = {}
    for one in case.people:
        if one.name:
            found.setdefault(spoken(one.name) or (one.name,), []).append(one)
    return found
