"""Which formulas give the price points that a record holds: what they may have been compared with, and which are borne out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas import FormulaError, in_parts, known_as, price_points
from fairaudit.analysis.text.scores.rounding import speaks_of_halves
from fairaudit.checks.base import Unassessed
from fairaudit.checks.prices.price_record import Record, as_published, gives, telling
from fairaudit.checks.prices.rounded_alike import scores_price
from fairaudit.checks.scoring.compared.prices import prices_of
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.sheets.published_average import texts_on_the_award
from fairaudit.checks.scoring.totals.points import declared_rounding, roundings_beside
from fairaudit.checks.scoring.totals.totals import compared_beside
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.evaluation import Total

if TYPE_CHECKING:
    from fairaudit.analysis.formulas.fitting import Fit, Search

_SPARE = 2
"""How many more points than free parameters a fit must give before it says something. Heuristic."""
LIKELY = Fraction(1, 50)
"""How likely points that follow from nothing may be to follow from a fit before it says nothing. Heuristic."""


def record_of(
    case: Case,
    lot: str | None,
    totals: list[Total],
    weight: Fraction,
    formula: Formula | None,
    adjustments: bool = False,
) -> Record | Unassessed:
    """Return the points for price of a lot's totals, with their prices as they were bid or as they were adjusted."""
    pairs: list[tuple[Total, Fraction, Decimal]] = []
    lists: dict[int, list[Fraction]] = {}
    sure = True
    for total in totals:
        prices = prices_of(case, total, lot, compared_beside(case, lot))
        if isinstance(prices, Unassessed):
            return prices
        sure = sure and prices.settles(formula)
        ways = prices.compared[2:] if adjustments else prices.compared[:2]
        pairs.append((total, ways[0][0], total.price or Decimal(0)))
        # Bids of one contest have one list of prices: each is taken in once.
        lists.update((id(others), others) for _, others in ways)
    # What a rejected bid is compared with holds itself as well; the others are compared with less.
    sets = dict.fromkeys(map(tuple, lists.values()))
    every, priced = {one for some in sets for one in some}, {price for _, price, _ in pairs}
    known = [some for some in sets if priced.issubset(some)]
    where = f"for lot {lot}" if lot and len(case.lots) > 1 else "for the contract"
    whole = max(weight, sum((one for _, one in weights_in_full(case, lot) or ()), Fraction(0)))
    return Record(lot, where, tuple(pairs), tuple(known) or (tuple(sorted(every)),), weight, whole, formula,
                   roundings_beside(case, formula) if formula else (), sure=sure,
                   halves=any(speaks_of_halves(one) for one in texts_on_the_award(case)))  # fmt: skip


def held_by(record: Record) -> int | None:
    """Return how many recorded points the published formula gives; `None` where it has no price points or no answer."""
    formula = record.formula
    if formula is None or not scores_price(formula) or no_answer_of(record, formula):
        return None
    counts = [
        sum(gives(formula, price, prices, record, factor, said) for _, price, said in record.pairs)
        for prices in record.sets
        for factor in record.factors
    ]
    return max(counts)


def no_answer_of(record: Record, formula: Formula) -> FormulaError | None:
    """Return why a formula of price points, or its rounding, has no answer for the recorded prices; `None` where it has one."""
    if not scores_price(formula):
        return None
    found: FormulaError | None = None
    for prices in record.sets:
        try:
            declared_rounding(formula)
            for _, price, _ in record.pairs:
                price_points(formula.name or "", price, prices, record.weight, formula.parameters)
        except FormulaError as error:
            found = found or error
        else:
            return None
    return found


def searched(case: Case, record: Record) -> tuple[Search, Fraction]:
    """Return the first search that finds a formula for every point, else the one that comes nearest.

    Parameters are solved from the points only where no usual ones give them, whatever prices were compared with.
    """
    from fairaudit.analysis.formulas.fitting import Search, solved, usual

    best: tuple[Search, Fraction] | None = None
    pairs = [(price, said) for _, price, said in record.pairs]
    estimate, own = estimate_of(record), as_published(record.formula)
    ways = list(product(record.sets, record.factors))
    for prices, factor in ways:
        found = usual(pairs, prices, record.scaled(factor), estimate, own)
        if found.exact:
            return found, factor
        if best is None or _off(found) < _off(best[0]):
            best = found, factor
    known = known_numbers(case, record)
    for prices, factor in ways:
        if fits := solved(pairs, prices, record.scaled(factor), estimate, known):
            return Search(fits, None), factor
    if best is None:
        raise LookupError("a record has at least one set of prices")
    return best


def rounded_fits(case: Case, record: Record) -> tuple[Fit, ...]:
    """Return the formulas that give all points once these are rounded to whole or half points, all by one such rounding.

    None where a formula gives them without, or to places: two places are as people write points.
    """
    found, _ = searched(case, record)
    borne = tuple(one for one in found.exact if is_borne(record, one, len(record.pairs)))
    if not borne or not telling(record) or not record.sure or any(one.largest == 0 or one.places for one in borne):
        return ()
    first = borne[0]
    return tuple(one for one in borne if (one.mode, one.parts) == (first.mode, first.parts))


def exact_by(record: Record, fit: Fit) -> list[Fraction]:
    """Return the points that a formula gives without its rounding, and all of which are recorded with it; none otherwise."""
    for prices, factor in product(record.sets, record.factors):
        full, numbers = record.scaled(factor), dict(fit.parameters)
        try:
            exact = [price_points(fit.name, price, prices, full, numbers) for _, price, _ in record.pairs]
        except FormulaError:
            continue
        given = (in_parts(one, fit.places or 0, fit.mode, fit.parts) for one in exact)
        if all(one == Fraction(said) for one, (_, _, said) in zip(given, record.pairs, strict=True)):
            return exact
    return []


def estimate_of(record: Record) -> Fraction | None:
    """Return the estimate that is published with the formula of a record."""
    given = (record.formula.parameters if record.formula else None) or {}
    return Fraction(given["estimate"]) if "estimate" in given else None


def known_numbers(case: Case, record: Record) -> tuple[Fraction, ...]:
    """Return the numbers that a parameter may be: those published with the formula, and the value of the lot or contract."""
    given = (record.formula.parameters if record.formula else None) or {}
    values = (*(one.value for one in case.lots if one.id == record.lot), case.tender.value)
    amounts = (one.amount for one in values if one is not None)
    return tuple(Fraction(one) for one in (*given.values(), *amounts) if one is not None and one > 0)


def _off(found: Search) -> Fraction:
    return found.nearest.largest if found.nearest else Fraction(10**30)


def is_borne(record: Record, fit: Fit, wrong: int) -> bool:
    """Whether more points stand behind a fit than it was free to be chosen by: its parameters, and a rounding that is unusual.

    A single point that is wrong by the published formula is as likely a slip, unless a fit was not free at all.
    """
    enough = len({price for _, price, _ in record.pairs}) >= fit.chosen + _SPARE
    return enough and fit.chance <= LIKELY and (fit.chosen == 0 or wrong > 1)


def finest(fits: tuple[Fit, ...], declared: str | None) -> tuple[Fit, ...]:
    """Return the fits without those that only whole points make, where another needs no rounding: much comes to the same.

    The published formula stays, since its points rounded once more are likelier than those of another.
    """
    published = known_as(declared or "")
    if fits[0].largest > 0:
        return fits
    return tuple(one for one in fits if one.largest == 0 or one.places or one.name == published)
