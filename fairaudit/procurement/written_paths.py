"""Paths as people write them in a case, such as `selection_criteria[S1].minimum`: whether there is such a place."""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.shape import fields_of
from fairaudit.sources.document import Path

_BETWEEN_STEPS = late_pattern(r"\.(?![^\[\]]*\])")
_STEP = late_pattern(r"([^\[\]]+)((?:\[[^\[\]]*\])*)")
_ITEM = late_pattern(r"\[([^\[\]]*)\]")


def is_a_place(case: Case, text: str) -> bool:
    """Return whether a path names something that the case holds, or a field that could be given where it stands.

    Read as `Case.spellings` writes paths: from the case or from the tender, items by their id or position.
    """
    steps = _BETWEEN_STEPS.split(text)
    return text == "case" or _leads(case, case.procurement, (), steps) or _leads(case, case.tender, ("tender",), steps)


def _leads(case: Case, value: object, path: Path, steps: list[str]) -> bool:
    for step in steps:
        match = _STEP.fullmatch(step)
        if match is None:
            return False
        name = "from_" if match[1] == "from" else match[1]
        if isinstance(value, Part) and name in fields_of(type(value)):
            value = getattr(value, name)
        elif isinstance(value, dict) and name in value:
            value = value[name]
        else:
            return False
        path = (*path, name)
        for item in _ITEM.findall(match[2]):
            at = case.position(path, value, item) if isinstance(value, tuple) else None
            if at is None or not isinstance(value, tuple):
                return False
            value, path = value[at], (*path, at)
    return True
