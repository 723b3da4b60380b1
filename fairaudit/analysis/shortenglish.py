"""Whether a sentence or two are in English, by words that are common there and no words of neighbouring languages.

For running texts `analysis/text/language` counts shares of small words; a recorded measure has five words, of which one is often
enough to tell. What shows no such word is in another language, or in words that nobody here has read: both are left open.
"""

from functools import lru_cache

from fairaudit.analysis.names import words

_COMMON = frozenset(
    word
    for line in (
        "the and to with not for from that this any who his her she they their them its been being be are were has have",
        "had did does do done will would should must shall may might can cannot could only other another as by when",
        "before after then than but if whether because since until both each every all same else somebody someone nobody",
        "anybody none nothing never own again away aside down out back off apart kept keep keeps left leave leaves took",
        "take takes taken taking gave give gives given made make makes told tell tells asked ask asks remind reminded",
        "reminds stay stays stayed careful carefully independent independently objective fair fairly honest integrity",
        "conflict concern concerns problem issue interest interests agreed action actions measure measures steps step",
        "stepped stand stands stood withdrew withdrawn recused replaced removed excluded scored score scores scoring",
        "marked marks marking read reads reviewed checked reader marker evaluator evaluators evaluation assessed",
        "assessment assessor bid bids tender tenders price prices award decision decisions chair meeting meetings member",
        "members colleague officer manager deputy signed noted recorded informed aware usual business shares sold mug",
        "raffled returned donated charity kitchen file see saw seen we he you your our it is was i an of on at so no",
        "business-as-usual undertaking confidentiality letter words spoke speak trust trusted professional considered",
        "managed monitored monitor supervised observed overseen twice second third open mind everybody everyone few small",
        "minor low risk",
    )
    for word in line.split()
)  # fmt: skip
# Words of English that are as common elsewhere: alone they tell nothing.
_SHARED = frozenset({
    "no", "is", "was", "we", "he", "of", "on", "an", "at", "so", "it", "i", "as", "see", "file", "all", "do", "has", "are", "her",
    "them", "action", "chair", "minor", "for", "to", "by", "have", "had", "will", "open",
})  # fmt: skip
_LEAST = 4
"""One word in how many must be English at the least; a heuristic."""


@lru_cache(maxsize=256)
def speaks_english(text: str | None) -> bool:
    """Return whether a short text shows words of English; one without words shows none."""
    said = words(text or "")
    known = sum(one in _COMMON for one in said)
    return any(one in _COMMON and one not in _SHARED for one in said) and known * _LEAST >= len(said)
