"""Columns of comments in matrix sheets: read where each bidder has one of its own, and never taken for comments that lack."""

import pytest

from fairaudit.engine.judge import judge
from tests.checks.scoring_case import rule
from tests.procurement.test_tables import case_with, plain, scores, strange, write_book


def test_comments_beside_each_bidder_of_a_matrix_are_those_on_its_scores():
    rows = [
        ["", "B1", "Comments", "B2", "Remarks", "Sum"],
        ["Q1", 4, "All sites are named", None, "No rota for nights", 4],
        ["1.10", 3, None, 2, "tbc", 5],
    ]
    write_book("m.xlsx", {"e1": rows})
    case = case_with("individual: {file: m.xlsx, layout: matrix}")
    assert plain(scores(case)) == [
        {"evaluator": "e1", "bid": "B1", "criterion": "Q1", "score": "4", "comment": "All sites are named"},
        {"evaluator": "e1", "bid": "B2", "criterion": "Q1", "comment": "No rota for nights"},
        {"evaluator": "e1", "bid": "B1", "criterion": "1.10", "score": "3"},
        {"evaluator": "e1", "bid": "B2", "criterion": "1.10", "score": "2"},
    ]
    assert case.pointers[("evaluation", "individual", 0, "comment")] == "e1!C2"
    assert [(text, why.partition(":")[0]) for _, text, why in strange(case)] == [("Sum", "e1!F1"), ("tbc", "e1!E3")]


@pytest.mark.parametrize(
    "rows",
    [
        [["", "B1", "B2", "Comments"], ["Q1", 4, 3, "All sites are named"]],
        [["", "Comments", "B1", "Comments", "B2"], ["Q1", "All sites are named", 4, "No rota", 3]],
        [["", "B1", "Comments", "B2", "Comments"], ["Q1", 4, "All sites are named", 3, 5]],
    ],
    ids=["one for all bidders", "before each bidder", "with a figure"],
)
def test_comments_of_a_matrix_that_may_be_about_another_bidder_are_listed_and_nobody_lacks_any(rows):
    write_book("m.xlsx", {"e1": rows})
    case = case_with("individual: {file: m.xlsx, layout: matrix}\ncomplete: [evaluation]")
    assert [one.get("comment") for one in scores(case)] == [None, None]
    assert "Comments" in [text for _, text, _ in strange(case)]
    found, *_ = judge(case, rule("evaluation/scores-without-comments"), "market").unassessed
    assert found.reason == "a column `Comments` of a table was not read, so that comments may stand there"
    case = case_with("consensus: {file: m.xlsx, layout: matrix, sheet: e1}\ncomplete: [evaluation]")
    assert not judge(case, rule("evaluation/agreed-score-without-a-reason"), "market").hits
