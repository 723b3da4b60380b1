"""Whether a word stands in a text as a name: with a capital that is not only that of a sentence."""

from collections.abc import Iterator

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.moderation.comments import words_of
from fairaudit.checks.moderation.short_names import BIDS, MORE

_SENTENCE = late_pattern(r"[.!?;\n]")
_ENDS = frozenset(".!?;:\u2022")
_VERBS = frozenset({
    "is", "was", "has", "had", "will", "would", "does", "did", "can", "could", "may", "might", "must", "should", "shows", "gives",
    "covers", "offers", "proposes", "provides", "plans", "names", "says", "scored", "scores", "explains", "sets", "and", "or",
})  # fmt: skip
"""What follows the name of a firm and hardly ever a word that describes the next one. Heuristic."""
_HELPING = frozenset({
    "is", "was", "has", "had", "will", "would", "can", "could", "may", "might", "must", "should",
})  # fmt: skip
_AFTER_A_THING = _HELPING | {"are", "were", "have"}
"""What follows a thing that was called by two words: `Aspen logs are`. Heuristic."""
_AFTER_A_FIRM = (_VERBS - _HELPING - {"and", "or"}) | {
    "here", "on", "for", "with", "as", "but", "because", "though", "while", "which", "who", "whose", "too", "also",
}  # fmt: skip
"""What follows the name of a firm; a verb that says something of a town as well is none of them. Heuristic."""
_ARTICLES = frozenset({"the", "that", "this"})
_TO_PLACES = frozenset({
    "in", "at", "to", "from", "of", "near", "around", "outside", "between", "into", "via", "through", "towards", "across",
    "beyond", "over", "within", "behind", "above", "below",
})  # fmt: skip
"""What leads to a place as often as to a firm. Heuristic."""
_OF_BIDS = frozenset({"of", "from"})
_MEANS = frozenset({"by", "with", "via", "using", "uses", "use", "has", "have", "no"})
"""What leads to a thing that is used as often as to a firm. Heuristic."""
_VOWELS = frozenset("aeiouy")
_JOINING = frozenset({"and", "or"})
_COMPARES = MORE | {"than", "unlike", "bid", "bidder", "tender", "offer"}


def is_written_as_a_name(text: str, word: str, common: frozenset[str]) -> bool:
    """Whether a word in small letters stands in a text with a capital, and the text is not in capitals throughout.

    A common word is no name where it begins a sentence and describes the next: `Central heating is planned well`. Any other is
    none where a verb follows the two in a sentence that compares nothing: `Aspen logs are used for the fenders`.
    """
    name = word.capitalize()
    if text.isupper():
        return False
    if word not in common and any(True for _ in _places(text, word.upper())):
        return True
    if name not in text:
        return False
    places = ((at, at + len(name)) for at in _places(text, name))
    return any(not _describes(text, *one) or not (word in common or _names_a_thing(text[one[1] :])) for one in places)


def may_name_a_firm(text: str, word: str) -> bool:
    """Whether a word in small letters stands in a text with a capital, and the words around make it neither a thing nor a place.

    `preferred Rowan here`, `Rowan's plan` and `as with Rowan.` may be of a firm; `Rowan trees`, `near Rowan` and `Rowan House`
    are of something else.
    """
    name = word.capitalize()
    return not text.isupper() and any(stands_as_a_firm(text, at, at + len(name)) for at in _places(text, name))


def is_called_by_letters(text: str, word: str, called: str) -> bool:
    """Whether a firm that is called by letters, such as `BCW`, is named by them, and not a thing that bears the same ones.

    Letters among which a vowel stands may be a word; `tracked by GPS` and `GPS units` are of a thing.
    """
    name = word.upper()
    if text.isupper() or name not in called.split() or not _VOWELS.isdisjoint(word):
        return False
    places = [at for at in _places(text, name) if _MEANS.isdisjoint(text[:at].lower().split()[-1:])]
    return any(stands_as_a_firm(text, at, at + len(name)) for at in places)


def stands_as_a_firm(text: str, start: int, end: int) -> bool:
    """Whether the words around what stands in a text make it neither a thing nor a place."""
    sentence = _SENTENCE.split(text[:start])[-1].split()
    before = [one.strip("(,:\"'“‘").lower() for one in sentence if one.lower() not in _ARTICLES]
    if before and before[-1] in _TO_PLACES and not (before[-1] in _OF_BIDS and BIDS.intersection(before[-4:-1])):
        return False
    if text[end : end + 2] in ("'s", "’s"):
        return True
    after = text[end:].split(maxsplit=1)[:1] if text[end : end + 1] == " " else []
    # A name at the end of what is said, or a word after it that belongs to the sentence and not to the name.
    following = after[0].strip(".,;:!?()\"'") if after else ""
    return not following or following in _AFTER_A_FIRM


def _names_a_thing(after: str) -> bool:
    """Whether what follows a word is a thing of which a sentence says something, and the sentence compares nothing."""
    said = words_of(_SENTENCE.split(after)[0])
    adverb = said[:1] and said[0].endswith("ly")
    # Of two things: `Beech floors and cedar cladding are`.
    after_it = said[3:5] if said[1:2] and said[1] in _JOINING else said[1:2]
    return not adverb and not _AFTER_A_THING.isdisjoint(after_it) and _COMPARES.isdisjoint(said)


def _places(text: str, name: str) -> Iterator[int]:
    """Return where a name stands as a whole word."""
    at = text.find(name)
    while at >= 0:
        if not text[at - 1 : at].isalnum() and not text[at + len(name) : at + len(name) + 1].isalnum():
            yield at
        at = text.find(name, at + 1)


def _describes(text: str, start: int, end: int) -> bool:
    """Whether what stands there begins a sentence or a line, and a word in small letters follows that is no verb."""
    before = text[:start].rstrip(" \t\"'(\u2018\u201c-")
    begins = not before or before[-1] in _ENDS or before[-1] == "\n"
    following = text[end:].split(maxsplit=1)[:1] if text[end : end + 1].isspace() else []
    word = following[0].strip(".,;:!?()\"'") if following else ""
    return begins and word[:1].islower() and word not in _VERBS
