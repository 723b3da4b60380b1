"""Whether a clause of a message is a question of its bidder's own, and nothing else.

`Asked if TUPE applies` is one. `Asked if TUPE applies, which it does` answers too, and `Could you offer a lower price?` is asked
of the bidder.
"""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.cuts import PIECE
from fairaudit.analysis.names import words

_TO_SOMEBODY = late_pattern(
    r"\b(?:(?:could|can|would|will) you|you (?:could|can|would)) (?:please |kindly |also )*(?P<what>\w+)(?P<of>.*)"
    r"|\bplease confirm\b(?P<rest>.*)"
)
_INFORM = frozenset(
    {"confirm", "clarify", "tell", "advise", "explain", "let", "say", "specify", "describe", "elaborate", "help"}
)
_SUPPLY = frozenset({
    "send", "share", "provide", "supply", "give", "publish", "issue", "extend", "release", "upload", "make", "state", "check",
    "consider", "accept", "allow", "arrange", "correct", "amend",
})  # fmt: skip
_OF_A_BID = late_pattern(
    r"\byour (?:\w+ ){0,2}(?:price|prices|pricing|rates?|bid|tender|offer|submission|proposal|quote|quotation|method|costs?|"
    r"discount|team|staff|crews?|references?|depots?|subcontractors?)\b"
    r"|\b(?:lower|higher|better|revised|improved|new|reduced|cheaper) (?:price|prices|rates?|offer|bid|tender|costs?)\b"
    r"|\b(?:discount|(?:a|the|more|another) (?:price|offer|bid|rebate))\b"
)
_SUBJECT = r"(?!(?:if|whether|how|what|when|where|which|who|why)\b)\w+ "
_ANSWERS = late_pattern(
    r"\b(?:told|replied|informed|waived|granted)\b"
    rf"|\b(?:and|so|then) (?:{_SUBJECT}){{0,2}}(?:got|answered|said|sent|given|received|agreed|confirmed|refused)\b"
    rf"|\b(?:and|so|then) (?:{_SUBJECT}){{1,2}}(?:was|were|is|are|does|did|can|may|must)\b"
)
_QUESTIONS = frozenset({"if", "whether", "how", "what", "when", "where", "who", "why"})
_BESIDE = frozenset(
    {"as", "since", "because", "for", "in", "on", "under", "per", "by", "at", "of", "about", "please", "from"}
)
_ASKS_ON = frozenset(
    {"is", "are", "do", "does", "can", "could", "may", "must", "will", "would", "should", "has", "have"}
)
_SAID = frozenset({
    "yes", "no", "not", "it", "they", "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could",
    "will", "would", "may", "must", "should", "shall", "need", "ok", "okay", "fine", "correct", "right", "agreed", "confirmed",
    "answered", "said", "refused", "included", "excluded", "needed", "required", "optional", "allowed", "permitted", "sent",
    "given", "certainly", "indeed", "sure", "never", "always", "applies", "accepted", "done", "which",
})  # fmt: skip
_NAMED = 4
"""Of how many words a part is at most that says only who asks, as `Question from Alder Grounds Ltd`."""


def is_its_own_question(clause: str, phrases: tuple[str, ...]) -> bool:
    """Whether a clause asks by one of some phrases, asks nothing of the bidder's bid, and no part of it may answer."""
    said = [one for piece in PIECE.split(clause) if (one := words(piece))]
    at = next((at for at, one in enumerate(said) if _phrase_in(one, phrases)), None)
    if at is None or not _wants_to_know(" ".join(words(clause))) or _ANSWERS.search(" ".join(words(clause))):
        return False
    headed = len(said[at]) <= _NAMED and said[at][0] in ("question", "query", "enquiry")
    return all(_goes_on(one, headed, phrases) for one in said[at + 1 :]) and all(
        _SAID.isdisjoint(one) for one in said[:at]
    )


def _phrase_in(said: tuple[str, ...], phrases: tuple[str, ...]) -> bool:
    return any(f" {' '.join(words(one))} " in f" {' '.join(said)} " for one in phrases)


def _wants_to_know(said: str) -> bool:
    """Whether a question, where it is put to `you`, asks for what is known and not for another bid."""
    found = _TO_SOMEBODY.search(said)
    if found is None:
        return True
    asked = found["of"] or found["rest"] or ""
    return (found["what"] is None or found["what"] in _INFORM | _SUPPLY) and not _OF_A_BID.search(asked)


def _goes_on(said: tuple[str, ...], headed: bool, phrases: tuple[str, ...]) -> bool:
    """Whether a part after the one that asks goes on asking, or only names things, and so answers nothing."""
    if _phrase_in(said, phrases) or (headed and said[0] in _ASKS_ON):
        return True
    first = said[1:2] if said[0] in ("and", "or") else said[:1]
    asks = not _QUESTIONS.isdisjoint(first)
    opens = not _BESIDE.isdisjoint(first) and said[-1] not in _SAID
    return asks or opens or (_SAID.isdisjoint(said) and not any(map(str.isdigit, "".join(said))))
