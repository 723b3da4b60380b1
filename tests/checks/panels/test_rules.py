"""What the rules about panels say: whole sentences, exact places, and what keeps them still."""

from statistics import fmean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.panels.cases import SCALE, evaluation, heard, judged, kinds, single, tables

FAVOUR = single([[1, 5, 0, 1], [3, 2, 1, 2], [4, 3, 2, 3], [3, 2, 1, 2]])
"""Evaluator 1 lifts B2, which leads with their scores and not without."""
FAIR = single([[3, 2, 2, 4], [3, 2, 3, 4], [4, 3, 2, 5], [3, 1, 1, 3]])
POWER = (
    "Power: one evaluator who adds a fifth of the scale to every score of one bid is found in {} of 100 simulated panels of {};"
    " 5 of 100 fair panels are marked too, so that finding nothing says little."
)


def test_a_departure_stands_at_its_scores_and_names_the_cell():
    (hit,) = judged("evaluator-departs-for-one-bid", evaluation(FAVOUR)).hits
    assert hit.hit.at.path == ("evaluation", "individual", 1)
    assert hit.hit.key == "e1|B2|"
    assert hit.hit.facts[:4] == (
        "the contract",
        "evaluator 2",
        "B2",
        "48.8 points of 100 (2.4 steps on one criterion) above",
    )


def test_every_score_of_the_cell_is_related():
    scores = [[[one, one] for [one] in row] for row in FAVOUR]
    (hit,) = judged("evaluator-departs-for-one-bid", evaluation(scores, (50, 50))).hits
    assert [hit.hit.at.path[2], *(node.path[2] for node, _ in hit.hit.related)] == [2, 3]


@pytest.mark.parametrize(
    ("scores", "size", "power"),
    [
        (FAIR, "4 evaluators, 4 bids and one criterion", 1),
        (FAVOUR, "4 evaluators, 4 bids and one criterion", 1),
        (single([[3, 2, 2, 4], [3, 2, 3, 4], [4, 3, 2, 5]]), "3 evaluators, 4 bids and one criterion", 2),
    ],
)
def test_the_power_is_said_whether_or_not_anything_is_found(scores, size, power):
    _, _, (said,) = heard("evaluator-departs-for-one-bid", evaluation(scores))
    assert said.endswith(POWER.format(power, size))


def test_the_residuals_are_a_table_with_the_cell_marked():
    columns, rows = tables("evaluator-departs-for-one-bid", evaluation(FAVOUR))["residuals", ""]
    assert columns == ("evaluator", "bidder", "mean", "residual", "tested")
    assert [row for row in rows if row[4]] == [("evaluator 2", "B2", "100", "48.75", 1)]
    assert len(rows) == 16
    assert rows[4] == ("evaluator 2", "B1", "20", "-26.25", 0)


def test_lots_are_one_family():
    """Three lots of the same scores: p is tripled at most, and every lot says how many tests there were."""
    scores = single([row * 3 for row in [[one for [one] in line] for line in FAIR]])
    sections = evaluation(scores, lots=["N"] * 4 + ["S"] * 4 + ["W"] * 4)
    _, finds, said = heard("evaluator-departs-for-one-bid", sections)
    assert finds == []
    assert all("p is 0.2, and 0.6 adjusted by Holm (tests made: 3)" in one for one in said)


@pytest.mark.parametrize(
    ("scores", "kind"),
    [
        (single([[3, 2], [3, 1]]), "too-small"),
        (single([[3, 2, 4], [3, 1, 2], [2, 3, 4]]), "too-small"),
        (single([[3] * 4] * 3), "not-estimable"),
        (single([[1, 2, 3, 4], [2, 3, 4, 5], [0, 1, 2, 3]]), "not-estimable"),
        (single([[3, None, 2, 1], [None, 3, 2, 2], [3, 3, None, 1], [2, 2, 1, None]]), "not-complete"),
    ],
)
def test_why_nothing_was_tested_is_said(scores, kind):
    assert kinds("evaluator-departs-for-one-bid", evaluation(scores)) == [kind]
    assert kinds("departs-and-decides", evaluation(scores)) == ["untested"]


def test_a_departure_that_decides():
    outcome, finds, said = heard("departs-and-decides", evaluation(FAVOUR))
    assert outcome == "review"
    assert [one.split(":")[0] for one in finds] == ["evaluation.individual[1]"]
    assert "without evaluator 2 B1 would lead" in finds[0]
    assert "leaving some one evaluator out changes who leads in 5 of 100, so that alone is normal" in said[0]


@pytest.mark.parametrize(
    "scores",
    [
        single([[1, 5, 0, 3], [3, 2, 1, 4], [4, 3, 2, 5], [3, 2, 1, 4]]),  # another bid leads either way
        single([[4, 3, 2, 0], [5, 4, 3, 3], [4, 3, 2, 2], [4, 3, 2, 2]]),  # a bid that never leads is marked down
    ],
)
def test_a_departure_that_does_not_favour_the_winner_is_not_said_to_decide(scores):
    assert judged("evaluator-departs-for-one-bid", evaluation(scores)).hits
    assert heard("departs-and-decides", evaluation(scores))[:2] == ("passed", [])


def test_a_rival_marked_down_decides_too():
    scores = single([[5, 0, 4, 5], [3, 3, 2, 3], [3, 4, 2, 3], [3, 3, 2, 3]])
    _, (found,), _ = heard("departs-and-decides", evaluation(scores))
    assert all(one in found for one in ("evaluator 2 gave B2 a mean", "below", "without evaluator 2 B2 would lead"))


def test_price_may_keep_a_departure_from_deciding():
    assert heard("departs-and-decides", evaluation(FAVOUR, (60,), prices=(0, 40, 0, 0)))[1] == []
    assert heard("departs-and-decides", evaluation(FAVOUR, (60,), prices=(40, 40, 0, 0)))[1] != []


def test_agreement_has_its_ranges_and_no_mark():
    _, _, (said,) = heard("agreement-of-the-panel", evaluation(FAIR))
    assert said == (
        "In the contract, evaluators: 4, bids on criteria that two or more scored: 4. Krippendorff's alpha (ordinal): 0.59"
        " (95 % from -0.25 to 0.62; 500 seeded resamples, seed 19720221). ICC(A,1): 0.62 (95 % from -0.07 to 0.67; 500 seeded"
        " resamples, seed 19720221). Kendall's W of the ranks of bids: 0.87 (p 0.0023 from all 13824 orders). Range of W"
        " over bids: 95 % from 0.00 to 1.00; 500 seeded resamples, 6 of them without variation, seed 19720221. Note: few scores,"
        " so the figures and their ranges, wide or narrow, say little; textbook marks would fail most fair panels of usual size."
    )


def test_agreement_without_weights_lacks_only_the_ranks():
    sections = evaluation(FAIR, (100, 0))
    del sections["tender"]["award_criteria"][0]["weight"]
    _, _, (said,) = heard("agreement-of-the-panel", sections)
    assert (
        "Kendall's W of the ranks of bids: not estimable: the weights are not known. Range of W over bids: not estimable. Note"
        in said
    )


def test_severity_of_who_scored_different_bids_may_decide():
    scores = single([[2, 1, None], [None, 3, 3], [None, 3, 3]])
    _, _, (said,) = heard("severity-of-evaluators", evaluation(scores))
    assert "by the plain means the lead is with B3, with severity taken out by an additive model with B1" in said
    columns, rows = tables("severity-of-evaluators", evaluation(scores))["severity", ""]
    assert columns == ("evaluator", "scores", "mean_departure", "low_95", "high_95")
    assert [row[:3] for row in rows] == [
        ("evaluator 1", 2, "6.67"), ("evaluator 2", 1, "-26.67"), ("evaluator 3", 2, "6.67"),
    ]  # fmt: skip


def test_severity_has_a_range_over_bids():
    given = [[3, 4, 1, 3], [3, 3, 1, 3], [3, 3, 2, 2], [3, 3, 1, 3]]
    _, _, (said,) = heard("severity-of-evaluators", evaluation(single(given)))
    _, rows = tables("severity-of-evaluators", evaluation(single(given)))["severity", ""]
    means = [fmean(one) for one in zip(*given, strict=True)]
    departures = [[20 * (own - mean) for own, mean in zip(row, means, strict=True)] for row in given]
    expected = [(fmean(own), 3.1824 * stdev(own) / 2) for own in departures]
    # Evaluators are numbered in no order of the record.
    assert sorted(tuple(map(float, row[2:])) for row in rows) == [
        pytest.approx((mean, mean - half, mean + half), abs=0.006)
        for mean, half in sorted(expected, key=lambda one: (one[0], -one[1]))
    ]
    assert "(95 % from " in said


def test_a_severity_that_is_the_same_for_every_bid_has_no_range():
    _, _, (said,) = heard("severity-of-evaluators", evaluation(single([[1, 2, 3, 4], [2, 3, 4, 5], [0, 1, 2, 3]])))
    assert (
        " marks hardest, 20 points of 100 below the mean of all who scored the same (range not estimable: the same for every bid)"
        in said
    )


@given(shift=st.integers(-1, 1))
@settings(max_examples=3, deadline=None)
def test_severity_alone_changes_no_test(shift):
    scores = [
        [[min(5, max(0, one + (shift if at == 1 else 0))) for one in cell] for cell in row]
        for at, row in enumerate(FAIR)
    ]
    before = judged("evaluator-departs-for-one-bid", evaluation(FAIR)).outcome
    assert judged("evaluator-departs-for-one-bid", evaluation(scores)).outcome == before


ALIKE = [
    [[1, 4, 2, 5], [3, 3, 5, 2]],
    [[1, 4, 2, 5], [3, 3, 5, 2]],
    [[2, 3, 4, 4], [1, 5, 3, 2]],
    [[4, 2, 1, 3], [2, 4, 4, 3]],
]


def test_sheets_that_are_alike_stand_at_the_first_and_name_all_others():
    (hit,) = judged("sheets-that-are-alike", evaluation(ALIKE, (25,) * 4)).hits
    assert hit.hit.at.path == ("evaluation", "individual", 0)
    assert sorted(node.path[2] for node, _ in hit.hit.related) == list(range(1, 16))
    assert hit.hit.facts[:5] == ("the contract", "evaluator 2", "evaluator 3", 8, 8)


def test_a_copy_with_one_score_in_ten_changed_is_named_and_one_of_an_even_sheet_is_not():
    sheet = [[1, 4, 2, 5, 3], [3, 3, 5, 2, 1]]
    copy = [[1, 4, 2, 5, 3], [3, 3, 5, 2, 2]]
    others = [[[2, 3, 4, 4, 1], [1, 5, 3, 2, 4]], [[4, 2, 1, 3, 5], [2, 4, 4, 3, 3]]]
    (hit,) = judged("sheets-that-are-alike", evaluation([sheet, copy, *others], (20,) * 5)).hits
    assert hit.hit.facts[3:5] == (9, 10)
    even = [[[3] * 5, [3] * 5], [[3] * 5, [3] * 4 + [4]]]
    assert heard("sheets-that-are-alike", evaluation([*even, *others], (20,) * 5))[1] == []


@pytest.mark.parametrize(
    ("scores", "outcome"),
    [
        (ALIKE[:2], "not-assessed"),  # with two, dealing out tells nothing
        ([ALIKE[0], [[1, 4, 2, 5], [3, 3, 5, 1]], *ALIKE[2:]], "passed"),  # one score apart
        ([[[3] * 4, [3] * 4]] * 4, "not-assessed"),  # all alike, without variation
    ],
)
def test_sheets_that_may_well_be_alike_are_let_be(scores, outcome):
    assert heard("sheets-that-are-alike", evaluation(scores, (25,) * len(scores[0][0])))[:2] == (outcome, [])


@pytest.mark.parametrize(
    ("scores", "told"),
    [
        ([[[3] * 3] * 4] * 4, "alike in every score: 6, all of sheets that give one score throughout. Not estimable: no variation"),
        ([[[3] * 3] * 4] * 2 + [[[3, 4, 2]] * 4], "alike in every score: 1, all of sheets that give one score throughout."),
        ([[[3, 4, 2]] * 2 + [[3, 4, 5]], [[3, 4, 2]] * 3], "they are the same in 8 of 9 scores. Too small to be tested"),
        ([[[3, 4, 2]] * 2 + [[3, 4, 5]], *[[[3, 4, 2]] * 3] * 2, [[3, 3, 2]] * 3], "that no pair could stand out. Too small"),
    ],
)  # fmt: skip
def test_why_no_sheets_are_named_is_said(scores, told):
    outcome, _, (said,) = heard("sheets-that-are-alike", evaluation(scores, (40, 30, 30)))
    assert (outcome, told in said) == ("not-assessed", True), said


def test_sheets_of_too_few_scores_are_not_assessed():
    for scores in ([[[3, 4, None], [3, 3, None]]] * 3, [[[1, 4, 2], [3, 3, None]]] * 2 + [[[2, 3, 4], [1, 5, None]]]):
        outcome, finds, (said,) = heard("sheets-that-are-alike", evaluation(scores, (40, 30, 30)))
        assert (outcome, finds) == ("not-assessed", [])
        assert (
            "too few to compare: three people and six scores that all of them gave are needed. No lots were drawn, and nothing could be found (power 0)."
            in said
        )


def test_what_the_pattern_leaves_out_is_named():
    scores = [
        [[5, 5, 5], [3, 2, 3], [2, 3, 3], [3, 3, 2]],
        [[3, 3, 4], [5, 4, 3], [3, 4, 5], [5, 3, 4]],
        [[4, 3, 3], [3, 5, 4], [5, 3, 4], [4, 5, 5]],
        [[3, 4, 3], [4, 5, 5], [4, 5, 3], [5, 5, 3]],
    ]
    said = heard("evaluator-departs-for-one-bid", evaluation(scores, (40, 30, 30)))[2][0]
    assert "among 4 evaluators and 4 bids (criteria compared: 3 of 3), the mean" in said
    scores[0][1][2] = None
    said = heard("evaluator-departs-for-one-bid", evaluation(scores, (40, 30, 30)))[2][0]
    assert "bids (criteria compared: 2 of 3; left out, since not every score of theirs is there: Q3), the mean" in said
    scores[0][1] = [None] * 3
    said = heard("evaluator-departs-for-one-bid", evaluation(scores, (40, 30, 30)))[2][0]
    lacks = "criteria compared: 3 of 3; left out, since not every score of theirs is there: evaluator 2), the mean"
    assert said.partition(" among ")[2].startswith(f"3 evaluators and 4 bids ({lacks}"), said


def test_who_gives_every_bid_the_same_is_measured():
    columns, rows = tables("sheets-that-are-alike", evaluation([[[3, 2], [3, 2]], [[2, 4], [3, 2]]], (50, 50)))[
        "spread-over-criteria", ""
    ]
    assert columns == ("evaluator", "scores", "mean_spread", "same_for_every_bid")
    assert [row[3] for row in rows] == ["yes", "no"]


def test_who_scored_only_some_bids_and_gave_these_the_same_did_not_give_every_bid_the_same():
    scores = [[[3, 2, 4], [3, 2, 4], [None] * 3], [[2, 4, 1], [3, 2, 2], [1, 2, 3]]]
    _, rows = tables("sheets-that-are-alike", evaluation(scores, (40, 30, 30)))["spread-over-criteria", ""]
    assert [row[3] for row in rows] == ["no", "no"]


def test_best_scores_for_one_bid_stand_at_these_scores():
    scores = [
        [[5, 5, 5, 5, 5], [3, 2, 3, 4, 3], [2, 3, 3, 2, 4], [3, 3, 2, 3, 3]],
        [[3, 3, 4, 3, 3], [5, 4, 3, 5, 3], [3, 4, 5, 3, 5], [5, 3, 4, 5, 4]],
        [[4, 3, 3, 3, 4], [3, 5, 4, 3, 5], [5, 3, 4, 5, 3], [4, 5, 5, 3, 5]],
        [[3, 4, 3, 4, 3], [4, 5, 5, 3, 4], [4, 5, 3, 5, 3], [5, 5, 3, 4, 5]],
    ]
    (hit,) = judged("best-or-worst-scores-for-one-bid", evaluation(scores, (20,) * 5)).hits
    assert [hit.hit.at.path[2], *(node.path[2] for node, _ in hit.hit.related)] == [0, 1, 2, 3, 4]
    assert hit.hit.facts[3:5] == ("best", 5)
    turned = evaluation(scores, (20,) * 5, scale={**SCALE, "better": "lower"})
    (hit,) = judged("best-or-worst-scores-for-one-bid", turned).hits
    assert hit.hit.facts[3] == "worst"


BEFORE = [[[3, 4], [4, 3], [2, 3]], [[3, 3], [4, 4], [2, 2]]]


def test_another_leader_after_moderation_is_a_fact_and_is_flagged():
    sections = evaluation(BEFORE, (50, 50), panel=[[5, 4], [3, 3], [2, 2]])
    outcome, finds, _ = heard("moderation-changes-who-leads", sections)
    assert outcome == "flagged"
    assert finds == [
        "evaluation.consensus[0]: In the contract, the lead is with B2 by the means of the individual scores and with B1 by the"
        " panel's scores (counting quality, which is all that counts)."
    ]
    columns, rows = tables("moderation-changes-who-leads", sections)["moves", ""]
    assert columns == ("bidder", "individual", "panel", "rank_before", "rank_after")
    assert rows == (("B1", "65", "90", 2, 1), ("B2", "75", "60", 1, 2), ("B3", "45", "40", 3, 3))


@pytest.mark.parametrize(
    "panel",
    [
        [[3, 4], [4, 3], [2, 2]],  # a tie for the first place with the one who led before
        [[3, 3], [4, 4], [2, 3]],
        [[5, 4], [3, None], [2, 2]],  # nobody knows the panel's total of B2
    ],
)
def test_moderation_that_may_have_left_the_lead_where_it_was_is_not_flagged(panel):
    assert heard("moderation-changes-who-leads", evaluation(BEFORE, (50, 50), panel=panel))[1] == []


@pytest.mark.parametrize(
    "spoilt",
    [
        {"criterion": "Q9"},
        {"score": 30},
        {"evaluator": "e2"},  # given twice, and another time
    ],
)
def test_a_lead_that_hangs_on_who_was_mild_is_not_laid_to_moderation(spoilt):
    scores = [[[2, 2], [4, 4]], [[4, 4], [4, 3]], [[4, 4], [4, 3]]]
    sections = evaluation(scores, (50, 50), panel=[[3, 3], [4, 3]])
    assert heard("moderation-changes-who-leads", sections)[0] == "passed"
    sections["evaluation"]["individual"][0] |= spoilt
    sections["evaluation"]["individual"][1] |= spoilt
    outcome, finds, _ = heard("moderation-changes-who-leads", sections)
    assert (outcome, finds) == ("not-assessed", [])


def test_totals_without_price_points_are_out_of_a_hundred():
    _, rows = tables("moderation-changes-who-leads", evaluation(BEFORE, (30, 30), panel=[[5, 5], [3, 3], [2, 2]]))[
        "moves", ""
    ]
    assert [row[2] for row in rows] == ["100", "60", "40"]


MOVED = [
    [[3, 3, 3], [3, 2, 3], [2, 3, 2], [3, 3, 4]],
    [[2, 3, 2], [3, 3, 3], [3, 2, 3], [4, 3, 3]],
    [[3, 2, 3], [2, 3, 3], [3, 3, 2], [3, 4, 3]],
]


def test_one_bid_moved_apart_stands_at_what_was_moved():
    sections = evaluation(MOVED, (40, 35, 25), panel=[[5, 5, 5], [2, 2, 2], [2, 2, 2], [3, 3, 3]])
    (hit,) = judged("moderation-moves-one-bid-apart", sections).hits
    assert [hit.hit.at.path, *(node.path for node, _ in hit.hit.related)] == [
        ("evaluation", "consensus", at) for at in range(3)
    ]
    assert hit.hit.facts[:3] == ("the contract", "B1", "43.3 points of 100 above")


def test_moves_the_other_way_are_below():
    sections = evaluation(MOVED, (40, 35, 25), panel=[[0, 0, 0], [3, 3, 3], [3, 3, 3], [4, 4, 4]])
    (hit,) = judged("moderation-moves-one-bid-apart", sections).hits
    assert hit.hit.facts[2].endswith("below")


def test_names_are_only_said_where_they_are_asked_for():
    sections = evaluation(FAVOUR, people=[{"id": "e1", "name": "Ada Alder"}])
    for name in (
        "evaluator-departs-for-one-bid",
        "departs-and-decides",
        "agreement-of-the-panel",
        "severity-of-evaluators",
    ):
        assert "Ada" not in repr(heard(name, sections))


def test_one_step_in_a_panel_that_agrees_could_not_have_been_found():
    scores = [[[3, 1, 4], [4, 2, 3], [2, 3, 3], [1, 4, 2]] for _ in range(4)]
    scores[2][2][0] += 1
    sections = evaluation(scores, (40, 30, 30))
    outcome, finds, (said,) = heard("evaluator-departs-for-one-bid", sections)
    assert (outcome, finds) == ("not-assessed", [])
    assert "Too small to be tested: most scores agree, and of the 4 ways" in said
    assert kinds("departs-and-decides", sections) == ["untested"]


def test_who_is_far_off_in_a_panel_that_agrees_is_not_said_to_be_found_or_not():
    """Three scores of one bid are ten where all others gave five: one of 4 people in 64 ways, which is p 0.06 at best."""
    scores = [[[7, 7, 7], [5, 5, 5], [6, 6, 6], [4, 4, 4]] for _ in range(4)]
    scores[3][1] = [10, 10, 10]
    _, finds, (said,) = heard(
        "evaluator-departs-for-one-bid", evaluation(scores, (40, 30, 30), scale={"minimum": 0, "maximum": 10})
    )
    assert finds == []
    assert "of the 64 ways" in said
    assert "none gives a p below 0.062" in said


def test_the_power_is_that_of_as_many_criteria_as_the_weights_are_worth():
    """Five by five: 43 of 100 with eight criteria, 9 with three, 2 with one, or with three of which one weighs nearly all."""
    said = []
    for weights in ((12, 12, 12, 12, 13, 13, 13, 13), (34, 33, 33), (100,), (98, 1, 1)):
        scores = [
            [[(person * bid + 3 * bid + at * person) % 5 for at in range(len(weights))] for bid in range(5)]
            for person in range(5)
        ]
        said += heard("evaluator-departs-for-one-bid", evaluation(scores, weights))[2]
    wanted = [
        (43, "8 criteria of equal weight"),
        (9, "3 criteria of equal weight"),
        (2, "one criterion"),
        (2, "one criterion"),
    ]
    assert len(said) == 4
    for one, (power, criteria) in zip(said, wanted, strict=True):
        assert f"is found in {power} of 100 simulated panels of 5 evaluators, 5 bids and {criteria}; " in one


def test_one_unit_has_no_alpha_and_one_criterion_no_spread():
    scores = single([[3, None, None], [2, None, None], [None, 2, None], [None, None, 4]])
    _, _, (said,) = heard("agreement-of-the-panel", evaluation(scores))
    assert "alpha (ordinal): not estimable: one bid on one criterion is no pattern." in said
    _, _, (said,) = heard("sheets-that-are-alike", evaluation(FAIR))
    assert "Over the criteria of one bid: not estimable, since nobody scored two criteria of a bid." in said


def test_how_many_pairs_chance_makes_is_no_probability():
    sheet = [[3, 1], [4, 2], [2, 5]]
    _, _, (said,) = heard(
        "sheets-that-are-alike", evaluation([sheet, sheet, sheet, [[3, 1], [4, 2], [2, 4]]], (50, 50))
    )
    assert (
        "pairs alike in every score, with scores that vary: 3. Dealing the scores of each cell out at random makes 3 such pairs"
        in said
    )


def test_sheets_that_are_all_alike_are_asked_about():
    scores = [[[3, 1], [4, 2], [2, 5]]] * 3
    _, _, (said,) = heard("sheets-that-are-alike", evaluation(scores, (50, 50)))
    assert "all 3 sheets, of up to 6 scores each, are the same in every score" in said
    _, _, (said,) = heard("severity-of-evaluators", evaluation(scores, (50, 50)))
    assert said.startswith("In the contract, all evaluators score equally hard")


def test_where_one_person_alone_tells_bids_apart_agreement_has_no_p():
    one = single([[4, 4, 4], [4, 4, 4], [4, 4, 5]])
    _, _, (said,) = heard("agreement-of-the-panel", evaluation(one))
    assert "(no p, since only one person ranks any bid above another, and nothing can be reshuffled)" in said


@pytest.mark.parametrize(
    ("scores", "range_of_w"),
    [
        ([[3, 2, 4], [3, 1, 4], [2, 3, 4]], "not estimable: fewer than four bids"),
        ([[1, 2, 3, 4], [2, 3, 4, 5], [0, 1, 2, 3]], "not estimable: bids drawn again give no other figure"),
        ([[3] * 4] * 3, "not estimable"),
    ],
)
def test_w_has_no_range_where_bids_drawn_again_say_nothing(scores, range_of_w):
    _, _, (said,) = heard("agreement-of-the-panel", evaluation(single(scores)))
    assert f"Range of W over bids: {range_of_w}. Note" in said


def test_sheets_that_are_alike_tell_nothing_where_the_others_agree_as_well():
    """Two mild people of one mind, and two harder ones who agree but for a cell each: dealing out alone calls that rare."""
    mild = [[3, 2, 4], [5, 3, 2], [2, 4, 3], [4, 3, 5]]
    hard = [[one - 1 for one in row] for row in mild]
    one, other = [[4, *hard[0][1:]], *hard[1:]], [*hard[:3], [*hard[3][:2], 2]]
    _, finds, (said,) = heard("sheets-that-are-alike", evaluation([mild, mild, one, other], (40, 30, 30)))
    assert finds == []
    assert "pairs alike in every score, or in nine of ten: 1. Not estimable: the other pairs agree" in said
    apart = [[[1, 4, 2], [3, 5, 4], [4, 1, 5], [2, 5, 3]], [[5, 3, 1], [2, 2, 5], [1, 3, 4], [5, 1, 2]]]
    assert heard("sheets-that-are-alike", evaluation([mild, mild, *apart], (40, 30, 30)))[1] != []


@pytest.mark.parametrize(
    ("reason", "asked"),
    [(None, (None, None)), ("The annex that nobody had read shows night cover", ("possible", "medium"))],
)
def test_a_reason_lowers_what_is_said_of_a_score_outside_its_members_that_decides(reason, asked):
    sections = evaluation(single([[4, 3], [4, 3]]), panel=[[4], [5]], complete=["evaluation"])
    sections["evaluation"]["consensus"][1] |= {"reason": reason} if reason else {}
    [found] = judged("score-outside-its-members-decides", sections).hits
    assert (found.hit.confidence, found.hit.severity) == asked
