"""Numbers of companies that a spreadsheet wrote in its own way: with a nought behind the point, or as a power of ten."""

import pytest

from tests.procurement.test_register_endings import judged
from tests.procurement.test_registers import opened

HEAD = """\
tender: {id: T1, title: Lenses}
parties: [{id: b, name: Lumen Optics Ltd, identifiers: [{scheme: GB-COH, id: '04123450'}]}]
bids: [{bidder: b}]
"""
CASE = """\
complete: [people, declarations]
people: [{id: e1, name: Ada Holt, birth_date: 1980-05, roles: [{role: evaluator}]}]
registers: [{file: officers.csv, kind: officers, name: Officers, scheme: GB-COH, searched: 2026-04-01}]
"""


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def entered(number):
    table = "company_number,company_name,name,role,appointed_on,birth_date\n"
    return opened(CASE, HEAD, officers_csv=table + f'{number},LO TRADING LTD,"Holt, Ada",director,2005-01-01,1980-05\n')


@pytest.mark.parametrize("number", ["04123450", "4123450", "4123450.0", "4123450.00"])
def test_what_a_spreadsheet_adds_to_a_number_or_takes_off_its_front_makes_it_no_other(number):
    assert judged(entered(number), "undeclared-tie-in-a-register").outcome in ("flagged", "review")


@pytest.mark.parametrize("number", ["4.12345E+06", "4,12E+06", "4.12e+6"])
def test_a_number_that_lost_figures_is_named_and_nothing_passes(number):
    case = entered(f'"{number}"')
    assert judged(case, "undeclared-tie-in-a-register").outcome == "not-assessed"
    assert [(one.line, one.reason) for one in case.unreadable] == [
        (2, f"gives the number {number}, which a spreadsheet made of another; write it as text, with all figures")
    ]
