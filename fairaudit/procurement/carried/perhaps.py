"""Messages that may carry an answer or a change and do not plainly, and those that came back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fairaudit.analysis.messages.cuts import CLAUSE_OR_DASH
from fairaudit.analysis.messages.sending_words import ANSWERS, MANY_ANSWERS, SENT_OUT, TURNED_ROUND
from fairaudit.analysis.names import words
from fairaudit.analysis.text.questionnumbers import question_numbers
from fairaudit.procurement.carried.held import held_in
from fairaudit.procurement.carried.known import all_known, too_soon
from fairaudit.procurement.carried.named import answers_in, changes_in
from fairaudit.procurement.carried.ways import TO_BE_READ, is_bounce, is_put_off, may_send_anything
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.kept_back import kept_back, only_says_that_it_was_given
from fairaudit.procurement.received.not_brought import perhaps_not_brought
from fairaudit.procurement.received.published import holds_answers, names_nobody, taken_back_in
from fairaudit.procurement.received.things import Key, answers_in_words, enquiries_named, told_by

_WITHDRAWN = frozenset(("withdrawn", "withdrew", "retracted"))
"""What is said of a question by a name that holds no answer to it: `CQ-07 withdrawn by the asker`."""


def perhaps_carried(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers, changes or documents that an event may have brought, or would have, had it not come back."""
    if is_bounce(event):
        return bounced(case, event)
    if event.kind in TO_BE_READ:
        held = (key for key, plain in held_in(case, event) if not plain)
        return tuple(
            dict.fromkeys((*held, *_may_be_within(case, event), *_not_plainly(case, event), *_listed(case, event)))
        )
    if not may_send_anything(event):
        return ()
    found = (*answers_in(case, event), *held_in(case, event), *changes_in(case, event))
    # To whom it went is not said where nobody is named.
    named = dict.fromkeys(key for key, plain in found if not plain or names_nobody(event))
    return tuple(named | dict.fromkeys((*_not_plainly(case, event), *_said_to_be_there(case, event))))


def _not_plainly(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers that a record may not hold, and may all the same."""
    doubtful = perhaps_not_brought(case, event)
    if not doubtful or taken_back_in(event) is not None:
        return ()
    known, back = case.once(all_known), kept_back(case, event)
    return tuple(sorted((one for one in doubtful if one in known and one not in back), key=str))


def _listed(case: Case, event: Event) -> Iterator[Key]:
    """Yield the answers that may be in a log, by the numbers in its text: `Clarification responses`, `CQ 5 to 9`."""
    if event.kind != "answer" and event.text and holds_answers(event) and not enquiries_named(case, event):
        known, back = case.once(all_known), kept_back(case, event)
        for key in answers_in_words(case, event.text) if taken_back_in(event) is None else ():
            if key in known and key not in back and not too_soon(case, known[key], event.date):
                yield key


def _said_to_be_there(case: Case, event: Event) -> Iterator[Key]:
    """Yield the answers that a message says were sent or published: `Clarification Question 7 and response uploaded`."""
    if is_put_off(event) or taken_back_in(event) is not None:
        return
    known, back = case.once(all_known), kept_back(case, event)
    for clause in CLAUSE_OR_DASH.split(event.text or ""):
        said = words(clause)
        if not ANSWERS.isdisjoint(said) and not SENT_OUT.isdisjoint(said) and TURNED_ROUND.isdisjoint(said):
            for key in answers_in_words(case, clause):
                if key in known and key not in back and not too_soon(case, known[key], event.date):
                    yield key


def _may_be_within(case: Case, event: Event) -> Iterator[Key]:
    """Yield the answers that something sent or published may hold, since it names their numbers among other things."""
    if not enquiries_named(case, event) or taken_back_in(event) is not None:
        return
    name = event.document or event.topic or ""
    if only_says_that_it_was_given(event) or (
        event.kind != "answer" and question_numbers(name) and _WITHDRAWN.isdisjoint(words(name))
    ):
        back = kept_back(case, event)
        for key in enquiries_named(case, event):
            known = case.once(all_known).get(key)
            if known is not None and key not in back and not too_soon(case, known, event.date):
                yield key


def bounced(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers and changes of which an event says that they did not reach those it names: `bounced`."""
    if names_nobody(event) or not is_bounce(event):
        return ()
    texts = [one for one in (event.topic, event.document, event.text) if one]
    changes = (key for one in texts for keys in told_by(case, one, event.date) for key in keys)
    known = case.once(all_known)
    return tuple(key for key in dict.fromkeys((*enquiries_named(case, event), *changes)) if key in known)


def general_answers(event: Event) -> bool:
    """Whether a message says that answers were sent or published, and not to which questions: `Latest Q&A uploaded`."""
    said = words(" ".join(filter(None, (event.topic, event.text))))
    many = not MANY_ANSWERS.isdisjoint(said) or ("q", "a") in pairwise(said)
    return may_send_anything(event) and many and not SENT_OUT.isdisjoint(said) and not is_put_off(event)
