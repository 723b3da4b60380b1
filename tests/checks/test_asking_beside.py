"""What a question asks beside its asker's own affairs is no affair of its own: the tender, and time that it then had."""

import pytest

from fairaudit.checks.information.answers.of_the_tender import asks_beside
from tests.checks.timed_cases import case_of

_OWN = ("upload", "uploading", "log in", "password", "portal", "arrived")


def _enquiry(question, answer="Yes."):
    return case_of({"enquiries": [{"asked_by": "alder", "question": question, "answer": answer}]}).enquiries[0]


@pytest.mark.parametrize(
    "question",
    [
        "We cannot log in to our account. What is the page limit?", "May we have more time to upload our bid?",
        "Our upload failed; may we have until 17:00?", "Our password is lost. Could the deadline be extended for us by a day?",
        "Our portal account is locked, may we send our bid by e-mail after the deadline?",
    ],
)  # fmt: skip
def test_a_question_asks_more_than_of_its_own(question):
    assert asks_beside(_enquiry(question), _OWN)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("We cannot log in. Please help.", "Your password was reset."), ("Has our message arrived?", "Yes."),
        ("May we have more time to upload our bid?", "No, the deadline stands."),
        ("May we stay until 12 for our visit, and leave the slot on the portal?", "Yes."),
        ("The portal says the page limit of our upload is passed.", "Please try again."),
    ],
)  # fmt: skip
def test_a_question_is_of_its_own_alone(question, answer):
    assert not asks_beside(_enquiry(question, answer), _OWN)
