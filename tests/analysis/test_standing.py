"""What only says where a question stands, and what answers it although it sounds alike."""

import pytest

from fairaudit.analysis.messages.put_off import answers
from fairaudit.analysis.messages.standing import is_told, is_withdrawn, keeps_back

_ASKED = "May mowers be stored at the parks?"


@pytest.mark.parametrize(
    "text",
    [
        "Question withdrawn.", "Withdrawn by bidder.", "Question withdrawn by bidder on 11 March, no answer needed.",
        "Please raise this through the portal.", "We will come back to all on this point.", "Answer pending from parks team",
        "Response issued to all 16/03", "We will publish the answer by 20 March.", "A response was given.",
        "Thanks, we are checking with the parks team and will publish a reply.", "CQ-07 will be answered separately",
    ],
)  # fmt: skip
def test_where_a_question_stands_is_no_answer(text: str) -> None:
    assert answers(text, _ASKED) is None


@pytest.mark.parametrize(
    "text",
    [
        "No. Answer sent.", "Yes, we will publish the answer", "The winner will respond within 2 hours", "Lot 2 withdrawn",
        "The contractor will reply to all complaints", "The requirement was withdrawn",
        "Answers will be given at the site visit on 3 May", "The buyer will send staff to the parks and come back",
    ],
)  # fmt: skip
def test_what_tells_more_is_an_answer(text: str) -> None:
    assert answers(text, _ASKED) is True


def test_what_the_question_is_about_is_an_answer() -> None:
    assert answers("Question withdrawn.", "Was question 3 withdrawn?") is True
    assert answers("Please submit this through the portal.", "How do we submit the form?") is True


def test_how_an_answer_is_spoken_of() -> None:
    assert is_withdrawn("Withdrawn by the tenderer")
    assert not is_withdrawn("Lot 2 withdrawn")
    assert is_told("A response was given.")
    assert not keeps_back("A response was given.")
    assert keeps_back("Answered to the asker only.")
    assert keeps_back("Answer pending from parks team")
    assert not keeps_back("Response issued to all 16/03")
