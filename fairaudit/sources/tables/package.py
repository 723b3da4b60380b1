"""The zip of a workbook and the XML in it, both from strangers: nothing is unpacked beyond a limit, no entity is read."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

from fairaudit.sources.document import Fault, SourceError
from fairaudit.sources.limits import MAX_UNPACKED

_ENCODING = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([A-Za-z0-9_.-]+)[\"']")
_OLD = b"\xd0\xcf\x11\xe0"
_MOST_PARTS = 10_000
_DATA = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?)sheetData(?:\s[^<>]*)?(?<!/)>")
_LAST = re.compile(rb"</[^<>/]+>\s*\Z")
_NOT_ALONE = (b"<!", b"<?", b"sheetData")
_LARGEST_WHOLE = 8 * 1024 * 1024
"""Bytes that are held as elements at once, at most."""
_SLICE = 1_000_000
"""Bytes of a slice: few enough to be held as elements, many enough that the start of each costs nothing."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What the library raises for a zip that is broken, encrypted or packed in a way it does not know."""

Element = ElementTree.Element


@lru_cache(maxsize=512)
def local(tag: str) -> str:
    """Return a name without its namespace: strict and ordinary workbooks use different ones for the same."""
    return tag.rpartition("}")[2]


def _sliced(raw: bytes) -> Iterator[bytes]:
    """Yield the bytes of a sheet in slices that are sheets of their own; as it is where it is short or not written plainly."""
    data, last = _DATA.search(raw), _LAST.search(raw, max(0, len(raw) - 200))
    end = raw.rfind(b"</" + data[1] + b"sheetData>") if data else -1
    if data is None or last is None or end < data.end() or len(raw) < 2 * _SLICE or data.end() > _SLICE // 10:
        yield raw
        return
    head, mark, close = raw[: data.end()], b"</" + data[1] + b"row>", raw[end : raw.index(b">", end) + 1] + last[0]
    at = data.end()
    # Where a comment or the like may hold what looks like the end of a row, nothing is cut.
    if any(raw.find(one, at, end) >= 0 for one in _NOT_ALONE):
        yield raw
        return
    while end - at > _SLICE and (stop := raw.find(mark, at + _SLICE, end)) >= 0:
        stop += len(mark)
        yield head + raw[at:stop] + close
        at = stop
    yield head + raw[at:]


class Package:
    """The parts of a workbook, read within one budget."""

    def __init__(self, raw: bytes, file: str) -> None:
        self.file = file
        self.left = MAX_UNPACKED
        if raw[:4] == _OLD:
            raise self.refuse("is an old `.xls`, or a workbook with a password; save it as `.xlsx` without one")
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(raw))
        except _BROKEN:
            raise self.refuse("is no workbook: not a zip of parts; save it as `.xlsx` anew") from None
        names = self.zip.namelist()
        if len(names) > _MOST_PARTS or len(set(names)) < len(names):
            raise self.refuse(f"holds two parts of one name, or more than {_MOST_PARTS:,}; save it as `.xlsx` anew")
        self.names = frozenset(names)

    def refuse(self, message: str) -> SourceError:
        """Return the error for the whole file."""
        return SourceError(Fault(self.file, 0, 0, message))

    def bytes_of(self, name: str) -> bytes:
        """Return a part unpacked; raises `SourceError` where it is not there, broken, too large, or declares entities."""
        if name not in self.names:
            raise self.refuse(f"lacks the part `{name[:80]}`; save it as `.xlsx` anew")
        try:
            with self.zip.open(name) as part:
                raw = part.read(self.left + 1)
        except _BROKEN:
            raise self.refuse(f"cannot be unpacked: the part `{name[:80]}` is broken or has a password") from None
        self.left -= len(raw)
        if self.left < 0:
            raise self.refuse(f"unpacks to more than {MAX_UNPACKED:,} bytes; split it into several workbooks")
        encoding = _ENCODING.match(raw.removeprefix(b"\xef\xbb\xbf"))
        plain = encoding is None or encoding[1].lower() in (b"utf-8", b"us-ascii", b"ascii")
        if not plain or raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in raw[:8]:
            raise self.refuse(f"has the part `{name[:80]}` in another encoding than UTF-8; save it as `.xlsx` anew")
        if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
            raise self.refuse(
                f"declares entities in the part `{name[:80]}`, which no workbook needs; they are not read"
            )
        return raw

    def tree(self, name: str) -> Element:
        """Return a small part as a whole."""
        return self._parsed(self.bytes_of(name), name)

    def slices(self, name: str) -> Iterator[Element]:
        """Yield a sheet as several small ones with its rows in their order; the last has what follows the rows.

        An element takes forty times the room of what is written, so a sheet is never held as a whole; and to be told of every
        element as it ends, the library's other way, takes half as long again.
        """
        for piece in _sliced(self.bytes_of(name)):
            yield self._parsed(piece, name)

    def _parsed(self, raw: bytes, name: str) -> Element:
        if len(raw) > _LARGEST_WHOLE:
            raise self.refuse(
                f"holds too much in one piece in the part `{name[:80]}`; split it, or save it as `.xlsx` anew"
            )
        try:
            return ElementTree.fromstring(raw)
        except ElementTree.ParseError:
            raise self._unreadable(name) from None

    def ends(self, name: str) -> Iterator[Element]:
        """Yield every element of a part as it ends."""
        try:
            for _, element in ElementTree.iterparse(io.BytesIO(self.bytes_of(name)), events=("end",)):
                yield element
        except ElementTree.ParseError:
            raise self._unreadable(name) from None

    def _unreadable(self, name: str) -> SourceError:
        return self.refuse(f"cannot be read: the part `{name[:80]}` is no XML; save it as `.xlsx` anew")

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return what a part leads to inside the package, by id: the kind and the name of the part."""
        folder = dirname(name)
        rels = join(folder, "_rels", f"{name.rpartition('/')[2]}.rels")
        found: dict[str, tuple[str, str]] = {}
        for one in self.tree(rels) if rels in self.names else ():
            target = one.get("Target", "").replace("\\", "/")
            if one.get("TargetMode") != "External":
                inside = target[1:] if target.startswith("/") else normpath(join(folder, target))
                found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], inside)
        return found
