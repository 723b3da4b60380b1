"""What decides between bids with equal totals by the words of the tender, and whether a ranking follows it."""

from __future__ import annotations

from fractions import Fraction

from fairaudit.analysis.text.award.ties import LOT, PRICE, QUALITY, Step, TieRule
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.compared.prices import adjusted
from fairaudit.checks.scoring.compared.tax_basis import as_compared
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower, called, questions
from fairaudit.checks.scoring.evaluation_records import bid_with
from fairaudit.checks.scoring.totals.award_words import words_of_award
from fairaudit.checks.scoring.totals.points import points_for_price, points_for_quality
from fairaudit.frozen import Frozen
from fairaudit.law.tax import tax_said
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Total


class Decided(Frozen):
    """By which measure the first of two bids with equal totals is the better one, or the worse."""

    better: bool
    by: str


def published_tie_rule(case: Case) -> TieRule | None:
    """Return what the tender's method of award says of equal totals; `None` where it says nothing."""
    return words_of_award(case).ties


def decided(case: Case, lot: str | None, first: Total, second: Total) -> Decided | None:
    """Return how the published words decide between two bids with equal totals; `None` where they do not, or nobody can tell."""
    rule = published_tie_rule(case)
    for step in rule.steps if rule else ():
        figures = None if step.kind == LOT else _figures(case, lot, step, first, second)
        if figures is None:
            return None
        if figures[0] != figures[1]:
            return Decided(figures[0] > figures[1], _said(case, step))
    return None


def left_to_lots(case: Case, lot: str | None, first: Total, second: Total) -> bool:
    """Whether by the published words lots decide between two bids: all that comes before is recorded as equal."""
    rule = published_tie_rule(case)
    for step in rule.steps if rule else ():
        figures = None if step.kind == LOT else _figures(case, lot, step, first, second)
        if figures is None or figures[0] != figures[1]:
            return step.kind == LOT
    return False


def _said(case: Case, step: Step) -> str:
    if step.kind in (PRICE, QUALITY):
        return "the price" if step.kind == PRICE else "the points for quality"
    found = _question(case, step.name)
    return f"the score for {called(found.criterion) if found else step.name}"


def _question(case: Case, name: str) -> Question | None:
    known = [one for one in questions(case) if name in (one.criterion.id, one.criterion.name)]
    return known[0] if len(known) == 1 else None


def _figures(case: Case, lot: str | None, step: Step, first: Total, second: Total) -> tuple[Fraction, Fraction] | None:
    """Return what a step compares of two bids, the higher the better; `None` where it is not recorded."""
    question = _question(case, step.name) if step.name else None
    if step.name and question is None:
        return None
    if step.kind == PRICE or (question is not None and question.is_price):
        return _prices(case, first, second)
    shares = weights_in_full(case, lot) or ()
    own = [(one, weight) for one, weight in shares if not one.is_price and _is_under(one, question)]
    if question is not None and any(better_is_lower(one) for one, _ in own):
        return None  # Whether a higher score is the better one there is for a person to say.
    points = [points_for_quality(case, one, lot, own) for one in (first, second)] if own else []
    known = [sum(one.ways[0], Fraction(0)) for one in points if not isinstance(one, Unassessed)]
    return (known[0], known[1]) if len(known) == 2 else None


def _is_under(one: Question, question: Question | None) -> bool:
    """Whether a criterion is the named one or a part of it; where none is named, all are."""
    return question is None or any(part is question.criterion for part in one.lineage)


def _prices(case: Case, first: Total, second: Total) -> tuple[Fraction, Fraction] | None:
    bids = [bid_with(case, one.bid) for one in (first, second)]
    asked = (as_compared(case, one) for one in bids if one is not None)
    values = [one.value for one in asked if one.value is not None and one.value.amount is not None]
    unlike = len({(one.currency, tax_said(one)) for one in values}) > 1
    if len(values) < len(bids) or unlike or case.once(adjusted).keys() & {first.bid, second.bid}:
        return None
    one, other = (-Fraction(value.amount or 0) for value in values)
    return one, other


def worked_out_apart(case: Case, lot: str | None, first: Total, second: Total) -> bool:
    """Whether two totals that are recorded as equal are not when they are worked out again from scores and prices."""
    shares = weights_in_full(case, lot) or ()
    quality, price = ([one for one in shares if one[0].is_price is kind] for kind in (False, True))
    sums = []
    for one in (first, second):
        points = [points_for_quality(case, one, lot, quality), points_for_price(case, one, lot, price)]
        known = [sum(each.ways[0], Fraction(0)) for each in points if not isinstance(each, Unassessed)]
        sums.append(sum(known, Fraction(0)) if len(known) == len(points) else None)
    return None not in sums and sums[0] != sums[1]
