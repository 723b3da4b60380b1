"""What is said of a contact, and whether all of it is of no contact or of logging on."""

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.messages.no_contact import is_help_with_logging_on, is_no_contact
from fairaudit.analysis.names import words
from fairaudit.analysis.text.sidebyside import says_any
from fairaudit.checks.information.talks.contacts import addressed
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event


def texts_of(event: Event) -> tuple[str | None, ...]:
    """Return all that is told of a contact."""
    return (event.topic, event.text, event.reason)


def holds_any(texts: tuple[str | None, ...], phrases: tuple[str, ...]) -> bool:
    """Whether a text holds one of some phrases, its words side by side."""
    return any(says_any(words(one), phrases) for one in texts if one)


def clauses_of(event: Event) -> list[str]:
    """Return the clauses of what is told of a contact; of its topic where nothing else is."""
    said = [one for text in (event.text, event.reason) if text for one in clauses(text)]
    return said or list(clauses(event.topic or ""))


def is_none(
    case: Case, event: Event, no_contact: tuple[str, ...], technical: tuple[str, ...], barred: tuple[str, ...]
) -> bool:
    """Whether every clause of a contact is wholly of no contact, or of help with logging on, and nothing told of it is barred."""
    known, by = case.once(_known), (event, no_contact, technical, barred)
    if by not in known:
        known[by] = _is_none(case, event, no_contact, technical, barred)
    return known[by]


_By = tuple[Event, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def _known(_: Case) -> dict[_By, bool]:
    """Return where it is kept: every contact is counted against all others."""
    return {}


def _is_none(
    case: Case, event: Event, no_contact: tuple[str, ...], technical: tuple[str, ...], barred: tuple[str, ...]
) -> bool:
    said = clauses_of(event)
    if not said or is_of_substance(event, barred):
        return False
    own = frozenset(word for name in addressed(case, event) for word in words(name))
    return all(
        is_no_contact(one, no_contact, own) or (holds_any((one,), technical) and is_help_with_logging_on(one, own))
        for one in said
    )


def is_of_substance(event: Event, phrases: tuple[str, ...]) -> bool:
    """Whether a contact is recorded as one that changes what to bid, or has a phrase of what does."""
    return bool(event.material) or holds_any(texts_of(event), phrases)
