"""What a message to one bidder says: everyday notes are left alone, whatever they are greeted and signed with, and no more."""

from datetime import date, time

import pytest

from fairaudit.analysis.messages.letters import body_of
from fairaudit.analysis.messages.own_affairs import is_of_the_askers_files
from fairaudit.analysis.messages.own_question import is_its_own_question
from fairaudit.analysis.messages.to_one import is_a_note

_CLOSING = (date(2026, 4, 10), time(12))


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your question about the hedges; we will reply to all.",
        "Good morning,\n\nReceived with thanks.\n\nRegards,\n\nPam Hall\nSenior Buyer\n01632 960 123",
        "On 19 March 2026 Jo Quill wrote:\n> How many staff transfer?\n\nYour question has been logged as CQ14.",
        "I am on annual leave until 3 April and will reply when I return.",
        "We cannot disclose the budget.",
        "Your password has been reset; the link expires in 24 hours.",
        "Sorry, running ten minutes late for the site visit, stuck in traffic.",
        "We regret that we will not be submitting a tender on this occasion. Please remove us from the list.",
        "Your document was rejected by the virus scanner. Please try again with a different file.",
        "We have not yet received your tender; the deadline remains 10 April at 12:00.",
        "Please can you clarify what you mean in your question 4? It is not clear to us.",
        "I have forwarded your query to HR.",
        "We have noted that you do not intend to bid. Thank you for letting us know.",
        "Received with thanks - Pam",
        "Happy Easter!",
        "Your submission has been received.\nRegards\nProcurement team",
    ],
)
def test_everyday_notes(text):
    assert is_a_note(text, _CLOSING)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your question. The hedges are out of scope.",
        "Your account is unlocked. You are the first to register.",
        "The deadline remains 10 April at 17:00.",
        "You may upload your tender until 15:00 on 11 April.",
        "Please log in with the client account to see the old prices.",
        "Noted. Agreed.",
        "We have noted your question. Weekly.",
        "Thank you for your message. It depends on the lot.",
        "Your file is too large; leave out section 4.",
        "No extension can be given, though a bid on Tuesday will be fine.",
        "All bidders have registered.",
        "Questions can still be submitted through the portal until Friday.",
        "You can send your tender by email.",
        "We will not check the references.",
        "Your clarification on whether hedges are in: they are.",
        "Thanks. Yes.",
        "> Is TUPE in?\nNo.",
        "Thank you for your message\n\nCertainly.",
        "Thank you for your question.\n\nFortnightly.",
        "Thanks - Certainly",
        "Please see attachment.",
        "Please download the file again.",
        "Your message has been forwarded to Birch.",
    ],
)
def test_what_says_more(text):
    assert not is_a_note(text, _CLOSING)


def test_no_deadline_is_confirmed_that_is_not_known():
    assert not is_a_note("The closing date remains 10 April.", None)


def test_what_follows_a_signature_is_read():
    assert "depot" in body_of("Thanks for your query.\nKind regards\nPam\nPS the depot is closed in winter")


def test_what_is_passed_on_is_read():
    assert "400" in body_of("FYI\n> The roof is 400 m2")


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("Our upload fails at 90%; can you help?", True),
        ("Can you confirm that you got our expression of interest?", True),
        ("Our upload fails at 90%; what is the budget?", False),
        ("Can we bring two colleagues to the site visit?", False),
    ],
)
def test_the_askers_files(question, own):
    assert is_of_the_askers_files(question) is own


@pytest.mark.parametrize(
    ("clause", "own"),
    [
        ("Asked, on 3 March, whether TUPE applies", True),
        ("Would like to know, as the plan is unclear, how large the area is", True),
        ("Could you extend the deadline by a week", True),
        ("Question from Alder: is the roof slate", True),
        ("Asked about TUPE, Pam replied", False),
        ("Asked for plan 4 and got it", False),
        ("Asked whether the bond is needed (it is not)", False),
        ("Would like to know if you could do it for less", False),
        ("Could you send a better price", False),
    ],
)
def test_a_question_of_its_own_answers_nothing(clause, own):
    assert is_its_own_question(clause, ("asked", "would like to know", "could you", "question from")) is own
