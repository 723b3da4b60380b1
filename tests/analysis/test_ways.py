"""What was sent to one bidder and only shows it the way, and what tells it something."""

import time

import pytest

from fairaudit.analysis.messages.ways import only_shows_the_way


@pytest.mark.parametrize(
    "text",
    [
        "Your clarification has been received and allocated reference CQ014. A response will be issued to all bidders through the "
        "portal.",
        "Dear supplier, thank you for your question. The Authority will publish its response to all bidders via the portal in due "
        "course.",
        "Please be advised that all communications must go through the portal.",
        "Your registration has been confirmed.",
        "Automatic reply: the procurement inbox is not monitored. Please use the e-tendering portal.",
        "Thank you for your interest in this opportunity. All documents are available on Contracts Finder.",
        "Your submission was received on 18 March 2026 at 10:00. Receipt number 88123.",
        "A response to your question will be included in Amendment 0002.",
        "Question withdrawn at your request.",
        "This query was answered under CQ3.",
        "The response to your question is contained in Addendum No. 3 issued to all bidders.",
        "The deadline has been extended for all suppliers; see the notice on the portal.",
    ],
)
def test_the_way_alone(text):
    assert only_shows_the_way(text)


@pytest.mark.parametrize(
    "text",
    [
        "The scope will not include clinic 9; please price accordingly.",
        "We acknowledge receipt and confirm that option B is preferred.",
        "All questions must be sent through the portal. The budget is 40,000.",
        "A response will be issued to all bidders: parking is free.",
        "This query was answered under CQ3, but clinic 9 is out.",
        "Yes, subcontracting is acceptable.",
        "All documents are available on site in hut 4 and the plan shows the true area",
        "",
    ],
)
def test_something_is_told(text):
    assert not only_shows_the_way(text)


def test_long_texts_are_read_at_once():
    start = time.monotonic()
    for one in ("all questions must go " * 4000, "please use the " * 5000, "answer " * 9000):
        assert not only_shows_the_way(one)
    assert time.monotonic() - start < 5
