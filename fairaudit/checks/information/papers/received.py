"""What each bidder received, side by side: nothing is found by it, since differences may have reasons; rules say which count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from fairaudit.checks.base import Clause, Hit, Nothing, Tabled, Unassessed, check
from fairaudit.checks.information.leaving import leavings_of
from fairaudit.checks.information.papers.lasting import lasted
from fairaudit.checks.information.papers.present import while_in, with_those_who_withdrew
from fairaudit.checks.information.papers.rounds import by_rounds
from fairaudit.checks.measurement import Cell, Measurement, Table
from fairaudit.checks.reasons import incomplete
from fairaudit.checks.timing.in_words import in_hours
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of, withdrawn_from
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.ledger import ALIKE, FOR_ALL, KINDS, ledger_of
from fairaudit.procurement.received.receipts import Receipt, Received

ALL, STAYED, OTHERS = "all bidders", "all who stayed", "all others"
"""What a row stands for that is the same for everybody, for everybody who never left, or for everybody else."""
MOST_ROWS = 20
"""How many rows say of one thing who had it not; of more one row does."""
HAD, LATER, WITHOUT, UNKNOWN = "had it", "had it later", "not among those who had it", "not recorded"


class Parity(Frozen):
    """How much went to the bidders, how much to all at once or nearly, and how far the best and worst informed are apart."""

    bidders: int
    known: Clause
    items: int
    alike: int
    within: str
    unknown: int
    best: tuple[str, ...]
    most: int
    worst: tuple[str, ...]
    least: int
    difference: int
    waited: str


class Line(Frozen):
    """Something that went to bidders, and how long after the first those had it who had it too late."""

    thing: Received
    waited: dict[str, timedelta]


@check
def what_each_bidder_received(
    node: Node[Procurement], case: Case, *, at_least_hours: int
) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """List what went to bidders, who had it when, and who had it not; later is more than `at_least_hours` after the first."""
    field = field_of(case)
    all_of_it = ledger_of(case)
    known = [while_in(case, one) for one in by_rounds(case, all_of_it)]
    ledger = [one for one in known if one.had]
    if not field and not case.gives("bids"):
        yield Unassessed(node, "who bids or is registered is not known", ("bids",))
    elif len(field) == 1 and not case.holds_all("bids"):
        yield incomplete(node, "bids")
    elif not ledger and not case.gives("events"):
        yield Unassessed(node, "what bidders received, and when, is not given", ("events",))
    if len(field) < 2 or not ledger:
        return
    least = timedelta(hours=at_least_hours)
    lines = [Line(one, waits(one, least)) for one in ledger]
    silent = sum(bool(one.unknown or one.asked) for one in known if one.item.kind in FOR_ALL)
    # Who withdrew has a lane of what went out while it was in, and is held against nobody.
    everyone = (*field, *withdrawn_from(case))
    drawn = [Line(one, waits(one, least)) for one in _with_all(case, all_of_it, ledger)]
    tables = (_totals(case, everyone, drawn), _rows(case, everyone, drawn))
    parity = _parity(case, field, lines, least, silent)
    yield Tabled(node, Measurement("received" if parity.items else "talks-alone", parity, tables))


def _with_all(case: Case, ledger: tuple[Received, ...], without: list[Received]) -> list[Received]:
    """Return what went to bidders with those among them who withdrew, where anybody did."""
    wider = [with_those_who_withdrew(case, one) for one in ledger]
    if all(one is other for one, other in zip(wider, ledger, strict=True)):
        return without
    return [one for one in (while_in(case, it) for it in by_rounds(case, wider)) if one.had]


def waits(one: Received, least: timedelta) -> dict[str, timedelta]:
    """Return how long bidders waited for something that all should have at once, where that is more than `least`."""
    return {bidder: late for bidder, late in one.behind.items() if late > least} if one.item.kind in ALIKE else {}


def _parity(case: Case, field: tuple[str, ...], ledger: list[Line], least: timedelta, silent: int) -> Parity:
    gone = len(withdrawn_from(case))
    shared = [one for one in ledger if one.thing.item.kind in FOR_ALL]
    had = Counter(bidder for one in shared for bidder in one.thing.had)
    # Who left before something went out has fewer things for that alone.
    left = {one for line in shared if not line.thing.item.lots for one in _absent(field, line.thing)}
    counts = {bidder: had[bidder] for bidder in field if bidder not in left} or {one: had[one] for one in field}
    # Who asked may have had the answer: it is not among those who had most for that, nor among those who had fewest.
    asked = Counter(bidder for one in shared for bidder in one.thing.asked)
    most = max(counts.values())
    at_most = {bidder: min(count + asked[bidder], most) for bidder, count in counts.items()}
    fewest = min(at_most.values())
    last = [one for one, count in at_most.items() if count == fewest]
    behind = [pair for one in shared if one.thing.item.kind in ALIKE for pair in one.thing.behind.items()]
    longest = max((late for _, late in behind), default=None)
    who = {case.party_name(key) for key, late in behind if late == longest}
    return Parity(
        len(field),
        Clause(f"{len(field)} bidders known" + (f" ({gone} more left, or were not invited)" if gone else "")),
        len(shared),
        sum(not (one.thing.without or one.thing.unknown or one.thing.asked or one.waited) for one in shared),
        in_hours(least),
        silent,
        tuple(sorted(case.party_name(one) for one, count in counts.items() if count == most)),
        most,
        tuple(sorted(map(case.party_name, [one for one in last if counts[one] == fewest] or last))),
        fewest,
        most - fewest,
        f"{in_hours(longest)} ({', '.join(sorted(who))})" if longest else "none is recorded",
    )


def _totals(case: Case, field: tuple[str, ...], ledger: list[Line]) -> Table:
    """Return a row for each bidder: how many things of each kind it had, had later, had not, and how long it waited at most."""
    had = Counter((bidder, one.thing.item.kind) for one in ledger for bidder in one.thing.had)
    late: dict[str, list[timedelta]] = {}
    for one in ledger:
        for bidder, wait in one.waited.items():
            late.setdefault(bidder, []).append(wait)
    shared = [one.thing for one in ledger if one.thing.item.kind in FOR_ALL]
    without = Counter(bidder for one in shared for bidder in one.without)
    unknown = Counter(bidder for one in shared for bidder in (*one.unknown, *one.asked))
    rows: list[tuple[Cell, ...]] = [
        (
            case.party_name(bidder),
            *(had[bidder, kind] for kind in KINDS),
            len(late.get(bidder, ())),
            in_hours(max(late[bidder])) if bidder in late else "none",
            without[bidder],
            unknown[bidder],
            _left(case, bidder),
        )
        for bidder in sorted(field, key=lambda one: (case.party_name(one), one))
    ]
    columns = (
        "bidder",
        *(one.replace(" ", "_") for one in KINDS),
        "late",
        "longest_wait",
        "without",
        "unrecorded",
        "left",
    )
    return Table("received-by-bidder", columns, tuple(rows))


def _left(case: Case, bidder: str) -> str:
    """Return whether a bidder is recorded as having left the contest, or having been shut out."""
    return "yes" if bidder in withdrawn_from(case) or leavings_of(case, bidder, None) else ""


def _absent(field: tuple[str, ...], thing: Received) -> tuple[str, ...]:
    """Return who had left when something went out."""
    return tuple(
        one for one in field if one not in thing.had and one not in (*thing.without, *thing.unknown, *thing.asked)
    )


def _rows(case: Case, field: tuple[str, ...], ledger: list[Line]) -> Table:
    """Return who had what when; what everybody had at one time, by one record and for as long, is one row."""
    rows: list[tuple[str | None, ...]] = []
    stayed = {one for one in field if not _left(case, one)}
    for thing, waited in ledger:
        kind, name = thing.item.kind, thing.item.name
        lengths = {who: in_hours(span) for who, span in lasted(case, thing).items()}
        alike = {who: (id(one), lengths.get(who, "")) for who, one in thing.had.items()}
        place = text_of(thing.item.entries[0].at.path)
        if len(thing.had) == len(field) and len(set(alike.values())) == 1 and not thing.item.lots:
            who = next(iter(thing.had))
            rows.append((ALL, kind, name, _at(thing.had[who]), "", lengths.get(who, ""), HAD, place))
            continue
        apart = set(thing.had)
        if not thing.item.lots and stayed and stayed <= apart and len({alike[one] for one in stayed}) == 1:
            who = min(stayed)
            rows.append((STAYED, kind, name, _at(thing.had[who]), "", lengths.get(who, ""), HAD, place))
            apart -= stayed
        receipts = {id(one): one for one in thing.had.values()}
        places = {key: (_at(one), text_of(one.entry.at.path)) for key, one in receipts.items()}
        for called, bidder in sorted((case.party_name(key), key) for key in apart):
            late = waited.get(bidder)
            at, where = places[id(thing.had[bidder])]
            said, state = (in_hours(late), LATER) if late else ("", HAD)
            rows.append((called, kind, name, at, said, lengths.get(bidder, ""), state, where))
        if kind in FOR_ALL:
            # Where nearly all are without it, a row for each would be a table of everybody as often as there are things.
            many = len(thing.without) > MOST_ROWS
            lacking = (OTHERS,) if many else case.names_in_order(thing.without)
            rows += [(called, kind, name, None, "", "", WITHOUT, place) for called in lacking]
            rows += [(called, kind, name, None, "", "", UNKNOWN, place) for called in case.names_in_order(thing.asked)]
            rows += [(OTHERS, kind, name, None, "", "", UNKNOWN, place)] if thing.unknown else []
    return Table("received", ("bidder", "kind", "item", "when", "wait", "lasted", "state", "place"), tuple(rows))


def _at(receipt: Receipt) -> str | None:
    """Return when something was received, on the buyer's clock where that is known, as far as it was written."""
    when = receipt.entry.when
    if when is None or receipt.moment is None:
        return when.isoformat() if when else None
    offset = None
    if when.time is not None and when.offset is not None:
        # An hour that comes twice is told by the offset alone; where none was written there is none to be lost.
        offset = receipt.moment - (datetime.combine(when.date, when.time) - when.offset)
    return When(receipt.moment.date(), receipt.moment.time() if when.time else None, offset).isoformat()
