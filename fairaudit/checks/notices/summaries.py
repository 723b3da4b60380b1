"""Checks of what suppliers are told about the assessment: everybody whose tender counted, at once, and what the record says."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from fairaudit.analysis.formulas import half_unit
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.notices.replaced_letters import asked_where_replaced
from fairaudit.checks.notices.told_units import not_as_recorded, told_in_per_cent
from fairaudit.checks.reasons import lacking
from fairaudit.checks.scoring.criteria.labels import meant_by
from fairaudit.checks.scoring.criteria.tree import Question, called_by_id, question_with, questions
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, maybe, plain
from fairaudit.frozen import Frozen
from fairaudit.law.moments import day_of
from fairaudit.procurement.bidders.rivals import admitted, name_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Rank, Score, Summary, Total
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.wanted import in_list


class Untold(Frozen):
    """Whose tender was assessed and who was told nothing."""

    bidder: str


@check
def summary_missing(node: Node[Bid], case: Case) -> Found[Untold]:
    """Flag an assessed tender without a summary once an award is recorded; a tender that was disregarded gets none."""
    bid = node.value
    assessed = admitted(case, bid)
    if not case.gives("awards"):
        yield Unassessed(node, "awards is not given", ("awards",))
        return
    if assessed is False or not case.awards:
        return
    if assessed is None:
        yield lacking(bid.field("status"))
        return
    if bid.id is not None and bid.id in case.once(_told):
        return
    if case.holds_all("evaluation.summaries") and bid.id is not None:
        yield Hit(node, Untold(name_of(case, bid)))
    else:
        yield Unassessed(
            node,
            f"completeness of summaries: none for {name_of(case, bid)} is given",
            ("completeness of evaluation.summaries",),
        )


def _told(case: Case) -> frozenset[str]:
    return frozenset(one.bid for one in case.evaluation.summaries or () if one.bid)


class Apart(Frozen):
    """The first and the last day on which summaries were sent, and to whom last."""

    first: date
    last: date
    bid: str
    difference: timedelta


@check
def summaries_apart(node: Node[Evaluation], case: Case) -> Found[Apart]:
    """Flag summaries for one lot that were not all sent on the same day."""
    found: dict[str | None, list[tuple[date, Summary]]] = {}
    for one in node.value.summaries or ():
        day = day_of(case, one.sent) if one.sent else None
        if day is None:
            yield lacking(one.field("sent"))
        else:
            found.setdefault(lot_of(case, one.bid, None), []).append((day, one))
    if node.value.summaries is None:
        yield lacking(node.value.field("summaries"))
    for lot, sent in found.items():
        first, last = (pick(sent, key=lambda pair: pair[0]) for pick in (min, max))
        if last[0] > first[0]:
            facts = Apart(first[0], last[0], bid_called(case, last[1].bid), last[0] - first[0])
            yield Hit(last[1].field("sent"), facts, ((first[1].field("sent"), "the first"),), key=lot or "")


class Told(Frozen):
    """The figure a supplier was told for a criterion, the total or the rank, and the one that is recorded."""

    bid: str
    criterion: str
    told: Decimal
    recorded: Decimal | str


@check
def summary_differs(node: Node[Summary], case: Case) -> Found[Told]:
    """Flag a score, a total or a place in a summary that is not the one recorded; what is only rounded is no other.

    A letter may tell scores as they were given, in weighted points or in per cent of their scale; figures that fit the record
    in another unit than the rest of their letter are a question. So is a figure for a price beside the recorded points, unless
    it is these in per cent of their weight and the whole letter is in per cent; and a total with places cut off. A label may be
    a criterion's id or its name, or have more around them. What stands in a letter that a later one replaces, by its words or
    with the right figure, is a question.
    """
    yield from asked_where_replaced(
        case, node.value, lambda one: _differences(Node(one.path, one), case), lambda one: _keys_of_figures(case, one)
    )


def _keys_of_figures(case: Case, one: Summary) -> set[str]:
    figures = {name for name, figure in (("total", one.total), ("rank", one.rank)) if figure is not None}
    return figures | {each.criterion for each in _figures(case, one)}


def _differences(node: Node[Summary], case: Case) -> Found[Told]:
    one = node.value
    if one.bid is None or (one.scores is None and one.total is None and one.rank is None):
        yield lacking(one.field("scores" if one.bid else "bid"))
        return
    if one.text is not None and one.scores is None:
        field = one.field("scores")
        reason = "the letter has a text, whose figures are not compared here, and its scores are not given"
        yield Unassessed(one.field("text"), reason, (text_of(field.path),))
    yield from _scores_told(case, node, one)
    bid = bid_called(case, one.bid)
    for name, section, told, recorded in (
        ("total", "totals", one.total, _of_bid(case.evaluation.totals, case, one)),
        ("rank", "ranking", one.rank, _of_bid(case.evaluation.ranking, case, one)),
    ):
        if told is None:
            continue
        figures = [found for each in recorded if (found := getattr(each, name)) is not None]
        if not figures and name == "total" and (other := _worked_out(case, one)):
            facts = Told(
                bid, "the total", Decimal(told), f"{plain(other)}, worked out from its scores, price and formula"
            )
            yield Hit(one.field(name), facts, confidence="possible", key=name)
        elif not figures:
            yield Unassessed(node, f"the recorded {name} is not given", (f"evaluation.{section}",))
        elif not any(is_same(Decimal(told), Decimal(each)) for each in figures):
            facts = Told(bid, f"the {name}", Decimal(told), Decimal(figures[-1]))
            cut = any(_is_cut(Decimal(told), Decimal(each)) for each in figures)
            yield Hit(one.field(name), facts, ((recorded[-1].field(name), "the record"),), maybe(cut), name)


def _worked_out(case: Case, one: Summary) -> Decimal | None:
    # Imported here: few letters tell a total of which there is no record.
    from fairaudit.checks.notices.worked_out_total import worked_out_instead

    lot = lot_of(case, one.bid, one.lot)
    return worked_out_instead(case, lot, one.bid, one.total) if one.total is not None else None


class _Figure(Frozen):
    """A figure of a letter, under which label, the id of the criterion that it means, and whether that is sure."""

    label: str
    criterion: str
    sure: bool
    told: Decimal


def _scores_told(case: Case, node: Node[Summary], one: Summary) -> Found[Told]:
    recorded = case.once(_recorded)
    figures = _figures(case, one)
    scores = {each.criterion: each.told for each in figures}
    known = {criterion: _values(recorded.get((one.bid or "", criterion), [])) for criterion in scores}
    wrong = not_as_recorded(case, scores, known)
    for label, criterion, sure, told in figures:
        values = known[criterion]
        question = question_with(case, criterion)
        at: Node[object] = Node((*one.path, "scores", label), told)
        if case.tender.award_criteria is not None and not meant_by(case, label).questions and not values:
            continue  # What is not published is scored by the letter alone, which is another rule's matter.
        if not values and question and question.is_price:
            yield from _price_told(case, one, question, at, scores, known)
        elif case.evaluation.consensus is None:
            yield lacking(Node(("evaluation", "consensus"), None))
            return
        elif not values:
            lacks = in_list(case, "evaluation.consensus", f"criterion {criterion}, bid {one.bid}")
            yield Unassessed(node, "the panel's score is not given", (lacks,))
        elif criterion in wrong:
            facts = Told(bid_called(case, one.bid), called_by_id(case, criterion), told, wrong[criterion].recorded)
            last = recorded[one.bid or "", criterion][-1].field("score")
            asks = wrong[criterion].fits_another_unit or not sure
            yield Hit(at, facts, ((last, "the recorded score"),), maybe(asks), criterion)


def _figures(case: Case, one: Summary) -> list[_Figure]:
    """Return the figures of a letter by the ids of the criteria that its labels mean in its lot, each id once."""
    scores, lot = one.scores or {}, lot_of(case, one.bid, one.lot)
    own = {criterion for bid, criterion in case.once(_recorded) if bid == one.bid}
    found: dict[str, _Figure] = {}
    for label, told in scores.items():
        meant = meant_by(case, label)
        ids = {each.criterion.id for each in meant.questions if each.criterion.id and each.applies_to(lot)}
        criterion = label if label in own or len(ids) != 1 else ids.pop()
        if criterion != label and (criterion in scores or criterion in found):
            criterion = label
        found[criterion] = _Figure(label, criterion, meant.sure, told)
    return list(found.values())


def _values(scores: list[Score]) -> list[Decimal]:
    return [score.score for score in scores if score.score is not None]


def _price_told(
    case: Case,
    one: Summary,
    question: Question,
    at: Node[object],
    scores: Mapping[str, Decimal],
    known: Mapping[str, list[Decimal]],
) -> Iterator[Hit[Told]]:
    """Ask about points for the price that are not those recorded; what several parts of a price have is not recorded."""
    criterion = question.criterion.id or ""
    told = scores[criterion]
    if sum(each.is_price and each.is_scored for each in questions(case)) != 1:
        return
    recorded = [each for each in _of_bid(case.evaluation.totals, case, one) if each.price is not None]
    points = [each.price for each in recorded if each.price is not None]
    fits = (is_same(told, each) or told_in_per_cent(case, question, scores, known, each) for each in points)
    if recorded and not any(fits):
        last = recorded[-1]
        facts = Told(bid_called(case, one.bid), called_by_id(case, criterion), told, points[-1])
        yield Hit(at, facts, ((last.field("price"), "the recorded points"),), "possible", criterion)


def is_same(told: Decimal, recorded: Decimal) -> bool:
    """Whether two figures are the same but for the rounding of either."""
    return abs(Fraction(told) - Fraction(recorded)) <= max(half_unit(told), half_unit(recorded))


def _is_cut(told: Decimal, recorded: Decimal) -> bool:
    """Whether a figure is the recorded one with places left off, neither rounded nor another."""
    return half_unit(told) > half_unit(recorded) and 0 <= Fraction(recorded) - Fraction(told) < 2 * half_unit(told)


_OfBid = TypeVar("_OfBid", Total, Rank)


def _of_bid(records: tuple[_OfBid, ...] | None, case: Case, one: Summary) -> list[_OfBid]:
    """Return the records about the bid that a summary is about, of its lot."""
    lot = lot_of(case, one.bid, one.lot)
    return [each for each in records or () if each.bid == one.bid and lot_of(case, each.bid, each.lot) == lot]


def _recorded(case: Case) -> dict[tuple[str, str], list[Score]]:
    found: dict[tuple[str, str], list[Score]] = {}
    for one in case.evaluation.consensus or ():
        if one.bid and one.criterion:
            found.setdefault((one.bid, one.criterion), []).append(one)
    return found


class Bare(Frozen):
    """A score without a word about it."""

    bid: str
    criterion: str


@check
def score_unexplained(node: Node[Score], case: Case) -> Found[Bare]:
    """Flag a score of the panel without a reason or comment; prices that a formula scores, and pass or fail, need none."""
    one = node.value
    question = question_with(case, one.criterion)
    if tells(one.reason) or tells(one.comment) or (question and (question.is_price or not question.is_scored)):
        return
    if case.holds_all("evaluation.consensus"):
        facts = Bare(bid_called(case, one.bid), called_by_id(case, one.criterion))
        yield Hit(node, facts, key=f"{one.bid}|{one.criterion}")
    else:
        name = text_of((*one.path, "reason"))
        yield Unassessed(node, f"{name} is not given, and `complete` does not name evaluation.consensus", (name,))
