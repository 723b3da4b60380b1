"""The phases of scoring: a stage that is written with a score may name one, or a part of the competition.

`individual`, `moderated` and `consensus` say how a score came about and not what was judged, so scores of different phases
are about the same thing; `written` and `presentation` are parts of the competition that are scored apart.
"""

from collections.abc import Iterable

from fairaudit.analysis.phases import AGREED, INDIVIDUAL, MODERATED, is_a_pass, is_final, phase_named
from fairaudit.procurement.model.evaluation import Score

_PLAIN = {"individual": INDIVIDUAL, "consensus": AGREED}
"""The phase that every score of a list is of, whether it says so or not."""
_ORDER: dict[str | None, int] = {INDIVIDUAL: 1, MODERATED: 2, AGREED: 3}


def sitting_of(score: Score) -> str | None:
    """Return the part of the competition that a score is for, where its record says so; an `initial` score is for none."""
    part = score.stage is not None and phase_named(score.stage) is None and not is_a_pass(score.stage)
    return score.stage if part else None


def stage_beside(name: str, score: Score) -> str | None:
    """Return the stage that tells a score of a list apart from others of its cell: none that its list says already."""
    phase = None if score.stage is None or is_final(score.stage) else phase_named(score.stage)
    return score.stage if phase is None else None if phase == _PLAIN[name] else phase


def counting(scores: tuple[Score, ...] | None) -> tuple[Score, ...]:
    """Return scores without those that a later phase replaced: where the same score is recorded moderated, that one counts.

    A sheet that names no phase is its evaluator's own; a moderated score of nobody in particular replaces everybody's.
    """
    if scores is None or len({phase_named(one.stage) for one in scores}) < 2:
        return scores or ()
    last: dict[tuple[str | None, ...], int] = {}
    for one in scores:
        last[_cell(one)] = max(last.get(_cell(one), 0), _order(one))
    kept: list[Score] = []
    for one in scores:
        order, shared = _order(one), last.get((None, *_cell(one)[1:]), 0)
        latest = max(last[_cell(one)], shared if shared > 1 else 0)
        if order == latest or (order == 0 and one.evaluator is None):
            kept.append(one)
    return tuple(kept)


def _order(score: Score) -> int:
    """Return how late in the scoring a score was given, 0 where nothing says so."""
    phase = phase_named(score.stage)
    own = 1 if score.evaluator is not None and sitting_of(score) is None else 0
    return own if phase is None else _ORDER[phase]


def given_twice(scores: Iterable[Score]) -> tuple[Score, Score] | None:
    """Return two unlike scores of one lot that one person gave the same thing, so that nobody knows which counts."""
    first: dict[tuple[str | None, ...], Score] = {}
    for one in scores:
        if one.evaluator is not None and one.score is not None:
            before = first.setdefault(_in_its_lot(one), one)
            if before.score != one.score:
                return before, one
    return None


def passed_alone(scores: Iterable[Score]) -> Score | None:
    """Return a score of one pass of somebody who scored the same before, where others who scored have none of that pass.

    A round table that stands on one sheet alone may be what all agreed there.
    """
    own = [one for one in scores if one.evaluator is not None and one.score is not None]
    people = {one.evaluator for one in own}
    for one in own:
        if one.stage is None or not is_a_pass(one.stage):
            continue
        before = any(each.evaluator == one.evaluator and each.stage != one.stage for each in own)
        if before and people - {each.evaluator for each in own if each.stage == one.stage}:
            return one
    return None


def once_each(scores: Iterable[Score]) -> list[Score]:
    """Return scores of one lot without those that repeat what the same person gave the same thing."""
    found: dict[tuple[object, ...], Score] = {}
    for at, one in enumerate(scores):
        found.setdefault((*_in_its_lot(one), one.score) if one.evaluator is not None else (at,), one)
    return list(found.values())


def _cell(score: Score) -> tuple[str | None, ...]:
    return (score.evaluator, score.bid, score.criterion, score.lot, sitting_of(score))


def _in_its_lot(score: Score) -> tuple[str | None, ...]:
    """Return what tells scores of one lot apart: one that does not say its lot is of the same as those that do."""
    return (score.evaluator, score.bid, score.criterion, sitting_of(score))
