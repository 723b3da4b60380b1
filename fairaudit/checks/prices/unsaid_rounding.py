"""The check of the family `scoring` on points for price that were rounded though no rounding is published."""

from collections.abc import Iterator
from fractions import Fraction

from fairaudit.analysis.text.scores.rounding import said_rounding
from fairaudit.checks.base import Clause, Either, Found, Hit, Tabled, Unassessed, Verb, check
from fairaudit.checks.prices.another_formula import price_fits, unknown_formula
from fairaudit.checks.prices.fit_search import exact_by, rounded_fits
from fairaudit.checks.prices.fit_words import listed, rounding_called
from fairaudit.checks.prices.formula_fit import Fitted
from fairaudit.checks.prices.price_record import RECORDED, Record
from fairaudit.checks.prices.rounded_alike import (
    Rounding,
    both_totals,
    exact_points,
    same_order,
    shown_rounding,
    unsaid_rounding,
)
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.checks.scoring.sheets.published_average import texts_on_the_award
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node, text_of


class Unsaid(Frozen):
    """How many points for price are recorded, where, by which formula, how they were rounded, and what follows of it.

    `order` says what becomes of the order of the totals, and of the bid that comes first, without the rounding; `published_words`
    which rounding the documents say, where they say any.
    """

    recorded_points: int
    where: str
    formula: Either
    rounding: Verb
    source: Verb
    unpublished: Verb
    order: Clause
    published_words: Verb = Verb("no rounding of them was found in what is published")


@check
def price_points_rounded_as_published(node: Node[Evaluation], case: Case) -> Found[Unsaid]:
    """Ask about points for price that the published formula gives once all are rounded, where no rounding is published.

    Points that do not follow as they are written are asked about only where the rounding leaves the order of the totals as it
    is; else they are another check's business. Where no formula is published the ones stand in that give whole points.
    """
    found = price_fits(case)
    if not found:
        yield Unassessed(node, "no points for price are recorded", ("evaluation.totals",))
    for record, one in found:
        if isinstance(one, Unassessed) or record is None:
            yield from (one,) if isinstance(one, Unassessed) else ()
        elif record.formula is None or record.formula.name is None:
            yield from _unpublished(case, record, one)
        elif not (rounding := _rounding(record, one)):
            continue
        elif record.formula.rounding is not None:
            reason = f"a rounding is declared {record.where}, and not to how many places"
            yield Unassessed(record.formula.node, reason, (f"{text_of(record.formula.path)}.rounding.places",))
        else:
            order = _order(case, record, [exact_points(record, rounding)])
            hit = _hit(record, Either((record.formula.name,)), rounding, order)
            said = " or ".join(rounding_called(*one) for one in record.said)
            words = Verb(f"the documents say that they are {said}") if said else hit.facts.published_words
            yield hit._replace(facts=hit.facts._replace(published_words=words))


def _hit(record: Record, formula: Either, rounding: Rounding, order: str, unpublished: str = "") -> Hit[Unsaid]:
    called = Verb(rounding_called(*rounding))
    facts = Unsaid(
        len(record.pairs), record.where, formula, called, record.source, Verb(unpublished), Clause(order)
    )  # fmt: skip
    return Hit(record.pairs[0][0].field(record.part), facts, (), "possible", record.where)


def _rounding(record: Record, one: Hit[Fitted] | Tabled) -> Rounding | None:
    """Return how points were rounded without saying so; where they follow as they are written, the totals must show it.

    Words outside the method of award that say a rounding publish none to fewer places.
    """
    if isinstance(one, Hit):
        return unsaid_rounding(record)
    shown = shown_rounding(record, record.source == RECORDED)
    return None if shown and any(places <= shown[0] for places, _ in record.said) else shown


def _unpublished(
    case: Case, record: Record, one: Hit[Fitted] | Tabled
) -> Iterator[Hit[Unsaid] | Unassessed]:  # fmt: skip
    """Yield what is to be said where no formula is published by name, and so none can tell that nothing was rounded."""
    declared = record.formula is not None and record.formula.rounding is not None
    said = declared or record.halves or any(said_rounding(text, "price") for text in texts_on_the_award(case))
    fits = () if said else rounded_fits(case, record)
    if fits:
        order = _order(case, record, [exact_by(record, fit) for fit in fits])
        rounding = (0, fits[0].mode, fits[0].parts)
        named = listed(tuple(fit._replace(places=None) for fit in fits))
        yield _hit(record, named, rounding, order, ", though no formula is published by name,")
    elif isinstance(one, Tabled):
        yield from unknown_formula(case, record, one)


def _order(case: Case, record: Record, ways: list[list[Fraction]]) -> str:
    """Return in words what the order of the totals is without the rounding, where every formula that fits says the same."""
    told = {_told(case, record, exact) for exact in ways}
    unknown = "Whether the order of the totals is the same without it cannot be told from what is recorded"
    return (told.pop() if len(told) == 1 else None) or unknown


def _told(case: Case, record: Record, exact: list[Fraction]) -> str | None:
    both = both_totals(record, exact) if exact else None
    if both is None:
        return None
    if same_order(*both):
        return "The order of the totals is the same without it"
    with_it, without = (_first(case, record, one) for one in both)
    if with_it != without:
        return f"Without it {without} would come first, with it {with_it}"
    return f"Without it the order of the totals is another, and {with_it} comes first all the same"


def _first(case: Case, record: Record, totals: list[Fraction]) -> str:
    """Return the bid with the highest of some totals, or those that share it, as people call them."""
    best = max(totals)
    rows = zip(record.pairs, totals, strict=True)
    return " and ".join(bid_called(case, total.bid) for (total, _, _), one in rows if one == best)
