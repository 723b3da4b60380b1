"""Records of a lot that are dated on the wrong side of every award of it: letters before, adjustments after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from fairaudit.checks.base import Unassessed
from fairaudit.checks.moderation.sequence import award_dates, untold
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.checks.scoring.scores.scoring_times import surely_before
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import PriceAdjustment, Summary
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.scalars import When

RecordT = TypeVar("RecordT", Summary, PriceAdjustment)


class Misdated(Frozen, Generic[RecordT]):
    """The records of a lot on the wrong side of its awards, the first day of these, and where and when it was awarded."""

    lot: str
    records: tuple[RecordT, ...]
    dated: When
    award: Node[object]
    decided: When

    def related(self, what: str) -> tuple[tuple[Node[object], str], ...]:
        """Return the other places that a finding at the first record is about."""
        return (self.award, "when the award was decided"), *((one.node, what) for one in self.records[1:])


def before_awards(
    case: Case, records: Iterable[RecordT], field: str, when: Callable[[RecordT], When | None]
) -> Iterator[Misdated[RecordT] | Unassessed]:
    """Yield by lot the records that are dated before every award of it, and why that cannot be said of others."""
    yield from _misdated(case, records, field, when, lambda dated, decided: surely_before(case, dated, decided))


def after_awards(
    case: Case, records: Iterable[RecordT], field: str, when: Callable[[RecordT], When | None]
) -> Iterator[Misdated[RecordT] | Unassessed]:
    """Yield by lot the records that are dated after every award of it, and why that cannot be said of others."""
    yield from _misdated(case, records, field, when, lambda dated, decided: surely_before(case, decided, dated))


def _misdated(
    case: Case,
    records: Iterable[RecordT],
    field: str,
    when: Callable[[RecordT], When | None],
    wrong: Callable[[When, When], bool | str],
) -> Iterator[Misdated[RecordT] | Unassessed]:
    found: dict[str | None, list[tuple[RecordT, When]]] = {}
    for one in records:
        lot = lot_of(case, one.bid, one.lot)
        dated, ends = when(one), award_dates(case, lot)
        if dated is None or not ends:
            own = f"{text_of(one.path)}.{field}"
            name = own if dated is None else "awards[0].date" if case.awards else "awards"
            yield Unassessed(one.node, f"{name} is not given", (name,))
            continue
        orders = [(end, wrong(dated, end[2])) for end in ends]
        if all(order is True for _, order in orders):
            found.setdefault(lot, []).append((one, dated))
        elif all(order is not False for _, order in orders):
            end, why = next((end, order) for end, order in orders if isinstance(order, str))
            yield untold(why, one.field(field), end[0])
    for lot, some in found.items():
        yield _of_lot(case, lot, some)


def _of_lot(case: Case, lot: str | None, some: list[tuple[RecordT, When]]) -> Misdated[RecordT]:
    first = some[0][1]
    for _, dated in some:
        first = dated if case.clock.before(dated, first) else first
    at, _, decided = award_dates(case, lot)[0]
    return Misdated(lot or "", tuple(one for one, _ in some), first, at, decided)
