"""Labels that bids seem to be scored on, and that may be those of figures beside the scores: a sum, a rank, a statistic."""

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.rounding import on_step
from fairaudit.analysis.text.scores.sum_labels import may_head_a_sum, may_head_figures, says_its_scale
from fairaudit.checks.scoring.criteria.earlier_stages import is_published_for_selection
from fairaudit.checks.scoring.criteria.labels import meant_by
from fairaudit.checks.scoring.criteria.tree import questions, scored_leaves
from fairaudit.checks.scoring.evaluation_records import recorded_scores
from fairaudit.checks.scoring.sheets.labels_in_place import stands_for
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Scale
from fairaudit.procurement.model.evaluation import Score

_JOINED = late_pattern(r"[-–—+&/,:]|\bto\b")


class Doubt(Enum):
    """Why it is no more than a question whether a label is that of a criterion."""

    NAME = "by its name that may be a sum or a remark"
    FIGURES = "its figures lie on no published scale, and may be no scores"


def doubt_of(case: Case, label: str) -> Doubt | None:
    """Return what says that a label may be no criterion, `None` where it reads like one and its figures may be scores."""
    return case.once(_doubted).get(label)


def _doubted(case: Case) -> dict[str, Doubt]:
    given: dict[str, list[Score]] = {}
    for _, one in recorded_scores(case.evaluation):
        if one.criterion:
            given.setdefault(one.criterion, []).append(one)
    found: dict[str, Doubt] = {}
    for label, scores in given.items():
        if _is_meant(case, label) or stands_for(case, label) or is_published_for_selection(case, label):
            continue
        if may_head_a_sum(label) or may_head_figures(label) or _tells_of_criteria(case, label):
            found[label] = Doubt.NAME
        elif not meant_by(case, label).questions and not says_its_scale(label) and _on_no_scale(case, scores):
            found[label] = Doubt.FIGURES
    return found


def _is_meant(case: Case, label: str) -> bool:
    meant = meant_by(case, label)
    return bool(meant.questions) and meant.sure


def _tells_of_criteria(case: Case, label: str) -> bool:
    """Whether a label is one of a sum but for the published criteria that it names: `Weighted points Q1`, `Subtotal Q1-Q2`."""
    whole = left = _spaced(label)
    for name in case.once(_longest_first):
        # Twice, since the space between two names is of both.
        left = left.replace(name, "  ").replace(name, "  ")
    return left != whole and (not left.strip() or may_head_a_sum(left))


def _longest_first(case: Case) -> list[str]:
    names = {_spaced(name) for one in questions(case) for name in (one.criterion.id, one.criterion.name) if name}
    return sorted((one for one in names if one.strip()), key=lambda one: (-len(one), one))


def _spaced(text: str) -> str:
    return f" {' '.join(_JOINED.sub(' ', text.casefold()).split())} "


def _on_no_scale(case: Case, scores: Iterable[Score]) -> bool:
    """Whether figures without a word beside them lie beyond all published scales of quality, or off their steps and halves."""
    scales = [one.scale for one in scored_leaves(case) if not one.is_price]
    known = [one for one in scales if one is not None and one.maximum is not None]
    given = [one.score for one in scores if one.score is not None]
    if not known or len(known) < len(scales) or any(one.comment or one.reason for one in scores):
        return False
    return any(not any(_lies_on(scale, one) for scale in known) for one in given)


def _lies_on(scale: Scale, score: Decimal) -> bool:
    lowest = scale.minimum or Decimal(0)
    if scale.maximum is None or not lowest <= score <= scale.maximum:
        return False
    # Members give halves where the scale has none, which is another rule's business.
    return not scale.step or on_step(score * 2, lowest * 2, scale.step)
