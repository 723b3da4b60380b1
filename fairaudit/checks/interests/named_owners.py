"""Owners of whom only a name is recorded: a party of that name may be meant, and one name at two firms may be one owner."""

from collections.abc import Iterator

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.names import organisation_name, same_organisation_name
from fairaudit.analysis.names.substance import names_nobody
from fairaudit.analysis.ties.strength import Strength
from fairaudit.checks.bidders.coholders import is_of_many
from fairaudit.checks.interests.bonds import Bond, firm_node
from fairaudit.checks.interests.named_firms import node_named
from fairaudit.procurement.case import Case
from fairaudit.procurement.holdings import LEAST_SHARE, Lasts, contest_began, lasts
from fairaudit.procurement.parties import Owner, Party

_HALF = 50
_STRENGTHS = {Lasts.OVER: Strength.REMOTE, Lasts.LATELY: Strength.RECENT}


def bonds_of_named_owners(case: Case) -> Iterator[Bond]:
    """Yield the ties of firms to owners by name, none of them sure, where the name leads to another firm of the case."""
    owned = [(one, owner) for one in case.parties if one.id for owner in one.owners or () if _is_only_named(owner)]
    called: dict[tuple[str, ...], list[Party]] = {}
    for one in case.parties if owned else ():
        called.setdefault(organisation_name(one.name or "").core, []).append(one)
    holding: dict[str, set[str | None]] = {}
    for party, owner in owned:
        holding.setdefault(node_named(owner.name or ""), set()).add(party.id)
    for party, owner in owned:
        alike = called.get(organisation_name(owner.name or "").core, ())
        ends = [firm_node(one.id or "") for one in alike if one.id != party.id and _is_called(one, owner)]
        own = node_named(owner.name or "")
        yield from _both_ways(case, party, owner, ends or ([own] if len(holding[own]) > 1 else []))


def owner_names(case: Case) -> dict[str, str]:
    """Return what the owners are called who stand under no id, by one spelling whichever is recorded first."""
    named = [owner.name for one in case.parties for owner in one.owners or () if owner.name and _is_only_named(owner)]
    return {node_named(one): one for one in sorted(named)}


def _is_only_named(owner: Owner) -> bool:
    """Whether an owner who has a say is recorded by the name of a firm; of people of one name another rule asks."""
    if not owner.name or owner.party or owner.person or (owner.share is not None and owner.share < LEAST_SHARE):
        return False
    return not names_nobody(owner.name) and bool(organisation_name(owner.name).form) and not is_of_many(owner.name)


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
