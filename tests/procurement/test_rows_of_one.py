"""Rows of one id in a table of people or parties: one where their names are one however they are written, else two."""

import pytest

from fairaudit.procurement.loading.cases import Extra, open_cases

PEOPLE = "id,name,birth_date,scheme,identifier,tie,party\nkat,Katarzyna Wrona,1979-03,officer,7,employment,buy\n"
PARTIES = "id,name,scheme,identifier,owner_name,share\nelm,Elmgate & Sons Ltd,GB-COH,05512388,Ann Bole,60\n"


def items(tmp_path, kind, text):
    (tmp_path / "t.csv").write_text(text, "utf-8")
    case = tmp_path / "case.yaml"
    case.write_text(f"registers: [{{file: t.csv, kind: {kind}}}]\n", "utf-8")
    [read] = open_cases(case, Extra())
    assert not read.unreadable
    return getattr(read, kind)


@pytest.mark.parametrize(
    "row",
    [
        'kat,"Wrona, Katarzyna",,', "kat,Mrs Katarzyna WRONA,,", "kat,Katarzyna  Wrona ,,", "kat,Dr. Katarzyna Wrona MBA,,",
        "kat,Katarzyna Wrona,1979-03-14,",
    ],
)  # fmt: skip
def test_rows_whose_names_are_one_are_one_person(tmp_path, row):
    (one,) = items(tmp_path, "people", f"{PEOPLE}{row},,shareholding,elm\n")
    assert one.name == "Katarzyna Wrona"
    assert [each.party for each in (*one.employments, *one.interests)] == ["buy", "elm"]
    assert str(one.birth_date) == ("1979-03-14" if "1979-03-14" in row else "1979-03")


@pytest.mark.parametrize(
    "row",
    [
        "kat,Katarzyna Wrana,,", "kat,Kasia Wrona,,", "kat,K Wrona,,", "kat,Mrs Katarzyna WRONA,1980-03,",
        "kat,Mrs Katarzyna Wrona,,officer,8",
    ],
)  # fmt: skip
def test_rows_whose_names_are_alike_or_whose_births_or_numbers_differ_are_two(tmp_path, row):
    cells = row if row.endswith("8") else f"{row},"
    assert len(items(tmp_path, "people", f"{PEOPLE}{cells},shareholding,elm\n")) == 2


@pytest.mark.parametrize(
    ("name", "number", "parties"),
    [
        ("ELMGATE & SONS LIMITED", "", 1),
        ("Elmgate and Sons Ltd", "GB-COH,05512388", 1),
        ("Elmgate & Daughters Ltd", "", 2),
        ("ELMGATE & SONS LIMITED", "GB-COH,06730914", 2),
    ],
)
def test_rows_of_one_party(tmp_path, name, number, parties):
    found = items(tmp_path, "parties", f"{PARTIES}elm,{name},{number or ','},Tim Bole,40\n")
    assert len(found) == parties
    assert [owner.name for one in found for owner in one.owners] == ["Ann Bole", "Tim Bole"]
