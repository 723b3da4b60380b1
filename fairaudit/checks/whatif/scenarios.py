"""The scenarios of a contest by family, worked out once for all the rules that show them; bidders stand in them by letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from fairaudit.analysis.contest.offers import Contest, Offer, Standing, standing
from fairaudit.analysis.contest.without import (
    Counterfactual,
    by_means,
    quality_needed,
    said,
    with_offer,
    without_each_criterion,
    without_each_evaluator,
    without_each_offer,
)
from fairaudit.analysis.formulas import formula_named
from fairaudit.checks.contest.excluded import beside
from fairaudit.checks.contest.figures import per_cent
from fairaudit.checks.contest.pricing import tells_weights
from fairaudit.checks.contest.record import Field
from fairaudit.checks.contest.sheets import sheets
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.pseudonyms import bidder_letter, evaluator_called


class Family(Frozen):
    """Scenarios of one kind beside the order that they are compared with, and those that are not tried with the reason."""

    name: str
    base: Standing
    scenarios: tuple[Counterfactual, ...]
    untried: tuple[Counterfactual, ...] = ()


def family(case: Case, field: Field, name: str) -> Family | None:
    """Return a family of scenarios; `None` where the record has nothing to vary."""
    kept = case.once(_kept)
    key = (field.lot, name)
    if key not in kept:
        kept[key] = _MAKERS[name](case, field)
    return kept[key]


def _kept(_: Case) -> dict[tuple[str | None, str], Family | None]:
    return {}


def _evaluators(case: Case, field: Field) -> Family | None:
    """Return the orders without each evaluator; the average of all of them is what they are compared with."""
    from fairaudit.checks.whatif.by_averages import ByAverage

    found = sheets(case, field)
    if len(found.evaluators) < 2:
        return None
    if field.by_other_than_means:
        return Family("evaluator", standing(field.contest), tuple(ByAverage(case, field).without(found.evaluators)))
    try:
        base = by_means(field.contest, found.ballots)
    except ValueError:
        return None
    names = [evaluator_called(case, one) for one in found.evaluators]
    return Family("evaluator", base, tuple(without_each_evaluator(field.contest, found.ballots, names)))


def _criteria(_: Case, field: Field) -> Family | None:
    names = field.names
    if len(names) < 2:
        return None
    return Family("criterion", standing(field.contest), tuple(without_each_criterion(field.contest, names)))


def _bids(case: Case, field: Field) -> Family | None:
    """Return the orders without each bid that is not first, which only a formula that compares prices can turn."""
    if len(field.contest.offers) < 3:
        return None
    base = standing(field.contest)
    found = tuple(
        one._replace(name=bidder_letter(case, one.name)) for one in without_each_offer(field.contest, base.first)
    )
    return Family("bid", base, found)


def _counted_out(case: Case, field: Field) -> Family | None:
    """Return the orders without the price of each bid that is out and was compared with all the same."""
    counted = [one for one in field.out if one.counted and one.offer.price is not None]
    if field.contest.pricing is None or not counted or len(field.contest.offers) < 2:
        return None
    found = tuple(
        said(bidder_letter(case, one.bid.id), field.contest._replace(beside=beside(field, one))) for one in counted
    )
    return Family("bid-out", standing(field.contest), found)


def _reinstated(case: Case, field: Field) -> Family | None:
    """Return the orders with each bid that is out taken back in; one that was counted all the same was never away."""
    found = []
    for one in field.out:
        counted = [other.offer.price for other in field.out if other.counted and other is not one]
        contest = field.contest._replace(beside=tuple(price for price in counted if price is not None))
        found.append(_taken_back(contest, one.offer, bidder_letter(case, one.bid.id)))
    return Family("reinstated", standing(field.contest), tuple(found)) if found else None


def _taken_back(contest: Contest, offer: Offer, name: str) -> Counterfactual:
    """Return the order with an offer back; one that nobody scored and that could win leaves it open."""
    found = with_offer(contest, offer)._replace(name=name)
    if offer.shares or found.standing is None or set(found.standing.first) != set(standing(contest).first):
        return found
    needed = quality_needed(contest, offer)
    if needed is None or needed > 1:
        return found
    reason = (
        f"{name} was not scored, and would come first from {per_cent(max(needed, Fraction(0)))} per cent of quality"
    )
    return Counterfactual(name, None, reason)


def _formulas(case: Case, field: Field) -> Family | None:
    """Return the orders by other formulas; quality is worth what the mean price is, in the proportion of the weights."""
    from fairaudit.checks.whatif.formulas import by_other_formulas

    contest = field.contest
    if field.formula is None or contest.price_weight <= 0 or sum(contest.weights) <= 0:
        return None
    # Weights that the published formula does not use, nobody was told to offer by.
    if not tells_weights(field.formula):
        return None
    tried, untried = by_other_formulas(case, field, formula_named(field.formula.name or ""))
    return Family("formula", standing(contest), tried, untried)


def _applied(case: Case, field: Field) -> Family | None:
    """Return the order by the weights that the record says were applied, group by group or criterion by criterion."""
    from fairaudit.checks.whatif.applied import contest_as_applied

    contest = contest_as_applied(case, field)
    if contest is None:
        return None
    name = "weights applied"
    scenario = Counterfactual(name, None, contest) if isinstance(contest, str) else said(name, contest)
    return Family("applied", standing(field.contest), (scenario,))


_MAKERS: dict[str, Callable[[Case, Field], Family | None]] = {
    "evaluator": _evaluators,
    "criterion": _criteria,
    "bid": _bids,
    "bid-out": _counted_out,
    "reinstated": _reinstated,
    "formula": _formulas,
    "applied": _applied,
}
FAMILIES = tuple(_MAKERS)
"""The families there are, in the order in which they are shown."""


def lead_of(base: Standing, found: Standing) -> Fraction | None:
    """Return how far the first of one order is ahead of all others in another, below zero where it is behind."""
    first = base.first[0]
    if first not in found.names:
        return None
    own = found.totals[found.names.index(first)]
    others = [total for name, total in zip(found.names, found.totals, strict=True) if name != first]
    return own - max(others) if others else None


def worked_out(one: Family) -> Iterator[tuple[str, Standing]]:
    """Yield the scenarios that have an answer."""
    for scenario in one.scenarios:
        if scenario.standing is not None:
            yield scenario.name, scenario.standing
