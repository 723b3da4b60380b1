"""The check of what price decides against what its weight says, as far as the documents alone settle it.

What a criterion decides is how far the points of two bids in the contest can lie apart: its weight, less what each bid that
stays in has anyway, by a scale that does not begin at nothing or a minimum score that shuts out. How a score becomes points
is a convention (a share of the scale's top or of its length), and where a finding would hang on it there is none.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import family_written
from fairaudit.analysis.rounding import apart
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria.of_lots import leaves_for, lots_apart, weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question, called, one_criterion_decides, parts_of, worth
from fairaudit.checks.scoring.minimums.readings import readings_of, yard_of
from fairaudit.checks.scoring.published.price_formulas import perhaps_priced
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion, Formula
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Tender
from fairaudit.sources.document import Path

_FLOORS, _CAPS = ("floor", "minimum"), ("cap", "maximum")
"""Parameters of formulas that hold the points of a price from below and from above, in a unit that is not said."""


class Effective(Frozen):
    """The share of price by its weight and by the points that can be had, in per cent, and what makes the difference."""

    nominal: Decimal
    effective: Decimal
    points: Decimal
    because: tuple[str, ...]


class Formulas(Frozen):
    """Formulas that give everything from no points to all of them, and those of which no bid gets the least."""

    full: frozenset[str]
    up_to: frozenset[str]


class Reading(Frozen):
    """One way to read the documents: scores by their scale's length or by its top, and unsaid minima shut out or not."""

    by_length: bool
    strict: bool


_READINGS = tuple(Reading(by_length, strict) for by_length in (False, True) for strict in (False, True))


@check
def price_decides_otherwise(
    node: Node[Tender], case: Case, *, at_most: Decimal, full: tuple[str, ...], up_to: tuple[str, ...] = ()
) -> Found[Effective]:
    """Flag a price whose share of the points that bids can differ by is more than `at_most` away from its share of the weight.

    Both shares are in per cent. Formulas of `full` give from none to all of the points. Those of `up_to` never give none, so
    price then decides less than is worked out: that it decides too much only asks a person to look.
    """
    if node.value.award_criteria is None:
        if not one_criterion_decides(node.value):
            yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
        return
    known = Formulas(frozenset(full), frozenset(up_to))
    told: set[tuple[Path, ...]] = set()
    for lot in lots_apart(case):
        shares = weights_in_full(case, lot)
        asked = tuple(one.criterion.path for one, _ in shares or ())
        if asked not in told or not asked:
            told.add(asked)
            yield from _of_lot(node, case, lot, shares, known, at_most)


def _of_lot(
    node: Node[Tender],
    case: Case,
    lot: str | None,
    shares: list[tuple[Question, Fraction]] | None,
    known: Formulas,
    at_most: Decimal,
) -> Found[Effective]:
    """Judge the criteria of one lot, where both price and something else count."""
    leaves = leaves_for(case, lot)
    if not any(one.is_price for one in leaves):
        if leaves and (open_ := perhaps_priced(case, leaves)):
            yield Unassessed(node, "no award criterion is about price, and nothing says that none is", open_)
    elif all(one.is_price for one in leaves):
        return
    elif shares is None:
        bare = tuple(text_of((*one.criterion.path, "weight")) for one in leaves if worth(one) is None)
        yield Unassessed(node, "the published weights are not all given as numbers that add up", bare)
    elif open_ := tuple(name for one, weight in shares if weight for name in _undetermined(one, known)):
        yield Unassessed(node, "how far the points of bids can lie apart is not given", open_)
    else:
        yield from _compared(node, lot, shares, known, at_most)


def _undetermined(question: Question, known: Formulas) -> Iterator[str]:
    """Yield what would say how far the points for a question can lie apart."""
    formula = question.formula if question.is_price else None
    if formula is not None and formula.name is not None:
        if formula.name.strip().lower() not in known.full | known.up_to:
            known_here = family_written(formula.name) is not None
            yield f"{text_of(formula.path)}{' (how far its points can lie apart)' if known_here else '.name'}"
    elif yard_of(question) is None:
        at = formula.path if formula else question.criterion.path
        yield text_of((*at, "name" if formula else "formula" if question.is_price else "scale"))


def _compared(
    node: Node[Tender],
    lot: str | None,
    shares: list[tuple[Question, Fraction]],
    known: Formulas,
    at_most: Decimal,
) -> Found[Effective]:
    """Compare both shares of price, by every way to read the documents."""
    whole = sum((weight for _, weight in shares), Fraction(0))
    if whole <= 0 or not _narrowed(shares):
        return  # Weights of nothing have a rule of their own; where every point can be had, both shares are the same.
    nominal = sum((weight for one, weight in shares if one.is_price), Fraction(0)) * 100 / whole
    found = [_effective(shares, reading) for reading in _READINGS]
    apart_by = [None if one is None else one - nominal for one in found]
    differing = [one for one in apart_by if one is None or abs(one) > at_most]
    if not differing:
        return
    nearest = min((one for one in apart_by if one is not None), key=abs, default=None)
    if nearest is None or len(differing) < len(found) or len({one is not None and one > 0 for one in differing}) > 1:
        unsaid = tuple(text_of((*one.path, "disqualifies")) for one in _bounded(shares) if one.disqualifies is None)
        what = "whether minimum scores shut a bid out" if unsaid else "how a score becomes points"
        yield Unassessed(node, f"{what} is not given, and price decides more or less by it", unsaid)
        return
    marks = (apart(nominal, Decimal(0)), apart(nominal + nearest, Decimal(0)))
    facts = Effective(*marks, apart(abs(nearest), at_most), tuple(dict.fromkeys(_because(shares))))
    at_best = nearest > 0 and any(_is_up_to(one, known) for one, weight in shares if weight)
    related = tuple((at, "narrows what can be had") for at in _narrowing(shares))
    yield Hit(node.value.field("award_criteria"), facts, related, "possible" if at_best else None, lot or "")


def _is_up_to(question: Question, known: Formulas) -> bool:
    formula = question.formula if question.is_price else None
    return formula is not None and (formula.name or "").strip().lower() in known.up_to


def _effective(shares: list[tuple[Question, Fraction]], reading: Reading) -> Fraction | None:
    """Return the share of price in what bids can differ by, in per cent; `None` where they cannot differ at all."""
    weights = {one.criterion.path: weight for one, weight in shares}
    price = sum((weight - _least(one, weights, reading) for one, weight in shares if one.is_price), Fraction(0))
    tops = {one.above[0].path if one.above else one.criterion.path: one for one, _ in shares if not one.is_price}
    quality = Fraction(0)
    for question in tops.values():
        top = Question(question.above[0]) if question.above else question
        quality += _sum(top, weights) - _least(top, weights, reading)
    whole = price + quality
    return price * 100 / whole if whole > 0 else None


def _sum(question: Question, weights: dict[Path, Fraction]) -> Fraction:
    """Return what a question and everything under it weighs, without price."""
    if question.is_leaf:
        return Fraction(0) if question.is_price else weights.get(question.criterion.path, Fraction(0))
    return sum((_sum(one, weights) for one in parts_of(question)), Fraction(0))


def _least(question: Question, weights: dict[Path, Fraction], reading: Reading) -> Fraction:
    """Return the fewest points with which a bid is in the contest."""
    weight = weights.get(question.criterion.path, Fraction(0)) if question.is_leaf else _sum(question, weights)
    if question.is_price and question.formula is not None and question.formula.name is not None:
        return weight * _held(question.formula, question.criterion.weight, reading)
    parts = sum((_least(one, weights, reading) for one in parts_of(question) if not one.is_price), Fraction(0))
    return max(parts, weight * _least_share(question, reading))


def _held(formula: Formula, weight: Decimal | None, reading: Reading) -> Fraction:
    """Return the share of a price's points that its formula's floor and cap take out: in points, in per cent or as a share."""
    given = formula.parameters or {}
    low = next((Fraction(given[one]) for one in _FLOORS if one in given), Fraction(0))
    high = next((Fraction(given[one]) for one in _CAPS if one in given), None)
    if not low and high is None:
        return Fraction(0)
    units = [Fraction(one) for one in (1, 100, weight or 0) if one and max(low, high or 0) <= one]
    shares = [1 - ((one if high is None else high) - low) / one for one in units]
    return (max(shares) if reading.strict else min(shares)) if shares else Fraction(int(reading.strict))


def _least_share(question: Question, reading: Reading) -> Fraction:
    """Return the least share of its own points that a question gives: where its scale begins, or what does not shut out."""
    yard = yard_of(question)
    begins = yard.lowest / yard.top if yard is not None and question.is_leaf and not reading.by_length else Fraction(0)
    minimum, ends = question.criterion.minimum_score, question.criterion.disqualifies
    if minimum is None or minimum <= 0 or ends is False or (ends is None and not reading.strict):
        return begins
    asked = [one.share for one in readings_of(question, minimum, yard)]
    share = (max(asked) if reading.strict else min(asked)) if asked else Fraction(int(reading.strict))
    if yard is not None and reading.by_length and yard.holds(minimum):
        share = max(Fraction(0), (share * yard.top - yard.lowest) / (yard.top - yard.lowest))
    return max(begins, share)


def _bounded(shares: list[tuple[Question, Fraction]]) -> Iterator[AwardCriterion]:
    """Yield every criterion and group with a minimum score that may shut out, once."""
    seen: set[Path] = set()
    for question, weight in shares:
        by_formula = question.is_price and question.formula is not None
        for one in question.lineage if weight and not by_formula else ():
            if one.path not in seen and (one.minimum_score or 0) > 0 and one.disqualifies is not False:
                seen.add(one.path)
                yield one


def _narrowed(shares: list[tuple[Question, Fraction]]) -> bool:
    """Whether some points are had by every bid, or by every bid in the contest: by a minimum, a scale or a formula."""
    if any(_bounded(shares)):
        return True
    for question, weight in shares:
        formula = question.formula if question.is_price else None
        if weight and formula is not None and not (formula.parameters or {}).keys().isdisjoint((*_FLOORS, *_CAPS)):
            return True
        yard = yard_of(question) if weight else None
        if yard is not None and yard.lowest:
            return True
    return False


def _narrowing(shares: list[tuple[Question, Fraction]]) -> Iterator[Node[object]]:
    for one in _bounded(shares):
        yield one.field("minimum_score")
    for question, weight in shares:
        if weight and question.scale and (question.scale.minimum or 0) > 0:
            yield question.scale.field("minimum")


def _because(shares: list[tuple[Question, Fraction]]) -> Iterator[str]:
    """Yield in words what every bid in the contest has anyway."""
    for one in _bounded(shares):
        yield f"{called(one)} shuts out below {format((one.minimum_score or Decimal(0)).normalize(), 'f')}"
    for question, weight in shares:
        lowest = question.scale.minimum if question.scale else None
        if weight and lowest and not (question.is_price and question.formula):
            yield f"{called(question.criterion)} is scored from {format(lowest.normalize(), 'f')}"
        given = (question.formula.parameters or {}) if question.is_price and question.formula else {}
        for names, what in ((_FLOORS, "no fewer than"), (_CAPS, "no more than")):
            if held := next((given[one] for one in names if one in given), None):
                yield f"the formula of {called(question.criterion)} gives {what} {format(held.normalize(), 'f')}"
