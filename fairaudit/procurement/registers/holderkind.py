"""Whether whoever holds a post or a share in a list is an organisation: by what the list says, or by a legal form."""

from __future__ import annotations

import re
from enum import Enum, auto

from fairaudit.analysis.names.legalforms import FIRMS_ALONE, ONE_WORD, PLAINLY, SURELY_LEADING
from fairaudit.analysis.names.organisations import read_firm

_OF_SEVERAL = frozenset({"o", "oo"})
"""How a form of several words may end: `Sp. z o.o.`."""
_ENDS = ONE_WORD | _OF_SEVERAL
_HARDLY_ANYBODY = frozenset({"oy", "oyj"})
"""Forms that are hardly anybody's surname, however they are written."""
_OF_TRADE = frozenset(
    """
    holding holdings group groupe gruppo grupo gruppe invest investment investments capital international services solutions
    systems consulting partners associates enterprises trading management properties estates industries ventures technologies
    bank construction engineering energy logistics
    """.split()
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_ORGANISATIONS = frozenset({
    "company", "corporate", "corporation", "organisation", "organization", "firm", "entity", "legal person", "legal entity",
    "corporate entity", "corporate body", "body corporate", "registered entity", "registeredentity",
})  # fmt: skip
_PEOPLE = frozenset({"individual", "person", "natural person", "human", "known person", "knownperson"})
_SIGNS = str.maketrans("", "", ".'’()/")
_POST = (
    r"(?:(?:nominee|managing|llp|limited|designated|beneficial) )*"
    r"(?:director|secretary|member|officer|owner|shareholder|partner|trustee|subscriber|guarantor)"
)
_CORPORATE = re.compile(
    rf"corporate|corporate {_POST}(?: of an? (?:[a-z]+ )?organ)?|corporate manager of an eeig|{_POST} \(?corporate\)?"
)
"""The posts of organisations as registers write them: a `corporate services director` is a person with a job."""


def says_organisation(kind: str) -> bool | None:
    """Whether a list says of a holder that it is an organisation, or a person; `None` where it says neither.

    `Company director` and `Shares in the company` say what is held, and not by whom.
    """
    said = _spaced(kind)
    if said in _ORGANISATIONS or said.startswith(("corporate entity ", "legal person ", "legal entity ")):
        return True
    if said in _PEOPLE or said.startswith(("individual ", "natural person ")):
        return False
    return True if is_corporate_post(kind) else None


def is_corporate_post(role: str) -> bool:
    """Whether a post is one that a register gives to organisations alone: `corporate-nominee-director`."""
    return _CORPORATE.fullmatch(_spaced(role)) is not None


def _spaced(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())


class ByName(Enum):
    """What the name of a holder says of it."""

    FIRM = auto()
    LIKELY = auto()
    """A firm, unless somebody of the case is called so."""
    EITHER = auto()
    """A firm or a person: `MARIO SA` in a list in capitals."""
    PERSON = auto()


def is_firm_by_name(name: str) -> bool:
    """Whether a name ends, or begins, with a legal form that is nobody's surname."""
    return by_name(name) in (ByName.FIRM, ByName.LIKELY)


def by_name(name: str) -> ByName:
    """Return whether a name is a firm's: by a legal form at its end or its beginning.

    `Sa` and `As` are surnames as well: such a form counts only behind a word of trade (`Kestrel Holdings SA`) or where it is
    written as no surname is: `A/S`, `S.A.`, `SpA`, or in capitals behind a name that is not.
    """
    words, alone = _bare(name)
    if len(words) < 2:
        return ByName.PERSON
    first, last = words[0].casefold(), words[-1]
    short = last.translate(_SIGNS).casefold()
    # Most holders are people: only a name with such a word is read further.
    if short not in _ENDS and first not in SURELY_LEADING:
        return ByName.PERSON
    forms = {one.form for one in read_firm(" ".join(words))} - {""}
    if short in PLAINLY or first in SURELY_LEADING or short in _OF_SEVERAL:
        return ByName.FIRM if forms & FIRMS_ALONE else ByName.PERSON
    if not forms:
        return ByName.PERSON
    if any(one.casefold() in _OF_TRADE for one in words[:-1]):
        return ByName.FIRM
    if "/" in last or "." in last.strip("."):
        # `HOLT, S.A.` may be two initials.
        return ByName.EITHER if alone else ByName.LIKELY
    if alone:
        return ByName.PERSON
    if short in _HARDLY_ANYBODY:
        return ByName.LIKELY
    if any(map(str.isupper, last[1:])):
        return ByName.EITHER if name.isupper() else ByName.LIKELY
    return ByName.PERSON


def _bare(name: str) -> tuple[list[str], bool]:
    """Return the words of a name without a country in brackets, and whether only its last stands behind a comma.

    A comma with more behind it parts a surname from given names: `LTD, Ann Lee`.
    """
    before, comma, behind = _IN_BRACKETS.sub("", name).rpartition(",")
    if comma and ("," in before or len(behind.split()) != 1):
        return [], True
    return [*before.split(), *behind.split()], bool(comma)
