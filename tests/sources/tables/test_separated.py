"""CSV into rows: what is read, where each cell stands, and what is refused."""

import csv
import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.sources.document import SourceError
from fairaudit.sources.limits import MAX_TABLE_COLUMNS
from fairaudit.sources.tables.grid import Torn, cell_name, letters
from fairaudit.sources.tables.separated import decode_table, lines_of, mixed, read_separated, separators_in, span_of


def rows(text):
    return [(line, cells) for line, _, cells in read_separated(text, "s.csv", ",").rows]


def refusal(call, *given_):
    with pytest.raises(SourceError) as error:
        call(*given_)
    [fault] = error.value.faults
    return str(fault)


def test_rows_have_their_first_line_and_blank_ones_are_none():
    text = 'a,b\r\n\r\n1,"two\nlines"\r\n , \r\n3,\r\n'
    assert rows(text) == [(1, ["a", "b"]), (3, ["1", "two\nlines"]), (5, [None, None]), (6, ["3", None])]


@pytest.mark.parametrize(
    ("first", "separator"),
    [
        ("a,b", ","),
        ("a;b", ";"),
        ("a\tb", "\t"),
        ("a", ","),
        ('"a,x";b', ";"),
        ('"a;""x";\tb'.replace(";\t", "\t"), "\t"),
    ],
)
def test_what_may_separate_cells_is_looked_for_first_in_the_first_line(first, separator):
    assert separator in separators_in(lines_of(f"\n{first}\n"), 9)
    assert mixed(f"{first}\n") is None


def test_two_separators_in_a_line_of_names_are_not_guessed_between():
    assert mixed("a,b;c\n") == (
        "has a comma and a semicolon between the names of its columns; use one of them, and put names that hold the other in quotes"
    )


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "s.csv:1:1: is empty; its first line should name its columns"),
        (b" \r\n", "s.csv:1:1: is empty; its first line should name its columns"),
        (
            "a,b\n1".encode("utf-16") + b"\x00\xd8",
            "s.csv:2:1: is not UTF-16 text from here on; save the table as `CSV UTF-8`",
        ),
        (b"\xff\xfea\x00,", "s.csv:1:1: is not UTF-16 text from here on; save the table as `CSV UTF-8`"),
        (
            "a,b\n1,2".encode("utf-16-le"),
            "s.csv:1:1: has zero bytes in its first line, as UTF-16 text without a byte order mark has; save the table as `CSV UTF-8`",
        ),
        ("a,b\nMünch".encode("latin-1"), "s.csv:2:2: is not UTF-8 text from here on; save the file as UTF-8"),
        (b"a,b\n1,2\r3,4", "s.csv:2:4: has a carriage return that ends no line; save the table as `CSV UTF-8` anew"),
    ],
)
def test_other_encodings_and_line_ends_are_refused_where_they_begin(raw, said):
    assert refusal(decode_table, raw, "s.csv") == said


def test_a_byte_order_mark_is_no_part_of_the_first_name():
    assert rows(decode_table("a,b\n".encode("utf-8-sig"), "s.csv")) == [(1, ["a", "b"])]


NOT_CLOSED = 'opens a cell with " that is not closed; write " twice where it stands inside a cell'
BEHIND = 'has something between the closing " of a cell and a comma; write " twice where it stands inside a cell'
MAY = "may belong to a cell of line 2, which cannot be told apart; mend that line"


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        ('"x"y,4\n5,6\n', [(2, BEHIND), (3, ["5", "6"])]),
        ('1,"2\n3,4\n\n5,6\n', [(2, NOT_CLOSED), (3, ["3", "4"]), (5, ["5", "6"])]),
        # Lines that may be the rest of the cell are no rows, though they would pass for such.
        ('1,"two\nlines "so" they say",4\n5,6\n', [(2, BEHIND), (3, MAY), (4, ["5", "6"])]),
        ('1,"two "so"\nlines",4\n"5,x",6\n', [(2, BEHIND), (3, MAY), (4, ["5,x", "6"])]),
        ('1,"2\n3,"4\n5,6\n', [(2, BEHIND), (3, MAY), (4, ["5", "6"])]),
        ('1,"2\n3,4\n' + "5,6\n" * 40_000, [(2, 'has a cell of more than 131,072 characters, or opens one with " that is not closed'), (3, ["3", "4"])]),
    ],
)  # fmt: skip
def test_a_row_whose_cells_cannot_be_told_apart_is_torn_and_the_others_are_read(behind, said):
    found = rows("a,b\n" + behind)[1:]
    told = [(line, cells[0].reason if isinstance(cells[0], Torn) else cells) for line, cells in found]
    assert told[: len(said)] == said
    assert all(cells == ["5", "6"] for _, cells in told[len(said) :])


def test_every_row_behind_a_torn_one_stands_where_its_offset_says():
    text = 'a,b\n"x"y,1\nö,2\n3,"4\n'
    for line, offset, _ in read_separated(text, "s.csv", ",").rows:
        assert text.count("\n", 0, offset) == line - 1


def test_more_columns_than_any_table_has_are_refused():
    assert "more than 2,000,000 rows or 1,000 columns" in refusal(rows, "," * MAX_TABLE_COLUMNS + "x")


TEXTS = st.text(st.sampled_from('ab,;"\n é\t'), max_size=6)


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_what_is_written_is_read_back_and_every_cell_is_found_where_it_stands(table):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([["x", "y", "z"], *table])
    text = out.getvalue()
    lines = text.split("\n")
    found = list(read_separated(text, "s.csv", ",").rows)
    wanted = [row for row in [["x", "y", "z"], *table] if any(row)]
    assert [[one or "" for one in cells] for _, _, cells in found] == [[one.strip() for one in row] for row in wanted]
    for (line, offset, _), row in zip(found, wanted, strict=True):
        for column, value in enumerate(row, 1):
            first, start, last, end = span_of(text, line, offset, column, ",")
            piece = "\n".join(lines[first - 1 : last])
            shown = piece[start - 1 : len(piece) - len(lines[last - 1]) + end - 1]
            assert next(csv.reader(io.StringIO(shown, newline="")), [""]) in ([value], [] if not value else None)


def test_cells_are_called_as_in_a_spreadsheet():
    assert [letters(one) for one in (1, 26, 27, 52, 702, 703)] == ["A", "Z", "AA", "AZ", "ZZ", "AAA"]
    assert [cell_name(4, 2), cell_name(4, 2, "Anna"), cell_name(4, 2, "Anna's own"), cell_name(4, 2, "1st")] == [
        "B4",
        "Anna!B4",
        "'Anna''s own'!B4",
        "'1st'!B4",
    ]


def test_the_separator_is_found_without_a_copy_of_the_table():
    text = "a,b\n" + "1,2\n" * 500_000
    tracemalloc.start()
    separators_in(lines_of(text), 31)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < len(text) // 10
