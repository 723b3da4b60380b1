"""What happened: enquiries, bids, events, representations, awards."""

from typing import Literal

from fairaudit.procurement.model.common import Money, Period, Recipients, Value
from fairaudit.procurement.model.kinds import EventKind, PartyId
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import Count, Day, Flag, Moment, Number, Text, Title
from fairaudit.procurement.model.told import Outage, Reason, Record


class Confidential(Part):
    """An agreement to answer one bidder only, and its reason."""

    agreed: Flag | None = None
    reason: Reason | None = None


class Enquiry(Part):
    """A question and its answer: who asked, who received it, when."""

    id: Text | None = None
    asked_by: Text | None = None
    date: Moment | None = None
    question: Text | None = None
    answer: Text | None = None
    answered: Moment | None = None
    recipients: Recipients | None = None
    confidential: Confidential | None = None
    material: Flag | None = None
    lots: tuple[Text, ...] | None = None


class Defect(Part):
    """Something missing or wrong in a bid, and what was decided about it."""

    code: Text | None = None
    text: Text | None = None
    decision: Text | None = None
    cure_until: Moment | None = None
    reason: Reason | None = None


class ConditionResult(Part):
    """Whether a bidder meets one of the conditions of taking part."""

    criterion: Text | None = None
    met: Flag | None = None
    reason: Reason | None = None


class Bid(Part):
    """A bid as received; `deadline` is the bidder's own where one was granted.

    `unit_prices` are its prices item by item, `figures` what else a formula counts, by name: `{days: 437}`.
    """

    id: PartyId | None = None
    bidder: Text | None = None
    lot: Text | None = None
    round: Text | None = None
    variant: Flag | None = None
    unit: Text | None = None
    received: Moment | None = None
    deadline: Moment | None = None
    value: Value | None = None
    status: (
        Literal["invited", "pending", "valid", "accepted", "late", "rejected", "disqualified", "excluded", "withdrawn"]
        | None
    ) = None
    reason: Reason | None = None
    rule_ref: Record | None = None
    portal_receipt: Moment | None = None
    outage: Outage | None = None
    defects: tuple[Defect, ...] | None = None
    conditions: tuple[ConditionResult, ...] | None = None
    unit_prices: dict[str, Number] | None = None
    figures: dict[str, Number] | None = None
    answers: dict[str, Text] | None = None
    """What it answers to each award criterion, by the criterion's id."""


class Event(Part):
    """Something that happened to one bidder or to all: extension, access, site visit, contact, clarification, cure, meeting."""

    id: Text | None = None
    kind: EventKind | None = None
    bidder: Text | None = None
    recipients: Recipients | None = None
    person: Text | None = None
    date: Moment | None = None
    until: Moment | None = None
    document: Title | None = None
    topic: Text | None = None
    channel: Text | None = None
    reason: Reason | None = None
    text: Text | None = None
    material: Flag | None = None
    lot: Text | None = None


class Representations(Part):
    """What bidders put forward after an intention to award, and how it was answered.

    `further_decision` is when it was decided again; in words it is read as the `decision`.
    """

    party: Text | None = None
    received: Moment | None = None
    information_requested: Moment | None = None
    given: Moment | None = None
    further_decision: Moment | None = None
    decision: Text | None = None
    communicated: Moment | None = None
    withheld: Record | None = None


class Standstill(Part):
    """The pause before a contract may be signed."""

    kind: Text | None = None
    start_date: Moment | None = None
    end: Moment | None = None


class Modification(Part):
    """A change of a contract while it runs: on which ground, by how much, and when a notice of it was published.

    `new_kind`: something of a kind the contract did not provide for; `favours_supplier`: its economic balance shifts.
    """

    id: Text | None = None
    date: Day | None = None
    ground: Text | None = None
    reason: Reason | None = None
    value_before: Money | None = None
    value_after: Money | None = None
    end_before: Day | None = None
    end_after: Day | None = None
    provided_for: Flag | None = None
    character_changed: Flag | None = None
    own_decision: Flag | None = None
    notice_published: Moment | None = None
    notice_submitted: Moment | None = None
    external_factors: Flag | None = None
    succession: Flag | None = None
    selection_criteria_met: Flag | None = None
    """Whether whoever succeeds into the contract meets the conditions of taking part."""
    new_kind: Flag | None = None
    favours_supplier: Flag | None = None
    copy_published: Moment | None = None


class AwardReport(Part):
    """The buyer's own report on how a contract was awarded, and what stands in it."""

    drawn_up: Moment | None = None
    contains: tuple[Text, ...] | None = None


class Exclusion(Part):
    """A supplier shut out: on which ground, whether it was heard before, when it was told, and when it was reported.

    `measures` are those by which it says it put things right, `reasons` why they are not enough; `overriding` is the
    public interest for which it may win all the same.
    """

    party: Text | None = None
    ground: Text | None = None
    heard: Moment | None = None
    decided: Moment | None = None
    notified: Moment | None = None
    measures: Record | None = None
    reasons: Reason | None = None
    overriding: Reason | None = None
    reported: Moment | None = None


class Award(Part):
    """Who won, when, and for how much."""

    id: Text | None = None
    bid: Text | None = None
    suppliers: tuple[Text, ...] | None = None
    lot: Text | None = None
    date: Moment | None = None
    status: Literal["pending", "active", "cancelled", "unsuccessful"] | None = None
    value: Value | None = None
    reason: Reason | None = None
    entered_into: Day | None = None
    standstill: Standstill | None = None
    number_of_bids: Count | None = None
    summaries_sent: Moment | None = None
    contract_period: Period | None = None
    performance_indicators: Count | None = None
    modifications: tuple[Modification, ...] | None = None
    copy_published: Moment | None = None
    terminated: Day | None = None
    """The day on which the contract ended: it expired, was fulfilled or rescinded, or somebody or a court ended it."""
