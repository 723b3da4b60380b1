"""As which shares of their scales scores count in totals, where that is not one and the same: of the top or of the length.

Who leads is worked out as the recorded totals are; where these do not tell, both ways must say the same.
"""

from __future__ import annotations

from fractions import Fraction

from fairaudit.checks.panels.sheets import Sheet
from fairaudit.procurement.case import Case

NOT_RECORDED = "which share of a scale a score counts as is not recorded, and who leads hangs on it"
NOT_TOLD = ("evaluation.totals (or a text that says as which shares of their scales scores count)",)
"""What would tell."""


def as_counted(case: Case, sheet: Sheet) -> tuple[Sheet, ...]:
    """Return a sheet with its scores as the recorded totals count them; both ways, of the top first, where nothing tells."""
    floors = _floors(sheet)
    if not any(floors):
        return (sheet,)
    top = sheet._replace(floors=floors)
    by_length = _by_length(case, sheet)
    return (top, sheet) if by_length is None else (sheet if by_length else top,)


def share_said(case: Case, sheet: Sheet) -> str:
    """Return, as an addition, as which shares of their scales scores count; empty where both are one."""
    if not any(_floors(sheet)):
        return ""
    by_length = _by_length(case, sheet)
    if by_length is None:
        return ", scores as shares of the top (which counts is not recorded)"
    return f", scores as shares of their scale's {'length' if by_length else 'top'}"


def unshared(sheet: Sheet) -> str:
    """Return why who leads is not known where the two ways do not say the same."""
    return (
        f"in {sheet.called}, who leads hangs on whether a score counts as a share of its scale's top or of its length (from the"
        " lowest score on), and no recorded total tells which"
    )


def _floors(sheet: Sheet) -> tuple[Fraction, ...]:
    scales = [one.scale for one in sheet.questions]
    return tuple(
        Fraction(one.minimum or 0) / Fraction(one.maximum) if one and one.maximum and one.maximum > 0 else Fraction(0)
        for one in scales
    )


def _by_length(case: Case, sheet: Sheet) -> bool | None:
    """Whether recorded totals count scores as shares of the length of their scales; `None` where they do not tell."""
    from fairaudit.checks.scoring.totals.totals import reading_of, tells_share

    reading = reading_of(case, sheet.lot)
    return reading.parts[0].way == 1 if reading is not None and tells_share(case, sheet.lot) else None
