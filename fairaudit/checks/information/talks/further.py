"""Talks and visits that some bidders had once more, when the others had had theirs."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.information.declines import declined_in, not_yet_there
from fairaudit.checks.information.talks.changed_alone import before_award
from fairaudit.checks.information.talks.dialogues import never_heard
from fairaudit.checks.information.talks.in_contest import Words, owed_since
from fairaudit.checks.information.visits.offers import Options, is_offered
from fairaudit.checks.reasons import incomplete
from fairaudit.checks.timing.in_words import counted
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import admitted, lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import SiteVisit
from fairaudit.procurement.received.recipients import Told, maybe, meant, told, told_of
from fairaudit.procurement.times.deadlines import Limit


class Sitting(Frozen):
    """One talk or visit: when it was, whom it was for, and its record."""

    when: When
    told: Told
    at: Node[object]


class Further(Frozen):
    """A talk or visit that some had once more and others not, when it was, and how many more of them those had."""

    given_to: tuple[str, ...]
    left_out: tuple[str, ...]
    date: When
    difference: str


class Extra(Frozen):
    """A sitting of which all had been at one before, and those who have had fewer."""

    sitting: Sitting
    had: frozenset[str]
    left: dict[str, int]
    """Who had fewer, and by how many."""


@check
def further_talk_for_some(
    node: Node[Event],
    case: Case,
    *,
    of_talks: tuple[str, ...] = (),
    of_declining: tuple[str, ...] = (),
    of_leaving: tuple[str, ...] = (),
) -> Found[Further]:
    """Ask about a talk of a kind with bidders who had been heard, when others had been heard less often and not since.

    Bids that were turned away do not count, nor those that do not say their lot, nor who had left the contest before that talk
    or wanted none. That somebody was heard at no talk of the kind is asked about at the first, by another rule.
    """
    event = node.value
    own = case.once(_talks).get((event.kind, lot_of(case, event.lot)), [])
    if not own or own[0].at.path != event.path:
        return
    said = Words(of_talks, of_declining, of_leaving)
    field = tuple(who for who in _field(case, event.lot) if who not in _asked_elsewhere(case, event))
    for extra in _extras(case, own, field):
        if not case.holds_all("events"):
            yield incomplete(extra.sitting.at, "events")
            return
        start = Limit(extra.sitting.when, extra.sitting.at)
        found = owed_since(case, extra.left, event.lot, start, said)
        if found.left:
            owing = extra._replace(left={who: extra.left[who] for who in found.left})
            yield Hit(extra.sitting.at, _facts(case, owing, "talk"))
        elif found.unclear:
            yield found.unclear


def _asked_elsewhere(case: Case, event: Event) -> frozenset[str]:
    """Return those of whom another rule asks why they had no talk: no dialogue, or no talk in which bids could be changed."""
    if event.kind == "dialogue":
        return never_heard(case, event.lot)
    if lot_of(case, event.lot) is None and case.lots:
        return frozenset()
    talked = [one for one in case.events if one.kind in ("negotiation", "clarification", "cure")]
    heard = {who for one in talked for who in told(case, one).keys}
    if EVERYBODY in heard or not before_award(case, event):
        return frozenset()
    return frozenset(_field(case, event.lot)) - heard


@check
def further_visit_for_some(
    node: Node[SiteVisit],
    case: Case,
    *,
    of_a_visit: tuple[str, ...] = (),
    to_all: tuple[str, ...] = (),
    of_offers: tuple[str, ...] = (),
    of_declining: tuple[str, ...] = (),
) -> Found[Further]:
    """Ask about a visit by bidders who had been there, when others had been less often and not since.

    Visits of one day are one, by whatever records; an offer to all, made before, is a visit for all. Told at the first record.
    """
    visits = [one for one in case.tender.site_visits or () if one.bidders is not None]
    if not visits or visits[0] is not node.value:
        return
    for extra in further_visits(case, None, (of_a_visit, to_all, of_offers), of_declining):
        yield extra if isinstance(extra, Unassessed) else Hit(extra.sitting.at, _facts(case, extra, "visit"))


def further_visits(
    case: Case, lot: str | None, options: Options, of_declining: tuple[str, ...]
) -> Iterator[Extra | Unassessed]:
    """Yield visits of those who had been there that others in the contest were neither on nor offered, nor declined."""
    sittings = _visits(case, lot)
    for one in _extras(case, sittings, _field(case, lot), lambda sitting: is_offered(case, sitting.when, options)):
        when = one.sitting.when
        gone = declined_in(case, one.sitting.at.value, of_declining) | not_yet_there(case, tuple(one.left), when)
        found = owed_since(
            case, [who for who in one.left if who not in gone], lot, Limit(when, one.sitting.at), Words()
        )
        if found.left:
            yield one._replace(left={who: one.left[who] for who in found.left})
        elif found.unclear:
            yield found.unclear


def _facts(case: Case, extra: Extra, unit: str) -> Further:
    given_to, left = (tuple(sorted(map(case.party_name, one))) for one in (extra.had, extra.left))
    return Further(given_to, left, extra.sitting.when, counted(max(extra.left.values()), unit))


def _extras(
    case: Case, sittings: list[Sitting], field: tuple[str, ...], for_all: Callable[[Sitting], bool] = lambda _: False
) -> list[Extra]:
    """Return the sittings, in the order of time, of which all had been at one before and others at fewer, and at none since.

    One that was offered to all is nobody's advantage, and counts for those who could have come.
    """
    ordered = sorted(sittings, key=lambda one: case.clock.rank(one.when))
    with_ = [frozenset(field) if EVERYBODY in one.told.keys else one.told.keys & frozenset(field) for one in ordered]
    open_ = [for_all(one) for one in ordered]
    could = [frozenset(field) if offered else keys for offered, keys in zip(open_, with_, strict=True)]
    total = Counter(who for keys in could for who in keys)
    last = {who: place for place, keys in enumerate(could) for who in keys}
    seen: Counter[str] = Counter()
    found: list[Extra] = []
    for place, (one, keys) in enumerate(zip(ordered, with_, strict=True)):
        if keys and not open_[place] and all(seen[who] for who in keys):
            fewest = min(seen[who] for who in keys) + 1
            left = {
                who: fewest - total[who]
                for who in field
                if total[who] < fewest and last.get(who, -1) < place and not _may_have_been(case, sittings, who)
            }
            if left:
                found.append(Extra(one, keys, left))
        seen.update(keys)
    return found


def _may_have_been(case: Case, sittings: Iterable[Sitting], who: str) -> bool:
    """Whether a name among those who were there, which nobody known has, may be a bidder's."""
    return any(maybe(case, one.told, who) for one in sittings)


def _field(case: Case, lot: str | None) -> tuple[str, ...]:
    """Return those whose bids for a lot were not turned away; all, where what is asked about says no lot."""
    wanted = lot_of(case, lot)
    bids = (one for one in case.bids if one.bidder and admitted(case, one) is not False)
    return tuple(
        dict.fromkeys(meant(case, one.bidder or "") for one in bids if wanted in (None, lot_of(case, one.lot)))
    )


Group = tuple[str | None, str | None]
"""A kind of talk, and a lot."""


def _talks(case: Case) -> dict[Group, list[Sitting]]:
    found: dict[Group, list[Sitting]] = {}
    for one in case.events:
        if one.date and one.kind in ("negotiation", "dialogue") and told(case, one).keys:
            group = one.kind, lot_of(case, one.lot)
            found.setdefault(group, []).append(Sitting(one.date, told(case, one), one.node))
    return found


def _visits(case: Case, lot: str | None) -> list[Sitting]:
    """Return the days on which there were visits for a lot, with all who were there, or could have been."""
    days: dict[object, list[tuple[When, tuple[str, ...], Node[object]]]] = {}
    for visit in case.tender.site_visits or ():
        if visit.date and visit.bidders is not None:
            days.setdefault(visit.date.date, []).append((visit.date, visit.bidders, visit.node))
    for one in case.events:
        if one.kind == "site-visit" and one.date and (lot is None or lot_of(case, one.lot) in (None, lot)):
            whom = (*(one.recipients or ()), *((one.bidder,) if one.bidder else ()))
            days.setdefault(one.date.date, []).append((one.date, whom, one.node))
    for own in days.values():
        # What is told of a day is told of its first visit, in whatever order they are recorded.
        own.sort(key=lambda one: (case.clock.rank(one[0]), one[0].isoformat()))
    return [
        Sitting(own[0][0], told_of(case, tuple(who for _, whom, _ in own for who in whom)), own[0][2])
        for own in days.values()
    ]
