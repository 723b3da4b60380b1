"""What was done about an interest: somebody set apart or beside, or a promise that changes nothing."""

import pytest

from fairaudit.analysis.measures import sets_apart


@pytest.mark.parametrize(
    "text",
    [
        "A second reader",
        "Ivo Brandt scored the bid as well, independently reviewed by audit",
        "Did not score the bid of Alder",
        "Left the room when Alder was discussed",
        "The shares were sold in January",
        "No access to the bid of Alder",
        "An independent observer sat in",
        "Moved to lot 2",
        "stepped out of the drafting",
        "Every score was given twice",
        "She took no part in the scoring of price",
        "Replaced by her deputy",
    ],
)
def test_somebody_kept_away_or_put_beside(text):
    assert sets_apart(text)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "none",
        "Will be careful",
        "Reminded of the code of conduct",
        "Signed an undertaking of confidentiality",
        "Will stay independent and fair",
        "He promised to be objective and professional",
        "Noted by the chair",
        "No second reader was appointed",
        "Declared at the first meeting",
        "The holding is small",
        "No action was thought necessary",
        "Not considered to be a conflict",
    ],
)
def test_a_promise_leaves_everything_in_the_same_hands(text):
    assert not sets_apart(text)
