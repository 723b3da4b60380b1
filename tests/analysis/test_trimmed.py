"""Words that say the highest and the lowest score are left out."""

import pytest

from fairaudit.analysis.text.scores.trimmed import leaves_out_extremes, takes_the_median


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The highest and the lowest score of the panel are left out, the rest averaged.", True),
        ("Scores count by their trimmed mean.", True),
        ("The lowest and highest marks are discarded.", True),
        ("The highest and the lowest price are left out.", False),
        ("No score is left out, be it the highest or the lowest.", False),
        ("The highest score wins.", False),
        ("", False),
    ],
)
def test_it_is_said_of_scores_alone(text, says):
    assert leaves_out_extremes(text) is says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Each question's score is the median of the scores of the three evaluators.", True),
        ("Of the marks of the panel the middle mark counts.", True),
        ("Price points are measured against the median price.", False),
        ("The score is not the median but the mean of all scores.", False),
        ("The median counts.", False),
    ],
)
def test_the_median_is_said_of_scores_alone(text, says):
    assert takes_the_median(text) is says
