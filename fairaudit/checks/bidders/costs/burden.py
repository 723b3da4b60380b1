"""The check of what taking part costs: money and days, lot by lot, for a newcomer and for whoever does the work today.

Every rate is an option of the rule, since nothing publishes how long a reference or a certificate takes.
"""

from collections.abc import Iterator
from decimal import Decimal

from fairaudit.checks.base import Hit, Tabled, Unassessed, check
from fairaudit.checks.bidders.costs.costs import Rates, Total
from fairaudit.checks.bidders.costs.requirements import NOT_GIVEN, Words, items_of
from fairaudit.checks.bidders.costs.table import LotSum, Sheet, sheet_of
from fairaudit.checks.texts.corpus import absent_places
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.node import Node


class Burden(Frozen):
    """What taking part in a lot costs a newcomer, of which parts, beside whoever does the work today.

    `rows` is the table in words, one for each sort of requirement; `unknown` names the sorts that are in no sum.
    """

    lot: str
    money: tuple[Money, ...]
    days: Decimal
    money_parts: tuple[str, ...]
    day_parts: tuple[str, ...]
    incumbent: str
    incumbent_days: Decimal | None
    incumbent_money: tuple[Money, ...] | None
    unknown: tuple[str, ...]
    rows: tuple[str, ...]


@check
def burden_of_taking_part(
    node: Node[object], case: Case, *, most_days: Decimal, most_money: Decimal,
    reference: Decimal, certificate: Decimal, permission: Decimal, accounts: Decimal, visit: Decimal,
    condition: Decimal, answer: Decimal, guarantee_rate: Decimal, cover_rate: Decimal, certificate_price: Decimal,
    permission_price: Decimal | None = None, visit_price: Decimal | None = None,
    sample: Decimal | None = None, sample_price: Decimal | None = None,
    mobilisation: Decimal | None = None, mobilisation_price: Decimal | None = None,
    licence: Decimal | None = None, licence_price: Decimal | None = None,
    samples: tuple[str, ...] = (), mobilisations: tuple[str, ...] = (), licences: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
) -> Iterator[Hit[Burden] | Unassessed | Tabled]:  # fmt: skip
    """Flag a lot for which taking part costs a newcomer more than `most_days`, or `most_money` per cent of the lot's value.

    The other options are working days for one of each thing, or with `_price` money in the currency of the contract;
    `guarantee_rate` and `cover_rate` are per cent of the amount. What has no rate is not known and in no sum. Texts are
    read for `samples`, `mobilisations` and `licences` for products of the present provider, but for what `unless` silences.
    """
    rates = Rates(
        reference, certificate, permission, accounts, visit, condition, answer, guarantee_rate, cover_rate,
        certificate_price, permission_price, visit_price, sample, sample_price, mobilisation, mobilisation_price,
        licence, licence_price,
    )  # fmt: skip
    yield from absent_places(case.tender, ("selection", "award"))
    items = items_of(case, rates, Words(samples, mobilisations, licences, unless))
    sheet = sheet_of(case, items)
    if any(one.which != NOT_GIVEN for one in items):
        yield Tabled(case.tender.node, sheet)
    for one in sheet.sums[:-1] or sheet.sums:
        yield from _judged(case, sheet, one, most_days, most_money)


def _judged(
    case: Case, sheet: Sheet, one: LotSum, most_days: Decimal, most_money: Decimal
) -> Iterator[Hit[Burden] | Unassessed]:
    total = one.newcomer
    value = getattr(one.at.value, "value", None) or case.tender.value
    currencies = {money.currency for money in total.money} - {value.currency if value else None}
    dear = False
    if value and total.money and currencies - {None}:
        yield Unassessed(one.at, f"amounts in different currencies: {', '.join(sorted(map(str, currencies)))}")
        return
    if total.money and value and value.amount:
        dear = sum(money.amount or Decimal(0) for money in total.money) * 100 > most_money * value.amount
    elif total.money and total.days <= most_days:
        name = f"{'.'.join(map(str, one.at.path[:1]))}.value"
        yield Unassessed(one.at, "the value of the contract is not given", (name,))
    if total.days > most_days or dear:
        yield Hit(one.at, _facts(sheet, one), key=one.lot or "")


def _facts(sheet: Sheet, one: LotSum) -> Burden:
    total, theirs = one.newcomer, one.incumbent
    return Burden(
        lot=f"lot {one.lot}" if one.lot else "the contract",
        money=total.money or (Money(amount=Decimal(0), currency=None),),
        days=total.days,
        money_parts=tuple(
            f"{money.in_words()} for {what}" for what, part in one.newcomer_parts for money in part.money
        ) or ("none",),
        day_parts=tuple(f"{_plain(part.days)} for {what}" for what, part in one.newcomer_parts if part.days) or ("none",),
        incumbent=_compared(sheet, theirs),
        incumbent_days=theirs.days if theirs else None,
        incumbent_money=theirs.money if theirs else None,
        unknown=_unknown(one) or ("nothing",),
        rows=_rows(one),
    )  # fmt: skip


def _compared(sheet: Sheet, theirs: Total | None) -> str:
    if theirs is not None:
        return f"as far as the case says, whoever does the work today needs {_in_short(theirs)}"
    if sheet.incumbents == "unknown":
        return "what whoever does the work today has already is not given"
    return "nobody does this work today"


def _unknown(one: LotSum) -> tuple[str, ...]:
    """Return the sorts of requirement of which the days or the money are not known."""
    return tuple(
        f"{what} ({', '.join(kinds)})"
        for what, part in one.newcomer_parts
        if (kinds := [kind for kind, many in (("days", part.unknown_days), ("money", part.unknown_money)) if many])
    )


def _rows(one: LotSum) -> tuple[str, ...]:
    theirs = dict(one.incumbent_parts)
    return tuple(
        f"{what}: {_cost(part)}" + (f" against {_cost(theirs[what])}" if what in theirs else "")
        for what, part in one.newcomer_parts
    )


def _cost(total: Total) -> str:
    """Return a sum in words: what is not known is said, and is not nothing."""
    days = [f"{_plain(total.days)} {'day' if total.days == 1 else 'days'}"] if total.days else []
    money = [one.in_words() for one in total.money]
    days += [f"{'further ' if days else ''}days not known"] if total.unknown_days else []
    money += [f"{'further ' if money else ''}money not known"] if total.unknown_money else []
    return " and ".join((*days, *money)) or "nothing"


def _in_short(total: Total) -> str:
    known = _cost(total._replace(unknown_days=0, unknown_money=0))
    if total.unknown_days or total.unknown_money:
        return "what is not known" if known == "nothing" else f"{known}, and more that is not known"
    return known


def _plain(days: Decimal) -> str:
    return f"{days.normalize():f}"
