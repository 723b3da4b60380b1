"""What holds of agreement whatever the scores: properties, and other libraries as oracles."""

from contextlib import suppress
from fractions import Fraction
from math import ceil

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

krippendorff = pytest.importorskip("krippendorff")

from fairaudit.analysis.agreement.alpha import alpha_with_interval, fleiss_kappa, krippendorff_alpha  # noqa: E402
from fairaudit.analysis.agreement.concordance import friedman_chi_squared, kendall_interval, kendall_p, kendall_w  # noqa: E402
from fairaudit.analysis.agreement.intraclass import intraclass, intraclass_with_interval  # noqa: E402
from fairaudit.analysis.estimable import NotEstimable  # noqa: E402
from fairaudit.analysis.seeded import Chance  # noqa: E402

METRICS = ("nominal", "ordinal", "interval", "ratio")
KINDS = ("1,1", "A,1", "C,1", "1,k", "A,k", "C,k")
SCORES = st.integers(0, 5)


def tables(cell, people=(2, 5), things=(2, 7)):
    return st.integers(*people).flatmap(
        lambda wide: st.lists(st.lists(cell, min_size=wide, max_size=wide), min_size=things[0], max_size=things[1])
    )


@pytest.mark.parametrize("metric", METRICS)
@given(tables(SCORES | st.none()))
def test_alpha_is_that_of_the_package_krippendorff(metric, rows):
    try:
        ours = krippendorff_alpha(rows, metric)
    except NotEstimable:
        return
    matrix = numpy.array(
        [[numpy.nan if one is None else one for one in row] for row in zip(*rows, strict=True)], dtype=float
    )
    theirs = krippendorff.alpha(reliability_data=matrix, level_of_measurement=metric)
    assert float(ours) == pytest.approx(theirs, abs=1e-9)


@given(tables(SCORES))
def test_correlations_are_those_of_an_analysis_of_variance(rows):
    try:
        ours = {kind: float(intraclass(rows, kind)) for kind in KINDS}
    except NotEstimable:
        return
    theirs = correlations(numpy.array(rows, dtype=float))
    assert ours == pytest.approx(theirs, rel=1e-6, abs=1e-9)


def correlations(matrix):
    """The six of McGraw and Wong (1996), table 4 and 5, straight from residuals rather than from sums."""
    things, people = matrix.shape
    whole, rows, columns = matrix.mean(), matrix.mean(axis=1, keepdims=True), matrix.mean(axis=0, keepdims=True)
    of_rows = people * ((rows - whole) ** 2).sum() / (things - 1)
    of_columns = things * ((columns - whole) ** 2).sum() / (people - 1)
    within = ((matrix - rows) ** 2).sum() / (things * (people - 1))
    error = ((matrix - rows - columns + whole) ** 2).sum() / ((things - 1) * (people - 1))
    return {
        "1,1": (of_rows - within) / (of_rows + (people - 1) * within),
        "A,1": (of_rows - error) / (of_rows + (people - 1) * error + people / things * (of_columns - error)),
        "C,1": (of_rows - error) / (of_rows + (people - 1) * error),
        "1,k": (of_rows - within) / of_rows,
        "A,k": (of_rows - error) / (of_rows + (of_columns - error) / things),
        "C,k": (of_rows - error) / of_rows,
    }


@given(tables(SCORES, people=(2, 7), things=(2, 5)))
def test_w_and_the_chi_squared_of_friedman_are_those_of_ranks_and_their_variance(rows):
    """Conover, Practical Nonparametric Statistics, §5.8: from the variance of all ranks rather than from counts of ties."""
    ranks = numpy.array([middle_ranks(row) for row in rows])
    people, things = ranks.shape
    apart = ((ranks - (things + 1) / 2) ** 2).sum()
    if not apart:
        with pytest.raises(NotEstimable):
            kendall_w(rows)
        return
    chi_squared = (things - 1) * ((ranks.sum(axis=0) - people * (things + 1) / 2) ** 2).sum() / apart
    assert float(friedman_chi_squared(rows)) == pytest.approx(chi_squared, abs=1e-9)
    assert float(kendall_w(rows)) == pytest.approx(chi_squared / (people * (things - 1)), abs=1e-9)


def middle_ranks(row):
    return [sum(other < one for other in row) + (row.count(one) + 1) / 2 for one in row]


@given(st.integers(2, 5).flatmap(lambda things: st.lists(st.permutations(range(things)), min_size=2, max_size=5)))
def test_w_without_ties_is_the_mean_of_all_correlations_of_two_judges(rows):
    """Kendall: the mean of Spearman's rho over all pairs is (m W - 1) / (m - 1)."""
    people = len(rows)
    pairs = [numpy.corrcoef(one, other)[0, 1] for at, one in enumerate(rows) for other in rows[:at]]
    assert float(people * kendall_w(rows) - 1) / (people - 1) == pytest.approx(sum(pairs) / len(pairs), abs=1e-9)


@given(tables(SCORES, people=(3, 6), things=(2, 4)))
def test_the_range_of_w_is_that_of_bids_drawn_again_and_ranked_anew(rows):
    number, chance, found = len(rows[0]), Chance(), []
    try:
        kendall_w(rows)
    except NotEstimable:
        return
    for _ in range(80):
        drawn = chance.picks(range(number), number)
        with suppress(NotEstimable):
            found.append(float(kendall_w([[row[at] for at in drawn] for row in rows])))
    if not found:
        return
    found.sort()
    own = kendall_interval(rows, 80)
    assert (own.low, own.high) == (found[ceil(len(found) / 40) - 1], found[ceil(len(found) * 39 / 40) - 1])
    assert (own.resamples, own.undefined, own.seed) == (80, 80 - len(found), 19720221)


@given(tables(SCORES))
def test_the_absolute_correlation_is_that_of_variances_and_covariances(rows):
    """ICC(A,1) without any mean square: the mean covariance of two people by the whole variance, that of their means added.

    McGraw and Wong's estimate is the same as the mean covariance / (mean variance + variance of the means), the mean square
    of people less the error being things × the variance of their means less what error adds to it.
    """
    matrix = numpy.array(rows, dtype=float)
    things, people = matrix.shape
    covariances = numpy.cov(matrix, rowvar=False)
    variance = numpy.trace(covariances) / people
    together = (covariances.sum() - numpy.trace(covariances)) / (people * (people - 1))
    apart = matrix.mean(axis=0).var(ddof=1) - (variance - together) / things
    whole = variance + apart
    if abs(whole) < 1e-9:
        return
    assert float(intraclass(rows, "A,1")) == pytest.approx(together / whole, rel=1e-6, abs=1e-9)


@given(tables(SCORES), st.integers(1, 4), st.integers(-3, 3))
def test_interval_and_consistency_do_not_mind_units_or_a_shift(rows, scale, shift):
    moved = [[one * scale + shift for one in row] for row in rows]
    try:
        assert krippendorff_alpha(moved, "interval") == krippendorff_alpha(rows, "interval")
        assert all(intraclass(moved, kind) == intraclass(rows, kind) for kind in KINDS)
    except NotEstimable:
        with pytest.raises(NotEstimable):
            [intraclass(rows, kind) for kind in KINDS]


@given(tables(SCORES))
def test_the_order_of_people_and_things_does_not_matter(rows):
    turned = [row[::-1] for row in rows[::-1]]
    for ask in (
        lambda table: krippendorff_alpha(table, "ordinal"),
        lambda table: intraclass(table, "A,1"),
        kendall_w,
        fleiss_kappa,
    ):
        try:
            assert ask(turned) == ask(rows)
        except NotEstimable:
            with pytest.raises(NotEstimable):
                ask(rows)


@given(tables(SCORES))
def test_figures_stay_within_their_bounds(rows):
    for ask, low in ((kendall_w, 0), (lambda table: krippendorff_alpha(table, "nominal"), -1)):
        with suppress(NotEstimable):
            assert low <= ask(rows) <= 1


@given(tables(SCORES, people=(2, 3), things=(3, 6)))
def test_intervals_hold_the_seed_and_lie_in_order(rows):
    try:
        (alpha, first), (_, again) = (alpha_with_interval(rows, "ordinal", 50) for _ in range(2))
    except NotEstimable:
        return
    assert (alpha, first) == (krippendorff_alpha(rows, "ordinal"), again)
    assert first.low <= first.high <= 1
    assert first.undefined < 50


def test_the_interval_of_a_published_table():
    from tests.analysis.agreement.test_golden import FOUR_OBSERVERS, SHROUT_FLEISS, units

    alpha, found = alpha_with_interval(units(FOUR_OBSERVERS), "interval", 2000)
    assert alpha == krippendorff_alpha(units(FOUR_OBSERVERS), "interval")
    assert found.low < Fraction(849, 1000) < found.high
    assert (found.resamples, found.undefined, found.level) == (2000, 0, Fraction(95, 100))
    correlation, other = intraclass_with_interval(SHROUT_FLEISS, "A,1")
    assert correlation == intraclass(SHROUT_FLEISS, "A,1")
    assert other.low < Fraction(29, 100) < other.high


def test_p_values_of_w_agree_however_they_are_found():
    judges = [[1, 2, 3, 4], [2, 1, 3, 4], [1, 3, 2, 4], [2, 4, 1, 3]]
    exact, drawn = kendall_p(judges), kendall_p(judges, draws=9_999, enumerated=0)
    assert (exact.all_of_them, exact.orders, exact.seed) == (True, 24**3, None)
    assert (drawn.all_of_them, drawn.seed) == (False, 19720221)
    assert abs(drawn.p - exact.p) < 4 * exact.p / 10  # drawing ends after a hundred as large: ten per cent either way
