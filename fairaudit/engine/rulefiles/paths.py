"""Paths in rules: `tender.selection_criteria[kind=turnover]`, `minimum`, `lot.value`, `case.tender.published`.

`given` is absolute. Other paths start at the node, at `lot.` (the lot the node belongs to) or at `case.`. All are
checked against the model's classes when the rule loads. A path to a list means each of its items; `[**]` takes the
children of the items too.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from fairaudit.analysis.nearest import did_you_mean
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Requirement
from fairaudit.procurement.model.derived import derived_of
from fairaudit.procurement.model.node import Node, Part, text_of
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.shape import Shape, field_of, fields_of, shape_of
from fairaudit.procurement.model.tender import Lot, Tender
from fairaudit.sources.document import Path

_STEP = re.compile(r"([a-z_][a-z0-9_]*)(?:\[(?:(\*\*)|([a-z_]+)=([^\[\]]+))\])?\Z")
_LONGEST = 400
CASE_SHAPE = Shape("part", (Procurement,))
LOT_SHAPE = Shape("part", (Tender, Lot))


class PathError(ValueError):
    """A path that does not exist in the model, or is not written as one."""


class Step(Frozen):
    """One name of a path, and which items of a list it takes."""

    name: str
    key: str | None = None
    values: tuple[str, ...] = ()
    deep: bool = False


class PathExpression(Frozen):
    """A parsed path; its root is `case`, `lot` or `node`."""

    text: str
    root: str
    steps: tuple[Step, ...]
    shape: Shape


class Unjudged(Frozen):
    """A place that could not be judged, why, the stored fields that would change that, and whether something was seen."""

    path: str
    reason: str
    missing: tuple[str, ...] = ()
    seen: bool = False


@dataclass
class Selection:
    """What `given` selects: nodes to look at, and places that cannot be."""

    nodes: list[Node[object]] = field(default_factory=list)
    missing: list[Unjudged] = field(default_factory=list)
    seen: int = 0


def parse(text: str, node: Shape | None) -> PathExpression:
    """Return a path checked against the model; `node` is the shape bare names start at, `None` for `given`."""
    if not 0 < len(text) <= _LONGEST:
        raise PathError(f"a path has from 1 to {_LONGEST} characters; this one has {len(text)}")
    root, rest, shape = "node", text, node
    head = text.split(".", 1)[0]
    if text == "case" or head == "case":
        root, rest, shape = "case", text[5:], CASE_SHAPE
    elif node is None:
        root, shape = "case", CASE_SHAPE
    elif head == "lot":
        root, rest, shape = "lot", text[4:], LOT_SHAPE
    elif text == "node":
        rest = ""
    steps = tuple(_step(one) for one in _split(rest)) if rest else ()
    if shape is None:
        raise PathError(f"`{text}` starts nowhere")
    return PathExpression(text, root, steps, _follow(steps, shape, text))


@lru_cache(maxsize=1024)
def parse_given(text: str) -> PathExpression:
    """Return an absolute path, checked once: many rules look at the same place. Raises `PathError`."""
    return parse(text, None)


def _split(text: str) -> list[str]:
    return re.split(r"\.(?![^\[]*\])", text)


def _step(text: str) -> Step:
    match = _STEP.match(text)
    if not match:
        raise PathError(f"`{text}` is not a step of a path; write a field name, `name[key=value]` or `name[**]`")
    name = "from_" if match[1] == "from" else match[1]
    return Step(name, match[3], tuple(match[4].split("|")) if match[4] else (), match[2] is not None)


def _follow(steps: tuple[Step, ...], shape: Shape, text: str) -> Shape:
    """Return the shape at the end of a path; raises `PathError` where a field does not exist."""
    for step in steps:
        while shape.kind == "list" and shape.of is not None:
            shape = shape.of
        found = field_of(shape, step.name) or _derived_shape(shape, step.name)
        if found is None:
            names = sorted({name for one in shape.classes for name in fields_of(one)})
            hint = did_you_mean(step.name, names)
            raise PathError(f"`{text}`: {_lack(shape)} `{step.name}`{hint}")
        shape = found
        if step.key is not None or step.deep:
            shape = _narrow(shape, step, text)
    return shape


def _derived_shape(shape: Shape, name: str) -> Shape | None:
    found = next((one for part in shape.classes if (one := derived_of(part, name))), None)
    return shape_of(found.type) if found else None


def _narrow(shape: Shape, step: Step, text: str) -> Shape:
    """Return the shape of the items a filter leaves: `[kind=turnover]` leaves one class of a union."""
    item = shape.of
    if shape.kind != "list" or item is None or item.kind != "part":
        raise PathError(f"`{text}`: `{step.name}` is not a list, so nothing in it can be picked")
    if step.key is not None and field_of(item, step.key) is None:
        raise PathError(f"`{text}`: {_lack(item)} `{step.key}`")
    if step.key == "kind" and len(item.classes) > 1:
        classes = tuple(dict.fromkeys(item.part_for({"kind": value}) for value in step.values))
        return Shape("list", of=Shape("part", classes))
    return shape


def _lack(shape: Shape) -> str:
    """Return the beginning of a sentence that says which classes lack a field."""
    if not shape.classes:
        return f"a {shape.kind} has no field"
    names = [one.__name__ for one in shape.classes]
    return f"{names[0]} has no field" if len(names) == 1 else f"none of {', '.join(names)} has a field"


def select(case: Case, given: PathExpression) -> Selection:
    """Return the nodes a rule looks at, place by place."""
    found = Selection(nodes=[Node((), case.procurement)])
    for step in given.steps:
        nodes, found.nodes, found.seen = found.nodes, [], 0
        for node in nodes:
            _advance(case, node, step, found)
    return found


def _advance(case: Case, node: Node[object], step: Step, found: Selection) -> None:
    value = getattr(node.value, step.name, None)
    path = (*node.path, step.name)
    if value is None:
        name = text_of(path)
        found.missing.append(Unjudged(name, f"{name} is not given", (name,)))
    elif not isinstance(value, tuple):
        found.seen += 1
        found.nodes.append(Node(path, value))
    elif value and not isinstance(value[0], Part):
        found.nodes.append(Node(path, value))
    else:
        picked = _picked(case, path, step)
        found.seen += 0 if picked is None else len(value) - len(picked)
        for index in range(len(value)) if picked is None else picked:
            _take(Node((*path, index), value[index]), step, found)


def _picked(case: Case, path: Path, step: Step) -> list[int] | None:
    """Return which items of a list a step may pick, most of a long one are others; `None` for any, and what they hold."""
    if step.key is None or step.deep:
        return None
    kinds = case.once(_Kinds(path, step.key))
    return sorted(index for one in {"other", *step.values} for index in kinds.get(one, ()))


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What makes an index of a list by what a field of its items says; one that says nothing may be any, as `other` may."""

    path: Path
    key: str

    def __call__(self, case: Case) -> dict[str, list[int]]:
        items: object = case.procurement
        for step in self.path:
            items = items[step] if isinstance(items, tuple) and isinstance(step, int) else getattr(items, str(step), ())
        found: dict[str, list[int]] = {}
        for index, item in enumerate(items if isinstance(items, tuple) else ()):
            value = getattr(item, self.key, None)
            found.setdefault("other" if value is None else str(value), []).append(index)
        return found


def _take(node: Node[object], step: Step, found: Selection) -> None:
    found.seen += 1
    children = getattr(node.value, "children", None) or () if step.deep else ()
    if step.key is None:
        found.nodes.append(node)
    else:
        value = getattr(node.value, step.key, None)
        if value is None:
            name = f"{text_of(node.path)}.{step.key}"
            found.missing.append(Unjudged(text_of(node.path), f"{name} is not given", (name,)))
        elif str(value) in step.values:
            found.nodes.append(node)
        elif step.key == "kind" and value == "other":
            found.missing += _told_in_words(node, step.values)
    for index, child in enumerate(children):
        _take(Node((*node.path, "children", index), child), step, found)


def _told_in_words(node: Node[object], kinds: tuple[str, ...]) -> list[Unjudged]:
    """Return the place of a condition whose words ask for one of some kinds although it calls itself `other`."""
    one = node.value
    if not isinstance(one, Requirement) or (one.mandatory is False and not one.disqualifies):
        return []
    from fairaudit.analysis.conditions import amounts_in

    meant = next((kind for kind in amounts_in(" ".join((one.name or "", one.text or ""))) if kind in kinds), None)
    if meant is None:
        return []
    name = text_of(node.path)
    reason = f"{name} speaks of {meant}, and its kind says `other`"
    return [
        Unjudged(
            name,
            reason,
            (f"{name}.kind (that its words ask for)", f"{name}.{'years' if meant == 'accounts' else 'minimum'}"),
        )
    ]


def lots_of(case: Case, node: Node[object]) -> list[Node[object]]:
    """Return the lots a node belongs to: those it names, else every lot, else the tender; one lot may lean on the tender."""
    lots = case.lots
    if isinstance(node.value, Lot):
        return [node]
    if not lots or isinstance(node.value, Tender | Procurement):
        return [Node(("tender",), case.tender)]
    named = getattr(node.value, "lots", None) or ()
    single = getattr(node.value, "lot", None)
    wanted = set(named) | ({single} if isinstance(single, str) else set())
    chosen = [Node(("tender", "lots", i), lot) for i, lot in enumerate(lots) if not wanted or lot.id in wanted]
    return list(chosen)


def resolve(case: Case, node: Node[object], lot: Node[object] | None, path: PathExpression) -> Node[object]:
    """Return the value at a path, `None` where it is not given."""
    at: Node[object] = node
    if path.root == "case":
        at = Node((), case.procurement)
    elif path.root == "lot" and lot is not None:
        at = lot
    return _walk(case, at, path)


def _walk(case: Case, at: Node[object], path: PathExpression) -> Node[object]:
    for step in path.steps:
        at = _field(case, at, step.name) if not isinstance(at.value, Lot) else _lot_field(case, at, step.name)
    return at


def _field(case: Case, at: Node[object], name: str) -> Node[object]:
    """Return a stored field, or a value worked out from stored ones, which stands where the first of those does."""
    value = getattr(at.value, name, None)
    derived = derived_of(type(at.value), name) if value is None and isinstance(at.value, Part) else None
    if derived is not None and isinstance(at.value, Part):
        return Node((*at.path, derived.stored[0]), derived.compute(at.value, case.tender))
    return Node((*at.path, name), value)


def _lot_field(case: Case, at: Node[object], name: str) -> Node[object]:
    """Return a field of a lot; a single lot is the whole tender, so what it does not repeat the tender says."""
    own = _field(case, at, name)
    if own.value is None and len(case.lots) == 1:
        return _field(case, Node(("tender",), case.tender), name)
    return own


def stored_names(case: Case, node: Node[object], lot: Node[object] | None, path: PathExpression) -> tuple[str, ...]:
    """Return the stored fields whose absence makes a path empty; a derived value names what it is worked out from."""
    parent = resolve(case, node, lot, PathExpression(path.text, path.root, path.steps[:-1], path.shape))
    last = path.steps[-1].name if path.steps else ""
    if isinstance(parent.value, Lot) and len(case.lots) == 1:
        parent = Node(("tender",), case.tender)
    derived = derived_of(type(parent.value), last) if isinstance(parent.value, Part) else None
    if derived is None:
        return (text_of((*parent.path, last)),)
    absent = tuple(one for one in derived.stored if getattr(parent.value, one, None) is None)
    return tuple(text_of((*parent.path, one)) for one in absent or derived.stored)


def nothing_there(given: PathExpression, selection: Selection) -> str:
    """Return why a path selects nothing although it is given."""
    name = ".".join(step.name for step in given.steps).replace("from_", "from")
    last = given.steps[-1] if given.steps else None
    if selection.seen and last is not None and last.key is not None:
        return f"nothing in {name} has the {last.key} {' or '.join(last.values)}"
    return f"{name} is given and empty"
