"""Tables one below the other in a sheet or CSV: another one is named and accuses nobody, and a page's headings are read over."""

from pathlib import Path

import pytest

from fairaudit.procurement.tabled.stacked import WORDS
from tests.procurement.test_tables import HEAD as CASE
from tests.procurement.test_tables import case_with, scores, write_book, write_csv

HEAD = ["evaluator", "bidder", "criterion", "score"]
FIRST = [HEAD, ["e1", "B1", "Q1", 4], ["e1", "B2", "Q1", 3], []]
MORE = [["e2", "B1", "Q1", 5], ["e2", "B2", "Q1", 2]]
MATRIX = [["", "B1", "B2"], ["Q1", 4, 3], ["1.1", 3, 2]]
ONE = "individual: {file: s.%s, layout: matrix, evaluator: e1}"


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture(params=["csv", "xlsx"])
def read(request):
    def read(rows, table="individual: {file: s.%s}", head=CASE):
        if request.param == "csv":
            write_csv("s.csv", *rows[1:], header=rows[0])
        else:
            write_book("s.xlsx", {"S": rows})
        return case_with(table % request.param, head)

    return read


def others(case):
    """The rows at which other tables begin, and whether scores may be lost with each."""
    return [(one.line, one.lost is not None) for one in case.unreadable if WORDS in one.reason]


def given(case):
    return [(one["evaluator"], one["bid"], str(one["score"])) for one in scores(case)]


@pytest.mark.parametrize(
    ("below", "line"),
    [
        ([["criterion", "bidder", "evaluator", "score"], ["Q1", "B1", "e2", 4]], 5),
        ([["bidder", "criterion", "score"], ["B1", "Q1", 4]], 5),
        ([["bid", "criterion", "score", "reason"], ["B1", "Q1", 4, "Agreed."]], 5),
        ([[None] * 5 + HEAD, [None] * 5 + MORE[0]], 5),
        ([["Agreed scores"], HEAD, ["e1", "B1", "Q1", 5]], 6),
        ([["Second round"], [], HEAD, ["e1", "B1", "Q1", 5]], 7),
        (MATRIX, 6),
    ],
)
def test_another_table_below_is_named_and_none_of_its_rows_is_read(read, below, line):
    case = read([*FIRST, *below])
    assert given(case) == [("e1", "B1", "4"), ("e1", "B2", "3")]
    assert others(case) == [(line, True)]


@pytest.mark.parametrize(
    "between",
    [
        [HEAD],
        [["Evaluator", "Bidder ", "CRITERION", "Score"]],
        [["Page 2 of 3"], HEAD],
        [["Signed: Anna Berg"], [], HEAD],
        [["Plan"], HEAD],
        [["Anna Berg"], HEAD],
        [["Alder Ltd"], HEAD],
        [["e1", "B9", "Q1"], HEAD],
    ],
)
def test_headings_that_stand_there_once_a_page_or_part_are_read_over(read, between):
    case = read([*FIRST, *between, *MORE])
    assert given(case) == [("e1", "B1", "4"), ("e1", "B2", "3"), ("e2", "B1", "5"), ("e2", "B2", "2")]
    assert [one for one in case.unreadable if one.lost is not None] == []


def test_a_title_that_stands_above_the_first_headings_may_stand_above_the_next(read):
    case = read([["Scores of the bridge"], *FIRST, ["Scores of the bridge"], HEAD, *MORE])
    assert (len(given(case)), others(case)) == (4, [])


def test_a_sum_below_bidders_side_by_side_is_no_matrix_of_scores(read):
    case = read([*FIRST, ["", "B1", "B2"], ["Total", 8, 7]])
    assert (len(given(case)), others(case)) == (2, [])


@pytest.mark.parametrize(
    ("rows", "count", "found"),
    [
        ([*MATRIX, [], *MATRIX], 4, [(5, True)]),
        ([*MATRIX, ["Ben"], *MATRIX], 4, [(5, True)]),
        ([*MATRIX[:2], ["e2"], MATRIX[0], MATRIX[2]], 2, [(4, True)]),
        ([["", "B2", "B1"], *MATRIX[1:], [], *MATRIX], 4, [(5, True)]),
        ([*MATRIX, [], *FIRST], 4, [(5, True)]),
        ([["", "B1"], ["Q1", 4], [], *MATRIX], 4, [(1, True)]),
        ([*MATRIX, ["Weighted scores"], *MATRIX], 4, [(5, False)]),
        ([*MATRIX, ["Weighted", "B1", "B2"], *MATRIX[1:]], 4, [(4, False)]),
        ([*MATRIX[:2], MATRIX[0], MATRIX[2]], 4, []),
        ([*MATRIX, ["Rank", "B2", "B1"]], 4, []),
    ],
)
def test_a_matrix_is_read_as_far_as_another_table(read, rows, count, found):
    case = read(rows, ONE)
    assert (len(given(case)), others(case)) == (count, found)


def test_what_another_table_is_told_of_names_the_place():
    Path("s.csv").write_text("evaluator,bidder,criterion,score\ne1,B1,Q1,4\nbidder,criterion,score\nB1,Q1,5\n")
    [one] = case_with("individual: {file: s.csv}").unreadable
    assert (one.file, one.line, one.text, one.reason) == ("s.csv", 3, "bidder", f"column 1 (evaluator): {WORDS}")


def test_a_row_of_sums_written_as_formulas_is_no_title_of_the_matrix_below_it():
    sums = ["Total", "=SUM(B2:B3)", "=SUM(C2:C3)"]
    write_book(
        "s.xlsx", {"S": [["", "B1", "B2"], ["Q1", 4, 3], ["1.1", 3, 2], sums, ["Criterion", "B1", "B2"], ["Q1", 1, 1]]}
    )
    assert others(case_with(ONE % "xlsx", CASE)) == [(5, True)]
