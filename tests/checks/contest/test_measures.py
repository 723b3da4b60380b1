"""What the rules about a contest show: the points of all bids, curves of equal totals, realised weights, the knife's edge."""

from decimal import Decimal
from fractions import Fraction

import pytest

from fairaudit.checks.contest.figures import brief, cell, cell_apart, per_cent
from fairaudit.engine.judge import judge
from tests.checks.contest.contest_case import bid, measured, rows, score, varied, witness
from tests.checks.scoring_case import case_of, rule, said


def test_the_points_of_every_bid_stand_behind_the_picture():
    _, tables = measured("evaluation/contest-as-recorded", witness())
    table = tables["score-and-price"]
    assert table.columns == ("bidder", "price", "quality", "price_points", "total", "rank")
    assert rows(table) == [("B1", "100", "42", "40", "82", 1), ("B2", "120", "48", "33.3333", "81.3333", 2)]


def test_curves_of_equal_totals_have_the_totals_they_say():
    _, two = measured("evaluation/contest-as-recorded", witness())
    assert "iso-scores" not in two
    one = witness(consensus=[score("B1", "Q", 7), score("B2", "Q", 8), score("B3", "Q", 7)])
    one["bids"] = [bid("B1", 100), bid("B2", 120), bid("B3", 150)]
    _, tables = measured("evaluation/contest-as-recorded", one)
    table = tables["iso-scores"]
    assert table.columns == ("bidder", "total", "price", "quality")
    assert len({one[0] for one in table.rows}) == 3
    for _, total, price, quality in table.rows:
        assert abs(quality + 4000 / price - total) < Decimal("0.001")
        assert 0 <= quality <= 60


def test_a_figure_of_which_the_lowest_wins_is_shown_as_it_is():
    one = witness()
    one["tender"]["award_criteria"][1]["formula"]["name"] = "price-per-quality-point"
    ((kind, text), _), tables = measured("evaluation/contest-as-recorded", one)
    # 100 ÷ 7 = 14.29 and 120 ÷ 8 = 15, in points of the one scale.
    assert (kind, text.split(": ")[1]) == (
        "first-by-figure",
        "B1 comes first of 2 bids with the figure 14.29, of which the lowest wins; that of B2 is 0.71 behind.",
    )
    assert [row[-2:] for row in rows(tables["score-and-price"])] == [("14.2857", 1), ("15", 2)]
    assert "iso-scores" not in tables


def test_bids_within_a_band_have_their_quotient_and_what_decided():
    one = witness()
    formula = {"name": "ufab-extended", "parameters": {"margin": "0.1", "decided_by_quality": 0}}
    one["tender"]["award_criteria"][1]["formula"] = formula
    one["evaluation"]["totals"] = [{"bid": "B1", "total": "0.07"}, {"bid": "B2", "total": "0.0727"}]
    one["bids"] = [bid("B1", 100), bid("B2", 110)]
    one["evaluation"]["ranking"] = [{"bid": "B1", "rank": 1}, {"bid": "B2", "rank": 2}]
    ((kind, text),), tables = measured("evaluation/contest-as-recorded", one)
    assert kind == "first-by-band"
    assert "of 0.07, decided by the lowest price among those within 10 per cent of the best quotient" in text
    assert [row[-2:] for row in rows(tables["score-and-price"])] == [("0.07", 1), ("0.0727273", 2)]
    for name in ("totals-that-do-not-recompute", "ranking-against-the-totals"):
        assert judge(case_of(one), rule(f"core/{name}"), "market").outcome not in ("flagged", "review")


@pytest.mark.parametrize("recorded", [None, {"F": "255556.25"}, {"F": "2555.56"}])
def test_quality_is_in_points_of_its_one_scale_unless_totals_say_otherwise(recorded):
    one = witness()
    one["tender"]["award_criteria"][0].update(weight=50, scale={"minimum": 0, "maximum": 100})
    one["tender"]["award_criteria"][1].update(weight=50, formula={"name": "price-per-quality-point"})
    one["bids"] = [bid("F", 23376300), bid("M", 30000000)]
    one["evaluation"] = {"consensus": [score("F", "Q", "91.47"), score("M", "Q", "65.91")]}
    one["evaluation"]["totals"] = [{"bid": key, "total": value} for key, value in (recorded or {}).items()]
    (_, (_, text)), _ = measured("evaluation/contest-as-recorded", one)
    assert "(91.47 of 100 points)" in text
    judged = judge(case_of(one), rule("core/totals-that-do-not-recompute"), "market")
    if recorded and recorded["F"] == "2555.56":
        [found] = judged.hits
        assert found.hit.facts.recomputed == Decimal("255562.480")


def test_figures_are_exact_where_they_are_recorded_and_told_apart_where_they_differ():
    assert str(cell(Fraction(178489561))) == "178489561"
    assert str(cell(Fraction(351112933, 100) + Fraction(1, 300))) == "3511129.33"
    assert str(cell(Fraction(2, 3))) == "0.666667"
    assert str(cell_apart(30 + Fraction(1, 10**7), Fraction(30))) == "30.0000001"


def test_realised_weights_stand_beside_the_published_ones():
    one = witness(consensus=[score("B1", "Q", 7), score("B2", "Q", 8), score("B3", "Q", 7)])
    one["bids"] = [bid("B1", 100), bid("B2", 120), bid("B3", 400)]
    ((kind, text),), tables = measured("evaluation/weights-as-realised", one)
    assert kind == "spread"
    assert text.endswith(
        "Less than a quarter of their weight made: none; more than twice their weight: P. Of the variance of the total scores "
        "the largest shares, in per cent, are: P 90.23 and Q 9.77 (all sum to 100; one below zero worked against the others)."
    )
    assert rows(tables["realised-weights"]) == [
        ("Q", "60", "6", "10", "16.6667", "9.76779"), ("P", "40", "30", "75", "83.3333", "90.2322"),
    ]  # fmt: skip


EDGE = {
    "tender": {"award_criteria": [{"id": "Q", "weight": 100, "minimum_score": 3, "scale": {"minimum": 0, "maximum": 5, "step": 1}}]},
    "bids": [{"id": "B1", "status": "valid"}, {"id": "B2", "status": "excluded"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "step", "within"),
    [(2, "1", True), ("2.5", "0.5", True), (2, "0.5", False), (1, "1", False)],
)
def test_the_knifes_edge_is_one_step_wide(given, step, within):
    one = varied(EDGE, evaluation={"consensus": [score("B1", "Q", 4), score("B2", "Q", given)]})
    one["tender"]["award_criteria"][0]["scale"]["step"] = step
    ((kind, _),), tables = measured("evaluation/minimum-missed-by-one-step", one)
    assert (kind, tables["below-minimum"].rows[0][-1]) == ("within" if within else "beyond", int(within))


def test_a_bid_out_for_another_reason_is_on_no_edge():
    one = varied(EDGE, evaluation={"consensus": [score("B1", "Q", 4), score("B2", "Q", 3)]})
    assert measured("evaluation/minimum-missed-by-one-step", one) == ([], {})


def test_a_step_of_one_of_three_scores_is_a_third_of_it():
    individual = [score("B2", "Q", value, evaluator=f"e{value}") for value in (1, 2, 4)]
    one = varied(EDGE, evaluation={"individual": [score("B1", "Q", 4, evaluator="e1"), *individual]})
    # The least and the most that a panel may have made of 1, 2 and 4 leave open whether it was below 3 at all.
    assert measured("evaluation/minimum-missed-by-one-step", one)[0] == []


def test_an_excluded_bid_at_any_other_price_decides_nothing():
    for amount, outcome in ((89, "review"), (90, "review"), (91, "passed"), (130, "passed")):
        one = varied(witness(), bids=[bid("B1", 100), bid("B2", 120), bid("B3", amount, status="rejected")])
        # Below 90 (Pmin* of the scoring note) B2 passes B1; at 90 they stand level.
        assert said("evaluation/excluded-bid-decides", one)[0] == outcome


def test_numbers_are_rounded_last_and_never_to_nothing():
    assert [str(cell(Fraction(one))) for one in ("244/3", "1/3000", "-7/2", "1200000", "0")] == [
        "81.3333", "0.000333333", "-3.5", "1200000", "0",
    ]  # fmt: skip
    assert [str(brief(Fraction(one))) for one in ("244/3", "1/3000", "2", "0", "-1/30")] == [
        "81.33",
        "0.00033",
        "2",
        "0",
        "-0.033",
    ]
    assert per_cent(Fraction(1, 3)) == Decimal("33.33")


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ({"name": "price-per-quality-point"}, lambda price, quality: price / quality),
        ({"name": "award-on-value", "parameters": {"value": 90}}, lambda price, quality: price - quality / 10 * 90),
        ({"name": "value-for-money-index"}, lambda price, quality: quality / price),
    ],
)
def test_formulas_of_one_figure_have_curves_too(formula, value):
    one = witness(consensus=[score("B1", "Q", 7), score("B2", "Q", 8), score("B3", "Q", 7)])
    one["bids"] = [bid("B1", 100), bid("B2", 120), bid("B3", 150)]
    one["tender"]["award_criteria"][1]["formula"] = formula
    _, tables = measured("evaluation/contest-as-recorded", one)
    assert len({row[1] for row in tables["iso-scores"].rows}) == 3
    for _, total, price, quality in tables["iso-scores"].rows:
        assert abs(float(value(float(price), float(quality))) / float(total) - 1) < 1e-4
        assert 0 <= quality <= 60


def test_the_rounding_of_criteria_one_by_one_is_told_with_what_is_farthest_off():
    """By hand: 20 · 2 ÷ 9 = 4.44 and 20 · 7 ÷ 9 = 15.56, of which whole points make 3 · 4 and 3 · 16."""
    one = witness()
    scale = {"minimum": 0, "maximum": 9, "step": 1}
    one["tender"]["award_criteria"][:1] = [
        {"id": f"Q{at}", "type": "quality", "weight": 20, "scale": scale} for at in (1, 2, 3)
    ]
    one["evaluation"] = {
        "consensus": [score(key, f"Q{at}", value) for key, value in (("B1", 2), ("B2", 7)) for at in (1, 2, 3)],
        "totals": [
            {"bid": "B1", "quality": 12, "price": "40.00", "total": "52.00"},
            {"bid": "B2", "quality": 48, "price": "33.33", "total": "81.33"},
        ],
    }
    told, _ = measured("evaluation/another-bid-first-when-worked-out-again", one)
    assert dict(told)["rounded-one-by-one"] == (
        "For the contract, the quality recorded for 2 bids comes of any of these: each criterion rounded to whole points; the "
        "exact points do not give it: for B1 12 is recorded, and exact is 13.33. Whether the tender says that it is rounded so "
        "must be looked up; who comes first is worked out here from the exact points."
    )
