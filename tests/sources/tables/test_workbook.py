"""Workbooks into rows: plain values as they are stored, all else named; and what a stranger may put into a zip."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time

import openpyxl
import openpyxl.comments
import openpyxl.styles
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairaudit.sources import limits
from fairaudit.sources.document import SourceError
from fairaudit.sources.tables import package, sheet
from fairaudit.sources.tables.grid import Figure, Odd, Stamp
from fairaudit.sources.tables.workbook import Workbook


def book_of(*rows, title="S"):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def raw_of(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def grid_of(book):
    made = Workbook(raw_of(book), "s.xlsx")
    return made.grid(made.sheets[0])


def cells(book):
    return {line: row for line, _, row in grid_of(book).rows}


def read_whole(raw):
    made = Workbook(raw, "s.xlsx")
    return [list(made.grid(one).rows) for one in made.sheets]


def refusal(raw):
    with pytest.raises(SourceError) as error:
        read_whole(raw)
    [fault] = error.value.faults
    return str(fault)


def test_texts_numbers_and_days_are_what_they_are_stored_as():
    row = ["e1", 4, 4.3, 0.1 + 0.2, -2.50, 1e6, " x ", "", None, "007", "a_x000D_b"]
    [found] = cells(book_of(row)).values()
    assert found == ["e1", "4", "4.3", "0.3", "-2.5", "1000000", "x", None, None, "007", "a\rb"]
    kinds = [type(one).__name__ for one in found]
    assert kinds == ["str", *["Figure"] * 5, "str", "NoneType", "NoneType", "str", "str"]


def test_days_and_moments_are_known_by_the_format_of_their_cell():
    book = book_of([date(2026, 3, 14), datetime(2026, 3, 14, 9, 30), datetime(2026, 3, 14, 9, 30, 1), 46095, 46095.5])
    book.active["D1"].number_format = "dd/mm/yyyy"
    book.active["E1"].number_format = '[$-809]d" of "mmmm\\ yyyy;@'
    [found] = cells(book).values()
    assert found == ["2026-03-14", "2026-03-14T09:30", "2026-03-14T09:30:01", "2026-03-14", "2026-03-14T12:00"]
    assert {type(one) for one in found} == {Stamp}


@pytest.mark.parametrize(
    "code", ["General", "0.00", '0" days"', "#,##0", "[Red]0", "0.0E+00", "# ?/?", "_-* 0_-", "[>2]0"]
)
def test_formats_of_plain_numbers_make_no_days(code):
    book = book_of([45])
    book.active["A1"].number_format = code
    assert [type(one) for one in cells(book)[1]] == [Figure]


def test_the_calendar_of_1904_is_read():
    book = book_of([date(2026, 3, 14)])
    book.epoch = openpyxl.utils.datetime.MAC_EPOCH
    book.active["A1"].value = date(2026, 3, 14)
    assert cells(book) == {1: ["2026-03-14"]}


def test_what_is_no_plain_value_is_named_with_the_reason():
    book = book_of([0.8, True, "#N/A", "=B1*2", time(9, 30), 30])
    book.active["A1"].number_format = "0%"
    book.active["F1"].number_format = "dd/mm/yyyy"
    book.active["C1"].data_type = "e"
    found = cells(book)[1]
    assert [one.text for one in found] == ["80%", "TRUE", "#N/A", "=B1*2", "0.395833333333333", "30"]
    assert [one.reason for one in found] == [
        "is 0.8 shown as 80%, so that either may be meant; give the cells a number format without %",
        "is true or false, which is no value here",
        "is an error of the spreadsheet, no value",
        "is a formula (no result is saved), and what it shows depends on other cells; paste its value in its place",
        "is shown as a day or time and is none: it has no day after February 1900",
        "is shown as a day or time and is none: it has no day after February 1900",
    ]


def edited(book, part, old, new):
    """A workbook with one part changed by hand, for what openpyxl does not write."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw_of(book))) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for one in source.namelist():
            content = source.read(one)
            if one == part:
                assert old in content
                content = content.replace(old, new)
            target.writestr(one, content)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_the_saved_result_of_a_formula_is_said_and_not_used():
    raw = edited(book_of(["=A1"]), SHEET, b"<v />", b"<v>4.3</v>")
    book = Workbook(raw, "s.xlsx")
    [(_, _, [cell])] = book.grid(book.sheets[0]).rows
    assert (cell.text, "its saved result is 4.3" in cell.reason) == ("=A1", True)


MAIN = 'xmlns="{0}/spreadsheetml/2006/main" xmlns:r="{0}/officeDocument/2006/relationships"'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def by_hand(rows, strings="", base="http://schemas.openxmlformats.org", prefix=""):
    """A workbook as spreadsheets write it, with shared strings, which openpyxl does not write."""
    main, p = MAIN.format(base), prefix
    main = main.replace("xmlns=", f"xmlns:{p[:-1]}=") if p else main
    related = "".join(
        f'<Relationship Id="r{at}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate([("worksheet", "/xl/worksheets/a.xml"), ("sharedStrings", "shared.xml")], 1)
    )
    return packed(
        **{
            "_rels/.rels": f'<Relationships><Relationship Id="r1" Type="{RELATED}/officeDocument" Target="xl/book.xml"/></Relationships>',
            "xl/book.xml": f'<{p}workbook {main}><{p}sheets><{p}sheet name="S" r:id="r1"/></{p}sheets></{p}workbook>',
            "xl/_rels/book.xml.rels": f"<Relationships>{related}</Relationships>",
            "xl/shared.xml": f"<{p}sst {main}>{strings}</{p}sst>",
            "xl/worksheets/a.xml": f"<{p}worksheet {main}><{p}sheetData>{rows}</{p}sheetData></{p}worksheet>",
        }
    )


def rows_in(raw):
    book = Workbook(raw, "s.xlsx")
    return [(line, row) for line, _, row in book.grid(book.sheets[0]).rows]


def test_shared_strings_are_read_whole_and_without_how_they_are_spoken():
    strings = "<si><t> e1 </t></si><si><r><t>Al</t></r><r><t>der</t></r><rPh sb='0' eb='1'><t>no</t></rPh></si><si/>"
    rows = '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>2</v></c><c><v>3</v></c></row>'
    assert rows_in(by_hand(rows, strings)) == [(1, ["Alder", "e1", None, "3"])]
    assert rows_in(by_hand('<row r="2"><c r="C2" t="s"><v>9</v></c></row>', strings)) == [
        (2, [None, None, Odd("9", "holds a value that cannot be read; write it anew")])
    ]


def test_strict_workbooks_and_other_prefixes_are_read():
    rows = '<x:row r="1"><x:c r="A1"><x:v>4.2999999999999998</x:v></x:c><x:c r="B1" t="d"><x:v>2026-03-01T00:00:00</x:v></x:c></x:row>'
    assert rows_in(by_hand(rows, base="http://purl.oclc.org/ooxml", prefix="x:")) == [(1, ["4.3", "2026-03-01"])]


def test_merged_cells_are_all_odd_and_others_are_not():
    book = book_of(["e1", 1, 2], [None, 3, 4], [None, None, 5], ["e2", None, 6])
    book.active.merge_cells("A1:A3")
    book.active.merge_cells("B4:C4")
    found = cells(book)
    assert [found[1][0], found[2][0], found[3][0]] == [
        Odd("e1", "is one of the merged cells A1:A3; unmerge them and write a value into each that has one")
    ] * 3
    assert [found[1][1:], found[2][1:], found[3][1:], found[4]] == [["1", "2"], ["3", "4"], [None, "5"], ["e2"]]


def test_hidden_rows_and_columns_are_left_out_and_named():
    book = book_of(["a", "b", "c"], [1, 2, 3], [4, 5, 6], [7, 8, 9])
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["B"].hidden = True
    made = Workbook(edited(book, SHEET, b'<row r="4"', b'<row r="4" ht="0" customHeight="1"'), "s.xlsx")
    grid = made.grid(made.sheets[0])
    assert [row for _, _, row in grid.rows] == [["a", None, "c"], ["1", None, "3"]]
    assert [tuple(one)[:4] for one in grid.remarks] == [
        (3, 1, "4 | 5 | 6", "row 3 is hidden, so nothing in it is read; show it, or delete it"),
        (4, 1, "7 | 8 | 9", "row 4 is hidden, so nothing in it is read; show it, or delete it"),
        (1, 2, "2 cells", "column B is hidden, so nothing in it is read; show it, or delete it"),
    ]


def test_a_column_without_width_is_a_hidden_one():
    book = book_of(["a", "b"], [1, 2])
    book.active.column_dimensions["B"].width = 7
    made = Workbook(edited(book, SHEET, b'width="7"', b'width="0"'), "s.xlsx")
    grid = made.grid(made.sheets[0])
    assert [row for _, _, row in grid.rows] == [["a", None], ["1", None]]
    assert [tuple(one)[:4] for one in grid.remarks] == [
        (1, 2, "2 cells", "column B is hidden, so nothing in it is read; show it, or delete it")
    ]


def test_hidden_sheets_are_told_apart():
    book = book_of([1])
    book.create_sheet("Old").sheet_state = "hidden"
    book.create_sheet("Older").sheet_state = "veryHidden"
    assert [(one.name, one.hidden) for one in Workbook(raw_of(book), "s").sheets] == [
        ("S", False),
        ("Old", True),
        ("Older", True),
    ]


CELLS = st.one_of(
    st.none(),
    st.integers(-999, 999),
    st.decimals(-99, 99, places=2).map(float),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=5).filter(
        lambda text: text.strip() and not text.startswith("=") and text not in openpyxl.cell.cell.ERROR_CODES
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_values_are_those_that_openpyxl_reads(table):
    book = book_of(*table)
    again = openpyxl.load_workbook(io.BytesIO(raw_of(book))).active
    mine = {(line, at): cell for line, row in cells(book).items() for at, cell in enumerate(row, 1) if cell is not None}
    theirs = {(one.row, one.column): one.value for row in again.iter_rows() for one in row if one.value is not None}
    plain = {key: value.strip() if isinstance(value, str) else f"{value:.15g}" for key, value in theirs.items()}
    assert mine == {key: value for key, value in plain.items() if value}


def packed(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return out.getvalue()


BOMB = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "s.xlsx: is no workbook: not a zip of parts; save it as `.xlsx` anew"),
        (b"a,b\n1,2\n", "s.xlsx: is no workbook: not a zip of parts; save it as `.xlsx` anew"),
        (
            b"\xd0\xcf\x11\xe0" + bytes(600),
            "s.xlsx: is an old `.xls`, or a workbook with a password; save it as `.xlsx` without one",
        ),
        (packed(a=b"x"), "s.xlsx: lacks the part `xl/workbook.xml`; save it as `.xlsx` anew"),
        (
            packed(**{"xl/workbook.xml": b"<workbook"}),
            "s.xlsx: cannot be read: the part `xl/workbook.xml` is no XML; save it as `.xlsx` anew",
        ),
        (
            packed(**{"xl/workbook.xml": BOMB}),
            "s.xlsx: declares entities in the part `xl/workbook.xml`, which no workbook needs; they are not read",
        ),
        (
            packed(**{"xl/workbook.xml": BOMB.decode().encode("utf-16")}),
            "s.xlsx: has the part `xl/workbook.xml` in another encoding than UTF-8; save it as `.xlsx` anew",
        ),
        (
            packed(**{"xl/workbook.xml": b'<?xml version="1.0" encoding="UTF-7"?><workbook/>'}),
            "s.xlsx: has the part `xl/workbook.xml` in another encoding than UTF-8; save it as `.xlsx` anew",
        ),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_line(raw, said):
    assert refusal(raw) == said


def test_a_zip_bomb_is_not_unpacked(monkeypatch):
    raw = packed(**{"xl/workbook.xml": b" " * 3_000_000})
    assert len(raw) < 10_000
    monkeypatch.setattr(package, "MAX_UNPACKED", 1_000_000)
    assert refusal(raw) == "s.xlsx: unpacks to more than 1,000,000 bytes; split it into several workbooks"
    assert limits.MAX_UNPACKED <= 256 * 1024 * 1024


def test_a_large_sheet_is_read_in_slices_and_gives_the_same(monkeypatch):
    rows = "".join(
        f'<row r="{at}"{hidden}><c r="A{at}"><v>{at}</v></c><c r="C{at}" t="str"><v>&lt;/row&gt;{at}</v></c></row>'
        for at in range(1, 200)
        for hidden in (' hidden="1"' if at == 150 else "",)
    )
    raw = by_hand(rows + "</sheetData><mergeCells><mergeCell ref='A3:A4'/></mergeCells><sheetData>")
    whole = rows_in(raw)
    assert (len(whole), whole[149][0], whole[2][1][0].text) == (198, 151, "3")
    raw = by_hand(rows)
    whole = rows_in(raw)
    monkeypatch.setattr(package, "_SLICE", 2_000)
    monkeypatch.setattr(package, "_LARGEST_WHOLE", 5_000)
    assert rows_in(raw) == whole
    assert refusal(by_hand(f"<!-- </row> -->{rows}")) == (
        "s.xlsx: holds too much in one piece in the part `xl/worksheets/a.xml`; split it, or save it as `.xlsx` anew"
    )


def test_two_parts_of_one_name_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        target.writestr("a", "x")
        with pytest.warns(UserWarning, match="Duplicate"):
            target.writestr("a", "y")
    assert "holds two parts of one name" in refusal(out.getvalue())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            b'r="A1"',
            b'r="ZZZ1"',
            "holds more than 2,000,000 cells or 1,000 columns in sheet `S`; split it into several tables",
        ),
        (b'<row r="1"', b'<row r="1048577"', "has its rows out of order in sheet `S`; save it as `.xlsx` anew"),
        (b'<row r="1"', b'<row r="0"', "has its rows out of order in sheet `S`; save it as `.xlsx` anew"),
        (
            b'<row r="1"',
            b'<row r="x"',
            "holds numbers of rows, columns or styles that are none; save it as `.xlsx` anew",
        ),
    ],
)
def test_places_that_no_sheet_has_are_refused(old, new, said):
    assert refusal(edited(book_of(["x"]), SHEET, old, new)) == f"s.xlsx: {said}"


def test_a_value_that_is_none_is_odd_and_breaks_nothing():
    book = Workbook(edited(book_of([4, "x"]), SHEET, b"<v>4</v>", b"<v>NaN</v>"), "s.xlsx")
    [(_, _, row)] = book.grid(book.sheets[0]).rows
    assert row == [Odd("NaN", "holds a value that cannot be read; write it anew"), "x"]


def test_many_cells_and_many_merges_are_refused(monkeypatch):
    monkeypatch.setattr(sheet, "MAX_SHEET_CELLS", 3)
    assert "holds more than 3 cells" in refusal(raw_of(book_of([1, 2], [3, 4])))
    monkeypatch.undo()
    monkeypatch.setattr(sheet, "_MOST_MERGED", 2)
    book = book_of([1, 2], [3, 4])
    book.active.merge_cells("A1:B2")
    assert refusal(raw_of(book)) == "s.xlsx: merges too many cells in sheet `S`; unmerge them"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 4_000), st.integers(0, 255))
def test_a_spoilt_byte_is_refused_in_one_line_or_read(at, byte):
    raw = bytearray(raw_of(book_of(["a", 4], [date(2026, 3, 1), "b"])))
    raw[at % len(raw)] = byte
    with suppress(SourceError):
        read_whole(bytes(raw))


def struck(book, *names):
    for name in names:
        book.active[name].font = openpyxl.styles.Font(strike=True)
    return book


def test_what_is_struck_through_is_odd_whatever_it_is():
    found = cells(struck(book_of(["e1", 4, 4, date(2026, 3, 14), "x"]), "A1", "B1", "D1"))[1]
    why = "is struck through, so it is not read; write what holds without the line, or leave the cell empty"
    assert found == [Odd("e1", why), Odd("4", why), "4", Odd("2026-03-14", why), "x"]


def test_a_text_of_which_a_part_is_struck_through_is_odd_and_its_other_runs_alone_are_not():
    run = "<is><r>{}<t>Good.</t></r><r><t> Late.</t></r></is>"
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" t="inlineStr">{run.format(font)}</c></row>'
        for at, font in enumerate(("<rPr><strike/></rPr>", '<rPr><strike val="0"/></rPr>', "<rPr><b/></rPr>"), 1)
    )
    first, *others = (row[0] for _, row in rows_in(by_hand(rows)))
    assert (type(first), first.text) == (Odd, "Good. Late.")
    assert first.reason.startswith("is struck through in part")
    assert others == ["Good. Late."] * 2


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("0", 2.6, "3"),
        ("0", 2.4, "2"),
        ("0", 3.5, "4"),
        ("#,##0", 2.6, "3"),
        ('0" of 5"', 2.6, "3"),
        ("0.0;-0.0", 2.65, "2.7"),
        ("0.00", 2.6, None),
        ("0", 3, None),
        ("General", 2.6, None),
        ("0.00E+00", 2.6, None),
    ],
)
def test_a_number_that_is_shown_as_another_is_read_and_named(code, value, shown):
    book = book_of(["a", value])
    book.active["B1"].number_format = code
    grid = grid_of(book)
    said = [(one.row, one.column, one.text) for one in grid.notes]
    assert (next(grid.rows)[2][1], said) == (str(value), [(1, 2, str(value))] if shown else [])
    assert all(f"is {value} and its cell shows {shown}; {value} is read" in one.reason for one in grid.notes)


def test_notes_are_told_with_their_cells_but_for_those_out_of_sight():
    book = book_of(["a", 4, None, "=1+1"], ["b", 3], ["c", 2])
    for name in ("B1", "C1", "D1", "B2", "Z9", "A3"):
        book.active[name].comment = openpyxl.comments.Comment(f"withdrawn\n {name}", "X")
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["A"].hidden = True
    assert [(*one[:3], one.reason.split("; ")[1]) for one in grid_of(book).notes] == [
        (1, 2, "withdrawn B1", "4 is read. Does the note change what the cell says?"),
        (1, 3, "withdrawn C1", "nothing is read. Does the note change what the cell says?"),
        (1, 4, "withdrawn D1", "its value is not read. Does the note change what the cell says?"),
    ]
