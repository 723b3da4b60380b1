"""Whether an interest that somebody declared had begun when they did something."""

from collections.abc import Iterator
from datetime import date

from fairaudit.checks.people.declarations.declared import interest_in
from fairaudit.checks.people.declarations.given import official_called
from fairaudit.checks.people.ties.tie_kinds import read_tie
from fairaudit.checks.people.ties.to_bidders import Ground, links_of
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.model.scalars import When

_AGREED_BEFORE = frozenset({"employment", "directorship", "advice", "listed"})
"""Kinds of ties that somebody agrees on, as a rule, some time before they begin."""


def begun_by(ground: Ground, own: Declaration, bidder: str, when: When) -> bool | None:
    """Whether an interest had begun when something was done; `None` where no record says so."""
    days = [day for _, day in _begins(ground, own, bidder)]
    if any(one is not None and one <= when.date for one in days):
        return True
    return False if days and None not in days else None


def perhaps_agreed_before(ground: Ground, own: Declaration, bidder: str) -> bool:
    """Whether an interest is a job or the like, which may have been agreed on before the day on which it began."""
    return any(kind in _AGREED_BEFORE for kind, _ in _begins(ground, own, bidder))


def _begins(ground: Ground, own: Declaration, bidder: str) -> Iterator[tuple[str | None, date | None]]:
    """Yield the kind and the first day of each interest of somebody in a bidder, by the record and by the declaration."""
    case, official = ground.case, official_called(ground.case, own.person)
    known = [one for one in (links_of(ground, official) if official else ()) if one.bidder == bidder]
    yield from ((one.kind, one.start) for one in known)
    # What is declared without its day may be the tie of that kind of which a record gives it.
    dated = {one.kind for one in known if one.start}
    for one in own.interests or ():
        kind = read_tie(one.kind).kind
        if interest_in(case, one, (bidder,)) and (one.start_date or kind not in dated):
            yield kind, one.start_date
