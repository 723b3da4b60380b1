"""Which formula a record was made by: every known one, with usual parameters and roundings, held against the points.

Where none of these gives all points, the parameters that the points leave are solved (`solving`) and held against them too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from fairaudit.analysis.formulas.exact import FormulaError, half_unit, in_parts, rounded
from fairaudit.analysis.formulas.named import EVERY, points
from fairaudit.analysis.formulas.solving import chance, digits, solutions, telling, windows
from fairaudit.analysis.formulas.solving_discounts import discount_solutions
from fairaudit.frozen import Frozen

PLACES = range(5)
MODES = ("half-up", "half-even", "half-down", "down", "up")
"""Roundings that are tried, the most usual first."""
Recorded = Sequence[tuple[Fraction, Decimal]]
"""Pairs of price and points."""
Published = tuple[str, Mapping[str, Fraction]]
"""The formula that the documents publish, with its parameters."""
HALVES = 2
"""The parts of a point that points are rounded to where not to decimal places: half points."""

_MULTIPLES = ("1.25", "1.5", "2", "2.5", "3", "4", "5")
_EXPONENTS = ("0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8")
_GRID: dict[str, tuple[dict[str, str], ...]] = {
    "zero-at-multiple-of-lowest": tuple({"multiple": one} for one in _MULTIPLES if one != "2"),
    "logarithmic": tuple({"multiple": one} for one in _MULTIPLES),
}
_GRID_BY_ESTIMATE: dict[str, tuple[dict[str, str], ...]] = {
    "zero-at-multiple-of-reference": tuple({"multiple": one} for one in _MULTIPLES),
    "linear-interpolation": ({},),
    "bilinear": tuple({"share_at_mean": one} for one in ("0.8", "0.85", "0.9")),
    "power": tuple({"exponent": one} for one in _EXPONENTS),
}
"""Parameters that are usual; multiples and exponents are a heuristic choice, the shares at the mean are Consip's."""

_MANY = 9
"""More free numbers than any formula has."""


class Fit(Frozen):
    """A formula with its parameters, the rounding by which it gives what is recorded, and how far off it is at most.

    `places` is `None` where no rounding gives every figure; `largest` is measured without rounding, and none where it needs none.
    `parts` is 2 where the last place is rounded to halves: with no places, to half points.
    `free` numbers were chosen by the points themselves: those that were tried, or solved from them. `chance` is how likely
    points that follow from nothing are to follow from it all the same, where its numbers were solved.
    """

    name: str
    parameters: tuple[tuple[str, Fraction], ...]
    places: int | None
    mode: str
    largest: Fraction
    free: int = 0
    chance: Fraction = Fraction(0)
    parts: int = 1

    @property
    def chosen(self) -> int:
        """How many numbers the points were free to choose it by: its parameters, and what is unusual about its rounding."""
        unusual = (self.mode != MODES[0]) + (self.parts > 1)
        return self.free + (unusual if self.largest > 0 else 0)


class Search(Frozen):
    """The formulas that give every recorded figure, the most usual first, and the one that comes nearest where none does."""

    exact: tuple[Fit, ...]
    nearest: Fit | None


def search(
    recorded: Sequence[tuple[Fraction, Decimal]],
    prices: Sequence[Fraction],
    weight: Fraction,
    estimate: Fraction | None = None,
    known: Sequence[Fraction] = (),
) -> Search:
    """Return which formulas and roundings give the points recorded for some prices; raises `FormulaError`.

    `recorded` are pairs of price and points, `prices` all prices they were compared with, `estimate` what discounts may
    have been taken from, `known` further numbers that a parameter may be. A formula that gives every figure stands once, by
    its most usual rounding, and once more in half points where that one is odd; those that need none come first. Parameters
    are solved where no usual ones give every figure.
    """
    found = usual(recorded, prices, weight, estimate)
    return found if found.exact else Search(solved(recorded, prices, weight, estimate, known), found.nearest)


def usual(
    recorded: Sequence[tuple[Fraction, Decimal]],
    prices: Sequence[Fraction],
    weight: Fraction,
    estimate: Fraction | None = None,
    published: Published | None = None,
) -> Search:
    """Return which formulas with usual parameters give the points, and which comes nearest; raises `FormulaError`.

    The published one is tried with its own parameters, before all others.
    """
    if not recorded:
        raise FormulaError("no points are recorded")
    # Formulas differ most at the highest prices, where most of them are left behind.
    recorded = sorted(recorded, reverse=True)
    exact: list[Fit] = []
    nearest: Fit | None = None
    for name, parameters in candidates(estimate, published):
        found = fit(name, parameters, recorded, prices, weight, None if nearest is None else nearest.largest)
        if found is None:
            continue
        if found.places is not None:
            free = tried(name, parameters, published)
            exact.extend(one._replace(free=free) for one in (found, *_halved(found, recorded, prices, weight)))
        elif nearest is None or found.largest < nearest.largest:
            nearest = found
    exact.sort(key=lambda one: _unusual(one, published))
    return Search(tuple(exact), None if exact else nearest)


def _halved(found: Fit, recorded: Recorded, prices: Sequence[Fraction], weight: Fraction) -> Iterator[Fit]:
    """Yield the same formula in half points where these give every figure as well as an odder rounding: both are named."""
    if found.mode == MODES[0] or found.parts > 1 or not found.largest:
        return
    pairs = [(points(found.name, price, prices, weight, dict(found.parameters)), said) for price, said in recorded]
    if all(in_parts(exact, 0, MODES[0], HALVES) == Fraction(said) for exact, said in pairs):
        yield found._replace(places=0, mode=MODES[0], parts=HALVES)


def _unusual(one: Fit, published: Published | None) -> tuple[bool, bool, int, int, int]:
    """Return by what a fit stands behind others: what needs no rounding is first, then the published formula."""
    other = published is None or (one.name, dict(one.parameters)) != (published[0], dict(published[1]))
    return one.largest > 0, other, one.parts, MODES.index(one.mode), len(one.parameters)


def tried(name: str, parameters: Mapping[str, Fraction], published: Published | None = None) -> int:
    """Return how many of the parameters of a candidate were tried, not given; none of the published formula's."""
    return 0 if published == (name, parameters) else len(parameters.keys() - _GIVEN)


_GIVEN = frozenset({"estimate", "lowest", "highest", "reference_price"})
"""Parameters of candidates that are not tried but given."""


def solved(
    recorded: Sequence[tuple[Fraction, Decimal]],
    prices: Sequence[Fraction],
    weight: Fraction,
    estimate: Fraction | None = None,
    known: Sequence[Fraction] = (),
) -> tuple[Fit, ...]:
    """Return the formulas that give every figure with parameters solved from the figures themselves, fewest free ones first.

    None where the figures are no more than the numbers that were free to be chosen. Figures that were cut, by a formula of one
    number, stand by it and not by one of two that makes up for the half of a digit.
    """
    best: tuple[Fit, ...] = ()
    estimates = (*([] if estimate is None else [estimate]), *known)
    unit = 2 * min(half_unit(said) for _, said in recorded)
    for seen in windows(recorded, weight):
        found: dict[object, Fit] = {}
        every = chain(solutions(seen, prices, estimates, estimates), discount_solutions(seen, prices, estimates))
        for one in every:
            if telling(recorded, weight) <= one.free:
                continue
            own = fit(one.name, one.parameters, recorded, prices, weight, Fraction(0))
            if own is not None and own.places is not None:
                # Solved in two ways, the same numbers are one fit, of as many free ones as need be.
                fit_of = own._replace(free=one.free, chance=chance(recorded, weight, one.free, unit))
                found.setdefault((fit_of.name, fit_of.parameters), fit_of)
        least = min((one.free for one in found.values()), default=_MANY)
        if least < min((one.free for one in best), default=_MANY):
            best = tuple(sorted((one for one in found.values() if one.free == least), key=_oddness))
        if least <= 1:
            break
    return best


def _oddness(one: Fit) -> tuple[bool, int]:
    return one.largest > 0, sum(digits(value) for _, value in one.parameters)


def candidates(
    estimate: Fraction | None, published: Published | None = None
) -> Iterator[tuple[str, Mapping[str, Fraction]]]:
    """Return the published formula, then every other of price points with each set of parameters to be tried."""
    if published is not None:
        yield published
    yield from (one for one in _known(estimate) if one != published)


def _known(estimate: Fraction | None) -> Iterator[tuple[str, Mapping[str, Fraction]]]:
    for one in EVERY:
        if one.share is None:
            continue
        if not [each for each in one.parameters if each.default is None]:
            yield one.name, {}
        for some in _GRID.get(one.name, ()):
            yield one.name, {name: Fraction(value) for name, value in some.items()}
        if estimate is None or estimate <= 0:
            continue
        for some in _GRID_BY_ESTIMATE.get(one.name, ()):
            yield one.name, {"estimate": estimate} | {name: Fraction(value) for name, value in some.items()}
        if one.name == "fixed-band":
            yield one.name, {"lowest": Fraction(0), "highest": estimate}
        if one.name == "benchmark-price":
            yield one.name, {"reference_price": estimate}


def fit(
    name: str,
    parameters: Mapping[str, Fraction],
    recorded: Sequence[tuple[Fraction, Decimal]],
    prices: Sequence[Fraction],
    weight: Fraction,
    bound: Fraction | None = None,
) -> Fit | None:
    """Return how well a formula gives what is recorded, or `None` where it has no answer for one of the prices.

    `None` as well where it is a point or more off, which no rounding is, and at least as far as the `bound`.
    """
    pairs: list[tuple[Fraction, Decimal]] = []
    largest = Fraction(0)
    for price, said in recorded:
        try:
            exact = points(name, price, prices, weight, parameters)
        except FormulaError:
            return None
        pairs.append((exact, said))
        largest = max(largest, abs(exact - Fraction(said)))
        if bound is not None and largest >= max(bound, Fraction(1)):
            return None
    if largest >= 1:
        return Fit(name, tuple(sorted(parameters.items())), None, "", largest)
    places, mode, parts = _rounding(pairs) or (None, "", 1)
    return Fit(name, tuple(sorted(parameters.items())), places, mode, largest, parts=parts)


def _rounding(pairs: Sequence[tuple[Fraction, Decimal]]) -> tuple[int, str, int] | None:
    """Return the most usual rounding by which exact points are those recorded: to the places written, others, half points."""
    written = max(_places(said) for _, said in pairs)
    # What a spreadsheet gives may have more places than anybody rounds to.
    order = sorted({*PLACES, written}, key=lambda one: (abs(one - written), -one))
    for mode in MODES:
        for places in order:
            if all(rounded(exact, places, mode) == said for exact, said in pairs):
                return places, mode, 1
    if all(exact == Fraction(said) for exact, said in pairs):
        return written, MODES[0], 1
    # Half points that are whole in every figure are whole points, which were tried.
    if all((Fraction(said) * HALVES).denominator == 1 for _, said in pairs):
        for mode in MODES:
            if all(in_parts(exact, 0, mode, HALVES) == Fraction(said) for exact, said in pairs):
                return 0, mode, HALVES
    return None


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
