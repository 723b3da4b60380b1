"""Whether words say that bidders offer one percentage on a published list of prices; words not understood say nothing."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern

_SENTENCE = late_pattern(r"[^.;!?\n]+")
_OFFERED = late_pattern(
    r"\b(?:bidders?|tenderers?|suppliers?|offers?|offered|quotes?|quoted|Bieter\w*|bieten|Angebot\w*|soumissionnaires?"
    r"|candidats?|offrent)\b",
    re.IGNORECASE,
)
_ON_A_LIST = late_pattern(
    r"\b(?:one|single|a|uniform|overall) (?:\w+ )?(?:percentage|percent|discount|uplift)\b[^,]{0,60}?"
    r"\b(?:on|off|to|from|above|below|against)\b[^,]{0,40}?"
    r"\b(?:schedules? of rates|rates schedule|price list|list prices|schedule of prices)\b"
    r"|\b(?:Aufschlag|Abschlag|Nachlass)s?\b[^,]{0,40}?\b(?:auf|zu|zur|von|vom)\b[^,]{0,40}?"
    r"\b(?:Preisliste|Preisverzeichnis|Einheitspreise|Listenpreise)\w*"
    r"|\brabais\b[^,]{0,40}?\bsur\b[^,]{0,30}?\b(?:bordereau|liste de prix|bar[eè]me|prix unitaires)\b",
    re.IGNORECASE,
)
_OTHERWISE = late_pattern(
    r"\b(?:no|not|never|neither|nor|without|may|can|could|unless|if|own|each|per item|different|separate|prompt|early|volume"
    r"|annual\w*|index\w*|inflation|invoices?|not|nicht|keine?n?|ohne|kann|können|darf|dürfen|jede\w*|je|Skonto|pas|aucun\w*"
    r"|sans|peut|peuvent|chaque|si|wenn|falls)\b",
    re.IGNORECASE,
)
"""What makes a percentage another one: of each item, of payment, of time, one that is free or that is denied."""


def one_percentage_said(text: str) -> str:
    """Return the words by which bidders offer one percentage on a published list of prices; empty where none plainly do."""
    for sentence in _SENTENCE.findall(text):
        said = str(sentence).strip()
        if _ON_A_LIST.search(said) and _OFFERED.search(said) and not _OTHERWISE.search(said):
            return said
    return ""
