"""The standstill of the Provider Selection Regime as a provider sees it: no award is recorded yet, and its rules are judged."""

from datetime import date

import pytest

from fairaudit import audit, load
from fairaudit.law.standstill import end_of, windows
from fairaudit.law.tables import shipped_tables
from tests.checks.timed_cases import case_of

CASE = """
tender:
  id: EYE-77
  law: [nhs-psr]
  published: 2026-03-02
  buyer: {name: Northvale Integrated Care Board, kind: icb, country: GB-ENG}
  classification: {scheme: CPV, id: "85121281"}
  route: Direct Award Process C
  notices:
    - {kind: psr-intention-to-award, published: 2026-06-05, stated_end: 2026-06-15,
       contains: [statement, title, provider, services, value, decision-makers, conflicts, conflict management]}
representations:
  - {party: clearwater, received: 2026-06-16, information_requested: 2026-06-16}
parties: [{id: clearwater, name: Clearwater Sight CIC}]
complete: [tender.notices, representations]
"""


def test_the_rules_of_the_standstill_are_judged_before_there_is_an_award(tmp_path):
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    day = date(2026, 7, 1)
    (case,) = audit(load(tmp_path / "case.yaml", today=day), today=day).cases
    assert {one.rule for one in case.verdicts if str(one.outcome) == "flagged"} == {
        "notice-without-reasons-by-key-criteria",
        "representations-window-cut-short",
        "information-asked-for-in-the-standstill-not-given",
    }
    assert case.stage.name == "award"


SIGNED = """
tender: {law: [nhs-psr], published: 2026-03-02, buyer: {kind: icb, country: GB-ENG}, classification: {id: "85121281"}, route: C,
  notices: [{kind: psr-intention-to-award, published: 2026-06-05}]}
representations: [{party: clearwater, received: 2026-06-16, communicated: 2026-06-22, %s}]
awards: [{id: A1, entered_into: 2026-06-30}]
complete: [representations, tender.notices]
"""
INFORMATION, DECISION = "signed-before-information-came", "signed-against-the-further-decision"


@pytest.mark.parametrize(
    ("more", "outcomes"),
    [
        ("decision: as intended, information_requested: 2026-06-16, given: 2026-06-30", ("passed", "passed")),
        ("decision: as intended, information_requested: 2026-06-16, given: 2026-07-30", ("flagged", "passed")),
        ("decision: as intended, information_requested: 2026-06-16", ("flagged", "passed")),
        ("decision: as intended, information_requested: 2026-06-16, withheld: prices of others", ("passed", "passed")),
        ("decision: as intended, information_requested: 2026-06-16, withheld: none", ("flagged", "passed")),
        ("decision: as intended, information_requested: 2026-07-01, given: 2026-07-30", ("passed", "passed")),
        ("decision: abandon", ("passed", "flagged")),
        ("decision: go back to step 1 and repeat it", ("passed", "flagged")),
        ("decision: we do not abandon the procurement", ("passed", "passed")),
        ("decision: the award stands", ("passed", "passed")),
        ("further_decision: 2026-06-22", ("passed", "not-assessed")),
    ],
)
def test_what_reg_12_10_asks_for_before_the_contract(tmp_path, more, outcomes):
    (tmp_path / "case.yaml").write_text(SIGNED % more, encoding="utf-8")
    day = date(2026, 9, 1)
    (case,) = audit(load(tmp_path / "case.yaml", today=day), today=day).cases
    found = {one.rule: str(one.outcome) for one in case.verdicts}
    assert (found[INFORMATION], found[DECISION]) == outcomes


@pytest.mark.parametrize(("given", "ends"), [("2026-06-18", "2026-06-29"), ("2026-07-30", "2026-07-30")])
def test_the_standstill_stays_open_until_what_was_asked_for_is_given(given, ends):
    case = case_of(SIGNED % f"information_requested: 2026-06-16, given: {given}", "2026-06-01")
    tables = shipped_tables("nhs-psr")
    (window,) = windows(case, tables.period("standstill"))
    assert str(end_of(case, window, tables.period("further-decision")).day) == ends
