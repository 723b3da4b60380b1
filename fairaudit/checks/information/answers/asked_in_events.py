"""Questions that stand among the events and in no list of questions, and whether any record answers them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.acknowledgements import only_greets
from fairaudit.analysis.messages.own_notes import is_an_own_note
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, Verb, check
from fairaudit.checks.information.answers.left_out import called
from fairaudit.checks.information.answers.others_answered import says_nothing
from fairaudit.checks.information.answers.questions import asked_in_time, deadline_over
from fairaudit.checks.information.answers.unplaced import a_log_may_hold
from fairaudit.checks.reasons import first_unclear, incomplete, lacking, unsure
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import meant, reaches, told
from fairaudit.procurement.received.things import answer_named, enquiries_named, folded
from fairaudit.procurement.times.deadlines import after_the_deadline
from fairaudit.procurement.times.moretime import OfWhat, what_is_extended

_TALKS = frozenset({"contact", "clarification", "meeting", "site-visit", "presentation", "dialogue"})
"""Kinds of event in which whoever asked may have been answered, or have taken its question back."""
_PAPERS = frozenset({"document", "publication"})
_TIME = late_pattern(
    r"\b(?:exten[ds]\w*|deadline|postpone\w*|more time|closing (?:date|time)|time to (?:bid|tender))", re.IGNORECASE
)


class LeftOpen(Frozen):
    """Which question no record answers, when it was asked, how many of those of others have one, and what came late."""

    thing: Clause
    date: When
    difference: Clause
    in_time: Verb


class _Answers(Frozen):
    """Answers by name; what they and talks, but those about other questions, can have reached (`None`: all); the rest."""

    named: dict[tuple[str, ...], list[Event]]
    by_bidder: dict[str | None, list[Event]]
    papers: dict[tuple[str, ...], list[Event]]
    extensions: list[Event]


@check
def question_among_events_unanswered(node: Node[Event], case: Case, *, logs: tuple[str, ...] = ()) -> Found[LeftOpen]:
    """Ask about a question among the events, asked in time, to which no answer is recorded although the deadline has passed.

    A question that the list of questions has too is judged there. An answer to its topic is its answer; of one to whoever asked
    that is called otherwise, and of a log, one of `logs`, it is not known whether it is.
    """
    event = node.value
    if _asks_nothing(event) or _is_in_the_list(case, event) or _answer_by_name(case, event):
        return
    if event.date is None:
        yield lacking(event.field("date"))
        return
    if event.bidder is None and event.recipients is not None:
        # Perhaps the buyer asked them.
        yield lacking(event.field("bidder"))
        return
    in_time, over = asked_in_time(case, event), deadline_over(case)
    if in_time is False or over is False:
        return
    published = case.tender.published
    if published is not None and case.clock.before(event.date, published) is True:
        return
    if _came_late(case, event):
        # What is asked of those who have bid, or by them, is no question about the documents.
        return
    if unclear := first_unclear(in_time, over):
        yield unsure(node, unclear)
    elif open_to := _what_may_answer(case, event, logs):
        yield Unassessed(node, open_to[0], (open_to[1],), seen=True)
    elif lacks := next((one for one in ("events", "enquiries") if not case.holds_all(one)), None):
        yield incomplete(node, lacks)
    else:
        name = event.id or event.topic or event.document
        yield Hit(node, LeftOpen(called("question", name), event.date, _of_others(case, event), _late(case, event)))


def _asks_nothing(event: Event) -> bool:
    said = event.text or event.topic or ""
    return only_greets(said) or (not event.material and is_an_own_note(said))


def _is_in_the_list(case: Case, event: Event) -> bool:
    """Whether the list of questions has it, by its id or its words."""
    ids, asked = case.once(_listed)
    own = {folded(one) for one in (event.id, event.topic, event.document) if one}
    return not own.isdisjoint(ids) or any(gist(one) in asked for one in (event.text, event.topic) if one)


def _listed(case: Case) -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    ids = frozenset(folded(one.id) for one in case.enquiries if one.id)
    asked = frozenset(words for one in case.enquiries if one.question and (words := tuple(gist(one.question))))
    return ids, asked


def _answer_by_name(case: Case, event: Event) -> bool:
    """Whether an answer that is called as the question is went to whoever asked, not before it and not after the deadline."""
    return any(not _came_late(case, one) for one in _called_alike(case, event, case.once(_answers).named))


def _late(case: Case, event: Event) -> Verb:
    """Say which answer came, but when bids were in."""
    late = next(_called_alike(case, event, case.once(_answers).named), None)
    return Verb(f", other than {text_of(late.path)}, which came too late" if late else "")


def _called_alike(case: Case, event: Event, named: dict[tuple[str, ...], list[Event]]) -> Iterator[Event]:
    return (one for name in _names(case, event) for one in named.get(name, ()) if _can_answer(case, event, one))


def _can_answer(case: Case, event: Event, answer: Event) -> bool:
    early = event.date and answer.date and case.clock.before(answer.date, event.date) is True
    return not early and reaches(case, answer, event.bidder) is not False


def _answers(case: Case) -> _Answers:
    found = _Answers({}, {}, {}, [one for one in case.events if _gives_time(case, one)])
    for one in case.events:
        told_it = one.kind == "answer" and not says_nothing(one)
        if not (told_it or one.kind in _TALKS or one.kind in _PAPERS):
            continue
        by_name = found.named if told_it else found.papers
        for name in filter(None, (one.topic, one.document)):
            by_name.setdefault(answer_named(case, name), []).append(one)
        if one.kind not in _PAPERS and not _is_of_a_question(case, one):
            for key in _whom(case, one):
                found.by_bidder.setdefault(key, []).append(one)
    return found


def _whom(case: Case, event: Event) -> Iterable[str | None]:
    whom = told(case, event)
    anybody = reaches(case, event, None) is not False or whom.strangers.numbered or whom.strangers.squeezed
    return (None,) if anybody else whom.keys


def _is_of_a_question(case: Case, answer: Event) -> bool:
    """Whether an answer is called as a question among the events is, or names one of the list: then it is no other's."""
    names = [answer_named(case, one) for one in (answer.topic, answer.document) if one]
    return not case.once(_asked).isdisjoint(names) or (bool(names) and bool(enquiries_named(case, answer)))


def _what_may_answer(case: Case, event: Event, logs: tuple[str, ...]) -> tuple[str, str] | None:
    """Return why it is not known whether a question has an answer, and which field would say so."""
    row = _row_that_may_be(case, event)
    if row is not None:
        place = text_of(row.path)
        return f"whether it is the question of {place} is not recorded", f"{place}.id"
    known = case.once(_answers)
    near = (
        one for one in _near(case, event, known) if _can_answer(case, event, one) and not _is_of_the_bids(case, one)
    )
    answer = next(near, None)
    if answer := answer or next(_called_alike(case, event, known.papers), None) or _more_time(case, event, known):
        place = text_of(answer.path)
        return f"whether {place} answers it is not recorded", f"{place}.topic"
    if a_log_may_hold(case, event.date, logs):
        return "a log that came afterwards may hold its answer", "enquiries (this question and its answer)"
    return None


def _gives_time(case: Case, event: Event) -> bool:
    return event.kind == "extension" and what_is_extended(case, event) is not OfWhat.VALIDITY


def _more_time(case: Case, event: Event, known: _Answers) -> Event | None:
    """Return an extension that may be what a question about the time to bid was answered with."""
    if not known.extensions or not _TIME.search(f"{event.topic or ''} {event.text or ''}"):
        return None
    return next((one for one in known.extensions if _can_answer(case, event, one)), None)


def _is_of_the_bids(case: Case, event: Event) -> bool:
    """Whether it is a talk when bids were in: then the buyer asks about a bid, or a contract begins."""
    return event.kind in _TALKS and _came_late(case, event)


def _came_late(case: Case, event: Event) -> bool:
    return after_the_deadline(case, event.date, event.field("date"))


def _near(case: Case, event: Event, known: _Answers) -> Iterator[Event]:
    """Yield what may have reached whoever asked, and is not the answer to another question by its name."""
    whom = [meant(case, event.bidder), None] if event.bidder else known.by_bidder
    return (one for key in whom for one in known.by_bidder.get(key, ()))


def _names(case: Case, event: Event) -> list[tuple[str, ...]]:
    return [answer_named(case, one) for one in (event.id, event.topic, event.document) if one]


def _asked(case: Case) -> frozenset[tuple[str, ...]]:
    return frozenset(name for one in case.events if one.kind == "question" for name in _names(case, one))


def _row_that_may_be(case: Case, event: Event) -> Enquiry | None:
    """Return a row of the list, of the same asker and day as far as they are given, that may be the question."""
    rows = case.once(_rows)
    # Kept by asker and by day: a list may be as long as the events are, and each question would go through all of it.
    days = (None, event.date.date if event.date else None)
    askers = (None, meant(case, event.bidder)) if event.bidder else tuple(rows)
    found = (row for asker in askers for day in days if (row := rows.get(asker, {}).get(day)))
    return next(found, None)


def _rows(case: Case) -> dict[str | None, dict[date | None, Enquiry]]:
    """Return the first row of each asker and day in the list of questions; who or when is not given stands under `None`."""
    found: dict[str | None, dict[date | None, Enquiry]] = {}
    for row in case.enquiries:
        asker = meant(case, row.asked_by) if row.asked_by else None
        found.setdefault(asker, {}).setdefault(row.date.date if row.date else None, row)
    return found


def _of_others(case: Case, event: Event) -> Clause:
    if not event.bidder:
        return Clause("whom that puts behind is not recorded")
    own, counts = meant(case, event.bidder), case.once(_counts)
    number = sum(n for (who, _), n in counts.items() if who not in (own, None))
    have = sum(n for (who, answered), n in counts.items() if who not in (own, None) and answered)
    if not number:
        return Clause("no question of another bidder is recorded")
    if not have:
        return Clause(
            f"nor has any of the {number} that others asked" if number > 1 else "nor has the 1 that another asked"
        )
    return Clause(
        f"{have} of the {number} that others asked {'has' if have == 1 else 'have'} one: a difference of 1 answer"
    )


def _counts(case: Case) -> Counter[tuple[str | None, bool]]:
    """Return how many questions among the events each bidder asked, with and without an answer to their topic."""
    return Counter(
        (meant(case, one.bidder) if one.bidder else None, _answer_by_name(case, one))
        for one in case.events
        if one.kind == "question" and not _asks_nothing(one) and not _is_in_the_list(case, one)
    )
