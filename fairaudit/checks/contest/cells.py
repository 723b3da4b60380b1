"""The recorded scores cell by cell: what the panel gave a bid for a criterion, and what each evaluator did."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from math import gcd, lcm

from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of
from fairaudit.checks.scoring.sheets.averages import MEAN, Average
from fairaudit.checks.scoring.sheets.outsiders import without_outsiders
from fairaudit.checks.scoring.sittings import counting, sitting_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.persons.identity import whose
from fairaudit.procurement.wanted import in_list

_Key = tuple[str, str]
"""A bid and a criterion."""


class Cell(Frozen):
    """What is recorded of one bid for one criterion: the panel's scores, and those of its members."""

    panel: tuple[Decimal, ...]
    members: tuple[Decimal, ...]

    @property
    def number(self) -> int:
        """How many individual scores there are."""
        return len(self.members)


_EMPTY = Cell((), ())


class Cells:
    """All cells of a case; a score that names no lot is about the lot of its bid, or about every lot."""

    def __init__(self) -> None:
        self.panel: dict[str | None, dict[_Key, list[Decimal]]] = {}
        self.members: dict[str | None, dict[_Key, dict[str, Decimal]]] = {}
        self.scored: dict[str | None, dict[str, None]] = {}
        self.people: dict[str | None, dict[str, None]] = {}
        self.values: dict[str, set[Decimal]] = {}
        self.twice: dict[str | None, dict[_Key, tuple[Score, Score]]] = {}
        self._first: dict[tuple[str | None, _Key, str], Score] = {}

    def add(self, lot: str | None, score: Score, who: str | None, panel: bool) -> None:
        """Take in one score that says its bid, its criterion and its value; `who` gave it, however the record calls them."""
        if score.bid is None or score.criterion is None or score.score is None:
            return
        self.scored.setdefault(lot, {})[score.bid] = None
        self.values.setdefault(score.criterion, set()).add(score.score)
        key = (score.bid, score.criterion)
        if panel:
            self.panel.setdefault(lot, {}).setdefault(key, []).append(score.score)
        else:
            cell = self.members.setdefault(lot, {}).setdefault(key, {})
            cell[who or f"#{len(cell)}"] = score.score
            if who:
                self.people.setdefault(lot, {})[who] = None
                first = self._first.setdefault((lot, key, who), score)
                if first.score != score.score:
                    self.twice.setdefault(lot, {}).setdefault(key, (first, score))

    def close(self) -> None:
        """Let go of what only adding needs: of a million scores 150 MB."""
        self._first.clear()

    def bids(self, lot: str | None) -> tuple[str, ...]:
        """Return the bids that were scored in a lot."""
        return tuple(dict.fromkeys((*self.scored.get(lot, ()), *(self.scored.get(None, ()) if lot else ()))))

    def has_panel(self, lot: str | None) -> bool:
        """Whether the panel's own scores are recorded."""
        return bool(self.panel.get(lot) or self.panel.get(None))

    def evaluators(self, lot: str | None) -> tuple[str, ...]:
        """Return who scored, in the order of the record."""
        return tuple(dict.fromkeys((*self.people.get(lot, ()), *(self.people.get(None, ()) if lot else ()))))

    def of(self, lot: str | None, bid: str, question: Question) -> Cell:
        """Return one cell."""
        key = (bid, question.criterion.id or "")
        panel = self._panel(lot, key)
        members = self._members(lot, key)
        return Cell(tuple(panel), tuple(members.values())) if panel or members else _EMPTY

    def unlike(self, lot: str | None, bid: str, question: Question) -> tuple[Score, Score] | None:
        """Return two unlike scores that one member gave a bid for a criterion, of which nobody knows which counts."""
        key = (bid, question.criterion.id or "")
        return self.twice.get(lot if key in self.members.get(lot, {}) else None, {}).get(key)

    def _panel(self, lot: str | None, key: _Key) -> list[Decimal]:
        own = self.panel.get(lot, {}).get(key)
        return own if own is not None else self.panel.get(None, {}).get(key, [])

    def _members(self, lot: str | None, key: _Key) -> dict[str, Decimal]:
        own = self.members.get(lot, {}).get(key)
        return own if own is not None else self.members.get(None, {}).get(key, {})

    def members_of(self, lot: str | None, bid: str, criterion: str) -> dict[str, Decimal]:
        """Return the individual scores of a bid for a criterion by who gave them."""
        return self._members(lot, (bid, criterion))

    def values_of(self, criterion: str | None) -> set[Decimal]:
        """Return every score that was given for a criterion, each once."""
        return self.values.get(criterion or "", set())


def cells_of(case: Case) -> Cells:
    """Return the cells of a case; a member's score that a moderation replaced does not count, nor does an outsider's."""
    found = Cells()
    lots: dict[tuple[str | None, str | None], str | None] = {}
    # Somebody who is called by id in one line and by name in the next is one evaluator, called as they are first.
    called: dict[str, str] = {}
    people: dict[str | None, str | None] = {None: None, "": None}
    for panel, scores in ((True, case.evaluation.consensus), (False, case.evaluation.individual)):
        for one in counting(scores) if panel else without_outsiders(case, counting(scores)):
            if panel or sitting_of(one) is None:
                key = (one.bid, one.lot)
                if key not in lots:
                    lots[key] = lot_of(case, *key)
                if one.evaluator not in people:
                    people[one.evaluator] = called.setdefault(whose(case, one.evaluator or ""), one.evaluator or "")
                found.add(lots[key], one, people[one.evaluator], panel)
    found.close()
    return found


class Ends(Frozen):
    """Where a criterion's scale begins and ends, and whether its low end is the good one."""

    lowest: Fraction
    highest: Fraction
    low_is_good: bool

    def length(self, of_length: bool) -> Fraction:
        """Return what a share is a share of: all of the scale, or all up to its top."""
        return self.highest - self.lowest if of_length else self.highest


def ends_of(question: Question) -> Ends | None:
    """Return the ends of a criterion's scale, `None` where they are not given or it has no length."""
    scale = question.scale
    if scale is None or scale.maximum is None:
        return None
    lowest, highest = Fraction(scale.minimum or 0), Fraction(scale.maximum)
    return Ends(lowest, highest, better_is_lower(question)) if highest > max(lowest, Fraction(0)) else None


class Yardstick:
    """Scores as shares of one criterion's scale, 1 being best; each is worked out once, since many scores are alike."""

    def __init__(self, ends: Ends, of_length: bool) -> None:
        self._ends, self._of_length = ends, of_length
        self._known: dict[Decimal, Fraction] = {}

    def of(self, score: Decimal) -> Fraction:
        """Return a score as a share of the scale."""
        found = self._known.get(score)
        if found is None:
            found = self._known[score] = self.exactly(Fraction(score))
        return found

    def exactly(self, score: Fraction) -> Fraction:
        """Return a score, or a mean of some, as a share of the scale's length or of its top."""
        ends = self._ends
        earned = ends.lowest + ends.highest - score if ends.low_is_good else score
        return (earned - ends.lowest if self._of_length else earned) / ends.length(self._of_length)


def share_of(
    case: Case, cell: Cell, question: Question, length: bool, average: Average | None, bid: str
) -> Fraction | Unassessed:
    """Return what the scores of a cell are of their scale, or what is missing; without an `average`, of the panel's own."""
    at, criterion, by_panel = case.evaluation.node, question.criterion, average is None
    kept = by_panel or case.evaluation.consensus is not None
    section = "evaluation.consensus" if kept else "evaluation.individual"
    scores = cell.panel if by_panel else cell.members
    if not scores:
        name = criterion.id or "a criterion without an id"
        lacking = in_list(case, section, f"criterion {criterion.id}, bid {bid}")
        reason = f"there is no score of {bid_called(case, bid)} for {name}"
        return Unassessed(at, reason, (lacking if criterion.id else f"{text_of(criterion.path)}.id",))
    if by_panel and len(set(scores)) > 1:
        lacking = in_list(case, section, f"one score for criterion {criterion.id}, bid {bid}")
        return Unassessed(at, f"the panel has several scores of {bid_called(case, bid)} for {criterion.id}", (lacking,))
    ends = ends_of(question)
    if ends is None:
        name = f"{text_of(criterion.path)}.scale"
        return Unassessed(at, f"{name} is not given, or does not end above where it begins", (name,))
    off = next((one for one in scores if not ends.lowest <= one <= ends.highest), None)
    if off is not None:
        lacking = in_list(case, section, f"a score on its scale for criterion {criterion.id}, bid {bid}")
        reason = f"the score {off} of {bid_called(case, bid)} for {criterion.id} is off its scale"
        return Unassessed(at, reason, (lacking,))
    return Yardstick(ends, length).exactly(averaged(average, scores, question) if average else Fraction(scores[0]))


def averaged(average: Average, scores: tuple[Decimal, ...], question: Question) -> Fraction:
    """Return the average of the scores of a cell."""
    if average is MEAN:
        return _mean(scores)
    step = question.scale.step if question.scale and question.scale.step else 1
    return average.of(list(map(Fraction, scores)), Fraction(step))


def _mean(scores: tuple[Decimal, ...]) -> Fraction:
    with localcontext() as context:
        # A hundred digits hold every sum of scores as they can be written.
        context.prec = 100
        total = scores[0] if len(scores) == 1 else sum(scores, Decimal(0))
    return Fraction(total) / len(scores)


def one_step(question: Question, cells: Cells, length: bool) -> Fraction | None:
    """Return one step of a scale as a share: the declared one, else the widest up to 1 that all its scores stand on."""
    scale, ends = question.scale, ends_of(question)
    if scale is None or ends is None:
        return None
    whole = ends.length(length)
    if scale.step is not None:
        return Fraction(scale.step) / whole
    apart = [Fraction(one) - ends.lowest for one in sorted(cells.values_of(question.criterion.id))]
    bottom = lcm(ends.lowest.denominator, ends.highest.denominator, *(one.denominator for one in apart))
    found = gcd(bottom, int((ends.highest - ends.lowest) * bottom), *(int(one * bottom) for one in apart))
    return Fraction(found, bottom) / whole
