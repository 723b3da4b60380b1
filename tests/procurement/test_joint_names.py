"""Two people in one entry of a case file or in one row of a list of officers are told with their place, as in a cell."""

from pathlib import Path

import pytest

from fairaudit.analysis.names.several import names_several
from fairaudit.engine.judge import judge
from fairaudit.procurement.loading.cases import Extra, open_cases
from tests.checks.scoring_case import rule as core_rule

JOINT = ["Ana Brill and Tom Crane", "Ana Brill; Tom Crane", "Ana Brill / Tom Crane", "Brill, Ana; Crane, Tom"]


@pytest.mark.parametrize("name", JOINT)
def test_two_names_are_two_people(name):
    assert names_several(name)


@pytest.mark.parametrize(
    "name",
    [
        "Brill and Crane Ltd",
        "Ana Brill and Tom Crane Ltd",
        "Baker Tilly and Grant Thornton LLP",
        "José Ortega y Gasset",
        "Joan Fontcuberta i Gel",
        "Maria da Silva e Souza",
        "Brill, Ana",
        "Otto von und zu Kraus",
        "Ministry of Public Works and Social Care",
        "Ana Brill and Tom Crane Trust",
    ],
)
def test_one_person_and_one_body_are_one(name):
    assert not names_several(name)


def opened(tmp_path, monkeypatch, text, **files):
    monkeypatch.chdir(tmp_path)
    Path("case.yaml").write_text(text, encoding="utf-8")
    for name, content in files.items():
        Path(f"{name}.csv").write_text(content, encoding="utf-8")
    [case] = open_cases(Path("case.yaml"), Extra())
    return case


def outcome(case, name):
    return str(judge(case, core_rule(name), "evaluation").outcome)


HEAD = """tender: {id: T1, published: 2026-03-02}
bids: [{id: B1, bidder: b}]
complete: [people, declarations, parties]
"""
LISTED = [
    ("people", '  - {id: e1, name: "%s", birth_date: 1980-05, roles: [{role: evaluator}], employments: [{name: Buyer}], interests: [], relatives: []}'),
    ("relatives", '  - {id: e1, name: Ada Holt, roles: [{role: evaluator}], employments: [], interests: [], relatives: [{name: "%s"}]}'),
]  # fmt: skip


@pytest.mark.parametrize("name", JOINT)
@pytest.mark.parametrize(("kind", "entry"), LISTED)
def test_in_a_case_file_they_are_told_and_nothing_passes_on_them(tmp_path, monkeypatch, name, kind, entry):
    text = f"{HEAD}people:\n{entry % name}\nparties:\n  - {{id: b, name: Bede Ltd, people: [], owners: []}}\ndeclarations: []\n"
    case = opened(tmp_path, monkeypatch, text)
    [said] = case.unreadable
    assert (said.file, said.line, said.text) == ("case.yaml", 5, name)
    assert "may name several people" in said.reason
    assert case.people[0].birth_date is None
    assert outcome(case, "undeclared-employment-with-a-bidder") == "not-assessed"
    single = opened(tmp_path, monkeypatch, text.replace(name, "Ana Brill"))
    assert single.unreadable == ()
    assert outcome(single, "undeclared-employment-with-a-bidder") == "passed"


def test_a_declaration_of_two_is_told(tmp_path, monkeypatch):
    people = "people: [{id: e1, name: Ada Holt, roles: [{role: evaluator}]}]\n"
    case = opened(tmp_path, monkeypatch, f"{HEAD}{people}declarations:\n  - {{person: Ana Brill and Tom Crane}}\n")
    assert [(one.path, one.line) for one in case.unreadable] == [(("declarations",), 6)]
    assert outcome(case, "declaration-of-interests-missing") == "not-assessed"


def test_people_and_owners_of_a_party_are_told_and_roles_are_nobody(tmp_path, monkeypatch):
    party = "{id: b, name: Bede Ltd, people: [Ana Brill and Tom Crane, Project Manager and Contract Manager], owners: [{name: Ana Brill & Tom Crane}, {name: Brill Works and Crane Works Ltd}]}"
    case = opened(tmp_path, monkeypatch, f"{HEAD}parties:\n  - {party}\n")
    assert [one.reason.partition(":")[0] for one in case.unreadable] == [
        "parties[0].people[0]",
        "parties[0].owners[0].name",
    ]


@pytest.mark.parametrize(("name", "lost"), [("Ana Brill and Tom Crane", True), ("Brill and Crane Ltd", False)])
def test_in_a_list_of_officers_they_are_told_with_their_line(tmp_path, monkeypatch, name, lost):
    text = (
        f"{HEAD}people: [{{id: e1, name: Ada Holt, roles: [{{role: evaluator}}]}}]\n"
        "parties: [{id: b, name: Bede Ltd}]\ndeclarations: []\n"
        "registers: [{file: officers.csv, kind: officers, name: Register, searched: 2026-04-01}]\n"
    )
    rows = f"company_name,name,role\nBede Ltd,{name},director\nBede Ltd,Una Gray,director\n"
    case = opened(tmp_path, monkeypatch, text, officers=rows)
    said = [one for one in case.unreadable if "may name several people" in one.reason]
    assert [(one.file, one.line) for one in said] == ([("officers.csv", 2)] if lost else [])
    assert ("do not say plainly whom they are about" in str(case.registers_searched)) is lost
    if lost:
        assert outcome(case, "undeclared-tie-in-a-register") == "not-assessed"
