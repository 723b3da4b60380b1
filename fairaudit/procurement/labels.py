"""Names in the column of evaluators that are a part or a figure and nobody's name: `Panel average`, `Evaluator 2`, `Group`."""

from fairaudit.analysis.names import words
from fairaudit.procurement.case import Case
from fairaudit.procurement.identity import known_person

_LABELS = frozenset({
    "panel", "average", "mean", "median", "group", "moderator", "moderated", "moderation", "chair", "chairman", "chairwoman",
    "chairperson", "consensus", "agreed", "evaluator", "evaluators", "assessor", "assessors", "scorer", "scorers", "marker",
    "markers", "reviewer", "reviewers", "member", "members", "committee", "team", "judge", "judges", "total", "overall", "final",
    "combined", "joint", "everybody", "all",
})  # fmt: skip


def is_label(case: Case, name: str) -> bool:
    """Whether a name under which scores stand is that of a part or a figure, and nobody of the case is called so."""
    return known_person(case, name) is None and not _LABELS.isdisjoint(words(name))
