"""Whether words say that one score is made of the members' by averaging them, and how that mean is rounded.

Words that also speak of an agreement, or that average under a condition, as a start or as a limit, leave it open. Words that
average prices, or the scores for several questions, say nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from fractions import Fraction
from math import ceil, floor

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.tie_rules import sentences
from fairaudit.analysis.text.trimmed import leaves_out_extremes, takes_the_median
from fairaudit.frozen import Frozen

_SCORE = r"(?:scores?|marks?|ratings?|grades?|gradings?|scorings?|markings?)"
_WHO = (
    r"(?:evaluators?|assessors?|members?|panel(?:l?ists?)?|scorers?|reviewers?|raters?|markers?|jurors?|jury|judges?|examiners?"
    r"|individual(?:ly)?|person|people)"
)
_QUESTIONS = (
    r"(?:sub-?)?"
    r"(?:questions?|criteri(?:a|on)|sections?|parts?|items?|categor(?:y|ies)|lots?|references?|years?|projects?)"
)
_FEW = r"(?:[\w'’-]+ ){0,6}?"
_TAKEN = (
    r"(?:(?:is|are|was|were|will be|shall be|being) )?(?:(?:taken|calculated|computed|formed|worked out|made|found) )?"
)
_OF = r"(?:of|from|across|over|between|among)"
_MEAN = late_pattern(
    rf"\b(?:mean|average)s?(?: (?:value|figure|number|result))? {_TAKEN}{_OF} {_FEW}(?:{_SCORE}|{_WHO})(?!\w)"
    rf"|\b(?:mean|average)s? (?:(?:{_WHO}|quality|technical)(?:['’]?s?['’]?) )*{_SCORE}\b"
    rf"|\b(?:{_SCORE}|{_WHO})\b[\w '’,/()-]{{0,90}}?\b(?:is|are|be|being|get|gets|and|then) (?:\w+ )?averaged\b"
    rf"|\b(?:averages?|averaging) (?:out )?(?:the |all |its |their )*(?:\w+ )?(?:{_SCORE}|{_WHO})(?!\w)"
    rf"|\b{_SCORE}\b[\w ,]{{0,60}}?\bdivided by (?:the |their |its )?(?:number of |\w+ )(?:the )?(?:panel )?{_WHO}\b"
)
_ACROSS = late_pattern(
    rf"\b(?:mean|average[ds]?|averaging)\b(?: {_TAKEN})? ?(?:{_OF} )?(?:the |all |its |their |each |every |{_SCORE} |weighted )*"
    rf"(?:{_OF} |for |on |in )?(?:the |all |its |their |each |every |several |\d+ )*{_QUESTIONS}\b"
)
_MEMBERS = late_pattern(rf"\b{_WHO}\b")
_PRICES = late_pattern(
    rf"\b(?:mean|average)s? {_TAKEN}(?:{_OF} )?(?:the |all |valid |tendered |offered |submitted )*"
    r"(?:prices?|bids?|tenders?|offers?|costs?|rates?)\b"
)
_BEFORE = late_pattern(
    r"\b(?:no|not|never|neither|nor|rather than|instead of|without|avoid\w*|in place of|cannot|must ?n[o']t|won['’]t"
    r"|refrain\w*|prohibit\w*|forbid\w*|bans?|banned|bar|barred)\b[^,;:]{0,60}\b(?:means?|averag\w+)\b"
)
_AFTER = late_pattern(
    r"\b(?:means?|averages?|averaging)\b(?: (?!and\b|but\b|or\b)[\w'’-]+){0,4}? (?:is|are|will|shall|may|must|does|do|has|have)"
    r"(?: be)? (?:not|never|no)\b(?! (?:be )?(?:further )?(?:rounded|weighted|adjusted|moderated|changed|altered|discussed))"
    r"|\bno(?:t| (?:\w+ )?)(?:means?|averag\w+)\b"
    r"|\b(?:means?|averages?|averaging)\b[\w '’-]{0,40}? (?:is|are) (?:strictly )?(?:prohibited|forbidden|ruled out|banned|barred"
    r"|inadmissible|excluded|disallowed|impermissible|improper)\b"
)
_OPEN = late_pattern(
    r"\b(?:if|unless|in case|in the event|should|fail(?:s|ing|ed)?|cannot|can['’]t|only|may|can|might|could|start\w*|initial\w*"
    r"|indicat\w*|guid(?:e|ed|ance)|provisional\w*|preliminary|at least|below|under|minimum|threshold|less than|more than"
    r"|tie[ds]?|equal|exceeds?|above)\b"
)
_AGREEING = r"(?:consensus|moderat\w+|agree\w*|discuss\w*)"
_UNAGREED = (
    r"\b(?:no|not|without|never|rather than|instead of|nor|neither|(?:needs?|requires?) no)\b"
    rf"[\w '’-]{{0,40}}?\b{_AGREEING}(?:,? (?:or|and|nor) {_AGREEING})?"
    r"|\b(?:after|following|once) (?:(?:the|a|any|all|their|they|scores|have|are|been) )*(?:moderat\w+|discuss\w*)"
)
_DENIED = late_pattern(_UNAGREED)
_AGREED = late_pattern(
    r"\b(?:consensus|moderat(?:ed?|es|ion|ing|or)"
    r"|agree(?:s|d)?(?: (?:on|upon))?(?: (?:a|one|the|final|single))* (?:scores?|marks?)"
    r"|scores? (?:(?:is|are|will be|to be|then|that) )*agreed|agreed by the (?:panel|evaluators|members|assessors)"
    r"|(?:panel|evaluators|members|assessors) (?:\w+ ){0,3}?agree)\b"
)
_MEANS = late_pattern(r"\b(?:means?|averag\w+)\b")
_ROUND = late_pattern(
    r"\b(?:round(?:ed|ing|s)?|averaged?|given|stated|expressed|taken|calculated|to|at)\b"
    r"(?: (?P<way>up|down|half[- ]up|half[- ]even|commercially|mathematically))?,?"
    r"(?: (?:off|always|then|to|at|with|by|the|a|an|of|as|maximum))*"
    r" (?:(?P<places>\d+|one|two|three|four|no|zero) ?(?:decimals?(?: (?:places?|points?|digits?))?|dp|places?|digits? after)"
    r"|nearest (?P<unit>whole|full|integer|half|quarter|tenth|hundredth|thousandth|point|mark|0?[.,]\d+|\d+)"
    r"|(?P<whole>whole|full|integer)\b)"
)
_SHORT = late_pattern(r"\bd\. ?p\b\.?")
_PLACES = {"no": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4}
_UNITS = {
    "half": Fraction(1, 2), "quarter": Fraction(1, 4), "tenth": Fraction(1, 10), "hundredth": Fraction(1, 100),
    "thousandth": Fraction(1, 1000),
}  # fmt: skip
_OF_PRICES = late_pattern(r"\b(?:prices?|costs?|totals?|fees?)\b")
_MOST_PLACES = 9
_USUAL = ("half-up", "half-even")
_ROUNDED: dict[str, Callable[[Fraction], int]] = {
    "half-up": lambda units: floor(units + Fraction(1, 2)),
    "half-even": round,
    "up": ceil,
    "down": floor,
}


class Averaging(IntEnum):
    """Whether words say that the members' scores are averaged: not at all, in a way that leaves it open, or plainly."""

    UNSAID = 0
    OPEN = 1
    PLAIN = 2


class MeanRounding(Frozen):
    """To the nearest multiple of what a mean is rounded, and which ways: `half-up`, `half-even`, `up`, `down`.

    Words that do not say what becomes of a half leave two ways, of which either may be meant.
    """

    unit: Fraction
    modes: tuple[str, ...]

    def of(self, exact: Fraction) -> tuple[Fraction, ...]:
        """Return what a mean may be once it is rounded, the most usual first."""
        return tuple(dict.fromkeys(_ROUNDED[one](exact / self.unit) * self.unit for one in self.modes))


def averages_scores(text: str, *others: str, of_members: bool = False) -> Averaging:
    """Return whether a text says that the members' scores for a bid are averaged; `others` are texts that may qualify it.

    Where `of_members`, only a sentence counts that names whose scores they are: words on what is scored may have means too.
    """
    said = _sentences(text)
    found = [one for one in said if _says_so(one) and (not of_members or _MEMBERS.search(one))]
    every = [*said, *(one for each in others for one in _sentences(each))]
    if not found:
        return Averaging.UNSAID
    denied = any(_denies(one) for one in every)
    agreed = any(_AGREED.search(_DENIED.sub(" ", one)) for one in every)
    plain = any(not _OPEN.search(one) for one in found)
    return Averaging.PLAIN if plain and not denied and not agreed else Averaging.OPEN


def mean_rounding(texts: Iterable[str]) -> MeanRounding | None:
    """Return how texts say that a mean is rounded; `None` where they do not, or say it in two ways."""
    found = {each for text in texts for one in _sentences(text) if (each := _rounding(one)) is not None}
    return found.pop() if len(found) == 1 else None


def _sentences(text: str) -> list[str]:
    whole = _SHORT.sub(" decimals ", text.casefold())
    return [" ".join(one.split()) for one in sentences(whole)]


def _says_so(sentence: str) -> bool:
    if _denies(sentence):
        return False
    if leaves_out_extremes(sentence) or takes_the_median(sentence):
        return True
    return _MEAN.search(_PRICES.sub(" ", _ACROSS.sub(" ", sentence))) is not None


def _denies(sentence: str) -> bool:
    return _BEFORE.search(sentence) is not None or _AFTER.search(sentence) is not None


def _rounding(sentence: str) -> MeanRounding | None:
    """Return how a sentence says that a mean is rounded: after it names one, and nothing of prices or totals in between."""
    mean = _MEANS.search(sentence)
    found = _ROUND.search(sentence, mean.start()) if mean else None
    if mean is None or found is None or _OF_PRICES.search(sentence[mean.end() : found.end()]):
        return None
    if found["places"] is not None:
        places = _PLACES.get(found["places"]) if found["places"] in _PLACES else int(found["places"][:2])
        unit = Fraction(1, 10**places) if places is not None and places <= _MOST_PLACES else None
    else:
        unit = _unit(found["unit"] or found["whole"])
    way = (found["way"] or "").replace(" ", "-")
    return MeanRounding(unit, (way,) if way in _ROUNDED else _USUAL) if unit else None


def _unit(said: str) -> Fraction:
    """Return what is rounded to, by its name or its figure."""
    return Fraction(said.replace(",", ".")) if said[0].isdigit() or said[0] in ".," else _UNITS.get(said, Fraction(1))
