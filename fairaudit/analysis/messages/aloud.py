"""Whether what is told of a visit or a meeting says that a question was answered there by word of mouth, and no more than that.

`Alder asked about asbestos; answered verbally`. Not where it says that none was answered so, that bidders had to write, or that
all had the answer in writing.
"""

import re
from functools import lru_cache

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words

_ANSWERED = (
    r"(?:answer(?:ed|s)?|repl(?:y|ies|ied)|respon(?:ded|se|ses)|explained|explanations?|clarified|clarifications?|told"
    r"|informed)"
)
_ALOUD = r"(?:verbally|orally|by word of mouth|on the spot|there and then|in person|on site)"
_ANSWER = r"(?:answers?|repl(?:y|ies)|responses?|clarifications?|explanations?|information)"
_BETWEEN = r"(?: \w+){0,4}?"
_SAYS = late_pattern(
    rf"\b{_ANSWERED}{_BETWEEN} {_ALOUD}\b|\b(?:verbally|orally) {_ANSWERED}\b"
    rf"|\b(?:verbal|oral) (?:\w+ )?{_ANSWER} (?:\w+ )?(?:given|provided|made)\b"
    rf"|\b(?:gave|given|provided|received|got)(?: \w+){{0,4}}? (?:verbal|oral) (?:\w+ )?{_ANSWER}\b"
    r"|\b(?:was|were) (?:told|informed) (?:there|verbally|orally)\b"
)
_NOT = late_pattern(
    r"\b(?:no|not|never|none|nobody|cannot|without|nor|neither|if|must|may|should|will|shall|would|can|any|only"
    r"|refuse[sd]?|decline[sd]?)\b"
)
"""What may make of the words a denial, a rule or something to come."""
_WRITTEN = late_pattern(
    r"\b(?:in writing|writing|written|minuted|published|circulated|(?:sent|issued|copied|emailed|uploaded) to all|answered under"
    r"|repeated to all|to all bidders|to everybody|to everyone|all bidders heard|in the presence of all"
    r"|(?:recorded|logged) (?:in|on|under) (?:the )?(?:\w+ )?(?:q a|qa|q and a|log|portal)"
    r"|(?:answers?|replies|responses|and|then|later) (?:(?:was|were|are|then|later|also) ){0,2}(?:uploaded|posted|put|placed"
    r"|entered|added) (?:to|in|into|on|onto) (?:the )?(?:\w+ )?(?:q a|qa|q and a|log|portal))\b"
)
_UNWRITTEN = late_pattern(r"\b(?:no|not|never|nothing|none|nobody|without)(?: (?!only\b|but\b|and\b)\w+){0,3} $")
"""What makes of writing none where it stands before it: `nothing was put in writing`, `no minutes were published`."""
_TO_COME = late_pattern(r"\b(?:to (?:follow|be)|will be|shall be|due|pending)\b")
_TOLD = frozenset({"told", "informed", "advised"})
_ASKING = frozenset({"question", "questions", "query", "queries", "answer", "answers", "answered"})


@lru_cache(maxsize=1024)
def answered_aloud(text: str, names: frozenset[str] = frozenset()) -> str | None:
    """Return the clause of a text that says that something was answered by word of mouth, if nothing says it was written too.

    So does one that says what one of some bidders was told, by the first words of their `names`.
    """
    if _is_written(text) and not _TO_COME.search(" ".join(words(text))):
        return None
    for clause in clauses(text):
        plain = words(clause)
        found = _SAYS.search(" ".join(plain))
        aloud = found is not None and not _NOT.search(" ".join(plain)[: found.end()])
        if aloud or _tells_one(plain, names):
            return re.sub(r"\s+", " ", clause).strip(" .;,")
    return None


def _is_written(text: str) -> bool:
    """Whether something says that what was answered is in writing, and not that nothing of it is."""
    said = (" ".join(words(clause)) for clause in clauses(text))
    return any(not _UNWRITTEN.search(one[: found.start()]) for one in said for found in _WRITTEN.finditer(one))


def _tells_one(said: tuple[str, ...], names: frozenset[str]) -> bool:
    """Whether it is said that a bidder was told something: `told Birch that`, `Birch was informed that`."""
    for at, word in enumerate(said):
        if word not in _TOLD or "that" not in said[at + 1 : at + 5]:
            continue
        rest = said[at + 1 :]
        if not _ASKING.isdisjoint(rest) and _NOT.search(" ".join(rest)):
            # How questions are put, or that none is answered there.
            continue
        before = said[max(at - 4, 0) : at]
        if not names.isdisjoint(said[at + 1 : at + 2]) or (before[-1:] == ("was",) and not names.isdisjoint(before)):
            return True
    return False
