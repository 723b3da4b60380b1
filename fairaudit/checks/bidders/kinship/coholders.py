"""Owners that two rivals have in common: how much of each they hold, and whether that makes one house of both."""

from __future__ import annotations

from decimal import Decimal

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.names import words
from fairaudit.procurement.bidders.holdings import Lasts, lasts, owners_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Owner, Party

_OF_MANY = frozenset(
    """
    ministry minister government treasury crown council municipality county state republic federal secretary kingdom
    ministerium ministerio ministero ministere gouvernement regierung bund bundesland stadt gemeinde freistaat staat etat commune
    fund funds pension pensions superannuation index etf nominees nominee investors custodian depositary
    """.split()
)
"""Words in the names of the state and of funds, which hold shares in many firms that compete all the same."""
CONTROL = 50
_SAY = 25
"""Per cent of a firm from which on an owner has a say that registers of owners count as significant."""


def is_slight(case: Case, key: tuple[str, str], own: Party, other: Party) -> bool:
    """Whether a common owner is the state or a fund, or by all that is recorded holds too little to lead both."""
    if key[0] not in ("owner", "person"):
        return False
    if any(key[1] in (party.people or ()) for party in (own, other)):
        return False
    if key[0] == "owner" and key[1] not in (own.id, other.id) and _is_of_many(case, key[1]):
        return True
    held = [share for party in (own, other) if party.id != key[1] for share in [_share(case, party, key[1])]]
    known = [one for one in held if one is not None]
    return len(known) == len(held) and (min(known) < _SAY or max(known) < CONTROL)


def sold(case: Case, key: tuple[str, str], own: Party, other: Party) -> bool:
    """Whether an owner of both, or of the one by the other, no longer held a share in one of the two, or may not have."""
    if key[0] not in ("owner", "person"):
        return False
    if key[0] == "person" and any(key[1] in (party.people or ()) for party in (own, other)):
        return False
    held = [{lasts(case, one) for one in _by(case, party, key[1])} for party in (own, other)]
    return any(states and Lasts.HOLDS not in states for states in held)


def how_owned(case: Case, above: str, below: Party) -> str:
    """Return in words between two names how the first owns the second: as far as its dates tell, and how much of it."""
    owners = _by(case, below, above)
    shares = [one.share for one in owners if one.share is not None]
    if any(lasts(case, one) is Lasts.HOLDS for one in owners):
        return f"owns {max(shares):f} per cent of" if shares else "is an owner of"
    part = f"an owner of {max(shares):f} per cent" if shares else "an owner"
    ends = [one.end_date for one in owners if one.end_date and lasts(case, one) is Lasts.LATELY]
    return f"was {part} until {day_in_words(max(ends))} of" if ends else f"is, by dates that are not clear, {part} of"


def with_shares(case: Case, common: dict[tuple[str, str], str], own: Party, other: Party) -> dict[tuple[str, str], str]:
    """Return what two parties have in common, with how much a common owner holds of each, and until when, where recorded."""
    return {
        key: f"{said} ({'; '.join(parts)})" if (parts := _terms(case, key, own, other)) else said
        for key, said in common.items()
    }


def _terms(case: Case, key: tuple[str, str], own: Party, other: Party) -> list[str]:
    return [one for one in (_held(case, key, own, other), _until(case, key, own, other)) if one]


def _until(case: Case, key: tuple[str, str], own: Party, other: Party) -> str:
    """Return where an owner of both no longer held a share, or may not have; empty where it did."""
    if not sold(case, key, own, other):
        return ""
    said = []
    for party in (own, other):
        owners = _by(case, party, key[1])
        if owners and not any(lasts(case, one) is Lasts.HOLDS for one in owners):
            ends = [one.end_date for one in owners if one.end_date and lasts(case, one) is Lasts.LATELY]
            when = f"until {day_in_words(max(ends))}" if ends else "by dates that are not clear"
            said.append(f"of {party.name or party.id} {when}")
    return ", ".join(said)


def _held(case: Case, key: tuple[str, str], own: Party, other: Party) -> str:
    if key[0] not in ("owner", "person") or key[1] in (own.id, other.id):
        return ""
    told = sorted(
        (party.name or party.id or "", share) for party in (own, other) if (share := _share(case, party, key[1]))
    )
    return in_per_cent(told)


def in_per_cent(told: list[tuple[str, Decimal]]) -> str:
    """Return how much is held of each of two parties, by their names in order; empty where nothing is known of it."""
    if len(told) == 1:
        return f"{told[0][1]:f} per cent of {told[0][0]}"
    # In the order in which the two are named; long names twice would be cut short.
    parts = list(dict.fromkeys(f"{share:f}" for _, share in told))
    return f"{' and '.join(parts)} per cent{' of each' if len(parts) == 1 else ''}" if parts else ""


def _by(case: Case, party: Party, key: str) -> list[Owner]:
    """Return what an owner is recorded to hold of a party, but for what was over long before."""
    return [one for one in owners_of(case, party) if key in (one.party, one.person)]


def _share(case: Case, party: Party, key: str) -> Decimal | None:
    """Return how much an owner holds of a party; `None` where that is not said."""
    shares = [one.share for one in _by(case, party, key)]
    known = [one for one in shares if one is not None]
    return max(known) if known and len(known) == len(shares) else None


def _is_of_many(case: Case, key: str) -> bool:
    return is_of_many(case.party_name(key))


def is_of_many(name: str) -> bool:
    """Whether a name is one of the state or of a fund, which hold shares in many firms."""
    return not _OF_MANY.isdisjoint(words(name))
