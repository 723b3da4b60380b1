"""Answers that an event holds word for word, or by a name that is the number of the question alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fairaudit.analysis.messages.put_off import answers
from fairaudit.analysis.messages.sending_words import TURNED_ROUND
from fairaudit.analysis.text.gist import gist
from fairaudit.analysis.text.questionnumbers import number_of, question_numbers
from fairaudit.procurement.carried.known import TELLING, all_known, holds, too_soon
from fairaudit.procurement.carried.ways import TO_BE_READ, is_bounce, may_send_anything
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.kept_back import kept_back, pointed_to
from fairaudit.procurement.received.of_events import all_of_each
from fairaudit.procurement.received.published import taken_back_in
from fairaudit.procurement.received.things import Key, enquiries_named, known_called, thing_of

_ENDING = re.compile(r"\.[a-z]{3,4}$", re.IGNORECASE)


@all_of_each
def held_in(case: Case, event: Event) -> Iterator[tuple[Key, bool]]:
    """Yield the answers that an event holds word for word, or is named by the number of, and whether that is plain."""
    if event.kind not in TO_BE_READ and not may_send_anything(event):
        return
    name, text = event.topic or event.document or "", event.text or ""
    named, said = enquiries_named(case, event), frozenset(gist(text))
    if not named and case.once(_by_word).keys().isdisjoint(said):
        return
    if is_bounce(event) or taken_back_in(event) is not None:
        return
    back = kept_back(case, event)
    if (
        event.kind in ("document", "publication")
        and number_of(_ENDING.sub("", name))
        and len(named) == 1
        and not known_called(case, event)
    ):
        known = case.once(all_known).get(named[0])
        if known is not None and named[0] not in back and not too_soon(case, known, event.date):
            yield named[0], not text or holds(known.told, text)
    others = question_numbers(f"{name} . {text}") and not named
    for needed, keys in () if others else _whole_in(case, said):
        for key in keys:
            known = case.once(all_known)[key]
            if (not named or key in named) and key not in back and not too_soon(case, known, event.date):
                yield key, len(keys) == 1 and TURNED_ROUND.isdisjoint(said - needed)


def _whole_in(case: Case, said: frozenset[str]) -> Iterator[tuple[frozenset[str], list[Key]]]:
    """Yield the words of the answers that are all among those of a text, and the answers that have these words."""
    for word in said:
        for needed, keys in case.once(_by_word).get(word, {}).items():
            if needed <= said:
                yield needed, keys


def _by_word(case: Case) -> dict[str, dict[frozenset[str], list[Key]]]:
    """Return the answers by one of their words and all; of an answer of few words those of its question count as well."""
    found: dict[str, dict[frozenset[str], list[Key]]] = {}
    for one in case.enquiries:
        if not one.answer or answers(one.answer, one.question) is not True or pointed_to(case, one) is not None:
            continue
        told, asked = frozenset(gist(one.answer)), frozenset(gist(one.question or ""))
        needed = told if len(told) >= TELLING else told | asked if len(asked) >= TELLING else frozenset[str]()
        if told and needed:
            keys = found.setdefault(max(needed, key=lambda word: (len(word), word)), {}).setdefault(needed, [])
            if (key := thing_of(case, one)) not in keys:
                keys.append(key)
    return found
