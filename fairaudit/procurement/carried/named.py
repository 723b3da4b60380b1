"""Answers and changes that an event names, and so may have brought.

`Answer to question Q1: yes, nine` is the answer; `Q1 will be answered next week` is not, and `Q1: see below` leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.messages.cuts import CLAUSE_OR_DASH
from fairaudit.analysis.messages.sending_words import ANSWERS, SENT, first_clause, only_sends
from fairaudit.analysis.names import words
from fairaudit.analysis.text.numbered import numbers_named, spelled_out
from fairaudit.procurement.carried.known import TELLING, all_known, holds, is_word_for_word, too_soon
from fairaudit.procurement.carried.ways import is_bounce, is_put_off, may_send_anything
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.of_events import all_of_each
from fairaudit.procurement.received.published import taken_back_in
from fairaudit.procurement.received.things import Key, enquiries_named, told_by


@all_of_each
def answers_in(case: Case, event: Event) -> Iterator[tuple[Key, bool]]:
    """Yield the answers that an event may have brought, and whether it plainly did."""
    answer, named = event.kind == "answer", enquiries_named(case, event)
    back = is_bounce(event) or taken_back_in(event) is not None if named else True
    if back or not (answer or may_send_anything(event)) or is_put_off(event):
        return
    name = " ".join(filter(None, (event.topic, event.document)))
    first, rest = first_clause(event.text or "")
    if not name and not numbers_named(first):
        # What it says later on may name what it is, and is not what it is called by.
        first, rest = next(
            ((one, "") for one in CLAUSE_OR_DASH.split(event.text or "") if numbers_named(one)), ("", "")
        )
    for key in named:
        if (known := case.once(all_known).get(key)) is None:
            continue
        said = words(spelled_out(f"{name} {first}"))
        held = holds(known.told, event.text or "")
        if not answer and not (held and len(known.told) >= TELLING) and too_soon(case, known, event.date):
            continue
        plain = only_sends(said) and (answer or not ANSWERS.isdisjoint(said) or held)
        # The first clause may be the answer itself, under a name that says that it is.
        plain = plain or (bool(name) and only_sends(words(spelled_out(name))) and is_word_for_word(known, event))
        if plain and (held or not rest or not known.told):
            yield key, True
        elif name or not SENT.isdisjoint(said):
            yield key, False


@all_of_each
def changes_in(case: Case, event: Event) -> Iterator[tuple[Key, bool]]:
    """Yield the changes and documents that an event may have brought, and whether it plainly did."""
    if is_bounce(event) or taken_back_in(event) is not None or is_put_off(event):
        return
    first, rest = first_clause(event.text or "")
    names = [one for one in (event.document, event.topic) if one]
    told = {one: told_by(case, one, event.date) for one in dict.fromkeys((*names, first, event.text)) if one}
    named = dict.fromkeys(key for one in names for key in told[one][0])
    by_text = dict.fromkeys(key for one in (first, event.text) if one for key in told[one][0])
    # A topic may say that it was sent, and the text below it only where it stands: `Amendment 1 issued`, `See the portal`.
    among = dict.fromkeys(key for one in (event.topic, event.text) if one for key in told[one][1])
    sent = not SENT.isdisjoint(words(f"{event.topic or ''} {event.text or ''}"))
    for key in dict.fromkeys((*named, *by_text, *(among if sent else ()))):
        known = case.once(all_known).get(key)
        if known is None:
            # A document is spoken of by its name as often as it is sent.
            if sent or event.document:
                yield key, False
        elif not too_soon(case, known, event.date):
            held = (key in named or key in by_text) and holds(known.told, event.text or "")
            yield key, held or (key in by_text and not rest)
