"""Which labels of rows say that nothing is scored there, and which may be criteria."""

import pytest

from fairaudit.analysis.text.sum_labels import heads_a_sum, heads_a_total, heads_points, may_head_a_sum


@pytest.mark.parametrize(
    "label",
    ["Std dev", "Standard deviation", "Highest score", "Lowest", "Count of scores", "Number of questions answered", "Rank order",
     "Points lost", "Pass mark", "Minimum score required", "Check", "Tender price (GBP)", "Bid no.", "Supplier ID", "Tender ref.",
     "Date scored", "Date of opening", "Rangfolge", "Total (out of 100)"],
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
     "Reference projects", "Highest standards", "Number of staff", "Bid 2 no.", "Local knowledge", "Price"],
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
