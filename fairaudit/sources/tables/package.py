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
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What the library raises for a zip that is broken, encrypted or packed in a way it does not know."""

Element = ElementTree.Element


@lru_cache(maxsize=512)
def local(tag: str) -> str:
    """Return a name without its namespace: strict and ordinary workbooks use different ones for the same."""
    return tag.rpartition("}")[2]


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
        try:
            return ElementTree.fromstring(self.bytes_of(name))
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
