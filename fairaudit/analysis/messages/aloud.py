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
    r"\b(?:no|not|never|none|nobody|cannot|without|nor|neither|if|must|may|should|will|shall|would|can|any|only)\b"
)
"""What may make of the words a denial, a rule or something to come."""
_WRITTEN = late_pattern(
    r"\b(?:in writing|writing|written|minuted|published|circulated|(?:sent|issued|copied|emailed|uploaded) to all|answered under"
    r"|repeated to all|to all bidders|to everybody|to everyone|all bidders heard|in the presence of all)\b"
)
_TO_COME = late_pattern(r"\b(?:to (?:follow|be)|will be|shall be|due|pending)\b")


_TOLD = frozenset({"told", "informed", "advised"})


@lru_cache(maxsize=1024)
def answered_aloud(text: str, names: frozenset[str] = frozenset()) -> str | None:
    """Return the clause of a text that says that something was answered by word of mouth, if nothing says it was written too.

    So does one that says what one of some bidders was told, by the first words of their `names`.
    """
    said = " ".join(words(text))
    if _WRITTEN.search(said) and not _TO_COME.search(said):
        return None
    for clause in clauses(text):
        plain = words(clause)
        found = _SAYS.search(" ".join(plain))
        aloud = found is not None and not _NOT.search(" ".join(plain)[: found.end()])
        if aloud or _tells_one(plain, names):
            return re.sub(r"\s+", " ", clause).strip(" .;,")
    return None


def _tells_one(said: tuple[str, ...], names: frozenset[str]) -> bool:
    """Whether it is said that a bidder was told something: `told Birch that`, `Birch was informed that`."""
    for at, word in enumerate(said):
        if word not in _TOLD or "that" not in said[at + 1 : at + 5]:
            continue
        before = said[max(at - 4, 0) : at]
        if not names.isdisjoint(said[at + 1 : at + 2]) or (before[-1:] == ("was",) and not names.isdisjoint(before)):
            return True
    return False
