"""What a file tells, and where it tells it: one small value that both the OCDS side and the model's side are made of.

A mapping takes told values apart and puts them together under the model's names; every piece keeps the native path it
came from, so places need no second book-keeping. What does not fit carries a note and no value: listed, never fatal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from fairaudit.sources.document import NOWHERE, Path, Span, Tree, Unreadable, Value

_EXCERPT = 200


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was told and could not be used: its text, why, and where it stands."""

    text: str
    reason: str
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A value and the native path where it stands; true where a value is given.

    A group that is none keeps its note, and whatever is asked of it answers with that note: so a misfit is listed
    wherever its fields would have gone, and once only.
    """

    value: str | list[Told] | dict[str, Told] | None
    path: Path
    note: Note | None = None

    def __bool__(self) -> bool:
        return bool(self.value)

    def get(self, name: str) -> Told:
        """Return one field, or nothing where there is none."""
        return self.value.get(name, NOTHING) if isinstance(self.value, dict) else NOTHING

    @property
    def words(self) -> str:
        """The value as text; empty where it is none."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def all(self) -> list[Told]:
        """The items of a list; empty where it is none."""
        return self.value if isinstance(self.value, list) else []

    def noted(self, reason: str) -> Told:
        """Return this value with a note about it."""
        return replace(self, note=Note(excerpt(self), reason, self.path))

    def unusable(self, reason: str) -> Told:
        """Return nothing but the note that this value could not be used."""
        return Told(None, self.path, Note(excerpt(self), reason, self.path))

    @property
    def misfit(self) -> bool:
        """Whether this stands for a group or list that could not be used."""
        return self.note is not None and not self.value


NOTHING = Told(None, ())


def tell(value: Value, path: Path) -> Told:
    """Return a parsed value with the native path of each of its parts."""
    if isinstance(value, dict):
        return Told({key: tell(one, (*path, key)) for key, one in value.items()}, path)
    if isinstance(value, list):
        return Told([tell(one, (*path, index)) for index, one in enumerate(value)], path)
    return Told(value, path)


def excerpt(told: Told) -> str:
    """Return a value as one short line."""
    words = told.value if isinstance(told.value, str) else json.dumps(plain(told), ensure_ascii=False)
    return words[:_EXCERPT]


def text(told: Told, name: str) -> Told:
    """Return a field that holds one scalar. Portals write `""` for what they do not know: that is absent."""
    if told.misfit:
        return Told(None, told.path, told.note)
    child = told.get(name)
    if isinstance(child.value, list | dict):
        return child.unusable(f"should be one value, found {_kind(child)}")
    return NOTHING if _absent(child) else child


def texts(told: Told, name: str) -> Told:
    """Return a field that holds a list of scalars."""
    if told.misfit:
        return Told(None, told.path, told.note)
    child = told.get(name)
    if _absent(child):
        return NOTHING
    if not isinstance(child.value, list):
        return child.unusable(f"should be a list, found {_kind(child)}")
    wrong = "should be one value, found {}"
    return Told([one.unusable(wrong.format(_kind(one))) if _nests(one) else one for one in child.value], child.path)


def group(told: Told, name: str) -> Told:
    """Return a field that holds a group of fields: always a group, be it empty."""
    if told.misfit:
        return told
    child = told.get(name)
    return Told({}, told.path) if _absent(child) else _as_group(child)


def groups(told: Told, name: str) -> list[Told]:
    """Return a field that holds a list of groups; what is no group becomes an empty one with a note."""
    if told.misfit:
        return [told]
    child = told.get(name)
    if _absent(child):
        return []
    if not isinstance(child.value, list):
        return [replace(child.unusable(f"should be a list, found {_kind(child)}"), value={})]
    return [_as_group(one) for one in child.value if not _absent(one)]


def build(at: Told, **fields: Told) -> Told:
    """Return a group in the model's shape that stands where `at` stands, and keeps its note."""
    return Told(dict(fields), at.path, at.note)


def listed(items: Iterable[Told], at: Told = NOTHING) -> Told:
    """Return a list in the model's shape; it stands where `at` stands, or its first item."""
    found = list(items)
    return Told(found, at.path or (found[0].path if found else ()), at.note)


def constant(words: str, at: Told) -> Told:
    """Return a value of ours that rests on what is told at a place."""
    return Told(words, at.path)


def first(*candidates: Told) -> Told:
    """Return the first value that is given; a note survives where nothing is."""
    return next((one for one in candidates if one), next((one for one in candidates if one.note), NOTHING))


@dataclass
class Unfolded:
    """Values in the model's shape, taken apart for a document."""

    spans: dict[Path, Span] = field(default_factory=dict)
    pointers: dict[Path, str] = field(default_factory=dict)
    unreadable: list[Unreadable] = field(default_factory=list)
    noted: set[Note] = field(default_factory=set)


def unfold(told: Told, tree: Tree, out: Unfolded, path: Path = ()) -> Value:
    """Return the plain value and record where each part stands; what is empty or only noted is absent.

    An empty list in OCDS is a portal's default, never the statement that there are none.
    """
    if told.note and told.note not in out.noted:
        out.noted.add(told.note)
        # What is absent from the model has no place in it, so the line is taken from where it was told.
        line = tree.spans.get(told.note.path, NOWHERE)[0]
        out.unreadable.append(Unreadable(path, told.note.text, told.note.reason, line=line))
    value: Value = told.value if isinstance(told.value, str) else None
    if isinstance(told.value, dict):
        parts = {key: unfold(one, tree, out, (*path, key)) for key, one in told.value.items()}
        value = {key: one for key, one in parts.items() if one is not None} or None
    elif isinstance(told.value, list):
        value = _unfold_list(told.value, tree, out, path) or None
    if value is not None:
        out.spans[path] = tree.spans.get(told.path, NOWHERE)
        out.pointers[path] = pointer(told.path)
    return value


def _unfold_list(items: list[Told], tree: Tree, out: Unfolded, path: Path) -> list[Value]:
    found: list[Value] = []
    for one in items:
        known = len(out.unreadable)
        value = unfold(one, tree, out, (*path, len(found)))
        if value is not None:
            found.append(value)
        else:
            # The position goes to the next item, so the note of a dropped one stands at the list.
            out.unreadable[known:] = [note._replace(path=path) for note in out.unreadable[known:]]
    return found


def pointer(path: Path) -> str:
    """Return a native path as a JSON pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def _absent(told: Told) -> bool:
    return told.value is None or (isinstance(told.value, str) and not told.value.strip())


def _as_group(told: Told) -> Told:
    if isinstance(told.value, dict):
        return told
    return replace(told.unusable(f"should be a group of fields, found {_kind(told)}"), value={})


def plain(told: Told) -> object:
    """Return a value without its places."""
    if isinstance(told.value, dict):
        return {key: plain(one) for key, one in told.value.items()}
    return [plain(one) for one in told.value] if isinstance(told.value, list) else told.value


def _nests(told: Told) -> bool:
    return isinstance(told.value, list | dict)


def _kind(told: Told) -> str:
    if isinstance(told.value, list):
        return "a list"
    return "a group of fields" if isinstance(told.value, dict) else "a single value"
