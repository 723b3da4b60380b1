"""A bidder has one colour in all pictures that tell bidders by colour, and prices say their currency."""

import re
from types import SimpleNamespace

import pytest

from fairaudit.reports.pictures.album import drawn
from fairaudit.reports.pictures.canvas import PALETTE
from tests.reports.pictures.sample import Measure, table


def stroke(picture, name):
    """The colours in which the line of a bidder is drawn."""
    found = re.findall(rf'<path [^>]*stroke="(#\w+)"[^>]*><title>{name}</title>', picture.svg)
    return set(found) & set(PALETTE)


def test_who_leads_in_both_pictures_has_the_same_colour_in_both():
    weights = [
        (weight, name, total, rank, int(weight == "40"))
        for weight, order in (("0", "DABC"), ("40", "ABDC"), ("100", "BADC"))
        for name, total, rank in zip(order, ("90", "80", "70", "60"), (1, 2, 3, 4), strict=True)
    ]
    ranks = [
        (scenario, name, rank)
        for scenario, order in (("record", "ABCD"), ("without Q", "CABD"), ("without P", "BACD"))
        for rank, name in enumerate(order, 1)
    ]
    by_weights, by_ranks = drawn([Measure((table("price-weights", *weights), table("ranks-over-scenarios", *ranks)))])
    for name in "AB":
        assert len(stroke(by_weights, name)) == 1
        assert stroke(by_weights, name) == stroke(by_ranks, name)
    told = [stroke(by_weights, "D"), stroke(by_ranks, "C"), stroke(by_weights, "A"), stroke(by_weights, "B")]
    assert len(set.union(*told)) == 4
    assert stroke(by_ranks, "D") == stroke(by_weights, "C") == set()


@pytest.mark.parametrize("currency", ["GBP", "EUR per hour", ""])
def test_axes_of_prices_say_the_currency(currency):
    columns = ("bidder", "price", "quality", "total", "rank", "currency")
    rows = (("A", "100", "50", "90", 1, currency), ("B", "120", "60", "80", 2, currency))
    strip = tuple((name, price, currency) for name, price, *_ in rows)
    tables = (
        SimpleNamespace(name="score-and-price", lot="", columns=columns, rows=rows),
        SimpleNamespace(name="bid-strip", lot="", columns=("bidder", "price", "currency"), rows=strip),
    )
    said = f"price ({currency or 'currency not recorded'})"
    assert all(f">{said}<" in one.svg for one in drawn([Measure(tables)]))
