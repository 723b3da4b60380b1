"""On which whole a record writes its points, where it is not the published one: out of a thousand, or as a mean of five.

Most of the record's own figures tell it: each allows a range of wholes, and the roundest that most ranges hold is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from fairaudit.analysis.formulas import as_meant, half_unit
from fairaudit.analysis.formulas.solving import Range, digits, roundest
from fairaudit.checks.scoring.totals.rows import Row

_PLAIN, _MOST, _APART = 2, 10_000, Fraction(1, 10)
"""With how many digits, besides noughts, a whole is written at most, how large it may be (basis points), and how far from the
published one it must be, as a share of that: two wrong figures may share an odd factor by chance. Heuristic."""
_TELLING = 2
"""How many times its own room for rounding a figure lies off the published whole to tell another; a heuristic."""


def wholes_of(rows: Sequence[Row]) -> Iterator[Fraction]:
    """Yield on which wholes most of the bids' figures may be written, each once."""
    # Totals made of rounded parts may all lie beside the whole that these are marks of.
    kinds = [_ranges(row) for row in rows], [_ranges_of_marks(row) for row in rows]
    seen: set[Fraction] = set()
    for ranges, way in ((one, way) for one in kinds for way in range(max(map(len, one), default=0))):
        own = [one[way % len(one)] for one in ranges if one]
        found = _shared_by_most(own)
        whole = rows[0].weight
        telling = [one for one in own if _tells(*one, whole)]
        if found is None or 2 * sum(low <= found[0] <= high for low, high in telling) < len(rows):
            continue
        full = roundest(*found)
        plain = 1 <= full <= _MOST and digits(full) <= _PLAIN and abs(full - whole) >= whole * _APART
        if plain and full not in seen:
            seen.add(full)
            yield full


def _tells(low: Fraction, high: Fraction, whole: Fraction) -> bool:
    """Whether a figure lies far enough from the published whole for its rounding: of 0.13 points 0.15 may be a slip."""
    return max(low - whole, whole - high) >= _TELLING * (high - low)


def written_places(row: Row) -> int:
    """Return with how many places a bid's points for price are written, or its total where there are none."""
    said = row.parts[1].recorded if row.parts[1].recorded is not None else row.total
    exponent = as_meant(said).as_tuple().exponent if said is not None else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _ranges(row: Row) -> list[Range]:
    """Return from what to what the whole may be, way by way of the points for quality, by a total or the part for quality."""
    quality, price = row.parts
    if quality.points is None:
        return []
    said, beside, rounding = quality.recorded, Fraction(0), None
    if row.total is not None and price.points is not None:
        said, beside, rounding = row.total, sum(price.points.ways[0], Fraction(0)), price.points.rounding
    if not said:
        return []
    # Points rounded as published, of the published whole, are so much off at most.
    off = Fraction(1, 2) / 10 ** rounding[0] / row.weight if rounding else Fraction(0)
    meant, half = Fraction(as_meant(said)), half_unit(said)
    exact = (sum(one, beside) / row.weight for one in quality.points.ways)
    return [((meant - half) / (one + off), (meant + half) / (one - off)) for one in exact if one > off]


def _ranges_of_marks(row: Row) -> list[Range]:
    """Return from what to what the whole may be of which the points for quality are marks, way by way, beside a total."""
    quality = row.parts[0]
    if quality.points is None or not quality.recorded or row.total is None or quality.weight <= 0:
        return []
    meant, half = Fraction(as_meant(quality.recorded)), half_unit(quality.recorded)
    shares = (sum(one, Fraction(0)) / quality.weight for one in quality.points.ways)
    return [((meant - half) / one, (meant + half) / one) for one in shares if one > 0]


def _shared_by_most(ranges: Sequence[Range]) -> Range | None:
    """Return the range that most of some ranges share; `None` where there are none."""
    some = [one for one in ranges if one[0] <= one[1]]
    lows, highs = sorted(low for low, _ in some), sorted(high for _, high in some)
    best, most, ended = None, 0, 0
    for begun, at in enumerate(lows, start=1):
        while highs[ended] < at:
            ended += 1
        if begun - ended > most:
            best, most = at, begun - ended
    return (best, min(high for low, high in some if low <= best <= high)) if best is not None else None
