"""Whether all that is told of a contact is a courtesy: a greeting at a fair, congratulations on an anniversary, Easter wishes.

Every word must be one of courtesy, so that whatever else is told beside it leaves the contact what it is.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.messages.not_spoken_of import denies, parts
from fairaudit.analysis.messages.set_courtesies import is_a_set_courtesy
from fairaudit.analysis.names import words

_WISHES = frozenset({
    "greeted", "greets", "greet", "greeting", "greetings", "hello", "goodbye", "pleasantries", "nodded", "waved", "handshake",
    "wish", "wished", "wishes", "wishing", "merry", "happy", "christmas", "xmas", "easter", "eid", "diwali", "hanukkah",
    "condolence", "condolences", "sympathy", "morning", "afternoon", "evening",
})  # fmt: skip
_CONGRATULATES = frozenset({"congratulations", "congratulated", "congratulates", "congratulate", "congrats"})
_OCCASIONS = frozenset({
    "anniversary", "birthday", "jubilee", "wedding", "marriage", "birth", "baby", "daughter", "son", "child", "retirement",
    "promotion",
})  # fmt: skip
"""What somebody is congratulated on; congratulations on nothing that is named may be on the award."""
_HANDS = (("shook", "hands"), ("shaking", "hands"), ("shake", "hands"))
_AROUND = frozenset({
    "a", "an", "the", "at", "in", "on", "of", "for", "to", "and", "with", "from", "by", "your", "their", "his", "her", "our",
    "my", "we", "us", "i", "they", "he", "she", "him", "them", "you", "it", "was", "were", "is", "all", "each", "other", "both",
    "one", "another", "only", "just", "also", "briefly", "very", "many", "most", "said", "exchanged", "sent", "card", "as",
    "fair", "trade", "exhibition", "conference", "street", "corridor", "station", "train", "lobby", "lift", "entrance", "door",
    "passing", "new", "year", "years", "s", "season", "seasons", "festive", "holiday", "holidays", "prosperous", "peaceful",
    "restful", "joyful", "blessed", "mubarak", "day", "days", "summer", "winter", "spring", "weekend", "best", "good", "kind",
    "kindest", "warm", "warmest", "regards", "dear", "team", "family", "everybody", "everyone", "staff", "colleagues", "firm",
    "company", "director", "manager", "stand", "shook", "shaking", "shake", "hands", "well", "heartfelt", "sincere", "death",
    "loss", "founder",
})  # fmt: skip
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "professor"})
_SAT_TOGETHER = frozenset({
    "lunch", "dinner", "supper", "breakfast", "coffee", "drinks", "pub", "bar", "restaurant", "golf", "party", "meeting", "visit",
    "home", "office", "video", "teams", "zoom", "skype", "webex",
})  # fmt: skip
"""Ways by which more is said than a greeting, whatever was written down."""
_PLAIN = _WISHES | _CONGRATULATES | _OCCASIONS | _AROUND | _TITLES


@lru_cache(maxsize=1024)
def only_courtesies(told: tuple[str | None, ...], names: tuple[str, ...] = (), way: str | None = None) -> bool:
    """Whether each part of what is told is a courtesy to those named, or denies that a tender was spoken of, by a short way."""
    if not _SAT_TOGETHER.isdisjoint(words(way or "")):
        return False
    said = [part for one in told if one for part in parts(one)]
    own = frozenset(word for name in names for word in words(name))
    kind = [_is_a_courtesy(words(one), own) or is_a_set_courtesy(one) for one in said]
    return any(kind) and all(found or denies(one) for found, one in zip(kind, said, strict=True))


def _is_a_courtesy(said: tuple[str, ...], own: frozenset[str]) -> bool:
    if ("hands", "on") in pairwise(said):
        # Hands are shaken on something that was agreed.
        return False
    if not _wishes_well(frozenset(said), said):
        return False
    return all(one in _PLAIN or one in own or _is_called(said, at) for at, one in enumerate(said))


def _wishes_well(held: frozenset[str], said: tuple[str, ...]) -> bool:
    if held & _CONGRATULATES:
        return bool(held & _OCCASIONS)
    return bool(held & _WISHES) or any(said[at : at + 2] in _HANDS for at in range(len(said)))


def _is_called(said: tuple[str, ...], at: int) -> bool:
    """Whether a word is a name behind a title, or counts an anniversary: `Mr Moss`, `your 50th anniversary`."""
    if said[at - 1 : at] and said[at - 1] in _TITLES:
        return True
    return (
        said[at][:1].isdigit() and not said[at].isdigit() and said[at + 1 : at + 2] in (("anniversary",), ("birthday",))
    )
