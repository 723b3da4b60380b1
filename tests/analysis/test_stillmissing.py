"""Names of documents that say that an answer is still to come, or that they hold questions and no answers."""

import pytest

from fairaudit.analysis.messages.stillmissing import holds_no_answers, still_missing


@pytest.mark.parametrize(
    "name",
    [
        "Answers Q1-2, Q3 follows.pdf", "Answers Q1-2; answer to Q3 to come", "Answers Q1-2, Q3 to come.pdf",
        "Answers_Q1-2_Q3_to_follow.pdf", "Answers Q1-2, Q3 still to come.pdf", "Answers Q1-2 with Q3 following.pdf",
        "Answers Q1-2 - Q3 will follow.pdf", "Answers Q1-2; Q3 next week", "Answers Q1-2, Q3 later.pdf", "Answers Q1-2; Q3 tbc.pdf",
        "Answers Q1-2; the answer to Q3 is coming", "Answers Q1-2; Q3 being prepared.pdf", "Answers Q1-2; Q3 under review",
        "Answers Q1-2 (Q3 answer awaited)", "Answers Q1-3; Q3 not yet answered", "Answers Q1-2; Q3 not yet available",
    ],
)  # fmt: skip
def test_the_answer_to_the_third_is_still_to_come(name: str) -> None:
    assert list(still_missing(name)) == ["q3"]


@pytest.mark.parametrize(
    "name",
    [
        "Answers Q1-3.pdf", "Answers to Q1, Q2 and Q3", "Answers Q1-3 (more to follow).pdf", "Replies Q1-3 as follows.pdf",
        "Answers Q1-3 following the site visit.pdf", "Q3 follows Q2", "Q3 answered later in this log", "Answers 12 March 2026",
        "Answers Q1-3 now available", "Q3 not to be read as a promise",
    ],
)  # fmt: skip
def test_nothing_is_said_to_come(name: str) -> None:
    assert list(still_missing(name)) == []


def test_a_number_alone_is_that_of_a_question() -> None:
    assert list(still_missing("Answers to questions 1-3 - answer 3 to follow")) == ["question 3"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Questions Q1-3.pdf", True), ("Clarification_questions_1-3.pdf", True), ("Questions from bidders Q1-3", True),
        ("Queries Q1-3.pdf", True), ("Draft answers Q1-3.pdf", True), ("Partial answers Q1-3", True),
        ("Questions and answers Q1-3.pdf", False), ("Questions Q1-3 with answers", False), ("Responses to questions Q1-3", False),
        ("Questions: Q&A 1-3", False), ("Clarifications 1-3", False), ("Question Q3", False), ("Answers to draft contract queries", False),
    ],
)  # fmt: skip
def test_questions_alone_or_no_final_answers(name: str, expected: bool) -> None:
    assert holds_no_answers(name) is expected
