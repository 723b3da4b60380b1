"""Texts that are nearly the same, held against the plain definition."""

import random
from collections import Counter
from fractions import Fraction
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairaudit.analysis.text.alike import Likeness, alike
from tests.work import grown, steps

TELLING = frozenset({"good", "not"})
LONG = "the response sets out a rota for nights and weekends names the staff on call and says how absence is covered in time"


def said(*texts, telling=TELLING):
    return alike([tuple(one.split()) for one in texts], telling)


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (LONG, [Likeness((0, 1), True)]),
        (LONG.replace("in time", "in advance"), [Likeness((0, 1), False)]),
        (LONG + " 12", []),  # a figure tells
        (LONG + " good", []),  # so does a word that says how good it is
        (LONG.replace("is covered", "is not covered"), []),
        (LONG.replace("nights", "mornings").replace("absence", "training"), []),
        (" ".join(reversed(LONG.split())), []),  # the same words in another order
    ],
)
def test_what_is_nearly_the_same(second, found):
    assert said(LONG, second) == found


@pytest.mark.parametrize(
    ("second", "same"),
    [
        ("a clear plan with named supervisors and tested fixings throughout", True),
        ("clear plan with named supervisors and tested fixings throughout the building", True),
        ("clear plan with named supervisors and tested fixings", True),
        ("clear plan with named supervisors", False),  # half of it
        ("clear plan with named supervisors and tested fixings throughout and samples of all the timber", False),
        ("clear plan with named supervisors and tested ladders throughout", False),  # another thing was tested
        ("not clear plan with named supervisors and tested fixings throughout", False),
    ],
)
def test_a_word_more_makes_no_other_remark(second, same):
    found = said("clear plan with named supervisors and tested fixings throughout", second)
    assert found == ([Likeness((0, 1), False)] if same else [])


def test_groups_are_joined_through_common_members_and_come_in_order():
    first = LONG + " today"
    assert said("x y z", LONG, first, "a b", "a b", "") == [Likeness((1, 2), False), Likeness((3, 4), True)]
    assert said("one", "two", "", "") == []


def by_definition(texts, telling):
    """Pairs of different texts that are nearly the same, straight from the definition."""
    found = set()
    for first, second in combinations(sorted(set(texts)), 2):
        one, other = set(pairwise(first)), set(pairwise(second))
        differ = (Counter(first) - Counter(second)) + (Counter(second) - Counter(first))
        if (
            (one | other)
            and len(one & other) >= Fraction(7, 10) * max(len(one), len(other))
            and (Fraction(len(one & other), len(one | other)) >= Fraction(9, 10) or token_set(first, second))
            and not any(word in telling or any(map(str.isdigit, word)) for word in differ)
        ):
            found.add((first, second))
    return found


def token_set(first, second):
    both = set(first) & set(second)
    kept, others = ([word for word in text if word in both] for text in (first, second))
    if kept != others or Fraction(len(both), max(len(set(first)), len(set(second)))) < Fraction(8, 10):
        return False
    rest = min(len(" ".join(word for word in text if word not in both)) for text in (first, second))
    whole = len(" ".join(kept))
    return rest == 0 or Fraction(2 * whole, 2 * whole + rest + 1) >= Fraction(95, 100)


WORDS = [f"w{chr(97 + index)}" for index in range(12)] + ["not", "7"]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9), st.integers(2, 14))
def test_groups_are_those_of_the_definition(seed, size):
    rng = random.Random(seed)
    stem = [rng.choice(WORDS) for _ in range(rng.randint(1, 40))]
    texts = []
    for _ in range(size):
        words = list(stem)
        for _ in range(rng.randint(0, 2)):
            at = rng.randrange(len(words) + 1)
            words[at:at] = [rng.choice(WORDS)] if rng.random() < 0.5 else []
            if rng.random() < 0.4 and len(words) > 1:
                del words[-1]
        texts.append(tuple(words))
    near = by_definition(texts, TELLING)
    head = {one: one for one in texts}

    def root(one):
        while head[one] != one:
            one = head[one]
        return one

    for first, second in near:
        head[root(first)] = root(second)
    groups = {}
    for at, one in enumerate(texts):
        groups.setdefault(root(one), []).append(at)
    wanted = sorted(
        (tuple(members), len({texts[at] for at in members}) == 1) for members in groups.values() if len(members) > 1
    )
    assert [tuple(one) for one in alike(texts, TELLING)] == wanted


def some_texts(size, vocabulary):
    rng = random.Random(7)
    return [tuple(f"w{rng.randrange(vocabulary)}" for _ in range(30)) for _ in range(size)]


def test_the_work_is_in_step_with_the_texts_where_few_share_words():
    def made(size):
        texts = some_texts(size, 5 * size)
        return lambda: alike(texts)

    few, many = grown(made, 60)
    assert many < 12 * few


def test_texts_of_the_same_fifty_words_take_fewer_steps_than_there_are_pairs_of_them():
    texts = some_texts(500, 50)
    assert alike(texts) == []
    assert steps(lambda: alike(texts)) < 500 * 499 / 2
