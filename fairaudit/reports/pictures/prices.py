"""Picture 4: quality against price, with curves along which the declared formula gives the same total."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.canvas import BLUE, GREY, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.letters import BOLDER, NORMAL, SMALL, few, width_of
from fairaudit.reports.pictures.scales import Scale, across, amount, money, scale, upright
from fairaudit.reports.pictures.values import Tables, number, records, told

_LEFT, _RIGHT, _TOP, _BOTTOM = 56.0, WIDTH - 64.0, 40.0, 480.0
_MOST, _LONGEST, _CURVES, _POINTS, _TELLING = 400, 170, 9, 120, 3
Box = tuple[float, float, float, float]
Point = tuple[float, float]


class _Bid(Frozen):
    bidder: str
    price: float
    quality: float
    total: float | None
    first: bool


def drawing(tables: Tables) -> Drawing | None:
    """Return the picture of `score-and-price` and `iso-scores`, or nothing where no bid has both price and quality."""
    found = _found(tables)
    if not found:
        return None
    bids = found[:_MOST]
    on = scale([one.price for one in bids], _LEFT, _RIGHT, room=0.09)
    up = scale([one.quality for one in bids], _BOTTOM, _TOP, room=0.14)
    sheet, curves = Sheet(one.bidder for one in bids), _curves(tables)
    across(sheet, on, _TOP, _BOTTOM, label="price")
    upright(sheet, up, _LEFT, _RIGHT, label="quality")
    taken = _draw_curves(sheet, curves, on, up)
    unnamed = _bids(sheet, bids, on, up, taken)
    said = (
        "Each dot is a bid: cheaper further left, better further up.",
        *_curves_said(curves, len(found)),
        *_along(tables),
        *_first(found),
        *((f"{unnamed} of {len(bids)} dots have no name beside them for want of room.",) if unnamed else ()),
        *left_out(len(found) - len(bids), "bid", "after the first ones"),
    )
    drew = ("score-and-price", "iso-scores") if curves else ("score-and-price",)
    return Drawing("Quality against price", said, tuple(sheet.parts), _BOTTOM + 44, drew)


def _found(tables: Tables) -> list[_Bid]:
    """Return the bids with price and quality; which of them come first is known by their ranks alone."""
    table, columns = tables.get("score-and-price"), ("bidder", "price", "quality", "total")
    rows = records(table, *columns, "rank") or [(*row, None) for row in records(table, *columns)]
    return [
        _Bid(told(bidder), x, y, number(total), number(rank) == 1)
        for bidder, price, quality, total, rank in rows
        if (x := number(price)) is not None and (y := number(quality)) is not None
    ]


def _curves(tables: Tables) -> dict[str, list[Point]]:
    """Return the points of each curve by its total, in the order of the table."""
    curves: dict[str, list[Point]] = {}
    for total, price, quality in records(tables.get("iso-scores"), "total", "price", "quality"):
        x, y = number(price), number(quality)
        if x is not None and y is not None:
            curves.setdefault(told(total), []).append((x, y))
    return curves


def _curves_said(curves: dict[str, list[Point]], bids: int) -> tuple[str, ...]:
    if not curves:
        few_bids = bids < _TELLING
        why = "since of so few bids they show no more than the totals" if few_bids else "since none could be worked out"
        return (f"No curves of equal total are drawn, {why}.",)
    part = f" Drawn are {_CURVES} of {len(curves)} curves." if len(curves) > _CURVES else ""
    return (f"Along each dashed line the declared formula gives the same total, written at its end.{part}",)


def _along(tables: Tables) -> tuple[str, ...]:
    """Say for which further figures the curves are drawn, so that a bid with others is not thought to miss its own."""
    figures = next((told(one) for (one,) in records(tables.get("iso-scores"), "for_bids_with")), "")
    return (
        (f"The lines are those for bids with {figures}; a bid with another figure has another line.",)
        if figures
        else ()
    )


def _first(found: Sequence[_Bid]) -> tuple[str, ...]:
    """Say who comes first by the ranks, and which end of the totals that is; nothing where no rank says it."""
    best = [one for one in found if one.first]
    if not best:
        return ()
    mark = "The diamond comes first" if len(best) == 1 else "The diamonds come first, level"
    totals = [one.total for one in found if one.total is not None]
    own = best[0].total
    if own is None or min(totals) == max(totals):
        return (f"{mark}: {few([one.bidder for one in best])}.",)
    end = "lowest" if own == min(totals) else "greatest" if own == max(totals) else ""
    said = f"the {end} total" if end else "the total"
    return (f"{mark}, with {said}, {amount(own)}: {few([one.bidder for one in best])}.",)


def _draw_curves(sheet: Sheet, curves: dict[str, list[Point]], on: Scale, up: Scale) -> list[Box]:
    """Draw the curves as far as they lie among the bids, and return where their totals are written."""
    taken: list[Box] = []
    every = -(-len(curves) // _CURVES) or 1
    for total, points in list(curves.items())[::every]:
        step = -(-len(points) // _POINTS)
        placed = [(on.at(x), up.at(y)) for x, y in sorted(points)[::step]]
        runs = _inside(placed)
        for run in runs:
            sheet.curve(run, GREY, width=1.3, dash="5 4", name=f"total {total}")
        if runs:
            _total(sheet, _as_amount(total), runs[-1][-1], taken)
    return taken


def _as_amount(total: str) -> str:
    value = number(total)
    return total if value is None else amount(value)


def _inside(points: Sequence[Point]) -> list[list[Point]]:
    """Return the pieces of a line that lie within the frame."""
    runs: list[list[Point]] = []
    for start, end in pairwise(points):
        piece = _clipped(start, end)
        if piece is None:
            continue
        if runs and runs[-1][-1] == piece[0]:
            runs[-1].append(piece[1])
        else:
            runs.append(list(piece))
    return runs


def _clipped(start: Point, end: Point) -> tuple[Point, Point] | None:
    """Return the part of a straight line within the frame, after Liang & Barsky (1984)."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    first, last = 0.0, 1.0
    for by, room in ((-dx, x - _LEFT), (dx, _RIGHT - x), (-dy, y - _TOP), (dy, _BOTTOM - y)):
        if by == 0 and room < 0:
            return None
        if by < 0:
            first = max(first, room / by)
        elif by > 0:
            last = min(last, room / by)
    if first >= last:
        return None
    near = start if first == 0 else (x + first * dx, y + first * dy)
    far = end if last == 1 else (x + last * dx, y + last * dy)
    return near, far


def _total(sheet: Sheet, text: str, end: Point, taken: list[Box]) -> None:
    """Write the total of a curve at its end, outside of the frame: at the right of it, or above or below."""
    x, y = end
    wide = width_of(text, SMALL)
    if x >= _RIGHT - 1:
        box, place = (x + 4, y - 7, x + 4 + wide, y + 7), (x + 5, y + 4, "start")
    else:
        # A curve that ends at the top or bottom is told along the frame's inside, where it is crossed by none.
        low = y + 14 if y <= _TOP + 1 else y - 6
        box, place = (x - wide - 4, low - 10, x - 2, low + 3), (x - 4, low, "end")
    if any(_touch(box, one) for one in taken):
        return
    taken.append(box)
    sheet.words(place[0], place[1], text, size=SMALL, anchor=place[2], halo=True)


def _bids(sheet: Sheet, bids: Sequence[_Bid], on: Scale, up: Scale, taken: list[Box]) -> int:
    """Draw the bids with their names where there is room, the best first, and return how many have none."""
    placed = [(on.at(one.price), up.at(one.quality), one) for one in bids]
    taken += [(x - 5, y - 5, x + 5, y + 5) for x, y, _ in placed]
    for x, y, one in placed:
        total = "" if one.total is None else f", total {amount(one.total)}"
        name = f"{one.bidder}: price {money(one.price)}, quality {amount(one.quality)}{total}"
        sheet.mark(x, y, 3 if one.first else 0, BLUE, 7 if one.first else 4.5, name=name)
    # The table has the bids in the order of their places.
    by_place = sorted(placed, key=lambda one: not one[2].first)
    return sum(not _name(sheet, one, (x, y), taken, bold=one.first) for x, y, one in by_place)


def _name(sheet: Sheet, bid: _Bid, place: Point, taken: list[Box], *, bold: bool) -> bool:
    x, y = place
    text = sheet.fitting(bid.bidder, _LONGEST)
    wide = width_of(text, NORMAL) * (BOLDER if bold else 1)
    for left, low, anchor in (
        (x + 9, y + 4, "start"), (x - 9, y + 4, "end"), (x, y - 10, "middle"), (x, y + 19, "middle"),
        (x + 7, y - 8, "start"), (x + 7, y + 16, "start"), (x - 7, y - 8, "end"), (x - 7, y + 16, "end"),
    ):  # fmt: skip
        start = left - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        box = (start, low - 10, start + wide, low + 3)
        within = box[0] >= _LEFT and box[2] <= _RIGHT and box[1] >= _TOP and box[3] <= _BOTTOM
        if within and not any(_touch(box, one) for one in taken):
            taken.append(box)
            sheet.words(left, low, text, anchor=anchor, bold=bold, halo=True, name=bid.bidder)
            return True
    return False


def _touch(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
