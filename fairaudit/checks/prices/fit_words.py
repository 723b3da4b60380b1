"""How the formulas that points for price may follow from are said."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas import LIMITS, known_as, parts_of, rounded, rounding_as
from fairaudit.checks.base import Either
from fairaudit.checks.scoring.evaluation_records import plain

if TYPE_CHECKING:
    from fairaudit.analysis.formulas.fitting import Fit
    from fairaudit.procurement.model.criteria import Formula

_NAMED = 3
"""How many fits are named."""
_PARTS = {2: "half", 4: "quarter"}
_SAID = {
    "half-up": "rounded",
    "half-even": "rounded half to even",
    "half-down": "rounded half down",
    "down": "cut",
    "up": "rounded up",
    "nearest-half": "rounded",
    "nearest-quarter": "rounded",
}


def listed(fits: tuple[Fit, ...], full: Fraction | None = None, formula: Formula | None = None) -> Either:
    """Return the first of some fits in words, with what full points are where they are not the weight, and how many more.

    One by the published formula says of which published limits it knows nothing.
    """
    unit = "" if full is None else f", with {plain_number(full)} as full points"
    more = (f"{len(fits) - _NAMED} more",) if len(fits) > _NAMED else ()
    return Either((*(fit_called(one, formula) + unit for one in fits[:_NAMED]), *more))


def fit_called(fit: Fit, formula: Formula | None = None) -> str:
    """Return a formula with its parameters and rounding, as people say it; beside the published one, without its limits."""
    numbers = " and ".join(f"{name.replace('_', ' ')} {plain_number(value)}" for name, value in fit.parameters)
    name = f"{fit.name} with {numbers}" if numbers else fit.name
    own = formula if formula and known_as(formula.name or "") == fit.name else None
    limits = limits_called(own) if own else ""
    if own and given_parameters(own) == dict(fit.parameters):
        # By its own parameters it is called as the published one is.
        name = f"{fit.name} with the {limits}" if limits else fit.name
    elif limits and not any(one in LIMITS for one, _ in fit.parameters):
        name = f"{name} without the published {limits}"
    if fit.places is None or fit.largest == 0:
        return name
    return f"{name}, {rounding_called(fit.places, fit.mode, fit.parts)}"


def given_parameters(formula: Formula) -> dict[str, Fraction]:
    """Return the parameters that are published with a formula."""
    return {name: Fraction(value) for name, value in (formula.parameters or {}).items() if value is not None}


def share_called(places: int) -> str:
    """Return in words that the share of the full points was rounded to places before it was weighted."""
    return f"with its share of the full points {rounding_called(places, 'half-up')} first"


def limits_called(formula: Formula) -> str:
    """Return the limits that are published with a formula, in words: `floor of 5 and cap of 38`."""
    given = sorted((name, value) for name, value in (formula.parameters or {}).items() if name in LIMITS)
    return " and ".join(f"{name} of {plain_number(Fraction(value))}" for name, value in given if value is not None)


def rounding_called(places: int, mode: str, parts: int = 1) -> str:
    """Return a rounding as people say it: `rounded to whole points`, or with two parts of a point `to half points`."""
    cut = _SAID.get(rounding_as(mode), f"rounded ({mode})")
    if (parts := parts * parts_of(mode)) > 1:
        part = _PARTS[parts]
        return f"{cut} to {part} points" if places == 0 else f"{cut} to the nearest {part} of place {places}"
    to = "whole points" if places == 0 else f"{places} {'place' if places == 1 else 'places'}"
    return f"{cut} to {to}"


def plain_number(value: Fraction) -> str:
    """Return a parameter as it is where a decimal is it, else to six places."""
    places = next((one for one in range(10) if (value * 10**one).denominator == 1), 6)
    return plain(rounded(value, places))
