"""Roles and ties of which no day is recorded, each with its place: what is counted in days leans on them."""

from collections.abc import Iterator

from fairaudit.analysis.calendars import day_in_words
from fairaudit.checks.base import Many, Tabled
from fairaudit.checks.interests.rivals import ways_between
from fairaudit.checks.interests.rows import REMOTE, Row, rows_of
from fairaudit.checks.interests.web import Web, web_of
from fairaudit.checks.people.ties.to_bidders import ground_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.parties import Owner, Relative, Tie
from fairaudit.procurement.placing import place_in_words
from fairaudit.sources.document import Path

_SHOWN = 6


class UndatedRoles(Frozen):
    """Which roles begin on no recorded day, each with its place, and the day from which their ties are counted back instead."""

    roles: Many
    day: str = ""


class UndatedTies(Frozen):
    """Which ties have no recorded day, each with its place."""

    ties: Many


def undated(node: Node[object], case: Case) -> Iterator[Tabled]:
    """Yield the roles without a beginning, and the ties without any day, each with its place."""
    yield from _roles(node, case)
    yield from _ties(node, case)


def _roles(node: Node[object], case: Case) -> Iterator[Tabled]:
    from fairaudit.checks.measurement import Measurement, Table

    roles = [
        (one.name, role.role or "a part that is not named", role.path)
        for one in ground_of(case).officials
        for role in (one.person.roles if one.person else None) or ()
        if role.start_date is None
    ]
    if roles and (case.tender.published or rows_of(case)):
        day = day_in_words(case.tender.published.date) if case.tender.published else ""
        told = _first(case, roles)
        table = Table("roles-without-a-day", ("person", "role", "place"), _placed(case, roles))
        kind = "undated" if day else "undated-with-the-notice"
        yield Tabled(node, Measurement(kind, UndatedRoles(told, day), (table,)))


def _ties(node: Node[object], case: Case) -> Iterator[Tabled]:
    from fairaudit.checks.measurement import Measurement, Table

    ties = case.once(_undated_ties)
    if ties:
        told = _first(case, ties)
        table = Table("ties-without-a-day", ("person", "tie", "place"), _placed(case, ties))
        yield Tabled(node, Measurement("undated-ties", UndatedTies(told), (table,)))


def _first(case: Case, told: list[tuple[str, str, Path]]) -> Many:
    """Return the first places with whose they are; what stands there is in the table, since a long sentence is cut."""
    words = tuple(f"{place_in_words(case, path)} ({who})" for who, _, path in told[:_SHOWN])
    return Many(words, max(len(told) - _SHOWN, 0))


def _placed(case: Case, told: list[tuple[str, str, Path]]) -> tuple[tuple[str, str, str], ...]:
    return tuple((who, what, place_in_words(case, path)) for who, what, path in told)


def _undated_ties(case: Case) -> list[tuple[str, str, Path]]:
    """Return who has which tie without a day, and where that stands, each place once: of people, then between bidders."""
    web, found = web_of(case), dict[Path, tuple[str, str]]()
    entries = {one.path for one in case.matches if not (one.tie.start or one.tie.end)}
    entries |= {one.path for one in case.above if not (one.tie.start or one.tie.end)}
    for row in rows_of(case):
        if row.status != REMOTE:
            for who, words, at in _of_row(case, web, row):
                if _has_no_day(at, entries):
                    found.setdefault(at.path, (who, words))
    for way in ways_between(case).values():
        for one in web.along(way):
            if _has_no_day(one.at, entries):
                found.setdefault(one.at.path, (_called(web, one.start), f"{one.words} {_called(web, one.end)}"))
    return [(who, words, path) for path, (who, words) in found.items()]


def _of_row(case: Case, web: Web, row: Row) -> Iterator[tuple[str, str, Node[object]]]:
    if row.way is not None:
        for one in web.along(row.way):
            yield _called(web, one.start), f"{one.words} {_called(web, one.end)}", one.at
        return
    yield row.official.name, row.words, row.at
    if isinstance(row.at.value, Relative):
        # That two are related has no day; the tie that leads on may have one.
        yield from ((row.official.name, row.words, at) for at in _ties_of(case, row.at.value, row.bidder))


def _ties_of(case: Case, relative: Relative, bidder: str) -> Iterator[Node[object]]:
    person, party = case.person(relative.person), case.party(bidder)
    ties = (*(person.employments or ()), *(person.interests or ())) if person else ()
    yield from (one.node for one in ties if one.party == bidder)
    yield from (one.node for one in (party.owners if party else None) or () if one.person == relative.person)


def _called(web: Web, node: str) -> str:
    return web.names.get(node, node[2:])


def _has_no_day(at: Node[object], entries: set[Path]) -> bool:
    tie = at.value
    if isinstance(tie, Tie):
        return not (tie.start_date or tie.end_date or tie.date)
    if isinstance(tie, Owner):
        return not (tie.start_date or tie.end_date)
    return at.path in entries
