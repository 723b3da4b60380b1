"""The totals of one lot, worked out again in one way that is told, and what is to be said of those recorded."""

from collections.abc import Collection
from fractions import Fraction

from fairaudit.analysis.formulas import half_unit
from fairaudit.checks.base import Clause, Hit, Unassessed
from fairaudit.checks.scoring.compared.prices import Beside
from fairaudit.checks.scoring.criteria.of_lots import weights_as_written, weights_in_full
from fairaudit.checks.scoring.criteria.rescaled import may_be_against_the_best, published_against_the_best
from fairaudit.checks.scoring.criteria.tree import Question, scored_leaves, turned_round, worth
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.checks.scoring.sheets.averages import Average
from fairaudit.checks.scoring.sheets.outsiders import Sheets
from fairaudit.checks.scoring.totals.conventions import (
    Reading,
    against_the_best,
    each_against_its_best,
    readings,
    rounded_unlike,
    tell_share,
)
from fairaudit.checks.scoring.totals.marks import read_as_marks
from fairaudit.checks.scoring.totals.recorded import Recomputed, RecordedTotal, brief, is_doubted
from fairaudit.checks.scoring.totals.rows import Row
from fairaudit.checks.scoring.totals.whole_scores import Figure, WholeFormula, figures_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Total
from fairaudit.procurement.model.node import text_of

Shares = list[tuple[Question, Fraction]]
"""Criteria, each with its share of the whole."""
Judged = tuple[Hit[Recomputed] | Unassessed, ...]


class WorkedOut(Frozen):
    """The totals of all bids of a lot, worked out again; closer than `room` two of them may be equal as written.

    `sure` is the one answer to how sure they are; whoever accuses by them takes it from here, and adds what else is in doubt.
    """

    totals: dict[str, Fraction]
    room: Fraction
    sure: bool
    lowest_wins: bool = False

    @property
    def order(self) -> tuple[str, ...]:
        """The bids, the best first."""
        return tuple(sorted(self.totals, key=lambda one: self.totals[one], reverse=not self.lowest_wins))

    def ahead(self, one: str, other: str) -> bool:
        """Whether one bid is better than another by more than what may be rounding."""
        sign = -1 if self.lowest_wins else 1
        return sign * (self.totals[one] - self.totals[other]) > self.room


class LotJudged(Frozen):
    """What is to be said of the totals of a lot, and the totals in their place where a recorded figure is wrong.

    `average` is the published one by which figures were judged where that is not the most usual of those left open;
    `averages` names what every figure follows from where it is not the mean of the individual scores; `with_outsiders` says
    that every figure follows only with the scores of somebody who is not on the panel, `despite_list` only from the members'
    scores, where a panel's score is not the average that the documents say; `body` names that under which the scores stand from
    which alone every figure follows; `as_written` says that more figures follow from parts worth just what is written than from
    their shares of a whole that they miss by rounding; `marks` that they follow from marks of which the lowest is the best.
    """

    found: Judged
    instead: WorkedOut | None
    reading: Reading | None = None
    tells_share: bool = False
    beside: Beside = frozenset()
    averages: tuple[str, ...] = ()
    average: Average | None = None
    with_outsiders: bool = False
    despite_list: bool = False
    body: str | None = None
    as_written: bool = False
    marks: bool = False


def lot_in_points(
    case: Case,
    lot: str | None,
    totals: list[Total],
    beside: Beside,
    average: Average | None = None,
    turned: Collection[int] = (),
    shares: Shares | None = None,
    sheets: Sheets | None = None,
) -> LotJudged:
    """Judge totals in points, as it is published or with what is given in its place.

    `beside`: bids that count the other way than their status says; `turned`: criteria, by identity, whose scales are turned
    round; `shares`: of the criteria of the whole; `sheets`: whose individual scores count.
    """
    full = shares or weights_in_full(case, lot)
    judged = _in_points(case, lot, totals, beside, average, turned, full, sheets)
    if full and _wrong(judged):
        written = None if shares else weights_as_written(case, lot)
        if written is not None:
            other = _in_points(case, lot, totals, beside, average, turned, written, sheets)
            judged = _less_wrong(judged, other._replace(as_written=True))
        marks = frozenset[int]() if turned else read_as_marks(full, totals)
        if marks:
            other = _in_points(case, lot, totals, beside, average, marks, full, sheets)
            instead = other.instead and other.instead._replace(lowest_wins=True)
            judged = _less_wrong(judged, other._replace(marks=True, instead=instead))
    return judged


def _less_wrong(judged: LotJudged, other: LotJudged) -> LotJudged:
    return other if _wrong(other) < _wrong(judged) else judged


def _wrong(judged: LotJudged) -> int:
    return sum(isinstance(one, Hit) for one in judged.found)


def _in_points(
    case: Case, lot: str | None, totals: list[Total], beside: Beside, average: Average | None, turned: Collection[int],
    shares: Shares | None, sheets: Sheets | None,
) -> LotJudged:  # fmt: skip
    """Judge totals in points by the shares of the criteria of the whole."""
    if shares is None:
        reason = "the published weights are not all given as numbers that add up"
        missing = _without_weight(case, lot)
        return LotJudged(tuple(Unassessed(one.node, reason, missing) for one in totals), None)
    counted = [(turned_round(one) if id(one.criterion) in turned else one, weight) for one, weight in shares]
    kinds = [[one for one in counted if one[0].is_price is kind] for kind in (False, True)]
    weights = [sum((weight for _, weight in one), Fraction(0)) for one in kinds]
    records = [RecordedTotal(case, one, lot, kinds, beside=beside, average=average, sheets=sheets) for one in totals]
    rows = [one.row(weights) for one in records]
    read = readings(rows)
    found = _judged_by(records, rows, read)
    if not any(isinstance(one, Hit) for one in found):
        unlike, reading = rounded_unlike(rows, read)
        found = (*found, *(records[at].asked(rows[at], reading) for at in unlike))
    wrong = any(isinstance(one, Hit) for one in found)
    if best := against_the_best(rows) if published_against_the_best(case, weights[0]) else None:
        # Words say that quality is measured against the best: what follows only where it is not is for a person to read.
        other = _judged_by(records, best, readings(best))
        if not wrong or not any(isinstance(one, Hit) for one in other):
            asked = tuple(one._replace(confidence="possible") if isinstance(one, Hit) else one for one in other)
            return LotJudged(asked, None, readings(best)[0])
    elif wrong and may_be_against_the_best(case):
        # Words may say the same, of all quality or of each criterion, without being understood: what follows by them is no slip.
        for best in (against_the_best(rows), each_against_its_best(rows, [weight for _, weight in kinds[0]])):
            other = _judged_by(records, best, readings(best)) if best else found
            if best and not any(isinstance(one, Hit) for one in other):
                return LotJudged(other, None, readings(best)[0])
    return LotJudged(found, _instead(records, rows, read[0]) if wrong else None, read[0], tell_share(rows, read))


def _judged_by(records: list[RecordedTotal], rows: list[Row], read: list[Reading]) -> Judged:
    return tuple(hit for one, row in zip(records, rows, strict=True) for hit in one.judge(row, read))


def lot_by_figure(case: Case, lot: str | None, totals: list[Total], whole: WholeFormula) -> LotJudged:
    """Judge totals that are the figure of a formula for price and quality together, and the quality parts beside them."""
    figures = figures_of(case, lot, totals, whole)
    found = list(_quality_alone(case, lot, totals, whole))
    said = [(one, figure) for one, figure in zip(totals, figures, strict=True)]
    for total, figure in said:
        if total.total is None:
            name = f"{text_of(total.path)}.total"
            found.append(Unassessed(total.node, f"{name} is not given", (name,)))
        elif isinstance(figure, Unassessed):
            found.append(figure)
        elif not figure.holds(total.total):
            facts = Recomputed(
                bid_called(case, total.bid),
                "total",
                total.total,
                brief(figure.exact, total.total),
                Clause(figure.basis),
            )
            doubt = None if figure.sure else "possible"
            found.append(Hit(total.field("total"), facts, confidence=doubt, key=f"{total.bid}|total"))
    known = {total.bid: (total.total, figure) for total, figure in said if total.bid and isinstance(figure, Figure)}
    if whole.banded or len(known) < len(totals) or not any(isinstance(one, Hit) for one in found):
        return LotJudged(tuple(found), None)
    room = max((2 * half_unit(one) for one, _ in known.values() if one is not None), default=Fraction(0))
    exact = {bid: figure.exact for bid, (_, figure) in known.items() if bid}
    sure = all(figure.sure for _, figure in known.values())
    return LotJudged(tuple(found), WorkedOut(exact, room, sure, whole.kind.best == "lowest"))


def _quality_alone(
    case: Case, lot: str | None, totals: list[Total], whole: WholeFormula
) -> list[Hit[Recomputed] | Unassessed]:
    """Judge the quality parts that are recorded, where the published weights say what they are of.

    Where the formula measures quality against the best, parts may stand as the panel scored them or as the formula has them.
    """
    shares = weights_in_full(case, lot)
    if shares is None or all(one.quality is None for one in totals):
        return []
    kinds = [[one for one in shares if not one[0].is_price], []]
    weights = [sum((weight for _, weight in kinds[0]), Fraction(0)), Fraction(0)]
    records = [RecordedTotal(case, one, lot, kinds, price=False) for one in totals]
    plain = [one.row(weights)._replace(total=None) for one in records]
    found = _judged_alone(records, plain)
    best = against_the_best(plain) if whole.kind.name == "renormalised-quality" else None
    other = _judged_alone(records, best) if best else found
    return other if len(other) < len(found) else found


def _judged_alone(records: list[RecordedTotal], rows: list[Row]) -> list[Hit[Recomputed] | Unassessed]:
    read = readings(rows)
    pairs = zip(records, rows, strict=True)
    return [found for one, row in pairs if row.parts[0].recorded is not None for found in one.judge(row, read)]


def _instead(records: list[RecordedTotal], rows: list[Row], reading: Reading) -> WorkedOut | None:
    """Return the totals of a lot in points, or `None` where some cannot be worked out or none are recorded."""
    totals: dict[str, Fraction] = {}
    room = Fraction(0)
    for one, row in zip(records, rows, strict=True):
        way = reading.worked_out(row)
        if way is None or row.total is None or one.total.bid is None:
            return None
        totals[one.total.bid] = sum(way, Fraction(0)) / reading.factor
        room = max(room, 2 * half_unit(row.total) / reading.factor)
    sure = all(part.points.sure for row in rows for part in row.parts if part.points)
    doubted = any(
        row.total is not None and is_doubted(row, row.total, reading) for row in rows if not reading.holds(row)
    )
    return WorkedOut(totals, room, sure and not doubted)


def _without_weight(case: Case, lot: str | None) -> tuple[str, ...]:
    """Return the weights that are not given; none where those that are do not add up."""
    bare = (one for one in scored_leaves(case) if one.applies_to(lot) and worth(one) is None)
    return tuple(f"{text_of(one.criterion.path)}.weight" for one in bare)
