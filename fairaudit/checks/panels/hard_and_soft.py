"""Whether who leads hangs on who marked whom: hard and soft evaluators who did not score the same bids."""

from fractions import Fraction

from fairaudit.analysis.contest.offers import standing
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.contest.record import Field, fields
from fairaudit.checks.panels.severity import facts_of, levelled
from fairaudit.checks.panels.sheets import missing, sheets
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation
from fairaudit.procurement.node import Node

_FEWEST = 3
"""From how many scores that others gave too it is said that somebody marks hard or soft: a heuristic."""


class Allocated(Frozen):
    """Of a lot: who leads by the members' means, who with severity taken out, and what counts there besides quality."""

    lot: str
    leads: tuple[str, ...]
    instead: tuple[str, ...]
    counting: str


@check
def severity_and_the_lead(node: Node[Evaluation], case: Case) -> Found[Allocated]:
    """Name a lot whose lead, by the members' own scores, is another once it is taken out how hard or soft each marks.

    Asked where not everybody scored everything, and somebody differs from the others by more than twice the standard error.
    """
    from fairaudit.analysis.panels.severity import is_crossed, severities

    yield from missing(node, case, weights=True)
    for sheet in sheets(case):
        units, people = list(sheet.cells.values()), len(sheet.people)
        clear = [
            one
            for one in severities(units, people)
            if one is not None and one.units >= _FEWEST and abs(one.mean) > one.within
        ]
        if not clear or (is_crossed(units, people) and len(units) == len(sheet.bids) * len(sheet.questions)):
            continue
        kind, facts = levelled(case, sheet, units, facts_of(case, sheet, [(Fraction(0), 0)]))
        if kind == "other-order" and set(facts.levelled) != _agreed_lead(case, sheet.lot):
            told = Allocated(facts.lot, facts.leads, facts.levelled, facts.reason)
            yield Hit(node.value.field("individual"), told, key=sheet.lot or "")


def _agreed_lead(case: Case, lot: str | None) -> set[str]:
    """Return who leads by the scores that the panel agreed, empty where it agreed none: these may have set right what differs."""
    for field in fields(case):
        if isinstance(field, Field) and field.lot == lot and field.by_panel:
            return {bid_called(case, one) for one in standing(field.contest).first}
    return set()
