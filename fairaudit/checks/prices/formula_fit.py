"""Which formula price points were made by: those that are recorded, with what they may have been compared with."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas import half_unit, known_as, price_points, rounded
from fairaudit.checks.base import Hit, Tabled, Unassessed, Verb
from fairaudit.checks.measurement import Measurement
from fairaudit.checks.prices.fit_search import finest, held_by, is_borne, no_answer_of, record_of, searched
from fairaudit.checks.prices.fit_words import fit_called, listed
from fairaudit.checks.prices.other_full_points import by_other_weight
from fairaudit.checks.prices.price_record import RECORDED, Record, as_published, by_share, published, telling
from fairaudit.checks.scoring.compared.bare_points import bare_points
from fairaudit.checks.scoring.compared.prices import adjusted
from fairaudit.checks.scoring.compared.tax_basis import other_amounts
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.criteria.rounding_by_words import may_be_meant
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, maybe, plain, totals_that_count
from fairaudit.checks.scoring.figures.applied_weights import applied_accounted
from fairaudit.checks.scoring.figures.inferred_weights import weights_accounted
from fairaudit.checks.scoring.totals.causes import accounted
from fairaudit.checks.scoring.totals.totals import reading_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Total
from fairaudit.procurement.model.node import text_of

if TYPE_CHECKING:
    from fairaudit.analysis.formulas.fitting import Fit

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
        formula = question.formula
        if formula and (bare := bare_points(case, lot, formula, weight, question.criterion)):
            yield Unassessed(formula.node, str(bare), (f"{text_of(formula.path)}.{bare.field}",))
            continue
        found = record_of(case, lot, totals, weight, question.formula)
        if isinstance(found, Record) and case.once(adjusted):
            # Whether prices count as they were bid or as they were adjusted is a convention: that of most points.
            after = record_of(case, lot, totals, weight, question.formula, adjustments=True)
            if isinstance(after, Record) and (held_by(after) or 0) > (held_by(found) or 0):
                found = after
        yield _as_totals_are(case, found) if isinstance(found, Record) else found


def _as_totals_are(case: Case, record: Record) -> Record:
    """Return a record with the unit of its totals, which may be another whole; where its points do not follow as they are.

    Totals hang on the panel's scores as well, so that points which follow by themselves need not wait for those.
    """
    if held_by(record) in (None, len(record.pairs)) or not (reading := reading_of(case, record.lot)):
        return record
    return record._replace(unit=reading.parts[1].factor, grain=reading.parts[1].grain)


def _judged(case: Case, record: Record) -> Hit[Fitted] | Unassessed | Tabled:
    node, held = case.evaluation.node, held_by(record)
    if held is None and record.formula and (reason := no_answer_of(record, record.formula)):
        names = (f"{text_of(record.formula.path)}.{reason.field}",) if reason.field else ()
        return Unassessed(record.formula.node, str(reason), names)
    declared = record.formula.name if record.formula else None
    if held == len(record.pairs):
        return Tabled(node, Measurement("reproduced", facts_of(record, (), held)))
    if held is not None and record.sure and telling(record) and (taxed := _by_other_tax(case, record, held)):
        return _hit(case, record, taxed)
    found, factor = searched(case, record)
    if other := by_other_weight(case, record, found):
        return _of_other_weight(case, record, facts_of(record, (other,), held))
    placed = None if found.exact else by_place(record)
    if not found.exact and placed is None and (shared := by_share(record)):
        return Tabled(node, Measurement("fits" if telling(record) else "too-few", facts_of(record, (shared,), held)))
    if not found.exact and placed is None:
        return Tabled(node, _near(case, record, found.nearest, held))
    borne = tuple(one for one in found.exact if is_borne(record, one, len(record.pairs) - (held or 0)))
    tells = telling(record) and (
        placed is not None or (bool(borne) and not _may_be_published(record, found.exact, borne))
    )
    full = None if factor == 1 else record.scaled(factor)
    fits = (placed,) if placed else listed(finest(borne, declared) if tells else found.exact, full, record.formula)
    facts = facts_of(record, fits, held)
    if held is None or not tells or not (record.sure or any(one.chance == 0 for one in borne)):
        # By a cheaper price that is not given the published formula may give the same; the rule about totals asks.
        return Tabled(node, Measurement("fits" if tells else "too-few", facts))
    return _hit(case, record, facts, loose=_is_loosely_said(record, borne))


def _may_be_published(record: Record, exact: tuple[Fit, ...], borne: tuple[Fit, ...]) -> bool:
    """Whether all points follow from the published formula too, in a rounding that too few bear out, and none is published."""
    if (record.formula and record.formula.rounding) or record.said:
        return False
    own = as_published(record.formula)
    return any((one.name, dict(one.parameters)) == own and one not in borne for one in exact)


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
    if held_by(record._replace(pairs=pairs, sets=(other.inside,))) != len(pairs):
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
