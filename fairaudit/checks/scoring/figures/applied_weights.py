"""The check of the family `scoring` on the weights that records say were applied, against those that are published."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import half_unit
from fairaudit.analysis.rounding import decimal_of
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.scoring.criteria.labels import meant_by
from fairaudit.checks.scoring.criteria.of_lots import lots_apart, weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question, called, questions, worth
from fairaudit.checks.scoring.evaluation_records import maybe
from fairaudit.checks.scoring.totals.causes import Accounted, accounted
from fairaudit.checks.scoring.totals.of_lots import Shares
from fairaudit.checks.scoring.totals.totals import judged_totals, wrong_figures, wrong_with
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.sources.document import Path


class AppliedWeight(Frozen):
    """A criterion, its published weight, the weight that was applied, and what is wrong by that."""

    criterion: str
    published: Decimal
    applied: Decimal
    accounts: Verb = Verb("")


class Weighed(Frozen):
    """A weight that a record gives: where, under which key, and to which published criteria, one or all of a kind."""

    at: Node[object]
    key: str
    weight: Decimal
    questions: tuple[Question, ...]


@check
def weights_applied_as_published(node: Node[Evaluation], case: Case) -> Found[AppliedWeight]:
    """Flag a weight applied that is not the one published, as a number, a share of the whole or a share within its group.

    Where one of a group is neither, all of the group are compared in the unit that their sum is in: of the whole or of the group.
    The recorded figures that follow from the weights as they were applied are told with the first of these, once.
    """
    applied = node.value.weights_applied
    if applied is None:
        yield Unassessed(node, "evaluation.weights_applied is not given", ("evaluation.weights_applied",))
    if case.tender.award_criteria is None:
        if applied is not None:
            yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
        return
    follows = case.once(_figures_by_weight)
    for hit in case.once(_unlike):
        if isinstance(hit, Hit) and (wrong := follows.get(hit.at.path)):
            related = (*hit.related, *((one.at, "follows from it") for one in wrong.figures[:20]))
            yield hit._replace(facts=hit.facts._replace(accounts=wrong.told), related=related)
        else:
            yield hit


def _unlike(case: Case) -> tuple[Hit[AppliedWeight] | Unassessed, ...]:
    return tuple(_compared(case, list(case.once(_weighed))))


def _weighed(case: Case) -> tuple[Weighed, ...]:
    return tuple(weights_in(Node(case.evaluation.path, case.evaluation), case))


def _compared(case: Case, records: list[Weighed]) -> Found[AppliedWeight]:
    """Compare every weight that records give with the published one."""
    alike, one_unit = in_proportion(case, records), _in_one_unit(case, records)
    for one in records:
        first = one.questions[0].criterion
        told = one_unit.get(first.path) if len(one.questions) == 1 else None
        published = [told.published] if told else _published(case, one)
        if not published:
            unweighed = next((each.criterion for each in one.questions if worth(each) is None), first)
            name = f"{text_of(unweighed.path)}.weight"
            yield Unassessed(one.at, f"{name} is not given", (name,))
        elif first.path not in alike and not same_weight(one.weight, published):
            # One that stands alone in its group may be a hundred of it, where others are shares of theirs.
            alone = bool(alike) and one.weight in (100, 1)
            name = called(first) if len(one.questions) == 1 else one.key
            related = ((first.field("weight"), "the published weight"),)
            other = told is not None and not told.adds_up and same_weight(one.weight, _published(case, one))
            unsure = maybe(alone or other or len(one.questions) > 1)
            yield Hit(one.at, AppliedWeight(name, decimal_of(published[0]), one.weight), related, unsure, one.key)


def applied_accounted(case: Case, lot: str | None) -> Accounted:
    """Return the wrong figures of a lot that the weights account for which the record says were applied."""
    sure = {one.at.path for one in case.once(_unlike) if isinstance(one, Hit) and one.confidence is None}
    records = [one for one in case.once(_weighed) if len(one.questions) == 1]
    wrong, full = {one.key for one in wrong_figures(case, lot)}, weights_in_full(case, lot)
    if not wrong or not full or not any(one.at.path in sure and one.questions[0].applies_to(lot) for one in records):
        return Accounted(())
    given = {one.questions[0].criterion.path: Fraction(one.weight) for one in records}
    units = (Fraction(1), Fraction(100), Fraction(1, 100))
    followed = [wrong - wrong_with(case, lot, _with(full, given, unit)) for unit in units]
    return accounted(case, lot, max(followed, key=len), 1)


def _with(full: Shares, given: dict[Path, Fraction], unit: Fraction) -> Shares:
    """Return the shares of criteria with the weights that are given, for a criterion or for its group, in a unit."""
    sums: dict[Path, Fraction] = {}
    for question, share in full:
        for one in question.lineage:
            sums[one.path] = sums.get(one.path, Fraction(0)) + share
    found: Shares = []
    for question, share in full:
        told = next((one.path for one in question.lineage if one.path in given and sums[one.path]), None)
        found.append((question, share if told is None else given[told] * unit * share / sums[told]))
    return found


def _figures_by_weight(case: Case) -> dict[Path, Accounted]:
    """Return the wrong figures that follow from the weights as applied, by the first of these that is not as published."""
    sure = [one.at.path for one in case.once(_unlike) if isinstance(one, Hit) and one.confidence is None]
    figures = [one for lot in judged_totals(case) for one in applied_accounted(case, lot).figures] if sure else []
    # The first as findings are told: in the order of their places.
    return {min(sure, key=text_of): Accounted(tuple(figures))} if figures else {}


class InUnit(Frozen):
    """A published weight in the unit that the weights of its group were applied in, and whether these add up to the group's."""

    published: Fraction
    adds_up: bool


def _in_one_unit(case: Case, records: list[Weighed]) -> dict[Path, InUnit]:
    """Return the published weights of groups of which a weight is found in neither unit, in the unit of what was applied.

    Which unit that is follows from the sum of a group of which every weight is given, else from which sum is nearer.
    """
    given = {one.questions[0].criterion.path: one for one in records if len(one.questions) == 1}
    groups: dict[Path, list[Question]] = {}
    for one in questions(case):
        if one.above and one.is_scored and one.is_weighed:
            groups.setdefault(one.above[-1].path, []).append(one)
    found: dict[Path, InUnit] = {}
    for group in groups.values():
        told = [given[one.criterion.path] for one in group if one.criterion.path in given]
        units = _units(case, group)
        if units is None or len(told) < len(group):
            continue
        if all(same_weight(one.weight, _published(case, one)) for one in told):
            continue
        applied = sum((one.weight for one in told), Decimal(0))
        fits = [unit for unit in units if same_weight(applied, [sum(unit, Fraction(0))])]
        unit = fits[0] if fits else min(units, key=lambda one: abs(Fraction(applied) / sum(one, Fraction(0)) - 1))
        for one, weight in zip(group, unit, strict=True):
            found[one.criterion.path] = InUnit(weight, bool(fits))
    return found


def _units(case: Case, group: list[Question]) -> tuple[list[Fraction], list[Fraction]] | None:
    """Return the weights of a group as shares of the whole and as they are published, `None` where either is not one."""
    shares = [list(case.once(_shares_by_path).get(one.criterion.path, ())) for one in group]
    own = [worth(one) for one in group]
    if any(len(one) != 1 for one in shares) or any(one is None for one in own):
        return None
    units = [one[0] for one in shares], [Fraction(one or 0) for one in own]
    return units if all(sum(one, Fraction(0)) > 0 for one in units) and units[0] != units[1] else None


def _published(case: Case, record: Weighed) -> list[Fraction]:
    """Return what a weight may be by the documents: its own, of the whole in any lot, or all of several together in a lot."""
    by_path = case.once(_shares_by_path)
    found: list[Fraction] = []
    if len(record.questions) > 1:
        weights = [(one, worth(one)) for one in record.questions]
        for lot in lots_apart(case):
            found.append(sum((Fraction(weight or 0) for one, weight in weights if one.applies_to(lot)), Fraction(0)))
        if any(weight is None for _, weight in weights):
            return []
    for one in record.questions:
        own = one.criterion.weight
        found += ([Fraction(own)] if own is not None else []) + list(by_path.get(one.criterion.path, ()))
    return found


def weights_in(node: Node[Evaluation], case: Case) -> Iterator[Weighed]:
    """Return the weights that records give to published criteria; the rule on undisclosed ones speaks of the others."""
    said: set[Path] = set()
    for key, weight in (node.value.weights_applied or {}).items():
        meant = meant_by(case, key)
        if meant.questions and meant.sure:
            said.update(one.criterion.path for one in meant.questions)
            yield Weighed(Node((*node.path, "weights_applied", key), weight), key, weight, meant.questions)
    for index, label in enumerate(node.value.criteria_applied or ()):
        meant = meant_by(case, label)
        if meant.per_cent is not None and meant.sure and not any(one.criterion.path in said for one in meant.questions):
            weight = Decimal(meant.per_cent.numerator) / Decimal(meant.per_cent.denominator)
            yield Weighed(Node((*node.path, "criteria_applied", index), label), label, weight, meant.questions)


def in_proportion(case: Case, records: list[Weighed]) -> set[Path]:
    """Return the criteria whose weights stand to each other as published: all of a group, or all there are.

    Out of a hundred within their group, or times one number for all, they give every bid the place it has.
    """
    given = {one.questions[0].criterion.path: one.weight for one in records if len(one.questions) == 1}
    groups: dict[tuple[object, ...], list[Question]] = {}
    for one in questions(case):
        if one.is_scored and one.is_weighed:
            beside = (one.above[-1].path if one.above else None, one.lots)
            groups.setdefault((*beside, "all"), []).append(one)
            groups.setdefault((*beside, "money", one.is_price), []).append(one)
            groups.setdefault((*beside, "kind", one.is_price, (one.criterion.type or "").casefold()), []).append(one)
    found: set[Path] = set()
    for key, group in groups.items():
        pairs = [(given.get(one.criterion.path), worth(one)) for one in group]
        known = [
            (Fraction(weight), Fraction(own), weight) for weight, own in pairs if weight is not None and own is not None
        ]
        everything = key == (None, (), "all")
        if len(known) == len(group) > 1 and (_times_one_number(known) if everything else _shares_of_the_group(known)):
            found.update(one.criterion.path for one in group)
    return found


def _times_one_number(known: list[tuple[Fraction, Fraction, Decimal]]) -> bool:
    first = known[0]
    return first[0] > 0 and all(one[0] * first[1] == first[0] * one[1] for one in known)


def _shares_of_the_group(known: list[tuple[Fraction, Fraction, Decimal]]) -> bool:
    """Whether weights are shares of their group, out of a hundred or of one, as exact as they are written."""
    whole = sum((own for _, own, _ in known), Fraction(0))
    if whole <= 0:
        return False
    return any(
        all(abs(given - top * own / whole) <= _room(written, top * own / whole) for given, own, written in known)
        for top in (100, 1)
    )


def _room(written: Decimal, exact: Fraction) -> Fraction:
    """Return how far a weight may be rounded: not at all where its exact value could have been written so."""
    places = max(0, -int(written.as_tuple().exponent))
    return Fraction(0) if (exact * 10**places).denominator == 1 else half_unit(written)


def _shares_by_path(case: Case) -> dict[Path, dict[Fraction, None]]:
    """Return the different shares of every criterion and every group, in the order of the lots."""
    found: dict[Path, dict[Fraction, None]] = {}
    for lot in lots_apart(case):
        sums: dict[Path, Fraction] = {}
        for leaf, share in weights_in_full(case, lot) or ():
            for one in leaf.lineage:
                sums[one.path] = sums.get(one.path, Fraction(0)) + share
        for path, share in sums.items():
            found.setdefault(path, {})[share] = None
    return found


def same_weight(applied: Decimal, published: list[Fraction]) -> bool:
    """Whether a weight is one of those published, in per cent or as a fraction; a fraction may be rounded as it is written."""
    room = half_unit(applied) if applied != applied.to_integral_value() else Fraction(0)
    factors = (Fraction(1), Fraction(100), Fraction(1, 100))
    return any(abs(one - Fraction(applied) * factor) <= room * factor for factor in factors for one in published)
