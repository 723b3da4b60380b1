"""Checks of the family `scoring` on what was made of the scores: rankings, and the weights and criteria applied."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import half_unit
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria_of_lots import lots_apart, weights_in_full
from fairaudit.checks.scoring.criterion_tree import Question, called, lowest_wins, questions
from fairaudit.checks.scoring.evaluation_records import bid_called, is_out, lot_of, maybe
from fairaudit.checks.scoring.totals import totals_instead
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation, Rank, Total
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.wanted import in_list
from fairaudit.sources.document import Path


def by_lot(case: Case, records: tuple[Rank, ...] | tuple[Total, ...]) -> dict[str | None, list[Rank | Total]]:
    """Return ranks or totals lot by lot, in the order of the record."""
    found: dict[str | None, list[Rank | Total]] = {}
    for one in records:
        found.setdefault(lot_of(case, one.bid, one.lot), []).append(one)
    return found


class Order(Frozen):
    """Bids as they are ranked, and as totals would rank them: those recorded, or those worked out again."""

    ranked: tuple[str, ...]
    totals: str
    by_totals: tuple[str, ...]


@check
def ranking_follows_totals(node: Node[Evaluation], case: Case) -> Found[Order]:
    """Flag a ranking in which a bid stands before one with a better total; equal totals may stand either way.

    Where recorded totals do not recompute, those worked out again count as well: a false total can carry a ranking.
    """
    for contest in _contests(node, case):
        if isinstance(contest, Unassessed):
            yield contest
            continue
        key = f"lot {contest.lot}" if contest.lot else ""
        related = tuple((contest.totals[one].field("total"), "the recorded total") for one in contest.order)
        instead = None if contest.lowest_wins else totals_instead(case, contest.lot)
        recorded = {bid: Fraction(one.total or 0) for bid, one in contest.totals.items()}
        if first := contest.misplaced(recorded):
            order = contest.facts(case, "the recorded totals", recorded)
            yield Hit(contest.ranks[first].field("rank"), order, related, key=key)
        elif instead and (first := contest.misplaced(instead.totals, instead.room)):
            order = contest.facts(case, "the totals worked out again", instead.totals)
            yield Hit(contest.ranks[first].field("rank"), order, related, maybe(not instead.sure), key)


class Tie(Frozen):
    """Two bids with the same total that are ranked one before the other."""

    first: str
    second: str
    total: Decimal


@check
def equal_totals_ranked_apart(node: Node[Evaluation], case: Case) -> Found[Tie]:
    """Name bids with equal totals and different ranks: whatever broke the tie should have been published."""
    for contest in _contests(node, case):
        if isinstance(contest, Unassessed):
            yield contest
            continue
        # Of many bids with one total each is named beside the next: every pair of them would say the same again.
        for first, second in contest.neighbours():
            total = contest.totals[first].total
            if total is not None:
                facts = Tie(bid_called(case, first), bid_called(case, second), total)
                yield Hit(contest.ranks[first].field("rank"), facts, key=f"{first}|{second}")


class Contest(Frozen):
    """The ranks and totals of one lot, for the bids that have both."""

    lot: str | None
    ranks: dict[str, Rank]
    totals: dict[str, Total]
    lowest_wins: bool

    @property
    def order(self) -> list[str]:
        """The bids as they are ranked."""
        return sorted(self.ranks, key=lambda one: self.ranks[one].rank or 0)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Return every pair of which the first is ranked strictly before the second."""
        order = self.order
        for index, first in enumerate(order):
            for second in order[index + 1 :]:
                if (self.ranks[first].rank or 0) < (self.ranks[second].rank or 0):
                    yield first, second

    def neighbours(self) -> Iterator[tuple[str, str]]:
        """Return the bids with equal totals, each with the next that is ranked strictly behind it."""
        last: dict[Decimal | None, str] = {}
        for one in self.order:
            total = self.totals[one].total
            before = last.get(total)
            if before is not None and (self.ranks[before].rank or 0) < (self.ranks[one].rank or 0):
                yield before, one
            last[total] = one

    def misplaced(self, totals: dict[str, Fraction], room: Fraction = Fraction(0)) -> str | None:
        """Return the first bid that stands strictly before one whose total is better by more than some room."""
        sign = -1 if self.lowest_wins else 1
        wrong = (one for one, other in self.pairs() if sign * (totals[other] - totals[one]) > room)
        return next(wrong, None)

    def facts(self, case: Case, said: str, totals: dict[str, Fraction]) -> Order:
        """Return the bids as ranked, and as totals would rank them."""
        sign = 1 if self.lowest_wins else -1
        order = self.order
        sorted_by_totals = sorted(order, key=lambda one: sign * totals[one])
        return Order(
            tuple(bid_called(case, one) for one in order),
            said,
            tuple(bid_called(case, one) for one in sorted_by_totals),
        )


def _contests(node: Node[Evaluation], case: Case) -> Iterator[Contest | Unassessed]:
    """Return each lot's ranks and totals, and what is missing to compare them."""
    ranking, totals = node.value.ranking, node.value.totals
    for name in ("ranking", "totals"):
        if getattr(node.value, name) is None:
            yield Unassessed(node, f"evaluation.{name} is not given", (f"evaluation.{name}",))
    if ranking is None or totals is None:
        return
    by_total = by_lot(case, totals)
    for lot, items in by_lot(case, ranking).items():
        ranks = {one.bid: one for one in items if isinstance(one, Rank) and one.bid and one.rank is not None}
        have = {one.bid: one for one in by_total.get(lot, []) if isinstance(one, Total) and one.bid}
        both = [one for one in ranks if one in have and have[one].total is not None]
        for bid in [one for one in ranks if one not in both]:
            yield Unassessed(
                ranks[bid].node,
                f"no total of {bid_called(case, bid)} is recorded",
                (in_list(case, "evaluation.totals", f"bid {bid}"),),
            )
        for one in [one for one in items if isinstance(one, Rank) and one not in ranks.values()]:
            name = f"{text_of(one.path)}.{'rank' if one.bid else 'bid'}"
            yield Unassessed(one.node, f"{name} is not given", (name,))
        for bid in [one for one in have if one not in ranks and not is_out(case, one)]:
            lacking = in_list(case, "evaluation.ranking", f"bid {bid}")
            yield Unassessed(have[bid].node, f"no rank of {bid_called(case, bid)} is recorded", (lacking,))
        picked = {one: ranks[one] for one in both}
        yield Contest(lot, picked, {one: have[one] for one in both}, lowest_wins(case))
    for lot in [one for one in by_total if one not in by_lot(case, ranking)]:
        named = f" of lot {lot}" if lot else ""
        lacking = in_list(case, "evaluation.ranking", f"lot {lot}" if lot else "the bids that have totals")
        yield Unassessed(node, f"no ranking{named} is recorded", (lacking,))


class AppliedWeight(Frozen):
    """A criterion with the weight it was published with, and the weight that was applied."""

    criterion: str
    published: Decimal
    applied: Decimal


@check
def weights_applied_as_published(node: Node[Evaluation], case: Case) -> Found[AppliedWeight]:
    """Flag a weight applied that is not the one published, as a number or as a share of the whole."""
    applied = node.value.weights_applied
    if applied is None:
        yield Unassessed(node, "evaluation.weights_applied is not given", ("evaluation.weights_applied",))
        return
    if case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
        return
    published = {one.criterion.id: one for one in questions(case) if one.criterion.id}
    for key, weight in applied.items():
        question = published.get(key)
        if question is None:
            continue  # The rule on undisclosed criteria speaks of those.
        own = question.criterion.weight
        shares = _shares(case, question)
        if own is None and not shares:
            name = f"{text_of(question.criterion.path)}.weight"
            yield Unassessed(Node((*node.path, "weights_applied", key), weight), f"{name} is not given", (name,))
        elif not _same(weight, own, shares):
            first = own if own is not None else Decimal(shares[0].numerator) / Decimal(shares[0].denominator)
            facts = AppliedWeight(called(question.criterion), first, weight)
            at: Node[object] = Node((*node.path, "weights_applied", key), weight)
            yield Hit(at, facts, ((question.criterion.field("weight"), "the published weight"),), key=key)


def _shares(case: Case, question: Question) -> list[Fraction]:
    """Return what a criterion is worth of the whole, in every lot it is scored for."""
    return list(case.once(_shares_by_path).get(question.criterion.path, ()))


def _shares_by_path(case: Case) -> dict[Path, dict[Fraction, None]]:
    """Return the different shares of every criterion and every group, in the order of the lots."""
    found: dict[Path, dict[Fraction, None]] = {}
    for lot in lots_apart(case):
        sums: dict[Path, Fraction] = {}
        for leaf, share in weights_in_full(case, lot) or ():
            for one in leaf.lineage:
                sums[one.path] = sums.get(one.path, Fraction(0)) + share
        for path, share in sums.items():
            found.setdefault(path, {})[share] = None
    return found


def _same(applied: Decimal, own: Decimal | None, shares: list[Fraction]) -> bool:
    """Whether a weight is the published one, in per cent or as a fraction, by itself or as a share of the whole."""
    factors = (Fraction(1), Fraction(100), Fraction(1, 100))
    exact = [Fraction(applied) * factor for factor in factors]
    if own is not None and Fraction(own) in exact:
        return True
    # A share of the whole may be rounded to the places it is written with.
    room = half_unit(applied) if applied != applied.to_integral_value() else Fraction(0)
    pairs = list(zip(exact, factors, strict=True))
    return any(abs(share - one) <= room * factor for one, factor in pairs for share in shares)


class AppliedCriterion(Frozen):
    """A criterion by which bids were scored, or not."""

    criterion: str


@check
def criteria_applied_are_published(node: Node[Evaluation], case: Case) -> Found[AppliedCriterion]:
    """Flag criteria and parts of criteria that bids were scored on, and that the documents do not name."""
    lists = [node.value.criteria_applied, node.value.weights_applied, node.value.consensus, node.value.individual]
    if all(one is None for one in lists):
        names = tuple(f"evaluation.{one}" for one in ("criteria_applied", "weights_applied", "consensus", "individual"))
        yield Unassessed(node, "no record says which criteria were applied", names)
        return
    if case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
        return
    asked = [one.criterion for one in questions(case)]
    known = {name.strip().lower() for one in asked for name in (one.id, one.name) if name}
    if any(one.id is None for one in asked):
        unnamed = next(text_of(one.path) for one in asked if one.id is None)
        yield Unassessed(node, f"{unnamed}.id is not given", (f"{unnamed}.id",))
        return
    for at, name in _applied(node):
        if name.strip().lower() not in known:
            yield Hit(at, AppliedCriterion(name), key=name)


def _applied(node: Node[Evaluation]) -> Iterator[tuple[Node[object], str]]:
    """Return every criterion that the records name, once, where it is named first."""
    evaluation = node.value
    seen: dict[str, Node[object]] = {}
    for index, name in enumerate(evaluation.criteria_applied or ()):
        seen.setdefault(name, Node((*node.path, "criteria_applied", index), name))
    for key, weight in (evaluation.weights_applied or {}).items():
        seen.setdefault(key, Node((*node.path, "weights_applied", key), weight))
    for score in (*(evaluation.consensus or ()), *(evaluation.individual or ())):
        if score.criterion:
            seen.setdefault(score.criterion, score.field("criterion"))
    for name, at in seen.items():
        yield at, name


@check
def published_criteria_are_applied(node: Node[Evaluation], case: Case) -> Found[AppliedCriterion]:
    """Flag a published, scored criterion that is not among those applied, nor are its group or its parts."""
    named = node.value.criteria_applied
    if named is None and node.value.weights_applied is None:
        lacking = ("evaluation.criteria_applied", "evaluation.weights_applied")
        yield Unassessed(node, f"{lacking[0]} is not given", lacking)
        return
    if case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
        return
    applied = {one.strip().lower() for one in (*(named or ()), *(node.value.weights_applied or {}))}
    for question in questions(case):
        if not (question.is_leaf and question.is_scored):
            continue
        names = tuple(name for one in question.lineage for name in (one.id, one.name) if name)
        if not any(one.strip().lower() in applied for one in names):
            sure = None if case.holds_all("evaluation.criteria_applied") else "possible"
            at = question.criterion.node
            yield Hit(
                at, AppliedCriterion(called(question.criterion)), confidence=sure, key=question.criterion.id or ""
            )
