"""Checks measure; they never judge, word, count or filter. The names below are public and versioned for plug-ins."""

from fairaudit.checks.base import Found, Hit, Ref, Slot, Unassessed, Verb, check, compares_bidders
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node

__all__ = ["Case", "Found", "Hit", "Node", "Ref", "Slot", "Unassessed", "Verb", "check", "compares_bidders"]
