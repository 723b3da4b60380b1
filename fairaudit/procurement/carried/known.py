"""What is known of each answer and change: when it was given, and by which telling words a message brings it."""

from __future__ import annotations

from datetime import timedelta

from fairaudit.analysis.messages.sending_words import adds_nothing
from fairaudit.analysis.text.gist import gist
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Amendment
from fairaudit.procurement.received.things import Key, thing_of

TELLING = 3
"""How many telling words an answer must have to be known by them; a heuristic."""
_BY_THE_HOUR = timedelta(hours=1)
"""How long before it is recorded something may have been sent; a heuristic."""


class Known(Frozen):
    """What is known of an answer or a change: when it was given, the telling words of it, and those of its id."""

    when: When | None
    told: frozenset[str]
    called: frozenset[str]


def all_known(case: Case) -> dict[Key, Known]:
    """Return what is known of every answer and every change that is recorded."""
    found: dict[Key, Known] = {}
    for one in case.enquiries:
        _learn(case, found, one, one.answered, one.answer)
    for change in case.tender.amendments or ():
        said = " ".join(filter(None, (change.text, change.to)))
        _learn(case, found, change, change.date, said)
    return found


def _learn(case: Case, found: dict[Key, Known], row: Enquiry | Amendment, when: When | None, said: str | None) -> None:
    """Keep of the rows of one thing the first moment, and the words of the first that gives any."""
    key = thing_of(case, row)
    old = found.get(key, Known(None, frozenset(), frozenset()))
    first = when if old.when is None or (when is not None and case.clock.before(when, old.when)) else old.when
    found[key] = Known(first, old.told or frozenset(gist(said or "")), old.called | frozenset(gist(row.id or "")))


def too_soon(case: Case, known: Known, when: When | None) -> bool:
    """Whether an event came before what it would have to hold."""
    if known.when is None or when is None:
        return False
    if known.when.time is None or when.time is None:
        return case.clock.before(when, known.when) is True
    gap = case.clock.gap(when, known.when)
    return gap is not None and gap > _BY_THE_HOUR


def holds(told: frozenset[str], text: str) -> bool:
    """Whether a text holds at least half of the telling words of what it would have to say."""
    return bool(told) and 2 * len(told.intersection(gist(text))) >= len(told)


def is_word_for_word(known: Known, event: Event) -> bool:
    """Whether the text of an event says all that something says, and beside it no more than what it is."""
    said = frozenset(gist(event.text or ""))
    return bool(known.told) and known.told <= said and adds_nothing(said - known.told - known.called)
