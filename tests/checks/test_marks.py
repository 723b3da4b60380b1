"""Totals may be weighted marks, of which the lowest is the best: 1 is very good, and nobody makes points of it."""

import pytest

from tests.checks.scoring_case import facts_of, outcome
from tests.checks.test_scoring import TOTALS, evaluated, parts_of

RANKING = "ranking-against-the-totals"
FIRST = "evaluation/another-bid-first-when-worked-out-again"
AWARD = "evaluation/award-apart-from-the-scores"
MARKS = {"minimum": 1, "maximum": 6, "better": "lower"}
CRITERIA = [
    {"id": "K", "type": "quality", "weight": 30, "scale": MARKS},
    {"id": "V", "type": "quality", "weight": 20, "scale": MARKS},
    {"id": "P", "type": "price", "weight": 50, "scale": MARKS},
]
GIVEN = {"A": (2, 1, "2.3"), "B": (3, 2, "1.0"), "C": (1, 2, "3.1")}
SCORES = {(bid, one): mark for bid, own in GIVEN.items() for one, mark in zip("KVP", own, strict=True)}
MEANS = {"A": "1.95", "B": "1.80", "C": "2.25"}


def record(totals, order="BAC", criteria=CRITERIA, **more):
    ranking = [{"bid": bid, "rank": place} for place, bid in enumerate(order, 1)]
    case = evaluated(criteria, dict.fromkeys("ABC", 100), SCORES, totals, ("bids", "tender", "evaluation"))
    case["evaluation"] |= {"ranking": ranking} if order else {}
    return case | more


@pytest.mark.parametrize(
    "totals",
    [
        MEANS,
        {"A": 195, "B": 180, "C": 225},
        {
            "A": {"quality": "0.80", "price": "1.15", "total": "1.95"},
            "B": {"quality": "1.30", "price": "0.50", "total": "1.80"},
            "C": {"quality": "0.70", "price": "1.55", "total": "2.25"},
        },
        # Points out of a hundred are usual all the same, and the other way round.
        {"A": "84.17", "B": "86.67", "C": "79.17"},
    ],
)
def test_weighted_marks_follow_from_the_marks(totals):
    assert outcome(TOTALS, record(totals)) == "passed"
    assert outcome(RANKING, record(totals)) == "passed"
    assert outcome(FIRST, record(totals)) == "passed"
    assert outcome(FIRST, record(totals, order="")) == "passed"


def test_a_wrong_mark_is_found_as_a_mark():
    slip = record(MEANS | {"C": "1.75"}, "CBA")
    assert parts_of(slip) == [("C", "total", "1.75", "2.250")]
    assert outcome(TOTALS, slip) == "flagged"
    [order] = facts_of(RANKING, slip)
    assert order["by_totals"] == ("B", "A", "C")


def test_the_highest_mark_is_not_first():
    assert outcome(RANKING, record(MEANS, "CAB")) == "flagged"


def test_means_of_scores_of_which_high_is_good_are_points():
    high = [one | {"scale": MARKS | {"better": "higher"}} for one in CRITERIA]
    assert outcome(RANKING, record(MEANS, "CAB", high)) == "passed"
    assert outcome(RANKING, record(MEANS, "BAC", high)) == "flagged"


@pytest.mark.parametrize(("totals", "order", "more", "found"), [
    # Marks from 1 to 6 whose best end nobody gives: the exact reverse may be right.
    (MEANS, "BAC", {}, "review"),
    ({"A": 195, "B": 180, "C": 225}, "BAC", {}, "review"),
    # Neither the order of marks nor that of points.
    (MEANS, "BCA", {}, "flagged"),
    # Something says which end is the best, or points are none of the scale's marks.
    (MEANS, "BAC", {"better": "higher"}, "flagged"),
    (MEANS, "BAC", {"minimum": 0}, "flagged"),
    (MEANS, "BAC", {"descriptors": {"1": "poor", "6": "excellent"}}, "flagged"),
    ({"A": "32.5", "B": "30", "C": "37.5"}, "BAC", {}, "flagged"),
])  # fmt: skip
def test_where_no_end_of_the_scale_is_the_best_a_reversed_order_is_a_question(totals, order, more, found):
    scale = {"minimum": 1, "maximum": 6} | more
    given = record(totals, order, [one | {"scale": scale} for one in CRITERIA])
    assert outcome(RANKING, given) == found
    if found == "review":
        won = record(totals, "", [one | {"scale": scale} for one in CRITERIA])
        for bid, outcome_of in (("B", "review"), ("A", "flagged"), ("C", "passed")):
            won["awards"] = [{"id": "X", "bid": bid, "status": "active"}]
            assert outcome("award-not-to-the-best", won) == outcome_of


def test_words_that_say_that_the_most_points_win_settle_it():
    given = record(MEANS, "BAC", [one | {"scale": {"minimum": 1, "maximum": 6}} for one in CRITERIA])
    given["tender"]["award_method"] = "The most points win."
    assert outcome(RANKING, given) == "flagged"


def test_means_of_points_that_were_made_of_marks_are_points():
    """7 less the mark: 5.05, 5.2 and 4.75, of which the highest is the best."""
    assert outcome(RANKING, record({"A": "5.05", "B": "5.20", "C": "4.75"})) == "passed"
    assert outcome(TOTALS, record({"A": "5.05", "B": "5.20", "C": "4.75"})) == "passed"


def test_who_won_by_marks():
    won = {"awards": [{"id": "X", "bid": "B", "status": "active"}]}
    assert outcome("award-not-to-the-best", record(MEANS, "", **won)) == "passed"
