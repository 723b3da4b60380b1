"""Formulas that measure an offer against the other offers: R1 to R14.

All but the unclipped logarithm let an offer that cannot win turn the order of two others. Sources and names follow the
specification of the evaluation audit; where it has an expression from memory only, the formula's `source` says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fairaudit.analysis.formulas.decimals import ln, power
from fairaudit.analysis.formulas.exact import FormulaError, linear_from_lowest, lowest_of, lowest_price_ratio
from fairaudit.analysis.formulas.kinds import Formula, Offer, Parameter, Values

_ESTIMATE = Parameter("estimate", "the estimate or ceiling from which discounts are taken")
_MULTIPLE = Parameter("multiple", "at how many times the reference the points reach zero, more than 1")


def _lowest_price_ratio(price: Fraction, prices: Sequence[Fraction], _: Values) -> Fraction:
    return lowest_price_ratio(price, prices)


def _linear_from_lowest(price: Fraction, prices: Sequence[Fraction], _: Values) -> Fraction:
    return linear_from_lowest(price, prices)


def _zero_at_multiple(price: Fraction, prices: Sequence[Fraction], values: Values) -> Fraction:
    return _falling(price, lowest_of(price, prices), values["multiple"])


def _zero_at_multiple_of_reference(price: Fraction, prices: Sequence[Fraction], values: Values) -> Fraction:
    return _falling(price, (_above_zero(values, "estimate") + lowest_of(price, prices)) / 2, values["multiple"])


def _falling(price: Fraction, reference: Fraction, multiple: Fraction) -> Fraction:
    if multiple <= 1:
        raise FormulaError("the multiple at which points reach zero is not above 1", "parameters.multiple")
    return max(Fraction(0), (multiple * reference - price) / ((multiple - 1) * reference))


def _high_low(price: Fraction, prices: Sequence[Fraction], _: Values) -> Fraction:
    low, high = min(prices), max(prices)
    if low == high:
        raise FormulaError("the formula has no answer where the highest price equals the lowest")
    return (high - price) / (high - low)


def _linear_interpolation(price: Fraction, prices: Sequence[Fraction], values: Values) -> Fraction:
    discounts = _discounts(price, prices, values)
    return discounts[0] / max(discounts)


def _bilinear(price: Fraction, prices: Sequence[Fraction], values: Values) -> Fraction:
    own, *others = _discounts(price, prices, values)
    mean, share = sum(others, Fraction(0)) / len(others), values["share_at_mean"]
    if not 0 < share < 1:
        raise FormulaError(
            "the share of the points at the mean discount is not between 0 and 1", "parameters.share_at_mean"
        )
    return share * own / mean if own <= mean else share + (1 - share) * (own - mean) / (max(others) - mean)


def _power(price: Fraction, prices: Sequence[Fraction], values: Values) -> Fraction:
    exponent = values["exponent"]
    if not 0 < exponent <= 10:
        raise FormulaError("the exponent is not above 0 and at most 10", "parameters.exponent")
    discounts = _discounts(price, prices, values)
    return power(discounts[0] / max(discounts), exponent)


def _mean_based(price: Fraction, prices: Sequence[Fraction], _: Values) -> Fraction:
    if min(prices) <= 0:
        raise FormulaError("the formula has no answer where a price is zero or below")
    mean = sum(prices, Fraction(0)) / len(prices)
    return Fraction(1, 2) - (price - mean) / mean


def _logarithmic(price: Fraction, prices: Sequence[Fraction], values: Values) -> Fraction:
    lowest, multiple = lowest_of(price, prices), values["multiple"]
    if multiple <= 1:
        raise FormulaError("the multiple at which points reach zero is not above 1", "parameters.multiple")
    return 1 - ln(price / lowest) / ln(multiple)


def _score_by_rank(price: Fraction, prices: Sequence[Fraction], values: Values) -> Fraction:
    first = values["place_1"]
    place = 1 + sum(one < price for one in prices)
    given = values.get(f"place_{place}")
    if given is None:
        raise FormulaError(f"the points of place {place} are not given", f"parameters.place_{place}")
    if first <= 0 or not given <= first:
        raise FormulaError("the first place does not have the most points, or none", "parameters.place_1")
    return given / first


def _utility_index(
    offers: Sequence[Offer], price_weight: Fraction, quality_weight: Fraction, _: Values
) -> tuple[Fraction, ...]:
    _priced(offers)
    if price_weight <= 0:
        raise FormulaError("the utility index has no answer where price has no weight")
    best, cheapest = max(one.quality for one in offers), min(one.price for one in offers)
    ratio = quality_weight / price_weight
    return tuple((1 - (best - one.quality) * ratio) / one.price * cheapest for one in offers)


WIDEST_BAND = Fraction(1, 10)
"""UfAB: the band is at most a tenth of the best quotient (arriba-net; reguvis)."""


def _within_band(offers: Sequence[Offer], _: Fraction, __: Fraction, values: Values) -> tuple[Fraction, ...]:
    """Return 1 + the share of the best by what decides for offers within the band, Z ÷ the best Z for those below it."""
    _priced(offers)
    margin, by_quality = values["margin"], values["decided_by_quality"]
    if not 0 <= margin <= WIDEST_BAND:
        raise FormulaError("the band is not a share from 0 to a tenth, the most that UfAB allows", "parameters.margin")
    if by_quality not in (0, 1):
        raise FormulaError("what decides within the band is neither 0 nor 1", "parameters.decided_by_quality")
    quotients = [one.quality / one.price for one in offers]
    best = max(quotients)
    if best <= 0:
        raise FormulaError("the formula has no answer where no offer has any quality")
    inside = [one for one, quotient in zip(offers, quotients, strict=True) if quotient >= best * (1 - margin)]
    low, high = min(one.price for one in inside), max(one.quality for one in inside)
    return tuple(
        quotient / best
        if quotient < best * (1 - margin)
        else 1 + (one.quality / high if by_quality else low / one.price)
        for one, quotient in zip(offers, quotients, strict=True)
    )


def _renormalised(
    offers: Sequence[Offer], price_weight: Fraction, quality_weight: Fraction, _: Values
) -> tuple[Fraction, ...]:
    highest = max(one.quality for one in offers)
    if highest <= 0:
        raise FormulaError("quality cannot be measured against the best where no offer has any")
    prices = [one.price for one in offers]
    lowest = lowest_of(prices[0], prices)
    return tuple(quality_weight * one.quality / highest + price_weight * lowest / one.price for one in offers)


def _priced(offers: Sequence[Offer]) -> None:
    if any(one.price <= 0 for one in offers):
        raise FormulaError("the formula has no answer where a price is zero or below")


def _above_zero(values: Values, name: str) -> Fraction:
    if values[name] <= 0:
        raise FormulaError(f"the parameter `{name}` is not above zero", f"parameters.{name}")
    return values[name]


def _discounts(price: Fraction, prices: Sequence[Fraction], values: Values) -> list[Fraction]:
    """Return a price's discount on the estimate, then those of all prices; at least one is above zero."""
    base = _above_zero(values, "estimate")
    if max(prices) > base:
        raise FormulaError(
            "the formula has no answer where a price is above the estimate that discounts are taken from"
        )
    if min(prices) == base:
        raise FormulaError("the formula has no answer where nobody is below the estimate")
    return [(base - one) / base for one in (price, *prices)]


_MEMORY = "recalled, not read again"

RELATIVE: tuple[Formula, ...] = (
    Formula(
        "lowest-price-ratio", "R1", "Lowest price ÷ price", "w · Pmin ÷ P", "relative", False,
        "dear bids are squeezed together and never reach 0, very low bids are paid for; on an even line of price and quality "
        "the middle bid cannot win; no answer at a price of zero",
        "Negometrix 44001761046; Crown Commercial Service guidance (publicspendforum.eu 2016-05-17); DAJ 2024 (weka.fr 175374); "
        "localgovernmentlawyer 39482; Bevan Brittan 2019-02-06",
        _lowest_price_ratio,
        aliases=("inverse-proportional", "lowest-price-over-price", "lowest-over-price", "qcbs", "classique"),
    ),
    Formula(
        "linear-from-lowest", "R2", "Linear from the lowest price", "w · (2 − P ÷ Pmin), not below 0", "relative", False,
        "0 at twice the lowest price, so one very low bid leaves everybody else with nothing",
        "agorapublix 18926; materialsmanagement.info",
        _linear_from_lowest,
        aliases=("percentage-above-lowest", "linear-from-the-lowest"),
    ),
    Formula(
        "zero-at-multiple-of-lowest", "R3", "Linear, 0 at a multiple of the lowest price",
        "w · (n · Pmin − P) ÷ ((n − 1) · Pmin), not below 0", "relative", False,
        "the multiple must be published beforehand; with 2 it is linear-from-lowest", "weka.fr 3146",
        _zero_at_multiple, parameters=(_MULTIPLE,), aliases=("zero-at-n-times-lowest",),
    ),
    Formula(
        "zero-at-multiple-of-reference", "R3b", "Linear, 0 at a multiple of the mean of estimate and lowest price",
        "w · (n · M − P) ÷ ((n − 1) · M) with M = (B + Pmin) ÷ 2, not below 0", "relative", False,
        "half relative: the lowest price still moves everybody's points, and prices below M earn more than w",
        "weka.fr 3146",
        _zero_at_multiple_of_reference, parameters=(_MULTIPLE, _ESTIMATE),
    ),
    Formula(
        "high-low", "R4", "Between the highest and the lowest price", "w · (Pmax − P) ÷ (Pmax − Pmin)", "relative", False,
        "always gives 0 and w, whatever the gap; one absurdly high bid squeezes all others together; no answer where all "
        "prices are equal",
        "DAJ 2024 (weka.fr 175374, in words); 3pmarchespublics 2024-04-17; Ivanov, Springer 978-3-319-31816-5_2788",
        _high_low, aliases=("min-max", "minmax", "highest-lowest", "lineaire"),
    ),
    Formula(
        "linear-interpolation", "R5", "Discount ÷ highest discount", "w · R ÷ Rmax with R = (B − P) ÷ B", "relative", False,
        "small differences of discount make large gaps of points (ANAC guideline 2)",
        "legal-team.it 84480; ANAC, Gazzetta 18A03548",
        _linear_interpolation, parameters=(_ESTIMATE,), aliases=("interpolazione-lineare", "discount-ratio"),
    ),
    Formula(
        "bilinear", "R6", "Discount, in two lines that meet at the mean",
        "w · X · R ÷ Rmean up to the mean discount, w · (X + (1 − X) · (R − Rmean) ÷ (Rmax − Rmean)) above it",
        "relative", False, "the kink at the mean can be moved by who bids",
        f"expression {_MEMORY}; name: appaltiecontratti.it",
        _bilinear,
        parameters=(_ESTIMATE, Parameter("share_at_mean", "X, the share of the points at the mean discount: 0.80, 0.85 or 0.90")),
        aliases=("bilineare",),
    ),
    Formula(
        "power", "R7", "Discount ÷ highest discount, to a power", "w · (R ÷ Rmax)^a", "relative", False,
        "the lower the exponent, the less a lower price is worth", f"expression {_MEMORY}; name: appaltiecontratti.it",
        _power, parameters=(_ESTIMATE, Parameter("exponent", "a, below 1: a half, for example")), aliases=("quadratic",),
    ),
    Formula(
        "mean-based", "R8", "A point for each per cent from the mean price", "w · (1 ÷ 2 − (P − Pmean) ÷ Pmean)",
        "relative", False, "any bid moves the mean; points can fall below 0 and rise above w",
        "procurementtemplates.co.uk, mean calculation; DAJ 2024, third method",
        _mean_based, aliases=("mean-calculation", "moyenne-des-offres"),
    ),
    Formula(
        "logarithmic", "R9", "Logarithm of the price over the lowest", "w · (1 − ln(P ÷ Pmin) ÷ ln A)", "relative", True,
        "the multiple A must be published beforehand; below 0 above A times the lowest, and a floor there lets a third bid "
        "turn the order of two",
        "Negometrix 9000092065",
        _logarithmic, parameters=(Parameter("multiple", "A, at how many times the lowest price points reach zero, above 1"),),
    ),
    Formula(
        "score-by-rank", "R10", "Points by the place of the price", "w · f(place) ÷ f(1), f as published", "relative", False,
        "how far apart prices are does not count",
        f"{_MEMORY}; listed by Stilger (2011). Which f is usual is not known here, so it is given place by place",
        _score_by_rank, parameters=(
            Parameter("place_1", "the points of the lowest price"),
            *(Parameter(f"place_{one}", f"the points of place {one}", optional=True) for one in range(2, 41)),
        ),
        aliases=("rank",),
    ),
    Formula(
        "utility-index", "R11", "Utility index", "(1 − (Qbest − Q) · N) ÷ P · Pbest with N = wq ÷ wp", "relative", False,
        "falls below 0 for a large N; hangs on the best quality, so a third bid can turn the order of two",
        "Negometrix 9000183873; Mercell wiki",
        figure=_utility_index, weighted=True,
        plainly="1 less what quality lacks of the best (by the weights), divided by the price and times that of the best bid",
    ),
    Formula(
        "price-performance-quotient", "R12", "Performance ÷ price (UfAB, simple)", "Z = L ÷ P", "absolute", True,
        "price and quality trade one for one, whatever the weights", "reguvis, VgV commentary, paragraphs 31-33",
        figure=lambda offers, _, __, ___: _quotients(offers),
        plainly="the points for quality divided by the price: twice the quality makes up for twice the price",
        quality="points", straight="figure",
        aliases=("ufab-simple", "einfache-richtwertmethode"),
    ),
    Formula(
        "price-performance-band", "R13", "Performance ÷ price within a band (UfAB, extended)",
        "offers with Z ≥ Zmax · (1 − s), then the lowest price or the best quality", "relative", False,
        "no weighting gives the same order (Ferber); which offers are within the band hangs on the best one",
        "arriba-net; reguvis, VgV commentary",
        figure=_within_band,
        plainly="points for quality divided by the price; among bids near the best of it quality or price decides",
        quality="points", parameters=(
            Parameter("margin", "s, the width of the band, at most a tenth"),
            Parameter("decided_by_quality", "1 where the best quality decides within the band, 0 where the lowest price does"),
        ),
        aliases=("ufab-extended", "erweiterte-richtwertmethode"),
    ),
    Formula(
        "renormalised-quality", "R14", "Quality measured against the best, with lowest price ÷ price",
        "wq · Q ÷ Qmax + wp · Pmin ÷ P", "relative", False,
        "a third bid moves quality as well as price", "civilworksstudies.com 2025-04 (in words)",
        figure=_renormalised, weighted=True,
        plainly="quality as a share of the best, plus the lowest price over the price, each by its weight",
        aliases=("riparametrazione",),
    ),
)  # fmt: skip
"""The formulas of the first table; R12 is absolute and stands here by its number."""


def _quotients(offers: Sequence[Offer]) -> tuple[Fraction, ...]:
    _priced(offers)
    return tuple(one.quality / one.price for one in offers)
