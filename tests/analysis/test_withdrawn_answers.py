"""Texts that say of an answer that it no longer holds, and those that only speak of changes."""

import pytest

from fairaudit.analysis.messages.withdrawn_answers import change_sentences, numbers_taken_back

_TAKEN_BACK = (
    "No: the answer to Q1 is replaced: there are 300 lamps.",
    "Correction to Q1: there are 300 lamps.",
    "The answer to Q1 is withdrawn.",
    "There are now 300 lamps and Q1 no longer holds.",
    "There are 300 lamps, the number in Q1 was wrong.",
    "The answer to question 1 was not right.",
    "Our answers to Q1 and Q2 are hereby superseded.",
    "A revised answer to Q1 is attached.",
)
_PERHAPS = (
    "As stated in Q1, the schedule of lamps may be revised.",
    "As stated in Q1, revised drawings are in annex 2.",
    "A correction of Q1 is not needed.",
    "Under Q1 the bidder must withdraw its old certificate.",
)
_NOTHING = ("See Q1.", "Q1 is not withdrawn.", "No change to Q1.", "The answer to Q1 is unchanged.", "Q1 still holds.")


def _numbers(text: str) -> list[str]:
    return [number for one in change_sentences(text) for number in numbers_taken_back(one)]


@pytest.mark.parametrize("text", _TAKEN_BACK)
def test_an_answer_is_taken_back_by_its_number(text: str) -> None:
    assert _numbers(text)


@pytest.mark.parametrize("text", _PERHAPS)
def test_a_change_of_something_else_beside_a_number_is_not_plain(text: str) -> None:
    assert change_sentences(text)
    assert not _numbers(text)


@pytest.mark.parametrize("text", _NOTHING)
def test_what_stands_is_not_taken_back(text: str) -> None:
    assert not change_sentences(text)


def test_the_number_of_another_answer_is_not_taken_back() -> None:
    assert _numbers("The answer to Q4 is corrected, see Q1.") == ["Q4"]
