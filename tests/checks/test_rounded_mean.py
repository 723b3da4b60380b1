"""How heavy a mean is that was rounded without saying so."""

from fairaudit.engine.judge import judge
from tests.checks.scoring_case import case_of, rule


def severities(totals, scores):
    sections = {
        "complete": ["bids", "evaluation"],
        "tender": {
            "award_criteria": [{"id": "Q", "type": "quality", "weight": 100, "scale": {"minimum": 0, "maximum": 5}}]
        },
        "bids": [{"id": bid} for bid in scores],
        "evaluation": {
            "individual": [
                {"bid": bid, "criterion": "Q", "evaluator": name, "score": one}
                for bid, own in scores.items()
                for name, one in zip("abc", own, strict=True)
            ],
            "totals": [{"bid": bid, "total": one} for bid, one in totals.items()],
        },
    }
    judgement = judge(case_of(sections), rule("totals-by-another-average"), "market")
    return [one.hit.severity for one in judgement.hits]


SCORES = {"B1": (5, 5, 4), "B2": (4, 4, 3), "B3": (3, 3, 2)}


def test_a_rounded_mean_that_leaves_the_order_asks_mildly():
    """4.67, 3.67 and 2.67 to one decimal are 4.7, 3.7 and 2.7."""
    assert severities({"B1": "94.00", "B2": "74.00", "B3": "54.00"}, SCORES) == ["low"]


def test_a_rounded_mean_that_makes_two_bids_equal_keeps_its_weight():
    """4.67 and 4.7 are both 4.7 once they are rounded."""
    scores = SCORES | {"B2": ("4.7", "4.7", "4.7")}
    assert severities({"B1": "94.00", "B2": "94.00", "B3": "54.00"}, scores) == [None]


def test_a_median_keeps_its_weight():
    assert severities({"B1": "100.00", "B2": "80.00", "B3": "60.00"}, SCORES) == [None]
