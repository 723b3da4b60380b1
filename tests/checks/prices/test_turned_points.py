"""Points for price that rise with the price: flagged where the published formula cannot give their order, else asked."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.formulas import FormulaError, never_more_for_a_dearer, price_points
from tests.checks.scoring_case import outcome

DEARER = "evaluation/dearer-bid-with-more-price-points"


def scored(*bids, formula="lowest-price-ratio", **more):
    """Bids as price and points for it, of which more than these may have come in."""
    price = {"id": "P", "type": "price", "weight": 40, "formula": {"name": formula}}
    return {
        "tender": {"award_criteria": [{"id": "Q", "type": "quality", "weight": 60}, price]},
        "bids": [{"id": f"B{at}", "bidder": f"b{at}", "value": {"amount": one}} for at, (one, _) in enumerate(bids, 1)],
        "evaluation": {
            "totals": [
                {"bid": f"B{at}", "quality": 48, "price": points, "total": points + 48}
                for at, (_, points) in enumerate(bids, 1)
            ]
        },
    } | more


def test_an_order_that_no_further_price_explains_is_flagged():
    for formula in ("lowest-price-ratio", "linear-from-lowest", "high-low"):
        assert outcome(DEARER, scored((100, 25), (120, 30), formula=formula)) == "flagged"
    assert outcome(DEARER, scored((100, 30), (120, 25))) == "passed"


def test_what_may_explain_the_order_is_no_proof():
    # What a third place would earn is not published.
    placed = scored((100, 25), (120, 30), formula="score-by-rank")
    placed["tender"]["award_criteria"][1]["formula"]["parameters"] = {"place_1": 40, "place_2": 20}
    assert outcome(DEARER, placed) != "flagged"
    # Half a point more may be rounding.
    assert outcome(DEARER, scored((100, 25), (100.5, 26))) != "flagged"
    shifted = scored((100, 25), (120, 30))
    shifted["evaluation"]["price_adjustments"] = [{"bid": "B1", "amount": 40}]
    assert outcome(DEARER, shifted) != "flagged"
    again = scored((100, 25), (120, 30))
    again["bids"].append({"id": "B3", "bidder": "b1", "round": "2", "value": {"amount": 140}})
    assert outcome(DEARER, again) != "flagged"
    rounds = scored((100, 25), (120, 30))
    rounds["bids"][0]["round"], rounds["bids"][1]["round"] = "1", "2"
    assert outcome(DEARER, rounds) != "flagged"


def test_words_on_points_that_are_not_understood_leave_it_a_question():
    case = scored((100, 25), (120, 30))
    case["tender"]["award_criteria"][1]["text"] = (
        "A bid that earns fewer than 30 points is moved up by the chairman's points."
    )
    assert outcome(DEARER, case) == "review"


def test_where_each_figure_is_wrong_for_sure_each_is_found_for_itself():
    assert outcome(DEARER, scored((100, 25), (120, 30), complete=["bids"])) == "not-assessed"


PRICES = st.lists(st.integers(1, 10**6).map(Fraction), min_size=2, max_size=7, unique=True)


@given(
    PRICES,
    st.sampled_from(
        ["lowest-price-ratio", "linear-from-lowest", "zero-at-multiple-of-lowest", "logarithmic", "high-low"]
    ),
)
def test_a_dearer_price_never_earns_more_whatever_other_prices_there_are(prices, name):
    assert never_more_for_a_dearer(name)
    numbers = {"zero-at-multiple-of-lowest": {"multiple": 3}, "logarithmic": {"multiple": 3}}.get(name, {})
    dearer, cheaper = max(prices[:2]), min(prices[:2])
    got = [price_points(name, one, prices, Fraction(40), numbers) for one in (cheaper, dearer)]
    assert got[0] >= got[1]


@pytest.mark.parametrize("name", ["score-by-rank", "mean-based"])
def test_of_other_formulas_nothing_is_claimed(name):
    assert not never_more_for_a_dearer(name)


def test_of_an_unknown_formula_nobody_can_tell():
    with pytest.raises(FormulaError):
        price_points("nearest-to-our-guess", Fraction(1), [Fraction(1)], Fraction(40), {})
    assert not never_more_for_a_dearer("nearest-to-our-guess")
