"""The check of the family `scoring` on published minimum scores.

A minimum stands on the criterion's scale; one that is higher than the scale is in per cent, or in points of the weight.
What a group has is the weighted mean of its parts, and what a panel gives lies within what its members gave. Where that
leaves several readings, a bid is below the minimum if it is by each of them, and a person must look; where they differ,
what would settle it is named. On a scale whose low end is the good one, a minimum is the highest score that is enough: a
question unless the words of the criterion say so.
"""

from decimal import Decimal
from fractions import Fraction
from functools import partial

from fairaudit.analysis.formulas import rounded
from fairaudit.analysis.rounding import apart
from fairaudit.analysis.text.letterwords import letter_read
from fairaudit.analysis.text.minimum_words import worse_said
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.scoring.criterion_tree import Question, better_is_lower, called, questions, worth
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_with, is_out, lot_of, maybe, plain
from fairaudit.checks.scoring.minimum_alike import put_out_beside
from fairaudit.checks.scoring.minimum_force import Force, force_of, said_of, told_in_words
from fairaudit.checks.scoring.sittings import counting, sitting_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation, Score
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.recipients import meant
from fairaudit.procurement.rivals import won

_MARKS = Decimal(10)
"""The top of the longest scale that is usual without saying so."""
IN_THE_TOTALS = "stands among the totals, though no record says that it was put out"
Cell = tuple[str | None, str | None, str | None]
"""A bid, a lot and a part of the competition."""
Share = tuple[Fraction, Fraction]
"""What a score is of its scale's top, and of its length."""


class Below(Frozen):
    """A bid whose score is below a minimum, and what became of it."""

    bid: str
    criterion: str
    score: str
    minimum: Decimal
    then: str
    short_of: Verb = Verb("below")
    if_so: Verb = Verb("")


class Yard(Frozen):
    """Where scores begin and end, and whether the low end is the good one."""

    lowest: Fraction
    top: Fraction
    low_is_good: bool = False

    def merit(self, score: Fraction) -> Fraction:
        """Return a score as it would stand with the high end as the good one; the same again brings it back."""
        return self.lowest + self.top - score if self.low_is_good else score

    def holds(self, minimum: Fraction | Decimal) -> bool:
        """Whether a minimum can stand on the scale itself."""
        return minimum <= self.top and not (self.low_is_good and minimum < self.lowest)


class Reached(Frozen):
    """The least and the most a bid can have for a criterion, by which scores, and whether the panel's own say it exactly."""

    low: Share
    high: Share
    scores: tuple[Score, ...]
    agreed: bool
    weighed: bool = True


class Reading(Frozen):
    """A minimum as a share of what can be had; on the scale itself, or in per cent or points."""

    share: Fraction
    on_scale: bool

    def missed(self, by: Share) -> bool:
        """Whether a share is below it, by each way to count one."""
        return by[0] < self.share and (self.on_scale or by[1] < self.share)

    def met(self, by: Share) -> bool:
        """Whether a share is not below it, by each way to count one."""
        return by[0] >= self.share and (self.on_scale or by[1] >= self.share)


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
        cells = dict.fromkeys(cell for one in _with_parts(question) for cell in _cells(case, one))
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


def became(case: Case, cell: Cell) -> str | None:
    """Return what shows that a bid stayed in, nothing (empty) where nothing does, `None` where no record says.

    A total where no ranking is recorded only makes it likely: some lists keep the totals of bids that are out.
    """
    bid = bid_with(case, cell[0])
    named = any(one.bid == cell[0] and one.status not in ("cancelled", "unsuccessful") for one in case.awards)
    if named or (bid is not None and won(case, bid)):
        return "won"
    if cell[0] in case.once(_ranked):
        return "was ranked"
    if case.evaluation.ranking is None and cell[0] in case.once(_totalled):
        return IN_THE_TOTALS
    return None if case.evaluation.ranking is None and not case.gives("awards") else ""


def _ranked(case: Case) -> frozenset[str | None]:
    return frozenset(one.bid for one in case.evaluation.ranking or () if one.rank is not None)


def _totalled(case: Case) -> frozenset[str | None]:
    """Return the bids with a total beyond their quality that no exclusion or letter shuts out, where somebody won or may have."""
    if (case.gives("awards") and not case.awards) or case.tender.status in ("unsuccessful", "cancelled", "withdrawn"):
        return frozenset()
    out = {meant(case, one.party) for one in case.procurement.exclusions or () if one.party}
    away = {one.id for one in case.bids if one.bidder and meant(case, one.bidder) in out}
    for letter in case.evaluation.summaries or ():
        if any(said.kind == "out" and said.yes for said in letter_read(str(letter.text or "")).said):
            away.add(letter.bid)
    totals = [one for one in case.evaluation.totals or () if one.total is not None and one.bid not in away]
    return frozenset(one.bid for one in totals if one.price is not None or one.total != one.quality)


def _judged(case: Case, question: Question, cell: Cell, then: str | None) -> Found[Below]:
    """Judge one bid by one minimum."""
    minimum = question.criterion.minimum_score or Decimal(0)
    yard = yard_of(question) or _unsaid_yard(case, question, minimum)
    reached = _reached(case, question, cell, yard)
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
    return plain(Decimal(value.numerator) / Decimal(value.denominator))


def readings_of(question: Question, minimum: Decimal, yard: Yard | None) -> list[Reading]:
    """Return what a minimum can mean: on the scale; a fraction of it; where it is higher, per cent or points."""
    exact = Fraction(minimum)
    if yard is not None and yard.holds(exact):
        return [Reading(yard.merit(exact) / yard.top, True)] + (
            [Reading(exact, False)] if 0 < exact < 1 < yard.top else []
        )
    weight = Fraction(worth(question) or 0)
    return [Reading(exact / whole, False) for whole in dict.fromkeys((Fraction(100), weight)) if exact <= whole]


def reached_by(case: Case, question: Question, bid: str, lot: str | None) -> Reached | None:
    """Return the least and the most a bid has for a criterion by the scores that name no stage, `None` where none say so."""
    found = _reached(case, question, (bid, lot, None), yard_of(question))
    return found if isinstance(found, Reached) else None


def _reached(case: Case, question: Question, cell: Cell, yard: Yard | None) -> Reached | Unassessed:
    """Return what a bid has for a criterion: by the panel's scores, else its members', else those for its parts."""
    panel, members = _scores(case, question, cell)
    own = panel or members
    if own and yard is not None:
        length = yard.top - yard.lowest
        shares = sorted(yard.merit(Fraction(one.score or 0)) for one in own)
        low, high = ((one / yard.top, (one - yard.lowest) / length) for one in (shares[0], shares[-1]))
        return Reached(low, high, tuple(own), bool(panel))
    path = text_of(question.criterion.path)
    if own:
        return Unassessed(own[0].node, f"{path}.scale is not given", (f"{path}.scale",))
    parts = [one for one in _parts(question) if one.is_scored and one.applies_to(cell[1])]
    if not parts:
        reason = f"there is no score of {bid_called(case, cell[0])} for {called(question.criterion)}"
        return Unassessed(question.criterion.node, reason, ("evaluation.consensus",))
    found: list[Reached] = []
    for one in parts:
        reached = _reached(case, one, cell, yard_of(one))
        if isinstance(reached, Unassessed):
            return reached
        found.append(reached)
    return _together(parts, found)


def _together(parts: list[Question], found: list[Reached]) -> Reached:
    """Return what the parts of a group make together; without their weights it lies between the least and the most."""
    weights = [worth(one) for one in parts]
    known = [Fraction(one) for one in weights if one is not None]
    scores = tuple(score for one in found for score in one.scores)
    agreed, weighed = all(one.agreed for one in found), all(one.weighed for one in found)
    lows, highs = [one.low for one in found], [one.high for one in found]
    if len(known) == len(parts) and sum(known) > 0:
        return Reached(_mean(known, lows), _mean(known, highs), scores, agreed, weighed)
    low, high = (
        (pick(one[0] for one in ends), pick(one[1] for one in ends)) for pick, ends in ((min, lows), (max, highs))
    )
    return Reached(low, high, scores, agreed, weighed and low == high)


def _mean(weights: list[Fraction], shares: list[Share]) -> Share:
    """Return the weighted mean of some shares."""
    pairs, whole = list(zip(weights, shares, strict=True)), sum(weights, Fraction(0))
    first, second = (sum((weight * share[way] for weight, share in pairs), Fraction(0)) / whole for way in (0, 1))
    return first, second


def _parts(question: Question) -> list[Question]:
    return [Question(one, (*question.above, question.criterion)) for one in question.criterion.children or ()]


def _with_parts(question: Question) -> list[Question]:
    """Return a question and everything under it."""
    return [question, *(one for part in _parts(question) for one in _with_parts(part))]


def yard_of(question: Question) -> Yard | None:
    """Return the scale of a criterion, or the one that all its parts share; `None` where that is not given or is none."""
    scale = question.scale
    if scale is None or scale.maximum is None:
        shared = {yard_of(one) for one in _parts(question) if one.is_scored}
        return next(iter(shared)) if len(shared) == 1 else None
    lowest, top = scale.minimum or Decimal(0), scale.maximum
    return Yard(Fraction(lowest), Fraction(top), better_is_lower(question)) if top > max(lowest, Decimal(0)) else None


def _unsaid_yard(case: Case, question: Question, minimum: Decimal) -> Yard | None:
    """Return the stretch to a minimum where no scale is given; not where the scores look like those of a shorter scale."""
    lists = (case.once(one).get(question.criterion.id, {}) for one in (_panel, _members))
    given = [one.score for cells in lists for scores in cells.values() for one in scores if one.score is not None]
    if not given or question.scale is not None or minimum > _MARKS >= max(given):
        return None
    return Yard(Fraction(0), Fraction(minimum))


Kept = dict[str | None, dict[Cell, list[Score]]]
"""Scores by criterion and by bid, lot and stage."""


def _panel(case: Case) -> Kept:
    return _kept(case, case.evaluation.consensus)


def _members(case: Case) -> Kept:
    return _kept(case, case.evaluation.individual)


def _kept(case: Case, scores: tuple[Score, ...] | None) -> Kept:
    found: Kept = {}
    for one in counting(scores):
        if one.score is not None and one.criterion is not None:
            cell = (one.bid, lot_of(case, one.bid, one.lot), sitting_of(one))
            found.setdefault(one.criterion, {}).setdefault(cell, []).append(one)
    return found


def _cells(case: Case, question: Question) -> list[Cell]:
    key = question.criterion.id
    return [*case.once(_panel).get(key, {}), *case.once(_members).get(key, {})]


def _scores(case: Case, question: Question, cell: Cell) -> tuple[list[Score], list[Score]]:
    """Return the panel's scores and its members' for a cell."""
    key = question.criterion.id
    return case.once(_panel).get(key, {}).get(cell, []), case.once(_members).get(key, {}).get(cell, [])
