"""People in a workbook: what it hides or does not say plainly accuses nobody, and lets nothing pass."""

import datetime

import openpyxl
import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.unread.tables import with_tables_named
from tests.checks.scoring_case import rule as core_rule
from tests.procurement.test_registers import opened


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def people_in_a_workbook(end, hidden=(), struck=()):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["id", "name", "role", "tie", "party", "start_date", "end_date"],
        ["e1", "Ada Holt", "evaluator", "employment", "b", "2005-01-01", end],
        ["e2", "Ivo Lind", "evaluator", None, None, None, None],
    ):
        sheet.append(row)
    for row in hidden:
        sheet.row_dimensions[row].hidden = True
    for cell in struck:
        sheet[cell].font = openpyxl.styles.Font(strike=True)
    book.save("people.xlsx")
    return opened("registers: [{file: people.xlsx, kind: people}]\ncomplete: [declarations]\n")


def verdict_of(case, rule="undeclared-employment-with-a-bidder"):
    loaded = core_rule(rule)
    return with_tables_named(case, judge(case, loaded, "evaluation"), lambda seen: judge(seen, loaded, "evaluation"))


def test_an_end_that_can_be_read_or_is_not_given_leaves_nothing_open():
    assert verdict_of(people_in_a_workbook(None)).outcome == "flagged"
    # A program gives a day the format of a moment.
    over = verdict_of(people_in_a_workbook(datetime.datetime(2011, 12, 31)))
    assert (over.hits, "not understood" in str(over)) == ([], False)


@pytest.mark.parametrize("end", ["31/12/2011", "left in 2011", 40908])
def test_an_end_that_cannot_be_read_accuses_nobody_of_a_tie_that_may_be_over(end):
    verdict = verdict_of(people_in_a_workbook(end))
    assert verdict.outcome == "not-assessed"
    assert "Ada Holt is employed by Lumen Optics Ltd, by a row in which a value was not understood" in str(verdict)


def test_a_beginning_that_cannot_be_read_accuses_nobody_of_a_tie_that_may_be_to_come(tmp_path):
    (tmp_path / "people.csv").write_text(
        "id,name,role,tie,party,start_date,end_date\ne1,Ada Holt,evaluator,employment,b,2027-02-31,\n", encoding="utf-8"
    )
    case = opened("registers: [{file: people.csv, kind: people}]\ncomplete: [declarations]\n")
    [gap] = verdict_of(case).unassessed
    assert (gap.reason, gap.missing) == (
        "Ada Holt is employed by Lumen Optics Ltd, by a row in which a value was not understood: names a day that does not "
        'exist: "2027-02-31"',
        ("people[0].employments[0].start_date",),
    )


def test_a_hidden_row_of_people_leaves_questions_and_no_pass():
    assert verdict_of(people_in_a_workbook(None, [3])).outcome == "review"
    case = people_in_a_workbook(None, [2])
    verdict = verdict_of(case)
    assert (verdict.outcome, verdict.reason) == (
        "not-assessed",
        "people.xlsx:2 row 2 is hidden, so that people is not known",
    )
    assert [(one.file, one.line, one.reason.partition(";")[0]) for one in case.unreadable] == [
        ("people.xlsx", 2, "row 2 is hidden")
    ]


@pytest.mark.parametrize("struck", [["E2"], ["D2"], ["A2", "D2", "E2", "F2"]])
def test_a_cell_of_a_tie_that_is_struck_through_lets_no_rule_about_ties_pass(struck):
    case = people_in_a_workbook(None, struck=struck)
    for rule in ("undeclared-share-in-a-bidder", "undeclared-employment-with-a-bidder"):
        verdict = verdict_of(case, rule)
        assert verdict.outcome == "not-assessed"
        assert "what a tie is, or to whom, could not be read (people.xlsx:2: Sheet!" in str(verdict)


def test_a_cell_beside_the_ties_that_is_struck_through_leaves_them_as_they_are():
    assert "could not be read" not in str(verdict_of(people_in_a_workbook(None, struck=["B3"])))


def declared_in_a_workbook(struck=()):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["id", "person", "date", "signed", "covers", "tie", "party"],
        ["D1", "e2", "2026-04-14", "yes", "all", None, None],
        ["D2", "e1", "2026-04-14", "yes", "all", "employment", "b"],
    ):
        sheet.append(row)
    for cell in struck:
        sheet[cell].font = openpyxl.styles.Font(strike=True)
    book.save("declarations.xlsx")
    people = "people: [{id: e1, name: Ada Holt, roles: [{role: evaluator}], employments: [{party: b}]}, {id: e2, name: Ivo Lind, roles: [{role: evaluator}]}]\n"
    return opened(
        people + "registers: [{file: declarations.xlsx, kind: declarations}]\ncomplete: [declarations, people]\n"
    )


@pytest.mark.parametrize("struck", [["B3"], ["G3"], ["F3"], [f"{one}3" for one in "ABCDEFG"]])
@pytest.mark.parametrize("rule", ["undeclared-employment-with-a-bidder", "declaration-of-interests-missing"])
def test_a_declaration_that_could_not_be_read_leaves_nobody_accused_of_silence(struck, rule):
    found = verdict_of(declared_in_a_workbook(struck), rule)
    assert found.hits == []
    assert found.outcome == "not-assessed" or rule == "declaration-of-interests-missing"
    assert verdict_of(declared_in_a_workbook(), rule).outcome in ("passed", "not-assessed")


def seated(name):
    table = f'id,name,role,tie,party\ne1,"{name}",evaluator,employment,buy\ne2,Ivo Lind,evaluator,employment,buy\n'
    return opened("registers: [{file: people.csv, kind: people}]\ncomplete: [declarations]\n", people_csv=table)


@pytest.mark.parametrize(
    "name",
    [
        "Ana Pohl; Ben Kraus",
        "Ana Pohl / Ben Kraus",
        "Ana Pohl and Ben Kraus",
        "Ana Pohl & Ben Kraus",
        "Ana Pohl\nBen Kraus",
    ],
)
def test_two_people_in_one_cell_are_told_and_nothing_passes_on_them(name):
    case = seated(name)
    [said] = [one for one in case.unreadable if "may name several people" in one.reason]
    assert (said.file, said.line, "column 2 (name)" in said.reason) == ("people.csv", 2, True)
    found = verdict_of(case)
    assert (found.hits, found.outcome) == ([], "not-assessed")
    assert "may name several people" in str(found.unassessed)


@pytest.mark.parametrize(
    "name",
    [
        "Pohl, Ana Maria",
        "José Ortega y Gasset",
        "Ana Pohl; PhD",
        "Anderson-Pohl, Ana",
        "Dr Ana Pohl / IT",
        "Ana Maria Sand Holt",
    ],
)
def test_one_person_in_a_cell_is_one(name):
    assert not [one for one in seated(name).unreadable if "several people" in one.reason]
    assert verdict_of(seated(name)).outcome == "passed"


def test_a_birth_date_beside_two_names_is_neithers():
    table = 'id,name,birth_date,role\ne1,"Ana Pohl; Ben Kraus",1980-05,evaluator\ne2,Ivo Lind,1971-03,evaluator\n'
    case = opened("registers: [{file: people.csv, kind: people}]\n", people_csv=table)
    assert [one.birth_date for one in case.people] == [None, "1971-03"]


def test_a_declaration_of_two_in_one_cell_accuses_neither():
    table = 'person,date,signed,covers,tie,party\n"Ada Holt; Ivo Lind",2026-04-14,yes,all,employment,b\n'
    people = "people: [{id: e1, name: Ada Holt, roles: [{role: evaluator}], employments: [{party: b}]}, {id: e2, name: Ivo Lind, roles: [{role: evaluator}], employments: []}]\n"
    head = "registers: [{file: declarations.csv, kind: declarations}]\ncomplete: [declarations, people]\n"
    case = opened(people + head, declarations_csv=table)
    for rule in ("undeclared-employment-with-a-bidder", "declaration-of-interests-missing"):
        found = verdict_of(case, rule)
        assert (found.hits, found.outcome) == ([], "not-assessed")


def test_a_sheet_that_another_register_reads_is_read_and_one_that_none_does_is_named_once():
    book = openpyxl.Workbook()
    book.active.title = "people"
    book.active.append(["id", "name", "role"])
    book.active.append(["e1", "Ada Holt", "evaluator"])
    parties = book.create_sheet("parties")
    parties.append(["id", "name"])
    parties.append(["z", "Zephyr Ltd"])
    book.create_sheet("notes").append(["a note"])
    book.save("all.xlsx")
    named = ", ".join(f"{{file: all.xlsx, kind: {one}, sheet: {one}}}" for one in ("people", "parties"))
    case = opened(f"registers: [{named}]\n")
    assert case.not_read == ("all.xlsx, sheet notes",)
