"""`lawful_when`: what the law allows is passed with a note, not found.

`justified(path)` asks whether a reason is recorded for a value, `given(path)` whether a value is recorded and is not false
or empty; anything else is a condition in the language of `expression`. The common cases are answered here, so that the
expression library is only loaded where a rule needs it.
"""

from __future__ import annotations

import re

from fairaudit.engine.expressions import Expression
from fairaudit.engine.paths import parse, resolve
from fairaudit.engine.rule import Lawful
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node, Part
from fairaudit.procurement.shape import Shape
from fairaudit.sources.document import Path

_ASKED = re.compile(r"(justified|given)\(([a-z_.]*)\)\Z")


def lawful(condition: str, note: str, shape: Shape) -> Lawful:
    """Return a condition of `lawful_when`, ready to be asked; raises `PathError` or `ConditionError`."""
    match = _ASKED.match(condition.strip())
    if match and match[1] == "given":
        return Lawful(condition, note, given=parse(match[2], shape))
    if match:
        return Lawful(condition, note, justified=parse(match[2] or "node", shape))
    return Lawful(condition, note, expression=Expression.compile(condition, shape, ()))


def allowed(case: Case, node: Node[object], lot: Node[object] | None, conditions: tuple[Lawful, ...]) -> str | None:
    """Return the note of the first condition that holds at a node, or `None`."""
    return next((one.note for one in conditions if _holds(case, node, lot, one)), None)


def _holds(case: Case, node: Node[object], lot: Node[object] | None, condition: Lawful) -> bool:
    if condition.justified is not None:
        if _own_reason(case, node.path):
            return True
        at = resolve(case, node, lot, condition.justified)
        return bool(case.tender.justifications) and (case.justified(at.path) or case.justified(node.path))
    if condition.given is not None:
        return resolve(case, node, lot, condition.given).value not in (None, "", (), False)
    if condition.expression is None:
        return False
    values = {one.text: resolve(case, node, lot, one).value for one in condition.expression.paths}
    if any(value is None for value in values.values()):
        return False
    return condition.expression.holds(values, case.clock) is True


def _own_reason(case: Case, path: Path) -> bool:
    """Whether the part a path stands in, or one that part belongs to, carries its own recorded reason."""
    value: object = case.procurement
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        else:
            value = getattr(value, step, None)
        reason = getattr(value, "justification", None) if isinstance(value, Part) else None
        if reason and reason.text:
            return True
    return False
