"""Picture 7: the prices of the bids in order, with the lines below which a test calls a bid abnormally low."""

from __future__ import annotations

from fairaudit.reports.pictures.canvas import BLUE, DASHES, INK, ORANGE, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.letters import SMALL, plain, width_of
from fairaudit.reports.pictures.scales import Scale, across, money, scale
from fairaudit.reports.pictures.values import Tables, number, records, told
from fairaudit.reports.wording import counted

_MOST, _MOST_TESTS, _LABELS = 48, 8, 160.0
Bid = tuple[float, str]


def drawing(tables: Tables) -> Drawing | None:
    """Return the picture of `bid-strip` and `low-price-lines`, or nothing where no price is a number."""
    found = _prices(tables, "bid-strip", "bidder")
    tests = _prices(tables, "low-price-lines", "test")
    if not found:
        return None
    bids, lines = found[:_MOST], tests[:_MOST_TESTS]
    row = 20.0 if len(bids) <= 24 else 16.0
    top = 26.0 + 16 * len(lines) + (10 if lines else 0)
    bottom = top + row * len(bids) + 6
    values = [price for price, _ in [*bids, *lines]]
    names = min(max(width_of(plain(name)) for _, name in bids) + 8, _LABELS)
    amounts = max(width_of(money(price)) for price, _ in bids)
    on = scale(values, names + 14, WIDTH - amounts - 20, room=0.03)
    sheet = Sheet(name for _, name in [*bids, *lines])
    across(sheet, on, top - 4, bottom, label="price")
    _bids(sheet, bids, (on, top, row), [price for price, _ in lines])
    _tests(sheet, lines, on, bottom)
    said = (
        "Each dot is a bid, cheapest at the top, with its price at the right.",
        *_tests_said(found, tests),
        *left_out(len(tests) - len(lines), "line", "with higher prices"),
        *left_out(len(found) - len(bids), "bid", "the dearest"),
    )
    drew = ("bid-strip", "low-price-lines") if lines else ("bid-strip",)
    return Drawing("Prices, and where a price counts as abnormally low", said, tuple(sheet.parts), bottom + 44, drew)


def _prices(tables: Tables, name: str, of: str) -> list[Bid]:
    rows = records(tables.get(name), of, "price")
    found = [(value, told(what)) for what, price in rows if (value := number(price)) is not None]
    return sorted(found, key=lambda one: one[0])


def _tests_said(bids: list[Bid], tests: list[Bid]) -> tuple[str, ...]:
    if not tests:
        return ("No test for abnormally low prices gives a line.",)
    below = sum(price < tests[-1][0] for price, _ in bids)
    words = "Upright lines are the prices below which a test asks whether a bid is abnormally low; it asks, and decides nothing."
    which = "the line" if len(tests) == 1 else "at least one of them"
    return (
        words,
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


def _tests(sheet: Sheet, lines: list[Bid], on: Scale, bottom: float) -> None:
    """Draw the lines, each from its own row of words: towards the middle, the outermost in the highest row."""
    placed = [(on.at(price), price, name) for price, name in lines]
    order = sorted(placed, key=lambda one: -abs(one[0] - WIDTH / 2))
    rows = [(20.0 + 16 * rank, DASHES[rank % len(DASHES)], one) for rank, one in enumerate(order)]
    for y, dash, (x, _, _) in rows:
        sheet.line((x, y - 6), (x, bottom), INK, width=1.5, dash=dash)
    for y, _, (x, price, name) in rows:
        said, before = f" {money(price)}", x > WIDTH / 2
        room = (x if before else WIDTH - x) - 14 - width_of(said, SMALL)
        text = sheet.fitting(name, room, size=SMALL) + said
        place, anchor = (x - 6, "end") if before else (x + 6, "start")
        sheet.words(place, y + 2, text, size=SMALL, anchor=anchor, halo=True, name=name)
