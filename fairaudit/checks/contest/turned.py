"""Whether a rounding of the points for price that the recorded totals were made with turned who comes first."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from fairaudit.analysis.contest.offers import standing
from fairaudit.analysis.formulas import FormulaError, half_unit
from fairaudit.analysis.formulas.fitting import MODES
from fairaudit.checks.contest.pricing import pricing_by
from fairaudit.checks.contest.record import Field
from fairaudit.checks.prices.fit_words import rounding_called
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula, Rounding
from fairaudit.procurement.model.node import built

_PLACES = (0, 1, 2)
"""To how many places points are usually rounded; the coarsest first, since whole points are also points to two places."""


class Turned(Frozen):
    """The rounding by which every recorded total comes about, and with it the totals of the recorded first and of the other."""

    rounding: str
    recorded: Fraction
    other: Fraction


def turned_by_rounding(case: Case, field: Field, recorded: str | None, leader: str) -> Turned | None:
    """Return the rounding that put a bid first, where with it alone every recorded total is the one worked out again.

    Without it `leader` comes first. Nothing is said where totals are missing, where the published
    rounding gives them too, or where no usual rounding does.
    """
    formula = field.formula
    totals = {one.bid: one.total for one in case.evaluation.totals or () if lot_of(case, one.bid, one.lot) == field.lot}
    said = {one.name: total for one in field.contest.offers if (total := totals.get(one.name)) is not None}
    if field.contest.pricing is None or formula is None or len(said) < len(field.contest.offers):
        return None
    finest = min(map(half_unit, said.values()))

    def gives(made: dict[str, Fraction]) -> bool:
        return all(abs(total - Fraction(said[name])) <= finest for name, total in made.items())

    published = standing(field.contest)
    if gives(dict(zip(published.names, published.totals, strict=True))):
        return None
    for mode, places in product(MODES, _PLACES):
        made = _with(field, formula, places, mode)
        if made and gives(made) and recorded and made[recorded] == max(made.values()) > made[leader]:
            return Turned(rounding_called(places, mode), made[recorded], made[leader])
    return None


def _with(field: Field, formula: Formula, places: int, mode: str) -> dict[str, Fraction] | None:
    """Return the total of every bid with the points for price rounded so, `None` where the formula has no answer."""
    rounding = built(Rounding, (), {"places": places, "mode": mode})
    given: dict[str, object] = {"name": formula.name, "parameters": formula.parameters, "rounding": rounding}
    other = built(Formula, (), given)
    try:
        stands = standing(field.contest._replace(pricing=pricing_by(other, field.contest.price_weight)))
    except FormulaError:
        return None
    return dict(zip(stands.names, stands.totals, strict=True))
