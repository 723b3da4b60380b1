"""Which formula price points were made by: those that are recorded, with what they may have been compared with."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas import (
    FormulaError,
    half_unit,
    in_parts,
    known_as,
    price_points,
    rounded,
)
from fairaudit.analysis.text.rounding_words import speaks_of_halves
from fairaudit.checks.base import Hit, Tabled, Unassessed, Verb
from fairaudit.checks.measurement import Measurement
from fairaudit.checks.prices.fit_words import fit_called, listed
from fairaudit.checks.prices.other_full_points import by_other_weight
from fairaudit.checks.prices.price_record import RECORDED, Record, as_published, by_share, gives, published, telling
from fairaudit.checks.prices.rounded_alike import scores_price
from fairaudit.checks.scoring.applied_weights import applied_accounted
from fairaudit.checks.scoring.causes import accounted
from fairaudit.checks.scoring.criteria_of_lots import weights_in_full
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, maybe, plain, totals_that_count
from fairaudit.checks.scoring.inferred_weights import weights_accounted
from fairaudit.checks.scoring.points_of_bids import (
    adjusted,
    declared_rounding,
    prices_of,
    roundings_beside,
)
from fairaudit.checks.scoring.published_average import texts_on_the_award
from fairaudit.checks.scoring.rounding_by_words import may_be_meant
from fairaudit.checks.scoring.tax_basis import other_amounts
from fairaudit.checks.scoring.totals import compared_beside, reading_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.criteria import Formula
from fairaudit.procurement.evaluation import Total
from fairaudit.procurement.node import text_of

if TYPE_CHECKING:
    from fairaudit.analysis.formulas.fitting import Fit, Search

_SPARE = 2
"""How many more points than free parameters a fit must give before it says something. Heuristic."""
LIKELY = Fraction(1, 50)
"""How likely points that follow from nothing may be to follow from a fit before it says nothing. Heuristic."""
_PLACES = 4
"""How many prices must fall alike before their points are said to be those of their places."""


class Fitted(Frozen):
    """How many price points are recorded, where, the published formula, what gives them, and what that accounts for.

    `source` says whether the points stand in the record, or are what its totals leave for price.
    """

    recorded_points: int
    where: str
    published_formula: str
    fits: tuple[str, ...]
    held: int
    source: Verb = RECORDED
    accounts: Verb = Verb("")
    unread_words: Verb = Verb("")
    of_these: Verb = Verb("")


class Nearest(Frozen):
    """How many price points are recorded, where, which formula that was tried is nearest, and off by how much for which bid."""

    recorded_points: int
    where: str
    published_formula: str
    fits: tuple[str, ...]
    held: int
    error: Decimal
    furthest: str
    source: Verb = RECORDED
    of_these: Verb = Verb("")


def recorded_fits(case: Case) -> tuple[tuple[Record | None, Hit[Fitted] | Unassessed | Tabled], ...]:
    """Return what is to be said of the price points of every lot, with their record."""
    return tuple((None, one) if isinstance(one, Unassessed) else (one, _judged(case, one)) for one in _records(case))


def _records(case: Case) -> Iterator[Record | Unassessed]:
    by_lot: dict[str | None, list[Total]] = {}
    for total in totals_that_count(case):
        if total.price is not None and total.bid is not None:
            by_lot.setdefault(lot_of(case, total.bid, total.lot), []).append(total)
    for lot, totals in by_lot.items():
        priced = [one for one in weights_in_full(case, lot) or () if one[0].is_price]
        if len(priced) != 1 or priced[0][1] <= 0:
            reason = "the weights do not give the price one weight above zero"
            yield Unassessed(totals[0].field("price"), reason, ("tender.award_criteria",))
            continue
        question, weight = priced[0]
        found = record_of(case, lot, totals, weight, question.formula)
        if isinstance(found, Record) and case.once(adjusted):
            # Whether prices count as they were bid or as they were adjusted is a convention: that of most points.
            after = record_of(case, lot, totals, weight, question.formula, adjustments=True)
            if isinstance(after, Record) and (_held(after) or 0) > (_held(found) or 0):
                found = after
        yield _as_totals_are(case, found) if isinstance(found, Record) else found


def _as_totals_are(case: Case, record: Record) -> Record:
    """Return a record with the unit of its totals, which may be another whole; where its points do not follow as they are.

    Totals hang on the panel's scores as well, so that points which follow by themselves need not wait for those.
    """
    if _held(record) in (None, len(record.pairs)) or not (reading := reading_of(case, record.lot)):
        return record
    return record._replace(unit=reading.parts[1].factor, grain=reading.parts[1].grain)


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
    sets: dict[tuple[Fraction, ...], None] = {}
    sure = True
    for total in totals:
        prices = prices_of(case, total, lot, compared_beside(case, lot))
        if isinstance(prices, Unassessed):
            return prices
        sure = sure and prices.sure
        ways = prices.compared[2:] if adjustments else prices.compared[:2]
        pairs.append((total, ways[0][0], total.price or Decimal(0)))
        sets.update(dict.fromkeys(tuple(others) for _, others in ways))
    # What a rejected bid is compared with holds itself as well; the others are compared with less.
    every = {one for some in sets for one in some}
    known = [some for some in sets if all(price in some for _, price, _ in pairs)]
    where = f"for lot {lot}" if lot and len(case.lots) > 1 else "for the contract"
    whole = max(weight, sum((one for _, one in weights_in_full(case, lot) or ()), Fraction(0)))
    return Record(lot, where, tuple(pairs), tuple(known) or (tuple(sorted(every)),), weight, whole, formula,
                   roundings_beside(case, formula) if formula else (), sure=sure,
                   halves=any(speaks_of_halves(one) for one in texts_on_the_award(case)))  # fmt: skip


def _judged(case: Case, record: Record) -> Hit[Fitted] | Unassessed | Tabled:
    node, held = case.evaluation.node, _held(record)
    if held is None and record.formula and (reason := _no_answer(record, record.formula)):
        names = (f"{text_of(record.formula.path)}.{reason.field}",) if reason.field else ()
        return Unassessed(record.formula.node, str(reason), names)
    declared = record.formula.name if record.formula else None
    if held == len(record.pairs):
        return Tabled(node, Measurement("reproduced", facts_of(record, (), held)))
    if held is not None and record.sure and telling(record) and (taxed := _by_other_tax(case, record, held)):
        return _hit(case, record, taxed)
    found, factor = _searched(case, record)
    if other := by_other_weight(case, record, found):
        return _of_other_weight(case, record, facts_of(record, (other,), held))
    placed = None if found.exact else by_place(record)
    if not found.exact and placed is None and (shared := by_share(record)):
        return Tabled(node, Measurement("fits" if telling(record) else "too-few", facts_of(record, (shared,), held)))
    if not found.exact and placed is None:
        return Tabled(node, _near(case, record, found.nearest, held))
    borne = tuple(one for one in found.exact if _is_borne(record, one, len(record.pairs) - (held or 0)))
    tells = telling(record) and (placed is not None or bool(borne))
    full = None if factor == 1 else record.scaled(factor)
    fits = (placed,) if placed else listed(finest(borne, declared) if tells else found.exact, full, record.formula)
    facts = facts_of(record, fits, held)
    if held is None or not tells or not (record.sure or any(one.chance == 0 for one in borne)):
        # By a cheaper price that is not given the published formula may give the same; the rule about totals asks.
        return Tabled(node, Measurement("fits" if tells else "too-few", facts))
    return _hit(case, record, facts, loose=_is_loosely_said(record, borne))


def _is_loosely_said(record: Record, borne: tuple[Fit, ...]) -> bool:
    """Whether all points follow by the published formula in another rounding that its declared one may mean."""
    formula = record.formula
    if formula is None or formula.rounding is None:
        return False
    own = (one for one in borne if known_as(one.name) == known_as(formula.name or "") and one.parts == 1)
    return any(may_be_meant(formula.rounding, one.places or 0, one.mode) for one in own)


def _hit(case: Case, record: Record, facts: Fitted, *, loose: bool = False) -> Hit[Fitted]:
    declared = record.formula.name if record.formula else None
    facts = facts._replace(accounts=accounted(case, record.lot, record.keys, 1).told)
    key = f"{record.where}|{declared}"
    return Hit(record.pairs[0][0].field("price"), facts, record.related, maybe(loose), key)


def _of_other_weight(case: Case, record: Record, facts: Fitted) -> Hit[Fitted] | Tabled:
    """Return what is to be said of points that other full points give, which rules about weights may tell of already."""
    told = any(one(case, record.lot).figures for one in (weights_accounted, applied_accounted))
    if told or not record.sure:
        return Tabled(case.evaluation.node, Measurement("fits", facts))
    return _hit(case, record, facts)


def _by_other_tax(case: Case, record: Record, held: int) -> Fitted | None:
    """Return that the published formula gives every point by the amounts that do not count, with tax or without."""
    other = other_amounts(case, record.lot)
    if other is None or any(total.bid not in other.prices for total, _, _ in record.pairs):
        return None
    pairs = tuple((total, other.prices[total.bid], said) for total, _, said in record.pairs)
    if _held(record._replace(pairs=pairs, sets=(other.inside,))) != len(pairs):
        return None
    facts = facts_of(record, (f"the same from those {other.kind} tax",), held)
    return facts._replace(published_formula=f"{facts.published_formula}, from the prices {other.counted} tax")


def by_place(record: Record) -> str | None:
    """Return in words by how much points fall from one price to the next dearer where it is the same for every place.

    Scores by rank say nothing of how far prices are apart. Three places may fall alike by chance; four are asked for.
    """
    points: dict[Fraction, set[Decimal]] = {}
    for _, price, said in record.pairs:
        points.setdefault(price, set()).add(said)
    order = [points[price] for price in sorted(points)]
    if len(order) < _PLACES or any(len(one) > 1 for one in order):
        return None
    falls = [one for each in order for one in each]
    top = Fraction(falls[0])
    step = (top - Fraction(falls[-1])) / (len(falls) - 1)
    full = any(abs(top - record.scaled(factor)) <= half_unit(falls[0]) for factor in record.factors)
    alike = all(abs(Fraction(one) - (top - step * at)) <= half_unit(one) for at, one in enumerate(falls))
    return f"the places of the prices, {plain(rounded(step, 2))} points apart" if full and alike and step > 0 else None


def _near(case: Case, record: Record, nearest: Fit | None, held: int | None) -> Measurement:
    """Return what is nearest, where nothing that is known gives all of the points."""
    if nearest is None:
        return Measurement("unknown", facts_of(record, (), held))
    one = facts_of(record, (fit_called(nearest, record.formula),), held)
    off = rounded(nearest.largest, 4)
    return Measurement(
        "nearest",
        Nearest(one.recorded_points, one.where, one.published_formula, one.fits, one.held, off,
                bid_called(case, _furthest(record, nearest).bid), of_these=one.of_these),
    )  # fmt: skip


def _furthest(record: Record, nearest: Fit) -> Total:
    """Return the total whose points are as far off those of a formula as any are."""
    numbers = dict(nearest.parameters)
    for prices, factor in product(record.sets, record.factors):
        full = record.scaled(factor)
        off = {abs(price_points(nearest.name, price, prices, full, numbers) - Fraction(said)): total
               for total, price, said in record.pairs}  # fmt: skip
        if max(off) == nearest.largest:
            return off[nearest.largest]
    return record.pairs[0][0]


def facts_of(record: Record, fits: tuple[str, ...], held: int | None) -> Fitted:
    """Return the facts that every sentence about points for price tells."""
    of_these = Verb("") if held is None else Verb(f", which gives {held} of them")
    return Fitted(len(record.pairs), record.where, published(record), fits, held or 0, record.source, of_these=of_these)


def _held(record: Record) -> int | None:
    """Return how many recorded points the published formula gives; `None` where it has no price points or no answer."""
    formula = record.formula
    if formula is None or not scores_price(formula) or _no_answer(record, formula):
        return None
    counts = [
        sum(gives(formula, price, prices, record, factor, said) for _, price, said in record.pairs)
        for prices in record.sets
        for factor in record.factors
    ]
    return max(counts)


def _no_answer(record: Record, formula: Formula) -> FormulaError | None:
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


def _searched(case: Case, record: Record) -> tuple[Search, Fraction]:
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
    found, _ = _searched(case, record)
    borne = tuple(one for one in found.exact if _is_borne(record, one, len(record.pairs)))
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


def _is_borne(record: Record, fit: Fit, wrong: int) -> bool:
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
