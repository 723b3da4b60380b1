"""Who was invited to bid once candidates had been chosen, and who came forward and was not."""

from __future__ import annotations

from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.kinds import means_everybody
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.procedure import SecondStage
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When

CAME_FORWARD = frozenset({"candidate", "registrant", "registered"})
"""Roles of those who asked to take part; whether they may bid is for an invitation to say."""
ASKED_TO_BID = frozenset({"tenderer", "bidder", "invited"})
_CHOSEN = frozenset({"selective", "limited"})
"""Procedures in which only those bid who are invited."""


class Invitation(Frozen):
    """Who was invited, as the record calls them and by their ids, when, and where that stands."""

    names: frozenset[str]
    keys: frozenset[str]
    at: Node[object]
    when: Node[When | None]


def invitation(case: Case) -> Invitation | None:
    """Return who was invited by name: as the second stage says, else by the invitations recorded; `None` where nothing says."""
    return case.once(_invitation)


def only_invited(case: Case) -> Invitation | None:
    """Return who was invited where nobody else may bid: in a procedure that chooses its bidders, or that has a second stage."""
    tender = case.tender
    chosen = tender.procurement_method in _CHOSEN or tender.second_stage is not None
    return invitation(case) if chosen else None


def not_invited(case: Case, key: str) -> bool | None:
    """Whether somebody who came forward, and never bid, was not invited; `None` where nothing says who was."""
    party = case.party(key)
    if party is None or key in case.once(_with_a_bid):
        return False
    asked = {role.lower() for role in party.roles or ()}
    if not asked & CAME_FORWARD or asked & ASKED_TO_BID:
        return False
    found = only_invited(case)
    if found is None:
        return None if case.tender.procurement_method in _CHOSEN else False
    return key not in found.keys


def invited_without_a_bid(case: Case) -> tuple[str, ...]:
    """Return the ids of those who were invited and never bid, in the order of the case."""
    found = only_invited(case)
    if found is None:
        return ()
    known = [one.id for one in case.parties if one.id in found.keys]
    return tuple(one for one in known if one not in case.once(_with_a_bid))


def _invitation(case: Case) -> Invitation | None:
    stage = case.tender.second_stage
    sent = [one for one in case.events if one.kind == "invitation"]
    if stage is not None and stage.invited is not None:
        names, at = frozenset(stage.invited), stage.field("invited")
    else:
        names = frozenset(name for one in sent for name in (one.bidder, *(one.recipients or ())) if name)
        at = sent[0].node if sent else case.tender.node
        if not names:
            return None
    if any(map(means_everybody, names)):
        return None
    keys = frozenset(_key(case, one) for one in names)
    return Invitation(names, keys, at, _when(case, stage, sent))


def _when(case: Case, stage: SecondStage | None, sent: list[Event]) -> Node[When | None]:
    """Return when the first was invited, and where that stands or would."""
    if stage is not None and stage.invitation_date is not None:
        return Node((*stage.path, "invitation_date"), stage.invitation_date)
    dated = sorted((one for one in sent if one.date), key=lambda one: one.date.isoformat() if one.date else "")
    if dated:
        return Node((*dated[0].path, "date"), dated[0].date)
    return Node((*case.tender.path, "second_stage", "invitation_date"), None)


def _key(case: Case, name: str) -> str:
    """Return the id of the one party that is called so, or what it is called."""
    if case.party(name) is not None:
        return name
    found = [one.id for one in case.parties if one.id and (one.name or "").casefold() == name.casefold()]
    return found[0] if len(found) == 1 else name


def _with_a_bid(case: Case) -> frozenset[str | None]:
    return frozenset(one.bidder for one in case.bids)
