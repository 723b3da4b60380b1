"""Who had left the contest before a moment: by a recorded exclusion or withdrawal, or by words of an event about one bidder."""

import re

from fairaudit.analysis.names import words
from fairaudit.checks.base import Unassessed
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.deadlines import Limit, Unclear, after
from fairaudit.procurement.node import Node
from fairaudit.procurement.recipients import meant, stands_for, told
from fairaudit.procurement.records import Event
from fairaudit.procurement.rivals import lot_of, won
from fairaudit.procurement.scalars import When

_BACK = frozenset((
    "not", "never", "no", "nobody", "if", "unless", "was", "were", "be", "been", "being", "is", "are", "we", "council",
    "buyer", "authority", "request", "requested", "asked", "wanted", "question", "query", "chair", "panel", "evaluators",
))  # fmt: skip
"""Words before `declined` or `withdrew` by which somebody else did, or nobody."""
_SELF = frozenset(("bidder", "tenderer", "supplier", "company", "firm", "provider", "candidate", "it", "they", "who"))


class Going(Frozen):
    """That a bidder left the contest, for which lot (`None`: any), when, and where that is recorded."""

    lot: str | None
    when: When | None
    at: Node[object]


def gone_before(
    case: Case, key: str, lot: str | None, start: Limit | None, of_leaving: tuple[str, ...] = ()
) -> bool | Unassessed:
    """Whether a bidder had left the contest for a lot before a moment; unanswered where no date says whether it had."""
    unclear: Unassessed | None = None
    lot = lot_of(case, lot)
    for one in case.once(_exclusions).get(key, []) + _leavings(case, of_leaving).get(key, []):
        if one.lot not in (None, lot):
            continue
        if one.when is None:
            unclear = unclear or lacking(one.at)
        elif start is not None:
            gone = after(case.clock, start, Limit(one.when, one.at))
            if gone is True:
                return True
            if isinstance(gone, Unclear):
                unclear = unclear or Unassessed(one.at, gone.reason, gone.missing)
    return unclear or False


def _exclusions(case: Case) -> dict[str, list[Going]]:
    """Return when who was shut out; not who may win all the same, or was ranked or won, and so was in the contest after all."""
    totals, ranking = case.evaluation.totals or (), case.evaluation.ranking or ()
    ranked = {*(it.bid for it in totals), *(it.bid for it in ranking)} - {None}
    stayed = {meant(case, bid.bidder) for bid in case.bids if bid.bidder and (bid.id in ranked or won(case, bid))}
    found: dict[str, list[Going]] = {}
    for one in case.procurement.exclusions or ():
        for key in stands_for(case, meant(case, one.party)) if one.party and not one.overriding else ():
            if key not in stayed:
                at = one.field("decided" if one.decided or not one.notified else "notified")
                found.setdefault(key, []).append(Going(None, one.decided or one.notified, at))
    return found


def _known(_: Case) -> dict[tuple[str, ...], dict[str, list[Going]]]:
    return {}


def _leavings(case: Case, of_leaving: tuple[str, ...]) -> dict[str, list[Going]]:
    """Return when who withdrew, by events of withdrawal and by those whose words say of their bidder that it left."""
    known = case.once(_known)
    if of_leaving not in known:
        known[of_leaving] = {}
        for one in case.events:
            key = alone(case, one)
            if key and (one.kind == "withdrawal" or says(case, one, key, of_leaving)):
                at = one.field("date")
                known[of_leaving].setdefault(key, []).append(Going(lot_of(case, one.lot), one.date, at))
    return known[of_leaving]


def alone(case: Case, event: Event) -> str | None:
    """Return the one bidder an event is about."""
    keys = told(case, event).keys - {EVERYBODY}
    return next(iter(keys)) if len(keys) == 1 and EVERYBODY not in told(case, event).keys else None


def texts(event: Event) -> list[str]:
    """Return what is told of an event: its topic, its words and its reason."""
    return [one for one in (event.topic, event.text, event.reason) if one]


def says(case: Case, event: Event, key: str | None, phrases: tuple[str, ...]) -> bool:
    """Whether an event says of a bidder that it did something; of no bidder (`None`), that it was done with no word by whom."""
    for sentence in (words(part) for text in texts(event) for part in re.split(r"[.;:!?]", text)):
        for phrase in map(words, phrases):
            for at in range(len(sentence) - len(phrase) + 1):
                if sentence[at : at + len(phrase)] != phrase:
                    continue
                before = sentence[:at]
                if (not before) if key is None else (_is_self(case, key, before) and _BACK.isdisjoint(before)):
                    return True
    return False


def _is_self(case: Case, key: str, before: tuple[str, ...]) -> bool:
    """Whether the words before what was done name a bidder first, or stand for it."""
    party = case.party(key)
    names = {word for one in (key, party.name if party else None, *((party.aliases if party else None) or ())) if one
             for word in words(one)[:1]}  # fmt: skip
    first = [word for word in before if word not in ("the", "on", "in", "by", "a")]
    return bool(first) and (first[0] in names or first[0] in _SELF or (before[-1] in names | _SELF))
