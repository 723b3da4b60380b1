"""Which marks of tests for abnormally low prices lead to a question: those of the tender's own tests, and prices far below."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from fairaudit.checks.prices.compared import Priced
from fairaudit.frozen import Frozen
from fairaudit.law.buyers import country_of
from fairaudit.procurement.case import Case


class Counting(Frozen):
    """How many tests must mark a price, and how many per cent it must lie below the others where none of them is the tender's."""

    at_least: int
    far_below: Decimal


def why_it_counts(case: Case, priced: Priced, among: Sequence[Priced], tests: tuple[str, ...], of: Counting) -> str:
    """Return in words why the marks of a price lead to a question; empty where they are told as information alone.

    Most tests lie so near the mean that whoever is lowest of a fair contest is marked by two of them. So one of them must be
    the test of the documents or of the law of this tender, or the price must lie far below what the others ask.
    """
    if _apart(tests) < of.at_least:
        return ""
    own = [one for one in tests if one in _own_tests(case)]
    if own:
        return f"since {' and '.join(own)} {'counts' if len(own) == 1 else 'count'} for this tender"
    below = _below_the_others(priced, among)
    return f"{int(below)} % below the middle of the other prices" if below is not None and below >= of.far_below else ""


def _apart(names: tuple[str, ...]) -> int:
    """Return how many tests these are, where the forms of one are one."""
    from fairaudit.analysis.lowprices import TESTS

    return len({one.family or one.name for one in TESTS if one.name in names})


def _own_tests(case: Case) -> frozenset[str]:
    """Return the tests that the documents declare, and those of the buyer's country or of the law that is named."""
    from fairaudit.analysis.lowprices import ARTICLE, TESTS, plain_name

    declared = plain_name(case.tender.low_price_test or "")
    places = {(country_of(case) or "").partition("-")[0], *case.laws}
    return frozenset(
        one.name
        for one in TESTS
        if one.name == declared
        or (one.of and one.of in places)
        or (declared == ARTICLE == one.family and one.kind == "law")
    )


def _below_the_others(priced: Priced, among: Sequence[Priced]) -> Fraction | None:
    """Return by how many per cent a price lies below the median of the others, `None` where there are none."""
    from fairaudit.analysis.lowprices import median

    others = [one.price for one in among if one is not priced and one.price > 0]
    return 100 * (1 - priced.price / median(others)) if others else None
