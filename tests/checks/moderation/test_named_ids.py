"""A bidder's id in capitals with a digit, written in a comment, names that bidder."""

from tests.checks.scoring_case import said

NAMES = "evaluation/comment-names-another-bidder"


def record(reason):
    """A score of Alder's bid with a reason, beside a bidder whose id is `F07`."""
    return {
        "tender": {"award_criteria": [{"id": "Q1", "weight": 100, "scale": {"maximum": 5}}]},
        "parties": [{"id": "a", "name": "Alder Ltd"}, {"id": "F07", "name": "Cedar Ltd"}],
        "bids": [{"id": "B1", "bidder": "a"}, {"id": "B3", "bidder": "F07"}],
        "evaluation": {"consensus": [{"bid": "B1", "criterion": "Q1", "score": 2, "reason": reason}]},
    }


def test_the_id_of_another_bidder_names_it():
    assert said(NAMES, record("A thin plan. F07 plans more visits")) == (
        "review",
        "evaluation.consensus[0].reason: The comment of the panel on B1 (Alder Ltd) for Q1 names another bidder, B3 (Cedar Ltd).",
    )


def test_a_form_of_that_number_names_nobody():
    assert said(NAMES, record("A thin plan. See form F07 of the offer"))[0] != "review"
