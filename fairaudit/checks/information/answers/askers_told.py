"""Whether a message, a document or a publication that went to several says which of the bidders had asked."""

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.answers.askers import (
    MAY_HAVE,
    Named,
    how_named,
    name_told,
    named_in_a_question,
    names_its_contact,
    names_of,
)
from fairaudit.checks.information.answers.beside_asking import is_addressed, is_said_to_ask, is_written_out
from fairaudit.checks.information.answers.greeted import ASKED, ASKING
from fairaudit.procurement.bidders.field import field_of, withdrawn_from
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.published import is_for_all, names_nobody
from fairaudit.procurement.received.recipients import meant, stands_for, told
from fairaudit.procurement.received.things import Key, enquiries_named, thing_of

_TELLING = frozenset({"answer", "document", "publication", "contact"})
"""Kinds of events by which something goes to bidders in words."""

_ASKS = late_pattern(rf"\b(?:{ASKED}|{ASKING}|dear|reply|response|answer|confirm|write|thanks?)\b", re.IGNORECASE)
"""Without a word of asking, or of an answer to somebody, nobody is said to have asked."""


@check
def asker_told(node: Node[Event], case: Case, *, of_asking: tuple[str, ...]) -> Found[Named]:
    """Flag words that went to others and say that a bidder asked; those of a recorded question are told with that question.

    Where the name alone of whoever asked what an event answers stands there, that is a question, and so is the one bidder whom
    words only greet or reply to.
    """
    event = node.value
    text = event.text or event.topic or ""
    if event.kind not in _TELLING or " ".join(words(text)) in case.once(_answers):
        return
    askers = _askers_of(case, event)
    # A contact may be the record of a talk, and a question in it one that the buyer had.
    in_question = named_in_a_question(case, text) if event.kind != "contact" else None
    if not askers and not in_question and not _ASKS.search(text):
        return
    keys = told(case, event).keys
    if names_nobody(event) and is_for_all(case, event):
        keys = frozenset({EVERYBODY})
    everyone = (*field_of(case), *withdrawn_from(case))
    addressed = tuple(key for key in everyone if any(is_addressed(case, text, name) for name in names_of(case, key)))
    for key in everyone:
        others = keys - set(stands_for(case, key))
        sure = _how_told(case, key, text, askers, of_asking) if others else None
        if others and sure is None and addressed == (key,):
            sure = False
        if others and sure is None and in_question == key:
            yield Hit(
                event.field("text" if event.text else "topic"),
                Named(case.party_name(key), name_told(others), MAY_HAVE),
                (),
                "possible",
                key,
            )
        if sure is not None:
            # Who talks with several together is heard by all of them.
            confidence = None if sure and event.kind != "contact" else "possible"
            facts = Named(case.party_name(key), name_told(others))
            yield Hit(event.field("text" if event.text else "topic"), facts, (), confidence, key)


def _how_told(case: Case, key: str, text: str, askers: frozenset[str], of_asking: tuple[str, ...]) -> bool | None:
    """Whether a text says for sure that a bidder asked; `None` where it says nothing of the kind."""
    said = [is_written_out(text, name) for name in names_of(case, key) if is_said_to_ask(case, text, name)]
    if not said and _ASKS.search(text) and names_its_contact(case.party(key), text):
        # Whose address it is that stands there beside a word of asking, everybody can tell.
        return False
    if said or key not in askers:
        return any(said) if said else None
    # A name alone may stand there for another reason.
    return None if how_named(case, key, key, text, of_asking) is None else False


def _askers_of(case: Case, event: Event) -> frozenset[str]:
    """Return who asked what an event names."""
    asked = case.once(_asked_by)
    return frozenset(who for key in enquiries_named(case, event) for who in asked.get(key, ()))


def _asked_by(case: Case) -> dict[Key, tuple[str, ...]]:
    found: dict[Key, tuple[str, ...]] = {}
    for one in case.enquiries:
        if one.asked_by:
            key = thing_of(case, one)
            found[key] = (*found.get(key, ()), meant(case, one.asked_by))
    return found


def _answers(case: Case) -> frozenset[str]:
    """Return the words of all recorded answers."""
    return frozenset(" ".join(words(one.answer)) for one in case.enquiries if one.answer)
