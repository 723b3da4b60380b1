"""Records that may hold an answer without saying which: a bulletin, a log of questions, a message that names no question."""

from collections.abc import Iterator
from datetime import date, timedelta

from fairaudit.analysis.names import words
from fairaudit.checks.information.contacts import holds
from fairaudit.checks.information.copies import is_later
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.ledger import ANSWERS, DOCUMENTS, Received, ledger_of
from fairaudit.procurement.published import names_nobody
from fairaudit.procurement.recipients import told
from fairaudit.procurement.records import Enquiry, Event
from fairaudit.procurement.scalars import When
from fairaudit.procurement.tender import Amendment, Disclosure, DocumentVersion
from fairaudit.procurement.things import Key, enquiries_named, thing_of, things_mentioned


class _Sent(Frozen):
    """What went to whom and when, by what name."""

    keys: frozenset[str]
    when: When | None
    called: tuple[str, ...]
    unsaid: bool
    """Whether it is not said to whom it went."""


_ByDay = dict[date | None, list[_Sent]]


def may_have_been_told(
    case: Case, others: tuple[str, ...], since: When | None, hours: int, logs: tuple[str, ...]
) -> bool:
    """Whether those left out of an answer had, at about the same time, a message or a log that does not say what it answers."""
    named = [words(one) for one in logs]
    near = [*_near(case, case.once(_unplaced), since, hours)]
    near += [
        one
        for one in _near(case, case.once(_documents), since, hours)
        if any(holds(one.called, name) for name in named)
    ]
    return _reached(near, others)


def may_be_answered(case: Case, asked: When | None, logs: tuple[str, ...]) -> bool:
    """Whether a message or a log that does not say what it answers came when something had been asked, or may have."""
    named = [words(one) for one in logs]
    sent = [one for day in case.once(_unplaced).values() for one in day]
    sent += [
        one for day in case.once(_documents).values() for one in day if any(holds(one.called, name) for name in named)
    ]
    return any(asked is None or one.when is None or case.clock.before(one.when, asked) is not True for one in sent)


def may_be_an_enquirys(case: Case, event: Event, others: tuple[str, ...], hours: int) -> bool:
    """Whether a message that does not say what it answers may be the answer that those it left out had of an enquiry."""
    if event.kind != "answer" or enquiries_named(case, event):
        return False
    return _reached([*_near(case, case.once(_of_enquiries), event.date, hours)], others)


def may_be_mentioned(
    case: Case,
    record: Amendment | DocumentVersion | Enquiry | Disclosure,
    others: tuple[str, ...],
    since: When | None,
    hours: int,
) -> bool:
    """Whether those left out had, in time, something whose name or words mention what a record is about, among others."""
    events = case.once(_mentions).get(thing_of(case, record), [])
    near = [one for one in events if is_later(case, since, one.date, hours) is not True]
    if any(names_nobody(one) for one in near):
        return True
    return _covers(frozenset(key for one in near for key in told(case, one).keys), others)


def _mentions(case: Case) -> dict[Key, list[Event]]:
    found: dict[Key, list[Event]] = {}
    for one in case.events:
        if one.kind in ("document", "publication", "answer"):
            for key in things_mentioned(case, one):
                found.setdefault(key, []).append(one)
    return found


def _covers(keys: frozenset[str], others: tuple[str, ...]) -> bool:
    return EVERYBODY in keys or (bool(others) and keys.issuperset(others))


def _reached(sent: list[_Sent], others: tuple[str, ...]) -> bool:
    return any(one.unsaid for one in sent) or _covers(frozenset(key for one in sent for key in one.keys), others)


def _near(case: Case, by_day: _ByDay, since: When | None, hours: int) -> Iterator[_Sent]:
    """Yield what went no more than some hours before or after a moment; where a day is not given it may have been then."""
    if since is None:
        yield from (one for sent in by_day.values() for one in sent)
        return
    yield from by_day.get(None, ())
    reach = hours // 24 + 2
    for day in range(-reach, reach + 1):
        for one in by_day.get(since.date + timedelta(days=day), ()):
            if True not in (is_later(case, since, one.when, hours), is_later(case, one.when, since, hours)):
                yield one


def _unplaced(case: Case) -> _ByDay:
    """Return the answers that went by events alone."""
    return _by_day(one for one in ledger_of(case) if one.item.kind == ANSWERS and not _has_row(one))


def _of_enquiries(case: Case) -> _ByDay:
    return _by_day(one for one in ledger_of(case) if one.item.kind == ANSWERS and _has_row(one))


def _documents(case: Case) -> _ByDay:
    return _by_day(one for one in ledger_of(case) if one.item.kind == DOCUMENTS)


def _has_row(one: Received) -> bool:
    return any(entry.at.path[0] != "events" for entry in one.item.entries)


def _by_day(things: Iterator[Received]) -> _ByDay:
    found: dict[date | None, dict[_Sent, None]] = {}
    for one in things:
        called = words(one.item.name)
        for entry in one.item.entries:
            day = entry.when.date if entry.when else None
            unsaid = not entry.told.keys and not entry.whole
            found.setdefault(day, {})[_Sent(entry.told.keys, entry.when, called, unsaid)] = None
    return {day: list(sent) for day, sent in found.items()}
