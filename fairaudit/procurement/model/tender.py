"""The tender: what is bought, by whom, when, on which terms."""

from typing import Annotated, Literal

from fairaudit.procurement.model.common import (
    ONE_OR_MORE,
    Address,
    Estimate,
    Identifier,
    Justification,
    Period,
    Recipients,
    Sum,
)
from fairaudit.procurement.model.criteria import AwardCriterion, InsuranceTerm, SelectionCriterion
from fairaudit.procurement.model.kinds import DataKind
from fairaudit.procurement.model.market import MarketSupplier
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.procedure import (
    DirectAward,
    ExistingContract,
    Framework,
    KeyCriterion,
    MostSuitable,
    PatientChoice,
    Refinement,
    Regime,
    ReservedContract,
    SecondStage,
    Urgency,
)
from fairaudit.procurement.model.scalars import Count, Day, Flag, Moment, Text, Title
from fairaudit.procurement.model.told import Levelling, Reason, Record, Withholding


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


class Submission(Part):
    """How bids are sent."""

    electronic: Flag | None = None
    portal: Text | None = None
    late_bids: Text | None = None
    languages: tuple[Text, ...] | None = None
    opening: Moment | None = None


class Incumbent(Part):
    """Who does the work today; its products and systems; its own staff where it is in-house.

    `holds` names what it has already of what is asked: conditions and permissions by id or name, standards, `site visit`.
    """

    party: Text | None = None
    name: Text | None = None
    aliases: tuple[Text, ...] | None = None
    lots: tuple[Text, ...] | None = None
    in_house: Flag | None = None
    contract_end: Day | None = None
    products: tuple[Text, ...] | None = None
    holds: tuple[Text, ...] | None = None


class Lot(Part):
    """A part of the contract that can be won by itself."""

    id: Text | None = None
    title: Text | None = None
    text: Text | None = None
    value: Estimate | None = None
    contract_period: Period | None = None
    classification: Classification | None = None
    additional_classifications: tuple[Classification, ...] | None = None


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

    insurance: Annotated[tuple[InsuranceTerm, ...], ONE_OR_MORE] | None = None
    bid_security: Sum | None = None
    participation_fee: Sum | None = None
    performance_bond: Sum | None = None
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
    document: Title | None = None
    available: Flag | None = None
    published: Moment | None = None
    recipients: Recipients | None = None
    reason: Withholding | None = None


class MarketEngagement(Part):
    """A talk with the market before the tender; `unavoidable` names those whose advantage from it cannot be undone."""

    date: Moment | None = None
    participants: tuple[Text, ...] | None = None
    shared: Flag | None = None
    shared_documents: tuple[Title, ...] | None = None
    drafted: Flag | None = None
    notice: Text | None = None
    reason_no_notice: Reason | None = None
    mitigation: Levelling | None = None
    unavoidable: tuple[Text, ...] | None = None


class Amendment(Part):
    """A change of the published documents; `substantial` where it changes who can take part.

    `time_considered` says what was decided about the time limits because of it.
    """

    id: Text | None = None
    date: Moment | None = None
    changes: tuple[Text, ...] | None = None
    from_: Text | None = None
    to: Text | None = None
    text: Text | None = None
    material: Flag | None = None
    recipients: Recipients | None = None
    substantial: Flag | None = None
    time_considered: Record | None = None


class Notice(Part):
    """A notice, when it was sent and published, and what it holds; a letter also how it went, to whom, and when it came.

    `regulatory_domain` is the law it says it is published under, as eForms writes that (BT-01): `32014L0024`.
    """

    id: Text | None = None
    kind: Text | None = None
    lots: tuple[Text, ...] | None = None
    award: Text | None = None
    submitted: Moment | None = None
    published: Moment | None = None
    contains: tuple[Text, ...] | None = None
    stated_end: Moment | None = None
    url: Text | None = None
    means: Text | None = None
    received: Moment | None = None
    recipients: Recipients | None = None
    regulatory_domain: Text | None = None


class DocumentVersion(Part):
    """A version of a tender document, and who could read it from when."""

    id: Text | None = None
    title: Title | None = None
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


class PermissionAsked(Part):
    """A consent, licence or letter that a bidder needs of somebody; a bare text says what is needed."""

    id: Text | None = None
    text: Text | None = None
    issued_by: Text | None = None
    required_by: Text | None = None
    mandatory: Flag | None = None
    lots: tuple[Text, ...] | None = None
    justification: Justification | None = None


class LotLimits(Part):
    """How many lots one bidder may bid for or win."""

    maximum_bid: Count | None = None
    maximum_awarded: Count | None = None
    mechanism: Record | None = None


class PlannedNotice(Part):
    """An earlier notice that announced the tender."""

    published: Moment | None = None
    contains: tuple[Text, ...] | None = None


class Aim(Part):
    """What the contract is for, which award criteria serve it, and by which measure, from which value, by when it is judged.

    A bare text says what.
    """

    id: Text | None = None
    text: Text | None = None
    criteria: tuple[Text, ...] | None = None
    measure: Record | None = None
    baseline: Text | None = None
    by: Day | None = None


class Round(Part):
    """A round of dialogue, negotiation or bidding."""

    id: Text | None = None
    start_date: Moment | None = None
    end_date: Moment | None = None
    bidders: Recipients | None = None


class PreviousTender(Part):
    """The tender before this one for the same work: what it asked, or at least how many things were mandatory in it."""

    id: Text | None = None
    title: Text | None = None
    published: Moment | None = None
    value: Estimate | None = None
    selection_criteria: tuple[SelectionCriterion, ...] | None = None
    specification: tuple[Clause, ...] | None = None
    mandatory_requirements: Count | None = None


class Tender(Part):
    """The tender itself; every field is optional.

    `preselected`: only suppliers that were first assessed against the conditions may bid; `agreed_period`: they agreed
    on the time to do so. `low_price_test`: the test by which a price is asked about, by its name in the manual.
    """

    id: Text | None = None
    ocid: Text | None = None
    title: Text | None = None
    description: Text | None = None
    status: (
        Literal["template", "draft", "planned", "active", "cancelled", "unsuccessful", "complete", "withdrawn"] | None
    ) = None
    law: tuple[Text, ...] | None = None
    language: Text | None = None
    buyer: Buyer | None = None
    time_zone: Text | None = None
    classification: Classification | None = None
    regime: Regime | None = None
    covered_by: tuple[Text, ...] | None = None
    route: Text | None = None
    procurement_method: Literal["open", "selective", "limited", "direct"] | None = None
    procurement_method_details: Text | None = None
    procurement_method_rationale: Reason | None = None
    main_procurement_category: Text | None = None
    value: Estimate | None = None
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
    no_lots_reason: Reason | None = None
    selection_criteria: tuple[SelectionCriterion, ...] | None = None
    award_criteria: tuple[AwardCriterion, ...] | None = None
    award_method: Text | None = None
    low_price_test: Text | None = None
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
    permissions: tuple[PermissionAsked, ...] | None = None
    justifications: tuple[Justification, ...] | None = None
    existing_contract: ExistingContract | None = None
    rounds: tuple[Round, ...] | None = None
    urgency: Urgency | None = None
    framework: Framework | None = None
    direct_award: DirectAward | None = None
    reserved: ReservedContract | None = None
    sme_record: Record | None = None
    source: Text | None = None
    license: Text | None = None
    patient_choice: PatientChoice | None = None
    most_suitable: MostSuitable | None = None
    abandoned: Moment | None = None
    second_stage: SecondStage | None = None
    deadline_agreed: Flag | None = None
    """Whether the deadline for tenders was agreed with all the candidates chosen."""
    documents_restricted: Reason | None = None
    """Why some documents cannot be had freely online: confidentiality, or no electronic way."""
    preselected: Flag | None = None
    agreed_period: Flag | None = None
    refinements: tuple[Refinement, ...] | None = None
    recurring_announced: Flag | None = None
    """Whether an initial notice of recurring contracts said that later notices would give less time."""
    aims: tuple[Aim, ...] | None = None
    additional_classifications: tuple[Classification, ...] | None = None
    """What else is bought, beside the main classification."""
    subcontracting_asked: Flag | None = None
    """Whether suppliers were asked if they mean to have others do a part of the work."""
    debarment_checked: Moment | None = None
    """When the list of suppliers that are shut out was looked up for those others."""
    market: tuple[MarketSupplier, ...] | None = None
    previous: PreviousTender | None = None
