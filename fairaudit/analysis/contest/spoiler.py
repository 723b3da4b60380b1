"""How low another price would have to be for the order of two bids to turn, where points are lowest price ÷ price.

The points of two bids for price differ by the price's weight × lowest × (1 ÷ own − 1 ÷ other), so a lower lowest price
brings them together: it turns the order below w_q (Q_j − Q_i) ÷ (w_p (1 ÷ P_i − 1 ÷ P_j)).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fairaudit.frozen import Frozen


class Spoiler(Frozen):
    """A price below which a further bid would carry another bid past the first, and which bid that is."""

    price: Fraction
    other: str


def turning_price(
    first: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction], weights: tuple[Fraction, Fraction]
) -> Fraction | None:
    """Return the lowest price at which two bids stand level, each given as price and points for quality; `None`: none does.

    `weights` are those of the price and of one point for quality. Prices must be above zero.
    """
    apart = 1 / first[0] - 1 / other[0]
    needed = weights[1] * (other[1] - first[1])
    if weights[0] <= 0 or apart == 0 or needed / apart <= 0:
        return None
    return needed / (weights[0] * apart)


def spoilers(
    names: Sequence[str], prices: Sequence[Fraction], quality: Sequence[Fraction], weight: Fraction, lead: int
) -> list[Spoiler]:
    """Return the prices below which a further bid would carry each of the others past the first, the highest first.

    `quality` are points. Only prices above zero and below all of `prices` are any: others change nothing.
    """
    lowest = min(prices)
    found = []
    for at, name in enumerate(names):
        if at != lead:
            one = ((prices[lead], quality[lead]), (prices[at], quality[at]), (weight, Fraction(1)))
            price = turning_price(*one)
            # The first holds its place by the present lowest price, so only a lower one can take it.
            if price is not None and price < lowest:
                found.append(Spoiler(price, name))
    return sorted(found, key=lambda one: (-one.price, one.other))
