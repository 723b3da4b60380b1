"""Totals that are one figure for price and quality together, such as price ÷ quality: worked out by their formula.

How quality enters (points, per cent, a mean on the scale) is a convention; of the usual ones the one counts that gives most
of the totals recorded for a lot, and it holds for all its bids.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas import FORMULAS, FormulaError, as_meant, formula_named, half_unit, overall, rounded
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.compared.prices import prices_of
from fairaudit.checks.scoring.criteria.of_lots import leaves_for, weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question
from fairaudit.checks.scoring.evaluation_records import bid_named, bid_with
from fairaudit.checks.scoring.totals.points import points_for_quality
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.evaluation import Total
from fairaudit.procurement.model.node import text_of

if TYPE_CHECKING:
    from fairaudit.analysis.formulas.kinds import Formula as Kind


_TOGETHER = 2
_POWERS = (*range(1, 10), *range(-9, 0))
"""The powers of ten that quotients of points and money are multiplied by, to be read more easily."""
_RECORDED = "the recorded quality"


class WholeFormula(Frozen):
    """A published formula for price and quality together, and what is known of its kind."""

    given: Formula
    kind: Kind

    @property
    def banded(self) -> bool:
        """Whether bids near the best quotient are decided by something else, so that totals do not give the order."""
        return self.kind.name == "price-performance-band"


class Figure(Frozen):
    """What a formula gives a bid, from what, with the published rounding, and whether it is sure."""

    exact: Fraction
    basis: str
    places: int | None
    mode: str
    sure: bool

    def holds(self, recorded: Decimal) -> bool:
        """Whether a recorded figure is this one, by the published rounding or to the places it is written with."""
        if self.places is not None and rounded(self.exact, self.places, self.mode) == as_meant(recorded):
            return True
        return abs(self.exact - Fraction(recorded)) <= half_unit(recorded)


class _Entry(Frozen):
    """What a bid brings to a formula: price, further figures, quality in points, and the points full quality would have.

    The price comes twice: as it was bid, and as it was adjusted before it was scored.
    """

    total: Total
    prices: tuple[Fraction, Fraction]
    figures: tuple[tuple[str, Fraction], ...]
    points: Fraction
    full: Fraction | None
    top: Fraction | None
    basis: str
    sure: bool


def whole_formula(case: Case, lot: str | None) -> WholeFormula | None:
    """Return the formula of a lot where it is known and gives price and quality one figure."""
    formulas = [one.formula for one in leaves_for(case, lot) if one.is_price and one.formula]
    if len(formulas) != 1 or formulas[0].name is None or formulas[0].name.strip().lower() in FORMULAS:
        return None
    try:
        kind = formula_named(formulas[0].name)
    except FormulaError:
        return None
    return None if kind.price_only else WholeFormula(formulas[0], kind)


def figures_of(case: Case, lot: str | None, totals: list[Total], whole: WholeFormula) -> list[Figure | Unassessed]:
    """Return what the formula gives each bid of a lot, or why that cannot be told."""
    shares = weights_in_full(case, lot)
    found = [_entry(case, lot, one, whole, shares) for one in totals]
    entries = [one for one in found if isinstance(one, _Entry)]
    lacking = next((one for one in found if isinstance(one, Unassessed)), None)
    if lacking and whole.kind.family == "relative":
        return [lacking._replace(at=one.node) for one in totals]
    figures = iter(_figures(entries, whole, shares))
    return [next(figures) if isinstance(one, _Entry) else one for one in found]


def _figures(
    entries: list[_Entry], whole: WholeFormula, shares: list[tuple[Question, Fraction]] | None
) -> list[Figure | Unassessed]:
    """Return the figures by the convention that gives most of the recorded totals."""
    best: list[Figure] = []
    reason: FormulaError | None = None
    # As with points for the price alone: a record may count prices as they were bid or as they were adjusted.
    prices = [tuple(one.prices[way] for one in entries) for way in (0, 1)]
    for factor, way in product(_factors(entries, whole, shares), dict.fromkeys(prices)):
        try:
            figures = _worked_out(entries, whole, shares, factor, way)
        except FormulaError as error:
            reason = reason or error
            continue
        if not best or _held(entries, figures) > _held(entries, best):
            best = figures
    if best or not entries:
        return list(_by_a_power_of_ten(entries, best, whole))
    told = reason or FormulaError("what full quality is worth is not known", None)
    names = (f"{text_of(whole.given.path)}.{told.field}",) if told.field else ()
    return [Unassessed(one.total.node, str(told), names) for one in entries]


def _by_a_power_of_ten(entries: list[_Entry], figures: list[Figure], whole: WholeFormula) -> list[Figure]:
    """Return figures by the power of ten that most recorded totals are written by, as quotients are; else as they are.

    At least two totals must be recorded, since one follows from a power of ten too easily.
    """
    recorded = [one.total.total for one in entries if one.total.total is not None]
    if whole.kind.family != "absolute" or len(recorded) < _TOGETHER or _held(entries, figures):
        return figures
    for power in _POWERS:
        scaled = [one._replace(exact=one.exact * Fraction(10) ** power) for one in figures]
        if 2 * _held(entries, scaled) > len(recorded) and all(abs(one) >= 100 * half_unit(one) for one in recorded):
            return scaled
    return figures


def _held(entries: list[_Entry], figures: list[Figure]) -> int:
    pairs = zip(entries, figures, strict=True)
    return sum(one.total.total is not None and figure.holds(one.total.total) for one, figure in pairs)


def _factors(
    entries: list[_Entry], whole: WholeFormula, shares: list[tuple[Question, Fraction]] | None
) -> list[Fraction]:
    """Return what points of quality are times to be what the formula takes: a share, or points in a usual unit."""
    full = {one.full for one in entries if one.full}
    if whole.kind.quality == "share":
        return [1 / one for one in full] if len(full) == 1 else []
    tops = {one.top for one in entries if one.top}
    single = sum(not one.is_price for one, _ in shares or ()) == 1
    more = [*tops, Fraction(100)] if single else [Fraction(100), *tops]
    usual = [one / next(iter(full)) for one in more] if len(full) == 1 else []
    # Recorded quality is taken as it stands; scores in the points of their one scale, or out of a hundred.
    recorded = any(one.basis == _RECORDED for one in entries)
    return [Fraction(1), *usual] if recorded else [*usual, Fraction(1)]


def _worked_out(
    entries: list[_Entry],
    whole: WholeFormula,
    shares: list[tuple[Question, Fraction]] | None,
    factor: Fraction,
    prices: tuple[Fraction, ...],
) -> list[Figure]:
    from fairaudit.analysis.formulas.kinds import Offer

    offers = [Offer(price, one.points * factor, one.figures) for price, one in zip(prices, entries, strict=True)]
    price, quality = (
        sum((weight for one, weight in shares or () if one.is_price is kind), Fraction(0)) for kind in (True, False)
    )
    # Within a band the order is decided by something else, but the total on record is the quotient.
    name = "price-performance-quotient" if whole.banded else whole.kind.name
    given = None if whole.banded else whole.given.parameters
    exact = overall(name, offers, price, quality, given)
    places = whole.given.rounding.to_places if whole.given.rounding else None
    mode = (whole.given.rounding.mode if whole.given.rounding else None) or "half-up"
    rounded(Fraction(0), places or 0, mode)  # an unknown mode is a reason why nothing can be worked out
    named = f"the prices and the formula {whole.given.name}"
    return [
        Figure(
            figure,
            f"{one.basis}{_unit(one, whole, factor)}, {named}",
            places,
            mode,
            one.sure or whole.kind.family == "absolute",
        )
        for figure, one in zip(exact, entries, strict=True)
    ]


def _unit(one: _Entry, whole: WholeFormula, factor: Fraction) -> str:
    """Return the unit that scores were taken in, where a formula speaks of points."""
    if whole.kind.quality == "share" or one.basis == _RECORDED or one.full is None:
        return ""
    return f" out of {(one.full * factor).limit_denominator(1000)}"


def _entry(
    case: Case, lot: str | None, total: Total, whole: WholeFormula, shares: list[tuple[Question, Fraction]] | None
) -> _Entry | Unassessed:
    """Return what a bid brings to the formula: its quality as it is recorded, else from the scores."""
    prices = prices_of(case, total, lot)
    if isinstance(prices, Unassessed):
        return prices
    bid = bid_with(case, total.bid)
    given = {name: Fraction(value) for name, value in (bid.figures or {}).items()} if bid else {}
    for one in whole.kind.figures:
        if one.name not in given and bid is not None:
            name = f"{text_of(bid.path)}.figures.{one.name}"
            return Unassessed(total.node, f"{one.name} of {bid_named(case, bid)} is not given", (name,))
    scored = [one for one in shares or () if not one[0].is_price]
    full = sum((weight for _, weight in scored), Fraction(0)) or None
    own, sure = (prices.compared[0][0], prices.compared[-1][0]), prices.sure
    figures = tuple(sorted(given.items()))
    if total.quality is not None:
        return _Entry(total, own, figures, Fraction(total.quality), full, None, _RECORDED, sure)
    if full is None:
        name = f"{text_of(total.path)}.quality"
        return Unassessed(total.node, f"{name} is not given, and no weights say what the scores are worth", (name,))
    points = points_for_quality(case, total, lot, scored)
    if isinstance(points, Unassessed):
        return points
    earned = sum(points.ways[0], Fraction(0))
    return _Entry(total, own, figures, earned, full, points.top, points.basis, sure and points.sure)
