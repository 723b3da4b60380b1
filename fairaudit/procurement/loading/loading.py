"""Documents into one case: shaped, merged, built, every part placed. All faults at once."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from fairaudit.procurement.beside import is_year_of_a_tie
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import Clock, zone_named, zone_of_country
from fairaudit.procurement.loading.building import Dated, build
from fairaudit.procurement.loading.filler_numbers import filler_numbers
from fairaudit.procurement.loading.joint_names import joint_names
from fairaudit.procurement.loading.named import settle_names
from fairaudit.procurement.loading.unread import withhold
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.registerlist import SEARCHED
from fairaudit.procurement.places import Beside, Placed
from fairaudit.procurement.shaping.merging import Merged, merge
from fairaudit.procurement.shaping.reading import shape_document
from fairaudit.sources.document import NOWHERE, Digest, Document, FairauditError, Fault, Path, Unreadable, Value

if TYPE_CHECKING:
    from fairaudit.procurement.registers.joining import Joined
    from fairaudit.procurement.tabled.reading import Tabled

MOST_FAULTS = 200


class ModelError(FairauditError):
    """Values that do not fit the model, each with its place."""


def load_case(
    documents: tuple[Document, ...],
    today: date | None = None,
    not_read: tuple[str, ...] = (),
    folders: Mapping[str, Beside] = MappingProxyType({}),
) -> Case:
    """Return the case that some documents make together; raises `ModelError` with every fault.

    `folders` says of documents that are files where they stand, so that the tables they name can be read.
    """
    shaped = [shape_document(one, index) for index, one in enumerate(documents)]
    merged = merge(shaped)
    misfits = _Misfits(merged, [one for document in documents for one in document.unreadable])
    joined = _join_tables(merged, folders, misfits)
    misfits.unreadable += settle_names(merged, misfits.report)
    root, moments = build(merged.value, misfits.report)
    misfits.unreadable += (*joint_names(root, misfits.place, merged.foreign), *filler_numbers(root))
    clock = _clock(root, moments, misfits)
    tables = _tables(root, clock, merged, folders, misfits)
    beside = [one for one in (joined, tables) if one is not None]
    if misfits.faults:
        raise _faulty(misfits, [digest for one in beside for digest in one.digests])
    case = Case(
        procurement=root,
        clock=clock,
        today=today,
        documents=(*documents, *(document for one in beside for document in one.documents)),
        places=tables.places if tables else merged.places,
        pointers=tables.pointers if tables else merged.pointers,
        placeholders=tuple(sorted(merged.placeholders, key=lambda one: text_of(one.path))),
        unreadable=tuple(misfits.unreadable),
        unread=withhold(root, misfits.unreadable),
        not_read=(
            *without_tables(not_read, [document.file for one in beside for document in one.documents]),
            *(words for one in beside for words in one.not_read),
            *(f"{one.document.file}: {text_of(path)}" for one in shaped for path in one.ignored),
        ),
    )
    case, searched = _searched(case, folders, misfits) if root.registers else (case, [])
    return _but_for(case, frozenset((*(sheet for one in beside for sheet in one.sheets), *searched)))


def _but_for(case: Case, sheets: frozenset[str]) -> Case:
    """Return a case without the sheets, among what was not read, that some table of it read; what all leave is named once."""
    left = tuple(one for one in dict.fromkeys(case.not_read) if one not in sheets)
    return case if left == case.not_read else replace(case, not_read=left, made={})


def _faulty(misfits: _Misfits, read: Iterable[Digest]) -> ModelError:
    error = ModelError(*_shown(sorted(set(misfits.faults))))
    error.inputs = tuple(read)
    return error


def _join_tables(merged: Merged, folders: Mapping[str, Beside], misfits: _Misfits) -> Joined | None:
    """Read the tables of people, parties and declarations that the case names, `None` where it names no register."""
    if not merged.value.get("registers"):
        return None
    from fairaudit.procurement.registers.joining import join_tables

    joined = join_tables(merged, folders, misfits.place)
    misfits.faults += joined.faults
    misfits.unreadable += joined.unreadable
    return joined


def _searched(case: Case, folders: Mapping[str, Beside], misfits: _Misfits) -> tuple[Case, list[str]]:
    """Return a case with what its registers hold of its people and parties, and the sheets read; raises `ModelError`."""
    if not any(one.kind in SEARCHED for one in case.procurement.registers or ()):
        return case, []
    from fairaudit.procurement.registers.searching import search_registers

    result = search_registers(case, folders, misfits.place)
    if result.faults:
        misfits.faults += result.faults
        raise _faulty(
            misfits, (*(Digest(one.file, one.sha256) for one in case.documents if one.foreign), *result.digests)
        )
    found = replace(
        case,
        documents=(*case.documents, *result.documents),
        places=ChainMap(result.places, case.places),  # type: ignore[arg-type]  # nothing is written to it
        unreadable=(*case.unreadable, *result.unreadable),
        not_read=(*without_tables(case.not_read, [one.file for one in result.documents]), *result.not_read),
        registers_searched=tuple(result.searched),
        matches=tuple(result.matches),
        above=tuple(result.above),
        one_above=tuple(result.one_above),
        open_ends=tuple(result.open_ends),
        owner_circles=tuple(result.circles),
        made={},
    )
    return found, result.sheets


def _tables(
    root: Procurement, clock: Clock, merged: Merged, folders: Mapping[str, Beside], misfits: _Misfits
) -> Tabled | None:
    """Read the tables of scores that the case names, `None` where it names none."""
    evaluation = root.evaluation
    if evaluation is None or not (evaluation.tables or evaluation.individual_tables or evaluation.consensus_tables):
        return None
    from fairaudit.procurement.tabled.reading import read_tables

    places = (merged.places, merged.pointers, len(merged.files))
    tables = read_tables(root, folders, clock, misfits.place, places)
    misfits.faults += tables.faults
    misfits.unreadable += tables.unreadable
    return tables


def without_tables(not_read: tuple[str, ...], read: list[str]) -> tuple[str, ...]:
    """Return what was not read: of the files beside a case the tables that it names were, or some in a folder."""
    return tuple(
        f"{one} (but for {', '.join(inside)})"
        if one.endswith("/") and (inside := [file.removeprefix(one) for file in read if file.startswith(one)])
        else one
        for one in not_read
        if one not in read
    )


def _shown(faults: list[Fault]) -> list[Fault]:
    """Return faults as they are listed: a file that is wrong everywhere is not repeated line by line without end."""
    if len(faults) <= MOST_FAULTS:
        return faults
    last = faults[MOST_FAULTS - 1]
    more = f"and {len(faults) - MOST_FAULTS} more faults after this one; mend these first"
    return [*faults[:MOST_FAULTS], Fault(last.file, last.line, last.column, more)]


class _Misfits:
    """Values that do not fit: a fault in our own format, listed and treated as absent in a foreign one.

    A year alone as the beginning or end of a tie is listed in ours, too: often nobody knows the day.
    """

    def __init__(self, merged: Merged, unreadable: list[Unreadable]) -> None:
        self.merged = merged
        self.faults = list(merged.faults)
        self.unreadable = unreadable

    def place(self, path: Path) -> tuple[str, int, int]:
        """Return file, line and column of a path, or of its nearest ancestor."""
        index, span = place_of(self.merged.places, path)[0]
        return self.merged.files[index], span[0], span[1]

    def report(self, path: Path, raw: Value, message: str) -> None:
        if self.merged.foreign(path) or is_year_of_a_tie(path, raw):
            self.unreadable.append(Unreadable(path, str(raw)[:200], message))
            return
        self.faults.append(Fault(*self.place(path), f"{text_of(path)}: {message}"))


def place_of(places: Mapping[Path, Placed], path: Path) -> tuple[Placed, bool]:
    """Return where a path stands, or its nearest ancestor, and whether that was inferred."""
    for length in range(len(path), -1, -1):
        if found := places.get(path[:length]):
            return found, length < len(path)
    return (0, NOWHERE), True


def _clock(root: Procurement, moments: tuple[Dated, ...], misfits: _Misfits) -> Clock:
    """Return the buyer's clock, and name every local time that it does not know for one instant."""
    clock = _of_buyer(root, misfits)
    misfits.unreadable += _doubled(clock, moments)
    return clock


def _of_buyer(root: Procurement, misfits: _Misfits) -> Clock:
    tender = root.tender
    if tender is None:
        return Clock()
    if tender.time_zone is None:
        return Clock(zone_of_country(tender.buyer.country if tender.buyer else None))
    zone = zone_named(tender.time_zone)
    if zone is None:
        message = f'should be an IANA time zone such as Europe/London, found "{tender.time_zone[:60]}"'
        misfits.report(("tender", "time_zone"), tender.time_zone, message)
    return Clock(zone)


def _doubled(clock: Clock, moments: tuple[Dated, ...]) -> Iterator[Unreadable]:
    """Yield every local time that a clock change repeats or leaves out; it stays, and means either of two instants.

    Logs in local time have such rows every autumn. Without the value a looser one might be taken in its place.
    """
    for one in moments:
        if trouble := clock.trouble(one.when):
            yield Unreadable(one.path, one.when.isoformat(), f"{trouble}; it is read as either of the two")
