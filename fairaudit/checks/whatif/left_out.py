"""What would have happened without each evaluator, each criterion, and each bid that is not first or is out."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.checks.base import Hit, Many, Nothing, Tabled, Unassessed, check
from fairaudit.checks.contest.figures import brief
from fairaudit.checks.contest.record import Field, fields
from fairaudit.checks.measurement import Measurement
from fairaudit.checks.whatif.scenarios import family
from fairaudit.checks.whatif.telling import letters, some, together, told, told_as, told_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import bidder_letter

_LEAST_SIMULATED = 3
"""Panels of fewer evaluators or bids were not simulated."""


class Baseline(Frozen):
    """In how many of a hundred simulated fair panels, and of what size, leaving out some one evaluator changes who leads."""

    contest: str
    simulated: str
    baseline: Decimal


class Spoilt(Frozen):
    """The price of a further bid that would carry another bidder past the first, and the lowest price there is."""

    contest: str
    first: str
    other: str
    price: Decimal
    lowest: Decimal
    per_cent: Decimal


class Apart(Frozen):
    """Bids that are out and that, by the record, were not compared with."""

    contest: str
    bids: tuple[str, ...] | Many


@check
def first_without_each_evaluator(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show who would come first without each evaluator, by the average of the others, and how often fair panels change."""
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
        elif field.by_other_than_means and (found := family(case, field, "evaluator")) is not None:
            yield from told_as(node, case, field, found, "averaged-")
        else:
            yield from told_of(node, case, field, "evaluator")
    for field in fields(case):
        if isinstance(field, Field) and family(case, field, "evaluator") is not None:
            yield from _baseline(node, case, field)


def _baseline(node: Node[Evaluation], case: Case, field: Field) -> Iterator[Tabled]:
    """Yield in how many simulated fair panels of a lot's size the lead hangs on one evaluator, where such were simulated."""
    from fairaudit.analysis.panels.residuals import even_criteria, expected
    from fairaudit.checks.panels.sheets import sheets
    from fairaudit.checks.panels.tables import decimal_of

    sheet = next((one for one in sheets(case) if one.lot == field.lot), None)
    weights = [one for one in sheet.weights or () if one] if sheet else []
    if sheet is None or not weights or min(len(sheet.people), len(sheet.bids)) < _LEAST_SIMULATED:
        return
    found = expected(len(sheet.people), len(sheet.bids), even_criteria(weights))
    criteria = "one criterion" if found.criteria == 1 else f"{found.criteria} criteria of equal weight"
    is_other = (found.evaluators, found.bidders) != (len(sheet.people), len(sheet.bids))
    near = " (the nearest size that was simulated)" if is_other else ""
    panel = f"{found.evaluators} evaluators, {found.bidders} bids and {criteria}{near}"
    facts = Baseline(field.called, panel, decimal_of(found.without_one * 100, 0))
    yield Tabled(node, Measurement("fair-panels", facts))


@check
def first_without_each_criterion(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show who would come first without each criterion, the other weights standing in for the whole."""
    yield from told(node, case, "criterion")


@check
def first_without_each_bid(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show who would come first without each bid that is not first, and how cheap a further bid would have to be to matter.

    A bid that is out is left out where its price was compared with all the same.
    """
    yield from told(node, case, "bid")
    for field in fields(case):
        if isinstance(field, Field) and field.contest.pricing is not None:
            yield from _without_those_out(node, case, field)
            yield from _spoilt(node, case, field)


def _without_those_out(node: Node[Evaluation], case: Case, field: Field) -> Iterator[Tabled]:
    """Yield who comes first without the price of each bid that is out, or which of them it is that nobody compared with."""
    found = family(case, field, "bid-out")
    if found is not None:
        yield from told_as(node, case, field, found, "out-")
    apart = [one.bid.id or "" for one in field.out if not one.counted]
    if apart:
        yield Tabled(node, Measurement("out-apart", Apart(field.called, some(letters(case, apart)))))


def _spoilt(node: Node[Evaluation], case: Case, field: Field) -> Iterator[Tabled]:
    """Yield the closed form, which holds for lowest price ÷ price without rounding or a limit."""
    from fairaudit.analysis.contest.offers import prices, quality_points, standing
    from fairaudit.analysis.contest.spoiler import spoilers
    from fairaudit.analysis.formulas import formula_named

    contest, formula = field.contest, field.formula
    stands = standing(contest)
    if formula is None or len(stands.first) > 1 or len(stands.names) < 2:
        return
    if formula_named(formula.name or "").name != "lowest-price-ratio" or formula.parameters or formula.rounding:
        return
    own = prices(contest)
    lead = stands.ranks.index(1)
    found = spoilers(stands.names, own, quality_points(contest), contest.price_weight, lead)
    lowest = min((*own, *contest.beside))
    near = next((one for one in found if one.price < lowest), None)
    facts = Spoilt(
        field.called,
        together(case, stands.first),
        bidder_letter(case, near.other) if near else "",
        brief(near.price if near else Fraction(0)),
        brief(lowest),
        brief((1 - near.price / lowest) * 100 if near else Fraction(0)),
    )
    yield Tabled(node, Measurement("a-lower-price" if near else "no-lower-price", facts))
