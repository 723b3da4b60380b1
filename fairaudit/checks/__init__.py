"""Checks measure; they never judge, word, count or filter. The names below are public and versioned for plug-ins."""

from fairaudit.checks import (
    award,
    bids,
    brands,
    conflicts,
    contradictions,
    criteria,
    deadlines,
    disclosures,
    generic,
    incumbency,
    information,
    periods,
    qualification,
    scoring,
    specification,
    timelimits,
)
from fairaudit.checks.base import CHECKS, Found, Hit, Ref, Slot, Unassessed, check
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node

_REGISTERED = (
    award,
    bids,
    brands,
    conflicts,
    contradictions,
    criteria,
    deadlines,
    disclosures,
    generic,
    incumbency,
    information,
    periods,
    qualification,
    scoring,
    timelimits,
    specification,
)
"""Importing a family registers its checks."""

__all__ = ["CHECKS", "Case", "Found", "Hit", "Node", "Ref", "Slot", "Unassessed", "check"]
