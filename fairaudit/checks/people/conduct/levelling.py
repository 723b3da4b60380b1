"""The three ways in which the lead of whoever helped to prepare a tender is evened out.

What they had goes to all, all have time to use it, and only where neither can help are they shut out (Directive 2014/24/EU,
art 41; Procurement Act 2023, s.16). `involvement` asks whether anything was done; here it is asked whether in time, and in order.
"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from fairaudit.analysis.names import any_same_organisation
from fairaudit.analysis.rounding import apart
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.people.conduct.involvement import evened_by
from fairaudit.checks.people.conduct.out_of_it import out_of_it
from fairaudit.checks.people.spellings.party_names import names_party
from fairaudit.checks.people.ties.to_bidders import ground_of
from fairaudit.checks.reasons import lacking, unread_words
from fairaudit.checks.timing.in_words import in_hours
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Exclusion
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import DocumentVersion, MarketEngagement
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.persons.faces import names_of
from fairaudit.procurement.received.ledger import received_at
from fairaudit.procurement.received.recipients import meant, told_of


class SharedLate(Frozen):
    """Which bidders had a paper from a talk before, when the others could read it, how long after publication, what was left."""

    bidders: tuple[str, ...]
    document: str
    available: When
    difference: str
    per_cent: Decimal


@check
def lead_shared_late(
    node: Node[object], case: Case, *, least_per_cent: int, grounds: tuple[str, ...]
) -> Found[SharedLate]:
    """Flag papers of a talk with bidders that the others could read only after the tender was out, with little time left.

    `difference` is from publication until then, `per_cent` is what was left of the time to bid, flagged below `least_per_cent`.
    A paper of which no record says that the others had it is not assessed here: other rules say who did not have it. Whoever was
    heard and shut out for it, on one of the `grounds`, has no lead left.
    """
    talk = node.value
    if not isinstance(talk, MarketEngagement) or not talk.shared_documents:
        return
    ground, period, began = ground_of(case), case.tender.tender_period, case.tender.published
    if talk.participants is None or ground.bidders.missing:
        name = text_of((*talk.path, "participants"))
        yield Unassessed(node, "who took part, or who bids, is not known", ground.bidders.missing or (name,))
        return
    there = (one for one in ground.bidders.ids if names_party(case, talk.participants, one))
    outs = {one: out_of_it(case, one, grounds) for one in there}
    present = tuple(one for one, out in outs.items() if out is None or out.words)
    end = period.end_date if period else None
    for wanted, name in ((began, "tender.published"), (end, "tender.tender_period.end_date")):
        if present and wanted is None:
            yield Unassessed(node, f"{name} is not given", (name,))
            return
    gone = all(outs[one] for one in present)
    for key in talk.shared_documents if present else ():
        for one in _late(case, talk, present, key, least_per_cent):
            yield one._replace(confidence="possible") if gone and isinstance(one, Hit) else one


def _late(
    case: Case, talk: MarketEngagement, present: tuple[str, ...], key: str, least: int
) -> Iterator[Hit[SharedLate] | Unassessed]:
    document = next((one for one in case.tender.documents or () if key in (one.id, one.title)), None)
    if document is None or document.available_at is None:
        at = document.field("available_at") if document else talk.field("shared_documents")
        name = text_of((*document.path, "available_at")) if document else f"tender.documents (document {key})"
        yield Unassessed(at, f"when all could read {key} is not given", (name,))
        return
    available = _others_had(case, document, present)
    if available is None:
        at = document.field("recipients")
        yield Unassessed(
            at, f"that anybody but those in the talk could read {key} is not recorded", (f"who else had {key}",)
        )
        return
    spans = _spans(case, available)
    if spans is None:
        yield Unassessed(
            document.field("available_at"), "the time zone of these moments is not known", ("tender.time_zone",)
        )
        return
    after, whole = spans
    left = 100 - 100 * after / whole
    if after > 0 and left < least:
        names = tuple(case.party_name(one) for one in present)
        difference = in_hours(timedelta(minutes=int(after * 60)))
        facts = SharedLate(
            names, document.title or key, available, difference, apart(max(left, Decimal(0)), Decimal(least))
        )
        related = ((document.field("available_at"), "when the others could read it"),)
        yield Hit(talk.field("shared_documents"), facts, related, key=key)


def _others_had(case: Case, document: DocumentVersion, present: tuple[str, ...]) -> When | None:
    """Return when the first of the others could read a document: by its list and events, or for all where it has no list."""
    if document.recipients is None or EVERYBODY in told_of(case, document.recipients).keys:
        return document.available_at
    received = received_at(case, document.path)
    own = {meant(case, one) for one in present}
    had = [one.entry.when for key, one in received.had.items() if key not in own] if received else []
    dated = [one for one in had if one is not None]
    return min(dated, key=case.clock.rank) if dated else None


def _spans(case: Case, available: When) -> tuple[Decimal, Decimal] | None:
    """Return the hours from publication until a document could be read, and until the deadline; `None` without a zone."""
    period = case.tender.tender_period
    moments = (case.tender.published, available, period.end_date if period else None)
    local = [case.clock.local(one) if one else None for one in moments]
    if local[0] is None or local[1] is None or local[2] is None or local[2] <= local[0]:
        return None
    hours = [Decimal(int((one - local[0]).total_seconds())) / 3600 for one in (local[1], local[2])]
    return hours[0], hours[1]


class ShutOutFirst(Frozen):
    """Who was shut out, on which ground, and what is wrong with that by the records."""

    who: str
    ground: str
    wrong: Clause


_UNTRIED = "no attempt to even out its lead by other means is recorded"
_EVENED = "by the records its lead was evened out, and why that was not enough is not recorded"
_UNHEARD = "no chance to show that it has no lead is recorded before"


@check
def shut_out_without_levelling(node: Node[Exclusion], case: Case, *, grounds: tuple[str, ...]) -> Found[ShutOutFirst]:
    """Flag an exclusion for earlier involvement where no attempt to even out the lead of that supplier is recorded.

    Recorded is what a talk with it says was shared or done, and the reasons of the exclusion itself. To shut somebody out is the
    last resort: where its lead was evened out, or it was not heard, that is a question. A lead that is recorded as past
    undoing needs no attempt.
    """
    own = node.value
    if own.ground is None:
        yield lacking(own.field("ground"))
        return
    if not any(one in own.ground.lower() for one in grounds):
        return
    if own.party is None:
        yield lacking(own.field("party"))
        return
    who = case.party_name(own.party)
    talks = [one for one in case.tender.market_engagement or () if _with(case, one.participants, own.party)]
    answers = {evened_by(case, one) for one in talks} | {tells(own.reasons)}
    past_undoing = any(_with(case, one.unavoidable, own.party) for one in talks)
    if True in answers or past_undoing:
        yield from _as_last_resort(case, own, who, past_undoing)
    elif None in answers:
        words = unread_words((*(one.field("mitigation") for one in talks), own.field("reasons")))
        facts, severity = ShutOutFirst(who, own.ground, Clause(_UNTRIED)), "medium" if words else None
        yield Hit(node, facts, words, "possible", own.party, severity)
    elif not talks and case.tender.market_engagement != () and not case.holds_all("tender.market_engagement"):
        name = "completeness of tender.market_engagement"
        yield Unassessed(node, f"what was done to even out the lead of {who} is not given", (name,))
    else:
        yield Hit(node, ShutOutFirst(who, own.ground, Clause(_UNTRIED)), key=own.party)


def _as_last_resort(case: Case, own: Exclusion, who: str, past_undoing: bool) -> Found[ShutOutFirst]:
    """Yield what speaks against an exclusion before which its lead was weighed: that it was evened out, or it was not heard."""
    at, wrong = own.node, ""
    if tells(own.reasons) is not True and not past_undoing:
        wrong = _EVENED
    elif own.heard is None and not case.holds_all("exclusions"):
        yield lacking(own.field("heard"))
    elif own.heard is None:
        at, wrong = own.field("heard"), _UNHEARD
    elif own.decided is None:
        yield lacking(own.field("decided"))
    elif (early := case.clock.before(own.decided, own.heard, end_first=True)) is None:
        yield Unassessed(own.field("heard"), "the time zone of these moments is not known", ("tender.time_zone",))
    elif early:
        at, wrong = own.field("heard"), _UNHEARD
    if wrong:
        yield Hit(at, ShutOutFirst(who, own.ground or "", Clause(wrong)), confidence="possible", key=own.party or "")


def _with(case: Case, names: tuple[str, ...] | None, party: str) -> bool:
    listed = names or ()
    return party in listed or any_same_organisation(listed, names_of(case.party(party)))
