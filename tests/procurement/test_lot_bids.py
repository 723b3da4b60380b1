"""Bids of several lots under one id: what names one of them with its lot means that bid, in records and in tables."""

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.unread.cells import judged_in_part, watched
from fairaudit.engine.unread.tables import with_tables_named
from tests.checks.scoring_case import case_of, outcome, rule
from tests.procurement.test_tables import case_with, faults, scores, strange, write_csv

BIDS = [
    {"id": "B1", "bidder": "Alder", "lot": "N"},
    {"id": "B2", "bidder": "Birch", "lot": "N"},
    {"id": "B1", "bidder": "Alder", "lot": "S"},
]
TWICE = "id-given-twice"
EITHER = (
    "is the id of several bids, N/B1 and S/B1: write the lot of the one that is meant, as in `lot: S` or `bid: S/B1`"
)


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
def test_a_record_that_may_mean_either_is_told_and_means_none(lot):
    sections = {"bids": BIDS, "evaluation": {"totals": [{"bid": "B1", "total": 3} | lot]}}
    case = case_of(sections)
    assert named(case) == (["N/B1", "B2", "S/B1"], [None])
    assert [(one.path, one.text, one.reason) for one in case.unreadable] == [
        (("evaluation", "totals", 0, "bid"), "B1", EITHER)
    ]
    assert outcome(TWICE, sections) == "passed"


TENDER = {
    "lots": [{"id": "N"}, {"id": "S"}],
    "award_criteria": [{"id": "Q", "type": "quality", "weight": 100, "scale": {"minimum": 0, "maximum": 5}}],
}
RECORD = {
    "individual": [
        {"evaluator": "ann", "bid": bid, "lot": lot, "criterion": "Q", "score": score}
        for bid, lot, score in (("B1", "N", 5), ("B2", "N", 3), ("B1", "S", 2))
    ],
    "totals": [
        {"bid": "B1", "lot": "N", "total": 100},
        {"bid": "B2", "lot": "N", "total": 60},
        {"bid": "B1", "lot": "S", "total": 40},
    ],
    "ranking": [
        {"bid": "B1", "lot": "N", "rank": 1},
        {"bid": "B2", "lot": "N", "rank": 2},
        {"bid": "B1", "lot": "S", "rank": 1},
    ],
    "summaries": [{"bid": "B1", "lot": "S", "total": 40}],
}


def judged(name, sections):
    """What a rule says of a case of which a part could not be read."""
    case, of = watched(case_of(sections)), rule(name)

    def again(one):
        return judge(one, of, "market")

    return with_tables_named(case, judged_in_part(case, again), again)


def without_lot(name, index):
    """The record of an evaluation in which one record does not say its lot."""
    changed = [dict(one) for one in RECORD[name]]
    del changed[index]["lot"]
    return {"tender": TENDER, "bids": BIDS, "complete": ["evaluation"], "evaluation": RECORD | {name: changed}}


@pytest.mark.parametrize(
    ("asked", "name", "index"),
    [
        ("totals-that-do-not-recompute", "totals", 2),
        ("ranking-against-the-totals", "ranking", 0),
        ("evaluation/summary-is-not-the-record", "summaries", 0),
        ("totals-that-do-not-recompute", "individual", 2),
    ],
)
def test_nothing_leans_on_a_record_that_may_mean_either(asked, name, index):
    whole = {"tender": TENDER, "bids": BIDS, "complete": ["evaluation"], "evaluation": RECORD}
    assert outcome(asked, whole) == "passed"
    said = judged(asked, without_lot(name, index))
    assert str(said.outcome) == "not-assessed"
    assert f"evaluation.{name}[{index}].bid {EITHER}" in said.reason


def test_a_rule_that_does_not_ask_for_the_bid_still_passes():
    sections = without_lot("summaries", 0)
    assert str(judged("ranking-against-the-totals", sections).outcome) == "passed"


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
