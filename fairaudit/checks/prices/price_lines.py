"""The line below which a price counts as abnormally low, by the test that was declared or by an estimate."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas import rounded
from fairaudit.analysis.ownlowprices import is_by_the_estimate, own_test
from fairaudit.checks.prices.compared import PricedContest
from fairaudit.checks.prices.tested import tested
from fairaudit.checks.scoring.compared.unlike_prices import SAYS_NONE
from fairaudit.law.tax import holds_tax, tax_said
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of

if TYPE_CHECKING:
    from fairaudit.analysis.lowprices import Line
    from fairaudit.procurement.model.common import Value

_BY_ESTIMATE = frozenset(
    {"spain-one", "spain-three-last-clause", "poland-value", "mean-discount-and-ten-points", "world-bank-guide"}
)


def line_in(case: Case, contest: PricedContest, name: str, prices: tuple[Fraction, ...] | None = None) -> Line:
    """Return the line of a test for a contest, by the bids that count in it or by other prices; raises `LowPriceError`."""
    from fairaudit.analysis.lowprices import ARTICLE, TESTS, LowPriceError, line_of

    of_spain = name == ARTICLE or next((one.family == ARTICLE for one in TESTS if one.name == name), False)
    if of_spain and name != "tenth-below-mean" and len(contest.above_zero) < min(4, len(contest.bids)):
        raise LowPriceError("the test hangs on how many bids there are, and some of the prices are 0 or below")
    if prices is None:
        prices = tested(case, contest).above_zero or contest.above_zero
    estimate = _estimate(case, contest, gross=name == "poland-value")
    own = own_test(name)
    return own.line(prices, estimate) if own else line_of(name, prices, estimate)


def _estimate(case: Case, contest: PricedContest, gross: bool) -> Fraction | None:
    """Return the estimate of the contract in the terms of the prices, or `None` where it cannot be compared with them."""
    lot = next((one for one in case.lots if one.id == contest.lot), None)
    value = lot.value if lot else case.tender.value
    offered = contest.bids[0].bid.value
    # A price per unit is no price of the contract.
    if value is None or offered is None or value.currency != offered.currency or contest.bids[0].bid.unit:
        return None
    if any(one and other and one != other for one, other in _spans(value, offered)):
        return None
    amount = value.amount
    if gross or (holds_tax(offered) and not holds_tax(value) and value.amount_gross is not None):
        amount = value.amount_gross
    elif tax_said(value) != tax_said(offered):
        return None
    return Fraction(amount) if amount is not None else None


def doubt_of_the_estimate(case: Case, contest: PricedContest, name: str) -> str:
    """Return why it is unsure that a price is measured by the base budget; empty where it is sure, or is not measured by it."""
    lot = next((one for one in case.lots if one.id == contest.lot), None)
    value, offered = lot.value if lot else case.tender.value, contest.bids[0].bid.value
    if value is None or offered is None or not (name in _BY_ESTIMATE or is_by_the_estimate(name)):
        return ""
    at = f"{text_of(value.path)}.includes_options"
    options, own = value.includes_options, offered.includes_options
    if (value.basis is None) != (offered.basis is None):
        return "only one of the budget and the bid says for which time it is (`basis`), so they may be for unlike times"
    if own is None and options is not None and options.strip().casefold() not in SAYS_NONE:
        without = "the base budget has none: give that, with `includes_options: false`"
        return f"{at} says `{options}` and the bid says nothing of options, and {without}"
    if own is None and options is None and name != "poland-value":
        return f"{at} is not given, and the base budget is without options; give it, as `false` if it has none"
    return ""


def _spans(value: Value, offered: Value) -> tuple[tuple[str | None, str | None], ...]:
    return (value.basis, offered.basis), (value.includes_options, offered.includes_options)


def in_figures(price: Fraction) -> Decimal:
    """Return a price in hundredths at most, without idle zeros."""
    found = rounded(price, 2)
    return found.quantize(Decimal(1)) if found == found.to_integral_value() else found
