"""Checks of the family `scoring` on when and why: changed scores, and scores dated before the bids were opened."""

from collections.abc import Iterator

from fairaudit.analysis.names import words
from fairaudit.analysis.text.scores.about_scoring import speaks_of_changing_alone
from fairaudit.checks.base import Found, Hit, Many, Unassessed, Verb, check
from fairaudit.checks.reasons import unsure
from fairaudit.checks.scoring.criteria.tree import called_by_id, question_with
from fairaudit.checks.scoring.evaluation_records import bid_called, cell_of, maybe, no_scores, plain, recorded_scores
from fairaudit.checks.scoring.sheets.opened_rounds import FIRST_OPENING, opening_of, openings
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Change, Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.persons.identity import whose
from fairaudit.procurement.times.arrivals import came_after, dated_too_early
from fairaudit.procurement.times.beginnings import before_any_bid, impossible

_TOLD, _RELATED = 200, 20
"""How many scores of one person a finding names, and how many it points to."""


class Changed(Frozen):
    """A score that was changed."""

    bid: str
    criterion: str
    before: str
    after: str
    at: str


def _changed(case: Case, change: Change) -> Changed:
    what = called_by_id(case, change.criterion)
    before, after = ("nothing" if one is None else plain(one) for one in (change.from_, change.to))
    when = change.at.in_words() if change.at else "an unknown day"
    return Changed(bid_called(case, change.bid), what, before, after, when)


class Unreasoned(Frozen):
    """A score that was changed, and what is recorded as the reason."""

    bid: str
    criterion: str
    before: str
    after: str
    at: str
    recorded: Verb


@check
def changes_have_a_reason(node: Node[Change], case: Case) -> Found[Unreasoned]:
    """Flag a changed score without a reason, where the record of changes is complete or what stands for a reason says none.

    One that says only that it was changed or agreed is for a person to ask about: `as discussed`, `correction`.
    """
    change = node.value
    if change.from_ is not None and change.from_ == change.to:
        return
    if change.reason is None and not case.holds_all("evaluation.changes"):
        name = f"{text_of(node.path)}.reason"
        yield Unassessed(node, f"{name} is not given, and `complete` does not name evaluation", (name,))
        return
    said = change.reason if tells(change.reason) else None
    if said is not None and not speaks_of_changing_alone(words(said)):
        return
    recorded = "no reason is recorded" if said is None else f"“{said}” does not say why"
    facts = Unreasoned(**_changed(case, change)._asdict(), recorded=Verb(recorded))
    related = tuple((one.node, "the score that was changed") for one in _of(case, change))
    yield Hit(node, facts, related, maybe(said is not None))


def _of(case: Case, change: Change) -> list[Score]:
    """Return the scores that a change is about: those of its evaluator, or the panel's where it names none."""
    known = case.once(_scores_by_cell)
    who = whose(case, change.evaluator) if change.evaluator else None
    return known.get((change.bid, change.criterion, who), []) if change.bid and change.criterion else []


def _scores_by_cell(case: Case) -> dict[tuple[str | None, str | None, str | None], list[Score]]:
    found: dict[tuple[str | None, str | None, str | None], list[Score]] = {}
    for one in case.evaluation.consensus or ():
        found.setdefault((one.bid, one.criterion, None), []).append(one)
    for one in case.evaluation.individual or ():
        if one.evaluator:
            found.setdefault((one.bid, one.criterion, whose(case, one.evaluator)), []).append(one)
    return found


@check
def changes_precede_prices(node: Node[Change], case: Case) -> Found[Changed]:
    """Flag a quality score changed after the prices were opened; where a reason is recorded a person must read it."""
    change, opened = node.value, case.evaluation.opened
    question = question_with(case, change.criterion)
    if (question and question.is_price) or (change.from_ is not None and change.from_ == change.to):
        return
    price = opened.price if opened else None
    if price is None or change.at is None:
        name = "evaluation.opened.price" if price is None else f"{text_of(node.path)}.at"
        yield Unassessed(node, f"{name} is not given", (name,))
        return
    if impossible(case, "price"):
        yield unsure(node, before_any_bid())
        return
    after = surely_before(case, price, change.at)
    if isinstance(after, str):
        yield Unassessed(node, *_untold(after, ("evaluation.opened.price", f"{text_of(node.path)}.at")))
    elif after:
        yield Hit(node, _changed(case, change), confidence=maybe(bool(tells(change.reason))))


def surely_before(case: Case, first: When, second: When) -> bool | str:
    """Whether one moment surely comes before another; a bare date may be any time of its day. Or why it cannot be said."""
    if first.offset == second.offset and first.date != second.date:
        return first.date < second.date
    clock = case.clock
    if first.time is None:
        still = clock.before(second, first, end_second=True)
        certain = None if still is None else not still
    else:
        certain = clock.before(first, second)
    possible = clock.before(first, second, end_second=second.time is None)
    if certain or possible is False:
        return bool(certain)
    return "time zone" if certain is None or possible is None else "same day"


def _untold(why: str, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    if why == "time zone":
        return "the order hangs on a time zone that is not given", ("tender.time_zone",)
    return "both are on the same day, and the time of one is not given", names


class Early(Frozen):
    """Who scored before the bids were opened, how many scores, for what, and when the first of them is dated."""

    who: str
    number: int
    which_scores: tuple[str, ...] | Many
    dated: When
    opened: When


@check
def scores_follow_the_opening(node: Node[Evaluation], case: Case) -> Found[Early]:
    """Flag scores that are dated before the bids were opened, once for each person who gave such.

    A score for a bid of an earlier round is not held to the opening of a later one. One that is dated before its bid had come
    has a wrong date, which is told as a contradiction, and is held to none.
    """
    if nothing := no_scores(node):
        yield nothing
        return
    moments = openings(case)
    if not moments:
        name = "evaluation.opened.quality"
        misdated = impossible(case, "quality")
        yield unsure(node, before_any_bid()) if misdated else Unassessed(node, f"{name} is not given", (name,))
        return
    undated = [one for _, one in recorded_scores(node.value) if one.at is None]
    if undated:
        name = f"{text_of(undated[0].path)}.at"
        yield Unassessed(node, f"{len(undated)} of the scores have no date, the first is {name}", (name,))
    scores = [one for _, one in recorded_scores(node.value) if one.at is not None]
    wrong = {one.path: one for one in scores if came_after(case, one.bid, one.at)}
    if first := next(iter(wrong.values()), None):
        yield unsure(first.node, dated_too_early(first.field("at"), "the score"))
    yield from _before(node, case, [one for one in scores if one.path not in wrong], moments)


def _before(
    node: Node[Evaluation], case: Case, scores: list[Score], moments: tuple[When, ...]
) -> Iterator[Hit[Early] | Unassessed]:
    """Yield whose scores are dated before the openings, and of which it cannot be said."""
    found: dict[tuple[str | None, When], list[tuple[Score, When]]] = {}
    other_rounds: dict[str, None] = {}
    for score in scores:
        if score.at is None:
            continue
        moment = opening_of(case, score.bid, moments)
        if moment is None:
            # Of a round whose opening is not recorded; who scored after that of a later round scored after it too.
            if all(surely_before(case, score.at, one) is not False for one in moments):
                other_rounds.setdefault(bid_called(case, score.bid))
            continue
        early = surely_before(case, score.at, moment)
        if isinstance(early, str):
            yield Unassessed(score.node, *_untold(early, ("evaluation.opened.quality", f"{text_of(score.path)}.at")))
        elif early:
            who = whose(case, score.evaluator) if score.evaluator else None
            found.setdefault((who, moment), []).append((score, score.at))
    if other_rounds:
        said = f"what is given is the opening of a later round than that of {len(other_rounds)} of the scored bids"
        yield Unassessed(node, f"{said}, the first is {next(iter(other_rounds))}", (FIRST_OPENING,))
    for (_, moment), early_ones in found.items():
        yield _early(case, early_ones, moment)


def _early(case: Case, found: list[tuple[Score, When]], opened: When) -> Hit[Early]:
    (first, dated), *rest = found
    for _, when in rest:
        dated = when if case.clock.before(when, dated) else dated
    who = case.person_name(first.evaluator) if first.evaluator else "the panel"
    told = tuple(f"{bid_called(case, one.bid)} for {called_by_id(case, one.criterion)}" for one, _ in found[:_TOLD])
    shown = told if len(found) <= _TOLD else Many(told, len(found) - _TOLD)
    related = tuple((one.field("at"), "dated before the opening too") for one, _ in rest[:_RELATED])
    told_by = _awards_before(case, opened)
    related = (*related, *((one, "decided before that opening: one of the dates is wrong") for one in told_by))
    facts = Early(who, len(found), shown, dated, opened)
    return Hit(first.field("at"), facts, related, maybe(bool(told_by)), key=cell_of(first))


def _awards_before(case: Case, opened: When) -> tuple[Node[object], ...]:
    """Return the dates of the awards where every award is dated before an opening, which then cannot be right."""
    dated = [(one.field("date"), one.date) for one in case.awards if one.date is not None]
    if len(dated) != len(case.awards) or not all(surely_before(case, date, opened) is True for _, date in dated):
        return ()
    return tuple(at for at, _ in dated)
