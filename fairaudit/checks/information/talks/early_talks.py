"""Talks about a coming tender, recorded as events before it was published, that some of its bidders had and others not."""

from fairaudit.analysis.messages.not_spoken_of import denies, parts
from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.talks.changed_alone import most_talks
from fairaudit.checks.information.talks.contacts import holds
from fairaudit.checks.reasons import incomplete, lacking
from fairaudit.checks.timing.in_words import counted
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.ledger import field_of
from fairaudit.procurement.node import Node
from fairaudit.procurement.recipients import maybe, told, told_of
from fairaudit.procurement.records import Event


class Early(Frozen):
    """Who was talked with before the tender, about what, which bidders were not, and in how many talks."""

    given_to: tuple[str, ...]
    left_out: tuple[str, ...]
    topic: str
    difference: str


Options = tuple[tuple[str, ...], tuple[str, ...]]
"""Words of a coming tender, and words of other matters."""


@check
def talk_before_tender(
    node: Node[Event], case: Case, *, of_a_tender: tuple[str, ...], other_matters: tuple[str, ...]
) -> Found[Early]:
    """Ask about contacts and meetings before publication with some bidders, whose words are `of_a_tender`; told at the first.

    Words of `other_matters`, or that deny that the tender was spoken of, say that it was about something else. A talk of that
    day and bidder under `market_engagement` is judged there.
    """
    event = node.value
    if case.tender.published is None:
        if event.date:
            yield lacking(case.tender.field("published"))
        return
    own = _talks(case, (of_a_tender, other_matters))
    if not own or own[0] is not event:
        return
    whom = told_of(case, tuple(who for one in own for who in (*(one.recipients or ()), one.bidder) if who))
    field = field_of(case)
    had = [one for one in field if one in whom.keys]
    left = [one for one in field if one not in whom.keys and not maybe(case, whom, one)]
    if not had or not left or EVERYBODY in whom.keys:
        return
    if not case.holds_all("events"):
        yield incomplete(event.node, "events")
        return
    given_to, left_out = (tuple(sorted(map(case.party_name, one))) for one in (had, left))
    facts = Early(
        given_to, left_out, event.topic or event.text or str(event.kind), counted(most_talks(case, own, had), "talk")
    )
    yield Hit(event.node, facts, tuple((one.node, "another talk") for one in own[1:]))


def _known(_: Case) -> dict[Options, list[Event]]:
    return {}


def _talks(case: Case, options: Options) -> list[Event]:
    """Return the talks about the coming tender before it was published; worked out once."""
    known = case.once(_known)
    if options not in known:
        known[options] = [one for one in case.events if _is_early(case, one, options)]
    return known[options]


def _is_early(case: Case, event: Event, options: Options) -> bool:
    published = case.tender.published
    if event.kind not in ("contact", "meeting") or not event.date or not published:
        return False
    if case.clock.before(event.date, published, end_first=True) is not True or _under_engagement(case, event):
        return False
    told_of_it = [one for one in (event.topic, event.text, event.reason) if one]
    if any(denies(part) for one in told_of_it for part in parts(one)):
        return False
    said = [words(one) for one in told_of_it]
    of_a_tender, other = (any(holds(one, words(it)) for one in said for it in some) for some in options)
    return of_a_tender and not other


def _under_engagement(case: Case, event: Event) -> bool:
    """Whether a talk with the market of that day names those whom an event was for."""
    return any(
        talk.date is not None
        and event.date is not None
        and talk.date.date == event.date.date
        and told(case, event).keys <= told_of(case, talk.participants or ()).keys
        for talk in case.tender.market_engagement or ()
    )
