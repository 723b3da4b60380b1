"""Whether the same people scored some bids: means of other people differ by who is mild, whatever moderation did."""

from __future__ import annotations

from fairaudit.checks.panels.sheets import Sheet
from fairaudit.checks.panels.tables import person_of
from fairaudit.checks.scoring.criteria.tree import called
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.checks.scoring.sheets.asked import not_asked, stood_aside
from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.identity import whose

_NAMED = 10

Absence = tuple[int, int, int]
"""Somebody, a bid and a question, by their places: scored by others for this bid, and by them for another one."""


def on_their_scales(sheet: Sheet) -> Sheet:
    """Return a sheet without the scores that are off their scale: a slip of one outweighs what everybody else gave."""
    cells = {
        cell: {person: one for person, one in given.items() if 0 <= one <= sheet.unit}
        for cell, given in sheet.cells.items()
    }
    panel = {cell: one for cell, one in sheet.panel.items() if 0 <= one <= sheet.unit}
    return sheet._replace(cells={cell: given for cell, given in cells.items() if given}, panel=panel)


def absences(sheet: Sheet, bids: tuple[int, ...]) -> list[Absence]:
    """Return what people who scored some of these bids on a question with a weight did not score of the others."""
    weights = sheet.weights or ()
    found: list[Absence] = []
    for question, weight in enumerate(weights):
        given = {bid: sheet.cells.get((bid, question), {}) for bid in bids}
        people = sorted(set().union(*given.values())) if weight else []
        found += [(person, bid, question) for bid in bids for person in people if person not in given[bid]]
    return found


def of_the_same_people(sheet: Sheet, absent: list[Absence]) -> Sheet:
    """Return a sheet without what people gave on a question of which they did not score all the bids."""
    out = {(person, question) for person, _, question in absent}
    cells = {
        (bid, question): {person: one for person, one in given.items() if (person, question) not in out}
        for (bid, question), given in sheet.cells.items()
    }
    return sheet._replace(cells={cell: given for cell, given in cells.items() if given})


def is_declared(case: Case, sheet: Sheet, absence: Absence) -> bool:
    """Whether the record says that somebody was not to score this: by the allocation, or since they stood aside."""
    person, bid, question = absence
    key, record = whose(case, sheet.people[person]), sheet.bids[bid]
    return not_asked(case, key, record, sheet.questions[question]) or any(
        stood_aside(case, key, one) for one in case.bids if one.id == record
    )


def absences_called(case: Case, sheet: Sheet, absent: list[Absence]) -> str:
    """Return who did not score which bid on what, in words; of many the first."""
    asked = [called(one.criterion) for one in sheet.questions]
    said = [
        f"{person_of(case, sheet, person)} of {bid_called(case, sheet.bids[bid])} on {asked[question]}"
        for person, bid, question in absent
    ]
    more = f" and {len(said) - _NAMED} others" if len(said) > _NAMED else ""
    return ", ".join(said[:_NAMED]) + more
