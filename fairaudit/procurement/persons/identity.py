"""Whom a record means: people are called by id in one place and by name in another, and are still one person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fairaudit.analysis.names import person_name
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.parties import Party, Person
from fairaudit.procurement.persons.roles import role_named
from fairaudit.procurement.twice import parties_apart, people_apart


def key_of(person: Person) -> str:
    """Return what a person is called in the records: the id, else the name, else where they stand."""
    return person.id or person.name or text_of(person.path)


def whose(case: Case, key: str) -> str:
    """Return one key for everything that calls somebody by their id or, where nobody else has it, by their name.

    A name that several people have, or none, stands for itself, in whatever order and with whatever titles it is written. Of an
    evaluator, an initial and a surname are those of the one person whom they fit.
    Of several, the one who is recorded with a part in the procurement is meant.
    """
    return keys_of(case)[key]


def keys_of(case: Case) -> Mapping[str, str]:
    """Return `whose` as a mapping, for whoever asks of every score: each key is worked out once, and then only looked up."""
    return case.once(_Keys)


class _Keys(dict[str, str]):
    """The keys found so far; a key that is somebody's own is theirs alone."""

    def __init__(self, case: Case) -> None:
        super().__init__((one, one) for one in case.once(_own_keys))
        self._case = case

    def __missing__(self, key: str) -> str:
        bearers = bearers_of(self._case, key)
        keys = {key_of(one) for one in bearers}
        likely = keys if len(keys) == 1 else {key_of(one) for one in bearers if _has_influence(one)}
        likely = likely if bearers else _by_initial(self._case, key)
        self[key] = found = likely.pop() if len(likely) == 1 else " ".join(spoken(key)) or key
        return found


def ambiguous(case: Case, key: str) -> bool:
    """Whether a record names somebody by a name, or an id, that several people have, so that it is not known which is meant."""
    if whose(case, key) in case.once(several_people):
        return True
    if not case.once(_some_share_a_name):
        return False
    return len({key_of(one) for one in bearers_of(case, key)}) > 1 and whose(case, key) not in case.once(_own_keys)


def _some_share_a_name(case: Case) -> bool:
    """Whether any two people have one name, which in most cases no two have."""
    return any(len({key_of(one) for one in bearers}) > 1 for bearers in case.once(_by_name).values())


def may_mean(case: Case, name: str, key: str) -> bool:
    """Whether a name that several people have may mean the person whom a record calls by a key."""
    return ambiguous(case, name) and whose(case, key) in {key_of(one) for one in bearers_of(case, name)}


def ways_written(case: Case, keys: Iterable[str]) -> frozenset[bool]:
    """Return how keys are written under which nobody is recorded: as a name of several words (true), as an id (false)."""
    return frozenset(bool(spoken(one)) for one in keys if not known_person(case, one))


def called_otherwise(case: Case, key: str, ways: frozenset[bool]) -> bool:
    """Whether nobody is recorded under a key, and others, written in some ways, may be the same person: a name, and an id."""
    return not known_person(case, key) and (not spoken(key)) in ways


def known_person(case: Case, key: str | None) -> Person | None:
    """Return the person whom a record calls by id or name, `None` where nobody, or more than one, may be meant."""
    return case.once(_by_key).get(whose(case, key)) if key else None


def person_called(case: Case, key: str) -> str:
    """Return the name of somebody whom a record calls by a key; as it is written where nobody is known by it."""
    person = known_person(case, key)
    return (person.name if person else None) or key


def bearers_of(case: Case, name: str | None) -> list[Person]:
    """Return the people with a name; a single word is compared as it is written."""
    return case.once(_by_name).get(spoken(name) or (name or "",), [])


def spoken(name: str | None) -> tuple[str, ...]:
    """Return the words that names of people are compared by; a single word is too little."""
    found = person_name(name) if name else ()
    return found if len(found) > 1 else ()


def _by_initial(case: Case, key: str) -> set[str]:
    """Return the key of the one person whom an evaluator's initial and surname fit, unless both scored or sit side by side.

    Of anybody else they may be a namesake's: a bidder's person is not to become an official by an initial.
    """
    said = spoken(key)
    if len(said) != 2 or len(said[0]) != 1 or key not in case.once(_evaluators):
        return set()
    fit = {key_of(one) for one in case.once(_by_surname).get(said[1], []) if spoken(one.name)[0].startswith(said[0])}
    return fit if len(fit) == 1 and not any({key} | fit <= group for group in case.once(_side_by_side)) else set()


def _evaluators(case: Case) -> frozenset[str]:
    scores = (one.evaluator for one in case.evaluation.individual or ())
    return frozenset(one for one in (*(case.evaluation.panel or ()), *scores) if one)


def _by_surname(case: Case) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for one in case.people:
        if said := spoken(one.name):
            found.setdefault(said[-1], []).append(one)
    return found


def _side_by_side(case: Case) -> list[frozenset[str]]:
    """Return who sits on the panel, and who scored one answer: two that stand there are two people."""
    seats = frozenset(case.evaluation.panel or ())
    cells: dict[tuple[str | None, str | None], set[str]] = {}
    for score in case.evaluation.individual or ():
        if score.evaluator:
            cells.setdefault((score.bid, score.criterion), set()).add(score.evaluator)
    names = {one.name: key_of(one) for one in case.people if one.name}
    groups = [seats, *map(frozenset, dict.fromkeys(map(frozenset, cells.values())))]
    return [frozenset(one for key in group for one in (key, names.get(key, key))) for group in groups]


def _has_influence(person: Person) -> bool:
    return any(role_named(one.role or "") for one in person.roles or ())


def _own_keys(case: Case) -> frozenset[str]:
    return frozenset(key_of(one) for one in case.people)


def _by_key(case: Case) -> dict[str, Person]:
    """Return people by what the records call them; of one recorded twice the first is meant, of two with one id neither."""
    apart = case.once(several_people)
    return {key: one for one in reversed(case.people) if (key := key_of(one)) not in apart}


def several_people(case: Case) -> Mapping[str, tuple[Person, ...]]:
    """Return the people of each key that stands for several different people."""
    return people_apart(case.people, key_of)


def several_parties(case: Case) -> Mapping[str, tuple[Party, ...]]:
    """Return the parties of each id that stands for several different parties."""
    return parties_apart(case.parties)


def _by_name(case: Case) -> dict[tuple[str, ...], list[Person]]:
    found: dict[tuple[str, ...], list[Person]] = {}
    for one in case.people:
        if one.name:
            found.setdefault(spoken(one.name) or (one.name,), []).append(one)
    return found
