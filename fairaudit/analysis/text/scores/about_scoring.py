"""Whether words speak only of how something was scored, or that it was changed: nothing of the bid, nor why."""

from collections.abc import Iterable, Sequence

from fairaudit.analysis.calendars import MONTHS_SAID

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
_MONTHS = frozenset(MONTHS_SAID)
_OF_CHANGING = frozenset({
    "change", "changes", "changed", "amend", "amended", "amendment", "correct", "corrected", "correction", "error", "errors",
    "mistake", "revise", "revised", "revision", "review", "reviewed", "adjusted", "adjustment", "altered", "updated", "moved",
    "increased", "decreased", "reduced", "raised", "lowered", "reconsidered", "reconsideration", "rescored",
    "align", "aligned", "colleague", "colleagues", "chair", "chairs", "moderator", "lead", "procurement", "request", "requested",
    "asked", "wanted", "others", "other", "because", "bring", "brought", "into", "match", "matched", "up", "down", "upwards",
    "downwards", "now", "mind", "too", "low", "high", "harsh", "generous", "felt", "reflection", "deserves", "merits", "more",
    "less", "reach", "minimum", "talk", "talking",
}) | _MONTHS  # fmt: skip
"""What only says that something was changed, when, by whose wish or in which direction. Heuristic."""

_OF_DEGREE = frozenset({
    "good", "fine", "ok", "okay", "nice", "great", "excellent", "outstanding", "exceptional", "superb", "brilliant", "strong",
    "solid", "decent", "fair", "fairly", "adequate", "adequately", "satisfactory", "acceptable", "sufficient", "mediocre",
    "moderate", "average", "medium", "weak", "poor", "bad", "inadequate", "insufficient", "unsatisfactory", "unacceptable",
    "better", "best", "worse", "worst", "very", "quite", "rather", "really", "too", "high", "higher", "low", "lower",
})  # fmt: skip
"""How good or bad something is, without what. Heuristic."""
_OF_AVERAGING = frozenset({
    "averages", "averaged", "averaging", "mean", "means", "arithmetic", "median", "midpoint", "halfway", "avg", "rounded",
    "rounding",
})  # fmt: skip
"""What says that a score was worked out of others. Heuristic."""
_OF_SUMS = frozenset({"sum", "divided", "between", "individual"})
COUNTED = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both"})
"""How many scores an average may be of."""
_JOINING = frozenset({
    "a", "an", "the", "this", "that", "it", "its", "all", "each", "our", "we", "their", "they", "and", "or", "as", "in", "on",
    "of", "at", "to", "by", "for", "from", "with", "is", "are", "was", "were", "be", "has", "have", "had", "out", "given",
    "awarded", "point", "points", "up", "down",
})  # fmt: skip
_WHOLE = frozenset({
    "answer", "answers", "response", "responses", "submission", "tender", "bid", "bids", "question", "criterion", "criteria",
    "overall", "final", "panel", "evaluator", "evaluators", "member", "members",
})  # fmt: skip
"""What is scored as a whole, and by whom: a good answer, as against a good method."""
_GRADING = _OF_DEGREE | _OF_AVERAGING | _OF_SUMS | _OF_SCORING | COUNTED | _WHOLE
_AGREED = _OF_SCORING | {"settled", "unanimous", "unanimously", "unanimity", "agreement", "agree"}
_OF_AGREEING = _EVERY | _AGREED | _MONTHS | {
    "decided", "came", "arrived", "talk", "talked", "comments", "comment", "individual", "everybody", "everyone", "chair",
    "moderator", "round",
}  # fmt: skip
"""What only says that a score was agreed, when, and by whom. Heuristic."""
_ELSEWHERE = frozenset({
    "as", "above", "below", "before", "same", "see", "the", "per", "previous", "previously", "ditto", "idem", "ibid", "stated",
    "noted", "described",
})  # fmt: skip


NAMES_NOTHING = _EVERY | _JOINING | _GRADING | _OF_AGREEING | _ELSEWHERE
"""All words of sentences that name nothing of a bid, beside figures and names."""


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


def gives_no_ground(words: Sequence[str], names: frozenset[str]) -> bool:
    """Whether words in small letters are only figures, degrees of praise, an average, an agreement or a pointer elsewhere.

    `4 of 5`, `good`, `mean of the three`, `as above` are such, and `e1 3, e2 4`, where these are `names` of the record: of who
    scored and what. `good depot plan` and `weak method` say of what.
    """
    figures = any(map(str.isdigit, words))
    averages = not _OF_AVERAGING.isdisjoint(words)
    # A name may be a word of the trade too, unless it holds a figure: it is one of who scored beside what was scored.
    named = {one for one in names if figures or averages or any(map(str.isdigit, one))}
    rest = {one for one in words if not one.isdigit()} - named - _JOINING
    if not rest:
        return figures or not named.isdisjoint(words)
    graded = averages or not _OF_DEGREE.isdisjoint(rest)
    agreed = not _AGREED.isdisjoint(rest) and _OF_AGREEING.issuperset(rest)
    return agreed or _ELSEWHERE.issuperset(rest) or (graded and _GRADING.issuperset(rest))
