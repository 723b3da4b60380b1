"""Sheets that say what was agreed: asked about where chance hardly explains it, left alone where it does."""

import random

import pytest

from fairaudit.engine.judge import judge
from tests.checks.scoring_case import case_of, rule, said

RULE = "evaluation/single-scores-that-say-what-was-agreed"
PEOPLE = "evaluation/bids-not-scored-by-the-same-people"


def panel(cells, **more):
    """A case of single and agreed scores: `{(bid, criterion): (single scores, agreed)}`."""
    individual = [
        {"evaluator": f"e{at}", "bid": bid, "criterion": one, "score": score}
        for (bid, one), (given, _) in cells.items()
        for at, score in enumerate(given)
    ]
    consensus = [{"bid": bid, "criterion": one, "score": agreed} for (bid, one), (_, agreed) in cells.items()]
    return {"evaluation": {"individual": individual, "consensus": consensus} | more}


def cells(bids, overwritten=("Q1",), criteria=("Q1", "Q2", "Q3"), alike=()):
    """Scores that differ, but for the criteria that were overwritten and the bids that all saw alike."""
    found = {}
    for number in range(1, bids + 1):
        for one in criteria:
            same = one in overwritten or number in alike
            found[f"B{number}", one] = ((3, 3), 3) if same else ((2, 4), 3)
    return found


def test_one_criterion_whose_sheets_are_all_the_same_is_asked_about():
    given = cells(5)
    given |= {(f"B{number}", "Q1"): ((number,) * 2, number) for number in range(1, 6)}
    assert said(RULE, panel(given)) == (
        "review",
        "evaluation.individual[0].score: For Q1 every member's score is the panel's, for all 5 bids that several scored; "
        "for other criteria they do so of 0 of 10 bids.",
    )


def test_sheets_that_were_never_meant_to_differ_are_left_alone():
    for given in (
        cells(5) | {(f"B{number}", "Q1"): ((number,) * 2, number) for number in range(1, 6)},
        {cell: ((at % 4 + 1,) * 2, at % 4 + 1) for at, cell in enumerate(cells(3))},
    ):
        assert said(RULE, panel(given))[0] == "review"
        assert said(RULE, panel(given, method="consensus-only")) == ("passed",)


@pytest.mark.parametrize(
    "case",
    [
        panel(cells(2)),  # too few bids
        panel(cells(5, alike=(1, 2, 3))),  # they agree on most bids anyway
        panel(cells(5, overwritten=())),
        panel(cells(2, overwritten=("Q1", "Q2"), criteria=("Q1", "Q2"))),  # four cells in all say little
        panel(cells(3, overwritten=("Q1", "Q2", "Q3"))),  # one score throughout
        panel(cells(5)),  # one score for every bid on the one criterion
    ],
)
def test_what_chance_or_the_method_explains_is_left_alone(case):
    assert said(RULE, case) == ("passed",)


def test_sheets_that_never_differ_are_asked_about_once():
    given = {cell: ((at % 4 + 1,) * 2, at % 4 + 1) for at, cell in enumerate(cells(3))}
    assert said(RULE, panel(given)) == (
        "review",
        "evaluation.individual[0].score: For every criterion every member's score is the panel's, for all 3 bids that several "
        "scored; no sheet of any member differs from what was agreed.",
    )


def test_honest_panels_are_rarely_asked_about():
    """Three people who see a bid alike in 3 or 5 of 10 cases, of 500 panels each: at most 1 in 20 is asked about."""
    rng, one = random.Random(20261126), rule(RULE)
    for share in (0.3, 0.5):
        asked = 0
        for _ in range(500):
            found = {}
            for bid in range(1, 6):
                for criterion in range(1, 9):
                    alike = rng.random() < share
                    found[f"B{bid}", f"Q{criterion}"] = ((3, 3, 3) if alike else (2, 3, 4), 3)
            asked += bool(judge(case_of(panel(found)), one, "market").hits)
        assert asked <= 25, share


def test_a_bid_is_asked_about_that_lacks_more_than_twice_as_many_scores_as_half_of_the_others():
    def lacking(*of_the_last):
        # Everybody scored everything, but for one score of each of the first three bids.
        gaps = {("B1", "e4"), ("B2", "e3"), ("B3", "e2"), *(("B4", one) for one in of_the_last)}
        given = [
            {"evaluator": who, "bid": bid, "criterion": "Q1", "score": 3}
            for bid in ("B1", "B2", "B3", "B4")
            for who in ("e1", "e2", "e3", "e4")
            if (bid, who) not in gaps
        ]
        bids = [{"id": f"B{at}"} for at in range(1, 5)]
        return said(PEOPLE, {"complete": ["evaluation"], "bids": bids, "evaluation": {"individual": given}})

    assert lacking("e1", "e2") == ("passed",)
    assert lacking("e1", "e2", "e4") == (
        "review",
        "evaluation.individual: Scores that B4 lacks, of people who scored other bids on the same criterion: 3 (e1 on Q1, e2 on Q1 "
        "and e4 on Q1). Of each of the other bids 1 are lacking.",
    )
