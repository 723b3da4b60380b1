"""Checks of the family `scoring` on single scores: off their scale, twice, outside those of the members."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import rounded
from fairaudit.analysis.phases import MODERATED, phase_named
from fairaudit.analysis.rounding import on_step
from fairaudit.checks.base import Found, Hit, Many, Unassessed, Verb, check
from fairaudit.checks.moderation.agreed_reasons import others_with_its_reason
from fairaudit.checks.moderation.boilerplate import explained
from fairaudit.checks.moderation.cells import in_short, qualities
from fairaudit.checks.reasons import which_of
from fairaudit.checks.scoring.criterion_tree import Question, called, called_by_id, question_with
from fairaudit.checks.scoring.evaluation_records import (
    bid_called,
    cell_of,
    lot_of,
    maybe,
    no_scores,
    plain,
    recorded_scores,
    scores_together,
)
from fairaudit.checks.scoring.published_average import ByAverage, by_published_average, unread_average
from fairaudit.checks.scoring.sittings import sitting_of, stage_beside
from fairaudit.checks.scoring.unread_scores import leans_on_unread, unread_places
from fairaudit.checks.timing.in_words import counted
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.criteria import Scale
from fairaudit.procurement.evaluation import Evaluation, Score
from fairaudit.procurement.identity import ambiguous, keys_of, person_called
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.told import tells
from fairaudit.procurement.wanted import in_list

_TOLD, _WRITTEN = 3, 4
"""To how many decimals the figure of a program is told, and how many a person may write."""


class OffScale(Frozen):
    """A score, where it stands, who gave it, and the scale it should stand on."""

    score: Decimal
    bid: str
    criterion: str
    who: str
    scale: str


class BetweenSteps(Frozen):
    """Scores that one person or the panel gave for a criterion between the steps of its scale: what was given to which bids."""

    criterion: str
    who: str
    number: int
    which_scores: tuple[str, ...] | Many
    scale: str


@check
def scores_are_on_their_scale(node: Node[Evaluation], case: Case) -> Found[OffScale]:
    """Flag a score below the lowest or above the highest of its published scale."""
    if nothing := no_scores(node):
        yield nothing
    for found in _on_scales(case):
        if isinstance(found, Unassessed):
            yield found
            continue
        score, question, value = found
        scale = question.scale
        if scale is None or scale.maximum is None:
            continue
        lowest = scale.minimum if scale.minimum is not None else Decimal(0)
        if not lowest <= value <= scale.maximum:
            words = f"{plain(lowest)} to {plain(scale.maximum)}"
            unsure = scale.minimum is None and value < lowest
            facts = OffScale(value, bid_called(case, score.bid), called(question.criterion), _by(case, score), words)
            yield Hit(
                score.field("score"), facts, ((scale.node, "the published scale"),), maybe(unsure), cell_of(score)
            )


@check
def scores_are_on_a_step(node: Node[Evaluation], case: Case) -> Found[BetweenSteps]:
    """Flag scores between the steps of their published scale, once for whoever gave them for a criterion.

    A panel's are less sure, since they may be means.

    A mean that the documents announce is in order, whatever the steps; one that they do not is not on the published scale. One
    of which they speak and not plainly, or that is not rounded as they say, is for a person to read.
    """
    asked: set[str | None] = set()
    between: dict[tuple[object, ...], list[_Between]] = {}
    if nothing := no_scores(node):
        yield nothing
    for found in _on_scales(case):
        if isinstance(found, Unassessed):
            yield found
            continue
        score, question, value = found
        scale = question.scale
        if scale is None or not scale.step or scale.step <= 0:
            name = text_of((*(scale.path if scale else question.criterion.path), "step" if scale else "scale"))
            if name not in asked:
                yield Unassessed(score.node, f"{name} is not given", (name,))
            asked.add(name)
        elif not on_step(value, scale.minimum or Decimal(0), scale.step):
            for each in _between_steps(case, score, question, scale):
                if isinstance(each, Unassessed):
                    yield each
                else:
                    between.setdefault(_together(case, each), []).append(each)
    for key, several in between.items():
        yield _between(case, several, "|".join(str(one) for one in key[:-1] if one))


class _Between(Frozen):
    score: Score
    question: Question
    scale: Scale
    sure: str | None


def _together(case: Case, one: _Between) -> tuple[object, ...]:
    """Return what tells apart the scores that are told of together."""
    score = one.score
    alone = (score.bid, score.lot, score.stage) if leans_on_unread(case, score) else ()
    return (score.evaluator if score.path[1] == "individual" else None, score.criterion, *alone, one.sure)


def _between(case: Case, several: list[_Between], key: str) -> Hit[BetweenSteps]:
    first, scale = several[0], several[0].scale
    told = tuple(f"{_short(one.score.score or Decimal(0))} to {bid_called(case, one.score.bid)}" for one in several)
    words = f"steps of {plain(scale.step or Decimal(0))} from {plain(scale.minimum or Decimal(0))}"
    facts = BetweenSteps(called(first.question.criterion), _by(case, first.score), len(several), in_short(told), words)
    others = tuple((one.score.field("score"), "between the steps too") for one in several[1:])
    related = ((scale.node, "the published scale"), *others)
    return Hit(first.score.field("score"), facts, related, first.sure, key)


def _short(value: Decimal) -> str:
    """Return a score as people write it; the long tail that a program leaves is rounded, and marked as that."""
    near = rounded(Fraction(value), _TOLD)
    return plain(value) if near == value or len(plain(value).partition(".")[2]) <= _WRITTEN else f"about {plain(near)}"


def _between_steps(case: Case, score: Score, question: Question, scale: Scale) -> Iterator[_Between | Unassessed]:
    """Yield a score between the steps of its scale, unless it is an average of the panel that the documents say."""
    panel = score.path[1] == "consensus"
    average = by_published_average(case, score) if panel else ByAverage.UNSAID
    if average is ByAverage.FOLLOWS:
        return
    if average is ByAverage.UNREAD:
        yield unread_average(case, score.node, score.criterion)
        return
    if average is ByAverage.UNKNOWN:
        cell = in_list(case, "evaluation.individual", f"criterion {score.criterion}, bid {score.bid}")
        yield Unassessed(score.node, "scores are averaged, and no individual scores are given for this", (cell,))
        return
    asks = average in (ByAverage.OPEN, ByAverage.NEAR)
    sure = "possible" if asks else "likely" if panel else None
    yield _Between(score, question, scale, sure)


def _by(case: Case, score: Score) -> str:
    """Return who gave a score: a member by name, or the panel."""
    if score.path[1] == "consensus" or score.evaluator is None:
        return "the panel"
    return person_called(case, score.evaluator)


def _on_scales(case: Case) -> Iterator[tuple[Score, Question, Decimal] | Unassessed]:
    """Yield every score that people gave on a scale; each missing thing is named once.

    Two rules go through them: of a million scores a list that is kept takes more memory than finding them again takes time.
    """
    named: set[str] = set()
    asked: dict[str | None, Question | None] = {}
    for _, score in recorded_scores(case.evaluation):
        if score.met is not None and score.score is None:
            # A question that is passed or failed has no points to stand on a scale.
            continue
        key = score.criterion
        question = asked[key] if key in asked else asked.setdefault(key, question_with(case, key))
        lacking = _lacking(case, score, question)
        if lacking and lacking not in named:
            yield Unassessed(score.node, f"{lacking} is not given", (lacking,))
            named.add(lacking)
        elif not lacking and question and score.score is not None and not (question.is_price and not question.scale):
            yield score, question, score.score


def _lacking(case: Case, score: Score, question: Question | None) -> str | None:
    """Return the field that is missing to judge a score by its scale."""
    if score.score is None:
        return f"{text_of(score.path)}.score"
    if score.criterion is None:
        return f"{text_of(score.path)}.criterion"
    if question is None:
        return in_list(case, "tender.award_criteria", f"criterion {score.criterion}")
    if question.is_price and question.scale is None:
        return None
    if question.scale is None or question.scale.maximum is None:
        return f"{text_of(question.criterion.path)}.scale"
    return None


class Twice(Frozen):
    """A cell with more than one score, and as an addition to the sentence what may explain it."""

    who: str
    bid: str
    criterion: str
    scores: tuple[str, ...]
    perhaps: Verb = Verb("")


@check
def one_score_a_cell(node: Node[Evaluation], case: Case) -> Found[Twice]:
    """Flag two scores of one evaluator, or of the panel, for one bid, criterion, lot and stage; unread ones are no second."""
    if nothing := no_scores(node):
        yield nothing
        return
    unread, keys = unread_places(case), keys_of(case)
    cells: dict[tuple[str | None, ...], list[Score]] = {}
    for name, one in recorded_scores(node.value):
        who = one.evaluator if name == "individual" else "the panel"
        if who is None or one.bid is None or one.criterion is None:
            field = next(key for key in ("bid", "criterion", "evaluator") if getattr(one, key) is None)
            yield Unassessed(one.node, f"{text_of(one.path)}.{field} is not given", (f"{text_of(one.path)}.{field}",))
            continue
        if (one.score is None and one.met is None) or one.path in unread:
            # A row with a comment alone, or with a score that could not be read whatever stands for it, is no second score.
            continue
        who = keys[who] if name == "individual" else who
        lot = lot_of(case, one.bid, one.lot)
        cells.setdefault((name, who, one.bid, one.criterion, lot, stage_beside(name, one)), []).append(one)
    twice = any(len(same) > 1 for same in cells.values())
    together = _of_all_members(cells) if twice else {}
    for (source, _, bid, criterion, *rest), same in cells.items():
        giver = same[0].evaluator or ""
        if len(same) > 1 and source == "individual" and ambiguous(case, giver):
            yield Unassessed(same[1].node, *which_of(giver, same[1].field("evaluator")))
        elif len(same) > 1:
            what = called_by_id(case, criterion)
            shown = tuple("no score" if one.score is None else plain(one.score) for one in same)
            person = person_called(case, giver) if source == "individual" else "The panel"
            related = ((same[0].node, "the first"),)
            unsure = len({one.score for one in same}) == 1
            # What the panel agreed may stand on the sheet of each of its members.
            sheets = {one.evaluator for one in same if one.evaluator} if source == "consensus" else set()
            if len(sheets) == len(same) and unsure:
                continue
            each = _second_of_each(together.get((bid, criterion, *rest), []) if source == "individual" else [])
            facts = Twice(person, bid_called(case, bid), what, shown, each)
            yield Hit(
                same[1].node, facts, related, maybe(unsure or bool(each) or len(sheets) == len(same)), cell_of(same[1])
            )


def _of_all_members(
    cells: dict[tuple[str | None, ...], list[Score]],
) -> dict[tuple[str | None, ...], list[list[Score]]]:
    """Return the scores of each member by what they are for."""
    found: dict[tuple[str | None, ...], list[list[Score]]] = {}
    for (source, _, *cell), same in cells.items():
        if source == "individual":
            found.setdefault(tuple(cell), []).append(same)
    return found


def _second_of_each(alike: list[list[Score]]) -> Verb:
    """Say that all members have two scores in a cell, and all the same second one, which may be what they agreed."""
    seconds = {same[-1].score for same in alike}
    second = next(iter(seconds), None)
    if second is None or len(seconds) > 1 or len(alike) < 2 or any(len(same) != 2 for same in alike):
        return Verb("")
    return Verb(f"; every member has {plain(second)} as the second, which may be what the panel agreed")


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


def gives_a_reason(case: Case, score: Score) -> bool:
    """Whether a reason or a comment beside a score of the panel says something of the bid; beside a price, anything at all."""
    if case.once(qualities)[score.criterion]:
        return score.path in explained(case)
    return any(map(tells, (score.reason, score.comment)))


def lacks_a_reason(case: Case, score: Score) -> bool:
    """Whether no reason for a score stands in a record that is complete, be it beside it or with a change of the score."""
    complete = all(case.holds_all(f"evaluation.{one}") for one in ("individual", "consensus"))
    changed = (score.bid, score.criterion) in case.once(_changed_for_a_reason)
    return complete and not changed and not gives_a_reason(case, score)


def _changed_for_a_reason(case: Case) -> frozenset[tuple[str | None, str | None]]:
    return frozenset((one.bid, one.criterion) for one in case.evaluation.changes or () if tells(one.reason))


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
