"""Sums of parts that were rounded one by one, told from sums that were rounded at the end."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.formulas.exact import half_unit, rounded
from fairaudit.analysis.formulas.one_by_one import MODES, PLACES, Rounding, one_by_one

SEVENTHS = [[Fraction(20 * one, 7) for one in scores] for scores in ((5, 5, 5), (6, 5, 4), (3, 2, 2))]
"""Three criteria of 20 points on a scale of seven: 14.29 each, then 17.14, 14.29, 11.43, then 8.57, 5.71, 5.71."""


def told(*recorded):
    return one_by_one([(parts, Decimal(one)) for parts, one in zip(SEVENTHS, recorded, strict=False)])


@pytest.mark.parametrize(
    ("recorded", "roundings"),
    [
        # 14 × 3 and 17 + 14 + 11; cutting the parts or the sums comes to the same.
        (("42", "42"), [(0, "half-up", True), (0, "down", True), (0, "down", False)]),
        (("42", "42", "21"), [(0, "half-up", True)]),
        (("42.84", "42.84"), [(2, "down", True)]),
        (("42.86", "42.86"), []),  # the sum rounded
        (("43", "43"), []),
        (("43.0", "43.0"), []),  # the sum rounded to whole points, and written with a place
        (("42", "43"), []),  # one bid so, another so
        (("42",), []),  # one bid says too little
        ((), []),
    ],
)
def test_the_rounding_of_parts_is_told_from_that_of_the_sum(recorded, roundings):
    assert told(*recorded) == tuple(Rounding(*one) for one in roundings)


@given(
    st.lists(
        st.lists(st.integers(0, 700).map(lambda one: Fraction(one, 7)), min_size=2, max_size=5), min_size=2, max_size=4
    ),
    st.sampled_from(PLACES),
    st.sampled_from(MODES),
)
def test_what_is_told_gives_every_sum(rows, places, mode):
    sums = [(parts, sum((rounded(one, places, mode) for one in parts), Decimal(0))) for parts in rows]
    found = one_by_one(sums)
    for one in found:
        for parts, said in sums:
            own = parts if one.each else [sum(parts, Fraction(0))]
            assert sum(rounded(part, one.places, one.mode) for part in own) == said
    off = sum(abs(sum(parts) - Fraction(said)) > half_unit(said) for parts, said in sums)
    assert found == () or off >= 2
