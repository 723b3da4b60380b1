"""Whose single scores count for totals: those of the panel, where it is named and scored what somebody else scored too."""

from collections.abc import Iterable

from fairaudit.checks.people.spellings.slips_of_names import seat_misspelt, slip_of
from fairaudit.checks.scoring.evaluation_records import scores_by_bid
from fairaudit.checks.scoring.sheets.under_another_name import gaps_filled
from fairaudit.checks.scoring.sittings import counting
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.persons.identity import (
    ambiguous,
    called_otherwise,
    keys_of,
    known_person,
    may_mean,
    ways_written,
    whose,
)
from fairaudit.procurement.persons.labels import is_body


class Sheets(Frozen):
    """The single scores that count, by bid; `instead` in place of a panel's score that is not exactly their published average."""

    by_bid: dict[str | None, list[Score]]
    instead: bool = False


def outsiders(case: Case) -> frozenset[str]:
    """Return who surely is not on the panel and scored what its members scored as well, by the one key of a person.

    Nobody where no panel is named, and nobody who may be a member: under another name, with a slip, or with a role.
    """
    return case.once(_outsiders)


def panel_members(case: Case) -> Sheets:
    """Return the single scores of the panel alone."""
    return case.once(_members)


def everybody(case: Case) -> Sheets:
    """Return the single scores of whoever scored."""
    return case.once(_everybody)


def bodies(case: Case) -> dict[str, Sheets]:
    """Return the single scores that stand under the name of a body alone, such as `Board`, which has no seat, by that name."""
    return case.once(_bodies)


def without_outsiders(case: Case, scores: Iterable[Score]) -> tuple[Score, ...]:
    """Return single scores without those of outsiders."""
    out = outsiders(case)
    return tuple(one for one in scores if not (out and one.evaluator and whose(case, one.evaluator) in out))


def _members(case: Case) -> Sheets:
    return Sheets(scores_by_bid(without_outsiders(case, counting(case.evaluation.individual))))


def _everybody(case: Case) -> Sheets:
    return Sheets(scores_by_bid(counting(case.evaluation.individual)))


def _bodies(case: Case) -> dict[str, Sheets]:
    seats = {whose(case, one) for one in case.evaluation.panel or ()}
    found: dict[str, list[Score]] = {}
    for one in counting(case.evaluation.individual):
        if one.evaluator:
            found.setdefault(one.evaluator, []).append(one)
    if len(found) == 1:
        return {}
    return {
        name: Sheets(scores_by_bid(tuple(scores)))
        for name, scores in found.items()
        if is_body(case, name) and whose(case, name) not in seats
    }


def _outsiders(case: Case) -> frozenset[str]:
    evaluation = case.evaluation
    if not evaluation.panel:
        return frozenset()
    seats = [*evaluation.panel, *(one.evaluator for one in evaluation.allocation or () if one.evaluator)]
    keys = keys_of(case)
    known = {keys[one] for one in seats}
    cells: dict[str, set[tuple[str | None, str | None]]] = {}
    names: dict[str, str] = {}
    for one in evaluation.individual or ():
        if one.evaluator and one.score is not None:
            key = keys[one.evaluator]
            names.setdefault(key, one.evaluator)
            cells.setdefault("" if key in known else key, set()).add((one.bid, one.criterion))
    own = cells.pop("", set())
    return frozenset(key for key, some in cells.items() if some <= own and _is_outside(case, names[key], seats))


def _is_outside(case: Case, name: str, seats: list[str]) -> bool:
    """Whether somebody who scored can be no member of the panel."""
    person = known_person(case, name)
    has_role = person is not None and any(one.role == "evaluator" for one in person.roles or ())
    vague = ambiguous(case, name) or any(ambiguous(case, one) and may_mean(case, one, name) for one in seats)
    meant = slip_of(case, name, seats) or seat_misspelt(case, name, seats) or gaps_filled(case).get(name)
    return not (has_role or vague or meant or called_otherwise(case, name, ways_written(case, seats)))
