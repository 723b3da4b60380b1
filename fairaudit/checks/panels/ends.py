"""Who gives the highest or lowest scores, and whether one evaluator gave all of theirs to one bid."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.checks.base import Hit, Tabled, Unassessed, check
from fairaudit.checks.panels.sheets import Sheet, missing, sheets
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation
from fairaudit.procurement.node import Node
from fairaudit.procurement.pseudonyms import evaluator_called

if TYPE_CHECKING:
    from fairaudit.analysis.panels.marks import OneBidder
    from fairaudit.checks.measurement import Measurement

_LEVEL = Fraction(5, 100)


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
    """Of a lot: how many scores stand at each end, for how many tests, and the smallest p that came of them."""

    lot: str
    scores: int
    best: int
    worst: int
    tests: int
    least: Decimal


@check
def ends_of_the_scale_for_one_bid(
    node: Node[Evaluation], case: Case
) -> Iterator[Hit[OnlyForOne] | Unassessed | Tabled]:
    """Name an evaluator who gave all of their best, or all of their worst, scores to one bid where chance hardly does so.

    One side of Fisher's exact test against the scores at that end which all evaluators gave; Holm over both ends and every
    evaluator and bid. Too small below three evaluators or bids.
    """
    yield from missing(node, case)
    tests = sum(2 * len(one.people) * len(one.bids) for one in sheets(case) if not _too_small(one))
    for sheet in sheets(case):
        ends = {end: _counted(sheet, end) for end in ("best", "worst")}
        found = [] if _too_small(sheet) else _tested(ends, tests)
        yield Tabled(node, _told(case, sheet, ends, tests, found))
        for end, one in found:
            if one.adjusted <= _LEVEL:
                yield _hit(case, sheet, end, one, tests)


def _too_small(sheet: Sheet) -> bool:
    return len(sheet.people) < 3 or len(sheet.bids) < 3


def _tested(ends: dict[str, list[list[int]]], tests: int) -> "list[tuple[str, OneBidder]]":
    """Return who gave all of their scores at an end to one bid, with p adjusted for the tests of all lots."""
    from fairaudit.analysis.panels.chances import holm
    from fairaudit.analysis.panels.marks import for_one_bidder

    found = [(end, one) for end, marks in ends.items() for one in for_one_bidder(marks, tests)]
    adjusted = holm([one.p for _, one in found], tests)
    return [(end, one._replace(adjusted=p)) for (end, one), p in zip(found, adjusted, strict=True)]


def _counted(sheet: Sheet, end: str) -> list[list[int]]:
    """Return how many scores at an end each evaluator gave each bid."""
    wanted = sheet.unit if end == "best" else 0
    found = [[0] * len(sheet.bids) for _ in sheet.people]
    for (bid, _), cell in sheet.cells.items():
        for person, number in cell.items():
            if number == wanted:
                found[person][bid] += 1
    return found


def _told(
    case: Case, sheet: Sheet, ends: dict[str, list[list[int]]], tests: int, found: "list[tuple[str, OneBidder]]"
) -> "Measurement":
    from fairaudit.checks.measurement import Measurement, Table
    from fairaudit.checks.panels.tables import chance_of

    best, worst = (sum(map(sum, ends[end])) for end in ("best", "worst"))
    least = min((one.adjusted for _, one in found), default=Fraction(1))
    facts = Ends(sheet.called, len(sheet.scores), best, worst, tests, chance_of(least))
    kind = "too-small" if _too_small(sheet) else "tested" if best or worst else "none"
    rows = tuple(
        (evaluator_called(case, person), bid_called(case, bid), ends["best"][at][place], ends["worst"][at][place])
        for at, person in enumerate(sheet.people)
        for place, bid in enumerate(sheet.bids)
    )
    table = Table("ends-of-the-scale", ("evaluator", "bidder", "best", "worst"), rows, sheet.table_lot)
    return Measurement(kind, facts, (table,))


def _hit(case: Case, sheet: Sheet, end: str, one: "OneBidder", tests: int) -> Hit[OnlyForOne]:
    from fairaudit.checks.panels.tables import chance_of

    wanted = sheet.unit if end == "best" else 0
    cells = [cell for cell in sorted(sheet.cells) if cell[0] == one.bidder]
    marks = [cell for cell in cells if sheet.cells[cell].get(one.evaluator) == wanted]
    first, *others = [sheet.scores[one.evaluator, *cell].node for cell in marks]
    evaluator, bid = sheet.people[one.evaluator], sheet.bids[one.bidder]
    facts = OnlyForOne(
        sheet.called, evaluator_called(case, evaluator), bid_called(case, bid), end, one.marks, chance_of(one.adjusted), tests
    )  # fmt: skip
    related = tuple((node, "another of these scores") for node in others)
    return Hit(first, facts, related, key=f"{evaluator}|{bid}|{end}|{sheet.lot or ''}")
