"""Correlations within classes and Kendall's W beside those of other libraries, which the development extra alone brings."""

import warnings
from random import Random

import pytest

pandas = pytest.importorskip("pandas")
pingouin = pytest.importorskip("pingouin")
stats = pytest.importorskip("scipy.stats")

from fairaudit.analysis.agreement.concordance import kendall_w  # noqa: E402
from fairaudit.analysis.agreement.intraclass import intraclass  # noqa: E402

PANELS = ((3, 4), (4, 4), (5, 5), (5, 8))
"""Evaluators and bids, as in the simulation of false alarms."""


def panel(people, things, seed):
    """Return scores of 0 to 5, a row for each bid, that follow the bid as honest scores do."""
    draw = Random(seed)
    worth = [draw.uniform(1, 4) for _ in range(things)]
    return [[min(5, max(0, round(draw.gauss(one, 0.8)))) for _ in range(people)] for one in worth]


@pytest.mark.parametrize("size", PANELS)
@pytest.mark.parametrize("seed", range(4))
def test_correlations_within_classes_are_those_of_pingouin(size, seed):
    rows = panel(*size, seed)
    cells = [
        {"bid": at, "evaluator": who, "score": score} for at, row in enumerate(rows) for who, score in enumerate(row)
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = pingouin.intraclass_corr(pandas.DataFrame(cells), targets="bid", raters="evaluator", ratings="score")
    theirs = {
        name.removeprefix("ICC(").removesuffix(")"): value for name, value in zip(found.Type, found.ICC, strict=True)
    }
    ours = {kind: float(intraclass(rows, kind)) for kind in ("1,1", "A,1", "C,1", "1,k", "A,k", "C,k")}
    assert ours == pytest.approx(theirs, abs=1e-6)


@pytest.mark.parametrize("size", PANELS)
@pytest.mark.parametrize("seed", range(4))
def test_w_follows_from_the_chi_squared_of_scipy(size, seed):
    judges = [list(one) for one in zip(*panel(*size, seed), strict=True)]
    people, things = len(judges), len(judges[0])
    theirs = stats.friedmanchisquare(*zip(*judges, strict=True)).statistic / (people * (things - 1))
    assert float(kendall_w(judges)) == pytest.approx(theirs, abs=1e-9)
