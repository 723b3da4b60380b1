"""Who opened the bids as the clerk of the opening: all of them at once, right when bids were opened, and judged none."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from fairaudit.analysis.names import words
from fairaudit.checks.people.conduct.acts import Act, acts_by_person
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.identity import whose
from fairaudit.procurement.persons.influence import officials
from fairaudit.procurement.times.beginnings import opening_of
from fairaudit.procurement.times.deadlines import Limit

_WITHIN = timedelta(minutes=60)
"""How long an opening may take; a heuristic."""
_CLERKS = frozenset({"opening", "opener", "clerk", "secretary", "registrar"})
_JUDGES = frozenset({"evaluator", "chair"})


def opened_formally(case: Case) -> frozenset[tuple[str | int, ...]]:
    """Return where it is recorded that somebody opened a bid as one of all at the opening of bids."""
    judges = {whose(case, one.key) for one in officials(case) if _JUDGES & set(one.roles)}
    judges |= {whose(case, one) for one in case.evaluation.panel or ()}
    clerks = {
        whose(case, one.id or one.name or "") for one in case.people if _is_clerk([r.role for r in one.roles or ()])
    }
    found = case.once(acts_by_person)
    return frozenset(
        act.at.path
        for key in sorted(found.keys() - judges)
        for act in _at_once(case, [one for one in found[key] if one.words == "opened"], key in clerks)
    )


def _is_clerk(roles: list[str | None]) -> bool:
    return any(_CLERKS & set(words(one)) for one in roles if one)


def _at_once(case: Case, acts: list[Act], clerk: bool) -> Iterator[Act]:
    """Yield what somebody opened within the hour of the opening, where it was every bid for the same lots."""
    timed = [(at, one) for one in acts if one.when and (at := case.clock.local(one.when))]
    start = _start(case, [at for at, _ in timed], clerk)
    within = [one for at, one in timed if start and start <= at <= start + _WITHIN]
    seen = {one.bid for one in within}
    lots = {lot_of(case, one.lot) for one in case.bids if one.id in seen}
    every = {one.id for one in case.bids if lot_of(case, one.lot) in lots}
    if every <= seen and (clerk or len(every) > 1):
        yield from within


def _start(case: Case, moments: list[datetime], clerk: bool) -> datetime | None:
    """Return when bids were opened; where that is not given, when a clerk of the opening first did."""
    opening = opening_of(case)
    if isinstance(opening, Limit):
        return case.clock.local(opening.when) if opening.when.time else None
    return min(moments, default=None) if clerk else None
