"""Which words on a criterion say how points are given, beyond the plain description of what is good.

`Marks are given for a clear plan` describes quality; `a score of 4 earns 75 per cent` says how many points a score is worth,
which figures that are published elsewhere may not say.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from fractions import Fraction

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.sentences import sentences

_N = r"(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
_POINTS = r"(?:points?|marks?|weight(?:ing)?)"
_PART = r"(?:half|a third|two thirds|a quarter|three quarters|(?:the|an?) (?:agreed |fixed )?share)"
_CENT = r"(?:%|per ?cent\b)"
_SPEAKS = late_pattern(rf"\b(?:{_POINTS}|scores?|scored|scoring)\b", re.IGNORECASE)
_RULE = late_pattern(
    r"\b(?:in proportion|proportional(?:ly)?|proportionately|pro[ -]?rata|prorated|linear(?:ly)?|interpolat\w+|on a curve"
    rf"|non-?linear(?:ly)?|multiplied|divided|squared?|square root|logarithm\w*|rounded (?:to|up|down|off)|converts?|converted"
    rf"|(?:double|twice|triple|{_PART}) (?:of )?(?:the |all |all the )*{_POINTS}|counts? (?:double|twice|half)"
    rf"|(?:extra|bonus|additional|further) {_POINTS}|capped|sliding scale"
    r"|relative to|compared (?:with|to) (?:the )?(?:best|highest|lowest|other)"
    rf"|(?:best|highest|top|lowest|cheapest|leading)[^.;]* (?:receives?|gets?|earns?|is given|is awarded|takes?) (?:all|the"
    rf" (?:full|maximum|most|whole)|full|{_N})"
    rf"|all (?:of )?the {_POINTS}[^.;]*\bthe (?:others?|rest|next))\b",
    re.IGNORECASE,
)
_LIMIT = late_pattern(
    rf"\b(?:at least|at most|(?:fewer|less|more|lower|higher) than|a (?:minimum|maximum) of|not below|not above|never below)"
    rf" {_N} (?:{_POINTS}\b|{_CENT} of (?:all )?(?:the )?(?:available )?{_POINTS})",
    re.IGNORECASE,
)
_OFF = late_pattern(
    rf"\b{_N} {_POINTS} (?:is|are|will be) (?:taken off|deducted|subtracted|added)"
    rf"|\b(?:deduct|subtract|add|los|gain)(?:s|es|e)? {_N} {_POINTS}",
    re.IGNORECASE,
)
_QUOTIENT = late_pattern(r"\bquotient\b|\bintermediate\b[^.;]*\bround", re.IGNORECASE)
_WHOLE_LIFE = late_pattern(
    r"\bwhole[ -]?(?:life|of[ -]life)|\blife[ -]?cycle cost|\btotal cost of ownership|\bnet present|\bdiscounted (?:cost|value)",
    re.IGNORECASE,
)
_OTHER_THAN = (
    r"(?:includ\w+|exclud\w+|plus|minus|less (?:the|any)|add(?:ed|ing)|deduct\w+|discount\w*"
    r"|adjust\w+|correct\w+|increased|reduced)"
)
_OTHER_PRICE = late_pattern(
    rf"\b(?:evaluat|compar|assess|score)\w* (?:prices?|costs?|sums?|amounts?)\b[^.;]*\b{_OTHER_THAN}\b"
    rf"|\b(?:prices?|costs?|sums?|options?|discounts?|rebates?)\b[^.;]*\b(?:is|are|will be|shall be) (?:first |then )?"
    rf"(?:(?:evaluated|compared|assessed|scored)\b[^.;]*\b)?{_OTHER_THAN}\b",
    re.IGNORECASE,
)
_OF_TAX_OR_TERM = late_pattern(
    r"\b(?:vat|taxe?s?|value[- ]added|gst|iva|tva|mwst|net|gross"
    r"|index\w*|inflation|annual\w*|every year|each year|(?:during|throughout) the)\b",
    re.IGNORECASE,
)
_REJECTS = late_pattern(
    r"\b(?:reject|exclud|eliminat|disqualif|not (?:be )?(?:considered|evaluated)|fails?\b|threshold|set aside)",
    re.IGNORECASE,
)
_NUMBERED = late_pattern(r"(?P<number>\d+(?:[.,]\d+)?) ?(?:points?|marks?)\b", re.IGNORECASE)
_SHARED = late_pattern(
    rf"(?P<number>\d+(?:[.,]\d+)?) ?{_CENT}(?! of (?!(?:(?:all|the|its|available|maximum|full) )*(?:{_POINTS}|score)\b))",
    re.IGNORECASE,
)
_ANY_NUMBER = late_pattern(r"\d+(?:\.\d+)?")
_PAIR = late_pattern(
    r"(?P<score>\d+(?:[.,]\d+)?)(?: points?)?(?: (?:earns|gives|gets|receives|scores|means|is|is worth|counts(?: as| for)?|for|=)"
    rf"|:|=)? (?P<share>\d+(?:[.,]\d+)?) ?{_CENT}",
    re.IGNORECASE,
)
_AT_END = late_pattern(
    rf"(?:^|[:=(,;–—-] ?)(?P<number>\d+(?:[.,]\d+)?) ?(?P<kind>{_CENT}|points?\b|marks?\b)(?: of (?:all )?(?:the )?"
    rf"(?:available )?{_POINTS})?\)?\.?$|(?P<of>\d+(?:[.,]\d+)?) ?{_CENT} of (?:all )?(?:the )?(?:available )?{_POINTS}",
    re.IGNORECASE,
)

Ends = tuple[Fraction, Fraction]
"""The lowest and the highest score of a scale."""


def words_on_points(text: str, known: Collection[Fraction], ends: Ends | None, *, is_price: bool) -> tuple[str, ...]:
    """Return the sentences of a criterion's text that say how points are given; `known` are its published weights.

    Numbers that repeat these, or that lie on the scale, say nothing more.
    """
    return tuple(one for one in sentences(text) if _says_how(one, known, ends, is_price=is_price))


def _says_how(sentence: str, known: Collection[Fraction], ends: Ends | None, *, is_price: bool) -> bool:
    if is_price and _WHOLE_LIFE.search(sentence):
        return True
    # Whether tax counts is read on its own, and what is paid in later years is no price that is compared.
    other = is_price and _OTHER_PRICE.search(sentence) and not _OF_TAX_OR_TERM.search(sentence)
    if other and not _REJECTS.search(sentence):
        return True
    if _QUOTIENT.search(sentence):
        return True
    speaks = bool(_SPEAKS.search(sentence))
    if _SHARED.search(sentence) and (speaks or _PAIR.search(sentence)) and _shares_unknown(sentence, known, ends):
        return True
    if not speaks or _REJECTS.search(sentence):
        return False
    if _RULE.search(sentence) or _LIMIT.search(sentence) or _OFF.search(sentence):
        return True
    numbers = [_number(one["number"]) for one in _NUMBERED.finditer(sentence)]
    on_scale = ends is not None and all(ends[0] <= one <= ends[1] for one in numbers)
    shared_out = {sum(numbers), sum(map(Fraction, _ANY_NUMBER.findall(sentence)))}
    return not (on_scale or shared_out & set(known) or all(one in known for one in numbers))


def _shares_unknown(sentence: str, known: Collection[Fraction], ends: Ends | None) -> bool:
    """Whether per cents are neither the published weights nor what scores are as shares of their scale."""
    pairs = [(_number(one["score"]), _number(one["share"])) for one in _PAIR.finditer(sentence)]
    shares = [_number(one["number"]) for one in _SHARED.finditer(sentence)]
    if len(pairs) == len(shares):
        return not all(_is_share(share, score, ends) for score, share in pairs)
    return not all(one in known for one in shares)


def descriptor_on_points(text: str, score: str, known: Collection[Fraction], ends: Ends | None) -> bool:
    """Whether what a scale says of a score gives it a number of points that the score as a share of the scale is not."""
    found = _AT_END.search(text.strip())
    if found is None:
        return False
    number, at = _number(found["number"] or found["of"]), _number(score) if _PLAIN.fullmatch(score) else None
    if at is None:
        return True
    if found["kind"] and found["kind"][0].lower() in "pm" and not found["kind"].lower().startswith("per"):
        return not (number == at or any(_is_share(number * 100 / one, at, ends) for one in known if one))
    return not _is_share(number, at, ends)


_PLAIN = late_pattern(r"\d+(?:[.,]\d+)?")


def _is_share(share: Fraction, score: Fraction, ends: Ends | None) -> bool:
    """Whether a per cent is what a score is of the top of its scale, or of its length, rounded to a whole one."""
    if ends is None or ends[1] <= ends[0]:
        return False
    low, high = ends
    exact = [(score - low) * 100 / (high - low), *([score * 100 / high] if high else [])]
    return any(abs(share - one) < 1 for one in exact)


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))
