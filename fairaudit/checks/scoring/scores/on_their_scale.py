"""Checks of the family `scoring` on scores off their scale: outside its ends, or between its steps."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import rounded
from fairaudit.analysis.rounding import on_step
from fairaudit.checks.base import Found, Hit, Many, Unassessed, Verb, check
from fairaudit.checks.moderation.cells import in_short
from fairaudit.checks.scoring.criteria.tree import Question, called, question_with
from fairaudit.checks.scoring.evaluation_records import bid_called, cell_of, maybe, no_scores, plain, recorded_scores
from fairaudit.checks.scoring.sheets.published_average import ByAverage, by_published_average, unread_average
from fairaudit.checks.scoring.sheets.unread_scores import leans_on_unread
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Scale
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.persons.identity import person_called
from fairaudit.procurement.shown_cells import shown_score
from fairaudit.procurement.wanted import in_list

_TOLD, _WRITTEN = 3, 4
"""To how many decimals the figure of a program is told, and how many a person may write."""


class OffScale(Frozen):
    """A score, where it stands, who gave it, the scale it should stand on, and the other number that its cell shows."""

    score: Decimal
    bid: str
    criterion: str
    who: str
    scale: str
    shown: Verb = Verb("")


class BetweenSteps(Frozen):
    """Scores that one person or the panel gave for a criterion between the steps of its scale: what was given to which bids."""

    criterion: str
    who: str
    number: int
    which_scores: tuple[str, ...] | Many
    scale: str


class _Given(Frozen):
    """A score as it was given, and the question whose scale it should stand on."""

    score: Score
    question: Question
    value: Decimal

    @property
    def scale(self) -> Scale | None:
        return self.question.scale


@check
def scores_are_on_their_scale(node: Node[Evaluation], case: Case) -> Found[OffScale]:
    """Flag a score below the lowest or above the highest of its published scale."""
    for found in _on_scales(node, case):
        if isinstance(found, Unassessed):
            yield found
        elif found.scale is not None and found.scale.maximum is not None:
            lowest = found.scale.minimum if found.scale.minimum is not None else Decimal(0)
            if not lowest <= found.value <= found.scale.maximum:
                yield _off(case, found, found.scale, lowest, found.scale.maximum)


def _off(case: Case, found: _Given, scale: Scale, lowest: Decimal, highest: Decimal) -> Hit[OffScale]:
    """Return a score off its scale; where its cell shows one that is on it, or nobody gave the low end, that is a question."""
    score, shown = found.score, shown_score(case, found.score)
    unsure = (scale.minimum is None and found.value < lowest) or (shown is not None and lowest <= shown <= highest)
    told = Verb(f"; its cell shows {plain(shown)}, and which of the two was given is open" if shown is not None else "")
    words = f"{plain(lowest)} to {plain(highest)}"
    who = _by(case, score)
    facts = OffScale(found.value, bid_called(case, score.bid), called(found.question.criterion), who, words, told)
    return Hit(score.field("score"), facts, ((scale.node, "the published scale"),), maybe(unsure), cell_of(score))


@check
def scores_are_on_a_step(node: Node[Evaluation], case: Case) -> Found[BetweenSteps]:
    """Flag scores between the steps of their published scale, once for whoever gave them for a criterion.

    A panel's are less sure, since they may be means.

    A mean that the documents announce is in order, whatever the steps; one that they do not is not on the published scale. One
    of which they speak and not plainly, or that is not rounded as they say, is for a person to read.
    """
    asked: set[str | None] = set()
    between: dict[tuple[object, ...], list[_Between]] = {}
    for found in _on_scales(node, case):
        if isinstance(found, Unassessed):
            yield found
            continue
        score, question, scale = found.score, found.question, found.scale
        if scale is None or not scale.step or scale.step <= 0:
            name = text_of((*(scale.path if scale else question.criterion.path), "step" if scale else "scale"))
            if name not in asked:
                yield Unassessed(score.node, f"{name} is not given", (name,))
            asked.add(name)
        elif not on_step(found.value, scale.minimum or Decimal(0), scale.step):
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
    told = tuple(_told(case, one.score) for one in several)
    words = f"steps of {plain(scale.step or Decimal(0))} from {plain(scale.minimum or Decimal(0))}"
    facts = BetweenSteps(called(first.question.criterion), _by(case, first.score), len(several), in_short(told), words)
    others = tuple((one.score.field("score"), "between the steps too") for one in several[1:])
    related = ((scale.node, "the published scale"), *others)
    return Hit(first.score.field("score"), facts, related, first.sure, key)


def _told(case: Case, score: Score) -> str:
    shown = shown_score(case, score)
    beside = f" (its cell shows {plain(shown)})" if shown is not None else ""
    return f"{_short(score.score or Decimal(0))}{beside} to {bid_called(case, score.bid)}"


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
    shown = shown_score(case, score)
    # What the cell shows may be what was given, and lie on a step.
    hidden = shown is not None and on_step(shown, scale.minimum or Decimal(0), scale.step or Decimal(1))
    asks = hidden or average in (ByAverage.OPEN, ByAverage.NEAR)
    sure = "possible" if asks else "likely" if panel else None
    yield _Between(score, question, scale, sure)


def _by(case: Case, score: Score) -> str:
    """Return who gave a score: a member by name, or the panel."""
    if score.path[1] == "consensus" or score.evaluator is None:
        return "the panel"
    return person_called(case, score.evaluator)


def _on_scales(node: Node[Evaluation], case: Case) -> Iterator[_Given | Unassessed]:
    """Yield every score that people gave on a scale; each missing thing is named once, first that there is no score at all.

    Two rules go through them: of a million scores a list that is kept takes more memory than finding them again takes time.
    """
    if nothing := no_scores(node):
        yield nothing
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
            yield _Given(score, question, score.score)


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
