"""Letters that say they replace an earlier one, and those that only speak of something else that is replaced."""

import pytest

from fairaudit.analysis.text.replaced_letters import replaces_an_earlier


@pytest.mark.parametrize(
    "text",
    [
        "This letter replaces that of this morning, in which one score was mistyped.",
        "It supersedes our letter of 4 May.",
        "Please disregard our earlier letter.",
        "Please read this instead of yesterday's message.",
        "Our first letter was wrong and is withdrawn.",
        "Corrected letter: your score for Method is 4.",
    ],
)
def test_a_letter_that_replaces_an_earlier_one_is_known(text):
    assert replaces_an_earlier(text)


@pytest.mark.parametrize(
    "text",
    [
        "This letter does not replace our earlier letter.",
        "This letter doesn't replace our earlier letter, nor corrects it.",
        "Your bid replaces one van of the fleet each year.",
        "The winner corrects faults within a day. Your score for Method is 3.",
        "We thank you for your letter of 4 May.",
    ],
)
def test_a_letter_that_replaces_none_is_not(text):
    assert not replaces_an_earlier(text)
