"""Patterns of rules: one look at many texts must never miss what a look at each of them finds."""

import pytest

from fairaudit.checks.base import Pattern

TEXTS = (
    "to be confirmed",
    "A fee of £[X] is due.",
    "First line\nTBC",
    "x",
    "",
    "ends with a gap …",
    "\tindented",
    "B.",
)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?i)^to be confirmed$", r"^TBC", r"gap …$", r"\bTBC\b", r"\A\s*to be", r"confirmed\z", r"(?-m:^x$)", r"(?s-i)^x$",
        r"^$", r"\Bx\B", r"x|y", r"[^a-z]\.$", r"\s\[X", r"^\s+i", r"nowhere", r"^due", r"\QA fee\E",
    ],
)  # fmt: skip
def test_texts_that_match_are_never_passed_over(pattern):
    for first in TEXTS:
        for second in TEXTS:
            each = any(Pattern(pattern).find(one) is not None for one in (first, second))
            assert Pattern(pattern).is_in_any((first, second)) or not each


def test_most_texts_are_passed_over_at_one_look():
    assert not Pattern(r"\bTB[ACD]\b").is_in_any(("The fee is due.", "Nothing is open.", ""))
    assert not Pattern(r"(?i:^\s*to be confirmed\s*$)").is_in_any(("It is to be confirmed by us.", "x"))
    assert not Pattern(r"nowhere").is_in_any(())


def test_where_a_pattern_is_bound_to_the_ends_of_a_text_each_is_looked_at():
    assert Pattern(r"\Anowhere").is_in_any(("x",))
