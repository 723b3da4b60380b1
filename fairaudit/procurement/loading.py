"""Documents into one case: shaped, merged, validated, stamped with paths. All faults at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from fairaudit.procurement.case import Case, Placed
from fairaudit.procurement.clock import Clock, zone_named, zone_of_country
from fairaudit.procurement.merging import Merged, merge
from fairaudit.procurement.node import Part, placed, text_of
from fairaudit.procurement.procurement import Procurement
from fairaudit.procurement.reading import shape_document
from fairaudit.procurement.scalars import When
from fairaudit.sources.document import NOWHERE, Document, FairauditError, Fault, Path, Unreadable, Value

_WORDS = {
    "tuple_type": "should be a list: put `- ` before each item, or brackets around it",
    "model_type": "should be a group of fields, one `name: value` a line",
    "model_attributes_type": "should be a group of fields, one `name: value` a line",
    "dict_type": "should be a group of fields, one `name: value` a line",
}


class ModelError(FairauditError):
    """Values that do not fit the model, each with its place."""


def load_case(documents: tuple[Document, ...], today: date | None = None, not_read: tuple[str, ...] = ()) -> Case:
    """Return the case that some documents make together; raises `ModelError` with every fault."""
    shaped = [shape_document(one) for one in documents]
    merged = merge(shaped)
    faults = list(merged.faults)
    unreadable = [one for document in documents for one in document.unreadable]
    root = _validated(merged, faults, unreadable)
    clock = _clock(root, merged, faults)
    moments: list[tuple[Path, When]] = []
    _stamp(root, (), moments)
    for path, trouble in [(path, trouble) for path, when in moments if (trouble := clock.trouble(when))]:
        if merged.foreign(path):
            unreadable.append(Unreadable(path, str(_take(merged.value, path)), trouble))
            root = _validated(merged, faults, unreadable)
            _stamp(root, (), [])
        else:
            faults.append(_fault(merged, path, trouble))
    if faults:
        raise ModelError(*sorted(set(faults)))
    ignored = tuple(f"{one.document.file}: {text_of(path)}" for one in shaped for path in one.ignored)
    return Case(
        procurement=root,
        clock=clock,
        today=today,
        documents=documents,
        places=merged.places,
        pointers=merged.pointers,
        placeholders=tuple(sorted(merged.placeholders, key=lambda one: text_of(one.path))),
        unreadable=tuple(unreadable),
        not_read=(*not_read, *ignored),
    )


def _validated(merged: Merged, faults: list[Fault], unreadable: list[Unreadable]) -> Procurement:
    """Return the typed model; in foreign formats a bad value is dropped and listed, in ours it is a fault."""
    while True:
        # Every round takes out what it complains of, so the rounds end.
        try:
            return Procurement.model_validate(merged.value)
        except ValidationError as error:
            for one in error.errors(include_url=False, include_context=False):
                path = _real_path(merged.value, one["loc"])
                message = _message(one["type"], one["msg"])
                if not path:
                    faults.append(_fault(merged, path, message))
                    return Procurement.model_construct()
                if merged.foreign(path):
                    unreadable.append(Unreadable(path, str(_take(merged.value, path))[:200], message))
                else:
                    _take(merged.value, path)
                    faults.append(_fault(merged, path, message))


def _message(kind: str, text: str) -> str:
    if kind == "literal_error":
        return text.replace("Input should be", "should be one of").replace("' or '", "', '").replace("'", "`")
    return _WORDS.get(kind, text.removeprefix("Value error, "))


def _fault(merged: Merged, path: Path, message: str) -> Fault:
    index, span = place_of(merged.places, path)[0]
    return Fault(merged.files[index], span[0], span[1], f"{text_of(path)}: {message}")


def place_of(places: Mapping[Path, Placed], path: Path) -> tuple[Placed, bool]:
    """Return where a path stands, or its nearest ancestor, and whether that was inferred."""
    for length in range(len(path), -1, -1):
        if found := places.get(path[:length]):
            return found, length < len(path)
    return (0, NOWHERE), True


def _real_path(value: Value, loc: tuple[str | int, ...]) -> Path:
    """Return pydantic's location without the names of union members, which no file holds."""
    path: list[str | int] = []
    at: Value = value
    for step in loc:
        if isinstance(at, dict) and isinstance(step, str) and step in at:
            at = at[step]
        elif isinstance(at, list) and isinstance(step, int) and step < len(at):
            at = at[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _take(value: Value, path: Path) -> Value:
    """Remove one value so that the rest can be read, and return it; a list item becomes an empty group."""
    at: Any = value
    for step in path[:-1]:
        at = at[step]
    if isinstance(at, list) and isinstance(path[-1], int):
        taken: Value = at[path[-1]]
        at[path[-1]] = {} if isinstance(taken, dict | list) else ""
        return taken
    if isinstance(at, dict) and path:
        found: Value = at.pop(str(path[-1]), None)
        return found
    return None


def _clock(root: Procurement, merged: Merged, faults: list[Fault]) -> Clock:
    tender = root.tender
    if tender is None:
        return Clock()
    if tender.time_zone is None:
        return Clock(zone_of_country(tender.buyer.country if tender.buyer else None))
    zone = zone_named(tender.time_zone)
    if zone is None:
        path: Path = ("tender", "time_zone")
        faults.append(
            _fault(merged, path, f'should be an IANA time zone such as Europe/London, found "{tender.time_zone[:60]}"')
        )
    return Clock(zone)


def _stamp(part: Part, path: Path, moments: list[tuple[Path, When]]) -> None:
    """Tell every part its path, and collect the moments on the way."""
    placed(part, path)
    for name, value in part.__dict__.items():
        if value is None or isinstance(value, str):
            continue
        if isinstance(value, Part):
            _stamp(value, (*path, name), moments)
        elif isinstance(value, When):
            moments.append(((*path, name), value))
        elif isinstance(value, tuple):
            for index, one in enumerate(value):
                if isinstance(one, Part):
                    _stamp(one, (*path, name, index), moments)
