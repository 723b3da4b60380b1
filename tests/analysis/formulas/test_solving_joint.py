"""The one number of a formula of price and quality together, solved from the totals that it gave."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairaudit.analysis.formulas import half_unit, overall, rounded
from fairaudit.analysis.formulas.kinds import Offer
from fairaudit.analysis.formulas.solving_joint import joint_solutions

NUMBERS = {
    "award-on-value": ("value", [Fraction(one) for one in ("40000", "2500.5", "123456")]),
    "cost-plus-time-over-technical": ("day_rate", [Fraction(one) for one in ("200000", "750", "1234.5")]),
    "prozorro-coefficient": ("highest_share", [Fraction(one) for one in ("0.3", "0.25", "0.125")]),
}
OFFERS = st.lists(
    st.builds(
        lambda price, quality, days: Offer(Fraction(price), Fraction(quality, 100), (("days", Fraction(days)),)),
        st.integers(50_000, 900_000), st.integers(20, 100), st.integers(20, 400),
    ),
    min_size=3, max_size=6, unique=True,
)  # fmt: skip


def solved(offers, totals):
    rooms = [half_unit(one) for one in totals]
    return {
        name: (parameter, number)
        for name, parameter, number in joint_solutions(offers, list(map(Fraction, totals)), rooms)
    }


@pytest.mark.parametrize("name", NUMBERS)
@settings(max_examples=60, deadline=None)
@given(offers=OFFERS, at=st.integers(0, 2), places=st.sampled_from([1, 2]))
def test_the_number_behind_totals_is_found(name, offers, at, places):
    parameter, numbers = NUMBERS[name]
    totals = [rounded(one, places) for one in overall(name, offers, Fraction(1), Fraction(1), {parameter: numbers[at]})]
    told, number = solved(offers, totals)[name]
    again = overall(name, offers, Fraction(1), Fraction(1), {parameter: number})
    assert told == parameter
    assert all(abs(one - Fraction(total)) <= 2 * half_unit(total) for one, total in zip(again, totals, strict=True))


def test_the_roundest_number_is_named():
    """The bridge of 2007 with a day at 100,000 in place of 200,000, worked out by hand: (P + d × 100,000) ÷ T."""
    bids = [
        (233_763_000, 437, "91.47"),
        (219_000_000, 437, "67.88"),
        (176_938_000, 367, "65.91"),
        (178_489_561, 392, "55.98"),
    ]
    offers = [Offer(Fraction(p), Fraction(t), (("days", Fraction(d)),)) for p, d, t in bids]
    totals = [Decimal(one) for one in ("3033377.06", "3870064.82", "3241359.43", "3888702.41")]
    assert solved(offers, totals) == {"cost-plus-time-over-technical": ("day_rate", Fraction(100_000))}


@pytest.mark.parametrize("most", [100, 10_000, 900_000])
def test_totals_by_nothing_give_no_number(most):
    for seed in range(300):
        dice = Random(seed)
        offers = [
            Offer(
                Fraction(dice.randrange(50_000, 900_000)),
                Fraction(dice.randrange(20, 101), 100),
                (("days", Fraction(dice.randrange(20, 400))),),
            )
            for _ in range(3 + seed % 4)
        ]
        assert solved(offers, [Decimal(dice.randrange(100, most * 100)) / 100 for _ in offers]) == {}


def test_one_bid_three_times_is_no_third():
    offers = [Offer(Fraction(100), Fraction(1))] * 3
    assert solved(offers, [Decimal(60)] * 3) == {}


def test_two_bids_give_no_number():
    offers = [Offer(Fraction(100), Fraction(1)), Offer(Fraction(90), Fraction(1, 2))]
    assert solved(offers, [Decimal(60), Decimal(70)]) == {}
