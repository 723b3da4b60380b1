"""The check of what a letter says in words of the result, where the record can decide it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from fairaudit.analysis.text.letterwords import Said, said_of_the_result
from fairaudit.checks.awards.following import won
from fairaudit.checks.awards.lot_limits import NO_AWARD
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.notices.summaries import is_same
from fairaudit.checks.reasons import lacking
from fairaudit.checks.scoring.criterion_tree import called, questions
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_with, is_out, lot_of, maybe, plain
from fairaudit.checks.scoring.question_met import gates_of, met_on_record
from fairaudit.frozen import Frozen
from fairaudit.law.moments import day_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Rank, Summary
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.records import Award, Bid
from fairaudit.procurement.rivals import is_of
from fairaudit.procurement.wanted import in_list

_OUT = {"excluded", "disqualified"}
_QUOTED = 200


class ToldInWords(Frozen):
    """The bid whose letter it is, the sentence of the letter, and what the record says of the same."""

    bid: str
    letter_says: str
    recorded: str


class _Otherwise(Frozen):
    """What the record says instead, where it stands, and whether that leaves a doubt."""

    recorded: str
    at: Node[object]
    doubt: bool = False


_Answer = _Otherwise | Unassessed | None


@check
def letter_says_otherwise(node: Node[Summary], case: Case) -> Found[ToldInWords]:
    """Flag a sentence of a letter on the result that the record contradicts.

    Read are whole sentences of plain forms on the bid's place, on who won, on whether the bid was excluded, on whether it met
    a pass/fail question, and on its score for a criterion out of the highest of its scale; what is put in other words is left
    to a person. It is a question where records leave a doubt: places that are shared, a winner that dropped out, a question
    that only members answered.
    """
    one = node.value
    if one.text is None:
        return  # A letter that is given by its figures alone says nothing in words.
    if one.bid is None:
        yield lacking(one.field("bid"))
        return
    read = said_of_the_result(str(one.text))
    if not read:
        reason = "no sentence on the place, the winner, an exclusion, a pass/fail question or a score is in words that are read"
        yield Unassessed(one.field("text"), reason)
        return
    for said in read:
        answer = _ANSWERS[said.kind](case, one, said)
        if isinstance(answer, Unassessed):
            yield answer
        elif answer is not None:
            words = said.sentence if len(said.sentence) <= _QUOTED else f"{said.sentence[:_QUOTED].rstrip()} …"
            facts = ToldInWords(bid_called(case, one.bid), words, answer.recorded)
            key = f"{said.kind}|{said.what}"
            yield Hit(one.field("text"), facts, ((answer.at, "the record"),), maybe(answer.doubt), key)


def _place(case: Case, one: Summary, said: Said) -> _Answer:
    lot = lot_of(case, one.bid, one.lot)
    ranks = [each for each in case.evaluation.ranking or () if lot_of(case, each.bid, each.lot) == lot and each.rank]
    own = [each for each in ranks if each.bid == one.bid]
    if not own:
        return Unassessed(one.field("text"), "the recorded rank is not given", ("evaluation.ranking",), seen=True)
    if any(each.rank == int(said.what) for each in own):
        return None
    return _Otherwise(f"it came {_ordinal(own[-1].rank or 0)}", own[-1].field("rank"), _shared(ranks))


def _shared(ranks: list[Rank]) -> bool:
    """Whether bids share a place, after which places are counted on in two ways."""
    return any(number > 1 for number in Counter(each.rank for each in ranks).values())


def _ordinal(place: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th") if place % 100 not in (11, 12, 13) else "th"
    return f"{place}{ending}"


def _winner(case: Case, one: Summary, said: Said) -> _Answer:
    """Compare with the awards of the lot; whom no bid is of for sure may be anybody."""
    lot = lot_of(case, one.bid, one.lot)
    named = list(_bids_of(case, said.what, lot))
    if len(named) != 1 or (lot is None and len(case.lots) > 1):
        return Unassessed(one.field("text"), f"whose bid is meant by “{said.what}”, and in which lot, is not plain")
    awards = won(case, lot)
    if not awards:
        return Unassessed(one.field("text"), "who won is not recorded", ("awards",), seen=True)
    winners = {bid for _, bid in awards}
    if named[0].id in winners or named[0].bidder in {_bidder(case, bid) for bid in winners}:
        return None
    # Who was named first may have dropped out since.
    dropped = is_out(case, named[0].id) or any(each.status in NO_AWARD for each in case.awards)
    who = " and ".join(bid_called(case, each) for each in sorted(winners))
    sure = case.holds_all("awards") or (len(winners) == 1 and _of_this_award(case, one, awards[0][0]))
    return _Otherwise(f"the contract went to {who}", awards[0][0].node, dropped or not sure)


def _of_this_award(case: Case, one: Summary, award: Award) -> bool:
    """Whether a letter can only be about an award: it came no earlier, and the contract goes to one bidder alone."""
    sent, made = (day_of(case, each) if each else None for each in (one.sent, award.date))
    return sent is not None and made is not None and sent >= made and case.tender.framework is None


def _bidder(case: Case, key: str) -> str | None:
    bid = bid_with(case, key)
    return bid.bidder if bid else None


def _bids_of(case: Case, name: str, lot: str | None) -> Iterator[Bid]:
    for bid in case.bids:
        if bid.id is None or lot_of(case, bid.id, bid.lot) != lot or bid.bidder is None:
            continue
        if bid.id == name or is_of(case, bid, name):
            yield bid


def _out(case: Case, one: Summary, said: Said) -> _Answer:
    bid = bid_with(case, one.bid)
    if bid is None or (bid.status is None and not said.yes):
        status = text_of((*bid.path, "status")) if bid else in_list(case, "bids", f"bid {one.bid}")
        return Unassessed(one.field("text"), "whether the bid was excluded is not recorded", (status,))
    if not said.yes:
        if bid.status not in _OUT:
            return None
        return _Otherwise(f"its status is {bid.status}", bid.field("status"))
    lot = lot_of(case, one.bid, one.lot)
    ranked = [
        each
        for each in case.evaluation.ranking or ()
        if each.bid == one.bid and lot_of(case, each.bid, each.lot) == lot
    ]
    if is_out(case, one.bid):
        return None
    if not ranked or ranked[0].rank is None:
        missing = (f"{text_of(bid.path)}.status", "evaluation.ranking")
        return Unassessed(one.field("text"), "whether the bid was excluded is not recorded", missing)
    return _Otherwise(
        f"it came {_ordinal(ranked[0].rank)}, with no exclusion", ranked[0].field("rank"), bid.status is None
    )


def _met(case: Case, one: Summary, said: Said) -> _Answer:
    lot = lot_of(case, one.bid, one.lot)
    label = said.what.casefold()
    asked = [each for each in gates_of(case, lot) if label in _labels(each.criterion.id, each.criterion.name)]
    if len(asked) != 1 or one.bid is None:
        return Unassessed(one.field("text"), f"no pass/fail question is called “{said.what}”")
    scores, by_panel = met_on_record(case, asked[0], one.bid, lot)
    name = called(asked[0].criterion)
    if not scores:
        reason = f"whether it met {name} is not recorded"
        return Unassessed(one.field("text"), reason, ("evaluation.consensus",), seen=True)
    if any(each.met is said.yes for each in scores):
        return None
    recorded = f"it {'failed' if said.yes else 'met'} {name}"
    return _Otherwise(recorded, scores[-1].field("met"), not by_panel)


def _score(case: Case, one: Summary, said: Said) -> _Answer:
    """Compare with the panel's scores, if the figure is out of the highest of the scale, and so is no share of points."""
    lot, label = lot_of(case, one.bid, one.lot), said.what.casefold()
    asked = [each for each in questions(case) if label in _labels(each.criterion.id, each.criterion.name)]
    asked = [each for each in asked if each.applies_to(lot)]
    if len(asked) != 1 or asked[0].is_price:
        return Unassessed(one.field("text"), f"no one criterion besides a price is called “{said.what}”")
    name, scale = called(asked[0].criterion), asked[0].scale
    if scale is None or scale.maximum != Decimal(said.of):
        reason = f"whether {said.told} out of {said.of} is a score for {name}, or points in another unit, is not plain"
        return Unassessed(one.field("text"), reason)
    scores = [
        each
        for each in case.evaluation.consensus or ()
        if each.bid == one.bid and each.criterion == asked[0].criterion.id and each.score is not None
    ]
    told = Decimal(said.told)
    if not scores:
        return Unassessed(
            one.field("text"), f"the panel's score for {name} is not given", ("evaluation.consensus",), seen=True
        )
    if any(is_same(told, each.score) for each in scores if each.score is not None):
        return None
    recorded = f"it has {plain(scores[-1].score or Decimal(0))} for {name}"
    return _Otherwise(recorded, scores[-1].field("score"))


def _labels(key: str | None, name: str | None) -> set[str]:
    key, name = (key or "").casefold(), (name or "").casefold()
    both = {f"{name} ({key})", f"{key} ({name})", f"{key} {name}", f"{key}: {name}"} if key and name else set()
    return {each for each in (key, name, *both) if each}


_ANSWERS = {"place": _place, "winner": _winner, "out": _out, "met": _met, "score": _score}
