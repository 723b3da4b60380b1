"""A name that is nearly a known one is told with what was probably meant."""

from fractions import Fraction

import pytest

from fairaudit.analysis.formulas import FormulaError, points

PRICES = [Fraction(one) for one in (80_000, 90_000, 60_000)]


@pytest.mark.parametrize(("name", "given", "said"), [
    ("x = 1 - P / ba", {"BA": 1}, "has no parameter `BA`; did you mean `ba`? Names are spelled alike in both places, with the same capitals"),
    ("x = 1 - P / Base_Price", {"BasePrice": 1}, "has no parameter `BasePrice`; did you mean `Base_Price`? Names are spelled alike in both "
     "places, with the same capitals"),
    ("x = 1 - P / Base_Price", {"basePrce": 1}, "has no parameter `basePrce`; did you mean `Base_Price`?"),
    ("x = 1 - P / BA", {"BA": 1, "zzz": 1}, "has no parameter `zzz`"),
    ("x = PEmax * Pmin / P", {"PeMax": 40}, "has no parameter `PeMax`: it is the weight of the price, which stands as `weight` and is left "
     "out here"),
    ("x = w * Pmin / P", {"w": 40}, "has no parameter `w`: it is the weight of the price, which stands as `weight` and is left out here"),
    ("x = Pmin / P", {"pmin": 40}, "has no parameter `pmin`: it is worked out from the bids; a price that the tender publishes needs a name "
     "of its own, in the formula too, such as `pmin_published`"),
    ("x = P_min / P", {}, "needs `P_min` (as published), which is not given; if the lowest price is meant, write `Pmin`"),
    ("x = Pmin / P + 0 * Pavg", {}, "needs `Pavg` (as published), which is not given; if the mean price is meant, write `Pmean`"),
    ("x = Pmin / P + 0 * price", {}, "needs `price` (as published), which is not given; if the price of the bid is meant, write `P`"),
    ("x = Pmin / P + 0 * k", {}, "needs `k` (as published), which is not given"),
])  # fmt: skip
def test_what_is_said_of_a_name(name, given, said):
    with pytest.raises(FormulaError) as caught:
        points(name, PRICES[0], PRICES, Fraction(40), {key: Fraction(one) for key, one in given.items()})
    assert str(caught.value) == f"the formula {name} {said}"


@pytest.mark.parametrize("text", ["1 - price / BA", "Pmin / price"])
def test_what_has_no_price_but_one_by_another_name_is_told_which_is_meant(text):
    with pytest.raises(
        FormulaError, match=f"there is no `P` in `{text}`.*; if the price of the bid is meant, write `P`"
    ):
        points(f"x = {text}", PRICES[0], PRICES, Fraction(40), {"BA": Fraction(1), "price": Fraction(3)})


def test_an_expression_without_its_sign_is_told_where_that_stands():
    for name in ("w * Pmin / P", "1 - P/BA"):
        with pytest.raises(FormulaError, match="a formula that is written out stands behind a sign, `= ") as caught:
            points(name, PRICES[0], PRICES, Fraction(40))
        assert str(caught.value).endswith(f"`= {name}`")
