"""What no test could tell is not assessed, which is no pass; and what is told of it."""

import pytest

from tests.checks.panels.cases import evaluation, heard, judged, kinds, single

WEIGHTS = (20,) * 5
SHEET = [[1, 4, 2, 5, 3], [3, 3, 5, 2, 1], [2, 5, 4, 1, 3], [4, 2, 3, 3, 5], [5, 1, 2, 4, 4]]
OTHERS = [
    [[(one + at + bid * by) % 5 + 1 for one in row] for bid, row in enumerate(SHEET)] for at, by in ((1, 2), (3, 1))
]


def test_a_near_copy_of_two_sheets_is_not_passed():
    copy = [[*SHEET[0][:4], 4], *SHEET[1:]]
    outcome, finds, (said,) = heard("sheets-that-are-alike", evaluation([SHEET, copy], WEIGHTS))
    assert (outcome, finds) == ("not-assessed", [])
    assert "they are the same in 24 of 25 scores" in said


def test_a_copy_that_chance_hardly_makes_weighs_more():
    (hit,) = judged("sheets-that-are-alike", evaluation([SHEET, SHEET, *OTHERS], WEIGHTS)).hits
    assert hit.hit.severity is None
    assert judged("sheets-that-are-alike", evaluation([SHEET, SHEET, *OTHERS], WEIGHTS)).rule.severity == "medium"
    small = [[row[:3] for row in sheet[:2]] for sheet in (SHEET, SHEET, OTHERS[0])]
    assert [one.hit.severity for one in judged("sheets-that-are-alike", evaluation(small, (50, 25, 25))).hits] == [
        "low"
    ]


@pytest.mark.parametrize(
    ("scores", "outcome"),
    [
        ([SHEET], "not-assessed"),
        ([[row[:2] for row in SHEET[:2]]] * 3, "not-assessed"),
        ([[[3] * 5] * 5] * 3, "not-assessed"),
        ([SHEET, *OTHERS], "passed"),
        ([SHEET, SHEET], "review"),
        # Two of three are alike, which is another rule's business, whoever the third is.
        ([SHEET, SHEET, OTHERS[0]], "passed"),
        ([SHEET, OTHERS[0], SHEET], "passed"),
        ([OTHERS[0], SHEET, SHEET], "passed"),
    ],
)
def test_whether_every_sheet_is_the_same_is_told_only_where_it_can_be(scores, outcome):
    weights = (100 / len(scores[0][0]),) * len(scores[0][0])
    assert heard("every-sheet-is-the-same", evaluation(scores, weights))[0] == outcome


@pytest.mark.parametrize(
    ("scores", "kind", "outcome"),
    [
        ([[[3, 2, 4]] * 3] * 3, "none", "not-assessed"),
        (single([[5, 2, 3], [3, 4, 2], [2, 3, 4]]), "powerless", "not-assessed"),
        ([[[5, 3], [2, 3], [3, 2]], [[3, 5], [3, 4], [2, 2]], [[2, 3], [3, 3], [4, 4]]], "powerless", "not-assessed"),
        ([[[5, 5, 3, 2, 5], *SHEET[1:]], *[[[5, 5, 5, 5, 5], *[[3, 2, 4, 3, 2]] * 4]] * 3], "tested", "passed"),
    ],
)
def test_ends_of_the_scale_that_could_not_stand_out_are_not_assessed(scores, kind, outcome):
    weights = (100 / len(scores[0][0]),) * len(scores[0][0])
    sections = evaluation(scores, weights)
    assert (
        kinds("best-or-worst-scores-for-one-bid", sections),
        heard("best-or-worst-scores-for-one-bid", sections)[0],
    ) == (
        [kind],
        outcome,
    )


def test_moves_of_three_bids_on_two_criteria_could_not_stand_out():
    sections = evaluation([[[3, 3]] * 3] * 2, (50, 50), panel=[[5, 5], [2, 2], [4, 2]])
    assert kinds("moderation-moves-one-bid-apart", sections) == ["too-small"]
    assert heard("moderation-moves-one-bid-apart", sections)[0] == "not-assessed"


def test_full_agreement_alone_is_1():
    weights = (10,) * 10
    agreed = [[(bid * 3 + at) % 5 + 1 for at in range(10)] for bid in range(5)]
    (said,) = heard("agreement-of-the-panel", evaluation([agreed] * 3, weights))[2]
    assert "alpha (ordinal): 1.00" in said or "alpha (ordinal): 1 " in said
    off = [[agreed[0][0] + 1, *agreed[0][1:]], *agreed[1:]]
    (said,) = heard("agreement-of-the-panel", evaluation([agreed, agreed, off], weights))[2]
    assert "alpha (ordinal): just below 1 (95 % from" in said
