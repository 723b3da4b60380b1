"""How a record writes its points, read from all the bids of a lot at once.

Points may be written as they are, in per cent or as a mean on the scale, rounded at the end or criterion by criterion,
and each kind of part may have its own way. But one way holds for every bid of a lot, and a total adds what its parts say
in that way: a record that changes the unit from bid to bid could give the contract to anybody.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import lcm

from fairaudit.analysis.formulas import as_meant, half_unit, rounded
from fairaudit.checks.scoring.totals.points import Points, Way, usual_grain
from fairaudit.checks.scoring.totals.rows import Part, Row
from fairaudit.checks.scoring.totals.written_wholes import wholes_of, written_places
from fairaudit.frozen import Frozen

_USUAL = ("half-up", "half-even")
"""The roundings that need no declaring."""
_BIDS = 2
"""How many bids must have figures on another whole before it is one: of a single bid it says nothing."""
_AS_BID = 2
"""So many ways take prices as they were bid; any further ones, as they were adjusted."""


class Convention(Frozen):
    """How one kind of part is written: which of some ways the points are worked out, times a factor.

    A declared rounding is that of the points times `grain`; where none is declared, `rounding` may be one that words publish.
    """

    way: int
    factor: Fraction
    grain: Fraction
    rounding: tuple[int, str] | None = None

    def points(self, part: Part) -> Way | None:
        """Return the points of a part, out of its weight, or `None` where they are not known."""
        return part.points.way(self.way, self.grain, self.rounding) if part.points else None

    def of(self, part: Part) -> Way | None:
        """Return a part as this convention writes it, or `None` where its points are not known."""
        points = self.points(part)
        return None if points is None else times(points, self.factor)


class Reading(Frozen):
    """A convention for each kind of part, and the factor of the totals."""

    parts: tuple[Convention, Convention]
    factor: Fraction

    def worked_out(self, row: Row) -> Way | None:
        """Return a total from the scores and prices alone, or `None` where a part is not known."""
        first, second = (one.points(part) for part, one in zip(row.parts, self.parts, strict=True))
        return None if first is None or second is None else times(first + second, self.factor)

    def carried(self, row: Row) -> Way | None:
        """Return a total from its parts as they are recorded, a part that is not recorded from the scores.

        `None` where neither is known, where no bid could have so many points, and where a part is written too coarsely.
        """
        found: Way = ()
        for part, one in zip(row.parts, self.parts, strict=True):
            if part.recorded is not None:
                if part.points and self._is_coarse(part.recorded, one, row.weight):
                    return None
                found += (Fraction(as_meant(part.recorded)) / one.factor,)
            elif (points := one.points(part)) is not None:
                found += points
            else:
                return None
        known = any(part.points for part in row.parts)
        room = half_unit(row.total) / self.factor if row.total is not None else Fraction(0)
        return None if known and added(found) > row.weight + room else times(found, self.factor)

    def _is_coarse(self, recorded: Decimal, one: Convention, whole: Fraction) -> bool:
        """Whether the places of a part in another unit than the totals' hide more than a hundredth of all points.

        A total is then of the scores: a mean of 4.5 that is written 5 and weighed gives points that nobody scored.
        """
        return one.factor < self.factor and 100 * half_unit(as_meant(recorded)) > one.factor * whole

    def support(self, row: Row) -> int:
        """Return in how many of two ways a recorded total follows by this reading: from the scores, from its parts."""
        ways = (self.worked_out(row), self.carried(row))
        return sum(row.total is not None and one is not None and reproduces(row.total, one) for one in ways)

    def holds(self, row: Row) -> bool:
        """Whether the recorded total of a bid, where there is one, follows by this reading."""
        return row.total is None or self.support(row) > 0

    def attainable(self, row: Row) -> int:
        """Return how many of a bid's recorded figures full marks could give by this reading."""
        tops = [(part.recorded, part.weight * one.factor) for part, one in zip(row.parts, self.parts, strict=True)]
        tops.append((row.total, row.weight * self.factor))
        return sum(one is None or Fraction(one) <= top + half_unit(one) for one, top in tops)


def times(way: Way, factor: Fraction) -> Way:
    """Return points by another factor."""
    return way if factor == 1 else tuple(one * factor for one in way)


def added(way: Way) -> Fraction:
    """Return the sum of points, of which a bid may have hundreds: brought to one denominator once, and not at every step."""
    unit = lcm(*{one.denominator for one in way})
    return Fraction(sum([one.numerator * (unit // one.denominator) for one in way]), unit)


def reproduces(recorded: Decimal, way: Way) -> bool:
    """Whether points give a recorded figure, rounded at the end or criterion by criterion to the recorded places."""
    recorded = as_meant(recorded)
    off = abs(added(way) - Fraction(recorded))
    if off <= half_unit(recorded):
        return True
    exponent = recorded.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    # Rounding moves each figure by half its last place at most: what lies further off is asked of too many readings to try.
    return 2 * off * 10**places <= len(way) and any(
        sum((rounded(one, places, mode) for one in way), Decimal(0)) == recorded for mode in _USUAL
    )


def rounded_unlike(rows: list[Row], read: list[Reading]) -> tuple[tuple[int, ...], Reading]:
    """Return the rows whose points for quality follow only where they are rounded otherwise than the others' of their lot.

    At the end or criterion by criterion: each alone may be usual, and one bid's so and another's so is no method. They are
    of the reading that leaves the fewest.
    """
    return min(((_rounded_unlike(rows, one), one) for one in read), key=lambda found: len(found[0]))


def _rounded_unlike(rows: list[Row], reading: Reading) -> tuple[int, ...]:
    said = [
        (at, as_meant(row.parts[0].recorded), way)
        for at, row in enumerate(rows)
        if row.parts[0].recorded is not None and (way := reading.parts[0].of(row.parts[0])) is not None
    ]
    # A figure of whole points may have lost its zeros; it is rounded to as many places as the others.
    most = max((_places(figure) for _, figure, _ in said), default=0)
    at_end = tuple(at for at, figure, way in said if abs(added(way) - Fraction(figure)) > half_unit(figure))
    each = (
        tuple(at for at, figure, way in said if sum((rounded(one, most, mode) for one in way), Decimal(0)) != figure)
        for mode in _USUAL
    )
    return min((at_end, *each), key=len)


def _places(figure: Decimal) -> int:
    exponent = figure.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def readings(rows: list[Row]) -> list[Reading]:
    """Return the readings that reproduce most of what is recorded of a lot's bids, the most usual first.

    Weights that do not add up to a hundred, as fractions do not, often have points written out of a hundred.
    """
    plain = Convention(0, Fraction(1), usual_grain(rows[0].weight))
    usual = next(_combined(rows, [plain], [plain]))
    if all(usual.holds(row) and all(map(_as_written, row.parts, usual.parts)) for row in rows):
        return [usual]
    quality, price = (_of_part([row.parts[kind] for row in rows], rows[0].weight) for kind in (0, 1))
    every = list(_combined(rows, quality, price))
    every = _of_another_whole(rows, every) or _of_scored_prices(rows, quality, every) or every
    held = [sum(map(one.holds, rows)) for one in every]
    best = [one for one, count in zip(every, held, strict=True) if count == max(held)]
    first = max(best, key=lambda one: (sum(map(one.support, rows)), sum(map(one.attainable, rows))))
    return [first, *(one for one in best if one is not first)]


def against_the_best(rows: list[Row]) -> list[Row] | None:
    """Return the rows of a lot with the points for quality measured against the best bid's; `None` where some are not known."""
    known = [row.parts[0].points for row in rows]
    points = [one for one in known if one is not None]
    tops = [max(sum(one.ways[at], Fraction(0)) for one in points) for at in (0, 1)] if points else []
    if len(points) < len(rows) or not all(top > 0 for top in tops):
        return None
    found = []
    for row, one in zip(rows, points, strict=True):
        quality, price = row.parts
        ways = tuple(times(one.ways[at], one.weight / top) for at, top in enumerate(tops))
        found.append(row._replace(parts=(quality._replace(points=one._replace(ways=ways)), price)))
    return found


def each_against_its_best(rows: list[Row], weights: list[Fraction]) -> list[Row] | None:
    """Return the rows of a lot with every criterion of quality measured against its own best bid, out of its weight.

    `None` where some points are not known, or a criterion has none.
    """
    known = [row.parts[0].points for row in rows]
    points = [one for one in known if one is not None]
    if not points or len(points) < len(rows):
        return None
    ways = range(min(len(one.ways) for one in points))
    tops = [[max(each) for each in zip(*(one.ways[at] for one in points), strict=True)] for at in ways]
    if not all(top > 0 for some in tops for top in some):
        return None
    found = []
    for row, one in zip(rows, points, strict=True):
        scaled = tuple(
            tuple(point * weight / top for point, weight, top in zip(one.ways[at], weights, tops[at], strict=True))
            for at in ways
        )
        found.append(row._replace(parts=(row.parts[0]._replace(points=one._replace(ways=scaled)), row.parts[1])))
    return found


def tell_share(rows: list[Row], read: list[Reading]) -> bool:
    """Whether the readings that reproduce most agree as which share of its scale a score counts, and a figure bears it out."""
    ways = {one.parts[0].way for one in read}
    written = any(one.parts[0].recorded is not None and _as_written(one.parts[0], read[0].parts[0]) for one in rows)
    return len(ways) == 1 and (written or any(map(read[0].support, rows)))


def _as_written(part: Part, convention: Convention) -> bool:
    """Whether a part is recorded as a convention writes it; what cannot be compared is."""
    way = convention.of(part)
    return part.recorded is None or way is None or reproduces(part.recorded, way)


def _exactly(part: Part, convention: Convention) -> bool:
    """Whether a part is recorded just as a convention gives it: a figure rounded in another unit is not rounded once more."""
    way = convention.of(part)
    if part.recorded is None or way is None or part.points is None or not (part.points.rounding or convention.rounding):
        return _as_written(part, convention)
    return sum(way, Fraction(0)) == Fraction(as_meant(part.recorded))


def _of_part(parts: list[Part], whole: Fraction) -> list[Convention]:
    """Return the conventions that reproduce most of the figures recorded for one kind; `whole` is what all weights add up to."""
    known = [one.points for one in parts if one.points]
    top = next((one.top for one in known), None)
    said = [one.recorded for one in parts if one.recorded is not None]
    usual, grain = _factors(parts[0].weight, whole, top, said), usual_grain(whole)
    # The scores added up as they were given, which of criteria of one weight are points on another whole: 12 of 15.
    number = max((len(one.ways[0]) for one in known), default=0)
    if top and number > 1 and parts[0].weight > 0 and all(one.even for one in known):
        usual = list(dict.fromkeys([*usual, number * top / parts[0].weight]))
    ends = [one.ends / one.weight for one in known if one.ends and one.weight > 0]
    factors = list(dict.fromkeys([*usual, *ends])) if said else [Fraction(1)]
    most = max((len(one.ways) for one in known), default=1)
    differing = (at for at in range(1, most) if any(_is_another(at, one) for one in known))
    # Where as many figures follow from prices as they were bid, what the record says was adjusted counts as adjusted.
    ways = sorted((0, *differing), key=lambda at: at < _AS_BID)
    # A declared rounding may be that of the points as they are written, here or in the total.
    listed = [one.scored / one.weight for one in known if one.scored and one.weight > 0]
    grains = dict.fromkeys([grain, *usual, *listed]) if any(one.rounding for one in known) else [grain]
    every = [Convention(way, factor, one) for one in grains for factor in factors for way in ways]
    unsaid = dict.fromkeys(rounding for one in known for rounding in one.may_be_rounded)
    every += [one._replace(rounding=rounding) for rounding in unsaid for one in every]
    counts = [sum((_as_written if one.grain == grain else _exactly)(part, one) for part in parts) for one in every]
    # A few points are round in another unit by chance, and full points in each.
    few = [
        one.grain != grain and (count < _BIDS or 3 * count <= 2 * len(said))
        for one, count in zip(every, counts, strict=True)
    ]
    counts = [0 if by_chance else count for count, by_chance in zip(counts, few, strict=True)]
    best = [one for one, count in zip(every, counts, strict=True) if count == max(counts)]
    # A declared rounding is that of the published points, unless the figures say more for another unit.
    return ([one for one in best if one.grain == grain] if said else []) or best


def _bids_given(reading: Reading, rows: list[Row]) -> int:
    """Return of how many bids every figure is recorded as a reading writes it."""
    return sum(_is_given(reading, row) for row in rows)


def _is_given(reading: Reading, row: Row) -> bool:
    return reading.holds(row) and all(map(_as_written, row.parts, reading.parts))


def _borne_out(reading: Reading, rows: list[Row]) -> bool:
    """Whether a bid with points for quality is among those that a reading gives.

    A factor that only prices bear out may be that of another formula: no points for quality are the same on every whole.
    """
    own = (row for row in rows if (quality := row.parts[0].points) is not None and any(map(any, quality.ways)))
    return any(_is_given(reading, row) for row in own)


def _of_another_whole(rows: list[Row], usual: list[Reading]) -> list[Reading]:
    """Return the readings that write the figures of most bids on one other whole: marks of 20, or a mean of 5.

    One factor for everything changes no order; parts may be marks on that whole as well, of which the total is the mean.
    They count where more bids follow than by the usual ways, and two in three of them.
    """
    every = list(_on_wholes(rows))
    given = [_bids_given(one, rows) for one in every]
    most = max(given, default=0)
    if most < _BIDS or 3 * most < 2 * len(rows) or any(_bids_given(one, rows) >= most for one in usual):
        return []
    return [one for one, count in zip(every, given, strict=True) if count == most and _borne_out(one, rows)]


def _of_scored_prices(rows: list[Row], quality: list[Convention], usual: list[Reading]) -> list[Reading]:
    """Return the readings that write the points for price of most bids as a score, and the totals by the published weights.

    The scale is that of the other scores, or ends at the best of these points. By themselves such points may be those of
    another weight, so that only bids count whose totals follow.
    """
    tops = {part.points.top for row in rows for part in row.parts if part.points and part.points.top}
    said = [as_meant(row.parts[1].recorded) for row in rows if row.parts[1].recorded is not None]
    wholes = {Fraction(one) for one in (*tops, max(said, default=0)) if one >= 1 and Fraction(one).denominator == 1}
    weight = rows[0].parts[1].weight
    if len(rows) < _BIDS or weight <= 0:
        return []
    prices = [
        Convention(way, full / weight, fine, rounding)
        for full in sorted(wholes)
        for fine, rounding in _roundings(rows, full / weight)
        for way in range(max((len(row.parts[1].points.ways) for row in rows if row.parts[1].points), default=1))
    ]
    every = list(_combined(rows, quality, prices))
    given = [sum(row.total is not None and _is_given(one, row) for row in rows) for one in every]
    most = max(given, default=0)
    if most < _BIDS or 3 * most < 2 * len(rows) or any(_bids_given(one, rows) >= most for one in usual):
        return []
    return [one for one, count in zip(every, given, strict=True) if count == most]


def _on_wholes(rows: list[Row]) -> Iterator[Reading]:
    whole, weights = rows[0].weight, [part.weight for part in rows[0].parts]
    quality = [row.parts[0].points for row in rows if row.parts[0].weight > 0]
    if len(rows) < _BIDS or whole <= 0 or None in quality or len(quality) < len(rows):
        return
    most = max((len(part.points.ways) for row in rows for part in row.parts if part.points), default=1)
    grain = usual_grain(whole)
    for full in wholes_of(rows):
        alike, own = [full / whole] * 2, [full / one if one > 0 else full / whole for one in weights]
        for first, second in (alike, own):
            for (one, other), (fine, said) in product(product(range(most), repeat=2), _roundings(rows, second)):
                yield Reading((Convention(one, first, grain), Convention(other, second, fine, said)), full / whole)


def _roundings(rows: list[Row], factor: Fraction) -> list[tuple[Fraction, tuple[int, str] | None]]:
    """Return as how many times as high as their weights points for price may be rounded that are written by a factor.

    As points of the published whole, as they are written, or once where they are written no finer than is published; and by
    which rounding that only words publish.
    """
    known = [one.parts[1].points for one in rows if one.parts[1].points]
    declared = next((one.rounding for one in known if one.rounding), None)
    usual = usual_grain(rows[0].weight)
    found: list[tuple[Fraction, tuple[int, str] | None]] = []
    for rounding in dict.fromkeys([None, *(one for each in known for one in each.may_be_rounded)]):
        own = rounding or declared
        once = factor * Fraction(10) ** (max(map(written_places, rows)) - own[0]) if own else usual
        grains = dict.fromkeys([usual, factor, *([once] if once <= usual else [])]) if own else [usual]
        found += [(one, rounding) for one in grains]
    return found


def _is_another(at: int, points: Points) -> bool:
    """Whether a way gives other points than those before it."""
    ways = points.ways
    return ways[at % len(ways)] not in {ways[own % len(ways)] for own in range(at)}


def _factors(weight: Fraction, whole: Fraction, top: Fraction | None, recorded: list[Decimal]) -> list[Fraction]:
    """Return how points may be written: as they are, out of a hundred in all, each in per cent, or as a mean on the scale.

    And as cells of per cent are kept: as shares of one, of the whole or of the part.
    """
    found = [Fraction(1)] + ([Fraction(100)] if whole <= 1 else [])
    if whole > 0:
        found.append(100 / whole)
    if weight > 0:
        found += [100 / weight] + ([top / weight] if top else [])
    if all(one <= 1 for one in recorded):
        found += [1 / one for one in (whole, weight) if one > 1]
    return list(dict.fromkeys(found))


def _combined(rows: list[Row], quality: list[Convention], price: list[Convention]) -> Iterator[Reading]:
    """Return every reading of the parts and their total; parts in one unit may be added in it."""
    tops = {part.points.top for row in rows for part in row.parts if part.points and part.weight}
    top = next(iter(tops)) if len(tops) == 1 else None
    said = [one.total for one in rows if one.total is not None]
    own = _factors(rows[0].weight, rows[0].weight, top, said)
    for one, other in product(quality, price):
        for factor in dict.fromkeys([*own, *([one.factor] if one.factor == other.factor else [])]):
            yield Reading((one, other), factor)
