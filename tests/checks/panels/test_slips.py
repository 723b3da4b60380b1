"""A score off its scale is a slip: a test finds something only where it would with what the slip could have been."""

import pytest

from tests.checks.panels.cases import evaluation, judged, lacking
from tests.checks.panels.test_rules import FAVOUR, MOVED

PANEL = [[5, 5, 5], [2, 2, 2], [2, 2, 2], [3, 3, 3]]


def moved(bid, score):
    sections = evaluation(MOVED, (40, 35, 25), panel=PANEL)
    next(one for one in sections["evaluation"]["individual"] if one["bid"] == bid)["score"] = score
    return sections


@pytest.mark.parametrize("score", [33, 55, -1])
def test_what_hangs_on_a_slip_is_not_found_and_what_does_not_is(score):
    assert judged("moderation-moves-one-bid-apart", moved("B2", score)).outcome == "not-assessed"
    (slip,) = lacking("moderation-moves-one-bid-apart", moved("B2", score))
    assert slip.endswith(".score (on its scale)")
    assert judged("moderation-moves-one-bid-apart", moved("B3", score)).outcome == "review"


@pytest.mark.parametrize(
    ("evaluator", "bid", "outcome"),
    [(1, 3, "review"), (3, 3, "review"), (1, 0, "not-assessed"), (3, 0, "not-assessed")],
)
def test_a_departure_is_found_where_it_would_be_with_the_slip_mended(evaluator, bid, outcome):
    scores = [[list(cell) for cell in row] for row in FAVOUR]
    scores[evaluator][bid] = [44]
    assert judged("evaluator-departs-for-one-bid", evaluation(scores)).outcome == outcome
