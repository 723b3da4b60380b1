"""The price formulas of a case as functions of prices, for contests in which prices come and go."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.analysis.contest.offers import Figures, Overall, Pricing
from fairaudit.analysis.formulas import (
    BY_THE_LOWEST,
    FORMULAS,
    formula_named,
    is_written,
    known_as,
    overall,
    price_points,
    puts_lowest_first,
    rounded,
)
from fairaudit.checks.scoring.totals.points import declared_rounding
from fairaudit.procurement.model.criteria import Formula

if TYPE_CHECKING:
    from fairaudit.analysis.formulas.kinds import Formula as Known
    from fairaudit.analysis.formulas.kinds import Straight


def scores_price_alone(formula: Formula) -> bool:
    """Whether a formula gives points for the price that are added to others; raises `ValueError` for one not known."""
    known = _beyond_the_usual(formula)
    return known is None or known.price_only


def tells_weights(formula: Formula) -> bool:
    """Whether the weights beside a formula say what price and quality are worth in it, and no further figure counts."""
    known = _beyond_the_usual(formula)
    return known is None or known.tells_weights


def lowest_wins(formula: Formula | None) -> bool:
    """Whether the lowest figure of a formula wins."""
    known = _beyond_the_usual(formula) if formula is not None else None
    return known is not None and known.best == "lowest"


def straight_in(formula: Formula | None) -> "Straight | None":
    """Return what of a formula for price and quality together is straight in quality, `None` where nothing is."""
    known = _beyond_the_usual(formula) if formula is not None else None
    return None if known is None else known.straight


def _beyond_the_usual(formula: Formula) -> "Known | None":
    """Return what is known of a formula, `None` of the usual ones, so that all others need not be read for these."""
    name = formula.name or ""
    return None if known_as(name) in FORMULAS else formula_named(name)


class ByPoints:
    """A formula as the share of the price's points that each of some prices earns; raises `FormulaError`.

    Points have their declared rounding where they stand `grain` times as high as the weight.
    """

    def __init__(self, formula: Formula, weight: Fraction, grain: Fraction) -> None:
        self._name, self._parameters = formula.name or "", formula.parameters
        self._kind = known_as(self._name)
        self._rounding = declared_rounding(formula)
        self._weight, self._grain = weight, grain

    def __call__(self, prices: Sequence[Fraction]) -> list[Fraction]:
        """Return the share that each of some prices earns beside the others."""
        beside = _compared(self._kind, prices)
        each = sorted(set(prices))
        if self._kind == "mean-based" and each and each[0] > 0:
            # Prices come to their mean, which all of them would be added up for again and again.
            mean = sum(prices, Fraction(0)) / len(prices)
            shares = {one: self.beside(one, (mean,)) for one in each}
        else:
            shares = {
                one: self._share(
                    price_points(self._name, one, (*beside, one) if beside else prices, self._weight, self._parameters)
                )
                for one in each
            }
        return [shares[one] for one in prices]

    def beside(self, price: Fraction, prices: Sequence[Fraction]) -> Fraction:
        """Return the share that a price among others would earn, measured against these as they are."""
        from fairaudit.analysis.formulas.named import points_beside

        # What is measured against the lowest and the highest price is moved by none between them.
        among = (*ends, price) if (ends := _compared(self._kind, prices)) else prices
        return self._share(points_beside(self._name, price, among, self._weight, self._parameters))

    def _share(self, points: Fraction) -> Fraction:
        if self._rounding is not None:
            points = Fraction(rounded(points * self._grain, *self._rounding)) / self._grain
        return points / self._weight


def pricing_by(formula: Formula, weight: Fraction, grain: Fraction = Fraction(1)) -> Pricing:
    """Return a formula as the share of the price's points that each of some prices earns; raises `FormulaError`."""
    return ByPoints(formula, weight, grain)


def lowest_first(formula: Formula | None) -> bool:
    """Whether a lower price never has fewer points, whatever the others ask."""
    return formula is not None and puts_lowest_first(formula.name or "")


def _compared(kind: str, prices: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Return the prices that a formula really compares with: to look at all of them for each takes their square."""
    if kind in BY_THE_LOWEST:
        return (min(prices),)
    by_ends = kind in ("high-low", "linear-interpolation") or (is_written(kind) and "pmean" not in kind.lower())
    return (min(prices), max(prices)) if by_ends else ()


def overall_by(formula: Formula, weights: tuple[Fraction, Fraction], points: Fraction | None = None) -> Overall:
    """Return a formula of price and quality together, by the weights of price and quality; more is better in what it returns.

    `points` are those of full quality in a formula that speaks of points, where they are not its weight.
    """
    from fairaudit.analysis.formulas.kinds import Offer

    known = formula_named(formula.name or "")
    sign = 1 if known.best == "highest" else -1

    def made(prices: Sequence[Fraction], qualities: Sequence[Fraction], figures: Sequence[Figures]) -> list[Fraction]:
        # Formulas that speak of points mean those that quality can earn.
        unit = (points or weights[1]) if known.quality == "points" else 1
        rows = zip(prices, qualities, figures, strict=True)
        offers = [Offer(price, quality * unit, more) for price, quality, more in rows]
        return [sign * one for one in overall(known.name, offers, *weights, formula.parameters)]

    return made
