"""What a text takes back: parts of sentences that say a thing is not required, or that it only illustrates.

`Bidders need not hold ISO 9001 but shall have a depot` takes back what stands before `but`. What follows `but`, `unless` and
the like is read for itself, and what is not required but counts all the same is unclear. Only what is said plainly counts.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.phrases import Match, find
from fairaudit.analysis.text.prose import Prose, read_prose
from fairaudit.frozen import Frozen

BOUND, UNCLEAR, RELEASED = "bound", "unclear", "released"

_REQUIRED = "required|requested|needed|necessary|mandatory|compulsory|obligatory|obliged|compelled|expected|essential"
_DEMAND = "require|requires|demand|demands|insist|insists|expect|expects|oblige|obliges|compel|compels|need|ask|asks"
_CONDITION = "requirement|requirements|condition|prerequisite|precondition|necessity|obligation|need"
_DENIES = (
    f"is|are|be|was|were|being|been not {_REQUIRED}|asked",
    f"isn't|aren't|wasn't|weren't {_REQUIRED}|asked",
    "is|are|be|was|were no longer required|needed|necessary|mandatory|compulsory|expected|asked",
    f"not be {_REQUIRED}|asked",
    f"neither|nor is|are? {_REQUIRED}|asked",
    f"do|does|did|will|would|shall|should|may|must|can not {_DEMAND}",
    f"doesn't|don't|didn't|won't {_DEMAND}",
    f"not a|an|any? {_CONDITION}",
    f"no {_CONDITION}",
    f"no ... ... is|are|will|shall|need|needs be? {_REQUIRED}|asked",
    "need|needs|require|requires|requiring no",
    "need|needs not",
    "nothing ... ... requires|require|requiring|obliges|oblige|compels|compel|makes|make|means|mean|entitles|entitle",
    "nothing ... ... read|taken|construed|understood|interpreted as",
    "requirement|requirements|condition|rule|criterion ... ... withdrawn|removed|deleted|waived|dropped|abandoned|lifted",
    "withdrew|withdrawn|removed|deleted|waived|waives|dropped|abandoned|lifted the|this|that|any? "
    "requirement|requirements|condition|rule|criterion",
    "is|are optional|voluntary",
    "is|are exempt|exempted|excused from",
    "illustration|illustrative|example only",
    "for|of illustration|illustrative purposes?",
)
# Who need not bid has been turned away; what need not be repeated was asked for; `who need not` speaks of some bidders only.
_NOT_THOSE = (
    "need|needs not apply|bid|tender|respond|submit|reply|trouble|bother",
    "need|needs not be? repeat|repeated|resubmitted",
    f"no ... ... later|less|fewer|more than ... ... {_REQUIRED}",
    "no ... ... is|are|will|shall|need|needs be? expected to",
    "requirement|requirements|condition|rule|criterion ... not|never|cannot be? withdrawn|removed|deleted|waived|dropped|lifted",
    "no objection|claims|claim|fault|win|go ... ... is|are required|needed|necessary",
    "need|needs no handover|transition|changeover|induction|training|time ... ... earn|earns|score|scores points|marks|full|"
    "highest",
    "no need|requirement for|of ... ... earn|earns|score|scores|get|gets|receive|receives ... points|marks|full|most|highest|top",
)
_OF_SOME = frozenset({"who", "which", "that", "whose"})
# `Full marks where no handover is needed` says which bids earn them.
_REWARDS = frozenset({"points", "marks", "score", "scores", "point", "mark"})
_CONDITIONAL = frozenset({"where", "if", "when", "whenever", "wherever", "since", "because", "while"})
_MODAL = frozenset({"shall", "must", "will", "should", "need", "needs"})
_ASIDE = frozenset({"this", "that", "these", "those", "they", "it"})
_OF_THIS = frozenset({"of", "in", "by", "here", "under"})
_PARTS = (
    "but", "however", "although", "though", "whereas", "while", "whilst", "provided that", "instead",
    "and|or ... shall|must|will|should", "and|or need|needs|has|have to",
)  # fmt: skip
_EXCEPTIONS = ("except", "unless", "other than", "apart from", "save that|for")
_COUNTS = (
    "score|scored|scores|scoring|mark|marks|point|points|credit|advantage|advantageous|beneficial|preferred|preference",
    "desirable|favoured|favourably|favour|welcome|welcomed|considered|rewarded|valued|asset|plus|weight|weighting",
)
# A text with none of these takes nothing back, which most do not.
_SIGNS = frozenset({
    "not", "no", "nor", "neither", "nothing", "isn't", "aren't", "wasn't", "weren't", "doesn't", "don't", "didn't", "won't",
    "withdrawn", "removed", "deleted", "waived", "waives", "withdrew", "dropped", "abandoned", "lifted", "optional",
    "voluntary", "exempt", "exempted", "excused", "illustration", "illustrative", "example",
})  # fmt: skip
_FEW, _TAIL = 8, 4
_LISTED = late_pattern(r"\n\s*(?:[-*•–]|\(?[0-9a-z]{1,3}[.)])?")


class _Part(Frozen):
    """Words of a sentence that are read for themselves: the first, the first after them, and how they stand."""

    start: int
    end: int
    standing: str


def standing(prose: Prose, word: int) -> str:
    """Return how the part of a sentence that holds a word stands: bound, unclear or released."""
    return next((one.standing for one in _taken_back(prose) if one.start <= word < one.end), BOUND)


@lru_cache(maxsize=2048)
def binding(text: str) -> str:
    """Return a text in which what is released is blank, each other character in its place."""
    prose = read_prose(text)
    kept = prose.text
    for one in _taken_back(prose):
        if one.standing == RELEASED:
            start, end = prose.spans[one.start][0], prose.spans[one.end - 1][1]
            kept = kept[:start] + " " * (end - start) + kept[end:]
    return kept


@lru_cache(maxsize=2048)
def _taken_back(prose: Prose) -> tuple[_Part, ...]:
    """Return the parts that are not bound, in no order that matters."""
    if prose.positions.keys().isdisjoint(_SIGNS):
        return ()
    spared = {one.start for one in find(prose, _NOT_THOSE)}
    denials = [one for one in find(prose, _DENIES) if one.start not in spared and not _of_some(prose, one.start)]
    if not denials:
        return ()
    exceptions = {one.start for one in find(prose, _EXCEPTIONS)}
    cuts = sorted({one.start for one in find(prose, _PARTS)} | exceptions | _after_conditions(prose, denials))
    counts = {one.start for one in find(prose, _COUNTS)} | exceptions
    found: list[_Part] = []
    for sentence in sorted({prose.sentence_of(one.start) for one in denials}):
        inside = [one for one in denials if sentence[0] <= one.start < sentence[1]]
        found += _parts(sentence, inside, [one for one in cuts if sentence[0] < one < sentence[1]], counts)
        found += _beyond(prose, sentence, inside)
    return tuple(found)


def _of_some(prose: Prose, word: int) -> bool:
    """Whether a denial only says which bidders or things are meant, or which bids earn points."""
    before = prose.words[prose.sentence_of(word)[0] : word]
    if not before:
        return False
    return before[-1] in _OF_SOME or (before[-1] in _CONDITIONAL and not _REWARDS.isdisjoint(before))


def _after_conditions(prose: Prose, denials: list[Match]) -> set[int]:
    """Return where a sentence that begins with `where` or `if` comes to what must be done."""
    found: set[int] = set()
    for first, after in {prose.sentence_of(one.start) for one in denials}:
        if prose.words[first] in _CONDITIONAL:
            found |= {
                at
                for at in range(first + 1, after)
                if "," in _gap(prose, at) and not _MODAL.isdisjoint(prose.words[at : min(at + _FEW, after)])
            }
    return found


def _parts(sentence: tuple[int, int], denials: list[Match], cuts: list[int], counts: set[int]) -> list[_Part]:
    """Return the parts of a sentence that a denial stands in; where a later part says that it counts, that is unclear."""
    found: list[_Part] = []
    for start, end in zip((sentence[0], *cuts), (*cuts, sentence[1]), strict=True):
        if any(start <= one.start < end for one in denials):
            scored = end < sentence[1] and any(end <= at < sentence[1] for at in counts)
            found.append(_Part(start, end, UNCLEAR if scored else RELEASED))
    return found


def _beyond(prose: Prose, sentence: tuple[int, int], denials: list[Match]) -> list[_Part]:
    """Return the sentence before one that only says `this is not required`, and the list after one that ends in a colon."""
    first, after = sentence
    found: list[_Part] = []
    ends = max(one.end for one in denials)
    whole = after == ends or (after - ends <= _TAIL and prose.words[ends] in _OF_THIS)
    if first > 0 and whole and ends - first <= _FEW and prose.words[first] in _ASIDE:
        found.append(_Part(*prose.sentence_of(first - 1), RELEASED))
    if after < len(prose.words) and ":" in _gap(prose, after):
        while after < len(prose.words) and _LISTED.search(_gap(prose, after)):
            start, after = prose.sentence_of(after)
            found.append(_Part(start, after, RELEASED))
            if after < len(prose.words) and "\n\n" in _gap(prose, after):
                break
    return found


def _gap(prose: Prose, word: int) -> str:
    """Return what stands between a word and the one before it."""
    return prose.text[prose.spans[word - 1][1] : prose.spans[word][0]]
