"""Which registers were searched, in words: on which day, how much was compared, and what a match does not mean."""

from __future__ import annotations

from fairaudit.engine.contract.registers import MEANING, RegisterSaid
from fairaudit.engine.contract.report import CaseReport
from fairaudit.reports import factwords

__all__ = ["MEANING", "TITLE", "line", "summary"]

TITLE = "Registers that were searched"


def line(one: RegisterSaid) -> str:
    """Return what is said of one register after its name."""
    kinds = {"bods": "statement", "owners": "owner", "officers": "officer"}
    when = f"as of {factwords.fact_in_words(one.searched)}" if one.searched else "as of a day that is not given"
    sought = f"{_many(one.people, 'person', 'people')} and {_many(one.parties, 'party', 'parties')}"
    counts = ((one.certain, "certain"), (one.likely, "likely"), (one.possible, "possible"))
    matches = ", ".join(f"{count:,} {level}" for count, level in counts if count)
    found = f"matches of people: {matches or 'none'}; {one.organisations} of {one.parties} parties found"
    left = f"; {one.left:,} by name alone that lead to no party of this case were not kept" if one.left else ""
    source = f", from {one.source}" if one.source else ""
    kind = kinds.get(one.kind, "record")
    return f"{when}{source}; {_many(one.rows, kind, f'{kind}s')} compared with {sought}; {found}{left}"


def summary(case: CaseReport) -> str:
    """Return in one text which registers a case was searched in and what a match does not mean, or that it was in none."""
    told = "; ".join(f"{one.name}: {line(one)}" for one in case.registers)
    return f"{TITLE}: {told}. {MEANING}" if told else case.unsearched


def _many(count: int, one: str, more: str) -> str:
    return f"1 {one}" if count == 1 else f"{count:,} {more}"
