"""Which formula gives what totals leave for price, where nothing but totals is recorded and they are not as published.

Points for price are a total less the points that the scores give for quality by the published weights. That says something
only where quality is known for sure, no other cause accounts for what is wrong, and more totals are wrong than a formula was
free to be chosen by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import chain, product
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas import FormulaError, as_meant, half_unit, in_parts, points, rounded
from fairaudit.checks.base import Either, Hit, Tabled, Unassessed, Verb
from fairaudit.checks.contest.joint_fit import totals_accounted
from fairaudit.checks.measurement import Measurement
from fairaudit.checks.prices.fit_search import LIKELY, estimate_of, finest, known_numbers, record_of
from fairaudit.checks.prices.fit_words import listed
from fairaudit.checks.prices.formula_fit import Fitted, by_place, facts_of
from fairaudit.checks.prices.price_record import Record, as_published, is_strange, telling
from fairaudit.checks.prices.rounded_alike import scores_price
from fairaudit.checks.scoring.compared.prices import adjusted
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question
from fairaudit.checks.scoring.evaluation_records import lot_of, totals_that_count
from fairaudit.checks.scoring.figures.applied_weights import applied_accounted
from fairaudit.checks.scoring.figures.inferred_weights import weights_accounted
from fairaudit.checks.scoring.totals.causes import accounted
from fairaudit.checks.scoring.totals.conventions import reproduces, times
from fairaudit.checks.scoring.totals.points import Points, Way, points_for_quality
from fairaudit.checks.scoring.totals.totals import averages_behind, reading_of, wrong_figures
from fairaudit.checks.scoring.totals.turned_scales import turning_accounted
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Total

if TYPE_CHECKING:
    from fairaudit.analysis.formulas.fitting import Fit
    from fairaudit.analysis.formulas.solving import Solved

Shares = list[tuple[Question, Fraction]]
_KEPT = 6
"""To how many places at least what a total leaves is worked out, where it is no decimal. Heuristic."""
_SPARE = 2
"""How many more totals must be wrong than a fit was free to be chosen by. Heuristic."""
_MOST_ROUNDED = 2
"""Points for price that are rounded, in a total that is rounded, are less than so much off."""
_CUT = ((0, 2), (2, 0))
"""By how many halves of their last digit totals that were cut may be too low, and those that were rounded up too high."""
_ANY = 9
"""More free numbers than any formula has."""


class _Left(Frozen):
    """The totals of a lot, by one way of counting quality and one set of prices: what a formula's points are added to.

    All stand in the unit of the totals; `full` are the points of a full price part. `wrong` are the bids whose total the
    published formula does not give.
    """

    record: Record
    quality: tuple[Way, ...]
    full: Fraction
    wrong: frozenset[str]

    def gives(self, worked_out: list[Fraction]) -> bool:
        """Whether the totals follow from points for price and those for quality."""
        said = (total.total or Decimal(0) for total, _, _ in self.record.pairs)
        parts = zip(said, self.quality, worked_out, strict=True)
        return all(reproduces(total, (*quality, price)) for total, quality, price in parts)

    def cut(self, name: str, parameters: Mapping[str, Fraction], prices: tuple[Fraction, ...]) -> bool:
        """Whether every total is what a formula gives, cut to its last digit, or every one rounded up to it."""
        off = []
        for (total, price, _), quality in zip(self.record.pairs, self.quality, strict=True):
            try:
                paid = points(name, price, prices, self.full, parameters)
            except FormulaError:
                return False
            said = total.total or Decimal(0)
            off.append((sum(quality, paid) - Fraction(as_meant(said))) / (2 * half_unit(said)))
        return all(0 <= one < 1 for one in off) or all(-1 < one <= 0 for one in off)


def left_fits(case: Case) -> tuple[tuple[Record, Hit[Fitted] | Tabled], ...]:
    """Return by lot what is to be said of what its totals leave for price, where another formula gives all of it.

    Beside a published formula that nobody knows no total is wrong: what the totals fit is measured.
    """
    by_lot: dict[str | None, list[Total]] = {}
    for total in totals_that_count(case) if case.tender.award_criteria is not None else ():
        by_lot.setdefault(lot_of(case, total.bid, total.lot), []).append(total)
    found = (_of_lot(case, lot, totals) for lot, totals in by_lot.items() if _bare(totals))
    return tuple(one for one in found if one is not None)


def left_by_totals(case: Case, lot: str | None) -> Iterator[Record]:
    """Yield what the totals of a lot leave for price, in every usual way, where nothing is recorded for price itself."""
    totals = [one for one in totals_that_count(case) if lot_of(case, one.bid, one.lot) == lot]
    if totals and _bare(totals):
        yield from (one.record for one in _lefts(case, lot, totals, frozenset()))


def _bare(totals: list[Total]) -> bool:
    """Whether every bid has a total, and none has points for price."""
    return all(one.bid is not None and one.total is not None and one.price is None for one in totals)


def _of_lot(case: Case, lot: str | None, totals: list[Total]) -> tuple[Record, Hit[Fitted] | Tabled] | None:
    if any(is_strange(one.formula) for one, _ in weights_in_full(case, lot) or () if one.is_price):
        return _beside_strange(case, lot, totals)
    wrong = wrong_figures(case, lot)
    if len(wrong) < _SPARE or any(one.facts.part != "total" for one in wrong) or _told_otherwise(case, lot):
        return None
    bids = frozenset(one.key.partition("|")[0] for one in wrong)
    for left in _lefts(case, lot, totals, bids):
        fits = tuple(one for one in _fits(case, left) if _is_borne(left, one))
        if fits:
            usual = finest(tuple(sorted(fits, key=_oddness)), _declared(left))
            return left.record, _hit(case, left, listed(usual, None, left.record.formula))
        if left.record.sure and (placed := by_place(left.record)):
            return left.record, _hit(case, left, Either((placed,)))
    return None


def _beside_strange(case: Case, lot: str | None, totals: list[Total]) -> tuple[Record, Tabled] | None:
    """Return by which known formulas all totals follow, where the published one is not known."""
    for left in _lefts(case, lot, totals, frozenset(one.bid or "" for one in totals)):
        fits = tuple(one for one in _fits(case, left) if _is_borne(left, one))
        if fits and telling(left.record):
            facts = facts_of(left.record, listed(finest(tuple(sorted(fits, key=_oddness)), None)), None)
            return left.record, Tabled(case.evaluation.node, Measurement("fits", facts))
    return None


def _told_otherwise(case: Case, lot: str | None) -> bool:
    """Whether something else accounts for the wrong totals: other weights, a scale turned round, quality against the best."""
    causes = (weights_accounted, applied_accounted, turning_accounted, totals_accounted)
    return bool(averages_behind(case).get(lot)) or any(one(case, lot).figures for one in causes)


def _lefts(case: Case, lot: str | None, totals: list[Total], wrong: frozenset[str]) -> Iterator[_Left]:
    """Yield every usual way to count quality and prices by which totals may leave points for price."""
    shares, reading = weights_in_full(case, lot) or [], reading_of(case, lot)
    kinds = [[one for one in shares if one[0].is_price is price] for price in (False, True)]
    if reading is None or len(kinds[1]) != 1 or kinds[1][0][1] <= 0 or not kinds[0]:
        return
    question, weight = kinds[1][0]
    if question.formula is None or not (scores_price(question.formula) or is_strange(question.formula)):
        return
    quality = _qualities(case, lot, totals, kinds[0])
    for adjustments in (False, True) if case.once(adjusted) else (False,):
        record = record_of(case, lot, totals, weight, question.formula, adjustments)
        if isinstance(record, Unassessed):
            return
        for ways, basis in quality:
            own = tuple(times(one, reading.factor) for one in ways)
            yield _Left(_left(record, own, basis), own, weight * reading.factor, wrong)


def _qualities(case: Case, lot: str | None, totals: list[Total], shares: Shares) -> list[tuple[tuple[Way, ...], str]]:
    """Return the points for quality of all bids in each usual way, and from what; none where a score is not on its scale."""
    known = [points_for_quality(case, one, lot, shares) for one in totals]
    sure = [one for one in known if isinstance(one, Points) and _on_scale(one, shares)]
    if len(sure) < len(totals):
        return []
    ways = dict.fromkeys(tuple(one.ways[at] for one in sure) for at in (0, 1))
    return [(one, sure[0].basis) for one in ways]


def _on_scale(found: Points, shares: Shares) -> bool:
    tops = [weight for _, weight in shares]
    return all(0 <= one <= top for way in found.ways for one, top in zip(way, tops, strict=True))


def _left(record: Record, quality: tuple[Way, ...], basis: str) -> Record:
    """Return a record of what the totals leave once the points for quality are taken from them."""
    pairs = tuple(
        (total, price, _less(total.total or Decimal(0), sum(own, Fraction(0))))
        for (total, price, _), own in zip(record.pairs, quality, strict=True)
    )
    source = Verb(f"(not recorded: what each total leaves for price after quality by {basis})")
    kept = tuple(sum(one, Fraction(0)) for one in quality)
    return record._replace(pairs=pairs, part="total", source=source, kept=kept)


def _less(total: Decimal, quality: Fraction) -> Decimal:
    """Return what a total leaves, to the places it is written with and as many more as the points for quality need."""
    exact = Fraction(as_meant(total)) - quality
    most = max(_KEPT, -int(total.as_tuple().exponent))
    return next(
        (one for places in range(most + 1) if Fraction(one := rounded(exact, places)) == exact), rounded(exact, most)
    )


def _fits(case: Case, left: _Left) -> Iterator[Fit]:
    """Yield every formula by which all totals follow, with the most usual rounding that does it.

    Parameters are solved from what the totals leave only where no usual ones give it.
    """
    # Imported here: most totals follow from the published formula.
    from fairaudit.analysis.formulas.fitting import candidates, tried

    found = False
    published = as_published(left.record.formula)
    for name, parameters in candidates(estimate_of(left.record), published):
        for prices in left.record.sets:
            fit = _fit(left, name, parameters, prices)
            if fit is not None:
                found = True
                yield fit._replace(free=tried(name, parameters, published))
                break
    if not found:
        yield from _solved(case, left)


def _solved(case: Case, left: _Left) -> Iterator[Fit]:
    """Yield the formulas by which all totals follow with parameters that these leave.

    None with more free numbers than one by which the totals follow once they are cut: a further number makes up for that.
    """
    from fairaudit.analysis.formulas.solving import chance

    record, full = left.record, left.full
    half = min(half_unit(total.total or Decimal(0)) for total, _, _ in record.pairs)
    recorded = [(price, said) for _, price, said in record.pairs]
    fits = [
        fit._replace(free=one.free, chance=chance(recorded, full, one.free, 2 * half))
        for one, prices in _proposed(case, left, (1, 1))
        if (fit := _fit(left, one.name, one.parameters, prices)) is not None
    ]
    most = _free_if_cut(case, left) if fits else 0
    yield from (one for one in fits if one.free <= most)


def _proposed(case: Case, left: _Left, room: tuple[int, int]) -> Iterator[tuple[Solved, tuple[Fraction, ...]]]:
    """Yield what may give all totals by so many halves of a last digit less and more than they are, with the prices compared."""
    from fairaudit.analysis.formulas.solving import Window, solutions
    from fairaudit.analysis.formulas.solving_discounts import discount_solutions

    record, full, (below, above) = left.record, left.full, room
    rows = [(price, Fraction(said), half_unit(total.total or Decimal(0))) for total, price, said in record.pairs]
    seen = tuple(
        Window(price, (said - below * half) / full, (said + above * half) / full) for price, said, half in rows
    )
    known = known_numbers(case, record)
    for prices in record.sets:
        estimates = (*filter(None, [estimate_of(record)]), *known)
        every = chain(solutions(seen, prices, estimates, known), discount_solutions(seen, prices, known))
        yield from ((one, prices) for one in every)


def _free_if_cut(case: Case, left: _Left) -> int:
    """Return the fewest free numbers by which all totals follow where they were cut or rounded up; very many where by none."""
    from fairaudit.analysis.formulas.fitting import candidates

    usual = candidates(estimate_of(left.record), as_published(left.record.formula))
    if any(left.cut(name, given, prices) for name, given in usual for prices in left.record.sets):
        return 0
    solved = (each for room in _CUT for each in _proposed(case, left, room))
    return min((one.free for one, prices in solved if left.cut(one.name, one.parameters, prices)), default=_ANY)


def _fit(left: _Left, name: str, parameters: Mapping[str, Fraction], prices: tuple[Fraction, ...]) -> Fit | None:
    from fairaudit.analysis.formulas.fitting import HALVES, MODES, PLACES, Fit

    try:
        exact = [points(name, price, prices, left.full, parameters) for _, price, _ in left.record.pairs]
    except FormulaError:
        return None
    off = max(abs(one - Fraction(said)) for one, (_, _, said) in zip(exact, left.record.pairs, strict=True))
    if off >= _MOST_ROUNDED:
        return None
    given = tuple(sorted(parameters.items()))
    if left.gives(exact):
        return Fit(name, given, None, MODES[0], Fraction(0))
    ways = [
        *((mode, places, 1) for mode, places in product(MODES, reversed(PLACES))),
        *((mode, 0, HALVES) for mode in MODES),
    ]
    for mode, places, parts in ways:
        if left.gives([in_parts(one, places, mode, parts) for one in exact]):
            return Fit(name, given, places, mode, off, parts=parts)
    return None


def _is_borne(left: _Left, fit: Fit) -> bool:
    """Whether more totals are wrong, of bids with unlike prices, than a fit was free to be chosen by, and one tells for sure.

    None and full points may come about in many ways: by a part that was forgotten, or by one that nobody worked out.
    """
    own = {price: Fraction(said) for total, price, said in left.record.pairs if total.bid in left.wrong}
    if fit.chance > 0 and not left.record.sure:
        return False  # By a cheaper price that is not given the published formula may give the same.
    enough = len(own) >= fit.chosen + _SPARE and fit.chance <= LIKELY
    return enough and any(0 < said < left.full for said in own.values())


def _declared(left: _Left) -> str | None:
    return left.record.formula.name if left.record.formula else None


def _hit(case: Case, left: _Left, fits: Either) -> Hit[Fitted]:
    record, declared = left.record, _declared(left)
    explained = accounted(case, record.lot, record.keys)
    facts = facts_of(record, fits, len(record.pairs) - len(left.wrong))._replace(accounts=explained.told)
    first = record.pairs[0][0].field("total")
    return Hit(first, facts, record.related, explained.confidence, f"{record.where}|{declared}")


def _oddness(fit: Fit) -> tuple[bool, int, int]:
    return fit.largest > 0, fit.parts, len(fit.parameters)
