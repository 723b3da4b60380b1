"""What may be said of a case that could not be read, where nobody may be named: where, and what should stand there.

Nobody is known of such a case. So what was found in it is withheld: whatever a fault quotes, keys that the model does not
know, and the names of files but for words of the model.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache

from fairaudit.engine.redaction.labels import Tags
from fairaudit.procurement.loading.cases import Unread
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.shape import Shape, fields_of
from fairaudit.sources.document import Digest, Fault

WITHHELD = "[withheld]"
_PATH = re.compile(r"(?:[a-z_]+(?:\.[a-z_]+|\[\d+\])*|(?:/[A-Za-z0-9]+)+)(?=: | has no field )")
_LIKE_A_PATH = re.compile(r"[^\s:]*[.\[/][^:]*:|.* has no field ")
# Up to here the words are ours; then comes what somebody wrote.
_BEFORE_FOREIGN = re.compile(
    r"has no (?:field|section) |found (?=\")|gives the key |uses the alias \*|defines the anchor &|uses the tag "
    r"|is given differently in |names no known kind of [a-z ]+: |names a year [^:]*: |is not a JSON value: "
    r"|field name (?=['\"])"
)
_QUOTED = re.compile(r"\"([^\"]*)\"?|`([^`]*)`?|(?<!\w)'([^']*)'?")
_FILES = frozenset({"tender", "case", "stdin", "yaml", "yml", "json"})
_OURS = frozenset({"- ", "name: value", "fairaudit schema case", "tender:", "bids:", "---", "{{ name }}"})
"""What our own words quote beside words of the model and signs."""
_PACKAGES = frozenset({"releases", "records", "compiled", "release", "details", "contracts", "award", "i", "d", "ocid"})


def withheld(case: Unread, position: int) -> Unread:
    """Return an unread case without what was found in it; `position` is its place in the run, and goes into its labels."""
    files = _Files(hashlib.sha256(f"{position}|{'|'.join(one.sha256 for one in case.inputs)}".encode()).hexdigest())
    return Unread(
        files.shown(case.name),
        tuple(Fault(files.shown(one.file), one.line, one.column, _said(one.message)) for one in case.faults),
        tuple(Digest(files.shown(one.file), one.sha256) for one in case.inputs),
    )


def _said(message: str) -> str:
    """Return a fault's message up to what it quotes; the path it begins with only where the model knows all of it."""
    path = _PATH.match(message)
    if path and all(_known(one) for one in re.findall(r"[A-Z]?[a-z_]+", path[0])):
        return path[0] + _cut(message[path.end() :])
    if _LIKE_A_PATH.match(message):
        return f"{WITHHELD}: cannot be read as it stands"
    return _cut(message)


def _cut(message: str) -> str:
    """Return our own words, up to the first that may be a stranger's."""
    foreign = _BEFORE_FOREIGN.search(message)
    end = foreign.end() if foreign else len(message)
    for quoted in _QUOTED.finditer(message[:end]):
        inside = next(one for one in quoted.groups() if one is not None)
        if not (_known(inside) or inside in _OURS or (len(inside) == 1 and not inside.isalnum())):
            return message[: quoted.start()] + WITHHELD
    return message[:end] + (WITHHELD if foreign else "")


def _known(word: str) -> bool:
    return word in model_words() or word.lower() in _PACKAGES


class _Files:
    """The names of files in which every part that is not of the model's words has a label."""

    def __init__(self, key: str) -> None:
        self.tags = Tags(key)
        self.labels: dict[str, str] = {}

    def shown(self, file: str) -> str:
        *folders, name = file.split("/")
        stem, dot, ending = name.rpartition(".")
        return "/".join(
            [
                *(self._part(one, "Folder") for one in folders),
                self._part(stem or name, "File") + (dot + ending if stem else ""),
            ]
        )

    def _part(self, part: str, kind: str) -> str:
        words = re.findall(r"[^\W_]+", part.lower())
        if all(one in model_words() or one in _FILES or one.isdigit() for one in words):
            return part
        if part not in self.labels:
            self.labels[part] = f"[{kind} {self.tags.next()}]"
        return self.labels[part]


@lru_cache(maxsize=1)
def model_words() -> frozenset[str]:
    """Return the names of all fields and the words that may stand in them."""
    return frozenset(_words_of(Procurement, set()))


def _words_of(part: type[Part], seen: set[type[Part]]) -> Iterator[str]:
    seen.add(part)
    for name, shape in fields_of(part).items():
        yield from (name.rstrip("_"), *name.split("_"))
        yield from _words_in(shape, seen)


def _words_in(shape: Shape, seen: set[type[Part]]) -> Iterator[str]:
    yield from shape.values
    for one in shape.classes:
        if one not in seen:
            yield from _words_of(one, seen)
    if shape.of is not None:
        yield from _words_in(shape.of, seen)
