"""The check of abnormally low prices that says which tests mark which bid."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from fairaudit.checks.base import Clause, Hit, Tabled, Unassessed, check
from fairaudit.checks.measurement import Measurement, Table
from fairaudit.checks.prices.asked_about import was_asked
from fairaudit.checks.prices.compared import PricedContest, priced_contests
from fairaudit.checks.prices.counting_marks import Counting, why_it_counts
from fairaudit.checks.prices.price_lines import in_figures, line_in
from fairaudit.checks.scoring.compared.currencies import currency_of
from fairaudit.checks.scoring.compared.tax_basis import open_tax
from fairaudit.checks.scoring.evaluation_records import bid_named, plain
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node

if TYPE_CHECKING:
    from fairaudit.analysis.lowprices import Line


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
    queried = {one.bid.id for one in contest.bids if was_asked(case, one)}
    marked = tuple(f"{name} ({len(tests)} of {len(lines)})" for name, tests in zip(called, marks, strict=True) if tests)
    asked = [
        name for name, one, tests in zip(called, contest.bids, marks, strict=True) if tests and one.bid.id in queried
    ]
    currency = currency_of(one.bid for one in contest.bids)
    more, said = (("currency",), (currency,)) if currency else ((), ())
    strip = tuple((name, in_figures(one.price), *said) for name, one in zip(called, contest.bids, strict=True))
    limits = tuple((name, in_figures(one.price), *said) for name, one in lines.items())
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
        (one, Clause(f"{name} at {plain(in_figures(one.price))} ({', '.join(tests)})"), Clause(f"{name}, {why}"))
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
        sure, more = (line_in(case, contest, name) for name in ("spain-three", LAST_CLAUSE))
    except LowPriceError:
        return
    marked = tuple(bid_named(case, one.bid) for one in contest.bids if more.marks(one.price) > sure.marks(one.price))
    if marked:
        yield Tabled(node, Measurement("disputed", Disputed(contest.where, marked, in_figures(more.price))))


def _lines(case: Case, contest: PricedContest) -> dict[str, Line]:
    """Return the line of every test that can be made and that counts for sure."""
    from fairaudit.analysis.lowprices import TESTS, LowPriceError

    found: dict[str, Line] = {}
    for test in TESTS:
        if len(contest.above_zero) < test.least or test.kind == "disputed":
            continue
        try:
            found[test.name] = line_in(case, contest, test.name)
        except LowPriceError:
            continue
    return found
