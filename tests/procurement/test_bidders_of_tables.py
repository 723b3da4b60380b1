"""Bidders in a table: one legal form in two writings is one, a name without its form is named with whom it may mean."""

import pytest

from tests.procurement.test_tables import HEAD, case_with, scores, strange, write_csv

NO = "column 2 (bidder): names no bid of this case, nor a party that made one"


def read(bidder, head=HEAD):
    write_csv("s.csv", ["e1", bidder, "Q1", "", "", "4"], ["e1", "B3", "Q1", "", "", "4"])
    return case_with("individual: {file: s.csv}", head)


@pytest.mark.parametrize("name", ["Alder Ltd", "alder limited", "Alder Ltd.", "ALDER  LIMITED"])
def test_one_legal_form_in_two_writings_is_one(name):
    case = read(name)
    assert (strange(case), scores(case)[0]["bid"]) == ([], "B1")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Alder", "Alder Ltd"),
        ("Aldr Ltd", "Alder Ltd"),
        ("Bid 3", "B3"),
        ("Alder plc", "Alder Ltd"),
        ("Zebra & Sons", ""),
    ],
)
def test_another_name_is_not_read_and_says_whom_it_may_mean(name, meant):
    case = read(name)
    hint = f"; did you mean `{meant}`?" if meant else ""
    assert strange(case) == [("s.csv:2", name, f"{NO}{hint}; write the id of the bid")]
    assert [one["bid"] for one in scores(case)] == ["B3"]


def test_two_that_differ_in_their_legal_forms_are_told_apart():
    head = HEAD.replace("name: Birch Ltd}", "name: Alder plc}")
    assert scores(read("Alder public limited company", head))[0]["bid"] == "B2"
    assert strange(read("Alder", head))[0][2].startswith(f"{NO}; did you mean `Alder Ltd` or `Alder plc`?")


def test_a_name_that_two_bids_were_made_under_is_not_read():
    head = HEAD.replace("id: B2, bidder: p2", "id: B2, bidder: p1")
    assert "made several bids: B1, B2" in strange(read("Alder Limited", head))[0][2]
