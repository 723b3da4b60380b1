"""One recorded total beside what its parts, scores and price give, and what is wrong of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import as_meant, half_unit, rounded
from fairaudit.checks.base import Clause, Hit, Unassessed, Verb
from fairaudit.checks.scoring.compared.prices import Beside
from fairaudit.checks.scoring.criteria.tree import Question
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.checks.scoring.sheets.averages import Average
from fairaudit.checks.scoring.sheets.outsiders import Sheets
from fairaudit.checks.scoring.totals.conventions import Reading, reproduces, times
from fairaudit.checks.scoring.totals.points import Points, Way, points_for_price, points_for_quality
from fairaudit.checks.scoring.totals.rows import Part, Row
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Total
from fairaudit.procurement.model.node import text_of

SUMMED = "the recorded parts"
"""What a total that is no sum of its own parts is told by: it is wrong whoever is in the contest."""
_KINDS = ("quality", "price")


class Recomputed(Frozen):
    """A recorded figure, what the records give when it is worked out again, and from what.

    `rounding` is the one by which the published formula gives all recorded points for price, `by_rounding` says so, or
    that no one rounding gives all points for quality; `without_sheet` says without whose scores of the bid the figure
    follows, where that is one member alone.
    """

    bid: str
    part: str
    recorded: Decimal
    recomputed: Decimal
    basis: Clause
    unread_words: Verb = Verb("")
    rounding: str | None = None
    by_rounding: Verb = Verb("")
    without_sheet: Verb = Verb("")


_NO_QUALITY = "criteria of which none is scored for quality"


class RecordedTotal:
    """The recorded total of one bid beside the points that its scores and its price give."""

    def __init__(
        self,
        case: Case,
        total: Total,
        lot: str | None,
        kinds: list[list[tuple[Question, Fraction]]],
        price: bool = True,
        beside: Beside = frozenset(),
        average: Average | None = None,
        sheets: Sheets | None = None,
    ) -> None:
        self.total = total
        self._called = bid_called(case, total.bid)
        # Where a score could not be read nobody can tell whether a part or the total is wrong, but surely their sum is.
        self._in_part = any(one.path[1:2] in (("consensus",), ("individual",)) for one in case.unreadable)
        self._recorded = (total.quality, total.price if price else None)
        self._points = (
            points_for_quality(case, total, lot, kinds[0], average, sheets),
            points_for_price(case, total, lot, kinds[1], beside),
        )

    def row(self, weights: list[Fraction]) -> Row:
        """Return the figures alone; points that are not known are `None`."""
        first, second = (
            Part(recorded, points if isinstance(points, Points) else None, weight)
            for recorded, points, weight in zip(self._recorded, self._points, weights, strict=True)
        )
        return Row(self.total.total, (first, second))

    def judge(self, row: Row, read: list[Reading]) -> Iterator[Hit[Recomputed] | Unassessed]:
        """Judge the parts that are recorded, then the total; a mistake that only carries over is found once."""
        parts_hold = True
        for kind, (name, points) in enumerate(zip(_KINDS, self._points, strict=True)):
            recorded = self._recorded[kind]
            if recorded is not None and isinstance(points, Unassessed):
                yield points
            elif recorded is not None and isinstance(points, Points):
                ways = [way for one in read if (way := one.parts[kind].of(row.parts[kind])) is not None]
                holding = [reproduces(recorded, one) for one in ways]
                if not holding[0]:
                    parts_hold = False
                    doubted = any(reproduces(recorded, times(one, read[0].parts[kind].factor)) for one in points.doubts)
                    beyond = all(points.is_beyond(recorded, one.parts[kind].factor) for one in read)
                    sure = (points.sure or beyond) and not any(holding) and not doubted
                    yield self._hit(name, recorded, ways[0], points.basis or _NO_QUALITY, sure)
        if row.total is not None:
            yield from self._whole(row, row.total, read, parts_hold)
        elif self._recorded == (None, None):
            name = f"{text_of(self.total.path)}.total"
            yield Unassessed(self.total.node, f"{name} is not given", (name,))

    def asked(self, row: Row, reading: Reading) -> Hit[Recomputed]:
        """Return the question about points for quality that are rounded otherwise than the other bids'."""
        way, points, recorded = reading.parts[0].of(row.parts[0]), self._points[0], self._recorded[0]
        if way is None or not isinstance(points, Points) or recorded is None:
            raise LookupError("only points that are known can be rounded otherwise")
        hit = self._hit("quality", recorded, way, points.basis, sure=False)
        # The figure alone would puzzle: 51 is what 50.7 is rounded to.
        told = Verb(", and no one rounding, at the end or of each criterion, gives the points recorded for all bids")
        return hit._replace(facts=hit.facts._replace(by_rounding=told))

    def _whole(
        self, row: Row, recorded: Decimal, read: list[Reading], parts_hold: bool
    ) -> Iterator[Hit[Recomputed] | Unassessed]:
        """Compare a total with both parts worked out again, and with the parts as they are recorded."""
        worked_out, carried = read[0].worked_out(row), read[0].carried(row)
        some, both = self._recorded != (None, None), None not in self._recorded
        summed = self._in_part and carried is not None and self._is_no_sum(recorded, carried)
        if worked_out is None and not some:
            yield next(one for one in self._points if isinstance(one, Unassessed))
            return
        if read[0].holds(row) and not summed:
            return
        known = [one for one in self._points if isinstance(one, Points)]
        in_doubt = any(one.holds(row) for one in read) or is_doubted(row, recorded, read[0])
        top = row.weight * read[0].factor
        if len(known) == 1 and recorded > top and self._as_they_stand(recorded):
            # A formula that is not known may give more than its weight, so this is a question.
            yield self._hit("total", recorded, (top,), "full marks for everything", sure=False)
        elif carried is not None and both and (parts_hold or worked_out is None or summed):
            # A sum of what is recorded is wrong whatever the scores are.
            yield self._hit("total", recorded, carried, SUMMED, not in_doubt)
        elif worked_out is not None:
            bases = " and ".join(one.basis for one in known if one.basis)
            sure = all(one.sure for one in known) and not in_doubt
            yield self._hit("total", recorded, worked_out, bases, sure)
        else:
            yield next(one for one in self._points if isinstance(one, Unassessed))

    def _is_no_sum(self, recorded: Decimal, carried: Way) -> bool:
        """Whether a total is not the sum of both recorded parts, in its own unit, by more than the rounding of all three."""
        parts = [as_meant(one) for one in self._recorded if one is not None]
        total = sum(map(Fraction, parts), Fraction(0))
        room = sum(map(half_unit, (*parts, recorded)), Fraction(0))
        return len(parts) == len(self._recorded) and total == sum(carried) and abs(total - Fraction(recorded)) > room

    def _as_they_stand(self, recorded: Decimal) -> bool:
        """Whether a total is the sum of the recorded parts as they stand."""
        total = sum((as_meant(one or Decimal(0)) for one in self._recorded), Decimal(0))
        return None not in self._recorded and total == as_meant(recorded)

    def _hit(self, part: str, recorded: Decimal, way: Way, basis: str, sure: bool) -> Hit[Recomputed]:
        name = "total" if part == "total" else f"{part} part"
        facts = Recomputed(self._called, name, recorded, brief(sum(way, Fraction(0)), recorded), Clause(basis))
        key = f"{self.total.bid}|{part}"
        return Hit(self.total.field(part), facts, confidence=None if sure else "possible", key=key)


def is_doubted(row: Row, recorded: Decimal, reading: Reading) -> bool:
    """Whether a total follows where the scores of a scale whose low end is good are read in another usual way."""
    quality, price = row.parts[0].points, reading.parts[1].points(row.parts[1])
    ways = quality.doubts if quality and price is not None else ()
    return any(reproduces(recorded, times(one + (price or ()), reading.factor)) for one in ways)


def brief(exact: Fraction, recorded: Decimal) -> Decimal:
    """Return a figure with one more place than the recorded one, which keeps them apart: they differ by half a place."""
    exponent = recorded.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return rounded(exact, places + 1)
