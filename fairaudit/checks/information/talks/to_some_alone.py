"""Messages to some bidders alone by the channel for questions, or by a way that is not recorded."""

from fairaudit.analysis.messages.own_question import is_its_own_question
from fairaudit.analysis.messages.says_it_leaves import only_leaves
from fairaudit.analysis.messages.set_courtesies import is_a_set_courtesy
from fairaudit.analysis.messages.to_one import OwnMatters, Says, concerns_one_alone
from fairaudit.analysis.messages.well_wishes import only_courtesies
from fairaudit.checks.base import Clause, Found, Hit, check
from fairaudit.checks.information.talks.contacts import addressed
from fairaudit.checks.information.talks.first_person import in_first_person
from fairaudit.checks.information.talks.outside import (
    is_for_all,
    is_inside,
    may_be_inside,
    no_channel_named,
    part_of_contest,
)
from fairaudit.checks.information.talks.said_of_contacts import clauses_of, holds_any, texts_of
from fairaudit.checks.information.talks.to_each import others_in, to_each
from fairaudit.checks.reasons import first_unclear, incomplete, lacking, unsure
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of
from fairaudit.procurement.carried.plainly import says_no_more_than
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.answered_for_all import points_to_what_all_had
from fairaudit.procurement.received.ledger import received_as
from fairaudit.procurement.times.deadlines import Limit, deadline_for


def _only_asks(event: Event, of_asking: tuple[str, ...]) -> bool:
    """Whether every clause of a message is a question of its bidder's own, and none answers."""
    said = clauses_of(event)
    return bool(said) and not event.material and all(is_its_own_question(one, of_asking) for one in said)


class Alone(Frozen):
    """Who had a message that the others had not, when, and that they had one less by it."""

    bidder: tuple[str, ...]
    date: When
    difference: Clause = Clause("a difference of 1 message")


@check
def message_to_some(
    node: Node[Event],
    case: Case,
    *,
    channels: tuple[str, ...],
    own_matters: tuple[str, ...],
    of_asking: tuple[str, ...],
    of_substance: tuple[str, ...],
    plain_ways: tuple[str, ...] = (),
    in_a_bid: tuple[str, ...] = (),
    advice: tuple[str, ...] = (),
    spoken: tuple[str, ...] = (),
) -> Found[Alone]:
    """Ask about a message by one of `channels` that some bidders had during the contest and others, as far as is known, had not.

    One without a way counts where it has words, none of what was `spoken`. Not where it is recorded as nothing that changes
    what to bid, or where every clause asks (`of_asking`), or is an everyday note, of `own_matters`, or of what is `in_a_bid`
    and no `advice`, and says nothing else; nor where it answers a question whose answer went to all, or says an answer or a
    change that went to all and no more. Where no portal is named, a way that is none of `plain_ways` may be the channel: not
    assessed.
    """
    event = node.value
    inside = is_inside(case, event, channels)
    perhaps = not inside and may_be_inside(case, event, plain_ways)
    if event.material is False or not (inside or perhaps or _has_no_way(event, spoken)) or is_for_all(case, event):
        return
    words_of_it = event.text or event.topic or event.reason or (event.material and "material")
    for name, value in (("bidder", event.bidder or event.recipients), ("date", event.date), ("text", words_of_it)):
        if value is None:
            yield lacking(event.field(name))
            return
    matters = OwnMatters(*map(_saying, (own_matters, in_a_bid, advice, of_substance)))
    if event.date is None or _is_personal(event, matters, case) or _is_no_news(case, event, of_asking):
        return
    if perhaps:
        yield from no_channel_named(node, case)
    elif len(field_of(case)) < 2 and not case.holds_all("bids"):
        yield incomplete(node, "bids")
    else:
        yield from _message_told_of(node, case, event.date)


def _has_no_way(event: Event, spoken: tuple[str, ...]) -> bool:
    """Whether the record of a message does not say by which way it went, nor by its words that it was spoken, or a greeting."""
    said = tuple(one for one in texts_of(event) if one)
    if event.channel or event.kind != "contact" or not said or holds_any(said, spoken):
        return False
    return bool(event.material) or not only_courtesies(said)


def _message_told_of(node: Node[Event], case: Case, when: When) -> Found[Alone]:
    during = part_of_contest(case, Limit(when, node.value.field("date")), node.value.lot)
    others = others_in(case, node.value)
    if during and (unclear := first_unclear(during, others)):
        yield unsure(node, unclear)
    elif during and others:
        yield Hit(node, Alone(addressed(case, node.value), when))


def _is_no_news(case: Case, event: Event, of_asking: tuple[str, ...]) -> bool:
    """Whether a message only asks, or every bidder had what it says."""
    return _only_asks(event, of_asking) or _had_by_all(case, event)


def _had_by_all(case: Case, event: Event) -> bool:
    """Whether each had the message, or it says no more than answers and changes that every bidder known had by some record."""
    if to_each(case, event) or points_to_what_all_had(case, event):
        return True
    found = [received_as(case, key) for key in says_no_more_than(case, event)]
    return bool(found) and all(one and one.had and not one.without and not one.unknown for one in found)


def _is_personal(event: Event, matters: OwnMatters, case: Case) -> bool:
    """Whether all that a message says concerns its bidder alone; what it is headed with may be of substance too."""
    given = tuple(text for text in (event.text, event.reason) if text) or (event.topic or "",)
    if event.material or matters.of_substance(event.topic or ""):
        return False
    given = tuple(in_first_person(case, event, text) for text in given)
    if all(only_leaves(text) or is_a_set_courtesy(text) for text in given):
        return True
    end = deadline_for(case, None, event.lot)
    closing = (end.when.date, end.when.time) if isinstance(end, Limit) else None
    return concerns_one_alone(given, matters, closing)


def _saying(phrases: tuple[str, ...]) -> Says:
    return lambda text: holds_any((text,), phrases)
