"""What must be readable as a whole: a package without a release, or a release whose tender is none, is no partial audit.

A value that does not fit is listed and treated as absent. A whole section that does not fit would leave a report in which
everything about it reads "not given", and nobody would learn that the file says something.
"""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.sources.document import NOWHERE, Fault, Path, Tree, Value
from fairaudit.sources.ocds.told import Told, pointer

_MARKS = frozenset({"ocid", "tender", "awards", "contracts", "bids", "records", "releases", "compiledRelease"})
_GROUPS = ("tender", "bids")
_LISTS = ("parties", "awards", "contracts")


def without_release(path: Path, tree: Tree, file: str) -> tuple[Fault, ...]:
    """Return why there is no release at a place: what stands where one should be."""
    value: Value = tree.value
    for step in path:
        value = value[int(step)] if isinstance(value, list) else value[str(step)] if isinstance(value, dict) else None
    nothing = "is an OCDS package without a release; there is nothing to audit in it"
    if not path:
        return tuple(_no_releases(value, path, tree, file)) or (Fault(file, 1, 1, nothing),)
    found = tuple(_no_releases(value, path, tree, file))
    return found or (_fault(path, "holds no release; there is nothing to audit in it", tree, file),)


def section_faults(release: Told, tree: Tree, file: str) -> Iterator[Fault]:
    """Yield every section of a release that cannot be read at all. Empty ones are a portal's defaults, save the tender."""
    for name in _GROUPS:
        one = release.get(name)
        if one.value is not None and not isinstance(one.value, dict) and (one or name == "tender"):
            words = f"should be a group of fields such as {{{_SUCH[name]}}}"
            yield _fault(one.path, f"{words}, found {_kind(one.value)}; nothing in it could be read", tree, file)
    for name in _LISTS:
        one = release.get(name)
        if one and not any(isinstance(item.value, dict) for item in one.all):
            words = f"should be a list of groups of fields, as in [{{{_SUCH[name]}}}]"
            kind = "a list without any" if isinstance(one.value, list) else _kind(one.value)
            yield _fault(one.path, f"{words}, found {kind}; nothing in it could be read", tree, file)


_SUCH = {
    "tender": '"id": …, "title": …',
    "bids": '"details": […]',
    "parties": '"id": …, "name": …',
    "awards": '"id": …, "suppliers": […]',
    "contracts": '"id": …, "awardID": …',
}


def _no_releases(value: Value, path: Path, tree: Tree, file: str) -> Iterator[Fault]:
    if isinstance(value, list):
        for index, one in enumerate(value):
            yield from _no_releases(one, (*path, index), tree, file)
    elif not isinstance(value, dict):
        yield _fault(path, f'should be a release, {{"ocid": …, "tender": …}}, found {_kind(value)}', tree, file)
    elif not _MARKS & value.keys():
        yield _fault(path, "should be a release, but has neither `ocid` nor a section such as `tender`", tree, file)
    else:
        for name in ("records", "releases", "compiledRelease"):
            one = value.get(name)
            if isinstance(one, list) and (name != "compiledRelease"):
                yield from _linked(one, (*path, name), tree, file)
            elif one is not None and not (isinstance(one, dict) and name == "compiledRelease"):
                what = "a release" if name == "compiledRelease" else f"a list of {name}"
                yield _fault((*path, name), f"should be {what}, found {_kind(one)}", tree, file)


def _linked(items: list[Value], path: Path, tree: Tree, file: str) -> Iterator[Fault]:
    if items and all(isinstance(one, dict) and "url" in one and "ocid" not in one for one in items):
        yield _fault(path, "only links to its releases; fetch them and put them here in full", tree, file)
    else:
        yield from _no_releases(items, path, tree, file)


def _fault(path: Path, message: str, tree: Tree, file: str) -> Fault:
    span = tree.spans.get(path, NOWHERE)
    return Fault(file, span[0], span[1], f"{pointer(path) or 'the file'}: {message}")


def _kind(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    return "a group of fields" if isinstance(value, dict) else f'"{str(value)[:60]}"' if value is not None else "null"
