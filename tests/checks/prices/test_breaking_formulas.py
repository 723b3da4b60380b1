"""What breaks a formula that is written out is found by trying it, at the prices that were offered and at others."""

import pytest

from tests.checks.contest.formula_records import case_with, published
from tests.checks.scoring_case import said

BREAKS = "price-formula-that-breaks"
HIGH = "a high price earns less than nothing"
ZERO = "it has no answer where a price is zero or below"
EQUAL = "it has no answer where all prices are equal, or only one bid is left"
RISING = "the dearest bid earns the most, which is usual where bidders pay, and not where they are paid"
FAR = 150_000


def below(price):
    return f"a price of {price}, which was offered, earns less than nothing"


def above(price):
    return f"a price of {price}, which was offered, earns more than all points"


@pytest.mark.parametrize(
    ("name", "given", "without_bids", "with_bids"),
    [
        ("PEmax * (1 - (P / BA)^n)^m", {"BA": FAR, "n": 3, "m": 0.5}, "", ""),
        ("1 - P / BA", {"BA": FAR}, HIGH, HIGH),
        ("1 - P / BA", {"BA": 100_000}, HIGH, below(120_000)),
        ("1 - P / BA", {"BA": 100_000, "floor": 0}, "", ""),
        ("max(0, 1 - P / BA)", {"BA": 100_000}, "", ""),
        ("Pmin / P", {}, ZERO, ZERO),
        ("(Pmax - P) / (Pmax - Pmin)", {}, EQUAL, EQUAL),
        ("2 - P / Pmin", {}, f"{HIGH}, and {ZERO}", f"{HIGH}, and {ZERO}"),
        ("PEmax * Pref / P", {"Pref": 100_000}, ZERO, f"{above(70_000)}, and {ZERO}"),
        ("PEmax * Pref / P", {"Pref": 100_000, "cap": 40}, ZERO, ZERO),
        ("P / BA", {"BA": FAR}, RISING, RISING),
        ("P / Pmax", {}, RISING, RISING),
        ("1 - max(P - Pmean, Pmean - P) / Pmean", {}, "", ""),
        # A power that is too large for high prices alone says nothing of them.
        ("(Pmin / P)^400", {}, ZERO, ZERO),
        ("0.5 + 0 * P", {}, "", ""),
    ],
)
def test_what_breaks_a_formula_is_asked_about(name, given, without_bids, with_bids):
    formula = published(f"x = {name}", given)
    alone = {"tender": {"award_criteria": [{"id": "P", "type": "price", "weight": 40, "formula": formula}]}}
    for case, at, words in ((alone, 0, without_bids), (case_with(["1"] * 6, formula, part="price"), 1, with_bids)):
        place = f"tender.award_criteria[{at}].formula: P is scored by `x = {name}`; {words}."
        assert said(BREAKS, case) == (("review", place) if words else ("passed",))


@pytest.mark.parametrize(
    ("name", "given", "missing"),
    [
        ("1 - P / BA", {}, "parameters.BA"),
        ("1 - P /", {}, "name (in other words)"),
        # What is no share of the points says nothing of their end.
        ("40 * (1 - P / BA)", {"BA": FAR}, "name (in other words)"),
        ("(P / 3)^99999", {}, "name (in other words)"),
    ],
)
def test_one_that_cannot_be_tried_is_not_assessed(name, given, missing):
    case = case_with(["1"] * 6, published(f"x = {name}", given), part="price")
    assert said(BREAKS, case) == ("not-assessed", f"tender.award_criteria[1].formula.{missing}")


def test_words_on_prices_of_nothing_answer_for_these():
    formula = published("x = Pmin / P")
    criterion = {
        "id": "P",
        "type": "price",
        "weight": 40,
        "formula": formula,
        "text": "A price of zero scores as one pound.",
    }
    assert said(BREAKS, {"tender": {"award_criteria": [criterion]}}) == ("passed",)


def test_a_lot_is_tried_at_its_own_prices():
    formula = published("x = 1 - P / BA", {"BA": 100})
    criterion = {"id": "P", "type": "price", "weight": 40, "lots": ["1"], "formula": formula}
    bids = [{"id": f"B{lot}", "lot": lot, "value": {"amount": price}} for lot, price in (("1", 80), ("2", 120))]
    case = {"tender": {"lots": [{"id": "1"}, {"id": "2"}], "award_criteria": [criterion]}, "bids": bids}
    assert said(BREAKS, case) == (
        "review",
        f"tender.award_criteria[0].formula: P is scored by `x = 1 - P / BA`; {HIGH}.",
    )
