"""Workbooks with more sheets than the one with the table: that one is found, or it is said which sheets may be it."""

import openpyxl
import pytest

from fairaudit.checks.people.ties.register_ties import not_opened
from fairaudit.procurement.case import Case
from tests.procurement.test_registers import ADA, listed, opened
from tests.procurement.test_tables import case_with, scores, unread

PEOPLE = [["Panel"], [], ["id", "name", "role"], ["e1", "Ada Holt", "evaluator"]]
OFFICERS = [["company", "name", "role"], ["LUMEN OPTICS LIMITED", "Ada Holt", "director"]]
MARKS = [["evaluator", "bidder", "criterion", "score"], ["e1", "B1", "Q1", 4]]
NOTES = [["hello"], ["see below"]]


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def book(hidden=(), **sheets):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
    made.save("t.xlsx")


def people(more=""):
    return opened(f"registers: [{{file: t.xlsx, kind: people{more}}}]\ncomplete: [people]")


def officers():
    return opened(ADA + "registers: [{file: t.xlsx, kind: officers, scheme: GB-COH}]")


def test_the_only_sheet_that_names_its_columns_is_read_and_the_others_are_named():
    book(Notes=NOTES, Panel=PEOPLE, Sheet3=[])
    case = people()
    assert [one.name for one in case.people] == ["Ada Holt"]
    assert case.not_read == ("t.xlsx, sheet Notes", "t.xlsx, sheet Sheet3", "t.xlsx, what stands above row 3")
    assert (case.unreadable, case.holds_all("people")) == ((), True)


def test_a_register_is_searched_in_the_only_sheet_that_names_its_columns():
    book(Notes=NOTES, List=OFFICERS)
    case = officers()
    assert ([one.rows for one in case.registers_searched], bool(case.matches)) == ([1], True)
    assert case.not_read == ("t.xlsx, sheet Notes",)


def test_scores_are_read_from_the_only_sheet_that_names_their_columns():
    book(Notes=NOTES, Marks=MARKS)
    case = case_with("individual: {file: t.xlsx}")
    assert [str(one["score"]) for one in scores(case)] == ["4"]
    assert case.not_read == ("t.xlsx, sheet Notes",)


NONE = "has no column headed `id` or `name`; say under `columns` what the table calls it, such as `id: …`"


@pytest.mark.parametrize(
    ("sheets", "more", "said"),
    [
        ({"A": PEOPLE, "B": PEOPLE}, "", "names its columns in several sheets (`A`, `B`); name one as `sheet`"),
        ({"A": NOTES, "B": NOTES}, "", f"has several sheets (`A`, `B`), and none names the columns that are needed: one {NONE}, or name "
         "the sheet as `sheet`"),
        ({"A": PEOPLE}, ", sheet: C", "has no sheet `C` but `A`; name one as `sheet`"),
        ({"A": PEOPLE, "H": PEOPLE}, ", sheet: H", "has its sheet `H` hidden; show it, so that all see what is audited"),
    ],
)  # fmt: skip
def test_where_it_cannot_be_told_which_sheet_is_meant_the_rest_is_audited(sheets, more, said):
    book(hidden=("H",), **sheets)
    case = people(more)
    assert isinstance(case, Case)
    assert listed(case) == [
        f"t.xlsx:1: {said}; nothing is known of the people it holds, and the rest is audited without them"
    ]
    assert ([*case.unread], case.holds_all("people")) == (["people"], False)


def test_a_hidden_sheet_that_names_the_columns_too_keeps_what_leans_on_the_table_from_passing():
    book(hidden=("Old",), Panel=PEOPLE, Old=PEOPLE)
    case = people()
    assert [one.partition(";")[0] for one in listed(case)] == ["t.xlsx:1: sheet `Old` is hidden"]
    assert ([one.name for one in case.people], [*case.unread]) == (["Ada Holt"], ["people"])
    book(hidden=("Old",), Panel=OFFICERS, Old=OFFICERS)
    assert "a hidden row, column or sheet was not read" in str([*not_opened(officers())])
    book(hidden=("Old",), Panel=PEOPLE, Old=NOTES)
    assert people().unreadable == ()


def test_several_sheets_with_scores_are_not_guessed_between():
    book(A=MARKS, B=MARKS, Notes=NOTES)
    [said] = unread(case_with("individual: {file: t.xlsx}"))
    assert "holds several sheets (`A`, `B`, `Notes`); name one as `sheet`, or all under `evaluators`" in said


MATRIX = [["", "B1", "B2"], ["Q1", 4, 3]]
OTHERS = [["evaluator", "bidder", "criterion", "score"], ["e2", "B1", "Q1", 3]]
PICKED = "individual: {file: t.xlsx, sheet: A}"
TOLD = (
    "this sheet holds scores, and no table of the case reads it, so nothing in it is known; name it as the `sheet` of a table of"
    " its own; one of sums or averages may be called `Totals`"
)


def lost(case):
    """The sheets or cells with which scores are lost, each with the list and whose they are."""
    return [(one.path[1], one.text, one.lost.evaluator) for one in case.unreadable if one.lost is not None]


@pytest.mark.parametrize(
    ("name", "rows", "section", "who"),
    [
        ("B", OTHERS, "individual", ""),
        ("B", [["Cover"], [], *OTHERS], "individual", ""),
        ("Totals", OTHERS, "individual", ""),
        ("Panel", OTHERS, "individual", ""),
        ("B", MATRIX, "individual", ""),
        ("e2", MATRIX, "individual", "e2"),
        ("e2", [one[1:] for one in OTHERS], "individual", "e2"),
        ("B", [["evaluator", "bidder", "criterion", "score", "score"], ["e2", "B1", "Q1", 3, 3]], "individual", ""),
    ],
)
def test_a_sheet_with_scores_that_no_table_reads_is_named_and_keeps_rules_from_judging(name, rows, section, who):
    book(A=MARKS, Notes=NOTES, **{name: rows})
    case = case_with(PICKED)
    assert [(one.file, one.line, one.reason) for one in case.unreadable] == [("t.xlsx", 1, f"{name}!A1: {TOLD}")]
    assert (lost(case), case.not_read) == ([(section, name, who)], ("t.xlsx, sheet Notes",))


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Totals", MATRIX),
        ("Averages", [one[1:] for one in OTHERS]),
        ("Prices", [["", "B1", "B2"], ["Q1", 900000, 950000]]),
        ("Form", [OTHERS[0], ["e2", "B1", "Q1", None]]),
        ("Cover", [["Scores of the panel for the bridge"], ["Read this first: bidder, criterion, score."]]),
    ],
)
def test_sums_prices_forms_and_prose_beside_the_scores_are_no_scores(name, rows):
    book(A=MARKS, **{name: rows})
    case = case_with(PICKED)
    assert (case.unreadable, case.not_read) == ((), (f"t.xlsx, sheet {name}",))


@pytest.mark.parametrize(("rows", "layout"), [(MATRIX, ", layout: matrix"), ([one[1:] for one in OTHERS], "")])
@pytest.mark.parametrize("name", ["Consensus", "Agreed", "Panel"])
def test_a_sheet_of_what_the_panel_agreed_that_no_table_reads_leaves_open_which_scores_count(name, rows, layout):
    book(A=MARKS, **{name: rows})
    case = case_with(PICKED)
    assert [(one.file, one.line, one.reason) for one in case.unreadable] == [
        (
            "t.xlsx",
            1,
            f"{name}!A1: this sheet holds what the panel agreed, by its name, and no table reads it, so which scores count is not"
            " known; name it as the `sheet` of a table under `consensus_tables`, or delete it",
        )
    ]
    assert lost(case) == [("consensus", name, "")]
    assert case_with(f"{PICKED}\n  consensus: {{file: t.xlsx, sheet: {name}{layout}}}").unreadable == ()


def test_two_tables_that_read_one_workbook_leave_what_neither_reads():
    book(A=MARKS, B=OTHERS, Notes=NOTES)
    case = case_with("individual: [{file: t.xlsx, sheet: A}, {file: t.xlsx, sheet: B}]")
    assert [one["evaluator"] for one in scores(case)] == ["e1", "e2"]
    assert (case.unreadable, case.not_read) == ((), ("t.xlsx, sheet Notes",))
    book(("C",), A=MARKS, B=OTHERS, C=MARKS, D=MATRIX)
    case = case_with("individual: [{file: t.xlsx, sheet: A}, {file: t.xlsx, sheet: B}]")
    assert ([text for _, text, _ in lost(case)], case.not_read) == (["C", "D"], ())
    book(A=MARKS, B=[one[1:] for one in OTHERS])
    case = case_with("tables: [{file: t.xlsx, sheet: A}, {file: t.xlsx, sheet: B, stage: consensus}]")
    assert (len(scores(case)), len(scores(case, "consensus")), case.unreadable) == (1, 1, ())


def test_single_scores_beside_a_table_of_agreed_ones_are_lost_to_the_single_ones():
    book(A=[one[1:] for one in MARKS], B=OTHERS, Agreed=[one[1:] for one in OTHERS])
    case = case_with("consensus: {file: t.xlsx, sheet: A}")
    assert lost(case) == [("individual", "B", ""), ("consensus", "Agreed", "")]


def test_a_hidden_matrix_beside_a_table_with_one_score_a_row_is_lost():
    book(("B",), A=MARKS, B=MATRIX)
    case = case_with(PICKED)
    assert (lost(case), "is hidden" in case.unreadable[0].reason) == ([("individual", "B", "")], True)


OWNERS = [["company", "name", "role", "share"], ["LUMEN OPTICS LIMITED", "Top Holdings Ltd", "owner", 60]]
READ = {
    "officers": "{file: t.xlsx, sheet: Officers, kind: officers, scheme: GB-COH}",
    "owners": "{file: t.xlsx, sheet: Owners, kind: owners, scheme: GB-COH}",
    "people": "{file: t.xlsx, sheet: Panel, kind: people}",
}
MARKED = "evaluation: {individual: [{file: t.xlsx, sheet: Marks}]}\ntender: {id: T, award_criteria: [{id: Q1}]}\n"


@pytest.mark.parametrize(
    ("kinds", "marks", "left"),
    [
        (("people",), "", ["Marks", "Notes", "Officers", "Owners"]),
        (("officers",), "", ["Marks", "Notes", "Owners", "Panel"]),
        (("people", "officers"), "", ["Marks", "Notes", "Owners"]),
        (("officers", "owners"), "", ["Marks", "Notes", "Panel"]),
        (("owners", "people", "officers"), MARKED, ["Notes"]),
        (("officers",), MARKED, ["Notes", "Owners", "Panel"]),
        (("people",), MARKED, ["Notes", "Officers", "Owners"]),
        ((), MARKED, ["Notes", "Officers", "Owners", "Panel"]),
    ],
)
def test_a_sheet_that_any_table_of_the_case_reads_is_not_told_as_not_read_whatever_it_is_read_for(kinds, marks, left):
    book(Panel=PEOPLE, Officers=OFFICERS, Owners=OWNERS, Marks=MARKS, Notes=NOTES)
    registers = f"registers: [{', '.join(READ[one] for one in kinds)}]\n" if kinds else ""
    parties = "parties: [{id: b, name: Lumen Optics Ltd}]\nbids: [{id: B1, bidder: b}]\n"
    case = opened(f"{parties}{marks}{registers}", head="")
    named = [one.removeprefix("t.xlsx, sheet ") for one in case.not_read if one.startswith("t.xlsx, sheet ")]
    assert sorted(named) == left
