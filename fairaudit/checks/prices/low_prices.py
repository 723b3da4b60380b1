"""Checks of abnormally low prices: which tests mark which bid, and whether the declared one led to a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas import rounded
from fairaudit.analysis.ownlowprices import FORM, is_by_the_estimate, own_test
from fairaudit.checks.base import Clause, Found, Hit, Tabled, Unassessed, Verb, check
from fairaudit.checks.measurement import Measurement, Table
from fairaudit.checks.prices.compared import Priced, PricedContest, priced_contests
from fairaudit.checks.prices.counting_marks import Counting, why_it_counts
from fairaudit.checks.prices.late_questions import late_question
from fairaudit.checks.prices.tested import Tested, low_price_record, tested
from fairaudit.checks.scoring.currencies import currency_of
from fairaudit.checks.scoring.evaluation_records import bid_named, plain
from fairaudit.checks.scoring.tax_basis import open_tax
from fairaudit.frozen import Frozen
from fairaudit.law.tax import holds_tax, tax_said
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import AbnormallyLow, Evaluation
from fairaudit.procurement.low_price_records import is_asked, low_price_records
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.wanted import in_list

if TYPE_CHECKING:
    from fairaudit.analysis.lowprices import Line
    from fairaudit.procurement.common import Value

_BY_ESTIMATE = frozenset(
    {"spain-one", "spain-three-last-clause", "poland-value", "mean-discount-and-ten-points", "world-bank-guide"}
)
_NO = frozenset({"false", "no", "none", "without", "0"})
_THREE = 3
"""How many bids Spain's article 85(3) is for, whose last clause is disputed."""


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


class Disputed(Frozen):
    """Bids that a clause of which nobody knows whether it counts still marks, and no other of its article."""

    where: str
    marked: tuple[str, ...]
    limit: Decimal


class Marked(Frozen):
    """Bids of a lot that several tests mark, each with its price and the tests, and why that is asked about."""

    where: str
    marked: tuple[str, ...]
    why: tuple[str, ...]


@check
def low_prices_marked(
    node: Node[Evaluation], case: Case, *, at_least: int, far_below: Decimal
) -> Iterator[Hit[Marked] | Unassessed | Tabled]:
    """Name bids that `at_least` tests of laws and guides mark as abnormally low, where no question to the bidder is recorded.

    Say of every lot which tests mark which bids, and which bidders were asked. Most tests measure a price against the same
    mean, so bids of one lot are named together, and many marks are no more than one. An article and its short form count as
    one test, and of a bid that is alone nobody is asked. Where none of the tests is the tender's own, by its documents, its
    buyer's country or the law it names, only a price `far_below` per cent or more below the median of the others is asked about.
    """
    counting = Counting(at_least, far_below)
    for one in priced_contests(case):
        if one.lacking:
            yield one.lacking
        elif one.tax.open and (tax := open_tax(case, node)):
            yield tax
        elif not (lines := _lines(case, one)):
            yield Tabled(node, Measurement("too-few", LowPrices(one.where, len(one.above_zero), 0, (), ())))
        else:
            telling = {name: line for name, line in lines.items() if line.price > 0}
            yield from _marked(node, case, (one, telling), counting)
            if idle := tuple(name for name in lines if name not in telling):
                yield Tabled(node, Measurement("marks-nothing", Idle(one.where, idle)))
            yield from _open(node, case, one)
        odd = tuple(bid_named(case, priced.bid) for priced in one.bids if priced.price <= 0)
        if odd:
            yield Tabled(node, Measurement("not-counted", Uncounted(one.where, odd)))


def _marked(
    node: Node[Evaluation], case: Case, of: tuple[PricedContest, dict[str, Line]], counting: Counting
) -> Iterator[Hit[Marked] | Unassessed | Tabled]:
    contest, lines = of
    marks = [tuple(name for name, line in lines.items() if line.marks(one.price)) for one in contest.bids]
    called = [bid_named(case, one.bid) for one in contest.bids]
    queried = {one.bid.id for one in contest.bids if _recorded(case, one)}
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
    kind = "marked" if marked else "none"
    yield Tabled(node, Measurement(kind if len(contest.bids) > 1 else f"alone-{kind}", facts, tables))
    loose = [
        (one, Clause(f"{name} at {plain(_figure(one.price))} ({', '.join(tests)})"), Clause(f"{name}, {why}"))
        for name, one, tests in zip(called, contest.bids, marks, strict=True)
        if one.bid.id not in queried and (why := why_it_counts(case, one, contest.bids, tests, counting))
    ]
    if loose and len(contest.above_zero) > 1:
        (first, *_), *others = loose
        related = tuple((one.at, "another such price") for one, *_ in others)
        found = Marked(contest.where, tuple(said for _, said, _ in loose), tuple(why for *_, why in loose))
        yield Hit(first.at, found, related, "possible", contest.lot or "")


def _open(node: Node[Evaluation], case: Case, contest: PricedContest) -> Iterator[Tabled]:
    """Tell of the prices that are marked or not by how the last clause of Spain's article 85(3) is read."""
    from fairaudit.analysis.lowprices import LAST_CLAUSE, LowPriceError

    try:
        sure, more = (_line(case, contest, name) for name in ("spain-three", LAST_CLAUSE))
    except LowPriceError:
        return
    marked = tuple(bid_named(case, one.bid) for one in contest.bids if more.marks(one.price) > sure.marks(one.price))
    if marked:
        yield Tabled(node, Measurement("disputed", Disputed(contest.where, marked, _figure(more.price))))


def _lines(case: Case, contest: PricedContest) -> dict[str, Line]:
    """Return the line of every test that can be made and that counts for sure."""
    from fairaudit.analysis.lowprices import TESTS, LowPriceError

    found: dict[str, Line] = {}
    for test in TESTS:
        if len(contest.above_zero) < test.least or test.kind == "disputed":
            continue
        try:
            found[test.name] = _line(case, contest, test.name)
        except LowPriceError:
            continue
    return found


def _line(case: Case, contest: PricedContest, name: str, prices: tuple[Fraction, ...] | None = None) -> Line:
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


def _estimate_doubt(case: Case, contest: PricedContest, name: str) -> str:
    """Return why it is unsure that a price is measured by the base budget; empty where it is sure, or is not measured by it."""
    lot = next((one for one in case.lots if one.id == contest.lot), None)
    value, offered = lot.value if lot else case.tender.value, contest.bids[0].bid.value
    if value is None or offered is None or not (name in _BY_ESTIMATE or is_by_the_estimate(name)):
        return ""
    at = f"{text_of(value.path)}.includes_options"
    options, own = value.includes_options, offered.includes_options
    if (value.basis is None) != (offered.basis is None):
        return "only one of the budget and the bid says for which time it is (`basis`), so they may be for unlike times"
    if own is None and options is not None and options.strip().casefold() not in _NO:
        without = "the base budget has none: give that, with `includes_options: false`"
        return f"{at} says `{options}` and the bid says nothing of options, and {without}"
    if own is None and options is None and name != "poland-value":
        return f"{at} is not given, and the base budget is without options; give it, as `false` if it has none"
    return ""


def _spans(value: Value, offered: Value) -> tuple[tuple[str | None, str | None], ...]:
    return (value.basis, offered.basis), (value.includes_options, offered.includes_options)


def _figure(price: Fraction) -> Decimal:
    """Return a price in hundredths at most, without idle zeros."""
    found = rounded(price, 2)
    return found.quantize(Decimal(1)) if found == found.to_integral_value() else found


class Unasked(Frozen):
    """A bid that the declared test marks, its price, the test and its line, and by what its mark is in doubt."""

    bid: str
    price: Decimal
    test: str
    limit: Decimal
    doubt: Verb = Verb("")
    asked_late: Verb = Verb("")


@check
def low_price_is_queried(node: Node[Evaluation], case: Case) -> Found[Unasked]:
    """Flag a price that the test declared by the tender marks, of which no question to the bidder is recorded."""
    from fairaudit.analysis.lowprices import plain_name

    name = case.tender.low_price_test
    if name is None:
        yield Unassessed(node, "tender.low_price_test is not given", ("tender.low_price_test",))
        return
    plain = plain_name(name)
    for one in priced_contests(case):
        if one.lacking:
            yield one.lacking
        elif one.tax.open and (tax := open_tax(case, node)):
            # By one of the amounts a price may be marked that is not by the other.
            yield tax
        elif one.bids:
            yield from _unasked(node, case, one, (name, plain))


def _unasked(node: Node[Evaluation], case: Case, contest: PricedContest, declared: tuple[str, str]) -> Found[Unasked]:
    from fairaudit.analysis.lowprices import ARTICLE, LAST_CLAUSE, LowPriceError

    said, name = declared
    if unknown := _unknown(node, declared):
        yield unknown
        return
    if own_test(name):
        said = f"the tender's test ({said})"
    stood = tested(case, contest)
    if stood.lacking:
        yield stood.lacking
        return
    try:
        line = _line(case, contest, name, stood.above_zero)
    except LowPriceError as error:
        yield Unassessed(node, f"{error} ({contest.where})", _needed(str(error)))
        return
    by_budget = _estimate_doubt(case, contest, _form(name, len(stood.bids)))
    # A bid that was put out for its price is owed the question above all.
    for one in stood.bids:
        drawn, doubts = _drawn(case, contest, name, (stood, line, one))
        if drawn.marks(one.price):
            yield from _asked(case, one, said, drawn, doubts=(*doubts, *([by_budget] if by_budget else [])))
    rest = [one for one in contest.bids if not line.marks(one.price) and not _in_time(case, one)]
    if name not in (ARTICLE, "spain-three") or len(stood.bids) != _THREE or not rest:
        return
    try:
        more = _line(case, contest, LAST_CLAUSE, stood.above_zero)
    except LowPriceError as error:
        reason = f"the last clause of article 85(3) measures by the base budget, and {error} ({contest.where})"
        yield Unassessed(node, reason, ("tender.value",))
        return
    by_budget = _estimate_doubt(case, contest, LAST_CLAUSE)
    for one in rest:
        if more.marks(one.price):
            yield from _asked(case, one, said, more, disputed=True, doubts=(by_budget,) if by_budget else ())


def _form(name: str, bids: int) -> str:
    """Return which paragraph of Spain's article is for one bid; any other test is itself."""
    from fairaudit.analysis.lowprices import ARTICLE

    return "spain-one" if name == ARTICLE and bids == 1 else name


def _drawn(case: Case, contest: PricedContest, name: str, of: tuple[Tested, Line, Priced]) -> tuple[Line, list[str]]:
    """Return the line by which a price is marked, and the doubts about which bids count on which it hangs."""
    from fairaudit.analysis.lowprices import ARTICLE, TESTS, LowPriceError

    stood, line, one = of
    of_spain = name == ARTICLE or any(each.name == name and each.family == ARTICLE for each in TESTS)
    sure, drawn, doubts = line.marks(one.price), line, []
    for reading in stood.readings if not _in_time(case, one) else ():
        if reading.of_spain and not of_spain:
            continue
        try:
            other = _line(case, contest, name, reading.prices)
        except LowPriceError:
            # By this reading nobody knows the line.
            other = None
        marked = other is not None and other.marks(one.price) and one.bid.id not in reading.beside
        if marked != sure:
            doubts.append(reading.doubt)
            drawn = other if marked and other is not None and not drawn.marks(one.price) else drawn
    return drawn, doubts


def _unknown(node: Node[Evaluation], declared: tuple[str, str]) -> Unassessed | None:
    """Return that a declared test is not known, which are, and what to write."""
    from fairaudit.analysis.lowprices import ARTICLE, TESTS

    said, name = declared
    known = (ARTICLE, *(one.name for one in TESTS))
    if name in known or own_test(name):
        return None
    of_spain = re.search(r"\b85\b", said) is not None
    hint = f"{ARTICLE}, if Spain's article 85 RGLCAP is meant" if of_spain else f"one of those names, or `{FORM}`"
    reason = f"tender.low_price_test says `{said}`, which is no test known by name; known are {', '.join(known)}"
    return Unassessed(node, reason, (f"tender.low_price_test ({hint})",))


def _needed(reason: str) -> tuple[str, ...]:
    return ("tender.value",) if "estimate" in reason else ("bids",)


def _recorded(case: Case, priced: Priced) -> bool:
    entry = low_price_record(case, priced.bid)
    return entry is not None and is_asked(entry)


def _in_time(case: Case, priced: Priced) -> bool:
    """Whether a question is recorded that does not surely come after the award."""
    return _recorded(case, priced) and late_question(case, _records(case, priced)) is None


def _records(case: Case, priced: Priced) -> tuple[AbnormallyLow, ...]:
    own = low_price_records(case, priced.bid.id, priced.bid.lot)
    return own or tuple(filter(None, [low_price_record(case, priced.bid)]))


def _asked(
    case: Case, priced: Priced, name: str, line: Line, *, disputed: bool = False, doubts: tuple[str, ...] = ()
) -> Found[Unasked]:
    if _in_time(case, priced):
        return
    entry = low_price_record(case, priced.bid)
    called = bid_named(case, priced.bid)
    late = late_question(case, _records(case, priced))
    if late is None and not case.holds_all("evaluation.abnormally_low"):
        missing = (
            f"{text_of(entry.path)}.notified"
            if entry
            else in_list(case, "evaluation.abnormally_low", f"bid {priced.bid.id}")
        )
        yield Unassessed(priced.at, f"no question to {called} about its price is recorded", (missing,), seen=True)
        return
    # A clause of which it is disputed whether it counts marks nothing for sure.
    by = f"{name}, though only by its last clause, which is disputed," if disputed else name
    doubt = Verb(f"; its mark is in doubt: {'; '.join(doubts)}" if doubts else "")
    facts = Unasked(called, _figure(priced.price), by, _figure(line.price), doubt, late.exception if late else Verb(""))
    unsure = disputed or doubts or (late and not late.sure)
    related = late.related if late else ()
    yield Hit(priced.at, facts, related, "possible" if unsure else None, key=priced.bid.id or "")
