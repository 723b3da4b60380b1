"""Whose scores of a bid were left out of a mean, where the recorded figure follows without one member's alone."""

from __future__ import annotations

from fairaudit.checks.base import Hit, Verb
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
    if len(found) != 1:
        return hit
    told = Verb(f"; without the scores of {person_called(case, names[found[0]])} it is {hit.facts.recorded}")
    return hit._replace(facts=hit.facts._replace(without_sheet=told))


def _without(case: Case, bid: str, who: str) -> Sheets:
    every = panel_members(case)
    kept: list[Score] = [one for one in every.by_bid[bid] if not one.evaluator or whose(case, one.evaluator) != who]
    return every._replace(by_bid={**every.by_bid, bid: kept})
