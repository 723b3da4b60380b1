"""Who leads a lot by one set of totals."""

from __future__ import annotations

from fractions import Fraction

from fairaudit.checks.panels.tables import Counted


def with_prices(quality: list[Fraction | None] | None, counted: Counted) -> list[Fraction] | None:
    """Return totals out of 100 with what counts beside quality, or `None` where a bid has no quality worked out."""
    if quality is None or not quality:
        return None
    known = [one for one in quality if one is not None]
    if len(known) < len(quality):
        return None
    return [one + price for one, price in zip(known, counted.prices, strict=True)]


def leaders_of(quality: list[Fraction | None] | None, counted: Counted) -> tuple[int, ...] | None:
    """Return the places of the bids that lead, several where they are equal, or `None` where that is not known."""
    from fairaudit.analysis.panels.leaders import leaders

    totals = with_prices(quality, counted)
    return None if totals is None else leaders(totals)
