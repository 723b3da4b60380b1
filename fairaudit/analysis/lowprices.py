"""When a price is abnormally low: the tests of laws and guides, each by name, exactly.

A test gives a line, and marks the prices on the far side of it. None says that a price is too low: each says from where
somebody has to ask. What a test needs and has not is a `LowPriceError` with a reason, never a line that is made up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Literal

from fairaudit.analysis.formulas.decimals import root
from fairaudit.frozen import Frozen

ARTICLE = "spain-article-85"
"""The name under which Spain's article 85 is declared before anybody knows how many will bid."""
LAST_CLAUSE = "spain-three-last-clause"
"""The clause of article 85(3) of which nobody knows for sure whether it counts still."""

_BY_BIDS = {1: "spain-one", 2: "spain-two", 3: "spain-three"}
_ROBUST_FROM, _ROBUST_Z = 5, Fraction(7, 2)
_MAD_TO_SD = Fraction("1.4826")


class LowPriceError(ValueError):
    """A test that cannot be made; the message says why in plain words."""


class Line(Frozen):
    """Below which price a test marks a bid; `reached` where the price on the line itself is marked too."""

    price: Fraction
    reached: bool

    def marks(self, price: Fraction) -> bool:
        """Whether a price is on the far side of the line."""
        return price < self.price or (self.reached and price == self.price)


class LowPriceTest(Frozen):
    """A test by name: in words, where it comes from, and whether it is a law, a guide, a heuristic or a tender's own.

    `least`: the bids below which its line compares a price with nothing but itself. `family`: the test of which it is a form;
    the marks of two forms of one test are one mark. `of`: the country whose law it is, or the pack whose contracts it is for.
    """

    name: str
    words: str
    source: str
    kind: Literal["law", "guide", "heuristic", "disputed", "own"]
    line: Callable[[Sequence[Fraction], Fraction | None], Line]
    least: int = 2
    family: str = ""
    of: str = ""


def _poland_value(_: Sequence[Fraction], estimate: Fraction | None) -> Line:
    return Line(_estimate(estimate) * Fraction(7, 10), reached=True)


def _poland_mean(prices: Sequence[Fraction], _: Fraction | None) -> Line:
    return Line(mean(prices) * Fraction(7, 10), reached=True)


def _spain_one(prices: Sequence[Fraction], estimate: Fraction | None) -> Line:
    _for_just(1, prices)
    return Line(_estimate(estimate) * Fraction(75, 100), reached=False)


def _spain_two(prices: Sequence[Fraction], _: Fraction | None) -> Line:
    _for_just(2, prices)
    return Line(max(prices) * Fraction(80, 100), reached=False)


def _spain_three(prices: Sequence[Fraction], _: Fraction | None) -> Line:
    _for_just(3, prices)
    kept = sorted(prices)
    if kept[-1] > mean(prices) * Fraction(11, 10):
        # One bid is left out, also where two ask as much.
        kept.pop()
    return Line(mean(kept) * Fraction(9, 10), reached=False)


def _spain_last_clause(prices: Sequence[Fraction], estimate: Fraction | None) -> Line:
    _for_just(3, prices)
    return Line(_estimate(estimate) * Fraction(75, 100), reached=False)


def _for_just(number: int, prices: Sequence[Fraction]) -> None:
    if len(prices) != number:
        raise LowPriceError(
            f"the test is for {('one bid', 'two bids', 'three bids')[number - 1]}, neither more nor fewer"
        )


def _spain(prices: Sequence[Fraction], _: Fraction | None) -> Line:
    if len(prices) < 4:
        raise LowPriceError("the test is for four bids or more")
    first = mean(prices)
    kept = [one for one in prices if one <= first * Fraction(11, 10)]
    if len(kept) < 3:
        kept = sorted(prices)[:3]
    return Line(mean(kept) * Fraction(9, 10), reached=False)


def _tenth_below_mean(prices: Sequence[Fraction], _: Fraction | None) -> Line:
    return Line(mean(prices) * Fraction(9, 10), reached=False)


def _mean_discount(prices: Sequence[Fraction], estimate: Fraction | None) -> Line:
    base = _estimate(estimate)
    discount = 1 - mean(prices) / base
    return Line(base * (1 - discount - Fraction(1, 10)), reached=False)


def _world_bank(prices: Sequence[Fraction], estimate: Fraction | None) -> Line:
    if len(prices) < 5:
        return Line(_estimate(estimate) * Fraction(8, 10), reached=True)
    middle = mean(prices)
    variance = sum(((one - middle) ** 2 for one in prices), Fraction(0)) / (len(prices) - 1)
    return Line(middle - root(variance), reached=False)


def _robust(prices: Sequence[Fraction], _: Fraction | None) -> Line:
    middle, spread = _median_and_spread(prices)
    return Line(middle - _ROBUST_Z * spread, reached=False)


TESTS: tuple[LowPriceTest, ...] = (
    LowPriceTest(
        "poland-value",
        "30 % or more below the estimated value with VAT",
        "Poland, Public Procurement Law of 11 September 2019, article 224(2)(1) (komentarzpzp.pl)",
        "law",
        _poland_value,
        least=1,
        of="PL",
    ),
    LowPriceTest(
        "poland-mean",
        "30 % or more below the mean of the prices",
        "Poland, Public Procurement Law of 11 September 2019, article 224(2)(1) (komentarzpzp.pl)",
        "law",
        _poland_mean,
        of="PL",
    ),
    LowPriceTest(
        "spain-one",
        "more than 25 % below the base budget, where one bid came in",
        "Spain, Royal Decree 1098/2001 (RGLCAP), article 85(1): one bid (recalled, not read again)",
        "law",
        _spain_one,
        least=1,
        family=ARTICLE,
        of="ES",
    ),
    LowPriceTest(
        "spain-two",
        "more than 20 % below the other bid, where two came in",
        "Spain, Royal Decree 1098/2001 (RGLCAP), article 85(2): two bids (recalled, not read again)",
        "law",
        _spain_two,
        family=ARTICLE,
        of="ES",
    ),
    LowPriceTest(
        "spain-three",
        "more than 10 % below the mean of the prices, without the highest where that is more than 10 % above the mean",
        "Spain, Royal Decree 1098/2001 (RGLCAP), article 85(3): three bids, without its last clause (derecholocal.es)",
        "law",
        _spain_three,
        family=ARTICLE,
        of="ES",
    ),
    LowPriceTest(
        LAST_CLAUSE,
        "more than 25 % below the base budget, in any case, where three bids came in",
        "the last clause of the same article 85(3); that it counts still is disputed (TACRC, resolution 1020/2017)",
        "disputed",
        _spain_last_clause,
        family=ARTICLE,
    ),
    LowPriceTest(
        "spain-four-or-more",
        "more than 10 % below the mean of the prices that are at most 10 % above the mean, or of the three lowest",
        "Spain, RGLCAP, article 85(4): four bids or more (infoconcurso)",
        "law",
        _spain,
        family=ARTICLE,
        of="ES",
    ),
    LowPriceTest(
        "tenth-below-mean",
        "more than 10 % below the mean of the prices",
        "the short form of Spain's article 85 that guides repeat, without its second mean",
        "guide",
        _tenth_below_mean,
        family=ARTICLE,
    ),
    LowPriceTest(
        "mean-discount-and-ten-points",
        "a discount more than 10 points above the mean discount on the estimate",
        "tendios.ai, which gives it for Spain's article 85",
        "guide",
        _mean_discount,
    ),
    LowPriceTest(
        "world-bank-guide",
        "20 % or more below the estimate with fewer than five bids, else more than one standard deviation below the mean",
        "World Bank, guide on abnormally low bids (July 2016); thresholds recalled, not read again",
        "heuristic",
        _world_bank,
        least=1,
        of="world-bank",
    ),
    LowPriceTest(
        "robust-distance",
        "more than 3.5 robust standard deviations (1.4826 × MAD) below the median, with five bids or more",
        "heuristic; 3.5 after Iglewicz and Hoaglin (1993), recalled",
        "heuristic",
        _robust,
    ),
)
"""Every test, laws first."""


def plain_name(name: str) -> str:
    """Return the name of a test as it stands here, in whatever spelling a tender declares it."""
    return name.strip().lower().replace(" ", "-")


def line_of(name: str, prices: Sequence[Fraction], estimate: Fraction | None = None) -> Line:
    """Return the line of a test for the prices of all admitted bids; raises `LowPriceError`.

    `estimate`: the buyer's estimate, or for Poland the value with VAT, in the unit of the prices. `spain-article-85` is
    whichever of its paragraphs is for that many bids.
    """
    if name == ARTICLE:
        name = _BY_BIDS.get(_some(prices), "spain-four-or-more")
    test = next((one for one in TESTS if one.name == name), None)
    if test is None:
        raise LowPriceError(f"the test `{name}` is not known")
    return test.line(prices, estimate)


def mean(prices: Sequence[Fraction]) -> Fraction:
    """Return the arithmetic mean; raises `LowPriceError` where there is no price."""
    return sum(prices, Fraction(0)) / _some(prices)


def _some(prices: Sequence[Fraction]) -> int:
    if not prices:
        raise LowPriceError("there are no prices")
    return len(prices)


def median(prices: Sequence[Fraction]) -> Fraction:
    """Return the middle price, or the mean of the two in the middle."""
    order, half = sorted(prices), len(prices) // 2
    return order[half] if len(order) % 2 else (order[half - 1] + order[half]) / 2


def _median_and_spread(prices: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    if len(prices) < _ROBUST_FROM:
        raise LowPriceError("the test is for five bids or more")
    middle = median(prices)
    spread = _MAD_TO_SD * median([abs(one - middle) for one in prices])
    if spread == 0:
        raise LowPriceError("more than half of the prices are equal, so there is no spread to measure by")
    return middle, spread


def _estimate(estimate: Fraction | None) -> Fraction:
    if estimate is None:
        raise LowPriceError("no estimate is given in the terms of the prices")
    if estimate <= 0:
        raise LowPriceError("the estimate is not above zero")
    return estimate
