"""The first words of a bidder's longer name, where the words around them speak of a firm: `Cedar Infrastructure had`.

The name is `Cedar Infrastructure Catering Ltd`. `North Eastern schools` and `the Birch Lane depot` are of a place.
"""

from __future__ import annotations

import re

from fairaudit.checks.moderation.comments import Comment, Name, Words, words_of
from fairaudit.checks.moderation.short_names import BIDS, MORE, may_speak_of_a_bid
from fairaudit.checks.moderation.written_names import stands_as_a_firm

_TOLD = frozenset({
    "gave", "gives", "offered", "offers", "showed", "shows", "scored", "scores", "provided", "provides", "proposed", "proposes",
    "explained", "explains", "said", "says", "did", "had", "described", "describes", "names", "named",
})  # fmt: skip
"""What is told of a firm, and not of a place. Heuristic."""
_ALSO_OF_PLACES = frozenset({"has", "is", "was", "will", "would", "covers", "needs"})
_PLACES = frozenset({
    "avenue", "bank", "bay", "bridge", "brook", "castle", "centre", "church", "city", "close", "coast", "cross", "court", "dale",
    "drive", "east", "farm", "field", "fields", "forest", "gate", "green", "grove", "hall", "harbour", "heath", "hill", "hills",
    "house", "island", "lane", "lodge", "mill", "moor", "north", "park", "place", "quay", "river", "road", "school", "shore",
    "side", "south", "square", "street", "vale", "valley", "view", "village", "water", "way", "west", "wood", "woods",
})  # fmt: skip
_NEAR = 4
"""How many words after a name may compare with it. Heuristic."""


def begun_name(names: dict[str, tuple[Name, ...]], words: Words, at: int) -> Name | None:
    """Return whose longer name begins with two or more words that stand at a place, where one bidder alone has such a name."""
    found: dict[Words, set[str]] = {}
    called: dict[Words, str] = {}
    for one in names.get(words[at], ()):
        length = next((n for n, word in enumerate(one.words) if words[at + n : at + n + 1] != (word,)), 0)
        if 1 < length < len(one.words):
            found.setdefault(one.words[:length], set()).update(one.parties)
            called.setdefault(one.words[:length], one.called)
    longest = max(found, key=len, default=())
    if not longest or any(
        each.words[: len(longest)] == longest and not each.parties <= found[longest] for each in names[words[at]]
    ):
        return None
    return Name(longest, called[longest], frozenset(found[longest])) if len(found[longest]) == 1 else None


def speaks_of_the_firm(one: Comment, at: int, name: Name, common: frozenset[str]) -> bool:
    """Whether the first words of a longer name, written with capitals, are that of the firm by the words around them.

    Words that may as well be of a place, or that are common, need a word that is said of a bidder alone, or a comparison.
    """
    last = at + len(name.words) - 1
    pattern = r"[\s-]+".join(map(re.escape, name.words))
    places = [each for each in re.finditer(rf"(?i)\b{pattern}\b", one.text) if _has_capitals(each[0])]
    if not places or one.text.isupper():
        return False
    if may_speak_of_a_bid(one.words, last) or may_speak_of_a_bid(one.words, at):
        return True
    doubtful = name.words[-1] in _PLACES or name.words[-1] in common
    return any(_is_told_of(one.text, each, doubtful=doubtful) for each in places)


def _has_capitals(said: str) -> bool:
    return all(part[:1].isupper() for part in re.split(r"[\s-]+", said))


def _is_told_of(text: str, found: re.Match[str], *, doubtful: bool) -> bool:
    possessive = text[found.end() : found.end() + 2] in ("'s", "\u2019s")
    after = words_of(text[found.end() + (2 if possessive else 0) :])[: _NEAR + 1]
    compared = not MORE.isdisjoint(after) or (possessive and not BIDS.isdisjoint(after[:1]))
    if not _TOLD.isdisjoint(after[:1]) and not possessive:
        return True
    if doubtful:
        return compared and (possessive or not _ALSO_OF_PLACES.isdisjoint(after[:1]))
    return compared or possessive or not _ALSO_OF_PLACES.isdisjoint(after[:1]) or stands_as_a_firm(text, *found.span())
