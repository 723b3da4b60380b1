"""Checks of the family `information`: the same knowledge for everyone, at the same time."""

from collections.abc import Callable

from fairaudit.analysis.messages.may_put_off import may_put_off
from fairaudit.analysis.messages.own_notes import tells_nothing
from fairaudit.analysis.messages.turned_away import only_turns_away
from fairaudit.analysis.messages.wanted import may_be_a_status
from fairaudit.analysis.names import words
from fairaudit.analysis.reasons import says_why
from fairaudit.analysis.text.sidebyside import says_any
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.information.answers.answered_unlike import (
    SetRight,
    had_by_a_row,
    set_right,
    set_right_by_events,
    told_by_events,
    told_otherwise,
)
from fairaudit.checks.information.answers.left_out import Shared, left_out, name_of, shared, what_went
from fairaudit.checks.information.answers.of_the_tender import asks_beside, kept_although_of_the_tender
from fairaudit.checks.information.answers.owed import ASKED, NOT_OWED
from fairaudit.checks.information.answers.owing import (
    how_owed,
    is_a_note_of_its_own,
    is_help_alone,
    is_of_the_asker,
    may_be_courtesy_alone,
)
from fairaudit.checks.information.answers.unplaced import (
    Perhaps,
    may_be_an_enquirys,
    may_be_mentioned,
    may_have_been_told,
)
from fairaudit.checks.information.leaving import Sent
from fairaudit.checks.information.papers.copies import NEVER, behind, hours_near_the_end, waited_in_words
from fairaudit.checks.information.papers.othernames import had_its_counterpart, may_be_one_for_all
from fairaudit.checks.information.papers.public import published_to_some
from fairaudit.checks.information.papers.replaced import replaced_for
from fairaudit.checks.information.papers.sendings import sent_first, sent_like
from fairaudit.checks.information.papers.spread import (
    Spread,
    asking_for,
    dated_alone,
    first_sent,
    only_asked,
    spread_at,
    taken_back,
    undated_event,
    unsaid_in_time,
    unsaid_later,
)
from fairaudit.checks.reasons import ZONE, first_unclear, lacking, unsure
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of, withdrawn_from
from fairaudit.procurement.bidders.invited import not_invited
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.model.tender import Amendment, DocumentVersion
from fairaudit.procurement.received.recipients import meant, reaches
from fairaudit.procurement.received.things import things_mentioned
from fairaudit.procurement.times.deadlines import Unclear

_WITHIN_HOURS = "medium"
"""How much it weighs that an answer may have gone to all within hours, by what does not say which it is."""
_ASKER_UNKNOWN = "; whether whoever asked had it is not recorded"
_ASKER_ALONE = " if whoever asked had it, which is not recorded"
_MAY_TELL_NOTHING = "; one record of it may say only that there is no answer yet"
TAKEN_BACK = "says that what had been published was taken back, or never came out"


class Uneven(Frozen):
    """Who had a thing in time, who had not, and how much later these had it."""

    reached: set[str]
    others: tuple[str, ...]
    difference: str


def _uneven(case: Case, thing: Spread, hours: int, lots: tuple[str, ...] = ()) -> Uneven | Unclear:
    """Hold all records of a thing against the bidders known; later is more than some hours after the first had it."""
    since = thing.copies.earliest
    reached = thing.copies.in_time(case, since, hours)
    if isinstance(reached, Unclear):
        return reached
    others = left_out(case, reached, lots, first_sent(thing))
    if isinstance(others, Unclear):
        return others
    return Uneven(reached, others, behind(case, thing.copies, since, others) if others else "")


def _late(case: Case, thing: Spread, hours: int) -> tuple[Uneven | Unclear, str | None]:
    """Hold a thing against the bidders; where only the little time that was left makes the others late, it is a question."""
    found = _uneven(case, thing, hours, thing.received.item.lots)
    few = hours_near_the_end(case, thing.copies, hours)
    if isinstance(found, Unclear) or found.others or few == hours:
        return found, None
    closer = _uneven(case, thing, few, thing.received.item.lots)
    return (closer, "possible") if isinstance(closer, Uneven) and closer.others else (found, None)


def _by_what_tells(case: Case, thing: Spread, hours: int) -> tuple[Spread, Uneven | Unclear, str | None, bool]:
    """Hold a thing against the bidders, and return whether what is told hangs on a record that may have told nobody anything.

    Whoever had it by no record at all is told of alone.
    """
    found, doubt = _late(case, thing, hours)
    if thing.telling is None or isinstance(found, Unclear):
        return thing, found, doubt, False
    without = thing._replace(copies=thing.telling)
    surely, _ = _late(case, without, hours)
    if isinstance(surely, Unclear):
        return thing, found, doubt, True
    if not found.others:
        return (without, surely, doubt, True) if surely.others else (thing, found, doubt, False)
    since = thing.copies.earliest
    never = tuple(one for one in found.others if behind(case, thing.copies, since, (one,)) == NEVER)
    if never and surely.reached:
        return without, Uneven(surely.reached, never, NEVER), doubt, False
    return thing, found, doubt, True


def _perhaps_uninvited(case: Case, found: Uneven) -> bool:
    return all(not_invited(case, one) is None for one in found.others)


def _told_of(
    node: Node[Enquiry] | Node[Amendment] | Node[DocumentVersion],
    case: Case,
    hours: int,
    perhaps: Callable[[Spread, tuple[str, ...]], Perhaps] = lambda _thing, _others: Perhaps(),
    weak: bool = False,
    severity: str | None = None,
) -> Found[Shared]:
    """Tell at the first record of a thing in its list who had it first and who later, if at all.

    Those who had it `perhaps` are only asked about, and so are all where it is `weak`.
    """
    thing = spread_at(case, node.value.path)
    if thing is None:
        return
    thing, found, doubt, hangs = _by_what_tells(case, thing, hours)
    if isinstance(found, Uneven) and not found.others:
        yield from _had_by_all(node, case, thing, hours)
        return
    at = node.value.field("recipients")
    if node.value.recipients is None:
        yield lacking(at)
    elif node.value.path not in thing.leads or thing.silent:
        # Another record of the thing tells of it, or does not say whom it was for.
        return
    elif isinstance(found, Unclear):
        yield unsure(node, found)
    elif unsaid := unsaid_in_time(case, thing, hours):
        # Whoever it does not name may have had it by this record, and nobody is said to have been left out.
        yield lacking(Node((*unsaid.path, "recipients"), None))
    elif (found := _of_this_answer(case, thing, found, node.value, hours)).others:
        told, soon = _by_perhaps(case, thing, found, perhaps(thing, found.others))
        mentioned = may_be_mentioned(case, node.value, told.others, thing.copies.earliest, hours)
        asked = weak or bool(doubt or hangs) or soon is not None or mentioned or _perhaps_uninvited(case, told)
        facts, known = _without_who_asked(case, thing, node.value, told, _MAY_TELL_NOTHING if hangs else "")
        # Who asked may have had it at once, by a record that only says who else did.
        asked = asked or not known or {*told.others} <= asking_for(thing)
        yield Hit(
            at, facts, confidence="possible" if asked else None, severity=severity or (_WITHIN_HOURS if soon else None)
        )


def _without_who_asked(
    case: Case, thing: Spread, record: Enquiry | Amendment | DocumentVersion, told: Uneven, beside: str = ""
) -> tuple[Shared, bool]:
    """Name whom a thing is recorded to have reached, and whether that is anybody; who asked is not taken to have had it."""
    asking = only_asked(thing)
    reached = {one for one in told.reached if one not in asking}
    facts = shared(case, reached, told.others, told.difference, what_went(record), name_of(record))
    if asking & told.reached & {*field_of(case), *withdrawn_from(case)}:
        beside = f"{_ASKER_UNKNOWN if reached else _ASKER_ALONE}{beside}"
    facts = facts._replace(difference=Clause(f"{facts.difference}{beside}")) if beside else facts
    return facts, bool(reached)


def _of_this_answer(case: Case, thing: Spread, found: Uneven, record: object, hours: int) -> Uneven:
    """Leave out who had another answer to the same question: that they did is told once, by its own rule."""
    if not isinstance(record, Enquiry):
        return found
    found = _set_right(found, set_right_by_events(case, record, hours))
    apart = told_otherwise(case, record) | told_by_events(case, record)
    if not apart:
        return found
    others = tuple(one for one in found.others if one not in apart)
    had = {one for one in found.reached if meant(case, one) not in apart}
    return Uneven(had, others, behind(case, thing.copies, thing.copies.earliest, others))


def _set_right(found: Uneven, later: SetRight | None) -> Uneven:
    """Tell of those who had another answer, which all had then, how much later that was."""
    if later is None or found.difference != NEVER or not later.others.issuperset(found.others):
        return found
    return found._replace(difference=f"{later.waited} later, in an answer to all that says something else")


def _by_perhaps(case: Case, thing: Spread, found: Uneven, perhaps: Perhaps) -> tuple[Uneven, bool | None]:
    """Return of whom is told that they had a thing late or not, and where all may have had it, whether that was soon."""
    since = thing.copies.earliest
    never = tuple(one for one in found.others if one not in perhaps.keys)
    if never and len(never) < len(found.others):
        found = Uneven(found.reached, never, behind(case, thing.copies, since, never))
    if never:
        late = unsaid_later(case, thing) if found.difference == NEVER else None
        return (found._replace(difference=f"{late} later, if at all") if late else found), None
    wait = waited_in_words(case, since, perhaps.when)
    when = f"{wait} later" if wait else "at about the same time" if perhaps.when else "at a time that is not given"
    what = "sent or published" if perhaps.soon else "published"
    difference = f"{when}, if what was {what} then holds it, else {found.difference}"
    return found._replace(difference=difference), perhaps.soon


def _had_by_all(
    node: Node[Enquiry] | Node[Amendment] | Node[DocumentVersion], case: Case, thing: Spread, hours: int
) -> Found[Shared]:
    """Say of what all had in time where that hangs on a record without a date, or on one of what was taken back."""
    if node.value.path not in thing.leads:
        return
    lots, undated, sent = thing.received.item.lots, undated_event(thing), first_sent(thing)
    if undated is not None and left_out(case, _dated(case, thing, hours), lots, sent) != ():
        yield lacking(Node((*undated.path, "date"), None))
        return
    back = taken_back(case, thing)
    if back is not None and left_out(case, back.kept, lots, sent) != ():
        said = text_of(back.at.path)
        yield Unassessed(back.at, f"{said} {TAKEN_BACK}", (f"{said} (in other words)",))


def _dated(case: Case, thing: Spread, hours: int) -> set[str]:
    """Return who had a thing in time but for events without a date; all where that hangs on a time zone."""
    in_time = dated_alone(thing).in_time(case, thing.copies.earliest, hours)
    return {EVERYBODY} if isinstance(in_time, Unclear) else in_time


@check
def answer_for_some(
    node: Node[Enquiry],
    case: Case,
    *,
    at_most_hours: int,
    of_help: tuple[str, ...] = (),
    own_affairs: tuple[str, ...] = (),
    of_outcome: tuple[str, ...] = (),
    logs: tuple[str, ...] = (),
) -> Found[Shared]:
    """Flag an answer that did not go to every bidder known for the lots it is about, or more than `at_most_hours` later.

    Fewer hours, but more than a twelfth of the time left until the deadline, are a question; nothing is a note of the asker's
    own that was noted, `We will not bid`. All records of one answer count together; who asked is not held to be without it, nor
    said to have had it. What is told to whoever asked too late is nothing others would have to know. Courtesies (`Happy
    Easter!`), and questions `of_help` about the portal, of the asker's `own_affairs`, or about the outcome once bids were in
    only ask a person to look; so does an answer whose others had a message then that does not say what it answers, or later
    something published or called one of `logs`. Whoever had none of these is told of alone.
    """
    enquiry = node.value
    help_ = not enquiry.material and says_any(words(enquiry.question or ""), of_help)
    help_ = help_ and not asks_beside(enquiry, of_help)
    if (help_ and enquiry.material is False) or is_help_alone(case, enquiry) or is_a_note_of_its_own(enquiry):
        return
    weak = help_ or _is_weak(enquiry) or may_be_courtesy_alone(case, enquiry)
    weak = weak or is_of_the_asker(case, enquiry, own_affairs, of_outcome)
    found = _told_of(
        node,
        case,
        at_most_hours,
        lambda thing, others: may_have_been_told(case, enquiry, thing, others, at_most_hours, logs),
        weak,
        "low" if help_ else None,
    )
    for one in found:
        yield one
        # What is agreed to be confidential is passed, unless no bidder could keep it.
        if isinstance(one, Hit) and (kept := kept_although_of_the_tender(enquiry)):
            yield kept


def _is_weak(enquiry: Enquiry) -> bool:
    """Whether an answer may be one that others need not have, by what the record says of it or by its words."""
    # That it is of no weight is the buyer's own word: whoever was left out may see it otherwise. And what was agreed to be
    # confidential may be so; what matters to every bid seldom is.
    agreed = enquiry.confidential and (enquiry.confidential.agreed or says_why(enquiry.confidential.reason))
    # What does not answer by its kind may only say where the question stands, or turn it away.
    away = not enquiry.material and only_turns_away(enquiry.answer or "", enquiry.question or "")
    away = away or (not enquiry.material and tells_nothing(enquiry.answer or ""))
    away = away or may_put_off(enquiry.answer, enquiry.question or "")
    return bool(enquiry.material is False or agreed or away or may_be_a_status(enquiry.answer, enquiry.question))


@check
def change_for_some(node: Node[Amendment], case: Case, *, at_most_hours: int) -> Found[Shared]:
    """Flag a change of the documents that did not go to every bidder known, or more than `at_most_hours` later."""
    yield from _told_of(node, case, at_most_hours)


@check
def told_to_some(node: Node[Event], case: Case) -> Found[Shared]:
    """Flag a decision that was told to some and not to every bidder known for its lot, by all its records together."""
    event = node.value
    if event.recipients is None and not event.bidder:
        yield lacking(event.field("recipients"))
        return
    reached = {one for who in sent_like(case, event).at.values() for one in who}
    others = left_out(case, reached, (event.lot,) if event.lot else ())
    if isinstance(others, Unclear):
        yield unsure(node, others)
    elif others and sent_first(case, event):
        yield Hit(event.field("recipients"), shared(case, reached, others))


@check
def document_for_some(node: Node[DocumentVersion], case: Case, *, at_most_hours: int) -> Found[Shared]:
    """Flag a version of a document that some bidders known could not read, or more than `at_most_hours` later.

    Where the others had one at that moment whose name says the same but for a word, as of a language, it is a question.
    """
    thing = spread_at(case, node.value.path)
    found = _late(case, thing, at_most_hours)[0] if thing else None
    others = found.others if isinstance(found, Uneven) else ()
    replaced = replaced_for(case, node.value, others, at_most_hours) if others else False
    if not replaced:
        weak = had_its_counterpart(case, node.value) or replaced is None
        yield from _told_of(node, case, at_most_hours, weak=weak)


@check
def sent_to_some(node: Node[Event], case: Case, *, at_most_hours: int) -> Found[Shared]:
    """Flag what some bidders known were sent or offered and others not, or more than `at_most_hours` later.

    All records of one document, answer or visit count together, and where one of them stands in a list of its own it is told
    there. Of what has no name every event of the same kind counts that says the same. What holds nothing to bid with, or came
    from a bidder, or after the award is owed to nobody else; what others may have had in other words is a question.
    """
    event, thing = node.value, spread_at(case, node.value.path)
    if event.kind == "publication":
        yield from published_to_some(node, case)
        return
    if reaches(case, event, None) is None:
        yield lacking(event.field("recipients"))
        return
    if (thing is not None and thing.listed) or (event.kind == "site-visit" and _visits_listed(case)):
        return
    named = event.kind == "site-visit" or event.document or event.topic
    if named and thing is not None:
        if event.path in thing.leads:
            hours, lots = at_most_hours, thing.received.item.lots
            visit = event.kind == "site-visit"
            found, doubt = (_uneven(case, thing, hours, lots), None) if visit else _late(case, thing, hours)
            yield from _told_at(node, case, found, hours, doubt)
        return
    copies = sent_like(case, event)
    reached = copies.in_time(case, event.date, at_most_hours)
    lots, sent = (event.lot,) if event.lot else (), Sent(event.date, event.node)
    others = reached if isinstance(reached, Unclear) else left_out(case, reached, lots, sent)
    if isinstance(reached, Unclear) or isinstance(others, Unclear):
        yield from _told_at(node, case, first_unclear(reached, others) or ZONE, at_most_hours)
    else:
        uneven = Uneven(reached, others, behind(case, copies, event.date, others))
        yield from _told_at(node, case, uneven, at_most_hours)


def _told_at(
    node: Node[Event], case: Case, found: Uneven | Unclear, hours: int, doubt: str | None = None
) -> Found[Shared]:
    event = node.value
    if not isinstance(found, Unclear) and (apart := had_by_a_row(case, event)):
        # That they had another answer is told by its own rule.
        found = found._replace(others=tuple(one for one in found.others if one not in apart))
    if not isinstance(found, Unclear):
        found = _set_right(found, set_right(case, event, hours))
    others = () if isinstance(found, Unclear) else found.others
    if not others and not isinstance(found, Unclear):
        return
    replaced = replaced_for(case, event, others, hours)
    owed = NOT_OWED if replaced else how_owed(case, event, spread_at(case, event.path), others)
    if isinstance(found, Unclear):
        yield from () if owed == NOT_OWED else (unsure(node, found),)
    elif owed != NOT_OWED:
        open_ = owed == ASKED or may_be_an_enquirys(case, event, found.others, hours) or _perhaps_uninvited(case, found)
        # What its name mentions may be what it is, and the others may have that.
        open_ = open_ or (event.kind == "document" and bool(things_mentioned(case, event)))
        open_ = open_ or may_be_one_for_all(case, event) or replaced is None
        facts = shared(case, found.reached, found.others, found.difference, what_went(event), name_of(event))
        yield Hit(node, facts, confidence="possible" if open_ else doubt)


def _visits_listed(case: Case) -> bool:
    return any(one.bidders is not None for one in case.tender.site_visits or ())
