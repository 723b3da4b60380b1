"""What the words of a method of award say of how the winner is found, and which of them were not understood.

A sentence is plain where nothing is left of it but words that say no more than that the published criteria decide. One that
has a number, a margin, a measure or a sum beside them, or that is not English, is for a person to read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.tie_rules import TieRule, TieSentence, sentences, tie_rule_of, tie_sentence
from fairaudit.analysis.text.trimmed import takes_the_median
from fairaudit.frozen import Frozen

_MONEY = r"(?:price|fee|rent|royalty|premium|payment|sum|amount|bid|offer)"
_HIGHEST = late_pattern(
    rf"^(?P<before>(?:[\w-]+ ){{0,12}})(?:highest (?:(?:annual|total|concession|monthly) )?{_MONEY}|pays? the most"
    r"|(?:sold|let|leased|given|goes|awarded) to the highest bidder)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_LOWEST = late_pattern(
    r"\b(?:lowest (?:(?:total|overall|tendered|tender|bid|offered) )?price|cheapest|lowest-priced"
    r"|lowest (?:(?:priced|evaluated|responsive|compliant|valid) )+(?:bid|tender|offer)|lowest (?:bid|tender|offer))\b",
    re.IGNORECASE,
)
_QUALITY_ALONE = late_pattern(
    r"\b(?:(?:technical )?quality|technical merit) (?:alone|only)(?: (?:decides|counts|is (?:scored|evaluated)))?\b"
    r"|\bonly (?:the )?(?:quality|technical merit) (?:decides|counts)\b"
    r"|\b(?:highest|best) (?:score for quality|quality (?:score|points|marks))\b",
    re.IGNORECASE,
)
_EQUAL_PRICES = late_pattern(
    r"^(?:(?:in (?:the )?(?:event|case) of|where|if|when|should|of|between|on|there|are|be|two|or|more|several|the|tenders?"
    r"|bids?|bidders?|have|offer|ask) )*(?:equal|identical|same|tied)(?: (?:lowest|highest|annual|total))*"
    r" (?:price|fee|rent|royalt(?:y|ie)|premium|payment|sum|amount)s?\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_EACH_LOT = late_pattern(
    r"\b(?:(?:in|for|within|of) )?(?:each|every) (?:(?:single|individual) )?lot(?: (?:separately|on its own))?\b"
    r"|\b(?:per lot|lot by lot)\b"
    r"|\b(?:the )?lots are (?:awarded|evaluated|assessed|judged) (?:separately|individually|independently|one by one)\b"
    r"|\b(?:one,? (?:several,? )?or (?:more|several|all)(?: of the)?) lots\b",
    re.IGNORECASE,
)
_COMPLIANT = late_pattern(
    r"\b(?:that|which|who|provided (?:that )?(?:it|they)) (?:(?:fails?|do(?:es)? not (?:pass|meet)) (?:a|any|the|one)"
    r" pass/fail questions? (?:are|is|will be) (?:rejected|excluded|put out)"
    r"|(?:pass(?:es)?|meets?|satisf(?:y|ies)|compl(?:y|ies) with|fulfil(?:l?s)?)"
    r" (?:(?:every|all|each|any|of|the|mandatory|pass/fail|technical) )*"
    r"(?:questions?|criteria|criterion|requirements?|specifications?|conditions?))\b",
    re.IGNORECASE,
)
_OF_WHAT = r"(?:quality|price|prices|cost|technical|technical merit|{names})"
_SHARE = r"\d+(?:[.,]\d+)? ?(?:%|per ?cent|percent|points|marks)?"
_PLAIN = (
    r"(?:the )?(?:most|highest|greatest|best)(?: number of)? (?:(?:total|overall|final|weighted|combined|aggregate) )*"
    r"(?:points|scores?|totals?|marks)",
    r"most (?:economically )?advantageous|best overall|best (?:price|value|quality)[-–/ ](?:price|quality) ratio|best value"
    r"|(?:price|quality)[-–/ ](?:and )?(?:price|quality) ratio|best ratio of (?:price|quality) (?:and|to) (?:price|quality)"
    r"|value for money|best tender|highest[- ](?:scoring|scored|ranked|rated|placed)|scor(?:es|ing) (?:the )?highest",
    r"(?:ranked|ordered) by price|per (?:question|criterion)|multiplied by (?:the|its|their) (?:published )?weight(?:ing)?s?",
    r"(?:the )?budget is fixed at [£€$]?\d[\d,.]*(?: \w+)?",
    r"(?:scored|rated|marked)(?: on a scale)?(?: of)? (?:from )?\d+ ?(?:to|-|–) ?\d+|out of \d+(?: (?:points|marks))?"
    r"|(?:section|part|annex|chapter|clause|paragraph|table) \d[\d.]*|fixed at [£€$]?\d[\d,.]*(?: \w+)?"
    r"|total(?: of)? 100(?: (?:points|marks)| ?%)?",
    r"lowest price (?:earns|gets|has|receives|scores) (?:the )?(?:full|maximum|all|\d+)(?: (?:the )?(?:points|marks))?",
    r"(?:price|quality)[ /:-]+(?:price|quality) \d+[ /:-]+\d+|\d+[ /:-]+\d+ (?:price|quality)[ /:-]+(?:price|quality)",
    rf"{_SHARE} (?:for )?{_OF_WHAT}(?:,| and|,? and) {_SHARE} (?:for )?{_OF_WHAT}",
    rf"{_OF_WHAT}(?: (?:has|is|are|counts|count|weighs|weigh|worth|with|for|at|a|weight|weighting|of|carries|criteria|and))*"
    rf"[:= (]+{_SHARE}\)?",
    rf"{_SHARE}(?: of the (?:weight|points|marks))?(?: (?:is|are))?(?: (?:for|on|to))? (?:the )?{_OF_WHAT}",
    # That such prices are looked into says nothing of who comes first.
    r"(?:prices?|bids?|tenders?|offers?) of (?:zero|nil)(?=.*\b(?:explain|justif|clarif))",
)
_SAYS_NOTHING = frozenset({
    "a", "an", "the", "that", "which", "one", "with", "of", "by", "on", "for", "from", "to", "in", "and", "or", "as",
    "at", "it", "its", "is", "are", "be", "will", "shall", "has", "have", "having", "this", "these", "all", "each",
    "tender", "tenders", "bid", "bids", "bidder", "bidders", "tenderer", "tenderers", "offer", "offers", "proposal",
    "proposals", "supplier", "suppliers", "contract", "contracts", "award", "awarded", "awarding", "awards", "evaluated",
    "evaluation", "evaluate", "made", "based", "basis", "according", "following", "stated", "published", "below", "above",
    "set", "out", "given", "criteria", "criterion", "question", "questions", "weight", "weights", "weighted", "weighting",
    "weightings", "score", "scores", "scored", "scoring", "points", "total", "totals", "sum", "added", "together",
    "marks", "panel", "evaluators", "evaluator", "means", "mean", "average", "agreed", "quality", "price", "prices",
    "cost", "costs", "technical", "financial", "commercial", "win", "wins", "winner", "winning", "decide", "decides",
    "successful", "ranked", "first", "place", "placed", "ranking", "rank", "order", "determined", "identified", "chosen",
    "selected", "only", "fixed", "economically", "advantageous", "documents", "section", "open", "procedure",
    "compliant", "responsive", "valid", "admissible", "conforming",
    "procurement", "under", "terms", "highest-scoring", "lowest-cost", "see", "annex", "we", "counts", "count", "goes", "go",
    "accepted", "so",
})  # fmt: skip
_SIGNAL = late_pattern(
    r"\d|%|[×÷*/+=]|\b(?:within|margins?|differ\w*|threshold|minimum|maximum|least|fewe\w+|less|low(?:er|est)|high(?:er|est)|greater|greatest"
    r"|larger|largest|more|most|better|best|cheap\w*|per|divi\w+|quotient|multipl\w+|times|subtract\w*|deduct\w*|minus|plus|bonus\w*"
    r"|penalt\w+|faults?|rescal\w+|scaled|normali\w+|proportion\w*|relative|adjust\w+|discount\w*|zero|nil|ignored|disregard\w*"
    r"|left out|drop\w*|discard\w*|trimm\w+|median|middle|cap|capped|ceiling|budget|exceed\w*|reach\w*|pass\w*|fail\w*"
    r"|qualif\w+|eligible|pays?|fees?|rent|sold|sale|prefer\w*|preference|priority|equal\w*|lots?|rounds?|rounded|stages?|phases?|auction|negotiat\w*"
    r"|convert\w*|formula|curve|deviation|not|no|unless|except|apply|applies|otherwise|if|where|half|twice|third|becomes?|earns?)\b",
    re.IGNORECASE,
)
_WORD = late_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SMALL = frozenset({
    "the", "of", "and", "to", "in", "a", "for", "or", "be", "is", "are", "with", "by", "on", "as", "that", "this", "it",
    "at", "from", "not", "any", "all", "must", "shall", "will", "which",
})  # fmt: skip
_FEW, _ENGLISH = 2, 0.2
"""Fewer words are a code; of English words this share is among the small ones or those that say nothing. Heuristic."""

HIGHEST, LOWEST, QUALITY = "highest price", "lowest price", "quality"
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MOST_LOTS = late_pattern(
    r"^(?:no (?P<no>\w+ (?:(?:may|can|will|shall) )?(?:be )?(?:awarded|wins?|given|receives?) more than)"
    r"|(?:a|an|each|any|one|every) (?:\w+) (?:(?:may|can|will|shall|is) )?(?:be )?(?:awarded|wins?|given|receives?)"
    r" (?:at most|no more than|not more than|a maximum of|up to|only)) (?P<number>\w+) lots?$",
    re.IGNORECASE,
)


class AwardWords(Frozen):
    """What words say of ties, what alone decides (a price, and which, or quality), and the sentences that were not understood."""

    ties: TieRule | None
    way: str
    unread: str


def award_words(text: str, names: Sequence[str], most_lots: int | None = None) -> AwardWords:
    """Return what the words of a method of award say; `names` are what criteria are called.

    `most_lots` is how many lots one bidder may win: a sentence that says the same number is understood.
    """
    ways, unread = set(), []
    ties: list[tuple[str, TieSentence]] = []
    for one in _joined(text):
        if _says_most_lots(one, most_lots) or _is_on_equal_prices(one, names):
            continue
        tie = tie_sentence(one, names)
        if tie is None:
            ways |= {way := _way(one)} - {""}
            if way in ("", QUALITY) and _is_unread(one, names):
                unread.append(one)
        else:
            plain = not _is_unread(tie.before, names)
            ties.append((one, tie if plain else tie._replace(steps=())))
            if not plain or (tie.margin and not tie.steps) or (_is_foreign(one) and not tie.steps):
                unread.append(one)
    only = ways.pop() if len(ways) == 1 and not unread else ""
    if ways and not only:
        unread = sentences(text)
    return AwardWords(tie_rule_of(ties), only, "; ".join(unread))


def _joined(text: str) -> list[str]:
    """Return the sentences of a text; one that goes on with a tie (`then lots are drawn`) belongs to the one before."""
    found: list[str] = []
    for one in sentences(text):
        goes_on = re.match(
            r"(?:and )?(?:then|failing that|failing this|next|after that|thereafter)\b", one, re.IGNORECASE
        )
        if goes_on and found and tie_sentence(found[-1], ()) is not None:
            found[-1] = f"{found[-1]}; {one}"
        else:
            found.append(one)
    return found


def _says_most_lots(sentence: str, most: int | None) -> bool:
    """Whether a sentence says how many lots one bidder may win, the number that is given elsewhere, and no more."""
    found = _MOST_LOTS.match(sentence) if most is not None else None
    said = (str(most), *_NUMBERS[most - 1 : most]) if most else ()
    return found is not None and found["number"].casefold() in said


def _is_on_equal_prices(sentence: str, names: Sequence[str]) -> bool:
    """Whether a sentence says what decides between equal prices, in plain words, and nothing of other ones."""
    found = _EQUAL_PRICES.match(sentence)
    tie = tie_sentence(f"in a tie {found['rest']}", names) if found else None
    return tie is not None and bool(tie.steps) and not tie.margin


def speaks_of_the_highest(text: str) -> bool:
    """Return whether words name a highest price, fee or the like, or a highest bidder, in whichever sentence."""
    return re.search(rf"\bhighest (?:[\w-]+ ){{0,2}}(?:{_MONEY}|bidder)\b", text, re.IGNORECASE) is not None


def speaks_of_the_lowest(text: str) -> bool:
    """Return whether words name a lowest price, or the cheapest or cheaper of tenders, in whichever sentence."""
    return _LOWEST.search(text) is not None or re.search(r"\bcheap(?:er|est)\b", text, re.IGNORECASE) is not None


def _way(sentence: str) -> str:
    """Return which price decides by a sentence that says nothing else, or that quality does; empty where none does."""
    sentence = _aside(sentence)
    found = _HIGHEST.match(sentence)
    if found is not None:
        rest = re.sub(
            r"\b(?:(?:paid|offered) )?to the (?:buyer|authority|council|owner|seller)\b|\b(?:paid|offered)\b",
            "",
            found["rest"],
        )
        return HIGHEST if _says_nothing(rest) and not _SIGNAL.search(found["before"]) else ""
    rest, number = _LOWEST.subn(
        " ", _COMPLIANT.sub(" ", re.sub(r"\branked by price\b", " ", sentence, flags=re.IGNORECASE))
    )
    if number == 1 and _says_nothing(rest):
        return LOWEST
    return QUALITY if _QUALITY_ALONE.search(sentence) else ""


def _aside(sentence: str) -> str:
    """Return a sentence without the words that say that it is meant of each lot."""
    return re.sub(r"\s{2,}", " ", _EACH_LOT.sub("", sentence)).strip(" ,")


def _is_unread(sentence: str, names: Sequence[str]) -> bool:
    """Whether something in a sentence may say how the winner is found and is not understood."""
    said = [one for one in sorted(names, key=len, reverse=True) if one.casefold() in sentence.casefold()]
    rest, named = (
        _COMPLIANT.sub(" ", _QUALITY_ALONE.sub(" ", _aside(sentence))),
        "|".join(map(re.escape, said)) or "quality",
    )
    if takes_the_median(sentence):
        rest = re.sub(r"\bmedian\b|\bmiddle (?=score|mark|rating|grade)", " ", rest, flags=re.IGNORECASE)
    for one in _PLAIN:
        rest = re.sub(rf"(?<![\w-]){one.replace('{names}', named)}(?![\w-])", " ", rest, flags=re.IGNORECASE)
    for one in said:
        rest = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", " ", rest)
    return _is_foreign(sentence) or (
        _SIGNAL.search(rest) is not None and not _says_nothing(rest) and len(_WORD.findall(sentence)) >= _FEW
    )


def _says_nothing(words: str) -> bool:
    return not re.search(r"\d", words) and all(one.casefold() in _SAYS_NOTHING for one in _WORD.findall(words))


def _is_foreign(sentence: str) -> bool:
    """Whether a sentence of several words has next to no English ones."""
    words = [one.casefold() for one in _WORD.findall(sentence)]
    english = sum(one in _SMALL or one in _SAYS_NOTHING or _SIGNAL.fullmatch(one) is not None for one in words)
    return len(words) >= _FEW and english < _ENGLISH * len(words)
