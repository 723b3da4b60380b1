"""A list of averages in which one entry is wrong, where totals follow from the members' scores as the documents publish it."""

import pytest

from tests.checks.scoring_case import outcome

_MEAN = "The score for each question is the mean of the scores of all evaluators"
_LEADS = ("evaluation/another-bid-first-when-worked-out-again", "ranking-against-the-totals", "award-not-to-the-best")


def _case(method=_MEAN, listed=("5", "3.5"), totals=("78", "81.36")):
    """B2 wins with 45 of quality against 38; by the entry `5` for B1, whose members' mean is 3, B1 would."""
    single = [("e1", "B1", 3), ("e2", "B1", 3), ("e1", "B2", 3), ("e2", "B2", 4)]
    quality = {"id": "Q1", "type": "quality", "weight": 60, "scale": {"minimum": 0, "maximum": 5}}
    price = {
        "id": "P",
        "type": "price",
        "weight": 40,
        "formula": {"name": "lowest-price-ratio", "rounding": {"places": 2}},
    }
    prices = {"B1": 100000, "B2": 102000}
    return {
        "complete": ["tender", "bids", "evaluation", "awards"],
        "tender": {"award_method": method, "award_criteria": [quality, price]},
        "bids": [{"id": bid, "status": "valid", "value": {"amount": one, "currency": "GBP"}} for bid, one in prices.items()],
        "evaluation": {
            "individual": [{"evaluator": who, "bid": bid, "criterion": "Q1", "score": one} for who, bid, one in single],
            "consensus": [{"bid": bid, "criterion": "Q1", "score": one} for bid, one in zip(prices, listed, strict=True)],
            "totals": [{"bid": bid, "total": one} for bid, one in zip(prices, totals, strict=True)],
            "ranking": [{"bid": "B2", "rank": 1}, {"bid": "B1", "rank": 2}],
        },
        "awards": [{"id": "A1", "bid": "B2", "status": "pending"}],
    }  # fmt: skip


_RIGHT = ("76", "81.22")


def test_totals_from_the_members_scores_are_the_published_ones():
    assert outcome("totals-that-do-not-recompute", _case(totals=_RIGHT)) == "passed"


@pytest.mark.parametrize("name", _LEADS)
def test_a_wrong_entry_of_the_list_makes_nobody_else_the_first(name):
    assert outcome(name, _case(totals=_RIGHT)) in ("passed", "not-assessed")


@pytest.mark.parametrize("name", _LEADS)
def test_a_score_that_was_agreed_counts_for_the_first_place(name):
    assert outcome(name, _case(method="The most points win", totals=_RIGHT)) == "flagged"


def test_a_total_that_follows_from_neither_is_wrong():
    assert outcome("totals-that-do-not-recompute", _case(totals=("70", "81.22"))) == "flagged"


def _rejected(**figures):
    case = _case(listed=("3", "3.5"), totals=_RIGHT)
    case["bids"][0]["status"] = "rejected"
    case["evaluation"]["totals"] = [{"bid": "B1", **figures}, {"bid": "B2", "total": "82"}]
    return case


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"quality": 36, "total": 36}, "passed"), ({"quality": 36, "price": 0, "total": 36}, "passed"),
        ({"quality": 30, "total": 30}, "flagged"), ({"quality": 36, "total": 30}, "flagged"),
        ({"quality": 36, "price": 40, "total": 36}, "flagged"),
    ],
)  # fmt: skip
def test_a_bid_that_is_out_may_have_a_total_of_the_part_it_was_scored_for(figures, expected):
    assert outcome("totals-that-do-not-recompute", _rejected(**figures)) == expected
