"""Whoever had a document before it was there for everybody."""

from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.papers.copies import is_later
from fairaudit.checks.information.talks.contacts import addressed
from fairaudit.checks.reasons import lacking, unsure
from fairaudit.checks.timing.in_words import apart
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import reaches
from fairaudit.procurement.times.beginnings import documents_from
from fairaudit.procurement.times.deadlines import Limit, Unclear, after


class Early(Frozen):
    """Who could read something before everybody could."""

    given_to: tuple[str, ...]
    date: When
    available: When
    difference: str


@check
def access_before_all(node: Node[Event], case: Case, *, at_most_hours: int) -> Found[Early]:
    """Flag a bidder who had a document before it was there for everybody.

    What was sent to all no more than `at_most_hours` later went out in the same go.
    """
    event = node.value
    everyone = reaches(case, event, None)
    if everyone is None or event.date is None:
        yield lacking(event.field("recipients" if everyone is None else "date"))
        return
    if everyone:
        return
    public = documents_from(case, None, event.document)
    early = public if isinstance(public, Unclear) else after(case.clock, public, Limit(event.date, event.field("date")))
    if isinstance(early, Unclear):
        yield unsure(node, early)
    elif early and isinstance(public, Limit) and not _in_one_go(case, event, public, at_most_hours):
        facts = Early(addressed(case, event), event.date, public.when, apart(case, event.date, public))
        yield Hit(event.field("date"), facts, ((public.at, "when everybody could read it"),))


def _in_one_go(case: Case, event: Event, public: Limit, hours: int) -> bool:
    """Whether one sending followed another so soon that both are one; a publication in a list has a moment of its own."""
    sent = event.kind == "document" and public.at.path[0] == "events"
    return sent and is_later(case, event.date, public.when, hours) is False
