"""The second p of the largest normed residual: dealing the scores of each cell out among the evaluators."""

from fractions import Fraction

import pytest

from fairaudit.analysis.panels.dealing import dealt, nearly_agrees
from fairaudit.analysis.panels.residuals import largest_normed

AGREED = ((3, 1, 4), (4, 2, 3), (2, 3, 3), (1, 4, 2))
"""What a panel agreed: for each bidder its scores by criterion."""


def panel(people, changed):
    """A panel that agrees but for the scores that are changed, by bidder, criterion and evaluator."""
    return [
        [
            [one + changed.get((bidder, at, person), 0) for person in range(people)]
            for at, one in enumerate(AGREED[bidder])
        ]
        for bidder in range(len(AGREED))
    ]


def six_criteria(changed):
    """Five who agree on six criteria of four bidders but for what is changed."""
    return [
        [[3 + changed.get((bidder, at, person), 0) for person in range(5)] for at in range(6)] for bidder in range(4)
    ]


def test_one_step_in_a_panel_that_agrees_is_as_large_wherever_it_is():
    assert dealt(panel(4, {(2, 0, 2): 1})).p == 1


def test_a_panel_without_differences_has_nothing_to_deal_out():
    assert dealt(panel(4, {})).p == 1


def test_one_person_apart_on_every_criterion_of_one_bidder_stands_out():
    apart = {(2, at, 2): 2 for at in range(3)}
    noise = {(0, 0, 0): 1, (0, 1, 1): -1, (1, 2, 2): 1, (3, 0, 3): 1, (3, 1, 1): -1, (1, 0, 3): -1}
    found = dealt(panel(6, apart | noise))
    assert found.p <= Fraction(5, 100)
    assert found == dealt(panel(6, apart | noise))


def test_the_statistic_of_both_p_is_one():
    cells = panel(4, {(2, 0, 2): 1, (1, 1, 0): -1, (0, 2, 3): 2})
    means = [[sum(cell[person] for cell in bidder) for bidder in cells] for person in range(4)]
    assert largest_normed(means).statistic > 0
    assert 0 < dealt(cells, 199).p <= 1


def test_few_ways_are_all_looked_at_and_say_what_could_have_been_found():
    # All three in one sheet: 4 of 64 ways. In three sheets and one left, 24, is as large a part of all, and smaller.
    apart = panel(4, {(1, at, 3): 5 for at in range(3)})
    assert dealt(apart) == (Fraction(4, 64), 64, None, Fraction(4, 64))
    assert dealt(panel(4, {(2, 0, 2): 1})) == (1, 4, None, 1)
    # Six people can show more: of 36 ways of two cells six put both into one sheet.
    assert dealt(panel(6, {(1, at, 3): 5 for at in range(2)})).least == Fraction(6, 36)


@pytest.mark.parametrize("by", [1, 2, -2])
def test_of_equal_statistics_the_larger_departure_counts(by):
    """Six criteria of one bidder: all in one sheet are 5 of 15,625 ways; 2, 1, 1, 1, 1 are 1,800 more, of equal statistics."""
    apart = dealt(six_criteria({(2, at, 2): by for at in range(6)}))
    assert apart == (Fraction(5, 15_625), 15_625, None, Fraction(5, 15_625))
    # Who is apart on two criteria where all others are on one has nothing larger than himself but those five.
    lesser = dealt(six_criteria({(2, at, person): by for at, person in enumerate((0, 1, 2, 2, 3, 4))}))
    assert lesser.p == Fraction(1_805, 15_625)


def test_of_three_evaluators_equal_statistics_are_not_ordered():
    """Four criteria of one bidder: 4, 0, 0 in 3 ways of 81, and as large a part of all 0, 2, 2 in 18 and 2, 1, 1 in 36."""
    cells = [[cell[:3] for cell in bidder[:4]] for bidder in six_criteria({(2, at, 2): 2 for at in range(4)})]
    assert dealt(cells).p == Fraction(57, 81)
    assert dealt(cells, 9_999, enumerated=0).p > Fraction(1, 2)


def test_drawing_orders_equal_statistics_too():
    cells = six_criteria({(2, at, 2): 2 for at in range(6)})
    assert dealt(cells, 999, enumerated=0).p == Fraction(1, 1_000)


def test_drawing_agrees_with_looking_at_all():
    cells = panel(4, {(1, 0, 3): 2, (1, 1, 3): 1, (2, 0, 2): 1, (0, 2, 1): -1, (3, 1, 3): 1})
    exact, drawn = dealt(cells), dealt(cells, 9_999, enumerated=0)
    assert (exact.seed, drawn.least) == (None, None)
    assert abs(exact.p - drawn.p) < Fraction(2, 100)


def test_near_the_level_drawing_goes_on():
    """A p of about 0.06 is that of all dealings, and another seed gives nearly the same."""
    apart = {(2, at, 2): 2 for at in range(3)} | {(0, 0, 0): 1, (0, 1, 1): -1, (1, 2, 2): 1, (3, 0, 3): 1}
    found = [dealt(panel(4, apart), 9_999, seed, enumerated=0) for seed in (1, 2)]
    assert all(one.dealings == 9_999 or one.p >= Fraction(1, 10) for one in found)
    assert abs(found[0].p - found[1].p) < Fraction(1, 100)


def test_what_nearly_agrees():
    assert nearly_agrees(panel(4, {(2, 0, 2): 1}), (1, 1, 1))
    thirds = [[[1, 1, 2], [1, 2, 3]]]  # two of three, one of three: one half
    assert not nearly_agrees(thirds, (1, 1))
    assert nearly_agrees(thirds, (Fraction(99), Fraction(1)))
    assert not nearly_agrees(thirds, (1, 99))
