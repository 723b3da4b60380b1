"""Checks of the family `information` on changes of the time to bid: told later to some, or made shortly before its end."""

from datetime import timedelta

from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.papers.spread import Spread, spread_at
from fairaudit.checks.reasons import lacking, unsure
from fairaudit.checks.timing.in_words import in_days, in_hours, time_left
from fairaudit.checks.timing.windows import Remaining
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.times.deadlines import Unclear, deadline_for
from fairaudit.procurement.times.moretime import OfWhat, what_is_extended
from fairaudit.procurement.times.spans import days_until
from fairaudit.sources.document import Path


class ToldLater(Frozen):
    """Who heard first of more time, who later and how much, and until when it is."""

    given_to: tuple[str, ...]
    left_out: tuple[str, ...]
    until: When
    first: When
    difference: str


@check
def extension_told_later(node: Node[Event], case: Case, *, at_most_hours: int) -> Found[ToldLater]:
    """Flag an extension to one moment that some heard of more than `at_most_hours` after others; told where it was first told."""
    event, thing = node.value, spread_at(case, node.value.path)
    if what_is_extended(case, event) is OfWhat.VALIDITY:
        return
    if event.date is None or event.until is None or thing is None:
        missing = "date" if event.date is None else "until" if event.until is None else "recipients"
        yield lacking(event.field(missing))
        return
    first = thing.copies.earliest
    if first is None or event.path != _earliest_of(case, thing):
        return
    reached = thing.copies.in_time(case, first, at_most_hours)
    if isinstance(reached, Unclear):
        yield unsure(node, reached)
        return
    late = {who: by for who, by in thing.received.behind.items() if by > timedelta(hours=at_most_hours)}
    if late:
        worst = max(late.values())
        said = in_days(worst.days) if first.time is None else in_hours(worst)
        said = said if len(set(late.values())) == 1 else f"up to {said}"
        early = tuple(sorted(case.party_name(one) for one in thing.received.had if one not in late))
        names = tuple(sorted(map(case.party_name, late)))
        yield Hit(event.field("date"), ToldLater(early, names, event.until, event.date, said))


def _earliest_of(case: Case, thing: Spread) -> Path | None:
    """Return the record by which an extension was first told, the same whatever order the records stand in."""
    dated = [(one.when, one.at) for one in thing.received.item.entries if one.when and isinstance(one.at.value, Event)]
    first = min(
        dated,
        key=lambda one: (case.clock.rank(one[0]), str(one[0]), str(getattr(one[1].value, "until", ""))),
        default=None,
    )
    return first[1].path if first else None


@check
def message_near_deadline(node: Node[Event], case: Case, *, at_least: int) -> Found[Remaining]:
    """Flag an answer or document that by its record changes what to bid, fewer than `at_least` days before the deadline.

    What is listed as an enquiry or a change is told of there.
    """
    event, thing = node.value, spread_at(case, node.value.path)
    if not event.material or (thing is not None and thing.listed):
        return
    if event.date is None:
        yield lacking(event.field("date"))
        return
    deadline = deadline_for(case, None, event.lot)
    days = deadline if isinstance(deadline, Unclear) else days_until(case, event.date, deadline)
    if isinstance(days, Unclear) or isinstance(deadline, Unclear):
        yield unsure(node, days if isinstance(days, Unclear) else Unclear("", ()))
    elif days < at_least:
        facts = Remaining(event.date, time_left(case, event.date, deadline, days), deadline.when)
        yield Hit(event.field("date"), facts, ((deadline.at, "the deadline"),))
