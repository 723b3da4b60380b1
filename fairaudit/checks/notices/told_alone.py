"""Checks of a letter by itself: whoever has only its own letter and the documents can hold one against the other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product

from fairaudit.analysis.formulas import half_unit, rounded
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.notices.replaced_letters import asked_where_replaced
from fairaudit.checks.scoring.criteria.labels import meant_by
from fairaudit.checks.scoring.criteria.of_lots import lot_ids, weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower, called, questions
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, maybe, plain
from fairaudit.checks.scoring.totals.whole_scores import whole_formula
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Summary
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.wanted import in_list


class Unpublished(Frozen):
    """Whose letter scores what is not among the published criteria."""

    bid: str
    criterion: str


@check
def letter_scores_what_is_published(node: Node[Summary], case: Case) -> Found[Unpublished]:
    """Flag a score in a letter for what the documents do not name; what the record scored too is its own matter."""
    one = node.value
    if not one.scores:
        return
    if case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
        return
    unnamed = next((text_of(each.criterion.path) for each in questions(case) if each.criterion.id is None), None)
    if unnamed is not None:
        yield Unassessed(node, f"{unnamed}.id is not given", (f"{unnamed}.id",))
        return
    for label, score in one.scores.items():
        meant = meant_by(case, label)
        if (not meant.questions or not meant.sure) and label not in case.once(_scored_on_record):
            at: Node[object] = Node((*one.path, "scores", label), score)
            yield Hit(
                at, Unpublished(bid_called(case, one.bid), label), confidence=maybe(bool(meant.questions)), key=label
            )


def _scored_on_record(case: Case) -> frozenset[str]:
    """Return what the records say bids were scored on."""
    given = case.evaluation
    scores = (*(given.consensus or ()), *(given.individual or ()))
    return frozenset(
        [
            *(given.criteria_applied or ()),
            *(given.weights_applied or {}),
            *(one.criterion for one in scores if one.criterion),
        ]
    )


class NotItsSum(Frozen):
    """The total that a letter tells, what its own scores give by the published weights, and from what."""

    bid: str
    told: Decimal
    sum: Decimal
    parts: str


class _Told(Frozen):
    """What a letter tells for a question that has a share of the whole."""

    question: Question
    share: Fraction
    figure: Decimal


class _Way(Frozen):
    """The points of a letter in one reading of its units, and the unit of the last digit of those that it may round, in all."""

    points: tuple[Fraction, ...]
    digits: Fraction

    @property
    def sum(self) -> Fraction:
        """The points together."""
        return sum(self.points, Fraction(0))

    def gives(self, told: Decimal, factor: Fraction) -> bool:
        """Whether they make a total, where the letter rounds to the nearest or cuts off."""
        digit, digits = 2 * half_unit(told), self.digits * factor
        nearest = (digit + digits) / 2
        return -max(digit, nearest) <= Fraction(told) - self.sum * factor <= max(digits, nearest)


@check
def letter_adds_up(node: Node[Summary], case: Case) -> Found[NotItsSum]:
    """Flag a total in a letter that its own scores do not give by the published weights, in any unit that they may be in.

    Where the record holds the total of the bid, the letter is compared with that instead. In a letter that a later one
    replaces, by its words or with a total that its scores give, it is a question.
    """
    yield from asked_where_replaced(
        case, node.value, lambda one: _not_its_sum(Node(one.path, one), case), lambda one: _judged(case, one)
    )


def _judged(case: Case, one: Summary) -> tuple[str, ...]:
    """Return the key of the total of a letter, if it can be held against the scores beside it."""
    if one.total is None or not one.scores:
        return ()
    return () if any(isinstance(each, Unassessed) for each in _not_its_sum(Node(one.path, one), case)) else ("",)


def _not_its_sum(node: Node[Summary], case: Case) -> Found[NotItsSum]:
    one = node.value
    lot = lot_of(case, one.bid, one.lot)
    if one.total is None or not one.scores or _total_on_record(case, one, lot):
        return
    told = _all_told(case, node, one, lot)
    if isinstance(told, Unassessed):
        yield told
        return
    whole, total = sum((each.share for each in told), Fraction(0)), Fraction(one.total)
    ways = [way for units in _UNITS if (way := _way(told, *units))]
    sums = [(way, factor) for way in ways for factor in _factors(told, whole)]
    if not sums:
        yield Unassessed(
            node, "the unit of the scores in the letter is not known", (_lacking(case, one, "unit of scores"),)
        )
    elif not any(way.gives(one.total, factor) for way, factor in sums):
        way, factor = min(sums, key=lambda each: abs(each[0].sum * each[1] - total))
        parts = " + ".join(plain(rounded(each * factor, 2)) for each in way.points)
        facts = NotItsSum(bid_called(case, one.bid), one.total, rounded(way.sum * factor, 2), parts)
        yield Hit(one.field("total"), facts)


def _lacking(case: Case, one: Summary, what: str) -> str:
    return in_list(case, "evaluation.summaries", f"{what}, bid {one.bid}")


def _total_on_record(case: Case, one: Summary, lot: str | None) -> bool:
    records = case.evaluation.totals or ()
    return any(
        each.bid == one.bid and each.total is not None and lot_of(case, each.bid, each.lot) == lot for each in records
    )


def _all_told(case: Case, node: Node[Summary], one: Summary, lot: str | None) -> list[_Told] | Unassessed:
    """Return what a letter tells for every question that counts for its lot, or why that is not known."""
    if lot is None and lot_ids(case) != (None,):
        return Unassessed(node, "the lot of the letter is not given", (f"{text_of(one.path)}.lot",))
    if whole_formula(case, lot) is not None:
        return Unassessed(node, "the formula gives price and quality one figure, and no sum", ("evaluation.totals",))
    shares = weights_in_full(case, lot)
    if not shares:
        return Unassessed(node, "the published weights are not all given", ("tender.award_criteria",))
    figures: dict[str | None, list[Decimal]] = {}
    for label, figure in (one.scores or {}).items():
        meant = meant_by(case, label).questions
        figures.setdefault(meant[0].criterion.id if len(meant) == 1 else None, []).append(figure)
    found: list[_Told] = []
    for question, share in shares:
        own = figures.get(question.criterion.id, []) if question.criterion.id else []
        if len(own) != 1:
            name = called(question.criterion)
            reason = f"the letter does not tell one score for {name}"
            return Unassessed(node, reason, (_lacking(case, one, f"one score for criterion {name}"),))
        found.append(_Told(question, share, own[0]))
    return found


_AS_GIVEN, _ABOVE_LOWEST, _POINTS, _PER_CENT = "as given", "above the lowest", "points", "per cent"
_UNITS = tuple(product((_AS_GIVEN, _ABOVE_LOWEST, _POINTS, _PER_CENT), repeat=2))
"""The unit of a letter's scores and that of its figures for the price; a score may count from 0 or from its scale's low end."""


def _way(told: list[_Told], quality: str, price: str) -> _Way | None:
    """Return the points of a letter in two units, `None` where a figure cannot be in its unit."""
    points: list[Fraction] = []
    digits = Fraction(0)
    for one in told:
        unit = price if one.question.is_price else quality
        scored = unit in (_AS_GIVEN, _ABOVE_LOWEST)
        share = _share_of_scale(one, unit) if scored else Fraction(one.figure) / _most(one, unit)
        digit = Fraction(0) if scored else 2 * half_unit(one.figure) / _most(one, unit)
        if share is None or not 0 <= share <= 1 + digit:
            return None
        points.append(one.share * share)
        digits += one.share * digit
    return _Way(tuple(points), digits)


def _most(one: _Told, unit: str) -> Fraction:
    return Fraction(100) if unit == _PER_CENT or one.share <= 0 else one.share


def _share_of_scale(one: _Told, unit: str) -> Fraction | None:
    """Return which share of a scale's top, or of its length, a score is."""
    top = _top(one)
    if top is None:
        return None
    lowest = Fraction((one.question.scale.minimum if one.question.scale else None) or 0)
    score = Fraction(one.figure)
    earned = lowest + top - score if better_is_lower(one.question) else score
    if not min(lowest, top) <= earned <= top or top <= lowest:
        return None
    return earned / top if unit == _AS_GIVEN else (earned - lowest) / (top - lowest)


def _top(one: _Told) -> Fraction | None:
    scale = one.question.scale
    return Fraction(scale.maximum) if scale is not None and scale.maximum is not None and scale.maximum > 0 else None


def _factors(told: list[_Told], whole: Fraction) -> Iterator[Fraction]:
    """Return by what points become a total: as published, of a hundred, or a mean on the scale that all share."""
    yield Fraction(1)
    if whole > 0:
        yield 100 / whole
        tops = {_top(one) for one in told if not one.question.is_price}
        if len(tops) == 1 and (top := next(iter(tops))) is not None:
            yield top / whole
