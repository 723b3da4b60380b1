"""By what records questions are answered, and how many of those of other bidders are where one bidder's is not."""

from collections import Counter
from typing import NamedTuple

from fairaudit.analysis.messages.put_off import answers, is_blank
from fairaudit.analysis.messages.unhelpful import tells_nothing
from fairaudit.checks.base import Clause
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.received.ledger import received_as
from fairaudit.procurement.received.published import is_to_come
from fairaudit.procurement.received.receipts import Entry
from fairaudit.procurement.received.recipients import meant
from fairaudit.procurement.received.things import thing_of


def records_of(case: Case, enquiry: Enquiry) -> list[Entry]:
    """Return the records by which the answer to a question went to somebody."""
    found = received_as(case, thing_of(case, enquiry))
    return list(found.item.entries) if found else []


def says_nothing(record: object) -> bool:
    """Whether a record that names a question says that it will be answered, or that it is not."""
    if not isinstance(record, Event):
        return False
    return is_to_come(record) or tells_nothing(record.text) or not (is_blank(record.text) or answers(record.text))


class _Asked(NamedTuple):
    """How many questions each bidder asked, and how many of these have an answer; of whom nobody says is `None`."""

    all: Counter[str | None]
    answered: Counter[str | None]


def answers_to_others(case: Case, enquiry: Enquiry) -> Clause:
    """Return how many of the questions of others have an answer; the list of questions is known to be whole."""
    asked, own = case.once(_asked), _asker(case, enquiry)
    if own is None:
        return Clause("whom that puts behind is not recorded")
    number = asked.all.total() - asked.all[own] - asked.all[None]
    answered = asked.answered.total() - asked.answered[own] - asked.answered[None]
    if not number:
        return Clause("no question of another bidder is recorded")
    if not answered:
        return Clause(
            f"nor has any of the {number} that others asked" if number > 1 else "nor has the 1 that another asked"
        )
    # Somebody who has an answer to all it asked is ahead of whoever lacks one; of several who lack some nobody is.
    ahead = any(asked.all[one] == asked.answered[one] for one in asked.all if one not in (own, None))
    have = "has one" if answered == 1 else "have one"
    return Clause(f"{answered} of the {number} that others asked {have}{': a difference of 1 answer' if ahead else ''}")


def _asked(case: Case) -> _Asked:
    found = _Asked(Counter(), Counter())
    for one in case.enquiries:
        asker = _asker(case, one)
        found.all[asker] += 1
        found.answered[asker] += any(not says_nothing(entry.at.value) for entry in records_of(case, one))
    return found


def _asker(case: Case, enquiry: Enquiry) -> str | None:
    return meant(case, enquiry.asked_by) if enquiry.asked_by else None
