"""The record of an evaluation: totals worked out again, rankings, weights applied, single scores."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from fairaudit.engine.judge import judge
from tests.checks.scoring_case import case_of, facts_of, outcome, rule, said

TOTALS = "totals-that-do-not-recompute"
SCALE = {"minimum": 0, "maximum": 5}
QUALITY = {"id": "Q", "type": "quality", "weight": 60, "scale": SCALE}
PRICE = {"id": "P", "type": "price", "weight": 40, "formula": {"name": "lowest-price-ratio"}}


def evaluated(criteria, bids, consensus, totals, complete=("bids",), **more):
    """A case with bids as {id: price or fields}, panel scores as {(bid, criterion): score}, totals as {bid: total or fields}."""
    return {
        "complete": list(complete),
        "tender": {"award_criteria": criteria},
        "bids": [
            {"id": key} | (one if isinstance(one, dict) else {"value": {"amount": one}}) for key, one in bids.items()
        ],
        "evaluation": {
            "consensus": [{"bid": bid, "criterion": one, "score": score} for (bid, one), score in consensus.items()],
            "totals": [
                {"bid": key} | (one if isinstance(one, dict) else {"total": one}) for key, one in totals.items()
            ],
        }
        | more,
    }


def parts_of(case):
    return [(one["bid"], one["part"], str(one["recorded"]), str(one["recomputed"])) for one in facts_of(TOTALS, case)]


def test_the_published_example_of_negometrix_recomputes():
    """Negometrix US, article 44001761046: scores are points out of 60, 40, 30 and 70; the totals are 146 and 144."""
    criteria = [
        {"id": f"Q{index}", "type": "quality", "weight": top, "scale": {"minimum": 0, "maximum": top}}
        for index, top in enumerate((60, 40, 30))
    ] + [PRICE | {"weight": 70}]
    scores = {("A", "Q0"): 40, ("A", "Q1"): 30, ("A", "Q2"): 20, ("B", "Q0"): 32, ("B", "Q1"): 20, ("B", "Q2"): 22}
    bids = {"A": 10_000, "B": 8_000}
    assert outcome(TOTALS, evaluated(criteria, bids, scores, {"A": 146, "B": 144})) == "passed"
    assert parts_of(evaluated(criteria, bids, scores, {"A": 144, "B": 146})) == [
        ("A", "total", "144", "146.0"),
        ("B", "total", "146", "144.0"),
    ]


def test_declared_rounding_decides():
    """impactbids: 105 against 100 with weight 40, rounded to whole numbers, is 38 points; unrounded it is 38.10."""
    rounded = PRICE | {"formula": {"name": "lowest-price-ratio", "rounding": {"places": 0}}}
    bids, scores = {"A": 100, "B": 105}, {("B", "Q"): 5}
    assert outcome(TOTALS, evaluated([QUALITY, rounded], bids, scores, {"B": "98.00"})) == "passed"
    assert parts_of(evaluated([QUALITY, rounded], bids, scores, {"B": "98.10"})) == [("B", "total", "98.10", "98.000")]
    assert outcome(TOTALS, evaluated([QUALITY, PRICE], bids, scores, {"B": "98.10"})) == "passed"
    assert parts_of(evaluated([QUALITY, PRICE], bids, scores, {"B": "98.00"})) == [("B", "total", "98.00", "98.095")]


def test_half_of_the_last_digit_is_the_tolerance_where_no_rounding_is_declared():
    bids, scores = {"A": 100, "B": 105}, {("B", "Q"): 5}
    got = [
        outcome(TOTALS, evaluated([QUALITY, PRICE], bids, scores, {"B": one}))
        for one in ("98", "98.1", "98.09", "98.0")
    ]
    assert got == ["passed", "passed", "flagged", "flagged"]


def test_one_mistake_is_found_once_where_it_stands():
    bids, scores = {"A": 100, "B": 125}, {("A", "Q"): 4, ("B", "Q"): 5}
    carried = {"A": {"quality": 50, "price": 40, "total": 90}, "B": {"quality": 60, "price": 32, "total": 92}}
    assert parts_of(evaluated([QUALITY, PRICE], bids, scores, carried)) == [("A", "quality part", "50", "48.0")]
    added = {"A": {"quality": 48, "price": 40, "total": 90}, "B": {"quality": 60, "price": 32, "total": 92}}
    assert parts_of(evaluated([QUALITY, PRICE], bids, scores, added)) == [("A", "total", "90", "88.0")]


@pytest.mark.parametrize(
    "total",
    [
        {"quality": 48, "price": 32, "total": 80},
        {"quality": 80, "price": 80, "total": 80},
        {"quality": 4, "price": "32.0", "total": 80},
        {"total": "80.00"},
        {"quality": "48.0"},
    ],
)
def test_usual_ways_of_writing_points_pass(total):
    case = evaluated([QUALITY, PRICE], {"A": 100, "B": 125}, {("B", "Q"): 4}, {"B": total})
    assert outcome(TOTALS, case) == "passed"


def test_weights_of_a_lot_and_of_parts_are_its_own():
    criteria = [
        QUALITY | {"lots": ["1"]},
        {"id": "R", "type": "quality", "weight": 60, "lots": ["2"], "scale": SCALE, "children": [
            {"id": "R1", "weight": 75}, {"id": "R2", "weight": 25}]},
        PRICE,
    ]  # fmt: skip
    bids = {
        one: {"lot": lot, "value": {"amount": price}}
        for one, lot, price in (("A", "1", 100), ("B", "2", 300), ("C", "2", 150))
    }
    scores = {("A", "Q"): 5, ("B", "R1"): 5, ("B", "R2"): 1}
    case = evaluated(criteria, bids, scores, {"A": 100, "B": 68})
    case["tender"]["lots"] = [{"id": "1"}, {"id": "2"}]
    assert outcome(TOTALS, case) == "passed"
    case["evaluation"]["totals"][1]["total"] = 69
    assert parts_of(case) == [("B", "total", "69", "68.0")]


@pytest.mark.parametrize("weights", [(42, 18), (70, 30)])
def test_parts_may_add_up_to_their_group_or_to_a_hundred(weights):
    parts = [{"id": f"Q{index}", "weight": one} for index, one in enumerate(weights)]
    scores = {("A", "Q0"): 5, ("A", "Q1"): 0}
    case = evaluated([QUALITY | {"children": parts}], {}, scores, {"A": {"quality": "42.00"}})
    assert outcome(TOTALS, case) == "passed"
    case["evaluation"]["totals"][0]["quality"] = "43.00"
    assert parts_of(case) == [("A", "quality part", "43.00", "42.000")]


def test_steps_count_from_the_lowest_score():
    def of(score):
        criteria = [{"id": "Q", "weight": 100, "scale": {"minimum": 1, "maximum": 5, "step": 2}}]
        scores = [{"evaluator": "e1", "bid": "A", "criterion": "Q", "score": score}]
        return outcome(
            "score-between-the-steps", {"tender": {"award_criteria": criteria}, "evaluation": {"individual": scores}}
        )

    assert [of(one) for one in (1, 3, 5, 2, "3.5")] == ["passed", "passed", "passed", "flagged", "flagged"]


def test_scores_of_another_lot_do_not_count():
    case = evaluated([QUALITY | {"weight": 100}], {"A": {"lot": "1"}}, {("A", "Q"): 4}, {"A": 80})
    case["evaluation"]["consensus"].append({"bid": "A", "criterion": "Q", "score": 2, "lot": "2"})
    assert outcome(TOTALS, case) == "passed"


def test_a_price_mismatch_is_a_question_while_a_cheaper_bid_may_be_missing():
    case = evaluated([QUALITY, PRICE], {"A": 100, "B": 125}, {("B", "Q"): 5}, {"B": {"price": 30}}, complete=())
    assert outcome(TOTALS, case) == "review"
    counted = case | {"awards": [{"id": "X", "number_of_bids": 2}]}
    assert outcome(TOTALS, counted) == "flagged"


def test_a_rejected_bid_may_or_may_not_count_in_the_formula():
    bids = {"A": 100, "B": 125, "C": {"value": {"amount": 50}, "status": "rejected"}}
    for price in (40, 20):
        case = evaluated([QUALITY, PRICE], bids, {("A", "Q"): 5}, {"A": {"price": price}, "C": {"price": 40}})
        assert [one for one in parts_of(case) if one[0] == "A"] == []
    case = evaluated([QUALITY, PRICE], bids, {("A", "Q"): 5}, {"A": {"price": 30}})
    assert parts_of(case) == [("A", "price part", "30", "40.0")]


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"formula": {"name": "house-curve"}}, "tender.award_criteria[1].formula.name (in other words)"),
        ({"formula": None}, "tender.award_criteria[1].formula"),
        ({"weight": None}, "tender.award_criteria[1].weight"),
        (
            {"formula": {"name": "lowest-price-ratio", "rounding": {"places": 2, "mode": "nearest"}}},
            "tender.award_criteria[1].formula.rounding.mode (in other words)",
        ),
    ],
)
def test_what_cannot_be_worked_out_is_named_and_never_passes(changes, missing):
    price = {key: one for key, one in (PRICE | changes).items() if one is not None}
    case = evaluated([QUALITY, price], {"A": 100, "B": 125}, {("A", "Q"): 4}, {"A": 88})
    assert said(TOTALS, case) == ("not-assessed", missing)


def test_prices_that_cannot_be_compared_are_named():
    def of(**fields):
        value = {"value": {"amount": 125, "currency": "EUR"} | fields.pop("value", {})}
        bids = {"A": {"value": {"amount": 100, "currency": "EUR"}}, "B": value | fields}
        return said(TOTALS, evaluated([QUALITY, PRICE], bids, {("A", "Q"): 4}, {"A": 88}))

    assert of() == ("passed",)
    assert of(value={"currency": "GBP"}) == ("not-assessed", "bids[1].value (in EUR, as others)")
    assert of(unit="day") == ("not-assessed", "bids[0].unit")
    assert of(value={"vat": "included"}) == ("not-assessed", "bids[0].value.vat")
    assert of(value={"amount": 0}) == ("not-assessed", "the formula has no answer where a price is zero or below")


def test_a_missing_or_doubled_score_of_the_panel_is_not_guessed():
    case = evaluated([QUALITY | {"weight": 100}], {}, {("B", "Q"): 4}, {"A": 80})
    assert said(TOTALS, case) == ("not-assessed", "evaluation.consensus (criterion Q, bid A)")
    case["evaluation"]["consensus"] += [{"bid": "A", "criterion": "Q", "score": one} for one in (3, 4)]
    assert said(TOTALS, case) == ("not-assessed", "evaluation.consensus (one score for criterion Q, bid A)")


def test_the_mean_of_single_scores_stands_in_but_only_asks():
    case = evaluated([QUALITY | {"weight": 100}], {}, {}, {"A": 70})
    case["evaluation"]["individual"] = [
        {"evaluator": one, "bid": "A", "criterion": "Q", "score": score} for one, score in (("e1", 3), ("e2", 4))
    ]
    assert outcome(TOTALS, case) == "passed"
    case["evaluation"]["totals"][0]["total"] = 80
    assert outcome(TOTALS, case) == "review"


SCORES = st.integers(0, 5)
BIDS = st.lists(st.tuples(st.integers(1, 10**6), SCORES, SCORES, st.integers(-200, 200)), min_size=2, max_size=5)


@settings(deadline=None, max_examples=60)
@given(BIDS, st.permutations(range(5)))
@example([(1, 0, 0, 0), (303, 0, 0, 2), (266, 0, 0, 2)], range(5))
@example([(1, 0, 0, 100), (1, 0, 0, 100)], range(5))
@example([(1, 0, 0, 0), (728, 0, 0, 3), (452, 0, 0, 3)], range(5))
@example([(280, 0, 1, 0), (7939, 0, 0, 113), (7922, 0, 0, 113)], range(5))
def test_recomputed_totals_equal_an_independent_calculation_and_permute_with_the_bids(rows, order):
    """A total is found exactly when it is further than half of its last digit from the exact sum; so whoever it is."""
    criteria = [
        {"id": "Q", "type": "quality", "weight": 60, "scale": SCALE, "children": [
            {"id": "Q1", "weight": 70}, {"id": "Q2", "weight": 30}]},
        PRICE,
    ]  # fmt: skip
    lowest = min(row[0] for row in rows)
    exact = [Fraction(42 * row[1], 5) + Fraction(18 * row[2], 5) + Fraction(40 * lowest, row[0]) for row in rows]
    recorded = [Decimal(round(one * 100) + row[3]) / 100 for one, row in zip(exact, rows, strict=True)]
    recorded = [one.quantize(Decimal("0.01")) for one in recorded]
    expected = {index for index, row in enumerate(rows) if abs(row[3]) > 3}
    unclear = {index for index, row in enumerate(rows) if 0 < abs(row[3]) <= 3}

    def found(indices):
        names = {index: f"B{place}" for place, index in enumerate(indices)}
        scores = {(names[i], f"Q{n}"): rows[i][n] for i in indices for n in (1, 2)}
        case = evaluated(
            criteria, {names[i]: rows[i][0] for i in indices}, scores, {names[i]: recorded[i] for i in indices}
        )
        # Figures that follow from something else altogether are told once, by the rule that says from what.
        assume(not judge(case_of(case), rule(TOTALS), "market").tables)
        back = {name: index for index, name in names.items()}
        return {back[one["bid"]]: one["recomputed"] for one in facts_of(TOTALS, case)}

    here = found(range(len(rows)))
    assert expected <= set(here) <= expected | unclear
    assert all(abs(Fraction(value) - exact[index]) <= Fraction(1, 2000) for index, value in here.items())
    assert found([one for one in order if one < len(rows)]) == here


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 4), min_size=2, max_size=5), st.data())
def test_a_ranking_is_found_exactly_when_a_worse_total_stands_before_a_better(totals, data):
    ranks = data.draw(st.permutations(range(1, len(totals) + 1)))
    wrong = any(ranks[i] < ranks[j] and totals[i] < totals[j] for i in range(len(totals)) for j in range(len(totals)))
    case = {
        "evaluation": {
            "totals": [{"bid": f"B{i}", "total": one} for i, one in enumerate(totals)],
            "ranking": [{"bid": f"B{i}", "rank": one} for i, one in enumerate(ranks)],
        }
    }
    assert outcome("ranking-against-the-totals", case) == ("flagged" if wrong else "passed")


def test_a_lot_without_a_ranking_does_not_pass():
    evaluation = {
        "totals": [{"bid": "A", "lot": "1", "total": 80}, {"bid": "B", "lot": "2", "total": 80}],
        "ranking": [{"bid": "A", "lot": "1", "rank": 1}],
    }
    assert said("ranking-against-the-totals", {"evaluation": evaluation}) == (
        "not-assessed",
        "evaluation.ranking (lot 2)",
    )


@pytest.mark.parametrize(
    ("published", "applied", "expected"),
    [
        ((60, 40), (60, 40), []), ((60, 40), (0.6, 0.4), []), ((0.6, 0.4), (60, 40), []), ((60, 40), ("60.0", "40.00"), []),
        ((60, 40), (50, 50), ["Q0", "Q1"]), ((60, 40), ("59.9", 40), ["Q0"]), ((60, 40), (6, 40), ["Q0"]),
    ],
)  # fmt: skip
def test_weights_applied(published, applied, expected):
    criteria = [{"id": f"Q{index}", "weight": one} for index, one in enumerate(published)]
    case = {
        "tender": {"award_criteria": criteria},
        "evaluation": {"weights_applied": {f"Q{index}": one for index, one in enumerate(applied)}},
    }
    assert [one["criterion"] for one in facts_of("weights-applied-are-not-those-published", case)] == expected


def test_missing_scores_are_gathered_by_evaluator():
    case = {
        "complete": ["evaluation"],
        "people": [{"id": "e1", "name": "Ada Miró"}, {"id": "e2", "name": "Ivo Brandt"}],
        "tender": {"award_criteria": [{"id": "Q1"}, {"id": "Q2", "lots": ["2"]}, {"id": "P", "type": "price"}]},
        "bids": [{"id": "B1", "lot": "1"}, {"id": "B2", "lot": "2"}, {"id": "B3", "lot": "2", "status": "late"}],
        "evaluation": {
            "allocation": [{"evaluator": "e1"}, {"evaluator": "e2"}],
            "individual": [{"evaluator": "e1", "bid": "B1", "criterion": "Q1", "score": 3}],
        },
    }
    found = facts_of("scores-missing", case)
    assert [(one["evaluator"], one["cells"]) for one in found] == [
        ("Ada Miró", ("B2 on Q1", "B2 on Q2")),
        ("Ivo Brandt", ("B1 on Q1", "B2 on Q1", "B2 on Q2")),
    ]


def test_an_empty_entry_is_a_missing_score():
    case = {
        "complete": ["evaluation"],
        "tender": {"award_criteria": [{"id": "Q1"}]},
        "bids": [{"id": "B1"}],
        "evaluation": {
            "allocation": [{"evaluator": "e1"}],
            "individual": [{"evaluator": "e1", "bid": "B1", "criterion": "Q1"}],
        },
    }
    assert outcome("scores-missing", case) == "flagged"


@pytest.mark.parametrize(
    ("opened", "changed", "expected"),
    [
        ("2026-04-20", "2026-04-21", "flagged"), ("2026-04-20", "2026-04-20", "not-assessed"),
        ("2026-04-20", "2026-04-19", "passed"), ("2026-04-20T10:00", "2026-04-20", "not-assessed"),
        ("2026-04-20T10:00", "2026-04-20T10:00", "passed"), ("2026-04-20T10:00", "2026-04-20T10:01", "flagged"),
        ("2026-04-20T10:00+00:00", "2026-04-20T10:30+01:00", "passed"),
        ("2026-04-20T10:00+00:00", "2026-04-20T10:30", "not-assessed"), ("2026-04-20T10:00+00:00", "2026-04-22", "flagged"),
    ],
)  # fmt: skip
def test_a_bare_date_may_be_any_time_of_its_day(opened, changed, expected):
    evaluation = {
        "opened": {"price": opened},
        "changes": [{"bid": "B1", "criterion": "Q1", "from": 3, "to": 4, "at": changed}],
    }
    assert outcome("score-changed-after-prices-were-known", {"evaluation": evaluation}) == expected


SWAPPED = {"B1": "B2", "B2": "B1"}


def swap(value):
    if isinstance(value, dict):
        return {swap(key): swap(one) for key, one in value.items()}
    if isinstance(value, list):
        return [swap(one) for one in value]
    return SWAPPED.get(value, value) if isinstance(value, str) else value


def test_swapping_the_bids_swaps_the_findings():
    case = evaluated([QUALITY, PRICE], {"B1": 100, "B2": 125}, {("B1", "Q"): 6, ("B2", "Q"): 2}, {"B1": 88, "B2": 92})
    case["tender"]["award_criteria"][0] = QUALITY | {"minimum_score": 3}
    case["evaluation"] |= {
        "panel": ["e1"],
        "ranking": [{"bid": "B1", "rank": 1}, {"bid": "B2", "rank": 2}],
        "individual": [{"evaluator": "e2", "bid": "B1", "criterion": "Q", "score": 5}],
        "changes": [{"bid": "B2", "criterion": "Q", "from": 3, "to": 2, "reason": ""}],
    }
    case["awards"] = [{"id": "A1", "bid": "B2"}]
    names = [
        TOTALS, "score-off-its-scale", "minimum-score-not-applied", "ranking-against-the-totals",
        "panel-score-outside-its-members", "scored-by-an-outsider", "score-changed-without-reason", "award-not-to-the-best",
    ]  # fmt: skip
    for name in names:
        here, there = said(name, case), said(name, swap(case))
        turned = [one.replace("B1", "\0").replace("B2", "B1").replace("\0", "B2") for one in here]
        assert list(there) == turned, name
        assert here[0] in ("flagged", "review"), name


@pytest.mark.parametrize(
    "name",
    [
        TOTALS, "scores-missing", "score-off-its-scale", "score-between-the-steps", "scored-by-an-outsider", "scored-twice",
        "ranking-against-the-totals", "equal-totals-ranked-apart", "weights-applied-are-not-those-published",
        "undisclosed-criterion-applied", "published-criterion-not-applied", "scored-before-opening",
    ],
)  # fmt: skip
def test_nothing_passes_where_no_records_are_given(name):
    assert (
        outcome(name, {"tender": {"award_criteria": [QUALITY, PRICE]}, "evaluation": {"locked": True}})
        == "not-assessed"
    )


MINIMUM = "minimum-score-not-applied"


def minimum(criterion, consensus=(), individual=(), rank=("A", "B"), **more):
    """What the rule on minimum scores says, of panel scores as (bid, criterion, score) and members' scores likewise."""
    scores = [
        [dict(zip(("bid", "criterion", "score"), one, strict=True)) for one in some] for some in (consensus, individual)
    ]
    evaluation = {"consensus": scores[0], "ranking": [{"bid": one, "rank": place} for place, one in enumerate(rank, 1)]}
    evaluation |= {"individual": scores[1]} if individual else {}
    return said(MINIMUM, {"tender": {"award_criteria": [criterion]}, "evaluation": evaluation} | more)


PARTS = [{"id": "Q1", "weight": 30}, {"id": "Q2", "weight": 10}]
GROUP = {"id": "Q", "minimum_score": 3, "scale": SCALE, "children": PARTS}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (3, 3, ("passed",)),
        (4, 0, ("passed",)),
        (2, 5, ("review", "evaluation.consensus[1].score: A has a weighted mean of 2.8 for Q, below the minimum of 3, and was ranked.")),
        (2, 2, ("review", "evaluation.consensus[0].score: A has a weighted mean of 2 for Q, below the minimum of 3, and was ranked.")),
    ],
)  # fmt: skip
def test_the_minimum_of_a_group_is_held_against_the_mean_of_its_parts(first, second, expected):
    assert minimum(GROUP, [("A", "Q1", first), ("A", "Q2", second)]) == expected


def test_a_score_of_the_panel_for_the_group_itself_comes_first():
    scores = [("A", "Q", 3), ("A", "Q1", 1), ("A", "Q2", 1)]
    assert minimum(GROUP, scores) == ("passed",)
    assert minimum(GROUP, [("A", "Q", 2), *scores[1:]])[0] == "flagged"


def test_without_the_weights_of_the_parts_only_what_every_weighting_gives_is_said():
    bare = GROUP | {"children": [{"id": "Q1"}, {"id": "Q2"}]}
    assert minimum(bare, [("A", "Q1", 2), ("A", "Q2", 4)]) == (
        "not-assessed",
        "tender.award_criteria[0].children (in other words)",
    )
    assert minimum(bare, [("A", "Q1", 3), ("A", "Q2", 4)]) == ("passed",)
    assert minimum(bare, [("A", "Q1", 2), ("A", "Q2", 1)]) == (
        "review", "evaluation.consensus[0].score: A has at most 2 for Q, below the minimum of 3, and was ranked.",
    )  # fmt: skip
    assert minimum(GROUP, [("A", "Q1", 2)]) == ("not-assessed", "completeness of evaluation.consensus")


def test_parts_on_different_scales_are_compared_in_per_cent():
    parts = [{"id": "Q1", "weight": 30, "scale": {"maximum": 5}}, {"id": "Q2", "weight": 10, "scale": {"maximum": 10}}]
    group = {"id": "Q", "minimum_score": 50, "children": parts}
    assert minimum(group, [("A", "Q1", 3), ("A", "Q2", 5)]) == ("passed",)
    assert minimum(group, [("A", "Q1", 2), ("A", "Q2", 5)]) == (
        "review",
        "evaluation.consensus[1].score: A has 42.5 per cent of the points for Q, below the minimum of 50, and was ranked.",
    )


@pytest.mark.parametrize(
    ("criterion", "score", "expected"),
    [
        ({"minimum_score": 60, "scale": SCALE}, 2, "review"), ({"minimum_score": 60, "scale": SCALE}, 3, "passed"),
        # 60 per cent of the way from 1 to 5 is 3.4; of the top it is 3.
        ({"minimum_score": 60, "scale": {"minimum": 1, "maximum": 5}}, "3.2", "not-assessed"),
        ({"minimum_score": 60, "scale": {"minimum": 1, "maximum": 5}}, "2.9", "review"),
        # 50 may be per cent, or points out of a weight of 80: three of five are 60 per cent and 48 points.
        ({"minimum_score": 50, "weight": 80, "scale": SCALE}, 3, "not-assessed"),
        ({"minimum_score": 50, "weight": 80, "scale": SCALE}, 2, "review"),
        ({"minimum_score": 50, "weight": 80, "scale": SCALE}, 4, "passed"),
        ({"minimum_score": 120, "scale": SCALE}, 2, "not-assessed"),
        ({"minimum_score": "0.6", "scale": SCALE}, 2, "not-assessed"), ({"minimum_score": "0.6", "scale": SCALE}, 3, "passed"),
        ({"minimum_score": "0.6", "scale": SCALE}, 0, "flagged"),
        ({"minimum_score": 60, "scale": {"maximum": 100}}, 59, "flagged"), ({"minimum_score": 3}, 2, "flagged"),
        ({"minimum_score": 60}, 4, "not-assessed"), ({"minimum_score": 60}, 59, "flagged"),
    ],
)  # fmt: skip
def test_the_unit_of_a_minimum(criterion, score, expected):
    assert minimum({"id": "Q"} | criterion, [("A", "Q", score)])[0] == expected


def test_the_members_scores_stand_in_where_no_mean_of_them_could_matter():
    question = {"id": "Q", "minimum_score": 3, "scale": SCALE}
    assert minimum(question, [("B", "Q", 4)], [("A", "Q", 1), ("A", "Q", 2)]) == (
        "review", "evaluation.individual[1].score: A has at most 2 for Q, below the minimum of 3, and was ranked.",
    )  # fmt: skip
    assert minimum(question, [("B", "Q", 4)], [("A", "Q", 3), ("A", "Q", 5)]) == ("passed",)
    assert minimum(question, [("B", "Q", 4)], [("A", "Q", 2), ("A", "Q", 3)]) == (
        "not-assessed",
        "completeness of evaluation.consensus",
    )
    assert minimum(question, [("A", "Q", 4)], [("A", "Q", 1), ("A", "Q", 2)]) == ("passed",)


def test_a_bid_below_the_minimum_that_went_no_further_is_silent():
    question = {"id": "Q", "minimum_score": 3, "scale": SCALE}
    assert minimum(question, [("A", "Q", 2)], rank=("B",)) == ("passed",)
    assert minimum(question, [("A", "Q", 2)], bids=[{"id": "A", "status": "rejected"}]) == ("passed",)
    won = {"bids": [{"id": "A", "bidder": "alder"}], "awards": [{"suppliers": ["alder"]}]}
    assert minimum(question, [("A", "Q", 2)], rank=("B",), **won) == (
        "flagged", "evaluation.consensus[0].score: A (alder) has 2 for Q, below the minimum of 3, and won.",
    )  # fmt: skip


OUTSIDE = "panel-score-outside-its-members"


def outside(consensus, *individual, **more):
    scores = [{"evaluator": f"e{place}", "bid": "A", "criterion": "Q"} | one for place, one in enumerate(individual)]
    return said(
        OUTSIDE,
        {"evaluation": {"individual": scores, "consensus": [{"bid": "A", "criterion": "Q"} | consensus]}} | more,
    )


def test_scores_of_another_lot_or_stage_are_not_those_of_the_members():
    assert outside({"score": 4, "lot": "1"}, {"score": 2, "lot": "1"}, {"score": 5, "lot": "2"}) == (
        "review",
        "evaluation.consensus[0].score: The panel gave A 4 for Q; the one member whose score is recorded gave 2, and no reason is recorded beside it.",
    )
    assert outside({"score": 4, "stage": "2"}, {"score": 2, "stage": "2"}, {"score": 5, "stage": "1"})[0] == "review"
    assert outside({"score": 4, "lot": "1"}, {"score": 5, "lot": "2"}) == (
        "not-assessed",
        "evaluation.individual (criterion Q, bid A)",
    )
    # A record that does not say its lot may be for any.
    assert outside({"score": 4}, {"score": 2, "lot": "1"}, {"score": 5, "lot": "2"}) == ("passed",)
    assert outside({"score": 4, "lot": "1"}, {"score": 2}, {"score": 5}) == ("passed",)
    assert outside({"score": 4}, {"score": 2}, {"score": 5, "lot": "2"}, bids=[{"id": "A", "lot": "1"}])[0] == "review"


def test_a_reason_lowers_a_score_outside_those_of_the_members_to_a_question_of_low_severity():
    question = QUALITY | {"weight": 100, "scale": {"minimum": 0, "maximum": 10, "step": 1}}

    def told(**more):
        case = {
            "complete": ["evaluation"],
            "tender": {"award_criteria": [question]},
            "evaluation": {
                "individual": [
                    {"evaluator": f"e{score}", "bid": "A", "criterion": "Q", "score": score} for score in (5, 6)
                ],
                "consensus": [{"bid": "A", "criterion": "Q", "score": 8} | more],
            },
        }
        judgement = judge(case_of(case), rule(OUTSIDE), "market")
        return str(judgement.outcome), [one.hit.severity for one in judgement.hits]

    assert told() == ("flagged", [None])
    assert told(reason="All had missed the annex that names the crews") == ("review", ["low"])
    assert rule(OUTSIDE).severity == "medium"


def test_what_the_members_gave_is_said_as_it_was():
    def words(*scores):
        return outside({"score": 1}, *({"score": one} for one in scores))[1].split("; ")[1].split(",")[0]

    assert words(9, 9, 9) == "all of its members gave 9"
    assert words(2, 3) == "its members gave 2 to 3"
    assert words(9) == "the one member whose score is recorded gave 9"
