"""A matrix whose bidders are called by ids that lots share is read where it says its lot, and says how to say it elsewhere."""

import pytest

from tests.procurement.test_tables import case_with, scores, strange, unread, write_book, write_csv

HEAD = """
tender:
  id: T1
  lots: [{id: LOT-1, title: North}, {id: LOT-2, title: South}]
  award_criteria: [{id: Q1, name: Plan, weight: 60}, {id: Q2, name: Staff, weight: 40}]
parties: [{id: p1, name: Alder Ltd}, {id: p2, name: Birch Ltd}]
bids:
  - {id: B1, bidder: p1, lot: LOT-1}
  - {id: B2, bidder: p2, lot: LOT-1}
  - {id: B1, bidder: p1, lot: LOT-2}
  - {id: B2, bidder: p2, lot: LOT-2}
people: [{id: e1, name: Anna Berg}, {id: e2, name: Ivo Brandt}]
evaluation:
  panel: [e1, e2]
"""
ROWS = (["Q1", "4", "3"], ["Q2", "5", "2"])
BOOK = [["", "B1", "B2"], ["Q1", 4, 3], ["Q2", 5, 2]]
BIDS = ["LOT-2/B1", "LOT-2/B2", "LOT-2/B1", "LOT-2/B2"]
LACKS = (
    "and the ids of its bidders (`B1`, `B2`) are those of bids of several lots (LOT-1, LOT-2), so which are meant is not known;"
    " write `lot: LOT-1` beside its file, or the lot in a row above the bidders, or `LOT-1/B1` over a column"
)


def read(*above, more="", header=("", "B1", "B2")):
    rows = [list(one) for one in (*above, header)]
    write_csv("s.csv", *rows[1:], *ROWS, header=rows[0])
    return case_with(f"individual: {{file: s.csv, layout: matrix, evaluator: e1{more}}}", HEAD)


@pytest.mark.parametrize(
    "above",
    [
        ["Lot", "LOT-2", ""],
        ["South", "", ""],
        ["Scores of lot 2, March", "", ""],
        ["", "LOT-2", "LOT-2"],
        ["Lot 2", "", ""],
    ],
)
def test_a_row_above_the_bidders_says_the_lot(above):
    case = read(above)
    assert (strange(case), [one["bid"] for one in scores(case)]) == ([], BIDS)


def test_the_case_and_the_headings_say_the_lot():
    assert [one["bid"] for one in scores(read(more=", lot: LOT-2"))] == BIDS
    assert [one["bid"] for one in scores(read(header=("LOT-2", "B1", "B2")))] == BIDS
    assert [one["bid"] for one in scores(read(header=("", "LOT-2/B1", "LOT-2/B2")))] == BIDS


@pytest.mark.parametrize(
    ("above", "named"),
    [
        ((), "does not say its lot"),
        ((["North Riding Council", "", ""],), "does not say its lot"),
        ((["Lot 1 and 2", "", ""],), "names several lots (LOT-1, LOT-2)"),
        ((["", "LOT-1", "LOT-2"],), "names several lots (LOT-1, LOT-2)"),
    ],
)
def test_without_one_lot_the_table_says_how_to_say_it(above, named):
    [words] = unread(read(*above))
    assert f"{named}, {LACKS}" in words


def test_the_name_of_a_sheet_says_the_lot():
    write_book("s.xlsx", {"LOT-1": BOOK, "Lot 2": BOOK})
    both = ", ".join(f"{{file: s.xlsx, layout: matrix, sheet: {one}, evaluator: e1}}" for one in ("LOT-1", "Lot 2"))
    case = case_with(f"individual: [{both}]", HEAD)
    assert strange(case) == []
    assert [one["bid"] for one in scores(case)] == [one.replace("2/", "1/") for one in BIDS] + BIDS


def test_a_sheet_that_nobody_reads_and_that_does_not_say_its_lot_is_listed():
    write_book("s.xlsx", {"LOT-1": BOOK, "Ivo Brandt": BOOK})
    case = case_with("individual: {file: s.xlsx, layout: matrix, sheet: LOT-1, evaluator: e1}", HEAD)
    assert [one[1] for one in strange(case)] == ["Ivo Brandt"]
