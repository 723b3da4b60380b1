"""Bids that are out of the contest and decide it all the same, since points for price hang on who is compared."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fairaudit.analysis.contest.offers import Standing
from fairaudit.analysis.formulas import half_unit
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, Verb, check
from fairaudit.checks.contest.record import Field, Outsider, fields
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_named, lot_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node


class Turned(Frozen):
    """A bid that is out, and who of the others comes first without its price and with it."""

    bid: str
    status: str
    formula: str
    first: str
    other: str
    deciding: Verb = Verb("still decides the contest")


_UNKNOWN = Verb("may decide the contest, for nothing recorded shows whether it was compared with")


@check
def excluded_bid_decides(node: Node[Evaluation], case: Case) -> Found[Turned]:
    """Flag a bid that is out whose price, compared with or not, decides which of the others comes first.

    Where the recorded totals follow from the prices without it, and not from those with it, it was not compared with.
    """
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
        else:
            yield from _turned(case, field)


def _turned(case: Case, field: Field) -> Iterator[Hit[Turned] | Unassessed]:
    if field.contest.pricing is None:
        return
    from fairaudit.analysis.contest.offers import standing

    for one in field.out:
        amount = one.offer.price
        if amount is None or field.formula is None:
            continue
        rest = beside(field, one)
        try:
            apart = standing(field.contest._replace(beside=rest))
            compared = standing(field.contest._replace(beside=(*rest, amount)))
        except ValueError:
            # A formula without an answer at this price is what other rules speak of.
            continue
        without, counted = apart.first, compared.first
        if set(without) != set(counted) and (one.counted or not _was_left_out(case, field, apart, compared)):
            facts = Turned(
                bid_named(case, one.bid),
                one.bid.status or "",
                field.formula.name or "",
                Clause(" and ".join(bid_called(case, name) for name in without)),
                Clause(" and ".join(bid_called(case, name) for name in counted)),
            )
            facts = facts if one.counted else facts._replace(deciding=_UNKNOWN)
            related = ((one.bid.field("value"), "the price that decides"),)
            yield Hit(one.bid.field("status"), facts, related, "possible", one.bid.id or "")


def _was_left_out(case: Case, field: Field, apart: Standing, compared: Standing) -> bool:
    """Whether all recorded totals of a lot are those without the price of a bid that is out, and not all are those with it."""
    sign = -1 if field.lowest_wins else 1
    recorded = {
        one.bid: one.total
        for one in case.evaluation.totals or ()
        if one.total is not None and lot_of(case, one.bid, one.lot) == field.lot
    }

    def follow(by: Standing) -> bool:
        pairs = [(recorded.get(name), total) for name, total in zip(by.names, by.totals, strict=True)]
        return all(told is not None and abs(sign * total - Fraction(told)) <= half_unit(told) for told, total in pairs)

    return follow(apart) and not follow(compared)


def beside(field: Field, left_out: Outsider) -> tuple[Fraction, ...]:
    """Return the prices of the other bids that are out and were compared with all the same."""
    return tuple(
        one.offer.price for one in field.out if one.counted and one is not left_out and one.offer.price is not None
    )
