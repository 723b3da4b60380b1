"""Everything known about one buying process."""

from typing import Annotated

from fairaudit.procurement.model.common import ONE_OR_MORE
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.parties import ConflictsAssessment, Declaration, Party, Person
from fairaudit.procurement.model.records import Award, AwardReport, Bid, Enquiry, Event, Exclusion, Representations
from fairaudit.procurement.model.registerlist import Register
from fairaudit.procurement.model.scalars import Text
from fairaudit.procurement.model.tender import Tender


class Procurement(Part):
    """The root of the model. A list that is not given is unknown, `[]` says there are none."""

    tender: Tender | None = None
    parties: tuple[Party, ...] | None = None
    people: tuple[Person, ...] | None = None
    declarations: tuple[Declaration, ...] | None = None
    conflicts_assessment: ConflictsAssessment | None = None
    enquiries: tuple[Enquiry, ...] | None = None
    bids: tuple[Bid, ...] | None = None
    events: tuple[Event, ...] | None = None
    evaluation: Evaluation | None = None
    awards: tuple[Award, ...] | None = None
    representations: Annotated[tuple[Representations, ...], ONE_OR_MORE] | None = None
    exclusions: tuple[Exclusion, ...] | None = None
    records: tuple[Text, ...] | None = None
    registers: Annotated[tuple[Register, ...], ONE_OR_MORE] | None = None
    complete: tuple[Text, ...] | None = None
    report: AwardReport | None = None
