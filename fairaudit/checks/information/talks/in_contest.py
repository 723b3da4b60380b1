"""Who had left the contest before a talk, by a recorded exclusion or withdrawal, and who wanted none: neither is owed one."""

from collections.abc import Iterable

from fairaudit.checks.base import Unassessed
from fairaudit.checks.information.declines import about_alone, did, speaks_of
from fairaudit.checks.information.leaving import gone_before
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.recipients import reaches
from fairaudit.procurement.times.deadlines import Limit, after


class Words(Frozen):
    """By what words an event is of a talk, says that a bidder wanted none, and that a bidder left the contest."""

    of_talks: tuple[str, ...] = ()
    of_declining: tuple[str, ...] = ()
    of_leaving: tuple[str, ...] = ()


class Owed(Frozen):
    """Those who are owed a talk that others had, and why of the others it is not known whether they are."""

    left: tuple[str, ...]
    unclear: Unassessed | None


def owed(case: Case, left: Iterable[str], lot: str | None, talks: Iterable[Event], said: Words) -> Owed:
    """Return which of those left out of talks were in the contest when the first was held, and did not decline it."""
    return owed_since(case, left, lot, _start(case, talks), said)


def owed_since(case: Case, left: Iterable[str], lot: str | None, start: Limit | None, said: Words) -> Owed:
    """Return which of some were in the contest at a moment, and did not decline a talk."""
    kept: list[str] = []
    unclear: Unassessed | None = None
    for one in left:
        if _declined(case, one, start, said):
            continue
        found = gone_before(case, one, lot, start, said.of_leaving)
        if found is False:
            kept.append(one)
        elif isinstance(found, Unassessed):
            unclear = unclear or found
    return Owed(tuple(kept), unclear)


def _start(case: Case, talks: Iterable[Event]) -> Limit | None:
    """Return when the first of some talks was."""
    dated = [Limit(one.date, one.field("date")) for one in talks if one.date]
    return min(dated, key=lambda one: case.clock.rank(one.when), default=None)


def _declined(case: Case, key: str, start: Limit | None, said: Words) -> bool:
    """Whether an event about a bidder alone, on a talk, says that it wanted none.

    `Declined`, with no word who did, is the bidder's where an invitation to a talk is recorded that reached it before.
    """
    invited: bool | None = None
    for one in about_alone(case, key):
        if not speaks_of(one, said.of_talks):
            continue
        found = did(case, one, said.of_declining, key)
        if key in found.parties:
            return True
        if found.bare:
            invited = _invited(case, key, start, said) if invited is None else invited
            if invited:
                return True
    return False


def _invited(case: Case, key: str, start: Limit | None, said: Words) -> bool:
    return any(
        one.kind == "invitation"
        and speaks_of(one, said.of_talks)
        and (reaches(case, one, None) or reaches(case, one, key)) is True
        and (
            one.date is None
            or start is None
            or after(case.clock, Limit(one.date, one.field("date")), start) is not True
        )
        for one in case.events
    )
