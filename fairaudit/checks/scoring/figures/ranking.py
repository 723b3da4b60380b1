"""Checks of the family `scoring` on the ranking that was made of the totals."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import as_meant
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.scoring.evaluation_records import bid_called, is_out, lot_of, maybe
from fairaudit.checks.scoring.figures.open_end import with_open_end
from fairaudit.checks.scoring.totals.award_words import held_back, lowest_wins, with_award_words
from fairaudit.checks.scoring.totals.criterion_words import with_published_words
from fairaudit.checks.scoring.totals.sureness import off_scale, order_instead
from fairaudit.checks.scoring.totals.totals import counts_marks
from fairaudit.checks.scoring.totals.whole_scores import whole_formula
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Rank, Total
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.wanted import in_list


def by_lot(case: Case, records: tuple[Rank, ...] | tuple[Total, ...]) -> dict[str | None, list[Rank | Total]]:
    """Return ranks or totals lot by lot, in the order of the record."""
    found: dict[str | None, list[Rank | Total]] = {}
    for one in records:
        found.setdefault(lot_of(case, one.bid, one.lot), []).append(one)
    return found


def lowest_first(case: Case, lot: str | None) -> bool:
    """Whether the lowest total of a lot is the best: as the award goes, or since totals are marks whose low end is good."""
    return lowest_wins(case) or counts_marks(case, lot)


class Order(Frozen):
    """Bids as they are ranked, and as totals would rank them: those recorded, or those worked out again."""

    ranked: tuple[str, ...]
    totals: str
    by_totals: tuple[str, ...]
    unread_words: Verb = Verb("")


@check
def ranking_follows_totals(node: Node[Evaluation], case: Case) -> Found[Order]:
    """Flag a ranking in which a bid stands before one with a better total; equal totals may stand either way.

    Where recorded totals do not recompute, those worked out again count as well: a false total can carry a ranking. Words of
    the award that were not understood hold a pass back, and so does a score outside its scale, with which nobody can work
    them out again.
    """
    yield from held_back(case, node, _against_totals(node, case))


def _against_totals(node: Node[Evaluation], case: Case) -> Found[Order]:
    for contest in contests(node, case):
        if isinstance(contest, Unassessed):
            yield contest
            continue
        key = f"lot {contest.lot}" if contest.lot else ""
        related = tuple((contest.totals[one].field("total"), "the recorded total") for one in contest.order)
        instead = order_instead(case, contest.lot)
        instead = instead if instead and instead.lowest_wins is contest.lowest_wins else None
        recorded = {bid: Fraction(as_meant(one.total or Decimal(0))) for bid, one in contest.totals.items()}
        if first := contest.misplaced(recorded):
            order = contest.facts(case, "the recorded totals", recorded)
            hit = with_award_words(case, Hit(contest.ranks[first].field("rank"), order, related, key=key))
            reverse = not contest._replace(lowest_wins=not contest.lowest_wins).misplaced(recorded)
            yield with_open_end(case, hit, contest.lot, contest.totals.values()) if reverse else hit
        elif instead and (first := contest.misplaced(instead.totals, instead.room)):
            order = contest.facts(case, "the totals worked out again", instead.totals)
            hit = Hit(contest.ranks[first].field("rank"), order, related, maybe(not instead.sure), key)
            yield with_published_words(case, hit, contest.lot)
        else:
            yield from off_scale(case, contest.lot)


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
            given = self.totals[one].total
            total = None if given is None else as_meant(given)
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


def contests(node: Node[Evaluation], case: Case) -> Iterator[Contest | Unassessed]:
    """Return each lot's ranks and totals, and what is missing to compare them."""
    ranking, totals = node.value.ranking, node.value.totals
    for name in ("ranking", "totals"):
        if getattr(node.value, name) is None:
            yield Unassessed(node, f"evaluation.{name} is not given", (f"evaluation.{name}",))
    if ranking is None or totals is None:
        return
    by_total = by_lot(case, totals)
    for lot, items in by_lot(case, ranking).items():
        whole = whole_formula(case, lot)
        if whole is not None and whole.banded:
            reason = (
                "the formula decides between the bids nearest the best quotient by something else than their totals"
            )
            yield Unassessed(node, reason, ())
            continue
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
        yield Contest(lot, picked, {one: have[one] for one in both}, lowest_first(case, lot))
    for lot in [one for one in by_total if one not in by_lot(case, ranking)]:
        named = f" of lot {lot}" if lot else ""
        lacking = in_list(case, "evaluation.ranking", f"lot {lot}" if lot else "the bids that have totals")
        yield Unassessed(node, f"no ranking{named} is recorded", (lacking,))
