"""Words beside an agreed score that repeat, praise or average it are no reasons; short words on the bid are."""

import pytest

from tests.checks.moderation.records_case import broken, spoken

NOTHING = [
    "4", "4/5", "4 out of 5 points", "as above", "As stated above", "same", "ditto", "good", "Fine.", "average", "Very good",
    "An average response", "strong submission overall", "rounded up to 4", "mean of the three", "Mean of Ada Holt and Ben Moor",
    "(3+4+3)/3", "3.33", "e1 3, e2 4, e3 3", "Ada Holt 3, Ben Moor 4", "Alder Works 4", "B1 good", "good, 4",
]  # fmt: skip
SOMETHING = [
    "no crane", "late deliveries", "good depot plan", "weak method", "poor process", "80%", "late", "answers all points",
    "method described", "No answer", "two cranes", "thin night cover", "partial answer", "3 cranes", "p 12",
]  # fmt: skip


def _found(text):
    case = broken(lambda one: one["evaluation"]["consensus"][0].update(reason=text))
    return "agreed-score-without-a-reason" in spoken(case)


@pytest.mark.parametrize("text", NOTHING)
def test_figures_praise_and_averages_alone_are_no_reason(text):
    assert _found(text)


@pytest.mark.parametrize("text", SOMETHING)
def test_short_words_on_the_bid_are_a_reason(text):
    assert not _found(text)
