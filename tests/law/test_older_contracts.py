"""The Provider Selection Regime and what is older than it: modifications of old contracts, call-offs of old frameworks (reg 29)."""

import json

import pytest

from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.law.regime import standing, standing_of_changes
from tests.checks.timed_cases import case_of
from tests.cli.running import fairaudit, put

PACK = next(one for one in shipped_packs() if one.name == "nhs-psr")
OLDER = """
tender: {law: [nhs-psr], buyer: {kind: icb, country: GB-ENG}, classification: {id: "85121281"}, %s}
awards: [%s]
"""
GOVERNS = "the Provider Selection Regime governs modifications from 1 January 2024 on, of older contracts too"


@pytest.mark.parametrize(
    ("tender_", "award", "holds", "because", "missing"),
    [
        ("published: 2022-03-01", "{id: A1, modifications: [{date: 2026-05-04}]}", True, GOVERNS, ()),
        ("published: 2022-03-01", "{id: A1, modifications: [{date: 2023-05-04}, {date: 2024-01-01}]}", True, GOVERNS, ()),
        ("published: 2022-03-01", "{id: A1, modifications: [{date: 2023-12-31}]}", False,
         "the procurement began on 1 March 2022; the Provider Selection Regime governs those begun from 1 January 2024 on", ()),
        ("published: 2022-03-01", "{id: A1, modifications: []}", False,
         "the procurement began on 1 March 2022; the Provider Selection Regime governs those begun from 1 January 2024 on", ()),
        ("published: 2022-03-01", "{id: A1}", None,
         f"{GOVERNS}, and whether it was modified is not given", ("awards[].modifications",)),
        ("published: 2022-03-01", "{id: A1, modifications: [{ground: price}]}", None,
         f"{GOVERNS}, and when it was modified is not given", ("awards[].modifications[].date",)),
        ("published: 2026-03-01", "{id: A1}", True,
         "the buyer is in GB-ENG; the procurement began on 1 March 2026; the buyer (icb) is a relevant authority; CPV 85121281 is "
         "a health care service of SI 2023/1348 Sch 1", ()),
    ],
)  # fmt: skip
def test_modifications_of_older_contracts_are_under_the_regulations(tender_, award, holds, because, missing):
    said = standing_of_changes(case_of(OLDER % (tender_, award)), PACK.terms)
    assert (said.holds, said.because, said.missing) == (holds, because, missing)


def test_a_modification_of_another_buyer_or_another_service_stays_outside():
    changed = "{id: A1, modifications: [{date: 2026-05-04}]}"
    wales = case_of((OLDER % ("published: 2022-03-01", changed)).replace("GB-ENG", "GB-WLS"))
    catering = case_of((OLDER % ("published: 2022-03-01", changed)).replace("85121281", "55520000"))
    assert [standing_of_changes(one, PACK.terms).holds for one in (wales, catering)] == [False, False]


@pytest.mark.parametrize(("day", "holds"), [("2023-12-31", False), ("2024-01-01", True), ("2026-03-02", True)])
def test_a_call_off_under_an_older_framework_is_judged_by_its_own_day(day, holds):
    regime = f"published: {day}, regime: {{call_off_of: FW-1, framework_begun: 2021-05-01}}"
    assert standing(case_of(OLDER % (regime, "")), PACK.terms).holds is holds


def test_a_report_judges_the_modifications_of_an_older_contract_alone():
    change = "{date: 2026-05-04, own_decision: true, character_changed: false, external_factors: false, value_after: {amount: 2600000, currency: GBP}}"
    award = (
        f"{{id: A1, entered_into: 2022-06-01, value: {{amount: 2000000, currency: GBP}}, modifications: [{change}]}}"
    )
    put("old.yaml", OLDER % ("published: 2022-03-01", award))
    ran = fairaudit(
        "check", "old.yaml", "--today", "2026-07-01", "--no-config", "--fail-on", "never", "--format", "json"
    )
    [case] = json.loads(ran.out)["cases"]
    law = [one for one in case["verdicts"] if one["pack"] == "nhs-psr"]
    judged = {one["rule"]: one["outcome"] for one in law if one["outcome"] != "not-applicable"}
    assert judged == {
        "modification-needing-a-new-process": "flagged",
        "modification-notice-not-sent-in-time": "not-assessed",
        "urgent-modification-notice-not-sent-in-time": "not-assessed",
    }
    assert [(one["day"], one["what"]) for one in case["dates"]] == [
        ("2026-06-03", "Last day to submit a modification notice")
    ]
    assert [(one["governs"], one["changes_alone"]) for one in case["laws"]] == [(False, True)]
    out = fairaudit("check", "old.yaml", "--today", "2026-07-01", "--no-config", "--fail-on", "never").out
    assert "(nhs-psr) governs the modifications alone, and its other rules are not applicable" in " ".join(out.split())
