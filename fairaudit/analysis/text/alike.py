"""Texts that say the same in nearly the same words: exactly equal ones, and those that differ in a word or two that tell nothing.

Two texts are nearly the same where the Jaccard index of their pairs of neighbouring words (Broder 1997, shingles of two) is at
least .9, and where of the words they use at least .95 are common to both (Dice's coefficient). Both thresholds are heuristics;
they follow the note on evaluation statistics that this audit was written from. What differs must tell nothing: a number, a `not`
or another word for how good something is makes two judgements of two texts.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import chain, pairwise
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
    joined = _joined(kinds, telling) if len(kinds) > 1 else []
    found = [Likeness(tuple(sorted(at for kind in group for at in same[kinds[kind]])), False) for group in joined]
    if len(kinds) < len(texts):
        taken = {kinds[kind] for group in joined for kind in group}
        found += [Likeness(tuple(each), True) for one, each in same.items() if len(each) > 1 and one not in taken]
    return sorted(found)


def _joined(kinds: list[Words], telling: frozenset[str]) -> list[list[int]]:
    """Return the positions of different texts that are nearly the same as others, in groups."""
    some = _shared([frozenset(one) for one in kinds], _WORDS)
    pairs = {at: frozenset(pairwise(kinds[at])) for at in some}
    near = [some[at] for at in _shared(list(pairs.values()), NEAR)]
    counts = Counter(chain.from_iterable(pairs[at] for at in near))
    head = {at: at for at in near}
    buckets: dict[tuple[str, str], list[int]] = {}
    for at in near:
        common = [one for one in pairs[at] if counts[one] > 1]
        rest = len(common) - _least(len(pairs[at]))
        rarest = sorted(common, key=lambda one: (counts[one], one))[: max(0, rest + 1)]
        for other in sorted({other for one in rarest for other in buckets.get(one, ())}):
            if _root(head, other) != _root(head, at) and _near(kinds, pairs, telling, at, other):
                head[_root(head, at)] = _root(head, other)
        for one in rarest:
            buckets.setdefault(one, []).append(at)
    groups: dict[int, list[int]] = {}
    for at in near:
        groups.setdefault(_root(head, at), []).append(at)
    return [one for one in groups.values() if len(one) > 1]


def _shared(sets: list[frozenset[T]], least: Fraction) -> list[int]:
    """Return the positions of the sets of which at least a share stands in other sets too: only these can be near another."""
    counts = Counter(chain.from_iterable(sets))
    alone = {one for one, count in counts.items() if count == 1}
    top, low = least.numerator, least.denominator
    room = low - top
    return [at for at, one in enumerate(sets) if one and len(one & alone) * low <= room * len(one)]


def _least(size: int) -> int:
    """Return how many pairs a text of some pairs must share with one that is nearly the same."""
    return -(-size * NEAR.numerator // NEAR.denominator)


def _root(head: dict[int, int], at: int) -> int:
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
