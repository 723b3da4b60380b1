"""What people do in a procurement, read from the words in which it is recorded."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.names import words

_ROLES = {
    "evaluator": "evaluator", "assessor": "evaluator", "scorer": "evaluator", "marker": "evaluator", "panel": "evaluator",
    "drafter": "drafter", "author": "drafter", "adviser": "adviser", "advisor": "adviser", "consultant": "adviser",
    "approver": "approver", "authoriser": "approver", "decider": "approver", "signatory": "approver",
    "chair": "chair", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "moderator": "chair",
}  # fmt: skip
_WITHOUT_VOTE = frozenset({"observer", "witness", "nonvoting"})
_FIRMS = frozenset({"bidder", "tenderer", "supplier", "subcontractor"})
_BESIDE = frozenset({"contact", "relative"})
_OF_EITHER_SIDE = frozenset({"adviser", "drafter", "chair"})
"""Roles that bidders have people for as well; nobody but the buyer has evaluators and approvers."""
_PARTS = re.compile(r"\band\b|[&+/]", re.IGNORECASE)
_CLAUSES = re.compile(r"[,;:()]")


@lru_cache(maxsize=1024)
def role_named(text: str) -> str | None:
    """Return the role a text names, `` (empty) for one without influence, `None` for one that is not known."""
    found = [_in_part(one) for one in _PARTS.split(text) if words(one)]
    return next((one for one in found if one), "" if "" in found else None)


@lru_cache(maxsize=1024)
def roles_named(text: str) -> tuple[str, ...]:
    """Return every role with influence that a text names: `drafter and evaluator` are two."""
    return tuple(dict.fromkeys(one for part in _PARTS.split(text) if words(part) and (one := _in_part(part))))


def serves_a_panel(text: str) -> bool:
    """Whether a role is one beside a panel and none on it, as `panel secretary` is and `panel member` is not."""
    said = tuple(map(_singular, words(text.replace("-", " "))))
    return (
        len(said) > 1 and {one for one in said if _ROLES.get(one) == "evaluator"} == {"panel"} and "member" not in said
    )


def _in_part(text: str) -> str | None:
    """Return the role in a part between two `and`; an observer, or who does not vote, has none whatever else it says."""
    clauses = [tuple(map(_singular, words(one.replace("-", " ")))) for one in _CLAUSES.split(text)]
    said = tuple(word for one in clauses for word in one)
    if _WITHOUT_VOTE & set(said) or any(one == ("non", "voting") for one in pairwise(said)):
        return ""
    found = [_in_clause(one) for one in clauses if one]
    return next((one for one in found if one), "" if "" in found else None)


def _singular(word: str) -> str:
    bare = word[:-1] if word.endswith("s") else word
    return bare if bare in _ROLES or bare in _WITHOUT_VOTE | _FIRMS | _BESIDE else word


def _in_clause(said: tuple[str, ...]) -> str | None:
    place = next((place for place, one in enumerate(said) if one in _ROLES), None)
    if place is None:
        return "" if (_FIRMS | _BESIDE) & set(said) else None
    role = _ROLES[said[place]]
    if "relative" in said:
        return ""
    if "contact" in said:
        return None
    if role in _OF_EITHER_SIDE and _FIRMS & set(said):
        # `adviser to a bidder`, `supplier's consultant`; what else it may mean is asked.
        return "" if said[-1] in _FIRMS or (place and said[place - 1] in _FIRMS) else None
    return role
