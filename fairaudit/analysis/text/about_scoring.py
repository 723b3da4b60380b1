"""Whether words speak only of how something was scored, or that it was changed: nothing of the bid, nor why."""

from collections.abc import Iterable

_OF_SCORING = frozenset({
    "score", "scores", "scored", "scoring", "mark", "marks", "marked", "marking", "rated", "rating", "graded", "grade",
    "evaluated", "evaluation", "assessed", "assessment", "moderated", "moderation", "consensus", "scale", "scales",
    "agreed", "discussed", "discussion", "see", "refer",
})  # fmt: skip
_BESIDE = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "it", "its", "all", "each", "our", "we", "their", "they", "and",
    "or", "as", "in", "on", "of", "at", "to", "by", "for", "from", "with", "per", "after", "during", "under", "within",
    "following", "against", "is", "are", "was", "were", "be", "been", "has", "have", "had", "accordance", "according",
    "line", "accordingly", "based", "published", "set", "out", "stated", "described", "given", "awarded", "reached",
    "discussions", "recorded", "taken", "applied", "using", "used", "applying", "reference", "please", "above", "below",
    "attached", "separate", "record", "records", "file", "panel", "panels", "evaluator", "evaluators", "member",
    "members", "session", "sheet", "sheets", "tender", "tenders", "documents", "document", "itt", "rfp", "instructions",
    "descriptor", "descriptors", "model", "framework", "process", "procedure", "point", "points", "here", "final",
    "joint", "overall", "response", "responses", "answer", "answers", "submission", "bid", "bids", "question",
    "criterion", "criteria", "same", "scheme", "method", "methods", "methodology", "guidance", "guide", "matrix",
    "notes", "note", "minutes", "minute", "meeting", "meetings",
})  # fmt: skip
"""Words that say nothing of a bid beside those of scoring. Heuristic."""
_EVERY = _OF_SCORING | _BESIDE
_OF_CHANGING = frozenset({
    "change", "changes", "changed", "amend", "amended", "amendment", "correct", "corrected", "correction", "error", "errors",
    "mistake", "revise", "revised", "revision", "review", "reviewed", "adjusted", "adjustment", "altered", "updated", "moved",
    "increased", "decreased", "reduced", "raised", "lowered", "reconsidered", "reconsideration", "rescored",
    "align", "aligned", "colleague", "colleagues", "chair", "chairs", "moderator", "lead", "procurement", "request", "requested",
    "asked", "wanted", "others", "other", "because", "bring", "brought", "into", "match", "matched", "up", "down", "upwards",
    "downwards", "now", "mind", "too", "low", "high", "harsh", "generous", "felt", "reflection", "deserves", "merits", "more",
    "less", "reach", "minimum", "talk", "talking", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
})  # fmt: skip
"""What only says that something was changed, when, by whose wish or in which direction. Heuristic."""


def speaks_of_scoring_alone(words: Iterable[str]) -> bool:
    """Whether words in small letters name the scoring and nothing else; figures say nothing of a bid either."""
    named = False
    for one in words:
        if one not in _EVERY and not one.isdigit():
            return False
        named = named or one in _OF_SCORING
    return named


def speaks_of_changing_alone(words: Iterable[str]) -> bool:
    """Whether words in small letters say only that a score was changed or agreed, and not why: `corrected after discussion`."""
    said = [one for one in words if one not in _OF_CHANGING]
    return all(one in _EVERY or one.isdigit() for one in said)
