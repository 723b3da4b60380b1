"""Whether what was written to a buyer and what came back may be but courtesy: `Happy Easter!` and `And to you`.

Nothing is asked, assumed or counted in what was written, and what came back has no words but those of thanks and of keeping a
record. Such an exchange is of use to nobody; but it may grant what was written, so a person has to look.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.names import words
from fairaudit.analysis.numberwords import NUMBERS
from fairaudit.analysis.text.gist import gist

_ASKS = frozenset({
    "which", "what", "who", "whom", "whose", "where", "why", "how", "when", "whether", "if", "confirm", "confirmation", "clarify",
    "clarification", "explain", "advise", "provide", "tell", "specify", "state", "extend", "extension", "allow", "permit",
    "accept", "request", "requesting", "ask", "asking", "wonder", "wondering", "query", "unclear", "amend", "correct", "consider",
    "grateful", "can", "could", "may", "might", "must", "shall", "should", "would", "need", "want", "know", "let", "waive",
    "approve", "agree", "grant", "assume", "assuming", "assumption", "assumed", "presume", "understand", "understanding",
    "understood", "take", "believe", "suppose", "propose", "intend", "suggest", "expect", "interpret", "read", "missing",
    "bitte", "könnten", "können", "ob", "wir", "gehen", "dürfen", "wie", "wann", "welche", "kunnen", "mogen", "graag", "hoe",
    "wanneer", "welke", "pouvez", "peut", "quand", "comment", "quel", "quelle", "podemos", "pueden", "cuándo", "cómo", "possono",
})  # fmt: skip
"""Words with which something is asked, wished for or taken to be so, whatever sign stands at the end."""
_FIRST = frozenset({
    "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "ist", "sind", "wird", "est", "sont", "es",
})  # fmt: skip
"""With what a question begins that has no sign at its end."""
_COURTEOUS = frozenset({
    "thank", "thanks", "received", "receive", "receipt", "recorded", "record", "registered", "updated", "update", "noted", "note",
    "filed", "file", "saved", "disregarded", "ignored", "discarded", "deleted", "delete", "withdrawn", "changed", "welcome",
    "pleasure", "wish", "best", "kind", "regard", "dear", "hello", "hi", "many", "much", "very", "too", "same", "likewise",
    "safely", "don", "mention", "message", "email", "mail", "letter", "detail", "list",
    "graag", "gedaan", "dank", "danke", "bedankt", "gern", "gerne", "geschehen", "ebenso", "gleichfalls", "erhalten", "ontvangen",
    "genoteerd", "merci", "rien", "plaisir", "de", "avec", "bien", "reçu", "gracia", "gracias", "nada", "con", "gusto",
    "igualmente", "recibido", "prego", "grazie", "u", "je", "vous", "aussi", "à", "out", "now", "duly",
    "accordingly", "supplier", "contact",
})  # fmt: skip

_TELLS = frozenset({"is", "are", "was", "were", "seems", "seem", "has", "have", "looks", "feels"})
_BACK = frozenset({"and", "to", "you", "all", "your", "yours", "from", "us", "of"})
"""Of small words only these return a wish: `And to you`, and not `It will be`."""


@lru_cache(maxsize=1024)
def may_be_courtesy(question: str, answer: str) -> bool:
    """Whether what was written asks nothing by sign or word and has no figure, and the answer only thanks or keeps a record."""
    said, back = words(question), words(answer)
    if not said or not back or "?" in question + answer or said[0] in _FIRST:
        return False
    if any(one in NUMBERS or any(map(str.isdigit, one)) for one in (*said, *back)) or not _ASKS.isdisjoint(said):
        return False
    telling = gist(answer)
    return _COURTEOUS.issuperset(telling) if telling else _BACK.issuperset(back)


def only_tells(question: str) -> bool:
    """Whether what was written is a sentence that tells something, `The hedges are too high.`, and asks or assumes nothing."""
    said = words(question)
    if not said or "?" in question or said[0] in _FIRST or not _ASKS.isdisjoint(said):
        return False
    return not _TELLS.isdisjoint(said[1:])
