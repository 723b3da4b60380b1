"""Weights behind totals: found where they are the only ones that give every total, never where nothing fits."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fairaudit.analysis.weights import Inferred, PartOf, weights_behind
from tests.checks.moderation.records_case import broken, spoken

HALF = Fraction(1, 200)
"""Half of the last place of totals with two decimals."""


def totals_of(shares, weights):
    exact = [sum((w * s for w, s in zip(weights, row, strict=True)), Fraction(0)) for row in shares]
    return [
        Fraction((Decimal(one.numerator) / one.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)) for one in exact
    ]


def rows(*texts):
    return [tuple(Fraction(int(one), 5) for one in text) for text in texts]


def test_a_changed_split_is_solved_where_a_bid_is_left_over():
    shares, published = rows("431", "254", "125", "342"), (Fraction(50), Fraction(30), Fraction(20))
    applied = (Fraction(40), Fraction(40), Fraction(20))
    totals = totals_of(shares, applied)
    assert weights_behind(shares, totals, [HALF] * 4, published) == Inferred(applied, "solved from the totals")
    assert weights_behind(shares[:3], totals[:3], [HALF] * 3, published) is None
    # A bid scored as another one confirms nothing.
    again = [*shares[:3], shares[0]]
    assert weights_behind(again, [*totals[:3], totals[0]], [HALF] * 4, published) is None


def test_recorded_parts_must_follow_from_the_weights_too():
    shares, published = rows("431", "254", "125", "342"), (Fraction(50), Fraction(30), Fraction(20))
    totals = totals_of(shares, (Fraction(40), Fraction(40), Fraction(20)))
    nothing = Fraction(0)
    for points, follows in ((4, True), (6, False)):
        part = PartOf((nothing, nothing, shares[0][2]), Fraction(points), HALF)
        assert (weights_behind(shares, totals, [HALF] * 4, published, [part]) is not None) == follows


def test_the_parts_for_quality_are_solved_where_a_bid_is_left_over():
    nothing, price = Fraction(0), (Fraction(1), Fraction(10, 11), Fraction(4, 5))
    shares = [(*row, share) for row, share in zip(rows("35", "42", "53"), price, strict=True)]
    published, applied = (Fraction(30), Fraction(30), Fraction(40)), (Fraction(40), Fraction(20), Fraction(40))
    totals = totals_of(shares, applied)
    parts = [PartOf((*row[:2], nothing), 40 * row[0] + 20 * row[1], HALF) for row in shares]
    found = weights_behind(shares, totals, [HALF] * 3, published, parts, (0, 1))
    assert found == Inferred(applied, "solved from the parts for quality")
    # Two equations always have a solution, and a slip in one of three parts has none.
    assert weights_behind(shares[:2], totals[:2], [HALF] * 2, published, parts[:2], (0, 1)) is None
    slipped = [*parts[:2], parts[2]._replace(points=parts[2].points + 2)]
    assert weights_behind(shares, totals, [HALF] * 3, published, slipped, (0, 1)) is None


def test_with_fewer_bids_only_usual_slips_are_tried():
    shares, published = rows("431", "254", "513"), (Fraction(50), Fraction(30), Fraction(20))
    swapped = (Fraction(20), Fraction(30), Fraction(50))
    odd = (Fraction(41), Fraction(39), Fraction(20))
    totals = totals_of(shares, swapped)
    assert weights_behind(shares, totals, [HALF] * 3, published) == Inferred(
        swapped, "the weights of two criteria are exchanged"
    )
    assert weights_behind(shares[:2], totals[:2], [HALF] * 2, published) is None
    assert weights_behind(shares, totals_of(shares, odd), [HALF] * 3, published) is None


def test_one_wrong_total_accuses_nobody_of_other_weights():
    # Whole points, half a unit of room each: 40, 25 and 35 would give all three totals.
    share = Fraction
    shares = [
        (share(4, 5), share(4, 5), share(9, 10)),
        (share(1), share(1), share(3, 4)),
        (share(1, 5), share(1), share(1)),
    ]
    published = (Fraction(40), Fraction(20), Fraction(40))
    totals = [Fraction(84), Fraction(91), Fraction(68)]
    assert weights_behind(shares, totals, [Fraction(1, 2)] * 3, published) is None


def test_a_slip_in_one_total_and_the_published_weights_give_nothing():
    shares, published = rows("431", "254", "125", "333"), (Fraction(50), Fraction(30), Fraction(20))
    right = totals_of(shares, published)
    assert weights_behind(shares, right, [HALF] * 4, published) is None
    assert weights_behind(shares, [right[0] + 3, *right[1:]], [HALF] * 4, published) is None


def test_rows_that_do_not_fit_are_an_error():
    with pytest.raises(ValueError, match="every bid needs"):
        weights_behind(rows("43"), [Fraction(1)], [HALF], (Fraction(50), Fraction(30), Fraction(20)))


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_what_is_found_gives_every_total_and_adds_up(data):
    size = data.draw(st.integers(2, 5))
    share = st.integers(0, 10).map(lambda one: Fraction(one, 10))
    shares = data.draw(st.lists(st.tuples(*[share] * size), min_size=2, max_size=8))
    weights = [Fraction(one) for one in data.draw(st.lists(st.integers(1, 12), min_size=size, max_size=size))]
    published = tuple(one * 5 for one in data.draw(st.permutations(weights)))
    totals = totals_of(shares, tuple(one * 5 for one in weights))
    found = weights_behind(shares, totals, [HALF] * len(shares), published)
    assume(found is not None)
    assert sum(found.weights) == sum(published)
    assert found.weights != published
    for row, total in zip(shares, totals, strict=True):
        assert abs(sum(w * s for w, s in zip(found.weights, row, strict=True)) - total) <= HALF


def test_nothing_is_inferred_where_the_weights_applied_are_recorded():
    def change(case):
        for one, total in zip(case["evaluation"]["totals"], (80, 84, 53), strict=True):
            one["total"] = total
        case["evaluation"]["weights_applied"] = {"Q1": 20, "Q2": 40, "P": 40}

    assert spoken(broken(change)) == {"totals-that-follow-from-other-weights": ("not-assessed",)}
