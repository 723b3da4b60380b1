"""Whether who leads hangs on scores of the panel that none of its members gave so far, with a reason or without."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fairaudit.checks.base import Hit, Unassessed, Verb, check
from fairaudit.checks.moderation.agreed_reasons import others_with_its_reason
from fairaudit.checks.panels.sheets import Sheet, agreed_off_scale, agreed_sheets, missing
from fairaudit.checks.scoring.criteria.tree import called_by_id
from fairaudit.checks.scoring.evaluation_records import bid_called, maybe, plain
from fairaudit.checks.scoring.sheets.reasons_given import gives_a_reason, lacks_a_reason
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node

if TYPE_CHECKING:
    from fairaudit.checks.panels.tables import Counted

_Moves = dict[tuple[int, int], int]
"""By bid and question, the member's score that is nearest to the panel's."""


class Decisive(Frozen):
    """Who leads by the panel's scores, the scores outside all of its members', and who would lead with the nearest of theirs."""

    lot: str
    leads: tuple[str, ...]
    instead: tuple[str, ...]
    which_scores: tuple[str, ...]
    counting: str
    reasoned: Verb = Verb("and without a reason")


@check
def scores_outside_members_decide(node: Node[Evaluation], case: Case) -> Iterator[Hit[Decisive] | Unassessed]:
    """Name a lot that another bid leads once scores of the panel outside its members' range are put to the nearest of theirs.

    First those without a reason are put so, and where that decides nothing all of them: a reason makes it a question of lower
    severity. Where the record is not complete a reason may stand elsewhere, and it is a question.
    """
    yield from (*missing(node, case, weights=True), *agreed_off_scale(case))
    if node.value.consensus is None:
        yield Unassessed(node, "evaluation.consensus is not given", ("evaluation.consensus",))
        return
    for sheet in agreed_sheets(case):
        every = _outside(case, sheet) if sheet.weights is not None and sheet.panel else {}
        bare = {cell: own for cell, own in every.items() if not gives_a_reason(case, sheet.agreed[cell])}
        for outside in (bare, every) if bare and bare != every else (every,):
            if outside and (found := _decided_by(node, case, sheet, outside)):
                yield found
                break


def _decided_by(node: Node[Evaluation], case: Case, sheet: Sheet, outside: _Moves) -> Hit[Decisive] | Unassessed | None:
    """Return what is to be said of scores outside their members' range: `None` where the same bids lead without them."""
    from fairaudit.checks.panels.sharing import NOT_TOLD, as_counted, unshared
    from fairaudit.checks.panels.tables import price_points_of, unpriced

    counted = price_points_of(case, sheet)
    led = [_led(one, outside, counted) for one in as_counted(case, sheet)]
    known = [one for one in led if one is not None]
    decided = [not set(leads) & set(instead) for leads, instead in known]
    if not any(decided):
        return None
    if not counted.in_full:
        return Unassessed(node, unpriced(sheet), ("evaluation.totals",))
    if len(set(led)) > 1:
        return Unassessed(node, unshared(sheet), NOT_TOLD)
    return _hit(case, sheet, outside, *known[0])


def _led(sheet: Sheet, outside: _Moves, counted: "Counted") -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return who leads by the panel's scores, and who would with those outside put to the nearest of its members'."""
    from fairaudit.checks.panels.leading import leaders_of
    from fairaudit.checks.panels.tables import panel_totals

    leads = leaders_of(panel_totals(sheet), counted)
    instead = leaders_of(panel_totals(sheet._replace(panel=sheet.panel | outside)), counted)
    return None if leads is None or instead is None else (leads, instead)


def _outside(case: Case, sheet: Sheet) -> _Moves:
    """Return the cells in which the panel's score is outside all of its members', and the nearest of theirs."""
    found: _Moves = {}
    for cell, number in sheet.panel.items():
        own = sheet.cells.get(cell)
        inside = not own or min(own.values()) <= number <= max(own.values())
        if own and not inside:
            found[cell] = min(own.values(), key=lambda one: abs(one - number))
    return found


def _hit(case: Case, sheet: Sheet, outside: _Moves, leads: tuple[int, ...], instead: tuple[int, ...]) -> Hit[Decisive]:
    from fairaudit.checks.panels.tables import price_points_of

    # What was done to the bids that lead, one way or the other, is what decides.
    cells = [cell for cell in outside if cell[0] in {*leads, *instead}]
    scores = [sheet.agreed[cell] for cell in cells]
    bids = [bid_called(case, one) for one in sheet.bids]
    facts = Decisive(
        sheet.called,
        tuple(bids[at] for at in leads),
        tuple(bids[at] for at in instead),
        tuple(_said(case, sheet, cell, score) for cell, score in zip(cells, scores, strict=True)),
        price_points_of(case, sheet).said,
        _reasoned(case, scores),
    )
    sure = all(lacks_a_reason(case, one) for one in scores)
    first, *others = scores
    related = tuple((one.field("score"), "another score that none of its members gave") for one in others)
    lower = "medium" if any(gives_a_reason(case, one) for one in scores) else None
    return Hit(first.field("score"), facts, related, maybe(not sure), sheet.lot or "", lower)


def _reasoned(case: Case, scores: list[Score]) -> Verb:
    """Return in words how far reasons are recorded for scores."""
    given = [one for one in scores if gives_a_reason(case, one)]
    if not given:
        return Verb("and without a reason")
    if any(others_with_its_reason(case, one) for one in given):
        return Verb("and with a reason that stands in the same words beside several answers")
    return Verb("and with a reason" if len(given) == len(scores) else "and with a reason for some")


def _said(case: Case, sheet: Sheet, cell: tuple[int, int], score: Score) -> str:
    """Return in words what the panel gave and what its members did: `B2 on Q1 (10, its members 6 to 7)`."""
    own = [one.score for (_, *at), one in sheet.scores.items() if tuple(at) == cell and one.score is not None]
    low, high = plain(min(own)), plain(max(own))
    what = f"{bid_called(case, score.bid)} on {called_by_id(case, score.criterion)}"
    panel = plain(score.score) if score.score is not None else "no score"
    return f"{what} ({panel}, its members {low if low == high else f'{low} to {high}'})"
