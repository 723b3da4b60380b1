"""Picture 5: totals against the weight of price, crossings marked, beside how often each bidder takes each rank."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.canvas import BLUE, DASHES, GREY, INK, PALETTE, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.letters import SMALL, few, named, plain, width_of
from fairaudit.reports.pictures.scales import Scale, across, amount, apart, scale, upright
from fairaudit.reports.pictures.values import Tables, number, records, told

_TOP, _ROW, _MOST_BARS, _MOST_LINES, _MOST_CROSSINGS, _POINTS = 46.0, 20.0, 44, 60, 40, 60
_DIGIT = 12
"""How wide a part of a bar must be to hold the number of its rank."""
_RANKS = (1, 0.5, 0.22)
"""How solid the first, second and third rank are; all later ones are empty."""
Line = list[tuple[float, float]]


class _Crossing(Frozen):
    weight: float
    total: float
    names: tuple[str, str]
    leads: bool


def drawing(tables: Tables) -> Drawing | None:
    """Return the picture of `price-weights`, `crossings` and `rank-acceptability`, or nothing where all are empty."""
    lines, shares = _lines(tables), _shares(tables)
    if not lines and not shares:
        return None
    sheet, beside = Sheet([*lines, *shares]), bool(lines and shares)
    height = max(_TOP + 330 if lines else 0, _TOP + 12 + _ROW * min(len(shares), _MOST_BARS) if shares else 0)
    said: list[str] = []
    drew: list[str] = []
    if lines:
        crossings, weights = _crossings(tables, lines), tables.get("price-weights")
        published = next((number(at) for at, own in records(weights, "price_weight", "published") if number(own)), None)
        _totals(sheet, lines, crossings, published, (46.0, 340.0 if beside else WIDTH - 130.0, height))
        said += _lines_said(lines, crossings)
        drew += ["price-weights", *(["crossings"] if crossings else [])]
    if shares:
        kept = dict(sorted(shares.items(), key=lambda one: -one[1].get(1, 0))[:_MOST_BARS])
        _bars(sheet, kept, (472.0 if beside else 0.0, height))
        said.append(
            "Each bar says in what share of the weightings that were drawn, from all that add up to 100, the bidder comes "
            "first (solid), second (2), third (3) or later (empty); the number is the share of first places."
        )
        said += left_out(len(shares) - len(kept), "bar", "of bidders that come first least often")
        drew.append("rank-acceptability")
    title = "What other weights would have done" if shares else "Totals by the weight of price"
    return Drawing(title, tuple(said), tuple(sheet.parts), height + 46, tuple(drew))


def _lines(tables: Tables) -> dict[str, Line]:
    lines: dict[str, Line] = {}
    for weight, bidder, total in records(tables.get("price-weights"), "price_weight", "bidder", "total"):
        x, y = number(weight), number(total)
        if x is not None and y is not None:
            lines.setdefault(told(bidder), []).append((x, y))
    for one in lines.values():
        one.sort()
    return lines


def _shares(tables: Tables) -> dict[str, dict[int, float]]:
    shares: dict[str, dict[int, float]] = {}
    for bidder, rank, share in records(tables.get("rank-acceptability"), "bidder", "rank", "share"):
        place, value = number(rank), number(share)
        if place is not None and value is not None and value >= 0:
            shares.setdefault(told(bidder), {})[int(place)] = value
    return shares


def _between(line: Line, weight: float) -> float | None:
    """Return the total at a weight, on the straight line between the two nearest that are given."""
    after = bisect_left(line, (weight,))
    if after < len(line) and line[after][0] == weight:
        return line[after][1]
    if not 0 < after < len(line):
        return None
    (x, y), (far, high) = line[after - 1], line[after]
    return y + (high - y) * (weight - x) / (far - x)


def _crossings(tables: Tables, lines: dict[str, Line]) -> list[_Crossing]:
    found, totals = [], [y for line in lines.values() for _, y in line]
    # Weights of crossings are rounded, so what lies a hair below the greatest total is at the front too (a heuristic).
    hair = (max(totals) - min(totals)) / 200
    for weight, bidder, other in records(tables.get("crossings"), "price_weight", "bidder", "other"):
        x, names = number(weight), (told(bidder), told(other))
        total = None if x is None else _between(lines.get(names[0], []), x)
        if x is not None and total is not None:
            highest = max(value for line in lines.values() if (value := _between(line, x)) is not None)
            found.append(_Crossing(x, total, names, total >= highest - hair))
    # Those that change who leads come first; where there are too many, they alone are drawn.
    return sorted(found, key=lambda one: (not one.leads, one.weight))


def _rings(crossings: Sequence[_Crossing]) -> list[_Crossing]:
    all_of_them = len(crossings) <= _MOST_CROSSINGS
    return [one for one in crossings if all_of_them or one.leads][:_MOST_CROSSINGS]


def _leading(lines: dict[str, Line]) -> list[list[str]]:
    """Return who has the greatest total, one or several, from the least weight of price on; the same not twice in a row."""
    at: dict[float, dict[str, float]] = {}
    for name, line in lines.items():
        for weight, total in line:
            at.setdefault(weight, {})[name] = total
    runs: list[list[str]] = []
    for _, totals in sorted(at.items(), key=lambda one: one[0]):
        best = max(totals.values())
        leading = [name for name, total in totals.items() if total == best]
        if not runs or runs[-1] != leading:
            runs.append(leading)
    return runs


def _leaders(lines: dict[str, Line]) -> list[str]:
    return list(dict.fromkeys(name for leading in _leading(lines) for name in leading))


def _lead_said(lines: dict[str, Line]) -> str:
    runs = _leading(lines)
    # Where two lines cross exactly at a weight that is drawn, both lead there: no leader of its own.
    told = [
        few(one)
        for before, one, after in zip([[], *runs], runs, [*runs[1:], []], strict=False)
        if len(one) == 1 or not (set(before) < set(one) and set(after) < set(one) and before and after)
    ]
    if len(told) == 1:
        return f"{told[0]} {'has' if len(runs[0]) == 1 else 'share'} the greatest total at every weight that is drawn."
    return f"The greatest total goes, from left to right, to {', then '.join(told[:6])}{' and on' if len(told) > 6 else ''}."


def _lines_said(lines: dict[str, Line], crossings: Sequence[_Crossing]) -> list[str]:
    said = ["Each line is a bidder's total as the weight of price goes up from left to right.", _lead_said(lines)]
    if crossings:
        leading = [f"{amount(one.weight, 3)}" for one in crossings if one.leads][:8]
        where = f" (at a weight of {', '.join(leading)})" if leading else ""
        said.append(f"A ring marks where two lines cross, bold where first place changes{where}.")
    said += left_out(len(crossings) - len(_rings(crossings)), "crossing", "further down")
    return said + list(left_out(len(lines) - _MOST_LINES, "line", "of bidders that never lead"))


def _totals(
    sheet: Sheet,
    lines: dict[str, Line],
    crossings: Sequence[_Crossing],
    published: float | None,
    frame: tuple[float, float, float],
) -> None:
    left, right, bottom = frame
    points = [point for line in lines.values() for point in line]
    on = scale([x for x, _ in points], left, right)
    up = scale([y for _, y in points], bottom, _TOP, room=0.04)
    across(sheet, on, _TOP, bottom, label="weight of price")
    if published is not None:
        sheet.line((on.at(published), _TOP), (on.at(published), bottom), INK, width=1.2, dash="2 3")
        sheet.words(on.at(published), _TOP - 6, "published", size=SMALL, anchor="middle")
    upright(sheet, up, left, right, label="total")
    leaders = _leaders(lines)[: len(PALETTE)]
    drawn = [*(one for one in lines if one not in leaders), *leaders][-_MOST_LINES:]
    for name in drawn:
        rank = leaders.index(name) if name in leaders else -1
        colour, dash = (PALETTE[rank], DASHES[rank]) if rank >= 0 else (GREY, "")
        step = -(-len(lines[name]) // _POINTS)
        some = lines[name][::step]
        line = some if some[-1] == lines[name][-1] else [*some, lines[name][-1]]
        placed = [(on.at(x), up.at(y)) for x, y in line]
        sheet.curve(placed, colour, width=2.4 if rank >= 0 else 1, dash=dash, name=name)
    for one in reversed(_rings(crossings)):
        name = f"{named(one.names[0])} and {named(one.names[1])} cross at {amount(one.weight, 4)}"
        colour = INK if one.leads else GREY
        sheet.mark(on.at(one.weight), up.at(one.total), 4, colour, 5.5 if one.leads else 3, name=name)
    _ends(sheet, lines, drawn, leaders, (right, up))


def _ends(
    sheet: Sheet, lines: dict[str, Line], drawn: list[str], leaders: list[str], place: tuple[float, Scale]
) -> None:
    """Write the names at the right of the lines: who leads somewhere first, the others as far as there is room."""
    right, up = place
    most = int((up.start - _TOP) // 15)
    named = [*reversed(leaders), *(one for one in drawn if one not in leaders)][:most]
    ends = [up.at(lines[one][-1][1]) for one in named]
    moved = apart(ends, 15, _TOP + 4, up.start - 2)
    sheet.grid(((right + 2, end, right + 12, y) for end, y in zip(ends, moved, strict=True)), 0.4)
    for name, y in zip(named, moved, strict=True):
        rank = leaders.index(name) if name in leaders else -1
        if rank >= 0:
            sheet.line((right + 14, y), (right + 32, y), PALETTE[rank], width=2.4, dash=DASHES[rank])
        x = right + 36 if rank >= 0 else right + 15
        sheet.words(x, y + 4, name, room=right + 126 - x, bold=rank >= 0, size=SMALL)


def _bars(sheet: Sheet, shares: dict[str, dict[int, float]], frame: tuple[float, float]) -> None:
    left, bottom = frame
    names = min(max(width_of(plain(one), SMALL) for one in shares) + 8, 110 if left else 240)
    start, end = left + names, WIDTH - 42.0
    whole = max(sum(one.values()) for one in shares.values()) or 1.0
    _bars_key(sheet, start, whole <= 1.0001)
    row = min(_ROW * 1.3, (bottom - _TOP - 6) / len(shares))
    for rank, (bidder, found) in enumerate(shares.items()):
        y = _TOP + 6 + row * rank
        sheet.words(start - 6, y + row / 2 + 4, bidder, size=SMALL, anchor="end", room=names - 6)
        x, height = start, min(row - 4, 18)
        top = y + (row - height) / 2
        for place in sorted(found):
            wide = (end - start) * found[place] / whole
            if place <= len(_RANKS) and wide >= 0.3:
                sheet.box(x, top, wide, height, fill=BLUE, solid=_RANKS[place - 1])
                sheet.box(x, top, wide, height, stroke=INK)
                if place > 1 and wide >= _DIGIT:
                    sheet.words(x + wide / 2, top + height / 2 + 4, str(place), size=SMALL, anchor="middle")
            x += wide
        sheet.box(start, top, end - start, height, stroke=GREY)
        first = found.get(1, 0) / whole * 100
        said = "<1 %" if 0 < first < 1 else ">99 %" if 99 < first < 100 else f"{first:.0f} %"
        sheet.words(WIDTH - 2, y + row / 2 + 4, said, size=SMALL, anchor="end")


def _bars_key(sheet: Sheet, start: float, whole: bool) -> None:
    x = min(start, WIDTH - 232)
    sheet.words(x, 14, "share of weightings" if whole else "weightings", bold=True)
    for word, solid in (("first", 1.0), ("second", _RANKS[1]), ("third", _RANKS[2]), ("later", 0.0)):
        sheet.box(x, 25, 12, 12, fill=BLUE, solid=solid)
        sheet.box(x, 25, 12, 12, stroke=GREY)
        sheet.words(x + 15, 35, word, size=SMALL)
        x += 24 + width_of(word, SMALL)
