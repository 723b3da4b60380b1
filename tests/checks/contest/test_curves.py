"""Curves of equal totals: each goes through the bid that it is of, and who stands above one is worth more."""

from decimal import Decimal
from itertools import pairwise

import pytest

from tests.checks.contest.contest_case import bid, measured, score, witness

BY_POINTS = (
    ("lowest-price-ratio", {}), ("linear-from-lowest", {}), ("zero-at-multiple-of-lowest", {"multiple": 3}),
    ("zero-at-multiple-of-reference", {"multiple": 3, "estimate": 200}), ("high-low", {}),
    ("linear-interpolation", {"estimate": 200}), ("bilinear", {"estimate": 200, "share_at_mean": "0.8"}),
    ("power", {"estimate": 200, "exponent": "0.5"}), ("mean-based", {}), ("logarithmic", {"multiple": 3}),
    ("score-by-rank", {f"place_{one}": 11 - one for one in range(1, 5)}),
    ("fixed-band", {"lowest": 90, "highest": 200}), ("benchmark-price", {"reference_price": 100}),
)  # fmt: skip
BY_FIGURE = (
    ("utility-index", {}), ("price-performance-quotient", {}), ("renormalised-quality", {}),
    ("value-for-money-index", {}), ("price-per-quality-point", {}), ("award-on-value", {"value": 90}),
    ("ufab-extended", {"margin": "0.1", "decided_by_quality": 0}),
)  # fmt: skip


def four(formula, parameters, **more):
    """Four bids with different prices and qualities."""
    one = witness(consensus=[score("B1", "Q", 5), score("B2", "Q", 8), score("B3", "Q", 7), score("B4", "Q", 9)])
    one["bids"] = [bid("B1", 100), bid("B2", 120), bid("B3", 126), bid("B4", 150)]
    one["tender"]["award_criteria"][1]["formula"] = {"name": formula, "parameters": parameters, **more}
    return one


@pytest.mark.parametrize(("formula", "parameters"), [*BY_POINTS, *BY_FIGURE])
def test_every_curve_goes_through_its_own_bid(formula, parameters):
    _, tables = measured("evaluation/contest-as-recorded", four(formula, parameters))
    bids = {row[0]: row for row in tables["score-and-price"].rows}
    curves = tables["iso-scores"].rows
    assert len({row[0] for row in curves}) == 3
    for name in {row[0] for row in curves}:
        _, price, quality, _, total, _ = bids[name]
        [(own, points)] = [(row[1], row[3]) for row in curves if row[0] == name and row[2] == price]
        assert own == total
        assert abs(points - quality) < quality / 10**4


@pytest.mark.parametrize(("formula", "parameters"), BY_POINTS)
def test_who_stands_above_a_curve_is_worth_more(formula, parameters):
    _, tables = measured("evaluation/contest-as-recorded", four(formula, parameters))
    compared = 0
    for name in {row[0] for row in tables["iso-scores"].rows}:
        line = sorted((row[2], row[3], row[1]) for row in tables["iso-scores"].rows if row[0] == name)
        for bidder, price, quality, _, total, _ in tables["score-and-price"].rows:
            before = max((one for one in line if one[0] <= price), default=None)
            after = min((one for one in line if one[0] >= price), default=None)
            if bidder == name or before is None or after is None:
                continue
            if quality > max(before[1], after[1]):
                assert total > line[0][2]
                compared += 1
            if quality < min(before[1], after[1]):
                assert total < line[0][2]
                compared += 1
    assert compared


def test_a_curve_that_leaps_leaps_upright():
    parameters = {f"place_{one}": 11 - one for one in range(1, 5)}
    _, tables = measured("evaluation/contest-as-recorded", four("score-by-rank", parameters))
    name = tables["iso-scores"].rows[0][0]
    line = [(row[2], row[3]) for row in tables["iso-scores"].rows if row[0] == name]
    steps = [b[0] - a[0] for a, b in pairwise(line) if abs(b[1] - a[1]) > 1]
    assert steps
    assert max(steps) < Decimal("0.02")


def test_bids_with_other_figures_have_curves_of_their_own():
    one = four("cost-plus-time-over-technical", {"day_rate": 2})
    for row, days in zip(one["bids"], (10, 20, 30, 40), strict=True):
        row["figures"] = {"days": days}
    _, tables = measured("evaluation/contest-as-recorded", one)
    assert tables["iso-scores"].columns == ("bidder", "total", "price", "quality", "for_bids_with")
    of = {row[0]: row[4] for row in tables["iso-scores"].rows}
    days = {"B1": "days 10", "B2": "days 20", "B3": "days 30", "B4": "days 40"}
    ranked = sorted(tables["score-and-price"].rows, key=lambda row: row[5])
    assert list(of) == [ranked[at][0] for at in (0, 1, -1)]
    assert all(days[name] == said for name, said in of.items())
    totals = {row[0]: row[4] for row in tables["score-and-price"].rows}
    for name, total, price, quality, figures in tables["iso-scores"].rows:
        assert total == totals[name]
        assert abs((price + 2 * int(figures.split()[1])) / (quality * total) - 1) < Decimal("0.0005")


def test_the_table_of_prices_says_their_currency_where_it_is_one():
    one = four("lowest-price-ratio", {})
    _, tables = measured("evaluation/contest-as-recorded", one)
    assert "currency" not in tables["score-and-price"].columns
    for row in one["bids"]:
        row["value"]["currency"] = "GBP"
    _, tables = measured("evaluation/contest-as-recorded", one)
    assert tables["score-and-price"].columns[-1] == "currency"
    assert {row[-1] for row in tables["score-and-price"].rows} == {"GBP"}
