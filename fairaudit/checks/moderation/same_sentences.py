"""Comments that say the same of several bids in sentences that stand in another order, or beside one that names nothing of a bid.

`Satisfactory overall` is no reason for a score, so that the rest of a comment is all that it says. A sentence that says anything
of a bid may be what the scores differ by: then comments are not the same, however much they share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise

from fairaudit.analysis.text.scores.about_scoring import NAMES_NOTHING, gives_no_ground, speaks_of_scoring_alone
from fairaudit.checks.moderation.comments import (
    Comment,
    Words,
    names_by_first_word,
    sentence_texts,
    without_names,
    words_of,
)
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case

_PART = 4
"""From how many words what is joined by `and` may stand before the other or after it: items of a list may not. Heuristic."""

_SHARED = 3
"""One in so many pairs of words must stand in another comment; names, another order and what names nothing are the rest."""

Sentences = tuple[tuple[Words, ...], ...]


class Rearranged(Frozen):
    """The positions of comments that say the same, and the sentences of some of them that name nothing of a bid."""

    members: tuple[int, ...]
    besides: tuple[str, ...]


class _Told(Frozen):
    """What a comment says of a bid, whatever the order, in how many words, and its other sentences as they are written."""

    sentences: Sentences
    number: int
    besides: tuple[str, ...]


def rearranged(case: Case, comments: Sequence[Comment], *, ordered: int, beside: int) -> Iterator[Rearranged]:
    """Yield groups of comments that say the same in another order, from `ordered` words, or beside more, from `beside` words."""
    groups: dict[Sentences, list[tuple[int, _Told]]] = {}
    texts = [one.words if len(one.words) >= ordered else () for one in comments]
    named = _naming_the_same(case, texts)
    for at in _sharing(texts) if named else ():
        if at not in named:
            continue
        told = case.once(_read)(comments[at].text)
        groups.setdefault(told.sentences, []).append((at, told))
    for group in groups.values():
        besides = tuple(dict.fromkeys(text for _, told in group for text in told.besides))
        if len(group) > 1 and group[0][1].number >= (beside if besides else ordered):
            yield Rearranged(tuple(at for at, _ in group), besides)


def _naming_the_same(case: Case, texts: Sequence[Words]) -> frozenset[int]:
    """Return the positions of texts in which the same words say something of a bid: only these can say the same."""
    silent = case.once(_silent)
    groups: dict[frozenset[str], list[int]] = {}
    for at, one in enumerate(texts):
        if one:
            groups.setdefault(
                frozenset([word for word in one if word not in silent and not word.isdigit()]), []
            ).append(at)
    return frozenset(at for group in groups.values() if len(group) > 1 for at in group)


def _silent(case: Case) -> frozenset[str]:
    """Return the words by which comments that say the same may differ, beside figures: those of names, and what names nothing."""
    names = (word for each in names_by_first_word(case).values() for one in each for word in one.words)
    return NAMES_NOTHING.union(names)


def _sharing(texts: Sequence[Words]) -> list[int]:
    """Return the positions of texts that share many pairs of neighbouring words with others: few need to be taken apart."""
    seen: set[tuple[str, str]] = set()
    shared: set[tuple[str, str]] = set()
    for one in texts:
        pairs = set(pairwise(one))
        shared |= pairs & seen
        seen |= pairs
    return [at for at, one in enumerate(texts) if one and _SHARED * len(shared.intersection(pairwise(one))) >= len(one)]


def _read(case: Case) -> Callable[[str], _Told]:
    """Return what takes comments apart, each text once: people write the same words beside many scores."""
    return cache(partial(_told, case))


def _told(case: Case, text: str) -> _Told:
    kept: list[tuple[Words, ...]] = []
    besides: list[str] = []
    for one in sentence_texts(text):
        words = without_names(case, words_of(one))
        if _names_nothing(words):
            besides.append(" ".join(one.split()))
        elif words:
            kept.append(_parts(words))
    return _Told(tuple(sorted(kept)), sum(len(part) for parts in kept for part in parts), tuple(besides))


def _names_nothing(words: Words) -> bool:
    """Whether a sentence speaks of the scoring alone, or only says how good all is; a figure may be the bid's own."""
    if not words:
        return False
    return speaks_of_scoring_alone(words) or (not any(map(str.isdigit, words)) and gives_no_ground(words, frozenset()))


def _parts(words: Words) -> tuple[Words, ...]:
    """Return what a sentence joins by `and`, where each is long enough to stand alone, in one order."""
    found: list[Words] = []
    begin = 0
    for at, word in enumerate(words):
        if word == "and" and at - begin >= _PART and len(words) - at > _PART:
            found.append(words[begin:at])
            begin = at + 1
    return tuple(sorted((*found, words[begin:])))
