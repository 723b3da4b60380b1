"""Bids that are out of the contest and decide it all the same, since points for price hang on who is compared."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.contest.record import Field, Outsider, fields
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_named
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation
from fairaudit.procurement.node import Node


class Turned(Frozen):
    """A bid that is out, and who of the others comes first without its price and with it."""

    bid: str
    status: str
    formula: str
    first: str
    other: str


@check
def excluded_bid_decides(node: Node[Evaluation], case: Case) -> Found[Turned]:
    """Flag a bid that is out whose price, compared with or not, decides which of the others comes first."""
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
            without = standing(field.contest._replace(beside=rest)).first
            counted = standing(field.contest._replace(beside=(*rest, amount))).first
        except ValueError:
            # A formula without an answer at this price is what other rules speak of.
            continue
        if set(without) != set(counted):
            facts = Turned(
                bid_named(case, one.bid),
                one.bid.status or "",
                field.formula.name or "",
                " and ".join(bid_called(case, name) for name in without),
                " and ".join(bid_called(case, name) for name in counted),
            )
            related = ((one.bid.field("value"), "the price that decides"),)
            yield Hit(one.bid.field("status"), facts, related, "possible", one.bid.id or "")


def beside(field: Field, left_out: Outsider) -> tuple[Fraction, ...]:
    """Return the prices of the other bids that are out and were compared with all the same."""
    return tuple(
        one.offer.price for one in field.out if one.counted and one is not left_out and one.offer.price is not None
    )
