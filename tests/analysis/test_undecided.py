import pytest

from fairaudit.analysis.measures import sets_apart
from fairaudit.analysis.messages.undecided import is_undecided
from fairaudit.analysis.recorded import kept


@pytest.mark.parametrize(
    "text",
    [
        "To be decided",
        "see file",
        "Will be considered by the board",
        "Not yet decided",
        "Under review",
        "Still open",
        "The matter is under discussion.",
        "Pending advice from the lawyers",
        "Under review by the monitoring officer",
        "We intended to publish its notes but did not",
    ],
)
def test_what_is_still_to_be_decided_is_no_record_and_no_denial(text):
    assert is_undecided(text)
    assert kept(text) is None
    assert not sets_apart(text)


def test_what_was_not_done_in_the_end_can_be_read_two_ways():
    assert kept("The notes were drafted for all bidders but sent they were not") is None
    assert kept("All had the notes, whether they had taken part or not") is True


@pytest.mark.parametrize(
    "text",
    [
        "To be scored by a second reader",
        "B2 will be considered by another panel",
        "Open to all bidders",
        "See the notes of the talk, published on 3 March",
        "The review was by an independent observer",
        "Discussed with all bidders on 2 March",
        "To be decided; until then a second reader scores B2",
    ],
)
def test_what_was_settled_is_a_record(text):
    assert not is_undecided(text)
    assert kept(text) is not False


def test_a_measure_beside_what_is_still_open_counts():
    assert kept("To be decided; until then a second reader scores B2") is True
    assert sets_apart("To be decided; until then a second reader scores B2")
