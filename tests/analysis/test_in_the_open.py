"""What is told of contacts before others, and of callers who were sent to the channel for questions."""

import pytest

from fairaudit.analysis.messages.in_the_open import before_others, only_sent_on


@pytest.mark.parametrize(
    "text",
    [
        "Both sat on one panel before 300 people", "Panel discussion at the care congress", "Public lecture, open to all",
        "Spoke in an open session; the tender was not discussed", "On stage together, with 40 delegates",
    ],
)  # fmt: skip
def test_what_was_before_others_is_told_as_that(text):
    assert before_others((text,))


@pytest.mark.parametrize(
    "text",
    [
        "", "They met at a conference", "Both sat on one panel; lunch together", "Both sat on one panel before 300 people, then a chat",
        "Both sat on one panel before 300 people; the scoring was explained", "A walk after the open session", "with the director",
    ],
)  # fmt: skip
def test_what_was_apart_or_more_is_not(text):
    assert not before_others((text,))


@pytest.mark.parametrize(
    "text",
    [
        "Caller was told to put the question through the portal; nothing else was said", "Referred to the portal",
        "Asked to put it in writing, no answer given", "Was advised to use the e-tendering portal instead.",
    ],
)  # fmt: skip
def test_a_caller_who_was_sent_on_was_told_nothing(text):
    assert only_sent_on((text,))


@pytest.mark.parametrize(
    "text",
    [
        "", "nothing was said", "Told to put the question through the portal; the budget is 90,000",
        "Asked about the budget and told to use the portal", "Told to ask through the portal and that the answer is yes",
    ],
)  # fmt: skip
def test_a_caller_of_whom_more_is_told_was_not_only_sent_on(text):
    assert not only_sent_on((text,))
