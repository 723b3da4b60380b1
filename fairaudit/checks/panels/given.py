"""What each evaluator gave: the scores themselves, before anything is worked out of them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fairaudit.checks.base import Hit, Nothing, Tabled, Unassessed, check
from fairaudit.checks.panels.sheets import Sheet, missing, sheets
from fairaudit.checks.scoring.criterion_tree import better_is_lower, called
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation
from fairaudit.procurement.node import Node
from fairaudit.procurement.pseudonyms import evaluator_called

if TYPE_CHECKING:
    from fairaudit.checks.measurement import Table


class Raw(Frozen):
    """How many scores of how many people, bids and criteria of a lot."""

    lot: str
    scores: int
    people: int
    bids: int
    criteria: int


@check
def what_each_evaluator_gave(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """List every individual score beside the panel's; finds nothing, since scores that differ are what a panel is for."""
    from fairaudit.checks.measurement import Measurement

    yield from missing(node, case)
    for sheet in sheets(case):
        facts = Raw(sheet.called, len(sheet.scores), len(sheet.people), len(sheet.bids), len(sheet.questions))
        yield Tabled(node, Measurement("given", facts, (_table(case, sheet), _scales(sheet))))


def _table(case: Case, sheet: Sheet) -> "Table":
    from fairaudit.checks.measurement import Table

    people = [evaluator_called(case, one) for one in sheet.people]
    bids = [bid_called(case, one) for one in sheet.bids]
    questions = [called(one.criterion) for one in sheet.questions]
    given = sheet.scores
    panel = {cell: score.score for cell, score in sheet.agreed.items()}
    rows = tuple(
        (
            questions[question],
            bids[bid],
            people[person],
            given[person, bid, question].score,
            panel.get((bid, question)),
        )
        for question in range(len(questions))
        for bid in range(len(bids))
        for person in range(len(people))
        if (person, bid, question) in given
    )
    return Table("raw-scores", ("criterion", "bidder", "evaluator", "score", "panel_score"), rows, sheet.table_lot)


def _scales(sheet: Sheet) -> "Table":
    """Return the published scale of every criterion, by which a picture is drawn."""
    from fairaudit.checks.measurement import Table

    rows = []
    for question in sheet.questions:
        scale = question.scale
        if scale is not None and scale.minimum is not None and scale.maximum is not None:
            better = "lower" if better_is_lower(question) else "higher"
            rows.append((called(question.criterion), scale.minimum, scale.maximum, better))
    return Table("scales", ("criterion", "minimum", "maximum", "better"), tuple(rows), sheet.table_lot)
