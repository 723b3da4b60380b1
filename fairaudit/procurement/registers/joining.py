"""The tables of people, parties, declarations and enquiries that a case names, joined to what its own files hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from fairaudit.frozen import Frozen
from fairaudit.procurement.loading.building import build
from fairaudit.procurement.loading.unread import unread_table
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.registerlist import OF_THE_CASE, Register
from fairaudit.procurement.places import Beside
from fairaudit.procurement.registers.own import read_own
from fairaudit.procurement.shaping.merging import Merged, join
from fairaudit.procurement.shaping.reading import shape_document
from fairaudit.procurement.tabled.files import TableFiles
from fairaudit.sources.document import Digest, Document, Fault, Path, Unreadable, Value

Place = Callable[[Path], tuple[str, int, int]]
"""Tells file, line and column where a path of the case stands, or its nearest ancestor."""


_SHOW = "show it, or delete it; until then nothing that leans on this table passes, and what is found is a question"
_MEND = "until it is mended nothing that leans on this table passes, and what is found is a question"


class Joined(Frozen):
    """What the case's own tables come to, beside the values that are joined to it already."""

    documents: tuple[Document, ...] = ()
    digests: tuple[Digest, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    not_read: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    sheets: tuple[str, ...] = ()
    """The sheets that were read, called as those that were not."""


def join_tables(merged: Merged, folders: Mapping[str, Beside], place: Place) -> Joined:
    """Join every table of the case's own people, parties, declarations and enquiries to what is merged; faults of all at once.

    A file that cannot be read is no fault of the case: it is named, and whatever needs what it holds is not assessed.
    """
    headers = list(_headers(merged.value))
    faults: list[Fault] = [fault for one in headers for fault in _senseless(one, place)]
    own = [one for one in headers if one.kind in OF_THE_CASE and one.file]
    if not own:
        return Joined(faults=tuple(faults))
    files = TableFiles(folders, len(merged.files))
    unreadable: list[Unreadable] = []
    not_read: list[str] = []
    read: set[str] = set()
    for register in own:
        table = read_own(register, files, place(register.path)[0])
        words = f"nothing is known of the {register.kind} it holds, and the rest is audited without them"
        unreadable += [unread_table(register.path, register.file or "", one, words) for one in table.unread]
        unreadable += [unread_table(register.path, register.file or "", one, _SHOW) for one in table.hidden]
        unreadable += [unread_table(register.path, register.file or "", one, _MEND) for one in table.torn]
        faults += [_fault(place, (*register.path, *one.field.split(".")), one.message) for one in table.wrong]
        not_read += table.not_read
        read.add(table.read)
        if table.document is not None:
            unreadable += [*table.document.unreadable, *_taken_in(merged, table.document, files)]
    # What one register leaves of a workbook another may read; what all leave is named once.
    left = tuple(one for one in dict.fromkeys(not_read) if one not in read)
    return Joined(
        tuple(files.documents), tuple(files.digests), tuple(unreadable), left, tuple(faults), tuple(sorted(read))
    )


def _headers(value: dict[str, Value]) -> Iterator[Register]:
    """Yield the registers that a case names; what is wrong with their fields is told when the case is built."""
    raw = value.get("registers")
    if isinstance(raw, list):
        root, _ = build({"registers": raw}, lambda *_: None)
        yield from root.registers or ()


def _senseless(register: Register, place: Place) -> Iterator[Fault]:
    """Yield what keeps a register from being read, whatever stands in its file."""
    if register.file is None and register.records is None:
        words = "is not given; write which file holds it, such as `officers.csv`, or its entries under `records`"
        yield _fault(place, (*register.path, "file"), words)
    if register.records is not None and (register.file is not None or register.kind not in ("officers", "owners")):
        words = "are entries of officers or owners without a file; leave them out, or the file"
        yield _fault(place, (*register.path, "records"), words)
    if register.kind is None:
        words = "is not given; write people, parties, declarations, enquiries, officers, owners or bods"
        yield _fault(place, (*register.path, "kind"), words)


def _fault(place: Place, path: Path, message: str) -> Fault:
    file, line, column = place(path)
    return Fault(file, line, column, f"{text_of(path)}: {message}")


def _taken_in(merged: Merged, document: Document, files: TableFiles) -> Iterator[Unreadable]:
    """Join the items of a table to the case; what it says otherwise than the case is yielded, and the case's own counts."""
    index = next(at for at, one in enumerate(files.documents) if one.file == document.file) + files.first
    while len(merged.files) <= index:
        merged.foreign_files.add(len(merged.files))
        merged.files.append(files.documents[len(merged.files) - files.first].file)
    before = len(merged.faults)
    join(merged, shape_document(document, index))
    said, merged.faults[before:] = merged.faults[before:], []
    for one in said:
        path, _, reason = one.message.partition(": ")
        yield Unreadable((path.split("[")[0],), path, reason, one.file, one.line)
