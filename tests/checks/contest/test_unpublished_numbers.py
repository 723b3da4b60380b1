"""Totals and places by numbers that nobody published; and that what the published formula gives is never told as another's."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from fairaudit.analysis.formulas import solving_powers
from tests.checks.contest.formula_records import TOTALS, case_with, made_by, published, rounded
from tests.checks.scoring_case import said

FIRST = "evaluation/another-bid-first-when-worked-out-again"
NEAR = {"prices": (80_000, 90_000, 70_000, 120_000), "scores": ("6", "7", "5", "7")}
"""Quotients of 3.6, 0, 8.2 and 25 per cent below the best."""
REFERENCES = {"reference_price": "100000", "reference_quality": "0.7", "highest_price": "130000"}


def band(margin, by_quality):
    return {"margin": margin, "decided_by_quality": str(by_quality)}


def words_of(by, fits, number, furthest):
    return (
        "flagged",
        f"evaluation.totals[0].total: The {number} totals recorded for the contract do not follow from {by}; every one of "
        f"them follows from {fits}. So {number} recorded figures are not those that the published method gives; furthest off "
        f"is the total of {furthest}.",
    )


@pytest.mark.parametrize(
    ("numbers", "by", "fits", "furthest"),
    [
        (
            {"reference_price": "110000", "reference_quality": "0.7", "exponent": "1"},
            "superformula with exponent 1 and reference price 100000",
            "superformula with exponent 1 and reference price 110000", "B4: 1.8278 instead of 1.93684",
        ),
        (
            {"reference_price": "110000", "reference_quality": "0.7", "highest_price": "130000"},
            "superformula with reference price 100000",
            "superformula with reference price 110000, and the exponent that follows", "B6: 5.9402 instead of 2.6",
        ),
        (
            {"reference_price": "100000", "reference_quality": "0.7", "exponent": "2"},
            "superformula with exponent 1", "superformula with exponent 2", "B6: 3.785 instead of 2.6",
        ),
    ],
)  # fmt: skip
def test_another_number_of_the_superformula_is_named_beside_its_own(numbers, by, fits, furthest):
    figures = [rounded(one, 4) for one in made_by("superformula", numbers)]
    case = case_with(figures, published("superformula", REFERENCES))
    assert said(TOTALS, case) == words_of(by, fits, 6, furthest)


def test_another_band_is_named_beside_its_own_although_most_figures_are_the_same():
    """Of B1 alone it hangs on the margin whether it is within the band: 3.6 per cent below B2."""
    figures = [rounded(one, 3) for one in made_by("price-performance-band", band("0.05", 1), **NEAR)]
    own = [rounded(one, 3) for one in made_by("price-performance-band", band("0.02", 1), **NEAR)]
    assert sum(one == other for one, other in zip(figures, own, strict=True)) == 3
    outcome, words = said(TOTALS, case_with(figures, published("price-performance-band", band("0.02", 1)), **NEAR))
    assert outcome == "flagged"
    assert words.startswith(
        "evaluation.totals[0].total: The 4 totals recorded for the contract do not follow from price-performance-band with a "
        "margin of 0.02 where the highest quality decides; every one of them follows from price-performance-band with a margin "
        "from 0.036 to 0.081 where the highest quality decides"
    )


@pytest.mark.parametrize("margin", ["0.01", "0.09"])
def test_figures_of_a_band_that_no_bid_bounds_name_none(margin):
    """One bid within it, or all three of them."""
    three = {key: value[:3] for key, value in NEAR.items()}
    figures = [rounded(one, 3) for one in made_by("price-performance-band", band(margin, 0), **three)]
    assert said(TOTALS, case_with(figures, published("lowest-price-ratio"), **three)) == ("passed",)


@pytest.mark.parametrize(
    ("ranks", "more"),
    [
        ((1, 2, 3, 4), "; every recorded place follows from price-performance-band with a margin from 0.036 to 0.081 where "
                       "the lowest price decides"),
        # Who has no place, or shares one, tells no order.
        ((1, 2), ""),
        ((1, 2, 3, 3), ""),
        # No band puts B3 between them, and none need put it last.
        ((1, 3, 2, 4), ""),
    ],
)  # fmt: skip
def test_the_band_that_gives_the_recorded_places_is_said_where_the_published_one_does_not(ranks, more):
    figures = [rounded(one, 7) for one in made_by("price-performance-quotient", {}, **NEAR)]
    case = case_with(figures, published("price-performance-band", band("0.02", 0)), ranks=ranks, **NEAR)
    assert said(TOTALS, case) == ("passed",)
    assert said(FIRST, case) == (
        "review",
        "evaluation.ranking[0]: B1 is recorded as first for the contract; by the panel's scores, the formula "
        "price-performance-band and the published weights, without a rounding since none is published, first place falls to B2, "
        f"with 0.000078 against 0.000075{more}.",
    )


def test_places_of_the_price_alone_are_no_bands():
    """B4 is outside every band and the dearest as well, so that nobody can tell a wide band from the price alone."""
    figures = [rounded(one, 7) for one in made_by("price-performance-quotient", {}, **NEAR)]
    outcome, words = said(
        FIRST, case_with(figures, published("price-performance-band", band("0.02", 0)), ranks=(2, 3, 1, 4), **NEAR)
    )
    assert (outcome, words[-35:]) == ("review", "B2, with 0.000078 against 0.000071.")
    outcome, words = said(TOTALS, case_with(figures, published("lowest-price-ratio"), ranks=(2, 3, 1, 4), **NEAR))
    assert (outcome, "those of the lowest price alone, as price-performance-band gives them too" in words) == (
        "flagged",
        True,
    )


def test_a_margin_that_would_let_a_further_bid_in_is_not_among_those_told():
    """B3 is exactly 5 per cent below the best quotient, and the cheapest: within the band it would be first."""
    bids = {"prices": (80_000, 70_000, 60_000, 90_000), "scores": ("8", "6.79", "5.7", "4.5")}
    figures = [rounded(one, 7) for one in made_by("price-performance-quotient", {}, **bids)]
    _, words = said(TOTALS, case_with(figures, published("lowest-price-ratio"), ranks=(2, 1, 3, 4), **bids))
    assert "every recorded place with a margin from 0.03 to 0.049 where the lowest price decides." in words


def test_points_may_be_those_of_the_one_scale():
    """Price ÷ points out of ten, as they were given."""
    figures = [rounded(one * 10, 2) for one in made_by("price-per-quality-point", {})]
    words = words_of("lowest-price-ratio", "price-per-quality-point", 6, "B6: 21250 instead of 56.941")
    assert said(TOTALS, case_with(figures, published("lowest-price-ratio"))) == words


def test_numbers_that_do_not_give_every_total_exactly_are_not_named(monkeypatch):
    numbers = {"reference_price": Fraction(100_000), "reference_quality": Fraction(7, 10), "exponent": Fraction(3, 2)}
    near = {**numbers, "reference_price": Fraction(100_200)}
    figures = [rounded(one, 3) for one in made_by("superformula", numbers)]
    for proposed, outcome in ((near, "passed"), (numbers, "flagged")):
        monkeypatch.setattr(
            solving_powers, "superformula_solutions", lambda *_, one=proposed: [(one, tuple(one.items()))]
        )
        assert said(TOTALS, case_with(figures, published("lowest-price-ratio")))[0] == outcome


GIVEN = {
    "superformula": [REFERENCES, {"reference_price": "100000", "reference_quality": "0.7", "exponent": "1.5"}],
    "price-performance-band": [band("0.05", 0), band("0.08", 1)],
    "price-performance-quotient": [{}],
    "value-for-money-index": [{}, {"factor": "1500"}],
    "award-on-value": [{"value": "25000"}],
    "cost-plus-time-over-technical": [{"day_rate": "350"}],
    "prozorro-coefficient": [{"highest_share": "0.25"}],
    "price-per-quality-point": [{}],
    "utility-index": [{}],
    "renormalised-quality": [{}],
    "lowest-price-ratio": [{}],
}


def random_bids(seed):
    dice = Random(seed)
    number = 3 + seed % 6
    return {
        "prices": tuple(dice.randrange(60_000, 200_000) for _ in range(number)),
        "scores": tuple(str(Decimal(dice.randrange(40, 101)) / 10) for _ in range(number)),
        "days": tuple(dice.randrange(100, 300) for _ in range(number)),
    }


@pytest.mark.parametrize(("name", "numbers"), [(name, one) for name, some in GIVEN.items() for one in some])
def test_what_the_published_formula_gives_is_never_told_as_anothers(name, numbers):
    for seed in range(12):
        bids = random_bids(seed)
        figures = [rounded(one, 2 + seed % 7) for one in made_by(name, numbers, **bids)]
        assert said(TOTALS, case_with(figures, published(name, numbers), **bids)) == ("passed",), (seed, bids)


@pytest.mark.parametrize("power", [0, 3, 6])
def test_quotients_are_what_a_published_band_has_on_record_whoever_is_first(power):
    for seed in range(12):
        bids = random_bids(seed)
        exact = made_by("price-performance-quotient", {}, **bids)
        figures = [rounded(one * Fraction(10) ** power, 7) for one in exact]
        dice = Random(seed)
        ranks = dice.sample(range(1, len(exact) + 1), len(exact))
        case = case_with(figures, published("price-performance-band", band("0.05", 0)), ranks=ranks, **bids)
        assert said(TOTALS, case) == ("passed",), (seed, bids)


@pytest.mark.parametrize("name", ["lowest-price-ratio", "superformula", "price-performance-band"])
def test_totals_by_nothing_are_named_by_none(name):
    numbers = GIVEN[name][0]
    for seed in range(60):
        bids, dice = random_bids(seed), Random(seed + 1)
        figures = [Decimal(dice.randrange(100, 10_000 if seed % 2 else 250)) / 100 for _ in bids["prices"]]
        assert said(TOTALS, case_with(figures, published(name, numbers), **bids)) == ("passed",), seed
