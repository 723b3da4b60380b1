"""The check of the family `scoring` on two scores where one belongs: of one person, or of the panel."""

from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.reasons import which_of
from fairaudit.checks.scoring.criteria.tree import called_by_id
from fairaudit.checks.scoring.evaluation_records import (
    bid_called,
    cell_of,
    lot_of,
    maybe,
    no_scores,
    plain,
    recorded_scores,
)
from fairaudit.checks.scoring.sheets.unread_scores import unread_places
from fairaudit.checks.scoring.sittings import stage_beside
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.persons.identity import ambiguous, keys_of, person_called


class Twice(Frozen):
    """A cell with more than one score, and as an addition to the sentence what may explain it."""

    who: str
    bid: str
    criterion: str
    scores: tuple[str, ...]
    perhaps: Verb = Verb("")


@check
def one_score_a_cell(node: Node[Evaluation], case: Case) -> Found[Twice]:
    """Flag two scores of one evaluator, or of the panel, for one bid, criterion, lot and stage; unread ones are no second."""
    if nothing := no_scores(node):
        yield nothing
        return
    unread, keys = unread_places(case), keys_of(case)
    cells: dict[tuple[str | None, ...], list[Score]] = {}
    for name, one in recorded_scores(node.value):
        who = one.evaluator if name == "individual" else "the panel"
        if who is None or one.bid is None or one.criterion is None:
            field = next(key for key in ("bid", "criterion", "evaluator") if getattr(one, key) is None)
            yield Unassessed(one.node, f"{text_of(one.path)}.{field} is not given", (f"{text_of(one.path)}.{field}",))
            continue
        if (one.score is None and one.met is None) or one.path in unread:
            # A row with a comment alone, or with a score that could not be read whatever stands for it, is no second score.
            continue
        who = keys[who] if name == "individual" else who
        lot = lot_of(case, one.bid, one.lot)
        cells.setdefault((name, who, one.bid, one.criterion, lot, stage_beside(name, one)), []).append(one)
    twice = any(len(same) > 1 for same in cells.values())
    together = _of_all_members(cells) if twice else {}
    for (source, _, bid, criterion, *rest), same in cells.items():
        giver = same[0].evaluator or ""
        if len(same) > 1 and source == "individual" and ambiguous(case, giver):
            yield Unassessed(same[1].node, *which_of(giver, same[1].field("evaluator")))
        elif len(same) > 1:
            what = called_by_id(case, criterion)
            shown = tuple("no score" if one.score is None else plain(one.score) for one in same)
            person = person_called(case, giver) if source == "individual" else "The panel"
            related = ((same[0].node, "the first"),)
            unsure = len({one.score for one in same}) == 1
            # What the panel agreed may stand on the sheet of each of its members.
            sheets = {one.evaluator for one in same if one.evaluator} if source == "consensus" else set()
            if len(sheets) == len(same) and unsure:
                continue
            each = _second_of_each(together.get((bid, criterion, *rest), []) if source == "individual" else [])
            facts = Twice(person, bid_called(case, bid), what, shown, each)
            yield Hit(
                same[1].node, facts, related, maybe(unsure or bool(each) or len(sheets) == len(same)), cell_of(same[1])
            )


def _of_all_members(
    cells: dict[tuple[str | None, ...], list[Score]],
) -> dict[tuple[str | None, ...], list[list[Score]]]:
    """Return the scores of each member by what they are for."""
    found: dict[tuple[str | None, ...], list[list[Score]]] = {}
    for (source, _, *cell), same in cells.items():
        if source == "individual":
            found.setdefault(tuple(cell), []).append(same)
    return found


def _second_of_each(alike: list[list[Score]]) -> Verb:
    """Say that all members have two scores in a cell, and all the same second one, which may be what they agreed."""
    seconds = {same[-1].score for same in alike}
    second = next(iter(seconds), None)
    if second is None or len(seconds) > 1 or len(alike) < 2 or any(len(same) != 2 for same in alike):
        return Verb("")
    return Verb(f"; every member has {plain(second)} as the second, which may be what the panel agreed")
