"""Which scores stand in the record and could not be read: these are not missing, whatever they are."""

from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Score
from fairaudit.procurement.identity import whose

Cell = tuple[str, str | None, str | None]
"""Somebody's one key, the criterion and the bid."""


def unread_cells(case: Case) -> frozenset[Cell]:
    """Return the cells in which something stands for a score that could not be read."""
    return case.once(_unread_cells)


def _unread_cells(case: Case) -> frozenset[Cell]:
    return frozenset(
        (whose(case, one.evaluator), one.criterion, one.bid) for one in unread_scores(case) if one.evaluator
    )


def unread_scores(case: Case) -> tuple[Score, ...]:
    """Return the records of individual scores in which something stands for the score that could not be read."""
    return case.once(_unread_scores)


def _unread_scores(case: Case) -> tuple[Score, ...]:
    paths = frozenset(one.path for one in case.unreadable if one.path[:2] == ("evaluation", "individual"))
    scores = (case.evaluation.individual or ()) if paths else ()
    return tuple(one for one in scores if one.score is None and (*one.path, "score") in paths)


def unread_rows(case: Case, name: str = "individual") -> int:
    """Return how many rows, columns and sheets of a list of scores could not be read, of which nobody knows whose they are."""
    return sum(one.path == ("evaluation", name) and one.lost is not None for one in case.unreadable)
