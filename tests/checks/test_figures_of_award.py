"""What a case publishes in figures, and how its scores were made, for the words of its method of award to agree with."""

import pytest

from fairaudit.checks.scoring.totals.award_words import figures_of_award
from tests.checks.scoring_case import case_of


def case(step=1, agreed=("B1", "B2"), totals=("B1", "B2")):
    scale = {"minimum": 0, "maximum": 5} | ({} if step is None else {"step": step})
    return case_of({
        "tender": {"award_criteria": [{"id": "Q1", "name": "Method", "weight": 100, "scale": scale}]},
        "evaluation": {
            "consensus": [{"bid": one, "criterion": "Q1", "score": 3} for one in agreed],
            "totals": [{"bid": one, "total": 60} for one in totals],
        },
    })  # fmt: skip


@pytest.mark.parametrize(("step", "whole"), [(1, True), (5, True), (0.5, False), (None, False)])
def test_marks_are_whole_where_the_scales_say_so(step, whole):
    assert figures_of_award(case(step=step)).whole is whole


@pytest.mark.parametrize(
    ("agreed", "totals", "expected"),
    [(("B1", "B2"), ("B1", "B2"), True), (("B1",), ("B1", "B2"), False), ((), ("B1",), False), ((), (), False)],
)
def test_scores_are_agreed_where_each_bid_with_a_total_has_some_of_the_panel(agreed, totals, expected):
    assert figures_of_award(case(agreed=agreed, totals=totals)).agreed is expected
