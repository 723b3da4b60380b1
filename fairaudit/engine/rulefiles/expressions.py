"""Conditions in CEL, typed from the model when a rule loads, and safe to take from strangers.

Paths become variables of the model's types, so a misspelt field or a comparison of unlike things fails at load. Amounts
and weights are doubles in CEL; equality and sums of doubles lie, so both are refused. Only a BOOL result counts: anything
else, an error value above all (which is truthy), leaves the place unassessed.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.engine.rulefiles.doubles import exact_use
from fairaudit.engine.rulefiles.paths import PathError, PathExpression, parse
from fairaudit.frozen import Frozen
from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.shape import Shape, fields_of

if TYPE_CHECKING:
    from cel_expr_python import cel

LONGEST = 2000
MOST_JOINED = 4
_STRING = late_pattern(
    r"""
    (?<!\w)[bB]?[rR][bB]?(?:\"{3}.*?\"{3}|'{3}.*?'{3}|"[^"\n]*"|'[^'\n]*')  # raw: a backslash hides nothing
    | \"{3}(?:\\.|[^\\])*?\"{3} | '{3}(?:\\.|[^\\])*?'{3} | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
    | `[^`\n]*` | //[^\n]*
    """,
    re.DOTALL | re.VERBOSE,
)
"""Strings of every kind, quoted names and comments: what stands in them is no part of a condition."""
_BUILDS = late_pattern(r"\b(map|transform\w*)\s*(?:\"\"\s*)*\(")
_REPEATS = late_pattern(r"\b(all|exists|exists_one|existsOne|filter)\s*(?:\"\"\s*)*\(")
_JOINS = late_pattern(r"\+(?!\s*(?:duration\s*\(|[0-9]))")
"""A `+` that may join texts or lists: a number or a duration added makes nothing longer."""
_CHAIN = late_pattern(r"\b(node|lot|case)((?:\.[a-z_][a-z0-9_]*)+)(\()?")


class ConditionError(ValueError):
    """A condition that is not CEL, or not about the model."""


class Expression(Frozen):
    """A compiled condition: its text, and the paths it reads."""

    text: str
    paths: tuple[PathExpression, ...]

    @staticmethod
    def compile(text: str, shape: Shape, needs: tuple[PathExpression, ...]) -> Expression:
        """Return a condition over `node` and what stands in `needs`, known to be one; raises `ConditionError`."""
        condition = Expression.read(text, shape, needs)
        condition.check()
        return condition

    @staticmethod
    def read(text: str, shape: Shape, needs: tuple[PathExpression, ...]) -> Expression:
        """Return a condition whose paths are bound, and nothing more: the library takes longer to load than a case to audit."""
        if len(text) > LONGEST:
            raise ConditionError(f"is {len(text)} characters long, more than {LONGEST}")
        _refuse_growth(text)
        named = {one.text for one in needs}
        paths: dict[str, PathExpression] = {}
        for name in _chains(text):
            path = _known(name, shape)
            if path.root != "node" and path.text not in named:
                raise ConditionError(f"uses `{path.text}`, which should stand under `needs:`")
            paths[path.text] = path
        if trouble := exact_use(text, paths):
            raise ConditionError(trouble)
        return Expression(text, tuple(paths.values()))

    def check(self) -> None:
        """Raise `ConditionError` where the library does not take it, or it gives no answer that is true or false."""
        _program(self.text, self.paths)

    def holds(self, values: dict[str, object], clock: Clock) -> bool | str:
        """Return whether the condition holds, or why that cannot be said; `values` by path text."""
        data = {one.text: _plain(values[one.text], one.shape, clock) for one in self.paths}
        for name, value in data.items():
            if value is None:
                return f"{name} hangs on an unknown time zone"
        result = _program(self.text, self.paths).eval(data=data)
        if result.type().name() != "BOOL":
            return f"the condition has no answer: {str(result.value())[:120]}"
        return bool(result.value())


def _chains(text: str) -> list[str]:
    """Return every dotted name of a condition that starts at a root, without the method called on it."""
    found = []
    for match in _CHAIN.finditer(_STRING.sub('""', text)):
        rest = match[2].rsplit(".", 1)[0] if match[3] else match[2]
        if rest:
            found.append(match[1] + rest)
    return found


def _refuse_growth(text: str) -> None:
    """Refuse what may make a text or a list grow without end: CEL bounds how often a thing is done, not what comes of it."""
    bare = _STRING.sub('""', text)
    if built := _BUILDS.search(bare):
        raise ConditionError(f"builds lists with `{built[1]}`; ask with `exists`, `all` or `filter` instead")
    joined = len(_JOINS.findall(bare))
    if joined > (0 if _REPEATS.search(bare) else MOST_JOINED):
        raise ConditionError(
            f"joins with `+` more than {MOST_JOINED} times, or beside `exists`, `all` or `filter`; compare the parts one by one"
        )


def _known(name: str, shape: Shape) -> PathExpression:
    text = name.removeprefix("node.")
    try:
        path = parse(text, shape)
    except PathError as error:
        raise ConditionError(str(error)) from None
    return PathExpression(name, path.root, path.steps, path.shape)


def _cel_type(shape: Shape) -> Any:  # noqa: ANN401  # the extension's own type
    from cel_expr_python import cel

    simple = {str: cel.Type.STRING, Decimal: cel.Type.DOUBLE, int: cel.Type.INT, bool: cel.Type.BOOL}
    if shape.kind == "scalar":
        return cel.Type.TIMESTAMP if shape.scalar in (When, date) else simple.get(shape.scalar, cel.Type.STRING)
    if shape.kind == "list" and shape.of is not None:
        return cel.Type.List(_cel_type(shape.of))
    return cel.Type.Map(cel.Type.STRING, cel.Type.DYN)


@cache
def _program(text: str, paths: tuple[PathExpression, ...]) -> cel.Expression:
    from cel_expr_python import cel

    environment = cel.NewEnv(variables={one.text: _cel_type(one.shape) for one in paths})
    try:
        program = environment.compile(text)
    except RuntimeError as error:
        raise ConditionError(_explain(str(error))) from None
    if program.return_type().name() != "BOOL":
        raise ConditionError(f"should be true or false, but gives {program.return_type().name().lower()}")
    return program


def _explain(text: str) -> str:
    line = text.split("\n")[0].removeprefix("INVALID_ARGUMENT: ERROR: ").replace("<input>:", "at ")
    hint = "; write amounts and weights with a decimal point: 3.0" if "(double, int)" in line else ""
    return f"is not a condition: {line[:200]}{hint}"


def _plain(value: object, shape: Shape, clock: Clock) -> object:
    """Return a value as CEL takes it: doubles, aware datetimes, plain lists and maps."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, When):
        return clock.exact(value)
    if isinstance(value, tuple | list):
        return [_plain(one, shape, clock) for one in value]
    if isinstance(value, Part):
        pairs = ((name, getattr(value, name)) for name in fields_of(type(value)))
        return {name: _plain(one, shape, clock) for name, one in pairs if one is not None}
    return value
