"""Tables with titles above the names of their columns: the names are found below them, or it is said what keeps them from it."""

import codecs
from pathlib import Path

import openpyxl
import pytest

from tests.procurement.test_registers import ADA, listed, opened
from tests.procurement.test_tables import case_with, scores, unread

PEOPLE = "id;name;role\ne1;Ada Holt;evaluator\n"
OFFICERS = 'Company number,Company name,Officer name,Role\n01234567,LUMEN OPTICS LIMITED,"HOLT, Ada Mary",director\n'
MARKS = "evaluator;bidder;criterion;score\ne1;B1;Q1;4\n"
TITLES = [
    "Panel\n",
    "Panel;;\n",
    "Panel, confidential\n\n",
    "Town of Oak;;\nPanel, secret;;;\n\n",
    "\n \n",
    "sep=;\n",
    "As of:;1.3.2026\n\n",
]


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def people(text, encoding="utf-8"):
    Path("people.csv").write_bytes(text.encode(encoding))
    return opened("registers: [{file: people.csv, kind: people}]")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("title", TITLES)
def test_people_are_read_below_titles_and_what_stands_above_is_named(title, encoding):
    case = people(title + PEOPLE, encoding)
    assert [(one.id, one.name) for one in case.people] == [("e1", "Ada Holt")]
    line = title.count("\n") + 2
    assert case.places[("people", 0, "name")] == (1, (line, 4, line, 12))
    above = (f"people.csv, what stands above row {line - 1}",) if title.strip() else ()
    assert (case.not_read, case.unreadable) == (above, ())


@pytest.mark.parametrize(
    "title", ["Extract of 20 April 2026\n", "Register; as of 20.4.2026\n\n", '"Register, ""full"""\n']
)
def test_a_register_is_searched_below_titles(title):
    case = opened(ADA + "registers: [{file: o.csv, kind: officers, scheme: GB-COH}]", o_csv=title + OFFICERS)
    assert [one.rows for one in case.registers_searched] == [1]
    assert [case.places[one.path][1][0] for one in case.matches] == [title.count("\n") + 2] * 2
    assert case.unreadable == ()


@pytest.mark.parametrize("title", TITLES)
def test_scores_are_read_below_titles(title):
    Path("s.csv").write_text(title + MARKS, encoding="utf-8")
    case = case_with("individual: {file: s.csv}")
    [score] = scores(case)
    line = title.count("\n") + 2
    assert (str(score["score"]), case.places[("evaluation", "individual", 0, "score")][1]) == (
        "4",
        (line, 10, line, 11),
    )
    assert case.unreadable == ()


def test_a_matrix_is_read_below_titles_that_hold_another_sign():
    Path("m.csv").write_text("Marks, first round\n;B1;B2\nQ1;4;3\n", encoding="utf-8")
    case = case_with("individual: {file: m.csv, layout: matrix, evaluator: e1}")
    assert [(one["bid"], str(one["score"])) for one in scores(case)] == [("B1", "4"), ("B2", "3")]
    assert case.places[("evaluation", "individual", 0, "score")][1] == (3, 4, 3, 5)


def book_of(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([one or None for one in row])
    book.save("people.xlsx")
    return opened("registers: [{file: people.xlsx, kind: people}]")


AS_A_ROW = "has as many cells filled as a row of the table, and stands above row {}, which names the columns; delete it if it is a title, or move it below that row"
TWO = (
    "and row 3 may name its columns, too; delete what stands above the row that does, or put another table in a sheet or file of"
    " its own"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # Rows that stand above the names, as where two lists were put together, are people nobody would miss.
        ("e2;Ben Rook;approver\n" + PEOPLE, "1: " + AS_A_ROW.format(2)),
        ("Panel\n" + "".join(f"e{at};N {at};approver\n" for at in range(3, 25)) + PEOPLE, "2: " + AS_A_ROW.format(24)),
        ("Name;Oakmere\n\n" + PEOPLE, "1: " + TWO),
        ("Panel\nNr;Who;What\n1;Ada Holt;evaluator\n", "2: has no column headed `id` or `name`; say under `columns` what the table "
         "calls it, such as `id: …`"),
        ("Panel\n" * 40 + PEOPLE, "1: has no column headed `id` or `name`; say under `columns` what the table calls it, such as `id: …`; "
         "the names of columns are looked for in the first 31 rows"),
    ],
)  # fmt: skip
def test_a_heading_that_cannot_be_told_is_named_with_what_to_do_alike_in_a_workbook(text, said):
    words = "nothing is known of the people it holds, and the rest is audited without them"
    case = people(text)
    assert listed(case) == [f"people.csv:{said}; {words}"]
    assert ([*case.unread], case.people) == (["people"], ())
    case = book_of([line.split(";") for line in text.split("\n")])
    place, _, reason = said.partition(": ")
    assert listed(case) == [f"people.xlsx:{place}: sheet `Sheet` {reason}; {words}"]


def test_a_title_that_is_merged_over_all_columns_is_one():
    book = openpyxl.Workbook()
    for row in (["Panel", None, None], ["id", "name", "role"], ["e1", "Ada Holt", "evaluator"]):
        book.active.append(row)
    book.active.merge_cells("A1:C1")
    book.save("people.xlsx")
    case = opened("registers: [{file: people.xlsx, kind: people}]")
    assert ([one.name for one in case.people], case.unreadable) == (["Ada Holt"], ())


def test_names_of_columns_that_stand_on_every_page_are_no_people():
    case = people(PEOPLE + PEOPLE.replace("e1;Ada Holt", "e2;Ben Rook"))
    assert ([one.name for one in case.people], case.unreadable) == (["Ada Holt", "Ben Rook"], ())


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Total;2;\n", "heads a row of sums; the row is left out"),
        ("* as told to HR;;\n", "stands alone in its row, as a note does; the row is left out"),
        ("Advisers\n", "stands alone in its row, as a note does; the row is left out"),
    ],
)
def test_totals_and_notes_below_are_no_people_and_are_quoted(row, said):
    case = people(PEOPLE + row)
    assert [one.id for one in case.people] == ["e1"]
    [told] = case.unreadable
    assert (told.line, told.text, told.reason.partition(". ")[0]) == (
        3,
        row.partition(";")[0].strip(),
        f"column 1 (id): {said}",
    )


def test_two_rows_that_may_name_columns_with_two_signs_are_not_guessed_between():
    case = people("name,title\n" + PEOPLE)
    assert [one.partition(";")[0] for one in listed(case)] == [
        "people.csv:1: and row 2 may name its columns, with another sign between them"
    ]


def test_names_with_two_signs_between_them_are_refused_below_titles_too():
    Path("s.csv").write_text("Marks\nevaluator;bidder;criterion;a,b;score\ne1;B1;Q1;;4\n", encoding="utf-8")
    [said] = unread(case_with("individual: {file: s.csv}"))
    assert said.startswith("s.csv:2: has a comma and a semicolon between the names of its columns; use one of them")


def test_a_byte_order_mark_is_no_part_of_a_title():
    Path("o.csv").write_bytes(codecs.BOM_UTF8 + ("Extract\n" + OFFICERS).encode())
    case = opened(ADA + "registers: [{file: o.csv, kind: officers, scheme: GB-COH}]")
    assert [one.rows for one in case.registers_searched] == [1]
