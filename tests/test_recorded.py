"""Whether a text in a record says that something was so: what plainly denies it is no record of it."""

import pytest

from fairaudit.analysis.recorded import record_says

SATISFIED = ("satisfied", "satisfying", "satisfactory"), ("unsatisfactory", "dissatisfied")
CONSIDERED = ("considered", "taken into account"), ()
RISK = (), ("no risk",)
TABLE = [
    ("denied", SATISFIED, """
        No
        no.
        n/a
        None
        false
        Not recorded
        No record
        not applicable
        Satisfied: no
        No: two breach notices
        No, two breach notices
        Not satisfied: two breach notices in 2025
        The Board is not satisfied
        The provider is not yet satisfying the contract
        Unsatisfactory: two breach notices
    """),
    ("tied", SATISFIED, """
        yes
        Review of 3 March 2026
        Board minute no. 14
        Satisfied
        Yes, though not satisfied in 2019
        Not only satisfied but impressed
        No concerns: the provider is satisfying the contract
        No breach notice in three years
        None of the indicators was missed
        Nothing of concern
    """),
    ("unclear", SATISFIED, """
        Satisfied with care; not satisfied with access
        No breach notices and satisfying all indicators
        Not unsatisfactory
    """),
    ("denied", CONSIDERED, """
        Not considered
        was not taken into account
        Not relevant to this service
        not assessed: low value
        N/A - nobody had anything to offer
    """),
    ("tied", CONSIDERED, """
        Q1
        price
        No difference between the providers
        Neither provider offers more
        Considered: no difference
    """),
    ("unclear", CONSIDERED, """
        Not considered as a scored criterion, but taken into account in the minutes of 3 May
    """),
    ("denied", RISK, """
        false
        There is no risk to patients
    """),
    ("tied", RISK, """
        300 patients on dialysis
        No other clinic is open: without dialysis patients die
        No service means a risk to life
    """),
]  # fmt: skip
CASES = [(line.strip(), *words, says) for says, words, lines in TABLE for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("text", "so", "not_so", "says"), CASES, ids=[one[0] for one in CASES])
def test_a_record_that_denies_is_none(text, so, not_so, says):
    assert record_says(text, so, not_so) == says


@pytest.mark.parametrize("text", [None, "", "  ", "-"])
def test_nothing_written_says_nothing(text):
    assert record_says(text, *SATISFIED) == ""
