"""Tests of `fairaudit.analysis.messages.not_here`: clauses that say of an answer that it is not in a record."""

import pytest

from fairaudit.analysis.messages.not_here import Spoken, elsewhere, not_here
from fairaudit.analysis.names import words
from fairaudit.analysis.text.numbered import left_out


@pytest.mark.parametrize(
    ("clause", "spoken"),
    [
        ("Q3 follows", Spoken.NUMBER),
        ("The answer to question 3 follows in bulletin 3", Spoken.NUMBER),
        ("The answer follows next week", Spoken.ANSWER),
        ("Q3 is not in this bulletin", Spoken.NUMBER),
        ("is not published", Spoken.GOES_ON),
        ("We answered Q3 to Cedar directly", Spoken.NUMBER),
        ("Q3 sent to the asker only", Spoken.NUMBER),
        ("answered to the bidder concerned", Spoken.GOES_ON),
    ],
)
def test_says_that_an_answer_is_not_there(clause: str, spoken: Spoken) -> None:
    assert not_here(words(clause)) is spoken


@pytest.mark.parametrize(
    "clause",
    [
        "as follows",
        "The answer is as follows",
        "Q3 follows Q2",
        "Q3 follows the specification",
        "The register is not published",
        "It is not included in the price",
        "Invoices are sent to the client directly",
        "Q3 was answered to the asker first, now to all bidders alone",
    ],
)
def test_other_clauses_say_nothing_of_that(clause: str) -> None:
    assert not_here(words(clause)) is None


def test_points_to_another_record() -> None:
    found = elsewhere(words("See bulletin 2"))
    assert found is not None
    assert found.name == ("bulletin", "2")
    assert elsewhere(words("This was answered in the clarification log")) is not None
    assert elsewhere(words("See clause 4")) is None


def test_what_is_left_out_may_be_all_that_is_said() -> None:
    assert [(numbers.strip(), alone) for numbers, alone in left_out("Without Q3.")] == [("Q3", True)]
    assert [(numbers.strip(), alone) for numbers, alone in left_out("All but Q3 are in the table")] == [("Q3", False)]
    assert list(left_out("Q2: see Q1, not Q3, and less 3 vans")) == []
