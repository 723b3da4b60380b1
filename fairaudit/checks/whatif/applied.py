"""A contest by the weights that the record says were applied, each read as the core rule on applied weights reads it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fairaudit.analysis.contest.offers import Contest
from fairaudit.checks.contest.pricing import overall_by
from fairaudit.checks.contest.record import Field
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question
from fairaudit.checks.scoring.figures.applied_weights import Weighed, in_proportion, same_weight, weights_in
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion
from fairaudit.procurement.model.node import Node


class _Times(Frozen):
    """What a recorded weight makes of the published one; `within` its group, whose own weight may be recorded as well."""

    factor: Fraction
    within: bool


def contest_as_applied(case: Case, field: Field) -> Contest | str | None:
    """Return the contest by the weights applied, why it cannot be told, or nothing where none belongs to a criterion."""
    records = [
        one
        for one in weights_in(Node(case.evaluation.path, case.evaluation), case)
        if one.key in (case.evaluation.weights_applied or {})
    ]
    factors = _factors(case, field, records)
    if not isinstance(factors, dict):
        return factors
    contest = field.contest
    changed = [
        weight * _along(question.lineage, factors)
        for question, weight in zip(field.criteria, contest.weights, strict=True)
    ]
    price = contest.price_weight * (_along(field.price.lineage, factors) if field.price else 1)
    quality = sum(changed, Fraction(0))
    whole = quality + price
    if whole <= 0:
        return "none of them is above zero"
    if contest.overall is None or field.formula is None:
        return contest._replace(weights=tuple(one * 100 / whole for one in changed), price_weight=price * 100 / whole)
    if quality <= 0:
        return "no criterion of quality has a weight"
    # The unit in which the formula takes quality is no weight, and stays.
    unit = sum(contest.weights, Fraction(0))
    overall = overall_by(field.formula, (price * 100 / whole, quality * 100 / whole), unit)
    weights = tuple(one * unit / quality for one in changed)
    return contest._replace(weights=weights, price_weight=price * unit / quality, overall=overall)


def _factors(case: Case, field: Field, records: list[Weighed]) -> dict[int, _Times] | str | None:
    """Return by criterion what its weight is times the published one, or what is not clear."""
    shares = _shares(case, field.lot)
    known = [one for one in records if _published(one, shares) > 0]
    if not known:
        return None
    alike = in_proportion(case, records)
    given = {id(one.questions[0].criterion): Fraction(one.weight) for one in known if len(one.questions) == 1}
    hundredfold = 100 if all(one.weight <= 1 for one in known) else 1
    found: dict[int, _Times] = {}
    for one in known:
        first = one.questions[0]
        share, own = _published(one, shares), Fraction(first.criterion.weight or 0)
        nested = len(one.questions) == 1 and bool(first.above) and own > 0 and own != share
        if same_weight(one.weight, [share]):
            made: _Times | None = _Times(Fraction(1), False)
        elif first.criterion.path in alike or (nested and same_weight(one.weight, [own])):
            made = _Times(Fraction(1), nested)
        elif nested:
            made = _nested(field, first, given, shares, own)
        else:
            made = _Times(Fraction(one.weight) * hundredfold / share, False)
        if made is None:
            return f"whether the weight of {one.key} is a share of its group or of the whole is not clear"
        found.update((id(each.criterion), made) for each in one.questions)
    return found


def _nested(
    field: Field, question: Question, given: dict[int, Fraction], shares: dict[int, Fraction], own: Fraction
) -> _Times | None:
    """Return what the weight of a part is times its published one, by what all parts come to; `None` where that is not clear."""
    weight = given[id(question.criterion)]
    parts: Sequence[AwardCriterion] = question.above[-1].children or ()
    if parts and all(id(one) in given for one in parts):
        whole = sum((given[id(one)] for one in parts), Fraction(0))
        if whole in (1, 100):
            return _Times(weight * _sum(parts) / (whole * own), True)
        if whole == sum((shares.get(id(one), Fraction(0)) for one in parts), Fraction(0)):
            return _Times(weight / shares[id(question.criterion)], False)
    leaves = [id(one.criterion) for one in (*field.criteria, *((field.price,) if field.price else ()))]
    if all(one in given for one in leaves) and sum((given[one] for one in leaves), Fraction(0)) == 100:
        return _Times(weight / shares[id(question.criterion)], False)
    return None


def _sum(parts: Sequence[AwardCriterion]) -> Fraction:
    return sum((Fraction(one.weight or 0) for one in parts), Fraction(0))


def _shares(case: Case, lot: str | None) -> dict[int, Fraction]:
    """Return the published share of every criterion and every group of a lot in the whole."""
    found: dict[int, Fraction] = {}
    for leaf, share in weights_in_full(case, lot) or ():
        for one in leaf.lineage:
            found[id(one)] = found.get(id(one), Fraction(0)) + share
    return found


def _published(record: Weighed, shares: dict[int, Fraction]) -> Fraction:
    return sum((shares.get(id(one.criterion), Fraction(0)) for one in record.questions), Fraction(0))


def _along(lineage: Sequence[AwardCriterion], factors: dict[int, _Times]) -> Fraction:
    """Return what the weights recorded for a criterion and its groups make of its published one."""
    found = Fraction(1)
    for one in lineage:
        made = factors.get(id(one))
        if made is not None:
            found *= made.factor
            if not made.within:
                break
    return found
