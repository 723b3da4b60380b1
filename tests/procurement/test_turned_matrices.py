"""A matrix with bidders down and criteria across: what is said of it."""

from tests.procurement.test_tables import case_with, strange, write_book

TURNED = (
    "has its criteria across, in this row, and its bidders down; write criteria down and bidders across, or one score a row"
    " (without `layout: matrix`)"
)


def test_a_matrix_with_its_bidders_down_is_told_how_to_stand():
    write_book("m.xlsx", {"e1": [["Scores of e1"], ["Bidder", "Q1", "Training"], ["B1", 4, 3], ["B2", 3, 5]]})
    case = case_with("individual: {file: m.xlsx, layout: matrix}")
    [(place, _, why)] = strange(case)
    assert place == "m.xlsx:2"
    assert why.startswith(f"sheet `e1` {TURNED};")


def test_a_sheet_without_criteria_is_told_that_it_has_none():
    write_book("m.xlsx", {"e1": [["Bidder", "Cost"], ["B1", 4], ["B2", 3]]})
    [(_, _, why)] = strange(case_with("individual: {file: m.xlsx, layout: matrix}"))
    assert "has no column with award criteria" in why
