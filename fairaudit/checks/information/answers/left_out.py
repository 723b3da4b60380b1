"""Who had a thing and who had not: the bidders it left out, and how a finding names both."""

from collections.abc import Collection
from itertools import islice

from fairaudit.checks.base import Clause, Many
from fairaudit.checks.information.leaving import Sent, still_in
from fairaudit.checks.information.papers.copies import NEVER, ONCE_MORE, OR_NOT
from fairaudit.checks.timing.in_words import counted
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of, withdrawn_from
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.model.tender import Amendment, DocumentVersion
from fairaudit.procurement.received.misspelt import who_may_be
from fairaudit.procurement.received.recipients import maybe, meant, told_of
from fairaudit.procurement.times.deadlines import Unclear

MOST_NAMES = 50
"""How many names a finding holds: with thousands of answers and of bidders each would hold thousands."""

_LONGEST_NAME = 100


class Shared(Frozen):
    """Who had something, which of the bidders known had not, how much later these had it, if at all, and what it was."""

    given_to: tuple[str, ...] | Many
    left_out: tuple[str, ...] | Many
    difference: Clause = Clause(NEVER)
    thing: Clause = Clause("message")


def left_out(
    case: Case, recipients: set[str], lots: tuple[str, ...] = (), sent: Sent | None = None
) -> tuple[str, ...] | Unclear:
    """Return the bidders known who were not reached and had not left; unclear where nobody is known, or names leave it open."""
    reached = told_of(case, tuple(recipients))
    if EVERYBODY in reached.keys:
        return ()
    # Who withdrew was in the contest once: what went out until then was owed to them as well.
    known = field_of(case, lots) + (withdrawn_from(case, lots) if sent else ())
    others = tuple(one for one in known if one not in reached.keys)
    if not known and not case.gives("bids"):
        return Unclear("who bids or is registered is not known", ("bids",))
    if not others and len(known) == 1 and not case.holds_all("bids"):
        return Unclear("completeness of bids", ("completeness of bids",))
    # Every answer is held against every bidder, and most lists name known parties alone.
    strange = reached.strangers.numbered or reached.strangers.squeezed
    doubtful = {one: None for one in others if maybe(case, reached, one)} if strange else {}
    if doubtful and len(doubtful) == len(others):
        return Unclear(*who_may_be(case, next(iter(doubtful)), reached))
    sure = tuple(one for one in others if one not in doubtful) if doubtful else others
    return still_in(case, sure, lots, sent) if sent else sure


def shared(
    case: Case,
    recipients: set[str],
    others: tuple[str, ...],
    difference: str = NEVER,
    what: str = "message",
    name: str | None = None,
) -> Shared:
    """Return the names of those who had something and of those who had not; of very many the first, and their number.

    Who never had it, as far as is recorded, had one of `what` less.
    """
    reached = {meant(case, one) for one in recipients}
    less = Clause(f"{difference}: a difference of {counted(1, what)}" if _lacked(difference) else difference)
    return Shared(_names(case, reached), _names(case, others), less, called(what, name))


def called(what: str, name: str | None) -> Clause:
    """Return what a thing is with its name, where it has one that is short enough to stand in a sentence whole.

    Of a name that is cut nobody could say whether it holds somebody's.
    """
    shown = " ".join((name or "").split())
    return Clause(f"{what} ({shown})" if 0 < len(shown) <= _LONGEST_NAME else what)


def _lacked(difference: str) -> bool:
    return difference.endswith((NEVER, ONCE_MORE, OR_NOT))


_WHAT: dict[str | None, str] = {
    "answer": "answer",
    "document": "document",
    "publication": "document",
    "site-visit": "visit",
}
"""What bidders had by an event of a kind, which else told them something."""


def what_went(record: Enquiry | Amendment | DocumentVersion | Event) -> str:
    """Return what a record sent, as a finding calls it."""
    if isinstance(record, Event):
        return _WHAT.get(record.kind, "message")
    return "answer" if isinstance(record, Enquiry) else "change" if isinstance(record, Amendment) else "document"


def name_of(record: Enquiry | Amendment | DocumentVersion | Event) -> str | None:
    """Return the number or the name under which something that went out is recorded."""
    if isinstance(record, Event):
        return record.document or record.topic
    if isinstance(record, DocumentVersion):
        return " ".join(filter(None, (record.title or record.id, record.version)))
    return record.id


def _names(case: Case, group: Collection[str]) -> tuple[str, ...] | Many:
    if len(group) <= MOST_NAMES:
        return case.names_in_order(group)
    among = frozenset(group)
    ordered = case.once(_by_name)
    first = tuple(islice((name for name, key in ordered if key in among), MOST_NAMES))
    if len(first) < MOST_NAMES:  # Names that nobody known has.
        first = case.names_in_order(among)[:MOST_NAMES]
    return Many(first, len(among) - len(first))


def _by_name(case: Case) -> list[tuple[str, str]]:
    """Return everybody who bids or is registered with their name, in its order."""
    return sorted((case.party_name(one), one) for one in field_of(case))
