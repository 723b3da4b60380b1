"""Where one figure of one bid would put the first two level, in formulas of one figure for price and quality."""

from fractions import Fraction

import pytest

from fairaudit.analysis.contest.levels import levels
from tests.analysis.contest.contests import contest, offer

BRIDGE = {
    "F": (233_763_000, 437, "91.47"), "W": (219_000_000, 437, "67.88"),
    "M": (176_938_000, 367, "65.91"), "A": (178_489_561, 392, "55.98"),
}  # fmt: skip
"""The I-35W bridge, 2007: price, days and technical score (scoring note, section 1); a day costs 200,000."""
RATE = 200_000


def adjusted(prices, qualities, figures):
    """Price and days at their rate, over the technical score: the lowest comes first, so the sign is turned."""
    return [
        -(price + dict(more)["days"] * RATE) / (100 * quality)
        for price, quality, more in zip(prices, qualities, figures, strict=True)
    ]


def bridge():
    offers = [
        offer(name, price, Fraction(score) / 100)._replace(figures=(("days", Fraction(days)),))
        for name, (price, days, score) in BRIDGE.items()
    ]
    return contest(*offers, weights=[100], overall=adjusted)


def test_what_would_have_put_the_first_two_bids_for_the_bridge_level():
    found = {(one.offer, one.what): one.level for one in levels(bridge(), ("F", "M"))}
    first, second = Fraction("91.47"), Fraction("65.91")
    sums = {name: price + days * RATE for name, (price, days, _) in BRIDGE.items()}
    expected = {
        # F up to what M's figure is times its own score, and M down to what F's figure is times its own.
        ("F", "price"): sums["M"] / second * first - 437 * RATE,
        ("F", "days"): (sums["M"] / second * first - BRIDGE["F"][0]) / RATE,
        ("F", "quality"): sums["F"] / (sums["M"] / second) / 100,
        ("M", "price"): sums["F"] / first * second - 367 * RATE,
        ("M", "days"): (sums["F"] / first * second - BRIDGE["M"][0]) / RATE,
        ("M", "quality"): sums["M"] / (sums["F"] / first) / 100,
    }
    assert set(found) == set(expected)
    for key, exact in expected.items():
        assert abs(found[key] / exact - 1) < Fraction(1, 10**9)


def test_what_no_figure_in_reach_changes_has_no_level():
    def price_alone(prices, _, __):
        return [-one for one in prices]

    one = contest(offer("A", 100, "0.5"), offer("B", 5000, "0.5"), weights=[1], overall=price_alone)
    assert {(each.offer, each.what): each.level for each in levels(one, ("A", "B"))} == {
        ("A", "price"): None, ("A", "quality"): None, ("B", "price"): None, ("B", "quality"): None,
    }  # fmt: skip


def test_two_that_stand_level_have_no_levels():
    one = contest(
        offer("A", 100, 1), offer("B", 100, 1), weights=[1], overall=lambda prices, _, __: [-p for p in prices]
    )
    with pytest.raises(ValueError, match="no single first"):
        list(levels(one, ("A",)))
