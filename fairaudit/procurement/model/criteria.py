"""Who may bid (selection criteria) and who wins (award criteria)."""

from collections.abc import Iterator
from typing import Literal

from fairaudit.analysis.formulas import parts_of
from fairaudit.procurement.model.common import Justification, Sum
from fairaudit.procurement.model.kinds import ConditionKind, Whose
from fairaudit.procurement.model.node import Misfit, Part
from fairaudit.procurement.model.scalars import AboveZero, Count, Flag, Number, Places, Size, Text

Treatment = Literal["scored", "pass-fail", "information", "unscored"]
"""What an answer counts for; `unscored` leaves open whether it may shut a bidder out. Flags of these names say the same."""


class Requirement(Part):
    """What every selection criterion may say; one that chooses whom to invite may be scored and weighed."""

    id: Text | None = None
    kind: ConditionKind | None = None
    name: Text | None = None
    text: Text | None = None
    lots: tuple[Text, ...] | None = None
    mandatory: Flag | None = None
    treatment: Treatment | None = None
    weight: Number | None = None
    weight_of: Text | None = None
    minimum_score: Number | None = None
    disqualifies: Flag | None = None
    evidence_when: Text | None = None
    required_by: Text | None = None
    equivalents: Flag | None = None
    justification: Justification | None = None


class OtherRequirement(Requirement):
    """A kind the model does not know keeps its text."""

    minimum: Text | None = None


class MoneyRequirement(Requirement):
    """A requirement with an amount; `{minimum: 6000000, currency: GBP}` is read as one."""

    minimum: Sum | None = None
    years: Size | None = None


class Turnover(MoneyRequirement):
    """A least yearly turnover."""

    kind: Literal["turnover"]


class Insurance(MoneyRequirement):
    """A least cover."""

    kind: Literal["insurance"]


class InsuranceTerm(MoneyRequirement):
    """A cover that the contract asks for; a bare amount is the least cover, a bare text what is asked."""


class Capital(MoneyRequirement):
    """A least capital or balance sheet."""

    kind: Literal["capital"]


class References(Requirement):
    """Earlier contracts to be shown: how many, over which years, for whom, where, of which value."""

    kind: Literal["references"]
    minimum: Count | None = None
    years: Size | None = None
    minimum_value: Sum | None = None
    client: Text | None = None
    client_kind: Text | None = None
    countries: tuple[Text, ...] | None = None
    single_contract: Flag | None = None


class Experience(Requirement):
    """Years of experience, of the firm or of its staff."""

    kind: Literal["experience"]
    minimum: Size | None = None
    years: Size | None = None
    of: Whose | None = None
    client: Text | None = None


class Certificate(Requirement):
    """A standard, label or certificate to be held."""

    kind: Literal["certificate"]
    standards: tuple[Text, ...] | None = None


class Staff(Requirement):
    """A least number of staff."""

    kind: Literal["staff"]
    minimum: Count | None = None


class Accounts(Requirement):
    """Years of accounts to be shown."""

    kind: Literal["accounts"]
    years: Size | None = None
    audited: Flag | None = None


class Location(Requirement):
    """A place or distance at which the bidder must be."""

    kind: Literal["location"]
    place: Text | None = None
    distance_km: Size | None = None


class PermissionNeeded(Requirement):
    """A letter, licence or consent that somebody must give first."""

    kind: Literal["permission"]
    issued_by: Text | None = None


class PriorContract(Requirement):
    """A contract the bidder must already have had."""

    kind: Literal["prior-contract"]
    client: Text | None = None


SelectionCriterion = (
    Turnover
    | Insurance
    | Capital
    | References
    | Experience
    | Certificate
    | Staff
    | Accounts
    | Location
    | PermissionNeeded
    | PriorContract
    | OtherRequirement
)
"""A union on `kind`; a kind that no class names is an `OtherRequirement`, which keeps its text."""


class Scale(Part):
    """The scores that may be given, which of them are better, and what each of them means.

    If it does not say, the higher ones are, unless plain grades beside its lowest and its highest score say otherwise. Where the
    criterion's text says that less is better, write `better` in any case: `lower` where scores are that figure, such as weeks,
    and `higher` where they are points for it; else what hangs on it is not assessed.
    """

    minimum: Number | None = None
    maximum: Number | None = None
    step: AboveZero | None = None
    better: Literal["higher", "lower"] | None = None
    descriptors: dict[str, Text] | None = None

    def misfits(self) -> Iterator[Misfit]:
        """Say that a scale ends where it begins, or before."""
        if self.minimum is not None and self.maximum is not None and self.maximum <= self.minimum:
            yield "maximum", f"should be more than the minimum, {self.minimum}"


class Rounding(Part):
    """A declared rounding; to parts of a unit it is of whole ones, unless places say otherwise."""

    places: Places | None = None
    mode: Text | None = None

    @property
    def to_places(self) -> int | None:
        """The places of the rounding: as given, or none where only a mode is given that rounds to parts of a point."""
        return 0 if self.places is None and self.mode and parts_of(self.mode) > 1 else self.places


class Formula(Part):
    """How a price or cost becomes points; names as in the documentation of the evaluation audit."""

    name: Text | None = None
    rounding: Rounding | None = None
    parameters: dict[str, Number] | None = None


class AwardCriterion(Part):
    """One question or group of questions that bids are scored on.

    `weight_of` says what the weight is a share of: `parent`, `total`, the id of a group, or a number of points.
    """

    id: Text | None = None
    name: Text | None = None
    type: Text | None = None
    text: Text | None = None
    weight: Number | None = None
    weight_type: Literal["percentage", "points", "fraction", "ranking", "descriptive"] | None = None
    weight_of: Text | None = None
    treatment: Treatment | None = None
    stage: Text | None = None
    lots: tuple[Text, ...] | None = None
    minimum_score: Number | None = None
    disqualifies: Flag | None = None
    evidence_when: Text | None = None
    required_by: Text | None = None
    equivalents: Flag | None = None
    scale: Scale | None = None
    formula: Formula | None = None
    justification: Justification | None = None
    children: tuple["AwardCriterion", ...] | None = None
