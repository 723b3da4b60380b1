"""Questions about a low price held to the award: which came only once it was decided, and which were left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fairaudit.analysis.text.low_price_decisions import price_decision
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, Verb, check
from fairaudit.checks.moderation.sequence import award_dates
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of
from fairaudit.checks.scoring.scores.scoring_times import surely_before
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import treatment, won
from fairaudit.procurement.case import Case
from fairaudit.procurement.low_price_records import is_asked, low_price_records
from fairaudit.procurement.model.evaluation import AbnormallyLow
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.scalars import When


class Late(Frozen):
    """A question that came only after every award of its lot was decided: when and where that stands, and when it was asked."""

    asked: When
    decided: When
    at: Node[object]
    award: Node[object]
    sure: bool = True

    @property
    def words(self) -> Verb:
        """What a message adds to `no question is recorded` or `it was not told`."""
        return Verb(
            f"before the award was decided on {self.decided.in_words()} (it was asked on {self.asked.in_words()})"
        )

    @property
    def exception(self) -> Verb:
        """What a message adds that would else say that there is no question at all."""
        asked, decided = self.asked.in_words(), self.decided.in_words()
        return Verb(f", other than one on {asked}, after the award was decided on {decided}")

    @property
    def related(self) -> tuple[tuple[Node[object], str], ...]:
        """The other places that a finding is about."""
        return (self.at, "when the bidder was asked"), (self.award, "when the award was decided")


def late_question(case: Case, records: Iterable[AbnormallyLow]) -> Late | None:
    """Return the question that the records of a bid tell of, where for one of its lots none was asked in time.

    Of a lot without a dated award, or where both are on one day, nobody can say that it was late. A record that names no lot
    may be about any; of a bid that has the award the price may have been examined again.
    """
    by_lot: dict[str | None, list[Late | None]] = {}
    for one in records:
        if is_asked(one):
            by_lot.setdefault(lot_of(case, one.bid, one.lot), []).append(_late(case, one))
    if any(late is None for late in by_lot.get(None, ())):
        return None
    return next((some[0] for some in by_lot.values() if all(some)), None)


def _late(case: Case, record: AbnormallyLow) -> Late | None:
    ends = award_dates(case, lot_of(case, record.bid, record.lot))
    if record.notified is None or not ends:
        return None
    told = [one for one in (record.notified, record.answered) if one is not None]
    if not all(surely_before(case, decided, one) is True for one in told for _, _, decided in ends):
        return None
    at, _, decided = ends[0]
    sure = not any(won(case, one) for one in case.bids if one.id == record.bid)
    return Late(record.notified, decided, record.field("notified"), at, sure)


class LeftOpen(Frozen):
    """The bid whose low price was asked about, and what is open in how that went on."""

    bid: str
    open: Clause


@check
def low_price_questions_end(node: Node[AbnormallyLow], case: Case) -> Found[LeftOpen]:
    """Ask about a low price that was decided on without its answer, or against what the record says the answer showed.

    A bid that lost, by a test that nobody declared, is owed no answer: it is asked about only where it was turned away, has the
    award, or the tender declares a test of low prices.
    """
    one = node.value
    # Where only the words of the decision tell of the question, no date of an answer is to be waited for.
    if one.notified is None and one.answered is None:
        return
    said = next(_open(case, one), None)
    if isinstance(said, Unassessed):
        yield said
    elif said is not None:
        yield Hit(said[0], LeftOpen(bid_called(case, one.bid), Clause(said[1])), confidence="possible")


def _open(case: Case, one: AbnormallyLow) -> Iterator[tuple[Node[object], str] | Unassessed]:
    treated = treatment(one.decision)
    ends = award_dates(case, lot_of(case, one.bid, one.lot))
    has_won = any(won(case, bid) for bid in case.bids if bid.id == one.bid)
    owed = case.tender.low_price_test is not None or has_won
    if has_won and _is_against(case, one):
        yield one.field("decision"), "it has the award although by the record it was decided against it"
    if treated == "let in" and one.demonstrated is False:
        yield one.field("decision"), "it is recorded that its price was not explained, and it was let in all the same"
    if one.answered is not None:
        late = bool(ends) and all(surely_before(case, end, one.answered) is True for _, _, end in ends)
        if late and (treated == "turned away" or owed):
            award, day = ends[0][2].in_words(), one.answered.in_words()
            yield one.field("answered"), f"its answer is dated {day}, after the award was decided on {award}"
        return
    if not (treated == "turned away" or (owed and ends and one.decision is None)) or one.demonstrated is not None:
        return
    if not case.holds_all("evaluation.abnormally_low"):
        missing = text_of(one.field("answered").path)
        yield Unassessed(one.node, "no answer about the price is recorded", (missing,), seen=True)
    elif treated == "turned away":
        yield one.field("answered"), "it was turned away, and no answer is recorded, nor that it gave none in time"
    else:
        yield (
            one.field("answered"),
            "the award was made, and neither an answer nor what came of the question is recorded",
        )


def _is_against(case: Case, record: AbnormallyLow) -> bool:
    """Whether every decision on the low price of a bid, by the words of it, turns the bid or its explanation away."""
    said = [price_decision(one.decision) for one in low_price_records(case, record.bid, record.lot) if one.decision]
    return record.decision is not None and bool(said) and all(one.out and not one.stays for one in said)
