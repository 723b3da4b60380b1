"""Which way points for price are rounded may stand in words beside declared places: nobody is accused for following them."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

import pytest

from tests.checks.scoring_case import outcome

PRICES = {"B1": 503000, "B2": 481700, "B3": 521300, "B4": 465000}
QUALITY = {"B1": 50, "B2": 40, "B3": 30, "B4": 20}
RULES = ("totals-that-do-not-recompute", "evaluation/price-points-by-another-formula", "award-not-to-the-best")
UP, DOWN, HALF_UP = ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP


def case(words, way, rounding, price_recorded=True, places="0.01"):
    points = {
        bid: (Decimal(40 * 465000) / Decimal(one)).quantize(Decimal(places), rounding=way)
        for bid, one in PRICES.items()
    }
    formula = {"name": "lowest-price-ratio"} | ({} if rounding is None else {"rounding": rounding})
    scale = {"minimum": 0, "maximum": 60, "step": 10}
    totals = [
        {"bid": bid, "quality": QUALITY[bid]}
        | ({"price": one} if price_recorded else {})
        | {"total": QUALITY[bid] + one}
        for bid, one in points.items()
    ]
    return {
        "tender": {
            "award_method": f"The most points win. {words}".strip(),
            "award_criteria": [
                {"id": "Q", "type": "quality", "weight": 60, "scale": scale},
                {"id": "P", "type": "price", "weight": 40, "formula": formula},
            ],
        },
        "bids": [
            {"id": bid, "bidder": f"firm-{bid}", "status": "valid", "value": {"amount": one}}
            for bid, one in PRICES.items()
        ],
        "evaluation": {
            "consensus": [{"bid": bid, "criterion": "Q", "score": one} for bid, one in QUALITY.items()],
            "totals": totals,
        },
        "awards": [{"id": "A1", "bid": "B1", "status": "active"}],
        "complete": ["bids", "evaluation"],
    }


def outcomes(*given, **more):
    return [outcome(one, case(*given, **more)) for one in RULES]


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Points for price are rounded up to two decimals.", UP),
        ("Scores are rounded up to two decimal places.", UP),
        ("Scores are rounded down to two decimal places.", DOWN),
        ("Points for price are truncated to two decimals.", DOWN),
        ("Points are given to two decimals; the rest is cut off.", DOWN),
    ],
)
@pytest.mark.parametrize("rounding", [{"places": 2}, None])
def test_points_that_follow_the_words_are_no_finding(words, way, rounding):
    assert outcomes(words, way, rounding) == ["passed", "passed", "passed"]
    assert outcomes(words[:-1] + " for local firms.", way, rounding)[2] == "not-assessed"


@pytest.mark.parametrize("rounding", [{"places": 2}, None])
@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("All scores are rounded up to 2 decimal places.", DOWN),
        ("Points for price are rounded down to two decimals.", HALF_UP),
        ("Points for price are cut off after two decimals.", UP),
    ],
)
def test_points_that_do_not_follow_the_words_are_found(words, way, rounding):
    assert "flagged" in outcomes(words, way, rounding)[:2]


@pytest.mark.parametrize("rounding", [{"places": 2}, None])
def test_a_single_bid_rounded_otherwise_than_by_the_words_is_found(rounding):
    words = "Points for price are rounded down to two decimals."
    assert outcome(RULES[0], with_total("B2", case(words, DOWN, rounding), price="0.01")) == "flagged"


@pytest.mark.parametrize("rounding", [{"places": 2}, None])
@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Points for price are rounded up to two decimals.", UP),
        ("Points for price are truncated to two decimals.", DOWN),
    ],
)
def test_a_wrong_part_for_quality_stays_flagged_beside_words_that_round(words, way, rounding):
    assert outcome(RULES[0], with_total("B2", case(words, way, rounding), quality=20)) == "flagged"


def with_total(bid, given, quality=0, price="0"):
    total = next(one for one in given["evaluation"]["totals"] if one["bid"] == bid)
    total["quality"] += quality
    total["price"] += Decimal(price)
    total["total"] += quality + Decimal(price)
    return given


@pytest.mark.parametrize("rounding", [{"places": 2}, None])
@pytest.mark.parametrize(
    "words",
    [
        "Points for price are rounded up to two decimals. Points for price are truncated to two decimals.",
        "Points for price are rounded up to two decimals. Points for price are rounded up to one decimal.",
    ],
)
def test_two_roundings_in_words_are_for_a_person_to_read(words, rounding):
    assert outcomes(words, UP, rounding)[2] == "not-assessed"


def test_words_that_do_not_say_of_what_the_rest_is_cut_leave_the_award_open():
    assert outcomes("The rest is cut off.", HALF_UP, {"places": 2})[2] == "not-assessed"


def test_words_of_a_criterion_alone_declare_no_rounding_where_the_formula_has_none():
    given = case("", HALF_UP, None)
    given["tender"]["award_criteria"][0]["text"] = "All figures in the schedule are rounded down to whole numbers."
    assert [outcome(one, given) for one in RULES] == ["passed", "passed", "passed"]


@pytest.mark.parametrize(
    ("words", "mode", "way"),
    [
        ("Scores are rounded up to two decimal places.", "up", UP),
        ("Scores are rounded down to two decimal places.", "down", DOWN),
        ("Points are given to two decimals; the rest is cut off.", "down", DOWN),
        ("Scores are rounded to two decimal places.", "half-up", HALF_UP),
    ],
)
def test_words_that_say_the_declared_way_leave_nothing_open(words, mode, way):
    assert outcomes(words, way, {"places": 2, "mode": mode}) == ["passed", "passed", "passed"]


def test_words_that_contradict_the_declared_way_make_it_a_question():
    assert outcomes("Scores are rounded up to two decimal places.", UP, {"places": 2, "mode": "half-up"})[1] == "review"


def test_without_words_points_that_are_rounded_up_are_found():
    assert outcomes("", UP, {"places": 2})[1] == "flagged"
    assert outcomes("Scores are rounded to two decimal places.", UP, {"places": 2})[1] == "flagged"


@pytest.mark.parametrize("price_recorded", [True, False])
@pytest.mark.parametrize(
    ("rounding", "expected"),
    [
        (None, "review"),
        ({"places": 2}, "review"),
        ({"places": 2, "mode": "half-up"}, "flagged"),
    ],
)
def test_points_that_are_cut_off_accuse_only_where_another_rounding_is_declared(rounding, price_recorded, expected):
    rule = "totals-that-do-not-recompute"
    assert outcome(rule, case("", DOWN, rounding, price_recorded)) == expected


def test_points_that_are_cut_off_elsewhere_than_declared_accuse():
    assert outcome("totals-that-do-not-recompute", case("", DOWN, {"places": 3}, price_recorded=False)) == "flagged"
    assert outcome("evaluation/price-points-by-another-formula", case("", DOWN, {"places": 3})) == "flagged"


@pytest.mark.parametrize("rounding", [{"places": 2}, None])
def test_points_all_rounded_as_is_usual_beside_rounded_up_are_asked_about(rounding):
    """Many people say `rounded up to two decimals` of what has at most two: nobody is accused for rounding so."""
    found = outcomes("Points for price are rounded up to two decimals.", HALF_UP, rounding)
    assert found[:2] == ["not-assessed", "review"]
    assert "flagged" not in found
    assert "flagged" in outcomes("", HALF_UP, {"places": 2, "mode": "up"})[:2]


@pytest.mark.parametrize(
    ("words", "rounding"),
    [
        ("Points for price are rounded up to two decimals.", None),
        ("Points for price are rounded up to two decimals.", {"places": 2}),
        ("Points for price are rounded to two decimals.", None),
    ],
)
def test_whole_points_are_no_rounding_to_two_decimals_however_loosely_that_is_said(words, rounding):
    assert outcomes(words, HALF_UP, rounding, places="1")[1] == "flagged"


USUAL = "Points for price are rounded to two decimals."


@pytest.mark.parametrize(
    "words",
    [
        USUAL,
        "Price points are rounded to two decimal places.",
        "All points are rounded to two decimals.",
        "Points are rounded to two decimals (half up).",
        "Points for price are rounded half up to two decimals.",
        "Points for price are rounded off to two decimal places.",
    ],
)
def test_a_rounding_that_words_alone_publish_without_up_or_down_is_the_usual_one(words):
    assert outcomes(words, HALF_UP, None) == ["passed", "passed", "passed"]
    assert outcome(RULES[0], with_total("B2", case(words, HALF_UP, None), price="0.01")) == "flagged"
    assert outcomes(words, UP, None)[1] == "flagged"
    assert outcomes(words[:-1] + " for local firms.", HALF_UP, None)[2] == "not-assessed"


def test_points_cut_off_beside_words_that_name_no_way_are_a_question():
    assert "flagged" not in outcomes(USUAL, DOWN, None)
    assert "review" in outcomes(USUAL, DOWN, None)
    assert "flagged" in outcomes("Points for price are rounded half up to two decimals.", DOWN, None)


@pytest.mark.parametrize(
    "words", ["All calculations are rounded to two decimals.", "Scores are rounded to two decimals."]
)
def test_a_rounding_that_may_be_of_something_else_than_the_points_stays_unread(words):
    assert outcomes(words, HALF_UP, None) == ["passed", "passed", "not-assessed"]


HALVES = {"B1": 14986938560, "B2": 13735176000, "B3": 16264248000, "B4": 12785731959}
"""Prices with 34.125, 37.235, 31.445 and 40 of 40 points."""


@pytest.mark.parametrize(
    ("words", "rounding", "expected"),
    [
        (USUAL, None, "review"),
        ("", {"places": 2}, "review"),
        ("", {"places": 2, "mode": "half-up"}, "flagged"),
        ("Points for price are rounded half up to two decimals.", None, "flagged"),
    ],
)
def test_a_half_that_goes_to_even_accuses_only_where_another_way_is_declared(words, rounding, expected):
    given = case(words, UP, rounding)
    for one, price in zip(given["bids"], HALVES.values(), strict=True):
        one["value"]["amount"] = price
    for one, points in zip(given["evaluation"]["totals"], ("34.12", "37.24", "31.44", "40"), strict=True):
        one |= {"price": Decimal(points), "total": one["quality"] + Decimal(points)}
    assert [one for one in (outcome(rule, given) for rule in RULES[:2]) if one != "not-assessed"] == [expected]
    first = given["evaluation"]["totals"][0]
    first |= {"price": Decimal("34.13"), "total": first["quality"] + Decimal("34.13")}
    # One half goes up and another does not.
    assert outcome(RULES[0], given) == "flagged"


FIRST = "evaluation/another-bid-first-when-worked-out-again"


def contest(words, rounding, prices, quality, points, ranking):
    """A contest with whole totals beside its points for price, as these are written."""
    given = case(words, UP, rounding)
    given["tender"]["award_criteria"][0]["scale"].pop("step")
    given["evaluation"]["ranking"] = [{"bid": bid, "rank": rank} for rank, bid in enumerate(ranking, 1)]
    given["awards"] = []
    rows = zip(given["bids"], given["evaluation"]["consensus"], given["evaluation"]["totals"], strict=True)
    for row, price, score, said in zip(rows, prices, quality, points, strict=True):
        bid, agreed, total = row
        bid["value"]["amount"], agreed["score"] = price, Decimal(score)
        price_points = Decimal(said)
        total |= {"quality": Decimal(score), "price": price_points, "total": Decimal(score) + price_points}
    return given


EVEN = (400000, 429483, 454960, 350050)
"""Prices with 35.005, 32.60, 30.78 and 40 of 40 points."""
QUALITIES = ("48", "50.4", "40.8", "24")
WITH_ZEROS, WITHOUT_ZEROS = ("35.00", "32.60", "30.78", "40.00"), ("35.0", "32.6", "30.78", "40")


@pytest.mark.parametrize("points", [WITH_ZEROS, WITHOUT_ZEROS])
@pytest.mark.parametrize(
    ("words", "rounding", "expected"),
    [
        (USUAL, None, "review"),
        ("", {"places": 2}, "review"),
        ("Points for price are rounded half to even to two decimals.", None, "passed"),
        ("", {"places": 2, "mode": "half-even"}, "passed"),
    ],
)
def test_zeros_that_are_lost_at_the_end_do_not_decide_whether_a_half_that_goes_to_even_accuses(
    words, rounding, expected, points
):
    given = contest(words, rounding, EVEN, QUALITIES, points, ("B2", "B1", "B3", "B4"))
    assert outcome(FIRST, given) == expected


def test_a_half_that_goes_to_even_is_no_excuse_where_another_way_is_declared_or_the_totals_themselves_say_another():
    ranking = ("B2", "B1", "B3", "B4")
    for words, rounding in (
        ("Points for price are rounded half up to two decimals.", None),
        ("", {"places": 2, "mode": "half-up"}),
    ):
        given = contest(words, rounding, EVEN, QUALITIES, WITHOUT_ZEROS, ranking)
        assert outcome(FIRST, given) == "flagged"
    # By the recorded totals B2 is behind.
    behind = contest(USUAL, None, EVEN, ("48", "50", "40.8", "24"), WITHOUT_ZEROS, ranking)
    assert outcome(FIRST, behind) == "flagged"


PARTED = (431769, 463372, 455000, 380000)
"""Prices by which B1 and B2 are equal by points for price that are rounded, and B1 is first by unrounded ones."""
IN_FULL = ("35.204009551403644", "32.80301787764474", "33.40659340659341", "40.0")
TIES = "Ties are decided by the unrounded points."


@pytest.mark.parametrize("digits", [4, None])
@pytest.mark.parametrize("rounding", [{"places": 2}, None])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"{USUAL} {TIES}", "review"),
        (f"{USUAL} If totals are equal, further decimals count.", "review"),
        (USUAL, "flagged"),
        (f"{USUAL} In a tie the lower price decides.", "flagged"),
    ],
)
def test_digits_that_part_equal_totals_are_asked_about_where_words_may_say_that_they_shall(
    words, rounding, digits, expected
):
    points = [one if digits is None else str(round(Decimal(one), digits)) for one in IN_FULL]
    given = contest(words, rounding, PARTED, QUALITIES, points, ("B1", "B2", "B3", "B4"))
    assert {outcome(rule, given) for rule in RULES[:2]} & {"review", "flagged"} == {expected}


def test_words_on_ties_excuse_no_digits_that_turn_an_order():
    quality = ("48", "50.405", "40.8", "24")
    given = contest(f"{USUAL} {TIES}", None, PARTED, quality, IN_FULL, ("B2", "B1", "B3", "B4"))
    assert outcome(RULES[0], given) == "passed"
    # By the rounded points B2 leads by a hundredth of a hundredth, by the unrounded ones B1 does.
    given = contest(f"{USUAL} {TIES}", None, PARTED, ("48", "50.4001", "40.8", "24"), IN_FULL, ("B1", "B2", "B3", "B4"))
    assert outcome(RULES[0], given) == "flagged"


@pytest.mark.parametrize("rounding", [{"places": 2}, {"places": 2, "mode": "half-up"}, None])
def test_points_that_a_program_wrote_in_full_accuse_nobody_while_nothing_turns(rounding):
    quality = ("50", "40", "30", "20")
    given = contest(USUAL, rounding, PARTED, quality, IN_FULL, ("B1", "B2", "B3", "B4"))
    assert outcome(RULES[0], given) == "passed"
    given["evaluation"]["totals"][0]["price"] += Decimal("0.004")
    given["evaluation"]["totals"][0]["total"] += Decimal("0.004")
    assert outcome(RULES[0], given) == "flagged"


@pytest.mark.parametrize(
    "words",
    [
        "Points for price are rounded to the second decimal.",
        "The price score is rounded to the nearest hundredth.",
        "Points for price are rounded to 0.01.",
        "Rounding of the price points: two decimals.",
        "Points for price are rounded commercially to two decimals.",
        "Scores for price are expressed to two decimals.",
        "Points for price are rounded to two (2) decimals.",
        "Points for price are rounded to 2 d.p.",
        "Points for price shall be rounded to two decimals.",
    ],
)
def test_less_usual_words_publish_the_usual_rounding_too(words):
    assert outcomes(words, HALF_UP, None) == ["passed", "passed", "passed"]
    assert outcome(RULES[0], with_total("B2", case(words, HALF_UP, None), price="0.01")) == "flagged"
    assert outcomes(words, HALF_UP, None, places="1")[1] == "flagged"


@pytest.mark.parametrize(
    "words",
    [
        "The price ratio is rounded to the nearest hundredth.",
        "Quality scores are rounded to the nearest hundredth.",
        "All calculations are rounded to 0.01.",
        "Scores are expressed to two decimals.",
        "Points for price are rounded to two (3) decimals.",
        "Points for price are rounded to the nearest tenth of a pound.",
        "Points for price and the total are rounded to two decimals.",
    ],
)
def test_less_usual_words_of_something_else_than_points_for_price_stay_unread(words):
    assert outcomes(words, HALF_UP, None)[2] == "not-assessed"
