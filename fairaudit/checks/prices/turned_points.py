"""The check of points for price that rise with the price, which needs no formula: few formulas give a dearer bid more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from fairaudit.analysis.formulas import FormulaError, half_unit, never_more_for_a_dearer, price_points
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.award.ways import speaks_of_the_highest
from fairaudit.checks.base import Found, Hit, Tabled, Unassessed, Verb, check
from fairaudit.checks.measurement import Measurement
from fairaudit.checks.prices.formula_fit import Fitted, recorded_fits
from fairaudit.checks.prices.price_record import Record
from fairaudit.checks.scoring.compared.out_elsewhere import out_elsewhere
from fairaudit.checks.scoring.compared.prices import adjusted, prices_of
from fairaudit.checks.scoring.compared.tax_basis import tax_basis
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_with, plain
from fairaudit.checks.scoring.totals.criterion_words import with_published_words
from fairaudit.checks.scoring.totals.totals import wrong_figures
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.evaluation import Evaluation, Total
from fairaudit.procurement.model.node import Node, text_of

_PAID_TO_THE_BUYER = late_pattern(
    r"\b(?:rents?|rentals?|royalt(?:y|ies)|concession\w*|income|revenues?|proceeds|discounts?|rebates?)\b",
    re.IGNORECASE,
)


_UNEXPLAINED = Verb("no formula is published that would give a dearer bid more")

_Pointed = tuple[Total, Decimal]
"""A total and its recorded points for price."""


class Turned(Frozen):
    """The dearer bid whose points for price are furthest above a cheaper one's, both bids' points, and which contest it is.

    `because`: why that is asked about, or is wrong whatever else was offered.
    """

    dearer: str
    points_of_the_dearer: str
    cheaper: str
    points_of_the_cheaper: str
    where: str
    because: Verb = _UNEXPLAINED
    unread_words: Verb = Verb("")


@check
def dearer_prices_earn_no_more(node: Node[Evaluation], case: Case) -> Found[Turned]:
    """Flag a dearer bid with more points than a cheaper one, by its formula; ask where none is published to explain it.

    Formulas that give a dearer bid more, such as by nearness to the mean price, are published where they are meant; of one that
    is not known nobody can tell. Points that are wrong by the published formula are found each for itself, where that is sure;
    where a bid that is not given may account for each of them, none accounts for their order, if the formula measures by the
    lowest price. Where the price may be what bidders pay the buyer, nothing is asked.
    """
    found = case.once(recorded_fits)
    if not found:
        yield Unassessed(node, "no points for price are recorded", ("evaluation.totals",))
    for record, one in found:
        if record is None and isinstance(one, Unassessed):
            yield one
        elif record is not None and not _reproduced(one):
            yield from _asked(case, record)


def _reproduced(told: Hit[Fitted] | Unassessed | Tabled) -> bool:
    """Whether the published formula gives all points of a record."""
    return isinstance(told, Tabled) and isinstance(told.table, Measurement) and told.table.kind == "reproduced"


def _asked(case: Case, record: Record) -> Iterator[Hit[Turned] | Unassessed]:
    turned = list(_turned(record, _put_at_nothing(case, record)))
    if not turned:
        return
    (dearer, more), (cheaper, fewer) = max(turned, key=lambda each: each[0][1] - each[1][1])
    bids = [bid_with(case, one.bid) for one in (dearer, cheaper)]
    if not all(tax_basis(case, record.lot, one.round).sure for one in bids if one is not None):
        reason = (
            "whether prices are compared with tax or without is not said, so that nobody can tell which bid is cheaper"
        )
        yield Unassessed(
            case.evaluation.node, reason, ("tender.award_method (prices are compared with VAT, or without)",)
        )
        return
    if told := _unexplained(case, record, turned, (dearer, cheaper)):
        yield told
        return
    if words := _where_bidders_may_pay(case, record):
        yield Unassessed(
            case.evaluation.node, "the price may be what bidders pay, so that a higher one earns more", words
        )
        return
    facts = Turned(bid_called(case, dearer.bid), plain(more), bid_called(case, cheaper.bid), plain(fewer), record.where)
    related = ((cheaper.field("price"), "the points of a cheaper bid"),)
    proved = _proved(case, record, turned)
    if not proved or record.formula is None:
        yield Hit(dearer.field("price"), facts, related, "possible", key=record.where)
        return
    (dearer, more), (cheaper, fewer) = proved
    never = f"{record.formula.name}, which is published, gives a dearer bid no more, whatever other prices there were"
    facts = Turned(bid_called(case, dearer.bid), plain(more), bid_called(case, cheaper.bid), plain(fewer), record.where)
    related = ((cheaper.field("price"), "the points of a cheaper bid"),)
    hit = Hit(dearer.field("price"), facts._replace(because=Verb(never)), related, key=record.where)
    yield with_published_words(case, hit, record.lot, price=True)


def _put_at_nothing(case: Case, record: Record) -> frozenset[str | None]:
    """Return the bids with no points for price that records may put out: nothing is a usual way to write that."""
    bare = (one for one, _, said in record.pairs if said == 0)
    return frozenset(one.bid for one in bare if out_elsewhere(case, one.bid, record.lot))


def _turned(record: Record, out: frozenset[str | None]) -> Iterator[tuple[_Pointed, _Pointed]]:
    """Yield each bid that has more points than some cheaper one, beside the cheaper one with the fewest."""
    fewest: _Pointed | None = None
    pairs = [one for one in record.pairs if one[0].bid not in out]
    for _, group in groupby(sorted(pairs, key=lambda pair: pair[1]), key=lambda pair: pair[1]):
        alike = [(total, said) for total, _, said in group]
        yield from ((one, fewest) for one in alike if fewest is not None and one[1] > fewest[1])
        fewest = min((*alike, *([fewest] if fewest else [])), key=lambda one: one[1])


def _unexplained(
    case: Case, record: Record, turned: list[tuple[_Pointed, _Pointed]], furthest: tuple[Total, Total]
) -> Unassessed | None:
    """Return why nothing is asked: the published formula has no answer that is known, or each figure is found for itself."""
    formula = record.formula
    if formula is None or formula.name is None:
        return None
    names = (bid_called(case, one.bid) for one in furthest)
    told = f"{' has more points for its price than '.join(names)}, which is cheaper, {record.where}"
    try:
        price_points(formula.name, record.pairs[0][1], record.sets[0], record.weight, formula.parameters)
    except FormulaError as error:
        name = f"{text_of(formula.path)}.{error.field or 'name'}"
        return Unassessed(formula.node, f"{told}, and {error}", (name,), seen=True)
    keys = {f"{one.bid}|{record.part}" for pair in turned for one, _ in pair}
    wrong = [one for one in wrong_figures(case, record.lot) if one.key in keys]
    if wrong and (any(one.confidence != "possible" for one in wrong) or not _proved(case, record, turned)):
        return Unassessed(
            furthest[0].field(record.part), f"{told}; which points are wrong by {formula.name} is found for each bid"
        )
    return None


def _proved(case: Case, record: Record, turned: list[tuple[_Pointed, _Pointed]]) -> tuple[_Pointed, _Pointed] | None:
    """Return the two bids furthest apart whose order contradicts the published formula, whatever further bids there were.

    None where prices were adjusted, where it is open which price of a bid counts, or where roundings may turn the order.
    """
    formula = record.formula
    if formula is None or formula.name is None or case.once(adjusted):
        return None
    try:
        if not never_more_for_a_dearer(formula.name) or not _falls(record, formula):
            return None
    except FormulaError:
        return None
    apart = [
        (one, other)
        for one, other in turned
        if one[1] - other[1] > half_unit(one[1]) + half_unit(other[1])
        and _in_one_round(case, (one, other))
        and all(_own(case, record, each) for each in (one, other))
    ]
    return max(apart, key=lambda each: each[0][1] - each[1][1], default=None)


def _falls(record: Record, formula: Formula) -> bool:
    """Whether the formula, by its published parameters, gives the recorded prices fewer points the dearer they are."""
    prices = sorted({price for _, price, _ in record.pairs})
    got = [
        [price_points(formula.name or "", one, some, record.weight, formula.parameters) for one in prices]
        for some in record.sets
    ]
    return all(each == sorted(each, reverse=True) for each in got)


def _in_one_round(case: Case, pair: tuple[_Pointed, _Pointed]) -> bool:
    return len({bid.round for total, _ in pair if (bid := bid_with(case, total.bid)) is not None}) == 1


def _own(case: Case, record: Record, of: _Pointed) -> bool:
    """Whether it is sure which price of a bid counts."""
    prices = prices_of(case, of[0], record.lot)
    return not isinstance(prices, Unassessed) and prices.but_for_others


def _where_bidders_may_pay(case: Case, record: Record) -> tuple[str, ...]:
    """Return the fields whose words speak of a highest price, of rent, of a discount or the like."""
    tender = case.tender
    said = [
        (tender.award_method, "tender.award_method"),
        (tender.title, "tender.title"),
        (tender.description, "tender.description"),
    ]
    for question, _ in weights_in_full(case, record.lot) or ():
        if question.is_price:
            path = text_of(question.criterion.path)
            said += [(question.criterion.name, f"{path}.name"), (question.criterion.text, f"{path}.text")]
    return tuple(
        name for text, name in said if text and (_PAID_TO_THE_BUYER.search(text) or speaks_of_the_highest(text))
    )
