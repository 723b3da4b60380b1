"""Records that may hold an answer without saying which: a bulletin, a log of questions, a message that names no question."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import chain

from fairaudit.analysis.names import words
from fairaudit.analysis.text.numbered import numbers_named
from fairaudit.analysis.text.sidebyside import says_any
from fairaudit.checks.information.papers.copies import are_apart, is_later
from fairaudit.checks.information.papers.spread import Spread
from fairaudit.frozen import Frozen
from fairaudit.procurement.carried.perhaps import general_answers, perhaps_carried
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Amendment, Disclosure, DocumentVersion
from fairaudit.procurement.received.ledger import ANSWERS, DOCUMENTS, ledger_of
from fairaudit.procurement.received.published import holds_answers, is_of_answers_alone, names_nobody
from fairaudit.procurement.received.receipts import Received
from fairaudit.procurement.received.recipients import told
from fairaudit.procurement.received.things import Key, enquiries_named, folded, thing_of, things_mentioned
from fairaudit.procurement.times.deadlines import Limit, deadline_for
from fairaudit.sources.document import Path

_DIGITS = re.compile(r"\d+")
_AT_ONCE = 1
"""How many hours before an answer is recorded a log may hold it; a heuristic."""
_ZONES = timedelta(days=2)
"""How far a day may be from that of one moment in another zone, and an hour before it."""


class _Sent(Frozen):
    """What went to whom and when, by what name, and by which record."""

    keys: frozenset[str]
    when: When | None
    called: tuple[str, ...]
    unsaid: bool
    """Whether it is not said to whom it went."""
    message: bool
    """Whether it was one message, and nothing that was published or stands in a list to be read."""
    numbers: frozenset[str]
    """What may be ids in what is told of it."""
    at: Path
    instant: datetime | None
    """The one instant at which it went, where an hour is given and it is one."""


_ByDay = dict[date | None, list[_Sent]]


class Perhaps(Frozen):
    """Who may have had an answer by records that do not say what they answer, by the last of these when, and whether soon."""

    keys: frozenset[str] = frozenset()
    when: When | None = None
    soon: bool = False


def may_have_been_told(
    case: Case, enquiry: Enquiry, thing: Spread, others: tuple[str, ...], hours: int, logs: tuple[str, ...]
) -> Perhaps:
    """Return which of those left out of an answer had, afterwards, a message or a log that may hold it.

    A message counts where it came no more than some hours before or after; a log, or what was published, until the deadline,
    unless it came before the question or the answer, or names other questions alone.
    """
    since = thing.copies.earliest
    own = {one.at.path for one in thing.received.item.entries}
    near = [one for one in _near(case, case.once(_unplaced), since, hours) if one.message]
    later = (one for one in _logs(case, logs, since) if _may_hold(case, enquiry, since, one))
    found: dict[str, _Sent] = {}
    for one in chain(near, later):
        if one.at not in own:
            for who in others if one.unsaid or EVERYBODY in one.keys else one.keys.intersection(others):
                found.setdefault(who, one)
            if len(found) == len(others):
                break
    last = max((one.when for one in found.values()), key=case.clock.rank, default=None)
    return Perhaps(frozenset(found), last, bool(found) and is_later(case, since, last, hours) is not True)


def _may_hold(case: Case, enquiry: Enquiry, since: When | None, log: _Sent) -> bool:
    """Whether a log came neither before what it would have to hold nor after the deadline, and names no other questions alone."""
    deadline = deadline_for(case)
    if log.when is not None:
        if is_later(case, log.when, since, _AT_ONCE) is True or _before(case, log.when, enquiry.date):
            return False
        if isinstance(deadline, Limit) and _before(case, deadline.when, log.when):
            return False
    own = folded(enquiry.id) if enquiry.id else ""
    alike = {one for one in log.numbers if _DIGITS.sub("0", one) == _DIGITS.sub("0", own)}
    return not alike or own in alike


def _before(case: Case, first: When, second: When | None) -> bool:
    return second is not None and case.clock.before(first, second) is True


def _logs(case: Case, logs: tuple[str, ...], since: When | None) -> Iterator[_Sent]:
    """Yield what was published and what is called a log, in the order of time, from shortly before a moment on."""
    known = case.once(_known_logs)
    if logs not in known:
        sent = [one for day in case.once(_unplaced).values() for one in day]
        found = [one for one in sent if not one.message or says_any(one.called, logs)]
        sent = [one for day in case.once(_documents).values() for one in day]
        found += [one for one in sent if says_any(one.called, logs)]
        known[logs] = sorted(found, key=lambda one: case.clock.rank(one.when))
    first = 0 if since is None else bisect_left(known[logs], since.date - _ZONES, key=_day_of)
    yield from (one for one in known[logs][:first] if one.when is None)
    yield from known[logs][first:]


def _day_of(one: _Sent) -> date:
    return one.when.date if one.when else date.min


def _known_logs(_: Case) -> dict[tuple[str, ...], list[_Sent]]:
    return {}


def may_be_answered(case: Case, asked: When | None, logs: tuple[str, ...]) -> bool:
    """Whether a message or a log that does not say what it answers came when something had been asked, or may have."""
    unplaced = (one for day in case.once(_unplaced).values() for one in day)
    sent = chain(unplaced, _logs(case, logs, None))
    return any(asked is None or one.when is None or case.clock.before(one.when, asked) is not True for one in sent)


def a_log_may_hold(case: Case, asked: When | None, logs: tuple[str, ...]) -> bool:
    """Whether a log, or what was published, came when something had been asked, or may have."""
    sent = _logs(case, logs, None)
    return any(asked is None or one.when is None or case.clock.before(one.when, asked) is not True for one in sent)


def may_be_an_enquirys(case: Case, event: Event, others: tuple[str, ...], hours: int) -> bool:
    """Whether what does not say what it answers may hold the answer that those it left out had of an enquiry."""
    if event.kind == "document":
        may_be = holds_answers(event) and is_of_answers_alone(event.document or event.topic or "")
    else:
        may_be = event.kind == "answer" and not ((event.topic or event.document) and enquiries_named(case, event))
    if not may_be:
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
        for key in perhaps_carried(case, one):
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
    reach, span, instant = hours // 24 + 2, timedelta(hours=hours), _instant(case, since)
    for day in range(-reach, reach + 1):
        for one in by_day.get(since.date + timedelta(days=day), ()):
            if instant is not None and one.instant is not None:
                apart = abs(one.instant - instant) > span
            else:
                apart = are_apart(case, since, one.when, hours)
            if not apart:
                yield one


def _instant(case: Case, when: When | None) -> datetime | None:
    return case.clock.exact(when) if when is not None and when.time is not None else None


def _unplaced(case: Case) -> _ByDay:
    """Return the answers that went by events alone."""
    found = _by_day(case, (one for one in ledger_of(case) if one.item.kind == ANSWERS and not _has_row(one)))
    for event in case.events:
        if general_answers(event) and (names_nobody(event) or EVERYBODY in told(case, event).keys):
            everybody, instant = frozenset({EVERYBODY}), _instant(case, event.date)
            one = _Sent(everybody, event.date, (), names_nobody(event), False, frozenset(), event.path, instant)
            found.setdefault(event.date.date if event.date else None, []).append(one)
    return found


def _of_enquiries(case: Case) -> _ByDay:
    return _by_day(case, (one for one in ledger_of(case) if one.item.kind == ANSWERS and _has_row(one)))


def _documents(case: Case) -> _ByDay:
    return _by_day(case, (one for one in ledger_of(case) if one.item.kind == DOCUMENTS))


def _has_row(one: Received) -> bool:
    return any(entry.at.path[0] != "events" for entry in one.item.entries)


def _by_day(case: Case, things: Iterator[Received]) -> _ByDay:
    found: dict[date | None, list[_Sent]] = {}
    for one in things:
        for entry in one.item.entries:
            day = entry.when.date if entry.when else None
            unsaid = not entry.told.keys and not entry.whole
            record = entry.at.value
            called = " ".join(filter(None, (one.item.name, _named(record))))
            message = isinstance(record, Event) and record.kind not in ("document", "publication", "access")
            found.setdefault(day, []).append(
                _Sent(
                    entry.told.keys,
                    entry.when,
                    words(called),
                    unsaid,
                    message,
                    frozenset(numbers_named(called)),
                    entry.at.path,
                    _instant(case, entry.when),
                )
            )
    return found


def _named(record: object) -> str | None:
    """Return what an event is called and says, beside its document."""
    return " ".join(filter(None, (record.topic, record.text))) if isinstance(record, Event) else None
