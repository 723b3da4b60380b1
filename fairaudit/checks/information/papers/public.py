"""Publications that name some bidders alone: whoever could read them is not plain."""

from collections.abc import Iterator

from fairaudit.checks.base import Unassessed
from fairaudit.checks.information.answers.left_out import left_out
from fairaudit.checks.information.leaving import Sent
from fairaudit.checks.information.papers.spread import spread_at
from fairaudit.checks.reasons import unsure
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.recipients import reaches, told
from fairaudit.procurement.times.deadlines import Unclear


def published_to_some(node: Node[Event], case: Case) -> Iterator[Unassessed]:
    """Say of a publication that names some of the bidders known that it may be for all, or have gone to these alone."""
    event = node.value
    if reaches(case, event, None) is not False:
        return
    thing = spread_at(case, event.path)
    reached = {who for one in thing.copies.at.values() for who in one} if thing else set[str]()
    reached |= told(case, event).keys
    others = left_out(case, reached, (event.lot,) if event.lot else (), Sent(event.date, event.node))
    if isinstance(others, Unclear):
        yield unsure(node, others)
    elif others:
        place = text_of(event.path)
        reason = f"{place} is a publication, which everybody can read, and names some bidders alone"
        yield Unassessed(node, reason, (f"{place}.kind (`document`, or no recipients)",))
