"""Whose scores of a bid were left out of a mean, where the recorded figure follows without one member's alone."""

from __future__ import annotations

from fairaudit.checks.base import Hit, Verb
from fairaudit.checks.people.conduct.aside import aside_from_bid
from fairaudit.checks.scoring.evaluation_records import bid_with
from fairaudit.checks.scoring.sheets.outsiders import Sheets, panel_members
from fairaudit.checks.scoring.totals.recorded import SUMMED, Recomputed
from fairaudit.checks.scoring.totals.totals import wrong_by_sheets, wrong_figures
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.persons.identity import person_called, whose

_FEWEST = 3
"""Of how many sheets one must be left out: of two the other alone would stand, which is no mean."""
_MOST = 10
"""For how many sheets, and of a lot with how many wrong figures, it is tried: a slip is seldom in more."""
_CELLS = 60
"""For how many scores of a bid it is tried whether leaving out one of them alone gives the figure, too."""


def with_left_out(case: Case, hit: Hit[Recomputed], lot: str | None) -> Hit[Recomputed]:
    """Return a finding about a mean with whose scores it leaves out, where leaving out one member's is what gives it."""
    bid, _, part = hit.key.rpartition("|")
    if part == "price" or case.evaluation.consensus or hit.facts.basis == SUMMED:
        return hit
    own = (one for one in panel_members(case).by_bid.get(bid, ()) if one.lot in (None, lot) and one.evaluator)
    names = {whose(case, one.evaluator): one.evaluator for one in own if one.evaluator}
    if not _FEWEST <= len(names) <= _MOST or len(wrong_figures(case, lot)) > _MOST:
        return hit
    found = [who for who in names if hit.key not in wrong_by_sheets(case, lot, _without(case, bid, who))]
    if len(found) != 1 or _by_one_cell(case, hit, lot, bid, set(names) - {*found}):
        return hit
    aside = ", who stepped aside from it," if _stepped_aside(case, found[0], bid) else ""
    told = Verb(f"; without the scores of {person_called(case, names[found[0]])}{aside} it is {hit.facts.recorded}")
    return hit._replace(facts=hit.facts._replace(without_sheet=told))


def _stepped_aside(case: Case, who: str, key: str) -> bool:
    bid = bid_with(case, key)
    own = (one for one in case.declarations or () if one.person and whose(case, one.person) == who)
    return bid is not None and any(aside_from_bid(case, one.recused_from or (), bid) for one in own)


def _by_one_cell(case: Case, hit: Hit[Recomputed], lot: str | None, bid: str, others: set[str]) -> bool:
    """Whether one score of somebody else left out gives the figure as well: then nobody's sheet need be missing."""
    own = [one for one in panel_members(case).by_bid[bid] if one.evaluator and one.lot in (None, lot)]
    if len(own) > _CELLS:
        return False
    cells = [(who, one.criterion) for one in own if one.evaluator and (who := whose(case, one.evaluator)) in others]
    return any(hit.key not in wrong_by_sheets(case, lot, _without(case, bid, *cell)) for cell in dict.fromkeys(cells))


def _without(case: Case, bid: str, who: str, criterion: str | None = None) -> Sheets:
    every = panel_members(case)
    kept: list[Score] = [
        one
        for one in every.by_bid[bid]
        if not one.evaluator or whose(case, one.evaluator) != who or criterion not in (None, one.criterion)
    ]
    return every._replace(by_bid={**every.by_bid, bid: kept})
