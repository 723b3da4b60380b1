"""The check of the family `scoring` on single scores that the record says were set to what the panel had agreed."""

from collections.abc import Iterator

from fairaudit.analysis.phases import INDIVIDUAL, phase_named
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.moderation.cells import is_quality, lots
from fairaudit.checks.scoring.criteria.tree import called_by_id
from fairaudit.checks.scoring.evaluation_records import bid_called, maybe, plain
from fairaudit.checks.scoring.scores.scoring_times import surely_before
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Change, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.persons.identity import person_called, whose


class SetToAgreed(Frozen):
    """Whose single score of what was changed, from and to what, by whom, when, and when the panel had agreed."""

    who: str
    bid: str
    criterion: str
    before: str
    after: str
    by: str
    dated: When
    agreed: When


@check
def single_score_set_to_the_agreed(node: Node[Change], case: Case) -> Found[SetToAgreed]:
    """Flag a change of a member's own score to the panel's, dated after the panel had agreed it.

    A change is of an own score where its stage says so, or where it names no phase and the member's sheet holds what it was
    changed to; where no sheet is given it is a question. A sheet that still holds what was there before was kept.
    """
    change = node.value
    own = _is_of_an_own_score(case, change)
    if own is False or change.to is None or change.from_ == change.to or case.evaluation.method == "consensus-only":
        return
    if case.evaluation.consensus is None:
        yield Unassessed(node, "evaluation.consensus is not given", ("evaluation.consensus",))
        return
    for score in _agreed(case, change):
        agreed = score.at or score.reason_at
        names = [f"{text_of(one.path)}.at" for one, when in ((score, agreed), (change, change.at)) if when is None]
        if change.at is None or agreed is None:
            yield Unassessed(node, f"{names[0]} is not given", tuple(names))
            continue
        after = surely_before(case, agreed, change.at)
        if after is True:
            related = ((score.field("score"), "what the panel had agreed"),)
            yield Hit(node.value.field("to"), _facts(case, change, change.at, agreed), related, maybe(own is None))
            return
        if isinstance(after, str):
            asked = ("tender.time_zone",) if after == "time zone" else (f"{text_of(change.path)}.at",)
            yield Unassessed(node, "whether the panel had agreed by then is not known", asked)
        elif score.at is None:
            # The reason may have been written down long after the panel had agreed.
            yield Unassessed(node, f"{text_of(score.path)}.at is not given", (f"{text_of(score.path)}.at",))


def _is_of_an_own_score(case: Case, change: Change) -> bool | None:
    """Whether a change is of what a member gave by themselves, `None` where it may be."""
    phase = phase_named(change.stage)
    if change.evaluator is None or phase not in (None, INDIVIDUAL) or not is_quality(case, change.criterion):
        return False
    if phase == INDIVIDUAL:
        return True
    who = whose(case, change.evaluator)
    sheets = [one for one in case.once(_sheets).get((change.bid, change.criterion), ()) if _for_one(case, one, change)]
    held = [one.score for one in sheets if one.evaluator and whose(case, one.evaluator) == who]
    return change.to in held if held else None


def _sheets(case: Case) -> dict[tuple[str | None, str | None], list[Score]]:
    """Return the scores that members gave by themselves, by bid and criterion."""
    found: dict[tuple[str | None, str | None], list[Score]] = {}
    for one in case.evaluation.individual or ():
        if phase_named(one.stage) in (None, INDIVIDUAL):
            found.setdefault((one.bid, one.criterion), []).append(one)
    return found


def _agreed(case: Case, change: Change) -> Iterator[Score]:
    """Return the panel's scores of the same bid and criterion that are what a score was changed to."""
    for one in case.once(_by_cell).get((change.bid, change.criterion), ()):
        if one.score == change.to and _for_one(case, one, change):
            yield one


def _by_cell(case: Case) -> dict[tuple[str | None, str | None], list[Score]]:
    found: dict[tuple[str | None, str | None], list[Score]] = {}
    for one in case.evaluation.consensus or ():
        found.setdefault((one.bid, one.criterion), []).append(one)
    return found


def _for_one(case: Case, score: Score, change: Change) -> bool:
    """Whether a score and a change may be for one lot and one part of the competition."""
    where = case.once(lots)
    parts = {one.stage for one in (score, change) if one.stage and phase_named(one.stage) is None}
    return len({where[one.bid, one.lot] for one in (score, change)} - {None}) < 2 and len(parts) < 2


def _facts(case: Case, change: Change, dated: When, agreed: When) -> SetToAgreed:
    return SetToAgreed(
        person_called(case, change.evaluator or ""),
        bid_called(case, change.bid),
        called_by_id(case, change.criterion),
        "another score" if change.from_ is None else plain(change.from_),
        "" if change.to is None else plain(change.to),
        person_called(case, change.by) if change.by else "somebody",
        dated,
        agreed,
    )
