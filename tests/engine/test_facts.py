"""Facts in words: what a file gives is cut, what a check says of the days is whole."""

from fairaudit.checks.base import Verb
from fairaudit.engine.facts import LONGEST, in_words


def test_a_part_of_a_sentence_is_never_cut():
    skipped = Verb(", " + "New Year Holiday (4 January 2028), " * 6 + "not counted; the holidays are a projection")
    assert in_words(skipped) == skipped.strip()
    assert len(in_words("x" * 900)) == LONGEST
