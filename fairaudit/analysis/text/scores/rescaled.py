"""Words by which the points for quality are measured against the best bid's, as a method of award publishes it in a sentence."""

from __future__ import annotations

import re
from fractions import Fraction

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.sentences import in_pieces
from fairaudit.frozen import Frozen

_OF_QUALITY = r"(?:technical|quality)"
_POINTS = r"(?:scores?|points|marks)"
_OFFER = r"(?:offers?|tenders?|bids?|proposals?|submissions?|scores?)"
_ALL = r"(?:full|maximum|all(?: of)?(?: the)?)"
_FULL = (
    rf"(?:the )?(?:(?:{_ALL} )+(?:points|marks)"
    rf"|(?:{_ALL} )*(?P<{{0}}>\d+(?:[.,]\d+)?)(?: (?:available )?(?:points|marks))?)"
)
_OTHERS = (
    r"(?:[,;]? (?:and |with )?(?:the |all )?(?:others?|other \w+|rest)(?: (?:receive|get|are scored|points))?"
    r" (?:in proportion(?: to (?:it|that))?|proportionally|proportionately|pro rata))?"
)
_ENGLISH = (
    rf"(?:the )?{_OF_QUALITY} (?:{_POINTS}|parts?) (?:is|are|will be|shall be) (?:then )?"
    r"(?:re-?scaled|scaled up|re-?normali[sz]ed|normali[sz]ed|re-?parametri[sz]ed)"
    rf"(?:,? so that|:) (?:the )?(?:best|highest)(?: {_OF_QUALITY})? {_OFFER} (?:receives?|gets?|has|is given)"
    rf" {_FULL.format('a')}{_OTHERS}"
    rf"|the (?:best|highest) {_OF_QUALITY} {_OFFER} (?:receives?|gets?|is given) {_FULL.format('b')}"
    rf"{_OTHERS.removesuffix('?')}"
    rf"|(?:the )?(?:best|highest) {_OF_QUALITY} (?:score|part) (?:is|will be|shall be) scaled(?: up)? to (?P<d>\d+(?:[.,]\d+)?)"
    rf"(?: {_POINTS})?,? and (?:all )?(?:the )?others?(?: {_OF_QUALITY} {_POINTS})?(?: (?:are|will be|shall be) scaled(?: up)?)?"
    r" in (?:the same )?proportion"
    rf"|{_OF_QUALITY} points (?:=|are) (?P<e>\d+(?:[.,]\d+)?) ?[×x*] ?(?:the )?(?:{_OFFER}|bidders?|tenderers?)(?:['’]s)?"
    rf" {_OF_QUALITY} (?:score|points) ?[÷/] ?(?:the )?(?:best|highest) {_OF_QUALITY} (?:score|points)"
)
_MASSIMO = (
    r"(?:il )?(?:punteggio massimo|massimo punteggio|massimo)(?: (?:di|pari a) (?P<{0}>\d+(?:[.,]\d+)?)(?: punti)?)?"
)
_ALTRE = (
    r"(?:[,;]? (?:e )?(?:alle|le) altre (?:offerte )?(?:un punteggio )?(?:in proporzione|proporzional(?:e|mente)))?"
)
_ITALIAN = (
    r"si proced(?:e|erà) alla (?:ri)?parametrazione de(?:l punteggio tecnico|i punteggi tecnici)(?: complessiv[oi])?[:,;]? "
    rf"(?:attribuendo )?alla (?:migliore offerta tecnica|offerta tecnica migliore)(?: (?:è|viene|sarà) (?:attribuito|assegnato))?"
    rf" {_MASSIMO.format('c')}{_ALTRE}"
)
_RESCALES = late_pattern(rf"^(?:{_ENGLISH}|{_ITALIAN})$", re.IGNORECASE)


_RESCALING = r"(?:re-?scal\w+|scaled up|(?:re-?)?normali[sz]\w+|re-?parametri[sz]\w+|riparametra\w+)"
_AT_BEST = r"\b(?:best|highest|top|leading)\b(?! (?:possible|available|attainable|score on the scale|total))"
_GIVEN = r"(?:receives?|gets?|has|have|scores?|earns?|obtains?|is (?:then )?(?:given|set (?:at|to)|awarded|assigned|allocated))"
_IN_PROPORTION = (
    r"(?:pro[- ]?rata|proportion\w*|relative to|in relation to|measured against|compared (?:with|to)|divided by|[÷/]"
    r"|(?:share|percentage|fraction|per cent|%) of)"
)
_MAY_RESCALE = late_pattern(
    rf"\b(?:{_OF_QUALITY}|non-price)\b.*\b{_RESCALING}|\b{_RESCALING}.*\b(?:{_OF_QUALITY}|non-price)\b"
    rf"|(?=.*\b(?:{_OF_QUALITY}|non-price)\b)(?:.*{_IN_PROPORTION} (?:that of )?(?:the )?{_AT_BEST}"
    rf"|.*{_AT_BEST}.*\b{_GIVEN} (?:\w+ )?(?:the )?(?:{_ALL}\b|100 ?%|100 per ?cent)"
    rf"|.*{_AT_BEST}.*\b{_IN_PROPORTION})"
    # Of each criterion its own best; Italian words speak of coefficients and not of quality.
    r"|\briparametra\w+"
    rf"|(?=.*\b(?:each|every|per)\b (?:\w+ )?(?:(?:sub-?)?criteri(?:on|a)|questions?)\b)(?!.*\bprices?\b)"
    rf"(?:.*{_AT_BEST}.*\b(?:{_GIVEN} (?:\w+ )?(?:the )?(?:{_ALL}\b|100 ?%|100 per ?cent)|{_IN_PROPORTION})"
    rf"|.*{_IN_PROPORTION} (?:to )?(?:that of )?(?:the )?{_AT_BEST})",
    re.IGNORECASE,
)
_DENIED = late_pattern(rf"\b(?:not|no|never|without|non)\b(?! later).*\b{_RESCALING}", re.IGNORECASE)


class Rescaled(Frozen):
    """That the best bid's quality has full points by words, and how many where they say so."""

    top: Fraction | None


def rescales_quality(sentence: str) -> Rescaled | None:
    """Return what a sentence says that gives the best bid full points for quality; `None` where it says anything else."""
    found = _RESCALES.match(" ".join(sentence.split()).strip(" ."))
    if found is None:
        return None
    top = next((one for one in found.groupdict().values() if one), None)
    return Rescaled(Fraction(top.replace(",", ".")) if top else None)


def may_rescale_quality(sentence: str) -> bool:
    """Whether a sentence may say that points for quality are measured against the best bid's; read widely.

    What is found here accuses nobody: it only leaves open by which points the figures stand.
    """
    pieces = in_pieces(" ".join(sentence.split()))
    return any(_MAY_RESCALE.search(one) and not _DENIED.search(one) for one in pieces)
