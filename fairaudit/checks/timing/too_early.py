"""What the record dates before it can have been: a score before its bid came or its role began, a bid before the notice."""

from collections.abc import Iterator
from datetime import date

from fairaudit.checks.scoring.evaluation_records import bid_called, bid_named
from fairaudit.checks.timing.first_looks import scores_of_bids
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import in_rounds
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Access, Change, Score
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.persons.identity import keys_of
from fairaudit.procurement.persons.roles import role_named
from fairaudit.procurement.times.arrivals import came_after
from fairaudit.procurement.times.deadlines import Limit, receipt_of


class TooEarly(Frozen):
    """What must come first, and what is dated before it."""

    first: str
    start: Node[object]
    second: str
    end: Node[object]


def too_early(case: Case) -> Iterator[TooEarly]:
    """Yield the first bid that came before the notice, who scored before their role began, and what was seen before it came.

    Of each bid that is the earliest score and the earliest look.
    """
    yield from _before_the_notice(case)
    yield from _before_the_role(case)
    if not in_rounds(case) and not case.tender.rounds:
        # What came in a later round under the same id is not what was scored before.
        yield from _before_it_came(case)


def _before_it_came(case: Case) -> Iterator[TooEarly]:
    first: dict[tuple[str, bool], Score | Change | Access] = {}
    scores = [one for one, sure in scores_of_bids(case) if sure]
    for one in (*scores, *(case.evaluation.access_log or ())):
        key = (one.bid or "", isinstance(one, Access))
        if one.at and came_after(case, one.bid, one.at):
            best = first.get(key)
            if best is None or best.at is None or case.clock.rank(one.at) < case.clock.rank(best.at):
                first[key] = one
    for (bid, _), one in first.items():
        came = _first_receipt(case, bid)
        if came is not None:
            of_it = f"receipt of bid {bid_called(case, bid)}" if bid else "receipt of the first bid"
            yield TooEarly(of_it, came.at, _called(case, one), one.field("at"))


def _first_receipt(case: Case, bid: str) -> Limit | None:
    """Return when a bid came that is named by its id or its bidder, or the first of all where none is named."""
    named = [one for one in case.bids if one.id == bid] or [one for one in case.bids if one.bidder == bid]
    came = [receipt_of(case, one) for one in (named if bid else case.bids)]
    known = [one for one in came if isinstance(one, Limit)]
    return min(known, key=lambda one: case.clock.rank(one.when), default=None)


def _before_the_notice(case: Case) -> Iterator[TooEarly]:
    published = case.tender.published
    received = [(one, came) for one in case.bids if isinstance(came := receipt_of(case, one), Limit)]
    early = [(one, came) for one, came in received if case.clock.reversed(published, came.when)]
    if early:
        bid, came = min(early, key=lambda one: case.clock.rank(one[1].when))
        yield TooEarly("publication", case.tender.field("published"), f"receipt of bid {bid_named(case, bid)}", came.at)


def _before_the_role(case: Case) -> Iterator[TooEarly]:
    """Yield the earliest score of everybody all of whose roles began after it; one without a day may have begun at any time."""
    first: dict[str, Score] = {}
    keys = keys_of(case)
    for one in case.evaluation.individual or ():
        key = keys[one.evaluator] if one.evaluator else ""
        if one.at and (key not in first or case.clock.rank(one.at) < case.clock.rank(first[key].at)):
            first[key] = one
    for key, score in first.items():
        person = case.person(key) if key else None
        roles = (person.roles if person else None) or ()
        if not person or not any(role_named(one.role or "") in ("evaluator", "chair") for one in roles):
            continue
        begun = [one for one in roles if one.start_date]
        if len(begun) == len(roles):
            role = min(begun, key=lambda one: one.start_date or date.max)
            if role.start_date and case.clock.reversed(When(role.start_date), score.at):
                what = f"start of the role {role.role} of {person.name or key}"
                yield TooEarly(what, role.field("start_date"), _called(case, score), score.field("at"))


def _called(case: Case, one: Score | Change | Access) -> str:
    """Return how a record of a bid is called: what was done, by whom, for what."""
    who = one.person if isinstance(one, Access) else one.evaluator
    by = f" by {case.person_name(who)}" if who else ""
    if isinstance(one, Access):
        return f"look at {_bid(one)}{by}"
    what = f"{'score' if isinstance(one, Score) else 'changed score'} of {_bid(one)}"
    return f"{what}{f' for {one.criterion}' if one.criterion else ''}{by}"


def _bid(one: Score | Change | Access) -> str:
    return f"bid {one.bid}" if one.bid else "a bid"
