"""What the graph of interests holds, for every report, whether or not anything is found in it."""

from collections import Counter
from collections.abc import Iterator

from fairaudit.analysis.ties.strength import WORDS, Strength
from fairaudit.checks.base import Hit, Many, Nothing, Tabled, Unassessed, check
from fairaudit.checks.interests.rivals import ways_between
from fairaudit.checks.interests.rows import APART, DECLARED, IGNORED, REMOTE, UNDECLARED, UNKNOWN, Row, rows_of
from fairaudit.checks.interests.undated import undated
from fairaudit.checks.interests.web import web_of
from fairaudit.checks.people.ties.to_bidders import ground_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.influence import Official

_COLUMNS = (
    "person",
    "part",
    "tie",
    "onward",
    "through",
    "bidder",
    "strength",
    "declared",
    "known_by",
    "since",
    "until",
)
_BETWEEN = ("bidder", "tie", "other_bidder", "strength")


class Counted(Frozen):
    """How many people, bidders and ties there are, how many ties of each kind, and how many rest on names alone or not."""

    people: int
    bidders: int
    ties: int
    undeclared: int
    unknown: int
    ignored: int
    declared: int
    remote: int
    alike: int
    recorded: int


@check
def ties_of_people_and_bidders(node: Node[object], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Measure every recorded tie between people with influence and bidders, and between bidders; nothing is found by it."""
    from fairaudit.checks.measurement import Measurement, Table

    ground = ground_of(case)
    yield from ground.gaps(node)
    if not ground.officials or not ground.bidders.ids:
        return
    rows = rows_of(case)
    of = {status: sum(one.status == status for one in rows) for status in {one.status for one in rows}}
    alike = sum(not one.sure and not one.matched for one in rows)
    facts = Counted(
        len(ground.officials), len(ground.bidders.ids), len(rows), of.get(UNDECLARED, 0), of.get(UNKNOWN, 0),
        of.get(IGNORED, 0), of.get(DECLARED, 0) + of.get(APART, 0), of.get(REMOTE, 0),
        alike, len(rows) - alike,
    )  # fmt: skip
    called = _apart(ground.officials)
    people = Table("ties", _COLUMNS, tuple(_cells(case, one, called[one.official.key]) for one in rows))
    rivals = Table("ties-between-bidders", _BETWEEN, tuple(_rivals(case)))
    tables = tuple(one for one in (people, rivals) if one.rows)
    yield Tabled(node, Measurement(_kind(facts), facts, tables))
    yield from _told(node, case, "remote", [one for one in rows if one.status == REMOTE])
    yield from _told(node, case, "matched", [one for one in rows if one.matched])
    yield from undated(node, case)


class Shown(Frozen):
    """Some ties, each in words."""

    ties: Many


_SHOWN = 6


def _told(node: Node[object], case: Case, kind: str, rows: list[Row]) -> Iterator[Tabled]:
    """Yield ties by name of which more is to be said than their number, so that a report without the table shows them too."""
    from fairaudit.checks.measurement import Measurement

    told = [_in_short(case, one) for one in rows]
    if told:
        yield Tabled(node, Measurement(kind, Shown(Many(tuple(told[:_SHOWN]), max(len(told) - _SHOWN, 0))), ()))


def _in_short(case: Case, row: Row) -> str:
    """Return a tie in words; of a way only through whom it leads, and where to."""
    if row.way is None or not row.through:
        return f"{row.official.name} {row.words}"
    return f"{row.official.name}, through {' and '.join(row.through)}, to {case.party_name(row.bidder)}"


def _kind(facts: Counted) -> str:
    return ("ties-and-names" if facts.alike else "ties") if facts.ties else "none"


def _apart(officials: tuple[Official, ...]) -> dict[str, str]:
    """Return what everybody is called; of people with one name each has their id as well, for they are not one."""
    names = Counter(one.name for one in officials)
    return {one.key: f"{one.name} ({one.key})" if names[one.name] > 1 else one.name for one in officials}


def _cells(case: Case, row: Row, called: str) -> tuple[str, ...]:
    since, until = (one.isoformat() if one else "" for one in (row.since, row.until))
    bidder = case.party_name(row.bidder)
    first, onward = web_of(case).onward(row.way) if row.way else (row.words.removesuffix(f" {bidder}"), "")
    return (
        called, ", ".join(row.official.roles), first, onward.removeprefix(", "), "; ".join(row.through), bidder,
        WORDS[row.strength], row.status, _known_by(row), since, until,
    )  # fmt: skip


def _known_by(row: Row) -> str:
    if row.told:
        return "the declaration alone"
    if row.matched:
        return "records that may be of one person" if row.sure else "a name or address only"
    return "a record" if row.sure else "a name only"


def _rivals(case: Case) -> Iterator[tuple[str, ...]]:
    for (first, second), way in ways_between(case).items():
        web = web_of(case)
        sure = all(one.sure for one in web.along(way))
        said = ("" if sure else "perhaps ") + ", ".join(web.parts(way))
        yield case.party_name(first), said, case.party_name(second), WORDS[Strength(way.strength)]
