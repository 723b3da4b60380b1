"""What decides between bids with equal totals, read from plain words such as "in a tie the lower price wins".

Only what is plain is read: of a sentence on ties every word must be understood, or it is one for a person to read. So a
hedge, an exception, a margin, the tie of something else than totals, and a measure that is not known leave no steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.sentences import sentences
from fairaudit.frozen import Frozen

_BIDS = r"(?:tenders?|bids?|bidders?|tenderers?|offers?|proposals?|suppliers?|submissions?|quotations?|candidates?)"
_FIGURES = r"(?:totals?|scores?|points|marks)"
_TIE = late_pattern(
    r"\b(?:tie|ties|tied|tie-?break\w*|dead heat|level on points|still equal"
    r"|equality(?! (?:act|duty|policy|plan|and|of opportunit))|(?:equal|identical) (?:\w+ ){0,2}"
    + _BIDS
    + rf"|{_BIDS} (?:\w+ ){{0,2}}(?:be|are) equal|scores? the same"
    rf"|equal(?:ly)? (?:\w+ ){{0,2}}(?:{_FIGURES}|scored|ranked|placed)|(?:same|identical) (?:\w+ ){{0,2}}{_FIGURES}"
    rf"|{_FIGURES} (?:\w+ ){{0,3}}(?:equal|identical)|(?:regarded|treated|deemed|counted|considered) (?:as )?(?:being )?equal"
    r"|(?:a|any|the) draw(?! of lots)|empat\w*|gleichstand|punktgleich\w*|égalité|ex[ -]?(?:ae|æ)quo|parità|pareggio)\b",
    re.IGNORECASE,
)  # the last line: the word for a tie in other languages, so that it is quoted
_SUM = rf"(?:(?:total|overall|final|aggregate|combined|weighted) ){{0,2}}(?:{_FIGURES}|number of points)"
_THESE = rf"(?:(?:the|two|three|or|more|several|any|some|both|of|these|leading) )*(?:{_BIDS}|{_SUM}|they)"
_A_TIE = rf"(?:ties?|tied {_SUM}|dead heat|draw|equality|(?:equal|identical) {_SUM})"
_OF_TOTALS = rf"(?: (?:of|in|on) (?:the )?{_SUM})?(?: (?:between|among) {_THESE})?"
_AGAIN = r"(?:(?:still|remain|be|is|are|they|again|also) )*"
_TIES_SAID = (
    r"\b(?:"
    rf"(?:in|in (?:the )?(?:event|case) of|on|upon|(?:should|if|where|when) there (?:be|is))"
    rf" (?:(?:a|an|any|the) )?{_A_TIE}{_OF_TOTALS}"
    rf"|(?:if|where|when|whenever|should|in case|in the event that) (?:{_THESE} )?{_AGAIN}"
    rf"(?:(?:tied|tie|equal|identical|the same|level)(?: (?:on|in) (?:the )?{_SUM})?|scores? (?:the same|equally)"
    rf"|(?:have|has|achieve|obtain|receive|reach|share) (?:the |an? )?(?:same|equal|identical) {_SUM})"
    rf"|(?:of|among|amongst|between) (?:the )?(?:(?:tied|equal) {_BIDS}|{_BIDS} that (?:are )?tied?"
    rf"|{_BIDS} with (?:the |an? )?(?:same|equal|identical) {_SUM})"
    rf"|(?:an?|any|the) (?:tie|draw){_OF_TOTALS}|ties{_OF_TOTALS}"
    rf"|(?:tied|equal|identical) (?:{_BIDS}|{_SUM})|tie-?break(?:er)?(?=:)"
    r")(?![\w-])"
)
_TIES = late_pattern(_TIES_SAID, re.IGNORECASE)
PRICES_EQUAL_TOO = (
    r"(?:if|where|should) (?:the )?prices? (?:(?:are|is|be|also|still) )+"
    r"(?:equal|identical|the same)(?: (?:too|also|as well))?"
)
_NEXT = late_pattern(
    rf"{_TIES_SAID}|\b{PRICES_EQUAL_TOO}\b|\b(?:then|failing (?:that|this|which)|followed by|next|after that|thereafter)\b",
    re.IGNORECASE,
)
_MARGIN = late_pattern(
    r"\b(?:within|less than|more than|differ\w*|margin|up to|regarded|treated|deemed|counte?d? as|considered|nearly|almost"
    r"|practically|approximately|close|rounded|per ?cent)\b|%|\b\d",
    re.IGNORECASE,
)
_LOT = (
    r"(?:by (?:the )?(?:drawing|draw) of lots?|(?:drawn |decided )?by lot|lots? (?:is |are |will be |shall be )?drawn"
    r"|drawing (?:of )?lots|draw lots|(?:the )?toss of a coin)"
    r"(?: (?:before|in front of|in the presence of) (?:(?:a|an|the|two|three|independent) )*(?:witness(?:es)?|notary))?"
)
_DRAWN = late_pattern(
    r"\b(?:lots? (?:(?:were|was|have been|has been) )?drawn|drew lots"
    r"|(?:drawn|decided|settled|chosen|selected|broken|won) by (?:the )?"
    r"(?:lot|(?:drawing|draw) of lots|toss of a coin)|(?:coin|lots?) (?:was|were) (?:tossed|drawn)"
    r"|(?:after|following|by|in) (?:a|the) (?:(?:drawing|draw) of lots|toss of a coin))\b",
    re.IGNORECASE,
)
_UNDONE = late_pattern(
    r"\b(?:no|not|never|without|instead of|rather than|neither|nor|none|to be|will|shall|would|should|may|if|unless|pending"
    r"|cannot|refused|declined|before (?:(?:any|the) )?lots)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_PRICE = (
    r"(?:(?:lower|lowest|cheaper|cheapest) (?:(?:total|overall|tendered|tender|bid|offered) )?prices?|lower-priced|lowest-priced"
    r"|cheaper|cheapest|price(?: decides)?[:,] (?:the )?(?:lowest|lower)(?: one| price)?)"
)
_BETTER = (
    r"(?:higher|highest|better|best|greater|greatest|more|most) (?:(?:total|overall) )?"
    r"(?:(?:scores?|points|marks?|number of points|total|rating) (?:for|in|on|under|of) )?(?:the )?(?:(?:criterion|question) )?"
)
_SCORED_FOR = _BETTER.replace(" (?:for|in|on|under|of) )?", " (?:for|in|on|under|of) )", 1)
_AFTER = r"(?: (?:scores?|points|marks?))?"
_QUALITY = r"(?:quality|technical)(?: (?:part|criteria))?"
_FILLING = frozenset({
    "a", "an", "the", "that", "one", "which", "who", "whichever", "tender", "tenders", "bid", "bids", "bidder", "bidders",
    "tenderer", "tenderers", "offer", "offers", "proposal", "proposals", "supplier", "suppliers", "contract", "award",
    "is", "are", "be", "will", "shall", "awarded", "goes", "go", "to", "with", "having", "has", "have", "offering",
    "offered", "of", "by", "on", "for", "in", "it", "them", "these", "those", "and", "rank", "ranks", "ranked", "placed",
    "put", "first", "preferred", "preference", "given", "prevail", "prevails", "win", "wins", "winner", "winning",
    "decide", "decides", "decided", "determined", "determine", "settled", "settle", "broken", "break", "breaks",
    "separated", "separate", "ordered", "order", "resolved", "chosen", "selected", "comes", "come", "takes", "precedence",
    "favour", "compliant", "valid", "admissible", "successful", "decision", "made", "still",
})  # fmt: skip
_WORD = late_pattern(r"[^\W_]+(?:['’-][^\W_]+)*")

PRICE, LOT, QUALITY = "price", "lot", "quality"
_SHORT = 3


class Step(Frozen):
    """One thing that decides: a named criterion, or the price, the whole of quality, or a lot."""

    kind: str
    name: str = ""


class TieRule(Frozen):
    """The words on equal totals, and the steps they name, one after the other; none where they were not understood."""

    words: str
    steps: tuple[Step, ...]


class TieSentence(Frozen):
    """A sentence on ties: what it says before it comes to them, the steps, and whether it may say which totals tie."""

    before: str
    steps: tuple[Step, ...]
    margin: bool


def says_lots_were_drawn(text: str) -> bool:
    """Whether a text says that lots were drawn, in a sentence that neither denies it nor leaves it open."""
    return any(_DRAWN.search(one) and not _UNDONE.search(one) for one in sentences(text))


def tie_rule_of(read: Sequence[tuple[str, TieSentence]]) -> TieRule | None:
    """Return what sentences on ties say together; no step counts where one of them was not understood."""
    if not read:
        return None
    steps = tuple(step for _, tie in read for step in tie.steps)
    return TieRule("; ".join(one for one, _ in read), steps if all(tie.steps for _, tie in read) else ())


def tie_sentence(sentence: str, names: Sequence[str]) -> TieSentence | None:
    """Return what a sentence says of ties; `None` where it says nothing of them."""
    if not _TIE.search(sentence):
        return None
    margin = _MARGIN.search(sentence) is not None
    found = _TIES.search(sentence)
    if found is None:
        return TieSentence(sentence, (), margin=True)
    before, after = sentence[: found.start()], sentence[found.end() :]
    if not _WORD.search(after):
        return TieSentence("", _steps(before, names), margin)
    return TieSentence(before.strip(" ,"), _steps(after, names), margin)


def _steps(clause: str, names: Sequence[str]) -> tuple[Step, ...]:
    """Return the steps that a clause names one after the other, none where some word of it is not understood."""
    parts = [one for one in _NEXT.split(clause) if one is not None]
    while parts and not _unread(parts[0], allowed=frozenset({"and", "by", "it", "is"})) and len(parts) > 1:
        parts = parts[1:]
    read = [_step(one, names) for one in parts]
    steps = tuple(one for one in read if one is not None)
    return steps if len(steps) == len(read) else ()


def _step(part: str, names: Sequence[str]) -> Step | None:
    """Return the one measure that a part of a clause names, `None` where it names none, or more, or says more than that."""
    found = list(_named(part, names))
    if len(found) != 1:
        return None
    start, end, step = found[0]
    return None if _unread(f"{part[:start]} | {part[end:]}", _FILLING) else step


def _unread(words: str, allowed: frozenset[str]) -> bool:
    return any(one.casefold() not in allowed for one in _WORD.findall(words))


def _named(part: str, names: Sequence[str]) -> Iterator[tuple[int, int, Step]]:
    """Yield what a part names as deciding, with where it stands."""
    taken: list[tuple[int, int]] = []
    said = [one for one in names if one.casefold() in part.casefold()]
    for pattern, step in _measures(said):
        for one in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", part, re.IGNORECASE):
            if not any(start < one.end() and one.start() < end for start, end in taken):
                taken.append(one.span())
                yield one.start(), one.end(), step


def _measures(names: Sequence[str]) -> Iterator[tuple[str, Step]]:
    """Yield what may decide, as a pattern; a criterion comes by its id or its whole name, the longest first."""
    for name in sorted(names, key=len, reverse=True):
        # A short id such as `A` is a word in small letters.
        exact = re.escape(name) if len(name) > _SHORT else f"(?-i:{re.escape(name)})"
        quoted = rf"['\"“‘(]?{exact}['\"”’)]?"
        # A higher price is not a higher score for it: unless it is the better one, a word for the score must stand beside.
        scored = rf"{_BETTER}{quoted} (?:scores?|points|marks?)|(?:better|best) {quoted}"
        points = r"(?:scores?|points|marks?)"
        named = rf"by (?:reference to )?(?:the )?(?:{quoted} {points}|{points} (?:for|in|on) {quoted})"
        yield rf"(?:{_SCORED_FOR}{quoted}{_AFTER}|{scored}|{named})", Step("criterion", name)
    yield rf"{_BETTER}{_QUALITY}{_AFTER}", Step(QUALITY)
    yield _PRICE, Step(PRICE)
    yield _LOT, Step(LOT)
