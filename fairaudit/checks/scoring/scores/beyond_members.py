"""The check of the family `scoring` on a panel's score outside what its members gave."""

from decimal import Decimal

from fairaudit.analysis.phases import MODERATED, phase_named
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.moderation.agreed_reasons import others_with_its_reason
from fairaudit.checks.moderation.cells import qualities
from fairaudit.checks.scoring.criteria.tree import called_by_id, question_with
from fairaudit.checks.scoring.evaluation_records import bid_called, cell_of, lot_of, maybe, plain, scores_together
from fairaudit.checks.scoring.sheets.reasons_given import gives_a_reason, lacks_a_reason
from fairaudit.checks.scoring.sittings import sitting_of
from fairaudit.checks.timing.in_words import counted
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.wanted import in_list


class Outside(Frozen):
    """A score of the panel outside the scores of its members, and what those gave in words."""

    bid: str
    criterion: str
    score: Decimal
    members: str
    lowest: Decimal
    highest: Decimal
    reasoned: Verb = Verb("")


@check
def panel_within_its_members(node: Node[Score], case: Case) -> Found[Outside]:
    """Name a panel's score below all or above all of its members' scores, beside which no reason and no comment says why.

    Scores of another lot or stage do not count, where both records say theirs. Of members whose scores are recorded before
    and after moderation those before count, and a moderated one only where it has a reason of its own. Where the record is not
    complete a reason may stand elsewhere, and it is a question. A reason lowers it to one of low severity: it is asked about
    where the same reason stands beside other answers, and where the score is far outside those of two members or more.
    """
    score = node.value
    if scores_together(case.evaluation) or (score.met is not None and score.score is None):
        return
    lacking = next((one for one in ("bid", "criterion", "score") if getattr(score, one) is None), None)
    given = case.once(_individual).get((score.bid, score.criterion), [])
    own = _before_moderation([(one, value) for one, value in given if _same_sitting(case, one, score)])
    if lacking or not own or score.score is None:
        cell = in_list(case, "evaluation.individual", f"criterion {score.criterion}, bid {score.bid}")
        name = f"{text_of(node.path)}.{lacking}" if lacking else cell
        yield Unassessed(
            node, f"{name} is not given" if lacking else "no individual scores are given for this", (name,)
        )
    elif not min(own) <= score.score <= max(own) and (reasoned := _reasoned(case, score, score.score, own)):
        what = called_by_id(case, score.criterion)
        facts = Outside(bid_called(case, score.bid), what, score.score, _members(own), min(own), max(own), reasoned)
        unsure, lower = maybe(not lacks_a_reason(case, score)), "low" if gives_a_reason(case, score) else None
        yield Hit(score.field("score"), facts, confidence=unsure, key=cell_of(score), severity=lower)


def _reasoned(case: Case, score: Score, given: Decimal, own: list[Decimal]) -> Verb | None:
    """Return in words what is to be asked about the reason of a score outside its members'; `None` if nothing is."""
    if not gives_a_reason(case, score):
        return Verb("and no reason is recorded beside it")
    if not case.once(qualities)[score.criterion]:
        return None
    if others := others_with_its_reason(case, score):
        return Verb(f"and the reason beside it stands in the same words beside {counted(others, 'more answer')}")
    beyond = max(min(own) - given, given - max(own))
    if len(own) < 2 or not _is_far(case, score, beyond):
        return None
    return Verb(f"so that it is {plain(beyond)} beyond all of them, which the reason beside it has to explain")


def _is_far(case: Case, score: Score, beyond: Decimal) -> bool:
    """Whether that is two steps of the scale or more (whole points, where none are published), and a tenth of its length."""
    question = question_with(case, score.criterion)
    scale = question.scale if question else None
    if scale is None or scale.maximum is None:
        return False
    length = scale.maximum - (scale.minimum or Decimal(0))
    return beyond >= max(2 * (scale.step or Decimal(1)), length / 10)


def _before_moderation(given: list[tuple[Score, Decimal]]) -> list[Decimal]:
    """Return what members gave by themselves, and what they moved with a reason; where only moderated scores are kept, those."""
    moved = [phase_named(one.stage) == MODERATED for one, _ in given]
    pairs = zip(given, moved, strict=True)
    return [value for (one, value), late in pairs if not late or all(moved) or tells(one.reason) or tells(one.comment)]


def _individual(case: Case) -> dict[tuple[str | None, str | None], list[tuple[Score, Decimal]]]:
    """Return the scores that members gave, by bid and criterion."""
    found: dict[tuple[str | None, str | None], list[tuple[Score, Decimal]]] = {}
    for one in case.evaluation.individual or ():
        if one.score is not None:
            found.setdefault((one.bid, one.criterion), []).append((one, one.score))
    return found


def _same_sitting(case: Case, first: Score, second: Score) -> bool:
    """Whether two scores of one bid may be for the same lot and stage; a record that does not say may be for any."""
    if (first.bid, first.lot, first.stage) == (second.bid, second.lot, second.stage):
        return True
    lots = {lot_of(case, one.bid, one.lot) for one in (first, second)} - {None}
    stages = {sitting_of(first), sitting_of(second)} - {None}
    return len(lots) < 2 and len(stages) < 2


def _members(scores: list[Decimal]) -> str:
    """Return in words what the members gave."""
    if len(scores) == 1:
        return f"the one member whose score is recorded gave {plain(scores[0])}"
    if min(scores) == max(scores):
        return f"all of its members gave {plain(scores[0])}"
    return f"its members gave {plain(min(scores))} to {plain(max(scores))}"
