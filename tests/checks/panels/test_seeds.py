"""What is drawn names its seed, so that anybody can draw the same again, and agreement of a large panel is told without a mark."""

from tests.checks.panels.cases import evaluation, heard

FIRST = [[2, 3, 1, 4], [3, 3, 2, 2], [1, 4, 3, 3], [2, 2, 4, 1], [4, 1, 2, 3]]
SECOND = [[3, 3, 1, 4], [3, 2, 2, 2], [1, 4, 3, 4], [2, 2, 5, 1], [4, 1, 2, 3]]
QUARTERS = (25,) * 4


def told(name, *given, **more):
    (said,) = heard(name, evaluation(*given, **more))[2]
    return said


def test_dealings_of_scores_name_the_seed_they_were_drawn_with():
    agreed = [[3] * 8] * 5
    said = told("evaluator-departs-for-one-bid", [[[5] * 8, *agreed[1:]], *[agreed] * 4], (12.5,) * 8)
    assert said.split(" fair panels of this size reach ")[1].split("; from four evaluators on")[0] == (
        "0.5541. p is 0.0001, and 0.0001 adjusted by Holm (tests made: 1), from the larger of 0.0001 (99999 simulated tables, "
        "seed 19725226) and 0.0001 (9999 dealings of each cell, seed 19720221)"
    )


def test_orders_of_moves_name_the_seed_they_were_drawn_with():
    panel = [[4, 5, 3, 5], [3, 4, 2, 2], [2, 4, 3, 3], [2, 2, 4, 2], [4, 1, 3, 3]]
    said = told("moderation-moves-one-bid-apart", [FIRST, FIRST], QUARTERS, panel=panel)
    assert said.split(" (where two orders move")[0] == (
        "In the contract, of 20 scores of the panel 8 differ from the mean of its members'. The bid moved most otherwise than the "
        "others is B1: in sum 24.0 points of 100 above the mean move of all. p is 0.015, and 0.015 adjusted by Holm (tests made: "
        "1), from 6625 orders drawn with seed 19720221 of the moves of each criterion"
    )


def test_agreement_of_a_large_panel_passes_and_fails_no_mark():
    assert told("agreement-of-the-panel", [FIRST, SECOND, FIRST], QUARTERS) == (
        "In the contract, evaluators: 3, bids on criteria that two or more scored: 20. Krippendorff's alpha (ordinal): 0.95 (95 % "
        "from 0.84 to just below 1; 500 seeded resamples, seed 19720221). ICC(A,1): 0.94 (95 % from 0.87 to 0.99; 500 seeded "
        "resamples, seed 19720221). Kendall's W of the ranks of bids: 0.80 (p 0.015 from all 14400 orders). Range of W over bids: "
        "95 % from 0.26 to 1.00; 500 seeded resamples, seed 19720221. Note: no mark is passed or failed; textbook marks would fail "
        "most fair panels of usual size."
    )
