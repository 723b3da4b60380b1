"""Organisations and people, what ties them, and what was declared."""

from typing import Annotated

from fairaudit.procurement.model.common import ONE_OR_MORE, Address, Identifier, Money, Recipients
from fairaudit.procurement.model.kinds import PartyId, PartyRole
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import BirthDate, Day, Flag, Kind, Moment, Share, Text, Title
from fairaudit.procurement.model.told import Record, Steps, tells


class Owner(Part):
    """Who owns a party, how much of it in per cent, and from when to when."""

    party: Text | None = None
    person: Text | None = None
    name: Text | None = None
    share: Share | None = None
    start_date: Day | None = None
    end_date: Day | None = None


class ContactPoint(Part):
    """How a party can be reached."""

    name: Text | None = None
    email: Text | None = None
    telephone: Text | None = None


class OwnDocument(Part):
    """A document that a party has of its own, such as a brochure, an offer or a draft, with its words.

    `author` is whoever wrote it, where that is known: a party, or a person.
    """

    id: Text | None = None
    title: Title | None = None
    kind: Text | None = None
    date: Day | None = None
    author: Text | None = None
    text: Text | None = None


class Party(Part):
    """An organisation in the procurement; `members` are the parties that bid together as this one.

    `domains` are those of its e-mail and its web pages, beside that of its contact.
    """

    id: PartyId | None = None
    name: Text | None = None
    aliases: tuple[Text, ...] | None = None
    roles: tuple[PartyRole, ...] | None = None
    kind: Text | None = None
    identifiers: tuple[Identifier, ...] | None = None
    people: tuple[Text, ...] | None = None
    owners: tuple[Owner, ...] | None = None
    subcontractors: tuple[Text, ...] | None = None
    members: tuple[Text, ...] | None = None
    products: tuple[Text, ...] | None = None
    addresses: tuple[Address, ...] | None = None
    contact_point: ContactPoint | None = None
    domains: tuple[Text, ...] | None = None
    bank_reference: Text | None = None
    sole_trader: Flag | None = None
    documents: tuple[OwnDocument, ...] | None = None


class Role(Part):
    """What a person does in the procurement, from a date to a date: evaluator, drafter, adviser, approver, chair, observer."""

    role: Text | None = None
    start_date: Day | None = None
    end_date: Day | None = None
    lots: tuple[Text, ...] | None = None


class Tie(Part):
    """What ties a person to a party: employment, directorship, shareholding, ownership, family, gift, other.

    `date` is the day of a gift and the like, which is when it began and ended. Of any other tie it says that it was so
    on that day, and neither since when nor until when.
    """

    kind: Kind | None = None
    party: Text | None = None
    name: Text | None = None
    person: Text | None = None
    role: Text | None = None
    text: Text | None = None
    value: Money | None = None
    date: Day | None = None
    start_date: Day | None = None
    end_date: Day | None = None
    source: Text | None = None


class Relative(Part):
    """A family or household tie between people."""

    person: Text | None = None
    name: Text | None = None
    relation: Text | None = None


class Person(Part):
    """A person with a role in the procurement or with a party."""

    id: Text | None = None
    name: Text | None = None
    birth_date: BirthDate | None = None
    roles: tuple[Role, ...] | None = None
    employments: tuple[Tie, ...] | None = None
    interests: tuple[Tie, ...] | None = None
    relatives: tuple[Relative, ...] | None = None
    identifiers: tuple[Identifier, ...] | None = None
    addresses: tuple[Address, ...] | None = None
    email: Text | None = None
    telephone: Text | None = None
    first_access: Moment | None = None


class Mitigation(Part):
    """What was done about a declared interest, and whether it was followed; a bare text says what."""

    actions: Steps | None = None
    followed: Flag | None = None

    @property
    def told(self) -> bool | None:
        """Whether measures are recorded that were followed; `None` where what is recorded can be read two ways."""
        return tells(self.actions) if self.followed else False


class Declaration(Part):
    """What a person declared about their interests, and when."""

    id: Text | None = None
    person: Text | None = None
    date: Moment | None = None
    signed: Flag | None = None
    role_at: Text | None = None
    covers: Recipients | None = None
    interests: tuple[Tie, ...] | None = None
    mitigation: Mitigation | None = None
    recused_from: Recipients | None = None


class ConflictsAssessment(Part):
    """The buyer's own record of conflicts and what it does about them."""

    prepared: Moment | None = None
    revised: Annotated[tuple[Moment, ...], ONE_OR_MORE] | None = None
    confirmed_in: Record | None = None
