"""Texts that say the same in nearly the same words: exactly equal ones, and those that differ in a word or two that tell nothing.

Two texts are nearly the same where the Jaccard index of their pairs of neighbouring words (Broder 1997, shingles of two) is at
least .9; or where the words they share stand in both in one order and make at least .95 of their letters, counted as the token
set ratio of RapidFuzz does: words that only one of them has are left out, so that `A clear plan` is `Clear plan` again. Then
at least .8 of the different words of either stand in the other, so that a remark of three words is not one that goes on for
ten, and .7 of its pairs. All four thresholds are heuristics; .9 and .95 follow the note on evaluation statistics that this
audit was written from. What differs must tell nothing: a number, a `not` or another word for how good something is makes two
judgements of two texts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, pairwise
from typing import TypeVar

from fairaudit.frozen import Frozen

Words = tuple[str, ...]
Pairs = frozenset[tuple[str, str]]
NEAR = Fraction(9, 10)
"""The least Jaccard index of the pairs of words."""
SHARED = Fraction(95, 100)
"""The least token set ratio."""
WORDS = Fraction(8, 10)
"""The least share of the words of either text that stands in the other, where the token set ratio decides."""
PAIRS = Fraction(7, 10)
"""The least share of the pairs of either text that stands in the other."""

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
    """Return the positions of different texts that are nearly the same as others, in groups.

    Most texts that share pairs differ in a number or another telling word, and are not looked at.
    """
    groups: list[list[int]] = []
    for same in _marked_alike(kinds, telling):
        pairs = {at: frozenset(pairwise(kinds[at])) for at in same}
        near = _shared(pairs, PAIRS)
        head = {at: at for at in near}
        for at, other in _candidates(pairs, near):
            if _root(head, other) != _root(head, at) and _near(kinds, pairs, telling, at, other):
                head[_root(head, at)] = _root(head, other)
        joined: dict[int, list[int]] = {}
        for at in near:
            joined.setdefault(_root(head, at), []).append(at)
        groups += [one for one in joined.values() if len(one) > 1]
    return groups


def _marked_alike(kinds: list[Words], telling: frozenset[str]) -> list[list[int]]:
    """Return the positions of texts that hold the same words of those by which any two texts say different things."""
    words = frozenset(chain.from_iterable(kinds))
    marked = frozenset(one for one in words if one in telling or any(map(str.isdigit, one)))
    found: dict[frozenset[str], list[int]] = {}
    for at, one in enumerate(kinds):
        found.setdefault(marked.intersection(one), []).append(at)
    return [same for same in found.values() if len(same) > 1]


def _candidates(pairs: Mapping[int, Pairs], near: list[int]) -> Iterator[tuple[int, int]]:
    """Yield texts that share `PAIRS` of the pairs of either, looked for among those that share one of their rarest pairs."""
    counts = Counter(chain.from_iterable(pairs[at] for at in near))
    least = {at: _least(len(pairs[at])) for at in near}
    buckets: dict[tuple[str, str], list[int]] = {}
    for at in near:
        common = [one for one in pairs[at] if counts[one] > 1]
        rest = len(common) - least[at]
        rarest = sorted(common, key=lambda one: (counts[one], one))[: max(0, rest + 1)]
        own = pairs[at]
        seen = set(chain.from_iterable(buckets.get(one, ()) for one in rarest))
        for other in sorted(one for one in seen if len(own & pairs[one]) >= max(least[at], least[one])):
            yield at, other
        for one in rarest:
            buckets.setdefault(one, []).append(at)


def _shared(sets: Mapping[int, Pairs], least: Fraction) -> list[int]:
    """Return the positions of the sets of which at least a share stands in other sets too: only these can be near another."""
    counts = Counter(chain.from_iterable(sets.values()))
    alone = {one for one, count in counts.items() if count == 1}
    top, low = least.numerator, least.denominator
    room = low - top
    return [at for at, one in sets.items() if one and len(one & alone) * low <= room * len(one)]


def _least(size: int) -> int:
    """Return how many pairs a text of some pairs must share with one that is nearly the same."""
    return -(-size * PAIRS.numerator // PAIRS.denominator)


def _root(head: dict[int, int], at: int) -> int:
    while head[at] != at:
        head[at] = head[head[at]]
        at = head[at]
    return at


def _near(kinds: list[Words], pairs: Mapping[int, Pairs], telling: frozenset[str], first: int, second: int) -> bool:
    one, other = pairs[first], pairs[second]
    shared = len(one & other)
    if _is_less(shared, NEAR, len(one) + len(other) - shared) and not _same_but_for_some(kinds[first], kinds[second]):
        return False
    differ = (Counter(kinds[first]) - Counter(kinds[second])) + (Counter(kinds[second]) - Counter(kinds[first]))
    return not any(word in telling or any(map(str.isdigit, word)) for word in differ)


def _same_but_for_some(first: Words, second: Words) -> bool:
    """Whether the words that two texts share stand in one order and are nearly all of the one that has fewer others."""
    words, others = set(first), set(second)
    common = words & others
    if _is_less(len(common), WORDS, max(len(words), len(others))):
        return False
    kept = [word for word in first if word in common]
    if kept != [word for word in second if word in common]:
        return False
    letters = len(" ".join(kept))
    apart = min(len(" ".join(one for one in text if one not in common)) for text in (first, second))
    # A text that has no words of its own is all of it; else one blank parts these from the rest.
    return apart == 0 or not _is_less(2 * letters, SHARED, 2 * letters + apart + 1)


def _is_less(count: int, share: Fraction, whole: int) -> bool:
    """Whether a count is less than a share of another; in whole numbers, since it is asked of very many texts."""
    return count * share.denominator < share.numerator * whole
