"""What `complete` may name: sections, groups and lists of a case, by their path or by a name that only one of them has.

A list that is named there and not given holds nothing. That is settled here, once, before anything is built: for every
check it is the same as `[]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.scalars import read_text
from fairaudit.procurement.model.shape import Shape, fields_of
from fairaudit.procurement.shaping.merging import Merged
from fairaudit.procurement.shaping.reading import snake
from fairaudit.sources.document import Path

_TABLES = ("evaluation.tables", "evaluation.individual_tables", "evaluation.consensus_tables")
_NO_RECORDS = frozenset({"complete", "tender.law", "registers", *_TABLES})
"""Lists that settle something rather than record it, so that nothing follows from what they leave out."""


@cache
def _known() -> dict[str, Shape]:
    """Return every section, group, map and list of a case by its path; what stands in the items of a list has none."""
    return dict(_under(Shape("part", (Procurement,)), ""))


def _under(shape: Shape, above: str) -> Iterator[tuple[str, Shape]]:
    for name, one in fields_of(shape.classes[0]).items():
        path = f"{above}.{name}" if above else name
        if one.kind != "scalar" and path not in _NO_RECORDS:
            yield path, one
        if one.kind == "part":
            yield from _under(one, path)


@cache
def _short_names() -> dict[str, tuple[str, ...]]:
    """Return the paths that end in a name, those nearest to the root only."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(_known(), key=lambda one: one.count(".")):
        name = path.rpartition(".")[2]
        if not found.get(name) or found[name][0].count(".") == path.count("."):
            found[name] = (*found.get(name, ()), path)
    return found


def is_list(path: str) -> bool:
    """Whether a path is that of a list or map which `complete` may name."""
    shape = _known().get(path)
    return shape is not None and shape.kind in ("list", "map")


def read_section(value: object) -> str:
    """Return the path of a section or list, `disclosures` as `tender.disclosures`; raises `ValueError` for anything else."""
    text = read_text(value).strip()
    path = ".".join(snake(step) for step in text.removesuffix("[]").split("."))
    if path in _known() or path.startswith(("x_", "x-")):
        return path
    meant = _short_names().get(path, ())
    if len(meant) == 1:
        return meant[0]
    raise ValueError(f'names no section or list of a case: "{text[:60]}"{_hint(path, meant)}')


def _hint(path: str, meant: tuple[str, ...]) -> str:
    if meant:
        return "; say which of " + ", ".join(f"`{one}`" for one in meant)
    holder = max((one for one in _known() if path.startswith(f"{one}.")), key=len, default=None)
    if holder is not None and _known()[holder].kind != "part":
        return f"; it stands in the items of `{holder}`: name that"
    from fairaudit.analysis.nearest import did_you_mean

    return did_you_mean(path, {**_known(), **_short_names()}, "; write a section such as `bids`, or `tender.notices`")


def fill(merged: Merged) -> None:
    """Give every list that `complete` names, by its path, and nobody gives as an empty one; it stands where it was named."""
    named = merged.value.get("complete")
    for index, name in enumerate(named if isinstance(named, list) else ()):
        if not isinstance(name, str):
            continue
        path: Path = tuple(name.split("."))
        shape = _known().get(".".join(map(str, path)))
        if shape is None or shape.kind != "list" or any(one.path == path for one in merged.placeholders):
            continue
        holder: object = merged.value
        for step in path[:-1]:
            holder = holder.get(str(step)) if isinstance(holder, dict) else None
        if isinstance(holder, dict) and holder.get(str(path[-1])) is None:
            holder[str(path[-1])] = []
            if place := merged.places.get(("complete", index)):
                merged.places[path] = place
