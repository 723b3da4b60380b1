"""Every check of this package by name, each imported when it is asked for: a run over a template uses half of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import fairaudit.checks
from fairaudit.checks.base import CHECKS, Check, Hit, Tabled, Unassessed, check_of

if TYPE_CHECKING:
    from fairaudit.procurement.case import Case
    from fairaudit.procurement.model.node import Node

PACKAGE = fairaudit.checks.__name__


class Catalogue(Mapping[str, Check]):
    """The checks by name; asking for one that is not there yet, or for all of them, imports every module."""

    def __getitem__(self, name: str) -> Check:
        if name not in CHECKS:
            _import_all()
        return _made(name)

    def __iter__(self) -> Iterator[str]:
        _import_all()
        return iter(sorted(CHECKS))

    def __len__(self) -> int:
        _import_all()
        return len(CHECKS)


@cache
def _made(name: str) -> Check:
    """Return a check that is there, its options read from its function when a rule asks for it: half are never asked for."""
    return check_of(CHECKS[name])


def later(name: str, module: str) -> Check:
    """Return a check without options whose module is imported when it is run first: many rules are asked of few cases."""

    def run(node: Node[object], case: Case) -> Iterator[Hit[object] | Unassessed | Tabled]:
        import_module_of_checks(module)
        if name not in CHECKS:
            # The index was made before the module was moved.
            _import_all()
        return CHECKS[name](node, case)

    return Check(name, run, (), frozenset(), "")


@cache
def import_module_of_checks(module: str) -> None:
    """Import one module, given as `periods`, where there is such a one: a stale hint costs time, never an answer."""
    if all(part.isidentifier() for part in module.split(".")):
        try:
            import_module(f"{PACKAGE}.{module}")
        except ModuleNotFoundError:
            return


@cache
def _import_all() -> None:
    """Import every module of this folder, which registers its checks."""
    for one in sorted(one.name for one in walk_packages(fairaudit.checks.__path__, f"{PACKAGE}.")):
        import_module(one)
