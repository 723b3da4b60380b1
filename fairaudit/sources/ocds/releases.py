"""Which contracting processes a file holds, and the one release that speaks for each.

A compiled release speaks for its process. Otherwise the releases are laid over each other from the oldest to the
newest: a later field replaces an earlier one, a later `null` removes it, lists of things with ids join by id, any other
list is replaced whole. That is the idea of the standard's merge without its schema, so lists the schema wants replaced
whole (`wholeListMerge`) are joined here. What was overtaken is listed, and so is every release that was not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import pairwise

from fairaudit.sources.document import NOWHERE, Path, Tree, Value
from fairaudit.sources.limits import refuse
from fairaudit.sources.ocds.told import NOTHING, Note, Told, group, groups, pointer, tell, text, texts

_SECTIONS = ("tag", "tender", "awards", "contracts", "bids", "planning", "parties", "buyer")
_RECORD = ("compiledRelease", "versionedRelease", "releases")
_PACKED = ("records", "releases")
# What a release may be known by; a thing with none of it says nothing that could be audited.
_MARKS = frozenset({"ocid", *_SECTIONS, *_RECORD})
_SHOWN = 10
# Each release is laid over the sum of those before it, so their number is what a hostile file would raise.
_MAX_RELEASES = 500


@dataclass(frozen=True, slots=True)
class Process:
    """One contracting process: its release, when its tender was published if that is known, and what was left out."""

    path: Path
    release: Told | None
    published: Told = NOTHING
    license: Told = NOTHING
    notes: tuple[Note, ...] = ()


@dataclass
class _Found:
    """Everything a file says about one ocid, and where that begins."""

    path: Path = ()
    compiled: list[Told] = field(default_factory=list)
    releases: list[Told] = field(default_factory=list)
    links: list[Told] = field(default_factory=list)
    ocid: Told = NOTHING
    license: Told = NOTHING
    notes: list[Note] = field(default_factory=list)


def is_ocds(tree: Tree) -> bool:
    """Whether a parsed file is OCDS: a release, a record, a package of either, or a list of them."""
    return _is_ocds(tree.value)


def _is_ocds(value: Value) -> bool:
    if isinstance(value, list):
        return any(isinstance(one, dict) and _is_ocds(one) for one in value)
    if not isinstance(value, dict):
        return False
    if "ocid" in value:
        return any(name in value for name in (*_SECTIONS, *_RECORD))
    # A package is known by its name for what it holds, however little of that can be read.
    return "tender" not in value and any(name in value for name in _PACKED)


def processes(tree: Tree, file: str) -> Iterator[Process]:
    """Return every contracting process of a file, in the order of the file."""
    contents = _Contents()
    contents.collect(tree.value, (), NOTHING)
    for one in contents.found.values():
        if len(one.releases) > _MAX_RELEASES:
            span = tree.spans.get(one.releases[_MAX_RELEASES].path, NOWHERE)
            raise refuse(file, span, f"holds more than {_MAX_RELEASES} releases of one process; compile them first")
        one.notes += contents.strays
        yield _process(one)


class _Contents:
    """Everything a file holds, by ocid; what is no release belongs to nobody and is noted everywhere."""

    def __init__(self) -> None:
        self.found: dict[str | Path, _Found] = {}
        self.strays: list[Note] = []

    def collect(self, value: Value, path: Path, license_: Told) -> None:
        if isinstance(value, list):
            for index, one in enumerate(value):
                self.collect(one, (*path, index), license_)
        elif not isinstance(value, dict):
            self.strays.append(Note(pointer(path), "is no release, so it was not read"))
        elif "ocid" not in value and any(name in value for name in _PACKED):
            given = text(Told({"license": tell(value.get("license"), (*path, "license"))}, path), "license")
            for name in _PACKED:
                if isinstance(value.get(name), list):
                    self.collect(value[name], (*path, name), given or license_)
        elif _MARKS & value.keys():
            self._release(value, path, license_)
        else:
            self.strays.append(Note(pointer(path), "is no release, so it was not read"))

    def _release(self, value: dict[str, Value], path: Path, license_: Told) -> None:
        ocid = value.get("ocid")
        # Without an ocid nothing says that two releases belong together.
        process = self.found.setdefault(ocid if isinstance(ocid, str) else path, _Found(path))
        process.ocid = process.ocid or text(Told({"ocid": tell(ocid, (*path, "ocid"))}, path), "ocid")
        process.license = process.license or license_
        if any(name in value for name in _RECORD):
            _add_record(tell(value, path), process)
        else:
            _add_release(tell(value, path), process)


def _add_record(record: Told, process: _Found) -> None:
    compiled = record.get("compiledRelease")
    if isinstance(compiled.value, dict):
        process.compiled.append(compiled)
    elif compiled.value is not None:
        process.notes.append(Note(pointer(compiled.path), "is no release, so it was not read"))
    if record.get("versionedRelease"):
        process.notes.append(
            Note(pointer(record.get("versionedRelease").path), "holds earlier versions of values; they were not read")
        )
    for one in groups(record, "releases"):
        if one.note:
            process.notes.append(one.note)
        elif one.get("url") and not one.get("ocid"):
            process.links.append(one)
        else:
            _add_release(one, process)


def _add_release(release: Told, process: _Found) -> None:
    (process.compiled if "compiled" in _tags(release) else process.releases).append(release)


def _process(found: _Found) -> Process:
    if not found.compiled and not found.releases:
        return Process(found.path, None)
    ordered = _in_order(found.releases, found.notes)
    if found.links:
        found.notes.append(
            Note(f"{len(found.links)} releases", "are only linked to; what stands behind a link is not read")
        )
    if found.compiled:
        *unread, release = _in_order(found.compiled, found.notes)
        unread += ordered
        found.notes += [Note(release_name(one), "was not read; the compiled release speaks for it") for one in unread]
    else:
        release = _laid_over(ordered, found.notes)
    if isinstance(release.value, dict) and found.ocid:
        release = replace(release, value={"ocid": found.ocid, **release.value})
    published = next((date for one in (*ordered, *found.links, release) if (date := _publication(one))), NOTHING)
    licence = text(release, "license") or found.license
    return Process(found.path, release, published, licence, tuple(found.notes))


def _publication(release: Told) -> Told:
    """Return the date of a release that publishes the tender.

    Only a release tagged `tender` does, and only while there is no award: Contracts Finder tags award notices `tender`
    as well, and their date is that of the award or of any later correction. Where bids could be sent before the date of
    the release, the tender had been published elsewhere.
    """
    date, opened = text(release, "date"), text(group(group(release, "tender"), "tenderPeriod"), "startDate")
    if "tender" not in _tags(release) or release.get("awards") or release.get("contracts"):
        return NOTHING
    start, moment = _instant(opened.words), _instant(date.words)
    return NOTHING if start and moment and start < moment else date


def _in_order(releases: list[Told], notes: list[Note]) -> list[Told]:
    """Return releases from the oldest to the newest; where a date is missing the order of the file has to do."""
    moments = [_instant(text(one, "date").words) for one in releases]
    known = [moment for moment in moments if moment is not None]
    if len(known) == len(releases):
        return [release for _, release in sorted(zip(known, releases, strict=True), key=lambda pair: pair[0])]
    if len(releases) > 1:
        notes.append(
            Note(f"{len(releases)} releases", "have no readable date each, so they were read in the order of the file")
        )
    return releases


def _instant(words: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    # Only for the order of releases: a publisher that writes no offset writes none in the others either.
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _laid_over(releases: list[Told], notes: list[Note]) -> Told:
    result = releases[0]
    for earlier, later in pairwise(releases):
        overtaken: list[str] = []
        result = _lay(result, later, "", overtaken)
        if overtaken:
            more = f" and {len(overtaken) - _SHOWN} more" if len(overtaken) > _SHOWN else ""
            notes.append(
                Note(
                    ", ".join(overtaken[:_SHOWN]) + more,
                    f"of {release_name(earlier)}: overtaken by {release_name(later)}",
                )
            )
    return result


_OF_THE_RELEASE = frozenset({"id", "date", "tag"})


def _lay(old: Told, new: Told, name: str, overtaken: list[str]) -> Told:
    if isinstance(old.value, dict) and isinstance(new.value, dict):
        merged = dict(old.value)
        for key, one in new.value.items():
            inner = f"{name}.{key}" if name else key
            merged[key] = _lay(merged[key], one, inner, overtaken) if key in merged else one
        return Told(merged, new.path)
    if isinstance(old.value, list) and isinstance(new.value, list) and _have_ids(old.value) and _have_ids(new.value):
        known = {one.get("id").words: one for one in old.value}
        for one in new.value:
            key = one.get("id").words
            known[key] = _lay(known[key], one, f"{name}[{key}]", overtaken) if key in known else one
        return Told(list(known.values()), new.path)
    if name not in _OF_THE_RELEASE and old and not _same(old, new):
        overtaken.append(name)
    return new


def _have_ids(items: list[Told]) -> bool:
    ids = [one.get("id").words for one in items]
    return all(ids) and len(set(ids)) == len(ids)


def _same(one: Told, other: Told) -> bool:
    if isinstance(one.value, dict) and isinstance(other.value, dict):
        return one.value.keys() == other.value.keys() and all(_same(one.value[k], other.value[k]) for k in one.value)
    if isinstance(one.value, list) and isinstance(other.value, list):
        return len(one.value) == len(other.value) and all(map(_same, one.value, other.value))
    return one.value == other.value


def _tags(release: Told) -> set[str]:
    return {one.words for one in texts(release, "tag").all}


def release_name(release: Told) -> str:
    """Return how a release is named in a note: its id or address, and its date."""
    name = text(release, "id") or text(release, "url")
    date = text(release, "date").words
    return (name.words or pointer(release.path)) + (f" of {date}" if date else "")
