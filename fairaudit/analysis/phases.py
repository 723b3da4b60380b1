"""The phases of scoring, and which of them a text names: `Consensus meeting`, `Individual score`, `Agreed at meeting`.

They say how a score came about and not what was judged. A text names a phase where each of its words says that phase or says
nothing of any; `before moderation` and `individual score after moderation` name none, and only speak of some.
"""

from __future__ import annotations

import re
from functools import lru_cache

INDIVIDUAL, MODERATED, AGREED = "individual", "moderated", "agreed"
CALLED = {INDIVIDUAL: "individual", MODERATED: "moderated", AGREED: "consensus"}
"""What each phase is called as the stage of a score."""

_SAYING = {
    **dict.fromkeys(("individual", "individually", "own", "independent", "independently"), INDIVIDUAL),
    **dict.fromkeys(("moderated", "moderation"), MODERATED),
    **dict.fromkeys(("consensus", "agreed", "agreement", "joint", "jointly"), AGREED),
}
_PLAIN = frozenset({
    "score", "scores", "scored", "scoring", "mark", "marks", "marked", "marking", "stage", "phase", "step", "round", "evaluation",
    "assessment", "meeting", "session", "the", "a", "an", "at", "by", "in", "of", "during",
})  # fmt: skip
"""What stands beside the word for a phase and changes nothing about it."""
_LATE = frozenset({"after", "post", "following", "final"})
"""What says that something went before: a score after the individual ones is none of them."""
_PASSES = frozenset({
    "initial", "preliminary", "provisional", "interim", "draft", "raw", "revised", "revision", "reviewed", "corrected",
    "rescored", "rescore", "recorded", "ratified", "confirmed", "settled", "final", "finals", "wash", "washup", "up",
    "table", "roundtable", "desk", "reading", "calibration", "calibrated", "challenge", "discussion", "discussed",
})  # fmt: skip
"""What says how late in the scoring a score was given, and not whether anybody but its evaluator had a part in it."""
_PANEL = frozenset({
    "panel", "committee", "team", "group", "jury", "gremium", "kommission", "comité", "comite", "comisión", "comision", "jurado",
})  # fmt: skip
"""Who agrees: alone they name the agreed score, and beside another phase only whose members were at work."""
_OTHER_BODIES = frozenset({"board", "commission", "ausschuss", "tribunal", "mesa"})
"""Bodies that may be another than the panel, such as the one that approves an award; where they evaluate they are the panel."""
_EVALUATING = frozenset({
    "evaluation", "assessment", "scoring", "évaluation", "evaluación", "evaluacion", "valoración", "valoracion", "calificación",
    "calificacion", "bewertung", "wertung",
})  # fmt: skip
_OF = frozenset({"of", "the", "d", "de", "du", "des", "der", "die", "das", "la", "le", "el", "del"})
_COMPOUND = re.compile(r"(?:be|aus)?wertungs(gremium|kommission|jury|ausschuss|team|gruppe)")
_MEMBERS = frozenset({"member", "members", "evaluator", "evaluators", "assessor", "assessors", "s"})
_WHOLE = frozenset({"whole", "full", "entire", "all"})
_WORDS = re.compile(r"[^\W_]+")
_LEAST_LETTERS, _LIKE = 7, 0.85
"""How many letters a word has that may be a misspelt one of ours, and how much of it is the same. Heuristic."""


@lru_cache(maxsize=256)
def phase_named(text: str | None) -> str | None:
    """Return the phase of scoring that a text names, `None` where it names none, or may name another."""
    said = _WORDS.findall((text or "").casefold())
    phases = {_SAYING[one] for one in said if one in _SAYING}
    beside = {one for one in said if one not in _SAYING} - _PLAIN
    if "?" in (text or "") or len(phases) > 1:
        return None
    if not phases:
        return AGREED if beside == {"panel"} else None
    (phase,) = phases
    allowed = _PANEL | _MEMBERS if phase == INDIVIDUAL else _PANEL | _MEMBERS | _LATE
    return phase if beside <= allowed else None


@lru_cache(maxsize=256)
def phases_spoken_of(text: str) -> tuple[str, ...]:
    """Return the phases of which a text that names none speaks, or may speak in a misspelt word; none where it names a part.

    `Individual interview` is a part of the competition in which each stands alone.
    """
    said = _WORDS.findall(text.casefold())
    meant = [one if one in _SAYING else _misspelt(one) for one in said]
    phases = tuple(dict.fromkeys(_SAYING[one] for one in meant if one))
    known = _PLAIN | _LATE | _PANEL | _MEMBERS
    if phases == (INDIVIDUAL,) and any(not of and one not in known for one, of in zip(said, meant, strict=True)):
        return ()
    return phases


def _misspelt(word: str) -> str | None:
    """Return the word of ours that one may be, misspelt."""
    from difflib import get_close_matches

    if len(word) < _LEAST_LETTERS:
        return None
    alike = [one for one in _SAYING if abs(len(one) - len(word)) < 3]
    return next(iter(get_close_matches(word, alike, 1, _LIKE)), None)


def is_final(text: str) -> bool:
    """Whether a text says that what it names is the last of its kind, beside which there may be an earlier one."""
    return "final" in _WORDS.findall(text.casefold())


@lru_cache(maxsize=256)
def names_the_panel(text: str) -> bool:
    """Whether a text where a person would stand names all who agreed, or what they agreed: `Panel`, `Consensus`, `Committee`."""
    said = frozenset(_WORDS.findall(text.casefold()))
    plain = said - _WHOLE - _PLAIN - _OF - _EVALUATING
    bodies = _PANEL if said.isdisjoint(_EVALUATING) else _PANEL | _OTHER_BODIES
    together = plain and all(one in bodies or _COMPOUND.fullmatch(one) for one in plain)
    return "?" not in text and (bool(together) or phase_named(text) == AGREED)


@lru_cache(maxsize=256)
def is_a_pass(text: str) -> bool:
    """Whether a text says that a score was one of several passes over one thing, and not by which phase: `Initial`, `Final`."""
    said = frozenset(_WORDS.findall(text.casefold()))
    return not said.isdisjoint(_PASSES) and said <= _PASSES | _PLAIN | _PANEL | _MEMBERS and phase_named(text) is None


def says_agreed(text: str) -> bool:
    """Whether a text says that a score was agreed, and not only whose it is."""
    return any(_SAYING.get(one) == AGREED for one in _WORDS.findall(text.casefold()))
