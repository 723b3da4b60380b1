"""People who wrote the documents and first declared once these were out: what they wrote could no longer be kept from them."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.conduct.order import after
from fairaudit.checks.people.declarations.declared import declarations_by
from fairaudit.checks.people.declarations.given import declarant, declaration_at, official_called
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.persons.influence import Official
from fairaudit.procurement.persons.roles import roles_named


class DraftedFirst(Frozen):
    """Who wrote the documents and first declared when, and when the documents were published."""

    person: str
    declared: When
    published: When


@check
def declared_after_publication(node: Node[object], case: Case) -> Found[DraftedFirst]:
    """Ask about a drafter all of whose declarations are later than the publication of what they wrote.

    Whoever joined afterwards, to write a change, had nothing to declare before.
    """
    own = declaration_at(node, case, "date")
    if not isinstance(own, Declaration):
        yield from own
        return
    official, published = official_called(case, own.person), case.tender.published
    if official is None or "drafter" not in official.roles or own.date is None:
        return
    if published is None:
        yield lacking(case.tender.field("published"))
        return
    given = declarations_by(case, official)
    if any(one.date is None for one in given) or _joined_after(case, official, published):
        return
    late = [after(case, one.date, published) for one in given if one.date]
    if None in late:
        yield Unassessed(own.node, "the order depends on a time zone that is not given", ("tender.time_zone",))
    elif all(late) and own is min(given, key=lambda one: (one.date.isoformat() if one.date else "", one.path)):
        facts = DraftedFirst(declarant(case, own), own.date, published)
        related = ((case.tender.field("published"), "the documents were published"),)
        yield Hit(own.field("date"), facts, related)


def _joined_after(case: Case, official: Official, published: When) -> bool:
    """Whether every record of somebody's part as a drafter says that it began after publication."""
    roles = [one for one in (official.person.roles if official.person else None) or () if one.role]
    drafted = [one.start_date for one in roles if "drafter" in roles_named(one.role or "")]
    return bool(drafted) and all(one is not None and one > published.date for one in drafted)
