"""Whether who leads hangs on one evaluator: by the means of the individual scores, and less where agreed scores decide."""

from tests.checks.panels.cases import evaluation, heard, judged, single

FAVOUR = single([[1, 5, 0, 1], [3, 2, 1, 2], [4, 3, 2, 3], [3, 2, 1, 2]])
"""Evaluator 2 lifts B2, which leads by the means of all and not without; then B1 does."""
AGAINST = single([[5, 0, 4, 5], [3, 3, 2, 3], [3, 4, 2, 3], [3, 3, 2, 3]])
"""Evaluator 2 marks B2 down, which would lead without."""


def found(scores, panel, **more):
    """The severities of what is found, and what is said of it."""
    sections = evaluation(scores, panel=single([panel])[0], **more)
    return [one.hit.severity for one in judged("departs-and-decides", sections).hits], heard(
        "departs-and-decides", sections
    )


def test_it_says_by_which_scores_the_bid_leads():
    _, (said,), _ = heard("departs-and-decides", evaluation(FAVOUR))
    assert "B2 leads by the means of the individual scores (counting" in said
    assert "agreed" not in said


def test_agreed_scores_that_put_another_bid_first_leave_nothing_to_hang_on_it():
    for scores, panel in (
        (FAVOUR, [3, 2, 1, 5]),
        (FAVOUR, [5, 2, 1, 2]),
        (AGAINST, [1, 5, 2, 3]),
        (AGAINST, [1, 2, 5, 3]),
    ):
        severities, (outcome, _, (said,)) = found(scores, panel)
        assert (severities, outcome) == ([], "passed")
        assert "; by the agreed scores, which decide, the lead is with" in said


def test_agreed_scores_that_put_the_same_bid_first_make_it_weigh_less():
    for scores, panel in ((FAVOUR, [3, 5, 1, 2]), (AGAINST, [5, 2, 3, 3])):
        severities, (_, (said,), _) = found(scores, panel)
        assert severities == ["low"]
        assert "; by the agreed scores, which decide, the lead is with" in said


def test_agreed_scores_that_are_not_complete_are_said_to_be():
    severities, (_, (said,), _) = found(FAVOUR, [3, 5, 1, None])
    assert severities == ["low"]
    assert "the panel agreed on scores too, but not on all" in said


def test_agreed_scores_that_the_recorded_quality_does_not_follow_do_not_decide():
    sections = evaluation(FAVOUR, panel=single([[5, 2, 1, 2]])[0])
    sections["evaluation"]["totals"] = [
        {"bid": f"B{at}", "quality": one, "total": one} for at, one in enumerate((55, 60, 20, 40), 1)
    ]
    assert [one.hit.severity for one in judged("departs-and-decides", sections).hits] == [None]


def test_a_favour_to_a_bid_that_leads_without_it_as_well_decides_nothing():
    scores = single([[1, 5, 0, 1], [2, 3, 1, 2], [3, 4, 2, 3], [2, 3, 1, 2]])
    (departs,) = heard("evaluator-departs-for-one-bid", evaluation(scores))[1]
    assert "gave B2 is" in departs
    assert "above what severity and quality explain" in departs
    outcome, finds, (said,) = heard("departs-and-decides", evaluation(scores))
    assert (outcome, finds) == ("passed", [])
    assert "the lead is with B2; without evaluator 2 it is with B2" in said
