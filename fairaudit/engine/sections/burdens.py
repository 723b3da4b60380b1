"""The tables of what taking part costs, ready for a report."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from fairaudit.engine.contract.costs import Amount, Burden, BurdenRow, BurdenSum, Incumbents, Spent
from fairaudit.engine.facts import clean, plain
from fairaudit.engine.judge import Judgement
from fairaudit.procurement.model.node import text_of

if TYPE_CHECKING:
    from fairaudit.checks.bidders.costs.costs import Cost, Total
    from fairaudit.checks.bidders.costs.table import LotSum, Row, Sheet


def burdens_of(judgements: Iterable[Judgement]) -> tuple[Burden, ...]:
    """Return the tables that rules made of a case, whether or not they found anything in them."""
    made = [(one.rule.name, table) for one in judgements for table in one.tables]
    if not made:
        return ()
    from fairaudit.checks.bidders.costs.table import Sheet

    return tuple(_table(rule, table) for rule, table in made if isinstance(table, Sheet))


def _table(rule: str, sheet: Sheet) -> Burden:
    rows, sums = tuple(_row(one) for one in sheet.rows), tuple(_sum(one) for one in sheet.sums)
    return Burden(rule, Incumbents(sheet.incumbents), rows, sums)


def _row(row: Row) -> BurdenRow:
    item = row.item
    return BurdenRow(
        what=item.what,
        which=clean(item.which),
        path=text_of(item.path),
        lots=tuple(clean(one) for one in item.lots),
        times=item.times,
        newcomer=_spent(row.newcomer),
        incumbent=_spent(row.incumbent) if row.incumbent else None,
        note=row.note,
    )


def _spent(cost: Cost) -> Spent:
    days = None if cost.days is None else plain(cost.days)
    if cost.money is None:
        return Spent(days, None)
    return Spent(days, (_amount(cost.money, cost.currency),) if cost.money else ())


def _sum(one: LotSum) -> BurdenSum:
    return BurdenSum(
        lot=None if one.lot is None else clean(one.lot),
        newcomer=_total(one.newcomer),
        incumbent=_total(one.incumbent) if one.incumbent else None,
        share=None if one.share is None else plain(one.share),
    )


def _total(total: Total) -> Spent:
    money = tuple(_amount(one.amount or Decimal(0), one.currency) for one in total.money)
    return Spent(plain(total.days), money, total.unknown_days, total.unknown_money)


def _amount(amount: Decimal, currency: str | None) -> Amount:
    return Amount(plain(amount), None if currency is None else clean(currency))
