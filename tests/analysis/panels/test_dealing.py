"""The second p of the largest normed residual: dealing the scores of each cell out among the evaluators."""

from fractions import Fraction

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
    # All three in one sheet, or in three sheets and one left: 4 and 24 of 64 ways.
    apart = panel(4, {(1, at, 3): 5 for at in range(3)})
    assert dealt(apart) == (Fraction(28, 64), 64, None, Fraction(28, 64))
    assert dealt(panel(4, {(2, 0, 2): 1})) == (1, 4, None, 1)
    # Six people can show more: of 36 ways of two cells six put both into one sheet.
    assert dealt(panel(6, {(1, at, 3): 5 for at in range(2)})).least == Fraction(6, 36)


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
