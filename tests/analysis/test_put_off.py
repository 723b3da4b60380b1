"""What stands for an answer and is none."""

import pytest

from fairaudit.analysis.messages.put_off import answers, is_still_to_come


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "-", "\u2014", "...", "Not answered.", "No answer was given", "The question was not answered.", "No reply",
        "Question left unanswered", "Answer not given.", "We did not answer.", "No response was recorded.",
    ],
)  # fmt: skip
def test_that_no_answer_was_given_is_none(text: str) -> None:
    assert answers(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "Pending", "TBC", "To be confirmed.", "This will be answered in due course.", "Answer to follow", "n/a",
        "We are looking into this and will respond shortly.", "Thank you for your question. We will respond by 12 March.",
        "Awaiting response from the client", "No answer yet", "An answer will be published shortly.",
        "Your query has been forwarded to the technical team.",
    ],
)  # fmt: skip
def test_that_one_is_to_come_may_have_been_overtaken(text: str) -> None:
    assert answers(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "No.", "None.", "Yes.", "Not yet.", "Never", "9", "Not applicable", "Yes, a plan is to follow.", "No, see Q3",
        "No. Answer sent.", "Answer: No", "It will be provided.", "No response is required from bidders.", "No response time.",
        "To be confirmed with the contractor at mobilisation", "Answers are not published.", "Within 5 working days",
        "Yes, this will be answered in due course", "Monday to Friday", "All bidders",
    ],
)  # fmt: skip
def test_a_plain_no_or_anything_beside_it_is_an_answer(text: str) -> None:
    assert answers(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "OPEN", "Closed", "Noted", "Noted, thank you.", "With the service lead - chase", "Passed to procurement lead 12/3",
        "Being looked into, response to follow under separate cover", "Holding reply sent", "n/k", "Officer on leave",
        "Partially answered", "TBA by addendum", "ref to estates", "Referred to J Patel", "Response drafted, not issued",
    ],
)  # fmt: skip
def test_where_a_question_stands_is_no_answer(text: str) -> None:
    assert answers(text, "Is TUPE data available?") is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Closed", "Is the pool open in winter?"), ("Open", "Is the gate open or closed?"), ("Resolved", "Was the claim resolved?"),
        ("With the service lead", "With whom do we liaise?"), ("Passed to the manufacturer", "What happens to faulty items?"),
        ("Referred to the estates team", "Where do complaints go?"), ("Partially", "Is it in scope?"),
        ("Ref to clause 4.2", "Are hedges in?"), ("Referred to Annex B", "Are hedges in?"), ("Passed to bidders in the ITT", "Is it there?"),
        ("With permission", "May we bid with a partner?"), ("Closed Sunday", "When may we work?"), ("Draft", "Is plan 4 final?"),
        ("Closed on Sundays and at night", "Is there access?"), ("Noted. The area is 41 ha.", "Is the area 40 ha?"),
        ("Referred to the committee on 3 May, which approved it", "Is the plan approved?"), ("Not issued", "Is the plan issued?"),
    ],
)  # fmt: skip
def test_words_of_handling_answer_what_asks_about_them(text: str, asked: str) -> None:
    assert answers(text, asked) is True


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Passed on to estates", "How many ferns are there?"), ("With the service lead", "Which trees are protected?"),
        ("Ref to estates", "Where are the bins kept?"), ("Escalated", "Is edging weekly?"), ("Ongoing", "Is edging weekly?"),
        ("Chased twice", "Is edging weekly?"),
        ("Pending", "We found a typo on page 3."), ("Actioned", "Please note that the link is broken. Can you mend it?"),
    ],
)  # fmt: skip
def test_who_has_a_question_is_no_answer_to_another(text: str, asked: str) -> None:
    assert answers(text, asked) is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Noted.", "We found a typo on page 3."), ("Actioned.", "Please note that the link to Annex B does not work."),
        ("Pending", "What is the status of the planning application?"), ("Ongoing", "Is work at the pond ongoing?"),
        ("In progress", "Is the survey still in progress?"), ("With the service lead", "Where are the keys kept?"),
        ("Referred to the client", "Which officer decides?"),
    ],
)  # fmt: skip
def test_a_remark_wants_no_more_and_a_status_may_be_asked_for(text: str, asked: str) -> None:
    assert answers(text, asked) is True


@pytest.mark.parametrize(
    "text",
    [
        "Watch this space.", "Noted with thanks", "We have noted your comment.", "Good question!", "Bear with us", "More soon.",
        "Wird noch geprüft.", "Vielen Dank für Ihre Frage. Antwort folgt.", "In Klärung", "Zur Kenntnis genommen.",
        "À confirmer", "Bien noté, merci.", "En cours d'examen", "Nous reviendrons vers vous prochainement.",
        "Por confirmar", "Se contestará en breve.", "Tomamos nota.", "Pendiente",
    ],
)  # fmt: skip
def test_a_set_phrase_answers_nothing(text: str) -> None:
    assert answers(text, "Is TUPE data available?") is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Noted: the deadline is 4 May", "When is the deadline?"), ("Soon", "When do the works begin?"),
        ("Demnächst", "Wann beginnen die Arbeiten?"), ("Wird geprüft", "Wird die Statik geprüft?"),
        ("En cours", "Le marché est-il en cours ?"), ("Pendiente", "¿Está pendiente el permiso?"),
        ("Notiert; die Frist ist der 4. Mai", "Welche Frist gilt?"), ("Noté : la date est le 4 mai", "Quelle date ?"),
        ("Anotado: el plazo es el 4 de mayo", "¿Qué plazo hay?"), ("Offen", "Welche Farbe haben die Bojen?"),
        ("Noted with thanks", "We found a typo on page 3."), ("Siehe Anlage 3", "Welche Bojen?"),
    ],
)  # fmt: skip
def test_a_phrase_beside_an_answer_or_of_what_is_asked_is_one(text: str, asked: str) -> None:
    assert answers(text, asked) is True


@pytest.mark.parametrize(
    "text",
    [
        "Under consideration by the kitchen manager",
        "Being looked into by the kitchen team",
        "Awaiting a reply from the estates manager.",
        "To be confirmed by the school estates manager",
    ],
)
def test_whose_an_answer_is_that_is_still_to_come_is_no_part_of_one(text):
    assert answers(text, "Which ovens stay?") is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Both ovens stay, under review by the manager", "Which ovens stay?"),
        ("Under consideration by the kitchen manager", "Who considers offers of ovens?"),
        ("To be confirmed by the drawing in the tender document", "Which ovens stay?"),
    ],
)
def test_who_was_asked_for_is_an_answer(text, asked):
    assert answers(text, asked) is True


@pytest.mark.parametrize(
    ("text", "to_come"),
    [
        ("Answer sent to all bidders, further clarification will follow.", False),
        ("Response issued; a further response will follow in due course", False),
        ("Answer issued to bidders. More information will follow.", False),
        ("Reply sent - confirmation to follow shortly", False),
        ("Closed", False),
        ("Response issued", False),
        ("Forwarded to all bidders", False),
        ("Thank you for your question. We aim to answer by Friday.", True),
        ("We hope to have an answer for you next week.", True),
        ("Interim reply: full answer to follow", True),
        ("Answer in due course", True),
        ("Response under review", True),
        ("The answer will follow.", True),
        ("Answer drafted, to be issued", True),
        ("Answer to be sent to all bidders", True),
        ("Answer pending, not sent", True),
        ("Once the answer is issued you will get it", True),
        ("Your question was received; the answer will be issued to all", True),
        ("Response being prepared, will be issued next week", True),
    ],
)
def test_an_answer_that_was_sent_is_not_still_to_come_though_more_is(text, to_come):
    assert is_still_to_come(text) is to_come
