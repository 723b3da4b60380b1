"""Scores in tables beside a case: read as if the case held them, each with its cell, and wrong cells named and left out."""

import csv
import os
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairaudit.engine.audit import _not_understood
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.cases import Extra, open_cases, stdin_cases
from fairaudit.procurement.loading.loading import place_of
from fairaudit.procurement.tabled import collecting

HEAD = """
tender:
  id: T1
  lots: [{id: "1", title: North}, {id: "2", title: South}]
  award_criteria:
    - {id: Q1, name: Plan, weight: 60}
    - {id: "1.1", name: Staff, weight: 20, children: [{id: "1.10", name: Training}]}
parties: [{id: p1, name: Alder Ltd}, {id: p2, name: Birch Ltd}]
bids: [{id: B1, bidder: p1, lot: "1"}, {id: B2, bidder: p2, lot: "1"}, {id: B3, bidder: Birch Ltd, lot: "2"}]
people: [{id: e1, name: Anna Berg}]
evaluation:
  panel: [e1, e2]
"""
LONG = ("evaluator", "bidder", "criterion", "lot", "stage", "score", "comment", "at", "by")


def case_with(evaluation, head=HEAD, folder="."):
    Path(folder, "tender.yaml").write_text(f"{head}  {evaluation}\n", encoding="utf-8")
    [case] = open_cases(Path(folder, "tender.yaml"), Extra())
    return case


def write_csv(name, *rows, header=LONG):
    with Path(name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def write_book(name, sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(name)
    return book


def scores(case, name="individual"):
    assert isinstance(case, Case), case.faults
    return [{key: value for key, value in vars(one).items() if key != "path"} for one in getattr(case.evaluation, name)]


def strange(case):
    """What a report says was not understood: file, line, what it showed, and why."""
    assert isinstance(case, Case), case.faults
    return [(f"{one.file}:{one.line}", one.text, one.reason) for one in _not_understood(case)]


def faults(case):
    assert not isinstance(case, Case)
    return [str(one) for one in case.faults]


def unread(case):
    """What a report says of tables that could not be read: file, line, and what is wrong."""
    assert isinstance(case, Case), case.faults
    end = "; what it holds is not known, and the rest is audited without it"
    named = [one for one in case.unreadable if one.path[-1] == "file"]
    assert all(one.reason.endswith(end) for one in named)
    return [f"{one.file}:{one.line}: {one.reason.removesuffix(end)}" for one in sorted(named)]


def where(case, *path):
    (index, span), inferred = place_of(case.places, ("evaluation", *path))
    assert not inferred
    return f"{case.documents[index].file}:{span[0]}:{span[1]}-{span[3]}"


def plain(values):
    return [{key: str(value) if key == "score" else value for key, value in one.items()} for one in values]


def test_rows_of_a_csv_are_scores_and_every_field_has_its_cell():
    write_csv(
        "s.csv",
        ["e1", "B1", "Q1", "1", "individual", "4.5", 'Good, "very"\ngood', "2026-03-14T09:30", "clerk"],
        header=LONG,
    )
    case = case_with("individual: {file: s.csv}")
    [one] = scores(case)
    assert one.pop("at").isoformat() == "2026-03-14T09:30"
    assert plain([one]) == [
        {
            "evaluator": "e1",
            "bid": "B1",
            "criterion": "Q1",
            "lot": "1",
            "score": "4.5",
            "comment": 'Good, "very"\ngood',
            "by": "clerk",
        }
    ]
    at = ("individual", 0)
    assert [where(case, *at, name) for name in ("evaluator", "bid", "score", "at")] == [
        "s.csv:2:1-3",
        "s.csv:2:4-6",
        "s.csv:2:23-26",
        "s.csv:3:7-23",
    ]
    assert where(case, *at) == "s.csv:2:1-29"
    assert ("evaluation", "individual", 1) not in case.places
    assert ("evaluation", "individual", 0, "reason") not in case.places
    assert case.pointers.get(("evaluation", "individual", 0, "score")) is None
    assert (case.not_read, case.unreadable) == ((), ())
    assert [one.file for one in case.documents] == ["tender.yaml", "s.csv"]
    assert len(case.documents[1].sha256) == 64


def test_a_reason_beside_a_comment_is_a_column_of_its_own():
    header = ("bidder", "criterion", "score", "comment", "reason")
    write_csv("s.csv", ["B1", "Q1", 4, "Plans two shifts", "Page 9 was read again"], header=header)
    case = case_with("consensus: {file: s.csv}")
    assert plain(scores(case, "consensus")) == [
        {"bid": "B1", "criterion": "Q1", "score": "4", "comment": "Plans two shifts", "reason": "Page 9 was read again"}
    ]
    assert where(case, "consensus", 0, "reason") == "s.csv:2:26-47"


def test_rows_of_a_workbook_point_to_sheet_and_cell():
    write_book(
        "s.xlsx",
        {
            "Marks by all": [
                ["Panel sheet"],
                [],
                LONG,
                ["e1", "Alder Ltd", "Plan", 1, None, 4, "Good", datetime(2026, 3, 14, 9, 30)],
            ]
        },
    )
    case = case_with("individual: {file: s.xlsx}")
    [one] = scores(case)
    assert one.pop("at").isoformat() == "2026-03-14T09:30"
    assert plain([one]) == [
        {"evaluator": "e1", "bid": "B1", "criterion": "Q1", "lot": "1", "score": "4", "comment": "Good"}
    ]
    path = ("evaluation", "individual", 0)
    assert [case.pointers[(*path, name)] for name in ("evaluator", "bid", "score", "at")] == [
        "'Marks by all'!A4",
        "'Marks by all'!B4",
        "'Marks by all'!F4",
        "'Marks by all'!H4",
    ]
    assert case.pointers[path] == "'Marks by all'!F4"
    assert where(case, "individual", 0, "score") == "s.xlsx:4:6-7"
    assert case.not_read == ("s.xlsx, what stands above row 3 of sheet Marks by all",)


def test_columns_may_have_names_and_numbers_and_days_as_they_are_declared():
    Path("s.csv").write_text(
        "Assessor;Supplier;Question;Mark;When\ne1;birch  LTD;Plan;4,5;14/3/2026 9:05\n", encoding="utf-8"
    )
    names = "columns: {evaluator: Assessor, bidder: Supplier, criterion: Question, score: Mark, at: When}"
    case = case_with(f'individual: [{{file: s.csv, lot: "1", {names}, decimal: comma, dates: day-month-year}}]')
    [one] = scores(case)
    assert (one["bid"], one["criterion"], str(one["score"]), one["at"].isoformat()) == (
        "B2",
        "Q1",
        "4.5",
        "2026-03-14T09:05",
    )
    assert strange(
        case_with(f'individual: {{file: s.csv, lot: "1", {names}, decimal: comma, dates: month-day-year}}')
    ) == [("s.csv:2", "14/3/2026 9:05", 'column 5 (When): names a day that does not exist: "2026-14-03"')]


def test_whose_scores_a_table_holds_counts_for_rows_that_do_not_say_it():
    write_csv("s.csv", ["", "B1", "Q1", 4], ["e2", "B1", "Q1", 3], header=("evaluator", "bidder", "criterion", "score"))
    write_csv("t.csv", ["B2", "Q1", 2], header=("bidder", "criterion", "score"))
    case = case_with("individual: [{file: s.csv, evaluator: Anna Berg}, {file: t.csv, evaluator: e2}]")
    assert [(one["evaluator"], one["bid"], str(one["score"])) for one in scores(case)] == [
        ("e1", "B1", "4"), ("e2", "B1", "3"), ("e2", "B2", "2"),
    ]  # fmt: skip


def test_a_bidder_who_made_several_bids_needs_the_lot():
    write_csv(
        "s.csv",
        ["e1", "p2", "Q1", "1", "", 3],
        ["e1", "p2", "Q1", "South", "", 4],
        ["e1", "Birch Ltd", "Q1", "", "", 5],
    )
    case = case_with("individual: {file: s.csv}")
    assert [(one["bid"], one["lot"]) for one in scores(case)] == [("B2", "1"), ("B3", "2")]
    assert strange(case) == [
        ("s.csv:4", "Birch Ltd", "column 2 (bidder): made several bids: B2, B3; write the id of the bid, or its lot")
    ]


def test_the_word_for_a_stage_says_which_list_a_row_belongs_to():
    words = ["Individual", "moderated", "CONSENSUS", "panel", "stage 2", ""]
    write_csv("s.csv", *[["" if word in ("CONSENSUS", "panel") else "e1", "B1", "Q1", "1", word, 3] for word in words])
    case = case_with("tables: {file: s.csv}")
    assert [one.get("stage") for one in scores(case)] == [None, "moderated", "stage 2", None]
    assert scores(case, "consensus") == [{"bid": "B1", "criterion": "Q1", "lot": "1", "score": 3}] * 2
    assert (where(case, "individual", 1, "score"), where(case, "consensus", 0, "score")) == (
        "s.csv:3:22-23",
        "s.csv:4:20-21",
    )


def test_scores_of_the_case_come_before_those_of_tables_which_keep_their_order():
    for number in (1, 2):
        write_csv(f"{number}.csv", ["e1", "B1", "Q1", "", "", number], ["e2", "B1", "Q1", "", "", number + 2])
    case = case_with(
        "individual: [{evaluator: e1, bid: B1, criterion: Q1, score: 0}]\n  individual_tables: [{file: 1.csv}, {file: 2.csv}]"
    )
    assert [str(one["score"]) for one in scores(case)] == ["0", "1", "3", "2", "4"]
    assert [where(case, "individual", at, "score").partition("-")[0] for at in range(5)] == [
        "tender.yaml:13:63",
        "1.csv:2:12",
        "1.csv:3:12",
        "2.csv:2:12",
        "2.csv:3:12",
    ]


MATRIX = [
    ["Scores of Anna", None, None, None],
    [None, "Alder Ltd", "B2", "Weight"],
    ["Plan", 4, "4 (good)", 60],
    ["1.10", 3, None, 40],
    ["Total", 7, 4, None],
]


def test_a_matrix_is_found_by_the_bidders_and_criteria_it_names():
    write_book("m.xlsx", {"Anna Berg": MATRIX, "e2": MATRIX[1:3], "Notes": [["x"]]})
    case = case_with("individual: {file: m.xlsx, layout: matrix}")
    assert plain(scores(case)) == [
        {"evaluator": "e1", "bid": "B1", "criterion": "Q1", "score": "4"},
        {"evaluator": "e1", "bid": "B2", "criterion": "Q1"},
        {"evaluator": "e1", "bid": "B1", "criterion": "1.10", "score": "3"},
        {"evaluator": "e2", "bid": "B1", "criterion": "Q1", "score": "4"},
        {"evaluator": "e2", "bid": "B2", "criterion": "Q1"},
    ]
    assert [case.pointers[("evaluation", "individual", 2, name)] for name in ("score", "bid", "criterion")] == [
        "'Anna Berg'!B4",
        "'Anna Berg'!B2",
        "'Anna Berg'!A4",
    ]
    assert case.pointers[("evaluation", "individual", 3, "score")] == "e2!B2"
    assert case.not_read == ("m.xlsx, sheet Notes", "m.xlsx, what stands above row 2 of sheet Anna Berg")
    no_bid = "names no bid of this case, and is left out as a column beside the scores"
    text = "is no number; write the score alone, or leave the cell empty where there is none"
    assert strange(case) == [
        ("m.xlsx:1", "Weight", f"e2!D1: {no_bid}"),
        ("m.xlsx:2", "Weight", f"'Anna Berg'!D2: {no_bid}"),
        ("m.xlsx:2", "4 (good)", f"e2!C2: {text}"),
        ("m.xlsx:3", "4 (good)", f"'Anna Berg'!C3: {text}"),
        ("m.xlsx:5", "Total", "'Anna Berg'!A5: names no award criterion of this case; its row is left out"),
    ]


def test_the_criteria_stand_in_the_column_that_names_most_of_them():
    """A remark that is the name of a criterion makes no column of criteria of its own."""
    rows = [[None, "B1", "B2", "See"], ["Q1", 4, 3, None], ["1.10", 2, 5, "Plan"], ["1.1", 1, 0, None]]
    write_book("m.xlsx", {"e1": rows})
    case = case_with("individual: {file: m.xlsx, layout: matrix}")
    assert [(one["bid"], one["criterion"], str(one["score"])) for one in scores(case)] == [
        ("B1", "Q1", "4"), ("B2", "Q1", "3"), ("B1", "1.10", "2"), ("B2", "1.10", "5"), ("B1", "1.1", "1"), ("B2", "1.1", "0"),
    ]  # fmt: skip
    assert case.pointers[("evaluation", "individual", 2, "criterion")] == "e1!A3"


def test_the_stage_of_a_matrix_says_which_list_its_scores_belong_to():
    write_csv("m.csv", ["Q1", 4, 3], header=("", "B1", "B2"))
    case = case_with("tables: {file: m.csv, layout: matrix, stage: consensus}")
    assert plain(scores(case, "consensus")) == [
        {"bid": "B1", "criterion": "Q1", "score": "4"}, {"bid": "B2", "criterion": "Q1", "score": "3"},
    ]  # fmt: skip
    assert scores(case) == []
    case = case_with("tables: {file: m.csv, layout: matrix, stage: moderated, evaluator: e1}")
    assert [(one["evaluator"], one["bid"], one["stage"]) for one in scores(case)] == [
        ("e1", "B1", "moderated"), ("e1", "B2", "moderated"),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "who"), [("E2", "e2"), ("  e2 ", "e2"), ("ANNA  berg", "e1"), ("E1", "e1")])
def test_capitals_and_blanks_do_not_keep_a_sheet_from_its_evaluator(name, who):
    write_book("m.xlsx", {name: MATRIX[1:3]})
    case = case_with("individual: {file: m.xlsx, layout: matrix}")
    assert [one["evaluator"] for one in scores(case)] == [who, who]


def test_a_sheet_may_have_the_surname_of_its_evaluator_first():
    write_book("m.xlsx", {"Berg, Anna": MATRIX[1:3], "Berg, Ann": MATRIX[1:3], "Berg": MATRIX[1:3]})
    case = case_with("individual: {file: m.xlsx, layout: matrix}")
    assert {one["evaluator"] for one in scores(case)} == {"e1"}
    assert [text for _, text, why in strange(case) if "looks like that of an evaluator" in why] == ["Berg, Ann", "Berg"]


def test_the_sheet_of_somebody_who_is_not_in_the_case_is_named():
    sums = [["Weight", "B1", "B2"], ["Q1", None, None]]
    write_book("m.xlsx", {"e1": MATRIX[1:3], "Zoe": MATRIX[1:3], "Consensus": MATRIX[1:3], "Plan": sums})
    case = case_with("individual: {file: m.xlsx, layout: matrix}")
    assert {one["evaluator"] for one in scores(case)} == {"e1"}
    assert case.not_read == ("m.xlsx, sheet Plan",)
    assert [one for one in strange(case) if one[1] == "Zoe"] == [
        (
            "m.xlsx:1",
            "Zoe",
            "Zoe!A1: this sheet holds scores and looks like that of an evaluator who is not in the case, so nothing in it is"
            " read; add them to `evaluation.panel`, or say under `evaluators` whose each sheet is",
        )
    ]


def test_a_row_scored_on_a_criterion_nobody_published_is_kept_and_sums_are_not():
    rows = [
        ["", "B1", "B2"],
        ["Q1", "4", "3"],
        ["1.10", "2", "1"],
        ["Q9", "5", "2"],
        ["Q10", "n/a", ""],
        ["Sub-total (quality)", "11", "6"],
        ["Summe", "6", "4"],
        ["Bid price", "125000", "130000"],
        ["Local knowledge, total cost", "5", "0"],
    ]
    write_csv("m.csv", *rows[1:], header=rows[0])
    case = case_with("individual: {file: m.csv, layout: matrix, evaluator: e1}")
    assert [(one["criterion"], one["bid"], str(one["score"])) for one in scores(case)] == [
        *[("Q1", "B1", "4"), ("Q1", "B2", "3"), ("1.10", "B1", "2"), ("1.10", "B2", "1")],
        *[("Q9", "B1", "5"), ("Q9", "B2", "2")],
        *[("Local knowledge, total cost", "B1", "5"), ("Local knowledge, total cost", "B2", "0")],
    ]
    kept, left = "it is kept as it is written", "its row is left out"
    assert strange(case) == [
        (f"m.csv:{line}", text, f"column 1: names no award criterion of this case; {what}")
        for line, text, what in [
            (4, "Q9", kept),
            (5, "Q10", left),
            (6, "Sub-total (quality)", left),
            (7, "Summe", left),
            (8, "Bid price", left),
            (9, "Local knowledge, total cost", kept),
        ]
    ]


def test_rows_of_statistics_references_and_subtotals_are_no_scores():
    aside = ["Std dev", "Highest", "Count", "Number of questions answered", "Rank order", "Points lost", "Pass mark", "Check",
             "Minimum required", "Tender price (GBP)", "Bid no.", "Tender ref", "Date scored"]  # fmt: skip
    kept = ["Quality", "Range", "References", "Score 3", "Check 2", "Years trading", "Criterion A"]
    subtotals = ["Quality (60)", "Technical score", "Overall", "Score out of 100", "Quality %"]
    within = ["Quality points", "Score"]
    rows = [
        ["Q1", "4", "3"],
        *([one, "12", "11"] for one in (*aside, *kept, *subtotals)),
        *([one, "5", "3"] for one in within),
    ]
    write_csv("m.csv", *rows, header=["", "B1", "B2"])
    head = HEAD.replace("id: Q1,", "id: Q1, scale: {maximum: 5},")
    assert head != HEAD
    case = case_with("individual: {file: m.csv, layout: matrix, evaluator: e1}", head)
    assert [one["criterion"] for one in scores(case) if one["bid"] == "B1"] == ["Q1", *kept, *within]
    left = "column 1: names no award criterion of this case; its row is left out"
    assert [text for _, text, why in strange(case) if why == left] == [*aside, *subtotals]
    case = case_with("individual: {file: m.csv, layout: matrix, evaluator: e1}")
    assert {one["criterion"] for one in scores(case)} == {"Q1", *kept, *subtotals, *within}


def test_sheets_may_be_said_to_be_whose_they_are_and_one_csv_may_be_a_matrix():
    write_book("m.xlsx", {"Sheet1": MATRIX[1:4], "Sheet2": MATRIX[1:3]})
    case = case_with("individual: {file: m.xlsx, layout: matrix, evaluators: {Sheet2: e2}}")
    assert [one["evaluator"] for one in scores(case)] == ["e2", "e2"]
    # A sheet with scores that nobody is named for may be that of somebody who seems to have given none.
    assert (case.not_read, strange(case)[0][1]) == ((), "Sheet1")
    Path("m.csv").write_text(',B1,"Birch Ltd"\nQ1,4,"5"\n', encoding="utf-8")
    case = case_with('individual: {file: m.csv, layout: matrix, evaluator: e1, lot: "1"}')
    assert [(one["bid"], str(one["score"]), one["lot"]) for one in scores(case)] == [("B1", "4", "1"), ("B2", "5", "1")]
    assert [where(case, "individual", 1, one) for one in ("score", "bid", "criterion")] == [
        "m.csv:2:6-9",
        "m.csv:1:5-16",
        "m.csv:2:1-3",
    ]
    case = case_with(
        "consensus: {file: m.csv, layout: matrix, lot: North}", HEAD.replace("title: South", "title: Other")
    )
    assert faults(case) == [] if not isinstance(case, Case) else scores(case, "consensus")[0]["bid"] == "B1"


def test_the_sheet_of_a_member_whom_evaluators_leave_out_is_not_that_of_a_stranger():
    write_book("m.xlsx", {"Sheet1": MATRIX[1:3], "Anna Berg": MATRIX[1:3]})
    case = case_with("individual: {file: m.xlsx, layout: matrix, evaluators: {Sheet1: e2}}")
    assert [one for one in strange(case) if one[1] == "Anna Berg"] == [
        (
            "m.xlsx:1",
            "Anna Berg",
            "'Anna Berg'!A1: this sheet holds scores, and no table of the case reads it, so nothing in it is known; name it as the"
            " `sheet` of a table of its own; one of sums or averages may be called `Totals`",
        )
    ]


@pytest.mark.parametrize(
    "text", ["1e1", "7.5E1", "7.5E+01", "1e-1", "1E1000000000", "7,5E1", "0x10", "1_0", "1e", "Infinity", "NaN"]
)
@pytest.mark.parametrize("more", ["", ", decimal: comma"])
def test_a_number_with_an_exponent_in_a_csv_is_named_and_read_as_none(text, more):
    write_csv("s.csv", ["e1", "B1", "Q1", "", "", text])
    write_csv("m.csv", ["Q1", text], header=("", "B1"))
    tables = f"[{{file: s.csv{more}}}, {{file: m.csv, layout: matrix, evaluator: e1{more}}}]"
    case = case_with(f"individual_tables: {tables}")
    assert [one.get("score") for one in scores(case)] == [None, None]
    assert [(where, shown) for where, shown, _ in strange(case)] == [("m.csv:2", text), ("s.csv:2", text)]
    assert all("is no number; write the score alone" in said for *_, said in strange(case))


def test_every_bad_cell_is_named_and_the_rest_is_read():
    rows = [
        ["e1", "B1", "Q1", "", "", "4 (good)"],
        ["e1", "B1", "Q1", "", "", "n/a"],
        ["e1", "B1", "Q1", "", "", "-"],
        ["e1", "B1", "Q1", "", "", "4,5"],
        ["e1", "B1", "Q1", "", "", "80%"],
        ["e1", "B1", "Q1", "", "", "TBC"],
        ["e1", "B1", "Q1", "", "", "", "no score, and a comment"],
        ["e1", "B1", "Q1", "", "", ""],
        ["", "B1", "Q1", "", "", "1"],
        ["moderated", "B1", "Q1", "", "", "1"],
        ["e1", "", "Q1", "", "", "1"],
        ["e1", "B1", "", "", "", "1"],
        ["e1", "B9", "Q1", "", "", "1"],
        ["e1", "B1", "Q1", "3", "", "1"],
        ["e1", "B1", "Q9", "", "", "1", "", "soon"],
        ["e1", "B1", "Q1", "", "", "4", "too", "", "clerk", "many"],
        ["e9", "B1", "Q1", "", "", "5", "<insert>", "14/03/2026"],
    ]
    write_csv("s.csv", *rows)
    case = case_with("individual: {file: s.csv}")
    assert [(one["evaluator"], one["criterion"], one.get("score"), one.get("comment")) for one in scores(case)] == [
        *[("e1", "Q1", None, None)] * 6,
        ("e1", "Q1", None, "no score, and a comment"),
        ("e1", "Q9", 1, None),
        ("e9", "Q1", 5, None),
    ]
    no_number = "column 6 (score): is no number; write the score alone, or leave the cell empty where there is none"
    date = "should be a date or time such as 2026-03-30 or 2026-03-30T12:00+01:00, found"
    assert strange(case) == [
        ("s.csv:2", "4 (good)", no_number),
        ("s.csv:3", "n/a", no_number),
        ("s.csv:4", "-", no_number),
        ("s.csv:5", "4,5", "column 6 (score): has a comma, and the table declares no `decimal: comma`"),
        ("s.csv:6", "80%", "column 6 (score): is a share in per cent, where a score should stand"),
        ("s.csv:7", "TBC", "column 6 (score): is still to be filled in; leave the cell empty where there is no score"),
        (
            "s.csv:10",
            "",
            "column 1 (evaluator): names no evaluator; a score of the panel needs `consensus` as its stage",
        ),
        (
            "s.csv:11",
            "moderated",
            "column 1 (evaluator): names no evaluator; a score of the panel needs `consensus` as its stage",
        ),
        ("s.csv:12", "", "column 2 (bidder): names no bidder"),
        ("s.csv:13", "", "column 3 (criterion): names no criterion"),
        (
            "s.csv:14",
            "B9",
            "column 2 (bidder): names no bid of this case, nor a party that made one; write the id of the bid",
        ),
        ("s.csv:15", "3", "column 4 (lot): names no lot of this case; write its id as the case does"),
        ("s.csv:16", "Q9", "column 3 (criterion): names no award criterion of this case; it is kept as it is written"),
        ("s.csv:16", "soon", f'column 8 (at): {date} "soon"'),
        (
            "s.csv:17",
            "many",
            "column 10: the row has 10 cells, and the table names 9 columns; put a cell that holds the separator in quotes",
        ),
        ("s.csv:18", "14/03/2026", f'column 8 (at): {date} "14/03/2026"; declare `dates: day-month-year`'),
        ("s.csv:18", "<insert>", "column 7 (comment): is still to be filled in"),
        (
            "s.csv:18",
            "e9",
            "column 1 (evaluator): names nobody of this case; write the id or name as the case does; the scores are kept",
        ),
    ]


def test_what_only_a_workbook_can_hold_is_named_with_its_cell():
    book = write_book(
        "s.xlsx",
        {
            "S": [
                ["evaluator", "bidder", "criterion", "score", "at"],
                ["e1", "B1", "Q1", "=2+2", 46095],
                ["e1", "B1", "Q1", "4", None],
                ["e1", "B1", "Q1", 0.8, None],
                ["e1", "B1", "Q1", datetime(2026, 5, 4), None],
                ["e1", "B2", 1.1, 4, None],
                ["e2", "B2", "1.10", 5, None],
                [None, "B2", "Q1", 5, None],
                ["e2", "B2", "Q1", 1, None],
            ],
            "Old": [["x"]],
        },
    )
    book["S"]["D4"].number_format = "0%"
    book["S"].merge_cells("A7:A8")
    book["S"].row_dimensions[9].hidden = True
    book["Old"].sheet_state = "hidden"
    book.save("s.xlsx")
    case = case_with("individual: {file: s.xlsx}")
    assert [(one["bid"], one.get("score")) for one in scores(case)] == [("B1", None)] * 4
    merged = "is one of the merged cells A7:A8; unmerge them and write a value into each that has one"
    assert strange(case) == [
        ("s.xlsx:1", "Old", "Old!A1: this sheet is hidden, so nothing in it is read; show it, or delete it"),
        ("s.xlsx:2", "46095", "S!E2: is a bare number, where a day should stand; give the cells a date format"),
        (
            "s.xlsx:2",
            "=2+2",
            "S!D2: is a formula (no result is saved), and what it shows depends on other cells; paste its value in its place",
        ),
        (
            "s.xlsx:3",
            "4",
            "S!D3: is a number kept as text, which a spreadsheet does not add up; declare `decimal: point` or `comma` to have it read",
        ),
        (
            "s.xlsx:4",
            "80%",
            "S!D4: is 0.8 shown as 80%, so that either may be meant; give the cells a number format without %",
        ),
        (
            "s.xlsx:5",
            "2026-05-04T00:00",
            "S!D5: is a day, where a score should stand; spreadsheets make days of 4-5 and of 1.2",
        ),
        ("s.xlsx:6", "1.1", "S!C6: is a number and may mean criterion 1.1 or 1.10; format the cells as text"),
        ("s.xlsx:7", "e2", f"S!A7: {merged}"),
        ("s.xlsx:8", "e2", f"S!A8: {merged}"),
        ("s.xlsx:9", "e2 | B2 | Q1 | 1", "S!A9: row 9 is hidden, so nothing in it is read; show it, or delete it"),
    ]
    assert [one.get("score") for one in scores(case_with("individual: {file: s.xlsx, decimal: point}"))] == [
        None,
        4,
        None,
        None,
    ]


LONG_SHEET = [["evaluator", "bidder", "criterion", "score", None], ["e1", "B1", "Q1", 4, None]]
MATRIX_SHEET = [[None, "B1", None, "B2", None], ["Q1", 4, "Sound.", 3, "Thin."]]
LACKS = "has no column headed {}; say under `columns` what the table calls it, such as `{}: …`"


@pytest.mark.parametrize(
    ("named", "field"), [("sheet: Old", "sheet"), ("evaluators: {Old: e1}, layout: matrix", "evaluators")]
)
def test_a_hidden_sheet_is_not_read_though_the_case_names_it(named, field):
    book = write_book("s.xlsx", {"e1": LONG_SHEET, "Old": LONG_SHEET if field == "sheet" else MATRIX_SHEET})
    book["Old"].sheet_state = "hidden"
    book.save("s.xlsx")
    case = case_with(f"individual: {{file: s.xlsx, {named}}}")
    words = 'names a sheet that is hidden: "Old"; show it, so that all see what is audited'
    assert unread(case) == [f"tender.yaml:13: evaluation.individual_tables[0].{field}: {words}"]
    assert case.evaluation.individual is None


@pytest.mark.parametrize(
    ("rows", "change", "said"),
    [
        (
            LONG_SHEET,
            lambda sheet: setattr(sheet.column_dimensions["D"], "hidden", True),
            [
                "1: sheet `e1` " + LACKS.format("`score`", "score"),
                "1: e1!D1: column D is hidden, so nothing in it is read; show it, or delete it",
            ],
        ),
        (
            LONG_SHEET,
            lambda sheet: setattr(sheet.row_dimensions[1], "hidden", True),
            [
                "1: e1!A1: row 1 is hidden, so nothing in it is read; show it, or delete it",
                "2: sheet `e1` " + LACKS.format("`bidder`, `criterion`, `score`, `evaluator`", "bidder"),
            ],
        ),
        (
            LONG_SHEET,
            lambda sheet: sheet.merge_cells("D1:E1"),
            [
                "1: sheet `e1` " + LACKS.format("`score`", "score"),
                "1: e1!D1: is one of the merged cells D1:E1; unmerge them and write a value into each that has one",
            ],
        ),
        (
            MATRIX_SHEET,
            lambda sheet: setattr(sheet.column_dimensions["A"], "hidden", True),
            [
                "1: sheet `e1` has no column with award criteria of this case below the row of its bidders, as a matrix needs",
                "2: e1!A2: column A is hidden, so nothing in it is read; show it, or delete it",
            ],
        ),
        (
            MATRIX_SHEET,
            lambda sheet: [sheet.merge_cells(one) for one in ("B1:C1", "D1:E1")],
            [
                "1: sheet `e1` has its bidders in merged cells, over several columns or rows each; unmerge them and write each "
                "bidder over its column of scores alone; its comments may stand in the column to the right, headed `Comments`",
                "1: e1!B1: is one of the merged cells B1:C1; unmerge them and write a value into each that has one",
                "1: e1!D1: is one of the merged cells D1:E1; unmerge them and write a value into each that has one",
            ],
        ),
    ],
    ids=["hidden column", "hidden row", "merged heading", "hidden criteria", "merged bidders"],
)
def test_headings_that_are_hidden_or_merged_are_named_with_their_cells(rows, change, said):
    book = write_book("s.xlsx", {"e1": rows})
    change(book["e1"])
    book.save("s.xlsx")
    layout = "long" if rows is LONG_SHEET else "matrix"
    case = case_with(f"individual: {{file: s.xlsx, layout: {layout}}}")
    assert sorted(unread(case)) == sorted(f"s.xlsx:{one}" for one in said)
    assert case.evaluation.individual is None


def test_a_table_that_is_wrong_everywhere_is_not_listed_without_end(monkeypatch):
    monkeypatch.setattr(collecting, "MOST_CELLS", 2)
    write_csv("s.csv", *[["e1", "B1", "Q1", "", "", "x"]] * 5)
    case = case_with("individual: {file: s.csv}")
    assert [(place, text) for place, text, _ in strange(case)] == [("s.csv:2", "x"), ("s.csv:3", "x"), ("s.csv:6", "")]
    assert strange(case)[-1][2] == "3 more cells of this table, up to here, were not understood; mend these first"


@pytest.mark.parametrize(
    ("evaluation", "said"),
    [
        (
            "individual: {file: s.ods}",
            "13:22: evaluation.individual_tables[0].file: should be a table that ends in `.csv` or `.xlsx`; save other spreadsheets as one of them",
        ),
        (
            "individual: {file: s.csv, layout: sideways}",
            "13:37: evaluation.individual_tables[0].layout: should be one of `long`, `matrix`",
        ),
        (
            "individual: [{file: s.csv}, {score: 3}]",
            "13:3: evaluation.individual: holds scores and tables; put the tables under `individual_tables`",
        ),
    ],
)
def test_what_cannot_be_meant_of_a_table_is_a_fault_where_it_is_written(evaluation, said):
    write_csv("s.csv", ["e1", "B1", "Q1", "", "", 1])
    Path("s.ods").write_bytes(b"x")
    assert faults(case_with(evaluation)) == [f"tender.yaml:{said}"]


@pytest.mark.parametrize(
    ("evaluation", "said"),
    [
        (
            "tables: {layout: long}",
            "13: evaluation.tables[0].file: is not given; write which file holds the table, such as `scores.csv`",
        ),
        (
            "individual: {file: s.csv, columns: {scorer: Who}}",
            "13: evaluation.individual_tables[0].columns.scorer: is no field of a score; did you mean `score`?; write one of "
            "evaluator, bidder, criterion, lot, stage, score, comment, reason, at, by",
        ),
        (
            "individual: {file: s.csv, sheet: S}",
            "13: evaluation.individual_tables[0].sheet: has no meaning for a CSV, which has no sheets; leave it out",
        ),
        (
            "individual: {file: s.csv, lot: '7'}",
            "13: evaluation.individual_tables[0].lot: names no lot of this case; write its id as the case does",
        ),
    ],
)
def test_what_a_case_says_wrongly_of_a_table_is_named_where_it_is_written_and_the_table_is_not_read(evaluation, said):
    write_csv("s.csv", ["e1", "B1", "Q1", "", "", 1])
    case = case_with(evaluation)
    assert unread(case) == [f"tender.yaml:{said}"]
    assert (case.evaluation.individual, set(case.unread) >= {"evaluation.individual"}) == (None, True)


@pytest.mark.parametrize(
    "name", ["../s.csv", "/etc/passwd.csv", "a/../../s.csv", "..\\s.csv", "C:/s.csv", "~/s.csv", "link.csv", "l/s.csv"]
)
def test_a_table_outside_the_folder_of_the_case_is_not_opened(name):
    os.mkdir("case")
    write_csv("s.csv", ["e1", "B1", "Q1", "", "", 1])
    Path("case/link.csv").symlink_to(Path("s.csv").resolve())
    Path("case/l").symlink_to(Path.cwd())
    [said] = faults(case_with(f"individual: {{file: {name!r}}}", folder="case"))
    assert "should be a file in the case's folder or below" in said or "leads by a link to a file outside" in said


def test_an_id_in_other_letters_is_not_taken_for_it_and_is_hinted_at():
    write_csv(
        "s.csv", ("e1", "B1", "q1", "", "", "4"), header=("evaluator", "bidder", "criterion", "lot", "stage", "score")
    )
    case = case_with("individual: {file: s.csv}")
    assert [said for *_, said in strange(case)] == [
        "column 3 (criterion): names no award criterion of this case; did you mean `Q1`?; it is kept as it is written"
    ]


LABELS = [
    ("Q1 Plan", "B1 Alder Ltd", "e1 Anna Berg"), ("Q1: plan", "B1: ALDER LTD", "Anna Berg (e1)"),
    ("Q1 – Plan", "B1 – p1", "e1 - Anna Berg"), ("Plan (Q1)", "Alder Ltd (B1)", "Anna Berg / e1"),
]  # fmt: skip


@pytest.mark.parametrize(("criterion", "bidder", "evaluator"), LABELS)
def test_a_label_that_holds_an_id_and_its_own_name_is_that(criterion, bidder, evaluator):
    write_csv("s.csv", (evaluator, bidder, criterion, "4"), header=("evaluator", "bidder", "criterion", "score"))
    write_csv("m.csv", (criterion, "3"), header=("", bidder))
    case = case_with(f"individual_tables: [{{file: s.csv}}, {{file: m.csv, layout: matrix, evaluator: '{evaluator}'}}]")
    assert strange(case) == []
    assert [(one["evaluator"], one["bid"], one["criterion"]) for one in scores(case)] == [("e1", "B1", "Q1")] * 2


@pytest.mark.parametrize("label", ["Q1 Staff", "Q2 Plan", "Q1 Plans", "Q1 Plan Staff", "Q1, Q2", "Plan Staff"])
def test_a_label_with_the_name_of_something_else_is_none(label):
    write_csv("s.csv", ("e1", "B1", label, "4"), header=("evaluator", "bidder", "criterion", "score"))
    case = case_with("individual: {file: s.csv}")
    assert [said.partition("; ")[0] for *_, said in strange(case)] == [
        "column 3 (criterion): names no award criterion of this case"
    ]


def test_a_bidder_whose_own_name_begins_with_the_id_of_another_bid_is_that_bidder():
    write_csv("s.csv", ("e1", "B2 Alder Ltd", "Q1", "4"), header=("evaluator", "bidder", "criterion", "score"))
    case = case_with("individual: {file: s.csv}", head=HEAD.replace("name: Alder Ltd", "name: B2 Alder Ltd"))
    assert [one["bid"] for one in scores(case)] == ["B1"]


def test_other_separators_are_said_to_be_none():
    Path("s.csv").write_text("evaluator|bidder|criterion|score\n", encoding="utf-8")
    [said] = unread(case_with("individual: {file: s.csv}"))
    assert said.startswith("s.csv:1: names one column alone, `")
    assert "let one line, below any titles, name all columns, with commas, semicolons or tabs between them" in said


def test_what_the_case_says_wrongly_of_tables_is_told_of_at_once():
    write_csv("a.csv", header=("evaluator", "bidder", "question", "score"))
    write_book("c.xlsx", {"One": [["x"]], "Two": [["y"]]})
    write_book("d.xlsx", {"One": [["bidder", "score"]]})
    tables = "individual: [{file: a.csv}, {file: c.xlsx}, {file: d.xlsx, sheet: Ona}]"
    case = case_with(tables)
    assert unread(case) == [
        "a.csv:1: has no column headed `criterion`; say under `columns` what the table calls it, such as `criterion: …`",
        "tender.yaml:13: evaluation.individual_tables[1].file: holds several sheets (`One`, `Two`); name one as `sheet`, or all "
        "under `evaluators`",
        'tender.yaml:13: evaluation.individual_tables[2].sheet: names no sheet of the workbook: "Ona"; did you mean `One`?',
    ]
    assert {one.file for one in case.documents} == {"tender.yaml", "a.csv", "c.xlsx", "d.xlsx"}


def test_a_case_that_is_no_file_has_no_tables_beside_it():
    text = f"{HEAD}  individual: {{file: s.csv}}\n"
    [case] = stdin_cases(text.encode(), "stdin.yaml", Extra())
    assert faults(case) == [
        "stdin.yaml:13:22: evaluation.individual_tables[0].file: names a table, which can only be read beside a case that is a file; "
        "give the case as a file"
    ]


def test_a_file_that_is_added_names_tables_beside_itself():
    os.makedirs("marks")
    write_csv("marks/s.csv", ["e1", "B1", "Q1", "", "", 3])
    Path("tender.yaml").write_text(HEAD, encoding="utf-8")
    Path("marks/evaluation.yaml").write_text("evaluation: {individual: {file: s.csv}}\n", encoding="utf-8")
    [case] = open_cases(Path("tender.yaml"), Extra(with_files=(Path("marks/evaluation.yaml"),)))
    assert where(case, "individual", 0, "score") == "marks/s.csv:2:12-13"
    assert [one.file for one in case.documents] == ["tender.yaml", "marks/evaluation.yaml", "marks/s.csv"]


def test_a_folder_lists_its_tables_as_read():
    os.makedirs("case/marks")
    for name in ("case/s.csv", "case/other.csv", "case/marks/t.csv"):
        write_csv(name, ["e1", "B1", "Q1", "", "", 1])
    Path("case/tender.yaml").write_text(
        f"{HEAD}  individual: [{{file: s.csv}}, {{file: marks/t.csv}}]\n", encoding="utf-8"
    )
    [case] = open_cases(Path("case"), Extra())
    assert len(scores(case)) == 2
    assert case.not_read == ("case/marks/ (but for t.csv)", "case/other.csv")
    assert [one.file for one in case.documents] == ["case/tender.yaml", "case/s.csv", "case/marks/t.csv"]


def test_an_evaluator_is_called_as_the_panel_calls_them():
    people = "people: [{id: e1, name: Anna Berg}, {id: e2, name: Carl Dorn}, {id: x, name: Carl Dorn}]"
    head = HEAD.replace("people: [{id: e1, name: Anna Berg}]", people)
    write_csv("s.csv", *[[name, "B1", "Q1", "", "", 1] for name in ("anna  BERG", "e1", "Carl Dorn", "Nobody Known")])
    case = case_with("individual: {file: s.csv}", head)
    assert [one["evaluator"] for one in scores(case)] == ["e1", "e1", "Nobody Known"]
    reason = "column 1 (evaluator): is the name of several people (e2, x); write the id"
    assert strange(case)[0] == ("s.csv:4", "Carl Dorn", reason)
    assert [one[:2] for one in strange(case)[1:]] == [("s.csv:5", "Nobody Known")]
    case = case_with("individual: {file: s.csv}", head.replace("panel: [e1, e2]", "panel: [Anna Berg]"))
    assert [one["evaluator"] for one in scores(case)] == ["Anna Berg", "Anna Berg", "Nobody Known"]


def test_an_evaluator_whom_the_case_does_not_name_is_listed_once_and_kept():
    rows = [
        ("Berg (chair)", "B1", "Q1", "", "", "4"),
        ("Berg, Anna", "B2", "Q1", "", "", "4"),
        ("A. Berg", "B3", "Q1", "", "", "4"),
        ("Berg (chair)", "B2", "Q1", "", "", "3"),
        ("E1", "B1", "1.1", "", "", "3"),
        ("Zed Quill", "B1", "1.1", "", "consensus", "3"),
    ]
    write_csv("scores.csv", *rows)
    case = case_with("individual: {file: scores.csv}")
    assert [one.get("evaluator") for one in scores(case)] == [
        "Berg (chair)",
        "Berg, Anna",
        "A. Berg",
        "Berg (chair)",
        "e1",
    ]
    assert strange(case) == [
        (
            "scores.csv:2",
            "Berg (chair)",
            "column 1 (evaluator): names nobody of this case, as row 5 does; did you mean"
            " `Anna Berg`?; write the id or name as the case does; the scores are kept",
        )
    ]


def test_words_stand_for_what_is_passed_or_failed_and_only_there():
    head = HEAD.replace("name: Plan, weight: 60", "name: Plan, treatment: pass-fail")
    write_csv(
        "s.csv",
        *[["e1", "B1", "Q1", "", "", word] for word in ("Pass", "FAILED", "Not met", "perhaps", "1")],
        ["e1", "B1", "1.1", "", "", "Pass"],
    )
    case = case_with("individual: {file: s.csv}", head)
    found = [(one.get("score"), one.get("met")) for one in scores(case)]
    assert found == [(None, True), (None, False), (None, False), (None, None), (1, None), (None, None)]
    assert [(place, text) for place, text, _ in strange(case)] == [("s.csv:5", "perhaps"), ("s.csv:7", "Pass")]
    Path("m.csv").write_text(",B1,B2\nPlan,pass,fail\n", encoding="utf-8")
    case = case_with("consensus: {file: m.csv, layout: matrix}", head)
    assert [one["met"] for one in scores(case, "consensus")] == [True, False]


NAMES = st.sampled_from
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "evaluator": NAMES(["e1", "Dora Ek"]),
            "bid": NAMES(["B1", "B2"]),
            "criterion": NAMES(["Q1", "1.10"]),
            "score": st.integers(0, 500).map(lambda cents: f"{cents // 100}.{cents % 100:02}"),
        },
        optional={
            "lot": NAMES(["1", "2"]),
            "stage": NAMES(["moderated", "second round"]),
            "comment": st.text(st.sampled_from('ab";,\n é…'), max_size=8).map(lambda text: f"x{text}x"),
            "at": NAMES(["2026-03-14", "2026-03-14T09:30"]),
            "by": NAMES(["clerk", "e1"]),
        },
    ),
    min_size=1,
    max_size=5,
)


def in_yaml(rows):
    quoted = [", ".join(f"{key}: {_quoted(value)}" for key, value in row.items()) for row in rows]
    return "[" + ", ".join(f"{{{row}}}" for row in quoted) + "]"


def _quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS)
def test_csv_workbook_and_yaml_give_equal_models(rows):
    keys = ["evaluator", "bid", "criterion", "lot", "stage", "score", "comment", "at", "by"]
    write_csv("s.csv", *[[row.get(key, "") for key in keys] for row in rows], header=keys)
    typed = [
        [
            float(row[key])
            if key == "score"
            else datetime.fromisoformat(row[key])
            if key == "at" and key in row
            else row.get(key)
            for key in keys
        ]
        for row in rows
    ]
    book = write_book("s.xlsx", {"S": [keys, *typed]})
    for line, row in enumerate(rows, 2):
        book["S"][f"H{line}"].number_format = "yyyy-mm-dd hh:mm" if "T" in row.get("at", "") else "yyyy-mm-dd"
    book.save("s.xlsx")
    head = HEAD.replace("panel: [e1, e2]", "panel: [e1, e2, Dora Ek]")
    yaml, separated, workbook = (
        case_with(f"individual: {one}", head) for one in (in_yaml(rows), "{file: s.csv}", "{file: s.xlsx}")
    )
    assert scores(separated) == scores(workbook) == scores(yaml)
    assert separated.evaluation.individual == workbook.evaluation.individual == yaml.evaluation.individual
    assert (separated.unreadable, workbook.unreadable) == ((), ())


def test_a_table_of_agreed_scores_alone_needs_no_evaluators():
    header = ("bidder", "criterion", "lot", "stage", "score")
    write_csv("s.csv", ("B1", "Q1", "1", "consensus", "4"), ("B2", "Q1", "1", "individual", "3"), header=header)
    case = case_with("tables: {file: s.csv}")
    assert [(one["bid"], str(one["score"])) for one in scores(case, "consensus")] == [("B1", "4")]
    [(place, _, reason)] = strange(case)
    assert place == "s.csv:3"
    assert "names no evaluator" in reason


def test_a_letter_and_its_mark_are_one_sign_however_they_are_written():
    head = HEAD.replace("Alder Ltd", "M\u00fcller GmbH")
    write_csv("s.csv", ("e1", "Mu\u0308ller GmbH", "Q1", "1", "", "4", "", "", ""))
    case = case_with("individual: {file: s.csv}", head)
    assert [one["bid"] for one in scores(case)] == ["B1"]
    assert strange(case) == []


def test_a_table_without_a_row_is_told_of():
    write_csv("s.csv")
    case = case_with("individual: {file: s.csv}")
    assert (case.evaluation.individual, case.evaluation.consensus) == (None, None)
    assert unread(case) == [
        "s.csv:1: has no row that can be read as a score; name its columns as the case does, with the scores below them"
    ]


def test_a_heading_that_is_said_to_be_another_field_is_named_as_that():
    write_csv("s.csv", ("e1", "B1", "Q1", "3"), header=("evaluator", "bidder", "criterion", "score"))
    case = case_with("individual: {file: s.csv, columns: {score: evaluator}}")
    assert "has its column `evaluator` said under `columns` to be `score`" in str(strange(case))


def test_a_column_that_the_case_names_and_the_table_lacks_is_named_be_it_needed_or_not():
    write_csv("s.csv", ["e1", "B1", "Q1", "1", "", 4, "Sound."])
    case = case_with("individual: {file: s.csv, columns: {comment: Rationale}}")
    assert unread(case) == [
        "s.csv:1: has no column headed `Rationale`; say under `columns` what the table calls it, such as `comment: …`"
    ]
    assert case.evaluation.individual is None


def test_the_column_of_the_bidders_may_be_called_bid_in_the_case_as_in_the_table():
    write_csv("s.csv", ["e1", "B1", "Q1", 4], header=["evaluator", "Offer no.", "criterion", "score"])
    case = case_with("individual: {file: s.csv, columns: {bid: Offer no.}}")
    assert [(one["bid"], str(one["score"])) for one in scores(case)] == [("B1", "4")]
    assert (case.unreadable, where(case, "individual", 0, "bid")) == ((), "s.csv:2:4-6")
    case = case_with("individual: {file: s.csv, columns: {bid: Offer no., bidder: Offer}}")
    words = "is given beside `bidder`, which is the same column; keep one"
    assert unread(case) == [f"tender.yaml:13: evaluation.individual_tables[0].columns.bid: {words}"]
