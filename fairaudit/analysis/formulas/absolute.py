"""Formulas that measure an offer against published figures: A1 to A9. No other offer can turn the order of two."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fairaudit.analysis.formulas.decimals import power
from fairaudit.analysis.formulas.exact import FormulaError
from fairaudit.analysis.formulas.kinds import Formula, Offer, Parameter, Values

HIGHEST_POWER = 20
"""The highest exponent of the superformula that is worked out."""


def _fixed_band(price: Fraction, _: Sequence[Fraction], values: Values) -> Fraction:
    low, high = values["lowest"], values["highest"]
    if high <= low:
        raise FormulaError("the highest price of the band is not above its lowest", "parameters.highest")
    if not low <= price <= high and not values["clipped"]:
        raise FormulaError("a price is outside the published band, and nothing says that it counts as the band's end")
    return (high - min(max(price, low), high)) / (high - low)


def _benchmark(price: Fraction, _: Sequence[Fraction], values: Values) -> Fraction:
    if price <= 0 or values["reference_price"] <= 0:
        raise FormulaError("the formula has no answer where a price is zero or below")
    return values["reference_price"] / price


def _s_curve(_: Fraction, __: Sequence[Fraction], ___: Values) -> Fraction:
    words = "write what your tender publishes behind the name, such as `consip-s-curve = 1 - (P / BA)^n`"
    raise FormulaError(
        f"how this curve is worked out is published as a picture only, and is not known here; {words}", "name"
    )


def _value_index(offers: Sequence[Offer], _: Fraction, __: Fraction, values: Values) -> tuple[Fraction, ...]:
    if any(one.price <= 0 for one in offers):
        raise FormulaError("the formula has no answer where a price is zero or below")
    if values["factor"] <= 0:
        raise FormulaError("the factor is not above zero", "parameters.factor")
    return tuple(values["factor"] * one.quality / one.price for one in offers)


def _price_per_point(offers: Sequence[Offer], _: Fraction, __: Fraction, ___: Values) -> tuple[Fraction, ...]:
    _scored(offers)
    return tuple(one.price / one.quality for one in offers)


def _award_on_value(offers: Sequence[Offer], _: Fraction, __: Fraction, values: Values) -> tuple[Fraction, ...]:
    return tuple(one.price - one.quality * values["value"] for one in offers)


def _cost_plus_time(offers: Sequence[Offer], _: Fraction, __: Fraction, values: Values) -> tuple[Fraction, ...]:
    _scored(offers)
    return tuple((one.price + one.figure("days") * values["day_rate"]) / one.quality for one in offers)


def _coefficient(offers: Sequence[Offer], _: Fraction, __: Fraction, values: Values) -> tuple[Fraction, ...]:
    most = values["highest_share"]
    if not 0 <= most < 1:
        raise FormulaError("the highest sum of shares is not from 0 up to 1", "parameters.highest_share")
    if any(not 0 <= one.quality <= 1 for one in offers):
        raise FormulaError("a quality is not a share from 0 to 1")
    return tuple(one.price / (1 + one.quality * most / (1 - most)) for one in offers)


def _superformula(offers: Sequence[Offer], _: Fraction, __: Fraction, values: Values) -> tuple[Fraction, ...]:
    _scored(offers)
    price, quality = values["reference_price"], values["reference_quality"]
    if price <= 0 or quality <= 0:
        raise FormulaError("a reference is not above zero", "parameters.reference_price")
    exponent = values.get("exponent")
    if exponent is None:
        exponent = superformula_exponent(price, quality, values.get("highest_price"))
    if not 0 < exponent <= HIGHEST_POWER:
        raise FormulaError(f"the exponent is not above 0 and at most {HIGHEST_POWER}", "parameters.exponent")
    return tuple(power(quality / one.quality, exponent) + power(one.price / price, exponent) for one in offers)


def superformula_exponent(price: Fraction, quality: Fraction, highest: Fraction | None) -> Fraction:
    """Return the n of the superformula for which full quality at the highest price gives 2; raises `FormulaError`.

    `price` and `quality` are the references. Whole numbers are found exactly, others to forty decimal places.
    """
    if highest is None:
        name = "parameters.exponent"
        raise FormulaError("neither the exponent nor the highest price that it follows from is given", name)
    # Convex, and 2 at 0: it falls below 2 and comes back once, or never.
    if not (0 < quality < 1 and highest > price > 0 and quality * highest < price):
        raise FormulaError("no exponent follows from these references", "parameters.highest_price")

    def above(n: Fraction) -> Fraction:
        return power(quality, n) + power(highest / price, n) - 2

    whole = next((n for n in range(1, HIGHEST_POWER + 1) if above(Fraction(n)) >= 0), None)
    if whole is None:
        raise FormulaError(f"the exponent that follows is above {HIGHEST_POWER}", "parameters.highest_price")
    low, high = Fraction(whole - 1), Fraction(whole)
    if above(high) == 0:
        return high
    for _ in range(133):  # 2^-133 is below 10^-40
        middle = (low + high) / 2
        low, high = (middle, high) if above(middle) < 0 else (low, middle)
    return high


def _scored(offers: Sequence[Offer]) -> None:
    if any(one.quality <= 0 for one in offers):
        raise FormulaError("the formula has no answer where a quality is zero or below")
    if any(one.price < 0 for one in offers):
        raise FormulaError("the formula has no answer where a price is below zero")


ABSOLUTE: tuple[Formula, ...] = (
    Formula(
        "fixed-band", "A1", "Between two published prices", "w · (Phigh − P) ÷ (Phigh − Plow)", "absolute", True,
        "needs a good estimate; prices outside the band must count as its ends or be refused",
        "Negometrix 9000180615; procurementtemplates.co.uk",
        _fixed_band, parameters=(
            Parameter("lowest", "the price that earns full points"), Parameter("highest", "the price that earns none"),
            Parameter("clipped", "1 where a price outside the band counts as its end, else 0", Fraction(0)),
        ),
        aliases=("weighted-score-method",),
    ),
    Formula(
        "value-for-money-index", "A2", "Quality ÷ price, times a factor", "X · Q ÷ P", "absolute", True,
        "rewards what nobody needs and what is merely cheap; needs a floor for quality",
        "Negometrix; UK Ministry of Defence, TESSA value_for_money_index",
        figure=_value_index,
        plainly="the points for quality divided by the price, times a factor: twice the quality makes up for twice the price",
        quality="points", straight="figure",
        parameters=(Parameter("factor", "X", Fraction(1)),), aliases=("vfm-index",),
    ),
    Formula(
        "price-per-quality-point", "A3", "Price ÷ quality", "P ÷ Q", "absolute", True,
        "as the value-for-money index, and without bounds where quality comes near zero",
        "UK Cabinet Office, Bid Evaluation Guidance Note, May 2021, 7.3 and appendix II (contents page only)",
        figure=_price_per_point,
        plainly="the price divided by the points for quality: twice the quality makes up for twice the price",
        best="lowest", quality="points", straight="inverse",
        aliases=("price-per-point", "cost-per-quality-point"),
    ),
    Formula(
        "award-on-value", "A4", "Price − the value of quality in money", "P − V · Q", "absolute", True,
        "the values in money must be justified", "Negometrix 9000123966; Bergman & Lundberg 2013, who prefer it; TESSA",
        figure=_award_on_value,
        plainly="the price less what its quality is worth in money",
        best="lowest", straight="figure",
        parameters=(Parameter("value", "V, what full quality is worth, in money"),),
        aliases=("monetised-quality", "quality-to-price", "mervarde", "gunnen-op-waarde"),
    ),
    Formula(
        "cost-plus-time-over-technical", "A5", "(Price + days × rate) ÷ technical score", "(P + d · r) ÷ T", "absolute", True,
        "the quotient makes gaps of the technical score count more than their weight",
        "Minnesota DOT, I-35W bridge 2007: enr.com 32549; southwestjournal 2007-09",
        figure=_cost_plus_time,
        plainly="price plus days at a rate, all divided by the technical score, so a lead in quality cuts the whole of both",
        best="lowest", quality="points", straight="inverse",
        parameters=(Parameter("day_rate", "r, what a day costs, in money"),),
        figures=(Parameter("days", "d, the days to completion"),), aliases=("a-plus-b", "a-plus-b-over-technical"),
    ),
    Formula(
        "prozorro-coefficient", "A6", "Price ÷ a coefficient of quality", "P ÷ (1 + v ÷ (1 − vmax)), v = Q · vmax",
        "absolute", True, "the highest sum of shares is at most 0.3 by law (recalled)",
        "github.com/openprocurement/barbecue",
        figure=_coefficient,
        plainly="the price divided by a coefficient that rises with quality, so a lead in quality cuts the whole price",
        best="lowest", straight="inverse",
        parameters=(Parameter("highest_share", "vmax, the sum of the shares that full quality earns"),), aliases=("prozorro",),
    ),
    Formula(
        "superformula", "A7", "Superformula (Kuiper)", "(Qref ÷ Q)^n + (P ÷ Pref)^n", "absolute", True,
        "bidders cannot see through it", "Negometrix (terms; the sign is printed the other way); pianoo.nl 9550",
        figure=_superformula,
        plainly="a reference quality over the quality, plus the price over a reference price, each to a power",
        best="lowest", parameters=(
            Parameter("reference_price", "Pref"), Parameter("reference_quality", "Qref"),
            Parameter("exponent", "n", optional=True),
            Parameter("highest_price", "the price at which full quality gives 2, from which n follows", optional=True),
        ),
    ),
    Formula(
        "benchmark-price", "A8", "A published price ÷ price", "w · Pref ÷ P", "absolute", True,
        "more than w below the published price", "UK Cabinet Office, Bid Evaluation Guidance Note, May 2021, 7.3 (name)",
        _benchmark, parameters=(Parameter("reference_price", "Pref"),),
    ),
    Formula(
        "consip-s-curve", "A9", "Curve in the shape of an S (Consip)", "as the tender writes it out", "absolute", True,
        "has parameters PEmax, BA, k, n and m; the expression is published as a picture, so a tender must write it out",
        "wiki.acquistinretepa.it", _s_curve, parameters=tuple(
            Parameter(one, "as published", optional=True) for one in ("pe_max", "ba", "k", "n", "m")
        ),
    ),
)  # fmt: skip
"""The formulas of the second table."""
