"""Records that may put a bid out of the contest although its status does not say so, as exports often leave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fairaudit.checks.base import Verb
from fairaudit.checks.scoring.criteria.tree import called, question_with
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_with, lot_of, recorded_scores, scores_by_bid
from fairaudit.checks.scoring.minimums.met import minimums_missed
from fairaudit.procurement.bidders.rivals import treatment
from fairaudit.procurement.case import Case
from fairaudit.procurement.low_price_records import low_price_records
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.times.lateness import Lateness, lateness

_NAMED = 2

Place = tuple[Node[object], str]
"""Where a record stands that may put a bid out, and what it says in a few words."""


def out_elsewhere(case: Case, key: str | None, lot: str | None) -> tuple[Place, ...]:
    """Return the records that may put a bid out of the contest for a lot; empty where none does."""
    if key is None:
        return ()
    return case.once(_OutElsewhere(key, lot))


@dataclass(frozen=True)
class _OutElsewhere:
    """What is asked of one bid and lot: kept apart from all others, so that it is known of which records each answer is made."""

    key: str
    lot: str | None

    def __call__(self, case: Case) -> tuple[Place, ...]:
        return tuple(_places(case, self.key, self.lot))


def put_out(case: Case, key: str | None, lot: str | None) -> tuple[Place, ...]:
    """Return the records that may put a bid out by what they say; that it does not stand in a list says nothing."""
    silent = _passed_over(case, key, lot) if key is not None else None
    return tuple(one for one in out_elsewhere(case, key, lot) if one != silent)


def told_out(case: Case, found: Iterable[tuple[str | None, tuple[Place, ...]]]) -> Verb:
    """Say which records may put bids out of the contest, each with its place, as an addition to a sentence."""
    said = [
        f"what may put {bid_called(case, key)} out of the contest is {_listed(places)}"
        for key, places in found
        if places
    ]
    return Verb("".join(f"; {one}" for one in said))


def _listed(places: tuple[Place, ...]) -> str:
    """Return the first records in words, each with its place, and how many more there are."""
    named = [f"{words} ({text_of(at.path)})" for at, words in places[:_NAMED]]
    if len(places) > _NAMED:
        named.append(f"{len(places) - _NAMED} more, which stand beside this")
    return f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]


def _not_met(case: Case) -> dict[str | None, list[Score]]:
    """Return the rows that say that a question was not passed, by their bid."""
    return scores_by_bid(tuple(one for _, one in recorded_scores(case.evaluation) if one.met is False))


def _of_bid(case: Case, bid: Bid) -> Iterator[Place]:
    """Yield what the records of a bid, its bidder and awards to it say that may put it out."""
    for defect in bid.defects or ():
        if treatment(defect.decision) == "turned away":
            yield defect.field("decision"), "a defect for which it was turned away"
    for condition in bid.conditions or ():
        if condition.met is False:
            yield condition.field("met"), "a condition of taking part that it does not meet"
    if isinstance(late := lateness(case, bid), Lateness):
        yield late.received.at, "its receipt after the deadline"
    for shut in case.procurement.exclusions or ():
        if shut.party is not None and shut.party == bid.bidder and not tells(shut.overriding):
            yield shut.node, "an exclusion of its bidder"
    for award in case.awards:
        if award.status in ("cancelled", "unsuccessful") and _is_for(case, bid.id or "", award.bid, award.suppliers):
            yield award.field("status"), "an award to it that does not stand"


def _places(case: Case, key: str, lot: str | None) -> Iterator[Place]:
    bid = bid_with(case, key)
    if bid is not None:
        yield from _of_bid(case, bid)
    for low in low_price_records(case, key, lot):
        if treatment(low.decision) == "turned away":
            yield low.field("decision"), "a price that was rejected as abnormally low"
    for score in case.once(_not_met).get(key, ()):
        question = question_with(case, score.criterion)
        if question is not None and question.criterion.disqualifies is not False:
            yield score.field("met"), f"{called(question.criterion)}, which it did not pass"
    for question in minimums_missed(case, key, lot):
        if question.criterion.disqualifies is not False:
            yield (
                question.criterion.field("minimum_score"),
                f"the minimum for {called(question.criterion)}, which it missed",
            )
    if (silent := _passed_over(case, key, lot)) is not None:
        yield silent


def _passed_over(case: Case, key: str, lot: str | None) -> Place | None:
    """Return the list of a lot in which a bid does not stand: its ranking, else its totals."""
    for name in ("ranking", "totals"):
        rows = [one for one in getattr(case.evaluation, name) or () if lot_of(case, one.bid, one.lot) == lot]
        if rows:
            own = any(one.bid == key for one in rows)
            return None if own else (Node(("evaluation", name), None), f"the {name}, in which it does not stand")
    return None


def _is_for(case: Case, key: str, bid: str | None, suppliers: tuple[str, ...] | None) -> bool:
    own = bid_with(case, key)
    return bid == key or (bid is None and own is not None and own.bidder in (suppliers or ()))
