"""The same report in a program or a notebook as on the command line."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

import fairaudit
from fairaudit import audit, load
from fairaudit.sources.document import FairauditError
from tests.cli.running import PACKS, own_rules, put
from tests.cli.running import fairaudit as typed

CASE = "tender:\n  id: X-1\n  award_criteria: [{id: Q, weight: 60, type: quality}, {id: P, weight: 45, type: price}]\n"
TODAY = date(2026, 6, 1)
EYE_CLINIC = str(Path(fairaudit.__file__).parents[1] / "examples" / "eye-clinic")
DATED = """tender:
  id: D-1
  buyer: {name: Hillford Council, country: GB-ENG}
  published: 2026-03-02T09:00
  tender_period: {start_date: 2026-03-02T09:00, end_date: 2026-03-30T12:00}
  value: {amount: 2, currency: GBP}
  selection_criteria: [{id: S1, kind: turnover, minimum: 6, currency: GBP}]
  specification: [{id: "4.2", text: Through Optilink.}]
"""


def test_a_path_or_loaded_cases_give_the_same_report(tmp_path):
    (tmp_path / "tender.yaml").write_text(CASE)
    by_path = audit("tender.yaml", today=TODAY)
    loaded = audit(load("tender.yaml", today=TODAY), today=TODAY)
    assert by_path == loaded
    assert [one.path for _, one in by_path.cases[0].findings if one.outcome == "flagged"][:1] == [
        "tender.award_criteria"
    ]


def test_a_fact_that_a_finding_does_not_have_is_left_out(tmp_path):
    (tmp_path / "tender.yaml").write_text(
        "tender:\n  incumbents: [{name: Acme Ltd, products: [Acme 9]}]\n"
        "  specification: [{id: S1, text: The provider shall use the Acme 9 system., mandatory: true}]\n"
        "  award_criteria: [{id: Q1, text: Knowledge of the Acme 9 system, weight: 10}]\n"
    )
    [verdict] = [
        one for one in audit("tender.yaml", today=TODAY).cases[0].verdicts if one.rule == "incumbents-product-required"
    ]
    assert [one.facts for one in verdict.findings] == [
        {"place": "award criterion Q1", "weight": "weight 10", "words": "Acme 9"},
        {"place": "clause S1", "words": "Acme 9"},
    ]


@pytest.mark.parametrize("loaded_on", [None, date(2026, 1, 1), date(2026, 3, 15), date(2027, 1, 1)])
@pytest.mark.parametrize("day", ["2026-03-01", "2026-03-15", "2026-04-10"])
def test_the_day_of_the_audit_counts_whatever_day_a_case_was_loaded_for(loaded_on, day):
    put("t.yaml", DATED)
    printed = typed("check", "t.yaml", "--today", day, "--format", "json", "--no-config").out
    cases = load("t.yaml", today=loaded_on)
    stages = {"2026-03-01": "tender", "2026-03-15": "bidding", "2026-04-10": "evaluation"}
    for _ in range(2):
        report = audit(cases, today=date.fromisoformat(day))
        assert report.cases[0].stage.name == stages[day]
        assert report.to("json") == printed


def test_every_option_of_the_command_line_does_the_same_here():
    put("t.yaml", DATED)
    put(
        "mine.yaml",
        "rules: {maybe-a-brand: medium}\nwaivers: [{rule: too-much, path: tender.selection_criteria, reason: agreed}]\n",
    )
    own_rules()
    words = ("check", "t.yaml", "--rules", "mine", "--select", "mine", "--today", "2026-03-05", "--format", "json")
    options = {"rules": ["mine"], "select": "mine", "today": date(2026, 3, 5)}
    typed(*words, "-o", "old.json", "--no-config")
    old = audit("t.yaml", **options)
    for more, given, status in (
        (("--strict", "--no-config"), {"strict": True}, 1),
        (("--config", "mine.yaml"), {"config": "mine.yaml"}, 0),
        (("--config", "mine.yaml", "--strict"), {"config": "mine.yaml", "strict": True}, 0),
        (("--config", "mine.yaml", "--strict", "--fail-on", "medium"),
         {"config": "mine.yaml", "strict": True, "fail_on": "medium"}, 1),
        (("--baseline", "old.json", "--strict", "--no-config"), {"baseline": "old.json", "strict": True}, 0),
        (("--baseline", "old.json", "--no-config"), {"baseline": old}, 0),
        (("--law", "uk-pa2023", "--no-config"), {"law": "uk-pa2023"}, 1),
        (("--stage", "tender", "--for", "bidder", "--redact", "--no-config"),
         {"stage": "tender", "audience": "bidder", "redact": True}, 1),
        (("--ignore", "too-much", "--no-config"), {"ignore": ["too-much"]}, 0),
    ):  # fmt: skip
        ran = typed(*words, *more)
        report = audit("t.yaml", **(options | given))
        assert (report.to("json"), report.exit_status, ran.status) == (ran.out, status, status), more


def test_no_settings_are_looked_for_where_none_are_named():
    put("t.yaml", DATED)
    put("fairaudit.yaml", "rules: {too-much: off}\n")
    own_rules()
    report = audit("t.yaml", today=date(2026, 3, 5), rules=["mine"], select=["too-much"])
    assert [one.message for _, one in report.cases[0].findings] == ["£6 is 3 times £2."]


def test_a_path_that_cannot_be_read_stands_in_the_report_as_on_the_command_line():
    put("t.yaml", DATED)
    put("broken.yaml", "tender: {tittle: x}")
    ran = typed("check", "broken.yaml", "t.yaml", "nowhere.yaml", "--today", "2026-06-01", "--format", "json", "--no-config")  # fmt: skip
    report = audit(["broken.yaml", *load("t.yaml"), "nowhere.yaml"], today=TODAY)
    assert (report.to("json"), report.exit_status) == (ran.out, 2)
    assert [one.faults for one in report.cases] == [
        ("broken.yaml:1:10: tender has no field `tittle`; did you mean `title`?",),
        (),
        ("nowhere.yaml: does not exist; check the path, or the pattern that should have matched it",),
    ]


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ({"audience": "boss"}, "audience: should be one of officer, bidder, auditor, found 'boss'"),
        (
            {"stage": "draft"},
            "stage: should be one of template, tender, bidding, evaluation, award, market, found 'draft'",
        ),
        (
            {"fail_on": "grave"},
            "fail_on: should be one of critical, high, medium, low, info, never, found 'grave'",
        ),
        ({"law": ["zzz"]}, f"law: there is no pack `zzz`; the packs are {PACKS}"),
        ({"select": ["zzz"]}, "options: there is no rule, pack or family `zzz`; `fairaudit rules` lists them"),
        ({"config": "nowhere.yaml"}, "config: there is no file nowhere.yaml"),
        ({"baseline": "nowhere.json"}, "nowhere.json: cannot be read: No such file or directory"),
        ({"rules": ["nowhere"]}, "nowhere: is no rule file or folder; check the path given with --rules"),
    ],
)
def test_what_cannot_be_done_is_said_in_the_words_of_the_call(options, line):
    put("t.yaml", DATED)
    with pytest.raises(FairauditError) as error:
        audit("t.yaml", today=TODAY, **options)
    assert [str(one) for one in error.value.faults] == [line]


def test_a_notebook_shows_the_html_report(tmp_path):
    (tmp_path / "tender.yaml").write_text(CASE)
    report = audit("tender.yaml", today=TODAY, audience="bidder")
    shown = report._repr_html_()
    # In a frame: the styles of the report are for its own page, and a notebook has others.
    frame = re.fullmatch(r'<iframe title="fairaudit report" style="[a-z0-9:%;]+" srcdoc="([^"]*)"></iframe>', shown)
    assert unescape(frame[1]) == report.to("html")
    assert "for the bidder" in frame[1]


def test_what_cannot_be_read_is_raised_by_load_with_every_fault(tmp_path):
    (tmp_path / "a.yaml").write_text("tender: {tittle: x}")
    (tmp_path / "b.yaml").write_text("tender: [")
    with pytest.raises(FairauditError) as error:
        load(tmp_path)
    assert [str(one) for one in error.value.faults] == [
        "a.yaml:1:10: tender has no field `tittle`; did you mean `title`?",
        "b.yaml:2:1: is not valid YAML here: did not find expected node content",
    ]


def test_nothing_but_the_api_is_public():
    assert fairaudit.__all__ == ["Report", "audit", "load"]
    with pytest.raises(AttributeError, match="no attribute 'score'"):
        _ = fairaudit.score


def test_words_that_only_bend_a_sentence_are_in_the_message_and_no_fact():
    report = audit(EYE_CLINIC, today=TODAY)
    [finding] = [one for rule, one in report.cases[0].findings if rule.rule == "bid-accepted-after-opening"]
    assert "had been opened" in finding.message
    assert sorted(finding.facts) == ["bidder", "opened", "received"]
