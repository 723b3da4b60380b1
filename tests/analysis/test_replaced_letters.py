"""Letters that say they replace an earlier one, and those that only speak of something else that is replaced."""

import pytest

from fairaudit.analysis.text.letters.replaced import leaves_an_earlier, replaces_an_earlier


@pytest.mark.parametrize(
    "text",
    [
        "This letter replaces that of this morning, in which one score was mistyped.",
        "It supersedes our letter of 4 May.",
        "Please disregard our earlier letter.",
        "Please read this instead of yesterday's message.",
        "Our first letter was wrong and is withdrawn.",
        "This letter replaces ours of 22 September.",
        "Our letter of 22 September is withdrawn.",
        "The summary of 22 September is replaced by this one.",
        "Our letter of 22 September was sent in error and is void.",
        "Revised letter: this is the valid one.",
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
        "The letter you sent us was wrong.",
        "Our letter of 4 May was not wrong.",
    ],
)
def test_a_letter_that_replaces_none_is_not(text):
    assert not replaces_an_earlier(text)
    assert not leaves_an_earlier("We thank you for your letter of 4 May.")


@pytest.mark.parametrize(
    "text",
    [
        "This letter does not replace ours of 22 September.",
        "Nothing in this letter replaces our letter of 22 September.",
        "Our letter of 22 September stands.",
        "We will not withdraw our letter of 22 September.",
        "This letter is in addition to, and not instead of, our letter of 22 September.",
        "This letter replaces no earlier one.",
    ],
)
def test_a_letter_that_leaves_an_earlier_one_as_it_is_is_known(text):
    assert leaves_an_earlier(text)
    assert not replaces_an_earlier(text)


def test_a_letter_that_replaces_one_and_leaves_another_replaces():
    assert not leaves_an_earlier("This letter replaces ours of Tuesday. It does not replace our letter of Monday.")
