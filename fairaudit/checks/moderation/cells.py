"""The agreed scores of a panel beside the scores of its members for the same bid and criterion."""

from collections.abc import Iterable

from fairaudit.analysis.phases import MODERATED, phase_named
from fairaudit.checks.base import Many
from fairaudit.checks.scoring.criteria.tree import question_with
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.checks.scoring.sittings import sitting_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import in_rounds
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.persons.identity import person_called

MOST_RELATED = 20
"""How many records a finding about many of them points to; its facts name them all."""


MOST_TOLD = 200
"""How many scores a finding about many of them names."""


def in_all_rounds(case: Case, bid: Bid) -> tuple[Bid, ...]:
    """Return a bid, and its bidder's in the other rounds for the same lot: what was scored in one need not be in another."""
    if bid.bidder is None or not in_rounds(case):
        return (bid,)
    lot = lot_of(case, bid.id, bid.lot)
    others = (one for one in case.bids if one.bidder == bid.bidder and one.round != bid.round)
    return (bid, *(one for one in others if lot_of(case, one.id, one.lot) == lot))


class Agreed(Frozen):
    """A score of the panel, those its members gave by themselves, and those they moderated."""

    score: Score
    own: tuple[Score, ...]
    moderated: tuple[Score, ...]


def agreed_cells(case: Case) -> tuple[Agreed, ...]:
    """Return the panel's scores for quality, each with its members' for the same bid, criterion, lot and sitting."""
    return case.once(_cells)


def _cells(case: Case) -> tuple[Agreed, ...]:
    members: dict[tuple[str | None, str | None], list[Score]] = {}
    for one in case.evaluation.individual or ():
        if one.score is not None:
            members.setdefault((one.bid, one.criterion), []).append(one)
    found = []
    for score in case.evaluation.consensus or ():
        if score.score is None or not is_quality(case, score.criterion):
            continue
        beside = [one for one in members.get((score.bid, score.criterion), ()) if _together(case, one, score)]
        parts: tuple[list[Score], list[Score]] = ([], [])
        for one in beside:
            parts[phase_named(one.stage) == MODERATED].append(one)
        found.append(Agreed(score, tuple(parts[0]), tuple(parts[1])))
    return tuple(found)


def _together(case: Case, first: Score, second: Score) -> bool:
    """Whether two scores of one bid and criterion may be for one lot and sitting; what a record leaves out may be any."""
    if first.lot != second.lot:
        lots = {lot_of(case, one.bid, one.lot) for one in (first, second)} - {None}
        if len(lots) > 1:
            return False
    return first.stage == second.stage or len({sitting_of(first), sitting_of(second)} - {None}) < 2


def is_quality(case: Case, criterion: str | None) -> bool:
    """Whether people score a criterion by its quality: it is no price, and points are given for it; an unknown one may be."""
    return case.once(qualities)[criterion]


class Qualities(dict[str | None, bool]):
    """Which criteria people score by their quality, each looked up when it is first asked for: thousands of scores ask."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case

    def __missing__(self, criterion: str | None) -> bool:
        """Look a criterion up."""
        question = question_with(self._case, criterion)
        found = self[criterion] = question is None or (question.is_scored and not question.is_price)
        return found


class Lots(dict[tuple[str | None, str | None], str | None]):
    """The lot that a record is about, by its bid and the lot it names, each looked up when it is first asked for."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case

    def __missing__(self, key: tuple[str | None, str | None]) -> str | None:
        """Look a lot up."""
        found = self[key] = lot_of(self._case, *key)
        return found


def qualities(case: Case) -> Qualities:
    """Return which criteria people score by their quality; for `case.once`."""
    return Qualities(case)


def lots(case: Case) -> Lots:
    """Return the lots that records are about; for `case.once`."""
    return Lots(case)


PANEL = "the panel"
"""What gave a score that nobody alone did, within a sentence."""


def scorer_of(case: Case, score: Score) -> str:
    """Return who gave a score: the name of a person, or the panel."""
    if score.path[1] == "consensus" or score.evaluator is None:
        return PANEL
    return person_called(case, score.evaluator)


def in_cells(scores: Iterable[Score]) -> tuple[str, ...]:
    """Return for what scores are, in words."""
    return tuple(f"{one.bid} on {one.criterion}" for one in scores)


def in_brief(scores: list[Score]) -> tuple[str, ...] | Many:
    """Return for what scores are, in words; of very many the first."""
    return in_short(in_cells(scores))


def in_short(told: tuple[str, ...]) -> tuple[str, ...] | Many:
    """Return what is told of many things, of very many the first."""
    return told if len(told) <= MOST_TOLD else Many(told[:MOST_TOLD], len(told) - MOST_TOLD)


def pointing_to(scores: Iterable[Score], words: str) -> tuple[tuple[Node[object], str], ...]:
    """Return the first of some scores as places that belong to a finding."""
    return tuple((one.node, words) for _, one in zip(range(MOST_RELATED), scores, strict=False))
