"""Strangers who gave exactly what a member of the panel gave no score for: they may be that member, called otherwise."""

from fairaudit.checks.scoring.sheets.asked import expected_scores, stood_aside
from fairaudit.checks.scoring.sheets.unread_scores import unread_cells
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.persons.identity import ambiguous, known_person, person_called, whose

Cell = tuple[str | None, str | None]
"""A bid and a criterion."""


class Stranger(Frozen):
    """Whom nobody of the case is called, what they scored, and where they are first named."""

    name: str
    cells: frozenset[Cell]
    at: Node[object]


def unknown_scorers(case: Case) -> tuple[Stranger, ...]:
    """Return whoever gave scores under a name that nobody of the case has."""
    return case.once(_unknown)


def _unknown(case: Case) -> tuple[Stranger, ...]:
    seats = _seats(case)
    cells: dict[str, set[Cell]] = {}
    first: dict[str, tuple[str, Node[object]]] = {}
    for one in case.evaluation.individual or ():
        key = whose(case, one.evaluator) if one.evaluator else None
        if one.evaluator and key and key not in seats:
            cells.setdefault(key, set()).add((one.bid, one.criterion))
            first.setdefault(key, (one.evaluator, one.field("evaluator")))
    return tuple(
        Stranger(name, frozenset(cells[key]), at)
        for key, (name, at) in first.items()
        if known_person(case, name) is None and not ambiguous(case, name)
    )


def _seats(case: Case) -> frozenset[str]:
    return case.once(_seat_keys)


def _seat_keys(case: Case) -> frozenset[str]:
    asked = (one.evaluator for one in case.evaluation.allocation or ())
    return frozenset(whose(case, one) for one in (*(case.evaluation.panel or ()), *asked) if one)


def gaps_filled(case: Case) -> dict[str, tuple[str, ...]]:
    """Return by the name of each stranger the members, by their keys, whose missing scores the stranger's may be."""
    return case.once(_filled)


def _filled(case: Case) -> dict[str, tuple[str, ...]]:
    strangers = unknown_scorers(case)
    if not strangers:
        return {}
    own: dict[str, set[Cell]] = {}
    for one in case.evaluation.individual or ():
        if one.evaluator and one.score is not None:
            own.setdefault(whose(case, one.evaluator), set()).add((one.bid, one.criterion))
    for member, criterion, bid in unread_cells(case):
        own.setdefault(member, set()).add((bid, criterion))
    asked, told = _asked(case, own), case.evaluation.allocation is not None
    every = {cell for cells in asked.values() for cell in cells}
    found: dict[str, tuple[str, ...]] = {}
    for who in strangers:
        cells = who.cells & every
        lacking = [key for key, all_of_it in asked.items() if cells and _may_fill(cells, all_of_it, own.get(key), told)]
        if lacking:
            found[who.name] = tuple(lacking)
    return found


def _may_fill(cells: frozenset[Cell], asked: set[Cell], own: set[Cell] | None, told: bool) -> bool:
    """Whether a stranger's cells may be those that a member lacks: all of them, where no allocation says what was asked."""
    lacks = asked - (own or set())
    return cells == lacks if own and not told else cells <= lacks


def _asked(case: Case, own: dict[str, set[Cell]]) -> dict[str, set[Cell]]:
    """Return what each member was to score; without an allocation, what anybody scored is asked of each."""
    told = case.evaluation.allocation
    if told is None:
        every = {cell for cells in own.values() for cell in cells}
        return dict.fromkeys(sorted(_seats(case)), every)
    return {
        key: {(bid.id, one.criterion.id) for bid, one in cells if not stood_aside(case, key, bid)}
        for key, (_, cells) in expected_scores(case, told).items()
    }


def strangers_for(case: Case, member: str) -> tuple[Stranger, ...]:
    """Return the strangers whose scores may be those that a member, by their key, lacks."""
    filled = gaps_filled(case)
    return tuple(one for one in unknown_scorers(case) if member in filled.get(one.name, ()))


def named_otherwise(case: Case, stranger: Stranger, meant: str) -> tuple[str, tuple[str, ...]]:
    """Return that a stranger's scores may be a member's, with the field in which the name stands."""
    name = person_called(case, meant)
    reason = f"nobody of the case is called {stranger.name}, whose scores may be those that {name} was to give"
    return reason, (f"{text_of(stranger.at.path)} (as on the panel)",)
