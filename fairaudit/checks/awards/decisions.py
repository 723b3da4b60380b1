"""Checks of decisions against suppliers and of direct awards: heard first, reported, resting on a ground that the law knows."""

from decimal import Decimal

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.recorded import kept
from fairaudit.checks.base import Found, Hit, Pattern, Unassessed, Verb, check
from fairaudit.checks.generic import unless_complete
from fairaudit.checks.prices.late_questions import late_question
from fairaudit.checks.reasons import ZONE, lacking, unsure
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.frozen import Frozen
from fairaudit.law.counting import readings
from fairaudit.law.moments import day_of
from fairaudit.law.negotiated import NONE_LIKE_IT, NOT_RECOGNISED, ground_of_the_list
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.law.uk import bounds
from fairaudit.law.ukaward import GROUNDS, ground_of
from fairaudit.procurement.bidders.rivals import name_of, treatment
from fairaudit.procurement.case import Case
from fairaudit.procurement.low_price_records import low_price_records
from fairaudit.procurement.model.common import Value
from fairaudit.procurement.model.evaluation import AbnormallyLow
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.procedure import DirectAward
from fairaudit.procurement.model.records import Award, Bid, Exclusion
from fairaudit.procurement.model.tender import Tender
from fairaudit.procurement.times.deadlines import Limit, Unclear, after


class Shut(Frozen):
    """Who was shut out, and what is wrong with when it was heard."""

    supplier: str
    heard: str


@check
def excluded_unheard(node: Node[Exclusion], case: Case, *, grounds: Pattern) -> Found[Shut]:
    """Flag an exclusion on one of some grounds that was decided before, or without, hearing the supplier."""
    one = node.value
    if one.ground is None:
        yield lacking(one.field("ground"))
        return
    if grounds.find(one.ground) is None:
        return
    supplier = case.party_name(one.party) if one.party else "a supplier"
    if one.heard is None and case.holds_all("exclusions"):
        yield Hit(node, Shut(supplier, "it was not heard before"))
    elif one.heard is None or one.decided is None:
        yield lacking(one.field("heard" if one.heard is None else "decided"))
    else:
        late = after(case.clock, Limit(one.heard, one.field("heard")), Limit(one.decided, one.field("decided")))
        if isinstance(late, Unclear):
            # Heard and decided on one day: the order within it is not recorded, and nothing speaks against it.
            if one.heard.date != one.decided.date:
                yield unsure(node, late)
        elif late:
            yield Hit(
                one.field("heard"),
                Shut(supplier, f"it was heard on {day_in_words(one.heard.date)}, after the decision"),
            )


class Unreported(Frozen):
    """Who was shut out, when that was reported, and the last day for it."""

    supplier: str
    came: str
    last: str
    period: str


@check
def exclusion_unreported(
    node: Node[Exclusion], case: Case, *, grounds: Pattern, period: StatutoryPeriod
) -> Found[Unreported]:
    """Flag an exclusion on one of some grounds that was reported too late, or not by the day of the audit."""
    one = node.value
    if one.ground is None or one.decided is None:
        yield lacking(one.field("ground" if one.ground is None else "decided"))
        return
    start = day_of(case, one.decided)
    if grounds.find(one.ground) is None:
        return
    day = day_of(case, one.reported) if one.reported else None
    if start is None or (one.reported and day is None):
        yield unsure(node, ZONE)
        return
    counted = readings(case, period, start)
    if isinstance(counted, str):
        yield Unassessed(node, counted, ("tender.buyer.country",))
        return
    last = max(each.last for each in counted)
    supplier = case.party_name(one.party) if one.party else "a supplier"
    if day is not None and day > last:
        facts = Unreported(supplier, f"on {day_in_words(day)}", day_in_words(last), period.words)
        yield Hit(one.field("reported"), facts)
    elif day is None and case.today is not None and case.today > last:
        if case.holds_all("exclusions"):
            yield Hit(node, Unreported(supplier, "not at all", day_in_words(last), period.words))
        else:
            yield lacking(one.field("reported"))


class Dropped(Frozen):
    """Whose price was held to be too low, and when its supplier was told only after the award."""

    bid: str
    asked_late: Verb = Verb("before")


@check
def low_price_dropped_unheard(node: Node[AbnormallyLow], case: Case) -> Found[Dropped]:
    """Flag a tender disregarded for its price whose supplier was not told first that it is held to be abnormally low.

    Another record of the same tender may tell that it was; of a tender for several lots one that is about the same lot.
    """
    one = node.value
    if one.decision is None:
        yield lacking(one.field("decision"))
    elif treatment(one.decision) == "turned away" and one.notified is not None:
        if late := late_question(case, low_price_records(case, one.bid, one.lot)):
            facts = Dropped(bid_called(case, one.bid), late.words)
            yield Hit(one.field("decision"), facts, late.related, None if late.sure else "possible")
    elif treatment(one.decision) == "turned away":
        told = [each for each in low_price_records(case, one.bid, one.lot) if each.notified is not None]
        unsaid = next((each for each in (one, *told[:1]) if each.lot is None), None)
        if told and (unsaid is None or not _stands_in_lots(case, one.bid)):
            return
        if told and unsaid is not None:
            yield lacking(unsaid.field("lot"))
        elif case.holds_all("evaluation.abnormally_low"):
            yield Hit(one.field("decision"), Dropped(bid_called(case, one.bid)))
        else:
            yield lacking(one.field("notified"))


def _stands_in_lots(case: Case, key: str | None) -> bool:
    """Whether no lot of a bid is known where there are several, so that a record of it may be about any of them."""
    return len(case.lots) > 1 and not any(one.id == key and one.lot is not None for one in case.bids)


@check
def low_price_dropped_though_shown(node: Node[AbnormallyLow], case: Case) -> Found[Dropped]:
    """Flag a tender disregarded for its price although its supplier showed that it can perform for it."""
    one = node.value
    if one.decision is None:
        yield lacking(one.field("decision"))
    elif treatment(one.decision) != "turned away":
        return
    elif one.demonstrated is None and not (one.answered is None and case.holds_all("evaluation.abnormally_low")):
        yield lacking(one.field("demonstrated"))
    elif one.demonstrated:
        yield Hit(one.field("decision"), Dropped(bid_called(case, one.bid)))


class Ground(Frozen):
    """The ground that is given."""

    ground: str


@check
def direct_award_ground_unknown(node: Node[DirectAward], case: Case) -> Found[Ground]:
    """Flag a direct award on a paragraph that is no justification; ask about words in which none is recognised."""
    one = node.value
    ground = case.once(ground_of)
    if ground is None or one.ground is None:
        yield lacking(one.field("ground"))
    elif ground not in GROUNDS:
        # A text that denies having a ground is none; other words may still mean one.
        sure = ground or kept(one.ground) is False
        yield Hit(one.field("ground"), Ground(one.ground), confidence=None if sure else "possible")


class OffTheList(Frozen):
    """What is recorded in place of a ground, as the rest of a sentence; empty where nothing is."""

    said: Verb


@check
def award_off_the_list(node: Node[Tender], case: Case) -> Found[OffTheList]:
    """Flag an award without competition for which no ground of a closed list is recorded.

    A number that is not on the list and a text that denies a ground are found; words that name none of it are a question.
    """
    given = case.tender.direct_award
    at = Node(("tender", "direct_award", "ground"), given.ground if given else None)
    if not at.value or not at.value.strip():
        yield unless_complete(case, at) or Hit(at, OffTheList(Verb("")))
        return
    found = ground_of_the_list(at.value)
    if found in (NONE_LIKE_IT, NOT_RECOGNISED):
        sure = found == NONE_LIKE_IT or kept(at.value) is False
        said = Verb(f"; what is recorded is \u201c{at.value}\u201d")
        yield Hit(at, OffTheList(said), confidence=None if sure else "possible")


class Suitable(Frozen):
    """Whose tender counted."""

    bidder: str


@check
def suitable_tender_received(node: Node[Bid], case: Case) -> Found[Suitable]:
    """Flag a tender that was not turned away in a competition said to have brought no suitable one."""
    bid = node.value
    if bid.status in ("valid", "accepted"):
        yield Hit(bid.field("status"), Suitable(name_of(case, bid)))
    elif bid.status in (None, "pending"):
        yield lacking(bid.field("status"))


class Indicators(Frozen):
    """What a contract is worth, and how many indicators are set for it."""

    value: Value
    number: int


@check
def indicators_too_few(node: Node[Award], case: Case, *, more_than: Decimal, at_least: int) -> Found[Indicators]:
    """Flag a contract worth more than an amount in pounds, value added tax included, with fewer than `at_least` indicators."""
    award = node.value
    value = award.value or (case.tender.value if len(case.awards) == 1 else None)
    if award.status in ("cancelled", "unsuccessful"):
        return
    if value is None or value.amount is None or value.currency not in (None, "GBP"):
        yield lacking(award.field("value"))
        return
    low, high = bounds(value)
    terms = case.tender.terms
    number = award.performance_indicators if award.performance_indicators is not None else None
    if number is None and terms is not None:
        number = terms.performance_indicators
    if high <= more_than or (number or 0) >= at_least:
        return
    if low <= more_than:
        name = text_of((*value.path, "vat"))
        yield Unassessed(node, "whether its value is more than the amount hangs on value added tax", (name,))
    elif number is None and not case.holds_all("awards"):
        yield lacking(award.field("performance_indicators"))
    else:
        yield Hit(award.field("performance_indicators"), Indicators(value, number or 0))
