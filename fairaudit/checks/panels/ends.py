"""Who gives the highest or lowest scores, and whether one evaluator gave all of theirs to one bid."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.checks.base import Hit, Tabled, Unassessed, check
from fairaudit.checks.panels.sheets import MORE, Sheet, missing, sheets, untested
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import evaluator_called

if TYPE_CHECKING:
    from fairaudit.analysis.panels.marks import Marked, OneBidder
    from fairaudit.checks.measurement import Measurement

_LEVEL = Fraction(5, 100)
_ENDS = ("best", "worst")


class OnlyForOne(Frozen):
    """An evaluator who gave all of their scores at one end of the scale to one bid."""

    lot: str
    evaluator: str
    bid: str
    end_of_scale: str
    marks: int
    p: Decimal
    tests: int


class Ends(Frozen):
    """Of a lot: how many scores stand at each end, for how many tests, the smallest p (else 1), and what such a test finds."""

    lot: str
    scores: int
    best: int
    worst: int
    tests: int
    least: Decimal
    power: Decimal
    simulated: str


class Found(Frozen):
    """Who gave all of their scores at an end to one bid, in the lot at which place, with p adjusted for all tests."""

    lot: int
    end: str
    one: "OneBidder"
    adjusted: Fraction


@check
def ends_of_the_scale_for_one_bid(
    node: Node[Evaluation], case: Case
) -> Iterator[Hit[OnlyForOne] | Unassessed | Tabled]:
    """Name an evaluator who gave all of their best, or all of their worst, scores to one bid where chance hardly does so.

    The larger of two p-values, of the marks of each cell dealt out and of the evaluator's own; Holm over both ends and every
    evaluator and bid that could be found, in all lots. Too small below three evaluators or bids.
    """
    yield from missing(node, case)
    known = sheets(case)
    ends = [{} if _too_small(sheet) else {end: _marked(sheet, end) for end in _ENDS} for sheet in known]
    tests, found = _tested(ends)
    for at, sheet in enumerate(known):
        own = [one for one in found if one.lot == at]
        told = _told(case, sheet, tests, own)
        yield Tabled(node, told)
        if told.kind == "none":
            yield Unassessed(node, "not tested: no score is the best or the worst of its scale", MORE)
        elif told.kind in ("too-small", "powerless"):
            yield Unassessed(node, untested("too-small"), MORE)
        for one in own:
            if one.adjusted <= _LEVEL:
                yield _hit(case, sheet, one, tests)


def _too_small(sheet: Sheet) -> bool:
    return len(sheet.people) < 3 or len(sheet.bids) < 3


def _tested(ends: "list[dict[str, Marked]]") -> tuple[int, list[Found]]:
    """Return how many tests there are in all lots, and who gave all of their scores at an end to one bid, p adjusted."""
    from fairaudit.analysis.panels.chances import holm
    from fairaudit.analysis.panels.marks import could_be_one, for_one_bidder

    known = [(at, end, cells) for at, each in enumerate(ends) for end, cells in each.items()]
    tests = sum(could_be_one(cells) for _, _, cells in known)
    found = [(at, end, one) for at, end, cells in known for one in for_one_bidder(cells)]
    adjusted = holm([one.p for _, _, one in found], tests)
    return tests, [Found(*one, p) for one, p in zip(found, adjusted, strict=True)]


def _marked(sheet: Sheet, end: str) -> "Marked":
    """Return for each bid, of each of its cells, whether a score stands at an end."""
    wanted = _at(sheet, end)
    found: list[list[dict[int, bool]]] = [[] for _ in sheet.bids]
    for (bid, _), cell in sheet.cells.items():
        found[bid].append({person: number == wanted for person, number in cell.items()})
    return found


def _counted(sheet: Sheet, end: str) -> list[list[int]]:
    """Return how many scores at an end each evaluator gave each bid."""
    wanted = _at(sheet, end)
    found = [[0] * len(sheet.bids) for _ in sheet.people]
    for (bid, _), cell in sheet.cells.items():
        for person, number in cell.items():
            found[person][bid] += number == wanted
    return found


def _at(sheet: Sheet, end: str) -> int:
    return sheet.unit if end == "best" else 0


def _told(case: Case, sheet: Sheet, tests: int, found: list[Found]) -> "Measurement":
    from fairaudit.checks.measurement import Measurement, Table
    from fairaudit.checks.panels.powers import power_told
    from fairaudit.checks.panels.tables import chance_of

    ends = {end: _counted(sheet, end) for end in _ENDS}
    best, worst = (sum(map(sum, ends[end])) for end in _ENDS)
    least = min((one.adjusted for one in found), default=Fraction(1))
    power = power_told("ends", len(sheet.people), len(sheet.bids), len(sheet.questions))
    facts = Ends(sheet.called, len(sheet.scores), best, worst, tests, chance_of(least), *power)
    kind = "too-small" if _too_small(sheet) else "none" if not (best or worst) else "tested" if found else "nobody"
    # What can find next to nothing, as simulated panels of its size say, is not passed; what it finds is told all the same.
    if kind in ("tested", "nobody") and least > _LEVEL and not (tests and power[0]):
        kind = "powerless"
    rows = tuple(
        (evaluator_called(case, person), bid_called(case, bid), ends["best"][at][place], ends["worst"][at][place])
        for at, person in enumerate(sheet.people)
        for place, bid in enumerate(sheet.bids)
    )
    table = Table("ends-of-the-scale", ("evaluator", "bidder", "best", "worst"), rows, sheet.table_lot)
    return Measurement(kind, facts, (table,))


def _hit(case: Case, sheet: Sheet, found: Found, tests: int) -> Hit[OnlyForOne]:
    from fairaudit.checks.panels.tables import chance_of

    one, end, wanted = found.one, found.end, _at(sheet, found.end)
    cells = [cell for cell in sorted(sheet.cells) if cell[0] == one.bidder]
    marks = [cell for cell in cells if sheet.cells[cell].get(one.evaluator) == wanted]
    first, *others = [sheet.scores[one.evaluator, *cell].node for cell in marks]
    evaluator, bid = sheet.people[one.evaluator], sheet.bids[one.bidder]
    facts = OnlyForOne(
        sheet.called, evaluator_called(case, evaluator), bid_called(case, bid), end, one.marks, chance_of(found.adjusted), tests
    )  # fmt: skip
    related = tuple((node, "another of these scores") for node in others)
    return Hit(first, facts, related, key=f"{evaluator}|{bid}|{end}|{sheet.lot or ''}")
