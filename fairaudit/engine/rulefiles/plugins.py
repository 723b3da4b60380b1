"""Python checks of installed packages, by entry point. Only installed packages: a file beside a tender never runs.

A rule names such a check as `NAME.check-name`, NAME being the entry point's. Packages are only looked at when a rule asks
for one, since asking the environment costs more than auditing a tender.
"""

from __future__ import annotations

from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from fairaudit.checks.base import Check, check_name, check_of
from fairaudit.sources.document import FairauditError, Fault

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "fairaudit.checks"


class PluginError(FairauditError):
    """An installed package whose checks cannot be used."""


def check_named(name: str) -> Check | None:
    """Return the check `plugin.check-name`, or `None`; raises `PluginError` naming the distribution at fault."""
    prefix = name.split(".", 1)[0]
    return checks_of(prefix).get(name)


@cache
def checks_of(prefix: str) -> dict[str, Check]:
    """Return the checks one entry point brings, each under its prefixed name."""
    points = [one for one in _entry_points() if one.name == prefix]
    if not points:
        return {}
    if len(points) > 1:
        names = " and ".join(sorted(_distribution(one) for one in points))
        raise PluginError(Fault(names, 0, 0, f"both bring checks under the name `{prefix}`; uninstall one of them"))
    return _found(_loaded(points[0]), points[0])


def plugins_used(names: list[str]) -> tuple[str, ...]:
    """Return `distribution version` for every plug-in that some check names come from."""
    prefixes = {name.split(".", 1)[0] for name in names if "." in name}
    points = [one for one in _entry_points() if one.name in prefixes] if prefixes else []
    return tuple(sorted({_distribution(one) for one in points}))


def _entry_points() -> list[EntryPoint]:
    from importlib.metadata import entry_points

    return list(entry_points(group=GROUP))


def _loaded(point: EntryPoint) -> ModuleType:
    try:
        module = point.load()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # importing a stranger's package may raise anything
        raise _at_fault(point, f"its checks cannot be imported: {type(error).__name__}: {error}") from error
    if not isinstance(module, ModuleType):
        raise PluginError(Fault(_distribution(point), 0, 0, f"the entry point `{point.name}` should name a module"))
    return module


def _found(module: ModuleType, point: EntryPoint) -> dict[str, Check]:
    found: dict[str, Check] = {}
    for function in vars(module).values():
        if callable(function) and getattr(function, "fairaudit_check", False):
            name = f"{point.name}.{check_name(function)}"
            try:
                found[name] = check_of(function, name)
            except (TypeError, KeyError, NameError) as error:
                message = f"its check `{name}` cannot be used: {type(error).__name__}: {error}"
                raise _at_fault(point, message) from error
    return found


def _at_fault(point: EntryPoint, message: str) -> PluginError:
    return PluginError(Fault(_distribution(point), 0, 0, f"{message}; mend or uninstall the package"))


def _distribution(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else f"the package of `{point.value}`"
