"""A table of people, parties or declarations, as CSV or as a workbook, says what the same section of a case does."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from fairaudit.procurement.registers.dates import end_of
from fairaudit.procurement.registers.own import _sum
from tests.procurement.test_registers import HEAD, opened

PEOPLE = """id,name,birth_date,email,telephone,first_access,address,town,postcode,scheme,identifier,role,role_start,role_end
e1,Ada Holt,1980-05,ada@grove.example,01632 960123,2026-04-14,4 Mill Lane,Northvale,NV1 2AB,officer,X712,evaluator,2026-03-20,2026-06-30
"""
TIES = """id,tie,party,party_name,position,value,date,start_date,end_date,relative,relative_name,relation
e1,employment,b,,buyer,,,2019-01-01,2021-06-30,,,
e1,directorship,,Xeno Ltd,chair,,,2020-01-01,,,,
e1,shareholding,c,,,,,2020-01-01,,,,
e1,gift,b,,,£40,2026-02-01,,,,,
e1,,,,,,,,,s1,,sister
e1,,,,,,,,,,Ruth Holt,cousin
"""
SAME_PEOPLE = """
people:
  - id: e1
    name: Ada Holt
    birth_date: 1980-05
    email: ada@grove.example
    telephone: 01632 960123
    first_access: 2026-04-14
    addresses: [{street_address: 4 Mill Lane, locality: Northvale, postal_code: NV1 2AB}]
    identifiers: [{scheme: officer, id: X712}]
    roles: [{role: evaluator, start_date: 2026-03-20, end_date: 2026-06-30}]
    employments: [{kind: employment, party: b, role: buyer, start_date: 2019-01-01, end_date: 2021-06-30}]
    interests:
      - {kind: directorship, name: Xeno Ltd, role: chair, start_date: 2020-01-01}
      - {kind: shareholding, party: c, start_date: 2020-01-01}
      - {kind: gift, party: b, value: {amount: 40, currency: GBP}, date: 2026-02-01}
    relatives: [{person: s1, relation: sister}, {name: Ruth Holt, relation: cousin}]
"""
PARTIES = """id,name,alias,roles,street_address,locality,postal_code,scheme,identifier,bank,contact_name,email,phone,E-mail domain
d,Delta Ltd,Delta Lighting,tenderer,9 Elm Road,Southvale,SV3 4CD,GB-COH,05555555,GB33BUKB20201555555555,Joan Fable,bids@delta.example,01632 960555,delta-light.example
"""
AROUND = """id,owner_party,owner_person,owner_name,share,owned from,owned until,person,subcontractor,member
d,b,,,60,2019-01-01,2021-06-30,x1,c,m
d,,x2,,30,,,x2,,
d,,,Fay Marsh,10,,,,,
"""
SAME_PARTIES = """
  - id: d
    name: Delta Ltd
    aliases: [Delta Lighting]
    roles: [tenderer]
    addresses: [{street_address: 9 Elm Road, locality: Southvale, postal_code: SV3 4CD}]
    identifiers: [{scheme: GB-COH, id: "05555555"}]
    bank_reference: GB33BUKB20201555555555
    domains: [delta-light.example]
    contact_point: {name: Joan Fable, email: bids@delta.example, telephone: 01632 960555}
    owners:
      - {party: b, share: 60, start_date: 2019-01-01, end_date: 2021-06-30}
      - {person: x2, share: 30}
      - {name: Fay Marsh, share: 10}
    people: [x1, x2]
    subcontractors: [c]
    members: [m]
bids:"""
DECLARATIONS = """person,date,signed,role_at,covers,recused_from,tie,party,details,actions,followed
e1,2026-03-20,yes,evaluator,b; c,b,shareholding,b,A few shares,recused,no
"""
SAME_DECLARATIONS = """
declarations:
  - person: e1
    date: 2026-03-20
    signed: true
    role_at: evaluator
    covers: [b, c]
    recused_from: [b]
    interests: [{kind: shareholding, party: b, text: A few shares}]
    mitigation: {actions: recused, followed: false}
"""


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def written(kind, number, text, ending):
    """Write a table, and return how a case names it."""
    name = f"{kind}{number}.{ending}"
    if ending == "csv":
        Path(name).write_text(text, encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        for row in csv.reader(io.StringIO(text)):
            book.active.append(row)
        book.save(name)
    return f"{{file: {name}, kind: {kind}}}"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("kind", "tables", "same"),
    [
        ("people", [PEOPLE, TIES], SAME_PEOPLE),
        ("parties", [PARTIES, AROUND], SAME_PARTIES),
        ("declarations", [DECLARATIONS], SAME_DECLARATIONS),
    ],
)
def test_a_table_says_what_a_section_does(kind, tables, same, ending):
    headers = ", ".join(written(kind, number, text, ending) for number, text in enumerate(tables))
    found = opened(f"registers: [{headers}]\n")
    expected = opened(same) if kind != "parties" else opened("", head=HEAD.replace("\nbids:", same))
    assert list(map(repr, getattr(found, kind))) == list(map(repr, getattr(expected, kind)))
    assert (found.unreadable, found.not_read) == ((), ())


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("£1,200", "1200"), ("GBP 1,200.50", "1200.50"), ("1,200,000 EUR", "1200000"), ("€1,200.00", "1200.00"), ("€1,200", None),
        ("£12,00", None), ("£1,2000", None), ("1,200", None),
    ],
)  # fmt: skip
def test_thousands_beside_a_currency_are_read_where_no_decimals_can_be_meant(written, amount):
    read = _sum("value", written)
    assert (read["amount"] if isinstance(read, dict) else None) == amount


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2015-06", "2015-06-30"),
        ("02/2024", "2024-02-29"),
        ("June 2015", "2015-06-30"),
        ("2015", "2015"),
        ("2015-13", "2015-13"),
    ],
)
def test_an_end_in_a_month_is_the_last_day_of_it(written, day):
    assert end_of(written, None) == day


def test_a_row_that_is_nobodys_is_listed():
    table = "id,name,tie,party,start_date\ne1,Ada Holt,employment,b,2019-01-01\n,,shares,b,2022-01-01\n"
    case = opened("registers: [{file: p.csv, kind: people}]\n", p_csv=table)
    [one] = case.unreadable
    assert (one.line, one.text) == (3, "shares b 2022-01-01")
    assert one.reason.endswith("write the id of whoever is meant")
