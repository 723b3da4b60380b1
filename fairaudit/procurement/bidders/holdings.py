"""Whether an owner held its share while the contest ran, by the dates that the record gives of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum

from fairaudit.analysis.ties.strength import months_before
from fairaudit.procurement.beside import unread_beside
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Owner, Party

LEAST_SHARE = 5
"""Per cent below which a share makes nobody an owner who counts: where holdings in listed firms begin to be notified
(Directive 2004/109/EC, Article 9(1))."""
_MONTHS = 24
"""How long before the tender what ended counts as lately, as in the rules about ties; a heuristic."""


class Lasts(Enum):
    """What the dates of a share say: it holds, ended lately, is unclear by them, or had nothing to do with this contest."""

    HOLDS = 1
    LATELY = 2
    UNCLEAR = 3
    OVER = 4


def lasts(case: Case, owner: Owner) -> Lasts:
    """Return what the dates of an owner say; one that ends before it begins is unclear, since either date may be wrong."""
    start, end = owner.start_date, owner.end_date
    if start and end and start > end:
        return Lasts.UNCLEAR
    if start and (over := decided_by(case)) and start > over:
        return Lasts.OVER
    if end is None:
        return Lasts.HOLDS if unread_beside(case, owner.path) is None else Lasts.UNCLEAR
    day = contest_began(case)
    if day is None:
        return Lasts.UNCLEAR
    if end >= day:
        return Lasts.HOLDS
    return Lasts.OVER if end < months_before(day, _MONTHS) else Lasts.LATELY


def owners_of(case: Case, party: Party) -> Iterator[Owner]:
    """Yield the owners of a party but those who had sold long before, or bought when the award was made."""
    return (one for one in party.owners or () if lasts(case, one) is not Lasts.OVER)


def owners_held(case: Case, party: Party) -> Iterator[Owner]:
    """Yield the owners of a party who held their shares while the contest ran, for all that is recorded."""
    return (one for one in party.owners or () if lasts(case, one) is Lasts.HOLDS)


def contest_began(case: Case) -> date | None:
    """Return the day from which what has ended is past: that of publication, else of the audit."""
    return case.tender.published.date if case.tender.published else case.today


def decided_by(case: Case) -> date | None:
    """Return the day after which a tie can no longer have had influence: of the last award, or of the audit."""
    days = [one.date.date for one in case.awards if one.date and one.status != "cancelled"]
    return max(days, default=case.today)
