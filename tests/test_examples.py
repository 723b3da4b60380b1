"""The examples a newcomer runs: what they show, whole; and the same bytes every time."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from fairaudit import audit, load

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
TODAY = date(2026, 6, 1)


def run(*arguments, cwd=ROOT, seed="0"):
    return subprocess.run(
        [sys.executable, "-c", "from fairaudit.cli import main; main()", *arguments],
        cwd=cwd, capture_output=True, encoding="utf-8", timeout=120, check=False, env=os.environ | {"PYTHONHASHSEED": seed},
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


def test_the_mended_clinic_has_nothing_flagged_and_four_tests_for_which_it_is_too_small():
    report = audit(load(EXAMPLES / "eye-clinic-mended", today=TODAY), today=TODAY)
    assert said(report) == []
    assert report.exit_status == 0
    # Its panel is too small for these tests, which is said and is no pass.
    unjudged = [one for one in report.cases[0].verdicts if one.outcome in ("not-assessed", "error")]
    tests = [
        "best-or-worst-scores-for-one-bid",
        "departs-and-decides",
        "evaluator-departs-for-one-bid",
        "moderation-moves-one-bid-apart",
    ]
    assert [one.rule for one in unjudged] == tests
    assert "too small to be tested" in (unjudged[0].reason or "")


@pytest.mark.parametrize("file", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda one: one.relative_to(EXAMPLES).as_posix())
def test_other_readers_of_yaml_read_the_examples_too(file):
    """PyYAML's own parser is stricter than libyaml about question marks, colons and commas that are not quoted."""
    assert yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader) is not None


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


LAWS = {
    "uk-pcr2015": (
        date(2025, 1, 15),
        [
            "answer-later-than-due: enquiries[0].answered",
            "award-notice-sent-late: tender.notices[2].submitted",
            "change-above-half-of-the-contract: awards[0].modifications[0].value_after",
            "contract-in-the-standstill: awards[0].entered_into",
            "no-more-time-for-a-site-visit: tender.tender_period.end_date",
            "product-named-without-or-equivalent: tender.specification[0].text",
            "turnover-above-twice-the-contract: tender.selection_criteria[0].minimum",
            "turnover-of-more-than-three-years: tender.selection_criteria[0].years",
        ],
    ),
    "eu-2014-24": (
        date(2026, 11, 20),
        [
            "award-criterion-that-selects-again: tender.award_criteria[0]",
            "award-notice-sent-late: awards[0].entered_into",
            "certificate-without-equivalents: tender.selection_criteria[1].standards",
            "contract-in-the-standstill: awards[0].entered_into",
            "documents-later-than-the-notice: tender.documents_available",
            "fewer-candidates-invited-than-the-least: tender.second_stage.invited",
            "fewer-candidates-planned-than-the-least: tender.second_stage.minimum_candidates",
            "framework-beyond-four-years: tender.framework.period",
            "groups-of-firms-shut-out: tender.terms.consortia",
            "low-price-rejected-without-asking: bids[2]",
            "market-advice-not-shared: tender.market_engagement[0].participants",
            "standard-named-without-or-equivalent: tender.specification[0].text",
            "too-little-time-to-ask-to-take-part: tender.expression_of_interest_deadline",
        ],
    ),
    "wto-gpa": (
        date(2026, 11, 20),
        [
            "advice-from-somebody-with-an-interest: tender.drafters[0]",
            "award-notice-late: tender.notices[2].published",
            "change-not-sent-to-all: tender.amendments[0].recipients",
            "change-without-adequate-time: tender.amendments[0].date",
            "conflict-declared-and-not-avoided: declarations[0]",
            "earlier-public-contract-required: tender.selection_criteria[0].text",
            "evaluated-by-unpublished-criteria: evaluation.criteria_applied[2]",
            "place-required-to-take-part: tender.selection_criteria[1].text",
            "refused-as-late-because-of-the-buyer: bids[1].status",
            "too-little-time-for-tenders: tender.tender_period.end_date",
            "trademark-without-or-equivalent: tender.specification[0].text",
        ],
    ),
    "world-bank": (
        date(2026, 5, 1),
        [
            "contract-in-the-standstill: awards[0].entered_into",
            "contract-soon-after-a-late-debriefing: awards[0].entered_into",
            "debriefing-late: representations[0].given",
            "stated-standstill-too-short: tender.notices[1].stated_end",
            "writer-of-the-specification-bids: tender.drafters[0]",
        ],
    ),
}
"""What the example of a law shows by the rules of that law, in short names, on which day."""


@pytest.mark.parametrize("law", sorted(LAWS))
def test_the_example_of_a_law_shows_what_its_rules_find(law):
    today, expected = LAWS[law]
    case = audit(load(EXAMPLES / f"{law}.yaml", today=today), today=today).cases[0]
    of_law = [one for one in case.verdicts if one.pack == law]
    found = [f"{verdict.rule.rsplit('-under-', 1)[0]}: {one.path}" for verdict in of_law for one in verdict.findings]
    assert found == expected
    assert [one.governs for one in case.laws] == [True]
    assert [one.rule for one in of_law if one.outcome == "error"] == []
    assert any(one.outcome == "not-assessed" and one.missing for one in of_law)


@pytest.mark.parametrize("format_", ["json", "markdown", "html", "text"])
def test_two_runs_give_the_same_bytes(format_):
    first, second = (
        run(
            "check",
            "examples/eye-clinic",
            "--fail-on",
            "never",
            "--today",
            "2026-06-01",
            "--format",
            format_,
            seed=seed,
        )
        for seed in ("1", "2")
    )
    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout
    assert len(first.stdout) > 10000


NOTICES = ROOT.parent / "shared" / "data" / "ocds" / "find-a-tender"


@pytest.mark.skipif(not NOTICES.is_dir(), reason="the notices are no part of the project and not beside it")
def test_all_four_notices_of_the_shared_data_are_audited():
    files = sorted(NOTICES.glob("*.json"))
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


def test_the_direct_award_of_eye_services_shows_what_its_regulations_find():
    report = audit(load(EXAMPLES / "nhs-psr.yaml", today=TODAY), today=TODAY)
    (case,) = report.cases
    own = [one for one in case.verdicts if one.pack == "nhs-psr"]
    assert [(one.title, one.governs) for one in case.laws] == [("the Provider Selection Regime", True)]
    assert sorted(
        f"{finding.outcome}: {verdict.rule}: {finding.path}" for verdict in own for finding in verdict.findings
    ) == [
        "flagged: award-notice-not-sent-in-time: tender.notices[1].submitted",
        "flagged: conflict-of-interest-not-managed: declarations[1]",
        "flagged: considerable-change-in-a-direct-award: tender.route",
        "flagged: information-asked-for-in-the-standstill-not-given: representations[0].information_requested",
        "flagged: key-criterion-not-considered: tender.key_criteria",
        "flagged: notice-silent-on-conflicts-of-interest: tender.notices[0].contains",
        "flagged: notice-without-reasons-by-key-criteria: tender.notices[0].contains",
        "flagged: process-not-open-on-the-facts: tender.route",
        "flagged: records-of-the-decision-incomplete: records",
        "flagged: representations-window-cut-short: tender.notices[0].stated_end",
        "flagged: signed-before-information-came: awards[0].entered_into",
        "flagged: signed-before-the-further-decision-rested: awards[0].entered_into",
        "review: conflicted-person-took-part-in-the-decision: declarations[1]",
    ]
    # The core has nothing to say of an award without a tender, and the record is honest about what it lacks.
    assert {one.rule for one in case.verdicts if one.pack == "core" and one.findings} == set()
    assert "modification-needing-a-new-process" in {one.rule for one in own if one.outcome == "not-assessed"}
    assert [one.rule for one in case.verdicts if one.outcome == "error"] == []


def test_the_tender_under_the_procurement_act_shows_what_a_lawyer_would_find():
    today = date(2027, 2, 1)
    case = audit(load(EXAMPLES / "uk-pa2023.yaml", today=today), today=today).cases[0]
    own = [one for one in case.verdicts if one.pack == "uk-pa2023"]
    assert sorted(f"{one.outcome}: {one.rule}: {found.path}" for one in own for found in one.findings) == [
        "flagged: assessed-without-meeting-a-condition: bids[1].conditions[0].met",
        "flagged: assessment-summary-is-not-the-record: evaluation.summaries[1].scores.Q1",
        "flagged: audited-accounts-asked-of-everybody: tender.selection_criteria[0].audited",
        "flagged: award-notice-silent-on-the-other-tenders: tender.notices[2].contains",
        "flagged: conflicts-assessment-after-publication: conflicts_assessment.prepared",
        "flagged: contract-details-notice-late: tender.notices[3].published",
        "flagged: contract-signed-in-the-standstill: awards[0].entered_into",
        "flagged: contract-with-one-authority-required: tender.selection_criteria[2].text",
        "flagged: engaged-bidder-without-levelling-steps: tender.market_engagement[0].participants",
        "flagged: product-of-the-present-supplier-required: tender.specification[0].text",
        "flagged: stated-standstill-too-short: tender.notices[2].stated_end",
        "flagged: tender-notice-lacks-what-suppliers-need: tender.notices[1].contains",
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


def test_the_evaluation_shows_a_wrong_winner_a_missing_reason_and_one_evaluator_apart():
    report = audit(load(EXAMPLES / "evaluation", today=TODAY), today=date(2026, 11, 26), scenario=True)
    case = report.cases[0]
    assert [
        f"{one.outcome}: {verdict.rule}: {one.message}" for verdict in case.verdicts for one in verdict.findings
    ] == [
        "flagged: agreed-score-without-a-reason: Beside 1 of the agreed scores stands neither a reason nor a comment that says anything (B2 (Tern "
        "Catering Group) for Q3).",
        "flagged: another-bid-first-when-worked-out-again: B2 (Tern Catering Group) is recorded as first for the contract; by "
        "the panel's scores, the formula lowest-price-ratio and the published weights and rounding, first place falls to "
        "B1 (Larkfield Meals CIC), with 78.88 against 78.78; that the points for price were rounded to whole points turned the order (with it 78.4 "
        "against 79).",
        "review: best-or-worst-scores-for-one-bid: In the contract, evaluator 5 gave all 5 of their best scores to B2 (Tern "
        "Catering Group), unlike the other evaluators (p 0.0032, adjusted for 10 tests). It differs from the panel's pattern, "
        "which is no proof of anything.",
        "review: evaluator-departs-for-one-bid: In the contract, the mean that evaluator 5 gave B2 (Tern Catering Group) is "
        "21.1 points of 100 (1.1 steps on average over 5 criteria) above what severity and quality explain; few fair panels of this size depart so far (p at most "
        "0.0008, tests made: 1). It differs from the panel's pattern, which is no proof of anything.",
        "flagged: price-points-by-another-formula: Of the 5 price points recorded for the contract, 1 can be had by "
        "lowest-price-ratio, rounded to 2 places, and all by lowest-price-ratio, rounded to whole points.",
        "review: first-hangs-on-a-weight: For the contract, Q1 (Menus) has a weight of 18 of a hundred points; at 18.41, the "
        "others in proportion, bidder B would stand level with bidder A.",
    ]
    assert "Dilys Marrow" not in repr(case.measures)
    assert report.exit_status == 1


def test_the_bridge_says_why_the_dearest_bid_won_and_what_one_day_or_one_point_would_have_changed():
    report = audit(load(EXAMPLES / "bridge-2007", today=TODAY), today=TODAY, scenario=True)
    said = [
        one.said
        for one in report.cases[0].measures
        if one.rule in ("evaluation/contest-as-recorded", "evaluation/lead-of-one-figure", "what-if/near-tie")
    ]
    assert said == [
        "For the contract, by the panel's scores and the formula cost-plus-time-over-technical: NORTH (Firm North) "
        "comes first of 4 bids with the figure 3,511,129.33, of which the lowest wins; that of EAST (Firm East) is "
        "287,050 behind.",
        "For the contract, NORTH (Firm North) comes first by one figure for price and quality, of which the lowest "
        "wins: price plus days at a rate, all divided by the technical score, so a lead in quality cuts the whole of both. "
        "Published numbers in it: day rate 200,000. By price alone it is the dearest (233,763,000), by quality alone the best "
        "(91.47 of 100 points), by days alone jointly the most (437); its "
        "figure is 287,050 ahead.",
        "For the contract, with all else as it is, the lead of NORTH (Firm North) over EAST (Firm East) would be gone "
        "with any one of these: 11.23 per cent more of price, 6.91 points of quality less and 131.28 days more, 132 whole "
        "ones. With a little more its figure would move: +25,556.25 for a hundredth more of price, -37,970.47 for one "
        "point more of quality and +2,186.51 for one more of days.",
        "For the contract, bidder A comes first by a formula that gives price and quality one figure. With one figure "
        "of bidder A changed and all else as it is, bidder C or another would stand level at: price 260,019,463.81 (now"
        " 233,763,000), quality 84.5571 (now 91.47) and days 568.282 (now 437). With one figure of bidder C changed it "
        "would stand level at: price 158,018,534.27 (now 176,938,000), quality 71.2984 (now 65.91) and days 272.403 "
        "(now 367). Quality is in points out of 100.",
    ]
