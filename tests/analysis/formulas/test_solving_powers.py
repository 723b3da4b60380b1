"""The three numbers of the superformula, searched in the totals that it gave."""

from decimal import Decimal
from fractions import Fraction
from random import Random
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fairaudit.analysis.formulas import FormulaError, half_unit, overall, rounded
from fairaudit.analysis.formulas.absolute import superformula_exponent
from fairaudit.analysis.formulas.kinds import Offer
from fairaudit.analysis.formulas.solving_powers import NAME, superformula_solutions

PUBLISHED = {"reference_price": Fraction(100_000), "reference_quality": Fraction(7, 10), "exponent": Fraction(1)}
FOLLOWING = {
    "reference_price": Fraction(100_000),
    "reference_quality": Fraction(7, 10),
    "highest_price": Fraction(130_000),
}
NUMBERS = st.fixed_dictionaries(
    {
        "exponent": st.sampled_from([Fraction(one) for one in ("0.8", "1", "1.37", "1.5", "2", "3")]),
        "reference_quality": st.sampled_from([Fraction(one) for one in ("0.65", "0.7", "0.8")]),
        "reference_price": st.sampled_from([Fraction(one) for one in (98_500, 100_000, 125_000)]),
    }
)
SPREAD = [(64_000, 90), (81_000, 47), (97_000, 71), (123_000, 98), (158_000, 55), (186_000, 83)]


def offers_of(rows):
    return [Offer(Fraction(price), Fraction(quality, 100)) for price, quality in rows]


def totals_by(offers, numbers, places, mode="half-up"):
    return [rounded(one, places, mode) for one in overall(NAME, offers, Fraction(1), Fraction(1), numbers)]


def solved(offers, totals, known=None):
    """The first numbers that are found and give every total: all of them, and those that the totals chose."""
    rooms = [2 * half_unit(one) for one in totals]
    for numbers, chosen in superformula_solutions(offers, list(map(Fraction, totals)), rooms, known or {}):
        try:
            again = overall(NAME, offers, Fraction(1), Fraction(1), numbers)
        except FormulaError:
            continue
        if all(abs(one - Fraction(total)) <= room for one, total, room in zip(again, totals, rooms, strict=True)):
            return numbers, dict(chosen)
    return None


CUT = {"exponent": Fraction("1.37"), "reference_quality": Fraction("0.65"), "reference_price": Fraction(100_000)}


@settings(max_examples=80, deadline=None)
@given(numbers=NUMBERS, places=st.integers(3, 12), mode=st.sampled_from(["half-up", "down"]))
# Cut totals are all too low, so that the least squares of what is recorded are outside what gives it.
@example(numbers=CUT, places=4, mode="down")
def test_all_three_numbers_are_found(numbers, places, mode):
    offers = offers_of(SPREAD)
    assert solved(offers, totals_by(offers, numbers, places, mode)) == (numbers, numbers)


@settings(max_examples=80, deadline=None)
@given(
    numbers=NUMBERS, places=st.integers(3, 12), kept=st.sets(st.sampled_from(sorted(PUBLISHED)), min_size=1, max_size=2)
)
def test_what_is_published_is_kept_and_needs_fewer_bids(numbers, places, kept):
    offers = offers_of(SPREAD)[: 5 - len(kept)]
    totals = totals_by(offers, numbers, places)
    known = {one: numbers[one] for one in kept}
    assert solved(offers, totals, known) == (numbers, {one: numbers[one] for one in numbers if one not in kept})
    assert solved(offers[:-1], totals[:-1], known) is None


def test_the_exponent_follows_from_the_published_highest_price():
    """Full quality at 130,000 has 2 by either reference price, so that the exponent is another where the reference is."""
    offers, numbers = offers_of(SPREAD[:4]), {**FOLLOWING, "reference_price": Fraction(110_000)}
    assert solved(offers, totals_by(offers, numbers, 4), FOLLOWING) == (numbers, {"reference_price": Fraction(110_000)})


def test_the_exponent_that_followed_may_be_kept_beside_another_reference():
    """0.7 and 130,000 ÷ 100,000 make 2 with an exponent of exactly 1."""
    assert superformula_exponent(Fraction(100_000), Fraction(7, 10), Fraction(130_000)) == 1
    offers = offers_of(SPREAD[:3])
    numbers = {"exponent": Fraction(1), "reference_quality": Fraction(7, 10), "reference_price": Fraction(110_000)}
    chosen = {"exponent": Fraction(1), "reference_price": Fraction(110_000)}
    assert solved(offers, totals_by(offers, numbers, 4), FOLLOWING) == (numbers, chosen)


@pytest.mark.parametrize(("highest", "places"), [(124_000, 3), (124_000, 5), (127_000, 4), (136_000, 4), (139_000, 5)])
def test_what_can_be_roundest_is_taken_first(highest, places):
    """The exponent follows from a highest price, and is not round; rounded first, it would bend both references."""
    by = {**FOLLOWING, "highest_price": Fraction(highest)}
    offers, exponent = offers_of(SPREAD), superformula_exponent(*by.values())
    numbers, _ = solved(offers, totals_by(offers, by, places))
    assert (numbers["reference_price"], numbers["reference_quality"]) == (100_000, Fraction(7, 10))
    assert abs(numbers["exponent"] - exponent) < Fraction(1, 100)


def test_no_quality_above_full_marks_is_a_reference():
    offers = offers_of(SPREAD)
    assert solved(offers, totals_by(offers, {**PUBLISHED, "reference_quality": Fraction(12, 10)}, 6)) is None


def test_five_bids_are_needed_where_nothing_is_published():
    offers, numbers = offers_of(SPREAD), {**PUBLISHED, "exponent": Fraction(3, 2)}
    totals = totals_by(offers, numbers, 6)
    assert solved(offers[:5], totals[:5]) == (numbers, numbers)
    assert solved(offers[:4], totals[:4]) is None
    # The same bid again is no further one.
    assert solved([*offers[:4], offers[3]], [*totals[:4], totals[3]]) is None


def test_totals_too_coarse_to_tell_the_numbers_give_none():
    offers = offers_of(SPREAD)
    assert solved(offers, totals_by(offers, PUBLISHED, 1)) is None


def test_between_two_qualities_or_prices_nothing_is_told():
    alike = [(price, 70 + 20 * (at % 2)) for at, (price, _) in enumerate(SPREAD)]
    offers = offers_of(alike)
    assert solved(offers, totals_by(offers, PUBLISHED, 6)) is None
    offers = offers_of([(90_000 + 30_000 * (at % 2), quality) for at, (_, quality) in enumerate(SPREAD)])
    assert solved(offers, totals_by(offers, PUBLISHED, 6)) is None


def test_a_price_or_quality_of_nothing_gives_none():
    for worst in ((0, 50), (50_000, 0)):
        offers = offers_of([*SPREAD, worst])
        assert solved(offers, [Decimal(f"{at}.123") for at, _ in enumerate(offers, 1)]) is None
    assert solved([], []) is None


@pytest.mark.parametrize(("known", "rounds"), [({}, 1500), (PUBLISHED, 1000)])
@pytest.mark.parametrize(("least", "most"), [(100, 10_000), (150, 250)])
def test_totals_by_nothing_are_named_less_than_once_in_a_thousand(known, rounds, least, most):
    """3 to 8 bids with totals to two places, every second time in the order that the formula would have."""
    named = 0
    for seed in range(rounds):
        dice = Random(seed)
        rows = [(dice.randrange(60_000, 200_000), dice.randrange(40, 101)) for _ in range(3 + seed % 6)]
        totals = [Decimal(dice.randrange(least, most)) / 100 for _ in rows]
        if seed % 2:
            rows.sort(key=lambda one: one[0] / 100_000 + 70 / one[1])
            totals.sort()
        named += solved(offers_of(rows), totals, known) is not None
    assert named * 1000 <= rounds


@pytest.mark.parametrize("known", [{}, PUBLISHED, FOLLOWING])
def test_forty_bids_take_less_than_a_third_of_a_second(known):
    dice = Random(1)
    offers = offers_of([(dice.randrange(60_000, 200_000), dice.randrange(40, 101)) for _ in range(40)])
    numbers = {"exponent": Fraction("1.37"), "reference_quality": Fraction("0.65"), "reference_price": Fraction(98_500)}
    by_it, by_nothing = totals_by(offers, numbers, 4), [Decimal(dice.randrange(100, 900)) / 100 for _ in offers]
    before = process_time()
    found = solved(offers, by_it, known)
    middle = process_time()
    assert solved(offers, by_nothing, known) is None
    assert found == (numbers, numbers)
    assert middle - before < 0.3
    assert process_time() - middle < 0.3
