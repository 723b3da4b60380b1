"""How like two names of organisations are, with the words for it."""

from __future__ import annotations

from itertools import product

from rapidfuzz.distance import OSA

from fairaudit.analysis.names.legalforms import one_form
from fairaudit.analysis.names.letters import sound
from fairaudit.analysis.names.organisations import FirmName
from fairaudit.analysis.names.personlikeness import LIKE, NEAR, PART, SAME, SLIP, UNLIKE, NameLikeness


def compared_firms(names: tuple[FirmName, ...], others: tuple[FirmName, ...]) -> NameLikeness:
    """Return the best likeness of any two names; the same whichever comes first."""
    found = [_compared(*sorted((one, other))) for one, other in product(names, others)]
    return max(found, key=lambda one: (one.grade, -len(one.reason), one), default=NameLikeness(UNLIKE))


def _compared(one: FirmName, other: FirmName) -> NameLikeness:
    forms = "" if one_form(one.form, other.form) else f" ({one.form}, {other.form})"
    found = _cores(one, other)
    if forms and found.grade:
        # Two legal forms are two organisations, until a record says otherwise.
        return NameLikeness(PART, f"{found.reason}, but another legal form{forms}")
    return found


def _cores(one: FirmName, other: FirmName) -> NameLikeness:
    if one.core == other.core:
        return NameLikeness(SAME, "same name", frequent=len(one.telling) < 2)
    if "".join(one.core) == "".join(other.core):
        return NameLikeness(SAME, "same name, words written together or apart")
    shown = f"({' '.join(one.core).title()}, {' '.join(other.core).title()})"
    if sorted(one.core) == sorted(other.core):
        return NameLikeness(LIKE, f"same name in another order {shown}")
    if one.telling == other.telling:
        return NameLikeness(NEAR, f"names differ only in a common word {shown}")
    # A number, a single letter or a year is what tells sister companies apart.
    if {word for word in one.core if not _wordy(word)} != {word for word in other.core if not _wordy(word)}:
        return NameLikeness(UNLIKE)
    if tuple(map(sound, one.core)) == tuple(map(sound, other.core)):
        return NameLikeness(LIKE, f"same name in another spelling {shown}")
    if len(one.core) == len(other.core):
        pairs = [(word, there) for word, there in zip(one.core, other.core, strict=True) if word != there]
        if len(pairs) == 1 and min(map(len, pairs[0])) > 4 and OSA.distance(*pairs[0]) == 1:
            return NameLikeness(SLIP, f"names differ by one letter ({pairs[0][0].title()}, {pairs[0][1].title()})")
    if min(len(one.telling), len(other.telling)) > 1 and _begins(one, other):
        return NameLikeness(PART, f"one name has more words {shown}")
    return NameLikeness(UNLIKE)


def _wordy(word: str) -> bool:
    return len(word) > 1 and not any(letter.isdigit() for letter in word)


def _begins(one: FirmName, other: FirmName) -> bool:
    shorter, longer = sorted((one.telling, other.telling), key=len)
    return longer[: len(shorter)] == shorter
