"""A score, a total or the like that names another lot than its bid is for is named with its place, and read as it is written."""

import pytest

from fairaudit.procurement import otherlots
from tests.procurement.test_tables import case_with, scores, strange, write_book, write_csv

HEADER = ("evaluator", "bidder", "criterion", "lot", "score")
ROWS = (["e1", "B1", "Q1", "2", 4], ["e1", "B1", "Q1", "1", 3], ["e1", "B3", "Q1", "", 5])
WORDS = "names lot 2, and the bid B1 is for lot 1, so one of the two is wrong; it is read as it is written"


@pytest.mark.parametrize(
    ("evaluation", "file", "place"),
    [
        ("individual: {file: s.csv}", "s.csv:2", ""),
        ("individual: {file: s.xlsx}", "s.xlsx:2", "Marks!D2: "),
        ('consensus: [{bid: B1, criterion: Q1, lot: "2", score: 4}]', "tender.yaml:13", ""),
        ('totals: [{bid: B3, total: 9}, {bid: B1, lot: "2", total: 4}]', "tender.yaml:13", ""),
        ('summaries: [{bid: B1, lot: "2", total: 4}]', "tender.yaml:13", ""),
    ],
)
def test_another_lot_than_that_of_the_bid_is_named_where_it_stands(evaluation, file, place):
    write_csv("s.csv", *ROWS, header=HEADER)
    write_book("s.xlsx", {"Marks": [HEADER, *ROWS]})
    case = case_with(evaluation)
    assert strange(case) == [(file, "2", place + WORDS)]
    if "individual" in evaluation:
        assert [(one["bid"], one.get("lot")) for one in scores(case)] == [("B1", "2"), ("B1", "1"), ("B3", None)]


def test_a_bid_that_stands_twice_or_for_no_lot_of_the_tender_contradicts_nothing():
    bids = '[{id: B1, lot: "1"}, {id: B1, lot: "1", round: "2"}, {id: B2}, {id: B3, lot: North}]'
    head = f'tender: {{lots: [{{id: "1", title: North}}, {{id: "2"}}]}}\nbids: {bids}\nevaluation:\n'
    rows = ", ".join(f'{{bid: {bid}, criterion: Q1, lot: "2", score: 4}}' for bid in ("B2", "B3", "B9"))
    assert strange(case_with(f"consensus: [{rows}]", head)) == []
    twice = head.replace('{id: B1, lot: "1", round: "2"}', '{id: B1, lot: "2"}')
    assert strange(case_with('totals: [{bid: B1, lot: "2", total: 4}]', twice)) == []


def test_so_many_are_told_one_by_one(monkeypatch):
    monkeypatch.setattr(otherlots, "_MOST", 2)
    write_csv("s.csv", *[["e1", "B1", "Q1", "2", 4]] * 5, header=HEADER)
    told = strange(case_with("individual: {file: s.csv}"))
    more = "3 more records of the evaluation name another lot than their bid is for; mend these first"
    assert told == [("s.csv:2", "2", WORDS), ("s.csv:3", "2", WORDS), ("tender.yaml:11", "", more)]
