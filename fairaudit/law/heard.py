"""The steps of the Provider Selection Regime that hang on representations: what was heard in time, and what still waits.

Source: Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348), reg 12(9) and (10): the standstill
ends after its eight working days only where nobody made representations in time.
"""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.law.health import PACK
from fairaudit.law.moments import Happened, Step, add_steps
from fairaudit.law.standstill import Window, in_time, windows
from fairaudit.law.tables import shipped_tables
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Representations


def _windows(case: Case) -> tuple[Window, ...]:
    return windows(case, shipped_tables(PACK).period("standstill"))


def _undated(case: Case) -> tuple[Representations, ...]:
    """Return the representations without a day that were decided on: a further decision only follows one made in time."""
    return tuple(
        one
        for one in case.procurement.representations or ()
        if one.received is None and (one.communicated is not None or one.further_decision is not None)
    )


def _heard(case: Case, window: Window) -> tuple[Representations, ...]:
    return in_time(case, window) + case.once(_undated)


def _unheard(case: Case) -> Iterator[Happened]:
    """Yield every notice of an intention on which no representations are on record."""
    yield from (one.notice for one in _windows(case) if not _heard(case, one))


def _contested(case: Case) -> Iterator[Happened]:
    """Yield every notice of an intention on which representations are on record, decided again or not."""
    yield from (one.notice for one in _windows(case) if _heard(case, one))


def _waiting(case: Case) -> Iterator[Happened]:
    """Yield every notice of an intention on which a further decision is not recorded as told."""
    yield from (one.notice for one in _windows(case) if any(each.communicated is None for each in _heard(case, one)))


def _undecided(case: Case) -> Iterator[Happened]:
    """Yield the representations made in time whose further decision is not recorded as told, by when they came."""
    for window in _windows(case):
        for one in in_time(case, window):
            if one.communicated is None and one.received is not None:
                yield Happened(one.received, one.field("communicated"), window.notice.lots, party=one.party or "")


_WORDS = "the notice of the intention to award"
_FIELDS = ("tender.notices", "representations")

add_steps({
    "intention-unheard": Step(_WORDS, _unheard, _FIELDS),
    "intention-contested": Step(_WORDS, _contested, _FIELDS),
    "intention-waiting": Step(_WORDS, _waiting, _FIELDS),
    "representation-undecided": Step("a representation without a further decision", _undecided, ("representations",)),
})  # fmt: skip
