"""The units in which a letter may tell scores: as they were given, in weighted points, or in per cent of their scale."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import half_unit
from fairaudit.analysis.rounding import decimal_of
from fairaudit.checks.scoring.criteria.of_lots import lots_apart, weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower, question_with
from fairaudit.checks.scoring.evaluation_records import plain
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.sources.document import Path

_LIKE_THE_RECORD = 0
_PER_CENT = 2
_UNITS = 3

_Figures = dict[str, tuple[Decimal, "_Readings"]]
_Readings = tuple[tuple[Fraction, ...], ...]


class Mismatch(Frozen):
    """The recorded score that a figure in a letter is not, in words and in the letter's unit, and whether another unit fits."""

    recorded: str
    fits_another_unit: bool


def not_as_recorded(
    case: Case, told: Mapping[str, Decimal], recorded: Mapping[str, list[Decimal]]
) -> dict[str, Mismatch]:
    """Return by criterion which figures of one letter are not those recorded, in the unit that fits most of them.

    What a letter rounds is no other figure, unless it is one whole number alone: weighted points may come near any of these.
    """
    figures = _figures(case, told, recorded)
    fits = _fitting(figures)
    unit = _unit(fits)
    return {
        one: Mismatch(_in_words(recorded[one][-1], figures[one][1], unit), any(each))
        for one, each in fits.items()
        if not each[unit]
    }


def told_in_per_cent(
    case: Case, question: Question, told: Mapping[str, Decimal], recorded: Mapping[str, list[Decimal]], price: Decimal
) -> bool:
    """Whether a letter that tells its scores in per cent tells points for the price so as well, as a share of their weight."""
    fits = _fitting(_figures(case, told, recorded))
    if not fits or _unit(fits) != _PER_CENT or not all(each[_PER_CENT] for each in fits.values()):
        return False
    figure = told[question.criterion.id or ""]
    shares = tuple(100 * Fraction(price) / weight for weight in _weights(case, question) if weight)
    return _fits(figure, shares, _PER_CENT, False)


def _figures(case: Case, told: Mapping[str, Decimal], recorded: Mapping[str, list[Decimal]]) -> _Figures:
    """Return the figures of a letter that have a recorded score, each with what that is in each unit."""
    return {one: (figure, _readings(case, one, recorded[one])) for one, figure in told.items() if recorded.get(one)}


def _fitting(figures: _Figures) -> dict[str, tuple[bool, ...]]:
    alone = len(figures) == 1
    return {
        one: tuple(_fits(figure, unit, at, alone) for at, unit in enumerate(units))
        for one, (figure, units) in figures.items()
    }


def _unit(fits: Mapping[str, tuple[bool, ...]]) -> int:
    """Return the unit that fits most figures of a letter."""
    return max(range(_UNITS), key=lambda at: sum(each[at] for each in fits.values()))


def _fits(told: Decimal, values: tuple[Fraction, ...], unit: int, alone: bool) -> bool:
    exact = unit == _LIKE_THE_RECORD or (alone and told == told.to_integral_value())
    room = Fraction(0) if exact else half_unit(told)
    return any(abs(Fraction(told) - one) <= room for one in values)


def _in_words(score: Decimal, units: _Readings, unit: int) -> str:
    if unit == _LIKE_THE_RECORD or not units[unit]:
        return plain(score)
    # The last is worked out from the last score recorded; two decimals are for people to read.
    return f"{plain(round(decimal_of(units[unit][-1]), 2))} (a score of {plain(score)})"


def _readings(case: Case, criterion: str, scores: list[Decimal]) -> _Readings:
    """Return what recorded scores of a criterion are in each unit; nothing where its scale or its weight is not known."""
    question = question_with(case, criterion)
    shares = [share for one in scores for share in _shares(question, one)] if question else []
    weights = _weights(case, question) if question else ()
    points = tuple(share * weight for share in shares for weight in weights)
    return tuple(map(Fraction, scores)), points, tuple(100 * one for one in shares)


def _shares(question: Question, score: Decimal) -> tuple[Fraction, ...]:
    """Return a score as a share of its scale's length, and of its scale's top: both are usual."""
    scale = question.scale
    if scale is None or scale.maximum is None:
        return ()
    lowest, highest = Fraction(scale.minimum or 0), Fraction(scale.maximum)
    if highest <= max(lowest, Fraction(0)):
        return ()
    earned = lowest + highest - Fraction(score) if better_is_lower(question) else Fraction(score)
    return (earned - lowest) / (highest - lowest), earned / highest


def _weights(case: Case, question: Question) -> tuple[Fraction, ...]:
    """Return what a criterion may be worth in points: as published, of the whole in any lot, and of a hundred."""
    own = question.criterion.weight
    found = dict.fromkeys(() if own is None else (Fraction(own),))
    return tuple(dict.fromkeys((*found, *case.once(_worths).get(question.criterion.path, ()))))


def _worths(case: Case) -> dict[Path, tuple[Fraction, ...]]:
    """Return what every scored criterion is worth of the whole, as the weights are published and of a hundred."""
    found: dict[Path, tuple[Fraction, ...]] = {}
    for lot in lots_apart(case):
        full = weights_in_full(case, lot) or []
        whole = sum((share for _, share in full), Fraction(0))
        for question, share in full:
            path = question.criterion.path
            found[path] = (*found.get(path, ()), *((100 * share / whole,) if whole else ()), share)
    return found
