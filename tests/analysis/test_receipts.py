"""What only says that a question came in, is worked on, or that nobody is there, and what answers with the same words."""

import time

import pytest

from fairaudit.analysis.messages.put_off import answers

_ASKED = "What is the page limit for the method statement?"


@pytest.mark.parametrize(
    "text",
    [
        "Holding reply sent.", "Holding response", "Please see holding response.", "Holding reply sent 4 May, full reply to follow",
        "We are still working on this", "Still working on a response", "Working on it", "We continue to work on this.",
        "Under consideration, will revert", "Thank you for your clarification question, which is under consideration.",
        "I am out of the office until Monday", "I am currently out of the office and will return on 5 May.",
        "I am on annual leave until 12 May. For urgent matters contact the helpdesk.", "Automatic reply: out of office",
        "This is an automated response. Please do not reply to this email.", "Auto-reply",
        "Noted, thank you", "Many thanks, noted.", "Duly noted", "Acknowledged", "Seen, thank you",
        "Receipt confirmed", "We acknowledge receipt of your query.", "We confirm receipt.", "Received with thanks",
        "Your message has been received and will be dealt with shortly.", "The Authority notes the question.",
        "Your question has been logged under reference CQ-12.", "Your enquiry has been assigned reference 4471.",
        "With the technical team for response", "Question forwarded to the Chief Nurse.", "Ticket 4471 opened.",
        "We are seeking legal advice on this point.", "No update yet", "Apologies for the delay, we are chasing this.",
        "Thank you for contacting the procurement team. Your message is important to us.", "Okay, thanks",
        "Bien reçu, merci.", "Su consulta ha sido recibida.", "Wir haben Ihre Frage erhalten.",
    ],
)  # fmt: skip
def test_what_only_keeps_a_question_answers_nothing(text):
    assert answers(text, _ASKED) is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Noted. The deadline stays 4 May.", _ASKED), ("Yes, acknowledged: page limit is 20", _ASKED),
        ("Acknowledged. 20 pages.", _ASKED), ("Receipt confirmed; the page limit is 20.", _ASKED),
        ("I am out of the office until Monday, but the page limit is 20.", _ASKED),
        ("We are still working on this part, but the limit is 20 pages.", _ASKED),
        ("Noted, ITT amended", _ASKED), ("Acknowledged, an amended document will be issued on the basis of 20 pages", _ASKED),
        ("Receipt confirmed", "Have you received our clarification of 3 May?"),
        ("Received with thanks", "Please confirm that our message reached you."),
        ("OK", "May we use A3 paper?"), ("Will do", "Please extend the deadline by a week."),
        ("With the council for review", "Where are the drawings now?"),
        ("Queries are passed to the help desk", "How are queries of residents handled?"),
        ("We are seeking legal advice on this point", "Does the buyer seek legal advice on the lease?"),
        ("Bien reçu, merci.", "Avez-vous bien reçu notre pli ?"), ("Merci, le budget est de 40 000 euros", "Quel est le budget ?"),
        ("Registered.", "Is the pump on the list of the council?"), ("Closed until Monday", "When can we see the pool?"),
        ("She is on maternity leave", "Is the nursery manager there for the visit?"),
        ("Automatic replies are not required of the provider.", _ASKED),
        ("The provider must send a holding response within 2 days.", _ASKED),
        ("Under consideration by the planning authority", "What is the status of the application?"),
    ],
)  # fmt: skip
def test_the_same_words_answer_what_is_asked_about_them_or_stand_beside_an_answer(text, asked):
    assert answers(text, asked) is True


def test_a_remark_wants_no_more_than_to_be_noted():
    assert answers("Receipt confirmed", "Please note that we changed our address.") is True


def test_long_texts_are_read_at_once():
    start = time.monotonic()
    for one in (
        "received" + " on monday" * 4000,
        "noted and " * 4000,
        "we are is are was " * 3000,
        "with the " * 4000 + "for x",
    ):
        answers(one, _ASKED)
    assert time.monotonic() - start < 5
