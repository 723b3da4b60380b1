"""The check of what taking part costs: money and days, lot by lot, for a newcomer and for whoever does the work today.

Every rate is an option of the rule, since nothing publishes how long a reference or a certificate takes. What the present
provider has already (references, certificates, cover, permissions, the site) costs it nothing here; answers cost all alike.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from fairaudit.analysis.text import holds
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criterion_tree import scored_leaves
from fairaudit.checks.texts.corpus import absent_places
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import Money
from fairaudit.procurement.criteria import Accounts, Certificate, Insurance, PermissionNeeded, References, Requirement
from fairaudit.procurement.node import Node
from fairaudit.procurement.tender import Lot, Tender

_AFTER_WINNING = (
    "award|awarded|winner|winning|contract|signature|signing|start|commencement|mobilisation|delivery|preferred",
)  # fmt: skip


class Burden(NamedTuple):
    """What taking part in a lot costs a newcomer, of which parts, beside the days of the present provider."""

    lot: str
    money: Money
    days: Decimal
    money_parts: tuple[str, ...]
    day_parts: tuple[str, ...]
    incumbent_days: Decimal


class Rates(NamedTuple):
    """Working days for one of each thing, and what guarantees and cover cost in per cent of their amount."""

    reference: Decimal
    certificate: Decimal
    permission: Decimal
    accounts: Decimal
    visit: Decimal
    condition: Decimal
    answer: Decimal
    guarantee_rate: Decimal
    cover_rate: Decimal
    certificate_price: Decimal


class Part(NamedTuple):
    """One line of the table: what it is, how often, its days and its money, and whether the present provider has it already."""

    what: str
    times: int
    days: Decimal
    money: Decimal = Decimal(0)
    held: bool = True


@check
def burden_of_taking_part(
    node: Node[object],
    case: Case,
    *,
    most_days: Decimal,
    most_money: Decimal,
    reference: Decimal,
    certificate: Decimal,
    permission: Decimal,
    accounts: Decimal,
    visit: Decimal,
    condition: Decimal,
    answer: Decimal,
    guarantee_rate: Decimal,
    cover_rate: Decimal,
    certificate_price: Decimal,
) -> Found[Burden]:
    """Flag a lot for which taking part costs a newcomer more than `most_days`, or `most_money` per cent of the lot's value.

    The other options are working days for one of each thing; `guarantee_rate` and `cover_rate` are per cent of the amount,
    `certificate_price` is in the currency of the lot. Without conditions and criteria nothing can be added up.
    """
    rates = Rates(
        reference, certificate, permission, accounts, visit, condition, answer,
        guarantee_rate, cover_rate, certificate_price,
    )  # fmt: skip
    unknown = list(absent_places(case.tender, ("selection", "award")))
    yield from unknown
    if unknown:
        return
    for one in case.lots or (case.tender,):
        yield from _of_lot(case, one, rates, most_days, most_money)


def _of_lot(case: Case, one: Lot | Tender, rates: Rates, most_days: Decimal, most_money: Decimal) -> Found[Burden]:
    lot = one.id if isinstance(one, Lot) else None
    value = one.value or case.tender.value
    currencies = {money.currency for money in _amounts(case, lot)} - {None}
    parts = tuple(part for part in _parts(case, lot, rates) if part.days or part.money)
    days, money = sum((part.days for part in parts), Decimal(0)), sum((part.money for part in parts), Decimal(0))
    own = sum((part.days for part in parts if not part.held), Decimal(0)) if _served(case, lot) else days
    currency = value.currency if value else next(iter(sorted(one for one in currencies if one)), None)
    dear = False
    if currencies - {currency}:
        yield Unassessed(one.node, f"amounts in different currencies: {', '.join(sorted(map(str, currencies)))}")
        return
    if money and value and value.amount:
        dear = money * 100 > most_money * value.amount
    elif money and days <= most_days:
        name = f"{'.'.join(map(str, one.path[:1]))}.value"
        yield Unassessed(one.node, "the value of the contract is not given", (name,))
    if days > most_days or dear:
        facts = Burden(
            f"lot {lot}" if lot else "the contract",
            Money(amount=money, currency=currency),
            days,
            tuple(_priced(part, currency) for part in parts if part.money) or ("none",),
            tuple(f"{part.days.normalize():f} for {part.what}" for part in parts if part.days),
            own,
        )
        yield Hit(one.node, facts, key=lot or "")


def _priced(part: Part, currency: str | None) -> str:
    return f"{currency or ''} {part.money:,.0f} for {part.what}".strip()


def _served(case: Case, lot: str | None) -> bool:
    """Whether somebody does the work of a lot today, or may do it."""
    if case.tender.incumbents is None:
        return True
    return any(not one.lots or lot is None or lot in one.lots for one in case.tender.incumbents or ())


def _applies(lots: tuple[str, ...] | None, lot: str | None) -> bool:
    return lot is None or not lots or lot in lots


def _asked(case: Case, lot: str | None) -> list[Requirement]:
    """Return the conditions that a bidder for a lot must meet before it has won, but those with a reason of their own."""
    return [one for one in case.tender.selection_criteria or () if _applies(one.lots, lot) and _counts(case, one)]


def _counts(case: Case, one: Requirement) -> bool:
    if one.mandatory is False and not one.disqualifies:
        return False
    if case.justified(one.path) or (one.justification and one.justification.text):
        return False
    return not any(when and holds(when, _AFTER_WINNING) for when in (one.evidence_when, one.required_by))


def _amounts(case: Case, lot: str | None) -> Iterator[Money]:
    """Return the amounts that the table counts."""
    terms = case.tender.terms
    for money in (terms.participation_fee, terms.bid_security, terms.performance_bond) if terms else ():
        if money is not None and money.amount:
            yield money
    yield from (one.minimum for one in _asked(case, lot) if isinstance(one, Insurance) and one.minimum)


def _parts(case: Case, lot: str | None, rates: Rates) -> Iterator[Part]:
    """Return every line of the table, in the order in which bidders meet them."""
    asked = _asked(case, lot)
    references = sum(one.minimum or 1 for one in asked if isinstance(one, References))
    papers = sum(isinstance(one, Accounts) for one in asked)
    # Where equivalents are accepted nothing has to be bought, and showing them is a condition like any other.
    standards = sum(
        len(one.standards or ()) or 1 for one in asked if isinstance(one, Certificate) and not one.equivalents
    )
    shown = sum(isinstance(one, Certificate) and one.equivalents is True for one in asked)
    permits = [one for one in case.tender.permissions or () if one.mandatory is not False and _applies(one.lots, lot)]
    consents = sum(isinstance(one, PermissionNeeded) for one in asked) + len(permits)
    known = (References, Certificate, PermissionNeeded, Accounts)
    others = shown + sum(not isinstance(one, known) for one in asked)
    visits = sum(one.mandatory is True for one in case.tender.site_visits or ())
    answers = sum(not one.is_price and one.applies_to(lot) for one in scored_leaves(case))
    yield Part("references", references, references * rates.reference)
    price = standards * rates.certificate_price
    yield Part("certificates", standards, standards * rates.certificate, price)
    yield Part("permissions", consents, consents * rates.permission)
    yield Part("accounts", papers, papers * rates.accounts, held=False)
    yield Part("site visits", visits, visits * rates.visit)
    yield Part("other conditions", others, others * rates.condition, held=False)
    yield Part("answers", answers, answers * rates.answer, held=False)
    yield from _paid(case, asked, rates)


def _paid(case: Case, asked: list[Requirement], rates: Rates) -> Iterator[Part]:
    """Return what is paid out rather than worked for."""
    none, hundred = Decimal(0), Decimal(100)
    terms = case.tender.terms
    if terms and terms.participation_fee:
        yield Part("the fee", 1, none, terms.participation_fee.amount or none, held=False)
    for what, sum_ in (("the bid security", terms.bid_security), ("the bond", terms.performance_bond)) if terms else ():
        if sum_ and sum_.amount:
            yield Part(what, 1, none, sum_.amount * rates.guarantee_rate / hundred, held=False)
    covers = [one.minimum.amount for one in asked if isinstance(one, Insurance) and one.minimum and one.minimum.amount]
    yield Part("cover", len(covers), none, sum(covers, none) * rates.cover_rate / hundred)
