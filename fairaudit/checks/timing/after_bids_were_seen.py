"""A deadline that was moved when somebody had seen a bid already: whoever moves it may know for whom."""

from collections.abc import Callable, Iterator

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.reasons import lacking, unsure
from fairaudit.checks.timing.first_looks import first_look
from fairaudit.checks.timing.gained import gained, moved_by
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import in_rounds
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Amendment
from fairaudit.procurement.received.recipients import told
from fairaudit.procurement.times.beginnings import openings_logged
from fairaudit.procurement.times.deadlines import (
    Limit,
    Unclear,
    after,
    deadline_before,
    moment_of,
    moves_deadline,
    receipt_of,
)
from fairaudit.procurement.times.moretime import GIVE_NO_TIME_TO_BID, OfWhat, what_is_extended


class Seen(Frozen):
    """When a deadline was moved and how far, when a bid had first been seen, and who had the more time."""

    moved: When
    difference: str
    opened: When
    given_to: tuple[str, ...]
    left_out: tuple[str, ...]
    already_in: tuple[str, ...]


@check
def extended_when_seen(node: Node[Event], case: Case) -> Found[Seen]:
    """Flag an extension given when bids had been opened, or somebody had looked at one by the log of accesses.

    How long bids hold is extended when they are known.
    """
    event = node.value
    extended = what_is_extended(case, event)
    if extended in GIVE_NO_TIME_TO_BID:
        return
    bidder = next(iter(sorted(told(case, event).keys - {EVERYBODY})), None)
    to = Limit(event.until, event.field("until")) if event.until else None

    def far() -> str:
        return moved_by(case, deadline_before(case, event, bidder, event.lot), to)

    sure = "possible" if event.lot or extended is not OfWhat.BIDDING else None
    yield from _when_seen(node, case, event.date, event.field("date"), far, sure)


@check
def moved_when_seen(node: Node[Amendment], case: Case) -> Found[Seen]:
    """Flag a change that moved the deadline when bids had been opened, or somebody had looked at one by the log of accesses."""
    change = node.value
    if moves_deadline(change):
        bidder = next(iter(sorted(told(case, change).keys - {EVERYBODY})), None)

        def far() -> str:
            return moved_by(case, deadline_before(case, change, bidder), moment_of(change, "to"))

        yield from _when_seen(node, case, change.date, change.field("date"), far, None)


def _when_seen(
    node: Node[Event] | Node[Amendment],
    case: Case,
    when: When | None,
    at: Node[object],
    far: Callable[[], str],
    confidence: str | None,
) -> Iterator[Hit[Seen] | Unassessed]:
    """Yield what is to be said of a deadline that was moved at a moment; how far is worked out only where it is told."""
    look = case.once(first_look)
    first = look.when
    if in_rounds(case) or case.tender.rounds or (first is None and case.once(_never_seen)):
        # Where bids come in rounds, those of an earlier round have been read by then.
        return
    if when is None:
        yield lacking(at)
        return
    late = first if isinstance(first, Unclear) else first is not None and after(case.clock, Limit(when, at), first)
    if isinstance(late, Unclear):
        yield unsure(node, late)
    elif late and isinstance(first, Limit):
        whom = gained(case, node.value, when)
        facts = Seen(when, far(), first.when, whom.given_to, whom.left_out, whom.already_in)
        yield Hit(at, facts, ((first.at, "when a bid had been seen"),), confidence or look.confidence)
    elif wrong := next((why for one, why in look.wrong if after(case.clock, Limit(when, at), one) is True), None):
        yield unsure(at, wrong)
    elif look.earlier is not None and not _before_any_bid(case, when):
        yield unsure(at, look.earlier)


def _never_seen(case: Case) -> bool:
    """Whether it is sure that nobody saw a bid: there is none, or the whole log of accesses holds nothing."""
    if openings_logged(case):
        return False
    log = case.holds_all("evaluation.access_log") and not case.evaluation.access_log
    return log or (case.holds_all("bids") and not case.bids)


def _before_any_bid(case: Case, when: When) -> bool:
    """Whether a deadline was surely moved before the first bid came, so that there was none to be seen."""
    came = [receipt_of(case, one) for one in case.bids]
    return case.holds_all("bids") and all(
        isinstance(one, Limit) and case.clock.before(when, one.when, end_first=True) is True for one in came
    )
