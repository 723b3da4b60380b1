"""The contests that a case gives as comparable: which of them prices can be set beside, and why each other one is left out."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import ComparableContest
from fairaudit.procurement.model.node import text_of
from fairaudit.sources.document import Path

_TWO = 2
"""One price does not vary."""


class Comparable(Frozen):
    """How many contests are given, those that can be used by their prices or their variation, and why others are left out."""

    given: int
    prices: tuple[tuple[Fraction, ...], ...]
    variations: tuple[tuple[int, Fraction], ...]
    left_out: dict[str, tuple[ComparableContest, ...]]

    @property
    def unused(self) -> int:
        """How many are left out."""
        return sum(map(len, self.left_out.values()))


def comparable(case: Case) -> Comparable:
    """Return what a case gives to set its prices beside; a contest that may be misread is left out, and nothing is guessed."""
    return case.once(_comparable)


def _comparable(case: Case) -> Comparable:
    given = case.evaluation.price_reference or ()
    open_at = {one.path[:3] for one in case.placeholders} | {one.path[:3] for one in case.unreadable}
    why = {one.path: _fault(one, open_at) for one in given}
    sound = [one for one in given if why[one.path] is None]
    why |= _told_again(sound)
    left_out: dict[str, tuple[ComparableContest, ...]] = {}
    for one in given:
        if kind := why[one.path]:
            left_out[kind] = (*left_out.get(kind, ()), one)
    used = [one for one in sound if why[one.path] is None]
    prices = tuple(tuple(map(Fraction, one.prices)) for one in used if one.prices)
    told = [(one.bids, one.variation) for one in used if not one.prices]
    variations = tuple((bids, Fraction(share)) for bids, share in told if bids is not None and share is not None)
    return Comparable(len(given), prices, variations, left_out)


def _fault(one: ComparableContest, open_at: set[Path]) -> str | None:
    """Return why nothing can be set beside a contest; `None` where something can."""
    if one.path in open_at:
        return "open-elsewhere"
    if one.prices:
        if min(one.prices) <= 0:
            return "not-above-zero-elsewhere"
        if one.bids is not None and one.bids != len(one.prices):
            return "contradicts-itself"
        return "too-few-elsewhere" if len(one.prices) < _TWO else None
    if one.bids is None or one.variation is None:
        return "nothing-to-compare"
    if one.bids < _TWO:
        return "too-few-elsewhere"
    # All of n prices above zero vary by less than the root of n, which they come near where one alone is not next to nothing.
    return "cannot-vary-so" if one.variation**2 >= one.bids else None


def _told_again(sound: Sequence[ComparableContest]) -> dict[Path, str]:
    """Return which contests are given a second time, and which cannot be told apart: two that differ under one id."""
    found: dict[Path, str] = {}
    by_id: dict[str, list[ComparableContest]] = {}
    for one in sound:
        if one.id is not None:
            by_id.setdefault(_plain(one.id), []).append(one)
    for some in by_id.values():
        differ = len({_figures(one) for one in some}) > 1
        found |= dict.fromkeys([one.path for one in some], "one-id-for-several") if differ else {}
    seen: list[ComparableContest] = []
    for one in sound:
        if one.path not in found:
            if any(_is_the_same(one, other) for other in seen):
                found[one.path] = "given-twice-elsewhere"
            else:
                seen.append(one)
    return found


def _is_the_same(one: ComparableContest, other: ComparableContest) -> bool:
    """Whether two are one contest: by their id, or by their prices where nothing tells them apart."""
    if _figures(one) != _figures(other):
        return False
    if one.id is None or other.id is None:
        # A number of bids and a rounded variation may well be those of two.
        return bool(one.prices)
    return _plain(one.id) == _plain(other.id)


def _figures(one: ComparableContest) -> tuple[object, ...]:
    return ("prices", *sorted(one.prices)) if one.prices else ("variation", one.bids, one.variation)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def called(case: Case, one: ComparableContest) -> str:
    """Return what a contest given as comparable is called, with the file and the line where it stands."""
    where = text_of(one.path)
    placed = case.places.get(one.path)
    if placed is not None and placed[1][0] and placed[0] < len(case.documents):
        where = f"{where}, {case.documents[placed[0]].file}:{placed[1][0]}"
    return f"{one.id} ({where})" if one.id else where
