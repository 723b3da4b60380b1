"""The bands by which price ÷ performance may have been decided otherwise: which margins leave which offers within them.

A margin matters only by whom it lets in. So the margins up to the most that is allowed fall into a few stretches, from one
quotient to the next, in each of which everything follows alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from fairaudit.analysis.formulas.exact import FormulaError
from fairaudit.analysis.formulas.kinds import Offer
from fairaudit.analysis.formulas.named import overall
from fairaudit.analysis.formulas.relative import WIDEST_BAND
from fairaudit.frozen import Frozen

NAME = "price-performance-band"


class Band(Frozen):
    """A stretch of margins that let the same offers in, what decides among these, and the figure of every offer by it.

    `closed` says whether the highest of them is one of them. `bounded`: an offer besides the best is within, and another is
    not; else the band is all offers, or one.
    """

    low: Fraction
    high: Fraction
    closed: bool
    by_quality: bool
    bounded: bool
    figures: tuple[Fraction, ...]


def bands(offers: Sequence[Offer]) -> Iterator[Band]:
    """Yield every stretch of margins with either way to decide, the narrowest first; none where there is no answer."""
    if not offers or min(one.price for one in offers) <= 0 or max(one.quality for one in offers) <= 0:
        return
    quotients = [one.quality / one.price for one in offers]
    gaps = [1 - one / max(quotients) for one in quotients]
    ends = sorted({one for one in gaps if one <= WIDEST_BAND})
    for by_quality in (False, True):
        for at, low in enumerate(ends):
            closed = at == len(ends) - 1
            high = WIDEST_BAND if closed else ends[at + 1]
            numbers = {"margin": low, "decided_by_quality": Fraction(by_quality)}
            try:
                figures = overall(NAME, offers, Fraction(1), Fraction(1), numbers)
            except FormulaError:
                return
            yield Band(low, high, closed, by_quality, low > 0 and max(gaps) > low, figures)


def joined(found: Sequence[Band]) -> Iterator[Band]:
    """Yield stretches of margins with those that lie beside each other as one; they come by one way to decide, then the other."""
    last: Band | None = None
    for one in found:
        if last is not None and last.high == one.low:
            last = one._replace(low=last.low)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def follows(places: Sequence[int], figures: Sequence[Fraction]) -> bool:
    """Whether some places follow from figures of which the highest is first; equal figures may stand in any order."""
    order = sorted(zip(places, figures, strict=True))
    lowest: Fraction | None = None
    before: list[Fraction] = []
    for at, (place, figure) in enumerate(order):
        if at and place != order[at - 1][0]:
            lowest, before = min(before if lowest is None else (lowest, *before)), []
        if lowest is not None and figure > lowest:
            return False
        before.append(figure)
    return True
