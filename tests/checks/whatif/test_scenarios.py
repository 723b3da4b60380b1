"""What would have been: the tables behind every scenario, bidders by letter, and the same bytes each time."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from fairaudit.analysis.formulas.kinds import Offer
from fairaudit.analysis.formulas.named import EVERY, overall
from fairaudit.checks.whatif.formulas import _QUOTIENTS
from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.checks.contest.contest_case import SCALE, bid, measured, rows, score, varied, witness

RULES = sorted(one.id for pack in shipped_packs() if pack.name == "what-if" for one in pack.rules)


def panel(**cells):
    """Individual scores: `B1_Q=(5, 3)` are those of evaluators e1 and e2."""
    return [
        score(key.split("_")[0], key.split("_")[1], value, evaluator=f"e{at}")
        for key, values in cells.items()
        for at, value in enumerate(values, start=1)
    ]


def two_criteria(**cells):
    criteria = [{"id": "Q", "weight": 60, "scale": dict(SCALE)}, {"id": "R", "weight": 40, "scale": dict(SCALE)}]
    return {"tender": {"award_criteria": criteria}, "evaluation": {"individual": panel(**cells)}}


HANGING = two_criteria(B1_Q=(10, 6, 6), B1_R=(6, 6, 6), B2_Q=(4, 8, 8), B2_R=(6, 6, 6))
BACK = varied(
    witness(consensus=[score("B1", "Q", 7), score("B2", "Q", 8), score("B4", "Q", 10)]),
    bids=[bid("B1", 100), bid("B2", 120), bid("B3", 60, status="withdrawn"), bid("B4", 100, status="late")],
)


def table(rule, sections, name):
    return rows(measured(f"what-if/{rule}", sections)[1][name])


def test_without_each_evaluator():
    assert table("first-without-each-evaluator", HANGING, "without-each-evaluator") == [
        ("mean of all sheets", "bidder A", "4", 0),
        ("evaluator 1", "bidder A", "12", 0),
        ("evaluator 2", "bidder B", "-12", 1),
        ("evaluator 3", "bidder A", "12", 0),
    ]


def test_how_often_fair_panels_hang_on_one_evaluator_is_told_of_their_size_and_weights():
    weights = {"Q": 50, "R": 20, "S": 10, "T": 10, "U": 10}
    criteria = [{"id": key, "weight": weight, "scale": dict(SCALE)} for key, weight in weights.items()]
    given = panel(**{f"B{at}_{key}": (at, 6, 4, 7) for at in range(1, 5) for key in weights})
    sections = {"tender": {"award_criteria": criteria}, "evaluation": {"individual": given}}
    assert dict(measured("what-if/first-without-each-evaluator", sections)[0])["fair-panels"] == (
        "For the contract, among simulated fair panels of 4 evaluators, 4 bids and 3 criteria of equal weight, leaving some one "
        "evaluator out changes who leads in 14 of 100 (docs/statistics.md)."
    )


def test_without_each_criterion():
    # A has 70 and 100 in a hundred, B 80 and 83.33.
    assert table("first-without-each-criterion", witness(), "without-each-criterion") == [
        ("worked out again", "bidder A", "0.666667", 0),
        ("Q", "bidder A", "16.6667", 0),
        ("P", "bidder B", "-10", 1),
    ]


def test_without_each_bid():
    one = varied(witness(), bids=[bid("B1", 100), bid("B2", 120), bid("B3", 60)])
    one["evaluation"]["consensus"].append(score("B3", "Q", "0.5"))
    assert table("first-without-each-bid", one, "without-each-bid") == [
        ("worked out again", "bidder B", "2", 0),
        ("bidder A", "bidder B", "25", 0),
        ("bidder C", "bidder A", "-0.666667", 1),
    ]


def with_an_outsider_counted():
    """The witness with C withdrawn, and points for price that follow from its price all the same."""
    totals = [{"bid": "B1", "quality": 42, "price": 24}, {"bid": "B2", "quality": 48, "price": 20}]
    one = varied(witness(totals=totals), bids=[bid("B1", 100), bid("B2", 120), bid("B3", 60, status="withdrawn")])
    one["bids"].append(bid("B4", 90, status="late"))
    return one


def test_without_the_price_of_each_bid_that_is_out_and_was_compared_with():
    one = with_an_outsider_counted()
    said, tables = measured("what-if/first-without-each-bid", one)
    assert [kind for kind, _ in said] == ["nothing-to-vary", "out-changes", "out-apart", "no-lower-price"]
    assert said[2][1].endswith(": bidder D.")
    # 24 and 20 of 40 points against 60, 40 and 33.33 against 100.
    assert rows(tables["without-each-bid-out"]) == [
        ("worked out again", "bidder B", "2", 0),
        ("bidder C", "bidder A", "-0.666667", 1),
    ]
    _, tables = measured("what-if/places-over-scenarios", one)
    found = rows(tables["ranks-over-scenarios"])
    assert [row[1:] for row in found if row[0] == "without the price of bidder C"] == [
        ("bidder A", 1, "worked out again"), ("bidder B", 2, "worked out again"),
    ]  # fmt: skip


def test_bids_that_are_out_come_back_scored_or_only_compared_with():
    assert table("first-with-each-bid-back", BACK, "reinstated") == [
        ("worked out again", "bidder A", "0.666667", 0),
        ("bidder C", "bidder B", "-2", 1),
        ("bidder D", "bidder D", "-18", 1),
    ]
    # Bidder C would need (68 − 40) ÷ 60 of the points for quality.
    assert table("first-with-each-bid-back", BACK, "bids-out") == [
        ("bidder C", "withdrawn", 0, "60", None, "46.6667"),
        ("bidder D", "late", 1, "100", 1, None),
    ]


@pytest.mark.parametrize("status", ["late", "rejected", "disqualified", "excluded", "withdrawn"])
def test_whatever_put_a_bid_out_it_is_left_out_and_comes_back(status):
    counted = varied(with_an_outsider_counted(), bids=[bid("B1", 100), bid("B2", 120), bid("B3", 60, status=status)])
    assert table("first-without-each-bid", counted, "without-each-bid-out") == [
        ("worked out again", "bidder B", "2", 0),
        ("bidder C", "bidder A", "-0.666667", 1),
    ]
    scored = varied(BACK, bids=[bid("B1", 100), bid("B2", 120), bid("B4", 100, status=status)])
    assert table("first-with-each-bid-back", scored, "reinstated") == [
        ("worked out again", "bidder A", "0.666667", 0),
        ("bidder C", "bidder C", "-18", 1),
    ]


def test_by_other_formulas():
    found = table("first-by-each-formula", witness(), "formula")
    own = "of the formula's own figure"
    # R2: 42 + 40 against 48 + 32; R4: 42 + 40 against 48 + 0; R8: 42 + 23.64 against 48 + 16.36; R9: 42 + 40 against 48 + 29.48.
    # R11: .85 against .83; R14: 52.5 + 40 against 60 + 33.33; A3: 100 ÷ 42 against 120 ÷ 48.
    # A4: quality is worth 110 × 60 ÷ 40 = 165: 100 − 115.5 against 120 − 132.
    assert [row[:5] for row in found if row[1] != "not tried"] == [
        ("worked out again", "bidder A", "0.666667", 0, "points"),
        ("linear-from-lowest", "bidder A", "2", 0, "points"),
        ("high-low", "bidder A", "34", 0, "points"),
        ("mean-based", "bidder A", "1.27273", 0, "points"),
        ("logarithmic", "bidder A", "4.52138", 0, "points"),
        ("utility-index", "bidder A", "0.0166667", 0, own),
        ("renormalised-quality", "bidder B", "-0.833333", 1, own),
        ("price-per-quality-point", "bidder A", "0.119048", 0, own),
        ("award-on-value", "bidder A", "3.5", 0, own),
    ]


def not_tried(sections):
    """Why formulas are not tried, by name."""
    return {row[0]: row[5] for row in table("first-by-each-formula", sections, "formula") if row[1] == "not tried"}


def test_formulas_that_are_not_tried_stand_in_the_table_with_the_reason():
    found = not_tried(witness())
    assert set(found) == {
        "zero-at-multiple-of-lowest", "zero-at-multiple-of-reference", "linear-interpolation", "bilinear", "power",
        "score-by-rank", "price-performance-quotient", "price-performance-band", "fixed-band", "value-for-money-index",
        "cost-plus-time-over-technical", "prozorro-coefficient", "superformula", "benchmark-price", "consip-s-curve",
    }  # fmt: skip
    assert found["linear-interpolation"] == "it needs `estimate`, which the case does not give"
    assert found["value-for-money-index"] == "it puts bids in the same order as price-per-quality-point"
    assert found["consip-s-curve"] == "how it is worked out is not known here"


def test_every_formula_that_is_known_stands_in_the_table():
    names = [row[0] for row in table("first-by-each-formula", witness(), "formula")[1:]]
    assert sorted([*names, "lowest-price-ratio"]) == sorted(one.name for one in EVERY)


def test_numbers_that_the_case_gives_are_used_for_other_formulas():
    one = witness()
    one["tender"]["value"] = {"amount": 140}
    # R5: 42 + 40 against 48 + 20, discounts being 40 and 20.
    found = {row[0]: row[1:5] for row in table("first-by-each-formula", one, "formula")}
    assert found["linear-interpolation"] == ("bidder A", "14", 0, "points")
    assert set(not_tried(witness())) - set(not_tried(one)) == {"linear-interpolation"}
    one["tender"]["award_criteria"][1]["formula"] = {
        "name": "zero-at-multiple-of-lowest",
        "parameters": {"multiple": 3},
    }
    assert set(not_tried(witness())) - set(not_tried(one)) == {
        "linear-interpolation",
        "zero-at-multiple-of-reference",
        "zero-at-multiple-of-lowest",
    }


def test_an_estimate_in_other_money_than_the_prices_is_not_used():
    for odd in ({"currency": "EUR"}, {"vat": "excluded"}):
        one = witness()
        one["tender"]["value"] = {"amount": 140, **odd}
        assert "linear-interpolation" in not_tried(one)


def test_an_estimate_below_a_price_gives_no_answer():
    one = witness()
    one["tender"]["value"] = {"amount": 110}
    (row,) = [row for row in table("first-by-each-formula", one, "formula") if row[0] == "linear-interpolation"]
    assert row[1] == "no answer"
    assert "above the estimate" in row[5]


def test_without_any_quality_of_one_bid_the_index_stands_for_price_by_quality():
    found = {row[0]: row for row in table("first-by-each-formula", three(7, 8, 0), "formula")}
    assert found["value-for-money-index"][1:4] == ("bidder A", "0.02", 0)
    assert (found["price-per-quality-point"][1], found["price-performance-quotient"][1]) == ("not tried", "not tried")
    assert "zero" in found["price-per-quality-point"][5]
    assert found["price-performance-quotient"][5] == "it puts bids in the same order as value-for-money-index"


def test_the_quotients_order_bids_alike():
    pairs = [(Fraction(100), Fraction(42)), (Fraction(120), Fraction(48)), (Fraction(95), Fraction(40))]
    offers = [Offer(*one) for one in pairs]
    figures = [overall(name, offers, Fraction(40), Fraction(60)) for name in _QUOTIENTS]
    orders = [sorted(range(3), key=one.__getitem__, reverse=at > 0) for at, one in enumerate(figures)]
    assert orders[0] == orders[1] == orders[2]


def test_by_the_weights_applied():
    one = witness(weights_applied={"Q": 70, "P": 30})
    assert table("first-by-weights-applied", one, "applied") == [
        ("worked out again", "bidder A", "0.666667", 0),
        ("weights applied", "bidder B", "-2", 1),
    ]


def test_the_nearest_weights():
    found = table("first-by-other-weights", witness(), "flip-weights")
    # A is behind by .1 at Q and ahead by 1/6 at P: level where .1 w = (100 − w) ÷ 6, at 62.5.
    assert found == [("Q", "60", "62.5", "2.5", "bidder B"), ("P", "40", "37.5", "-2.5", "bidder B")]


def test_pictures_of_weights_have_their_tables():
    _, tables = measured("what-if/first-by-other-weights", witness())
    assert tables["price-weights"].columns == ("price_weight", "bidder", "total", "rank", "published")
    assert rows(tables["price-weights"])[:6] == [
        ("0", "bidder A", "70", 2, 0), ("0", "bidder B", "80", 1, 0), ("25", "bidder A", "77.5", 2, 0),
        ("25", "bidder B", "80.8333", 1, 0), ("40", "bidder A", "82", 1, 1), ("40", "bidder B", "81.3333", 2, 1),
    ]  # fmt: skip
    assert rows(tables["crossings"]) == [("37.5", "bidder A", "bidder B", 1)]
    near = tables["rank-acceptability-near"]
    assert near.columns == ("bidder", "rank", "share", "within")
    assert {within for *_, within in near.rows} == {10}
    table = tables["rank-acceptability"]
    assert table.columns == ("bidder", "rank", "share")
    assert sum(share for name, _, share in table.rows if name == "bidder A") == 1
    assert sum(share for _, rank, share in table.rows if rank == 1) == 1
    # First where the weight of the price is above 37.5: five eighths of all divisions.
    assert abs(table.rows[0][2] - Decimal("0.625")) < Decimal("0.045")


def three(*points, prices=(100, 120, 150)):
    """Three bids scored on one criterion."""
    one = varied(witness(), bids=[bid(f"B{at}", price) for at, price in enumerate(prices, 1)])
    one["evaluation"]["consensus"] = [score(f"B{at}", "Q", point) for at, point in enumerate(points, 1)]
    return one


def test_crossings_behind_the_first_are_told_from_those_in_front():
    _, tables = measured("what-if/first-by-other-weights", three(10, 3, 6))
    assert rows(tables["crossings"]) == [("64.2857", "bidder B", "bidder C", 0)]
    _, tables = measured("what-if/first-by-other-weights", three(3, 9, 6))
    leads = [(one, other, first) for _, one, other, first in rows(tables["crossings"])]
    assert leads == [("bidder A", "bidder C", 0), ("bidder A", "bidder B", 1)]


def test_ranks_by_weight_are_exact_where_totals_look_equal():
    prices = (12345678901234, 12345678905555, 22345678901234)
    _, tables = measured("what-if/first-by-other-weights", three(9, 8, 7, prices=prices))
    last = [one[1:4] for one in rows(tables["price-weights"]) if one[0] == "100"]
    assert last == [("bidder A", "100", 1), ("bidder B", "100", 2), ("bidder C", "55.2486", 3)]


def test_panels_drawn_again():
    kinds, tables = measured("what-if/near-tie", HANGING)
    assert [kind for kind, _ in kinds] == ["lead", "falls-level", "panels-counted", "near-panels"]
    # B needs a panel without e1 (8 of 27); one e1 of three leaves A ahead by 4.
    assert rows(tables["first-by-panels"]) == [("bidder A", "70.3704"), ("bidder B", "29.6296")]


def test_the_places_over_all_scenarios():
    ((kind, text),), tables = measured("what-if/places-over-scenarios", BACK)
    assert kind == "changes"
    assert text == (
        "For the contract, bidder A comes first when the record is worked out again. In 4 of 12 scenarios another bidder comes first, alone or level: "
        "bidder B and bidder D. 12 scenarios stand in the table. Letters go by the order of the bids in the case and keep names out of what is copied from here; beside the named findings they hide nobody."
    )
    found = tables["ranks-over-scenarios"]
    assert found.columns == ("scenario", "bidder", "rank", "compared_with")
    assert {row[3] for row in found.rows} == {None, "worked out again"}
    assert list(dict.fromkeys(row[0] for row in found.rows)) == [
        "worked out again", "without Q", "without P", "with bidder C back", "with bidder D back", "by linear-from-lowest",
        "by high-low", "by mean-based", "by logarithmic", "by utility-index", "by renormalised-quality",
        "by price-per-quality-point", "by award-on-value",
    ]  # fmt: skip
    assert [row[1:3] for row in found.rows if row[0] == "with bidder D back"] == [
        ("bidder A", 2), ("bidder B", 3), ("bidder D", 1),
    ]  # fmt: skip


def test_of_very_many_scenarios_those_that_change_most_are_shown():
    criteria = [{"id": f"Q{at}", "weight": 2 if at else 30, "scale": dict(SCALE)} for at in range(36)]
    scores = [score("B1", f"Q{at}", 5 if at else 9) for at in range(36)] + [
        score("B2", f"Q{at}", 5 if at else 6) for at in range(36)
    ]
    scores[-1]["score"] = 9
    one = {"tender": {"award_criteria": criteria}, "evaluation": {"consensus": scores}}
    ((kind, text),), tables = measured("what-if/places-over-scenarios", one)
    assert (kind, "24 scenarios stand in the table" in text) == ("changes", True)
    shown = list(dict.fromkeys(row[0] for row in tables["ranks-over-scenarios"].rows))
    assert (len(shown), shown[:2]) == (25, ["worked out again", "without Q0"])


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize(
    "sections", [witness(), HANGING, BACK, with_an_outsider_counted(), witness(weights_applied={"Q": 70, "P": 30})]
)
def test_no_bidder_is_named_and_nothing_changes_from_run_to_run(name, sections):
    named = varied(sections, parties=[{"id": "alder", "name": "Alder Ltd"}])
    for one in named.get("bids", []):
        one["bidder"] = "alder"
    first = measured(f"what-if/{name}", named)
    assert first == measured(f"what-if/{name}", named)
    assert not re.search(r"\bB[1-4]\b|[Aa]lder", repr(first))


@pytest.mark.parametrize("name", RULES)
def test_no_advice_is_to_change_a_score(name):
    (rule,) = [one for pack in shipped_packs() if pack.name == "what-if" for one in pack.rules if one.id == name]
    assert re.match(r"(Leave every|Nothing may be changed|Pause\.)", rule.fix)
    assert str(rule.severity) == "info"


def test_lots_have_tables_of_their_own():
    one = witness(consensus=[score("B1", "Q", 7), score("B2", "Q", 8), score("B3", "Q", 6), score("B4", "Q", 7)])
    one["tender"]["lots"] = [{"id": "N"}, {"id": "S"}]
    one["bids"] = [
        bid(key, amount, lot=lot)
        for key, amount, lot in (("B1", 100, "N"), ("B2", 120, "N"), ("B3", 50, "S"), ("B4", 60, "S"))
    ]
    kinds, _ = measured("what-if/first-without-each-criterion", one)
    assert [text[:16] for _, text in kinds] == ["For lot N, bidde", "For lot S, bidde"]


def test_what_one_figure_would_have_changed_for_the_bridge():
    criteria = [
        {"id": "T", "type": "quality", "weight": 50, "scale": {"minimum": 0, "maximum": 100}},
        {
            "id": "C", "type": "price", "weight": 50,
            "formula": {"name": "cost-plus-time-over-technical", "parameters": {"day_rate": 200_000}},
        },
    ]  # fmt: skip
    bids = {
        "F": (233_763_000, 437, "91.47", "3511129.33"), "W": (219_000_000, 437, "67.88", "4513847.97"),
        "M": (176_938_000, 367, "65.91", "3798179.34"), "A": (178_489_561, 392, "55.98", "4588952.50"),
    }  # fmt: skip
    one = {
        "tender": {"award_criteria": criteria},
        "bids": [bid(key, price, figures={"days": days}) for key, (price, days, _, _) in bids.items()],
        "evaluation": {
            "consensus": [score(key, "T", given) for key, (_, _, given, _) in bids.items()],
            "totals": [{"bid": key, "total": total} for key, (_, _, _, total) in bids.items()],
        },
    }
    found = table("near-tie", one, "level-at")
    assert found[:3] == [
        ("bidder A", "price", "233763000", "260019463.81"),
        ("bidder A", "quality", "91.47", "84.5571"),
        ("bidder A", "days", "437", "568.282"),
    ]
    # The next is C, the cheapest; 20 fewer days or 5 more points would not have been enough for it.
    assert [row for row in found if row[0] == "bidder C"] == [
        ("bidder C", "price", "176938000", "158018534.27"),
        ("bidder C", "quality", "65.91", "71.2984"),
        ("bidder C", "days", "367", "272.403"),
    ]
    assert [row[0] for row in table("first-without-each-bid", one, "without-each-bid")] == [
        "worked out again", "bidder B", "bidder C", "bidder D",
    ]  # fmt: skip
