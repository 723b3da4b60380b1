"""Everything known about one buying process."""

from typing import Annotated

from fairaudit.procurement.common import ONE_OR_MORE
from fairaudit.procurement.evaluation import Evaluation
from fairaudit.procurement.node import Part
from fairaudit.procurement.parties import ConflictsAssessment, Declaration, Party, Person
from fairaudit.procurement.records import Award, AwardReport, Bid, Enquiry, Event, Exclusion, Representations
from fairaudit.procurement.registerlist import Register
from fairaudit.procurement.scalars import Text
from fairaudit.procurement.tender import Tender


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
