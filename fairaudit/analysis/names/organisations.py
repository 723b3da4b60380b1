"""An organisation's name as words that can be compared, parted from its legal form."""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.names.described import LONGEST, MOST, Described
from fairaudit.analysis.names.legalforms import ANDS, GENERIC, LEADING, MAYBE_LEADING, SPELLINGS
from fairaudit.analysis.names.legalforms import LONGEST as LONGEST_FORM
from fairaudit.analysis.names.letters import plain, readings
from fairaudit.frozen import Frozen


class FirmName(Frozen):
    """The words of a name in Latin letters, and the usual short writing of its legal form, empty where none is said."""

    core: tuple[str, ...]
    form: str = ""

    @property
    def telling(self) -> tuple[str, ...]:
        """The words that tell it from others; all of them where there are no others."""
        return tuple(one for one in self.core if one not in GENERIC) or self.core


_JOINING = str.maketrans("", "", ".'’‘`´ʼ/")
_APART = re.compile(r"[^\w]|_")


def firm_names(described: Described) -> tuple[FirmName, ...]:
    """Return every name of a record in every reading of its letters, none twice."""
    found = (one for name in described.names[:MOST] for one in read_firm(name[:LONGEST]))
    return tuple(dict.fromkeys(one for one in found if one.core and one.core not in SPELLINGS))


@lru_cache(maxsize=8192)
def read_firm(name: str) -> tuple[FirmName, ...]:
    """Return a name in each reading of its letters."""
    spelled = plain(name).translate(_JOINING).replace("&", " and ").replace("+", " and ")
    words = (tuple(_APART.sub(" ", one).split()) for one in readings(spelled))
    return tuple(dict.fromkeys(found for one in words for found in _both_ways(one)))


def _both_ways(words: tuple[str, ...]) -> tuple[FirmName, ...]:
    """Return a name as it is parted, and without a first word that may be its form where it has no other."""
    found = _parted(words)
    if not found.form and len(words) > 1 and words[0] in MAYBE_LEADING:
        return found, FirmName(_joined(words[1:]), SPELLINGS[words[:1]])
    return (found,)


def _joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with one `and` for all that stand between others."""
    last = len(words) - 1
    return tuple("and" if one in ANDS and 0 < at < last else one for at, one in enumerate(words))


def _parted(words: tuple[str, ...]) -> FirmName:
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[0] in LEADING:
        return FirmName(_joined(words[1:]), SPELLINGS[words[:1]])
    for length in range(min(LONGEST_FORM, len(words) - 1), 0, -1):
        form = SPELLINGS.get(words[-length:])
        if form is not None:
            return FirmName(_joined(words[:-length]), form)
    for length in range(min(LONGEST_FORM, len(words) - 1), 1, -1):
        form = SPELLINGS.get(words[:length])
        if form is not None:
            return FirmName(_joined(words[length:]), form)
    return FirmName(_joined(words))
