"""Words that say the highest and the lowest score are left out."""

import pytest

from fairaudit.analysis.text.trimmed import leaves_out_extremes


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
