"""Relatives that a case records of those who decide are looked for in registers: what is found is a way through them."""

import pytest

from tests.procurement.test_registers import opened
from tests.procurement.test_registers_above import judged

REGISTER = "registers: [{file: officers.csv, kind: officers, name: Officers, scheme: GB-COH, searched: 2026-04-01}]\n"
ROWS = "company_number,company_name,name,role,appointed_on,birth_date\n01234567,LUMEN OPTICS LTD,{},director,2019-01-01,{}\n"
ADA = "complete: [declarations]\npeople:\n  - {id: e1, name: Ada Holt, roles: [{role: evaluator}], relatives: [{%s, relation: %s}]}\n"
BO = "  - {id: e2, name: Bo Holt, birth_date: 1983-07}\n"
BY_NAME, BY_RECORD = "undeclared-indirect-tie-known-by-name-only", "undeclared-indirect-tie-to-a-bidder"


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("people", "holder", "born", "rule", "outcome"),
    [
        (ADA % ("name: Bo Holt", "brother"), "HOLT, Bo", "1983-07", BY_NAME, "review"),
        (ADA % ("person: e2", "brother") + BO, "HOLT, Bo", "1983-07", BY_RECORD, "review"),
        # Another month of birth, another name, and a relation that is denied.
        (ADA % ("person: e2", "brother") + BO, "HOLT, Bo", "1984-07", BY_RECORD, "passed"),
        (ADA % ("name: Bo Holt", "brother"), "HOLM, Cy", "1983-07", BY_NAME, "passed"),
        (ADA % ("name: Bo Holt", "no relation"), "HOLT, Bo", "1983-07", BY_NAME, "passed"),
    ],
)
def test_a_relative_who_is_an_officer_of_a_bidder_is_found(people, holder, born, rule, outcome):
    verdict = judged(opened(people + REGISTER, officers_csv=ROWS.format(f'"{holder}"', born)), rule)
    assert verdict.outcome == outcome
    assert all("Bo" in str(one.hit.facts) for one in verdict.hits)
