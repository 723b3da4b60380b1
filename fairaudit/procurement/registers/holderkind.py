"""Whether whoever holds a post or a share in a list is an organisation: by what the list says, or by a legal form."""

from __future__ import annotations

import re

from fairaudit.analysis.names.legalforms import FIRMS_ALONE, ONE_WORD, PLAINLY, SURELY_LEADING
from fairaudit.analysis.names.organisations import read_firm

_ENDS = ONE_WORD | {"oo"}
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


def is_firm_by_name(name: str) -> bool:
    """Whether a name ends, or begins, with a legal form that is nobody's surname.

    `Sa` and `As` are surnames as well: such a form counts only where it is written as no surname is: `A/S`, `S.A.`, `SpA`, or in
    capitals behind a name that is not.
    """
    if "," in name:
        return False
    words = name.split()
    if len(words) < 2:
        return False
    first, last = words[0].casefold(), words[-1]
    short = last.translate(_SIGNS).casefold()
    # Most holders are people: only a name with such a word is read further.
    if short not in _ENDS and first not in SURELY_LEADING:
        return False
    forms = {one.form for one in read_firm(name)} - {""}
    if short in PLAINLY or first in SURELY_LEADING:
        return bool(forms & FIRMS_ALONE)
    marked = "/" in last or "." in last.strip(".") or (any(map(str.isupper, last[1:])) and not name.isupper())
    return marked and bool(forms)
