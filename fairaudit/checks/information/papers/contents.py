"""Checks of the family `information` on what bidders could read: the same text for all, and for as long."""

import re
from datetime import timedelta

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.information.leaving import leavings_of
from fairaudit.checks.information.lengths import at_ends, lengths_of
from fairaudit.checks.information.papers.copies import are_apart, is_later
from fairaudit.checks.information.papers.spread import spread_at
from fairaudit.checks.information.unequal import UnequalTime
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.tender import DocumentVersion
from fairaudit.procurement.received.receipts import joined
from fairaudit.procurement.received.recipients import told, told_of
from fairaudit.procurement.received.things import versions_called

_ON_REQUEST = late_pattern(
    r"\b(?<!not )(?:(?:on|upon|at|by|after|following) (?:(?:its|their|the|a|your|his|her|written) ){0,2}request\b"
    r"|(?:as|when|once) (?:it |they )?(?:was |were |had been )?(?:requested|asked for)\b"
    r"|(?:(?:first )?(?:requested|asked|applied)(?: for (?:it|them|access))?) (?:only )?on\b)",
    re.IGNORECASE,
)
"""That something was opened when a bidder asked for it: when it asked is its own choice."""


class Texts(Frozen):
    """Which document it is, who had one text of a version, who had another, and how many texts there are."""

    document: str
    given_to: tuple[str, ...]
    others: tuple[str, ...]
    difference: int


@check
def version_unlike(node: Node[DocumentVersion], case: Case) -> Found[Texts]:
    """Flag one version of a document of which some bidders had one file and others another; told at its first record.

    Files that everybody had, such as one text in two formats, differ for nobody. Without the number of a version the later file
    may be a later version.
    """
    own, thing = node.value, spread_at(case, node.value.path)
    if thing is None or own.path not in thing.leads:
        return
    had: dict[str, set[str]] = {}
    for entry in thing.received.item.entries:
        record = entry.at.value
        if isinstance(record, DocumentVersion) and record.sha256 and record.recipients is not None:
            keys = told_of(case, record.recipients).keys
            who = field_of(case) if EVERYBODY in keys else [one for one in field_of(case) if one in keys]
            had.setdefault(record.sha256.strip().casefold(), set()).update(who)
    files = list(had.values())
    for at, first in enumerate(files):
        for second in files[at + 1 :]:
            if first - second and second - first:
                facts = Texts(
                    own.title or own.id or "the document",
                    _names(case, first - second),
                    _names(case, second - first),
                    len(files),
                )
                yield Hit(own.field("sha256"), facts, confidence=None if own.version else "possible")
                return


@check
def access_length_unlike(node: Node[Event], case: Case, *, at_most_hours: int) -> Found[UnequalTime]:
    """Flag access to one document of which the longest is more than `at_most_hours` longer than the shortest; told at the first.

    Where it is an hour at least and twice as long as the shortest, it is a question, unless everybody can read the document
    anyway. So is less time of those to whom it was opened, by its record, when they asked. Only records that say from when until
    when are compared, all of one bidder together; what two of its people could read at one time counts once.
    """
    event = node.value
    same = case.once(_openings).get((event.document, lot_of(case, event.lot)), [])
    if not same or same[0] is not event:
        return
    times = lengths_of(case, same, by_days=True)
    if isinstance(times, Unassessed):
        yield times
        return
    if not times:
        return
    real, times = times, _of_those_there(case, same, times, at_most_hours)
    longest, shortest = max(times.values()), min(times.values())
    by_far = longest - shortest > timedelta(hours=at_most_hours)
    if by_far or (_twice(longest, shortest) and not _open_to_all(case, event)):
        best, worst = at_ends(times)
        left = [one for who in worst for one in leavings_of(case, who, event.lot)]
        if open_ := next((one.doubt or lacking(one.at) for one in left if one.doubt or one.when is None), None):
            yield open_
            return
        least = min(real[who] for who in worst)
        related = tuple((one.node, "access to the same") for one in same[1:])
        facts = UnequalTime(_names(case, best), longest, _names(case, worst), least, longest - least)
        plain = by_far and least == shortest and not _opened_on_request(case, same, worst)
        yield Hit(event.node, facts, related, None if plain else "possible")


def _opened_on_request(case: Case, same: list[Event], whose: set[str]) -> bool:
    """Whether every record of what was opened to some bidders says that it was when they asked."""
    own = [one for one in same if not whose.isdisjoint(told(case, one).keys)]
    return all(_ON_REQUEST.search(f"{one.text or ''} {one.reason or ''}") for one in own)


def _of_those_there(case: Case, same: list[Event], times: dict[str, timedelta], hours: int) -> dict[str, timedelta]:
    """Return the times of access with, for who registered late or left early, what it could not have had: up to the longest."""
    starts, ends = [one.date for one in same if one.date], [one.until for one in same if one.until]
    first, last = min(starts, key=case.clock.rank), max(ends, key=case.clock.rank)
    since, longest = joined(case), max(times.values())
    found = dict(times)
    for who, span in times.items():
        own = [one for one in same if who in told(case, one).keys and one.date and one.until]
        begun = min((one.date for one in own if one.date), key=case.clock.rank)
        ended = max((one.until for one in own if one.until), key=case.clock.rank)
        missed = timedelta(0)
        if who in since and is_later(case, since[who], begun, hours) is not True:
            missed += max(case.clock.gap(first, begun) or timedelta(0), timedelta(0))
        lefts = leavings_of(case, who, same[0].lot)
        if any(one.when and not one.doubt and not are_apart(case, ended, one.when, hours) for one in lefts):
            missed += max(case.clock.gap(ended, last) or timedelta(0), timedelta(0))
        found[who] = max(span, min(span + missed, longest))
    return found


def _twice(longest: timedelta, shortest: timedelta) -> bool:
    """Whether of two short times one is much longer: by an hour, and by as much as the other is long."""
    return longest - shortest >= max(timedelta(hours=1), shortest)


def _open_to_all(case: Case, event: Event) -> bool:
    """Whether the document that was opened went to all: then it says little how long somebody looked at it."""
    versions = versions_called(case, event.document or "")
    return any(EVERYBODY in told_of(case, one.recipients or ()).keys for one in versions)


def _openings(case: Case) -> dict[tuple[str | None, str | None], list[Event]]:
    """Return what was opened to bidders who are named, where every record of it says from when until when."""
    found: dict[tuple[str | None, str | None], list[Event]] = {}
    for one in case.events:
        keys = told(case, one).keys
        if one.kind == "access" and keys and EVERYBODY not in keys:
            found.setdefault((one.document, lot_of(case, one.lot)), []).append(one)
    return {key: same for key, same in found.items() if all(one.date and one.until for one in same)}


def _names(case: Case, keys: set[str]) -> tuple[str, ...]:
    return tuple(sorted(map(case.party_name, keys)))
