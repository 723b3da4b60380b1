"""The false alarms of practice.md §3 that touch weights, criteria and scores: each beside a case that must speak."""

import pytest

from tests.checks.scoring_case import outcome

PASSED, FLAGGED = "passed", "flagged"


def tender(*criteria, **more):
    return {"tender": {"award_criteria": list(criteria), **more}}


def test_first_nested_weights_do_not_sum_to_two_hundred():
    parts = [{"id": "Q1", "weight": 40}, {"id": "Q2", "weight": 20}]
    asked = [{"id": "L", "treatment": "pass-fail", "weight": 100}, {"id": "I", "treatment": "information"}]
    fine = tender({"id": "Q", "weight": 60, "children": parts}, {"id": "P", "type": "price", "weight": 40}, *asked)
    wrong = tender(
        {"id": "Q", "weight": 60, "children": [*parts, {"id": "Q3", "weight": 20}]}, {"id": "P", "weight": 40}
    )
    name = "weights-that-do-not-add-up"
    assert (outcome(name, fine), outcome(name, wrong)) == (PASSED, FLAGGED)


def test_first_weights_add_up_per_lot_and_stage():
    name = "weights-that-do-not-add-up"
    lots = [{"id": "1"}, {"id": "2"}]
    by_lot = [{"id": f"{kind}{lot}", "weight": 50, "lots": [lot]} for lot in "12" for kind in "QP"]
    assert outcome(name, tender(*by_lot, lots=lots)) == PASSED
    assert outcome(name, tender(*by_lot, {"id": "S", "weight": 10, "lots": ["2"]}, lots=lots)) == FLAGGED
    by_stage = [{"id": f"{kind}{stage}", "weight": 50, "stage": stage} for stage in "12" for kind in "QP"]
    assert outcome(name, tender(*by_stage)) == PASSED
    assert outcome(name, tender(*by_stage, {"id": "S", "weight": 10, "stage": "2"})) == FLAGGED


@pytest.mark.parametrize("kind", ["ranking", "descriptive"])
def test_first_an_order_or_description_of_importance_is_no_weight(kind):
    criteria = [{"id": one, "weight_type": kind, "weight": index} for index, one in enumerate("QSP", 1)]
    for name in ("weights-that-do-not-add-up", "no-weights-published", "criterion-without-weight"):
        assert outcome(name, tender(*criteria) | {"complete": ["tender"]}) == PASSED
    bare = [{"id": "Q"}, {"id": "P"}]
    assert outcome("no-weights-published", tender(*bare) | {"complete": ["tender"]}) == FLAGGED


def test_sixth_the_experience_of_staff_may_be_scored():
    def of(text):
        return outcome("award-criterion-about-the-bidder", tender({"id": "Q1", "text": text, "weight": 20}))

    assert of("Organisation, qualification and experience of staff assigned to performing the contract") == PASSED
    assert of("Experience of the key personnel proposed, shown by CVs") == PASSED
    assert of("Ten years' experience of the firm in the sector") == FLAGGED


def test_eighth_records_of_later_stages_are_not_missing_from_a_draft():
    """practice.md §3, 8: a tender without an evaluation is not assessed, and never flagged, by rules on scores."""
    draft = tender({"id": "Q", "weight": 60}, {"id": "P", "weight": 40}) | {"complete": ["tender"]}
    names = (
        "scores-missing",
        "totals-that-do-not-recompute",
        "ranking-against-the-totals",
        "published-criterion-not-applied",
    )
    assert {outcome(name, draft) for name in names} == {"not-assessed"}


SCALE = {"minimum": 0, "maximum": 5, "step": 1}
SCORING_RULES = (
    "scores-missing", "score-off-its-scale", "score-between-the-steps", "scored-by-an-outsider", "scored-twice",
    "totals-that-do-not-recompute", "ranking-against-the-totals", "equal-totals-ranked-apart",
    "minimum-score-not-applied", "award-not-to-the-best",
)  # fmt: skip


def panel(scores, consensus, totals):
    """Two evaluators and two bids on one question: scores and the panel's score as (first bid, second bid)."""
    individual = [
        {"evaluator": who, "bid": bid, "criterion": "Q", "score": score}
        for who, both in scores.items()
        for bid, score in zip(("B1", "B2"), both, strict=True)
    ]
    agreed = [{"bid": bid, "criterion": "Q", "score": one} for bid, one in zip(("B1", "B2"), consensus, strict=True)]
    return tender({"id": "Q", "type": "quality", "weight": 100, "scale": SCALE}) | {
        "complete": ["bids", "evaluation"],
        "bids": [{"id": "B1", "status": "valid"}, {"id": "B2", "status": "valid"}],
        "evaluation": {
            "panel": list(scores),
            "allocation": [{"evaluator": one} for one in scores],
            "individual": individual,
            "consensus": agreed,
            "totals": [{"bid": bid, "total": one} for bid, one in zip(("B1", "B2"), totals, strict=True)],
            "ranking": [{"bid": "B1", "rank": 1}, {"bid": "B2", "rank": 2}],
        },
        "awards": [{"id": "A1", "bid": "B1"}],
    }


def test_tenth_a_small_panel_an_outlier_and_a_close_result_are_silent():
    case = panel({"e1": (5, 3), "e2": (1, 3)}, consensus=(4, 3), totals=(80, 60))
    assert {name: outcome(name, case) for name in SCORING_RULES} == dict.fromkeys(SCORING_RULES, PASSED)
    assert outcome("panel-score-outside-its-members", case) == PASSED


def test_tenth_averaging_is_flagged_only_off_the_published_scale():
    on_scale = panel({"e1": (5, 2), "e2": (3, 2)}, consensus=(4, 2), totals=(80, 40))
    off_scale = panel({"e1": (5, 2), "e2": (4, 2)}, consensus=("4.5", 2), totals=(90, 40))
    name = "score-between-the-steps"
    assert (outcome(name, on_scale), outcome(name, off_scale)) == (PASSED, FLAGGED)
    single = panel({"e1": ("4.5", 2), "e2": (4, 2)}, consensus=(4, 2), totals=(80, 40))
    assert outcome(name, single) == FLAGGED


def test_tenth_a_panel_outside_its_members_needs_a_reason_in_a_complete_record():
    case = panel({"e1": (2, 2), "e2": (3, 2)}, consensus=(5, 2), totals=(100, 40))
    name = "panel-score-outside-its-members"
    assert outcome(name, case | {"complete": ["bids"]}) == "review"
    assert outcome(name, case) == FLAGGED
    # Two steps beyond both, a reason makes it a question; one step beyond, it answers it.
    case["evaluation"]["consensus"][0]["reason"] = "Both had overlooked appendix C"
    assert outcome(name, case) == "review"
    case["evaluation"]["consensus"][0]["score"] = 4
    assert outcome(name, case) == PASSED


def test_split_panels_are_judged_against_their_allocation_only():
    """practice.md §2: panels are split, each scores some questions; price is scored by someone else."""
    criteria = [{"id": "Q1"}, {"id": "Q2"}, {"id": "P", "type": "price"}]
    scores = [
        {"evaluator": who, "bid": "B1", "criterion": one, "score": 3} for who, one in (("e1", "Q1"), ("e2", "Q2"))
    ]
    evaluation = {"panel": ["e1", "e2"], "individual": scores}
    case = tender(*criteria) | {"bids": [{"id": "B1"}], "evaluation": evaluation}
    assert outcome("scores-missing", case) == "not-assessed"
    told = [{"evaluator": "e1", "criteria": ["Q1"]}, {"evaluator": "e2", "criteria": ["Q2"]}]
    told_more = [*told[:1], {"evaluator": "e2", "criteria": ["Q1", "Q2"]}]
    for allocation, expected in ((told, PASSED), (told_more, FLAGGED)):
        full = case | {"complete": ["evaluation"], "evaluation": evaluation | {"allocation": allocation}}
        assert outcome("scores-missing", full) == expected


def test_the_word_organisation_in_a_method_question_is_not_about_the_firm():
    text = "How you organise the work, and how patients with previous experience of care are heard"
    assert outcome("award-criterion-about-the-bidder", tender({"id": "Q", "text": text})) != FLAGGED
