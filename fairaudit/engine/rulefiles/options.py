"""A rule's `with:` bound to the options of its check: paths checked against the model, values read by type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import get_origin

from fairaudit.analysis.nearest import did_you_mean
from fairaudit.checks.base import Check, Condition, Option, Pattern
from fairaudit.engine.rulefiles.expressions import ConditionError, Expression
from fairaudit.engine.rulefiles.paths import PathError, PathExpression, parse
from fairaudit.engine.rulefiles.rule import Bound, Options
from fairaudit.law.moments import STEPS, Step, step_called
from fairaudit.law.tables import StatutoryPeriod, Table, Tables
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import read_count, read_day, read_flag, read_number, read_text
from fairaudit.procurement.model.shape import Shape
from fairaudit.sources.document import Value


class OptionError(ValueError):
    """Options that do not fit: pairs of option name (empty for the check itself) and message."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(message for _, message in faults))
        self.faults = faults


def bind(
    check: Check,
    given: dict[str, Value],
    shape: Shape,
    needs: tuple[PathExpression, ...],
    tables: Tables | None = None,
) -> Options:
    """Return the options of a check as a rule gives them; raises `OptionError` with everything that does not fit.

    `tables` are those of the rule's own pack, which alone it may name.
    """
    faults: list[tuple[str, str]] = []
    known = {one.name: one for one in check.options}
    for name in given:
        if name not in known:
            hint = did_you_mean(name, known, f"; it has {', '.join(known) or 'none'}")
            faults.append((name, f"the check `{check.name}` has no option `{name}`{hint}"))
    bound = []
    for name, option in known.items():
        if given.get(name) is None:
            if option.required:
                faults.append(("", f"the check `{check.name}` needs the option `{name}`"))
            elif option.kind == "value":
                bound.append(Bound(name, "value", value=option.default, many=option.many, fixed=True))
            continue
        try:
            if option.type in (StatutoryPeriod, Table, Step):
                bound.append(Bound(name, "value", value=_of_law(option, read_text(given[name]), tables), fixed=True))
            else:
                bound.append(_bound(option, given[name], shape, needs))
        except (PathError, ConditionError, ValueError) as error:
            faults.append((name, f"`{name}` {error}" if not isinstance(error, PathError) else f"{name}: {error}"))
    if faults:
        raise OptionError(faults)
    return Options(bound)


def _of_law(option: Option, name: str, tables: Tables | None) -> object:
    """Return the period, table or step of a procurement that a rule names."""
    if option.type is Step:
        try:
            if name not in STEPS:
                # A rule of no law may name a step that only a single law knows.
                import_module("fairaudit.law.regimes")
            return step_called(name)
        except KeyError:
            raise ValueError(f"names no step of a procurement: `{name}`{did_you_mean(name, STEPS)}") from None
    if tables is None:
        raise ValueError("needs a pack with tables, and this rule stands in none")
    try:
        return tables.period(name) if option.type is StatutoryPeriod else tables.table(name)
    except LookupError as error:
        raise ValueError(str(error.args[0])) from None


def check_words(options: Options) -> None:
    """Raise `OptionError` for every pattern and condition that is none; apart from binding, since it loads their libraries."""
    faults = []
    for option in options:
        if isinstance(option.value, Expression):
            try:
                option.value.check()
            except ConditionError as error:
                faults.append((option.name, f"`{option.name}` {error}"))
            continue
        for one in option.value if isinstance(option.value, tuple) else (option.value,):
            if isinstance(one, Pattern) and (trouble := Pattern.fault(one.text)):
                faults.append((option.name, f"`{option.name}` {trouble}"))
    if faults:
        raise OptionError(faults)


def _bound(option: Option, raw: Value, shape: Shape, needs: tuple[PathExpression, ...]) -> Bound:
    if option.type is Condition:
        return Bound(option.name, "value", value=Expression.read(read_text(raw), shape, needs))
    if option.kind in ("ref", "slot"):
        texts = raw if option.many and isinstance(raw, list) else [raw]
        paths = tuple(_path(read_text(one), option, shape) for one in texts)
        return Bound(option.name, option.kind, paths=paths, many=option.many)
    if option.many:
        if not isinstance(raw, list):
            raise ValueError("should be a list")
        return Bound(option.name, "value", value=tuple(map(_reader(option), raw)), many=True, fixed=True)
    return Bound(option.name, "value", value=_reader(option)(raw), fixed=True)


def _reader(option: Option) -> Callable[[Value], object]:
    return _READERS.get(option.type, _as_given)


def _pattern(raw: Value) -> Pattern:
    return Pattern(read_text(raw))


def _as_given(raw: Value) -> Value:
    return raw


_READERS: dict[type, Callable[[Value], object]] = {
    str: read_text, Decimal: read_number, int: read_count, bool: read_flag, date: read_day, Pattern: _pattern,
}  # fmt: skip


def _path(text: str, option: Option, shape: Shape) -> PathExpression:
    """Return a path whose end is of the type the check asks for; raises `PathError`."""
    path = parse(text, shape)
    found = path.shape
    wanted = get_origin(option.type) or option.type
    if wanted is object:
        return path
    ends = found.classes if found.kind == "part" else (tuple,) if found.kind == "list" else (found.scalar,)
    if not any(issubclass(one, wanted) for one in ends):
        words = {"Decimal": "a number", "str": "a text", "When": "a date or time", "Money": "an amount of money"}
        name = words.get(wanted.__name__, wanted.__name__)
        is_name = ends[0].__name__ if issubclass(ends[0], Part) else words.get(ends[0].__name__, ends[0].__name__)
        raise PathError(f"`{text}` is {is_name}; this option takes {name}")
    return path
