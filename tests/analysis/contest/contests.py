"""Contests for the tests: two price formulas by hand, random contests of small numbers, and the brute force."""

from fractions import Fraction

from hypothesis import strategies

from fairaudit.analysis.contest.offers import Contest, Offer


def lowest_over_price(prices):
    """R1 of the scoring note, written again here so that the formulas' own code is not tested against itself."""
    return [Fraction(min(prices), one) for one in prices]


def high_low(prices):
    """R4 of the scoring note; no answer where all prices are equal."""
    if max(prices) == min(prices):
        raise ValueError("all prices are equal")
    return [Fraction(max(prices) - one, max(prices) - min(prices)) for one in prices]


def offer(name, price, *shares):
    return Offer(name, None if price is None else Fraction(price), tuple(Fraction(one) for one in shares))


def contest(*offers, weights=(), price=0, pricing=None, **more):
    return Contest(tuple(offers), tuple(Fraction(one) for one in weights), Fraction(price), pricing, **more)


SHARES = strategies.integers(0, 5).map(lambda one: Fraction(one, 5))


@strategies.composite
def contests(draw, least=2, priced=True):
    """Contests of two to five bids and one to four criteria, by the lowest price ÷ price where price counts."""
    bids, criteria = draw(strategies.integers(least, 5)), draw(strategies.integers(1, 4))
    weights = draw(strategies.lists(strategies.integers(1, 9), min_size=criteria, max_size=criteria))
    shares = strategies.lists(SHARES, min_size=criteria, max_size=criteria)
    prices = strategies.integers(50, 200)
    offers = [offer("ABCDE"[at], draw(prices), *draw(shares)) for at in range(bids)]
    if priced and draw(strategies.booleans()):
        return contest(*offers, weights=weights, price=draw(strategies.integers(1, 20)), pricing=lowest_over_price)
    return contest(*offers, weights=weights)
