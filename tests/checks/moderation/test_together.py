"""A panel that scores together keeps one sheet: what that shows is judged, and nobody is asked for sheets that never were."""

from tests.checks.moderation.records_case import in_order, spoken
from tests.checks.scoring_case import said


def together():
    """The record in order without single sheets: only what the panel agreed, with comments."""
    case = in_order()
    evaluation = case["evaluation"]
    del evaluation["individual"], evaluation["allocation"], evaluation["changes"]
    evaluation["method"] = "consensus-only"
    for one in evaluation["consensus"]:
        one["comment"] = one.pop("reason")
    return case


def test_consensus_and_comments_alone_are_judged():
    assert spoken(together()) == {"minimum-crossed-without-a-reason": ("not-assessed",)}
    for name in ("panel-score-outside-its-members", "scores-missing", "totals-that-do-not-recompute"):
        assert said(name, together()) == ("passed",)


def test_what_they_show_is_found():
    case = together()
    case["evaluation"]["consensus"][2]["comment"] = "Weaker at nights than Alder Works"
    case["evaluation"]["consensus"][5]["comment"] = case["evaluation"]["consensus"][1]["comment"]
    case["people"][0]["employments"] = [{"party": "b"}]
    del case["evaluation"]["consensus"][3]
    del case["evaluation"]["totals"]
    assert {key: words for key, words in spoken(case).items() if words != ("not-assessed",)} == {
        "agreed-scores-missing": (
            "flagged",
            "evaluation.consensus: For B2 (Birch Lane Care CIC) the panel's score is not recorded for 1 of 2 criteria: Q2 (Training).",
        ),
        "comment-names-another-bidder": (
            "flagged",
            "evaluation.consensus[2].comment: The comment of the panel on B2 (Birch Lane Care CIC) for Q1 (Night crew) names another "
            "bidder, Alder Works Ltd.",
        ),
        "same-comment-and-another-score": (
            "flagged",
            "evaluation.consensus[4].comment: The comment of the panel on Q2 (Training) is the same or nearly so for bids that were "
            "scored apart (B1 (Alder Works Ltd): 3 and B3 (Cedar Line Ltd): 2): “Training dates are given for half of the crew; "
            "agreed by all”.",
        ),
        "scored-the-bid-of-their-own-firm": (
            "review",
            "evaluation.consensus[2]: Ada Holt is employed by Birch Lane Care CIC, and sits on the panel that scored B2 (Birch Lane "
            "Care CIC).",
        ),
    }  # fmt: skip
