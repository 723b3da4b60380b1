"""Checks of the family `scoring` on totals, worked out again exactly from scores, prices and published weights.

How a score becomes points is a convention. A record passes when a usual one reproduces it: a share of the scale's top or
of its length; points, per cent or a mean on the scale; rounded at the end or criterion by criterion; rejected bids within
the price formula or not. What no convention reproduces is found.
"""

from decimal import Decimal
from fractions import Fraction
from itertools import product

from fairaudit.analysis.formulas import FormulaError, half_unit, price_points, rounded
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria_of_lots import lot_ids, weights_in_full
from fairaudit.checks.scoring.criterion_tree import Question, scored_leaves, worth
from fairaudit.checks.scoring.evaluation_records import OUT, bid_called, bid_with, lot_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.criteria import Formula
from fairaudit.procurement.evaluation import Evaluation, Score, Total
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.records import Bid
from fairaudit.procurement.wanted import in_list

_NOT_IN = OUT | {"invited", "pending"}
_USUAL = ("half-up", "half-even")
"""The roundings that need no declaring."""

Way = tuple[Fraction, ...]
"""Points criterion by criterion, by one convention."""


class Recomputed(Frozen):
    """A recorded figure, what the records give when it is worked out again, and from what."""

    bid: str
    part: str
    recorded: Decimal
    recomputed: Decimal
    basis: str


class Points(Frozen):
    """What a part of a total can be, convention by convention, out of a weight; `top` is the one scale all share."""

    ways: tuple[Way, ...]
    weight: Fraction
    top: Fraction | None
    sure: bool
    basis: str

    def shown(self, small: bool) -> list[Way]:
        """Return every way the points may be written: as they are, out of 100, or as a mean on the scale."""
        factors = [Fraction(1)] + ([Fraction(100)] if small else [])
        if self.weight > 0:
            factors += [100 / self.weight] + ([self.top / self.weight] if self.top else [])
        return [tuple(one * factor for one in way) for factor in dict.fromkeys(factors) for way in self.ways]


@check
def totals_recompute(node: Node[Evaluation], case: Case) -> Found[Recomputed]:
    """Flag recorded totals that do not follow from the scores, the prices and the published weights."""
    totals = node.value.totals
    if totals is None:
        yield Unassessed(node, "evaluation.totals is not given", ("evaluation.totals",))
    elif case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
    else:
        for total in totals:
            yield from _total(case, total)


def _total(case: Case, total: Total) -> Found[Recomputed]:
    """Judge the parts that are recorded, then the total; a mistake that only carries over is found once."""
    lot = lot_of(case, total.bid, total.lot)
    lacking = "bid" if total.bid is None else "lot" if lot is None and len(lot_ids(case)) > 1 else None
    if lacking:
        name = f"{text_of(total.path)}.{lacking}"
        yield Unassessed(total.node, f"{name} is not given", (name,))
        return
    shares = weights_in_full(case, lot)
    if shares is None:
        reason = "the published weights are not all given as numbers that add up"
        yield Unassessed(total.node, reason, _without_weight(case, lot))
        return
    small = sum((one[1] for one in shares), Fraction(0)) <= 1
    quality = _quality(case, total, lot, [one for one in shares if not one[0].is_price])
    price = _price(case, total, lot, [one for one in shares if one[0].is_price])
    for name, points in (("quality", quality), ("price", price)):
        if getattr(total, name) is not None:
            if isinstance(points, Unassessed):
                yield points
            else:
                yield from _compare(case, total, name, points.shown(small), points)
    if total.total is not None:
        yield from _whole(case, total, quality, price, small)
    elif total.quality is None and total.price is None:
        name = f"{text_of(total.path)}.total"
        yield Unassessed(total.node, f"{name} is not given", (name,))


def _whole(
    case: Case, total: Total, quality: Points | Unassessed, price: Points | Unassessed, small: bool
) -> Found[Recomputed]:
    """Compare a total with both parts worked out again, and with the parts as they are recorded."""
    ways: list[Way] = []
    known = [one for one in (quality, price) if isinstance(one, Points)]
    if len(known) == 2:
        ways += _together(known).shown(small)
    parts = [_as_recorded(total.quality, quality), _as_recorded(total.price, price)]
    if (total.quality, total.price) != (None, None) and all(parts):
        ways += [first + second for one, other in zip(*parts, strict=True) for first, second in product(one, other)]
    if ways:
        both_recorded = total.quality is not None and total.price is not None
        recorded = Points((), Fraction(0), None, both_recorded, "the recorded parts")
        yield from _compare(case, total, "total", ways, recorded if both_recorded else _together(known))
    else:
        yield next(one for one in (quality, price) if isinstance(one, Unassessed))


def _together(parts: list[Points]) -> Points:
    """Return several parts as one; they share a scale only where each has the same."""
    ways = tuple(sum(one, ()) for one in product(*(part.ways for part in parts)))
    tops = {one.top for one in parts if one.weight}
    top = next(iter(tops)) if len(tops) == 1 else None
    weight = sum((one.weight for one in parts), Fraction(0))
    bases = " and ".join(one.basis for one in parts if one.basis)
    return Points(ways, weight, top, all(one.sure for one in parts), bases)


def _as_recorded(value: Decimal | None, points: Points | Unassessed) -> list[list[Way]]:
    """Return what a part adds to the total by each convention: as it stands, out of 100, or as a share of its weight."""
    if isinstance(points, Points):
        if value is None:
            return [list(points.ways)] * 3
        exact = Fraction(value)
        return [[(exact,)], [(exact * points.weight / 100,)], [(exact * points.weight,)]]
    return [] if value is None else [[(Fraction(value),)]] * 3


def _compare(case: Case, total: Total, part: str, ways: list[Way], points: Points) -> Found[Recomputed]:
    """Compare a recorded figure with every convention; a finding names the nearest."""
    recorded: Decimal = getattr(total, part)
    if any(_reproduces(recorded, one) for one in ways):
        return
    sums = [sum(one, Fraction(0)) for one in ways]
    nearest = min(sums, key=lambda one: abs(one - Fraction(recorded)))
    name = "total" if part == "total" else f"{part} part"
    facts = Recomputed(bid_called(case, total.bid), name, recorded, _brief(nearest, recorded), points.basis)
    yield Hit(total.field(part), facts, confidence=None if points.sure else "possible", key=f"{total.bid}|{part}")


def _brief(exact: Fraction, recorded: Decimal) -> Decimal:
    """Return a figure with one more place than the recorded one, which keeps them apart: they differ by half a place."""
    exponent = recorded.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return rounded(exact, places + 1)


def _reproduces(recorded: Decimal, way: Way) -> bool:
    """Whether points give a recorded figure, rounded at the end or criterion by criterion to the recorded places."""
    if abs(sum(way, Fraction(0)) - Fraction(recorded)) <= half_unit(recorded):
        return True
    exponent = recorded.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return any(sum((rounded(one, places, mode) for one in way), Decimal(0)) == recorded for mode in _USUAL)


def _without_weight(case: Case, lot: str | None) -> tuple[str, ...]:
    """Return the weights that are not given; none where those that are do not add up."""
    bare = (one for one in scored_leaves(case) if one.applies_to(lot) and worth(one) is None)
    return tuple(f"{text_of(one.criterion.path)}.weight" for one in bare)


def _quality(case: Case, total: Total, lot: str | None, shares: list[tuple[Question, Fraction]]) -> Points | Unassessed:
    """Return the points for what people scored, by the panel's scores, else by the mean of the individual ones."""
    panel = _of(total, lot, case.evaluation.consensus)
    scores = panel or _of(total, lot, case.evaluation.individual)
    tops: list[Fraction] = []
    lengths: list[Fraction] = []
    for question, weight in shares:
        found = _share(case, total, question, scores, bool(panel))
        if isinstance(found, Unassessed):
            return found
        tops.append(found[0] * weight)
        lengths.append(found[1] * weight)
    highest = {one.scale.maximum for one, _ in shares if one.scale and one.scale.maximum is not None}
    top = Fraction(next(iter(highest))) if len(highest) == 1 else None
    whole = sum((weight for _, weight in shares), Fraction(0))
    basis = "the panel's scores" if panel else "the mean of the individual scores"
    ways = tuple(dict.fromkeys((tuple(tops), tuple(lengths))))
    return Points(ways, whole, top, bool(panel) or not shares, basis if shares else "")


def _of(total: Total, lot: str | None, scores: tuple[Score, ...] | None) -> list[Score]:
    return [one for one in scores or () if one.bid == total.bid and one.lot in (None, lot)]


def _share(
    case: Case, total: Total, question: Question, scores: list[Score], panel: bool
) -> tuple[Fraction, Fraction] | Unassessed:
    """Return a score as a share of its scale's top, and of its length."""
    criterion, scale = question.criterion, question.scale
    kept = panel or case.evaluation.consensus is not None
    section = "evaluation.consensus" if kept else "evaluation.individual"
    found = [one.score for one in scores if criterion.id and one.criterion == criterion.id and one.score is not None]
    if not found:
        reason = f"there is no score of {bid_called(case, total.bid)} for {criterion.id or 'a criterion without an id'}"
        cell = in_list(case, section, f"criterion {criterion.id}, bid {total.bid}")
        return Unassessed(total.node, reason, (cell if criterion.id else f"{text_of(criterion.path)}.id",))
    if panel and len(set(found)) > 1:
        reason = f"the panel has several scores of {bid_called(case, total.bid)} for {criterion.id}"
        cell = in_list(case, section, f"one score for criterion {criterion.id}, bid {total.bid}")
        return Unassessed(total.node, reason, (cell,))
    if scale is None or scale.maximum is None:
        name = f"{text_of(criterion.path)}.scale"
        return Unassessed(total.node, f"{name} is not given", (name,))
    lowest, highest = Fraction(scale.minimum or 0), Fraction(scale.maximum)
    if highest <= max(lowest, Fraction(0)):
        name = f"{text_of(scale.path)}.maximum"
        return Unassessed(total.node, f"{name} is not above the scale's minimum", (name,))
    mean = sum(map(Fraction, found), Fraction(0)) / len(found)
    return mean / highest, (mean - lowest) / (highest - lowest)


def _price(case: Case, total: Total, lot: str | None, shares: list[tuple[Question, Fraction]]) -> Points | Unassessed:
    """Return the points for the price by the published formula, or by the panel's score where it has none."""
    if not shares:
        return Points(((),), Fraction(0), None, True, "")
    question, weight = shares[0]
    formula = question.formula
    if formula is None or formula.name is None:
        scored = {one.criterion for one in case.evaluation.consensus or () if one.bid == total.bid}
        if all(one.criterion.id in scored for one, _ in shares):
            return _quality(case, total, lot, shares)
        name = f"{text_of(question.criterion.path)}.formula"
        return Unassessed(total.node, f"{name} is not given", (name,))
    if len(shares) > 1:
        reason = "the price has several parts, and the price of each part is not recorded"
        return Unassessed(total.node, reason, (f"{text_of(question.criterion.path)}.formula",))
    prices = _prices(case, total, lot)
    if isinstance(prices, Unassessed):
        return prices
    own, sets, sure = prices
    try:
        ways = tuple(dict.fromkeys((_points(formula, own, others, weight),) for others in sets))
    except FormulaError as error:
        names = (f"{text_of(formula.path)}.{error.field}",) if error.field else ()
        return Unassessed(total.node, str(error), names)
    return Points(ways, weight, None, sure, f"the formula {formula.name}")


def _points(formula: Formula, own: Fraction, others: list[Fraction], weight: Fraction) -> Fraction:
    """Return the points of a price by a formula, with its declared rounding."""
    exact = price_points(formula.name or "", own, others, weight)
    places = formula.rounding.places if formula.rounding else None
    mode = (formula.rounding.mode if formula.rounding else None) or "half-up"
    return exact if places is None else Fraction(rounded(exact, places, mode))


def _prices(case: Case, total: Total, lot: str | None) -> tuple[Fraction, list[list[Fraction]], bool] | Unassessed:
    """Return a bid's price, the prices it may be compared with, and whether it is sure that these are all."""
    own = bid_with(case, total.bid)
    if own is None:
        lacking = in_list(case, "bids", f"bid {total.bid}")
        return Unassessed(total.node, f"the bid {total.bid} is not among the bids given", (lacking,))
    counted = {one.bid for one in case.evaluation.totals or () if lot_of(case, one.bid, one.lot) == lot}
    here = [one for one in case.bids if lot_of(case, one.id, None) == lot and one.round == own.round]
    rivals = [one for one in here if one.status not in _NOT_IN or one is own]
    scored = [one for one in here if one in rivals or one.id in counted]
    for one in scored:
        if one.value is None or one.value.amount is None:
            name = f"{text_of(one.path)}.value"
            return Unassessed(total.node, f"{name} is not given", (name,))
    if len({(one.value.currency, one.value.vat, one.unit) for one in scored if one.value}) > 1:
        reason = "the prices are in different currencies or units, or differ in VAT"
        return Unassessed(total.node, reason, _unlike(scored))
    # A cheaper bid that is not given would change every price point.
    sure = case.holds_all("bids") or any(one.number_of_bids == len(here) for one in case.awards)
    return _amounts([own])[0], [_amounts(rivals), _amounts(scored)], sure


def _unlike(bids: list[Bid]) -> tuple[str, ...]:
    """Return what some bids do not say of their prices and others do; none where all do and differ."""
    found: list[str] = []
    for name in ("value.currency", "value.vat", "unit"):
        said = [(one, getattr(one if name == "unit" else one.value, name.rpartition(".")[2], None)) for one in bids]
        if len({value for _, value in said}) > 1:
            found += [f"{text_of(one.path)}.{name}" for one, value in said if value is None]
    return tuple(found)


def _amounts(bids: list[Bid]) -> list[Fraction]:
    return [Fraction(one.value.amount) for one in bids if one.value and one.value.amount is not None]
