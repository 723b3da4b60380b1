"""Tests of `fairaudit.analysis.text.questionnumbers`: one question under any spelling of its number."""

import pytest

from fairaudit.analysis.text.numbered import numbers_named
from fairaudit.analysis.text.questionnumbers import QuestionNumber, number_of, question_numbers


@pytest.mark.parametrize(
    "name", ["CQ12", "cq 12", "CQ-012", "Re: CQ12", "CQ#12", "Response to CQ12.pdf", "CQ12_response.docx"]
)
def test_a_number_is_one_under_any_spelling(name: str) -> None:
    assert question_numbers(name) == (QuestionNumber("cq", "12"),)


@pytest.mark.parametrize("name", ["12", "Q12", "Question no. 12", "Clarification 12", "Clarification request 012"])
def test_of_no_list_in_particular(name: str) -> None:
    (found,) = question_numbers(name)
    assert found.may_be(QuestionNumber("cq", "12"))
    assert found.may_be(QuestionNumber("tq", "12"))
    assert not found.may_be(QuestionNumber("cq", "1"))
    assert not QuestionNumber("cq", "12").may_be(QuestionNumber("tq", "12"))


@pytest.mark.parametrize(
    "name",
    [
        "Bulletin 1",
        "Clarification 12 March",
        "Drawing Q12A",
        "Clarification log",
        "Response 4",
        "Clarifications 2026",
        "Clarifications of 10.03.2026",
        "Clarification 7/03",
        "3.4",
        "",
    ],
)
def test_numbers_of_other_things_are_none(name: str) -> None:
    assert question_numbers(name) == ()


def test_many_are_named_and_a_part_is_no_other_question() -> None:
    assert [one.number for one in question_numbers("Answers to CQ1 to CQ3")] == ["1", "2", "3"]
    assert [one.number for one in question_numbers("Questions 4, 5 and 6")] == ["4", "5", "6"]
    assert [one.number for one in question_numbers("Q1.3")] == ["1"]
    assert [one.number for one in question_numbers("Question 3.4")] == ["3"]
    assert [one.number for one in question_numbers("Clarification 12/2026")] == ["12"]


@pytest.mark.parametrize(
    "name",
    [
        "Answers to Q1-3",
        "Answers to Q1, 2 and 3",
        "Answers to questions Q1-3",
        "Answers Q1-Q3.pdf",
        "Answers_Q1-Q3.pdf",
        "Answers_Q1_Q2_Q3.pdf",
        "Q1, Q2, Q3.docx",
        "Answers to questions 1, 2 and 3.pdf",
        "Q1 to 3",
        "Q1, 2 & 3 answered",
    ],
)
def test_letters_stand_once_and_the_ending_of_a_file_is_no_part_of_a_number(name: str) -> None:
    assert [one.number for one in question_numbers(name)] == ["1", "2", "3"]
    assert {"q1", "q2", "q3"} <= set(numbers_named(name))
    assert {"q13", "q12", "q4"}.isdisjoint(numbers_named(name))


@pytest.mark.parametrize("text", ["Q1, 42 lawns", "Q1 - 42 vans", "Q1, 2.5 tonnes", "Q1, 1,000 m", "Q1, 2026"])
def test_what_is_counted_after_a_number_is_no_question(text: str) -> None:
    assert [one.number for one in question_numbers(text)] == ["1"]
    assert [one for one in numbers_named(text) if " " not in one] == ["q1"]


def test_an_id_may_have_two_numbers() -> None:
    assert "q1 3" in numbers_named("Answer to Q1-3")
    assert "l2 3" in numbers_named("Answer to L2-3.pdf")
    assert "l23" not in numbers_named("Answer to L2-3")


def test_what_is_left_out_is_not_named() -> None:
    for text in (
        "Q3 to Q5 except Q4",
        "Q3-Q5, excluding 4",
        "Questions 3 to 5 (but not 4)",
        "Q3 to Q6 apart from Q4 and Q6",
    ):
        assert [one.number for one in question_numbers(text)] == ["3", "5"]
        assert {"q4", "q6"}.isdisjoint(numbers_named(text))
    assert {"q3", "q4"}.intersection(numbers_named("Question 3.4")) == {"q3"}
    assert "q3" in numbers_named("Q3 other than the 4 ha at the pond")


def test_an_id_is_a_number_only_where_it_is_nothing_else() -> None:
    assert number_of("CQ-7") == QuestionNumber("cq", "7")
    assert number_of("7") == QuestionNumber("", "7")
    assert number_of("Lot 1 CQ 7") is None
    assert number_of("A7") is None
    assert number_of("Question 3.4") is None
