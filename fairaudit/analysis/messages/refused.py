"""Whether an officer refused to talk of a tender, and whether what is told of a talk says anything of it."""

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words

_TALK = r"(?:discuss|talk|speak|answer|comment|say|help|respond|engage|advise|assist|go into|deal with|take (?:questions|calls))"
_REFUSAL = late_pattern(
    rf"\b(?:could|can|would|will|may|must|was|is|am|were|are)(?: not|nt|not)(?: (?:be able|able|allowed|permitted|free|in a "
    rf"position|going|prepared|willing) to| then| now| really)? {_TALK}\b"
    rf"|\b(?:unable|refused|declined) to {_TALK}\b"
    r"|\b(?:should|must|to|please) (?:send|put|raise|submit|ask|post|write|log|make) (?:\w+ ){0,3}"
    r"(?:on|by|through|via|in|to|over) (?:the )?(?:\w+ )?(?:portal|writing)\b"
    r"|\bno (?:word|talk|mention|discussion|conversation) (?:was )?(?:of|about|on)\b"
)
_TELLS = late_pattern(
    r"\b(?:told|gave|given|explained|mentioned|revealed|hinted|went (?:through|over)|discussed|agreed|confirmed)\b"
)
_FIGURE = late_pattern(
    r"[£$€]\s?\d|\b\d[\d.,]*\s?(?:m2|m²|sqm|ha|km|%|per cent|percent|k|m|thousand|million|pounds|euros?|fte|people|staff|hours)"
    r"(?!\w)",
)


def refuses(text: str) -> bool:
    """Whether a text says that the matter could not be talked of, or had to be put in writing."""
    return any(_REFUSAL.search(" ".join(words(one))) for one in clauses(text))


def told_beside(text: str) -> tuple[str, ...]:
    """Return the clauses of a text in which something is told, and nothing refused."""
    said = ((one, " ".join(words(one))) for one in clauses(text))
    return tuple(one for one, plain in said if _TELLS.search(plain) and not _REFUSAL.search(plain))


def has_a_figure(text: str) -> bool:
    """Whether a text gives a figure with what it counts, as `the roof is 400 m2`: not the number of a paragraph."""
    return _FIGURE.search(text.casefold()) is not None
