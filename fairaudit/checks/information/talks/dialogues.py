"""Dialogues, and meetings of a round of talks, that some bidders had before the award and others in the contest never."""

from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.talks.changed_alone import (
    NO_TOPIC,
    Alone,
    before_award,
    most_talks,
    with_nobody_named,
)
from fairaudit.checks.information.talks.in_contest import Words, owed
from fairaudit.checks.reasons import incomplete
from fairaudit.checks.timing.in_words import counted
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import admitted, lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.recipients import maybe, meant, reaches, told_of


class _Heard(Frozen):
    """The dialogues for a lot, the bidders who had one, and those in the contest for it who had none."""

    talks: tuple[Event, ...]
    had: tuple[str, ...]
    left: tuple[str, ...]
    most: int
    """How many talks those had who had most; who is left out had none."""


@check
def dialogue_for_some(
    node: Node[Event],
    case: Case,
    *,
    of_talks: tuple[str, ...] = (),
    of_declining: tuple[str, ...] = (),
    of_leaving: tuple[str, ...] = (),
) -> Found[Alone]:
    """Ask about dialogues before the award with some bidders, when others still in the contest had none; told at the first.

    A meeting counts within a round of talks that the tender gives; elsewhere it is a contact. Bids that were turned away do not
    count, nor those that do not say their lot, unless the dialogue says none either; nor bidders that had left the contest, by
    an exclusion, a withdrawal or words `of_leaving`, or wanted none, by words `of_talks` and `of_declining`.
    """
    event = node.value
    heard = case.once(_by_lot).get(lot_of(case, event.lot))
    if heard is None or heard.talks[0] is not event:
        yield from with_nobody_named(case, event) if _is_a_talk(case, event) else ()
        return
    if not case.holds_all("events"):
        yield incomplete(event.node, "events")
        return
    found = owed(case, heard.left, event.lot, heard.talks, Words(of_talks, of_declining, of_leaving))
    if not found.left:
        if found.unclear:
            yield found.unclear
        return
    given_to, left_out = (tuple(sorted(map(case.party_name, one))) for one in (heard.had, found.left))
    facts = Alone(given_to, left_out, event.topic or NO_TOPIC, counted(heard.most, "talk"))
    yield Hit(event.node, facts, tuple((one.node, "another dialogue") for one in heard.talks[1:]))


def _by_lot(case: Case) -> dict[str | None, _Heard]:
    """Return for each lot what dialogues some had and others never."""
    talks: dict[str | None, list[Event]] = {}
    for one in case.events:
        if _is_a_talk(case, one) and before_award(case, one) and reaches(case, one, None) is not None:
            talks.setdefault(lot_of(case, one.lot), []).append(one)
    found = {lot: _heard(case, lot, own, talks) for lot, own in talks.items()}
    return {lot: one for lot, one in found.items() if one is not None}


def _heard(case: Case, lot: str | None, own: list[Event], talks: dict[str | None, list[Event]]) -> _Heard | None:
    # What is for no lot in particular is for each.
    others = [it for other, more in talks.items() if other != lot and None in (other, lot) for it in more]
    whom = told_of(case, tuple(who for one in (*own, *others) for who in (*(one.recipients or ()), one.bidder) if who))
    field = {
        meant(case, bid.bidder): None
        for bid in case.bids
        if bid.bidder and (lot is None or lot_of(case, bid.lot) == lot) and admitted(case, bid) is not False
    }
    had = tuple(one for one in field if one in whom.keys)
    left = tuple(one for one in field if one not in whom.keys and not maybe(case, whom, one))
    if EVERYBODY in whom.keys or not had or not left:
        return None
    return _Heard(tuple(own), had, left, most_talks(case, (*own, *others), had))


def never_heard(case: Case, lot: str | None) -> frozenset[str]:
    """Return those in the contest for a lot who had no dialogue when others had: that is asked about at the first dialogue."""
    found = case.once(_by_lot).get(lot_of(case, lot))
    return frozenset(found.left) if found else frozenset()


def _is_a_talk(case: Case, event: Event) -> bool:
    return event.kind == "dialogue" or (event.kind == "meeting" and _in_a_round(case, event))


def _in_a_round(case: Case, event: Event) -> bool:
    """Whether an event lies in a round of talks that the tender gives."""
    return any(
        event.date is not None
        and one.start_date is not None
        and one.end_date is not None
        and case.clock.before(event.date, one.start_date) is False
        and case.clock.before(one.end_date, event.date, end_first=True) is False
        for one in case.tender.rounds or ()
    )
