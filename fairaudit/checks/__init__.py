"""Checks measure; they never judge, word, count or filter. The names below are public and versioned for plug-ins."""

from fairaudit.checks import (
    award,
    bids,
    conflicts,
    contents,
    criteria,
    deadlines,
    disclosure,
    exclusions,
    generic,
    incumbency,
    information,
    key_criteria,
    modifying,
    periods,
    qualification,
    recusal,
    routes,
    scoring,
    specification,
    standstills,
    submissions,
    terms,
    timelimits,
    urgency,
)
from fairaudit.checks.base import CHECKS, Found, Hit, Ref, Slot, Unassessed, check
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node

_REGISTERED = (
    award,
    bids,
    conflicts,
    criteria,
    deadlines,
    generic,
    incumbency,
    information,
    periods,
    qualification,
    scoring,
    timelimits,
    specification,
    contents,
    disclosure,
    exclusions,
    key_criteria,
    modifying,
    recusal,
    routes,
    standstills,
    submissions,
    terms,
    urgency,
)
"""Importing a family registers its checks."""

__all__ = ["CHECKS", "Case", "Found", "Hit", "Node", "Ref", "Slot", "Unassessed", "check"]
