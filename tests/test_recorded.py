"""Whether a text in a record says that something was so: what plainly denies it is no record of it."""

import pytest

from fairaudit.analysis.recorded import kept, record_says

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


KEPT = [
    (False, """
        none
        No
        n/a
        -
        false
        No action was taken
        No steps were taken by the council to share it
        Nothing was done about it
        None considered
        not confirmed
        Steps: none
        No mitigation measures have been put in place.
        Not done. No steps taken.
    """),
    (True, """
        yes
        Considered
        Every score was given twice
        Did not take part in scoring
        No member of the firm was let in
        No barriers to small firms were found
        No change to the deadline is needed
        No need to move the deadline: two words were corrected
        Nobody with an interest was in the room
        Nothing further was shared with the firm
        She was replaced; no further action needed
        Her scores were not used
        Without access to the prices
    """),
    (None, """
        None: she stepped aside
        No action was taken, since she did not score lot 2
        No measures were needed because the shares were sold
        Discussed with her manager; no action taken
        Not given access to the bids of the firm
        The panel took no steps
        The notes were not shared
        No conflict
    """),
]  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "text"), [(expected, line.strip()) for expected, block in KEPT for line in block.strip().splitlines()]
)
def test_a_record_that_says_no_is_none(expected: bool | None, text: str) -> None:
    assert kept(text) is expected
