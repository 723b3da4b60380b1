"""The check of the family `scoring` on published minimum scores.

Where what a minimum means (`readings`) and what a bid has (`reached`) leave several readings, a bid is below the minimum if it
is by each of them, and a person must look; where they differ, what would settle it is named. On a scale whose low end is the
good one it is a question unless the words of the criterion say so.
"""

from decimal import Decimal
from fractions import Fraction
from functools import partial

from fairaudit.analysis.formulas import rounded
from fairaudit.analysis.rounding import apart, decimal_of
from fairaudit.analysis.text.minimums.words import worse_said
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.scoring.criteria.tree import Question, called, questions, with_parts, worth
from fairaudit.checks.scoring.evaluation_records import bid_called, is_out, lot_of, maybe, plain
from fairaudit.checks.scoring.minimums.alike import put_out_beside
from fairaudit.checks.scoring.minimums.force import Force, force_of, said_of, told_in_words
from fairaudit.checks.scoring.minimums.outcomes import IN_THE_TOTALS, became
from fairaudit.checks.scoring.minimums.reached import Cell, Reached, cells_of, reached_by, reached_in, unsaid_yard
from fairaudit.checks.scoring.minimums.readings import Reading, Yard, readings_of, yard_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of


class Below(Frozen):
    """A bid whose score is below a minimum, and what became of it."""

    bid: str
    criterion: str
    score: str
    minimum: Decimal
    then: str
    short_of: Verb = Verb("below")
    if_so: Verb = Verb("")


@check
def minimum_scores_are_applied(node: Node[Evaluation], case: Case) -> Found[Below]:
    """Flag a bid that scored below a published minimum and is ranked or awarded all the same.

    Where words alone say that there is one, nobody can tell.
    """
    if case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
        return
    asked = [one for one in questions(case) if (one.criterion.minimum_score or 0) > 0]
    yield from _in_words(node, case, asked)
    if asked and node.value.consensus is None and node.value.individual is None:
        yield Unassessed(node, "evaluation.consensus is not given", ("evaluation.consensus",))
        return
    for question in (one for one in asked if force_of(case, one) is not Force.NONE):
        cells = dict.fromkeys(cell for one in with_parts(question) for cell in cells_of(case, one))
        if not cells:
            absent = "evaluation.consensus" if question.criterion.id else f"{text_of(question.criterion.path)}.id"
            yield Unassessed(node, f"there is no score for {called(question.criterion)}", (absent,))
        for cell in cells:
            then = became(case, cell)
            if not is_out(case, cell[0]) and then != "":
                yield from _judged(case, question, cell, then)


def _in_words(node: Node[Evaluation], case: Case, asked: list[Question]) -> Found[Below]:
    """Yield the first words by which a score is too low for which no minimum is given as a number."""
    if found := told_in_words(case, asked):
        yield Unassessed(node, *found)


def _judged(case: Case, question: Question, cell: Cell, then: str | None) -> Found[Below]:
    """Judge one bid by one minimum."""
    minimum = question.criterion.minimum_score or Decimal(0)
    yard = yard_of(question) or unsaid_yard(case, question, minimum)
    reached = reached_in(case, question, cell, yard)
    if isinstance(reached, Unassessed):
        yield reached
        return
    readings = readings_of(question, minimum, yard)
    missed = [one.missed(reached.high) for one in readings]
    if not readings or (any(missed) and not all(missed) and reached.low == reached.high):
        yield _unit_unsaid(case, question, cell, reached, readings, then)
    elif all(missed):
        yield _below(case, question, cell, reached, then)
    elif not all(one.met(reached.low) for one in readings):
        what = called(question.criterion)
        if reached.agreed and not reached.weighed:
            name = f"{text_of(question.criterion.path)}.children"
            yield Unassessed(reached.scores[0].node, f"the weights of the parts of {what} are not given", (name,))
        else:
            reason = f"the members' scores leave open whether the panel's is below the minimum for {what}"
            yield Unassessed(reached.scores[0].node, reason, ("evaluation.consensus",))


def _unit_unsaid(
    case: Case, question: Question, cell: Cell, reached: Reached, readings: list[Reading], then: str | None
) -> Hit[Below] | Unassessed:
    """Say that a minimum can be read in several units, of which some leave a bid below it; of a winner it is a question."""
    criterion = question.criterion
    name, at = f"{text_of(criterion.path)}.minimum_score", reached.scores[0].node
    wanted = (f"{name} (in points of the scale)",)
    if not readings:
        return Unassessed(at, f"{name} is more than can be had, so its unit is not known", wanted)
    if any(one.on_scale for one in readings):
        return Unassessed(at, f"{name} may be on the scale or a share of it, so its unit is not known", wanted)
    share, weight = reached.high[0], Fraction(worth(question) or 0)
    points, per_cent = (plain(rounded(share * whole, 2)) for whole in (weight, Fraction(100)))
    has = f"{points} of {plain_of(weight)} points or {per_cent} per cent"
    below = "points" if readings[-1].missed(reached.high) else "per cent"
    if then == "won":
        score = f"{has} (too few only if the minimum is in {below}, which is not said)"
        facts = _facts(case, question, cell, score, then)
        return Hit(criterion.field("minimum_score"), facts, ((at, "a score"),), "possible", _key(question, cell))
    reason = f"{name} may be in per cent or in points: {bid_called(case, cell[0])} has {has}, and is below it only in {below}"
    return Unassessed(at, reason, wanted)


def _facts(case: Case, question: Question, cell: Cell, score: str, then: str) -> Below:
    criterion = question.criterion
    return Below(bid_called(case, cell[0]), called(criterion), score, criterion.minimum_score or Decimal(0), then)


def _key(question: Question, cell: Cell) -> str:
    return "|".join(one for one in (cell[0], question.criterion.id, *cell[1:]) if one)


def _below(case: Case, question: Question, cell: Cell, reached: Reached, then: str | None) -> Hit[Below] | Unassessed:
    criterion, minimum = question.criterion, question.criterion.minimum_score or Decimal(0)
    yard = yard_of(question)
    best = _best_of(reached, yard)
    if then is None:
        reason = "what became of a bid below the minimum is not recorded"
        return Unassessed(best.node, reason, ("evaluation.ranking", "awards"))
    low = yard is not None and yard.low_is_good
    turned = low and minimum not in worse_said(criterion.text or "")
    usual = yard is None or (yard.holds(minimum) and not turned)
    plainly = reached.agreed and best.criterion == criterion.id and usual
    facts = _facts(case, question, cell, _words(question, reached, yard), then)
    if low and yard is not None and yard.holds(minimum):
        if_so = (
            f", if {plain(minimum)} is the highest score that is enough, which the criterion does not say"
            if turned
            else ""
        )
        facts = facts._replace(short_of=Verb("worse than"), if_so=Verb(if_so))
    force, adds = said_of(case, question)
    lot = lot_of(case, cell[0], cell[1])
    beside = put_out_beside(case, lot, partial(_missed_by, case, question, lot)) if force is Force.OPEN else ""
    facts = facts._replace(if_so=Verb(facts.if_so + adds + beside))
    plainly = plainly and force is Force.BINDS
    related = ((criterion.field("minimum_score"), "the minimum"),)
    return Hit(best.field("score"), facts, related, maybe(not plainly or then == IN_THE_TOTALS), _key(question, cell))


def _missed_by(case: Case, question: Question, lot: str | None, bid: str) -> tuple[Score, ...]:
    """Return the scores by which a bid misses the minimum of a criterion however it is read, none where it does not."""
    own = reached_by(case, question, bid, lot)
    readings = readings_of(question, question.criterion.minimum_score or Decimal(0), yard_of(question))
    return own.scores if own is not None and readings and all(one.missed(own.high) for one in readings) else ()


def _best_of(reached: Reached, yard: Yard | None) -> Score:
    """Return the best of the scores that count."""
    pick = min if yard is not None and yard.low_is_good else max
    return pick(reached.scores, key=lambda one: one.score or Decimal(0))


def _words(question: Question, reached: Reached, yard: Yard | None) -> str:
    """Return in words what a bid has for a criterion, on the scale if the minimum is."""
    minimum = question.criterion.minimum_score or Decimal(0)
    low = yard is not None and yard.low_is_good
    best, most = _best_of(reached, yard).score or Decimal(0), "at most "
    most, turned = (
        "at best " if low else most,
        f" ({plain_of(yard.lowest)} is best)" if yard is not None and low else "",
    )
    most = "" if reached.low == reached.high else most
    if reached.scores[0].criterion == question.criterion.id:
        on_scale = yard is None or yard.holds(minimum)
        return f"{most}{plain(best)}" + ("" if yard is None or on_scale else f" of {plain_of(yard.top)}") + turned
    if yard is not None and yard.holds(minimum):
        mean = yard.merit(reached.high[0] * yard.top)
        return f"{most or 'a weighted mean of '}{plain(apart(mean, minimum))}{turned}"
    return f"{most}{plain(apart(max(reached.high) * 100, minimum))} per cent of the points"


def plain_of(value: Fraction) -> str:
    """Return a number that stands in a record without idle zeros."""
    return plain(decimal_of(value))
