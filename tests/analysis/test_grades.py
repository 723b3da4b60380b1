"""Which end of a scale is the good one, as plain grades beside its ends say it."""

from decimal import Decimal

import pytest

from fairaudit.analysis.text.scores.grades import grades_as_good, grades_fall


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Excellent: exceeds all that was asked", True),
        ("Very good", True),
        ("No answer", False),
        ("Does not meet the need", False),
        ("Meets the need", None),
        ("Goods delivered late", None),
        ("", None),
    ],
)
def test_only_plain_grades_are_read(text, good):
    assert grades_as_good(text) is good


def test_a_scale_falls_only_where_both_of_its_ends_are_graded_so():
    low, middle, high = ((Decimal(one), text) for one, text in ((0, "excellent"), (3, "poor"), (5, "no answer")))
    assert grades_fall((high, low, middle))
    assert not grades_fall((low,))
    assert not grades_fall(())
    assert not grades_fall((low, (Decimal(5), "exceeds it with evidence")))
    assert not grades_fall(((Decimal(0), "no answer"), (Decimal(5), "excellent")))
