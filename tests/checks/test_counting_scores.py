"""Which scores count, and which way up: scales on which the low end is best, moderated sheets, and cells given twice."""

import pytest

from tests.checks.scoring_case import outcome, said

TOTALS = "totals-that-do-not-recompute"
MINIMUM = "minimum-score-not-applied"
LOW = {"minimum": 1, "maximum": 5, "better": "lower"}


def low(*scores, **more):
    """Bids with one panel score each, on a scale from 1 (best) to 5."""
    consensus = [{"bid": f"B{at}", "criterion": "Q", "score": one} for at, one in enumerate(scores, 1)]
    criterion = {"id": "Q", "weight": 100, "minimum_score": 3, "disqualifies": True, "scale": LOW}
    return {
        "tender": {"award_criteria": [criterion]},
        "bids": [{"id": one["bid"]} for one in consensus],
        "evaluation": {"consensus": consensus, **more},
    }


def test_the_lowest_score_is_worth_most_where_low_is_better():
    rows = [{"bid": "B1", "total": 100}, {"bid": "B2", "total": 0}, {"bid": "B3", "total": 50}]
    assert outcome(TOTALS, low(1, 5, 3, totals=rows)) == "passed"
    turned = [{"bid": "B1", "total": 0}, {"bid": "B2", "total": 100}, {"bid": "B3", "total": 50}]
    assert outcome(TOTALS, low(1, 5, 3, totals=turned)) == "flagged"


def test_a_minimum_is_the_highest_score_that_is_enough_where_low_is_better():
    ranking = [{"bid": f"B{at}", "rank": at} for at in (1, 2, 3)]
    assert said(MINIMUM, low(1, 2, 3, ranking=ranking)) == ("passed",)
    found = "evaluation.consensus[2].score: B3 has 4 (1 is best) for Q, worse than the minimum of 3, and was ranked"
    doubt = ", if 3 is the highest score that is enough, which the criterion does not say."
    assert said(MINIMUM, low(1, 2, 4, ranking=ranking)) == ("review", found + doubt)
    clear = low(1, 2, 4, ranking=ranking)
    clear["tender"]["award_criteria"][0]["text"] = "A bid that scores worse than 3 (that is 4, 5 or 6) is excluded."
    assert said(MINIMUM, clear) == ("flagged", found + ".")
    clear["tender"]["award_criteria"][0]["text"] = "A bid that scores worse than 4 is excluded."
    assert said(MINIMUM, clear)[0] == "review"


def test_a_move_over_a_minimum_is_seen_from_the_good_end():
    def moved(before, after):
        change = {"bid": "B1", "criterion": "Q", "from": before, "to": after}
        return outcome("evaluation/minimum-crossed-without-a-reason", low(after, changes=[change]))

    assert moved(4, 3) == moved(3, 5) == "flagged"
    assert moved(2, 3) == "passed"


def test_words_are_held_against_the_good_end_of_the_scale():
    one = low(1)
    one["evaluation"]["consensus"][0]["comment"] = "Excellent, nothing is missing"
    assert outcome("evaluation/comment-better-than-its-score", one) == "passed"


def sheets(stage, *scores):
    more = {"stage": stage} if stage else {}
    return [{"evaluator": who, "bid": bid, "criterion": "Q", "score": one, **more} for who, bid, one in scores]


def members(*sheets, **totals):
    scale = {"minimum": 0, "maximum": 5}
    return {
        "tender": {"award_criteria": [{"id": "Q", "weight": 100, "scale": scale}]},
        "bids": [{"id": one} for one in totals],
        "evaluation": {
            "individual": [one for some in sheets for one in some],
            "totals": [{"bid": bid, "total": one} for bid, one in totals.items()],
        },
        "complete": ["evaluation", "bids"],
    }


OWN = (("e1", "B1", 2), ("e2", "B1", 2), ("e1", "B2", 3), ("e2", "B2", 3))
AFTER = (("e1", "B1", 4), ("e2", "B1", 4), ("e1", "B2", 3), ("e2", "B2", 3))


@pytest.mark.parametrize("stage", [None, "individual"])
def test_moderated_sheets_count_in_place_of_those_before(stage):
    assert outcome(TOTALS, members(sheets(stage, *OWN), sheets("moderated", *AFTER), B1=80, B2=60)) == "passed"


def test_a_moderated_score_of_nobody_in_particular_replaces_all():
    together = [{"bid": "B1", "criterion": "Q", "score": 4, "stage": "moderated"}]
    assert outcome(TOTALS, members(sheets(None, *OWN), together, B1=80, B2=60)) == "passed"


def test_sheets_that_were_not_moderated_stand():
    assert outcome(TOTALS, members(sheets(None, *OWN), sheets("moderated", *AFTER[:2]), B1=80, B2=60)) == "passed"


def test_two_unlike_scores_of_one_person_are_not_averaged():
    twice = sheets(None, ("e1", "B1", 5), ("e1", "B1", 0), ("e2", "B1", 5))
    field = "evaluation.individual (one score of each evaluator for criterion Q, bid B1)"
    assert said(TOTALS, members(twice, B1=100)) == ("not-assessed", field)


def test_a_score_that_does_not_say_the_lot_of_its_bid_is_a_second_one_too():
    for second, told in ((0, ("not-assessed", "evaluation.individual (one score of each evaluator for criterion Q, bid B1)")),
                         (5, ("passed",))):  # fmt: skip
        rows = sheets(None, ("e1", "B1", 5), ("e1", "B1", second), ("e2", "B1", 0))
        case = members([rows[0] | {"lot": "1"}, *rows[1:]], B1=50)
        case["tender"]["lots"] = [{"id": "1"}, {"id": "2"}]
        case["bids"] = [one | {"lot": "1"} for one in case["bids"]]
        assert said(TOTALS, case) == told


@pytest.mark.parametrize(("first", "last"), [("Initial", "Final"), (None, "Wash-up"), ("Desk reading", "Final score")])
def test_of_passes_that_no_word_calls_moderation_nobody_says_which_counts(first, last):
    field = "evaluation.individual (one score of each evaluator for criterion Q, bid B1)"
    assert said(TOTALS, members(sheets(first, *OWN), sheets(last, *AFTER), B1=80, B2=60)) == ("not-assessed", field)
    assert outcome(TOTALS, members(sheets(last, *AFTER), B1=80, B2=60)) == "passed"


def test_parts_of_the_competition_count_beside_each_other():
    assert outcome(TOTALS, members(sheets("written", *OWN), sheets("presentation", *AFTER), B1=60, B2=60)) == "passed"


def test_a_score_that_is_recorded_twice_is_one():
    same = sheets(None, ("e1", "B1", 5), ("e1", "B1", 5), ("e2", "B1", 0))
    assert outcome(TOTALS, members(same, B1=50)) == "passed"


def test_rows_without_a_readable_score_are_no_second_score():
    rows = [*sheets(None, ("e1", "B1", 5)), {"evaluator": "e1", "bid": "B1", "criterion": "Q", "comment": "see above"}]
    assert outcome("scored-twice", members(rows, B1=100)) == "passed"


def adjusted(**points):
    """Two bids at 1000 and 1100, of which the first was brought down by 50 before it was scored."""
    return {
        "tender": {
            "award_criteria": [{"id": "P", "type": "price", "weight": 40, "formula": {"name": "lowest-price-ratio"}}]
        },
        "bids": [{"id": "B1", "value": {"amount": 1000}}, {"id": "B2", "value": {"amount": 1100}}],
        "evaluation": {
            "price_adjustments": [{"bid": "B1", "amount": -50, "kind": "arithmetic"}],
            "totals": [{"bid": bid, "price": one, "total": one} for bid, one in points.items()],
        },
        "complete": ["evaluation", "bids"],
    }


@pytest.mark.parametrize("second", ["36.36", "34.55"])
def test_prices_may_be_scored_as_they_were_bid_or_as_they_were_adjusted(second):
    assert outcome(TOTALS, adjusted(B1=40, B2=second)) == "passed"


def test_points_that_no_price_gives_are_found():
    assert outcome(TOTALS, adjusted(B1=40, B2="35.00")) == "flagged"
