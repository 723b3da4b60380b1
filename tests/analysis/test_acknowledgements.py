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
        "Many thanks for reaching out. We'll look at it.", "Let me check and get back to you.", "I'll ask the team.",
        "Message delivered.", "Your clarification question has been submitted to the buyer.", "This query is being triaged.",
        "Answers to be issued via an addendum.", "Response forthcoming.", "Your query will be addressed at the pre-bid meeting.",
        "The Contracting Officer is reviewing your question and will respond via amendment.",
        "The Government will respond to all questions in an amendment to the solicitation.",
        "We have raised this with the Trust's IG lead and await a response.", "I have left the organisation.",
        "The Purchaser acknowledges receipt of your request for clarification and will respond in accordance with ITB 7.1.",
        "We acknowledge with thanks receipt of your letter dated 3 March.", "Sorry, the person responsible is on sick leave.",
        "Your query has been noted and will be addressed in due course.", "Ich bin bis 5. Mai nicht im Büro.",
        "I am currently out of the office with no access to emails. I will return on 5 May.", "Votre question est à l'étude.",
        "Wir haben Ihre Frage erhalten und werden diese schnellstmöglich beantworten.", "Ihre Frage wird geprüft.",
        "Votre question est en cours de traitement.", "Nous reviendrons vers vous dans les meilleurs délais.",
        "Merci de votre message, je suis absent jusqu'au 5 mai.", "Su consulta está siendo estudiada.",
        "La vostra richiesta è in fase di esame.", "Uw vraag is in behandeling.", "Pytanie jest rozpatrywane.",
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
        ("The Government will respond to all questions in an amendment.", "How will questions be answered?"),
        ("The council will respond within 2 hours.", "Will the council respond to alarms?"),
        ("The roof will be addressed at the pre-bid meeting.", "Is the roof part of it?"), ("Sorry, 20 pages.", _ASKED),
        ("La demande de permis est en cours d'instruction.", "Le permis est-il obtenu ?"), ("Sorry, no.", "May we use A3?"),
        ("Der Antrag wird geprüft.", "Liegt die Genehmigung vor?"), ("Requests are processed within two days.", _ASKED),
        ("Votre question est en cours de traitement mais la limite est de 20 pages.", "Quelle est la limite ?"),
        ("Ihre Frage wird geprüft, die Grenze bleibt 20.", "Wie hoch ist die Grenze?"), ("Unfortunately not.", "May we use A3?"),
        ("I have left the organisation; the contact is now Jane Roe.", "Whom do we write to?"),
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
