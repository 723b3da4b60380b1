"""Which files make a case: a file, a folder that is one case, or a folder of cases. What is not read is said."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path as FilePath

from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.loading import load_case, place_of
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.shape import fields_of
from fairaudit.procurement.places import Beside
from fairaudit.procurement.shaping.reading import snake
from fairaudit.sources.document import Digest, Document, FairauditError, Fault, SourceError
from fairaudit.sources.files import SUFFIXES, read_bytes, read_file

HEADS = ("tender", "case")
OWN = ("fairaudit.yaml", "fairaudit.yml")
_SYSTEM = (("dev",), ("proc",), ("sys",))
"""Folders that are the same on every machine: what stands there is nobody's, and half its name would mislead."""
_SECTIONS = frozenset(fields_of(Procurement))


class Unread(Frozen):
    """A case that could not be read, with everything wrong with it."""

    name: str
    faults: tuple[Fault, ...]
    inputs: tuple[Digest, ...] = ()
    """The files whose bytes were read."""


class Extra(Frozen):
    """What a caller adds to every case: further files, and the day it is judged on."""

    with_files: tuple[FilePath, ...] = ()
    today: date | None = None


def shown(path: FilePath) -> str:
    """Return a path as reports show it: as it was given, never absolute."""
    if not path.is_absolute() or path.parts[1:2] in _SYSTEM:
        return path.as_posix()
    try:
        return path.relative_to(FilePath.cwd()).as_posix()
    except ValueError:
        return f"{path.parent.name}/{path.name}" if path.parent.name else path.name


def open_cases(path: FilePath, extra: Extra) -> Iterator[Case | Unread]:
    """Yield every case at a path; one that cannot be read does not keep the others from being read."""
    if os.path.isdir(path):
        try:
            yield from _folder_case(path, extra) if _is_case(path) else _search(path, extra)
        except OSError as error:
            yield Unread(shown(path), (Fault(shown(path), 0, 0, f"cannot be read: {error.strerror}"),))
    else:
        yield from _file_cases(path, extra)


def stdin_cases(raw: bytes, name: str, extra: Extra) -> Iterator[Case | Unread]:
    """Yield the cases of bytes that came by standard input."""
    try:
        documents = read_bytes(raw, name)
    except FairauditError as error:
        yield Unread(name, error.faults, error.inputs)
    else:
        yield from _with_extra(documents, (), name, extra, None)


def _is_case(folder: FilePath) -> bool:
    return any((folder / (head + suffix)).is_file() for head in HEADS for suffix in SUFFIXES)


def _search(folder: FilePath, extra: Extra) -> Iterator[Case | Unread]:
    """Yield the cases of a folder that is not one itself: every file, and every folder that is a case."""
    found = False
    for entry in sorted(folder.iterdir()):
        # A link to a folder may lead back up; what it holds is read where it really stands.
        if entry.name.startswith(".") or entry.name in OWN or (entry.is_dir() and entry.is_symlink()):
            continue
        if entry.is_dir() or entry.suffix in SUFFIXES:
            for one in open_cases(entry, extra) if not entry.is_dir() or _holds_files(entry) else ():
                found = True
                yield one
    if not found:
        fault = Fault(shown(folder), 0, 0, "holds no case: no YAML or JSON file anywhere below it")
        yield Unread(shown(folder), (fault,))


def _holds_files(folder: FilePath) -> bool:
    return any(one.suffix in SUFFIXES for one in folder.rglob("*"))


def _file_cases(path: FilePath, extra: Extra) -> Iterator[Case | Unread]:
    name = shown(path)
    if not os.path.exists(path):
        yield Unread(
            name, (Fault(name, 0, 0, "does not exist; check the path, or the pattern that should have matched it"),)
        )
        return
    try:
        documents = read_file(path, name)
    except FairauditError as error:
        yield Unread(name, error.faults, error.inputs)
    else:
        yield from _with_extra(documents, _left_beside(path), name, extra, path.parent)


def _left_beside(path: FilePath) -> tuple[str, ...]:
    """Return the files beside the head of a case that are named after its sections: without them much seems missing."""
    if path.stem not in HEADS:
        return ()
    beside = (path.with_name(name + suffix) for name in sorted(_SECTIONS - {*HEADS}) for suffix in SUFFIXES)
    return tuple(f"{shown(one)} (name its folder to read it too)" for one in beside if one.is_file())


def whole(path: FilePath) -> FilePath:
    """Return the folder whose case a file belongs to, or the file itself where it is a case of its own."""
    return path.parent if path.suffix in SUFFIXES and path.is_file() and _is_case(path.parent) else path


def _folder_case(folder: FilePath, extra: Extra) -> Iterator[Case | Unread]:
    """Yield the one case of a folder: its head file, and every file beside it that holds sections."""
    documents: list[Document] = []
    not_read: list[str] = []
    broken: dict[str, FairauditError] = {}
    for entry in sorted(folder.iterdir(), key=lambda one: (one.stem not in HEADS, one.name)):
        if entry.name.startswith(".") or entry.name in OWN:
            continue
        if entry.is_dir() or entry.suffix not in SUFFIXES:
            not_read.append(shown(entry) + ("/" if entry.is_dir() else ""))
            continue
        try:
            for document in read_file(entry, shown(entry)):
                if document.foreign or any(snake(key) in _SECTIONS for key in document.value):
                    documents.append(document)
                else:
                    not_read.append(document.file)
        except FairauditError as error:
            broken[entry.name] = error
    # A register of statements is JSON too, and no part of the case: it is read where the case names it.
    for name in broken.keys() & _registers_named(documents):
        del broken[name]
        not_read.append(shown(folder / name))
    if broken:
        faults = [fault for one in broken.values() for fault in one.faults]
        inputs = [digest for one in broken.values() for digest in one.inputs]
        yield Unread(shown(folder), tuple(faults), (*_digests(documents), *inputs))
    else:
        yield from _with_extra(tuple(documents), tuple(not_read), shown(folder), extra, folder, joined=True)


def _registers_named(documents: Iterable[Document]) -> set[str]:
    """Return the files that a case names as registers, as they are written."""
    lists = [one.value.get("registers") for one in documents]
    entries = [entry for one in lists if isinstance(one, list) for entry in one if isinstance(entry, dict)]
    return {file for entry in entries if isinstance(file := entry.get("file"), str)}


def _with_extra(
    documents: tuple[Document, ...],
    not_read: tuple[str, ...],
    name: str,
    extra: Extra,
    folder: FilePath | None,
    joined: bool = False,
) -> Iterator[Case | Unread]:
    """Yield the cases some documents make, each with the files that were added by hand; `folder` is where they stand."""
    groups = [documents] if joined else [(one,) for one in documents]
    try:
        added = tuple(one for path in extra.with_files for one in read_file(path, shown(path)))
        if added and len(groups) > 1:
            raise SourceError(Fault(name, 0, 0, "holds several cases; a file added with --with can only join one"))
    except FairauditError as error:
        yield Unread(name, error.faults, (*_digests(documents), *error.inputs))
        return
    folders = _folders(documents, folder, extra)
    for group in groups:
        try:
            case = load_case((*group, *added), extra.today, not_read, folders)
            yield Unread(name, (_nothing(case, name),)) if says_nothing(case) else case
        except FairauditError as error:
            yield Unread(name, error.faults, (*_digests((*group, *added)), *error.inputs))


def _folders(documents: tuple[Document, ...], folder: FilePath | None, extra: Extra) -> Mapping[str, Beside]:
    """Return where the files of a case stand, by what reports call them: beside each the tables it names are looked for."""
    given = [(one.file, folder) for one in documents if folder is not None]
    added = [(shown(one), one.parent) for one in extra.with_files]
    return {file: Beside(at, file.rpartition("/")[0]) for file, at in (*given, *added)}


def says_nothing(case: Case) -> bool:
    """Whether a case says nothing of a procurement: no value, no gap to be filled, nothing but what a file is called."""
    return not case.placeholders and not case.unreadable and not _said(case.procurement)


_LABELS = frozenset({"complete", "ocid", "source", "license"})


def _said(value: object) -> bool:
    if isinstance(value, tuple):
        return any(_said(one) for one in value)
    if isinstance(value, Part):
        fields = ((name, one) for name, one in value.__dict__.items() if name != "path" and name not in _LABELS)
        return any(_said(one) for _, one in fields)
    return value is not None and value != {}


def _nothing(case: Case, name: str) -> Fault:
    index, span = place_of(case.places, ("tender", "ocid"))[0]
    file = case.documents[index].file if case.documents else name
    words = "says nothing of a procurement; write what is known of one below `tender`, or leave it out"
    return Fault(file, span[0], span[1], words)


def _digests(documents: Iterable[Document]) -> tuple[Digest, ...]:
    return tuple(dict.fromkeys(Digest(one.file, one.sha256) for one in documents))
