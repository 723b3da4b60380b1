"""Checks measure; they never judge, word, count or filter. The names below are public and versioned for plug-ins."""

from importlib import import_module
from pkgutil import iter_modules

from fairaudit.checks.base import CHECKS, Found, Hit, Ref, Slot, Unassessed, check
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node

# Importing a module of this folder registers its checks.
for _name in sorted(one.name for one in iter_modules(__path__)):
    import_module(f"{__name__}.{_name}")

__all__ = ["CHECKS", "Case", "Found", "Hit", "Node", "Ref", "Slot", "Unassessed", "check"]
