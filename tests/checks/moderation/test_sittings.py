"""Phases of scoring are told apart from parts of the competition."""

import pytest

from fairaudit.analysis.phases import phase_named
from tests.checks.scoring_case import said

OUTSIDE = "panel-score-outside-its-members"


@pytest.mark.parametrize(
    ("stage", "phase"),
    [
        ("individual", "individual"), ("Individual scoring", "individual"), ("moderated", "moderated"),
        ("post-moderation", "moderated"), ("Consensus score", "agreed"), ("written", None), ("presentation", None),
        ("stage 2", None), ("", None), (None, None),
        ("Consensus meeting", "agreed"), ("Agreed at meeting", "agreed"), ("Agreed at the panel meeting", "agreed"),
        ("Moderation meeting", "moderated"), ("panel_moderated_score", "moderated"), ("Final consensus", "agreed"),
        ("Panel meeting", "agreed"), ("Individual panel member's score", "individual"),
        # What only speaks of a phase may be another.
        ("pre-moderation", None), ("not agreed", None), ("Individual score after moderation", None), ("after individual", None),
        ("Consensus?", None), ("Panel interview", None), ("Panel members", None), ("Consensus interview", None),
        ("Final individual score", None), ("Final score", None), ("Agreed moderated score", None),
    ],
)  # fmt: skip
def test_a_stage_may_name_a_phase(stage, phase):
    assert phase_named(stage) == phase


def member(score, stage=None, evaluator="e1", **more):
    return (
        {"evaluator": evaluator, "bid": "B1", "criterion": "Q1", "score": score}
        | ({"stage": stage} if stage else {})
        | more
    )


def panel(score, stage=None, **more):
    return {"bid": "B1", "criterion": "Q1", "score": score} | ({"stage": stage} if stage else {}) | more


def outside(individual, consensus):
    return said(OUTSIDE, {"evaluation": {"individual": individual, "consensus": consensus}})


def finds(score, members):
    return (
        "review",
        f"evaluation.consensus[0].score: The panel gave B1 {score} for Q1; {members}, and no reason is recorded beside it.",
    )


def test_a_consensus_is_held_against_individual_scores_whatever_their_phases_are_called():
    both = [member(2, "individual"), member(3, "individual", "e2")]
    assert outside(both, [panel(5, "consensus")]) == finds(5, "its members gave 2 to 3")
    assert outside(both, [panel(3, "consensus")]) == ("passed",)


def test_moderated_scores_widen_the_range_only_with_a_reason_of_their_own():
    own = [member(2, "individual"), member(3, "individual", "e2")]
    assert outside([*own, member(5, "moderated")], [panel(5, "consensus")]) == finds(5, "its members gave 2 to 3")
    reasoned = member(5, "moderated", reason="Annex D had been overlooked")
    assert outside([*own, reasoned], [panel(5, "consensus")]) == ("passed",)
    assert outside([member(4, "moderated"), member(5, "moderated", "e2")], [panel(2)]) == finds(
        2, "its members gave 4 to 5"
    )


def test_parts_of_the_competition_stay_apart():
    written = [member(2, "written"), member(5, "presentation")]
    assert outside(written, [panel(5, "written")]) == finds(5, "the one member whose score is recorded gave 2")


def test_totals_and_minimums_read_the_score_of_the_last_phase():
    case = {
        "complete": ["bids"],
        "tender": {"award_criteria": [{"id": "Q1", "weight": 100, "minimum_score": 3, "scale": {"minimum": 0, "maximum": 5}}]},
        "bids": [{"id": "B1"}],
        "evaluation": {
            "consensus": [panel(2, "moderated"), panel(4, "consensus")],
            "totals": [{"bid": "B1", "total": 80}],
            "ranking": [{"bid": "B1", "rank": 1}],
        },
    }  # fmt: skip
    assert said("totals-that-do-not-recompute", case) == ("passed",)
    assert said("minimum-score-not-applied", case) == ("passed",)
    case["evaluation"]["totals"][0]["total"] = 40
    assert said("totals-that-do-not-recompute", case) == (
        "flagged",
        "evaluation.totals[0].total: The total recorded for B1 is 40; from the panel's scores it is 80.",
    )


def test_an_average_is_one_whatever_the_phases_are_called():
    case = {
        "tender": {"award_criteria": [{"id": "Q1", "scale": {"minimum": 0, "maximum": 5, "step": 1}}]},
        "evaluation": {
            "individual": [member(3, "individual"), member(4, "individual", "e2"), member(4, "moderated")],
            "consensus": [panel("3.5", "consensus")],
        },
    }
    # Once e1 has moved to 4 both gave 4, and 3.5 is no mean of what counts.
    assert said("evaluation/average-in-place-of-agreement", case) == ("passed",)
    case["evaluation"]["individual"].pop()
    assert said("evaluation/average-in-place-of-agreement", case)[0] == "flagged"
