"""The check of the family `scoring` on the weights behind recorded totals, where nobody recorded which were applied."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas import half_unit, rounded
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.checks.scoring.totals.causes import Accounted, accounted
from fairaudit.checks.scoring.totals.criterion_words import with_published_words
from fairaudit.checks.scoring.totals.points import declared_rounding, points_for_price, points_for_quality, usual_grain
from fairaudit.checks.scoring.totals.recorded import SUMMED
from fairaudit.checks.scoring.totals.totals import judged_totals, totals_instead, wrong_figures
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Total
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.wanted import in_list

if TYPE_CHECKING:
    from fairaudit.analysis.weights import PartOf

_MOST_CRITERIA = 40
"""For more criteria nothing is solved: exact equations take time with the cube of their number."""
_MOST_BIDS = 60
_CONTRADICTED = 2
"""How many bids' figures must be wrong before it is asked from which weights they follow: one is as likely a slip. Heuristic."""
_PARTS = ("quality", "price", "total")
Asked = list[tuple[Question, Fraction]]
"""Criteria, each with its published share of the whole."""


class Behind(Frozen):
    """Which weights recorded totals follow from, which are published, how that was found, of how many, what it explains.

    `of_those` says, as part of the sentence, which totals are meant where some are left aside.
    """

    followed: tuple[str, ...]
    published_weights: tuple[str, ...]
    found_by: str
    number: int
    accounts: Verb = Verb("")
    unread_words: Verb = Verb("")
    of_those: Verb = Verb("")


@check
def weights_behind_totals(node: Node[Evaluation], case: Case) -> Found[Behind]:
    """Flag totals that do not follow from the published weights and do follow, all of them, from others.

    Only where the record does not say which weights were applied. The weights are inferred: solved from the totals of more
    bids than there are criteria, or from more recorded parts for quality than it has criteria, or a usual slip (two weights
    exchanged, all the same) that three bids or more show. At least two totals must contradict the published weights, and the
    recorded parts for quality and price must follow from the inferred ones too. Without agreed scores those of the members
    stand in by their mean. A total that is not the sum of its own recorded parts says nothing of weights and stays a finding of
    its own. It is a question where it is one whether the recorded figures are wrong.
    """
    lacks = [name for name in ("totals", "consensus") if getattr(node.value, name) is None]
    if lacks == ["consensus"] and node.value.individual is not None:
        lacks = []
    if lacks or case.tender.award_criteria is None:
        names = tuple(f"evaluation.{one}" for one in lacks) or ("tender.award_criteria",)
        yield Unassessed(node, f"{names[0]} is not given", names)
        return
    for lot, (totals, found) in case.once(_inferred).items():
        totals = _added_up(totals)
        related = tuple((one.node, "follows from them") for one in totals)[:20]
        wrong = weights_accounted(case, lot)
        facts = found._replace(accounts=wrong.told)
        hit = Hit(totals[0].field("total"), facts, related, wrong.confidence, lot or "")
        yield with_published_words(case, hit, lot)
    yield from _left_open(case)


def _left_open(case: Case) -> Iterator[Unassessed]:
    """Say of lots of which several totals are wrong that it is not known from which weights: no more totals than weights tell it.

    Where the record says which weights were applied no others are looked for; what does not follow from the published ones is
    found each for itself, or with the weights that the record gives.
    """
    stated = case.evaluation.weights_applied is not None
    for lot in judged_totals(case):
        wrong = [
            one for one in wrong_figures(case, lot) if one.facts.basis != SUMMED and not one.key.endswith("|price")
        ]
        number = len({one.key.rpartition("|")[0] for one in wrong})
        totals = [one for one in case.evaluation.totals or () if lot_of(case, one.bid, one.lot) == lot]
        asked = weights_in_full(case, lot) or ()
        if number < _CONTRADICTED or lot in case.once(_inferred) or not (stated or len(totals) <= len(asked)):
            continue
        why = (
            "the record says which weights were applied, so that no others are looked for"
            if stated
            else f"{len(totals)} bids are too few to tell from which of {len(asked)} weights they do"
        )
        lacking = in_list(case, "evaluation.weights_applied", "those that give the recorded totals")
        yield Unassessed(
            wrong[0].at, f"{number} totals do not follow from the published weights, and {why}", (lacking,)
        )


def weights_accounted(case: Case, lot: str | None) -> Accounted:
    """Return the wrong figures of a lot that other weights than the published ones account for."""
    totals = case.once(_inferred)[lot][0] if lot in case.once(_inferred) else []
    slips = {f"{one.bid}|total" for one in totals} - {f"{one.bid}|total" for one in _added_up(totals)}
    keys = {f"{one.bid}|{part}" for one in totals[:_MOST_BIDS] for part in _PARTS}
    return accounted(case, lot, keys - slips)


def _added_up(totals: list[Total]) -> list[Total]:
    """Return the totals without those that are not the sum of their own recorded parts, where most are."""
    found = [one for one in totals if not _is_another_sum(one)]
    return found if len(found) * 2 > len(totals) else totals


def _is_another_sum(total: Total) -> bool:
    if total.total is None or total.quality is None or total.price is None:
        return False
    room = half_unit(total.total) + half_unit(total.quality) + half_unit(total.price)
    return abs(Fraction(total.quality) + Fraction(total.price) - Fraction(total.total)) > room


def _inferred(case: Case) -> dict[str | None, tuple[list[Total], Behind]]:
    """Return by lot the totals that follow from other weights than those published, and from which."""
    by_lot: dict[str | None, list[Total]] = {}
    if case.evaluation.weights_applied is not None:
        return {}
    for one in case.evaluation.totals or ():
        by_lot.setdefault(lot_of(case, one.bid, one.lot), []).append(one)
    found = {
        lot: (totals, _behind(case, lot, totals))
        for lot, totals in by_lot.items()
        if totals_instead(case, lot) is not None
    }
    return {lot: (totals, behind) for lot, (totals, behind) in found.items() if behind is not None}


def _behind(case: Case, lot: str | None, totals: list[Total]) -> Behind | None:
    asked = weights_in_full(case, lot)
    if asked is None or not 1 < len(asked) <= _MOST_CRITERIA or len(totals) < 2:
        return None
    # Imported here: most totals follow from the published weights.
    from fairaudit.analysis.weights import weights_behind

    totals = totals[:_MOST_BIDS]
    rows = [_shares(case, one, lot, asked) for one in totals]
    sums = {id(one) for one in _added_up(totals)}
    of_those = Verb(", those that are not the sum of their parts left aside," if len(sums) < len(totals) else "")
    # First by points rounded as they are out of the published weights, then by those that rounding out of others may give.
    known = [one for one in rows if one is not None]
    for exactly, way in product((False, True), (0, 1)) if len(known) == len(rows) else ():
        if exactly and not _declared(asked):
            break
        shares = [row[way + 2 * exactly] for row in known]
        kept = [
            (row, one.total)
            for row, one in zip(shares, totals, strict=True)
            if one.total is not None and id(one) in sums
        ]
        published = tuple(weight for _, weight in asked)
        more = _declared(asked) if exactly else Fraction(0)
        parts = [part for one, row in zip(totals, shares, strict=True) for part in _parts(one, row, asked, more)]
        written, rooms = [Fraction(one) for _, one in kept], [half_unit(one) + more for _, one in kept]
        found = weights_behind([row for row, _ in kept], written, rooms, published, parts, _together(totals, asked))
        if found is not None and (not exactly or _rounded_so(asked, found.weights, kept)):
            followed, asked_for = _listed(asked, found.weights), _listed(asked, published)
            return Behind(followed, asked_for, found.how, len(kept), of_those=of_those)
    return None


def _together(totals: list[Total], asked: Asked) -> tuple[int, ...]:
    """Return the places of the criteria of quality, where every bid's quality part is recorded."""
    if any(one.quality is None for one in totals):
        return ()
    return tuple(at for at, (one, _) in enumerate(asked) if not one.is_price)


def _declared(asked: Asked) -> Fraction:
    """Return how far the declared rounding of points for price moves them at most; none where none is declared."""
    found = [declared_rounding(one.formula) for one, _ in asked if one.is_price and one.formula]
    grain = usual_grain(sum((weight for _, weight in asked), Fraction(0)))
    return sum((Fraction(1, 2) / 10 ** one[0] / grain for one in found if one), Fraction(0))


def _rounded_so(asked: Asked, weights: tuple[Fraction, ...], kept: list[tuple[tuple[Fraction, ...], Decimal]]) -> bool:
    """Whether totals follow from other weights with points for price rounded as declared out of these weights."""
    grain = usual_grain(sum((weight for _, weight in asked), Fraction(0)))
    for shares, total in kept:
        found = Fraction(0)
        for (one, _), weight, share in zip(asked, weights, shares, strict=True):
            rounding = declared_rounding(one.formula) if one.is_price and one.formula else None
            exact = weight * share
            found += exact if rounding is None else Fraction(rounded(exact * grain, *rounding)) / grain
        if abs(found - Fraction(total)) > half_unit(total):
            return False
    return True


def _parts(total: Total, shares: tuple[Fraction, ...], asked: Asked, more: Fraction) -> Iterator[PartOf]:
    """Return the recorded parts of a total, each with the shares of its own criteria; points for price may be `more` off."""
    from fairaudit.analysis.weights import PartOf

    for points, price in ((total.quality, False), (total.price, True)):
        if points is not None:
            own = tuple(
                share if one.is_price is price else Fraction(0) for share, (one, _) in zip(shares, asked, strict=True)
            )
            yield PartOf(own, Fraction(points), half_unit(points) + (more if price else 0))


def _listed(asked: Asked, weights: tuple[Fraction, ...]) -> tuple[str, ...]:
    """Return criteria with their weights, in words."""
    return tuple(
        f"{one.criterion.id or one.criterion.name} {_number(weight)}"
        for (one, _), weight in zip(asked, weights, strict=True)
    )


def _number(exact: Fraction) -> str:
    if exact.denominator == 1:
        return str(exact.numerator)
    return f"{round(exact * 100) / 100:.2f}".rstrip("0").rstrip(".")


def _shares(case: Case, total: Total, lot: str | None, asked: Asked) -> tuple[tuple[Fraction, ...], ...] | None:
    """Return in two ways the share of what can be had that a bid has, in the order of the criteria; `None` where one is open.

    Then in the same two ways without the declared rounding, which is that of points out of a weight.
    """
    if total.total is None:
        return None
    kinds = [[(one, weight) for one, weight in asked if one.is_price is price] for price in (False, True)]
    points = (points_for_quality(case, total, lot, kinds[0]), points_for_price(case, total, lot, kinds[1]))
    found: tuple[dict[int, Fraction], ...] = ({}, {}, {}, {})
    grain = usual_grain(sum((weight for _, weight in asked), Fraction(0)))
    for part, own in zip(points, kinds, strict=True):
        if isinstance(part, Unassessed):
            return None
        for at, way in enumerate((part.way(0, grain), part.way(1, grain), *part.ways[:2])):
            for (one, weight), point in zip(own, way, strict=True):
                if weight == 0:
                    return None
                found[at][id(one)] = point / weight
    return tuple(tuple(one[id(question)] for question, _ in asked) for one in found)
