"""Roles and ties without a day: told once with their places in every report, and never in a flood."""

import json
from datetime import date
from pathlib import Path

import pytest

from fairaudit import audit, load

TODAY = date(2026, 5, 1)

CASE = """tender: {id: T, published: 2026-03-02}
parties:
  - {id: a, name: Brill Optics Ltd, identifiers: [{scheme: GB-COH, id: "01234567"}]}
  - id: b
    name: Crane Lamps Ltd
    identifiers: [{scheme: GB-COH, id: "07654321"}]
    owners:
      - {person: e2, share: 30}
people:
  - id: e1
    name: Ada Holt
    birth_date: 1980-05
    roles:
      - {role: evaluator}
    relatives:
      - {person: r, relation: sister}
  - id: r
    name: Rita Holt
    employments:
      - {party: b}
bids: [{id: B1, bidder: a}, {id: B2, bidder: b}]
registers:
  - {file: people.csv, kind: people}
  - {file: officers.csv, kind: officers, searched: 2026-04-20, scheme: GB-COH}
"""
PEOPLE = """id,name,role,role_start,tie,party_name,start_date
e2,Ben Rook,approver,,employment,Brill Optics Ltd,
"""
OFFICERS = """Company number,Company name,Officer name,Role,Appointed on,Date of birth
01234567,BRILL OPTICS LIMITED,"HOLT, Ada Mary",director,,1980-05
01234567,BRILL OPTICS LIMITED,"WREN, Joan",director,,1966-02
07654321,CRANE LAMPS LIMITED,"WREN, Joan",director,2019-05-01,1966-02
"""
ROLES = ("case.yaml:14", "people.csv:2")
TIES = ("officers.csv:2", "case.yaml:16", "case.yaml:20", "people.csv:2", "case.yaml:8", "officers.csv:3")


@pytest.fixture
def report():
    for name, text in (("case.yaml", CASE), ("people.csv", PEOPLE), ("officers.csv", OFFICERS)):
        Path(name).write_text(text, encoding="utf-8")
    return audit(load(Path("case.yaml"), today=TODAY), today=TODAY)


def test_each_stands_in_the_data_with_its_place(report):
    told = {one["kind"]: one for one in json.loads(report.to("json"))["cases"][0]["measures"]}
    roles, ties = told["undated"]["tables"][0], told["undated-ties"]["tables"][0]
    assert roles["rows"] == [["Ada Holt", "evaluator", ROLES[0]], ["Ben Rook", "approver", ROLES[1]]]
    assert ties["rows"] == [
        ["Ada Holt", "is entered as “director” (from when is not given) of Brill Optics Ltd", "officers.csv:2"],
        ["Ada Holt", "is related to Rita Holt (sister), who is employed by Crane Lamps Ltd", "case.yaml:20"],
        ["Ben Rook", "is employed by Brill Optics Ltd", "people.csv:2"],
        ["Ben Rook", "holds 30 per cent of the shares in Crane Lamps Ltd", "case.yaml:8"],
        ["Brill Optics Ltd", "has, as “director”, WREN, Joan", "officers.csv:3"],
    ]


@pytest.mark.parametrize("written", ["text", "markdown", "html"])
def test_every_report_names_the_places(report, written):
    said = " ".join(report.to(written).split())
    roles = "No day is recorded on which these roles began"
    ties = "No day is recorded of these ties"
    for sentence, places in ((roles, ROLES), (ties, [one for one in TIES if one != "case.yaml:16"])):
        assert said.count(sentence) == 1
        after = said[said.index(sentence) :][:420]
        assert [one for one in places if one not in after] == []


def test_many_are_told_by_the_first_and_their_number():
    jobs = "\n".join(f"      - {{kind: {kind}, party: b}}" for kind in ("shares", "directorship", "advice"))
    people = "\n".join(
        f"  - id: p{n}\n    name: Nora Quist{'a' * n}\n    roles:\n      - {{role: evaluator}}\n    interests:\n{jobs}"
        for n in range(4)
    )
    Path("case.yaml").write_text(
        "tender: {id: T, published: 2026-03-02}\nparties: [{id: b, name: Crane Lamps Ltd}]\n"
        f"bids: [{{id: B1, bidder: b}}]\npeople:\n{people}\n",
        encoding="utf-8",
    )
    measures = json.loads(audit(load(Path("case.yaml"), today=TODAY), today=TODAY).to("json"))["cases"][0]["measures"]
    told = {one["kind"]: one for one in measures}
    assert told["undated-ties"]["said"].endswith(" and 6 more.")
    assert len(told["undated-ties"]["tables"][0]["rows"]) == 12


def test_what_has_a_day_is_not_among_them():
    Path("case.yaml").write_text(
        "tender: {id: T, published: 2026-03-02}\nparties: [{id: b, name: Crane Lamps Ltd}]\nbids: [{id: B1, bidder: b}]\n"
        "people:\n  - {id: e, name: Nora Quist, roles: [{role: evaluator, start_date: 2026-01-01}],\n"
        "     employments: [{party: b, date: 2020-01-01}], interests: [{kind: shares, party: b, start_date: 2020-01-01}]}\n",
        encoding="utf-8",
    )
    measures = json.loads(audit(load(Path("case.yaml"), today=TODAY), today=TODAY).to("json"))["cases"][0]["measures"]
    assert not [one["kind"] for one in measures if one["kind"].startswith("undated")]
