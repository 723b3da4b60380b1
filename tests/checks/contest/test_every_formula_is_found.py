"""For every formula of the specification: a record made by it, its numbers and itself unpublished, and what is said of it.

The rows are those of the specification's first table, R1 to R14 and A1 to A9. Where a record cannot show which formula it was
made by, a test says why, and what is said instead.
"""

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest

from fairaudit.analysis.formulas.named import EVERY
from tests.checks.contest.formula_records import (
    POINTS,
    SCORES,
    TOTALS,
    case_with,
    made_by,
    published,
    record_by,
    rounded,
)
from tests.checks.scoring_case import said

TOLD = "So {} recorded figures are not those that the published method gives; furthest off is the {} of {}."
BY_PRICE = (
    "evaluation.totals[0].price: Of the 6 price points recorded for the contract, {} can be had by {}, and all by {}. "
)
BY_BOTH = "evaluation.totals[0].total: The 6 totals recorded for the contract do not follow from {}; every one of them follows from {}. "


def of_price(name, numbers, held, fits, furthest, by="lowest-price-ratio"):
    words = BY_PRICE.format(held, by, fits) + TOLD.format(6 - held, "price part", furthest)
    return (name, numbers, 2, by, words)


def of_both(name, numbers, places, fits, furthest, by="lowest-price-ratio"):
    return (name, numbers, places, by, BY_BOTH.format(by, fits) + TOLD.format(6, "total", furthest))


TWO = "rounded to 2 places"
DISCOUNT = {"estimate": "125000"}
REFERENCES = {"reference_price": "100000", "reference_quality": "0.7", "exponent": "1.5"}
PLACES = {f"place_{at}": str(46 - 6 * at) for at in range(1, 7)}
ROWS = {
    "R1": of_price("lowest-price-ratio", {}, 1, f"lowest-price-ratio, {TWO}", "B4: 23.33 instead of 0", "high-low"),
    "R2": of_price("linear-from-lowest", {}, 1, f"linear-from-lowest, {TWO}", "B4: 11.43 instead of 23.333"),
    # To a multiple of the lowest price and to an estimate falls one and the same line, so that both are named.
    "R3": of_price(
        "zero-at-multiple-of-lowest", {"multiple": "2.2"}, 1,
        f"zero-at-multiple-of-lowest with multiple 2.2, {TWO} or linear-interpolation with estimate 154000, {TWO}",
        "B4: 16.19 instead of 23.333",
    ),
    # Full points at the mean of 60,000 and 70,000, none at twice that: a published band from 65,000 to 130,000 is no other.
    "R3b": of_price(
        "zero-at-multiple-of-reference", {"multiple": "2", "estimate": "60000"}, 0,
        f"zero-at-multiple-of-reference with estimate 60000 and multiple 2, {TWO} or "
        f"fixed-band with highest 130000 and lowest 65000, {TWO}",
        "B4: 6.15 instead of 23.333",
    ),
    "R4": of_price("high-low", {}, 1, "high-low", "B4: 0 instead of 23.333"),
    "R5": of_price(
        "linear-interpolation", DISCOUNT, 1,
        f"linear-interpolation with estimate 125000, {TWO} or zero-at-multiple-of-lowest with multiple 1.7857, {TWO}",
        "B4: 3.64 instead of 23.333",
    ),
    "R6": of_price(
        "bilinear", {**DISCOUNT, "share_at_mean": "0.85"}, 1,
        f"bilinear with estimate 125000 and share at mean 0.85, {TWO}", "B4: 4.95 instead of 23.333",
    ),
    "R7": of_price(
        "power", {**DISCOUNT, "exponent": "0.5"}, 1,
        f"power with estimate 125000 and exponent 0.5, {TWO}", "B4: 12.06 instead of 23.333",
    ),
    "R8": of_price("mean-based", {}, 0, f"mean-based, {TWO}", "B4: 7.06 instead of 23.333"),
    "R9": of_price(
        "logarithmic", {"multiple": "3.5"}, 1, f"logarithmic with multiple 3.5, {TWO}", "B2: 31.98 instead of 31.111"
    ),
    "R10": of_price("score-by-rank", PLACES, 1, "the places of the prices, 6 points apart", "B4: 10 instead of 23.333"),
    "R11": of_both("utility-index", {}, 4, "utility-index", "B1: 0.7569 instead of 86.6"),
    # The quotient of R12 is the index of A2 with a factor of 1, and is named by that.
    "R12": of_both("price-performance-quotient", {}, 7, "value-for-money-index", "B1: 0.001075 instead of 86.6"),
    "R13": of_both(
        "price-performance-band", {"margin": "0.05", "decided_by_quality": "0"}, 3,
        "price-performance-band with a margin from 0.03 to 0.069 where the lowest price decides",
        "B1: 1.875 instead of 86.6",
    ),
    "R14": of_both("renormalised-quality", {}, 2, "renormalised-quality", "B4: 83.33 instead of 80.333"),
    "A1": of_price(
        "fixed-band", {"lowest": "60000", "highest": "130000"}, 0,
        f"fixed-band with highest 130000 and lowest 60000, {TWO}", "B4: 5.71 instead of 23.333",
    ),
    "A2": of_both(
        "value-for-money-index", {"factor": "1500"}, 4,
        "value-for-money-index with factor 1500, quality being out of 100", "B1: 1.6125 instead of 86.6",
    ),
    "A3": of_both("price-per-quality-point", {}, 2, "price-per-quality-point", "B6: 2125 instead of 56.941"),
    "A4": of_both("award-on-value", {"value": "25000"}, 0, "award-on-value with value 25000", "B4: 96250 instead of 80.3"),
    "A5": of_both(
        "cost-plus-time-over-technical", {"day_rate": "350"}, 2, "cost-plus-time-over-technical with day rate 350",
        "B6: 3525 instead of 56.941",
    ),
    "A6": of_both(
        "prozorro-coefficient", {"highest_share": "0.25"}, 2, "prozorro-coefficient with highest share 0.25",
        "B4: 91139.24 instead of 80.333",
    ),
    "A7": of_both(
        "superformula", REFERENCES, 3,
        "superformula with exponent 1.5, reference price 100000 and reference quality 0.7", "B1: 1.45 instead of 86.6",
    ),
    "A8": of_price(
        "benchmark-price", {"reference_price": "66000"}, 0, f"benchmark-price with reference price 66000, {TWO}",
        "B3: 37.71 instead of 40",
    ),
}  # fmt: skip
WITHOUT = {"A9"}
"""No expression of the S-curve is published in words or signs, so that no record can be held against it."""


def test_every_formula_of_the_specification_has_its_row():
    assert {one.id for one in EVERY} == ROWS.keys() | WITHOUT


@pytest.mark.parametrize("row", ROWS)
def test_the_formula_is_named(row):
    name, numbers, places, other, words = ROWS[row]
    assert {one.name: one.id for one in EVERY}[name] == row
    rule, case = record_by(name, numbers, places, other)
    assert said(rule, case) == ("flagged", words)


LEFT = {
    row: ROWS[row][-1].partition("and all by ")[2].partition(". So")[0].replace(f", {TWO}", "")
    for row in ("R2", "R3", "R4", "R6", "R7", "R8", "R9", "R10", "A1", "A8")
}
"""What is said to be behind the totals of formulas of price points where these stand in none but the totals."""


@pytest.mark.parametrize("row", LEFT)
def test_the_formula_is_named_where_its_points_stand_in_the_totals_alone(row):
    name, numbers, places, other, _ = ROWS[row]
    quality = [Fraction(one) * 6 for one in SCORES]
    figures = [rounded(one + own, places) for one, own in zip(made_by(name, numbers), quality, strict=True)]
    outcome, words = said(POINTS, case_with(figures, published(other)))
    start = (
        "evaluation.totals[0].total: Of the 6 price points (not recorded: what each total leaves for price after quality by "
        f"the panel's scores) for the contract, {ROWS[row][-1].partition('contract, ')[2][0]} can be had by {other}, and all "
        f"by {LEFT[row]}. So "
    )
    assert (outcome, words[: len(start)]) == ("flagged", start)


def test_totals_as_a_spreadsheet_has_them_leave_as_many_decimals_for_price():
    name, numbers = ROWS["R3"][:2]
    exact = [one + Fraction(own) * 6 for one, own in zip(made_by(name, numbers), SCORES, strict=True)]
    outcome, words = said(POINTS, case_with([rounded(one, 8) for one in exact], published("lowest-price-ratio")))
    assert (outcome, LEFT["R3"] in words) == ("flagged", True), words


NOT_TOLD = ("not-assessed", "evaluation.totals (the points for price)")


def cut(value, places):
    return Decimal(floor(value * 10**places)).scaleb(-places)


@pytest.mark.parametrize(("row", "places"), [("R1", 0), ("R1", 7), ("R3", 0), ("R3", 7), ("R8", 0), ("A8", 0)])
def test_totals_that_were_cut_name_no_formula_with_a_number_that_makes_up_for_it(row, places):
    """Half a digit too low, totals by the lowest price follow as well from a reference price that is a little lower."""
    name, numbers, _, other, _ = ROWS[row]
    figures = [cut(one + Fraction(own) * 6, places) for one, own in zip(made_by(name, numbers), SCORES, strict=True)]
    assert said(POINTS, case_with(figures, published(name, numbers))) == NOT_TOLD
    outcome, words = said(POINTS, case_with(figures, published(other)))
    # What needs a number is solved from the totals as if they were rounded, and named by it.
    assert outcome == "not-assessed" or (numbers and f"and all by {name} with " in words), words


@pytest.mark.parametrize(
    ("row", "places", "named"),
    [
        ("R3", 2, "zero-at-multiple-of-lowest with multiple 2.2, cut to 2 places or linear-interpolation with estimate 154000"),
        ("R5", 0, "zero-at-multiple-of-lowest with multiple 1.78, cut to whole points or linear-interpolation with estimate 125000"),
        ("R5", 3, "linear-interpolation with estimate 125000"),
    ],
)  # fmt: skip
def test_points_that_were_cut_are_named_by_the_formula_of_fewest_numbers(row, places, named):
    """Half a digit too low, points on a line follow as well from a power of nearly one, rounded."""
    name, numbers, _, other, _ = ROWS[row]
    figures = [cut(one, places) for one in made_by(name, numbers)]
    outcome, words = said(POINTS, case_with(figures, published(other), part="price"))
    assert (outcome, f"and all by {named}, cut to " in words) == ("flagged", True), words


def test_totals_that_were_rounded_up_name_no_formula_with_a_number_that_makes_up_for_it():
    made = zip(made_by("linear-from-lowest", {}), SCORES, strict=True)
    figures = [-cut(-one - Fraction(own) * 6, 7) for one, own in made]
    assert said(POINTS, case_with(figures, published("linear-from-lowest"))) == NOT_TOLD


def test_what_the_curve_gives_is_not_known_so_that_it_is_never_named():
    """A9: worked out only as a tender writes it out, it stands behind no other; such points follow from no known formula."""
    case = case_with(["31.07", "12.5", "38.4", "1.93", "6.61", "22.22"], published("lowest-price-ratio"), part="price")
    assert said(POINTS, case) == ("not-assessed", "evaluation.totals (how the points for price were worked out)")


def test_points_by_place_that_fall_unevenly_follow_from_places_as_any_falling_points_do():
    """R10: whatever falls from price to price is points by place, so that only even steps say something."""
    uneven = {f"place_{at}": one for at, one in enumerate(("40", "30", "25", "20", "10", "5"), 1)}
    rule, case = record_by("score-by-rank", uneven, 2)
    assert said(rule, case) == ("not-assessed", "evaluation.totals (how the points for price were worked out)")


def test_a_band_is_named_by_the_places_where_the_totals_are_quotients():
    """R13, as its records are kept: B3 is 3 per cent below B1 and cheaper; B2 is dearer than both, within the band or not."""
    figures = [rounded(one, 7) for one in made_by("price-performance-quotient", {})]
    case = case_with(figures, published("lowest-price-ratio"), ranks=(2, 3, 1, 4, 5, 6))
    told = (
        "price-performance-band, whose quotients they are, and every recorded place with a margin from 0.03 to 0.1 "
        "where the lowest price decides"
    )
    assert said(TOTALS, case) == of_words("lowest-price-ratio", told, "B1: 0.001075 instead of 86.6")


def of_words(by, fits, furthest):
    return "flagged", BY_BOTH.format(by, fits) + TOLD.format(6, "total", furthest)


NEAR = {"prices": (80_000, 90_000, 70_000), "scores": ("6", "7", "5")}
"""Three bids of which the worst quotient is 8.2 per cent below the best."""


@pytest.mark.parametrize(
    ("ranks", "more"),
    [
        # As the quotients have it: a band of nobody but the best is R12, and no record tells the two apart.
        ((2, 1, 3), ""),
        # A band that lets all in decides as the price alone does.
        (
            (2, 3, 1),
            "; the recorded places are those of the lowest price alone, as price-performance-band gives them too if all bids "
            "are within it, and which it was cannot be told",
        ),
        # No band puts the second quotient last.
        ((3, 1, 2), ""),
    ],
)
def test_places_that_tell_no_margin_name_none(ranks, more):
    figures = [rounded(one, 7) for one in made_by("price-performance-quotient", {}, **NEAR)]
    outcome, words = said(TOTALS, case_with(figures, published("lowest-price-ratio"), ranks=ranks, **NEAR))
    assert outcome == "flagged"
    start = f"{BY_BOTH.format('lowest-price-ratio', 'value-for-money-index' + more)}So 3 recorded"
    assert words.replace("6 totals", "3 totals").startswith(start.replace("6 totals", "3 totals")), words


def test_the_published_formula_that_was_cut_is_not_told_as_another_that_gives_the_same():
    """The dearest asks twice the lowest: 17.298 points, cut, are the 17.235 of another formula, rounded."""
    bids = {"prices": (3_341_667, 3_341_667, 1_668_534, 2_618_133), "scores": ("6", "7", "5", "7")}
    figures = [cut(one, 1) for one in made_by("high-low", {}, **bids)]
    assert said(POINTS, case_with(figures, published("high-low"), part="price", **bids))[0] == "not-assessed"
    # Where more than one is off, the rounding is told.
    more = {**bids, "prices": (3_341_667, 3_000_000, 1_668_534, 2_618_133)}
    figures = [cut(one, 1) for one in made_by("high-low", {}, **more)]
    assert (
        "high-low, cut to 1 place" in said(POINTS, case_with(figures, published("high-low"), part="price", **more))[1]
    )
