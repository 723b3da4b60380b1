"""Whether two texts may tell of one defect in other words: `Form 4 - signature` and `pls sign form 4 and return`."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.bidders.defects.words import in_plain_words
from fairaudit.frozen import Frozen

_BOND = late_pattern(r"\b(?:bid|tender|offer) (?:bond|security|guarantee)s?\b")
"""One thing under many names."""
_SAME = {"cert": "certificate", "certs": "certificate", "schedules": "schedule"}
_WANTS = {
    **dict.fromkeys(("sign", "signed", "signing", "signature", "signatory", "unsigned"), "unsigned"),
    **dict.fromkeys(("stamp", "stamped", "unstamped"), "unstamped"),
    **dict.fromkeys(("seal", "sealed", "unsealed"), "unsealed"),
    **dict.fromkeys(("undated", "initialled", "uninitialled", "uncertified", "incomplete", "uncompleted"), ""),
    **dict.fromkeys(("forged", "forgery", "fake", "faked", "falsified"), "forged"),
    **dict.fromkeys(("expired", "lapsed", "outdated"), "expired"),
    **dict.fromkeys(("missing", "send", "resend", "attach", "enclose", "upload", "supply"), "missing"),
}
"""What is wrong with a paper, told as a lack or as what to do about it; where it is empty, the word itself says it."""
_ASKING = frozenset(
    {"pls", "kindly", "return", "back", "copy", "correct", "clarify", "clarification", "confirm", "cure"}
)
_NUMBERED = frozenset({
    "form", "section", "page", "annex", "appendix", "schedule", "clause", "part", "lot", "question", "item", "table",
    "attachment", "document", "volume", "envelope", "row", "line", "paragraph", "drawing", "certificate",
})  # fmt: skip
"""What a number after it tells apart from its like: form 4 is not form 5."""
_TELLING = 2
"""How much two texts must share at least; a paper with its number tells as much as two words."""
_LETTERS = range(2, 5)
"""Of how many words initials are told: `PI` of professional indemnity."""
_YEAR = re.compile(r"(?:19|20)\d\d")


class Said(Frozen):
    """What a text says is wrong, and with what: its other telling words in their order."""

    wants: frozenset[str]
    thing: tuple[str, ...]


@lru_cache(maxsize=4096)
def said(text: str | None) -> Said:
    """Return what a text says is wrong with what."""
    wants: dict[str, None] = {}
    thing: list[str] = []
    for word in _BOND.sub("bidbond", in_plain_words(text)).split():
        if word in _WANTS:
            wants[_WANTS[word] or word] = None
        elif word.isdigit() and thing and thing[-1] in _NUMBERED and not _YEAR.fullmatch(word):
            thing[-1] += word
        elif word not in _ASKING:
            single = gist(_SAME.get(word, word))
            thing.extend(single if len(single) == 1 else (word,) if single else ())
    # A signature that is missing is one lack.
    kinds = frozenset(wants) - {"missing"} or frozenset(wants)
    return Said(kinds, tuple(thing))


@lru_cache(maxsize=16_384)
def alike(first: str | None, second: str | None) -> bool:
    """Whether two texts share most of what they say, and nothing else is wrong by one than by the other."""
    own, other = said(first), said(second)
    if own.wants and other.wants and own.wants != other.wants:
        return False
    mine, theirs = frozenset(_abbreviated(own.thing, other.thing)), frozenset(_abbreviated(other.thing, own.thing))
    if _numbered_apart(mine, theirs):
        return False
    both, (less, more) = mine & theirs, sorted((len(mine), len(theirs)))
    enough = sum(2 if any(map(str.isdigit, one)) and not one.isdigit() else 1 for one in both)
    enough += bool(own.wants & other.wants)
    return bool(both) and len(both) * 2 > less and len(both) * 3 >= more and enough >= _TELLING


def _numbered_apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two texts name things of one kind by other numbers: row 3 and row 7, or the accounts of other years."""
    own, other = _numbers(mine), _numbers(theirs)
    return any(not own[kind] & other[kind] for kind in own.keys() & other.keys())


def _numbers(thing: frozenset[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in thing:
        kind = one.rstrip("0123456789")
        if kind != one and (kind or _YEAR.fullmatch(one)):
            found.setdefault(kind, set()).add(one)
    return found


def _abbreviated(thing: tuple[str, ...], other: tuple[str, ...]) -> Iterator[str]:
    """Yield words of which those whose initials stand in another text are told by them."""
    at, told = 0, frozenset(other)
    while at < len(thing):
        runs = (thing[at : at + many] for many in _LETTERS if at + many <= len(thing))
        short = next((run for run in runs if "".join(one[0] for one in run) in told), None)
        yield "".join(one[0] for one in short) if short else thing[at]
        at += len(short) if short else 1


def any_alike(own: Iterable[str | None], others: Iterable[str | None]) -> bool:
    """Whether one of some texts is like one of others."""
    given = tuple(one for one in others if one)
    return any(alike(one, other) for one in own if one for other in given)
