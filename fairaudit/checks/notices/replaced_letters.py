"""Letters to a bidder that a later one replaces, by its words or by its figures, so that what was wrong may be put right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

from fairaudit.analysis.text.letters.replaced import leaves_an_earlier, replaces_an_earlier
from fairaudit.checks.base import Found, Hit
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Summary

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


def asked_where_replaced(
    case: Case,
    one: Summary,
    measured: Callable[[Summary], Found[FactsT]],
    tells: Callable[[Summary], Collection[str]],
) -> Found[FactsT]:
    """Yield what is found in a letter; as a question where another letter says that it replaces it, or puts the figure right.

    `tells` are the keys of the figures of a letter that can be judged. Words for `this replaces` have no end, so a later letter
    to the same bid and for the same lot with the right figure is enough, unless it says that the earlier one stands. Of letters
    without a date none is known to be the later one.
    """
    replaced = replaced_by(case, one)
    for each in measured(one):
        if isinstance(each, Hit) and replaced is not None:
            related = (*each.related, (replaced.field("text"), "the letter that says it replaces an earlier one"))
            yield each._replace(related=related, confidence="possible")
        elif isinstance(each, Hit) and (later := _put_right(each.key, _later(case, one), measured, tells)):
            related = (*each.related, (later.field("sent"), "the later letter that has the right figure"))
            yield each._replace(related=related, confidence="possible")
        else:
            yield each


def _later(case: Case, one: Summary) -> Iterator[Summary]:
    """Return the letters to the same bid and for the same lot that are known to have been sent after this one."""
    lot = lot_of(case, one.bid, one.lot)
    for other in case.evaluation.summaries or ():
        if other.bid != one.bid or other.sent is None or one.sent is None or lot_of(case, other.bid, other.lot) != lot:
            continue
        stands = other.text is not None and leaves_an_earlier(str(other.text))
        if not stands and case.clock.before(one.sent, other.sent) is True:
            yield other


def _put_right(
    key: str,
    later: Iterator[Summary],
    measured: Callable[[Summary], Found[FactsT]],
    tells: Callable[[Summary], Collection[str]],
) -> Summary | None:
    """Return the first letter that tells a figure which is not surely wrong."""
    for other in later:
        found = (each for each in measured(other) if isinstance(each, Hit))
        if key in tells(other) and not any(each.key == key and each.confidence != "possible" for each in found):
            return other
    return None
