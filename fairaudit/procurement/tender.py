"""The tender: what is bought, by whom, when, on which terms."""

from typing import Literal

from fairaudit.procurement.common import Address, Identifier, Justification, Money, Period, Recipients, Value
from fairaudit.procurement.criteria import AwardCriterion, OtherRequirement, SelectionCriterion
from fairaudit.procurement.kinds import Changed, DataKind
from fairaudit.procurement.node import Part
from fairaudit.procurement.scalars import Count, Day, Flag, Moment, Number, Text


class Buyer(Part):
    """The body that buys."""

    id: Text | None = None
    name: Text | None = None
    aliases: tuple[Text, ...] | None = None
    kind: Text | None = None
    country: Text | None = None
    identifiers: tuple[Identifier, ...] | None = None
    address: Address | None = None


class Classification(Part):
    """What is bought, in a scheme such as CPV."""

    scheme: Text | None = None
    id: Text | None = None
    description: Text | None = None


class Regime(Part):
    """What settles which law applies, as the buyer states it."""

    special: Text | None = None
    light_touch: Flag | None = None
    utilities: Flag | None = None
    concession: Flag | None = None
    defence: Flag | None = None
    dynamic_market: Flag | None = None
    health_services: Flag | None = None
    above_threshold: Flag | None = None
    call_off_of: Text | None = None
    devolved: Text | None = None
    framework_begun: Day | None = None


class Submission(Part):
    """How bids are sent."""

    electronic: Flag | None = None
    portal: Text | None = None
    late_bids: Text | None = None
    languages: tuple[Text, ...] | None = None
    opening: Moment | None = None


class Incumbent(Part):
    """Who does the work today; its products and systems; its own staff where it is in-house."""

    party: Text | None = None
    name: Text | None = None
    aliases: tuple[Text, ...] | None = None
    lots: tuple[Text, ...] | None = None
    in_house: Flag | None = None
    contract_end: Day | None = None
    products: tuple[Text, ...] | None = None


class Lot(Part):
    """A part of the contract that can be won by itself."""

    id: Text | None = None
    title: Text | None = None
    text: Text | None = None
    value: Value | None = None
    contract_period: Period | None = None
    classification: Classification | None = None


class Clause(Part):
    """A clause of the specification or the terms: text that rules read."""

    id: Text | None = None
    heading: Text | None = None
    text: Text | None = None
    lots: tuple[Text, ...] | None = None
    mandatory: Flag | None = None
    scored: Flag | None = None
    part: Literal["specification", "terms", "definitions", "background"] | None = None
    equivalents: Flag | None = None
    justification: Justification | None = None


class Terms(Part):
    """Conditions of the contract and of taking part."""

    insurance: tuple[OtherRequirement, ...] | None = None
    bid_security: Money | None = None
    participation_fee: Money | None = None
    performance_bond: Money | None = None
    subcontracting: Text | None = None
    consortia: Text | None = None
    exclusivity: Text | None = None
    performance_indicators: Count | None = None
    payment_days: Count | None = None
    liability: Text | None = None
    clauses: tuple[Clause, ...] | None = None


class Disclosure(Part):
    """Data the buyer has or should give: activity, cost, staff transfer, assets, interfaces, performance."""

    kind: DataKind | None = None
    document: Text | None = None
    available: Flag | None = None
    published: Moment | None = None
    recipients: Recipients | None = None
    reason: Text | None = None


class MarketEngagement(Part):
    """A talk with the market before the tender; `unavoidable` names those whose advantage from it cannot be undone."""

    date: Moment | None = None
    participants: tuple[Text, ...] | None = None
    shared: Flag | None = None
    shared_documents: tuple[Text, ...] | None = None
    drafted: Flag | None = None
    notice: Text | None = None
    reason_no_notice: Text | None = None
    mitigation: Text | None = None
    unavoidable: tuple[Text, ...] | None = None


class Amendment(Part):
    """A change of the published documents; `substantial` where it changes who can take part.

    `time_considered` says what was decided about the time limits because of it.
    """

    id: Text | None = None
    date: Moment | None = None
    changes: tuple[Changed, ...] | None = None
    from_: Text | None = None
    to: Text | None = None
    text: Text | None = None
    material: Flag | None = None
    recipients: Recipients | None = None
    substantial: Flag | None = None
    time_considered: Text | None = None


class Notice(Part):
    """A notice, when it was sent and published, and what it holds."""

    id: Text | None = None
    kind: Text | None = None
    lots: tuple[Text, ...] | None = None
    award: Text | None = None
    submitted: Moment | None = None
    published: Moment | None = None
    contains: tuple[Text, ...] | None = None
    stated_end: Moment | None = None
    url: Text | None = None


class DocumentVersion(Part):
    """A version of a tender document, and who could read it from when."""

    id: Text | None = None
    title: Text | None = None
    kind: Text | None = None
    version: Text | None = None
    available_at: Moment | None = None
    sha256: Text | None = None
    recipients: Recipients | None = None


class SiteVisit(Part):
    """A visit bidders may or must make."""

    date: Moment | None = None
    mandatory: Flag | None = None
    bidders: Recipients | None = None
    text: Text | None = None


class ExistingContract(Part):
    """The contract that runs today, and how the new one differs from it."""

    provider: Text | None = None
    value: Value | None = None
    expires: Day | None = None
    character_changed: Flag | None = None
    own_decision: Flag | None = None
    capable_providers: Text | None = None
    satisfied_record: Text | None = None
    change_reason: Text | None = None


class LotLimits(Part):
    """How many lots one bidder may bid for or win."""

    maximum_bid: Count | None = None
    maximum_awarded: Count | None = None
    mechanism: Text | None = None


class PlannedNotice(Part):
    """An earlier notice that announced the tender."""

    published: Moment | None = None
    contains: tuple[Text, ...] | None = None


class KeyCriterion(Part):
    """A key criterion of a regime, with its weight."""

    name: Text | None = None
    weight: Number | None = None
    considered: Text | None = None
    order: Count | None = None


class Round(Part):
    """A round of dialogue, negotiation or bidding."""

    id: Text | None = None
    start_date: Moment | None = None
    end_date: Moment | None = None
    bidders: Recipients | None = None


class Urgency(Part):
    """A claim that time is short."""

    claimed: Flag | None = None
    reason: Text | None = None
    foreseeable: Flag | None = None
    attributable: Flag | None = None


class Framework(Part):
    """A framework agreement: how long it runs, and how orders are placed under it.

    `awarded` are the days on which a framework of an open one, a scheme of several, was or will be awarded.
    """

    period: Period | None = None
    reason: Text | None = None
    open: Flag | None = None
    suppliers: Count | None = None
    core_terms: Flag | None = None
    mechanism: Text | None = None
    award_criteria: tuple[Text, ...] | None = None
    awarded: tuple[Moment, ...] | None = None


class DirectAward(Part):
    """An award without competition: the ground relied on and what supports it."""

    ground: Text | None = None
    explanation: Text | None = None
    alternatives: Text | None = None
    earlier_award: Day | None = None
    stated_before: Flag | None = None


class ReservedContract(Part):
    """A competition kept for certain organisations: for whom, for how long, and under which provision."""

    organisations: Text | None = None
    provision: Text | None = None
    earlier_award: Day | None = None
    workforce_share: Number | None = None


class Refinement(Part):
    """An award criterion made more exact between rounds; `lets_in` are those it would have let progress, had it been earlier."""

    criterion: Text | None = None
    date: Moment | None = None
    provided_for: Flag | None = None
    lets_in: tuple[Text, ...] | None = None
    republished: Moment | None = None


class Tender(Part):
    """The tender itself; every field is optional.

    `preselected`: only suppliers that were first assessed against the conditions may bid; `agreed_period`: they agreed
    on the time to do so.
    """

    id: Text | None = None
    ocid: Text | None = None
    title: Text | None = None
    description: Text | None = None
    status: (
        Literal["template", "draft", "planned", "active", "cancelled", "unsuccessful", "complete", "withdrawn"] | None
    ) = None
    law: tuple[Text, ...] | None = None
    buyer: Buyer | None = None
    time_zone: Text | None = None
    classification: Classification | None = None
    regime: Regime | None = None
    route: Text | None = None
    procurement_method: Literal["open", "selective", "limited", "direct"] | None = None
    procurement_method_details: Text | None = None
    procurement_method_rationale: Text | None = None
    main_procurement_category: Text | None = None
    value: Value | None = None
    contract_period: Period | None = None
    published: Moment | None = None
    documents_available: Moment | None = None
    enquiry_period: Period | None = None
    expression_of_interest_deadline: Moment | None = None
    tender_period: Period | None = None
    award_period: Period | None = None
    submission: Submission | None = None
    incumbents: tuple[Incumbent, ...] | None = None
    lots: tuple[Lot, ...] | None = None
    lot_limits: LotLimits | None = None
    no_lots_reason: Text | None = None
    selection_criteria: tuple[SelectionCriterion, ...] | None = None
    award_criteria: tuple[AwardCriterion, ...] | None = None
    award_method: Text | None = None
    key_criteria: tuple[KeyCriterion, ...] | None = None
    specification: tuple[Clause, ...] | None = None
    equivalents_clause: Text | None = None
    terms: Terms | None = None
    disclosures: tuple[Disclosure, ...] | None = None
    market_engagement: tuple[MarketEngagement, ...] | None = None
    drafters: tuple[Text, ...] | None = None
    amendments: tuple[Amendment, ...] | None = None
    notices: tuple[Notice, ...] | None = None
    planned_notice: PlannedNotice | None = None
    documents: tuple[DocumentVersion, ...] | None = None
    site_visits: tuple[SiteVisit, ...] | None = None
    permissions: tuple[Text, ...] | None = None
    justifications: tuple[Justification, ...] | None = None
    existing_contract: ExistingContract | None = None
    rounds: tuple[Round, ...] | None = None
    urgency: Urgency | None = None
    framework: Framework | None = None
    direct_award: DirectAward | None = None
    reserved: ReservedContract | None = None
    sme_record: Text | None = None
    source: Text | None = None
    license: Text | None = None
    preselected: Flag | None = None
    agreed_period: Flag | None = None
    refinements: tuple[Refinement, ...] | None = None
