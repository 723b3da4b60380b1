"""Answers that say nothing of the contract, and those that do in words close to them."""

import pytest

from fairaudit.analysis.messages.unhelpful import tells_nothing


@pytest.mark.parametrize(
    "text",
    [
        "Questions closed",
        "Questions closed on 26 June",
        "The deadline for questions has passed.",
        "Your question was received after the closing date for clarifications and will not be answered.",
        "Too late",
        "Sorry, this is out of time",
        "The clarification period ended on Friday 3rd July at 5pm; no further questions can be taken.",
        "We regret that we cannot answer this enquiry.",
    ],
)
def test_only_that_questions_are_over(text):
    assert tells_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "Yes",
        "No",
        "No, that is not required.",
        "Questions are closed, but night work is allowed.",
        "The deadline is 26 June at noon.",
        "The period for questions has been extended to 3 July.",
        "See the answer to question 4",
        "The question is not relevant: TUPE does not apply.",
        "The contract ends on 30 June.",
        "This question was answered in the meeting with the present provider.",
        "Bids received late will not be considered.",
    ],
)
def test_what_others_would_want_to_know(text):
    assert not tells_nothing(text)
