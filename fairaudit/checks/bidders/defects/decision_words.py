"""What was decided about a defect, in whatever words: `rejected`, `Rejected as late` and `bid rejected` are one decision."""

from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.procurement.bidders.rivals import treatment

LET_PASS, TO_MEND, TURNED_AWAY = "let pass", "to mend", "turned away"

_TURNED_AWAY = late_pattern(
    r"\b(?:(?:not|never) (?:be )?(?:accept|admit|allow|permit|evaluat|waiv|considered|let)\w*"
    r"|(?:reject|refus|disqualif|exclud|eliminat|fail|declin|dismiss)\w*|turned away|thrown out|inadmissible)\b"
)
_TO_MEND = late_pattern(
    r"\basked to (?:sign|date|stamp|supply|send|provide)\b"
    r"|\b(?:cure|curing|cured|correct|clarif|remed|rectif|put(?:ting)? (?:it |this )?right|complet|resubmi|mend"
    r"|regulari[sz])\w*\b"
)
_LET_PASS = late_pattern(
    r"\b(?:accept|waiv|admit|admission|allow|permit|overlook|ignor|condon|excus|disregard)\w*\b|\blet (?:pass|in|through)\b"
)
_LEAVE = late_pattern(r"\b(?:(?:allow|permit)\w*|(?:admitted|accepted) (?:after|once|when))\b")
_REASON = late_pattern(r" (?:for|because|as|since|due) .*")
_TAKEN_BACK = late_pattern(r"\b(?:not|never|nor|no|without|neither)\b")
_MORE = late_pattern(
    r"\b(?:but|subject|condition|conditions|conditionally|provided|unless|points?|deduct\w*|penalt\w*|partly|partially|part"
    r"|except|again|later|first|although|however|pending|until|with|only|proposed|appeal\w*|overturned|reversed|withdrawn)\b"
)


@lru_cache(maxsize=4096)
def outcome(decision: str | None) -> str | None:
    """Return what a decision comes to: let pass, to mend, or turned away; `None` where its words say none, or several."""
    said = " ".join(words(decision or ""))
    # What comes after `for` or `because` says why, and may speak of other decisions.
    head = _REASON.sub("", said)
    return _comes_to(head) or (_comes_to(said) if head != said else None)


def _comes_to(said: str) -> str | None:
    away = bool(_TURNED_AWAY.search(said))
    rest = _TURNED_AWAY.sub(" ", said)
    if _TAKEN_BACK.search(rest):
        return None
    mend = bool(_TO_MEND.search(rest))
    passed = bool(_LET_PASS.search(_LEAVE.sub(" ", rest) if mend else rest))
    found = [one for one, there in ((TURNED_AWAY, away), (TO_MEND, mend), (LET_PASS, passed)) if there]
    return found[0] if len(found) == 1 and not _TAKEN_BACK.search(_before_away(said)) else None


def _before_away(said: str) -> str:
    """Return what stands before words that turn away: `not rejected` does not."""
    match = _TURNED_AWAY.search(said)
    return said[: match.start()] if match else ""


def treated(decision: str | None) -> str | None:
    """Return whether a decision let a bid go on or turned it away, by its first word where the others are not clear."""
    found = outcome(decision)
    return "let in" if found in (LET_PASS, TO_MEND) else found or treatment(decision)


def turns_away(decision: str | None, but: tuple[str, ...] = ()) -> bool:
    """Whether words of a decision turn a bid away, apart from some that say something else: `failed to reply`."""
    said = " ".join(words(decision or ""))
    for one in but:
        said = said.replace(" ".join(words(one)), " ")
    return bool(_TURNED_AWAY.search(said))


def same_decision(first: str | None, second: str | None) -> bool:
    """Whether two decisions are one, in the same words or in others that say no more than it."""
    one, other = " ".join(words(first or "")), " ".join(words(second or ""))
    if one == other:
        return True
    return (
        outcome(first) is not None
        and outcome(first) == outcome(second)
        and not (_MORE.search(one) or _MORE.search(other))
    )
