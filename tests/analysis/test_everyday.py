"""Gifts of every day are told by their words alone."""

import pytest

from fairaudit.analysis.everyday import is_of_every_day


@pytest.mark.parametrize(
    "text",
    ["Coffee at a supplier day", "Tea and biscuits during a site visit", "Glass of water", "Pen and notepad", "mug",
     "Sandwich lunch at a trade fair open to all", "Buffet at a market event open to everybody"],
)  # fmt: skip
def test_a_coffee_or_a_pen_is_of_every_day(text: str):
    assert is_of_every_day(text)


@pytest.mark.parametrize(
    "text",
    ["", None, "Coffee machine", "Tea at the Grand Hotel", "Gold pen", "Lunch", "Buffet", "Coffee and champagne",
     "Water sports weekend", "Pens worth 900", "Supplier day"],
)  # fmt: skip
def test_what_else_is_named_is_asked_about(text: str | None):
    assert not is_of_every_day(text)
