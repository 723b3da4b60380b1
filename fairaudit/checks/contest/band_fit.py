"""From which band of price ÷ performance recorded totals or places follow: its margins are told as a range."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from fairaudit.analysis.formulas.kinds import Offer
from fairaudit.analysis.formulas.solving_band import NAME, Band, bands, follows, joined
from fairaudit.checks.contest.behind import Behind, offers_of
from fairaudit.checks.contest.record import Field
from fairaudit.checks.prices.fit_words import plain_number
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.procurement.case import Case

_LEAST = 3
"""Of so many unlike offers must a band be told. Heuristic."""


def band_of_figures(
    field: Field, recorded: Sequence[Decimal], holds: Callable[[Fraction, Decimal], bool]
) -> Behind | None:
    """Return the band whose own figures are every recorded total, where bids within it and outside it bound it."""
    offers = offers_of(field)
    found = [one for one in bands(offers) if one.bounded and all(map(holds, one.figures, recorded))]
    return Behind(NAME, (), _margins(found)) if len(found) == 1 and len(set(offers)) >= _LEAST else None


def band_of_places(case: Case, field: Field, behind: Behind) -> Behind:
    """Return for totals that are quotients the band that gives the places, where quotients, price or quality alone do not."""
    places, offers = places_of(case, field), offers_of(field)
    if places is None or len(set(offers)) < _LEAST:
        return behind
    if found := _giving(places, offers):
        return Behind(NAME, (), f", whose quotients they are, and every recorded place{_margins(found)}")
    alone = next((one for one in (False, True) if _alone(places, offers, by_quality=one)), None)
    if alone is None or not _needs_band(places, offers):
        return behind
    either = f"; the recorded places are those of {_decides(alone)} alone, as {NAME} gives them too if all bids are within it"
    return behind._replace(more=f"{behind.more}{either}, and which it was cannot be told")


def another_band(case: Case, field: Field) -> str:
    """Return, as an addition to a sentence, from which other band than the published one every recorded place follows."""
    places, offers = places_of(case, field), offers_of(field)
    if places is None or len(set(offers)) < _LEAST or len(set(places)) < len(places):
        return ""
    found = _giving(places, offers)
    return f"; every recorded place follows from {NAME}{_margins(found)}" if found else ""


def _giving(places: Sequence[int], offers: Sequence[Offer]) -> list[Band]:
    """Return the bands that give some places; none where no band is needed for them, or none can be told.

    A band of one bid gives the places of the quotients, and one of all bids those of price or quality alone.
    """
    if not _needs_band(places, offers) or any(_alone(places, offers, by_quality=one) for one in (False, True)):
        return []
    return list(joined([one for one in bands(offers) if follows(places, one.figures)]))


def _needs_band(places: Sequence[int], offers: Sequence[Offer]) -> bool:
    """Whether some places are not those of the quotients, but may be those of a band."""
    if follows(places, [one.quality / one.price for one in offers]):
        return False
    return any(follows(places, one.figures) for one in bands(offers))


def _alone(places: Sequence[int], offers: Sequence[Offer], *, by_quality: bool) -> bool:
    return follows(places, [one.quality if by_quality else -one.price for one in offers])


def published_band(field: Field) -> str:
    """Return in words the margin that a band is published with, and what decides within it."""
    given = (field.formula.parameters if field.formula else None) or {}
    by_quality, margin = given.get("decided_by_quality"), Fraction(given.get("margin") or 0)
    return f" with a margin of {plain_number(margin)} where {_decides(bool(by_quality))} decides"


def _decides(by_quality: bool) -> str:
    return "the highest quality" if by_quality else "the lowest price"


def _margins(found: Sequence[Band]) -> str:
    """Return in words which margins some bands have, and what decides within each."""
    return " or".join(f" with a margin from {_within(one)} where {_decides(one.by_quality)} decides" for one in found)


def _within(one: Band) -> str:
    """Return the ends of a margin, rounded so far that both are within it."""
    for places in range(3, 10):
        part = 10**places
        most = floor(one.high * part) if one.closed else ceil(one.high * part) - 1
        low, high = Fraction(ceil(one.low * part), part), Fraction(most, part)
        if low < high:
            break
    return f"{plain_number(low)} to {plain_number(high)}"


def places_of(case: Case, field: Field) -> list[int] | None:
    """Return the recorded places of a contest's bids, those that have none behind all others; `None` where none is first."""
    own = [one for one in case.evaluation.ranking or () if lot_of(case, one.bid, one.lot) == field.lot]
    ranks = {one.bid: one.rank for one in own if one.rank is not None}
    last = max(ranks.values(), default=0) + 1
    places = [ranks.get(one.name, last) for one in field.contest.offers]
    return places if 1 in places else None
