"""Points as people write them: weights that are fractions or do not add up to a hundred, and declared roundings."""

import pytest

from tests.checks.contest.contest_case import measured
from tests.checks.scoring_case import outcome, said

TOTALS = "totals-that-do-not-recompute"
FIRST = "evaluation/another-bid-first-when-worked-out-again"
FORMULA = "evaluation/totals-by-another-formula"
POINTS = "evaluation/price-points-by-another-formula"
CONTEST = "evaluation/contest-as-recorded"
RULES = (TOTALS, FIRST, FORMULA, POINTS)
KEYS = ("quality", "price", "total")


def record(
    totals, *, weights=(60, 40), prices=(100, 120, 150), scores=(3, 4, 5), scale=None, formula=None, **evaluation
):
    """Three bids scored by the panel; a total is one figure, or quality, price and total."""
    rows = [one if isinstance(one, tuple) else (None, None, one) for one in totals]
    criteria = [
        {"id": "Q", "type": "quality", "weight": weights[0], "scale": scale or {"minimum": 0, "maximum": 5}},
        {"id": "P", "type": "price", "weight": weights[1], "formula": {"name": "lowest-price-ratio"} | (formula or {})},
    ]
    consensus = [{"bid": f"B{at}", "criterion": "Q", "score": one} for at, one in enumerate(scores, 1)]
    written = [
        {"bid": f"B{at}"} | {key: one for key, one in zip(KEYS, row, strict=True) if one is not None}
        for at, row in enumerate(rows, 1)
    ]
    return {
        "complete": ["bids", "evaluation"],
        "tender": {"award_criteria": criteria},
        "bids": [{"id": f"B{at}", "value": {"amount": one, "currency": "GBP"}} for at, one in enumerate(prices, 1)],
        "evaluation": {"consensus": consensus, **({"totals": written} if written else {}), **evaluation},
    }


def outcomes(case, rules=RULES):
    return {one: outcome(one, case) for one in rules}


def leads(case):
    """Who comes first by how much, in the words of the contest."""
    (_, text), *_ = measured(CONTEST, case)[0]
    return text.partition(": ")[2].partition(". Points")[0]


HUNDRED = [(36, 40, 76), (48, "33.33", "81.33"), (60, "26.67", "86.67")]
FRACTIONS = [(0.36, 0.4, 0.76), (0.48, "0.3333", "0.8133"), (0.6, "0.2667", "0.8667")]
SHORT = [(0.36, 0.4, 0.76), (0.48, "0.33", "0.81"), (0.6, "0.27", "0.87")]


@pytest.mark.parametrize("totals", [HUNDRED, [one[2] for one in HUNDRED], FRACTIONS, SHORT])
def test_a_declared_rounding_is_that_of_points_as_they_are_written(totals):
    case = record(totals, weights=("0.6", "0.4"), formula={"rounding": {"places": 2}})
    judged = dict.fromkeys(RULES, "passed")
    if not isinstance(totals[0], tuple):
        judged[POINTS] = "not-assessed"
    assert outcomes(case) == judged


def test_points_of_weights_that_are_fractions_are_rounded_out_of_a_hundred():
    case = record([], weights=("0.6", "0.4"), formula={"rounding": {"places": 2}})
    assert leads(case) == "B3 comes first of 3 bids with 86.67; B2 is 5.34 behind"


def test_a_wrong_point_of_weights_that_are_fractions_is_found():
    case = record(
        [HUNDRED[0], (48, "33.34", "81.34"), HUNDRED[2]], weights=("0.6", "0.4"), formula={"rounding": {"places": 2}}
    )
    assert said(TOTALS, case) == (
        "flagged",
        "evaluation.totals[1].price: The price part recorded for B2 is 33.34; from the formula lowest-price-ratio it is 33.33.",
    )


@pytest.mark.parametrize(
    ("places", "totals"), [(0, (76, "81.33", "86.32")), (2, (76, 81, 86)), (0, (76, "81.4", "86.4"))]
)
def test_the_published_formula_with_another_rounding_is_no_other_formula(places, totals):
    case = record(totals, prices=(100, 120, 152), formula={"rounding": {"places": places}})
    assert outcome(FORMULA, case) == "passed"


def test_quality_against_a_best_of_full_marks_is_quality():
    case = record([76, "81.33", "86.67"], formula={"name": "linear-from-lowest"})
    assert said(FORMULA, case) == (
        "flagged",
        "evaluation.totals[0].total: The 3 totals recorded for the contract do not follow from linear-from-lowest; every one of "
        "them follows from lowest-price-ratio. So 2 recorded figures are not those that the published method gives; furthest off "
        "is the total of B3: 86.67 instead of 80.",
    )


FIFTY = [(36, 40, 76), (48, "33.3", "81.3"), (60, "26.7", "86.7")]


def test_points_out_of_a_hundred_of_weights_that_do_not_add_up_to_it_are_right():
    case = record(FIFTY, weights=(30, 20), formula={"rounding": {"places": 1}})
    assert outcomes(case) == dict.fromkeys(RULES, "passed")
    assert leads(case) == "B3 comes first of 3 bids with 86.7; B2 is 5.4 behind"


def test_a_wrong_point_out_of_a_hundred_is_found_in_that_unit():
    case = record([*FIFTY[:2], (58, "26.7", "84.7")], weights=(30, 20), formula={"rounding": {"places": 1}})
    assert said(TOTALS, case) == (
        "flagged",
        "evaluation.totals[2].quality: The quality part recorded for B3 is 58; from the panel's scores it is 60.",
    )


TURNED = "; that the points for price were rounded to whole points turned the order (with it 78.4 against 79)."


@pytest.mark.parametrize(
    ("totals", "added"),
    [
        ([(24, 40, 64), (42, 37, 79), (44.4, 34, 78.4)], TURNED),
        # The totals are those of the published rounding: only the ranking is another.
        ([(24, 40, 64), (42, 36.78, 78.78), (44.4, 34.48, 78.88)], "."),
        # Some total is that of no rounding, and one is missing: that a rounding did it is not shown.
        ([(24, 40, 64.2), (42, 37, 79), (44.4, 34, 78.4)], "."),
        ([(24, 40, None), (42, 37, 79), (44.4, 34, 78.4)], "."),
    ],
)
def test_the_rounding_that_turned_the_first_place_is_named_where_the_totals_show_it(totals, added):
    ranking = [{"bid": "B2", "rank": 1}, {"bid": "B3", "rank": 2}, {"bid": "B1", "rank": 3}]
    formula = {"rounding": {"places": 2}}
    case = record(totals, prices=(372400, 405000, 432000), scores=(2, 3.5, 3.7), formula=formula, ranking=ranking)
    assert said(FIRST, case)[1].endswith(f"with 78.88 against 78.78{added}")
