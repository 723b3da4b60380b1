"""Whether words say that one score is made of the members' by averaging them, and how that mean is rounded.

Words that also speak of an agreement, or that average under a condition, as a start or as a limit, leave it open. Words that
average prices, or the scores for several questions, say nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from fractions import Fraction
from math import ceil, floor

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.scores.averaging import Says, Sentence, Which, read_sentence
from fairaudit.analysis.text.scores.averaging_words import DENIED_AGREEING, MEMBER, MEMBERS, OF_MARKS, PLAIN
from fairaudit.analysis.text.sentences import sentences
from fairaudit.frozen import Frozen

_AGREED = late_pattern(
    r"\b(?:consensus|moderat(?:ed?|es|ion|ing|or)"
    r"|agree(?:s|d)?(?: (?:on|upon))?(?: (?:a|one|the|final|single))* (?:scores?|marks?)"
    r"|scores? (?:(?:is|are|will be|to be|then|that) )*agreed|agreed by the (?:panel|evaluators|members|assessors)"
    r"|(?:panel|evaluators|members|assessors) (?:\w+ ){0,3}?agree)\b"
)
_MEANS = late_pattern(r"\b(?:means?|averag\w+|medians?|mid-?points?)\b")
_CONDITION = late_pattern(
    r"\b(?:if|where|when(?:ever)?|unless|may|might|can|could|should|in case|cannot|no|not|never|without|by way of exception)\b"
)
_ROUND = late_pattern(
    r"\b(?:round(?:ed|ing|s)?|averaged?|given|stated|expressed|taken|calculated|to|at)\b"
    r"(?: (?P<way>up|down|half[- ]up|half[- ]even|commercially|mathematically))?,?"
    r"(?: (?:off|always|then|to|at|with|by|the|a|an|of|as|maximum))*"
    r" (?:(?P<places>\d+|one|two|three|four|no|zero) ?(?:decimals?(?: (?:places?|points?|digits?))?|dp|places?|digits? after)"
    r"|nearest (?P<unit>whole|full|integer|half|quarter|tenth|hundredth|thousandth|point|mark|0?[.,]\d+|\d+)"
    r"|(?P<whole>(?:whole|full)(?: numbers| marks)?|integers?)\b)"
)
_SHORT = late_pattern(r"\bd\. ?p\b\.?", re.IGNORECASE)
_PLACES = {"no": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4}
_UNITS = {
    "half": Fraction(1, 2), "quarter": Fraction(1, 4), "tenth": Fraction(1, 10), "hundredth": Fraction(1, 100),
    "thousandth": Fraction(1, 1000),
}  # fmt: skip
_LETTERS = late_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OF_A_CELL = late_pattern(rf"^(?:{MEMBER}['’]?)$")
_OF_MORE = frozenset({
    "total", "totals", "sum", "sums", "added", "summed", "multiplied", "weight", "weighting", "point", "points",
    "value", "overall",
    "questions", "criteria", "answers", "responses", "bids", "tenders", "offers", "submissions", "proposals",
    "together", "between",
    "published", "lowest", "highest", "divided", "halved", "up", "down", "half", "rounded", "rounding", "unrounded", "recorded",
    "median", "midpoint", "mid-point", "middle", "quality", "technical",
})  # fmt: skip
"""Words by which a rounding may be of something else than the mean of one bid's scores for one criterion, or go another way."""
_ROUNDING_WORDS = late_pattern(r"\b(?:round\w*|decimals?|truncat\w+|integers?|whole|nearest)\b")
_NOT_ROUNDED = late_pattern(r"\b(?:not|never|without|no) (?:be )?round\w*|\bunrounded\b")
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
    """Whether words say that the members' scores are averaged: not at all, leaving it open, plainly, or not understood."""

    UNSAID = 0
    OPEN = 1
    PLAIN = 2
    UNREAD = 3


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
    said = [one for one, _ in _read(text, of_members=of_members)]
    every = [*_sentences(text), *(one for each in others for one in _sentences(each))]
    if any(one.says is Says.UNREAD for one in said):
        return Averaging.UNREAD
    found = [one.says for one in said if one.says in (Says.PLAIN, Says.OPEN)]
    if not found:
        return Averaging.UNSAID
    beside = [one for each in others for one, _ in _read(each)]
    denied = any(one.says is Says.DENIES for one in (*said, *beside))
    agreed = any(_AGREED.search(DENIED_AGREEING.sub(" ", one)) for one in every)
    return Averaging.PLAIN if Says.PLAIN in found and not denied and not agreed else Averaging.OPEN


def agreement_promised(text: str) -> str | None:
    """Return the sentence of a text that says without a condition that members agree on scores; `None` where none does."""
    for words in sentences(text):
        one = " ".join(words.casefold().split())
        if _AGREED.search(DENIED_AGREEING.sub(" ", one)) and not (_CONDITION.search(one) or _MEANS.search(one)):
            return " ".join(words.split())
    return None


def unread_averaging(text: str, *, of_members: bool = False) -> tuple[str, ...]:
    """Return the sentences of a text in which a word of averaging stands and which were not understood."""
    return tuple(words for one, words in _read(text, of_members=of_members) if one.says is Says.UNREAD)


def average_said(texts: Iterable[str]) -> Which | None:
    """Return which average of scores texts name; `None` where they name none, or several."""
    read = [one for text in texts for one, _ in _read(text)]
    found = {one.which for one in read if one.says in (Says.PLAIN, Says.OPEN)}
    return found.pop() if len(found) == 1 else None


def _read(text: str, *, of_members: bool = False) -> Iterator[tuple[Sentence, str]]:
    """Yield what each sentence says of averaging, with its words."""
    before = ""
    for words in sentences(_SHORT.sub(" decimals ", text)):
        one = " ".join(words.casefold().split())
        found = read_sentence(one, before)
        of_people = MEMBERS.search(one) and (found.says is not Says.UNREAD or OF_MARKS.search(one))
        if not of_members or of_people or found.says is Says.DENIES:
            yield found, words
        before = one


def mean_rounding(texts: Iterable[str]) -> MeanRounding | None:
    """Return how texts say that a mean is rounded; `None` where they do not, or say it in two ways."""
    found = {each for text in texts for one in _sentences(text) if (each := _rounding(one)) is not None}
    return found.pop() if len(found) == 1 else None


def plain_mean_rounding(method: str, *others: str) -> MeanRounding | None:
    """Return how texts say that the mean of one bid's scores is rounded, where every word of it is known; else `None`.

    No other sentence may speak of rounding a mean. Of `others`, on what is scored, only sentences count that name members.
    """
    found = {rounding for rounding, _ in _roundings(method, others)}
    return found.pop() if len(found) == 1 else None


def unread_mean_rounding(method: str, *others: str) -> tuple[str, ...]:
    """Return the sentences of texts that may say how a mean is rounded and were not understood, nor say that it is not."""
    read = _roundings(method, others)
    return tuple(words for rounding, words in read if rounding is None and not _NOT_ROUNDED.search(words.casefold()))


def _roundings(method: str, others: Iterable[str]) -> Iterator[tuple[MeanRounding | None, str]]:
    """Yield each sentence in which a mean stands beside words of rounding, with the rounding where all of it is known."""
    read = [*_read(method), *(one for each in others for one in _read(each, of_members=True))]
    for said, words in read:
        one = " ".join(words.casefold().split())
        if said.says is not Says.NOTHING and _MEANS.search(one) and _ROUNDING_WORDS.search(one):
            yield _rounding(one) if said.says is Says.PLAIN and _is_of_a_cell(one) else None, words


def _is_of_a_cell(sentence: str) -> bool:
    """Whether beside its rounding a sentence has none but words of the mean of one bid's scores for one criterion."""
    mean = _MEANS.search(sentence)
    found = _ROUND.search(sentence, mean.start()) if mean else None
    if found is None:
        return False
    rest = f"{sentence[: found.start()]} {sentence[found.end() :]}"
    words = {one.removesuffix("'s").removesuffix("’s") for one in _LETTERS.findall(rest)}
    return all(_OF_A_CELL.match(one) or (one in PLAIN and one not in _OF_MORE) for one in words)


def _sentences(text: str) -> list[str]:
    whole = _SHORT.sub(" decimals ", text.casefold())
    return [" ".join(one.split()) for one in sentences(whole)]


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
