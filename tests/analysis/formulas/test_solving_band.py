"""The stretches of margins of a band, in each of which the same offers are within it."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from fairaudit.analysis.formulas import overall
from fairaudit.analysis.formulas.kinds import Offer
from fairaudit.analysis.formulas.solving_band import NAME, bands, follows, joined

# Quotients of 100, 97, 95, 91 and 80 in ten thousandths.
OFFERS = [
    Offer(Fraction(price), Fraction(price * one, 10_000))
    for price, one in ((90, 100), (100, 97), (80, 95), (70, 91), (60, 80))
]
HUNDREDTHS = st.integers(1, 100).map(lambda one: Fraction(one, 100))


def stretches(offers):
    return [(one.low, one.high, one.closed, one.bounded) for one in bands(offers) if one.by_quality]


def parts(*pairs):
    return [tuple(Fraction(one, 100) for one in pair[:2]) + pair[2:] for pair in pairs]


def test_margins_fall_into_stretches_from_one_quotient_to_the_next():
    assert stretches(OFFERS) == parts(
        (0, 3, False, False), (3, 5, False, True), (5, 9, False, True), (9, 10, True, True)
    )


def test_a_band_that_lets_all_in_is_not_bounded():
    assert stretches(OFFERS[:2]) == parts((0, 3, False, False), (3, 10, True, False))


def test_an_offer_a_tenth_below_the_best_is_within_at_a_tenth_alone():
    tenth = Offer(Fraction(60), Fraction(60 * 90, 10_000))
    assert stretches([*OFFERS[:2], tenth, OFFERS[4]]) == parts(
        (0, 3, False, False), (3, 10, False, True), (10, 10, True, True)
    )


@settings(max_examples=100, deadline=None)
@given(
    offers=st.lists(st.builds(Offer, st.integers(50, 99).map(Fraction), HUNDREDTHS), min_size=2, max_size=8),
    margin=st.integers(0, 1000).map(lambda one: Fraction(one, 10_000)),
    by_quality=st.booleans(),
)
def test_every_margin_gives_what_its_stretch_says(offers, margin, by_quality):
    own = [
        one
        for one in bands(offers)
        if one.by_quality is by_quality and one.low <= margin and (margin < one.high or one.closed)
    ]
    numbers = {"margin": margin, "decided_by_quality": Fraction(by_quality)}
    assert [one.figures for one in own] == [overall(NAME, offers, Fraction(1), Fraction(1), numbers)]


def test_without_a_price_or_any_quality_there_is_no_band():
    assert list(bands([])) == []
    assert list(bands([*OFFERS, Offer(Fraction(0), Fraction(1))])) == []
    assert list(bands([Offer(Fraction(9), Fraction(0))] * 3)) == []


def test_stretches_beside_each_other_are_one_and_others_are_not():
    first, second, third, fourth = [one for one in bands(OFFERS) if one.by_quality]
    assert [(one.low, one.high) for one in joined([second, third])] == [(second.low, third.high)]
    assert list(joined([second, fourth])) == [second, fourth]
    assert [one.low for one in joined([first, second, fourth])] == [first.low, fourth.low]
    assert list(joined([])) == []


def test_places_follow_from_figures_where_no_worse_place_has_a_better_figure():
    assert follows((1, 2, 3), (Fraction(3), Fraction(2), Fraction(1)))
    assert follows((2, 1, 3), (Fraction(2), Fraction(3), Fraction(1)))
    assert not follows((2, 1, 3), (Fraction(3), Fraction(2), Fraction(1)))
    assert not follows((1, 2, 3), (Fraction(3), Fraction(1), Fraction(2)))
    # Two that are equal by their figures may be told apart by something else, and two at one place differ.
    assert follows((1, 2, 3), (Fraction(3), Fraction(3), Fraction(1)))
    assert follows((1, 2, 2), (Fraction(3), Fraction(1), Fraction(2)))
    assert not follows((1, 1, 2), (Fraction(1), Fraction(3), Fraction(2)))
