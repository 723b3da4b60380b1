"""What went to bidders as far as they were in the contest then: who had left could lack nothing of what went out afterwards."""

from __future__ import annotations

from fairaudit.checks.information.leaving import Sent, anybody_out, leavings_of, still_in
from fairaudit.procurement.bidders.field import field_of, withdrawn_from
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.receipts import Entry, Receipt, Received, held
from fairaudit.procurement.times.deadlines import Unclear


def with_those_who_withdrew(case: Case, one: Received) -> Received:
    """Return a thing held against the bidders of its lots and those, too, whose bids for them were all withdrawn."""
    gone = withdrawn_from(case, one.item.lots)
    return held(case, one.item, (*field_of(case, one.item.lots), *gone)) if gone else one


def while_in(case: Case, one: Received) -> Received:
    """Return a thing without those who had left before it went out; of whom that is unclear it is not known who lacks it.

    What names a bidder went to it, whenever that was; what was for all was not for those who had left.
    """
    if not anybody_out(case):
        return one
    lots = one.item.lots
    went = {key: _went(case, key, one.item.lots, it) for key, it in one.had.items()}
    had = {key: it for key, it in one.had.items() if went[key]}
    # Who was in when it first went out should have had it, whenever the others had it.
    first = _first(case, one)
    sent = Sent(first.when, first.at) if first else None
    away = {key: still_in(case, (key,), lots, sent) for key in (*one.without, *one.unknown)} if sent else {}
    unclear = tuple(key for key in one.without if isinstance(away.get(key), Unclear))
    open_ = tuple(key for key, it in went.items() if it is None)
    return one._replace(
        had=had,
        behind={key: late for key, late in one.behind.items() if key in had},
        without=tuple(key for key in one.without if key not in unclear and away.get(key) != ()),
        asked=tuple(key for key in one.asked if still_in(case, (key,), lots, sent) != ()) if sent else one.asked,
        unknown=(*(key for key in one.unknown if away.get(key) != ()), *unclear, *open_),
    )


def _went(case: Case, key: str, lots: tuple[str, ...], receipt: Receipt) -> bool | None:
    """Whether something went to somebody by a record; unanswered of what was for all where nothing tells when it withdrew."""
    entry = receipt.entry
    if EVERYBODY not in entry.told.keys or key in entry.told.keys:
        return True
    lot = lots[0] if len(lots) == 1 else None
    gone = key in withdrawn_from(case, lots)
    if not gone and not leavings_of(case, key, lot):
        return True
    still = still_in(case, (key,), (lot,) if lot else (), Sent(entry.when, entry.at))
    if isinstance(still, Unclear):
        return None if gone else True
    return still != ()


def _first(case: Case, one: Received) -> Entry | None:
    """Return the record by which a thing first went out, or any where none has a moment."""
    found: Entry | None = None
    for it in one.had.values():
        if found is None or _sooner(case, it.entry.when, found.when):
            found = it.entry
    return found


def _sooner(case: Case, when: When | None, known: When | None) -> bool:
    return when is not None and (known is None or case.clock.before(when, known) is True)
