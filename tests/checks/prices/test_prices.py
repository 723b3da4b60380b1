"""Low prices, patterns and adjustments lot by lot, and what their tables hold."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.checks.prices.patterns import significant
from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.sections.measuring import sentences
from tests.checks.scoring_case import case_of, outcome, rule, said

LOW, QUERY, NEAR, RATIO = (
    f"evaluation/{one}"
    for one in ("low-prices-marked", "low-price-not-queried", "prices-nearly-equal", "unit-prices-in-one-ratio")
)
UNEVEN, NO_ANSWER = "evaluation/price-adjusted-for-some", "evaluation/price-without-an-answer"


def bids(*prices, **more):
    return {
        "bids": [{"id": f"B{at}", "bidder": f"b{at}", "value": {"amount": one}} for at, one in enumerate(prices, 1)],
        "evaluation": {"locked": True},
    } | more


def measured(name, case):
    judgement = judge(case_of(case), rule(name), "market")
    assert judgement.outcome != "error", judgement.reason
    return sentences(judgement, fill), [table for one in judgement.tables for table in one.tables]


def test_the_tables_of_low_prices():
    case = bids(600, 900, 960, 980, 990, tender={"value": {"amount": 1000, "amount_gross": 1200}})
    _, tables = measured(LOW, case)
    assert {one.name: one.rows for one in tables} == {
        "bid-strip": tuple((f"B{at} (b{at})", price) for at, price in enumerate((600, 900, 960, 980, 990), 1)),
        "low-price-lines": (
            ("poland-value", Decimal(840)), ("poland-mean", Decimal("620.20")), ("spain-four-or-more", Decimal(738)),
            ("tenth-below-mean", Decimal("797.40")), ("mean-discount-and-ten-points", Decimal(786)),
            ("world-bank-guide", Decimal("722.35")), ("robust-distance", Decimal("804.33")),
        ),
        "low-price-marks": tuple(
            ("B1 (b1)", name)
            for name in (
                "poland-value", "poland-mean", "spain-four-or-more", "tenth-below-mean", "mean-discount-and-ten-points",
                "world-bank-guide", "robust-distance",
            )
        ),
    }  # fmt: skip


def test_bids_without_an_id_are_called_by_their_bidders():
    case = bids(600, 900, 960, 980, 990)
    case["bids"] = [{name: value for name, value in one.items() if name != "id"} for one in case["bids"]]
    _, tables = measured(LOW, case)
    strip = next(one for one in tables if one.name == "bid-strip")
    assert [bidder for bidder, *_ in strip.rows] == ["b1", "b2", "b3", "b4", "b5"]


def test_an_estimate_in_other_terms_is_not_used():
    case = bids(600, 900, 960, tender={"value": {"amount": 1000, "currency": "EUR"}})
    _, tables = measured(LOW, case)
    assert [name for name, _ in tables[1].rows] == ["poland-mean", "spain-three", "tenth-below-mean"]


def test_an_estimate_with_other_vat_is_not_used():
    case = bids(600, 900, 960, tender={"value": {"amount": 1000, "vat": "excluded"}})
    for one in case["bids"]:
        one["value"]["vat"] = "included"
    _, tables = measured(LOW, case)
    assert [name for name, _ in tables[1].rows] == ["poland-mean", "spain-three", "tenth-below-mean"]


def test_prices_of_nothing_move_no_line_and_lie_below_it_all_the_same():
    prices = (600, 900, 960, 980, 990)
    _, (_, lines, marks) = measured(LOW, bids(*prices))
    told, (_, same, more) = measured(LOW, bids(*prices, 0, -1))
    assert same.rows == lines.rows
    names = [name for name, _ in lines.rows]
    assert more.rows == (*marks.rows, *((who, name) for who in ("B6 (b6)", "B7 (b7)") for name in names))
    assert told[1] == (
        "Prices of 0 or below for the contract count towards no line of a test: B6 (b6) and B7 (b7). "
        "Please check whether they are prices."
    )


def test_the_declared_test_leaves_prices_of_nothing_out_of_its_line():
    terms = {"tender": {"low_price_test": "tenth below mean"}, "complete": ["evaluation"]}
    without = bids(95, 100, 105, 0, **terms)
    without["evaluation"]["abnormally_low"] = [{"bid": "B4", "notified": "2026-03-02"}]
    assert said(QUERY, without)[0] == "passed"
    assert said(QUERY, bids(0, **terms)) == ("not-assessed", "completeness of bids")


def spain(*prices, value=None, **more):
    asked = {"low_price_test": "spain-article-85"} | ({"value": value} if value else {})
    return bids(*prices, tender=asked, complete=["evaluation", "bids"], **more) | {"evaluation": {"abnormally_low": []}}


def test_spains_article_is_asked_of_one_two_and_three_bids():
    assert outcome(QUERY, spain(74, value={"amount": 100, "includes_options": "false"})) == "flagged"
    assert outcome(QUERY, spain(74, value={"amount": 100})) == "review"
    assert outcome(QUERY, spain(75, value={"amount": 100})) == "passed"
    assert said(QUERY, spain(74)) == ("not-assessed", "tender.value")
    assert outcome(QUERY, spain(79, 100)) == "flagged"
    assert outcome(QUERY, spain(80, 100)) == "passed"
    assert outcome(QUERY, spain(84, 100, 101, value={"amount": 105})) == "flagged"
    assert outcome(QUERY, spain(80, 130, 90, value={"amount": 100})) == "passed"
    assert outcome(QUERY, spain(80, 95, 105, 120)) == "flagged"


def test_a_bid_that_is_out_for_its_price_counts_in_the_test_that_is_made_once():
    case = spain(55, 79, 100, value={"amount": 100})
    case["bids"][0]["status"] = "rejected"
    assert outcome(QUERY, case) == "review"
    case["evaluation"]["abnormally_low"] = [{"bid": "B1", "notified": "2026-03-02"}]
    assert outcome(QUERY, case) == "passed"
    # Put out for another reason it counts not: of 79 and 100 the first is marked.
    case["bids"][0]["reason"] = "no signature"
    case["evaluation"]["abnormally_low"] = []
    assert outcome(QUERY, case) == "flagged"


def test_what_only_the_disputed_last_clause_marks_is_asked_and_not_decided():
    case = spain(74, 78, 80, value={"amount": 100})
    assert outcome(QUERY, case) == "review"
    case["evaluation"]["abnormally_low"] = [{"bid": "B1", "notified": "2026-03-02"}]
    assert outcome(QUERY, case) == "passed"
    # 74 is marked for sure by the mean of 74, 100 and 100.
    assert outcome(QUERY, spain(74, 100, 100, value={"amount": 90})) == "flagged"
    # Without a base budget nobody can say what the last clause would mark.
    assert said(QUERY, spain(74, 78, 80)) == ("not-assessed", "tender.value")
    words, _ = measured(LOW, case)
    assert words[-1].startswith(
        "By Spain's article 85(3), for three bids, what its last clause is worth decides about B1 (b1) "
    )
    assert not any("its last clause" in one for one in measured(LOW, spain(76, 78, 80, value={"amount": 100}))[0])


def test_how_many_bids_there_are_is_open_where_a_price_is_nothing():
    assert said(QUERY, spain(79, 100, 0)) == ("not-assessed", "bids (what it lacks)")
    assert "spain-two" not in dict(measured(LOW, spain(79, 100, 0))[1][1].rows)


def test_a_bid_that_is_alone_is_told_of_and_nobody_asked():
    case = bids(60, tender={"value": {"amount": 100}})
    assert outcome(LOW, case) == "passed"
    words, _ = measured(LOW, case)
    assert words[0].startswith(
        "The only price for the contract is marked by tests for abnormally low prices: B1 (b1) (2 of 2)."
    )


def test_the_forms_of_one_article_are_one_mark():
    # 79 of 100 is marked by article 85(2) and by its short form, and by nothing else.
    words, _ = measured(LOW, bids(79, 100))
    assert "mark B1 (b1) (2 of 3)" in words[0]
    assert outcome(LOW, bids(79, 100)) == "passed"
    assert outcome(LOW, bids(74, 100, tender={"value": {"amount": 105}})) == "review"


@pytest.mark.parametrize(
    ("tender", "expected"),
    [
        ({}, "passed"),
        ({"buyer": {"country": "GB-ENG"}}, "passed"),
        ({"buyer": {"country": "PL"}}, "passed"),
        ({"buyer": {"country": "es-md"}}, "review"),
        ({"law": ["eu-2014-24"]}, "passed"),
        ({"law": ["world-bank"]}, "review"),
        ({"low_price_test": "Tenth below mean"}, "review"),
        ({"low_price_test": "spain-article-85"}, "review"),
        ({"low_price_test": "poland-mean"}, "passed"),
        ({"low_price_test": "a house test"}, "passed"),
    ],
)
def test_marks_of_tests_that_are_not_the_tenders_own_ask_nobody_about_whoever_is_lowest(tender, expected):
    # 79 is marked by three tests, and lies 21 per cent below the middle of the others.
    assert outcome(LOW, bids(79, 96, 98, 102, 104, tender=tender)) == expected


@pytest.mark.parametrize(("price", "expected"), [(75, "review"), ("75.01", "passed"), (-1, "review")])
def test_a_price_a_quarter_below_the_middle_of_the_others_is_asked_about_under_any_law(price, expected):
    case = bids(price, 99, 100, 100, 103, tender={"buyer": {"country": "GB"}})
    assert outcome(LOW, case) == expected
    if price == 75:
        assert "It is asked about B1 (b1), 25 % below the middle of the other prices." in said(LOW, case)[1]


def share_asked(many, lowest=None):
    """In how many of 200 simulated contests prices 8 per cent apart, or one made lower, lead to a question."""
    draw = Random(many)
    asked = 0
    for _ in range(200):
        prices = [round(100_000 * draw.gauss(1, 0.08)) for _ in range(many)]
        if lowest:
            prices[0] = round(100_000 * lowest)
        asked += outcome(LOW, bids(*prices, tender={"value": {"amount": 100_000}})) == "review"
    return asked / 200


def test_hardly_a_fair_contest_is_asked_about_and_a_price_far_below_is():
    assert share_asked(5) <= 0.03
    assert share_asked(6) <= 0.03
    assert share_asked(5, lowest=0.7) >= 0.85


def test_an_estimate_for_another_time_or_with_options_is_not_used():
    for told in ("basis", "includes_options"):
        case = bids(60, 90, tender={"value": {"amount": 100, told: "four years"}})
        assert "world-bank-guide" in dict(measured(LOW, case)[1][1].rows)
        for one in case["bids"]:
            one["value"][told] = "one year"
        assert "world-bank-guide" not in dict(measured(LOW, case)[1][1].rows)


def test_low_prices_are_told_lot_by_lot():
    case = bids(600, 900, 990, 995, tender={"lots": [{"id": "1"}, {"id": "2"}]})
    for bid, lot in zip(case["bids"], "1122", strict=True):
        bid["lot"] = lot
    words, tables = measured(LOW, case)
    assert words == [
        "Of the 2 prices for lot 1, tests for abnormally low prices mark B1 (b1) (2 of 3). As information: a mark is where to "
        "ask, and a test counts only where the documents or the law name it. A question to the bidder is recorded for: none.",
        "Of the 2 prices for lot 2, none of the 3 tests for abnormally low prices that could be made marks any.",
    ]
    assert [one.lot for one in tables] == ["1"] * 3 + ["2"] * 3


def test_the_test_of_the_tender_is_asked_of_every_lot_and_names_what_it_needs():
    case = bids(600, 900, 960, tender={"low_price_test": "spain-four-or-more"})
    assert said(QUERY, case) == ("not-assessed", "completeness of bids")
    case = bids(60, 95, 100, 105, tender={"low_price_test": "Spain four or more"}, complete=["evaluation"])
    assert said(QUERY, case) == ("not-assessed", "evaluation.abnormally_low")
    case["evaluation"]["abnormally_low"] = []
    assert outcome(QUERY, case) == "flagged"
    case["evaluation"]["abnormally_low"] = [{"bid": "B1", "decision": "accepted"}]
    assert outcome(QUERY, case) == "flagged"
    case["complete"] = []
    assert said(QUERY, case) == ("not-assessed", "evaluation.abnormally_low[0].notified")


def test_the_screens_stand_in_a_table_beside_comparable_contests():
    reference = [{"prices": [100, 105, 130]}, {"prices": [100, 140, 190]}, {"prices": [1, 2]}]
    case = bids(100, 110, 120, evaluation={"price_reference": reference})
    _, (table,) = measured(NEAR, case)
    assert (table.name, table.columns) == ("price-screens", ("screen", "figure", "share_at_most", "matched"))
    assert table.rows == (
        ("CV", Decimal("0.0909091"), Decimal(0), 2), ("SPD", Decimal("0.2"), Decimal(0), 2),
        ("DIFFP", Decimal("0.1"), Decimal("0.5"), 2), ("RD", Decimal("1.41421"), Decimal(1), 2),
        ("RDNOR", Decimal(1), Decimal(1), 2), ("SKEW", Decimal(0), Decimal(0), 2), ("KS", Decimal("0.333333"), Decimal("0.5"), 2),
        ("ROUND", Decimal(1), None, 0),
    )  # fmt: skip


def test_equal_prices_are_left_to_their_own_rule():
    assert outcome(NEAR, bids(1_000_000, 1_000_000, 2_000_000)) == "passed"
    assert outcome(NEAR, bids(1_000_000, 1_000_100, 2_000_000)) == "review"
    assert outcome(NEAR, bids(1_000_000, 1_000_101, 2_000_000)) == "passed"


def test_two_near_bids_of_one_bidder_are_no_pattern():
    case = bids(1_000_000, 1_000_050, 2_000_000)
    case["bids"][1]["bidder"] = "b1"
    assert outcome(NEAR, case) == "passed"


def test_bids_out_of_the_contest_and_of_other_lots_are_no_rivals():
    case = bids(1_000_000, 1_000_050)
    case["bids"][1]["status"] = "rejected"
    assert outcome(NEAR, case) == "passed"
    case = bids(1_000_000, 1_000_050, tender={"lots": [{"id": "1"}, {"id": "2"}]})
    case["bids"][0]["lot"], case["bids"][1]["lot"] = "1", "2"
    assert outcome(NEAR, case) == "passed"


def lists(factor, own=lambda at: 100 + 13 * at * at):
    first = {f"item {at}": Decimal(own(at)) / 100 for at in range(12)}
    second = {key: (value * Decimal(factor)).quantize(Decimal("0.01")) for key, value in first.items()}
    return first, second


@pytest.mark.parametrize(("spoilt", "expected"), [(0, "review"), (1, "review"), (2, "passed")])
def test_nine_items_of_ten_must_keep_the_ratio(spoilt, expected):
    first, second = lists("1.08")
    for at in range(spoilt):
        second[f"item {at + 4}"] *= 2
    case = bids(1, 2)
    case["bids"][0]["unit_prices"], case["bids"][1]["unit_prices"] = first, second
    assert outcome(RATIO, case) == expected


def test_lists_that_all_keep_one_ratio_are_one_pattern():
    first, second = lists("1.08")
    case = bids(1, 2, 3, 4, 5)
    third = {key: 2 * value for key, value in first.items()}
    own = {key: value * (1 + at % 5) for at, (key, value) in enumerate(first.items())}
    half = {key: value * 3 for key, value in own.items()}
    for bid, prices in zip(case["bids"], (second, first, third, own, half), strict=True):
        bid["unit_prices"] = prices
    assert said(RATIO, case) == (
        "review",
        "bids[0].unit_prices: Of the 12 items common to b2, b1 and b3, 12 stand in one ratio: b1 asks 1.08 and b3 asks 2 times what b2 asks. This is a "
        "pattern, and proves nothing.",
        "bids[4].unit_prices: Of the 12 items common to b4 and b5, 12 stand in one ratio: b5 asks 3 times what b4 asks. This is a pattern, and proves "
        "nothing.",
    )


@pytest.mark.parametrize("name", [NEAR, RATIO, "core/identical-prices-of-rivals"])
def test_rules_for_patterns_in_prices_say_pattern_and_suppose_nothing(name):
    made = rule(name)
    words = " ".join((str(made.title), str(made.message), str(made.why), str(made.fix), str(made.ask))).lower()
    assert "pattern" in str(made.message)
    assert not [
        one
        for one in ("collu", "cartel", "bid-rigging", "common understanding", "agreement", "share it")
        if one in words
    ]


def test_one_bidders_two_bids_are_no_pattern():
    first, second = lists("1.08")
    case = bids(1, 2)
    case["bids"][0]["unit_prices"], case["bids"][1]["unit_prices"] = first, second
    case["bids"][1]["bidder"] = "b1"
    assert outcome(RATIO, case) == "passed"


def test_one_bidder_that_asks_one_price_twice_is_no_pattern_between_rivals():
    case = bids(100, 100, complete=["bids"])
    assert said("identical-prices-of-rivals", case) == (
        "review",
        "bids[0].value: b1 and b2 asked the same price, 100: a pattern to look at, and no more.",
    )
    case["bids"][1]["bidder"] = "b1"
    assert said("identical-prices-of-rivals", case) == ("passed",)


def test_adjustments_of_one_kind_are_seen_in_whatever_spelling():
    case = bids(1, 2, 3)
    made = [{"bid": one, "kind": kind, "amount": 5} for one, kind in [("B1", "Site_access"), ("B2", "site-access")]]
    case["evaluation"]["price_adjustments"] = made
    assert said(UNEVEN, case) == (
        "review",
        "evaluation.price_adjustments[0]: B1 (b1) and B2 (b2) had the price adjusted (site access); of B3 (b3) no such "
        "adjustment is recorded, not even that there was nothing to adjust.",
    )
    made.append({"bid": "B3", "kind": "site access", "amount": 0})
    assert outcome(UNEVEN, case) == "passed"


def test_adjustments_of_two_kinds_are_asked_about_one_by_one():
    case = bids(1, 2)
    made = [{"bid": "B1", "kind": "site access", "amount": 5}, {"bid": "B2", "kind": "transport", "amount": 5}]
    case["evaluation"]["price_adjustments"] = made
    words = "no such adjustment is recorded, not even that there was nothing to adjust."
    assert said(UNEVEN, case) == (
        "review",
        f"evaluation.price_adjustments[0]: B1 (b1) had the price adjusted (site access); of B2 (b2) {words}",
        f"evaluation.price_adjustments[1]: B2 (b2) had the price adjusted (transport); of B1 (b1) {words}",
    )


def test_an_adjustment_of_an_unknown_bid_is_not_assessed():
    case = bids(1, 2)
    case["evaluation"]["price_adjustments"] = [{"bid": "B9", "kind": "site access", "amount": 5}]
    assert said(UNEVEN, case)[0] == "not-assessed"


def test_a_price_of_zero_is_asked_about_and_not_the_others():
    tender = {"award_criteria": [{"id": "P", "type": "price", "weight": 100, "formula": {"name": "qcbs"}}]}
    assert said(NO_ANSWER, bids(5, 0, 7, tender=tender)) == (
        "flagged",
        "bids[1].value: B2 (b2) cannot be scored by qcbs: the formula has no answer where a price is zero or below.",
    )


@given(st.fractions(min_value=-(10**12), max_value=10**12))
def test_six_significant_digits(value):
    shown = significant(value)
    assert abs(Fraction(shown) - value) <= abs(value) / 100_000 + Fraction(1, 10**28)


@pytest.mark.parametrize(
    ("first", "second", "open_"),
    [
        ({"basis": "per-year"}, {"basis": "contract-period"}, True),
        ({"includes_options": "false"}, {"includes_options": "true"}, True),
        ({"includes_options": "false"}, {}, False),
    ],
)
def test_prices_that_do_not_count_the_same_are_not_compared(first, second, open_):
    case = spain(70, 100)
    for bid, more in zip(case["bids"], (first, second), strict=True):
        bid["value"] |= more
    assert outcome(QUERY, case) == ("not-assessed" if open_ else "flagged")
