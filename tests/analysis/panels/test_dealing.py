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


def test_what_nearly_agrees():
    assert nearly_agrees(panel(4, {(2, 0, 2): 1}), (1, 1, 1))
    thirds = [[[1, 1, 2], [1, 2, 3]]]  # two of three, one of three: one half
    assert not nearly_agrees(thirds, (1, 1))
    assert nearly_agrees(thirds, (Fraction(99), Fraction(1)))
    assert not nearly_agrees(thirds, (1, 99))
