"""Whether a name in somebody's own words may mean a firm: `plc` for `Ltd`, a group by its first word, a letter or two amiss.

People write the legal form of memory, so another one ends nothing here. Never more than a question; in registers, which give
every name in full, a legal form tells firms apart (`firmlikeness`).
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names.described import LONGEST
from fairaudit.analysis.names.legalforms import GENERIC, OF_GROUPS
from fairaudit.analysis.names.organisations import FirmName, read_firm

_IN_A_COUNTRY = frozenset(
    ["uk", "gb", "ireland", "usa", "us", "eu", "europe", "deutschland", "france", "italia", "espana", "nederland"]
)
_BEGINS_MANY = frozenset(
    """
    northern southern eastern western national central united general community european british english scottish london
    american royal public social digital global modern mobile capital advanced premier quality professional independent
    standard office school health energy environmental regional county borough people family
    """.split()
)
"""Words that tell no firm by themselves, since the names of many begin with them: common knowledge, no list of others."""
_LEAST = 6
"""Letters of a single word that may tell a group by itself; a heuristic."""
_LEAST_AMISS, _LEAST_TWICE_AMISS = 5, 7
"""Letters of a word from which on one of them, or two, may be amiss; heuristics."""
_BRACKETS = late_pattern(r"\([^()]*\)")


@lru_cache(maxsize=8192)
def names_said(name: str) -> tuple[FirmName, ...]:
    """Return a name in each reading, without what stands in brackets and without words for a group or country at its end."""
    whole = name[:LONGEST]
    # A name of one word is too little where more stands behind it.
    bare = (one for one in read_firm(_BRACKETS.sub(" ", whole)) if len(one.core) > 1) if "(" in whole else ()
    read = (one for one in (*read_firm(whole), *bare) if one.core)
    return tuple(dict.fromkeys(FirmName(_without_end(one.core), one.form or _end(one.core)) for one in read))


def _without_end(core: tuple[str, ...]) -> tuple[str, ...]:
    while len(core) > 1 and core[-1] in OF_GROUPS | _IN_A_COUNTRY:
        core = core[:-1]
    return core


def _end(core: tuple[str, ...]) -> str:
    return core[-1] if len(core) > 1 and core[-1] in OF_GROUPS else ""


def may_mean(said: FirmName, known: FirmName) -> bool:
    """Whether somebody may mean a firm by what they said; legal forms aside."""
    one, other = said.core, known.core
    if "".join(one) == "".join(other):
        return True
    if _telling_apart(one) != _telling_apart(other):
        return False
    if len(one) == 1 or len(other) == 1:
        # `Oxford University Hospitals` is not of a firm called Oxford; with a form behind it, it may be.
        group = one[0] == other[0] and len(one[0]) >= _LEAST and one[0] not in GENERIC | _BEGINS_MANY
        return (group and (len(one) == 1 or bool(said.form))) or _slip(one, other)
    return _slip(one, other)


def keys_said(name: FirmName) -> tuple[tuple[str, ...], ...]:
    """Return under what a name is found: two of which one may mean the other have one of these in common."""
    core = name.core
    alone = (("alone", core[0]),) if len(core) == 1 else ()
    firsts = (one[0] if one not in _telling_apart(core) else one for one in core)
    return (("whole", "".join(core)), ("letters", *firsts), *alone)


def keys_sought(name: FirmName) -> tuple[tuple[str, ...], ...]:
    """Return under what those are looked up that somebody may mean, also by the first word of a group."""
    return (*keys_said(name), ("alone", name.core[0]), *((("begins", name.core[0]),) if len(name.core) == 1 else ()))


def _telling_apart(core: tuple[str, ...]) -> set[str]:
    """Return numbers, years and single letters, which tell sister companies apart."""
    return {word for word in core if len(word) == 1 or any(letter.isdigit() for letter in word)}


def _slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ by a letter or two, none of them the first of its word: `Eastern` is not `Western`."""
    if len(one) != len(other):
        return False
    amiss = 0
    for word, there in zip(one, other, strict=True):
        if word != there:
            far, least = OSA.distance(word, there, score_cutoff=2), min(len(word), len(there))
            if word[0] != there[0] or least < (_LEAST_AMISS if far == 1 else _LEAST_TWICE_AMISS):
                return False
            amiss += far
    return amiss <= 2
