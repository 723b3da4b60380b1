"""A document's raw values into the model's shape: names, placeholders and shorthands settled, every fault located."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from fairaudit.analysis.nearest import did_you_mean
from fairaudit.procurement.model.kinds import usual_condition
from fairaudit.procurement.model.node import Part, text_of
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.scalars import BEGINS_NO_PLACEHOLDER, is_placeholder
from fairaudit.procurement.model.shape import Shape, amounts_of, fields_of
from fairaudit.procurement.places import Placed, Placeholder
from fairaudit.procurement.shaping.spellings import Entry, bare_field, has_other_spellings, may_be_respelled, respelled
from fairaudit.sources.document import NOWHERE, Document, Fault, Path, Value

_CAMEL = re.compile(r"(?<=[a-z0-9])([A-Z])")


@dataclass
class Shaped:
    """A document in the model's shape, ready to be merged with others."""

    document: Document
    index: int = 0
    """Which of the case's documents it is."""
    value: dict[str, Value] = field(default_factory=dict)
    places: dict[Path, Placed] = field(default_factory=dict)
    placeholders: list[Placeholder] = field(default_factory=list)
    ignored: list[Path] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def snake(key: str) -> str:
    """Return a field name in snake_case: `tenderPeriod` is `tender_period`, `from` is `from_`."""
    name = _CAMEL.sub(lambda match: "_" + match[1].lower(), key)
    return "from_" if name == "from" else name


def shape_document(document: Document, index: int = 0) -> Shaped:
    """Return one document of a case with the model's names and places; faults are collected, not raised."""
    shaped = Shaped(document, index)
    root = _Walk(shaped).part(document.value, Procurement, (), ())
    shaped.value = root
    return shaped


MOST_HINTS = 1_000
"""After how many faults of a file no name that may be meant is looked for any more."""


_FEW_FIELDS = 12
"""The fields of a group that has no more are listed where one is not known."""
Entries = Iterable[tuple[str, str, Value]]
"""Fields of a group: the name as written, the name in the model, the value."""


class _Plan:
    """What is read of every group of one class, worked out once for all of them."""

    __slots__ = ("amounts", "groups", "lends", "part", "respells", "shapes", "texts")

    def __init__(self, part: type[Part]) -> None:
        self.part = part
        self.shapes = fields_of(part)
        self.texts = frozenset(name for name, shape in self.shapes.items() if shape.kind == "scalar")
        """The fields of which a text is taken as it stands."""
        self.groups = {name: only for name, shape in self.shapes.items() if (only := shape.only_part)}
        """The fields that hold a group of one class."""
        self.respells = has_other_spellings(part)
        self.amounts = amounts_of(part)
        self.lends = bool(self.amounts) and "currency" not in self.shapes
        """Whether a currency may stand beside bare amounts."""


_PLANS: dict[type[Part], _Plan] = {}


def _plan_of(part: type[Part]) -> _Plan:
    known = _PLANS.get(part)
    if known is None:
        known = _PLANS[part] = _Plan(part)
    return known


class _Walk:
    """One pass over the raw values, beside the model's own classes."""

    def __init__(self, shaped: Shaped) -> None:
        self.out = shaped
        self.places, self.index = shaped.places, shaped.index
        self.spans = shaped.document.spans
        self.keys = shaped.document.keys

    def fault(self, native: Path, message: str, at_key: bool = False) -> None:
        span = (self.keys if at_key else self.spans).get(native) or self.spans.get(native, NOWHERE)
        self.out.faults.append(Fault(self.out.document.file, span[0], span[1], message))

    def value(self, raw: Value, shape: Shape, path: Path, native: Path) -> Value:
        """Return one value in the model's shape; wrong kinds are left for validation to name."""
        span = self.spans.get(native)
        if span is not None:
            self.places[path] = (self.index, span)
        if isinstance(raw, str) and is_placeholder(raw):
            self.out.placeholders.append(Placeholder(path, raw.strip()))
            return None
        if shape.single and shape.of is not None and raw is not None and not isinstance(raw, list):
            only = self.value(raw, shape.of, (*path, 0), native)
            return None if only is None else [only]
        if isinstance(raw, str):
            return self._bare(raw, shape, path, native) if shape.classes else raw
        if isinstance(raw, dict) and shape.kind == "part":
            if len(shape.classes) > 1 and "kind" in raw:
                # The kind chooses the class, and with it the fields, so its usual name is needed first.
                raw = raw | {"kind": usual_condition(raw["kind"])}
            return self.part(raw, shape.part_for(raw), path, native)
        if isinstance(raw, dict) and shape.kind == "map" and shape.of is not None:
            return {key: self.value(one, shape.of, (*path, key), (*native, key)) for key, one in raw.items()}
        if isinstance(raw, list) and shape.kind == "list" and shape.of is not None:
            return self._list(raw, shape.of, path, native)
        if isinstance(raw, list) and shape.mark is not None and shape.mark.many:
            return self._list(raw, shape, path, native) or None
        return raw

    def _bare(self, raw: str, shape: Shape, path: Path, native: Path) -> Value:
        """Return a text, or the group of fields that it stands for."""
        if shape.is_money:
            self.places[(*path, "amount")] = self.places.get(path, (self.index, NOWHERE))
            return {"amount": raw}
        name = bare_field(shape.classes[-1], raw)
        if name is None:
            return raw
        return {name: self.value(raw, fields_of(shape.classes[-1])[name], (*path, name), native)}

    def _list(self, raw: list[Value], shape: Shape, path: Path, native: Path) -> list[Value]:
        items: list[Value] = []
        only = shape.only_part
        for index, one in enumerate(raw):
            place = (*native, index)
            here = place if path is native and index == len(items) else (*path, len(items))
            if only is not None and isinstance(one, dict):
                items.append(self.group(one, only, here, place))
                continue
            if one.__class__ is str and shape.kind == "scalar" and one[:1] in BEGINS_NO_PLACEHOLDER:
                # As in `part`: a list of recipients may name every bidder, for each of thousands of events.
                span = self.spans.get(place)
                if span is not None:
                    self.places[here] = (self.index, span)
                items.append(one)
                continue
            value = self.value(one, shape, here, place)
            if value is not None:
                items.append(value)
        return items

    def group(self, raw: dict[str, Value], part: type[Part], path: Path, native: Path) -> dict[str, Value]:
        """Return a mapping with the field names of its one class, placed."""
        span = self.spans.get(native)
        if span is not None:
            self.places[path] = (self.index, span)
        return self.part(raw, part, path, native)

    def part(self, raw: dict[str, Value], part: type[Part], path: Path, native: Path) -> dict[str, Value]:
        """Return a mapping with the field names of one class."""
        plan = _plan_of(part)
        shapes, texts, groups, spans = plan.shapes, plan.texts, plan.groups, self.spans
        found: dict[str, Value] = {}
        currency = raw.get("currency") if plan.lends else None
        entries = self._entries(raw, plan, path, native)
        for key, name, one in entries:
            place = (*native, key)
            # Nearly always a value stands where it is written, and one path says both.
            here = place if path is native and name is key else (*path, name)
            if name in found:
                self.fault(place, f"{text_of(here)}: is given twice, once in camelCase; keep one", at_key=True)
            elif one.__class__ is str and name in texts and one[:1] in BEGINS_NO_PLACEHOLDER:
                # Most values are these, so they are read here and not by a call for each.
                span = spans.get(place)
                if span is not None:
                    self.places[here] = (self.index, span)
                found[name] = one
            elif one.__class__ is dict and name in groups:
                found[name] = self.group(one, groups[name], here, place)
            elif name in shapes:
                value = self.value(one, shapes[name], here, place)
                if value is not None:
                    found[name] = value
            elif key != "currency" or currency is None:
                self._unknown(key, shapes, path, place)
        if isinstance(currency, str):
            bare = [name for _, name, one in entries if name in plan.amounts and isinstance(one, str)]
            self._lend(currency, bare, found, path, native)
        return found

    def _entries(self, raw: dict[str, Value], plan: _Plan, path: Path, native: Path) -> Entries:
        """Return the fields of a group: each as it is written, as the model calls it, and its value."""
        respells = plan.respells and may_be_respelled(plan.part, raw)
        if not respells and plan.shapes.keys() >= raw.keys():
            # As most groups are; no currency is lent then, so nobody asks for the entries twice.
            return zip(raw, raw, raw.values(), strict=True)
        named = [(key, key if key in plan.shapes else snake(key), one) for key, one in raw.items()]
        if not respells:
            return named
        found, clashes = respelled(plan.part, [Entry(*one) for one in named])
        for clash in clashes:
            self.fault((*native, clash.key), f"{text_of((*path, clash.key))}: {clash.message}", at_key=True)
        return found

    def _lend(self, currency: str, amounts: list[str], found: dict[str, Value], path: Path, native: Path) -> None:
        """Give a bare amount the currency that stands beside it."""
        if not amounts:
            self.fault(
                (*native, "currency"),
                f"{text_of(path)}.currency: stands beside no bare amount; put it inside the amount",
            )
        for name in amounts:
            money = found.get(name)
            if isinstance(money, dict) and not is_placeholder(currency):
                money["currency"] = currency
                self.places[(*path, name, "currency")] = self.index, self.spans.get((*native, "currency"), NOWHERE)

    def _unknown(self, key: str, shapes: dict[str, Shape], path: Path, place: Path) -> None:
        if key.startswith(("x_", "x-")):
            self.out.ignored.append((*path, key))
            return
        own = _fields_told(shapes) if path else "; fields of your own start with `x_`"
        # A likeness takes a tenth of a millisecond to look for, and nobody reads the thousandth.
        hint = did_you_mean(snake(key), shapes, own) if len(self.out.faults) < MOST_HINTS else own
        where = f"{text_of(path)} has no field" if path else "a case has no section"
        self.fault(place, f"{where} `{key}`{hint}", at_key=True)


def _fields_told(shapes: dict[str, Shape]) -> str:
    """Return the end of a message about a field that is like none: the fields of a group that has few, and own ones."""
    names = [f"`{one.rstrip('_')}`" for one in shapes]
    listed = f"; its fields are {', '.join(names[:-1])} and {names[-1]}" if 1 < len(names) <= _FEW_FIELDS else ""
    return f"{listed}; fields of your own start with `x_`"
