"""Checks of the family `scoring` on what came first: single scores, agreed scores and their reasons, prices, the award."""

from collections.abc import Iterable, Iterator

from fairaudit.checks.base import Found, Hit, Many, Unassessed, check
from fairaudit.checks.moderation.cells import (
    MOST_TOLD,
    Agreed,
    agreed_cells,
    in_brief,
    in_cells,
    pointing_to,
    qualities,
    scorer_of,
)
from fairaudit.checks.moderation.kept_apart import kept_apart
from fairaudit.checks.reasons import unsure
from fairaudit.checks.scoring.evaluation_records import (
    cell_of,
    lot_of,
    maybe,
    no_scores,
    recorded_scores,
    scores_together,
)
from fairaudit.checks.scoring.scores.scoring_times import surely_before
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of as only_lot
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.times.beginnings import before_any_bid, impossible


class ReasonTime(Frozen):
    """Agreed scores, when the first of their reasons is dated, and what happened when that they should follow or precede.

    What was done score by score happened from a first moment to a last.
    """

    number: int
    which_scores: tuple[str, ...] | Many
    dated: When
    step: str
    at: str


_Mistimed = dict[tuple[str, When | None], list[tuple[Score, Node[object], When]]]
"""By what happened, agreed scores whose reasons do not come in order with it, each with where that stands and when it was.

What has one moment for many scores is told apart by it; what one person did score by score is one thing.
"""


def _reason_time(one: Score) -> When | None:
    return one.reason_at or one.at


def _with_reasons(node: Node[Evaluation], case: Case) -> Iterator[Agreed | Unassessed]:
    """Return the agreed scores whose reason has a date; that some have none is said once."""
    if node.value.consensus is None:
        yield Unassessed(node, "evaluation.consensus is not given", ("evaluation.consensus",))
        return
    undated = None
    for cell in agreed_cells(case):
        if not (tells(cell.score.reason) or tells(cell.score.comment)):
            continue
        if _reason_time(cell.score) is None:
            undated = undated or cell.score
        else:
            yield cell
    if undated is not None:
        name = f"{text_of(undated.path)}.reason_at"
        yield Unassessed(undated.node, f"{name} is not given", (name,))


@check
def reasons_follow_scores(node: Node[Evaluation], case: Case) -> Found[ReasonTime]:
    """Flag a reason for an agreed score that is dated before a member of the panel had scored that bid by themselves."""
    if scores_together(node.value):
        return
    silent = None
    found: _Mistimed = {}
    for cell in _with_reasons(node, case):
        if isinstance(cell, Unassessed):
            yield cell
            continue
        dated = _reason_time(cell.score)
        timed = [one for one in cell.own if one.at is not None]
        if len(timed) < len(cell.own) or not cell.own:
            silent = silent or next((one for one in cell.own if one.at is None), cell.score)
        late = next((one for one in timed if dated and one.at and surely_before(case, dated, one.at) is True), None)
        if late is not None and dated is not None and late.at is not None:
            step = f"{scorer_of(case, late)} scored them"
            found.setdefault((step, None), []).append((cell.score, late.field("at"), late.at))
    yield from _mistimed(case, found, "the later score")
    if silent is not None:
        single = silent.path[1] == "individual"
        name = f"{text_of(silent.path)}.at" if single else "evaluation.individual"
        yield Unassessed(silent.node, f"{name} is not given", (name,))


@check
def reasons_precede_award(node: Node[Evaluation], case: Case) -> Found[ReasonTime]:
    """Flag a reason for an agreed score that is dated after the award, or after the bidder was told of its scores."""
    asked = False
    open_: Unassessed | None = None
    found: _Mistimed = {}
    for cell in _with_reasons(node, case):
        if isinstance(cell, Unassessed):
            yield cell
            continue
        dated, one = _reason_time(cell.score), cell.score
        ends = list(_ends(case, one))
        if not ends and not asked:
            asked = True
            name = "awards[0].date" if case.awards else "awards"
            yield Unassessed(one.node, f"{name} is not given", (name,))
        for at, step, when in ends:
            order = surely_before(case, when, dated) if dated is not None else False
            if order is True:
                apart = when if at.path[0] == "awards" else None
                found.setdefault((step, apart), []).append((one, at, when))
                break
            if isinstance(order, str):
                open_ = open_ or untold(order, one.field("reason_at" if one.reason_at else "at"), at)
    yield from _mistimed(case, found, "what came before it")
    if open_ is not None:
        yield open_


def untold(why: str, at: Node[object], other: Node[object]) -> Unassessed:
    """Return that nobody can tell which of two moments came first: they are on one day, or a time zone is not given."""
    first, second = text_of(at.path), text_of(other.path)
    if why == "time zone":
        reason = f"whether {first} is before {second} hangs on a time zone that is not given"
        return Unassessed(at, reason, ("tender.time_zone",))
    reason = f"{first} and {second} are on the same day, and which came first is not recorded"
    return Unassessed(at, reason, tuple(text_of(one.path) for one in (other, at)))


def _mistimed(case: Case, found: _Mistimed, what: str) -> Iterator[Hit[ReasonTime]]:
    """Yield a finding for everything that reasons should have followed or preceded, with all of them."""
    for (step, _), kept in found.items():
        scores = [one for one, _, _ in kept]
        dated, _ = _span(case, filter(None, map(_reason_time, scores)))
        first, last = _span(case, (when for _, _, when in kept))
        if dated is None or first is None or last is None:
            continue
        at = first.in_words() if last == first else f"{first.in_words()} to {last.in_words()}"
        facts = ReasonTime(len(scores), in_brief(scores), dated, step, at)
        rest = tuple((_reason_of(one), "a further reason") for one in scores[1:MOST_TOLD])
        yield Hit(_reason_of(scores[0]), facts, ((kept[0][1], what), *rest), key=cell_of(scores[0]))


def _span(case: Case, moments: Iterable[When]) -> tuple[When | None, When | None]:
    """Return the first and the last of some moments."""
    first: When | None = None
    last: When | None = None
    for when in moments:
        first = when if first is None or case.clock.before(when, first) else first
        last = when if last is None or case.clock.before(last, when) else last
    return first, last


def _reason_of(score: Score) -> Node[object]:
    return score.field("reason" if score.reason else "comment")


def _ends(case: Case, score: Score) -> Iterator[tuple[Node[object], str, When]]:
    """Return after what a reason comes too late: the award of the lot, and what the bidder was told."""
    yield from award_dates(case, lot_of(case, score.bid, score.lot))
    yield from case.once(_sent).get(score.bid, ())


_End = tuple[Node[object], str, When]
_Ends = dict[str | None, tuple[_End, ...]]


def award_dates(case: Case, lot: str | None) -> tuple[_End, ...]:
    """Return when the awards of a lot that stand were decided, each with where that stands and in words."""
    found = case.once(_awarded)
    return (*found.get(lot, ()), *(found.get(None, ()) if lot is not None else ()))


def _awarded(case: Case) -> _Ends:
    found: _Ends = {}
    for one in case.awards:
        if one.date is not None and one.status not in ("cancelled", "unsuccessful"):
            lot = only_lot(case, one.lot)
            found[lot] = (*found.get(lot, ()), (one.field("date"), "the award was decided", one.date))
    return found


def _sent(case: Case) -> _Ends:
    found: _Ends = {}
    for one in case.evaluation.summaries or ():
        if one.sent is not None:
            found[one.bid] = (*found.get(one.bid, ()), (one.field("sent"), "the bidder was told its scores", one.sent))
    return found


class AfterPrices(Frozen):
    """Who gave quality scores after the prices were opened, how many, when first, and for what."""

    who: str
    number: int
    dated: When
    prices_opened: When
    which_scores: tuple[str, ...]


@check
def scores_precede_prices(node: Node[Evaluation], case: Case) -> Found[AfterPrices]:
    """Flag quality scores that are dated after the prices were opened, where prices were kept apart from quality.

    They were where the documents promise it, or where both were opened on two days, or with scores between. Where one session
    is possible it is a question; where both were opened in one, nothing was kept apart and nothing can be judged. Prices that
    were opened before quality were known to everybody who scored it.
    """
    if nothing := no_scores(node):
        yield nothing
        return
    opened = node.value.opened
    price = opened.price if opened else None
    if opened is None or price is None:
        yield Unassessed(node, "evaluation.opened.price is not given", ("evaluation.opened.price",))
        return
    if impossible(case, "price"):
        yield unsure(opened.field("price"), before_any_bid())
        return
    scores = list(recorded_scores(node.value))
    quality = case.once(qualities)
    dated = [one.at for _, one in scores if one.at is not None and quality[one.criterion]]
    late, open_ = _after(case, scores, price)
    apart = kept_apart(node, case, opened, price, dated) if late else True
    if isinstance(apart, Unassessed):
        yield apart
        return
    yield from open_
    for ones in late.values():
        first = ones[0]
        when = next(one.at for one in ones if one.at is not None)
        facts = AfterPrices(scorer_of(case, first), len(ones), when, price, in_cells(ones))
        key = "|".join((first.path[1] if isinstance(first.path[1], str) else "", first.evaluator or ""))
        yield Hit(
            first.field("at"), facts, pointing_to(ones, "scored after the prices were opened"), maybe(not apart), key
        )


def _after(
    case: Case, scores: Iterable[tuple[str, Score]], price: When
) -> tuple[dict[tuple[str, str | None], list[Score]], list[Unassessed]]:
    """Return by who gave them the quality scores after a moment, and once each why others cannot be placed."""
    late: dict[tuple[str, str | None], list[Score]] = {}
    undated: list[Score] = []
    same_day: list[Score] = []
    order: dict[When, bool | str] = {}
    quality = case.once(qualities)
    for name, one in scores:
        if one.score is None or not quality[one.criterion]:
            continue
        if one.at is None:
            undated.append(one)
            continue
        if one.at not in order:
            order[one.at] = surely_before(case, price, one.at)
        if order[one.at] is True:
            late.setdefault((name, one.evaluator), []).append(one)
        elif order[one.at]:
            same_day.append(one)
    found = []
    for kept, what in ((undated, "have no date"), (same_day, "are of the day on which prices were opened")):
        if kept:
            names = (f"{text_of(kept[0].path)}.at",)
            reason = f"{len(kept)} of the quality scores {what}, the first is {names[0]}"
            found.append(Unassessed(kept[0].node, reason, names))
    return late, found


class ScoredAfter(Frozen):
    """Whose own scores are dated after the panel had agreed, how many, and for what."""

    who: str
    number: int
    which_scores: tuple[str, ...]


@check
def single_scores_precede_agreement(node: Node[Evaluation], case: Case) -> Found[ScoredAfter]:
    """Flag scores of single members that are dated after the panel's agreed score for the same bid and criterion.

    Where only the panel together scores (`evaluation.method: consensus-only`) the sheets may well be filled in afterwards.
    """
    if node.value.method == "consensus-only":
        return
    for name in ("individual", "consensus"):
        if getattr(node.value, name) is None:
            yield Unassessed(node, f"evaluation.{name} is not given", (f"evaluation.{name}",))
            return
    late: dict[str | None, list[Score]] = {}
    undated: Score | None = None
    for cell in agreed_cells(case):
        for one in cell.own:
            if one.at is None or cell.score.at is None:
                undated = undated or (one if one.at is None else cell.score)
            elif one.at != cell.score.at and surely_before(case, cell.score.at, one.at) is True:
                late.setdefault(one.evaluator, []).append(one)
    if undated is not None:
        name = f"{text_of(undated.path)}.at"
        yield Unassessed(undated.node, f"{name} is not given", (name,))
    for evaluator, scores in late.items():
        facts = ScoredAfter(scorer_of(case, scores[0]), len(scores), in_cells(scores))
        related = pointing_to(scores, "dated after the panel agreed")
        yield Hit(scores[0].field("at"), facts, related, key=evaluator or "")
