"""Which messages only say that a question was answered for everybody."""

import pytest

from fairaudit.analysis.messages.answered_for_all import says_answered_for_all


@pytest.mark.parametrize(
    "text",
    [
        "Your question was answered for everybody; see the log.",
        "Dear Alder, your question 7 was answered to all bidders. Please see the portal.",
        "Q7 has been answered to every bidder.",
        "Thank you for your question. It was answered for all.",
    ],
)
def test_a_message_that_only_says_so(text):
    assert says_answered_for_all(text, frozenset({"alder"}))


@pytest.mark.parametrize(
    "text",
    [
        "Your question was answered for everybody: nine yards.",
        "Your question was answered for everybody, and the budget is tight.",
        "Your question will be answered for everybody.",
        "Your question was not answered for everybody.",
        "Your question was answered.",
        "9 was answered for all",
        "See the log.",
        "",
    ],
)
def test_a_message_that_says_more_or_less(text):
    assert not says_answered_for_all(text)
