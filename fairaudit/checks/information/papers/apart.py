"""Checks of the family `information` on one thing that was not the same for all: a talk's material, access, time."""

from collections.abc import Iterable

from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.leaving import Sent, still_in
from fairaudit.checks.information.papers.forall import published_by
from fairaudit.checks.information.papers.of_talks import papers_of
from fairaudit.checks.information.papers.rooms import (
    opened_to_nobody_named,
    opened_to_some,
    others_looked,
    room_for_all,
    says,
)
from fairaudit.checks.people.conduct.out_of_it import out_of_it
from fairaudit.checks.reasons import incomplete, lacking, unsure
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.tender import MarketEngagement
from fairaudit.procurement.received.ledger import ledger_of
from fairaudit.procurement.received.receipts import Received
from fairaudit.procurement.received.recipients import meant
from fairaudit.procurement.times.deadlines import Unclear
from fairaudit.sources.document import Path


class Opened(Frozen):
    """Who could read something, who never could by what is recorded, and how many bidders that is."""

    given_to: tuple[str, ...]
    left_out: tuple[str, ...]
    difference: int


@check
def access_for_some(
    node: Node[Event],
    case: Case,
    *,
    of_a_room: tuple[str, ...] = (),
    alone: tuple[str, ...] = (),
    of_lateness: tuple[str, ...] = (),
) -> Found[Opened]:
    """Flag access to documents that some bidders known had and others never; the first record of it tells of all.

    What is there for all, or was published to all, needs no record of each who looked: where the documents are, access to
    what has no name is asked about if it is `of_a_room` or was opened to several who are listed, and flagged where it was for
    some `alone`; one that came late, by words `of_lateness`, favours nobody. What no record says is only known where all
    events are given.
    """
    event = node.value
    received, public = _not_had_by_all(case, event), published_by(case, event.document, event.date)
    if received is None or public is True:
        return
    doubt = "possible" if public is None else None
    if event.document is None and (case.tender.documents_available or case.tender.documents):
        if room_for_all(case, of_a_room):
            return
        if unsaid := opened_to_nobody_named(case, event):
            yield lacking(unsaid.field("recipients"))
            return
        looked = others_looked(case, event)
        opened = opened_to_some(event, of_a_room, alone, of_lateness) or len(event.recipients or ()) > 1
        if not opened or EVERYBODY in looked or not looked.isdisjoint((*received.without, *received.unknown)):
            # Who looked at documents that are there for all may have looked or not.
            yield lacking(event.field("document"))
            return
        doubt = None if says(event, alone) else "possible"
    without = still_in(case, received.without, received.item.lots, Sent(event.date, event.node))
    if isinstance(without, Unclear):
        yield unsure(event.node, without)
    elif without:
        yield Hit(event.node, Opened(_names(case, received.had), _names(case, without), len(without)), confidence=doubt)
    elif any(not one.whole for one in received.item.entries):
        yield incomplete(event.node, "events")


def _not_had_by_all(case: Case, event: Event) -> Received | None:
    found = case.once(_by_first_access).get(event.path)
    return found if found and found.had and (found.without or found.unknown) else None


def _by_first_access(case: Case) -> dict[Path, Received]:
    """Return what was opened to bidders by the first record of access to it."""
    kinds = {one.path: one.kind for one in case.events}
    found: dict[Path, Received] = {}
    for one in ledger_of(case):
        first = next((it.at.path for it in one.item.entries if kinds.get(it.at.path) == "access"), None)
        if first is not None:
            found[first] = one
    return found


def _names(case: Case, bidders: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(map(case.party_name, bidders)))


class Unpublished(Frozen):
    """What was given to those who took part in a talk, and is not among what everybody has."""

    document: str
    given_to: tuple[str, ...]
    difference: int
    """How many documents they have more than everybody."""


@check
def talk_material_unpublished(
    node: Node[MarketEngagement], case: Case, *, grounds: tuple[str, ...]
) -> Found[Unpublished]:
    """Flag material of a talk with the market that is not among the documents of the tender, or there for some only.

    That it was shared, as its record says, is neither shown nor contradicted by a list of documents that may not be whole. Nobody
    is ahead where all who took part were heard and shut out for it, on one of the `grounds`.
    """
    talk = node.value
    who = tuple(sorted(case.party_name(meant(case, one)) for one in talk.participants or ()))
    outs = [out_of_it(case, meant(case, one), grounds) for one in talk.participants or ()]
    gone = bool(outs) and all(outs)
    if gone and not any(one.words for one in outs if one):
        return
    for paper in papers_of(case, talk):
        if paper.for_all is None:
            yield incomplete(talk.field("shared_documents"), "tender.documents")
        elif not paper.for_all:
            related = tuple((one.field("recipients"), "for some only") for one in paper.versions)
            confidence = None if paper.versions and not talk.shared and not gone else "possible"
            facts = Unpublished(paper.name, who, 1)
            yield Hit(talk.field("shared_documents"), facts, related, confidence, key=paper.name)
