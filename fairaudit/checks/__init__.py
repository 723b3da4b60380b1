"""Checks measure; they never judge, word, count or filter. The names below are public and versioned for plug-ins."""

from fairaudit.checks import (
    award,
    bids,
    conflicts,
    criteria,
    deadlines,
    decisions,
    frameworks,
    generic,
    incumbency,
    information,
    modifications,
    noticing,
    participation,
    periods,
    preparation,
    qualification,
    rounds,
    scoring,
    specification,
    standstills,
    summaries,
    timelimits,
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
    noticing,
    preparation,
    participation,
    rounds,
    frameworks,
    standstills,
    summaries,
    decisions,
    modifications,
)
"""Importing a family registers its checks."""

__all__ = ["CHECKS", "Case", "Found", "Hit", "Node", "Ref", "Slot", "Unassessed", "check"]
