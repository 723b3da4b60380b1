"""Bids of several lots under one id: what names one of them with its lot means that bid, in records and in tables."""

import pytest

from tests.checks.scoring_case import case_of, outcome
from tests.procurement.test_tables import case_with, faults, scores, strange, write_csv

BIDS = [
    {"id": "B1", "bidder": "Alder", "lot": "N"},
    {"id": "B2", "bidder": "Birch", "lot": "N"},
    {"id": "B1", "bidder": "Alder", "lot": "S"},
]
TWICE = "id-given-twice"


def named(case):
    """Every bid that a record names, with the ids of the bids themselves first."""
    evaluation = case.evaluation
    lists = (evaluation.individual, evaluation.totals, evaluation.changes, case.procurement.awards)
    return [one.id for one in case.bids], [one.bid for several in lists for one in several or ()]


def test_records_name_them_by_id_and_lot():
    evaluation = {
        "individual": [{"bid": "B1", "lot": "S", "criterion": "Q", "score": 3}, {"bid": "B2", "lot": "N", "score": 1}],
        "totals": [{"bid": "B1", "lot": "N", "total": 3}, {"bid": "B1", "lot": "S", "total": 4}],
        "changes": [{"bid": "B1", "lot": "N", "criterion": "Q", "to": 3}],
    }
    case = case_of({"bids": BIDS, "evaluation": evaluation, "awards": [{"bid": "B1", "lot": "S"}]})
    assert named(case) == (["N/B1", "B2", "S/B1"], ["S/B1", "B2", "N/B1", "S/B1", "N/B1", "S/B1"])


def test_the_only_lot_of_a_criterion_is_the_lot_of_its_scores():
    tender = {"award_criteria": [{"id": "QN", "lots": ["N"], "children": [{"id": "QN1"}]}, {"id": "QS", "lots": ["S"]}]}
    given = [{"bid": "B1", "criterion": one} for one in ("QN", "QN1", "QS")]
    assert named(case_of({"tender": tender, "bids": BIDS, "evaluation": {"individual": given}}))[1] == [
        "N/B1",
        "N/B1",
        "S/B1",
    ]


def test_an_allocation_means_the_bids_of_its_lots():
    given = [{"evaluator": "ann", "bids": ["B1", "B2"]}, {"evaluator": "bob", "lots": ["S"], "bids": ["B1"]}]
    case = case_of({"bids": BIDS, "evaluation": {"allocation": given}})
    assert [one.bids for one in case.evaluation.allocation] == [("N/B1", "B2", "S/B1"), ("S/B1",)]


@pytest.mark.parametrize("lot", [{}, {"lot": "W"}], ids=["without a lot", "of a lot that has no such bid"])
def test_an_id_that_may_mean_either_stays_and_is_told(lot):
    sections = {"bids": BIDS, "evaluation": {"totals": [{"bid": "B1", "total": 3} | lot]}}
    assert named(case_of(sections)) == (["B1", "B2", "B1"], ["B1"])
    assert outcome(TWICE, sections) == "flagged"


def test_what_is_no_lot_names_none(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    bids = "[{id: B1, bidder: Alder, lot: N}, {id: B1, bidder: Alder, lot: S}]"
    case = case_with("totals: [{bid: B1, lot: [N], total: 3}]", f"bids: {bids}\nevaluation:\n")
    assert faults(case) == ["tender.yaml:3:22: evaluation.totals[0].lot: should be a text, found a list"]


@pytest.mark.parametrize(
    "bids",
    [
        [BIDS[0], BIDS[1], BIDS[2] | {"id": "B3"}],
        [*BIDS, {"id": "S/B1", "lot": "N"}],
        [BIDS[0] | {"round": "1"}, BIDS[0] | {"round": "2"}, BIDS[2]],
        [BIDS[0], {"id": "B1"}],
    ],
    ids=["ids of their own", "an id like the one it would have", "rounds", "one without a lot"],
)
def test_other_ids_stay_as_they_are(bids):
    assert [one.id for one in case_of({"bids": bids}).bids] == [one["id"] for one in bids]


def test_rows_of_a_table_name_them_by_id_and_lot(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = [
        ("ann", "B1", "Q1", "N", 3),
        ("ann", "B1", "Q1", "S", 4),
        ("ann", "B2", "Q1", "N", 5),
        ("ann", "B1", "Q1", "", 2),
    ]
    write_csv("scores.csv", *rows, header=("evaluator", "bidder", "criterion", "lot", "score"))
    bids = "[{id: B1, bidder: Alder, lot: N}, {id: B2, bidder: Birch, lot: N}, {id: B1, bidder: Alder, lot: S}]"
    case = case_with("individual: {file: scores.csv}", f"bids: {bids}\nevaluation:\n")
    assert [(one["bid"], str(one["score"])) for one in scores(case)] == [("N/B1", "3"), ("S/B1", "4"), ("B2", "5")]
    assert "is the id of several bids: N/B1, S/B1; write the lot" in str(strange(case))
