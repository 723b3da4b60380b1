"""Names in the column of evaluators that are a part, a body or a figure, and nobody: `Panel average`, `Evaluator 2`, `Board`."""

import re

from fairaudit.analysis.names import words
from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.identity import known_person

_LABELS = frozenset({
    "panel", "average", "mean", "median", "group", "moderator", "moderated", "moderation", "chair", "chairman", "chairwoman",
    "chairperson", "consensus", "agreed", "evaluator", "evaluators", "assessor", "assessors", "scorer", "scorers", "marker",
    "markers", "reviewer", "reviewers", "member", "members", "committee", "team", "judge", "judges", "total", "overall", "final",
    "combined", "joint", "everybody", "all",
})  # fmt: skip


_BODIES = frozenset({
    "commission", "kommission", "comite", "comision", "gremium", "ausschuss", "jurado", "tribunal", "council",
})  # fmt: skip
_ALSO_SURNAMES = frozenset({"board", "jury", "mesa"})
"""Bodies that are surnames, too: `Anna Board`. They are one alone, or beside a word for what they do."""
_DOING = frozenset({
    "the", "of", "tender", "tenders", "bid", "bids", "award", "awards", "selection", "evaluation", "assessment", "scoring",
    "project", "programme", "program", "technical", "expert", "experts", "advisory", "review", "steering", "management",
    "procurement", "decision", "contract", "contracts", "executive", "judging", "design", "approval",
    "de", "contratacion",
})  # fmt: skip
_COMPOUND = re.compile(r"\w+(?:gremium|kommission|ausschuss)|(?:fach|preis)(?:jury|gericht)")


def is_label(case: Case, name: str) -> bool:
    """Whether a name under which scores stand is that of a part, a body or a figure, and nobody of the case is called so."""
    return known_person(case, name) is None and (
        not _LABELS.isdisjoint(words(name)) or _is_body(frozenset(words(name)))
    )


def is_body(case: Case, name: str) -> bool:
    """Whether a name under which scores stand is that of a body of people, and nobody of the case is called so."""
    return known_person(case, name) is None and _is_body(frozenset(words(name)))


def _is_body(said: frozenset[str]) -> bool:
    """Whether words name a body of people: `Technical commission`, `Vergabekommission`, `Tender board`."""
    if not said.isdisjoint(_BODIES) or any(map(_COMPOUND.fullmatch, said)):
        return True
    return not said.isdisjoint(_ALSO_SURNAMES) and said <= _ALSO_SURNAMES | _DOING
