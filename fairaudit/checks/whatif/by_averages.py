"""What one evaluator, or one step of one score, decides where scores count by another average than the plain mean.

A mean that is rounded, or a median, moves by all or nothing, so there is no closed form: every score is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.contest.offers import Offer, Standing
from fairaudit.analysis.contest.steps import Move, Sensitivity
from fairaudit.analysis.contest.without import Counterfactual, said
from fairaudit.analysis.rounding import decimal_of
from fairaudit.checks.contest.cells import Ends, Yardstick, averaged, cells_of, ends_of, one_step
from fairaudit.checks.contest.record import Field
from fairaudit.checks.scoring.totals.totals import score_average
from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.pseudonyms import evaluator_called

_Given = dict[str, Decimal]
"""The scores of a cell by who gave them."""


class ByAverage:
    """The contest of a lot in which each share is an average of individual scores."""

    def __init__(self, case: Case, field: Field) -> None:
        self._case, self._field = case, field
        self._average = score_average(case, field.lot)
        self._cells = case.once(cells_of)
        self._yards = [Yardstick(ends, field.by_length) if (ends := ends_of(one)) else None for one in field.criteria]
        self._known: dict[tuple[int, tuple[Decimal, ...]], Fraction] = {}

    def without(self, people: Sequence[str]) -> Iterator[Counterfactual]:
        """Yield the order by the average of the other evaluators' scores, evaluator by evaluator."""
        for person in people:
            name = evaluator_called(self._case, person)
            offers = [self._left(one, person) for one in self._field.contest.offers]
            kept = tuple(one for one in offers if one is not None)
            if len(kept) < len(offers):
                yield Counterfactual(name, None, "nobody else scored one of the criteria")
            else:
                yield said(name, self._field.contest._replace(offers=kept))

    def _left(self, offer: Offer, person: str) -> Offer | None:
        shares: list[Fraction] = []
        for at in range(len(self._field.criteria)):
            others = [score for who, score in self._given(offer.name, at).items() if who != person]
            if not others:
                return None
            shares.append(self._share(at, others))
        return offer._replace(shares=tuple(shares))

    def sensitivity(self, stands: Standing) -> Sensitivity:
        """Return the smallest single score that would end the lead of the only first, and those of which one step would."""
        moves = [move for offer in self._field.contest.offers for move in self._moves(offer, stands)]
        smallest = min(moves, key=lambda one: (one.steps, one.share, one.criterion, one.offer), default=None)
        places = len(self._field.contest.offers) * len(self._field.criteria)
        return Sensitivity(smallest, tuple(one for one in moves if one.steps <= 1), places)

    def _moves(self, offer: Offer, stands: Standing) -> Iterator[Move]:
        for at in range(len(self._field.criteria)):
            found = [move for who in self._given(offer.name, at) if (move := self.move(offer, at, who, stands))]
            if found:
                yield min(found, key=lambda one: (one.steps, one.share))

    def move(self, offer: Offer, at: int, who: str, stands: Standing) -> Move | None:
        """Return by how many steps the score that somebody gave would end the lead, `None` where it cannot."""
        question, weight = self._field.criteria[at], self._field.contest.weights[at]
        ends, step = ends_of(question), one_step(question, self._cells, self._field.by_length)
        if ends is None or not step or weight <= 0:
            return None
        other, gap = _gap(offer.name, stands)
        given, rises = self._given(offer.name, at), offer.name not in stands.first
        unit = step * ends.length(self._field.by_length) * (1 if rises != ends.low_is_good else -1)
        tried = _tried(ends, Fraction(given[who]), unit)

        def moved(steps: int) -> Fraction:
            scores = given | {who: decimal_of(Fraction(given[who]) + steps * unit)}
            by = (self._share(at, list(scores.values())) - offer.shares[at]) * weight
            return by if rises else -by

        # Most scores end no lead wherever they stand, and are not tried step by step.
        if not tried or moved(tried[-1]) < gap:
            return None
        steps = next(one for one in tried if moved(one) >= gap)
        return Move(offer.name, at, steps * step, steps, rises, moved(steps) == gap, other)

    def _given(self, bid: str, at: int) -> _Given:
        return self._cells.members_of(self._field.lot, bid, self._field.criteria[at].criterion.id or "")

    def _share(self, at: int, scores: list[Decimal]) -> Fraction:
        """Return what the average of some scores is of its scale; worked out once for all cells that have them."""
        key = (at, tuple(sorted(scores)))
        if key not in self._known:
            yard = self._yards[at]
            average = averaged(self._average, key[1], self._field.criteria[at])
            self._known[key] = yard.exactly(average) if yard else average
        return self._known[key]


def _gap(name: str, stands: Standing) -> tuple[str, Fraction]:
    """Return which bid a bid would meet, and how many points away: the first, or for the first the nearest behind it."""
    first = stands.first[0]
    totals = dict(zip(stands.names, stands.totals, strict=True))
    if name != first:
        return name, totals[first] - totals[name]
    nearest = max((one for one in stands.names if one != first), key=lambda one: totals[one])
    return nearest, totals[first] - totals[nearest]


def _tried(ends: Ends, score: Fraction, unit: Fraction) -> range:
    """Return by how many steps a score can move within its scale."""
    room = (ends.highest - score) / unit if unit > 0 else (score - ends.lowest) / -unit
    return range(1, int(room) + 1)
