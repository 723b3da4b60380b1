"""Questions without an answer, by whatever records an answer is told."""

from fairaudit.analysis.unhelpful import tells_nothing
from fairaudit.checks.base import Found, Hit, Nothing, check
from fairaudit.checks.information.answers import asked_in_time, deadline_over
from fairaudit.checks.information.unplaced import may_be_answered
from fairaudit.checks.reasons import first_unclear, incomplete, lacking, unsure
from fairaudit.procurement.case import Case
from fairaudit.procurement.ledger import received_as
from fairaudit.procurement.node import Node
from fairaudit.procurement.published import is_to_come
from fairaudit.procurement.records import Enquiry, Event
from fairaudit.procurement.things import thing_of


@check
def unanswered(node: Node[Enquiry], case: Case, *, logs: tuple[str, ...] = ()) -> Found[Nothing]:
    """Flag a question asked in time that has no answer although the deadline has passed.

    An event that names the question is an answer; where it does not say to whom it went that is not known, and that it will be
    answered is a question. So is a message that does not say what it answers, or a document called one of `logs`.
    """
    enquiry = node.value
    if enquiry.answer is not None or enquiry.answered is not None:
        return
    in_time, over = asked_in_time(case, enquiry), deadline_over(case)
    if in_time is False or over is False:
        return
    found = received_as(case, thing_of(case, enquiry))
    named = found.item.entries if found else []
    told = [one for one in named if not _says_nothing(one.at.value)]
    # Another row of the question may hold its answer.
    if any(one.told.keys or one.at.path[0] != "events" for one in told):
        return
    if unclear := first_unclear(in_time, over):
        yield unsure(node, unclear)
    elif told:
        yield lacking(Node((*told[0].at.path, "recipients"), None))
    elif not case.holds_all("enquiries"):
        yield incomplete(node, "enquiries")
    else:
        asked = bool(named) or may_be_answered(case, enquiry.date, logs)
        yield Hit(node, Nothing(), confidence="possible" if asked else None)


def _says_nothing(record: object) -> bool:
    """Whether a record that names a question says that it will be answered, or that it will not."""
    return isinstance(record, Event) and (is_to_come(record) or tells_nothing(record.text))
