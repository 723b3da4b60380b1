"""At which price, quality or other figure of one bid the first two of a contest would stand level, all else unchanged.

For formulas that give price and quality one figure, of which no closed form is known in general: the figure is taken to
rise or fall throughout, and the point is found by halving, from the value there is to a tenth of it or ten times it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from fairaudit.analysis.contest.offers import Contest, Offer, prices, qualities, standing
from fairaudit.frozen import Frozen

_TIMES = 10
_HALVINGS = 48
"""Halvings of nine tenths of a value leave less than a part in 10^13 of it."""
_STEPS, _FINE, _LEAST = 26, 10**4, Fraction(1, 10**6)
"""For curves to six digits: halvings, how near the totals at both ends must be, and the least quality looked at."""


class Level(Frozen):
    """One figure of an offer, as it is and where the first and the nearest other stand level; `None`: nowhere in reach."""

    offer: str
    what: str
    own: Fraction
    level: Fraction | None


def levels(contest: Contest, offers: tuple[str, ...]) -> Iterator[Level]:
    """Yield the levels of some offers: `price`, `quality` (a share of its points) and each further figure by its name.

    Raises `ValueError` where the formula has no answer as things are, or several are first already.
    """
    base = standing(contest)
    if len(base.first) != 1 or len(base.names) < 2:
        raise ValueError("there is no single first offer ahead of another")
    share = dict(zip(base.names, qualities(contest), strict=True))
    for at, offer in enumerate(contest.offers):
        if offer.name not in offers:
            continue
        if offer.price is not None:
            yield Level(offer.name, "price", offer.price, _level(contest, base.first[0], at, "price", offer.price))
        own = share[offer.name]
        yield Level(offer.name, "quality", own, _level(contest, base.first[0], at, "quality", own))
        for name, value in offer.figures:
            yield Level(offer.name, name, value, _level(contest, base.first[0], at, name, value))


def _level(contest: Contest, first: str, at: int, what: str, own: Fraction) -> Fraction | None:
    """Return the value of one figure at which the first is ahead of another by nothing."""
    if own <= 0:
        return None
    most = Fraction(1) if what == "quality" else own * _TIMES
    found = [one for end in (own / _TIMES, most) if (one := _between(contest, first, at, what, own, end)) is not None]
    return min(found, key=lambda one: abs(one - own), default=None)


def _between(contest: Contest, first: str, at: int, what: str, own: Fraction, end: Fraction) -> Fraction | None:
    """Return where the lead ends between a value and an end, `None` where it holds even there."""
    if _lead(contest, first, at, what, end) > 0:
        return None
    for _ in range(_HALVINGS):
        middle = (own + end) / 2
        if _lead(contest, first, at, what, middle) > 0:
            own = middle
        else:
            end = middle
    return end


def _lead(contest: Contest, first: str, at: int, what: str, value: Fraction) -> Fraction:
    """Return how far the first is ahead of the others with one figure changed."""
    offers = list(contest.offers)
    offers[at] = changed_offer(offers[at], what, value)
    stands = standing(contest._replace(offers=tuple(offers)))
    place = stands.names.index(first)
    return stands.totals[place] - max(total for index, total in enumerate(stands.totals) if index != place)


Totalled = Callable[[Fraction, Fraction], Fraction | None]
"""The total of one more offer at a price and a share of quality, `None` where the formula has none."""


def totalled(contest: Contest, like: str) -> Totalled:
    """Return what one more offer would have by a formula of one figure, with the further figures of the offer `like`."""
    overall = contest.overall
    if overall is None:
        raise ValueError("the formula adds points for price to points for quality")
    own = next(one for one in contest.offers if one.name == like)
    paid, shares, figures = prices(contest), list(qualities(contest)), [one.figures for one in contest.offers]
    # Most formulas look at no other offer, and then the others need not be worked out again for every point.
    if _alone(contest, shares) == standing(contest).totals:
        paid, shares, figures = [], [], []

    def made(price: Fraction, share: Fraction) -> Fraction | None:
        try:
            return overall([*paid, price], [*shares, share], [*figures, own.figures])[-1]
        except ValueError:
            return None

    return made


def _alone(contest: Contest, shares: Sequence[Fraction]) -> tuple[Fraction, ...] | None:
    """Return what each offer would have if there were no other, `None` where one would have nothing."""
    overall = contest.overall
    if overall is None:
        return None
    rows = zip(prices(contest), shares, contest.offers, strict=True)
    try:
        return tuple(overall([price], [share], [one.figures])[0] for price, share, one in rows)
    except ValueError:
        return None


def quality_for(made: Totalled, price: Fraction, total: Fraction) -> Fraction | None:
    """Return the share of quality at which one more offer, at a price, has a total; `None` where none is found.

    More quality is taken to raise the total throughout.
    """
    low, high = _LEAST, Fraction(1)
    least, most = made(price, low), made(price, high)
    for _ in range(_STEPS):
        if least is None or most is None or not least <= total <= most:
            return None
        middle = (low + high) / 2
        reached = made(price, middle)
        if reached is not None and reached < total:
            low, least = middle, reached
        else:
            high, most = middle, reached
    # Where a total leaps past what is looked for, no quality has it.
    return high if least is not None and most is not None and (most - least) * _FINE <= abs(total) else None


def changed_offer(offer: Offer, what: str, value: Fraction) -> Offer:
    """Return an offer with another price, another quality (a share of its points) or another of its further figures."""
    if what == "price":
        return offer._replace(price=value)
    if what == "quality":
        # All criteria alike have the share that their weighted mean is to have.
        return offer._replace(shares=(value,) * len(offer.shares))
    return offer._replace(figures=tuple((name, value if name == what else one) for name, one in offer.figures))
