"""The right half of picture 5: in what share of many weightings, drawn at random, each bidder takes each rank."""

from __future__ import annotations

from fairaudit.reports.pictures.canvas import BLUE, GREY, WIDTH, Sheet
from fairaudit.reports.pictures.letters import SMALL, named, plain, width_of
from fairaudit.reports.pictures.scales import amount
from fairaudit.reports.pictures.values import Tables, number, records, told

ROW, MOST_BARS, _TOP = 20.0, 44, 46.0
_DIGIT = 12
"""How wide a part of a bar must be to hold the number of its rank."""
_RANKS = ("first", "second", "third")
_STRIPES = ((4.5, 2.0), (9.0, 1.0))
"""How far apart and how wide the stripes of the second and third rank are; all later ones are empty."""
Shares = dict[str, dict[int, float]]


def shares_of(tables: Tables) -> Shares:
    """Return in what share of the weightings each bidder takes each rank."""
    shares: Shares = {}
    for bidder, rank, share in records(tables.get("rank-acceptability"), "bidder", "rank", "share"):
        place, value = number(rank), number(share)
        if place is not None and value is not None and value >= 0:
            shares.setdefault(told(bidder), {})[int(place)] = value
    return shares


def near_of(tables: Tables) -> dict[str, float]:
    """Return how often each bidder comes first with weights near the published ones, most often first."""
    table = tables.get("rank-acceptability-near")
    found = {
        told(bidder): value
        for bidder, rank, share in records(table, "bidder", "rank", "share")
        if number(rank) == 1 and (value := number(share)) is not None
    }
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def bars_said(tables: Tables) -> list[str]:
    """Say of which draws the bars are, and what draws near the published weights gave."""
    said = [
        "Each bar says in what share of the weightings that were drawn, from all that add up to 100, the bidder comes "
        "first (solid), second (2, narrow stripes), third (3, wide stripes) or later (empty); the number at the right is "
        "the share of first places."
    ]
    near = near_of(tables)
    within = next((number(one) for (one,) in records(tables.get("rank-acceptability-near"), "within")), None)
    if near and within is not None:
        shares = [f"{named(name)} ({_per_cent(share)})" for name, share in list(near.items())[:6]]
        more = f" and {len(near) - 6} more" if len(near) > 6 else ""
        said.append(
            f"Not drawn: with every weight within {amount(within)} % of its own, first place goes to {', '.join(shares)}{more}; "
            "the table has the other ranks."
        )
    return said


def _per_cent(share: float) -> str:
    """Return a share in per cent, and neither none nor all of it where that is only nearly so."""
    value = share * 100
    return "<1 %" if 0 < value < 1 else ">99 %" if 99 < value < 100 else f"{value:.0f} %"


def bars(sheet: Sheet, shares: Shares, frame: tuple[float, float]) -> None:
    """Draw a bar for each bidder, from the left of the frame to the right of the picture, down to the bottom at most."""
    left, bottom = frame
    names = min(max(width_of(plain(one), SMALL) for one in shares) + 8, 110 if left else 240)
    start, end = left + names, WIDTH - 42.0
    whole = max(sum(one.values()) for one in shares.values()) or 1.0
    _key(sheet, start, whole <= 1.0001)
    row = min(ROW * 1.3, (bottom - _TOP - 6) / len(shares))
    for rank, (bidder, found) in enumerate(shares.items()):
        y = _TOP + 6 + row * rank
        sheet.words(start - 6, y + row / 2 + 4, bidder, size=SMALL, anchor="end", room=names - 6)
        x, height = start, min(row - 4, 18)
        top = y + (row - height) / 2
        for place in sorted(found):
            wide = (end - start) * found[place] / whole
            if place <= len(_RANKS) and wide >= 0.3:
                _part(sheet, place, (x, top, wide, height))
                if place > 1 and wide >= _DIGIT:
                    where = x + wide / 2, top + height / 2 + 4
                    sheet.words(*where, str(place), size=SMALL, anchor="middle", bold=True, halo=True)
            x += wide
        sheet.box(start, top, end - start, height, stroke=GREY)
        sheet.words(WIDTH - 2, y + row / 2 + 4, _per_cent(found.get(1, 0) / whole), size=SMALL, anchor="end")


def _key(sheet: Sheet, start: float, whole: bool) -> None:
    x = min(start, WIDTH - 232)
    sheet.words(x, 14, "share of weightings" if whole else "weightings", bold=True)
    for rank, word in enumerate((*_RANKS, "later"), 1):
        if rank <= len(_RANKS):
            _part(sheet, rank, (x, 25, 12, 12))
        else:
            sheet.box(x, 25, 12, 12, stroke=GREY)
        sheet.words(x + 15, 35, word, size=SMALL)
        x += 24 + width_of(word, SMALL)


def _part(sheet: Sheet, rank: int, place: tuple[float, float, float, float]) -> None:
    """Draw the part of a bar for one of the first ranks: solid for the first, striped for the others."""
    if rank == 1:
        sheet.box(*place, fill=BLUE, stroke=BLUE)
        return
    sheet.stripes(place, BLUE, *_STRIPES[rank - 2])
    sheet.box(*place, stroke=BLUE)
