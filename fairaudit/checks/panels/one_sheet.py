"""Whether all sheets of a lot are one sheet: whatever was dealt out would be the same, so the record alone is asked about."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.panels.sameness import LEAST, rows_of
from fairaudit.checks.panels.sheets import MORE, missing, sheets, untested
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node

_RELATED = 20


class OneSheet(Frozen):
    """Of a lot whose sheets are all the same: how many sheets there are, of how many cells."""

    lot: str
    people: int
    alike: int


@check
def every_sheet_is_the_same(node: Node[Evaluation], case: Case) -> Found[OneSheet]:
    """Name a lot of which all evaluators gave the same scores in every cell, where these scores differ from cell to cell.

    Of one sheet alone, of fewer than six cells, and of sheets that all have one score throughout that cannot be told, so that
    they are not assessed. A panel that scores only together, as `evaluation.method: consensus-only` says, is let be.
    """
    if node.value.method == "consensus-only":
        return
    yield from missing(node, case)
    for sheet in sheets(case):
        first, *others = rows_of(sheet)
        if not others or len(first) < LEAST:
            yield Unassessed(node, untested("too-small"), MORE)
            continue
        if any(one != first for one in others):
            continue
        if len(set(first.values())) < 2:
            yield Unassessed(node, untested("not-estimable"), MORE)
            continue
        nodes = [one.node for one in sorted(sheet.scores.values(), key=lambda one: int(one.path[-1]))]
        related = tuple((one, "a score that is the same on every sheet") for one in nodes[1 : 1 + _RELATED])
        yield Hit(nodes[0], OneSheet(sheet.called, 1 + len(others), len(first)), related, key=sheet.lot or "")
