"""Which scores stand in the record and could not be read: these are not missing, whatever they are."""

from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.unread import unread_in_part
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.persons.identity import whose
from fairaudit.sources.document import Path

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
    return sum(one.path == ("evaluation", name) and one.lost is not None for one in unread_in_part(case.unreadable))


def unread_places(case: Case) -> frozenset[Path]:
    """Return where records stand whose score could not be read."""
    return case.once(_unread_places)


def _unread_places(case: Case) -> frozenset[Path]:
    found = (one.path for one in case.unreadable if one.path[:1] == ("evaluation",))
    return frozenset(one[:3] for one in found if one[3:] == ("score",))


def leans_on_unread(case: Case, score: Score) -> bool:
    """Whether what is found about a score may hang on one that could not be read: such are told apart from all others."""
    pairs = case.once(_unread_pairs)
    return pairs is None or (score.bid, score.criterion) in pairs


def _unread_pairs(case: Case) -> frozenset[tuple[str | None, str | None]] | None:
    """Return the bids and criteria of scores that could not be read, `None` where whole rows of them could not be."""
    if any(unread_rows(case, name) for name in ("individual", "consensus")):
        return None
    every = (*(case.evaluation.individual or ()), *(case.evaluation.consensus or ())) if unread_places(case) else ()
    return frozenset((one.bid, one.criterion) for one in every if one.path in unread_places(case))
