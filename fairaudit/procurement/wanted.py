"""Which stored field would settle what a check could not, said against what the case gives already.

Checks name the field they lack, or the completeness of a list. Where the field is given after all, something about it is
wanting: the rest of a group, a time of day, an item of a list, or the word under `complete` that says a list holds
everything. Naming the field itself would send people to give what they have given.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money, Period
from fairaudit.procurement.model.criteria import Formula, Scale
from fairaudit.procurement.model.evaluation import Opened
from fairaudit.procurement.model.node import Part, text_of
from fairaudit.procurement.model.parties import ConflictsAssessment, Role
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Buyer, Classification
from fairaudit.procurement.shaping.sections import is_list

COMPLETENESS = "completeness of "
"""What a missing field begins with where only the word under `complete` is missing."""

ZONE = "tender.time_zone"
_MOST_HOURS = 3
"""How many times in doubt are named as what would settle something; the report lists all of them."""

_STEP = re.compile(r"(?P<name>[a-z_][a-z0-9_]*)|\[(?P<index>[0-9]+)\]|\.")
_TELLING: tuple[tuple[type[Part], tuple[str, ...]], ...] = (
    (Money, ("amount", "currency")),
    (Scale, ("maximum",)),
    (Formula, ("name",)),
    (Opened, ("quality", "price")),
    (Classification, ("id",)),
    (Period, ("start_date", "end_date")),
    (Buyer, ("name",)),
    (Role, ("role",)),
    (ConflictsAssessment, ("prepared",)),
)
"""What must stand in a group for it to say anything, the most important first."""


def stored(case: Case, name: str) -> object | None:
    """Return what stands at a path as people write it, `None` where nothing does or the text is no path."""
    steps = _steps(name)
    value: object = case.procurement if steps is not None else None
    for step in steps or ():
        if value is None:
            return None
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        elif isinstance(value, dict):
            value = value.get(step)
        else:
            value = getattr(value, "from_" if step == "from" else step, None)
    return value


@lru_cache(maxsize=4096)
def _steps(name: str) -> tuple[str | int, ...] | None:
    """Return the steps of a path as people write it, or `None` for a text that is none."""
    steps: list[str | int] = []
    end = 0
    for match in _STEP.finditer(name):
        if match.start() != end:
            return None
        end = match.end()
        if match["name"] is not None:
            steps.append(match["name"])
        elif match["index"] is not None:
            steps.append(int(match["index"]))
    return tuple(steps) if end == len(name) else None


def in_list(case: Case, name: str, what: str) -> str:
    """Return the name of a list, with which of its items is wanted where the others are given: `bids (B2)`."""
    return name if stored(case, name) is None else f"{name} ({what})"


def wanted(case: Case, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return fields that a check lacks as those whose value would change its answer, each once.

    What is given and complete is left out where something else is wanting.
    """
    key = ("wanted", names)
    known = case.made.get(key)
    if not isinstance(known, tuple):
        # Many rules lack the same fields.
        known = case.made[key] = _worked_out(case, names)
    return known


def hours_in_doubt(case: Case) -> tuple[str, ...]:
    """Return what would settle when it was, of times that a change of the clocks repeats or leaves out: their offset."""
    return case.once(_hours_in_doubt)


def _hours_in_doubt(case: Case) -> tuple[str, ...]:
    given = ((path, stored(case, path)) for path in (text_of(one.path) for one in case.unreadable))
    found = (path for path, value in given if isinstance(value, When) and case.clock.trouble(value))
    return tuple(f"{path} (with its offset)" for path in islice(found, _MOST_HOURS))


def _worked_out(case: Case, names: tuple[str, ...]) -> tuple[str, ...]:
    if ZONE in names and (doubtful := hours_in_doubt(case)):
        # The zone is known, so that it is one of these that does not tell.
        names = tuple(one for name in names for one in (doubtful if name == ZONE else (name,)))
    if all(not one.startswith(COMPLETENESS) and stored(case, one) is None for one in names):
        return names
    found = {one: _wanted(case, one) for one in names}
    lacking = tuple(dict.fromkeys(name for name, settled in found.values() if not settled))
    return lacking or tuple(dict.fromkeys(name for name, _ in found.values()))


def _wanted(case: Case, name: str) -> tuple[str, bool]:
    """Return how a field is named, and whether it is given in full already."""
    section = name.removeprefix(COMPLETENESS)
    value = stored(case, section)
    if value is None or value == "":
        return section, False
    if section != name:
        return name, case.holds_all(section)
    if isinstance(value, When):
        return (f"{name} (with its time of day)", False) if value.time is None else (f"{name} (another value)", True)
    if isinstance(value, Part):
        lacking = _lacking(value)
        return (f"{name}.{lacking}", False) if lacking else (f"{name} (in full)", True)
    if isinstance(value, tuple | dict):
        return _of_list(case, name, value)
    return f"{name} (in other words)" if isinstance(value, str) else f"{name} (another value)", True


def _lacking(part: Part) -> str | None:
    for kind, fields in _TELLING:
        if isinstance(part, kind):
            return next((one for one in fields if getattr(part, one) is None), None)
    return None


def _of_list(case: Case, name: str, value: tuple[object, ...] | dict[str, object]) -> tuple[str, bool]:
    if is_list(name):
        return (f"{name} (what it lacks)", True) if case.holds_all(name) else (COMPLETENESS + name, False)
    for index, one in enumerate(value if isinstance(value, tuple) else ()):
        lacking = _lacking(one) if isinstance(one, Part) else None
        if lacking:
            return f"{name}[{index}].{lacking}", False
    return (f"{name} (in other words)", True) if value else (name, False)
