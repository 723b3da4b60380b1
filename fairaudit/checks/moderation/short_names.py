"""The short forms in which comments name rivals: the first word of a name, where other words say that a bid is meant.

`Brampton` alone may be a town and `Oak` a timber. `Weaker than Brampton`, `unlike Oak` and `the Brampton bid` speak of bids.
"""

from __future__ import annotations

from fairaudit.checks.moderation.comments import Name, Words, names_by_first_word, words_of
from fairaudit.checks.scoring.criteria.tree import questions
from fairaudit.procurement.case import Case

_LEAST = 3
"""Shorter words are too often something else. Heuristic."""
_LEADING = frozenset({"than", "unlike", "versus", "vs"})
_COMPARING = frozenset({"compared", "comparison", "contrast", "relative", "similar", "inferior", "superior"})
_ARTICLES = frozenset({"the", "that", "those", "of"})
BIDS = frozenset({
    "bid", "tender", "offer", "answer", "response", "submission", "proposal", "bids", "tenders", "offers", "answers", "responses",
    "submissions", "proposals",
})  # fmt: skip


MORE = frozenset({
    "more", "less", "better", "worse", "fuller", "stronger", "weaker", "clearer", "best", "worst", "strongest", "weakest",
})  # fmt: skip
"""What compares with somebody who is named before."""
_BESIDE = frozenset({
    "above", "ahead", "behind", "below", "beat", "beats", "match", "matches", "matching", "outperforms", "surpasses", "trails",
})  # fmt: skip
_MEASURES = frozenset({"level", "quality", "standard", "strength"})
_REACHING = frozenset({"above", "at", "below", "beyond", "near", "reach", "reaches", "same", "to"})
_BIDDING = frozenset({"bid", "gave", "offered", "proposed", "scored", "submitted", "tendered"})
_HAVING = frozenset({"has", "gives", "is", "shows", "was"})
_FULLER = MORE - {"more", "less"}
"""What compares bids sooner than places: `Brampton has more schools`. Heuristic."""
_NEAR = 3
"""How many words after a name may compare with it. Heuristic."""


def short_names(case: Case) -> dict[str, Name]:
    """Return by its first word who is meant where a bidder is called by that alone; no word of the buyer's or a person's name."""
    return case.once(_short_names)


def _short_names(case: Case) -> dict[str, Name]:
    buyer = case.tender.buyer
    taken = {*words_of(buyer.name or "")} if buyer else set[str]()
    # A member of the panel, or of a bidder's staff, may be called by that word too.
    taken.update(word for one in case.people for word in words_of(one.name or ""))
    found: dict[str, Name] = {}
    for word, names in names_by_first_word(case).items():
        parties = frozenset[str]().union(*(one.parties for one in names))
        if len(word) >= _LEAST and word.isalpha() and len(parties) == 1 and word not in taken:
            found[word] = Name((word,), names[0].called, parties)
    return found


def speaks_of_a_bid(words: Words, at: int) -> bool:
    """Whether the words around a word make it the name of a bidder: `than` it, `compared with` it, `as good as` it, its bid."""
    if words[at + 1 : at + 2] and words[at + 1] in BIDS:
        return True
    before = [one for one in words[max(0, at - 5) : at] if one not in _ARTICLES]
    if not before:
        return False
    if before[-1] in _LEADING:
        return True
    if before[-1] in {"with", "to"}:
        return len(before) > 1 and before[-2] in _COMPARING
    # `as good as`, `the same as`: `as` alone may lead to anything.
    return before[-1] == "as" and ("as" in before[-3:-1] or before[-2:-1] == ["same"])


def may_speak_of_a_bid(words: Words, at: int) -> bool:
    """Whether the words around a word make it likely to be a bidder's name: as above, or `behind` it, `at the level of` it.

    These may also lead to a place, and a longer name that follows them is not sure to be compared with.
    """
    after = words[at + 1 : at + 2 + _NEAR]
    if not _BIDDING.isdisjoint(after[:1]) or speaks_of_a_bid(words, at):
        return True
    # `Brampton had a second van` tells of what was read before; `Rowan had been felled` does not.
    if after[:1] == ("had",) and after[1:2] not in ((), ("been",)):
        return True
    if not _HAVING.isdisjoint(after[:1]) and not _FULLER.isdisjoint(after):
        return True
    before = [one for one in words[max(0, at - 5) : at] if one not in _ARTICLES]
    if not _BESIDE.isdisjoint(before[-1:]) or before[-2:] in (["par", "with"], ["only", "to"]):
        return True
    return len(before) > 1 and before[-1] in _MEASURES and before[-2] in _REACHING


_OWN_BIDS = frozenset({"bid", "bids", "bidder", "submission"})
"""What is somebody's and nothing else; a tender may be what is bought, an answer that of a part."""
_CUT = 3
"""How many letters a word that is cut short lacks at least: with fewer it may be another word. Heuristic."""


def is_the_bid_of(words: Words, at: int) -> bool:
    """Whether a bid is called by a word, however it is written: `the birch bid`."""
    return words[max(0, at - 1) : at] == ("the",) and not _OWN_BIDS.isdisjoint(words[at + 1 : at + 2])


def of_the_tender(case: Case) -> frozenset[str]:
    """Return the words by which the tender, its lots and criteria are called: `the mowing bid` may be that for the mowing."""
    texts = [case.tender.title, case.tender.description, *(one.title for one in case.lots)]
    texts += [one.criterion.name for one in questions(case)]
    return frozenset(word for one in texts for word in words_of(one or ""))


_ENDINGS = frozenset({
    "erly", "ern", "erner", "erners", "ers", "ing", "ings", "land", "lands", "ment", "ments", "scape", "scapes", "side", "ward",
    "ways", "wood", "work", "works", "yard",
})  # fmt: skip
"""What English puts behind a whole word: `East` is a word in itself, and no short form of `Eastern`."""


def cut_short(name: Name, after: Words, common: frozenset[str]) -> bool:
    """Whether what follows the first word of a name is its second, cut short: `Cedar Infra` for `Cedar Infrastructure`.

    A word in itself, such as `East` for `Eastern`, may as well be meant as what it is, and so may one of the `common` ones.
    """
    second = words_of(name.called)[1:2]
    if not second or not after or len(after[0]) <= _CUT or after[0] in common:
        return False
    rest = second[0].removeprefix(after[0])
    return _CUT <= len(rest) < len(second[0]) and rest not in _ENDINGS


def compares_with(words: Words, first: int, last: int) -> bool:
    """Whether the words around a name, from its first to its last word, speak of its bid: as above, or `has more` after it."""
    after = words[last + 1 : last + 1 + _NEAR]
    return not MORE.isdisjoint(after) or speaks_of_a_bid(words, first) or speaks_of_a_bid(words, last)
