"""How the contest is read from a record: which bids, which prices, which scores, which shares."""

from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies

from fairaudit.analysis.contest.offers import standing
from fairaudit.analysis.formulas import FormulaError, formula_named, price_points
from fairaudit.analysis.formulas.named import EVERY
from fairaudit.checks.base import Unassessed
from fairaudit.checks.contest.pricing import pricing_by
from fairaudit.checks.contest.record import fields
from fairaudit.checks.contest.sheets import sheets
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.node import built
from tests.checks.contest.contest_case import bid, measured, score, varied, witness
from tests.checks.scoring_case import case_of, facts_of


def field(sections):
    (found,) = fields(case_of(sections))
    assert not isinstance(found, Unassessed), found.reason
    return found


def totals(sections):
    found = standing(field(sections).contest)
    return dict(zip(found.names, found.totals, strict=True))


def lacking(sections):
    found = next(one for one in fields(case_of(sections)) if isinstance(one, Unassessed))
    return found.missing


def test_totals_are_out_of_a_hundred_whatever_the_weights_add_up_to():
    small = witness()
    for one, weight in zip(small["tender"]["award_criteria"], ("0.6", "0.4"), strict=True):
        one["weight"] = weight
    assert totals(small) == totals(witness()) == {"B1": 82, "B2": Fraction(244, 3)}


def test_nested_weights_are_spread_over_their_leaves():
    one = witness(
        consensus=[score(b, q, s) for b, q, s in [("B1", "Q1", 5), ("B1", "Q2", 10), ("B2", "Q1", 10), ("B2", "Q2", 0)]]
    )
    scale = one["tender"]["award_criteria"][0].pop("scale")
    one["tender"]["award_criteria"][0]["children"] = [
        {"id": "Q1", "weight": 75, "scale": scale}, {"id": "Q2", "weight": 25, "scale": scale},
    ]  # fmt: skip
    assert field(one).contest.weights == (45, 15)
    assert totals(one)["B1"] == Fraction(45, 2) + 15 + 40


def test_the_panels_scores_count_before_the_mean_of_the_individual_ones():
    individual = [
        score("B1", "Q", 3, evaluator="e1"),
        score("B1", "Q", 4, evaluator="e2"),
        score("B2", "Q", 5, evaluator="e1"),
    ]
    assert totals(witness(individual=individual))["B1"] == 82
    alone = varied(witness(), evaluation={"individual": individual})
    assert totals(alone) == {"B1": 21 + 40, "B2": 30 + Fraction(100, 3)}
    assert field(alone).basis == "the mean of the individual scores"
    # One step of one of two scores moves their mean by half a step.
    assert field(alone).steps == ((Fraction(1, 20),), (Fraction(1, 10),))


def test_scores_of_nobody_in_particular_count_in_the_mean():
    individual = [score("B1", "Q", 3), score("B1", "Q", 5), score("B2", "Q", 5)]
    one = varied(witness(), evaluation={"individual": individual})
    assert totals(one)["B1"] == 24 + 40
    kinds, tables = measured("what-if/near-tie", one)
    assert [kind for kind, _ in kinds] == ["lead", "falls", "turning", "no-panels", "near-step"]
    assert {row[2] for row in tables["turning-scores"].rows if row[1] == "bidder A"} == {
        "an evaluator who is not named"
    }


def test_moderated_scores_of_evaluators_count_in_place_of_their_own():
    individual = [
        score("B1", "Q", 3, evaluator="e1"),
        score("B1", "Q", 9, evaluator="e1", stage="moderated"),
        score("B2", "Q", 5, evaluator="e1"),
    ]
    assert totals(varied(witness(), evaluation={"individual": individual}))["B1"] == 54 + 40


def test_two_unlike_scores_of_one_evaluator_leave_the_contest_open():
    individual = [
        score("B1", "Q", 5, evaluator="e1"),
        score("B1", "Q", 0, evaluator="e1"),
        score("B2", "Q", 5, evaluator="e1"),
    ]
    (found,) = fields(case_of(varied(witness(), evaluation={"individual": individual})))
    assert found.reason.startswith("evaluation.individual[0] and evaluation.individual[1]")


def test_scores_none_of_which_is_known_to_count_are_not_called_none():
    given = [
        {"evaluator": "ann", "bid": bid, "criterion": "Q", "stage": stage, "score": score}
        for bid in ("B1", "B2")
        for stage, score in (("written", 3), ("presentation", 4))
    ]
    found = [one for one in fields(case_of(witness(consensus=[], individual=given))) if isinstance(one, Unassessed)]
    assert [one.reason for one in found] == ["of 4 recorded scores none is known to be what counts for a bid"]


def test_a_score_that_is_recorded_twice_counts_once():
    individual = [
        score("B1", "Q", 5, evaluator="e1"),
        score("B1", "Q", 5, evaluator="e1"),
        score("B1", "Q", 7, evaluator="e2"),
        score("B2", "Q", 5, evaluator="e1"),
    ]
    assert totals(varied(witness(), evaluation={"individual": individual}))["B1"] == 36 + 40


def test_a_scale_on_which_the_lowest_score_is_best_is_turned():
    one = witness()
    one["tender"]["award_criteria"][0]["scale"]["better"] = "lower"
    assert totals(one) == {"B1": 18 + 40, "B2": 12 + Fraction(100, 3)}


def test_shares_follow_the_convention_of_the_recorded_totals():
    one = witness()
    one["tender"]["award_criteria"][0]["scale"] = {"minimum": 5, "maximum": 10}
    assert totals(one)["B1"] == 42 + 40
    by_length = varied(
        one, evaluation={**one["evaluation"], "totals": [{"bid": "B1", "total": 64}, {"bid": "B2", "total": "69.33"}]}
    )
    assert totals(by_length)["B1"] == 24 + 40


def test_bids_that_are_out_do_not_compete_but_are_known():
    one = varied(
        witness(),
        bids=[bid("B1", 100), bid("B2", 120), bid("B3", 60, status="withdrawn"), bid("B4", 50, status="invited")],
    )
    found = field(one)
    assert totals(one) == {"B1": 82, "B2": Fraction(244, 3)}
    assert [(out.bid.id, out.offer.price, out.offer.shares, out.counted) for out in found.out] == [
        ("B3", 60, (), False)
    ]


def test_a_bid_that_is_out_is_compared_with_where_the_record_did_so():
    recorded = [{"bid": "B1", "total": 66}, {"bid": "B2", "total": 68}, {"bid": "B3", "total": 43}]
    one = varied(witness(totals=recorded), bids=[bid("B1", 100), bid("B2", 120), bid("B3", 60, status="excluded")])
    one["evaluation"]["consensus"].append(score("B3", "Q", "0.5"))
    found = field(one)
    assert (totals(one), found.out[0].counted) == ({"B1": 66, "B2": 68}, True)
    # Without it the other one is first, so it decides all the same.
    (facts,) = facts_of("evaluation/excluded-bid-decides", one)
    assert (facts["first"], facts["other"]) == ("B1", "B2")


def test_lots_are_contests_of_their_own():
    one = witness(consensus=[score("B1", "Q", 7), score("B2", "Q", 8), score("B3", "Q", 6)])
    one["tender"]["lots"] = [{"id": "N"}, {"id": "S"}]
    one["bids"] = [bid("B1", 100, lot="N"), bid("B2", 120, lot="N"), bid("B3", 50, lot="S")]
    found = fields(case_of(one))
    assert [(each.called, [offer.name for offer in each.contest.offers]) for each in found] == [
        ("lot N", ["B1", "B2"]), ("lot S", ["B3"]),
    ]  # fmt: skip


def test_a_bid_of_no_known_lot_is_named_once_and_the_other_lots_are_read():
    one = witness(consensus=[score("B1", "Q", 7), score("B2", "Q", 8)])
    one["tender"]["lots"] = [{"id": key} for key in ("N", "S", "W")]
    one["bids"] = [bid("B1", 100, lot="N", round="1"), bid("B2", 120, round="2")]
    found = fields(case_of(one))
    assert [getattr(each, "called", None) or each.missing for each in found] == ["lot N", ("bids[1].lot",)]


def test_sheets_hold_what_everybody_gave():
    individual = [
        score("B1", "Q", 3, evaluator="e2"),
        score("B1", "Q", 4, evaluator="e1"),
        score("B2", "Q", "4.5", evaluator="e2"),
    ]
    case = case_of(varied(witness(), evaluation={"individual": individual}))
    found = sheets(case, fields(case)[0])
    assert (found.evaluators, found.ballots.whole, found.full) == (("e1", "e2"), 20, False)
    assert found.ballots.votes == (((8,), (None,)), ((6,), (9,)))


def test_unscored_and_unpriced_bids_are_named():
    assert lacking(varied(witness(), bids=[*witness()["bids"], bid("B3", 90)])) == (
        "evaluation.consensus (criterion Q, bid B3)",
    )
    assert lacking(varied(witness(), bids=[bid("B1", 100), {"id": "B2"}])) == ("bids[1].value",)
    assert lacking(varied(witness(), bids=[bid("B1", 100)])) == ("bids (bid B2)",)


def test_prices_in_two_currencies_are_not_compared():
    bids = [
        {"id": key, "value": {"amount": 100, "currency": currency}} for key, currency in (("B1", "GBP"), ("B2", "EUR"))
    ]
    found = next(one for one in fields(case_of(varied(witness(), bids=bids))) if isinstance(one, Unassessed))
    assert found.reason == "the prices are in different currencies or units, or differ in VAT"


@pytest.mark.parametrize(
    ("prices", "reason"),
    [((100, 0), "price is zero"), ((100, -5), "price is zero")],
)
def test_a_formula_without_an_answer_is_no_zero(prices, reason):
    bids = [bid("B1", prices[0]), bid("B2", prices[1])]
    found = next(one for one in fields(case_of(varied(witness(), bids=bids))) if isinstance(one, Unassessed))
    assert reason in found.reason


PRICE_ONLY = {
    "zero-at-multiple-of-lowest": {"multiple": 3},
    "zero-at-multiple-of-reference": {"multiple": 3, "estimate": 300},
    "linear-interpolation": {"estimate": 300},
    "power": {"estimate": 300, "exponent": "0.5"},
    "logarithmic": {"multiple": 2},
    "fixed-band": {"lowest": 50, "highest": 300, "clipped": 1},
    "benchmark-price": {"reference_price": 100},
}


@pytest.mark.parametrize(
    "name", sorted({one.name for one in EVERY if one.price_only} - {"bilinear", "score-by-rank", "consip-s-curve"})
)
@settings(deadline=None, max_examples=25)
@given(prices=strategies.lists(strategies.integers(60, 290).map(Fraction), min_size=2, max_size=5))
def test_comparing_with_few_prices_gives_what_comparing_with_all_gives(name, prices):
    parameters = {key: Fraction(value) for key, value in PRICE_ONLY.get(name, {}).items()} or None
    pricing = pricing_by(built(Formula, (), {"name": name, "parameters": parameters}), Fraction(40))
    try:
        expected = [price_points(name, one, prices, Fraction(40), parameters) / 40 for one in prices]
    except FormulaError as error:
        with pytest.raises(FormulaError, match=str(error)[:20]):
            pricing(prices)
    else:
        assert pricing(prices) == expected
    assert formula_named(name).price_only


def test_a_score_off_its_scale_leaves_the_contest_open():
    (found,) = fields(case_of(varied(witness(), evaluation={"consensus": [score("B1", "Q", 12), score("B2", "Q", 8)]})))
    assert found.reason == "the score 12 of B1 for Q is off its scale"
