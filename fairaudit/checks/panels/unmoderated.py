"""Whether recorded quality parts are of the members' scores and not of what the panel agreed."""

from fractions import Fraction

from fairaudit.analysis.formulas import half_unit
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.panels.sheets import Sheet, missing, sheets
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation, Total
from fairaudit.procurement.node import Node

_FEWEST = 2
"""Of how many quality parts it must be so; one alone may be chance."""


class Unmoderated(Frozen):
    """How many quality parts of a lot are recorded, and how many of them the panel's scores give."""

    lot: str
    number: int
    held: int


@check
def quality_of_single_scores(node: Node[Evaluation], case: Case) -> Found[Unmoderated]:
    """Name a lot whose recorded quality parts are all the means of its members' scores, where the panel agreed on others.

    Which parts are wrong by the panel's scores is the business of the check of totals; this one says where they come from.
    """
    from fairaudit.checks.panels.tables import panel_totals, totals_of

    yield from missing(node, case, weights=True)
    if lacking := [one for one in ("consensus", "totals") if getattr(node.value, one) is None]:
        name = f"evaluation.{lacking[0]}"
        yield Unassessed(node, f"{name} is not given", (name,))
        return
    for sheet in sheets(case):
        if sheet.weights is None or not sheet.panel:
            continue
        recorded = _recorded(case, sheet)
        members, panel = totals_of(sheet), panel_totals(sheet)
        if len(recorded) < _FEWEST or members is None or panel is None:
            continue
        held = sum(_gives(one, panel[at]) for at, one in recorded)
        if held < len(recorded) and all(_gives(one, members[at]) for at, one in recorded):
            first, *others = [one for _, one in recorded]
            related = tuple((one.field("quality"), "another such part") for one in others)
            facts = Unmoderated(sheet.called, len(recorded), held)
            yield Hit(first.field("quality"), facts, related, key=sheet.lot or "")


def _recorded(case: Case, sheet: Sheet) -> list[tuple[int, Total]]:
    """Return the quality parts of a lot's bids that are recorded, each with the place of its bid."""
    places = {bid: at for at, bid in enumerate(sheet.bids)}
    return [
        (places[one.bid], one)
        for one in case.evaluation.totals or ()
        if one.bid in places and one.quality is not None and lot_of(case, one.bid, one.lot) in (sheet.lot, None)
    ]


def _gives(total: Total, worked_out: Fraction | None) -> bool:
    """Whether a recorded part is a figure that was worked out, as far as its places tell."""
    if total.quality is None or worked_out is None:
        return False
    return abs(Fraction(total.quality) - worked_out) <= half_unit(total.quality)
