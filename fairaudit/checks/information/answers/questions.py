"""Questions without an answer, by whatever records an answer is told, and answers that came too late to be used."""

from fairaudit.analysis.messages.asked import points_to_a_neighbour
from fairaudit.analysis.messages.courtesies import only_tells
from fairaudit.analysis.messages.own_notes import tells_nothing
from fairaudit.analysis.messages.promises import points_to_a_letter
from fairaudit.analysis.messages.put_off import answers
from fairaudit.analysis.messages.standing import is_withdrawn
from fairaudit.analysis.messages.wanted import may_be_a_status, only_remarks
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, Verb, check
from fairaudit.checks.information.answers.last_reached import alike, reached_too_late
from fairaudit.checks.information.answers.left_out import called
from fairaudit.checks.information.answers.others_answered import answers_to_others, records_of, says_nothing
from fairaudit.checks.information.answers.owing import is_a_note_of_its_own
from fairaudit.checks.information.answers.told_again import told_again
from fairaudit.checks.information.answers.unplaced import may_be_answered
from fairaudit.checks.reasons import ZONE, first_unclear, incomplete, lacking, unsure
from fairaudit.checks.timing.in_words import time_left
from fairaudit.checks.timing.reversed_answers import answered_first
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.kept_back import is_spoken_of, may_be_left_out, pointed_to
from fairaudit.procurement.received.ledger import received_as
from fairaudit.procurement.received.promised import is_kept, points_to_no_bulletin
from fairaudit.procurement.received.things import thing_of
from fairaudit.procurement.times.deadlines import Limit, Unclear, after, deadline_for
from fairaudit.procurement.times.spans import days_until


class Unanswered(Frozen):
    """Which question has no answer, what is recorded in its place, and how many of those of others have one."""

    thing: Clause
    state: Clause
    difference: Clause


_NO_ANSWER = "asked in time has no answer recorded"


class TooLate(Frozen):
    """How little time an answer left, and whom it reached then, where others had had it before."""

    date: When
    left: str
    deadline: When
    reached: Verb = Verb()


class Question(Frozen):
    """Who asked, and when."""

    asked: When | None
    by: str


def asked_in_time(case: Case, enquiry: Enquiry | Event) -> bool | Unclear:
    """Whether a question came before questions closed; where no closing is given every question did."""
    period = case.tender.enquiry_period
    if period is None or period.end_date is None:
        return True
    if enquiry.date is None:
        date = lacking(enquiry.field("date"))
        return Unclear(date.reason, date.missing)
    end = Limit(period.end_date, period.field("end_date"))
    late = after(case.clock, Limit(enquiry.date, enquiry.field("date")), end, deadline=True)
    return late if isinstance(late, Unclear) else not late


def deadline_over(case: Case) -> bool | Unclear:
    """Whether the deadline has passed: by the day of the audit, or because bids have been evaluated."""
    if case.gives("evaluation") or case.gives("awards"):
        return True
    deadline = deadline_for(case)
    if isinstance(deadline, Unclear):
        return deadline
    local = case.clock.local(deadline.when)
    if case.today is None or local is None:
        return Unclear("whether the deadline has passed is not known", () if local else ZONE.missing)
    return case.today > local.date()


@check
def unanswered(node: Node[Enquiry], case: Case, *, logs: tuple[str, ...] = ()) -> Found[Unanswered]:
    """Flag a question asked in time that has no answer although the deadline has passed.

    A dash or `Not answered.` is no answer, nor is `A list will follow` unless it did. An event that names the question is one;
    where it does not say to whom it went that is not known, and that it will be answered, there or in the place of the answer,
    is a question. So is a message that does not say what it answers, or a document called one of `logs`. `See above` is one where
    something above is answered; of a few words that do not answer by their kind, `With John` to `How many?`, it is not known.
    """
    enquiry = node.value
    said = answers(enquiry.answer, enquiry.question)
    elsewhere = points_to_a_letter(enquiry.answer or "", enquiry.question or "")
    lost = None if elsewhere else _unusable(case, enquiry) if said else _withdrawn(enquiry)
    if (said and not lost and not elsewhere) or (enquiry.answered is not None and may_be_left_out(case, enquiry)):
        return
    in_time, over = asked_in_time(case, enquiry), deadline_over(case)
    if in_time is False or over is False or is_a_note_of_its_own(enquiry) or (said is None and is_kept(case, enquiry)):
        return
    named = records_of(case, enquiry)
    spoken_of = bool(named) or is_spoken_of(case, thing_of(case, enquiry))
    told = [one for one in named if not says_nothing(one.at.value)]
    told = [one for one in told if not (lost or elsewhere) or one.at.path != enquiry.path]
    # Another row of the question may hold its answer.
    if any(one.told.keys or one.at.path[0] != "events" for one in told):
        return
    if unclear := first_unclear(in_time, over):
        yield unsure(node, unclear)
    elif told:
        yield lacking(Node((*told[0].at.path, "recipients"), None))
    elif not case.holds_all("enquiries"):
        yield incomplete(node, "enquiries")
    elif lost:
        at = enquiry.field("answer")
        place = text_of(at.path)
        yield Unassessed(at, f"{place} {lost}", (f"{place} (in other words)",))
    else:
        put_off = said is None or elsewhere or spoken_of or may_be_answered(case, enquiry.date, logs)
        facts = Unanswered(*_as_it_stands(enquiry), answers_to_others(case, enquiry))
        yield Hit(node, facts, confidence="possible" if put_off or _wants_none(enquiry) else None)


def _as_it_stands(enquiry: Enquiry) -> tuple[Clause, Clause]:
    """Return what was written, a question or perhaps a remark, and what became of it: noted and no more, or nothing."""
    noted, asks = tells_nothing(enquiry.answer or ""), "?" in (enquiry.question or "")
    if asks or not (noted or _remarks(enquiry)):
        state = "asked in time was only noted and has no other answer recorded" if noted else _NO_ANSWER
        return called("question", enquiry.id), Clause(state)
    state = "was only noted and has no other answer recorded" if noted else "has no answer recorded"
    return called("question or remark", enquiry.id), Clause(f"that came in time {state}")


def _remarks(enquiry: Enquiry) -> bool:
    return only_remarks(enquiry.question or "") or only_tells(enquiry.question or "")


def _wants_none(enquiry: Enquiry) -> bool:
    """Whether a question asks nothing, or has a day on which it was answered, so that it may want no answer any more."""
    return enquiry.answered is not None or _remarks(enquiry)


def _unusable(case: Case, enquiry: Enquiry) -> str | None:
    """Return why what stands for an answer may be none."""
    if _points_nowhere(case, enquiry):
        return "points to an answer that is not there"
    if may_be_a_status(enquiry.answer, enquiry.question):
        return "may only say where the question stands"
    return None


def _withdrawn(enquiry: Enquiry) -> str | None:
    """Return that a question was withdrawn: by whom is seldom plain, and whether it wanted an answer."""
    return (
        "only says that the question was withdrawn"
        if is_withdrawn(enquiry.answer or "", enquiry.question or "")
        else None
    )


def _points_nowhere(case: Case, enquiry: Enquiry) -> bool:
    """Whether an answer only points to others, by their numbers or as those of its list, or to a bulletin, and none is there."""
    if points_to_no_bulletin(case, enquiry.answer or ""):
        return True
    keys = pointed_to(case, enquiry)
    if keys is not None:
        return not any(received_as(case, one) for one in keys)
    return points_to_a_neighbour(enquiry.answer or "") and not any(
        answers(one.answer, one.question) and not points_to_a_neighbour(one.answer or "") for one in case.enquiries
    )


@check
def answered_too_late(node: Node[Enquiry], case: Case, *, at_least: int, at_most_hours: int) -> Found[TooLate]:
    """Flag an answer to a question asked in time that came fewer than `at_least` days before the deadline, or after it.

    That it came to some so late, and more than `at_most_hours` after others had it, is a question.
    """
    enquiry = node.value
    if enquiry.answered is None:
        if answers(enquiry.answer, enquiry.question):
            yield lacking(enquiry.field("answered"))
        return
    if wrong := answered_first(case, enquiry):
        yield unsure(node, wrong)
        return
    deadline = deadline_for(case)
    days = deadline if isinstance(deadline, Unclear) else days_until(case, enquiry.answered, deadline)
    in_time = asked_in_time(case, enquiry)
    if isinstance(days, int) and days >= at_least:
        yield from _too_late_to_some(case, enquiry, at_least, at_most_hours) if in_time is True else ()
        return
    if unclear := first_unclear(days, in_time):
        yield unsure(node, unclear)
    elif in_time and isinstance(days, int) and isinstance(deadline, Limit):
        yield from _too_late(case, enquiry, enquiry.answered, Left(deadline, days, at_least))


class Left(Frozen):
    """How many days an answer left until the deadline, and how many it has to leave."""

    deadline: Limit
    days: int
    at_least: int


def _too_late(case: Case, enquiry: Enquiry, when: When, left: Left) -> Found[TooLate]:
    """Flag an answer that came too late, but for one that all whom it went to had in time by another."""

    def in_time(other: When) -> bool:
        days = days_until(case, other, left.deadline)
        return isinstance(days, int) and days >= left.at_least

    again = told_again(case, enquiry, in_time)
    if again and again.plain:
        return
    who = alike(case, enquiry.recipients)
    facts = TooLate(
        when,
        time_left(case, when, left.deadline, left.days),
        left.deadline.when,
        Verb(f"{who}{again.doubt}") if again else who,
    )
    yield Hit(enquiry.field("answered"), facts, ((left.deadline.at, "the deadline"),), "possible" if again else None)


def _too_late_to_some(case: Case, enquiry: Enquiry, at_least: int, hours: int) -> Found[TooLate]:
    def judged(other: Enquiry) -> bool:
        return asked_in_time(case, other) is True

    last = None if enquiry.material is False else reached_too_late(case, enquiry.path, hours, at_least, judged)
    if last is not None:
        related = ((enquiry.field("answered"), "when others had it"), (last.deadline.at, "the deadline"))
        yield Hit(last.at, TooLate(last.when, last.left, last.deadline.when, last.who), related, "possible")
