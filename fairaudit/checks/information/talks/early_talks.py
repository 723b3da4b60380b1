"""Talks about a coming tender, recorded as events before it was published, that some of its bidders had and others not."""

from fairaudit.analysis.messages.not_spoken_of import denies, is_of_a_coming_contract, is_of_a_running_contract, parts
from fairaudit.analysis.names import words
from fairaudit.analysis.text.sidebyside import says_any
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.information.talks.changed_alone import most_talks
from fairaudit.checks.people.conduct.out_of_it import out_of_it
from fairaudit.checks.reasons import incomplete, lacking
from fairaudit.checks.timing.in_words import counted
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.recipients import maybe, told, told_of


class Early(Frozen):
    """Who was talked with before the tender, about what, which bidders were not, and in how many talks."""

    given_to: tuple[str, ...]
    left_out: tuple[str, ...]
    topic: str
    difference: str


Options = tuple[tuple[str, ...], tuple[str, ...]]
"""Words of a coming tender, and words of other matters."""
ABOUT_IT, ELSEWHAT, UNTOLD = "about it", "something else", "untold"
Talks = dict[str, list[Event]]
"""The talks before publication, by what their words tell of."""


@check
def talk_before_tender(
    node: Node[Event],
    case: Case,
    *,
    of_a_tender: tuple[str, ...],
    other_matters: tuple[str, ...],
    grounds: tuple[str, ...],
) -> Found[Early]:
    """Ask about contacts and meetings before publication with some bidders, whose words are `of_a_tender`; told at the first.

    A talk was about something else where each part of what is told of it is of `other_matters` or a running contract, or where
    it denies that the tender was spoken of; what tells neither is not assessed. A talk of that day and bidder under
    `market_engagement` is judged there. Whoever was heard and shut out for it, on one of the `grounds`, has no lead left.
    """
    event = node.value
    if case.tender.published is None:
        if event.date:
            yield lacking(case.tender.field("published"))
        return
    talks = _talks(case, (of_a_tender, other_matters))
    own, untold = talks[ABOUT_IT], talks[UNTOLD]
    had, left = _sides(case, own, grounds)
    if had and left:
        if own[0] is event:
            yield from _told(case, own, had, left)
    elif untold and untold[0] is event and all(_sides(case, [*own, *untold], grounds)):
        yield from map(_unsaid, untold)


def _told(case: Case, own: list[Event], had: list[str], left: list[str]) -> Found[Early]:
    event = own[0]
    if not case.holds_all("events"):
        yield incomplete(event.node, "events")
        return
    given_to, left_out = (tuple(sorted(map(case.party_name, one))) for one in (had, left))
    facts = Early(
        given_to, left_out, event.topic or event.text or str(event.kind), counted(most_talks(case, own, had), "talk")
    )
    yield Hit(event.node, facts, tuple((one.node, "another talk") for one in own[1:]))


def _sides(case: Case, talks: list[Event], grounds: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Return the bidders that had some talks and were not shut out for it, and those that had none; nobody where all had them."""
    whom = told_of(case, tuple(who for one in talks for who in (*(one.recipients or ()), one.bidder) if who))
    field = () if EVERYBODY in whom.keys else field_of(case)
    outs = {one: out_of_it(case, one, grounds) for one in field if one in whom.keys}
    had = [one for one, out in outs.items() if out is None or out.words]
    return had, [one for one in field if one not in whom.keys and not maybe(case, whom, one)]


def _unsaid(event: Event) -> Unassessed:
    """Return that what a talk was about is not told, or not so that it can be placed."""
    if not _texts(event):
        return lacking(event.field("text"))
    name = f"{text_of(event.field('text').path)} (whether the tender was spoken of)"
    return Unassessed(event.node, "what is told of it leaves open whether the tender was spoken of", (name,))


def _known(_: Case) -> dict[Options, Talks]:
    return {}


def _talks(case: Case, options: Options) -> Talks:
    """Return the talks before the tender was published by what they were about; worked out once."""
    known = case.once(_known)
    if options not in known:
        found: Talks = {ABOUT_IT: [], ELSEWHAT: [], UNTOLD: []}
        for one in case.events:
            if _is_early(case, one):
                found[_about(one, *options)].append(one)
        known[options] = found
    return known[options]


def _is_early(case: Case, event: Event) -> bool:
    published = case.tender.published
    if event.kind not in ("contact", "meeting") or not event.date or not published:
        return False
    return case.clock.before(event.date, published, end_first=True) is True and not _under_engagement(case, event)


def _texts(event: Event) -> tuple[str, ...]:
    return tuple(one for one in (event.topic, event.text, event.reason) if one)


def _about(event: Event, of_a_tender: tuple[str, ...], other_matters: tuple[str, ...]) -> str:
    """Return what a talk was about by each part of its words: one part on the tender is enough, whatever the others are on."""
    said = [part for text in _texts(event) for part in parts(text)]
    found = {_about_part(one, of_a_tender, other_matters) for one in said if not denies(one)}
    if any(map(denies, said)):
        # `Mowing by the specification; tender not discussed`: the two can be read against each other.
        return UNTOLD if ABOUT_IT in found else ELSEWHAT
    if ABOUT_IT in found:
        return ABOUT_IT
    return ELSEWHAT if found == {ELSEWHAT} else UNTOLD


def _about_part(part: str, of_a_tender: tuple[str, ...], other_matters: tuple[str, ...]) -> str:
    if is_of_a_coming_contract(part):
        return ABOUT_IT
    said = words(part)
    of_it, other = (says_any(said, some) for some in (of_a_tender, other_matters))
    if of_it:
        # `The specification report for the present contract` may be on either.
        return UNTOLD if other else ABOUT_IT
    return ELSEWHAT if other or is_of_a_running_contract(part) else UNTOLD


def _under_engagement(case: Case, event: Event) -> bool:
    """Whether a talk with the market of that day names those whom an event was for."""
    return any(
        talk.date is not None
        and event.date is not None
        and talk.date.date == event.date.date
        and told(case, event).keys <= told_of(case, talk.participants or ()).keys
        for talk in case.tender.market_engagement or ()
    )
