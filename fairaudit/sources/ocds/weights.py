"""Weights that notices write as text: "70", "30 %", "Price 40%", "Weighting: 60".

Read only where nothing else can be meant: exactly one number, from 0 to 100, and either the whole text is that number,
or beside it stands a kind of criterion or the criterion's own name and nothing else, or the text calls it a weighting.
`Energy savings of 30%` may be what is asked for. A weight read wrongly is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"(?P<number>100(?:[.,]0{1,2})?|(?:0|[1-9][0-9]?)(?:[.,][0-9]{1,2})?)(?![0-9.,]*[0-9])"
_PERCENT = r"(?P<percent>%|per\s?cent(?:age points?)?\b)"
_POINTS = r"(?P<points>points?\b|pts\b|marks?\b)"
_GAP = r"[\s:=(\u2013\u2014-]+"
_SHARE = re.compile(rf"{_PERCENT}|\d\s{{0,3}}{_POINTS}|\d\s{{1,3}}(?:out\s)?of\s{{1,3}}\d", re.IGNORECASE)
_ANY_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

_BARE = re.compile(rf"\(?\s*{_NUMBER}\s*(?:{_PERCENT}|{_POINTS})?\s*\)?\.?", re.IGNORECASE)
_LABEL_FIRST = re.compile(
    rf"(?P<label>[^%]{{1,60}}?){_GAP}(?P<said>weight{_GAP})?{_NUMBER}\s*(?:{_PERCENT}|{_POINTS})?[\s).]*", re.IGNORECASE
)
_LABEL_LAST = re.compile(rf"\(?{_NUMBER}\s*{_PERCENT}[\s:=)\u2013\u2014-]+(?P<label>[^%]{{1,60}})", re.IGNORECASE)
# `weight` alone may be that of a vehicle, so it must open the text or a clause; `weighting` is always the criterion's.
_SAID = re.compile(
    r"(?P<before>\w{1,30}\s{1,3})?"
    r"(?:\b(?:weighting|weightage|weighted|gewichtung|pond[eé]ration|ponderaci[oó]n|weging)"
    r"|(?:^|[(,;:.\u2013\u2014-]\s*)weight)"
    rf"(?:\s+(?:of|is|at)\b|\s*[:=(\u2013\u2014-])*\s*{_NUMBER}\s*"
    rf"(?:{_PERCENT}|{_POINTS}|(?=\s*(?:$|[.,;:)\]])))",
    re.IGNORECASE,
)
# `must reach 40% of the marks` is a threshold, so only words that give a criterion its part may stand before.
_OF_TOTAL = re.compile(
    r"(?:(?P<label>[^%]{1,60}?\s)??(?:is |are )?"
    r"(?:carr(?:y|ies)|worth|accounts? for|counts? for|represents?|makes? up|contributes?|weighted at)\s+)?"
    rf"{_NUMBER}\s*{_PERCENT}\s+of\s+(?:the\s+|all\s+)?(?:total |overall |available |final |maximum )*"
    r"(?:scores?|marks|points|evaluation|weighting|weight|assessment)(?: available)?[\s).]*",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_MAX_LABEL = 6
_KINDS = frozenset(
    {
        *("price", "prices", "pricing", "cost", "costs", "financial", "finance", "commercial", "fee", "fees"),
        *("quality", "qualitative", "technical", "merit", "method", "methodology", "sustainability", "environmental"),
        *(
            "social",
            "value",
            "innovation",
            "preis",
            "kosten",
            "prix",
            "coût",
            "coûts",
            "precio",
            "coste",
            "costo",
            "prezzo",
        ),
        *(
            "prijs",
            "preço",
            "custo",
            "qualität",
            "qualité",
            "calidad",
            "qualità",
            "kwaliteit",
            "qualidade",
            "technique",
        ),
        *("technik", "técnica", "tecnica", "tecnico"),
    }
)
"""Words for kinds of award criteria: beside one of them alone, a percentage is its weight."""
_JOINS = frozenset(
    {
        *("the", "a", "an", "and", "for", "is", "are", "will", "be", "criterion", "criteria", "award", "lowest", "bid"),
        *(
            "tender",
            "offer",
            "evaluation",
            "counts",
            "count",
            "accounts",
            "account",
            "worth",
            "carries",
            "weighted",
            "at",
        ),
    }
)
# Words beside a percentage that make it a threshold, a target or a sum of money.
_OTHER_MEANINGS = frozenset(
    {
        *("above", "below", "between", "exceed", "exceeding", "exceeds", "fewer", "least", "less", "limit", "max"),
        *("maximum", "min", "minimum", "more", "most", "over", "than", "threshold", "under", "up", "within"),
        *("advance", "bond", "deposit", "discount", "guarantee", "off", "penalty", "retention", "share", "target"),
        *("deviation", "increase", "reduce", "reduction", "pass", "score", "scored", "scores", "scoring"),
        *("combined", "overall", "remaining", "sub", "total"),
        *("if", "must", "not", "required", "shall", "should"),
    }
)
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight that was read, what it counts where that is said, and whether the text says nothing else."""

    number: str
    type: str | None
    whole: bool


def read_weight(words: str, name: str = "") -> Weight | None:
    """Return the weight a text states of a criterion of some name, or `None` where it states none beyond doubt."""
    if len(words) > _LONGEST or len(_ANY_NUMBER.findall(words)) != 1:
        return None
    plain = words.strip()
    if match := _BARE.fullmatch(plain):
        return _weight(match, whole=True)
    match = _LABEL_FIRST.fullmatch(plain)
    if match and (match["percent"] or match["points"] or match["said"]) and _is_criterion(match["label"], name):
        return _weight(match, whole=False)
    if (match := _LABEL_LAST.fullmatch(plain)) and _is_criterion(match["label"]):
        return _weight(match, whole=False)
    if (match := _OF_TOTAL.fullmatch(plain)) and (not match["label"] or _is_label(match["label"])):
        return _weight(match, whole=False)
    match = _SAID.search(plain)
    if match and (match["before"] or "").strip().casefold() not in _OTHER_MEANINGS:
        return _weight(match, whole=False)
    return None


def tells_a_share(words: str, name: str = "") -> bool:
    """Whether a text speaks of per cent, points or a weight: what `read_weight` does not read in it may be one after all."""
    if len(words) > _LONGEST or _SHARE.search(words):
        return _SHARE.search(words) is not None
    bare = _LABEL_FIRST.fullmatch(words.strip())
    said = bool(bare and _is_criterion(bare["label"], name)) or "weight" in words.casefold()
    return said and _ANY_NUMBER.search(words) is not None


def _is_criterion(words: str, name: str = "") -> bool:
    """Whether words are a kind of criterion, or the name of the one they stand in, and nothing else."""
    found = [word.casefold() for word in _WORD.findall(words)]
    told = [word for word in found if word not in _JOINS]
    own = [word for word in (one.casefold() for one in _WORD.findall(name)) if word not in _JOINS]
    return bool(told) and (told == own or _KINDS.issuperset(told))


def _is_label(words: str) -> bool:
    found = [word.casefold() for word in _WORD.findall(words)]
    return 0 < len(found) <= _MAX_LABEL and not _OTHER_MEANINGS.intersection(found) and not re.search(r"[.;?!]", words)


def _weight(match: re.Match[str], whole: bool) -> Weight:
    said = match.groupdict()
    kind = "percentage" if said.get("percent") else "points" if said.get("points") else None
    return Weight(match["number"].replace(",", "."), kind, whole)
