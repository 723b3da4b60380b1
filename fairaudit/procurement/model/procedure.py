"""How a contract is awarded: what settles its law, frameworks, direct awards, reservations, stages, key criteria."""

from fairaudit.procurement.model.common import Estimate, Period, Recipients
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import Count, Day, Flag, Moment, Number, Text
from fairaudit.procurement.model.told import Reason, Record, Search


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
    """When the procurement of the framework began that this is called off under: its law governs the call-off."""
    commercial: Flag | None = None
    """Whether goods or services are bought that are sold on the market and usually bought by others than governments."""


class Framework(Part):
    """A framework agreement: how long it runs, and how orders are placed under it; `set_up: false` says there is none.

    `awarded` are the days on which a framework of an open one, a scheme of several, was or will be awarded.
    """

    set_up: Flag | None = None
    period: Period | None = None
    reason: Reason | None = None
    open: Flag | None = None
    suppliers: Count | None = None
    core_terms: Flag | None = None
    mechanism: Record | None = None
    award_criteria: tuple[Text, ...] | None = None
    concurrent_value: Estimate | None = None
    """The greatest value of the contracts that will run under it at one time."""
    awarded: tuple[Moment, ...] | None = None


class DirectAward(Part):
    """An award without competition: the ground relied on and what supports it."""

    ground: Text | None = None
    explanation: Reason | None = None
    alternatives: Search | None = None
    earlier_award: Day | None = None
    stated_before: Flag | None = None


class ReservedContract(Part):
    """A competition kept for certain organisations: for whom, for how long, and under which provision."""

    organisations: Text | None = None
    provision: Record | None = None
    earlier_award: Day | None = None
    workforce_share: Number | None = None


class Refinement(Part):
    """An award criterion made more exact between rounds; `lets_in` are those it would have let progress, had it been earlier."""

    criterion: Text | None = None
    date: Moment | None = None
    provided_for: Flag | None = None
    lets_in: tuple[Text, ...] | None = None
    republished: Moment | None = None


class PatientChoice(Part):
    """A choice of provider that patients have, and whether every provider that meets the requirements may serve them."""

    offered: Flag | None = None
    restricted: Flag | None = None
    offered_to_all: Flag | None = None
    open_to_interest: Flag | None = None


class MostSuitable(Part):
    """How the most suitable provider is found: whether that is likely to succeed, who may be it, and when that was settled."""

    likely: Flag | None = None
    considered: tuple[Text, ...] | None = None
    identified: Moment | None = None
    reason: Reason | None = None


class SecondStage(Part):
    """How candidates are chosen who may tender: how many at least and at most, by which rules, and who was invited when."""

    minimum_candidates: Count | None = None
    maximum_candidates: Count | None = None
    successive_reduction: Flag | None = None
    invitation_date: Moment | None = None
    rules: Record | None = None
    qualified_candidates: Count | None = None
    invited: Recipients | None = None


class ExistingContract(Part):
    """The contract that runs today, the words of its specification, and how the new one differs from it."""

    provider: Text | None = None
    value: Estimate | None = None
    expires: Day | None = None
    character_changed: Flag | None = None
    own_decision: Flag | None = None
    capable_providers: Reason | None = None
    satisfied_record: Record | None = None
    change_reason: Reason | None = None
    only_provider: Flag | None = None
    external_factors: Flag | None = None
    succession: Flag | None = None
    selection_criteria_met: Flag | None = None
    specification: Text | None = None


class KeyCriterion(Part):
    """A key criterion of a regime, with its weight; a bare text is its name."""

    name: Text | None = None
    weight: Number | None = None
    considered: Record | None = None
    order: Count | None = None


class Urgency(Part):
    """A claim that time is short."""

    claimed: Flag | None = None
    reason: Reason | None = None
    foreseeable: Flag | None = None
    attributable: Flag | None = None
    risk: Text | None = None
    term_reason: Reason | None = None
    recognised: Flag | None = None
    """Whether the body that finances the contract recognises the emergency."""
