"""Grounds published in the documents on which the records alone show that a bid may be out, where nobody wrote down why."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.text.low_price_decisions import price_decision
from fairaudit.checks.bidders.conditions import condition_called, shuts_out
from fairaudit.checks.prices.late_questions import late_question
from fairaudit.checks.scoring.criteria.tree import called, question_with
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.checks.scoring.minimums.met import minimums_missed
from fairaudit.checks.scoring.sittings import counting
from fairaudit.procurement.bidders.rivals import treatment
from fairaudit.procurement.case import Case
from fairaudit.procurement.low_price_records import is_asked, low_price_records
from fairaudit.procurement.model.evaluation import AbnormallyLow
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.times.lateness import Lateness, lateness

_PRICE = "its low price, which it was asked about"

Ground = tuple[Node[object], str]
"""Where the record of it stands, and what it is in a few words."""


def likely_grounds(case: Case, bid: Bid) -> tuple[Ground, ...]:
    """Return the grounds that the records show for a bid: a minimum, a question to pass, a condition, its price, the deadline."""
    return tuple(_shown(case, bid))


def _shown(case: Case, bid: Bid) -> Iterator[Ground]:
    if bid.id is not None:
        for question in minimums_missed(case, bid.id, lot_of(case, bid.id, bid.lot)):
            if question.criterion.disqualifies is not False:
                at = question.criterion.field("minimum_score")
                yield at, f"the minimum for {called(question.criterion)}, which it missed"
        yield from _questions_failed(case, bid.id)
    yield from _conditions_unmet(case, bid)
    yield from _price_unexplained(case, bid)
    if isinstance(late := lateness(case, bid), Lateness):
        yield late.received.at, "its receipt after the deadline"


def _questions_failed(case: Case, key: str) -> Iterator[Ground]:
    """Yield the pass/fail questions that a bid failed: by the panel's word, else by that of all its members."""
    lists = (counting(case.evaluation.consensus), counting(case.evaluation.individual))
    panel, members = ([one for one in scores if one.bid == key and one.met is not None] for scores in lists)
    for criterion in dict.fromkeys(one.criterion for one in (*panel, *members) if one.criterion is not None):
        question = question_with(case, criterion)
        held = [one for one in panel if one.criterion == criterion] or [
            one for one in members if one.criterion == criterion
        ]
        if question is None or question.criterion.disqualifies is False or any(one.met for one in held):
            continue
        yield held[0].field("met"), f"{called(question.criterion)}, which it did not pass"


def _conditions_unmet(case: Case, bid: Bid) -> Iterator[Ground]:
    """Yield the conditions recorded as not met that are published and shut a bidder out; one that is not is no ground."""
    asked = {one.id: one for one in case.tender.selection_criteria or () if one.id is not None}
    for one in bid.conditions or ():
        condition = asked.get(one.criterion) if one.criterion is not None else None
        if one.met is False and condition is not None and shuts_out(condition):
            yield one.field("met"), f"the condition {condition_called(condition)}, which it does not meet"


def _price_unexplained(case: Case, bid: Bid) -> Iterator[Ground]:
    """Yield the record of a low price that was asked about in time, not shown to be possible, and told against the bid."""
    for one in _asked_in_time(case, bid):
        said = price_decision(one.decision)
        let_in = not said.out and (treatment(one.decision) == "let in" or said.stays)
        # What was answered, and whether anything was, the record need not hold.
        if one.demonstrated is False and not let_in:
            yield one.field("decision"), f"{_PRICE} and, by the record, did not show to be possible"
            return
        if one.demonstrated is None and one.decision and not (let_in or said.open):
            told = "and which, by the record, was decided against it"
            plain = said.out or said.reasoned
            # What nobody understood may be the very reason, in another language or in words of its own.
            yield (
                one.field("decision"),
                f"{_PRICE} {told if plain else 'and on which the decision is in words not understood'}",
            )
            return


def out_for_its_price(case: Case, bid: Bid) -> bool:
    """Whether a record of a low price asked about in time turns a bid away and says that its price is why."""
    for one in _asked_in_time(case, bid):
        said = price_decision(one.decision)
        if one.demonstrated is not True and said.out and said.reasoned and not said.stays:
            return True
    return False


def _asked_in_time(case: Case, bid: Bid) -> tuple[AbnormallyLow, ...]:
    """Return the records of the low price of a bid, where one tells of a question that did not come after the award."""
    records = low_price_records(case, bid.id, bid.lot)
    return () if not any(map(is_asked, records)) or late_question(case, records) else records
