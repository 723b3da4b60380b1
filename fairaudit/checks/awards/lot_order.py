"""The order in which lots are awarded, where the mechanism of a limit on lots is published as one."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.procurement.case import Case

_AWARDED = r"(?:(?:the )?lots (?:are|will be|shall be) (?:awarded|decided|evaluated)(?: one by one| in turn)?,? )?"
_BY_LIST = late_pattern(
    rf"^{_AWARDED}(?:by|in|according to) (?:the )?(?:(?:numerical |ascending |published )?order of (?:the |their )?(?:lots?"
    r"|lot numbers?|numbers?)|lot order|(?:numerical|published) order)$",
    re.IGNORECASE,
)
_BY_VALUE = late_pattern(
    rf"^{_AWARDED}(?:(?:by|in) (?:descending|decreasing) order of (?:their )?(?:estimated )?values?|by (?:estimated )?value,?"
    r" (?:the )?(?:highest|largest|greatest) first|(?:the )?(?:largest|most valuable)(?: lots?)? first"
    r"|(?:the )?lots? (?:of|with) (?:the )?"
    r"(?:highest|largest|greatest) (?:estimated )?value first)$",
    re.IGNORECASE,
)


def lots_before(case: Case, lot: str, mechanism: str) -> frozenset[str] | None:
    """Return the lots that come before one by a mechanism; `None` where it is no order of lots, or not known."""
    said = " ".join(mechanism.split()).strip(" .")
    ids = [one.id for one in case.lots if one.id]
    if lot not in ids or len(ids) < len(case.lots):
        return None
    if _BY_LIST.match(said):
        in_numbers = not all(one.isdecimal() for one in ids) or ids == sorted(ids, key=int)
        return frozenset(ids[: ids.index(lot)]) if in_numbers else None
    return _of_more_value(case, lot) if _BY_VALUE.match(said) else None


def _of_more_value(case: Case, lot: str) -> frozenset[str] | None:
    """Return the lots of a higher estimated value; `None` where one is not known, two are equal, or currencies differ."""
    values = {one.id: one.value.amount for one in case.lots if one.id and one.value is not None}
    known = {name: amount for name, amount in values.items() if amount is not None}
    currencies = {one.value.currency for one in case.lots if one.value is not None}
    if len(known) < len(case.lots) or len(set(known.values())) < len(known) or len(currencies) > 1:
        return None
    return frozenset(one for one, amount in known.items() if amount > known[lot])
