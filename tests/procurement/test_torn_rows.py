"""Rows of a CSV whose cells cannot be told apart, or are more than its columns: named, left out, and the others are read."""

from pathlib import Path

import pytest

from fairaudit.checks.people.ties.register_ties import not_opened
from tests.procurement.test_people_in_workbooks import verdict_of
from tests.procurement.test_registers import ADA, listed, opened
from tests.procurement.test_tables import case_with, scores, strange

SHOWN = 'the row has something between the closing " of a cell and a comma; write " twice where it stands inside a cell; it is left out'
ONE_MORE = "the row has 4 cells, and the table names 3 columns; put a cell that holds the separator in quotes"
OTHER = "has a semicolon between its cells, and the first line has another sign; use one of them throughout; the row is left out"


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


ROWS = [('e2,"Ben "B" Rook",chair', SHOWN), ("e2,Rook, Ben,chair", ONE_MORE), ("e2;Ben Rook;chair", OTHER)]


@pytest.mark.parametrize(("row", "why"), ROWS)
def test_a_row_of_people_is_named_the_others_are_read_and_nothing_that_leans_on_them_passes(row, why):
    text = f"id,name,role\ne1,Ada Holt,evaluator\n{row}\ne3,Ivo Lind,approver\n"
    case = opened("registers: [{file: people.csv, kind: people}]\ncomplete: [people, declarations]", people_csv=text)
    assert [one.name for one in case.people] == ["Ada Holt", "Ivo Lind"]
    words = "until it is mended nothing that leans on this table passes, and what is found is a question"
    assert listed(case) == [f"people.csv:3: {why}; {words}"]
    assert ([*case.unread], case.holds_all("people")) == (["people"], False)
    assert verdict_of(case).outcome == "not-assessed"


def test_what_is_found_beside_a_torn_row_is_a_question():
    text = 'id,name,role,tie,party\ne1,Ada Holt,evaluator,employment,b\ne2,"Ben "B" Rook",chair,,\n'
    case = opened("registers: [{file: people.csv, kind: people}]\ncomplete: [declarations]", people_csv=text)
    assert verdict_of(case).outcome == "review"


@pytest.mark.parametrize(("row", "why"), ROWS)
def test_a_record_of_a_register_that_cannot_be_told_apart_keeps_it_from_passing(row, why):
    text = f"company,name,role\nOTHER LTD,Finn Fable,director\n{row}\nLUMEN OPTICS LIMITED,Ada Holt,director\n"
    case = opened(ADA + "registers: [{file: o.csv, kind: officers, scheme: GB-COH}]", o_csv=text)
    assert listed(case) == [f"o.csv:3: {why}"]
    assert {case.places[one.path][1][0] for one in case.matches} == {4}
    assert "do not say plainly whom they are about" in str([*not_opened(case)])


@pytest.mark.parametrize(
    ("row", "place", "why"),
    [
        ('e1,B1,Q1,"4"x', "the row", SHOWN),
        ("e1,B1,Q1,4,5", "column 5", ONE_MORE.replace("4 cells", "5 cells").replace("3 columns", "4 columns")),
        ("e1;B1;Q1;4", "the row", OTHER),
    ],
)
def test_a_row_of_scores_is_named_and_its_scores_are_lost(row, place, why):
    Path("s.csv").write_text(f"evaluator,bidder,criterion,score\n{row}\ne2,B1,Q1,3\n", encoding="utf-8")
    case = case_with("individual: {file: s.csv}\ncomplete: [evaluation]")
    assert [one["evaluator"] for one in scores(case)] == ["e2"]
    assert [(at, said) for at, _, said in strange(case)] == [("s.csv:2", f"{place}: {why}")]
    assert not case.holds_all("evaluation.individual")


@pytest.mark.parametrize("row", ['Q1,"4"x,3', "Q1;4;3", '"Q1,4,3'])
def test_a_row_of_a_matrix_is_named_and_its_scores_are_lost(row):
    Path("m.csv").write_text(f",B1,B2\n{row}\n1.1,2,5\n", encoding="utf-8")
    case = case_with("individual: {file: m.csv, layout: matrix, evaluator: e1}\ncomplete: [evaluation]")
    assert [(one["criterion"], str(one["score"])) for one in scores(case)] == [("1.1", "2"), ("1.1", "5")]
    assert [at for at, _, _ in strange(case)] == ["m.csv:2"]
    assert not case.holds_all("evaluation.individual")
