"""Picture 4: quality against price, with curves along which the declared formula gives the same total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.canvas import BLUE, GREY, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.letters import BOLDER, NORMAL, SMALL, few, width_of
from fairaudit.reports.pictures.scales import Scale, across, amount, money, price_in, scale, upright
from fairaudit.reports.pictures.values import Tables, number, records, told

_LEFT, _RIGHT, _TOP, _BOTTOM = 56.0, WIDTH - 64.0, 40.0, 480.0
_MOST, _CURVES, _POINTS, _TELLING = 400, 9, 500, 3
_FEW, _ROOMS_OF_FEW, _ROOMS = 12, (260, 170, 110), (170, 110)
"""Up to how many bids have longer names; how wide names may be, the best first."""
_STEP, _CELL, _HEEDED = 15.0, 3, 60
"""How far apart names may stand from their dots, how fine a grid tells curves, and of how many bids names heed all that."""
_CROSSED, _SHORTER = 20, (0, 1, 8)
"""What it costs a name that a curve runs through it, more than to stand three steps off, and to be cut shorter."""
_LEFT_OF = {"start": 0.0, "middle": 0.5, "end": 1.0}
Box = tuple[float, float, float, float]
Point = tuple[float, float]
Run = list[Point]
Cells = set[tuple[int, int]]
Place = tuple[float, float, str]


class Around(Frozen):
    """What names heed besides each other: the cells of a coarse grid with curves, dots, and how wide and far off they may be."""

    crossed: Cells
    dots: list[Point]
    rooms: tuple[int, ...]
    steps: tuple[int, ...]


class _Curve(Frozen):
    """What is equal along a curve, as it is written there, and the points."""

    total: str
    figures: str
    points: list[Point]
    stands_for: int = 1
    """How many curves that all but coincide are drawn as this one, `total` then being what is said of each."""

    @property
    def said(self) -> str:
        """The total, with the further figures of the bids that the curve is for."""
        value = number(self.total)
        text = self.total if value is None else amount(value)
        return f"{text} ({self.figures})" if self.figures else text


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
    across(sheet, on, _TOP, _BOTTOM, label=price_in(tables.get("score-and-price")))
    upright(sheet, up, _LEFT, _RIGHT, label="quality (points)")
    drawn = _draw_curves(sheet, curves, on, up)
    taken: list[Box] = []
    around = _around(drawn, [(on.at(one.price), up.at(one.quality)) for one in bids])
    unnamed = _bids(sheet, bids, (on, up), taken, around)
    untold = sum(
        not _total(sheet, curve.said, runs, taken, _cells(drawn[:at] + drawn[at + 1 :]))
        for at, (curve, runs) in enumerate(drawn)
    )
    said = (
        "Each dot is a bid: cheaper further left, better further up.",
        *_curves_said(curves, len(found), [one for one, _ in drawn], untold),
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


def _curves(tables: Tables) -> list[_Curve]:
    """Return the curves in the order of the table; each goes through a bid, where the table says so."""
    curves: dict[tuple[str, str], _Curve] = {}
    table, columns = tables.get("iso-scores"), ("total", "price", "quality")
    through = [told(one) for (one,) in records(table, "bidder")]
    figures = [told(one) for (one,) in records(table, "for_bids_with")]
    for at, (total, price, quality) in enumerate(records(table, *columns)):
        x, y = number(price), number(quality)
        if x is not None and y is not None:
            key = told(total), through[at] if through else ""
            curves.setdefault(key, _Curve(key[0], figures[at] if figures else "", [])).points.append((x, y))
    return list(curves.values())


def _curves_said(curves: list[_Curve], bids: int, drawn: list[_Curve], untold: int) -> tuple[str, ...]:
    if not curves:
        few_bids = bids < _TELLING
        why = "since of so few bids they show no more than the totals" if few_bids else "since none could be worked out"
        return (f"No curves of equal total are drawn, {why}.",)
    if not drawn:
        return ("No curves of equal total are drawn, since none runs where the bids stand; they are in the table.",)
    part = f" Chosen are {len(_some(curves))} of {len(curves)} curves." if len(curves) > _CURVES else ""
    bare = (
        f" {untold} of {len(drawn)} {'has' if untold == 1 else 'have'} it in the table alone for want of room."
        if untold
        else ""
    )
    same = "Along each dashed line the declared formula gives the same total, written at it"
    figures = (
        (
            "Each line is that of bids with the further figures in brackets and holds for no others: a bid with other "
            "figures has another line.",
        )
        if any(one.figures for one in curves)
        else ()
    )
    shown = sum(one.stands_for for one in drawn)
    joined = ("Lines that all but coincide are drawn as one, with the total of each.",) if shown > len(drawn) else ()
    outside = left_out(len(_some(curves)) - shown, "line", "with no length within what is shown")
    return (f"{same}; what it compares with stays as recorded.{bare}{part}", *joined, *figures, *outside)


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


def _draw_curves(sheet: Sheet, curves: list[_Curve], on: Scale, up: Scale) -> list[tuple[_Curve, list[Run]]]:
    """Draw the curves as far as they lie among the bids, and return them with their pieces; those that coincide once."""
    drawn: list[tuple[_Curve, list[Run]]] = []
    for one in _some(curves):
        step = -(-len(one.points) // _POINTS)
        points = sorted(one.points)
        placed = [(on.at(x), up.at(y)) for x, y in (*points[:-1:step], points[-1])]
        runs = _inside(placed)
        twin = next((at for at, (_, other) in enumerate(drawn) if _coincide(runs, other)), None) if runs else None
        if twin is not None:
            first, along = drawn[twin]
            both = _Curve(f"{first.said}, {one.said}", "", first.points, first.stands_for + 1)
            drawn[twin] = both, along
        elif runs:
            drawn.append((one, runs))
    for one, runs in drawn:
        for run in runs:
            sheet.curve(run, GREY, width=1.3, dash="5 4", name=f"total {one.said}")
    return drawn


def _coincide(runs: list[Run], others: list[Run]) -> bool:
    """Whether two curves lie so close together from end to end that they read as one, or as a double line."""
    one, other = _grid(runs), _grid(others)
    return _beside(one, other) and _beside(other, one)


def _beside(cells: Cells, others: Cells) -> bool:
    return all(any((x + right, y + down) in others for right in (0, -1, 1) for down in (0, -1, 1)) for x, y in cells)


def _some(curves: list[_Curve]) -> list[_Curve]:
    return curves[:: -(-len(curves) // _CURVES) or 1]


def _around(drawn: list[tuple[_Curve, list[Run]]], dots: list[Point]) -> Around:
    """Return what names heed: of very many bids, few of which can have theirs, little."""
    if len(dots) > _HEEDED:
        return Around(set(), [], _ROOMS[:1], ())
    return Around(_cells(drawn), dots, _ROOMS_OF_FEW if len(dots) <= _FEW else _ROOMS, (1, 2, 3))


def _cells(drawn: list[tuple[_Curve, list[Run]]]) -> Cells:
    """Return the cells of a coarse grid through which curves run."""
    return set().union(*(_grid(runs) for _, runs in drawn))


def _grid(runs: list[Run]) -> Cells:
    cells: Cells = set()
    for (x, y), (far, low) in (pair for run in runs for pair in pairwise(run)):
        steps = int(max(abs(far - x), abs(low - y)) / _CELL * 2) + 1
        for at in range(steps + 1):
            cells.add((int((x + (far - x) * at / steps) // _CELL), int((y + (low - y) * at / steps) // _CELL)))
    return cells


def _inside(points: Sequence[Point]) -> list[Run]:
    """Return the pieces of a line that lie within the frame."""
    runs: list[Run] = []
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


def _total(sheet: Sheet, text: str, runs: list[Run], taken: list[Box], others: Cells) -> bool:
    """Write the total of a curve at one of its ends, or on it, where no name is; return whether there is room.

    Best is where no other curve runs, whose total it might be taken for.
    """
    wide = width_of(text, SMALL)
    free: list[tuple[Box, Place]] = []
    for place in _along_a_curve(runs):
        start = place[0] - wide * _LEFT_OF[place[2]]
        box = (start - 2, place[1] - 10, start + wide + 2, place[1] + 3)
        within = box[0] >= _LEFT - 2 and box[2] <= WIDTH and box[3] < _BOTTOM
        if within and not any(_touch(box, one) for one in taken):
            free.append((box, place))
    if not free:
        return False
    box, (x, y, anchor) = next((one for one in free if not _is_crossed(one[0], others)), free[0])
    taken.append(box)
    sheet.words(x, y, text, size=SMALL, anchor=anchor, halo=True)
    return True


def _along_a_curve(runs: list[Run]) -> Iterator[Place]:
    """Yield where the total of a curve may stand: outside at the right, inside at its ends, then on it from right to left."""
    x, y = runs[-1][-1]
    if x >= _RIGHT - 1:
        yield x + 5, y + 4, "start"
    else:
        # A curve that ends at the top or bottom is told along the frame's inside, where it is crossed by none.
        if y <= _TOP + 1:
            yield x + 7, y + 14, "start"
        yield x - 4, y + 14 if y <= _TOP + 1 else y - 6, "end"
    first, high = runs[0][0]
    if high >= _BOTTOM - 1:
        yield first - 5, high - 6, "end"
    yield first + 4, high - 6 if high >= _BOTTOM - 1 else high + 14, "start"
    # Beyond its ends, on its own level.
    yield x + 5, y + 4, "start"
    yield first - 5, high + 4, "end"
    line = [point for run in runs for point in run]
    for part in (0.8, 0.6, 0.4, 0.2):
        x, y = line[int(part * (len(line) - 1))]
        yield x, y + 4, "middle"


def _bids(sheet: Sheet, bids: Sequence[_Bid], scales: tuple[Scale, Scale], taken: list[Box], around: Around) -> int:
    """Draw the bids with their names where there is room, the best first, and return how many have none."""
    on, up = scales
    placed = [(on.at(one.price), up.at(one.quality), one) for one in bids]
    taken += [(x - 5, y - 5, x + 5, y + 5) for x, y, _ in placed]
    # The table has the bids in the order of their places.
    named = [_name(sheet, one, (x, y), taken, around) for x, y, one in sorted(placed, key=lambda one: not one[2].first)]
    for x, y, one in placed:
        total = "" if one.total is None else f", total {amount(one.total)}"
        name = f"{one.bidder}: price {money(one.price)}, quality {amount(one.quality)}{total}"
        sheet.mark(x, y, 3 if one.first else 0, BLUE, 7 if one.first else 4.5, name=name)
    return named.count(False)


def _name(sheet: Sheet, bid: _Bid, dot: Point, taken: list[Box], around: Around) -> bool:
    """Write a bid's name near its dot, best whole and where no curve runs; return whether there is room."""
    best: tuple[int, str, Place, list[Box]] | None = None
    for cut, room in enumerate(around.rooms):
        text = sheet.fitting(bid.bidder, room, bold=bid.first)
        wide = width_of(text, NORMAL) * (BOLDER if bid.first else 1)
        for far, (left, low, anchor) in _near(*dot, around.steps):
            start = left - wide * _LEFT_OF[anchor]
            box = (start, low - 10, start + wide, low + 3)
            within = box[0] >= _LEFT and box[2] <= WIDTH - 2 and box[1] >= _TOP and box[3] <= _BOTTOM
            worth = 6 * far + _SHORTER[cut]
            # The cheap questions first: most places are no better than one that was found, or outside.
            if not within or (best and best[0] <= worth):
                continue
            worth += 3 * _is_near(box, dot, around.dots) + _CROSSED * _is_crossed(box, around.crossed)
            boxes = [box, _leader(dot, box)] if far else [box]
            if (not best or worth < best[0]) and not any(_touch(own, one) for own in boxes for one in taken):
                best = worth, text, (left, low, anchor), boxes
    if best is None:
        return False
    _, text, (left, low, anchor), boxes = best
    taken += boxes
    for x, y, _, end in boxes[1:]:
        sheet.line((x + 1, y), (x + 1, end), GREY, width=0.8)
    sheet.words(left, low, text, anchor=anchor, bold=bid.first, halo=True, name=bid.bidder)
    return True


def _leader(dot: Point, box: Box) -> Box:
    """Return the room that an upright line takes from a dot to its name above or below."""
    x, y = dot
    return (x - 1, y + 6, x + 1, box[1]) if box[1] > y else (x - 1, box[3], x + 1, y - 6)


def _near(x: float, y: float, steps: tuple[int, ...]) -> Iterator[tuple[int, Place]]:
    """Yield where a name may stand, and how far off: beside its dot, above and below it, then further, with a line to it."""
    near = (
        (x + 9, y + 4, "start"), (x - 9, y + 4, "end"), (x, y - 10, "middle"), (x, y + 19, "middle"),
        (x + 7, y - 8, "start"), (x + 7, y + 16, "start"), (x - 7, y - 8, "end"), (x - 7, y + 16, "end"),
    )  # fmt: skip
    yield from ((0, one) for one in near)
    for far in steps:
        for low in (y - 10 - far * _STEP, y + 19 + far * _STEP):
            yield from ((far, one) for one in ((x, low, "middle"), (x - 6, low, "start"), (x + 6, low, "end")))


def _is_near(box: Box, dot: Point, dots: list[Point]) -> bool:
    """Whether a name would stand so near to another dot that it may be taken for that one's."""
    left, top, right, bottom = box[0] - _STEP, box[1] - _STEP, box[2] + _STEP, box[3] + _STEP
    return any(left < x < right and top < y < bottom and (x, y) != dot for x, y in dots)


def _is_crossed(box: Box, crossed: Cells) -> bool:
    across = range(int(box[0] // _CELL), int(box[2] // _CELL) + 1)
    down = range(int(box[1] // _CELL), int(box[3] // _CELL) + 1)
    return not crossed.isdisjoint(product(across, down))


def _touch(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
