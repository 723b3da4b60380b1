"""Contacts with single bidders outside the channel for questions."""

from collections.abc import Iterator

from fairaudit.analysis.messages.away_notes import is_an_away_note
from fairaudit.analysis.messages.errands import is_about_coming, is_an_errand
from fairaudit.analysis.messages.in_the_open import before_others, beside_others, only_sent_on
from fairaudit.analysis.messages.not_spoken_of import (
    beside_a_running_contract,
    denies,
    is_of_a_coming_contract,
    is_of_a_running_contract,
    parts,
    told_of_a_running_contract,
)
from fairaudit.analysis.messages.of_no_use import HOLDS, said_of_use
from fairaudit.analysis.messages.refused import has_a_figure, refuses, told_beside
from fairaudit.analysis.messages.says_it_leaves import says_it_left
from fairaudit.analysis.messages.well_wishes import only_courtesies
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.analysis.text.sidebyside import says_any
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.information.talks.compared import more_than_others
from fairaudit.checks.information.talks.contacts import addressed, holds
from fairaudit.checks.information.talks.said_of_contacts import (
    holds_any,
    is_none,
    texts_of,
)
from fairaudit.checks.information.talks.to_each import met_alike, others_in, to_all_in, to_each
from fairaudit.checks.reasons import first_unclear, lacking, unsure
from fairaudit.checks.timing.in_words import apart
from fairaudit.frozen import Frozen
from fairaudit.procurement.carried.ways import is_bounce
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Award, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.ledger import received_at
from fairaudit.procurement.received.recipients import meant, told
from fairaudit.procurement.received.things import enquiries_named, thing_of
from fairaudit.procurement.times.deadlines import Limit, Unclear, after, deadline_for

IN_CONTEST, MAYBE_OVER = "during the competition", "after bids closed; when the contest ended is not recorded"
_ENDED = ("complete", "cancelled", "unsuccessful", "withdrawn")


class Contact(Frozen):
    """Who was spoken to, when and by which way, in which part of the contest, and how much more than others."""

    bidder: tuple[str, ...]
    date: When
    channel: str
    in_contest: str
    difference: Clause


@check
def contact_outside_channel(
    node: Node[Event],
    case: Case,
    *,
    channels: tuple[str, ...],
    other_ways: tuple[str, ...],
    spoken: tuple[str, ...],
    other_matters: tuple[str, ...],
    nothing_said: tuple[str, ...] = (),
    no_contact: tuple[str, ...] = (),
    technical: tuple[str, ...] = (),
    of_substance: tuple[str, ...] = (),
    to_all: tuple[str, ...] = (),
    written: tuple[str, ...] = (),
    no_use: tuple[str, ...] = (),
    plain_ways: tuple[str, ...] = (),
    matters: tuple[str, ...] = (),
) -> Found[Contact]:
    """Flag a contact with some bidders between publication and award by a way that is none of `channels`.

    A person has to look where such a way is of a meeting or `other_ways`; where no way is given: a meeting, or words `spoken`,
    none of `other_matters`; and where `nothing_said` was, or the same `to_all`, or what is of `no_use`, or talk was refused, or
    no word is of the tender's `matters`. Nothing is found where all is of `no_contact`, an errand, `technical`, or a denial, and
    none `of_substance`; nor of one text to each that day by a `written` way. Not `plain_ways`: not assessed without a portal.
    """
    event, alike, by = node.value, to_each(case, node.value), (no_contact, technical, of_substance)
    idle, beside = _is_nothing(case, event, bool(alike), written), (*other_matters, *technical)
    if idle or is_none(case, event, *by) or _is_denied(event, beside, of_substance):
        return
    channel, inside = event.channel or _as_told(event, spoken, other_matters), is_inside(case, event, channels)
    if unsaid := _unsaid(event, channel):
        yield lacking(unsaid)
    elif not inside and may_be_inside(case, event, (*plain_ways, *spoken, *written, *other_ways)):
        yield from no_channel_named(node, case)
    elif not inside or _is_a_talk(event, (*other_ways, *spoken)):
        said = holds_any(texts_of(event), (*beside, *nothing_said, *no_contact, *to_all)) or event.reason or inside
        vain = _is_of_no_use(case, event, no_use, of_substance) or not _is_of_the_tender(case, event, matters)
        way = _way(event, str(channel), (*other_ways, *spoken)) if inside else str(channel)
        more, weight = _more(case, event, channels, *by), _weight(case, event, other_matters, matters)
        yield from _told_of(node, case, way, bool(said or vain or weight or alike is not False), more, weight)


def _more(case: Case, event: Event, channels: tuple[str, ...], *by: tuple[str, ...]) -> Clause:
    """Return how many contacts those of an event had more than others: alone, by no channel, while bids were wanted."""

    def counts(one: Event) -> bool:
        if one.date is None or is_for_all(case, one) or _is_idle(one) or is_inside(case, one, channels):
            return False
        return not is_none(case, one, *by) and isinstance(
            part_of_contest(case, Limit(one.date, one.field("date")), one.lot), str
        )

    return more_than_others(case, event, counts, (channels, *by))


def _met_alike(case: Case, event: Event) -> tuple[Event, ...]:
    """Return the meetings like one where each bidder had as many, all in one part of the contest and no figure told of them."""
    met = () if any(has_a_figure(one) for one in texts_of(event) if one) else met_alike(case, event)
    within = {part_of_contest(case, Limit(one.date, one.field("date")), one.lot) for one in met if one.date}
    return met if len(within) == 1 and isinstance(next(iter(within)), str) else ()


def _told_once(node: Node[Event], case: Case, met: tuple[Event, ...]) -> Iterator[Hit[Contact]]:
    """Ask once, of the first, what was said in meetings of which each bidder had as many."""
    first, last = met[0], met[-1]
    if first is not node.value or first.date is None or last.date is None:
        return
    who = tuple(sorted({name for one in met for name in addressed(case, one)}))
    span = f", {apart(case, first.date, Limit(last.date, last.node))} later" if last.date != first.date else ""
    alike = Clause(
        f"no bidder known had fewer meetings, alike by their records, the last of them on {last.date.in_words()}{span}"
    )
    during = str(part_of_contest(case, Limit(first.date, first.field("date")), first.lot))
    facts = Contact(who, first.date, first.channel or "meeting", during, alike)
    yield Hit(node, facts, tuple((one.node, "a meeting like it") for one in met[1:]), "possible", severity="low")


def _is_nothing(case: Case, event: Event, alike: bool, written: tuple[str, ...]) -> bool:
    """Whether a contact is for all, an errand, or one text to each by a `written` way."""
    return bool(
        is_for_all(case, event) or _is_idle(event) or (alike and event.text and holds_any((event.channel,), written))
    )


def _way(event: Event, channel: str, ways: tuple[str, ...]) -> str:
    """Return by which way a contact was whose channel is the right one: as a meeting, where the channel does not say so."""
    return channel if holds_any((event.channel,), ways) else f"{event.kind}, {channel}"


def _is_a_talk(event: Event, ways: tuple[str, ...]) -> bool:
    """Whether people met or spoke, by whatever way that was booked: of what was said then, a portal keeps nothing."""
    return event.kind == "meeting" or holds_any((event.channel,), ways)


def _is_idle(event: Event) -> bool:
    said = texts_of(event)
    return is_bounce(event) or (not event.material and (is_an_errand(said) or is_an_away_note(said)))


def is_for_all(case: Case, event: Event) -> bool:
    """Whether a contact was for everybody, by its recipients, its words, or the answer to all that came of it."""
    return EVERYBODY in told(case, event).keys or to_all_in(case, event) or _answered_to_all(case, event)


def _unsaid(event: Event, channel: str | None) -> Node[object] | None:
    """Return the first thing of a contact that is not given."""
    given = (("bidder", event.bidder or event.recipients), ("date", event.date), ("channel", channel))
    return next((event.field(name) for name, value in given if value is None), None)


def _told_of(
    node: Node[Event], case: Case, channel: str, doubt: bool, difference: Clause, weight: str | None
) -> Found[Contact]:
    """Tell of a contact where it was during the contest; of one without a way, alike for all or perhaps too late, ask."""
    event = node.value
    if event.date is None:
        return
    if met := _met_alike(case, event):
        yield from _told_once(node, case, met)
        return
    during = part_of_contest(case, Limit(event.date, event.field("date")), event.lot)
    others = others_in(case, event) if case.holds_all("bids") else ()
    unclear = first_unclear(during, others) if during else None
    if unclear:
        yield unsure(node, unclear)
    elif during and not isinstance(during, Unclear):
        facts = Contact(addressed(case, event), event.date, channel, during, difference)
        ask = doubt or not event.channel or during == MAYBE_OVER
        yield Hit(node, facts, confidence="possible" if ask else None, severity=weight)


def is_inside(case: Case, event: Event, channels: tuple[str, ...]) -> bool:
    """Whether the way of a contact holds the name of a channel for questions."""
    portal = case.tender.submission.portal if case.tender.submission else None
    return holds_any((event.channel,), (*channels, *([portal] if portal else [])))


def may_be_inside(case: Case, event: Event, plain_ways: tuple[str, ...]) -> bool:
    """Whether a way may be the channel for questions: no portal is named, and it is not plainly another way, such as a call."""
    portal = case.tender.submission.portal if case.tender.submission else None
    return bool(event.channel) and not portal and not holds_any((event.channel,), plain_ways)


def no_channel_named(node: Node[Event], case: Case) -> Iterator[Unassessed]:
    """Tell of a contact during the contest by what may be the channel that the portal is needed."""
    event = node.value
    during = part_of_contest(case, Limit(event.date, event.field("date")), event.lot) if event.date else None
    if isinstance(during, Unclear):
        yield unsure(node, during)
    elif during:
        yield lacking(Node(("tender", "submission", "portal"), None))


def _is_denied(event: Event, others: tuple[str, ...], barred: tuple[str, ...]) -> bool:
    """Whether the words of a contact deny that the tender was spoken of, and all others are of another matter."""
    said = [part for text in texts_of(event) if text for part in parts(text)]
    rest = [one for one in said if not denies(one)]
    if event.material or len(rest) == len(said) or holds_any(tuple(rest), barred):
        return False
    # A denial alone does not say what else there was to speak of.
    running = frozenset[str]().union(*(told_of_a_running_contract(text) for text in texts_of(event) if text))
    return bool(rest) and all(one in running or holds_any((one,), others) for one in rest)


def _weight(case: Case, event: Event, others: tuple[str, ...], matters: tuple[str, ...]) -> str | None:
    """Return `low` where a contact is quiet or a courtesy, or about a contract that runs, and no word of it is of the tender."""
    way = event.channel or event.kind
    if _is_quiet(event, matters) or (
        not event.material and only_courtesies(texts_of(event), addressed(case, event), way)
    ):
        return "low"
    said = [part for text in texts_of(event) if text for part in parts(text) if not denies(part)]
    if event.material or not any(map(is_of_a_running_contract, said)) or any(map(is_of_a_coming_contract, said)):
        return None
    rest = tuple(beside_a_running_contract(one, others) for one in said)
    return None if holds_any(rest, matters) or any(map(has_a_figure, rest)) else "low"


def _is_quiet(event: Event, matters: tuple[str, ...]) -> bool:
    """Whether all that is told is that it was before others, with no word of the tender, or that who called was sent on."""
    told_of_it = tuple(one for one in texts_of(event) if one)
    if event.material or not before_others(told_of_it):
        return not event.material and only_sent_on(told_of_it)
    rest = beside_others(told_of_it)
    return not holds_any(rest, matters) and not any(map(has_a_figure, rest))


def _is_of_no_use(case: Case, event: Event, phrases: tuple[str, ...], barred: tuple[str, ...]) -> bool:
    """Whether a contact by its words was of no use to bid with: a part says so, and none of the others is of substance."""
    said = [part for text in texts_of(event) if text for part in parts(text)]
    if event.material or not said:
        return False
    if is_about_coming(texts_of(event)) or (event.text and said_of_use(event.text) != HOLDS):
        return True
    who = addressed(case, event)
    idle = [one for one in said if holds_any((one,), phrases) or denies(one) or is_of_a_running_contract(one)]
    rest = [one for one in said if one not in idle and not says_it_left(one, who)]
    # A word alone, such as `told`, only echoes what stands before it.
    return len(rest) < len(said) and not holds_any(tuple(one for one in rest if " " in one), barred)


def _is_of_the_tender(case: Case, event: Event, matters: tuple[str, ...]) -> bool:
    """Whether the words of a contact, if there are any, are of the tender; beside a refusal only what is told."""
    said = tuple(one for one in texts_of(event) if one)
    if event.material or not said or not matters:
        return True
    if any(refuses(one) for one in said):
        said = tuple(part for one in said for part in told_beside(one))
    titles = (case.tender.title, *(one.title for one in case.tender.lots or ()))
    own = {word for title in titles for word in gist(title or "")}
    return holds_any(said, matters) or any(has_a_figure(one) or not own.isdisjoint(gist(one)) for one in said)


def _answered_to_all(case: Case, event: Event) -> bool:
    """Whether what a bidder said was entered that day as a question by the id it names, and answered to all bidders known."""
    named, who = enquiries_named(case, event), told(case, event).keys
    asked = [one for one in case.enquiries if thing_of(case, one) in named] if named else []
    return bool(asked) and all(
        one.asked_by is not None
        and meant(case, one.asked_by) in who
        and one.date is not None
        and event.date is not None
        and one.date.date == event.date.date
        and (thing := received_at(case, one.path)) is not None
        and not thing.without
        and not thing.unknown
        and bool(thing.had or thing.asked)
        for one in asked
    )


def _as_told(event: Event, spoken: tuple[str, ...], other_matters: tuple[str, ...]) -> str | None:
    """Return the way of a contact by what is told of it, or by its kind; `None` where it is of another matter or silent."""
    told_of_it = tuple(words(one or "") for one in (event.topic, event.text, event.reason))
    if any(says_any(said, other_matters) for said in told_of_it):
        return None
    found = (one for one in spoken if any(holds(said, words(one)) for said in told_of_it))
    return next(found, "meeting" if event.kind == "meeting" else None)


def part_of_contest(case: Case, moment: Limit, lot: str | None) -> str | Unclear | None:
    """Return in what part of the contest a moment lies: from publication to the last award of a lot, in no round of talks."""
    published = case.tender.published
    if published is None:
        return Unclear("tender.published is not given", ("tender.published",))
    before = after(case.clock, Limit(published, case.tender.field("published")), moment)
    if before is not False:
        return before if isinstance(before, Unclear) else None
    for one in case.tender.rounds or ():
        if (
            one.start_date
            and one.end_date
            and not (
                case.clock.before(moment.when, one.start_date)
                or case.clock.before(one.end_date, moment.when, end_first=True)
            )
        ):
            return None
    ends = [Limit(one.date, one.field("date")) for one in case.awards if one.date and _ends_contest(one, lot)]
    over = [after(case.clock, moment, one) for one in ends]
    unclear = next((one for one in over if isinstance(one, Unclear)), None)
    if unclear or (over and all(over)):
        return unclear
    closed = deadline_for(case, None, lot)
    past = isinstance(closed, Limit) and after(case.clock, moment, closed, deadline=True)
    return MAYBE_OVER if past is True and not over and case.tender.status in _ENDED else IN_CONTEST


def _ends_contest(award: Award, lot: str | None) -> bool:
    """Whether a decision to award is for a lot (`None`: for any) and stands; a cancelled one leaves the contest open."""
    return award.status != "cancelled" and (lot is None or award.lot in (None, lot))
