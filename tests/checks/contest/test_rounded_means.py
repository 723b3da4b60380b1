"""The contest by means that are rounded as the documents say."""

from fractions import Fraction

import pytest

from fairaudit.checks.contest.record import fields
from tests.checks.scoring_case import case_of

_METHOD = "Scores of evaluators are averaged and rounded to the nearest whole number."


def shares(totals, method=_METHOD, agreed=None):
    scores = {"B1": (2, 3), "B2": (4, 5)}
    case = case_of({
        "complete": ["bids", "evaluation"],
        "tender": {
            "award_method": method,
            "award_criteria": [{"id": "Q", "type": "quality", "weight": 100, "scale": {"minimum": 0, "maximum": 5}}],
        },
        "bids": [{"id": bid} for bid in scores],
        "evaluation": {
            "individual": [
                {"bid": bid, "criterion": "Q", "evaluator": name, "score": one}
                for bid, own in scores.items()
                for name, one in zip("ab", own, strict=True)
            ],
            "totals": [{"bid": bid, "total": one} for bid, one in zip(scores, totals, strict=True)],
            **({"consensus": [{"bid": b, "criterion": "Q", "score": one} for b, one in agreed.items()]} if agreed else {}),
        },
    })  # fmt: skip
    (field,) = fields(case)
    return [one.shares[0] * 5 for one in field.contest.offers]


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        (("60", "100"), [3, 5]),
        (("40", "80"), [2, 4]),
        # Of neither way: the usual one.
        (("50", "90"), [3, 5]),
    ],
)
def test_a_half_goes_the_way_from_which_the_totals_follow(totals, expected):
    assert shares(totals) == expected


def test_a_mean_is_not_rounded_where_nothing_is_said_of_it():
    assert shares(("50", "90"), "Scores of evaluators are averaged.") == [Fraction(5, 2), Fraction(9, 2)]


def test_an_agreed_score_is_not_rounded():
    assert shares(("50", "90"), agreed={"B1": "2.5", "B2": "4.5"}) == [Fraction(5, 2), Fraction(9, 2)]
