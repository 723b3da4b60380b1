"""Checks of abnormally low prices: which tests mark which bid, and whether the declared one led to a question."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas import rounded
from fairaudit.checks.base import Found, Hit, Tabled, Unassessed, check
from fairaudit.checks.measurement import Measurement, Table
from fairaudit.checks.prices.compared import Priced, PricedContest, priced_contests
from fairaudit.checks.scoring.currencies import currency_of
from fairaudit.checks.scoring.evaluation_records import bid_named, plain
from fairaudit.checks.scoring.tax_basis import open_tax
from fairaudit.frozen import Frozen
from fairaudit.law.tax import holds_tax, tax_said
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.wanted import in_list

if TYPE_CHECKING:
    from fairaudit.analysis.lowprices import Line

_LEAST = 2
"""Bids below which no test compares anything."""


class LowPrices(Frozen):
    """How many prices were looked at, by how many tests, which bids they mark, and of which a question is recorded."""

    where: str
    bids: int
    tests: int
    marked: tuple[str, ...]
    asked: tuple[str, ...]


class Uncounted(Frozen):
    """The bids whose prices are 0 or below."""

    where: str
    bids: tuple[str, ...]


class Idle(Frozen):
    """The tests whose line is 0 or below, so that they can mark no price."""

    where: str
    idle: tuple[str, ...]


class Marked(Frozen):
    """Bids of a lot that several tests mark, each with its price and the tests."""

    where: str
    marked: tuple[str, ...]


@check
def low_prices_marked(
    node: Node[Evaluation], case: Case, *, at_least: int
) -> Iterator[Hit[Marked] | Unassessed | Tabled]:
    """Name bids that `at_least` tests of laws and guides mark as abnormally low, where no question to the bidder is recorded.

    Say of every lot which tests mark which bids, and which bidders were asked. Most tests measure a price against the same
    mean, so bids of one lot are named together, and many marks are no more than one.
    """
    for one in priced_contests(case):
        if one.lacking:
            yield one.lacking
        elif one.tax.open and (tax := open_tax(case, node)):
            yield tax
        elif len(one.above_zero) < _LEAST:
            yield Tabled(node, Measurement("too-few", LowPrices(one.where, len(one.above_zero), 0, (), ())))
        else:
            lines = _lines(case, one)
            telling = {name: line for name, line in lines.items() if line.price > 0}
            yield from _marked(node, case, (one, telling), at_least)
            if idle := tuple(name for name in lines if name not in telling):
                yield Tabled(node, Measurement("marks-nothing", Idle(one.where, idle)))
        odd = tuple(bid_named(case, priced.bid) for priced in one.bids if priced.price <= 0)
        if odd:
            yield Tabled(node, Measurement("not-counted", Uncounted(one.where, odd)))


def _marked(
    node: Node[Evaluation], case: Case, of: tuple[PricedContest, dict[str, Line]], at_least: int
) -> Iterator[Hit[Marked] | Unassessed | Tabled]:
    contest, lines = of
    marks = [tuple(name for name, line in lines.items() if line.marks(one.price)) for one in contest.bids]
    called = [bid_named(case, one.bid) for one in contest.bids]
    queried = {one.bid for one in case.evaluation.abnormally_low or () if one.notified or one.answered}
    marked = tuple(f"{name} ({len(tests)} of {len(lines)})" for name, tests in zip(called, marks, strict=True) if tests)
    asked = [
        name for name, one, tests in zip(called, contest.bids, marks, strict=True) if tests and one.bid.id in queried
    ]
    currency = currency_of(one.bid for one in contest.bids)
    more, said = (("currency",), (currency,)) if currency else ((), ())
    strip = tuple((name, _figure(one.price), *said) for name, one in zip(called, contest.bids, strict=True))
    limits = tuple((name, _figure(one.price), *said) for name, one in lines.items())
    by = [(name, test) for name, tests in zip(called, marks, strict=True) for test in tests]
    tables = (
        Table("bid-strip", ("bidder", "price", *more), strip, contest.lot or ""),
        Table("low-price-lines", ("test", "price", *more), limits, contest.lot or ""),
        Table("low-price-marks", ("bidder", "test"), tuple(by), contest.lot or ""),
    )
    facts = LowPrices(contest.where, len(contest.bids), len(lines), marked, tuple(asked) or ("none",))
    yield Tabled(node, Measurement("marked" if marked else "none", facts, tables))
    loose = [
        (one, f"{name} at {plain(_figure(one.price))} ({', '.join(tests)})")
        for name, one, tests in zip(called, contest.bids, marks, strict=True)
        if len(tests) >= at_least and one.bid.id not in queried
    ]
    if loose:
        (first, _), *others = loose
        related = tuple((one.at, "another such price") for one, _ in others)
        found = Marked(contest.where, tuple(said for _, said in loose))
        yield Hit(first.at, found, related, "possible", contest.lot or "")


def _lines(case: Case, contest: PricedContest) -> dict[str, Line]:
    """Return the line of every test that can be made."""
    from fairaudit.analysis.lowprices import TESTS, LowPriceError

    found: dict[str, Line] = {}
    for test in TESTS:
        try:
            found[test.name] = test.line(
                contest.above_zero, _estimate(case, contest, gross=test.name == "poland-value")
            )
        except LowPriceError:
            continue
    return found


def _estimate(case: Case, contest: PricedContest, gross: bool) -> Fraction | None:
    """Return the estimate of the contract in the terms of the prices, or `None` where it cannot be compared with them."""
    lot = next((one for one in case.lots if one.id == contest.lot), None)
    value = lot.value if lot else case.tender.value
    offered = contest.bids[0].bid.value
    # A price per unit is no price of the contract.
    if value is None or offered is None or value.currency != offered.currency or contest.bids[0].bid.unit:
        return None
    amount = value.amount
    if gross or (holds_tax(offered) and not holds_tax(value) and value.amount_gross is not None):
        amount = value.amount_gross
    elif tax_said(value) != tax_said(offered):
        return None
    return Fraction(amount) if amount is not None else None


def _figure(price: Fraction) -> Decimal:
    """Return a price in hundredths at most, without idle zeros."""
    found = rounded(price, 2)
    return found.quantize(Decimal(1)) if found == found.to_integral_value() else found


class Unasked(Frozen):
    """A bid that the declared test marks, its price, the test and its line."""

    bid: str
    price: Decimal
    test: str
    limit: Decimal


@check
def low_price_is_queried(node: Node[Evaluation], case: Case) -> Found[Unasked]:
    """Flag a price that the test declared by the tender marks, of which no question to the bidder is recorded."""
    name = case.tender.low_price_test
    if name is None:
        yield Unassessed(node, "tender.low_price_test is not given", ("tender.low_price_test",))
        return
    from fairaudit.analysis.lowprices import LowPriceError, line_of

    for one in priced_contests(case):
        if one.lacking:
            yield one.lacking
            continue
        if one.tax.open and (tax := open_tax(case, node)):
            # By one of the amounts a price may be marked that is not by the other.
            yield tax
            continue
        if not one.bids:
            continue
        plain = name.strip().lower().replace(" ", "-")
        try:
            line = line_of(plain, one.above_zero, _estimate(case, one, gross=plain == "poland-value"))
        except LowPriceError as error:
            yield Unassessed(node, f"{error} ({one.where})", _needed(case, str(error)))
            continue
        for priced in one.bids:
            if line.marks(priced.price):
                yield from _asked(node, case, priced, name, line)


def _needed(case: Case, reason: str) -> tuple[str, ...]:
    return (
        ("tender.value",)
        if "estimate" in reason
        else ("tender.low_price_test",)
        if "not known" in reason
        else ("bids",)
    )


def _asked(node: Node[Evaluation], case: Case, priced: Priced, name: str, line: Line) -> Found[Unasked]:
    records = case.evaluation.abnormally_low
    entry = next((one for one in records or () if one.bid == priced.bid.id), None)
    if entry is not None and (entry.notified is not None or entry.answered is not None):
        return
    called = bid_named(case, priced.bid)
    if not case.holds_all("evaluation.abnormally_low"):
        missing = (
            f"{text_of(entry.path)}.notified"
            if entry
            else in_list(case, "evaluation.abnormally_low", f"bid {priced.bid.id}")
        )
        yield Unassessed(priced.at, f"no question to {called} about its price is recorded", (missing,), seen=True)
        return
    facts = Unasked(called, _figure(priced.price), name, _figure(line.price))
    yield Hit(priced.at, facts, key=priced.bid.id or "")
