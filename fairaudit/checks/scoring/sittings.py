"""The phases of scoring: a stage that is written with a score may name one, or a part of the competition.

`individual`, `moderated` and `consensus` say how a score came about and not what was judged, so scores of different phases
are about the same thing; `written` and `presentation` are parts of the competition that are scored apart.
"""

from functools import lru_cache

from fairaudit.procurement.evaluation import Score

INDIVIDUAL, MODERATED, AGREED = "individual", "moderated", "agreed"
_PHASES = {
    **dict.fromkeys(("individual", "individually", "own", "independent"), INDIVIDUAL),
    **dict.fromkeys(("moderated", "moderation", "after moderation", "post moderation"), MODERATED),
    **dict.fromkeys(("consensus", "agreed", "panel", "joint"), AGREED),
}
_ORDER: dict[str | None, int] = {INDIVIDUAL: 1, MODERATED: 2, AGREED: 3}
_BESIDE = frozenset({"score", "scores", "scored", "scoring", "stage", "phase", "evaluation", "assessment", "marking"})


@lru_cache(maxsize=256)
def phase_named(stage: str | None) -> str | None:
    """Return the phase of scoring that a stage names, `None` where it names none."""
    said = [one for one in (stage or "").casefold().replace("-", " ").split() if one not in _BESIDE]
    return _PHASES.get(" ".join(said))


def sitting_of(score: Score) -> str | None:
    """Return the part of the competition that a score is for, where its record says so."""
    return score.stage if score.stage is not None and phase_named(score.stage) is None else None


def counting(scores: tuple[Score, ...] | None) -> tuple[Score, ...]:
    """Return scores without those that a later phase replaced: where the same score is recorded moderated, that one counts."""
    phases = [phase_named(one.stage) for one in scores or ()]
    if scores is None or len(set(phases) - {None}) < 2:
        return scores or ()
    last: dict[tuple[str | None, ...], int] = {}
    for one, phase in zip(scores, phases, strict=True):
        last[_cell(one)] = max(last.get(_cell(one), 0), _ORDER.get(phase, 0))
    pairs = zip(scores, phases, strict=True)
    return tuple(one for one, phase in pairs if phase is None or _ORDER[phase] == last[_cell(one)])


def _cell(score: Score) -> tuple[str | None, ...]:
    return (score.evaluator, score.bid, score.criterion, score.lot, sitting_of(score))
