"""Letters to a bidder that a later one expressly replaces: what was wrong in them may have been put right."""

from __future__ import annotations

from typing import TypeVar

from fairaudit.analysis.text.replaced_letters import replaces_an_earlier
from fairaudit.checks.base import Found, Unassessed
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Summary

FactsT = TypeVar("FactsT")


def replaced_by(case: Case, one: Summary) -> Summary | None:
    """Return the other letter to the same bid and for the same lot that says it replaces an earlier one, and is not older."""
    lot = lot_of(case, one.bid, one.lot)
    for other in case.once(_replacing).get(one.bid, ()):
        if other.path == one.path or lot_of(case, other.bid, other.lot) != lot:
            continue
        if one.sent is None or other.sent is None or case.clock.before(other.sent, one.sent) is not True:
            return other
    return None


def _replacing(case: Case) -> dict[str | None, list[Summary]]:
    found: dict[str | None, list[Summary]] = {}
    for one in case.evaluation.summaries or ():
        if one.bid is not None and one.text is not None and replaces_an_earlier(str(one.text)):
            found.setdefault(one.bid, []).append(one)
    return found


def asked_where_replaced(case: Case, one: Summary, found: Found[FactsT]) -> Found[FactsT]:
    """Yield what was found in a letter; as a question where another letter says that it replaces it."""
    later = replaced_by(case, one)
    for each in found:
        if later is None or isinstance(each, Unassessed):
            yield each
        else:
            related = (*each.related, (later.field("text"), "the letter that says it replaces an earlier one"))
            yield each._replace(related=related, confidence="possible")
