"""Checks of the family `award`: whether the award follows from the record, and waits until it may be signed."""

from datetime import date

from fairaudit.analysis.formulas import as_meant
from fairaudit.checks.awards.lot_limits import NO_AWARD, places_of, still_ahead, told_limits, which_lot_unsaid
from fairaudit.checks.awards.price_alone import before_by_price
from fairaudit.checks.awards.superseded import later_bid
from fairaudit.checks.base import Clause, Found, Hit, Ref, Unassessed, Verb, check
from fairaudit.checks.contest.by_adjusted import awards_by_adjusted, is_first_by_adjusted
from fairaudit.checks.scoring.compared.out_elsewhere import out_elsewhere, told_out
from fairaudit.checks.scoring.evaluation_records import OUT, bid_called, bid_with, is_out, lot_of, maybe
from fairaudit.checks.scoring.figures.open_end import with_open_end
from fairaudit.checks.scoring.figures.ranking import by_lot, lowest_first
from fairaudit.checks.scoring.totals.award_words import held_back, with_award_words
from fairaudit.checks.scoring.totals.criterion_words import with_published_words
from fairaudit.checks.scoring.totals.of_lots import WorkedOut
from fairaudit.checks.scoring.totals.sureness import off_scale, order_instead
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import is_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Rank, Total
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Award
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.wanted import in_list

_QUOTED = 300


def awarded_bids(case: Case, award: Award) -> tuple[str, ...]:
    """Return the bids an award names, or else those of its suppliers in its lot where that leaves no doubt."""
    if award.bid is not None:
        return (award.bid,)
    found = []
    for supplier in award.suppliers or ():
        own = [
            one for one in case.bids if is_of(case, one, supplier) and award.lot in (None, lot_of(case, one.id, None))
        ]
        if len(own) != 1 or own[0].id is None:
            return ()
        found.append(own[0].id)
    return tuple(found)


def won(case: Case, lot: str | None) -> list[tuple[Award, str]]:
    """Return the awards of a lot that stand, each with a bid it goes to."""
    return [
        (award, bid)
        for award in case.awards
        if award.status not in NO_AWARD
        for bid in awarded_bids(case, award)
        if (award.lot or lot_of(case, bid, None)) == lot
    ]


class Passed(Frozen):
    """The bid that won, its place, the record or calculation that gives the places, and the bids that stand before it."""

    winner: str
    place: str
    by: str
    before: tuple[str, ...]
    stand: Verb
    may_be_out: Verb = Verb("")
    unread_words: Verb = Verb("")


class Places(Frozen):
    """The places of bids, which record gives them, in words, and whether they are sure."""

    record: str
    of: dict[str, int]
    by: str
    sure: bool = True

    def before(self, bid: str) -> list[str]:
        """Return the bids that stand before another, the best first."""
        ahead = [one for one, place in self.of.items() if place < self.of[bid]] if bid in self.of else []
        return sorted(ahead, key=lambda one: self.of[one])


@check
def awarded_to_the_best(node: Node[Award], case: Case) -> Found[Passed]:
    """Flag an award to a bid while a better-ranked one, still in the contest, gets none; totals stand in for a ranking.

    Where recorded totals do not recompute, the places by those worked out again count as well. Words of the award that were
    not understood hold a pass back, and so does a score outside its scale.
    """
    if node.value.status not in NO_AWARD:
        yield from held_back(case, node, _passed_over(node, case))


def _passed_over(node: Node[Award], case: Case) -> Found[Passed]:
    award = node.value
    bids = awarded_bids(case, award)
    if not bids:
        name = f"{text_of(node.path)}.bid"
        yield Unassessed(node, f"{name} is not given", (name,))
        return
    for bid in bids:
        lot = award.lot or lot_of(case, bid, None)
        places = _places(case, lot)
        if not places.of:
            names = tuple(in_list(case, f"evaluation.{one}", f"bid {bid}") for one in ("ranking", "totals"))
            yield Unassessed(node, "no ranking and no totals are given", names)
        elif bid not in places.of:
            lacking = in_list(case, f"evaluation.{places.record}", f"bid {bid}")
            yield Unassessed(node, f"{bid_called(case, bid)} has no place in the record", (lacking,))
        else:
            yield from _judge(node, case, bid, lot, places)


def _judge(node: Node[Award], case: Case, bid: str, lot: str | None, recorded: Places) -> Found[Passed]:
    """Judge one winner: all before it must be out of the contest, winners too, or at the limit on lots."""
    winners = {one for _, one in won(case, lot)}
    for places in (recorded, _worked_out(case, bid, lot)):
        better = [one for one in places.before(bid) if one not in winners and not is_out(case, one)]
        ahead = still_ahead(case, better, lot, node.value)
        right = _right_by(case, bid, lot, list(ahead))
        if ahead and right is not True:
            if unsaid := which_lot_unsaid(case, node, ahead):
                yield unsaid
                return
            out = {one: out_elsewhere(case, one, lot) for one in ahead}
            explained = all(out[one] or limit is not None for one, limit in ahead.items())
            unsure = bool(tells(node.value.reason)) or not places.sure or explained or right is not None
            names = tuple(bid_called(case, one) for one in ahead)
            at = node.value.field("bid") if node.value.bid is not None else node
            adjusted = is_first_by_adjusted(case, lot, bid)
            told = "; by the adjusted prices it comes first" if adjusted else ""
            told += _told_reason(node.value)
            may_be_out = Verb(f"{told_out(case, out.items())}{told_limits(case, ahead)}{told}")
            facts = Passed(bid_called(case, bid), str(places.of[bid]), places.by, names, _stand(names), may_be_out)
            related = (*(place for found in out.values() for place in found), *places_of(ahead))
            hit = Hit(at, facts, related, maybe(unsure), bid)
            yield (
                _with_words(case, hit, lot, places, bid) if places is recorded else with_published_words(case, hit, lot)
            )
            return
    if hangs_on := awards_by_adjusted(case, lot, winners):
        yield hangs_on
    yield from off_scale(case, lot)


def _with_words(case: Case, hit: Hit[Passed], lot: str | None, places: Places, bid: str) -> Hit[Passed]:
    """Return a finding by the record with what words leave open; so does a last place that the lowest mark would have."""
    hit = with_award_words(case, hit)
    if places.record != "totals" or places.of[bid] < max(places.of.values()):
        return hit
    return with_open_end(case, hit, lot, [one for one in case.evaluation.totals or () if one.bid in places.of])


def _told_reason(award: Award) -> str:
    """Quote the reason recorded for an award, as an addition to a sentence; it may say why a better bid got none."""
    reason = " ".join((award.reason or "").split()).strip(" .")
    if not tells(award.reason):
        return ""
    quoted = reason if len(reason) <= _QUOTED else f"{reason[:_QUOTED].rstrip()} …"
    return f'; the reason recorded for the award is "{quoted}"'


def _stand(names: tuple[str, ...]) -> Verb:
    one = len(names) == 1
    return Verb("stands before it and is not recorded as" if one else "stand before it and are not recorded as")


def _right_by(case: Case, bid: str, lot: str | None, ahead: list[str]) -> bool | None:
    """Whether a bid is better than those ahead by price alone or by the totals worked out again.

    Surely, perhaps (`False`), or not (`None`).
    """
    by_price = before_by_price(case, bid, ahead, lot)
    if by_price is not None:
        return by_price
    by_adjusted = False if is_first_by_adjusted(case, lot, bid) else None
    instead = _instead(case, bid, lot)
    if instead is None or not all(one in instead.totals and instead.ahead(bid, one) for one in ahead):
        return by_adjusted
    return instead.sure and by_adjusted is None


def _instead(case: Case, bid: str, lot: str | None) -> WorkedOut | None:
    """Return the totals worked out again, a bid's among them; `None` where the recorded ones hold or cannot be compared."""
    instead = order_instead(case, lot)
    comparable = instead is not None and instead.lowest_wins is lowest_first(case, lot) and bid in instead.totals
    return instead if comparable else None


def _worked_out(case: Case, bid: str, lot: str | None) -> Places:
    """Return the places by the totals worked out again, none where the recorded ones hold or cannot be compared."""
    instead = _instead(case, bid, lot)
    if instead is None:
        return Places("", {}, "", True)
    better = [one for one in instead.totals if instead.ahead(one, bid)]
    better.sort(key=lambda one: instead.totals[one], reverse=not instead.lowest_wins)
    places = {one: index for index, one in enumerate((*better, bid), 1)}
    return Places("totals", places, "the totals worked out again", instead.sure)


def _places(case: Case, lot: str | None) -> Places:
    """Return the places of a lot's bids by the ranking, else by the totals; equal totals share one."""
    ranks = by_lot(case, case.evaluation.ranking or ()).get(lot, [])
    ranked = {one.bid: one.rank for one in ranks if isinstance(one, Rank) and one.bid and one.rank is not None}
    if ranked:
        return Places("ranking", ranked, "the ranking")
    records = by_lot(case, case.evaluation.totals or ()).get(lot, [])
    given = {one.bid: one.total for one in records if isinstance(one, Total) and one.bid and one.total is not None}
    totals = {bid: as_meant(total) for bid, total in given.items()}
    sign = 1 if lowest_first(case, lot) else -1
    places = {bid: 1 + sum(sign * other < sign * total for other in totals.values()) for bid, total in totals.items()}
    return Places("totals", places, "the recorded totals")


class OutOfContest(Frozen):
    """The bid that won, and what says that it is out of the contest."""

    winner: str
    why: Clause


@check
def awarded_within_the_contest(node: Node[Award], case: Case) -> Found[OutOfContest]:
    """Flag an award to a bid that is recorded as rejected, disqualified, excluded or withdrawn; a late one is a question.

    So is one that the same bidder followed with another in a later round, which as a rule takes the place of the first.
    """
    award = node.value
    if award.status in NO_AWARD:
        return
    bids = awarded_bids(case, award)
    if not bids:
        name = f"{text_of(node.path)}.bid"
        yield Unassessed(node, f"{name} is not given", (name,))
    for key in bids:
        bid = bid_with(case, key)
        if bid is None:
            yield Unassessed(node, f"the bid {key} is not among the bids given", (in_list(case, "bids", f"bid {key}"),))
        elif bid.status is None:
            name = f"{text_of(bid.path)}.status"
            yield Unassessed(node, f"{name} is not given", (name,))
        elif bid.status in OUT:
            at = award.field("bid") if award.bid is not None else node
            # A buyer may be free to accept a late bid, so lateness alone is a question.
            facts = OutOfContest(bid_called(case, key), Clause(f"the bid is recorded as {bid.status}"))
            yield Hit(at, facts, ((bid.field("status"), "its status"),), maybe(bid.status == "late"), key)
        elif (last := later_bid(case, bid)) is not None:
            at = award.field("bid") if award.bid is not None else node
            said = Clause(f"its bidder made a later bid, {last.id or 'without an id'}, in round {last.round}")
            facts = OutOfContest(bid_called(case, key), said)
            yield Hit(at, facts, ((last.node, "the later bid"),), "possible", key)


class Signed(Frozen):
    """When a contract was signed, and when it might have been."""

    signed: date
    end: When


@check
def signed_after_standstill(node: Node[Award], case: Case, *, signed: Ref[date], end: Ref[When]) -> Found[Signed]:
    """Flag a contract signed before the standstill ended; on the very day only a time could say."""
    day, last = When(signed.value), end.value
    over_within_day = case.clock.before(last, day, end_first=True, end_second=True)
    if over_within_day is None:
        yield Unassessed(signed, "the order hangs on a time zone that is not given", ("tender.time_zone",))
    elif not over_within_day:
        yield Hit(signed, Signed(signed.value, last), ((end, "the end of the standstill"),))
    elif case.clock.before(day, last, end_second=True) is not False:
        yield Unassessed(
            signed, "the contract was signed on the day the standstill ended, and the time is not recorded"
        )
