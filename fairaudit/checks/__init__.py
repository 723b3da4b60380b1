"""Checks measure; they never judge, word, count or filter. The names below are public and versioned for plug-ins."""

from fairaudit.checks import (
    award,
    bids,
    candidates,
    conflicts,
    contractchanges,
    criteria,
    deadlines,
    durations,
    equivalentwords,
    generic,
    incumbency,
    information,
    lateanswers,
    periods,
    qualification,
    reportcontents,
    scoring,
    scoringgrounds,
    specification,
    standstills,
    timelimits,
    turnovers,
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
    candidates,
    contractchanges,
    durations,
    equivalentwords,
    lateanswers,
    reportcontents,
    scoringgrounds,
    standstills,
    turnovers,
)
"""Importing a family registers its checks."""

__all__ = ["CHECKS", "Case", "Found", "Hit", "Node", "Ref", "Slot", "Unassessed", "check"]
