"""`lawful_when`: what the law allows is passed with a note, not found.

`justified(path)` asks whether a reason is recorded for a value; anything else is a condition in the language of
`expression`. The common case is answered here, so that the expression library is only loaded where a rule needs it.
"""

from __future__ import annotations

import re

from fairaudit.engine.expressions import ConditionError, Expression
from fairaudit.engine.paths import PathError, parse, resolve
from fairaudit.engine.rule import Lawful
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node, Part
from fairaudit.procurement.shape import Shape

_JUSTIFIED = re.compile(r"justified\(([a-z_.]*)\)\Z")


def check_condition(text: str, shape: Shape) -> str | None:
    """Return what is wrong with a condition of `lawful_when`, or `None`."""
    match = _JUSTIFIED.match(text.strip())
    try:
        if match:
            parse(match[1] or "node", shape)
        else:
            Expression.compile(text, shape, ())
    except (PathError, ConditionError) as error:
        return f"`if` {error}"
    return None


def allowed(
    case: Case, node: Node[object], lot: Node[object] | None, lawful: tuple[Lawful, ...], shape: Shape
) -> str | None:
    """Return the note of the first condition that holds at a node, or `None`."""
    return next((one.note for one in lawful if _holds(case, node, lot, one.condition, shape)), None)


def _holds(case: Case, node: Node[object], lot: Node[object] | None, text: str, shape: Shape) -> bool:
    match = _JUSTIFIED.match(text.strip())
    if match:
        at = resolve(case, node, lot, parse(match[1] or "node", shape))
        return case.justified(at.path) or case.justified(node.path) or _own_reason(node.value)
    condition = Expression.compile(text, shape, ())
    values = {one.text: resolve(case, node, lot, one).value for one in condition.paths}
    if any(value is None for value in values.values()):
        return False
    return condition.holds(values, case.clock) is True


def _own_reason(value: object) -> bool:
    """Whether a node carries its own recorded reason."""
    reason = getattr(value, "justification", None) if isinstance(value, Part) else None
    return bool(reason and reason.text)
