"""Runs of words that two texts have in common: whole, counted once, in steps that follow their length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.text import Shingled
from tests.work import grown

WORDS = st.lists(st.sampled_from("abcd"), max_size=60)


@pytest.mark.parametrize(
    ("text", "other", "runs", "words"),
    [
        ("a b c d e f", "x a b c d y", ((0, 4),), 4),
        ("a b c d e f", "a b c d e f", ((0, 6),), 6),
        ("a b c d e f", "d e f a b c", ((0, 3), (3, 6)), 6),
        ("a b c d e f", "a b x c d", (), 0),
        ("a b c x a b c", "a b c", ((0, 3),), 3),
        ("a b", "a b", (), 0),
        ("", "", (), 0),
    ],
)
def test_runs_of_three_words(text, other, runs, words):
    found = Shingled(text.split(), 3).shared_with(other.split())
    assert (found.runs, found.words) == (runs, words)


def test_of_the_longest_runs_the_first_is_named():
    assert Shingled(list("abcdxefgh"), 3).shared_with(list("efghyabcd")).longest == (0, 4)
    assert Shingled([], 3).shared_with([]).longest == (0, 0)


@given(WORDS, WORDS)
def test_every_run_stands_in_both_and_every_shared_run_is_counted(text, other):
    found = Shingled(text, 3).shared_with(other)
    both = {tuple(other[at : at + 3]) for at in range(len(other) - 2)}
    for first, last in found.runs:
        assert last - first >= 3
        assert any(other[at : at + last - first] == text[first:last] for at in range(len(other)))
    assert found.words == len({at for first, last in found.runs for at in range(first, last)})
    # Each run of three that both hold is found at one of its places.
    covered = {at for first, last in found.runs for at in range(first, last)}
    inside = {tuple(text[at : at + 3]) for at in range(len(text) - 2) if {at, at + 1, at + 2} <= covered}
    assert {tuple(text[at : at + 3]) for at in range(len(text) - 2)} & both <= inside


@pytest.mark.parametrize("make", [lambda count: ["a"] * count, lambda count: list("ab") * (count // 2)])
def test_texts_of_one_word_take_no_more_than_their_length(make):
    def made(count):
        words = make(count)
        return lambda: Shingled(words, 8).shared_with([*words, "x", *words])

    few, many = grown(made, 100)
    assert many < 12 * few
