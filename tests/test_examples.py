"""The examples a newcomer runs: what they show, whole; and the same bytes every time."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from fairaudit import audit, load

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
TODAY = date(2026, 6, 1)


def run(*arguments, cwd=ROOT):
    return subprocess.run(
        [sys.executable, "-c", "from fairaudit.cli import main; main()", *arguments],
        cwd=cwd, capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def said(report):
    return [
        f"{one.outcome}: {verdict.rule}: {one.path}" for verdict in report.cases[0].verdicts for one in verdict.findings
    ]


def test_the_unfair_clinic_fires_most_families():
    report = audit(load(EXAMPLES / "eye-clinic", today=TODAY), today=TODAY)
    families = {verdict.family for verdict in report.cases[0].verdicts if verdict.findings}
    assert families == {
        "award", "bids", "conflicts", "criteria", "deadlines", "incumbency",
        "information", "qualification", "scoring", "specification", "terms",
    }  # fmt: skip
    assert report.exit_status == 1


def test_the_mended_clinic_has_nothing_flagged_and_nothing_unjudged():
    report = audit(load(EXAMPLES / "eye-clinic-mended", today=TODAY), today=TODAY)
    assert said(report) == []
    assert report.exit_status == 0
    assert [one.rule for one in report.cases[0].verdicts if one.outcome in ("not-assessed", "error")] == []


def test_the_template_is_judged_as_one():
    report = audit(load(EXAMPLES / "template-services.yaml", today=TODAY), today=TODAY)
    assert (report.cases[0].stage.name, said(report), report.exit_status) == ("template", [], 0)
    assert report.cases[0].counts["passed"] > 20


def test_the_real_notice_points_into_its_file_and_says_what_it_cannot_judge():
    report = audit(load(EXAMPLES / "find-a-tender-notice.json", today=TODAY), today=TODAY)
    case = report.cases[0]
    assert "Open Government Licence" in (EXAMPLES / "find-a-tender-notice.json").read_text(encoding="utf-8")
    assert case.counts["not-assessed"] > 5
    assert [rule.rule for rule, _ in case.findings] == ["certificate-without-equivalent"]
    for _, finding in case.findings:
        value = json.loads((EXAMPLES / "find-a-tender-notice.json").read_text(encoding="utf-8"))
        for step in finding.pointer.split("/")[1:]:
            value = value[int(step)] if isinstance(value, list) else value[step]


@pytest.mark.parametrize("format_", ["json", "markdown", "html", "text"])
def test_two_runs_give_the_same_bytes(format_):
    first, second = (
        run("check", "examples/eye-clinic", "--fail-on", "never", "--today", "2026-06-01", "--format", format_)
        for _ in range(2)
    )
    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout
    assert len(first.stdout) > 10000


def test_all_four_notices_of_the_shared_data_are_audited():
    folder = ROOT.parent / "shared" / "data" / "ocds" / "find-a-tender"
    files = sorted(folder.glob("*.json"))
    assert len(files) == 4
    result = run(
        "check", *(str(one) for one in files), "--format", "json", "--today", "2026-06-01", "--fail-on", "never"
    )
    assert result.returncode == 0
    report = json.loads(result.stdout)
    assert [one["id"] for one in report["cases"]] == ["ocds-h6vhtk-02dce3", "NHSLTCELECT2022", "20559", "991_22"]
    for case in report["cases"]:
        assert case["faults"] == []
        assert case["counts"]["error"] == 0
        assert case["counts"]["not-assessed"] > 0
        for verdict in case["verdicts"]:
            assert verdict["outcome"] != "not-assessed" or verdict["unassessed"]
            for finding in verdict["findings"]:
                assert finding["line"] > 1
                assert finding["pointer"].startswith("/")


def test_the_tender_under_the_procurement_act_shows_what_a_lawyer_would_find():
    today = date(2027, 2, 1)
    case = audit(load(EXAMPLES / "uk-pa2023.yaml", today=today), today=today).cases[0]
    own = [one for one in case.verdicts if one.pack == "uk-pa2023"]
    assert sorted(f"{one.outcome}: {one.rule}: {found.path}" for one in own for found in one.findings) == [
        "flagged: assessed-without-meeting-a-condition: bids[1].conditions[0].met",
        "flagged: assessment-summary-is-not-the-record: evaluation.summaries[1].scores.Q1",
        "flagged: audited-accounts-asked-of-everybody: tender.selection_criteria[0].audited",
        "flagged: conflicts-assessment-after-publication: conflicts_assessment.prepared",
        "flagged: contract-details-notice-late: tender.notices[3].published",
        "flagged: contract-signed-in-the-standstill: awards[0].entered_into",
        "flagged: contract-with-one-authority-required: tender.selection_criteria[2].text",
        "flagged: engaged-bidder-without-levelling-steps: tender.market_engagement[0].participants",
        "flagged: product-of-the-present-supplier-required: tender.specification[0].text",
        "flagged: stated-standstill-too-short: tender.notices[2].stated_end",
        "flagged: tendering-period-too-short: tender.tender_period.end_date",
        "review: british-standard-named: tender.specification[1].text",
    ]
    open_ = {one.rule for one in own if one.outcome == "not-assessed"}
    assert {"assessed-by-another-importance", "communications-not-kept", "declared-conflict-without-steps"} <= open_
    assert {one.outcome for one in own} == {"flagged", "review", "passed", "not-assessed", "not-applicable"}
    # The one tender that was disregarded got no summary, and that is right; so is the payment notice nobody published.
    assert next(one.outcome for one in own if one.rule == "assessment-summary-missing") == "passed"
    law = next(one for one in case.laws if one.pack == "uk-pa2023")
    assert (law.governs, "1 June 2026" in law.because) == (True, True)
