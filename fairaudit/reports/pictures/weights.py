"""Picture 5: totals against the weight of price, crossings marked, beside how often each bidder takes each rank."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence

from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.bars import MOST_BARS, ROW, bars, bars_said, near_of, shares_of
from fairaudit.reports.pictures.canvas import DASHES, GREY, INK, PALETTE, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.leaders import looks_of
from fairaudit.reports.pictures.letters import SMALL, few, named, width_of
from fairaudit.reports.pictures.scales import Scale, across, amount, apart, scale, upright
from fairaudit.reports.pictures.values import Tables, number, records, told
from fairaudit.reports.wording import counted

_TOP, _MOST_LINES, _MOST_CROSSINGS, _POINTS = 46.0, 60, 40, 60
_TOTAL = "total (points of 100)"
Line = list[tuple[float, float]]


class _Crossing(Frozen):
    weight: float
    total: float
    names: tuple[str, str]
    leads: bool


def drawing(tables: Tables) -> Drawing | None:
    """Return the picture of `price-weights`, `crossings` and `rank-acceptability`, or nothing where all are empty."""
    lines, shares = _lines(tables), shares_of(tables)
    if not lines and not shares:
        return None
    sheet, beside = Sheet([*lines, *shares]), bool(lines and shares)
    height = max(_TOP + 330 if lines else 0, _TOP + 12 + ROW * min(len(shares), MOST_BARS) if shares else 0)
    said: list[str] = []
    drew: list[str] = []
    if lines:
        crossings, weights = _crossings(tables, lines), tables.get("price-weights")
        published = next((number(at) for at, own in records(weights, "price_weight", "published") if number(own)), None)
        runs = _leading(tables, lines)
        leaders = looks_of(tables, dict.fromkeys(name for leading in runs for name in leading))
        right = 340.0 if beside else WIDTH - 130.0
        _totals(sheet, lines, (leaders, crossings, published), (46.0, right, height))
        said += _lines_said(lines, runs, crossings)
        drew += ["price-weights", *(["crossings"] if crossings else [])]
    if shares:
        kept = dict(sorted(shares.items(), key=lambda one: -one[1].get(1, 0))[:MOST_BARS])
        bars(sheet, kept, (472.0 if beside else 0.0, height))
        said += bars_said(tables)
        said += left_out(len(shares) - len(kept), "bar", "of bidders that come first least often")
        drew += ["rank-acceptability", *(["rank-acceptability-near"] if near_of(tables) else [])]
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


def _between(line: Line, weight: float) -> float | None:
    """Return the total at a weight, on the straight line between the two nearest that are given."""
    after = bisect_left(line, (weight,))
    if after < len(line) and line[after][0] == weight:
        return line[after][1]
    if not 0 < after < len(line):
        return None
    (x, y), (far, high) = line[after - 1], line[after]
    return y + (high - y) * (weight - x) / (far - x)


def _highest(lines: dict[str, Line], weight: float) -> float:
    return max(total for line in lines.values() if (total := _between(line, weight)) is not None)


def _crossings(tables: Tables, lines: dict[str, Line]) -> list[_Crossing]:
    found, totals = [], [y for line in lines.values() for _, y in line]
    # Where no table says which crossings are at the front: weights are rounded, so it is a hair's breadth (a heuristic).
    hair = (max(totals) - min(totals)) / 200
    columns, table = ("price_weight", "bidder", "other"), tables.get("crossings")
    for weight, bidder, other, own in records(table, *columns, "leads") or [
        (*one, None) for one in records(table, *columns)
    ]:
        x, names = number(weight), (told(bidder), told(other))
        total = None if x is None else _between(lines.get(names[0], []), x)
        if x is not None and total is not None:
            leads = number(own) == 1 if own is not None else total >= _highest(lines, x) - hair
            found.append(_Crossing(x, total, names, leads))
    # Those that change who leads come first; where there are too many, they alone are drawn.
    return sorted(found, key=lambda one: (not one.leads, one.weight))


def _rings(crossings: Sequence[_Crossing]) -> list[_Crossing]:
    all_of_them = len(crossings) <= _MOST_CROSSINGS
    return [one for one in crossings if all_of_them or one.leads][:_MOST_CROSSINGS]


def _leading(tables: Tables, lines: dict[str, Line]) -> list[list[str]]:
    """Return who has the greatest total, one or several, from the least weight of price on; the same not twice in a row.

    Ranks say it exactly where there are any; totals that are rounded may look equal and not be.
    """
    totals: dict[float, dict[str, float]] = {}
    ranks: dict[float, dict[str, float]] = {}
    for name, line in lines.items():
        for weight, total in line:
            totals.setdefault(weight, {})[name] = -total
    for at, bidder, rank in records(tables.get("price-weights"), "price_weight", "bidder", "rank"):
        x, place = number(at), number(rank)
        if x is not None and place is not None:
            ranks.setdefault(x, {})[told(bidder)] = place
    runs: list[list[str]] = []
    for weight, found in sorted(totals.items(), key=lambda one: one[0]):
        places = ranks.get(weight, {})
        order = places if places.keys() == found.keys() else found
        leading = [name for name in found if order[name] == min(order.values())]
        if not runs or runs[-1] != leading:
            runs.append(leading)
    return runs


def _lead_said(runs: list[list[str]]) -> str:
    # Where two lines cross exactly at a weight that is drawn, both lead there: no leader of its own.
    told = [
        few(one)
        for before, one, after in zip([[], *runs], runs, [*runs[1:], []], strict=False)
        if len(one) == 1 or not (set(before) < set(one) and set(after) < set(one) and before and after)
    ]
    if len(told) == 1:
        return f"At every weight that is drawn {told[0]} {'has' if len(runs[0]) == 1 else 'share'} the greatest total."
    return f"The greatest total goes, from left to right, to {', then '.join(told[:6])}{' and on' if len(told) > 6 else ''}."


def _lines_said(lines: dict[str, Line], runs: list[list[str]], crossings: Sequence[_Crossing]) -> list[str]:
    said = ["Each line is a bidder's total as the weight of price goes up from left to right.", _lead_said(runs)]
    if crossings:
        leading = [f"{amount(one.weight, 3)}" for one in crossings if one.leads][:8]
        where = (
            f"bold where first place changes (at a weight of {', '.join(leading)})"
            if leading
            else "first place changes at none"
        )
        said.append(f"A ring marks where two lines cross, {where}.")
    said += left_out(len(crossings) - len(_rings(crossings)), "crossing", "further down")
    unlisted = _turned(lines) - len(crossings)
    if crossings and unlisted > 0:
        said.append(f"{counted(unlisted, 'more crossing')} further down {'has' if unlisted == 1 else 'have'} no ring.")
    return said + list(left_out(len(lines) - _MOST_LINES, "line", "of bidders that never lead"))


def _turned(lines: dict[str, Line]) -> int:
    """Return how many pairs of lines stand the other way round at the right than at the left: so many crossings there are."""
    ends: list[float] = []
    found = 0
    for _, right in sorted((line[0][1], line[-1][1]) for line in lines.values()):
        found += len(ends) - bisect_right(ends, right)
        insort(ends, right)
    return found


def _totals(
    sheet: Sheet,
    lines: dict[str, Line],
    marked: tuple[dict[str, int], Sequence[_Crossing], float | None],
    frame: tuple[float, float, float],
) -> None:
    """Draw the lines, those that lead somewhere above the others, with rings where they cross and the published weight."""
    leaders, crossings, published = marked
    left, right, bottom = frame
    points = [point for line in lines.values() for point in line]
    on = scale([x for x, _ in points], left, right)
    up = scale([y for _, y in points], bottom, _TOP, room=0.04)
    across(sheet, on, _TOP, bottom, label="weight of price (of 100)")
    if published is not None:
        sheet.line((on.at(published), _TOP), (on.at(published), bottom), INK, width=1.2, dash="2 3")
        _published(sheet, on.at(published), f"published: {amount(published)}", left, right)
    upright(sheet, up, left, right, label=_TOTAL)
    drawn = [*(one for one in lines if one not in leaders), *leaders][-_MOST_LINES:]
    for name in drawn:
        rank = leaders.get(name, -1)
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


def _published(sheet: Sheet, x: float, text: str, left: float, right: float) -> None:
    """Write which weight is the published one above its line, clear of the word at the left and within the frame."""
    half = width_of(text, SMALL) / 2
    sheet.words(
        max(min(x, right + 20 - half), left + width_of(_TOTAL) + half + 10), _TOP - 6, text, size=SMALL, anchor="middle"
    )


def _ends(
    sheet: Sheet, lines: dict[str, Line], drawn: list[str], leaders: dict[str, int], place: tuple[float, Scale]
) -> None:
    """Write the names at the right of the lines: who leads somewhere first, the others as far as there is room."""
    right, up = place
    most = int((up.start - _TOP) // 15)
    named = [*reversed(leaders), *(one for one in drawn if one not in leaders)][:most]
    ends = [up.at(lines[one][-1][1]) for one in named]
    moved = apart(ends, 15, _TOP + 4, up.start - 2)
    sheet.grid(((right + 2, end, right + 12, y) for end, y in zip(ends, moved, strict=True)), 0.4)
    for name, y in zip(named, moved, strict=True):
        rank = leaders.get(name, -1)
        if rank >= 0:
            sheet.line((right + 14, y), (right + 32, y), PALETTE[rank], width=2.4, dash=DASHES[rank])
        x = right + 36 if rank >= 0 else right + 15
        sheet.words(x, y + 4, name, room=right + 126 - x, bold=rank >= 0, size=SMALL)
