"""Checks of what comes before a tender: talks with the market, conflicts that were found, and who may tender at all."""

from collections.abc import Iterator
from datetime import date

from fairaudit.analysis.calendars import day_in_words
from fairaudit.checks.base import Found, Hit, Nothing, Unassessed, check
from fairaudit.checks.generic import unsure_record
from fairaudit.checks.people.conduct.out_of_it import out_of_it
from fairaudit.checks.people.declarations.stakes import Interest, interests_of
from fairaudit.checks.people.ties.to_bidders import ground_of
from fairaudit.checks.reasons import lacking, unread_words
from fairaudit.frozen import Frozen
from fairaudit.law.counting import readings
from fairaudit.law.moments import Happened, day_of, happened, unrecorded
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.procurement.bidders.bidding import bidders
from fairaudit.procurement.bidders.rivals import admitted, name_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.tender import MarketEngagement, Tender
from fairaudit.procurement.model.told import tells


class Unannounced(Frozen):
    """How a talk with the market was announced, and when the tender notice was published."""

    came: str
    published: date


@check
def engagement_unannounced(node: Node[MarketEngagement], case: Case) -> Found[Unannounced]:
    """Flag a talk with the market of which no notice came before the tender notice."""
    tender = _first_day(case, "tender-notice")
    if tender is None:
        unclear = unrecorded("tender-notice")
        yield Unassessed(node, unclear.reason, unclear.missing)
        return
    told = _first_day(case, "engagement-notice")
    if told is None and not case.holds_all("tender.notices"):
        unclear = unrecorded("engagement-notice")
        yield Unassessed(node, f"{unclear.reason}, and `complete` does not name tender.notices", unclear.missing)
    elif told is None:
        yield Hit(node, Unannounced("not at all", tender[0]), ((tender[1].at, "the tender notice"),))
    elif told[0] > tender[0]:
        facts = Unannounced(f"on {day_in_words(told[0])}", tender[0])
        yield Hit(node, facts, ((told[1].at, "the notice of the talk"), (tender[1].at, "the tender notice")))


def _first_day(case: Case, step: str) -> tuple[date, Happened] | None:
    """Return the first day on which a step happened, with where that stands."""
    days = [(day, one) for one in happened(case, step) if (day := day_of(case, one.when)) is not None]
    return min(days, key=lambda pair: pair[0]) if days else None


class Engaged(Frozen):
    """The bidders who had talked about the tender before it was published."""

    bidders: tuple[str, ...]


def _same(case: Case, named: tuple[str, ...] | None, key: str) -> bool:
    """Whether a list of ids or names holds a party."""
    return bool({key, case.party_name(key)} & set(named or ()))


@check
def engaged_bidder_unmitigated(node: Node[MarketEngagement], case: Case, *, grounds: tuple[str, ...]) -> Found[Engaged]:
    """Flag bidders who took part in a talk of which neither its content was shared nor anything else done about it.

    Whoever was heard and shut out for it, on one of the `grounds`, has no advantage left.
    """
    talk = node.value
    if talk.participants is None:
        yield lacking(talk.field("participants"))
        return
    field = bidders(case)
    if field.missing:
        yield Unassessed(node, "who bids is not known", field.missing)
    there = {one: out_of_it(case, one, grounds) for one in field.ids if _same(case, talk.participants, one)}
    who = {one: out for one, out in there.items() if out is None or out.words}
    if not who or talk.shared or (done := tells(talk.mitigation)):
        return
    if talk.shared is False or talk.mitigation or case.holds_all("tender.market_engagement"):
        told = (case.party_name(one) + (f" ({out.words})" if out else "") for one, out in who.items())
        confidence = "possible" if all(who.values()) else unsure_record(done)
        words = unread_words((talk.field("mitigation"),))
        severity = "medium" if words else None
        yield Hit(talk.field("participants"), Engaged(tuple(sorted(told))), words, confidence, severity=severity)
    else:
        names = (text_of((*talk.path, "shared")), text_of((*talk.path, "mitigation")))
        yield Unassessed(node, "whether what was said was shared with all, or else levelled out, is not given", names)


class Kept(Frozen):
    """A bidder that is still in the contest."""

    bidder: str


@check
def engaged_supplier_kept(node: Node[MarketEngagement], case: Case) -> Found[Kept]:
    """Flag a bid that was let in although the buyer holds that its bidder's advantage from a talk cannot be undone."""
    talk = node.value
    for bid in _bids_of(case, talk.unavoidable):
        let_in = admitted(case, bid)
        if let_in is None:
            yield lacking(bid.field("status"))
        elif let_in:
            related = ((talk.field("unavoidable"), "an advantage that cannot be undone"),)
            yield Hit(bid.field("status"), Kept(name_of(case, bid)), related, key=bid.bidder or "")


def _bids_of(case: Case, named: tuple[str, ...] | None) -> Iterator[Bid]:
    return (one for one in case.bids if named and one.bidder and _same(case, named, one.bidder))


class Idle(Frozen):
    """When an early notice and the tender notice were published, and the days between which the latter had to come."""

    planned: date
    published: date
    first: date
    last: date


@check
def early_notice_idle(
    node: Node[object], case: Case, *, opens: StatutoryPeriod, closes: StatutoryPeriod
) -> Found[Idle]:
    """Flag a notice of a planned procurement that came too late or too early before the tender notice to shorten anything."""
    planned, tender = _first_day(case, "planned-notice"), _first_day(case, "tender-notice")
    if planned is None:
        return
    if tender is None:
        unclear = unrecorded("tender-notice")
        yield Unassessed(planned[1].at, unclear.reason, unclear.missing)
        return
    begin, end = readings(case, opens, planned[0]), readings(case, closes, planned[0])
    if isinstance(begin, str) or isinstance(end, str):
        return
    # The last day of the first period is the day before the notice may come.
    first = date.fromordinal(begin[0].last.toordinal() + 1)
    if not first <= tender[0] <= end[0].last:
        yield Hit(
            planned[1].at, Idle(planned[0], tender[0], first, end[0].last), ((tender[1].at, "the tender notice"),)
        )


@check
def preselected_by_suitability(node: Node[Tender], case: Case) -> Found[Nothing]:
    """Flag a tender that only those may answer whose suitability was assessed first; where it is only selective, ask."""
    tender = node.value
    staged = tender.expression_of_interest_deadline is not None
    if tender.preselected or (tender.procurement_method == "selective" and staged and tender.preselected is None):
        yield Hit(node, Nothing())
    elif tender.procurement_method == "selective" and tender.preselected is None:
        yield Hit(node, Nothing(), confidence="possible")
    elif tender.procurement_method is None and tender.preselected is None:
        yield lacking(tender.field("procurement_method"))


class Untreated(Frozen):
    """Who declared an interest in whom."""

    person: str
    bidders: tuple[str, ...]


@check
def interest_unmitigated(node: Node[object], case: Case, *, months: int = 24) -> Found[Untreated]:
    """Flag a declared interest in a bidder of which no measure and no withdrawal of the person is recorded."""
    own, ground = node.value, ground_of(case)
    if not isinstance(own, Declaration) or own.interests == ():
        return
    if own.interests is None:
        yield lacking(own.field("interests"))
        return
    if ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
        return
    measures = own.mitigation.actions if own.mitigation else None
    done = tells(measures)
    if done or own.recused_from:
        return
    found: list[Interest] = []
    for one in interests_of(ground, own, months):
        gap = one.gap if isinstance(one, Interest) else one
        if gap is not None:
            yield gap
        elif isinstance(one, Interest):
            found.append(one)
    if found and (measures or case.holds_all("declarations")):
        names = tuple(case.party_name(one.bidder) for one in found)
        facts = Untreated(case.person_name(own.person or "somebody"), names)
        sure = done is False and any(one.sure for one in found)
        words = unread_words((own.mitigation.field("actions"),)) if own.mitigation else ()
        severity = "medium" if words else None
        yield Hit(own.field("interests"), facts, words, None if sure else "possible", severity=severity)
    elif found:
        names = (text_of((*own.path, "mitigation")), text_of((*own.path, "recused_from")))
        yield Unassessed(node, f"{names[0]} is not given, and `complete` does not name declarations", names)
