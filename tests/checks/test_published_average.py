"""What the documents say of how single scores become one, as checks ask for it."""

from fractions import Fraction

import pytest

from fairaudit.checks.scoring.sheets.published_average import (
    ByAverage,
    by_published_average,
    published_mean_rounding,
    published_scores,
)
from tests.checks.scoring_case import case_of

_MEAN = "The score for each question is the mean of the scores of all evaluators"


def _case(method, single, agreed, text=None):
    scores = [{"evaluator": f"e{at}", "bid": "B1", "criterion": "Q1", "score": one} for at, one in enumerate(single)]
    part = {"id": "Q1", "scale": {"minimum": 0, "maximum": 5, "step": 1}}
    return case_of({
        "tender": {"award_method": method or "Most points win", "award_criteria": [{"id": "G", "text": text or "Nights", "children": [part]}]},
        "evaluation": {"individual": scores, "consensus": [{"bid": "B1", "criterion": "Q1", "score": agreed}]},
    })  # fmt: skip


@pytest.mark.parametrize(
    ("method", "single", "agreed", "expected"),
    [
        (_MEAN, (3, 4), "3.5", ByAverage.FOLLOWS),
        (_MEAN, (3, 4, 4), "3.67", ByAverage.FOLLOWS),
        (_MEAN, (3, 4, 4), "3.7", ByAverage.FOLLOWS),
        (_MEAN, (3, 4, 4), "4", ByAverage.DEPARTS),
        (_MEAN, (3, 4, 4), "3.8", ByAverage.DEPARTS),
        (_MEAN, (), "3.5", ByAverage.UNKNOWN),
        (f"{_MEAN}, rounded to two places", (3, 4, 4), "3.67", ByAverage.FOLLOWS),
        (f"{_MEAN}, rounded to two places", (3, 4, 4), "3.7", ByAverage.NEAR),
        (f"{_MEAN}, rounded to one decimal", (3, 3, 3, 4), "3.2", ByAverage.FOLLOWS),
        (f"{_MEAN}, rounded to the nearest whole number", (3, 4, 4), "4", ByAverage.FOLLOWS),
        (f"{_MEAN}, rounded down to one decimal", (3, 4, 4), "3.6", ByAverage.FOLLOWS),
        (f"{_MEAN}, rounded down to one decimal", (3, 4, 4), "3.7", ByAverage.NEAR),
        (f"{_MEAN}; the panel then agrees one score", (3, 4), "3.5", ByAverage.OPEN),
        ("The median of the evaluators' scores counts", (1, 4, 4), "4", ByAverage.FOLLOWS),
        ("The median of the evaluators' scores counts", (1, 4, 4), "3", ByAverage.DEPARTS),
        ("The panel agrees one score", (3, 4), "3.5", ByAverage.UNSAID),
        (None, (3, 4), "3.5", ByAverage.UNSAID),
    ],
)
def test_a_panels_score_beside_the_published_average(method, single, agreed, expected):
    case = _case(method, single, agreed)
    assert by_published_average(case, case.evaluation.consensus[0]) is expected


def test_the_words_of_a_group_hold_for_its_parts():
    case = _case(None, (3, 4), "3.5", "How nights are covered. Scores of the evaluators are averaged.")
    assert by_published_average(case, case.evaluation.consensus[0]) is ByAverage.FOLLOWS


def test_means_in_what_is_scored_say_nothing_of_the_members():
    case = _case(None, (3, 4), "3.5", "The average rating by patients in the last three years")
    assert by_published_average(case, case.evaluation.consensus[0]) is ByAverage.UNSAID


def test_the_published_rounding_of_means():
    found = published_mean_rounding(_case(f"{_MEAN}, rounded to two places", (), "3"))
    assert (found.unit, found.of(Fraction(8, 3))) == (Fraction(1, 100), (Fraction(267, 100),))
    assert published_mean_rounding(_case(_MEAN, (), "3")) is None


_WHOLE = "Scores of evaluators are averaged and rounded to the nearest whole number."


@pytest.mark.parametrize(
    ("method", "text", "made"),
    [
        (_WHOLE, None, [3, 2]),
        (_MEAN, None, [Fraction(5, 2)]),
        (_WHOLE, "The panel agrees one score", [Fraction(5, 2)]),
        (f"{_WHOLE} Averages of evaluators' scores are shown to one decimal.", None, [Fraction(5, 2)]),
    ],
)
def test_a_published_rounding_counts_where_it_is_read_without_doubt(method, text, made):
    found = published_scores(_case(method, (2, 3), "3", text))
    assert [one.of([Fraction(2), Fraction(3)], Fraction(1)) for one in found] == made
