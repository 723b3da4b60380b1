"""Published values of agreement, each with its source."""

from fractions import Fraction

import pytest

from fairaudit.analysis.agreement.alpha import fleiss_kappa, krippendorff_alpha
from fairaudit.analysis.agreement.concordance import friedman_chi_squared, kendall_p, kendall_w
from fairaudit.analysis.agreement.intraclass import intraclass, mean_squares
from fairaudit.analysis.estimable import NotEstimable

_ = None
FOUR_OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
"""Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers, twelve units, gaps."""
TWO_OBSERVERS = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
"""The same, section A: binary, two observers, ten units."""
SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
"""Shrout and Fleiss, Psychological Bulletin 86 (1979) 420, table 2: six targets, four judges."""
EXECUTIVES = [[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]]
"""Siegel, Nonparametric Statistics (1956) 230: three judges of six applicants."""
ANXIETY = [
    (3, 3, 2), (3, 6, 1), (3, 4, 4), (4, 6, 4), (5, 2, 3), (5, 4, 2), (2, 2, 1), (3, 4, 6), (5, 3, 1), (2, 3, 1),
    (2, 2, 1), (6, 3, 2), (1, 3, 3), (5, 3, 3), (2, 2, 1), (2, 2, 1), (1, 1, 3), (2, 3, 3), (4, 3, 2), (3, 4, 2),
]  # fmt: skip
"""The data set `anxiety` of the R package irr: twenty subjects, three raters."""
FLEISS = [
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
]  # fmt: skip
"""The worked example of Wikipedia's page on Fleiss' kappa: fourteen raters, ten subjects, five categories, in counts."""


def units(observers):
    return [list(one) for one in zip(*observers, strict=True)]


@pytest.mark.parametrize(
    ("metric", "value"),
    [("nominal", 0.743421), ("ordinal", 0.815388), ("interval", 0.849107), ("ratio", 0.797403)],
)
def test_alpha_of_four_observers(metric, value):
    assert float(krippendorff_alpha(units(FOUR_OBSERVERS), metric)) == pytest.approx(value, abs=5e-7)


def test_alpha_of_binary_and_nominal_data():
    assert round(float(krippendorff_alpha(units(TWO_OBSERVERS), "nominal")), 3) == 0.095
    letters = [["abcde".index(one) for one in row] for row in ("aabbdcccedda", "babbbcccedd" + "d")]
    assert round(float(krippendorff_alpha(units(letters), "nominal")), 3) == 0.692


def test_mean_squares_of_shrout_and_fleiss():
    found = mean_squares(SHROUT_FLEISS)
    assert [round(float(one), 2) for one in found[:4]] == [11.24, 6.26, 32.49, 1.02]


@pytest.mark.parametrize(
    ("kind", "value"), [("1,1", 0.17), ("A,1", 0.29), ("C,1", 0.71), ("1,k", 0.44), ("A,k", 0.62), ("C,k", 0.91)]
)
def test_correlations_of_shrout_and_fleiss(kind, value):
    assert round(float(intraclass(SHROUT_FLEISS, kind)), 2) == value


def test_kendalls_w_of_three_executives():
    assert round(float(kendall_w(EXECUTIVES)), 3) == 0.162
    assert kendall_w(EXECUTIVES) == Fraction(12) * Fraction(51, 2) / (9 * (6**3 - 6))  # S = 25.5


def test_kendalls_w_with_ties():
    judges = list(zip(*ANXIETY, strict=True))
    assert round(float(kendall_w(judges)), 4) == 0.5397
    assert round(float(kendall_w(judges, ties_corrected=False)), 4) == 0.5019
    assert friedman_chi_squared(judges) == 3 * 19 * kendall_w(judges)


def test_fleiss_kappa():
    rows = [[at for at, many in enumerate(row) for _ in range(many)] for row in FLEISS]
    assert float(fleiss_kappa(rows)) == pytest.approx(0.209931, abs=5e-7)


@pytest.mark.parametrize(("judges", "things", "share"), [(3, 3, 0.20), (3, 4, 0.07), (4, 4, 0.02)])
def test_how_often_chance_alone_reaches_a_w_of_seven_tenths(judges, things, share):
    """scoring.md §2: 20 % for 3 evaluators × 3 bidders, 7 % for 3 × 4, 2 % for 4 × 4."""
    from itertools import permutations, product

    first = list(range(things))
    orders = list(permutations(first))
    found = [kendall_w([first, *rest]) >= Fraction(7, 10) for rest in product(orders, repeat=judges - 1)]
    assert sum(found) / len(found) == pytest.approx(share, abs=0.006)


def test_the_p_value_of_w_is_exact_where_all_rankings_can_be_looked_at():
    alike = [[1, 2, 3]] * 3
    found = kendall_p(alike)
    assert (found.p, found.orders, found.all_of_them, found.seed) == (Fraction(1, 36), 36, True, None)


@pytest.mark.parametrize(
    ("ask", "reason"),
    [
        (lambda: krippendorff_alpha([[3, 3], [3, 3, None]], "ordinal"), "not estimable: no variation"),
        (lambda: krippendorff_alpha([[3, None], [None, 4]], "interval"), "not estimable: nothing was scored by two"),
        (lambda: krippendorff_alpha([[-1, 2]], "ratio"), "not estimable: ratios need values that are not below zero"),
        (lambda: intraclass([[2, 2], [2, 2]], "A,1"), "not estimable: no variation"),
        (lambda: kendall_w([[1, 1, 1], [2, 2, 2]]), "not estimable: no variation"),
        (lambda: kendall_p([[1, 1, 1], [2, 2, 2]]), "not estimable: no variation"),
        (lambda: fleiss_kappa([["a", "a"], ["a", "a"]]), "not estimable: no variation"),
        (
            lambda: fleiss_kappa([["a", "b"], ["a"]]),
            "not estimable: every unit needs the same number of scores, and at least two",
        ),
        (
            lambda: intraclass([[1, 2], [3]], "C,1"),
            "not estimable: at least two things scored by the same people, two at least, are needed",
        ),
        (
            lambda: kendall_w([[1, 2]]),
            "not estimable: at least two people who scored the same things, two at least, are needed",
        ),
    ],
)
def test_what_cannot_be_estimated_says_why(ask, reason):
    with pytest.raises(NotEstimable) as raised:
        ask()
    assert str(raised.value) == reason


def test_one_dissent_in_a_constant_table_is_an_alpha_of_nothing():
    """Krippendorff confirmed that this is right (issue 7 of the package disagree)."""
    assert krippendorff_alpha([[3, 3], [3, 3], [3, 4]], "interval") == 0
