"""Words that judge an answer, and the same words where they say something else."""

import pytest

from fairaudit.analysis.text.scores.judgements import judges
from fairaudit.checks.moderation.comments import sentences_of, words_of


def said(text, phrase):
    return any(judges(one, tuple(phrase.split())) for one in sentences_of(text))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Excellent: exceeds in all respects", "excellent"),
        ("Acceptable, in parts.", "acceptable"),
        ("An excellent rota for nights.", "excellent"),
        ("The answer is very poor.", "poor"),
        ("It was considered excellent", "excellent"),
        ("Names the crew. Overall an excellent response.", "excellent"),
        ("The answer partly meets what was asked", "partly meets"),
    ],
)
def test_a_judgement_is_one(text, phrase):
    assert said(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("To score excellent the bidder would have had to show tests", "excellent"),
        ("Excellent customer service is claimed but nothing shown for it", "excellent"),
        ("The poor state of the roads is well understood", "poor"),
        ("Poor roads are well understood", "poor"),
        ("The plan shows how poor access is solved", "poor"),
        ("Agreed as the limits were shown, excellent was too high", "excellent"),
        ("The answer is not excellent", "excellent"),
        ("In order to be excellent it lacks tests", "excellent"),
    ],
)
def test_other_uses_are_none(text, phrase):
    assert not said(text, phrase)


def test_a_possessive_is_the_name():
    assert words_of("Osprey's answer and Osprey’s plan") == ("osprey", "answer", "and", "osprey", "plan")
