"""Words for the stage of a score in a table, and names for the panel: read where they are plain, else named with their cells."""

import pytest

from tests.procurement.test_tables import HEAD, case_with, scores, strange, write_csv

STEPS = HEAD.replace(
    "{id: Q1, name: Plan, weight: 60}", "{id: Q1, name: Plan, weight: 60, scale: {maximum: 5, step: 1}}"
)


def read(*rows, head=STEPS, table="{file: s.csv}"):
    write_csv("s.csv", *([who, "B1", "Q1", "", stage, score] for who, stage, score in rows))
    return case_with(f"tables: {table}", head)


@pytest.mark.parametrize(
    "stage", ["Consensus meeting", "Agreed at meeting", "consensus-score", "Panel meeting", "Joint scoring"]
)
@pytest.mark.parametrize("who", ["", "Panel", "The committee"])
def test_a_stage_among_words_that_say_nothing_is_that_stage(stage, who):
    case = read(("e1", "Individual score", "4"), ("e2", "moderation meeting", "3"), (who, stage, "4"))
    assert strange(case) == []
    assert [one.get("stage") for one in scores(case)] == [None, "moderated"]
    assert [(one.get("evaluator"), one.get("stage")) for one in scores(case, "consensus")] == [(None, None)]


def test_a_final_score_keeps_its_stage_beside_an_earlier_one():
    case = read(("", "consensus", "4"), ("", "Final consensus", "3"))
    assert [one.get("stage") for one in scores(case, "consensus")] == [None, "Final consensus"]


@pytest.mark.parametrize(
    ("stage", "meant"),
    [
        ("Concensus", "`consensus`"), ("pre-consensus", "`consensus`"), ("individual, after moderation", "`individual` or `moderated`"),
        ("Consensus?", "`consensus`"), ("after individual scoring", "`individual`"),
    ],
)  # fmt: skip
def test_a_stage_that_is_not_plain_is_named_and_the_scores_may_be_missing_from_either_list(stage, meant):
    case = read(("e1", "individual", "4"), ("e2", stage, "4"))
    words = f"does not plainly name one stage of scoring; did you mean {meant}? write `individual`, `moderated` or `consensus`"
    assert strange(case) == [("s.csv:3", stage, f"column 5 (stage): {words}")]
    assert [one["evaluator"] for one in scores(case)] == ["e1"]
    assert [(one.path[1], one.lost.also) for one in case.unreadable] == [("individual", "consensus")]
    # Beside the file it is named as well.
    case = read(("e1", "", "4"), table=f"{{file: s.csv, stage: '{stage}'}}")
    assert words in strange(case)[0][2]


@pytest.mark.parametrize(
    "stage", ["Presentation", "written", "Individual interview", "Panel interview", "Final", "Point 3"]
)
def test_a_part_of_the_competition_is_kept_as_it_is_written(stage):
    case = read(("e1", stage, "4"))
    assert (strange(case), [one["stage"] for one in scores(case)]) == ([], [stage])


@pytest.mark.parametrize(
    "who",
    [
        "Panel", "The panel", "Consensus", "Agreed score", "Evaluation committee", "PANEL (agreed)", "Evaluation board", "Gremium",
        "Jury", "Comisión de evaluación", "Comité", "Commission d'évaluation", "Wertungsgremium", "Die Bewertungskommission",
    ],
)  # fmt: skip
def test_what_stands_under_the_name_of_the_panel_and_says_no_stage_was_agreed(who):
    case = read(("e1", "individual", "4"), (who, "", "4"), ("e2", "individual", "3"))
    assert strange(case) == []
    assert [one["evaluator"] for one in scores(case)] == ["e1", "e2"]
    assert [one.get("evaluator") for one in scores(case, "consensus")] == [None]


def test_somebody_who_is_called_so_is_an_evaluator():
    case = read(("Panel", "", "4"), head=STEPS.replace("[e1, e2]", "[e1, Panel]"))
    assert (strange(case), [one["evaluator"] for one in scores(case)]) == ([], ["Panel"])


@pytest.mark.parametrize(
    "who", ["Board", "Commission", "Tender board", "Technical committee", "Vergabekommission", "Kim Jury"]
)
def test_what_may_be_another_body_or_a_person_is_named_and_not_read_as_the_panel(who):
    case = read(("e1", "individual", "4"), (who, "", "4"))
    assert [(line, cell) for line, cell, _ in strange(case)] == [("s.csv:3", who)]
    assert ([one["evaluator"] for one in scores(case)], case.evaluation.consensus) == (["e1", who], None)


@pytest.mark.parametrize("name", ["William Jury", "Jury"])
def test_a_member_who_is_called_as_a_body_stays_a_person(name):
    case = read(("Jury", "", "4"), head=STEPS.replace("[e1, e2]", f"[e1, {name}]"))
    assert ([one["evaluator"] for one in scores(case)], case.evaluation.consensus) == (["Jury"], None)


def test_where_the_panel_has_scores_that_nobody_can_give_they_may_be_means():
    case = read(("e1", "individual", "4"), ("Panel", "", "4"), ("Panel", "", "4.33"), ("Agreed", "", "4.5"))
    assert [line for line, _, why in strange(case) if "or the score is an average" in why] == ["s.csv:3", "s.csv:4"]
    assert [str(one["score"]) for one in scores(case, "consensus")] == ["4.5"]


@pytest.mark.parametrize(
    ("who", "stage", "also"),
    [
        ("", "", "consensus"), ("", "moderated", "consensus"), ("Consensus", "individual", "consensus"), ("", "individual", ""),
        ("Moderated", "", "consensus"),
    ],
)  # fmt: skip
def test_a_row_that_does_not_say_who_scored_may_be_missing_from_either_list(who, stage, also):
    case = read(("e1", "individual", "4"), (who, stage, "4"))
    words = "column 1 (evaluator): names no evaluator; a score of the panel needs `consensus` as its stage"
    assert strange(case) == [("s.csv:3", who, words)]
    assert [(one.path[1], one.lost.also) for one in case.unreadable] == [("individual", also)]


@pytest.mark.parametrize("who", ["", "Panel"])
def test_an_unknown_stage_without_an_evaluator_is_what_is_named(who):
    case = read(("e1", "individual", "4"), (who, "Wrap", "3"))
    [(place, shown, words)] = strange(case)
    assert (place, shown) == ("s.csv:3", "Wrap")
    assert [(one.path[1], one.lost.also) for one in case.unreadable] == [("individual", "consensus")]
    assert words.startswith(
        "column 5 (stage): names no stage of scoring that is known, and the row names no evaluator; write"
    )
    assert [one["evaluator"] for one in scores(case)] == ["e1"]
    assert strange(read(("e1", "individual", "4"), ("", "individual", "4")))[0][2].startswith(
        "column 1 (evaluator): names no evaluator"
    )
