"""What a sentence says of one score made of several people's: that they are averaged, that they are not, or nothing plain.

A sentence is understood where a known construction stands in it, or where every word of it is known and it, or the sentence
before, names people or their marks. A word of averaging in any other sentence is for a person to read.
"""

from __future__ import annotations

from enum import Enum

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.scores.averaging_words import (
    ACROSS,
    AVERAGES,
    DENIED_AFTER,
    DENIED_AGREEING,
    DENIED_BEFORE,
    FOREIGN,
    MEMBER,
    MEMBERS,
    NEGATION,
    NOT_ROUNDED,
    OF_MARKS,
    OF_MEAN,
    OF_MEDIAN,
    OF_MIDPOINT,
    OF_MONEY,
    OF_PEOPLE,
    OTHER_USES,
    PLAIN,
    POOLED,
    PRICES,
    QUESTIONS,
    SCORE,
    WHO,
)
from fairaudit.analysis.text.scores.trimmed import leaves_out_extremes
from fairaudit.frozen import Frozen

_FEW = r"(?:[\w'’-]+ ){0,6}?"
_TAKEN = (
    r"(?:(?:is|are|was|were|will be|shall be|being) )?(?:(?:taken|calculated|computed|formed|worked out|made|found) )?"
)
_OF = r"(?:of|from|across|over|between|among)"
_NAMES_IT = r"(?:means?|averages?|medians?|mid-?points?)"
_KNOWN = late_pattern(
    rf"\b{_NAMES_IT}(?: (?:value|figure|number|result))? {_TAKEN}{_OF} {_FEW}(?:{SCORE}|{WHO})(?!\w)"
    rf"|\b{_NAMES_IT} (?:(?:{WHO}|quality|technical)(?:['’]?s?['’]?) )*{SCORE}\b"
    rf"|\b(?:{SCORE}|{WHO})\b[\w '’,/()-]{{0,90}}?\b(?:is|are|be|being|get|gets|and|then) (?:\w+ )?averaged\b"
    rf"|\b(?:averages?|averaging) (?:out )?(?:the |all |its |their )*(?:\w+ )?(?:{SCORE}|{WHO})(?!\w)"
    rf"|\b{SCORE}\b[\w ,]{{0,60}}?\bdivided by (?:the |their |its )?(?:number of |\w+ )(?:the )?(?:panel )?{WHO}\b"
    rf"|\bmiddle (?:score|mark|value|rating|grade)\b.*\b{WHO}\b|\b{WHO}\b.*\bmiddle (?:score|mark|rating|grade)\b"
)
_BY_QUESTIONS = late_pattern(rf"\bdivided by (?:the |their )?(?:number of )?(?:\w+ )?{QUESTIONS}\b")
_ONLY_IT = late_pattern(
    rf"\bonly (?=(?:the |their )?(?:\w+ )?{_NAMES_IT}\b)|\bequal(?:ly)? weigh\w*|\bweigh\w* equally\b"
)
_CONDITION = late_pattern(
    r"\b(?:if|unless|in case|in the event|should|fail(?:s|ing|ed)?|cannot|can['’]t|only|may|can|might|could|start\w*|initial\w*"
    r"|indicat\w*|guid(?:e|ed|ance)|provisional\w*|preliminary|at least|below|under|minimum|threshold|less than|more than"
    r"|tie[ds]?|equal|exceeds?|above|else|otherwise|failing that)\b"
)
_BUT = late_pattern(r",? ?\bbut\b|,? ?\binstead\b(?! of)")
_WORD = late_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWN = late_pattern(rf"^(?:{MEMBER}|{WHO})$")


class Says(Enum):
    """What a sentence says of averaging."""

    NOTHING = "it speaks of something else"
    DENIES = "scores are not averaged"
    OPEN = "scores are averaged under a condition, as a start or as a limit"
    PLAIN = "scores are averaged"
    UNREAD = "a word of averaging stands in it, and it was not understood"


class Which(Enum):
    """Which average of several scores is meant."""

    MEAN = "mean"
    MEDIAN = "median"
    MIDPOINT = "midpoint"


class Sentence(Frozen):
    """What a sentence says, and of which average."""

    says: Says
    which: Which = Which.MEAN


_NOTHING, _UNREAD = Sentence(Says.NOTHING), Sentence(Says.UNREAD)


def read_sentence(sentence: str, before: str = "") -> Sentence:
    """Return what a sentence in small letters says of averaging; `before` is the sentence before it in the same text."""
    if leaves_out_extremes(sentence):
        return Sentence(Says.OPEN if _CONDITION.search(sentence) else Says.PLAIN)
    if FOREIGN.search(sentence):
        return _UNREAD
    rest, people = OTHER_USES.sub(" ", sentence), OF_PEOPLE.search(f"{before} {sentence}") is not None
    if POOLED.search(rest) and not AVERAGES.search(rest):
        return _UNREAD
    about = PRICES.sub(" ", ACROSS.sub(" ", _BY_QUESTIONS.sub(" ", rest)))
    if not AVERAGES.search(about):
        # What is averaged over questions or bids may be averaged over people first.
        return _UNREAD if AVERAGES.search(rest) and _is_of_members(rest) else _NOTHING
    if OF_MONEY.search(about) and not (MEMBERS.search(about) or OF_MARKS.search(about)):
        return _NOTHING
    about = _ONLY_IT.sub(" ", NOT_ROUNDED.sub(" ", DENIED_AGREEING.sub(" ", about)))
    return _clauses(" ".join(about.split()), people=people)


def _clauses(sentence: str, *, people: bool) -> Sentence:
    """Return what the parts of a sentence say: "not the mean, but the median" denies one and says the other."""
    parts = [one.strip(" ,") for one in _BUT.split(sentence)]
    denied, said = False, []
    for one in parts:
        if not AVERAGES.search(one):
            continue
        no = len(NEGATION.findall(one))
        if no and not (_denies(one) and (no == 1 or "nor" in one.split())):
            return _UNREAD
        denied = denied or no > 0
        if not no:
            said.append(one)
    if not said:
        return Sentence(Says.DENIES) if denied else _UNREAD
    found = [_says(one, whole=sentence, people=people, first=denied) for one in said]
    return found[0] if len(set(found)) == 1 else _UNREAD


def _is_of_members(sentence: str) -> bool:
    return bool(MEMBERS.search(sentence) and OF_MARKS.search(sentence)) and not OF_MONEY.search(sentence)


def _denies(part: str) -> bool:
    return DENIED_BEFORE.search(part) is not None or DENIED_AFTER.search(part) is not None


def _says(part: str, *, whole: str, people: bool, first: bool) -> Sentence:
    which = _which(part)
    marks = OF_MARKS.search(whole) is not None
    known = _KNOWN.search(part) is not None or (_KNOWN.search(whole) is not None and not first)
    plainly = (people or (marks and first)) and all(_is_plain(one) for one in _WORD.findall(part))
    if which is None or not (known or plainly):
        return _UNREAD
    return Sentence(Says.OPEN if _CONDITION.search(whole) else Says.PLAIN, which)


def _is_plain(word: str) -> bool:
    bare = word.removesuffix("'s").removesuffix("’s").rstrip("'’")
    return bare in PLAIN or _OWN.match(bare) is not None


def _which(part: str) -> Which | None:
    """Return which average a part of a sentence names, `None` where it names two or none of those known."""
    found = [
        which
        for which, pattern in ((Which.MEAN, OF_MEAN), (Which.MEDIAN, OF_MEDIAN), (Which.MIDPOINT, OF_MIDPOINT))
        if pattern.search(part)
    ]
    return found[0] if len(found) == 1 else None
