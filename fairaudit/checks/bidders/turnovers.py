"""The check of a turnover against the value of the contract, lot by lot, as laws that cap it count that value."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.rounding import apart
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.frozen import Frozen
from fairaudit.law.procedures import dynamic_purchasing
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.criteria import Turnover
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Lot


class Exceeding(Frozen):
    """A turnover asked for, how many times the value it is, and the value of what."""

    of: Money
    times: Decimal
    value: Money
    whose: str


class _Base(Frozen):
    """An amount a turnover is measured by, and what it is the value of."""

    value: Node[Money]
    whose: str
    lot: str = ""


@check
def turnover_above_the_contract(node: Node[Turnover], case: Case, *, at_most: Decimal) -> Found[Exceeding]:
    """Flag a yearly turnover of more than `at_most` times the estimated value of the contract, of each lot it is asked for.

    Under a framework the greatest value of the orders that run at one time counts, else that of the framework; under a dynamic
    purchasing system only the former. One turnover for several lots that would be won together may be measured by their sum,
    which is for a person to judge.
    """
    asked = node.value.minimum
    if asked is None or asked.amount is None:
        name = f"{text_of(node.path)}.minimum"
        yield Unassessed(node, f"{name} is not given", (name,))
        return
    bases = list(_bases(case, node))
    values = [one.value.value.amount for one in bases if isinstance(one, _Base)]
    group = (
        sum((one for one in values if one is not None), Decimal(0)) if len(node.value.lots or ()) > 1 else Decimal(0)
    )
    for base in bases:
        if isinstance(base, Unassessed):
            yield base
            continue
        value = base.value.value
        if value.amount is None or value.amount <= 0 or asked.currency != value.currency or asked.currency is None:
            lacking = f"{text_of(base.value.path)}.{'amount' if not value.amount else 'currency'}"
            yield Unassessed(node, f"{base.whose} and the turnover cannot be compared", (lacking,))
        elif (times := Fraction(asked.amount) / Fraction(value.amount)) > at_most:
            facts = Exceeding(asked, apart(times, at_most), value, base.whose)
            maybe = group and Fraction(asked.amount) / Fraction(group) <= at_most
            related = ((base.value, "the value it is measured by"),)
            yield Hit(node.value.field("minimum"), facts, related, "possible" if maybe else None, base.lot)


def _bases(case: Case, node: Node[Turnover]) -> Iterator[_Base | Unassessed]:
    tender = case.tender
    framework = tender.framework
    if framework is not None and framework.concurrent_value is not None:
        at = framework.field("concurrent_value")
        yield _Base(Node(at.path, framework.concurrent_value), "the orders that run under the framework at one time")
        return
    if case.once(dynamic_purchasing).holds:
        name = "tender.framework.concurrent_value"
        yield Unassessed(node, f"{name} is not given", (name,))
        return
    named = node.value.lots or ()
    lots = [one for one in case.lots if not named or one.id in named]
    if len(case.lots) > 1 and lots:
        yield from (_lot_base(one, node) for one in lots)
    elif tender.value is None:
        yield Unassessed(node, "tender.value is not given", ("tender.value",))
    else:
        whose = "the framework" if framework is not None else "the contract"
        yield _Base(Node((*tender.path, "value"), tender.value), whose)


def _lot_base(lot: Lot, node: Node[Turnover]) -> _Base | Unassessed:
    if lot.value is None:
        name = f"{text_of(lot.path)}.value"
        return Unassessed(node, f"{name} is not given", (name,))
    called = lot.id or lot.title or text_of(lot.path)
    return _Base(Node((*lot.path, "value"), lot.value), f"lot {called}", called)
