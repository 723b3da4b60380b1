"""Which labels of rows say that nothing is scored there, and which may be criteria."""

import pytest

from fairaudit.analysis.text.scores.sum_labels import (
    heads_a_sum,
    heads_a_total,
    heads_an_average_of_people,
    heads_points,
    may_head_a_sum,
    may_head_figures,
)


@pytest.mark.parametrize(
    "label",
    ["Std dev", "Standard deviation", "Highest score", "Lowest", "Count of scores", "Number of questions answered", "Rank order",
     "Points lost", "Pass mark", "Minimum score required", "Check", "Tender price (GBP)", "Bid no.", "Supplier ID", "Tender ref.",
     "Date scored", "Date of opening", "Rangfolge", "Total (out of 100)", "Rank (1 = best)",
     "Ranking (1st = highest)", "Variance from mean", "No. of pages", "Avg", "Ave.", "Avg score", "Envelope no.", "Bid received (day)", "Z-score", "Quartile"],
)  # fmt: skip
def test_a_statistic_a_reference_or_a_date_heads_no_scores(label):
    assert heads_a_sum(label)
    assert may_head_a_sum(label)


@pytest.mark.parametrize(
    "label", ["Overall", "Score out of 100", "Quality (60)", "Quality %", "Technical score", "Out of 20"]
)
def test_a_row_of_points_may_be_a_subtotal(label):
    assert heads_points(label)
    assert not heads_a_sum(label)


@pytest.mark.parametrize(
    "label",
    ["References", "Product range", "Check 2", "Count 3", "Delivery date", "Pass/fail", "Years trading", "Hours", "Minimum wage",
     "Reference projects", "Highest standards", "Number of staff", "Bid 2 no.", "Local knowledge", "Price", "SD",
     "Weighted points Q1", "Z", "Variation", "Pages"],
)  # fmt: skip
def test_what_may_be_a_criterion_heads_no_sum(label):
    assert not heads_a_sum(label)
    assert not heads_points(label)


@pytest.mark.parametrize("label", ["Score 3", "Criterion A", "Score for a", "Quality", "Technical", "Quality 2"])
def test_what_may_be_the_number_or_letter_of_a_question_is_no_subtotal(label):
    assert not heads_points(label)


def test_an_amount_is_no_total_of_scores():
    assert heads_a_total("Grand total")
    assert not heads_a_total("Total price (GBP)")


@pytest.mark.parametrize("label", ["SD", "Weighted local score", "Ranking by member", "Normalised score 2", "Z-score"])
def test_a_word_of_figures_makes_a_label_doubtful(label):
    assert may_head_figures(label)


@pytest.mark.parametrize(
    "label", ["Social value", "Presentation score (60)", "Frank discussion", "Weight of the frame"]
)
def test_a_matter_that_bids_are_judged_on_is_not_doubted(label):
    assert not may_head_figures(label)


def test_an_average_of_the_panel_is_nobody():
    assert heads_an_average_of_people("Panel average")
    assert heads_an_average_of_people("Mean of all evaluators")
    assert heads_an_average_of_people("Average")
    assert not heads_an_average_of_people("Panel")
    assert not heads_an_average_of_people("Evaluator 2")
    assert not heads_an_average_of_people("Ada Mean")


@pytest.mark.parametrize("label", ["Panel", "Panel score", "Consensus", "Consensus score", "Moderation", "Committee"])
def test_what_a_panel_agreed_may_be_no_criterion(label):
    assert may_head_a_sum(label)
    assert not heads_a_sum(label)


@pytest.mark.parametrize("label", ["Consensus building", "Joint venture management", "Combined heat", "Panel heating"])
def test_a_criterion_with_such_a_word_is_one(label):
    assert not may_head_a_sum(label)
