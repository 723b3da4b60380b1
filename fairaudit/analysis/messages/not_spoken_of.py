"""Whether what is told of a contact denies that a tender was spoken of, or says that it was about a contract that runs.

`Quarterly contract monitoring; tender not discussed` does both. `Tender not discussed in detail` denies nothing: a denial must
be all that its part of the text says.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words

_PARTS = late_pattern(r"[,:()]|\s[-\u2013\u2014]+\s|\s(?:and|then)\s")
_TENDER = (
    r"(?:(?:the|this|our|any|new|coming|live|open|current|present|ongoing) )*"
    r"(?:tenders?|tendering|procurement|competition|contest|re ?tender|bids?|bidding)(?: process| exercise| itself)?"
)
_SPOKEN = (
    r"(?:discussed|mentioned|raised|spoken (?:of|about)|talked (?:of|about)|touched(?: on| upon)?|covered|referred to|"
    r"addressed|dealt with|brought up|on the agenda)"
)
_SPEAKING = r"(?:discuss|mention|raise|speak of|talk about|touch on|cover|refer to)"
_ABOUT = r"(?:about|re|on|of|regarding|concerning|as to|to do with)"
_DENIAL = late_pattern(
    rf"(?:{_TENDER} (?:(?:was|were|is|are|has been|had been) )?(?:not|never) {_SPOKEN}"
    rf"|(?:nothing|no (?:mention|discussion|talk|word|questions?|information))"
    rf"(?: (?:was|were))?(?: (?:said|asked|put|made|given|{_SPOKEN}))? {_ABOUT} {_TENDER}"
    rf"(?: (?:was|were|has been|had been) (?:said|asked|put|made|given|{_SPOKEN}))?"
    rf"|(?:we |they |both )?(?:did|do) not {_SPEAKING} {_TENDER}"
    rf"|(?:it was |this was )?(?:unrelated to|not (?:about|related to|connected with|to do with)|nothing to do with) {_TENDER}"
    rf"|without (?:discussing|mentioning|raising|touching on) {_TENDER})"
    r"(?: (?:at all|whatsoever|at any (?:point|time)|there|then))?"
)
_RUNNING = late_pattern(
    r"\b(?:running|existing|current|present|ongoing)(?: \w+){0,2} (?:contracts?|works?|services?)\b"
    r"|\bcontract (?:monitoring|review|management|meeting|performance)\b|\bunder contract\b"
)
_COMING = late_pattern(
    r"\b(?:new|next|coming|upcoming|future) (?:\w+ ){0,2}contracts?\b(?! (?:manager|supervisor|lead)\b)"
)
_TO_COME = late_pattern(
    r"\b(?:next|new|coming|future|later|successor|replacement|(?:re)?tender\w*|bid\w*|procure\w*|offer\w*|competit\w*|"
    r"contracts?|providers?|panel|evaluat\w*|award\w*|questions?|answers?|told|said|asked|mentioned)\b"
)
_MATTER = 3
"""Of how many words a matter of an agenda is at most; a heuristic."""


@lru_cache(maxsize=1024)
def parts(text: str) -> tuple[str, ...]:
    """Return the parts of a text that can be read for themselves, as words between spaces: of clauses what commas part."""
    found = (" ".join(words(one)) for clause in clauses(text) for one in _PARTS.split(clause))
    return tuple(one for one in found if one)


def denies(part: str) -> bool:
    """Whether a part of a text says that a tender was not spoken of, and no more."""
    return _DENIAL.fullmatch(part) is not None


def told_of_a_running_contract(text: str) -> frozenset[str]:
    """Return the parts of a text that are of a contract that runs, and what follows in a clause that begins so: its agenda.

    `Contract meeting: graffiti and bins` has two matters. What speaks of a coming contract, or is long, is none of them.
    """
    found: set[str] = set()
    for clause in clauses(text):
        first, *rest = parts(clause) or ("",)
        if is_of_a_running_contract(first):
            found |= {one for one in rest if len(one.split()) <= _MATTER and not _TO_COME.search(one)}
        found |= {one for one in (first, *rest) if is_of_a_running_contract(one)}
    return frozenset(found)


def is_of_a_running_contract(part: str) -> bool:
    """Whether a part of a text says that it is about a contract that runs."""
    return _RUNNING.search(part) is not None


def beside_a_running_contract(part: str, names: tuple[str, ...] = ()) -> str:
    """Return what a part of a text says without the words for a contract that runs, and without other `names` for it."""
    rest = f" {_RUNNING.sub(' ', part)} "
    for one in names:
        rest = rest.replace(f" {one} ", " ")
    return " ".join(rest.split())


def is_of_a_coming_contract(part: str) -> bool:
    """Whether a part of a text says that it is about a contract to come: `the new grounds contract`."""
    return _COMING.search(part) is not None
