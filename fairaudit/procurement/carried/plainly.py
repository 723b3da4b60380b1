"""Messages that plainly carry an answer or a change, and those that carry nothing else."""

from __future__ import annotations

from fairaudit.analysis.messages.sending_words import adds_nothing
from fairaudit.analysis.text.gist import gist
from fairaudit.analysis.text.questionnumbers import question_numbers
from fairaudit.procurement.carried.held import held_in
from fairaudit.procurement.carried.known import all_known
from fairaudit.procurement.carried.named import answers_in, changes_in
from fairaudit.procurement.carried.ways import may_send_anything
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.kept_back import kept_back
from fairaudit.procurement.received.not_brought import perhaps_not_brought
from fairaudit.procurement.received.of_events import once_of_each
from fairaudit.procurement.received.published import holds_answers, is_of_answers_alone, names_nobody
from fairaudit.procurement.received.things import Key, enquiries_named


@once_of_each
def answers_carried(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers that an event plainly brought to those it was sent to."""
    if names_nobody(event):
        return ()
    doubtful = perhaps_not_brought(case, event) | kept_back(case, event)
    told = (key for key, plain in answers_in(case, event) if plain and key not in doubtful)
    return tuple(dict.fromkeys((*told, *answers_held(case, event))))


def answers_held(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers that an event holds word for word, or by a name that is the number of the question alone."""
    doubtful = perhaps_not_brought(case, event)
    return tuple(key for key, plain in held_in(case, event) if plain and key not in doubtful)


@once_of_each
def changes_carried(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the changes that an event plainly brought to those it was sent to."""
    if names_nobody(event) or not may_send_anything(event):
        return ()
    return tuple(key for key, plain in changes_in(case, event) if plain)


def says_no_more_than(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers and changes that an event plainly brought, where its words say these alone, and all of them."""
    keys = (*answers_carried(case, event), *changes_carried(case, event))
    known = case.once(all_known)
    told = frozenset(word for key in keys for word in known[key].told)
    called = frozenset(word for key in keys for word in known[key].called)
    names = (event.topic, event.document, event.reason)
    said = frozenset(word for one in (*names, event.text) if one for word in gist(one))
    return keys if keys and told and told <= said and adds_nothing(said - told - called) else ()


def brings_answers_alone(case: Case, event: Event) -> bool:
    """Whether a document holds the answers to questions it names, by its name and its words, and nothing else."""
    name = event.document or event.topic or ""
    if event.kind != "document" or not holds_answers(event) or not is_of_answers_alone(name):
        return False
    keys = enquiries_named(case, event)
    known = case.once(all_known)
    # A number that no question has may be of one that is not recorded.
    if not keys or len(question_numbers(name)) > len(keys) or any(one not in known for one in keys):
        return False
    told = frozenset(word for one in keys for word in known[one].told)
    return is_of_answers_alone(event.text or "") or told.issuperset(gist(event.text or ""))
