"""Checks of the standstill by letters: how each was sent decides how long it lasts, and who got none was not told."""

from collections.abc import Iterator
from datetime import date

from fairaudit.analysis.calendars import Counted, day_in_words
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.timing.periods import confidence_of, open_steps, skipped_in
from fairaudit.frozen import Frozen
from fairaudit.law.counting import readings, with_readings
from fairaudit.law.moments import Happened, day_of, happened, same_lots, unrecorded
from fairaudit.law.sendings import OTHER, Letter, letters
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import DAY_HANGS_ON_ZONE
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.received.misspelt import who_may_be
from fairaudit.procurement.received.recipients import among, maybe, meant, told_of


class Lasts(Frozen):
    """The periods of a standstill: after letters by electronic means, by other means, and after the last receipt of these."""

    electronic: StatutoryPeriod
    other: StatutoryPeriod
    received: StatutoryPeriod


class Hasty(Frozen):
    """When the contract was entered into, and until when the standstill ran, counted from which day."""

    day: date
    end: date | str
    period: str
    event: date
    skipped: Verb


class _End(Frozen):
    """The end of a standstill by one way of sending, with what it was counted from; by each reading of the calendar."""

    counted: tuple[Counted, ...]
    period: StatutoryPeriod
    event: date


@check
def entered_before_the_standstill_ended(
    node: Node[object],
    case: Case,
    *,
    electronic: StatutoryPeriod,
    other: StatutoryPeriod,
    received: StatutoryPeriod,
) -> Found[Hasty]:
    """Flag a contract entered into before the standstill ended, counted from the last letter that told of the decision.

    After letters by electronic means `electronic` counts. After others `other` counts, or `received` from the day the last of
    them came, where that ends sooner. Where letters went both ways the later end counts. Where nothing says how a letter
    went, it lasts at least as long as after electronic means.
    """
    lasts = Lasts(electronic, other, received)
    yield from open_steps(node, case, "contract")
    for act in happened(case, "contract"):
        sent = [one for one in letters(case) if same_lots(one.sent, act)]
        if not sent:
            unclear = unrecorded("decision-sent")
            yield Unassessed(act.at, unclear.reason, unclear.missing)
            continue
        yield from _judged(case, act, sent, lasts)


def _judged(case: Case, act: Happened, sent: list[Letter], lasts: Lasts) -> Found[Hasty]:
    """Judge one contract against the letters of its lot."""
    day = day_of(case, act.when)
    ends = list(_ends(case, sent, lasts))
    trouble = next((one for one in ends if isinstance(one, Unassessed)), None)
    if day is None or trouble:
        yield trouble or Unassessed(act.at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
        return
    known = [one for one in ends if isinstance(one, _End)]
    last = max(known, key=lambda one: max(each.last for each in one.counted))
    by_reading = [max(one.counted[number].last for one in known) for number in range(len(last.counted))]
    if day <= max(by_reading):
        end = with_readings(list(zip([one.by for one in last.counted], by_reading, strict=True)))
        facts = Hasty(day, end, last.period.words, last.event, skipped_in(last.counted))
        related = tuple((one.sent.at, "the notice of the decision") for one in sent)
        yield Hit(act.at, facts, related, confidence_of(day <= min(by_reading), last.counted))
        return
    yield from _perhaps_longer(case, act, day, [one for one in sent if one.means is None], lasts)


def _perhaps_longer(case: Case, act: Happened, day: date, unsaid: list[Letter], lasts: Lasts) -> Iterator[Unassessed]:
    """Yield that a contract would have come too soon if a letter that says nothing about it went by other means."""
    days = [one for letter in unsaid if (one := day_of(case, letter.sent.when)) is not None]
    counted = readings(case, lasts.other, max(days)) if days else ()
    if not isinstance(counted, str) and counted and day <= max(one.last for one in counted):
        reason = f"how the notice of the decision was sent is not given; by other means the standstill runs {lasts.other.words}"
        yield Unassessed(act.at, reason, tuple(dict.fromkeys(one.how for one in unsaid)))


def _ends(case: Case, sent: list[Letter], lasts: Lasts) -> Iterator[_End | Unassessed]:
    by_wire = [one for one in sent if one.means != OTHER]
    by_post = [one for one in sent if one.means == OTHER]
    if by_wire:
        yield _end(case, [one.sent for one in by_wire], lasts.electronic)
    if by_post:
        after_sending = _end(case, [one.sent for one in by_post], lasts.other)
        came = [one.sent._replace(when=one.received) for one in by_post if one.received is not None]
        if len(came) < len(by_post) or isinstance(after_sending, Unassessed):
            yield after_sending
            return
        after_receipt = _end(case, came, lasts.received)
        sooner = isinstance(after_receipt, _End) and after_receipt.counted[-1].last < after_sending.counted[-1].last
        yield after_receipt if sooner else after_sending


def _end(case: Case, events: list[Happened], period: StatutoryPeriod) -> _End | Unassessed:
    days = [day_of(case, one.when) for one in events]
    if any(one is None for one in days):
        return Unassessed(events[0].at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
    event = max(one for one in days if one is not None)
    counted = readings(case, period, event)
    if isinstance(counted, str):
        return Unassessed(events[0].at, counted, ("tender.buyer.country",))
    return _End(counted, period, event)


class Untold(Frozen):
    """Who tendered and was not told of the decision, and when the contract was entered into."""

    who: tuple[str, ...]
    signed: str


@check
def tenderers_not_told(node: Node[object], case: Case) -> Found[Untold]:
    """Flag tenderers to whom no letter about the decision went although the contract was entered into.

    Only letters that say to whom they went, or cover everybody, tell; who was shut out earlier is left out.
    """
    contracts = happened(case, "contract")
    if not contracts:
        yield from open_steps(node, case, "contract")
        return
    told = letters(case)
    if not told and not _all_letters(case):
        yield Unassessed(contracts[0].at, "when the notice of the decision was is not given", ("tender.notices",))
        return
    if any(one.recipients is None for one in told):
        name = next(one.how.removesuffix(".means") + ".recipients" for one in told if one.recipients is None)
        yield Unassessed(contracts[0].at, f"{name} is not given", (name,))
        return
    reached = told_of(case, tuple(name for one in told for name in one.recipients or ()))
    out = ("withdrawn", "rejected", "disqualified", "excluded", "invited")
    bidders = {one.bidder for one in case.bids if one.bidder and one.status not in out}
    missed = sorted({meant(case, one) for one in bidders if not among(case, reached, one)})
    left = sorted(case.party_name(one) for one in missed if not maybe(case, reached, one))
    if missed and not left:
        yield Unassessed(contracts[0].at, *who_may_be(case, missed[0], reached))
    elif not case.gives("bids"):
        yield Unassessed(contracts[0].at, "bids is not given", ("bids",))
    elif left and not _all_letters(case):
        yield Unassessed(contracts[0].at, "completeness of tender.notices", ("completeness of tender.notices",))
    elif left:
        signed = day_of(case, contracts[0].when)
        yield Hit(contracts[0].at, Untold(tuple(left), day_in_words(signed) if signed else ""))


def _all_letters(case: Case) -> bool:
    """Whether a case says that it holds every letter about the decision."""
    return case.holds_all("tender.notices") or (
        case.evaluation.summaries is not None and case.holds_all("evaluation.summaries")
    )
