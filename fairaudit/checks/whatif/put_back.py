"""What would have happened with bids that are out, by other formulas, and by the weights that were applied."""

from collections.abc import Iterator

from fairaudit.analysis.contest.without import quality_needed
from fairaudit.analysis.formulas import formula_named
from fairaudit.checks.base import Hit, Nothing, Tabled, Unassessed, check
from fairaudit.checks.contest.below import below_minimums
from fairaudit.checks.contest.figures import cell
from fairaudit.checks.contest.pricing import tells_weights
from fairaudit.checks.contest.record import Field, Outsider, fields
from fairaudit.checks.measurement import Cell, Measurement, Table
from fairaudit.checks.whatif.scenarios import Family, family
from fairaudit.checks.whatif.telling import outcome, told, told_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import bidder_letter


@check
def first_with_each_bid_back(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show who would come first if each late, excluded or withdrawn bid were in, scored or only compared with."""
    yield from told(node, case, "reinstated")
    for field in fields(case):
        if isinstance(field, Field) and field.out:
            found = family(case, field, "reinstated")
            if found is not None:
                facts = outcome(case, field, found)
                yield Tabled(node, Measurement("bids-out", facts, (_needed(case, field, found),)))
                if below := _below(case, field):
                    yield Tabled(node, below)


def _below(case: Case, field: Field) -> Measurement | None:
    """Return which of the bids that are out miss a published minimum, so that scores alone would not bring them back."""
    out = [one.bid.id for one in field.out if one.bid.id]
    return below_minimums(case, field, out, lambda bid: bidder_letter(case, bid))


def _needed(case: Case, field: Field, found: Family) -> Table:
    """Return for every bid that is out what it offers, and which share of the points for quality it would need to be first."""
    columns = ("bidder", "status", "scored", "price", "rank", "quality_needed_per_cent")
    rows = tuple(_row(case, field, found, one) for one in field.out)
    return Table("bids-out", columns, rows, field.lot or "")


def _row(case: Case, field: Field, found: Family, one: Outsider) -> tuple[Cell, ...]:
    letter = bidder_letter(case, one.bid.id)
    stands = next((other.standing for other in found.scenarios if other.name == letter), None)
    price, scored = one.offer.price, bool(one.offer.shares)
    rank = stands.rank_of(one.offer.name) if stands and scored else None
    needed = None if scored else quality_needed(field.contest, one.offer)
    share = None if needed is None else cell(needed * 100)
    return letter, one.bid.status, 1 if scored else 0, None if price is None else cell(price), rank, share


class Unexchanged(Frozen):
    """A published formula that makes one figure without weights, and which further figures of a bid it counts."""

    contest: str
    formula: str
    also_counts: tuple[str, ...]


@check
def first_by_each_formula(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show who would come first by other price formulas; the one that was published stands.

    No other is tried where the published one makes one figure without weights: no weights are then known to try another by.
    """
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
        elif (formula := field.formula) is not None and not tells_weights(formula):
            known = formula_named(formula.name or "")
            kind = "further-figures" if known.figures else "no-weights"
            facts = Unexchanged(field.called, known.name, tuple(one.name for one in known.figures) or ("none",))
            yield Tabled(node, Measurement(kind, facts))
        else:
            yield from told_of(node, case, field, "formula")


@check
def first_by_weights_applied(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show who would come first by the weights that the record says were applied, beside the published ones."""
    if node.value.weights_applied is None:
        yield Unassessed(node, "evaluation.weights_applied is not given", ("evaluation.weights_applied",))
    else:
        yield from told(node, case, "applied")
