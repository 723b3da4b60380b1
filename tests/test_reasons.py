"""What fills in the field for a reason and gives none."""

import pytest

from fairaudit.analysis.reasons import says_why

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
    *("keine", "aucune", "néant", "not_applicable", "nothing"),
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
]


@pytest.mark.parametrize("text", NONE)
def test_denials_and_fillers_are_no_reason(text):
    assert not says_why(text)


@pytest.mark.parametrize("text", SOME)
def test_whatever_says_more_is_a_reason(text):
    assert says_why(text)
