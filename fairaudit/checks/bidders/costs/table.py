"""What taking part costs a newcomer and whoever does the work today: a row a requirement, a sum a lot, one for all.

What the present provider has already costs it nothing only where the case says that it has it: under `holds` of an
incumbent, or because it is what the requirement asks for. Takes time in step with requirements, lots and what is held.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from fairaudit.analysis.text import fold
from fairaudit.checks.bidders.costs.costs import Cost, Item, Sums, Total, sums
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.tender import Incumbent, Lot, Tender

HELD = "the case says that it has this"


class Row(Frozen):
    """One requirement: what it costs a newcomer, and the present provider, `None` where there is none or none is known."""

    item: Item
    newcomer: Cost
    incumbent: Cost | None
    note: str


class LotSum(Frozen):
    """The sums for a lot, or for all of them, whole and by sort; `share` is the newcomer's money in per cent of the value."""

    lot: str | None
    at: Node[object]
    newcomer: Total
    incumbent: Total | None
    newcomer_parts: tuple[tuple[str, Total], ...]
    incumbent_parts: tuple[tuple[str, Total], ...]
    share: Decimal | None


class Sheet(Frozen):
    """The whole table; the last sum is for a bidder for every lot. `incumbents` is `known`, `none` or `unknown`."""

    rows: tuple[Row, ...]
    sums: tuple[LotSum, ...]
    incumbents: str


def sheet_of(case: Case, items: tuple[Item, ...]) -> Sheet:
    """Return the table of some requirements."""
    present = _Present(case, items)
    rows = tuple(_row(one, index, present) for index, one in enumerate(items))
    whole = _sum(case.tender, None, sums((one.item.what, one.newcomer) for one in rows), _all(rows, present))
    given = case.tender.incumbents
    known = "unknown" if given is None else "known" if given else "none"
    return Sheet(rows, (*_by_lot(case, items, present), whole), known)


class _Present:
    """Who does the work today, for which lots, and which requirements the case says that it meets."""

    def __init__(self, case: Case, items: tuple[Item, ...]) -> None:
        self.incumbents = case.tender.incumbents or ()
        self.anywhere = tuple(index for index, one in enumerate(self.incumbents) if not one.lots)
        self.by_lot: dict[str, list[int]] = {}
        for index, one in enumerate(self.incumbents):
            for lot in one.lots or ():
                self.by_lot.setdefault(lot, []).append(index)
        self.held = _held(self.incumbents, items)

    def serving(self, lots: Iterable[str | None]) -> tuple[int, ...]:
        """Return who does the work of some lots; of `None`, or of no lot in particular, everybody."""
        wanted = tuple(lots)
        if not wanted or None in wanted:
            return tuple(range(len(self.incumbents)))
        named = (index for lot in wanted for index in self.by_lot.get(lot or "", ()))
        return tuple(sorted({*self.anywhere, *named}))

    def had(self, item: Item, index: int, serving: tuple[int, ...]) -> int:
        """Return how many of an item those who do the work have; where several do, whoever has most."""
        return item.times if any(index in self.held[one] for one in serving) else item.has


def _held(incumbents: tuple[Incumbent, ...], items: tuple[Item, ...]) -> list[set[int]]:
    """Return the items that each incumbent holds, by what they are called."""
    called: dict[str, list[int]] = {}
    for index, item in enumerate(items):
        for name in dict.fromkeys(map(_plain, item.names)):
            called.setdefault(name, []).append(index)
    return [{index for name in one.holds or () for index in called.get(_plain(name), ())} for one in incumbents]


def _plain(name: str) -> str:
    return " ".join(map(fold, name.split()))


def _row(item: Item, index: int, present: _Present) -> Row:
    serving = present.serving(item.lots)
    if not serving:
        return Row(item, item.cost(), None, "")
    had = present.had(item, index, serving)
    return Row(item, item.cost(), item.cost(had), _note(item, had))


def _note(item: Item, had: int) -> str:
    if not had:
        return ""
    return item.why if item.why and had == item.has else HELD


def _all(rows: tuple[Row, ...], present: _Present) -> Sums | None:
    """Return what bidding for every lot costs the present provider; lots that nobody serves cost it what they cost all."""
    if not present.incumbents:
        return None
    return sums((one.item.what, one.incumbent or one.newcomer) for one in rows)


def _by_lot(case: Case, items: tuple[Item, ...], present: _Present) -> tuple[LotSum, ...]:
    """Return the sums of each lot; what is about all lots is added up once."""
    common = sums((one.what, one.cost()) for one in items if not one.lots)
    base = sums((one.what, one.cost(one.has)) for one in items if not one.lots)
    particular = [(index, one) for index, one in enumerate(items) if one.lots]
    own: dict[str, list[tuple[int, Item]]] = {}
    for index, one in particular:
        for lot_id in dict.fromkeys(one.lots):
            own.setdefault(lot_id, []).append((index, one))
    known: dict[tuple[int, ...], Sums] = {}
    found = []
    for lot in case.lots:
        # Which requirements are about a lot without an id nobody can say: it may be all of them.
        mine = own.get(lot.id, []) if lot.id else particular
        serving, theirs = present.serving((lot.id,)), None
        if serving:
            shared = known[serving] = known.get(serving) or _shared(base, items, present, serving)
            theirs = shared.also(sums((one.what, one.cost(present.had(one, at, serving))) for at, one in mine))
        found.append(_sum(lot, lot.id, common.also(sums((one.what, one.cost()) for _, one in mine)), theirs))
    return tuple(found)


def _shared(base: Sums, items: tuple[Item, ...], present: _Present, serving: tuple[int, ...]) -> Sums:
    """Return what the requirements for all lots cost those who do the work: what they hold is taken off."""
    theirs = base.also()
    for index in {index for one in serving for index in present.held[one] if not items[index].lots}:
        theirs.add(items[index].what, items[index].cost(items[index].has), -1)
    return theirs


def _sum(at: Lot | Tender, lot: str | None, newcomer: Sums, incumbent: Sums | None) -> LotSum:
    total = newcomer.total()
    theirs = None if incumbent is None else incumbent.total()
    parts = () if incumbent is None else incumbent.parts()
    return LotSum(lot, at.node, total, theirs, newcomer.parts(), parts, _share_of(at, total))


def _share_of(at: Lot | Tender, total: Total) -> Decimal | None:
    """Return the money in per cent of the value, where both are in one currency."""
    value = at.value
    if value is None or not value.amount or {one.currency for one in total.money} - {value.currency}:
        return None
    amount = sum((one.amount or Decimal(0) for one in total.money), Decimal(0))
    return (amount * 100 / value.amount).quantize(Decimal("0.1"), ROUND_HALF_UP)
