"""What fills in the field for a reason and gives none."""

import pytest

from fairaudit.analysis.reasons import says_why
from fairaudit.analysis.recorded import kept, record_says

NONE = [
    *(
        None,
        "",
        "-",
        "—",
        "...",
        "?",
        "x",
        "none",
        "None.",
        "NONE",
        "nil",
        "n/a",
        "N.A.",
        "na",
        "no",
        "yes",
        "ok",
        "true",
    ),
    *(
        "no reason",
        "No reason given.",
        "no reasons have been recorded yet",
        "none needed",
        "not applicable",
        "not urgent",
    ),
    *(
        "There is no particular reason for this.",
        "we have none",
        "reason to follow",
        "to be confirmed",
        "without reason",
    ),
    *("keine", "aucune", "néant", "entfällt", "not_applicable", "nothing"),
]
NOT_GIVEN = [
    "No reason given by the evaluator",
    "The panel gave no reason",
    "No reason on file",
    "missing",
    "Not minuted",
    "not documented",
    "TODO",
    "to do",
    "(blank)",
    "No rationale recorded",
    "No reason was recorded at the time.",
    "left blank",
    "There was no reason …",
    "The reason wasn't recorded",
    "The evaluator could not give a reason",
    "Reason: left blank by the evaluator",
    "No reason was given for the change",
    "Reason was not recorded by the chair",
    "Nothing in the minutes",
    "None given by the panel",
]
SOME = [
    "No other firm can reach the island by boat.",
    "not possible before March",
    "none of the bidders could have met it in time",
    "No other provider is registered",
    "Two shifts",
    "The roof fell in on 3 March.",
    "n/a: the panel has two officers",
    "see minutes 4.2",
    "ticket 4711",
    "4711",
    "Safety",
    "keine Normen bekannt",
    "緊急",
    "no time",
    "No reason to keep the 3: page 4 meets it",
    "No reason recorded by the evaluator; the panel found page 4",
    "The bidder gave no reason",
    "The panel was not given the file",
    "The form was not provided in time",
    "No evidence",
    "Missing certificate",
    "blank pages in the bid",
    "Not explained by the bidder",
    "The evaluator did not find it",
    "The chair was not available",
    "not applicable to lot 2",
]


@pytest.mark.parametrize("text", NONE + NOT_GIVEN)
def test_denials_and_fillers_are_no_reason(text):
    assert not says_why(text)


@pytest.mark.parametrize("text", SOME)
def test_whatever_says_more_is_a_reason(text):
    assert says_why(text)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_whoever_reads_a_record_agrees(text):
    assert kept(text) is False
    assert record_says(text.removeprefix("Reason: ")) == "denied"
