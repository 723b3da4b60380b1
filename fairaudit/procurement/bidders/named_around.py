"""Parties that may be an owner, a member or a subcontractor of another, of which that one records only the name."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.names import organisation_name, same_organisation_name
from fairaudit.procurement.bidders.holdings import LEAST_SHARE, owners_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Owner, Party


def named_owners(case: Case, party: Party) -> Iterator[tuple[Owner, str]]:
    """Yield the parties that may be an owner of which only the name is given, and who holds enough to count."""
    for owner in owners_of(case, party):
        if owner.name and not (owner.party or owner.person) and (owner.share is None or owner.share >= LEAST_SHARE):
            for other in case.once(_by_core).get(organisation_name(owner.name).core, ()):
                if other.id and other.id != party.id and same_organisation_name(owner.name, other.name):
                    yield owner, other.id


def named_firms(case: Case, party: Party) -> Iterator[tuple[str, str]]:
    """Yield the parties that may be a member or subcontractor of which only the name is given."""
    for words, keys in (("a member of the consortium", party.members), ("a subcontractor", party.subcontractors)):
        for name in keys or ():
            for other in case.once(_by_core).get(organisation_name(name).core, ()) if case.party(name) is None else ():
                if other.id and other.id != party.id and same_organisation_name(name, other.name):
                    yield words, other.id


def _by_core(case: Case) -> dict[tuple[str, ...], list[Party]]:
    """Return the parties by their names without legal forms."""
    found: dict[tuple[str, ...], list[Party]] = {}
    for one in case.parties:
        if one.name:
            found.setdefault(organisation_name(one.name).core, []).append(one)
    return found
