"""Picture 7: the prices of the bids in order, with the lines below which a test calls a bid abnormally low."""

from __future__ import annotations

from functools import cache
from itertools import product

from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.canvas import BLUE, DASHES, INK, ORANGE, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.letters import SMALL, plain, width_of
from fairaudit.reports.pictures.scales import Scale, across, money, price_in, scale
from fairaudit.reports.pictures.values import Tables, number, records, told
from fairaudit.reports.wording import counted

_MOST, _MOST_TESTS, _LABELS = 48, 8, 160.0
_OFF = 6
"""How far words stand from their line, and at least from the next."""
_FAR = 3
"""A heuristic: a line further from all prices than so many times what lies between these would leave them no room."""
Bid = tuple[float, str]


class _Post(Frozen):
    """A line of a test: what it is called, its price and place, in which row its words stand, on which side, in what room."""

    name: str
    price: float
    x: float
    row: int
    before: bool
    room: float


def drawing(tables: Tables) -> Drawing | None:
    """Return the picture of `bid-strip` and `low-price-lines`, or nothing where no price is a number."""
    found = _prices(tables, "bid-strip", "bidder")
    tests = _prices(tables, "low-price-lines", "test")
    if not found:
        return None
    near = _near(found, tests)
    bids, lines = found[:_MOST], near[:_MOST_TESTS]
    row = 20.0 if len(bids) <= 24 else 16.0
    values = [price for price, _ in [*bids, *lines]]
    names = min(max(width_of(plain(name)) for _, name in bids) + 8, _LABELS)
    amounts = max(width_of(money(price)) for price, _ in bids)
    on = scale(values, names + 14, WIDTH - amounts - 20, room=0.03)
    posts = _posts(lines, on)
    top = 26.0 + 16 * (1 + max(one.row for one in posts)) + 10 if posts else 26.0
    bottom = top + row * len(bids) + 6
    sheet = Sheet(name for _, name in [*bids, *lines])
    across(sheet, on, top - 4, bottom, label=price_in(tables.get("bid-strip")))
    _bids(sheet, bids, (on, top, row), [price for price, _ in tests])
    _tests(sheet, posts, bottom)
    said = (
        "Each dot is a bid, cheapest at the top, with its price at the right.",
        *_tests_said(found, tests),
        *_far_said(found, [one for one in tests if one not in near]),
        *left_out(len(near) - len(lines), "line", "with higher prices"),
        *left_out(len(found) - len(bids), "bid", "the dearest"),
    )
    drew = ("bid-strip", "low-price-lines") if lines else ("bid-strip",)
    return Drawing("Prices, and where a price counts as abnormally low", said, tuple(sheet.parts), bottom + 44, drew)


def _prices(tables: Tables, name: str, of: str) -> list[Bid]:
    rows = records(tables.get(name), of, "price")
    found = [(value, told(what)) for what, price in rows if (value := number(price)) is not None]
    return sorted(found, key=lambda one: one[0])


def _near(bids: list[Bid], tests: list[Bid]) -> list[Bid]:
    """Return the lines that can be drawn with the prices still told apart."""
    low, high = bids[0][0], bids[-1][0]
    reach = (high - low) * _FAR
    return [one for one in tests if not reach or low - reach <= one[0] <= high + reach]


def _far_said(bids: list[Bid], far: list[Bid]) -> tuple[str, ...]:
    """Say where the lines lie that are not drawn."""
    sides = (
        ("below", [one for one in far if one[0] < bids[0][0]]),
        ("above", [one for one in far if one[0] > bids[-1][0]]),
    )
    return tuple(
        f"Not drawn, since far {side} all prices, which could not be told apart beside "
        f"{'it' if len(some) == 1 else 'them'}: {', '.join(f'{name} at {money(price)}' for price, name in some)}."
        for side, some in sides
        if some
    )


def _tests_said(bids: list[Bid], tests: list[Bid]) -> tuple[str, ...]:
    if not tests:
        return ("No test for abnormally low prices gives a line.",)
    below = sum(price < tests[-1][0] for price, _ in bids)
    words = "Upright lines are the prices below which a test asks whether a bid is abnormally low; it asks, and decides nothing."
    which = "the line" if len(tests) == 1 else "at least one of them"
    odd = sum(price <= 0 for price, _ in bids)
    return (
        words,
        *(
            (f"{counted(odd, 'price')} of 0 or below {'counts' if odd == 1 else 'count'} towards none of them.",)
            if odd
            else ()
        ),
        f"{below} of {counted(len(bids), 'bid')} {'lies' if below == 1 else 'lie'} below {which} (triangles).",
    )


def _bids(sheet: Sheet, bids: list[Bid], place: tuple[Scale, float, float], lines: list[float]) -> None:
    on, top, row = place
    sheet.grid(
        (on.start, top + (n + 0.5) * row, on.at(price), top + (n + 0.5) * row) for n, (price, _) in enumerate(bids)
    )
    for rank, (price, name) in enumerate(bids):
        y = top + (rank + 0.5) * row
        low = any(price < line for line in lines)
        sheet.words(on.start - 14, y + 4, name, anchor="end", room=on.start - 14)
        sheet.mark(on.at(price), y, 5 if low else 0, ORANGE if low else BLUE, 5.5 if low else 4.5)
        sheet.words(WIDTH - 2, y + 4, money(price), anchor="end", bold=low)


def _tests(sheet: Sheet, posts: list[_Post], bottom: float) -> None:
    """Draw the lines, each down from beside its own words, so that none runs through those of another."""
    for rank, one in enumerate(posts):
        sheet.line((one.x, 14.0 + 16 * one.row), (one.x, bottom), INK, width=1.5, dash=DASHES[rank % len(DASHES)])
    for one in posts:
        said = f" {money(one.price)}"
        text = sheet.fitting(one.name, one.room - width_of(said, SMALL), size=SMALL) + said
        place, anchor = (one.x - _OFF, "end") if one.before else (one.x + _OFF, "start")
        sheet.words(place, 22.0 + 16 * one.row, text, size=SMALL, anchor=anchor, halo=True, name=one.name)


def _posts(lines: list[Bid], on: Scale) -> list[_Post]:
    """Return where the words of every line stand.

    Whichever line begins highest parts those at its left from those at its right, whose words must stay on their own side.
    So the best arrangement of a run of lines is that of its two parts and one line above them: it cuts least, then it has
    the fewest rows.
    """
    wide = [width_of(f"{plain(name)} {money(price)}", SMALL) for price, name in lines]
    places = [0.0, *(on.at(price) for price, _ in lines), float(WIDTH)]

    @cache
    def best(first: int, end: int) -> tuple[tuple[float, int], tuple[_Post, ...]]:
        if first == end:
            return (0.0, 0), ()
        found = []
        for at, before in product(range(first, end), (False, True)):
            (cut, left), (gone, right) = best(first, at), best(at + 1, end)
            own = places[at + 1]
            room = (own - places[first] if before else places[end + 1] - own) - 2 * _OFF
            worth = cut[0] + gone[0] + min(room - wide[at], 0.0), min(cut[1], gone[1]) - 1
            price, name = lines[at]
            low = [one._replace(row=one.row + 1) for one in (*left, *right)]
            found.append((worth, (_Post(name, price, own, 0, before, room), *low)))
        return max(found, key=lambda one: one[0])

    return sorted(best(0, len(lines))[1], key=lambda one: one.x)
