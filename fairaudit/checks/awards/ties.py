"""Checks of the family `scoring` on bids with equal totals of which one is ranked first, or is awarded the contract."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import as_meant
from fairaudit.analysis.text.award.ties import says_lots_were_drawn
from fairaudit.checks.awards.following import won
from fairaudit.checks.awards.lot_limits import explained_by_limit
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.scoring.compared.out_elsewhere import out_elsewhere
from fairaudit.checks.scoring.evaluation_records import bid_called, is_out, maybe
from fairaudit.checks.scoring.figures.ranking import by_lot, contests
from fairaudit.checks.scoring.figures.tie_rules import decided, left_to_lots, published_tie_rule, worked_out_apart
from fairaudit.checks.scoring.totals.award_words import said_of_award, unread_award_words
from fairaudit.checks.scoring.totals.whole_scores import whole_formula
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Rank, Total
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.told import tells

_RANKED, _AWARDED = Verb("is ranked first"), Verb("is awarded the contract")


class Tie(Frozen):
    """Two bids with the same total of which one comes first, how, and what is added on the words about ties."""

    first: str
    second: str
    total: Decimal
    comes: Verb
    published_words: Verb


class Broken(Frozen):
    """Two bids with one total of which the worse by the published words comes first, how, the words, and what decides."""

    first: str
    second: str
    total: Decimal
    comes: Verb
    words: str
    decides: str
    unread_words: Verb


class _Apart(Frozen):
    """Two bids of a lot with equal totals of which one comes first, where and how, and whether that may have a reason."""

    lot: str | None
    first: Total
    second: Total
    at: Node[object]
    comes: Verb
    doubted: bool

    @property
    def total(self) -> Decimal:
        """The total of both."""
        return as_meant(self.first.total or Decimal(0))

    @property
    def key(self) -> str:
        """What tells the two bids apart from others for good."""
        return f"{self.first.bid}|{self.second.bid}"

    @property
    def gap(self) -> Fraction:
        """By how much the recorded parts of the first sum to more than those of the second, which the totals need not show."""
        sums = [Fraction(as_meant(one.quality)) + Fraction(as_meant(one.price)) for one in (self.first, self.second)
                if one.quality is not None and one.price is not None]  # fmt: skip
        return sums[0] - sums[1] if len(sums) == 2 else Fraction(0)


@check
def equal_totals_ranked_apart(node: Node[Evaluation], case: Case) -> Found[Tie]:
    """Name bids with equal totals of which one comes first where no published words decide, as they should.

    Where the words decide between two bids, `ties_broken_as_published` says whether the ranking and the award follow them.
    """
    rule = published_tie_rule(case)
    said = (
        Verb(f'; of ties the method of award says "{rule.words}"') if rule else said_of_award(unread_award_words(case))
    )
    for found in _ties(node, case):
        if isinstance(found, Unassessed):
            yield found
        elif found.gap <= 0 and decided(case, found.lot, found.first, found.second) is None and not _drawn(case, found):
            first, second = bid_called(case, found.first.bid), bid_called(case, found.second.bid)
            yield Hit(found.at, Tie(first, second, found.total, found.comes, said), key=found.key)


def _drawn(case: Case, tie: _Apart) -> bool:
    """Whether lots decide by the published words, and the reason of the award to the first bid says that they were drawn."""
    if not left_to_lots(case, tie.lot, tie.first, tie.second):
        return False
    reasons = [award.reason for award, bid in won(case, tie.lot) if bid == tie.first.bid]
    return any(says_lots_were_drawn(one) for one in reasons if one)


@check
def ties_broken_as_published(node: Node[Evaluation], case: Case) -> Found[Broken]:
    """Flag a tie that is broken against plain words of the method of award, such as "in a tie the lower price wins".

    Where the recorded parts have another sum there is none; where only the points worked out again have, it is a question.
    """
    rule = published_tie_rule(case)
    for found in _ties(node, case):
        if isinstance(found, Unassessed):
            yield found
            continue
        how = decided(case, found.lot, found.first, found.second)
        if rule is not None and how is None:
            because = "names a measure that is not on record, or a lot" if rule.steps else "was not understood"
            reason = f'what the method of award says of ties ("{rule.words}") {because}'
            yield Unassessed(found.at, reason, ("tender.award_method",))
        elif rule is not None and how is not None and not how.better and not found.gap:
            first, second = bid_called(case, found.first.bid), bid_called(case, found.second.bid)
            unread = unread_award_words(case)
            facts = Broken(first, second, found.total, found.comes, rule.words, how.by, said_of_award(unread))
            related = ((case.tender.field("award_method"), "what it says of ties"),)
            unsure = found.doubted or bool(unread) or worked_out_apart(case, found.lot, found.first, found.second)
            yield Hit(found.at, facts, related, maybe(unsure), found.key)


def _ties(node: Node[Evaluation], case: Case) -> Iterator[_Apart | Unassessed]:
    """Yield bids with equal totals and different ranks, and those that share a place of which one is awarded the contract.

    Of many bids with one total each is named beside the next: every pair of them would say the same again.
    """
    for contest in contests(node, case):
        if isinstance(contest, Unassessed):
            yield contest
            continue
        for one, other in contest.neighbours():
            first, second = contest.totals[one], contest.totals[other]
            if first.total is not None:
                yield _Apart(contest.lot, first, second, contest.ranks[one].field("rank"), _RANKED, False)
    yield from _awarded(case)


def _awarded(case: Case) -> Iterator[_Apart]:
    """Yield each awarded bid beside the bids with its total that are not ranked apart, still in the contest and not awarded."""
    ranked = by_lot(case, case.evaluation.ranking or ())
    for lot, records in by_lot(case, case.evaluation.totals or ()).items():
        whole = whole_formula(case, lot)
        if whole is not None and whole.banded:
            continue  # Something else than the totals decides between the nearest.
        ranks = {one.bid: one.rank for one in ranked.get(lot, ()) if isinstance(one, Rank)}
        totals = {one.bid: one for one in records if isinstance(one, Total) and one.bid and one.total is not None}
        meant = {bid: as_meant(one.total) for bid, one in totals.items() if one.total is not None}
        winners = won(case, lot)
        for award, bid in winners:
            for other, one in totals.items():
                limit = explained_by_limit(case, other, lot, award)
                taken = other in {winner for _, winner in winners} or is_out(case, other)
                taken = taken or (limit is not None and (limit.surely or limit.reached))
                if bid in totals and meant[other] == meant[bid] and not taken and ranks.get(bid) == ranks.get(other):
                    at = award.field("bid") if award.bid is not None else award.node
                    doubted = limit is not None or bool(tells(award.reason)) or bool(out_elsewhere(case, other, lot))
                    yield _Apart(lot, totals[bid], one, at, _AWARDED, doubted)
