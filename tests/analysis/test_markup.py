"""Tags of web pages around a text: they change nothing of what it says."""

import pytest

from fairaudit.analysis.messages.put_off import answers
from fairaudit.analysis.messages.unhelpful import tells_nothing
from fairaudit.analysis.text.markup import without_markup
from tests.checks.scoring_case import outcome


@pytest.mark.parametrize(
    "text",
    [
        "<p>We will respond shortly.</p>", "<div>Your question has been received.<br/>We will respond shortly.</div>",
        '<p class="x">TBC</p>', "<p>We will respond&nbsp;shortly.</p>", "<P>Thank you.</P>\n<P>Answer to <b>follow</b>.</P>",
    ],
)  # fmt: skip
def test_a_held_question_is_held_in_tags_too(text):
    assert answers(text, "How many sites are there?") is None


def test_what_is_blank_or_tells_nothing_does_so_in_tags_too():
    assert answers("<p>&nbsp;</p>", "How many?") is False
    assert tells_nothing("<p>The deadline for questions has passed.</p>")


def test_what_answers_does_so_in_tags_too():
    assert answers("<p>14 sites.</p>", "How many sites are there?") is True
    assert without_markup("a < b, R&D and x > y") == "a < b, R&D and x > y"


def test_a_holding_reply_in_tags_to_whoever_asked_is_no_answer_kept_from_others():
    enquiry = {
        "id": "Q1", "asked_by": "Birch", "date": "2026-03-12", "question": "How many sites are there?",
        "answer": "<p>We will respond shortly.</p>", "answered": "2026-03-13", "recipients": ["Birch"],
    }  # fmt: skip
    case = {"bids": [{"bidder": "Alder"}, {"bidder": "Birch"}], "enquiries": [enquiry], "events": []}
    case["complete"] = ["bids", "events", "enquiries"]
    assert outcome("answer-not-sent-to-all", case) != "flagged"
