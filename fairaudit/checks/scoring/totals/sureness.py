"""How sure the totals of a lot are that are worked out again: the one place that decides it for every finding they carry."""

from __future__ import annotations

from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.criteria.rounding_by_words import may_be_meant
from fairaudit.checks.scoring.totals.of_lots import WorkedOut
from fairaudit.checks.scoring.totals.points import OffScale
from fairaudit.checks.scoring.totals.totals import judged_totals, totals_instead, wrong_figures
from fairaudit.checks.scoring.totals.turned_scales import turned_by_words, turning_asked
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case


class _Kept(Frozen):
    """The totals worked out again, by lot."""

    of: dict[str | None, WorkedOut]


def order_instead(case: Case, lot: str | None) -> WorkedOut | None:
    """Return the totals of a lot worked out again where a recorded figure is wrong, and whether they are sure.

    They are a question where it is one whether a recorded figure is wrong at all, or which end of a scale is the good one, or
    whether points that all are rounded in one way are rounded as is published.
    """
    return case.once(_kept).of.get(lot)


def off_scale(case: Case, lot: str | None) -> tuple[Unassessed, ...]:
    """Return why totals of a lot cannot be worked out again: a score that counts is off its scale, or its good end is open."""
    judged = judged_totals(case).get(lot, ())
    turned = turned_by_words(case, lot)
    return (*dict.fromkeys(one for one in judged if isinstance(one, OffScale)), *((turned,) if turned else ()))


def _kept(case: Case) -> _Kept:
    found: dict[str | None, WorkedOut] = {}
    for lot in judged_totals(case):
        instead = totals_instead(case, lot)
        # Where the recorded figures follow by words on what is better, those worked out against them are nobody's.
        if instead is not None and turned_by_words(case, lot) is None:
            asked = turning_asked(case, lot) or any(one.confidence for one in wrong_figures(case, lot))
            asked = asked or may_be_rounded_so(case, lot)
            found[lot] = instead._replace(sure=instead.sure and not asked)
    return _Kept(found)


def may_be_rounded_so(case: Case, lot: str | None) -> bool:
    """Whether all points for price of a lot, recorded or left, are rounded in a way that the declared one may mean.

    By their values: zeros at the end may be lost, so with how many places one of them is written tells nothing.
    """
    # Imported here: points for price are held against their formula by what this module carries.
    from fairaudit.checks.prices.another_formula import price_fits
    from fairaudit.checks.prices.rounded_alike import rounding_of_all

    for record, _ in price_fits(case):
        declared = record.formula.rounding if record and record.lot == lot and record.formula else None
        own = rounding_of_all(record) if record and declared else None
        if declared and own and own[2] == 1 and may_be_meant(declared, own[0], own[1]):
            return True
    return False
