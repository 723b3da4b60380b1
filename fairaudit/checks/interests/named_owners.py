"""Owners of whom only a name is recorded: a party of that name may be meant, and one name at two firms may be one owner."""

from collections.abc import Iterator

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.names import organisation_name, person_name, same_organisation_name
from fairaudit.analysis.names.substance import names_nobody
from fairaudit.analysis.ties.strength import Strength
from fairaudit.checks.bidders.kinship.coholders import is_of_many
from fairaudit.checks.interests.bonds import Bond, firm_node
from fairaudit.checks.interests.named_firms import node_named
from fairaudit.procurement.bidders.holdings import LEAST_SHARE, Lasts, contest_began, lasts
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Owner, Party

_HALF = 50
_STRENGTHS = {Lasts.OVER: Strength.REMOTE, Lasts.LATELY: Strength.RECENT}


def bonds_of_named_owners(case: Case) -> Iterator[Bond]:
    """Yield the ties of firms to owners by name, none of them sure, where the name leads to another firm of the case.

    Of a name of somebody's only such as control a firm are drawn, where several firms have one of that full name.
    """
    owned = [(one, owner) for one in case.parties if one.id for owner in one.owners or () if _is_only_named(owner)]
    called: dict[tuple[str, ...], list[Party]] = {}
    for one in case.parties if owned else ():
        called.setdefault(organisation_name(one.name or "").core, []).append(one)
    holding: dict[str, set[str | None]] = {}
    for party, owner in owned:
        holding.setdefault(_node_of(owner), set()).add(party.id)
    for party, owner in owned:
        alike = () if _is_a_person(owner) else called.get(organisation_name(owner.name or "").core, ())
        ends = [firm_node(one.id or "") for one in alike if one.id != party.id and _is_called(one, owner)]
        own = _node_of(owner)
        yield from _both_ways(case, party, owner, ends or ([own] if len(holding[own]) > 1 else []))


def owner_names(case: Case) -> dict[str, str]:
    """Return what the owners are called who stand under no id, by one spelling whichever is recorded first."""
    named = [owner for one in case.parties for owner in one.owners or () if _is_only_named(owner)]
    return {_node_of(one): one.name or "" for one in sorted(named, key=lambda one: one.name or "")}


def is_person_by_name(node: str) -> bool:
    """Whether a node is an owner of whom only the name of a person is recorded."""
    return node.startswith(_PERSON)


_PERSON = "p named "
_OF_SEVERAL = frozenset({
    "own", "shares", "the", "two", "three", "family", "trust", "founders", "brothers", "sisters", "heirs", "employees", "city",
    "town", "land", "county", "of", "group", "bank",
})  # fmt: skip
"""Words of what is no one's full name: `the founders`, `own shares`, `City of Leeds`."""


def _node_of(owner: Owner) -> str:
    name = owner.name or ""
    return f"{_PERSON}{' '.join(person_name(name))}" if _is_a_person(owner) else node_named(name)


def _is_a_person(owner: Owner) -> bool:
    return not organisation_name(owner.name or "").form


def _is_only_named(owner: Owner) -> bool:
    """Whether an owner who has a say is recorded by the name of a firm, or one in control by the full name of somebody."""
    if not owner.name or owner.party or owner.person or (owner.share is not None and owner.share < LEAST_SHARE):
        return False
    if names_nobody(owner.name) or is_of_many(owner.name):
        return False
    if not _is_a_person(owner):
        return True
    full = [one for one in person_name(owner.name) if len(one) > 1 and one.isalpha()]
    return len(full) > 1 and _OF_SEVERAL.isdisjoint(full) and (owner.share is None or owner.share > _HALF)


def _is_called(party: Party, owner: Owner) -> bool:
    return bool(party.id and party.name and owner.name) and same_organisation_name(party.name or "", owner.name or "")


def strength_of_owner(case: Case, owner: Owner) -> tuple[Strength, str]:
    """Return how strong the tie to an owner is by its dates, and until when it held its share, in words; empty while it does."""
    state, end = lasts(case, owner), owner.end_date
    strength = _STRENGTHS.get(state, Strength.CURRENT)
    over = state in (Lasts.LATELY, Lasts.OVER) and end is not None and end < (contest_began(case) or end)
    return strength, f" until {day_in_words(end)}" if end and over else ""


def _both_ways(case: Case, party: Party, owner: Owner, ends: list[str]) -> Iterator[Bond]:
    lasting, ended = strength_of_owner(case, owner)
    share = f" {owner.share:f} per cent" if owner.share is not None else ""
    controls = owner.share is None or owner.share > _HALF
    strength = lasting if controls else Strength.REMOTE
    dates = (False, owner.start_date, owner.end_date)
    for end in ends:
        node = firm_node(party.id or "")
        up = f"{'was' if ended else 'is'} owned{share}{ended}, by the name recorded, by"
        yield Bond(node, end, strength, up, owner.node, *dates, controls=controls)
        down = f"{'owned' if ended else 'owns'}{share}{ended}, by the name recorded,{' of' if share else ''}"
        yield Bond(end, node, lasting, down, owner.node, *dates)
