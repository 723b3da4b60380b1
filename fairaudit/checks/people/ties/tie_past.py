"""Whether the words beside a tie, or for what somebody is there, say that it is over: `left in 2008`, `trainee (2003-2005)`.

Words are no dates: what they end is a question, and words for a tie that goes on, or was taken up again, keep it what it is.
"""

import re
from functools import lru_cache

from fairaudit.analysis.denial import NOT
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words

_OVER = frozenset({
    "former", "formerly", "ex", "previous", "previously", "past", "retired", "ended", "resigned", "ceased", "finished",
    "dismissed", "redundant", "emeritus", "erstwhile", "onetime",
})  # fmt: skip
_WENT = frozenset({"left", "leaving", "stopped", "quit"})
_BEFORE_GOING = frozenset(
    {"since", "after", "when", "before", "on", "upon", "is", "are", "was", "be", "who", "hours", "weeks"}
)
"""Words before which `left` is another's going, or what remains: `joined after she left the Council`, `two hours left`."""
_PHRASES = (
    ("no", "longer"),
    ("used", "to"),
    ("gave", "up"),
    ("not", "any", "more"),
    ("until", "recently"),
    ("once", "was"),
)
_GOES_ON = frozenset({
    "current", "currently", "present", "presently", "ongoing", "now", "still", "today", "rejoined", "returned", "again",
    "remains", "remain", "continues", "continuing", "reappointed", "reelected", "rehired",
})  # fmt: skip
_DONE = frozenset({
    "worked", "was", "were", "employed", "trainee", "intern", "internship", "apprentice", "apprenticeship", "student",
    "placement", "temp", "summer", "held", "owned", "served", "advised", "did", "had",
})  # fmt: skip
_BEGUN = frozenset({
    "since", "from", "joined", "started", "appointed", "elected", "hired", "began", "begun", "recruited", "acquired", "bought",
    "promoted", "founded", "incorporated", "registered", "declared", "inherited", "became", "named", "taken",
})  # fmt: skip
_PERFECT = frozenset({"has", "have", "had", "ve"})
_PLACES = frozenset({"there", "for", "at"})
_PAID = frozenset({"paid", "unpaid"})
_YEAR = r"(?:19|20)\d\d"
_RANGE = late_pattern(
    rf"\b({_YEAR})\b\s*(?:-|\u2013|\u2014|/|to|until|till|through)\s*(?:\d{{1,2}}[ ./-])?(?:[a-z]+\.? )?"
    rf"({_YEAR}|\d\d)\b(?![-/.]\d)"
)
_UNTIL = late_pattern(rf"\b(?:until|till|up to|ended|ending|expired)\b[^.;,\d]*(?:\d{{1,2}}\D{{1,12}})?({_YEAR})\b")
_A_YEAR = re.compile(rf"{_YEAR}")


@lru_cache(maxsize=2048)
def said_to_be_over(text: str | None, year: int | None = None) -> bool:
    """Return whether a text says that what it tells of ended before a year; without one every year that is named is past."""
    plain = (text or "").casefold().replace("ex-", "ex ")
    said = words(plain)
    if not said or goes_on(said):
        return False
    return _ended_in_words(said) or any(year is None or one < year for one in last_years(plain, said))


def goes_on(said: tuple[str, ...]) -> bool:
    """Whether a text tells of something that lasts: `still`, `rejoined in 2015`, `director since 2015`."""
    for at, word in enumerate(said):
        if word in _GOES_ON and not NOT & set(said[max(0, at - 2) : at]):
            return True
        if word == "since" and any(_A_YEAR.fullmatch(one) for one in said[at + 1 : at + 4]):
            return True
    return False


def _ended_in_words(said: tuple[str, ...]) -> bool:
    return any(_ends(said, at) for at in range(len(said))) or long_done(said)


def _ends(said: tuple[str, ...], at: int) -> bool:
    """Whether a word, or the words from it on, end what is told: `former`, `left`, `no longer`."""
    denied = bool(NOT & set(said[max(0, at - 2) : at]))
    if said[at] in _OVER and not denied:
        return True
    if said[at] in _WENT and not denied and not _BEFORE_GOING & set(said[max(0, at - 3) : at]):
        return True
    return any(said[at : at + len(one)] == one for one in _PHRASES) and not _PAID & set(said[at + 2 : at + 3])


def long_done(said: tuple[str, ...]) -> bool:
    """Whether something was done in the past, without a year: `worked there`, `an apprentice there 25 years ago`."""
    if _begun(said):
        return False
    for at, word in enumerate(said):
        before = set(said[max(0, at - 2) : at])
        if before & (NOT | _PERFECT) or word not in _DONE:
            continue
        if "ago" in said[at + 1 :] or (word == "worked" and _PLACES & set(said[at + 1 : at + 2])):
            return True
    return False


def _begun(said: tuple[str, ...]) -> bool:
    return bool(_BEGUN & set(said))


def last_years(plain: str, said: tuple[str, ...]) -> list[int]:
    """Return the years in which a text says that something ended."""
    found = [_whole(first, last) for first, last in _RANGE.findall(plain)]
    found += [int(one) for one in _UNTIL.findall(plain)]
    if not found and _DONE & set(said) and not _begun(said) and not _PERFECT & set(said):
        found += [int(one) for one in said if _A_YEAR.fullmatch(one)][-1:]
    return [max(found)] if found else []


def _whole(first: str, last: str) -> int:
    return int(last) if len(last) > 2 else int(first[:2] + last)
