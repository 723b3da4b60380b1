"""How often fair panels are a near tie by the specification's mark: why it is told, and nobody is asked."""

from fractions import Fraction

import pytest

from fairaudit.analysis.contest.resampling import first_by_panels
from fairaudit.analysis.panels.fairpanels import Panel, scores_of
from fairaudit.analysis.seeded import SEED, Chance

PANELS = 400


@pytest.mark.parametrize(("taste", "told"), [(0.0, Fraction(31, 100)), (0.3, Fraction(49, 100))])
def test_a_third_to_half_of_fair_panels_come_first_in_fewer_than_ninety_of_a_hundred(taste, told):
    panel, chance, found = Panel(3, 4, taste=taste), Chance(SEED), 0
    for _ in range(PANELS):
        totals = [[Fraction(sum(bid)) for bid in own] for own in scores_of(panel, chance)]
        sums = sorted(map(sum, zip(*totals, strict=True)))
        shares = first_by_panels(totals, [Fraction(0)] * panel.bidders).shares
        found += sums[-1] > sums[-2] and max(shares) < Fraction(9, 10)
    assert abs(Fraction(found, PANELS) - told) <= Fraction(1, 100)
