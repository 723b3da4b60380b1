"""The statements of a sentence: parts with a verb of their own, such as `X must be used` before `and no other may be`."""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.text.polarity_words import CUTS, EMPTY, FINITE, LINKS, NOTHING, RELATIVE, SKIPPED
from fairaudit.analysis.text.prose import Prose
from fairaudit.frozen import Frozen

# As far as a sentence is read on either side of what is named, so that one without an end takes no longer.
_WINDOW = 60
_PARTING = LINKS | CUTS


class Statement(Frozen):
    """Words of a sentence with one verb of its own, and the first and last of them."""

    first: int
    after: int


def statement_of(prose: Prose, start: int, end: int) -> Statement:
    """Return the statement that some words stand in, as far as it is read for them."""
    starts = _statements(prose)
    first, after = around(prose, start, end)
    first = max(first, starts[bisect_right(starts, start) - 1])
    later = bisect_left(starts, end)
    return Statement(first, min(after, starts[later]) if later < len(starts) else after)


def around(prose: Prose, start: int, end: int) -> tuple[int, int]:
    """Return the part of a sentence that is read for some of its words: all of it, unless it is very long."""
    first, after = prose.sentence_of(start)
    return max(first, start - _WINDOW), min(after, end + _WINDOW)


@lru_cache(maxsize=256)
def _statements(prose: Prose) -> tuple[int, ...]:
    """Return where the statements of a text begin."""
    found: list[int] = []
    for first, after in pairwise((*prose.starts, len(prose.words))):
        found.append(first)
        verbs = main_verbs(prose, first, after)
        places = [one for one in range(first + 1, after) if prose.words[one] in _PARTING or is_apart(prose, one)]
        for at, following in pairwise((*places, after)):
            if prose.words[at] in CUTS or _goes_on(prose, verbs, found[-1], at, following):
                found.append(at)
    return tuple(found)


def _goes_on(prose: Prose, verbs: list[int], first: int, at: int, following: int) -> bool:
    """Whether a statement that has its verb is followed, after an `and` or a comma, by another one with its own.

    After a comma and an `and` what comes before needs no verb: `ten years of trading, and late bids are not accepted`.
    """
    linked = prose.words[at] in LINKS
    begins = at + linked
    has_verb = bisect_left(verbs, at) > bisect_left(verbs, first)
    if begins >= prose.sentence_of(at)[1] or not (has_verb or (linked and is_apart(prose, at))):
        return False
    if has_verb and (prose.words[begins] in NOTHING or ":" in _gap(prose, at)):
        return True
    return bool(main_verbs(prose, begins, following))


def is_apart(prose: Prose, word: int) -> bool:
    """Whether a comma, a colon or the like stands before a word; a text that was joined from others has no signs."""
    return not SKIPPED.isdisjoint(_gap(prose, word))


def _gap(prose: Prose, word: int) -> str:
    """Return what stands between a word and the one before it."""
    return prose.text[prose.spans[word - 1][1] : prose.spans[word][0]] if prose.spans else ""


def main_verbs(prose: Prose, first: int, after: int) -> list[int]:
    """Return where the main verbs of some words begin: those of clauses with `that` or `which` are none."""
    found: list[int] = []
    relative, running = 0, False
    for at in range(first, after):
        word = prose.words[at]
        if word in RELATIVE:
            relative, running = relative + 1, False
        elif word in FINITE and not (at > first and prose.words[at - 1] == "to"):
            if not running and relative:
                relative -= 1
            elif not running:
                found.append(at)
            running = True
        elif word not in EMPTY:
            running = False
    return found
