"""The check of what a letter says in words of the result, where the record can decide it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fairaudit.analysis.rounding import on_step
from fairaudit.analysis.text.letters.words import Letter, Said, letter_read
from fairaudit.checks.awards.following import won
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.notices.summaries import is_same
from fairaudit.checks.notices.told_elsewhere import may_be_of_another
from fairaudit.checks.notices.told_figures import Answer, Otherwise, number_told, points_told
from fairaudit.checks.reasons import lacking
from fairaudit.checks.scoring.compared.out_elsewhere import put_out
from fairaudit.checks.scoring.criteria.tree import Question, called, questions
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_with, is_out, lot_of, maybe, plain
from fairaudit.checks.scoring.scores.question_met import gates_of, met_on_record
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import is_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score, Summary
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.wanted import in_list

_OUT = {"excluded", "disqualified"}
_QUOTED = 200


class ToldInWords(Frozen):
    """The bid whose letter it is, the sentence of the letter, and what the record says of the same."""

    bid: str
    letter_says: str
    recorded: str


@check
def letter_says_otherwise(node: Node[Summary], case: Case) -> Found[ToldInWords]:
    """Ask about a sentence of a letter on the result that the record contradicts.

    Read are whole sentences of plain forms on the bid's place, on who won, on whether the bid was excluded, on whether it met a
    pass/fail question, with the points and the number of tenders they tell, and on its score for a criterion out of the top of
    its scale. It is never more than a question: a sentence
    may be true of another moment, lot, stage or part. Nothing is read below a heading, nor of a letter that is older than the
    award, a changed score or another letter, or that names another lot. What is not read is left to a person, and said so.
    """
    one = node.value
    if one.text is None:
        return  # A letter that is given by its figures alone says nothing in words.
    if one.bid is None:
        yield lacking(one.field("bid"))
        return
    if held := may_be_of_another(case, one):
        yield Unassessed(one.field("text"), held)
        return
    letter = letter_read(str(one.text), _rivals(case, one.bid))
    for said in letter.said:
        yield from _compared(case, one, said)
    if letter.why or letter.unread:
        yield Unassessed(one.field("text"), _unread(letter))


def _rivals(case: Case, own: str) -> tuple[str, ...]:
    """Return the names of those who bid, but for the one whose bid it is."""
    mine = _bidder(case, own)
    return tuple({case.party_name(each.bidder) for each in case.bids if each.bidder and each.bidder != mine})


def _unread(letter: Letter) -> str:
    if not letter.said:
        return letter.why
    number = "1 sentence of the letter is" if letter.unread == 1 else f"{letter.unread} sentences of the letter are"
    return f"{number} not read" + (f": {letter.why}" if letter.why else "")


def _compared(case: Case, one: Summary, said: Said) -> Found[ToldInWords]:
    """Yield what the record says instead of a sentence and of the figures in it, as one, and what cannot be compared."""
    answers = [_ANSWERS[said.kind](case, one, said)]
    bid = one.bid
    if said.kind == "winner":
        bid = None if answers[0] else next(_bids_of(case, said.what, lot_of(case, one.bid, one.lot))).id
    if said.points and bid and said.kind != "score":
        answers.append(points_told(case, one, bid, said))
    answers.append(number_told(case, one, said))
    if said.ground and answers[0] is None:
        reason = "the ground that the letter gives for the exclusion is not compared"
        answers.append(Unassessed(one.field("text"), reason))
    yield from (each for each in answers if isinstance(each, Unassessed))
    wrong = [each for each in answers if isinstance(each, Otherwise)]
    if wrong:
        words = said.sentence if len(said.sentence) <= _QUOTED else f"{said.sentence[:_QUOTED].rstrip()} …"
        facts = ToldInWords(bid_called(case, one.bid), words, " and ".join(each.recorded for each in wrong))
        related = tuple((each.at, "the record") for each in wrong)
        yield Hit(one.field("text"), facts, related, maybe(True), f"{said.kind}|{said.what}")


def _place(case: Case, one: Summary, said: Said) -> Answer:
    lot = lot_of(case, one.bid, one.lot)
    ranks = [each for each in case.evaluation.ranking or () if lot_of(case, each.bid, each.lot) == lot and each.rank]
    own = [each for each in ranks if each.bid == one.bid]
    if not own:
        held = [each for each in ranks if each.rank == int(said.what)]
        if len(held) == 1:
            return Otherwise(f"that place is the one of {bid_called(case, held[0].bid)}", held[0].field("rank"))
        return Unassessed(one.field("text"), "the recorded rank is not given", ("evaluation.ranking",), seen=True)
    places = {each.rank for each in own if each.rank}
    # Who came before and dropped out may count or not.
    gone = [each.rank for each in ranks if each.rank and (is_out(case, each.bid) or put_out(case, each.bid, lot))]
    places |= {place - sum(each < place for each in gone) for place in places}
    if int(said.what) in places:
        return None
    return Otherwise(f"it came {_ordinal(own[-1].rank or 0)}", own[-1].field("rank"))


def _ordinal(place: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th") if place % 100 not in (11, 12, 13) else "th"
    return f"{place}{ending}"


def _winner(case: Case, one: Summary, said: Said) -> Answer:
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
    who = " and ".join(bid_called(case, each) for each in sorted(winners))
    return Otherwise(f"the contract went to {who}", awards[0][0].node)


def _bidder(case: Case, key: str) -> str | None:
    bid = bid_with(case, key)
    return bid.bidder if bid else None


def _bids_of(case: Case, name: str, lot: str | None) -> Iterator[Bid]:
    for bid in case.bids:
        if bid.id is None or lot_of(case, bid.id, bid.lot) != lot or bid.bidder is None:
            continue
        if bid.id == name or is_of(case, bid, name):
            yield bid


def _out(case: Case, one: Summary, said: Said) -> Answer:
    bid = bid_with(case, one.bid)
    if bid is None or (bid.status is None and not said.yes):
        status = text_of((*bid.path, "status")) if bid else in_list(case, "bids", f"bid {one.bid}")
        return Unassessed(one.field("text"), "whether the bid was excluded is not recorded", (status,))
    if bid.status in _OUT and bid.status != said.what:
        # Disqualified and excluded are two things: a bid that is one is not always the other.
        return Unassessed(
            one.field("text"), f"its status is {bid.status}, and whether that is to be {said.what} is open"
        )
    if not said.yes:
        return Otherwise(f"its status is {bid.status}", bid.field("status")) if bid.status in _OUT else None
    if is_out(case, one.bid):
        return None
    lot = lot_of(case, one.bid, one.lot)
    if elsewhere := put_out(case, one.bid, lot):
        reason = f"what may put the bid out is {elsewhere[0][1]}, and whether the letter means that is not read"
        return Unassessed(one.field("text"), reason)
    ranked = [
        each
        for each in case.evaluation.ranking or ()
        if each.bid == one.bid and lot_of(case, each.bid, each.lot) == lot
    ]
    if not ranked or ranked[0].rank is None:
        missing = (f"{text_of(bid.path)}.status", "evaluation.ranking")
        return Unassessed(one.field("text"), "whether the bid was excluded is not recorded", missing)
    return Otherwise(f"it came {_ordinal(ranked[0].rank)}, with no exclusion", ranked[0].field("rank"))


def _met(case: Case, one: Summary, said: Said) -> Answer:
    lot = lot_of(case, one.bid, one.lot)
    label = said.what.casefold()
    asked = [each for each in gates_of(case, lot) if label in _labels(each.criterion.id, each.criterion.name)]
    if len(asked) != 1 or one.bid is None:
        return Unassessed(one.field("text"), f"no pass/fail question is called “{said.what}”")
    scores, _ = met_on_record(case, asked[0], one.bid, lot)
    name = called(asked[0].criterion)
    if not scores:
        reason = f"whether it met {name} is not recorded"
        return Unassessed(one.field("text"), reason, ("evaluation.consensus",), seen=True)
    if any(each.met is said.yes for each in scores):
        return None
    recorded = f"it {'failed' if said.yes else 'met'} {name}"
    return Otherwise(recorded, scores[-1].field("met"))


def _score(case: Case, one: Summary, said: Said) -> Answer:
    """Compare with the panel's scores, if the figure is out of the highest of the scale, and so is no share of points."""
    lot, label = lot_of(case, one.bid, one.lot), said.what.casefold()
    bids = [each.id for each in _bids_of(case, said.who, lot)] if said.who else [one.bid]
    if len(bids) != 1:
        return Unassessed(one.field("text"), f"whose bid is meant by “{said.who}”, and in which lot, is not plain")
    asked = [each for each in questions(case) if label in _labels(each.criterion.id, each.criterion.name)]
    asked = [each for each in asked if each.applies_to(lot)]
    if len(asked) != 1 or asked[0].is_price:
        return Unassessed(one.field("text"), f"no one criterion besides a price is called “{said.what}”")
    name, scale = called(asked[0].criterion), asked[0].scale
    if scale is None or (said.most and scale.maximum != Decimal(said.most)):
        reason = (
            f"whether {said.points} out of {said.most} is a score for {name}, or points in another unit, is not plain"
        )
        return Unassessed(one.field("text"), reason)
    scores = [
        each
        for each in case.evaluation.consensus or ()
        if each.bid == bids[0] and each.criterion == asked[0].criterion.id and each.score is not None
    ]
    told = Decimal(said.points)
    if not scores:
        return Unassessed(
            one.field("text"), f"the panel's score for {name} is not given", ("evaluation.consensus",), seen=True
        )
    if any(is_same(told, each.score) for each in scores if each.score is not None):
        return None
    if not said.most and not _is_a_score(asked[0], told, scores):
        return Unassessed(
            one.field("text"), f"whether {said.points} is a score for {name}, or points in another unit, is not plain"
        )
    has = f"{bid_called(case, bids[0])} has" if said.who else "it has"
    recorded = f"{has} {plain(scores[-1].score or Decimal(0))} for {name}"
    return Otherwise(recorded, scores[-1].field("score"))


def _is_a_score(question: Question, told: Decimal, scores: list[Score]) -> bool:
    """Whether a figure that is out of nothing can only be a score: it is one of the scale, and no recorded score in points."""
    scale, weight = question.scale, question.criterion.weight
    if scale is None or not scale.maximum or not (scale.minimum or 0) <= told <= scale.maximum:
        return False
    in_points = [(each.score or Decimal(0)) / scale.maximum * (weight or Decimal(0)) for each in scores]
    steps = on_step(told, scale.minimum or Decimal(0), scale.step or Decimal(1))
    return steps and not any(is_same(told, each) for each in in_points)


def _labels(key: str | None, name: str | None) -> set[str]:
    key, name = (key or "").casefold(), (name or "").casefold()
    both = {f"{name} ({key})", f"{key} ({name})", f"{key} {name}", f"{key}: {name}"} if key and name else set()
    return {each for each in (key, name, *both) if each}


_ANSWERS = {"place": _place, "winner": _winner, "out": _out, "met": _met, "score": _score}
