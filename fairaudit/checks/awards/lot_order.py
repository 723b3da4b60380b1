"""The order in which lots are awarded, where the mechanism of a limit on lots is published as one."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.procurement.case import Case

_AWARDED = r"(?:(?:the )?lots (?:are|will be|shall be) (?:awarded|decided|evaluated)(?: one by one| in turn)?,? )?"
_THERE = r"(?: (?:here|above|below|(?:in|on) the (?:contract |tender )?(?:notice|documents?|list)))?"
_BY_LIST = late_pattern(
    rf"^{_AWARDED}(?:by|in|according to) (?:the )?(?:(?:numerical |ascending |published )?order of (?:the |their )?(?:lots?"
    r"|lot numbers?|numbers?|publication|listing)|lot order|(?:numerical|published) order"
    r"|(?:the )?order in which (?:they|the lots) (?:stand|(?:are|were) (?:published|listed|numbered|named|given|set out))"
    rf"{_THERE})$",
    re.IGNORECASE,
)
_BY_VALUE = late_pattern(
    rf"^{_AWARDED}(?:(?:by|in) (?:descending|decreasing) order of (?:their )?(?:estimated )?values?"
    r"|(?:by|in) (?:the )?order of (?:their )?(?:estimated )?values?,? (?:the )?(?:highest|largest|greatest) first"
    r"|by (?:estimated )?value,? (?:the )?(?:highest|largest|greatest) first|(?:the )?(?:largest|most valuable)(?: lots?)? first"
    r"|(?:the )?lots? (?:of|with) (?:the )?"
    r"(?:highest|largest|greatest) (?:estimated )?value first)$",
    re.IGNORECASE,
)
_WHO = r"(?:(?:a|any|each|every|the|whichever) )?(?:bidder|tenderer|supplier|offeror|firm|company|economic operator|winner)s?"
_HAS_WON = r"(?:already )?(?:(?:has|have|having) (?:already |previously )?(?:won|been awarded)|wins?|won)(?: already)?"
_MAY_WIN = r"(?:(?:may|can|shall|will) (?:only )?)?(?:wins?|gets?|receives?|takes?|(?:be|is|are) awarded)"
_OUT = (
    r"(?:is|are|will be|shall be) (?:then |thereafter )?(?:left out|passed over|skipped|excluded|not considered|disregarded|out"
    r"|no longer (?:considered|in the running)|not taken into account)"
)
_OTHERS = (
    r"(?: (?:of|for|from|in|at|on) (?:the|all|any|every)?(?: ?(?:next|other|others|later|following|remaining|further|rest"
    r"|subsequent)(?: (?:one|ones|lots?))?| lots? that follows?))?"
)
_LEFT_OUT = late_pattern(
    rf"^(?:{_WHO} (?:that|who|which) {_HAS_WON} (?:a|one) lot,? {_OUT}{_OTHERS}"
    rf"|{_WHO} (?:of|with) (?:a|one) lot,? {_OUT}{_OTHERS}"
    rf"|the winner of (?:a|one|each) lot,? {_OUT}{_OTHERS}"
    rf"|{_WHO} {_MAY_WIN} (?:(?:only|at most|no more than|not more than|a maximum of) )?(?:one|1|a single) lot"
    r"(?: (?:only|at most|at the most))?"
    rf"|no (?:bidder|tenderer|supplier|offeror|firm|company|economic operator) {_MAY_WIN} more than (?:one|1|a single) lot"
    rf"|each (?:lot )?(?:is awarded |goes )?to the best[- ](?:ranked |placed )?(?:bid|tender|offer|bidder|tenderer)s?(?: of a"
    rf" (?:bidder|tenderer|supplier))? (?:that|who|which) has (?:not (?:yet )?won (?:a|any) lot|won (?:no lot|none) yet))$",
    re.IGNORECASE,
)
"""What a limit of one lot means in an order of lots, and so says nothing more."""
_CLAUSES = late_pattern(
    r"\s*[;.]\s+|,? and (?=(?:a|any|each|every|the|whichever) (?:bidder|tenderer|supplier|winner|lot)\b)|:\s+"
)


_BOTH = 2
_ONE_THEN_OTHER = (
    r"{one} (?:is|will be|shall be) (?:awarded|decided|evaluated) first,? (?:and )?then {other}"
    r"(?:[.;] the winner of {one} (?:cannot|may not|can not) (?:also )?win {other})?"
    r"|(?:if )?an? (?:bidder|tenderer|supplier) (?:(?:that|which|who) )?(?:comes|is|is ranked|ranks) first in both lots,?"
    r" (?:it )?(?:gets|wins|receives|is awarded) {one}"
    r"(?:[;,]? (?:and )?(?:{other} (?:goes|is awarded) to the (?:next[- ]best|next[- ]ranked|second[- ]ranked|second[- ]best) \w+"
    r"|the (?:next[- ]best|next[- ]ranked|second[- ]ranked|second[- ]best) \w+ (?:gets|wins|receives|is awarded) {other}))?"
)
"""Words by which one of two lots comes first."""


def _order_in(case: Case, mechanism: str) -> str:
    """Return the words of a mechanism, less those by which a bidder with a lot is left out of the next, as its limit says."""
    limits = case.tender.lot_limits
    said = " ".join(mechanism.split()).strip(" .")
    if limits is None or limits.maximum_awarded != 1:
        return said
    left = [one for one in _CLAUSES.split(said) if one and not _LEFT_OUT.match(one)]
    return left[0] if len(left) == 1 else said


def lots_before(case: Case, lot: str, mechanism: str) -> frozenset[str] | None:
    """Return the lots that come before one by a mechanism; `None` where it is no order of lots, or not known."""
    said = _order_in(case, mechanism)
    ids = [one.id for one in case.lots if one.id]
    if lot not in ids or len(ids) < len(case.lots):
        return None
    if (order := _by_name(said, ids)) and lot in order:
        return frozenset(order[: order.index(lot)])
    if _BY_LIST.match(re.sub(rf",? (?:starting|beginning) with (?:lot )?{re.escape(ids[0])}$", "", said)):
        in_numbers = not all(one.isdecimal() for one in ids) or ids == sorted(ids, key=int)
        return frozenset(ids[: ids.index(lot)]) if in_numbers else None
    return _of_more_value(case, lot) if _BY_VALUE.match(said) else None


def _by_name(said: str, ids: list[str]) -> list[str] | None:
    """Return the order of lots that words name one by one, or of two by which of them goes to whoever is first in both."""
    if len(ids) != _BOTH:
        return None
    for first, second in (ids, ids[::-1]):
        one, other = (rf"(?:lot )?{re.escape(name)}" for name in (first, second))
        if re.fullmatch(_ONE_THEN_OTHER.format(one=one, other=other), said, re.IGNORECASE):
            return [first, second]
    return None


def _of_more_value(case: Case, lot: str) -> frozenset[str] | None:
    """Return the lots of a higher estimated value; `None` where one is not known, two are equal, or currencies differ."""
    values = {one.id: one.value.amount for one in case.lots if one.id and one.value is not None}
    known = {name: amount for name, amount in values.items() if amount is not None}
    currencies = {one.value.currency for one in case.lots if one.value is not None}
    if len(known) < len(case.lots) or len(set(known.values())) < len(known) or len(currencies) > 1:
        return None
    return frozenset(one for one, amount in known.items() if amount > known[lot])
