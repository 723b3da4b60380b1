"""What went to bidders as far as they were in the contest then: who had left could lack nothing, and is counted with nobody."""

from __future__ import annotations

from fairaudit.checks.information.leaving import Sent, leavings_of, still_in
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.deadlines import Unclear
from fairaudit.procurement.ledger import Entry, Receipt, Received
from fairaudit.procurement.scalars import When


def while_in(case: Case, one: Received) -> Received:
    """Return a thing without those who had left before it went out; of whom that is unclear it is not known who lacks it.

    What names a bidder went to it, whenever that was; what was for all was not for those who had left.
    """
    lots = one.item.lots
    lot = lots[0] if len(lots) == 1 else None
    had = {key: it for key, it in one.had.items() if not _is_too_late(case, key, lot, it)}
    # Who was in when it first went out should have had it, whenever the others had it.
    first = _first(case, one)
    sent = Sent(first.when, first.at) if first else None
    away = {key: still_in(case, (key,), lots, sent) for key in (*one.without, *one.unknown)} if sent else {}
    unclear = tuple(key for key in one.without if isinstance(away.get(key), Unclear))
    return one._replace(
        had=had,
        behind={key: late for key, late in one.behind.items() if key in had},
        without=tuple(key for key in one.without if key not in unclear and away.get(key) != ()),
        unknown=(*(key for key in one.unknown if away.get(key) != ()), *unclear),
    )


def _is_too_late(case: Case, key: str, lot: str | None, receipt: Receipt) -> bool:
    entry = receipt.entry
    if EVERYBODY not in entry.told.keys or key in entry.told.keys or not leavings_of(case, key, lot):
        return False
    return still_in(case, (key,), (lot,) if lot else (), Sent(entry.when, entry.at)) == ()


def _first(case: Case, one: Received) -> Entry | None:
    """Return the record by which a thing first went out, or any where none has a moment."""
    found: Entry | None = None
    for it in one.had.values():
        if found is None or _sooner(case, it.entry.when, found.when):
            found = it.entry
    return found


def _sooner(case: Case, when: When | None, known: When | None) -> bool:
    return when is not None and (known is None or case.clock.before(when, known) is True)
