"""By which kinds of event anything may be sent or read, and which events bring nothing: what came back, what is put off."""

from __future__ import annotations

from fairaudit.analysis.messages.bounces import came_back
from fairaudit.analysis.messages.sending_words import puts_off
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.published import is_to_come

_ANY_WAY = frozenset(("contact", "meeting", "clarification", "other"))
"""Kinds of event by which anything may be sent, beside those that a user names."""
TO_BE_READ = ("document", "publication", "answer")
"""Kinds of event of what is there to be read."""


def may_send_anything(event: Event) -> bool:
    """Whether an event is of a kind by which anything may be sent: a contact, a message, one that a user names."""
    return event.kind is None or event.kind in _ANY_WAY or event.kind.startswith("x-")


def is_bounce(event: Event) -> bool:
    """Whether an event only says that a message came back: `bounced`, `could not be delivered`, and nobody was spoken to."""
    return came_back(event.topic, event.text, event.reason)


def is_put_off(event: Event) -> bool:
    """Whether an event says that something is still to come, or did not: `we will answer Q1 later`, `not yet`."""
    return is_to_come(event) or puts_off(event.topic, event.text)
