"""A gift of which a table gives a value that was not understood may be a courtesy: no accusation, and no pass."""

import pytest

from tests.procurement.test_people_in_workbooks import verdict_of
from tests.procurement.test_registers import opened

LARGE, SCORED = "undeclared-gift-from-a-bidder", "declared-interest-and-still-scored"
SCORE = "evaluation: {individual: [{evaluator: e1, bid: B1}]}\ncomplete: [declarations]\n"


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def undeclared(value):
    table = f"id,name,role,tie,party,value,date\ne1,Ada Holt,evaluator,gift,b,{value},2026-02-10\n"
    return opened(f"registers: [{{file: people.csv, kind: people}}]\n{SCORE}", people_csv=table)


def declared(value):
    table = f"person,date,covers,tie,party,value\ne1,2026-03-20,all,gift,b,{value}\n"
    people = "people: [{id: e1, name: Ada Holt, roles: [{role: evaluator}], interests: []}]\n"
    return opened(f"{people}registers: [{{file: told.csv, kind: declarations}}]\n{SCORE}", told_csv=table)


CASES = [(undeclared, LARGE), (declared, SCORED)]


@pytest.mark.parametrize(("case", "rule"), CASES)
def test_a_value_that_was_not_understood_accuses_nobody_and_does_not_pass(case, rule):
    verdict = verdict_of(case("about £4"), rule)
    assert (verdict.outcome, verdict.hits) == ("not-assessed", [])
    assert "not understood" in str(verdict)


@pytest.mark.parametrize(("case", "rule"), CASES)
def test_a_gift_of_a_large_value_or_of_none_given_still_counts(case, rule):
    # Of a declared gift of no stated value and day nobody can say what it was; one that was not declared should have been.
    assert verdict_of(case(""), rule).outcome == ("review" if case is declared else "flagged")
    assert verdict_of(case("£400"), rule).outcome == "flagged"
