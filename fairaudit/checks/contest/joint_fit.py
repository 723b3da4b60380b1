"""The check of which formula of price and quality together the recorded totals, or their quality parts, were made by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product

from fairaudit.analysis.contest.offers import price_shares, qualities, quality_points, standing
from fairaudit.analysis.formulas import FormulaError, formula_named, half_unit, known_as, overall, rounded
from fairaudit.analysis.formulas.kinds import Offer
from fairaudit.checks.base import Clause, Hit, Unassessed, Verb, check
from fairaudit.checks.contest.behind import Behind, Numbers, offers_of
from fairaudit.checks.contest.cells import ends_of
from fairaudit.checks.contest.pricing import pricing_by
from fairaudit.checks.contest.record import Field, fields
from fairaudit.checks.prices.fit_words import given_parameters, plain_number
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.criteria.rescaled import (
    may_be_against_the_best,
    open_rescaling,
    published_against_the_best,
)
from fairaudit.checks.scoring.totals.causes import Accounted, accounted
from fairaudit.checks.scoring.totals.criterion_words import with_published_words
from fairaudit.checks.scoring.totals.totals import wrong_figures
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.evaluation import Evaluation, Total
from fairaudit.procurement.model.node import Node, built

_LEAST = 3
"""Totals of fewer bids follow from too many formulas."""
_NEEDING_NOTHING = ("renormalised-quality", "price-per-quality-point", "value-for-money-index", "utility-index")
"""The formulas of one figure that need no published number; that of others with one number is solved from the totals."""


_AGAINST_THE_BEST, _QUOTIENT = "renormalised-quality", "value-for-money-index"


class Joint(Frozen):
    """How many totals or parts are recorded, where, the published formula, the one that gives them all, what it explains."""

    recorded_totals: str
    where: str
    published_formula: str
    fits: Clause
    accounts: Verb
    unread_words: Verb = Verb("")


@check
def totals_follow_joint_formula(node: Node[Evaluation], case: Case) -> Iterator[Hit[Joint] | Unassessed]:
    """Flag totals that the published formula does not give, where another of price and quality gives every one of them."""
    found = False
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
            continue
        fit = _fit(case, field)
        if fit is not None:
            found = True
            yield with_published_words(case, _hit(case, field, *fit), field.lot)
    if not found and case.evaluation.totals and (rescaled := open_rescaling(case, node)):
        yield rescaled


def totals_accounted(case: Case, lot: str | None) -> Accounted:
    """Return the wrong figures of a lot that another formula of price and quality together accounts for."""
    field = next((one for one in fields(case) if not isinstance(one, Unassessed) and one.lot == lot), None)
    fit = _fit(case, field) if field is not None else None
    if field is None or fit is None or isinstance(field, Unassessed):
        return Accounted(())
    own, part, behind = fit
    keys = [f"{one.bid}|{part}" for one in own]
    if behind.name == _AGAINST_THE_BEST:
        # Measured against the best, the quality parts follow from the same formula as their totals.
        keys += [f"{one.bid}|quality" for one in _parts_against_the_best(field, own)]
    return accounted(case, lot, keys)


def _fit(case: Case, field: Field) -> tuple[list[Total], str, Behind] | None:
    """Return the totals of a lot, which part of them another formula gives, and that formula.

    None where the published words give every figure, as where they measure quality against the best bid's.
    """
    own = _own(case, field)
    said = published_against_the_best(case, sum(field.contest.weights, Fraction(0))) or may_be_against_the_best(case)
    if said and not wrong_figures(case, field.lot):
        return None
    behind = formula_behind(case, field)
    if behind is not None:
        return own, "total", behind
    return (own, "quality", Behind(_AGAINST_THE_BEST)) if own and _measured_against_the_best(field, own) else None


def formula_behind(case: Case, field: Field) -> Behind | None:
    """Return the one other formula of price and quality that gives every recorded total, where the published one does not."""
    return case.once(_all_behind).get(field.lot)


def _all_behind(case: Case) -> dict[str | None, Behind | None]:
    """Return the formula behind the totals of every lot: several checks ask, and the search takes its time."""
    read = [one for one in fields(case) if not isinstance(one, Unassessed)]
    found = [(one, [total.total or Decimal(0) for total in _own(case, one)]) for one in read]
    return {one.lot: _fitting(case, one, totals) for one, totals in found if totals}


def _own(case: Case, field: Field) -> list[Total]:
    """Return the totals of a lot's bids; none where some bid has none, or they are too few or without a formula to tell."""
    totals = {one.bid: one for one in case.evaluation.totals or () if one.total is not None}
    own = [totals[one.name] for one in field.contest.offers if one.name in totals]
    few = len(own) < max(_LEAST, len(field.contest.offers))
    return [] if few or field.formula is None or not any(field.contest.weights) else own


def _hit(case: Case, field: Field, own: list[Total], part: str, behind: Behind) -> Hit[Joint]:
    kind = "total" if part == "total" else "quality part"
    related = tuple((one.field(part), f"the recorded {kind}") for one in own[1:])
    published = _published_called(field, behind) if part == "total" else "the published weights"
    told = totals_accounted(case, field.lot).told
    facts = Joint(f"{len(own)} {kind}s", f"for {field.called}", published, Clause(behind.called), told)
    return Hit(own[0].field(part), facts, related, key=field.lot or "")


def _published_called(field: Field, behind: Behind) -> str:
    """Return what the published formula is called; where only its numbers are others, with its own."""
    name = field.formula.name if field.formula else None
    if known_as(name or "") != behind.name:
        return name or "no formula"
    if field.banded:
        from fairaudit.checks.contest.band_fit import published_band

        return Clause(f"{name}{published_band(field)}")
    own = _published_numbers(field)
    return Behind(name or "", tuple((one, own[one]) for one, _ in behind.numbers if one in own)).called


def _published_numbers(field: Field) -> dict[str, Fraction]:
    """Return the numbers that are published with the formula, and the one that follows from others."""
    given = given_parameters(field.formula) if field.formula else {}
    if "exponent" not in given and "reference_price" in given and "reference_quality" in given:
        from fairaudit.analysis.formulas.absolute import superformula_exponent

        try:
            references = given["reference_price"], given["reference_quality"]
            given["exponent"] = superformula_exponent(*references, given.get("highest_price"))
        except FormulaError:
            pass
    return given


def _measured_against_the_best(field: Field, own: list[Total]) -> bool:
    """Whether every quality part is measured against the best bid's, where the published weights give most of them otherwise."""
    contest = field.contest
    shares = qualities(contest)
    recorded = [one.quality for one in own if one.quality is not None]
    if contest.overall is not None or len(recorded) < len(own) or not 0 < max(shares) < 1:
        return False
    weight = sum(contest.weights, Fraction(0))
    # Of a weight of 60, per cent are those of the weight against a best bid that has just 60 %: the published method comes first.
    for unit in (weight, *_units_of_points(field)):
        if sum(_holds(one * unit, said) for one, said in zip(shares, recorded, strict=True)) * 2 >= len(recorded):
            return False
    best = [one / max(shares) for one in shares]
    return any(
        all(_holds(one * unit, said) for one, said in zip(best, recorded, strict=True))
        for unit in (weight, Fraction(100))
    )


def _parts_against_the_best(field: Field, own: list[Total]) -> list[Total]:
    """Return the totals whose quality part is measured against the best bid's, in the one unit that gives most of them."""
    best = {
        offer.name: one / max(shares)
        for shares in (qualities(field.contest),)
        for offer, one in zip(field.contest.offers, shares, strict=True)
        if max(shares) > 0
    }
    units = (sum(field.contest.weights, Fraction(0)), Fraction(100))
    given = [(one, best[one.bid], one.quality) for one in own if one.bid in best and one.quality is not None]
    return max(([one for one, share, said in given if _holds(share * unit, said)] for unit in units), key=len)


def _fitting(case: Case, field: Field, recorded: list[Decimal]) -> Behind | None:
    """Return the one formula that gives every recorded total where the published one does not give most of them."""
    if max(recorded) - min(recorded) <= 2 * max(map(_leeway, recorded)):
        # Figures that are nearly one follow from too much.
        return None
    held = max(sum(map(_holds, one, recorded)) for one in _in_units(case, field))
    if held < len(recorded) and field.banded and (other := _by_band(field, recorded)):
        # By another band most bids may have what they have by the published one.
        return other
    if held * 2 >= len(recorded):
        return None
    found = [name for name in _NEEDING_NOTHING if any(all(map(_holds, one, recorded)) for one in _made(field, name))]
    if not found:
        return _solved(case, field, recorded)
    if len(found) != 1:
        return None
    # Against a best of full marks quality is what it always is.
    plain = found[0] == _AGAINST_THE_BEST and max(qualities(field.contest)) == 1
    return _or_by_band(case, field, Behind("lowest-price-ratio" if plain else found[0]))


def _or_by_band(case: Case, field: Field, behind: Behind) -> Behind:
    """Return a formula, or where its totals are quotients the band by which the recorded places follow from these."""
    if behind.name != _QUOTIENT:
        return behind
    from fairaudit.checks.contest.band_fit import band_of_places

    return band_of_places(case, field, behind)


def _by_band(field: Field, recorded: list[Decimal]) -> Behind | None:
    from fairaudit.checks.contest.band_fit import band_of_figures

    return band_of_figures(field, recorded, _holds)


def _solved(case: Case, field: Field, recorded: list[Decimal]) -> Behind | None:
    """Return the one formula that gives every recorded total with numbers that the totals leave for it: one if that will do."""
    from fairaudit.analysis.formulas.solving import digits
    from fairaudit.analysis.formulas.solving_joint import joint_solutions

    totals, rooms = list(map(Fraction, recorded)), list(map(_leeway, recorded))
    found: dict[str, Behind] = {}
    for unit in (Fraction(1), *_units_of_points(field)):
        offers = _offers(field, unit)
        for name, parameter, number in joint_solutions(offers, totals, rooms):
            if (formula_named(name).quality == "share") is (unit == 1):
                # In another unit a factor is another number: the one of fewest digits is likeliest to be meant.
                of = f", quality being out of {plain_number(unit)}" if name == _QUOTIENT else ""
                behind, before = Behind(name, ((parameter, number),), of), found.get(name)
                rounder = before is None or digits(number) < digits(before.numbers[0][1])
                if rounder and _gives(behind.name, behind.numbers, offers, recorded):
                    found[name] = behind
    if found:
        return _or_by_band(case, field, *found.values()) if len(found) == 1 else None
    return _by_band(field, recorded) or _by_powers(field, recorded)


def _by_powers(field: Field, recorded: list[Decimal]) -> Behind | None:
    """Return the superformula with the numbers that the totals leave for it, as many of the published ones kept as may be."""
    from fairaudit.analysis.formulas.solving_powers import NAME, superformula_solutions

    totals, rooms = list(map(Fraction, recorded)), list(map(_leeway, recorded))
    offers, own = _offers(field, Fraction(1)), given_parameters(field.formula) if field.formula else {}
    for numbers, chosen in superformula_solutions(offers, totals, rooms, own):
        if _gives(NAME, tuple(numbers.items()), offers, recorded):
            same = known_as((field.formula.name if field.formula else None) or "") == NAME
            # Beside the published numbers those that are kept need not be said again.
            follows = ", and the exponent that follows" if same and "exponent" not in numbers else ""
            return Behind(NAME, chosen if same else tuple(sorted(numbers.items())), follows)
    return None


def _gives(name: str, numbers: Numbers, offers: list[Offer], recorded: list[Decimal]) -> bool:
    try:
        given = overall(name, offers, Fraction(1), Fraction(1), dict(numbers))
    except FormulaError:
        return False
    return all(map(_holds, given, recorded))


def _in_units(case: Case, field: Field) -> Iterator[Sequence[Fraction]]:
    """Yield the published formula's totals; where points are added, also out of one, and of what the weights add up to.

    Quotients of points and money are multiplied by powers of ten, to be read more easily.
    """
    whole = sum((weight for _, weight in weights_in_full(case, field.lot) or ()), Fraction(0))
    units = (Fraction(1), *((Fraction(1, 100), whole / 100) if field.contest.overall is None else _powers(field)))
    for totals in _published(case, field):
        yield from ([one * unit for one in totals] for unit in dict.fromkeys(units))


def _powers(field: Field) -> tuple[Fraction, ...]:
    absolute = field.formula is not None and formula_named(field.formula.name or "").family == "absolute"
    return tuple(Fraction(10) ** one for one in (*range(1, 10), *range(-9, 0))) if absolute or field.banded else ()


def _published(case: Case, field: Field) -> Iterator[Sequence[Fraction]]:
    """Yield the totals by the published formula: as it is published, without a rounding, and with each usual one."""
    contest, formula = field.contest, field.formula
    sign = -1 if field.lowest_wins else 1
    yield [sign * one for one in standing(contest).totals]
    if field.banded:
        # Within a band something else decides, but the total on record is the quotient.
        yield from ([one * unit for one in _quotients(field)] for unit in _units_of_points(field))
    price = next((weight for one, weight in weights_in_full(case, field.lot) or () if one.is_price), None)
    if contest.pricing is None or formula is None or not price:
        return
    from fairaudit.analysis.formulas.fitting import MODES, PLACES

    plain = built(Formula, (), {"name": formula.name, "parameters": formula.parameters})
    exact = [share * contest.price_weight for share in price_shares(contest._replace(pricing=pricing_by(plain, price)))]
    quality = quality_points(contest)
    yield [one + paid for one, paid in zip(quality, exact, strict=True)]
    for places, mode in product(PLACES, MODES):
        yield [one + Fraction(rounded(paid, places, mode)) for one, paid in zip(quality, exact, strict=True)]


def _made(field: Field, name: str) -> Iterator[tuple[Fraction, ...]]:
    """Yield the totals by a formula, for each unit in which the points for quality may stand."""
    weights = _out_of_a_hundred(field)
    shares = formula_named(name).quality == "share"
    for unit in (Fraction(1),) if shares else _units_of_points(field):
        try:
            found = overall(name, _offers(field, unit), *weights)
        except FormulaError:
            continue
        yield found
        if name == "utility-index":
            # Written out of a hundred as well as out of one.
            yield tuple(one * 100 for one in found)


def _out_of_a_hundred(field: Field) -> tuple[Fraction, Fraction]:
    """Return the weights of price and of quality, which add up to a hundred."""
    weight, price = sum(field.contest.weights, Fraction(0)), field.contest.price_weight
    return price * 100 / (weight + price), weight * 100 / (weight + price)


def _units_of_points(field: Field) -> tuple[Fraction, ...]:
    """Return of how many points full quality may be: of its weight, of a hundred, or of the one scale of all its scores."""
    tops = {ends.highest for one in field.criteria if (ends := ends_of(one)) and ends.highest}
    return tuple(dict.fromkeys((Fraction(100), _out_of_a_hundred(field)[1], *(tops if len(tops) == 1 else ()))))


def _quotients(field: Field) -> list[Fraction]:
    """Return quality, as a share, ÷ price."""
    return [one.quality / one.price for one in _offers(field, Fraction(1))]


def _offers(field: Field, unit: Fraction) -> list[Offer]:
    return [one._replace(quality=one.quality * unit) for one in offers_of(field)]


def _holds(exact: Fraction, said: Decimal) -> bool:
    return abs(exact - Fraction(said)) <= _leeway(said)


def _leeway(said: Decimal) -> Fraction:
    # Rounded or cut.
    return 2 * half_unit(said)
