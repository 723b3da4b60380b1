"""Texts that say the same in nearly the same words: exactly equal ones, and those that differ in a word or two that tell nothing.

Two texts are nearly the same where the Jaccard index of their pairs of neighbouring words (Broder 1997, shingles of two) is at
least .9, and where of the words they use at least .95 are common to both (Dice's coefficient). Both thresholds are heuristics;
they follow the note on evaluation statistics that this audit was written from. What differs must tell nothing: a number, a `not`
or another word for how good something is makes two judgements of two texts.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from fairaudit.frozen import Frozen

Words = tuple[str, ...]
NEAR = Fraction(9, 10)
"""The least Jaccard index of the pairs of words."""
SHARED = Fraction(95, 100)
"""The least Dice coefficient of the words."""


# Of two texts with so many words in common, at least this share of the words of either stands in the other.
_WORDS = SHARED / (2 - SHARED)
T = TypeVar("T")


class Likeness(Frozen):
    """The positions of texts that are alike, in order, and whether all of them are the very same words."""

    members: tuple[int, ...]
    exact: bool


def alike(texts: Sequence[Words], telling: frozenset[str] = frozenset()) -> list[Likeness]:
    """Return every group of two or more texts that are alike, in the order of their first members.

    `texts` are the words of each; a text without words is like none. `telling` are words by which two texts differ in what they
    say; words with a digit always do. Groups are joined through common members. Takes time in step with the number of words where
    few texts share pairs of words, since only those that share one of their rarest are compared (prefix filtering, Chaudhuri,
    Ganti and Kaushik 2006).
    """
    same: dict[Words, list[int]] = {}
    for at, one in enumerate(texts):
        if one:
            same.setdefault(one, []).append(at)
    kinds = list(same)
    joined = _joined(kinds, telling) if len(kinds) > 1 else [[at] for at in range(len(kinds))]
    found = [
        Likeness(tuple(sorted(at for kind in group for at in same[kinds[kind]])), len(group) == 1) for group in joined
    ]
    return sorted(one for one in found if len(one.members) > 1)


def _joined(kinds: list[Words], telling: frozenset[str]) -> list[list[int]]:
    """Return the positions of different texts in groups of those that are nearly the same."""
    some = _shared([frozenset(one) for one in kinds], _WORDS)
    pairs = {at: frozenset(pairwise(kinds[at])) for at in some}
    near = [some[at] for at in _shared(list(pairs.values()), NEAR)]
    more = _once_more(pairs[at] for at in near)
    common = {at: more & pairs[at] for at in near}
    counts = Counter(one for at in near for one in common[at])
    head = list(range(len(kinds)))
    buckets: dict[tuple[str, str], list[int]] = {}
    for at in near:
        rest = len(common[at]) - _least(len(pairs[at]))
        rarest = sorted(common[at], key=lambda one: (counts[one], one))[: rest + 1]
        for other in sorted({other for one in rarest for other in buckets.get(one, ())}):
            if _root(head, other) != _root(head, at) and _near(kinds, pairs, telling, at, other):
                head[_root(head, at)] = _root(head, other)
        for one in rarest:
            buckets.setdefault(one, []).append(at)
    groups: dict[int, list[int]] = {}
    for at in range(len(kinds)):
        groups.setdefault(_root(head, at), []).append(at)
    return list(groups.values())


def _shared(sets: list[frozenset[T]], least: Fraction) -> list[int]:
    """Return the positions of the sets of which at least a share stands in other sets too: only these can be near another."""
    more = _once_more(sets)
    top, low = least.numerator, least.denominator
    return [at for at, one in enumerate(sets) if one and len(one & more) * low >= top * len(one)]


def _once_more(sets: Iterable[frozenset[T]]) -> set[T]:
    """Return what stands in more than one of some sets."""
    once: set[T] = set()
    more: set[T] = set()
    for one in sets:
        more |= once & one
        once |= one
    return more


def _least(size: int) -> int:
    """Return how many pairs a text of some pairs must share with one that is nearly the same."""
    return -(-size * NEAR.numerator // NEAR.denominator)


def _root(head: list[int], at: int) -> int:
    while head[at] != at:
        head[at] = head[head[at]]
        at = head[at]
    return at


def _near(
    kinds: list[Words], pairs: dict[int, frozenset[tuple[str, str]]], telling: frozenset[str], first: int, second: int
) -> bool:
    one, other = pairs[first], pairs[second]
    shared = len(one & other)
    if shared < NEAR * (len(one) + len(other) - shared):
        return False
    words, others = set(kinds[first]), set(kinds[second])
    if 2 * len(words & others) < SHARED * (len(words) + len(others)):
        return False
    differ = (Counter(kinds[first]) - Counter(kinds[second])) + (Counter(kinds[second]) - Counter(kinds[first]))
    return not any(word in telling or any(map(str.isdigit, word)) for word in differ)
