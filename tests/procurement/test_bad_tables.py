"""Tables that are wrong in every way we have met: each is named with its file and cell, nothing is guessed, nothing read as 0."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl.formatting.rule
import openpyxl.styles
import openpyxl.worksheet.table
import pytest

from tests.procurement.test_tables import HEAD, case_with, faults, scores, strange, unread, write_book, write_csv

HEADING = "evaluator,bidder,criterion,score\n"
GOOD = "e2,B1,Q1,4\n"
READ = [("e2", "B1", "4")]
NO_NUMBER = "is no number; write the score alone, or leave the cell empty where there is none"
A_DAY = "is a day, where a score should stand; spreadsheets make days of 4-5 and of 1.2"
UNSEEN = "holds a sign that cannot be seen (U+{}); write the score alone"
A_COMMA = "has a comma, and the table declares no `decimal: comma`"
NO_ROW = "has no row that can be read as a score; name its columns as the case does, with the scores below them"


def read(case):
    return [(one["evaluator"], one["bid"], str(one["score"])) for one in scores(case) if "score" in one]


@pytest.mark.parametrize(
    ("score", "why"),
    [
        *[(one, NO_NUMBER) for one in ("1.234,5", "1 234", "4/5", "n/a", "-", "4*", "4 good", "TRUE", "#REF!", "=2+2", "1e3")],
        *[(one, NO_NUMBER) for one in ("+4", "٤", "\u22124", "NaN", "4.", ".5", "'4", "½", "four", "4-5", "O", "<4", "4 (5)")],
        *[(one, A_DAY) for one in ("03-Apr", "2026-04-03", "04/03/2026", "Apr-26", "4. Mai", "3.4.26")],
        *[(one, A_COMMA) for one in ("1,234", "4,5")],
        *[(one, UNSEEN.format(sign)) for one, sign in (("1\u00a0234", "00A0"), ("4\u200b", "200B"), ("\u202e4", "202E"))],
        ("4\x00", UNSEEN.format("0000")),
        ("80%", "is a share in per cent, where a score should stand"),
        ("TBC", "is still to be filled in; leave the cell empty where there is no score"),
    ],
)  # fmt: skip
def test_what_is_no_plain_number_in_a_csv_is_named_with_its_cell_and_read_as_nothing(score, why):
    write_csv("s.csv", ["e1", "B1", "Q1", score], ["e2", "B1", "Q1", 4], header=HEADING.strip().split(","))
    case = case_with("individual: {file: s.csv}")
    [(place, _, said)] = strange(case)
    assert (place, said) == ("s.csv:2", f"column 4 (score): {why}")
    assert (read(case), len(scores(case))) == (READ, 2)


@pytest.mark.parametrize("score", ["4.5", "1.234"])
def test_a_point_where_the_table_declares_a_comma_is_named_and_not_taken_for_one(score):
    write_csv("s.csv", ["e1", "B1", "Q1", score], ["e2", "B1", "Q1", "4,5"], header=HEADING.strip().split(","))
    case = case_with("individual: {file: s.csv, decimal: comma}")
    assert strange(case) == [
        ("s.csv:2", score, "column 4 (score): has a point, and the table declares `decimal: comma`")
    ]
    assert (read(case), len(scores(case))) == ([("e2", "B1", "4.5")], 2)


def formatted(code, value):
    return lambda cell: (setattr(cell, "value", value), setattr(cell, "number_format", code))


FORMAT = "give the cells a plain number format"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda cell: setattr(cell, "value", "=2+2"), "is a formula (no result is saved), and what it shows depends on other cells; "
         "paste its value in its place"),
        (formatted("0%", 0.8), "is 0.8 shown as 80%, so that either may be meant; give the cells a number format without %"),
        (formatted('0" %"', 80), "is 80 shown with a sign of per cent; give the cells a number format without %"),
        (formatted("# ?/?", 0.8), "is 0.8 shown as a fraction, as spreadsheets make of 4/5; write the score that is meant as a plain "
         "number"),
        (formatted("0,", 4000), f"is 4000 and is shown in thousands; {FORMAT}"),
        (formatted(";;;", 4), f"is 4, and its number format does not show it; {FORMAT}"),
        (formatted('0;-0;"n/a"', 0), f"is 0, and its number format does not show it; {FORMAT}"),
        (formatted("d-mmm", datetime(2026, 4, 3)), A_DAY),
        (formatted("yyyy-mm-dd", date(2026, 4, 3)), A_DAY),
        (formatted("hh:mm", 0.1875), "is shown as a day or time and is none: it has no day after February 1900"),
        (formatted("General", True), "is true or false, which is no value here"),
        (formatted("General", "#REF!"), "is an error of the spreadsheet, no value"),
        (formatted("General", "#DIV/0!"), "is an error of the spreadsheet, no value"),
        (formatted("@", "4"), "is a number kept as text, which a spreadsheet does not add up; declare `decimal: point` or `comma` to have "
         "it read"),
        (formatted("General", "4,5"), A_COMMA),
        (formatted("General", 1e300), "holds a value that cannot be read; write it anew"),
        (formatted("General", "4/5"), NO_NUMBER),
    ],
)  # fmt: skip
def test_what_is_no_plain_number_in_a_workbook_is_named_with_its_cell_and_read_as_nothing(change, why):
    rows = [HEADING.strip().split(","), ["e1", "B1", "Q1", 0], ["e2", "B1", "Q1", 4]]
    book = write_book("s.xlsx", {"S": rows})
    change(book["S"]["D2"])
    book.save("s.xlsx")
    case = case_with("individual: {file: s.xlsx}")
    [(place, _, said)] = strange(case)
    assert (place, said) == ("s.xlsx:2", f"S!D2: {why}")
    assert (read(case), len(scores(case))) == (READ, 2)


def coloured(book, font, fill=None):
    book["S"]["D2"].font = openpyxl.styles.Font(color=font)
    if fill:
        book["S"]["D2"].fill = openpyxl.styles.PatternFill("solid", fgColor=fill)


def in_a_table(book):
    coloured(book, "FFFFFF")
    book["S"].add_table(openpyxl.worksheet.table.Table(displayName="T", ref="A1:D3"))


def by_a_condition(book):
    coloured(book, "FFFFFF")
    rule = openpyxl.formatting.rule.ColorScaleRule("min", None, "FF0000", "max", None, "00FF00")
    book["S"].conditional_formatting.add("D2:D3", rule)


@pytest.mark.parametrize(
    ("change", "is_read"),
    [
        (lambda book: coloured(book, "FFFFFF"), False),
        (lambda book: coloured(book, openpyxl.styles.colors.Color(theme=0)), False),
        (lambda book: coloured(book, openpyxl.styles.colors.Color(theme=0, tint=-0.5)), True),
        (lambda book: coloured(book, openpyxl.styles.colors.Color(theme=1)), True),
        (lambda book: coloured(book, "FFFFFF", "1F4E78"), True),
        (lambda book: coloured(book, "000000"), True),
        (in_a_table, True), (by_a_condition, True),
    ],
)  # fmt: skip
def test_what_is_written_in_white_on_no_colour_is_named_and_not_read(change, is_read):
    rows = [HEADING.strip().split(","), ["e1", "B1", "Q1", 5], ["e2", "B1", "Q1", 4]]
    change(book := write_book("s.xlsx", {"S": rows}))
    book.save("s.xlsx")
    case = case_with("individual: {file: s.xlsx}")
    assert [one.score for one in case.evaluation.individual] == ([5, 4] if is_read else [None, 4])
    said = "S!D2: is written in white on a background without a colour, so it is not read"
    assert [one.reason.partition(";")[0] for one in case.unreadable] == ([] if is_read else [said])


def test_number_formats_that_show_the_number_are_read():
    codes = ["0.0", "0;-0;;@", '"£"0', "0.00E+00", "#,##0", "_-* #,##0_-", "@", '0" points"', "[Red]0;[Blue]-0"]
    book = write_book("s.xlsx", {"S": [HEADING.strip().split(","), *[["e1", "B1", "Q1", 4]] * len(codes)]})
    for line, code in enumerate(codes, 2):
        book["S"][f"D{line}"].number_format = code
    book.save("s.xlsx")
    case = case_with("individual: {file: s.xlsx}")
    assert (read(case), strange(case)) == ([("e1", "B1", "4")] * len(codes), [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("e1,B1,Q1,4,5\n", "column 5: the row has 5 cells, and the table names 4 columns; put a cell that holds the separator in quotes"),
        ("e1;B1;Q1;4\n", "the row: has a semicolon between its cells, and the first line has another sign; use one of them throughout; the "
         "row is left out"),
        ("e1,B\x001,Q1,4\n", "column 2 (bidder): names no bid of this case, nor a party that made one; did you mean `B1`?; write the id of the bid"),
    ],
)  # fmt: skip
def test_a_row_that_is_wrong_is_named_and_left_out(text, said):
    Path("s.csv").write_text(HEADING + text + GOOD, encoding="utf-8")
    case = case_with("individual: {file: s.csv}")
    assert [(place, why) for place, _, why in strange(case)] == [("s.csv:2", said)]
    assert (read(case), len(scores(case))) == (READ, 1)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (HEADING + GOOD + "e1,B1,Q1,x\n", 3),
        ("\n\n" + HEADING + GOOD + "e1,B1,Q1,x\n", 5),
        (HEADING + "\n\n" + GOOD + "e1,B1,Q1,x\n", 5),
        ((HEADING + GOOD + "e1,B1,Q1,x\n").replace("\n", "\r\n"), 3),
        ((HEADING + GOOD + "e1,B1,Q1,x\n").replace(",", "\t"), 3),
        ((HEADING + GOOD + "e1,B1,Q1,x\n").replace(",", ";"), 3),
    ],
)
def test_lines_count_from_one_as_editors_and_spreadsheets_do(raw, line):
    for coded in (raw.encode(), raw.encode("utf-8-sig"), raw.encode("utf-16")):
        Path("s.csv").write_bytes(coded)
        case = case_with("individual: {file: s.csv}")
        assert [place for place, *_ in strange(case)] == [f"s.csv:{line}"]
        assert read(case) == READ


def zipped(name, text="x"):
    with zipfile.ZipFile("z.xlsx", "w") as file:
        file.writestr(name, text)
    return Path("z.xlsx").read_bytes()


def cut_short():
    write_book("z.xlsx", {"S": [["x"] * 50] * 50})
    return Path("z.xlsx").read_bytes()[:-400]


TWICE = "names the column `{}` twice, or its field `{}` by two names; keep one"
NO_ZIP = "s.xlsx:1: is no workbook: not a zip of parts; save it as `.xlsx` anew"
NO_UTF8 = "is not UTF-8 text from here on; save the file as UTF-8"
ZEROS = "has zero bytes in its first line, as UTF-16 text without a byte order mark has; save the table as `CSV UTF-8`"


@pytest.mark.parametrize(
    ("file", "raw", "said"),
    [
        ("s.csv", lambda: b"", "s.csv:1: is empty; its first line should name its columns"),
        ("s.csv", lambda: b" \n\n", "s.csv:1: is empty; its first line should name its columns"),
        ("s.csv", lambda: HEADING.encode(), f"s.csv:1: {NO_ROW}"),
        ("s.csv", lambda: GOOD.encode(), "s.csv:1: has no column headed `bidder`, `criterion`, `score`, `evaluator`; say under `columns` "
         "what the table calls it, such as `bidder: …`"),
        ("s.csv", lambda: b"evaluator,bidder,criterion,score,Score\ne1,B1,Q1,4,5\n", "s.csv:1: " + TWICE.format("Score", "score")),
        ("s.csv", lambda: b"evaluator,bidder,bid,criterion,score\ne1,B1,B2,Q1,4\n", "s.csv:1: " + TWICE.format("bid", "bidder")),
        ("s.csv", lambda: b"evaluator;bidder;criterion;a,b;score\n", "s.csv:1: has a comma and a semicolon between the names of its columns; "
         "use one of them, and put names that hold the other in quotes"),
        ("s.csv", lambda: (HEADING + GOOD).replace("\n", "\r").encode(), "s.csv:1: has a carriage return that ends no line; save the table "
         "as `CSV UTF-8` anew"),
        ("s.csv", lambda: (HEADING + 'e1,B1,Q1,"4"x\n').encode(), f"s.csv:1: {NO_ROW}"),
        ("s.csv", lambda: ('"a"b,' + HEADING).encode(), 's.csv:1: has something between the closing " of a cell and a comma; write " '
         "twice where it stands inside a cell"),
        ("s.csv", lambda: (HEADING + GOOD).encode("utf-16-le"), f"s.csv:1: {ZEROS}"),
        ("s.csv", lambda: (HEADING + GOOD).encode("utf-32"), f"s.csv:1: {ZEROS}"),
        ("s.csv", lambda: (HEADING + GOOD + "Münch").encode("latin-1"), f"s.csv:3: {NO_UTF8}"),
        ("s.csv", lambda: b"\x89PNG\r\n\x1a\n\0\0", f"s.csv:1: {NO_UTF8}"),
        ("s.xlsx", lambda: (HEADING + GOOD).encode(), NO_ZIP),
        ("s.xlsx", lambda: b"", NO_ZIP),
        ("s.xlsx", cut_short, NO_ZIP),
        ("s.xlsx", lambda: zipped("a.txt"), "s.xlsx:1: lacks the part `xl/workbook.xml`; save it as `.xlsx` anew"),
        ("s.xlsx", lambda: zipped("xl/workbook.xml"), "s.xlsx:1: cannot be read: the part `xl/workbook.xml` is no XML; save it as `.xlsx` "
         "anew"),
        ("s.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "s.xlsx:1: is an old `.xls`, or a workbook with a password; save "
         "it as `.xlsx` without one"),
        ("none.csv", lambda: b"", ":0: names a file that is not there: `t.csv`; it is looked for beside the case"),
    ],
)  # fmt: skip
def test_a_table_that_is_wrong_as_a_whole_is_named_and_what_it_holds_is_not_known(file, raw, said):
    Path(file).write_bytes(raw())
    case = case_with(f"individual: {{file: {file if file != 'none.csv' else 't.csv'}}}\ncomplete: [evaluation, bids]")
    assert unread(case) == [said]
    assert case.evaluation.individual is None
    assert {*case.unread} == {"evaluation.individual"}
    assert [case.holds_all(one) for one in ("evaluation.individual", "evaluation.panel", "bids")] == [False, True, True]


def break_part(name, part):
    with zipfile.ZipFile(name) as old:
        parts = {one: old.read(one) for one in old.namelist()}
    with zipfile.ZipFile(name, "w") as new:
        for one, raw in parts.items():
            new.writestr(one, raw[:-30] if one == part else raw)


def test_one_sheet_that_is_broken_is_named_and_so_are_the_wrong_cells_of_the_others():
    matrix = [[None, "B1", "B2"], ["Q1", "n/a", 3]]
    write_book("m.xlsx", {"e1": matrix, "e2": matrix})
    break_part("m.xlsx", "xl/worksheets/sheet2.xml")
    case = case_with("individual: {file: m.xlsx, layout: matrix}")
    assert unread(case) == [
        "m.xlsx:1: sheet `e2` cannot be read: the part `xl/worksheets/sheet2.xml` is no XML; save it as `.xlsx` anew"
    ]
    assert [said for *_, text, said in strange(case) if text == "n/a"] == [f"e1!B2: {NO_NUMBER}"]
    assert case.evaluation.individual is None


def test_what_is_wrong_in_a_matrix_is_named_with_its_cell_and_read_as_nothing():
    rows = [
        [None, "B1", "B2", "B3", "B9"],
        ["Q1", "four", "4,5", 3, 1],
        ["1.10", 2, None, 3, 1],
        ["Q9", 1, "=2+2", 3, 1],
        ["1.1", 4, 4, 4, 1],
    ]
    book = write_book("m.xlsx", {"e1": rows})
    book["e1"].merge_cells("B3:C3")
    book["e1"].row_dimensions[5].hidden = book["e1"].column_dimensions["D"].hidden = True
    book.save("m.xlsx")
    case = case_with("individual: {file: m.xlsx, layout: matrix}")
    assert [(one["bid"], one["criterion"], str(one.get("score"))) for one in scores(case)] == [
        *[("B1", "Q1", "None"), ("B2", "Q1", "None"), ("B1", "1.10", "None"), ("B2", "1.10", "None")],
        *[("B1", "Q9", "1"), ("B2", "Q9", "None")],
    ]
    hidden = "is hidden, so nothing in it is read; show it, or delete it"
    merged = "is one of the merged cells B3:C3; unmerge them and write a value into each that has one"
    nobody = "names no bid of this case, nor a party that made one; write the id of the bid; its column is left out"
    formula = (
        "is a formula (no result is saved), and what it shows depends on other cells; paste its value in its place"
    )
    assert strange(case) == [
        ("m.xlsx:1", "4 cells", f"e1!D1: column D {hidden}"),
        ("m.xlsx:1", "B9", f"e1!E1: {nobody}"),
        ("m.xlsx:2", "four", f"e1!B2: {NO_NUMBER}"),
        ("m.xlsx:2", "4,5", f"e1!C2: {A_COMMA}"),
        ("m.xlsx:3", "2", f"e1!B3: {merged}"),
        ("m.xlsx:3", "2", f"e1!C3: {merged}"),
        ("m.xlsx:4", "Q9", "e1!A4: names no award criterion of this case; it is kept as it is written"),
        ("m.xlsx:4", "=2+2", f"e1!C4: {formula}"),
        ("m.xlsx:5", "1.1 | 4 | 4 | 4 | 1", f"e1!A5: row 5 {hidden}"),
    ]


def test_agreed_scores_that_cannot_be_read_are_not_replaced_by_single_ones():
    write_csv("s.csv", ["e1", "B1", "Q1", 4], header=HEADING.strip().split(","))
    case = case_with("individual: {file: s.csv}\n  consensus: {file: none.csv}")
    assert case.evaluation.consensus is None
    assert list(case.unread) == ["evaluation.consensus"]
    assert len(case.evaluation.individual) == 1


@pytest.mark.parametrize(
    "row",
    [
        ["Total", None, None, 8], ["Grand total", None, None, 8], [None, None, "Sub-total", 8], ["e1", "B1", "Total score", 8],
        ["Average", "B1", "Q1", "4.0"], [None, "Mean", "Q1", 4], ["e1", "Average score", "Q1", 4],
        ["Panel average", "B1", "Q1", 4],
    ],
)  # fmt: skip
def test_a_row_of_sums_is_named_and_nothing_is_lost_with_it(row):
    write_csv("s.csv", ["e1", "B1", "Q1", 4], ["e2", "B1", "Q1", 4], row, header=HEADING.strip().split(","))
    case = case_with("individual: {file: s.csv}\ncomplete: [evaluation]")
    assert len(case.evaluation.individual) == 2
    (one,) = case.unreadable
    assert (one.line, one.lost, "heads a row of sums or averages" in one.reason) == (4, None, True)
    assert case.holds_all("evaluation.individual")


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        (["Max", "B1", "Q2", 3], True), (["Total Recall Ltd", "B1", "Q2", 3], True), (["Summers", "B1", "Q2", 3], True),
        (["e1", "B1", "Quality", 3], True), (["Sum", "B1", "Q1", 3], True),
        (["e1", "Sum Ltd", "Q1", 3], False), ([None, None, None, 8], False), (["e1", "Weight", "Q1", 3], False),
    ],
)  # fmt: skip
def test_a_row_that_may_be_a_score_is_no_sum(row, kept):
    write_csv("s.csv", ["e1", "B1", "Q1", 4], ["e2", "B1", "Q1", 4], row, header=HEADING.strip().split(","))
    case = case_with("individual: {file: s.csv}", HEAD.replace("[e1, e2]", "[e1, e2, Sum]"))
    assert len(case.evaluation.individual) == (3 if kept else 2)
    assert not [one for one in case.unreadable if "heads a row of sums" in one.reason]


def test_faults_of_the_case_itself_remain_faults():
    assert faults(case_with("individual: {file: none.ods}"))


@pytest.mark.parametrize(
    ("row", "listed"),
    [
        (["* Line 2: this score was withdrawn by the chair", None, None, None], True),
        (["Note", "B1", "see minutes: e1 replaced", None], True), (["Signed: Ada Holt", None, None, None], True),
        (["e1", "B1", "Q2", None], False), (["e1", None, None, None], False), (["B1", None, None, None], False),
        ([None, "B1", None, None], False), ([None, None, None, None], False), (["2026", None, "-", None], False),
    ],
)  # fmt: skip
def test_words_in_a_row_without_a_score_are_listed_and_nothing_is_lost_with_them(row, listed):
    write_csv("s.csv", ["e1", "B1", "Q1", 4], row, ["e2", "B1", "Q1", 4], header=HEADING.strip().split(","))
    case = case_with("individual: {file: s.csv}\ncomplete: [evaluation]")
    assert len(case.evaluation.individual) == 2
    assert [(one.line, one.lost, one.text) for one in case.unreadable] == (
        [(3, None, " | ".join(filter(None, row[:1] if row[1] is None else [row[0], row[2]])))] if listed else []
    )
    assert case.holds_all("evaluation.individual")
