"""Award criteria lot by lot: which count for a lot, which stand beside each other, what share of the whole each has.

Thousands of lots for which the same criteria count are one matter: what is worked out for the first holds for them all.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from heapq import merge
from operator import itemgetter

from fairaudit.checks.scoring.criteria.tree import (
    Question,
    called,
    parts_of,
    questions,
    scored_leaves,
    slack,
    wholes,
    worth,
)
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion
from fairaudit.procurement.model.node import Node


class ByLot(Frozen):
    """Questions with their positions: those that say nothing of lots, and those that are about some, by lot."""

    common: tuple[tuple[int, Question], ...]
    named: dict[str, list[tuple[int, Question]]]

    def of(self, lot: str | None) -> list[Question]:
        """Return the questions that apply to a lot in their order; `None` stands for a tender without lots, where all do."""
        own = self.named.get(lot, []) if lot is not None else self._all_named()
        return [one for _, one in (merge(self.common, own, key=itemgetter(0)) if own else self.common)]

    def _all_named(self) -> list[tuple[int, Question]]:
        return sorted({at: (at, one) for some in self.named.values() for at, one in some}.values(), key=itemgetter(0))


def _by_lot(asked: Iterable[Question]) -> ByLot:
    common: list[tuple[int, Question]] = []
    named: dict[str, list[tuple[int, Question]]] = {}
    for at, one in enumerate(asked):
        if not one.lots:
            common.append((at, one))
        for lot in dict.fromkeys(one.lots):
            named.setdefault(lot, []).append((at, one))
    return ByLot(tuple(common), named)


def leaves_for(case: Case, lot: str | None) -> list[Question]:
    """Return the questions that points are given for in a lot."""
    return case.once(_leaves_by_lot).of(lot)


def _leaves_by_lot(case: Case) -> ByLot:
    return _by_lot(scored_leaves(case))


def tops_for(case: Case, lot: str | None) -> list[Question]:
    """Return the scored criteria of a lot that stand in no group."""
    return case.once(_tops_by_lot).of(lot)


def _tops_by_lot(case: Case) -> ByLot:
    return _by_lot(one for one in questions(case) if not one.above and one.is_scored)


def lot_ids(case: Case) -> tuple[str | None, ...]:
    """Return the lots of a tender, also those that only its criteria name; one `None` where there are none."""
    return case.once(_lot_ids)


def _lot_ids(case: Case) -> tuple[str | None, ...]:
    named = [one.id for one in case.lots if one.id]
    named += [lot for one in questions(case) for lot in one.criterion.lots or ()]
    return tuple(dict.fromkeys(named)) or (None,)


def first_alike(case: Case, lot: str | None) -> str | None:
    """Return the first lot for which the same criteria count as for this one."""
    return case.once(_first_alike).get(lot, lot)


def lots_apart(case: Case) -> tuple[str | None, ...]:
    """Return the first lot of every set of lots for which the same criteria count: what holds for it holds for the others."""
    return tuple(dict.fromkeys(case.once(_first_alike).values()))


def _first_alike(case: Case) -> dict[str | None, str | None]:
    """Return for every lot the first one for which the same criteria count, itself where it is the first."""
    named: dict[str | None, list[int]] = {}
    for at, one in enumerate(questions(case)):
        for lot in dict.fromkeys(one.criterion.lots or ()):
            named.setdefault(lot, []).append(at)
    first: dict[tuple[int, ...], str | None] = {}
    return {lot: first.setdefault(tuple(named.get(lot, ())), lot) for lot in lot_ids(case)}


class Siblings(Frozen):
    """Scored criteria that stand beside each other for the same lots."""

    at: Node[object]
    parent: AwardCriterion | None
    lots: tuple[str, ...]
    all_lots: bool
    items: tuple[Question, ...]

    @property
    def called(self) -> str:
        """How people call them: the award criteria, those of a lot, the parts of a criterion."""
        what = f"the parts of {called(self.parent)}" if self.parent else "the award criteria"
        return what if self.all_lots else f"{what} for lot {', '.join(self.lots)}"

    @property
    def key(self) -> str:
        """What tells them apart from the others for good."""
        return "" if self.all_lots else "lots " + " ".join(self.lots)


def sibling_groups(case: Case) -> Iterator[Siblings]:
    """Return every group of weighed criteria, once for all the lots that share it."""
    yield from case.once(_groups)


def in_words(case: Case, group: Siblings) -> list[Question]:
    """Return the scored criteria beside those of a group whose own importance is given by an order or in words."""
    beside = case.once(_in_words).get(id(group.parent) if group.parent else 0, ())
    return [one for one in beside if group.all_lots or any(one.applies_to(lot) for lot in group.lots)]


def _in_words(case: Case) -> dict[int, list[Question]]:
    """Return the scored criteria that are not weighed by a number, by the criterion above them, 0 for none."""
    found: dict[int, list[Question]] = {}
    for one in questions(case):
        if one.is_scored and not one.is_weighed and not one.needs_no_weight:
            found.setdefault(id(one.above[-1]) if one.above else 0, []).append(one)
    return found


def _groups(case: Case) -> tuple[Siblings, ...]:
    return tuple(_each_group(case))


def _each_group(case: Case) -> Iterator[Siblings]:
    lots = tuple(lot for lot in lot_ids(case) if lot)
    tops = case.tender.award_criteria or ()
    beside: dict[int, list[Question]] = {}
    for one in questions(case):
        if one.is_scored and one.is_weighed and not one.needs_no_weight:
            beside.setdefault(id(one.above[-1]) if one.above else 0, []).append(one)
    yield from _siblings(Node(("tender", "award_criteria"), tops), None, beside.get(0, []), lots)
    for one in questions(case):
        if asked := beside.get(id(one.criterion)):
            yield from _siblings(one.criterion.field("children"), one.criterion, asked, lots)


def _siblings(
    at: Node[object], parent: AwardCriterion | None, asked: list[Question], lots: tuple[str, ...]
) -> Iterator[Siblings]:
    by_lot = _by_lot(asked)
    if not asked:
        return
    if not by_lot.named or not lots:
        yield Siblings(at, parent, lots, True, tuple(asked))
        return
    shared: dict[tuple[int, ...], list[str]] = {}
    for lot in lots:
        shared.setdefault(tuple(index for index, _ in by_lot.named.get(lot, ())), []).append(lot)
    if not by_lot.common:
        shared.pop((), None)
    for same in shared.values():
        yield Siblings(at, parent, tuple(same), len(shared) == 1, tuple(by_lot.of(same[0])))


def _wholes_near(question: Question, parts: list[Question], total: Decimal) -> list[Decimal]:
    """Return what the weights of the parts of a criterion add up to, but for the rounding of each; the nearest first."""
    room = slack(tuple(parts), Decimal("0.01"))
    found = (
        one
        for one in wholes(tuple(parts), question.criterion)
        if abs(total - one) <= min(room, Decimal("0.001") if one == 1 else room)
    )
    return sorted(found, key=lambda one: abs(total - one))


def _whole(question: Question, parts: list[Question], total: Decimal) -> bool:
    """Whether the parts of a criterion add up to something their shares can be taken of."""
    if question.criterion.weight is None or all(one.criterion.weight_type == "points" for one in parts):
        return True
    return bool(_wholes_near(question, parts, total))


def weights_in_full(case: Case, lot: str | None) -> list[tuple[Question, Fraction]] | None:
    """Return every scored question of a lot with its share of the whole, or `None` where weights are not known."""
    known, first = case.once(_in_full), first_alike(case, lot)
    if first not in known:
        known[first] = _all_spread(of_the_award(tops_for(case, first)), first)
    return known[first]


def weights_as_written(case: Case, lot: str | None) -> list[tuple[Question, Fraction]] | None:
    """Return the weights of a lot with each part worth just what is written, where that is not its share of the whole.

    Parts of 20 and three times 13.3 make 59.9 of a group's 60: whoever weighs by what is published gives 59.9 points at most.
    """
    known, first = case.once(_as_written), first_alike(case, lot)
    if first not in known:
        full = weights_in_full(case, first)
        written = full and _all_spread(of_the_award(tops_for(case, first)), first, as_written=True)
        known[first] = written if written != full else None
    return known[first]


def _as_written(_: Case) -> dict[str | None, list[tuple[Question, Fraction]] | None]:
    """Return where the weights of every lot as they are written are kept."""
    return {}


def _in_full(_: Case) -> dict[str | None, list[tuple[Question, Fraction]] | None]:
    """Return where the shares of every lot are kept, once for all the lots for which the same criteria count."""
    return {}


def of_the_award(asked: list[Question]) -> list[Question]:
    """Return the criteria that make up one total: all, or those beside the price where each stage is a whole of its own.

    Who is invited is often scored by other criteria, out of a hundred as well, that count for nothing once bids are compared.
    """
    stages: dict[str | None, list[Question]] = {}
    for one in asked:
        stages.setdefault(one.criterion.stage, []).append(one)
    priced = [stage for stage, some in stages.items() if any(one.is_price for one in some)]
    if len(stages) == 1 or len(priced) != 1 or _adds_up(asked) or not all(map(_adds_up, stages.values())):
        return asked
    return stages[priced[0]]


def _adds_up(asked: list[Question]) -> bool:
    """Whether the weights of criteria make up a whole; where nothing says what that is, they do not."""
    weighed = tuple(one for one in asked if not one.needs_no_weight)
    total = sum((worth(one) or Decimal(0) for one in weighed), Decimal(0))
    room = slack(weighed, Decimal("0.01")) if weighed else Decimal(0)
    return any(abs(total - one) <= min(room, Decimal("0.001") if one == 1 else room) for one in wholes(weighed, None))


def _all_spread(
    asked: list[Question], lot: str | None, *, as_written: bool = False
) -> list[tuple[Question, Fraction]] | None:
    weighed = [one for one in asked if not one.needs_no_weight] or asked
    found = [(one, Fraction(0)) for one in asked if one.needs_no_weight and len(weighed) < len(asked)]
    alone = len(weighed) == 1 and weighed[0].criterion.weight is None
    for one in weighed:
        weight = Decimal(100) if alone else worth(one)
        unknown = weight is None or not (alone or one.is_weighed)
        spread = None if unknown else _spread(one, Fraction(weight or 0), lot, as_written=as_written)
        if spread is None:
            return None
        found += spread
    return found


def _spread(
    question: Question, weight: Fraction, lot: str | None, *, as_written: bool = False
) -> list[tuple[Question, Fraction]] | None:
    """Return the leaves under a question with their shares of its weight, whichever convention the parts follow."""
    if question.is_leaf:
        return [(question, weight)]
    parts = [one for one in parts_of(question) if one.is_scored and one.applies_to(lot)]
    worths = [worth(one) for one in parts]
    total = sum((one for one in worths if one is not None), Decimal(0))
    if any(one is None for one in worths) or total <= 0 or not _whole(question, parts, total):
        return None
    whole = next(iter(_wholes_near(question, parts, total)), total) if as_written else total
    found: list[tuple[Question, Fraction]] = []
    for one, part in zip(parts, worths, strict=True):
        spread = _spread(one, weight * Fraction(part or 0) / Fraction(whole), lot, as_written=as_written)
        if spread is None:
            return None
        found += spread
    return found
