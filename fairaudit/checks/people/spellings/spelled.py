"""Parties around bidders whose name a record may have written otherwise: misspelt, in another alphabet, or as a group's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fairaudit.analysis.names import OrganisationName, organisation_name
from fairaudit.analysis.names.legalforms import OF_GROUPS
from fairaudit.procurement.bidders.bidding import bidders
from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.faces import names_of

if TYPE_CHECKING:
    from fairaudit.analysis.names.candidates import Sought
    from fairaudit.analysis.names.described import Described
    from fairaudit.analysis.names.organisations import FirmName

_LEAST = 6
"""Letters of a single word that may tell a group by itself; a heuristic."""


def spelled_like(case: Case, name: str | None) -> frozenset[str]:
    """Return the parties around bidders that a name may mean although it is written otherwise: never more than a question."""
    if not name:
        return frozenset()
    known = case.once(_known)
    if name not in known:
        known[name] = frozenset(_found(case, name))
    return known[name]


def called_like(case: Case, name: str | None) -> frozenset[str]:
    """Return the parties around bidders that somebody may mean by a name in their own words, whatever form they give it.

    What is the name of another organisation of the case, in its own form, means that one.
    """
    found = spelled_like(case, name)
    if not name or organisation_name(name) in case.once(_names_of_others):
        return found
    known = case.once(_said)
    if name not in known:
        known[name] = frozenset(_meant(case, name))
    return found | known[name]


def _meant(case: Case, name: str) -> Iterator[str]:
    from fairaudit.analysis.names.saidfirms import keys_sought, may_mean, names_said

    index = case.once(_names_said)
    for one in names_said(name):
        found = dict.fromkeys(known for key in keys_sought(one) for known in index.get(key, ()))
        yield from (key for key, other in found if may_mean(one, other))


def _said(case: Case) -> dict[str, frozenset[str]]:  # kept with the case
    return {}


def _names_said(case: Case) -> dict[tuple[str, ...], list[tuple[str, FirmName]]]:
    from fairaudit.analysis.names.saidfirms import keys_said, names_said

    found: dict[tuple[str, ...], list[tuple[str, FirmName]]] = {}
    for party_key in bidders(case).standings:
        for name in names_of(case.party(party_key)) or (party_key,):
            for one in names_said(name):
                for key in (*keys_said(one), ("begins", one.core[0])):
                    found.setdefault(key, []).append((party_key, one))
    return found


def _names_of_others(case: Case) -> frozenset[OrganisationName]:
    around = bidders(case).standings
    return frozenset(organisation_name(name) for one in case.parties if one.id not in around for name in names_of(one))


def _known(case: Case) -> dict[str, frozenset[str]]:  # kept with the case
    """Return where the names compared so far are kept: every rule about ties asks for the same."""
    return {}


def _found(case: Case, name: str) -> set[str]:
    from fairaudit.analysis.names.likeness import compared

    names = case.once(_names)
    if not names.keys:
        return set()
    written = _described(name)
    near = {names.keys[at] for at in names.index.among(written) if compared(written, names.described[at])}
    return near | set(names.groups.get(_group(name), ()))


class _Names:
    """The names of the parties around bidders, to be looked up by likeness, and what a group of them would be called."""

    def __init__(self, called: list[tuple[str, str]]) -> None:
        self.keys = [key for key, _ in called]
        self.described = [_described(name) for _, name in called]
        self.index = _index(self.described)
        self.groups: dict[str, list[str]] = {}
        for key, name in called:
            first = organisation_name(name).core[:1]
            if first and len(first[0]) >= _LEAST:
                self.groups.setdefault(first[0], []).append(key)


def _names(case: Case) -> _Names:
    around = ((key, case.party(key)) for key in bidders(case).standings)
    return _Names([(key, name) for key, party in around for name in names_of(party) or (key,)])


def _group(name: str) -> str:
    """Return the word by which a name such as `Alder Group` calls a group; empty where it is no such name."""
    core = organisation_name(name).core
    return core[0] if len(core) == 2 and core[1] in OF_GROUPS and len(core[0]) >= _LEAST else ""


def _described(name: str) -> Described:
    from fairaudit.analysis.names.described import Described

    # Legal forms are not translated: between alphabets they say nothing.
    plain = name.isascii() or " ".join(organisation_name(name).core)
    names = (name,) if plain is True else (name, str(plain))
    return Described("organisation", names)


def _index(described: list[Described]) -> Sought:
    from fairaudit.analysis.names.candidates import Sought

    return Sought(described)
