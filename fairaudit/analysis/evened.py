"""Whether a text tells how a lead was evened out, or two sides were kept apart: what was done, not that nothing was.

One reading for the record of a talk and for a reason given with the tender. Whatever denies, accepts or only promises evens out
nothing; words of which no measure is known may mean one, and leave the question open.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.denial import NONE, NOT
from fairaudit.analysis.names import words
from fairaudit.analysis.reasons import PAUSE, says_why
from fairaudit.analysis.recorded import kept

_GIVES = frozenset({
    "shared", "sent", "went", "given", "gave", "provided", "told", "issued", "available", "posted", "shown", "handed", "said",
    "emailed", "supplied", "passed", "put", "answered", "invited", "received", "had", "offered", "access", "open", "opened",
    "distributed", "released", "disclosed", "notified", "informed", "made", "got",
})  # fmt: skip
"""What evens out a lead only where it says that it was for the others too."""
_OTHERS = frozenset({
    "everybody", "everyone", "others", "public", "publicly", "market", "bidders", "tenderers", "suppliers", "providers",
    "candidates", "participants", "competitors", "rivals", "equally",
})  # fmt: skip
"""Those whom the lead was over. `All documents` names none of them, and neither does `more time`."""
_ONE_OF_THEM = re.compile(
    r"\b(?:every|each|any|all|other)(?: other)? (?:bidder|tenderer|supplier|provider|firm|party|one|side)s?\b"
    r"|\b(?:to|for|with|among) (?:all|both)\b(?! (?:the|its|his|their|our|of|these|those|documents|data|material))"
    r"|\ball (?:had|have|were|received|got|saw|knew)\b"
)
_PUTS_OUT = frozenset({"issued", "posted", "released", "disclosed", "distributed", "available", "open"})
_PLACES = frozenset({"portal", "website", "online", "tender", "notice", "documents", "pack"})
"""Where what is put out is for all; whoever had access to them alone evened out nothing."""
_AHEAD = re.compile(
    r"\b(?:before|ahead of|earlier than|sooner than|more than|longer than|unlike)(?: (?:all|any|the|of|its|their))*"
    r" (?:others?|rest|everybody|everyone|anyone|anybody|rivals?|competitors?|bidders?|tenderers?|suppliers?)\b|\bfirst\b"
)
"""What says that somebody was ahead of those."""
_LEVELS = frozenset({
    "published", "circulated", "extended", "doubled", "lengthened", "prolonged", "rewritten", "rewrote", "redrafted", "revised",
    "replaced", "removed", "deleted", "evened", "levelled", "leveled", "neutralised", "neutralized", "wall", "walls", "firewall",
    "firewalls", "barrier", "barriers", "ringfenced", "ringfence", "segregated", "separated", "separate", "separately", "apart",
    "anonymised", "anonymized", "recused", "stepped", "stood", "withdrew", "withdrawn", "excluded", "independent",
    "independently",
})  # fmt: skip
_TIME = frozenset({"day", "days", "week", "weeks", "month", "months", "time"})
_MORE = frozenset({"more", "extra", "additional", "further", "longer"})
_PROMISES = frozenset({
    "will", "shall", "would", "should", "could", "might", "promised", "promises", "promise", "undertook", "undertakes",
    "undertake", "undertaking", "intend", "intends", "intended", "plan", "plans", "planned", "hope", "hopes", "hoped", "expects",
    "expected", "expect", "meant", "considered", "thought", "assured", "assures", "pledged", "pledges", "proposed", "proposes",
    "asked", "must", "if", "wanted",
})  # fmt: skip
"""What leaves it open whether anything was done."""
_ACCEPTS = frozenset(
    {"accept", "accepts", "accepted", "tolerate", "tolerates", "tolerated", "unavoidable", "regardless"}
)
_PROMISED = frozenset({"promised", "promises", "promise", "pledged", "pledges", "assured", "assures"})
_REFUSED = frozenset({
    "refused", "declined", "failed", "omitted", "forgot", "forgotten", "impossible", "unable", "withheld", "only", "hardly",
    "instead", "nowhere", "noone",
})  # fmt: skip
_DENIES = (NOT | NONE) - {"na"}
_SHARED_WORDS = _GIVES | _LEVELS | _MORE | {"looked", "done", "taken", "need", "needed", "measure", "measures", "steps"}
_DONE, _NOT_DONE, _OPEN = "done", "not done", "open"


@lru_cache(maxsize=1024)
def evens_out(text: str | None) -> bool | None:
    """Return whether a text tells of a measure that evens out a lead; `None` where that is not plain."""
    if not says_why(text):
        return kept(text) and None
    said = kept(text)
    if said is not True:
        return said
    found = {_of_part(one) for piece in PAUSE.split(text or "") if (one := words(piece))}
    if found == {_NOT_DONE}:
        return False
    return True if _DONE in found and _NOT_DONE not in found else None


def _of_part(part: tuple[str, ...]) -> str:
    """Return what one part of a text tells: a measure, that there was none, or neither plainly."""
    said, joined = frozenset(part), " ".join(part)
    if _DENIES & said:
        if {"before", "until"} & said and _GIVES & said and _for_others(said, joined):
            # `No draft was shown to it before the others had it` denies the lead.
            return _DONE
        return _OPEN if _lifted(part) else _NOT_DONE if _SHARED_WORDS & said else _OPEN
    if said & (_ACCEPTS | _PROMISED):
        return _NOT_DONE
    if said & (_PROMISES | _REFUSED) or _AHEAD.search(joined):
        return _OPEN
    return _DONE if _is_measure(said, joined) else _OPEN


def _is_measure(said: frozenset[str], joined: str) -> bool:
    if _LEVELS & said or (_PUTS_OUT & said and _PLACES & said):
        return True
    return bool(_GIVES & said or (_TIME & said and _MORE & said)) and _for_others(said, joined)


def _for_others(said: frozenset[str], joined: str) -> bool:
    return bool(_OTHERS & said) or _ONE_OF_THEM.search(joined) is not None


def _lifted(part: tuple[str, ...]) -> bool:
    """Whether a denial may deny the lead and not the measure: `none of what was said is in the tender`."""
    return bool(
        {"before", "until", "beyond", "only", "unless", "but", "than", "without", "which", "that", "what"} & set(part)
    )
