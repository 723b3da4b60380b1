"""What words say of value added tax in the prices that are compared: with it or without.

Words that say both are read by the clause that compares; what holds only for some (`unless a bidder is exempt`) says neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fairaudit.analysis.latepattern import late_pattern

GROSS, NET = "with tax", "without tax"

_TAX = (
    r"(?:(?:der|gesetzlicher?|della?|de la|the|any|all|applicable|statutory|due|23%|20%|19%) )*"
    r"(?:v\.?a\.?t\b\.?|value[- ]added tax|tax(?:es)?\b|gst\b|mwst\b|ust\b|mehrwertsteuer|umsatzsteuer|tva\b|iva\b|btw\b|dph\b"
    r"|moms\b|mva\b|podatk\w+ vat\b|podatkiem\b)"
    r"(?! (?:compl|clear|certif|law|record|return|status|number|regist|debt|arrear|exempt|advi|serv|authorit))"
)
_PRICE = r"(?:price|sum|amount|bid|tender|offer|total|cost|figure)s?"
_NET = late_pattern(
    rf"\b(?:not (?:including|inclusive of|counting)|excluding|excludes?|excl\.?|exclusive of|without|net of|before|less|ex\.?"
    rf"|ohne|zzgl\.?|zuzüglich|exkl\.?|hors|bez|sin|senza|esclusa|exclusief|uden|eks\.?|ekskl\.?|utan|uten|sem) {_TAX}"
    rf"|{_TAX}[ -](?:(?:is|are|being) )?(?:not included|excluded|exclusive|excluida|esclusa)"
    rf"|\bnet (?:(?:total|bid|tender|offered) )?{_PRICE}\b|\b{_PRICE} (?:are |is )?(?:\(net\)|net\b(?! of\b))"
    r"|\b(?:compared|evaluated|ranked|scored|assessed) (?:\w+ ){0,3}?net\b(?! of\b)|\bnetto\w*",
    re.IGNORECASE,
)
_GROSS = late_pattern(
    rf"\b(?:including|includes?|incl\.?|inclusive of|with|inkl\.?|inklusive|einschließlich|mit|toutes|con|comprese?|inclusief|med"
    rf"|z|s) {_TAX}(?: comprises)?"
    rf"|{_TAX}[ -](?:(?:is|are|being) )?(?:included|inclusive|comprise|incluido|inclusa|compresa)"
    rf"|\bgross (?:(?:total|bid|tender|offered) )?{_PRICE}\b|\b{_PRICE} (?:are |is )?(?:\(gross\)|gross\b(?! of\b))"
    r"|\b(?:compared|evaluated|ranked|scored|assessed) (?:\w+ ){0,3}?gross\b|\bbrutto\w*",
    re.IGNORECASE,
)
_FOR_SOME = late_pattern(
    r"\b(?:unless|except|if|where|when|whether|or without|or net|exempt\w*|depending|in case|however|only for"
    r"|and without|both)\b",
    re.IGNORECASE,
)
_COMPARES = late_pattern(
    r"\b(?:compar\w+|evaluat\w+|scor(?:e|ed|ing)|rank\w*|assess\w*|judg\w+|lowest|cheapest|wins?|decid\w+|points?|formula|basis)\b",
    re.IGNORECASE,
)
_STATED = late_pattern(
    r"\b(?:stated|quoted|given|shown|submitted|indicated|entered|expressed|paid|invoiced|payable)\b", re.IGNORECASE
)
_SHORTENED = late_pattern(r"\b(excl|incl|inkl|exkl|ekskl|eks|ex|zzgl)\.", re.IGNORECASE)
_SENTENCE = late_pattern(r"[.;!?](?=\s|$)|\n")
_CLAUSE = late_pattern(r",|\b(?:and|but|while|then)\b", re.IGNORECASE)
_IN_PASSING = late_pattern(
    rf"[,(]? ?\b(?:including|incl\.?|inclusive of|with|excluding|excl\.?|exclusive of|without|net of) {_TAX}\)?,?",
    re.IGNORECASE,
)


def tax_basis_said(texts: Iterable[str]) -> str:
    """Return whether prices are compared with tax or without by some texts; empty where they say neither, or both."""
    found = {said for text in texts for one in _SENTENCE.split(without_stops(text)) if (said := _said(one))}
    return found.pop() if len(found) == 1 else ""


def without_stops(text: str) -> str:
    """Return a text in which the short words before a tax (`excl. VAT`) do not look like the end of a sentence."""
    return _SHORTENED.sub(r"\1", text)


def without_tax_words(sentence: str) -> str:
    """Return a sentence without the words that say of its prices whether they are with tax; they say nothing of who wins."""
    return _IN_PASSING.sub("", sentence)


def _said(sentence: str) -> str:
    named = _named(sentence)
    if not named or _FOR_SOME.search(sentence) or (_STATED.search(sentence) and not _COMPARES.search(sentence)):
        return ""
    if len(named) > 1:
        clauses = (_named(one) for one in _CLAUSE.split(sentence) if _COMPARES.search(one))
        named = {said for one in clauses for said in one}
    return named.pop() if len(named) == 1 else ""


def _named(words: str) -> set[str]:
    rest, without = _NET.subn(" ", words)
    found = {NET} if without else set()
    return found | ({GROSS} if _GROSS.search(rest) else set())
