"""The standstill of the Provider Selection Regime as a provider sees it: no award is recorded yet, and its rules are judged."""

from datetime import date

from fairaudit import audit, load

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
