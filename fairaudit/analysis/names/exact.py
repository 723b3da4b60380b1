"""Names of people and organisations, brought into one form and compared exactly in that form. Nothing is guessed.

What differs only in case, accents, punctuation, titles, the order `SURNAME, First`, or in how a legal form is written is
the same name. What differs in a letter is another name: likeness is no evidence. An equal name is a question, never an
answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from fairaudit.analysis.names.legalforms import LONGEST, SURE, SURELY_LEADING
from fairaudit.frozen import Frozen

_JOINING = str.maketrans("", "", ".'’‘`´ʼ/")
_PARTING = re.compile(r"[\W_]+")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n"}
)
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "doctor",
        "sir",
        "dame",
        "lord",
        "lady",
        "baroness",
        "rev",
        "reverend",
        "hon",
        "cllr",
        "councillor",
        "herr",
        "frau",
        "mme",
        "mlle",
        "monsieur",
        "madame",
        "dott",
        "dottssa",
        "sig",
        "signora",
        "ing",
        "dipl",
        "ir",
        "mgr",
        "mag",
        "lic",
        "senor",
        "senora",
        "don",
        "dona",
    ]
)
_HONOURS = frozenset(
    [
        "phd",
        "md",
        "mba",
        "msc",
        "bsc",
        "ma",
        "ba",
        "llb",
        "llm",
        "frcs",
        "frcp",
        "rn",
        "obe",
        "mbe",
        "cbe",
        "kbe",
        "dbe",
        "kc",
        "qc",
        "esq",
        "acca",
        "cpa",
    ]
)
_GENERATIONS = {"junior": "jr", "jnr": "jr", "senior": "sr", "snr": "sr"}


class OrganisationName(Frozen):
    """An organisation's name without its legal form, and the form in its usual short writing, empty where none is said."""

    core: tuple[str, ...]
    form: str = ""


def fold(text: str) -> str:
    """Return a text in one case, without accents on letters that are read without them, in one Unicode form."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    # Only the marks of European scripts are dropped: in others a mark is a vowel, and another vowel is another name.
    bare = "".join(one for one in unicodedata.normalize("NFKD", plain) if not "\u0300" <= one <= "\u036f")
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a folded text: apostrophes, dots and slashes join, everything else that is no letter parts."""
    return tuple(_PARTING.sub(" ", fold(text).translate(_JOINING)).split())


@lru_cache(maxsize=8192)
def person_name(name: str) -> tuple[str, ...]:
    """Return the words of a person's name in the order of speech, without titles and honours."""
    pieces = [one for one in name.split(",") if words(one)]
    while len(pieces) > 1 and all(one in _HONOURS for one in words(pieces[-1])):
        pieces.pop()
    suffix: tuple[str, ...] = ()
    if len(pieces) > 1 and _generation(pieces[-1]):
        suffix = _person_words(pieces.pop())
    spoken = " ".join(reversed(pieces)) if len(pieces) == 2 else _surname_last(" ".join(pieces))
    return (*_person_words(spoken), *suffix)


def _generation(piece: str) -> bool:
    found = words(piece)
    return len(found) == 1 and _GENERATIONS.get(found[0], found[0]) in ("jr", "sr", "ii", "iii", "iv")


def _surname_last(name: str) -> str:
    """Return a name that begins with its surname in capitals in the order of speech: `HOLT Anna` is Anna Holt."""
    parts = name.split()
    heads = 0
    while heads < len(parts) and _shouted(parts[heads]):
        heads += 1
    if 0 < heads < len(parts) and not any(one.isupper() for one in parts[heads:]):
        return " ".join((*parts[heads:], *parts[:heads]))
    return name


def _shouted(word: str) -> bool:
    letters = [one for one in word if one.isalpha()]
    return word.isupper() and len(letters) > 1 and "." not in word and words(word)[0] not in _TITLES


def _person_words(name: str) -> tuple[str, ...]:
    # `J.R.` are two initials, as `J. R.` is; in an organisation's name dots join.
    found = [_GENERATIONS.get(one, one) for one in words(re.sub(r"\b(\w)\.(?=\w)", r"\1. ", name))]
    while len(found) > 1 and found[0] in _TITLES:
        found.pop(0)
    while len(found) > 1 and found[-1] in _HONOURS:
        found.pop()
    return tuple(found)


def same_person_name(first: str | None, second: str | None) -> bool:
    """Whether two names of people are equal once normalised; a single word is too little to compare."""
    if not first or not second:
        return False
    name = person_name(first)
    return len(name) > 1 and name == person_name(second)


@lru_cache(maxsize=8192)
def organisation_name(name: str) -> OrganisationName:
    """Return an organisation's name parted from its legal form."""
    found = spelled(name)
    if len(found) > 1 and found[0] == "the":
        found = found[1:]
    if len(found) > 1 and found[0] in SURELY_LEADING:
        return OrganisationName(found[1:], SURE[found[:1]])
    for length in range(min(LONGEST, len(found) - 1), 0, -1):
        if form := SURE.get(found[-length:]):
            return OrganisationName(found[:-length], form)
    return OrganisationName(found)


def same_organisation_name(first: str | None, second: str | None) -> bool:
    """Whether two names of organisations are equal once normalised; two different legal forms are two organisations."""
    if not first or not second:
        return False
    one, other = organisation_name(first), organisation_name(second)
    return bool(one.core) and one.core == other.core and (one.form == other.form or not one.form or not other.form)


def mentions(text: str | None, name: str | None) -> bool:
    """Whether a text names an organisation, by the words of its name in their order, with or without its legal form."""
    wanted = organisation_name(name or "").core
    found = words((text or "").replace("&", " and "))
    return bool(wanted) and any(found[at : at + len(wanted)] == wanted for at in range(len(found) - len(wanted) + 1))


def spelled(text: str) -> tuple[str, ...]:
    """Return the words of a name, with `and` for the signs that stand for it."""
    return words(text.replace("&", " and ").replace("+", " and "))


def any_same_organisation(names: Iterable[str | None], others: Iterable[str | None]) -> bool:
    """Whether any name of one organisation equals any name of another."""
    known = tuple(others)
    return any(same_organisation_name(one, other) for one in names for other in known)


def same_birth(first: str | None, second: str | None) -> bool | None:
    """Whether two birth dates, `YYYY-MM` or `YYYY-MM-DD`, agree as far as both are written; `None` where one is not given."""
    if not first or not second:
        return None
    length = min(len(first), len(second))
    return first[:length] == second[:length]


def same_mailbox(first: str | None, second: str | None) -> bool:
    """Whether two e-mail addresses reach one mailbox, whatever the case."""
    if not first or not second:
        return False
    from fairaudit.analysis.names.mail import mailbox

    return bool(mailbox(first)) and mailbox(first) == mailbox(second)
