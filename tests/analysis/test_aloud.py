"""What says that a question was answered by word of mouth, and what says that it was not, or in writing to all as well."""

import pytest

from fairaudit.analysis.messages.aloud import answered_aloud

_NAMES = frozenset({"alder", "birch"})


@pytest.mark.parametrize(
    "text",
    [
        "Alder asked about asbestos; answered verbally.", "Questions were answered on the spot.", "Oral answers given.",
        "Alder asked about asbestos and was told verbally that there is none.", "Verbal clarification given to Alder.",
        "The site manager told Birch that the roof will be replaced.", "Birch was informed that the roof will be replaced.",
        "Questions were answered orally, minutes to be circulated.", "The estates officer gave a verbal answer on access.",
        "Questions were answered verbally; nothing was put in writing.", "Answered verbally, no minutes were published.",
        "Answered orally and never circulated.", "Questions put on the portal were answered verbally.",
    ],
)  # fmt: skip
def test_an_answer_by_word_of_mouth_is_read(text):
    assert answered_aloud(text, _NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "No questions were answered verbally.", "Questions will not be answered orally.", "Bidders may not be answered on site.",
        "Answered verbally and in writing to all.", "Questions were answered in writing.", "Meet at the gate at 10.",
        "The site manager told all that the gate closes at 5.", "Bidders were told that questions go through the portal.",
        "Birch was told to write through the portal.", "Only written answers are binding; verbal answers given are not.",
        "Cedar telephoned to say that it would be late.", "The caretaker refused to answer verbally.",
        "We told Birch that we cannot answer questions on site.", "Answered verbally, not only there but in writing.",
        "Questions were answered orally; answers were uploaded to the portal.", "Answered verbally, recorded in Q&A 3.",
        "Questions were answered orally and then put into the log.",
    ],
)  # fmt: skip
def test_what_is_none_or_was_written_to_all_is_not(text):
    assert answered_aloud(text, _NAMES) is None
