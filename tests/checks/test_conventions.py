"""One way of writing points holds for all bids of a lot: a unit that changes from bid to bid never passes a false total."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.scoring_case import facts_of, outcome, said
from tests.checks.test_scoring import PRICE, QUALITY, TOTALS, evaluated

SCORES = {("A", "Q"): 3, ("B", "Q"): 4, ("C", "Q"): 5}


def figures(case):
    return [(one["bid"], one["part"], str(one["recorded"]), str(one["recomputed"])) for one in facts_of(TOTALS, case)]


def recorded(**totals):
    """Bids at one price, so that each has 40 points for it; true quality is 36, 48 and 60."""
    keys = ("quality", "price", "total")
    rows = {
        bid: {key: one for key, one in zip(keys, row, strict=True) if one is not None} for bid, row in totals.items()
    }
    return evaluated(
        [QUALITY, PRICE], dict.fromkeys(totals, 100), {key: SCORES[key] for key in SCORES if key[0] in totals}, rows
    )


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ({"A": (60, 40, 100), "B": (48, 40, 88)}, [("A", "quality part", "60", "36.0")]),
        ({"A": (36, 100, 136), "B": (48, 40, 88)}, [("A", "price part", "100", "40.0"), ("A", "total", "136", "76.0")]),
        ({"A": (60, 40, 100), "B": (80, 40, 120)}, [("A", "total", "100", "76.0"), ("B", "total", "120", "88.0")]),
        ({"A": (3, 40, 43), "B": (4, 40, 44)}, [("A", "total", "43", "76.0"), ("B", "total", "44", "88.0")]),
        ({"A": (60, 100, 160), "B": (80, 100, 180)}, [("A", "total", "160", "76.0"), ("B", "total", "180", "88.0")]),
        ({"A": (36, 40, 76), "B": (48, 40, 88), "C": (5, 40, 100)}, [("C", "quality part", "5", "60.0")]),
        ({"A": (60, 40, 76), "B": (80, 40, 88), "C": (60, 40, 100)}, [("C", "quality part", "60", "100.0")]),
    ],
)  # fmt: skip
def test_a_unit_of_one_bid_alone_is_found_and_said_in_the_unit_of_the_others(totals, expected):
    assert figures(recorded(**totals)) == expected
    assert outcome(TOTALS, recorded(**totals)) == "flagged"


@pytest.mark.parametrize(
    "totals",
    [
        {"A": (60, 40, 76), "B": (80, 40, 88)},
        {"A": (60, 100, 76), "B": (80, 100, 88), "C": (100, 100, 100)},
        {"A": (3, 40, 76), "B": (4, 40, 88)},
        {"A": (3, 100, 76), "B": (None, 100, 88)},
        {"A": (None, None, 76), "B": (48, None, 88)},
    ],
)
def test_one_unit_for_all_bids_passes_whichever_it_is(totals):
    assert outcome(TOTALS, recorded(**totals)) == "passed"


def test_equal_weights_may_be_added_in_per_cent():
    criteria = [QUALITY | {"weight": 50}, PRICE | {"weight": 50}]
    scores = {("A", "Q"): 3, ("B", "Q"): 4}
    totals = {"A": {"quality": 60, "price": 100, "total": 160}, "B": {"quality": 80, "price": 100, "total": 180}}
    case = evaluated(criteria, {"A": 100, "B": 100}, scores, totals)
    assert outcome(TOTALS, case) == "passed"
    case["evaluation"]["totals"][1] = {"bid": "B", "quality": 40, "price": 50, "total": 90}
    assert figures(case) == [("B", "quality part", "40", "80.0"), ("B", "price part", "50", "100.0")]
    assert outcome(TOTALS, case) == "flagged"


def test_a_part_in_another_unit_whose_total_is_right_is_a_question():
    case = recorded(A=(60, 40, 76), B=(48, 40, 88))
    assert figures(case) == [("A", "quality part", "60", "36.0")]
    assert outcome(TOTALS, case) == "review"


def test_a_part_nobody_can_work_out_still_adds_in_one_unit():
    def of(first, second):
        house = PRICE | {"formula": {"name": "house-curve"}}
        case = recorded(A=first, B=second)
        case["tender"]["award_criteria"][1] = house
        return outcome(TOTALS, case), figures(case)

    assert of((36, 30, 66), (48, 25, 73)) == ("not-assessed", [])
    assert of((36, 75, 66), (48, 50, 68)) == ("not-assessed", [])
    assert of((36, 75, 66), (48, 25, 73)) == ("review", [("B", "total", "73", "58.0")])
    assert of((36, 95, 131), (48, 25, 73)) == ("review", [("A", "total", "131", "100.0")])


def test_lots_have_their_own_units():
    case = recorded(A=(60, 40, 76), B=(48, 40, 88))
    case["tender"]["lots"] = [{"id": "1"}, {"id": "2"}]
    for index in (0, 1):
        case["bids"][index]["lot"] = case["evaluation"]["totals"][index]["lot"] = str(index + 1)
    assert outcome(TOTALS, case) == "passed"


def test_a_total_without_its_lot_leaves_the_others_judged():
    case = recorded(A=(60, 40, 100), B=(48, 40, 88))
    case["evaluation"]["totals"].append({"total": 70})
    assert figures(case) == [("A", "quality part", "60", "36.0")]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from([1, 100 / 60, 5 / 60]), st.sampled_from([1, 2.5])),
        min_size=2,
        max_size=5,
    )
)
def test_a_record_that_passes_never_puts_a_worse_bid_before_a_better(rows):
    """Parts in any unit, bid by bid, added as they stand: where nothing is found, the order of the totals is the true one."""
    bids = {f"B{index}": 100 for index in range(len(rows))}
    parts = {
        f"B{index}": {"quality": f"{12 * score * unit:.2f}", "price": f"{40 * other:.2f}"}
        for index, (score, unit, other) in enumerate(rows)
    }
    totals = {bid: row | {"total": f"{float(row['quality']) + float(row['price']):.2f}"} for bid, row in parts.items()}
    scores = {(f"B{index}", "Q"): row[0] for index, row in enumerate(rows)}
    if outcome(TOTALS, evaluated([QUALITY, PRICE], bids, scores, totals)) == "passed":
        written = [float(totals[bid]["total"]) for bid in bids]
        true = [12 * row[0] + 40 for row in rows]
        assert all(
            (a > b) == (x > y) for a, x in zip(written, true, strict=True) for b, y in zip(written, true, strict=True)
        )


FLIP = {
    "evaluation": {"ranking": [{"bid": "A", "rank": 1}, {"bid": "B", "rank": 2}]},
    "awards": [{"id": "A1", "bid": "A"}],
}


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ({"A": (60, 40, 100), "B": (48, 40, 88)}, ["flagged", "flagged"]),
        ({"A": (None, None, 90), "B": (None, None, 88)}, ["flagged", "flagged"]),
        ({"A": (None, None, 76), "B": (None, None, 70)}, ["flagged", "flagged"]),
        ({"A": (36, 40, 77), "B": (None, 40, None)}, ["not-assessed", "passed"]),
    ],
)  # fmt: skip
def test_a_ranking_and_an_award_that_a_false_total_carries_are_found(totals, expected):
    case = recorded(**totals)
    case["evaluation"] |= FLIP["evaluation"]
    case["awards"] = FLIP["awards"]
    assert [outcome(name, case) for name in ("ranking-against-the-totals", "award-not-to-the-best")] == expected


def test_totals_as_close_as_they_are_written_may_stand_either_way():
    """70 and 69.6 are one total in whole points, so a false total beside them turns nobody's place."""
    rows = {"A": {"total": 79}, "B": {"total": 80}}
    scores = {("A", "Q"): "3.333", ("B", "Q"): "3.3"}
    case = evaluated([QUALITY, PRICE], {"A": 100, "B": 100}, scores, rows)
    case["evaluation"]["ranking"] = [{"bid": "B", "rank": 1}, {"bid": "A", "rank": 2}]
    case["awards"] = [{"id": "A1", "bid": "B"}]
    assert figures(case) == [("A", "total", "79", "80.0")]
    assert outcome("ranking-against-the-totals", case) == "passed"
    assert said("award-not-to-the-best", case) == ("passed",)


@pytest.mark.parametrize(("places", "price", "due"), [(0, 34, "35.0"), (2, 34.54, "34.550")])
def test_points_of_whole_per_cent_that_were_rounded_once_more_do_not_follow(places, price, due):
    """Of 34.545 points the declared rounding leaves 35; 86 per cent are 34.4 points, and no rounding of these is declared."""
    formula = {"name": "lowest-price-ratio", "rounding": {"places": places, "mode": "half-up"}}
    case = evaluated(
        [QUALITY, PRICE | {"formula": formula}],
        {"A": 95, "B": 110, "C": 100, "D": 125},
        SCORES,
        {"A": {"price": 40}, "B": {"price": price}, "C": {"price": 38}, "D": {"price": 30.4 if places else 30}},
    )
    assert figures(case) == [("B", "price part", str(price), due)]


def test_points_that_stand_as_their_per_cent_were_rounded_follow():
    formula = {"name": "lowest-price-ratio", "rounding": {"places": 0, "mode": "half-up"}}
    case = evaluated(
        [QUALITY, PRICE | {"formula": formula}],
        {"A": 95, "B": 110, "C": 100},
        SCORES,
        {"A": {"price": 40}, "B": {"price": 34.4}, "C": {"price": 38}},
    )
    assert figures(case) == []


@pytest.mark.parametrize("mode", ["nearest-half", "Nearest_quarter"])
def test_parts_of_a_point_need_no_places(mode):
    """Of 30.4 points the nearest half, and the nearest quarter, is 30.5."""
    case = evaluated(
        [QUALITY, PRICE | {"formula": {"name": "lowest-price-ratio", "rounding": {"mode": mode}}}],
        {"A": 95, "C": 100, "D": 125},
        {},
        {"A": {"price": 40}, "C": {"price": 38}, "D": {"price": 30.5}},
    )
    assert outcome(TOTALS, case) == "passed"


def test_a_share_of_the_points_that_was_rounded_first_is_named():
    """Of 95 ÷ 110 whole per cent are 0.86, and of these 40 points are 34.4; published are 34.55."""
    case = evaluated(
        [QUALITY, PRICE | {"formula": {"name": "lowest-price-ratio", "rounding": {"places": 2}}}],
        {"A": 95, "B": 110, "C": 100, "D": 125},
        {},
        {"A": {"price": 40}, "B": {"price": 34.4}, "C": {"price": 38}, "D": {"price": 30.4}},
    )
    assert said(TOTALS, case) == (
        "flagged",
        "evaluation.totals[1].price: The price part recorded for B is 34.4; from the formula lowest-price-ratio it is 34.55; with "
        "its share of the full points rounded to 2 places first it gives all 4 points for price that are recorded.",
    )


def three(weights, totals):
    """Bids with one score of 5 at most for each of three questions, and 40 points for the price; `totals` by bid."""
    questions = [QUALITY | {"id": f"Q{at}", "weight": one} for at, one in enumerate(weights)]
    given = {"A": (5, 4, 4), "B": (3, 4, 3), "C": (2, 3, 3)}
    scores = {(bid, f"Q{at}"): one for bid, each in given.items() for at, one in enumerate(each)}
    rows = {bid: {"quality": one, "price": 40, "total": total} for bid, (one, total) in totals.items()}
    return evaluated([*questions, PRICE], dict.fromkeys(totals, 100), scores, rows)


def test_plain_sums_of_scores_of_one_weight_follow_where_they_are_weighed():
    assert figures(three((20, 20, 20), {"A": (13, 92), "B": (10, 80), "C": (8, 72)})) == []


@pytest.mark.parametrize(
    ("totals", "wrong"),
    [
        # 13, 10 and 8 of 15 times four; true are 54, 40 and 30.
        ({"A": (13, 92), "B": (10, 80), "C": (8, 72)}, {("A", "94"), ("C", "70")}),
        # The means 4.5, 3.33 and 2.5 in whole numbers, times twelve.
        ({"A": (5, 100), "B": (3, 76), "C": (3, 76)}, {("A", "94"), ("B", "80"), ("C", "70")}),
    ],
)
def test_totals_of_parts_rounded_to_whole_numbers_of_a_small_unit_do_not_follow(totals, wrong):
    found = figures(three((30, 20, 10), totals))
    assert {(bid, due.removesuffix(".0")) for bid, part, _, due in found if part == "total"} == wrong


def test_coarse_parts_beside_totals_of_the_scores_follow():
    assert figures(three((30, 20, 10), {"A": (5, 94), "B": (3, 80), "C": (3, 70)})) == []


def scored_prices(rows, scale=None):
    """Three bids with prices of which the ratios are 1, 0.8 and 0.5, and points for price as they are recorded."""
    price = PRICE if scale is None else PRICE | {"scale": {"minimum": 0, "maximum": scale}}
    keys = ("quality", "price", "total")
    totals = {
        bid: {key: one for key, one in zip(keys, row, strict=True) if one is not None} for bid, row in rows.items()
    }
    return evaluated([QUALITY, price], {"A": 100, "B": 80, "C": 160}, SCORES, totals)


FORMULA = "evaluation/price-points-by-another-formula"


@pytest.mark.parametrize(
    "rows",
    [
        # The prices are scored from 0 to 10, or as quality is from 0 to 5, and weighed in the totals.
        {"A": (36, 8, 68), "B": (48, 10, 88), "C": (60, 5, 80)},
        {"A": (3, 4, 68), "B": (4, 5, 88), "C": (5, 2.5, 80)},
        {"A": (None, 8, 68), "B": (None, 10, 88), "C": (None, 5, 80)},
    ],
)
def test_prices_written_as_scores_follow_where_the_totals_weigh_them(rows):
    case = scored_prices(rows)
    assert outcome(TOTALS, case) == outcome(FORMULA, case) == "passed"


def test_a_wrong_figure_beside_prices_written_as_scores_is_found_alone():
    case = scored_prices({"A": (36, 8, 68), "B": (48, 10, 88), "C": (60, 6, 84)})
    assert figures(case) == [("C", "price part", "6", "5.0"), ("C", "total", "84", "80.0")]
    case = scored_prices({"A": (36, 8, 68), "B": (48, 10, 98), "C": (60, 5, 80)})
    assert figures(case) == [("B", "total", "98", "88.0")]
    assert outcome(FORMULA, case) == "passed"


@pytest.mark.parametrize(
    "rows",
    [
        # Counted as ten points of the forty, and without totals to tell how they count.
        {"A": (36, 8, 44), "B": (48, 10, 58), "C": (60, 5, 65)},
        {"A": (36, 8, None), "B": (48, 10, None), "C": (60, 5, None)},
    ],
)
def test_prices_written_as_scores_that_no_total_weighs_are_by_another_weight(rows):
    assert outcome(FORMULA, scored_prices(rows)) == "flagged"


def test_prices_may_be_written_on_their_published_scale():
    rows = {"A": (36, 8, None), "B": (48, 10, None), "C": (60, 5, None)}
    case = scored_prices(rows, scale=10)
    assert outcome(TOTALS, case) == outcome(FORMULA, case) == "passed"
    counted = scored_prices({"A": (36, 8, 44), "B": (48, 10, 58), "C": (60, 5, 65)}, scale=10)
    assert {part for _, part, _, _ in figures(counted)} == {"total"}


def test_points_rounded_as_published_may_be_written_in_per_cent_to_more_places():
    """Of 30 points 19.4, 25 and 17.6 are recorded as 64.67, 83.33 and 58.67 per cent."""
    criteria = [
        QUALITY | {"weight": 70},
        PRICE | {"weight": 30, "formula": PRICE["formula"] | {"rounding": {"places": 1}}},
    ]
    rows = {
        "A": {"price": "100.00", "total": 72},
        "B": {"price": "64.67", "total": "75.4"},
        "C": {"price": "83.33", "total": 95},
        "D": {"price": "58.67", "total": "87.6"},
    }
    scores = SCORES | {("D", "Q"): 5}
    case = evaluated(criteria, {"A": 100, "B": 155, "C": 120, "D": 170}, scores, rows)
    assert outcome(TOTALS, case) == outcome(FORMULA, case) == "passed"
    case["evaluation"]["totals"][1]["price"] = "64.52"
    assert figures(case) == [("B", "price part", "64.52", "64.667")]


@pytest.mark.parametrize(("figures", "found"), [
    # Exactly 45.36, 30.66 and 50.68: rounded at the end, criterion by criterion, and by weights of 15 each.
    ((45, 31, 51), "passed"),
    ((45, 30, 50), "passed"),
    ((45, 30, 51), "review"),
    (("45.36", "30.66", "50.68"), "passed"),
    # One figure whole, and by no rounding to two places.
    (("45.36", 30, "50.68"), "review"),
])  # fmt: skip
def test_one_rounding_holds_for_the_points_of_all_bids(figures, found):
    criteria = [
        {"id": f"Q{at}", "type": "quality", "weight": weight, "scale": {"minimum": 0, "maximum": 5}}
        for at, weight in enumerate((20, "13.3", "13.3", "13.4"), 1)
    ]
    criteria.append({"id": "P", "type": "price", "weight": 40, "formula": {"name": "lowest-price-ratio"}})
    given = {"X": (4, 4, 2, 5), "Y": (3, 2, 3, 2), "Z": (4, 5, 3, 5)}
    scores = {(bid, f"Q{at}"): one for bid, own in given.items() for at, one in enumerate(own, 1)}
    totals = {
        bid: {"quality": one, "price": 40, "total": Decimal(one) + 40} for bid, one in zip(given, figures, strict=True)
    }
    assert (
        outcome(TOTALS, evaluated(criteria, dict.fromkeys(given, 100), scores, totals, ("bids", "evaluation"))) == found
    )


def test_what_no_one_rounding_gives_is_said_beside_the_figure_it_may_be_rounded_to():
    # Exactly 30.7 and 50.7: 51 would be right at the end, 30 of each criterion.
    criteria = [
        {"id": f"Q{at}", "type": "quality", "weight": weight, "scale": {"minimum": 0, "maximum": 5}}
        for at, weight in enumerate((20, "13.3", "13.3", "13.4"), 1)
    ]
    criteria.append({"id": "P", "type": "price", "weight": 40, "formula": {"name": "lowest-price-ratio"}})
    given = {"X": (4, 4, 2, 5), "Y": (3, 2, 3, 2), "Z": (4, 5, 3, 5), "U": (3, 2, 3, 2)}
    scores = {(bid, f"Q{at}"): one for bid, own in given.items() for at, one in enumerate(own, 1)}
    parts = dict(zip(given, (45, 30, 51, 30), strict=True))
    totals = {bid: {"quality": one, "price": 40, "total": one + 40} for bid, one in parts.items()}
    case = evaluated(criteria, dict.fromkeys(given, 100), scores, totals, ("bids", "evaluation"))
    (found,) = said(TOTALS, case)[1:]
    assert "it is 50.7, and no one rounding" in found
