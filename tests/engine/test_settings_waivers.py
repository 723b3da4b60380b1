"""Waivers of the settings cover a whole run: what is wrong with one is said once, however many cases there are."""

import pytest

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import read_config
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import pack_of
from fairaudit.procurement.loading.cases import Unread
from fairaudit.reports import github, sarif
from tests.conftest import TODAY, case_of
from tests.engine.test_judge import rule
from tests.engine.test_settle import CASE, findings, waived, with_comment

LEVEL = "tender: {id: T-2, value: {amount: 9, currency: GBP}, selection_criteria: [{id: S9, kind: turnover, minimum: 9, currency: GBP}]}"
EXPIRED = "{rule: too-much, path: tender.selection_criteria, reason: r, until: 2020-01-01}"
COVERS_S1 = "{rule: too-much, path: 'tender.selection_criteria[S1]', reason: r}"
BROKEN = Unread("broken.yaml", faults=("broken.yaml:1:1: is no YAML",), inputs=())


def ran(tmp_path, cases, *waivers, rules=None, **settings):
    (tmp_path / "fairaudit.yaml").write_text("waivers:\n" + "".join(f"  - {one}\n" for one in waivers))
    config = read_config(tmp_path / "fairaudit.yaml", "fairaudit.yaml")
    chosen = choose((pack_of("core", "Core", tuple(rules or [rule()])),), config, (), ())
    given = [one if isinstance(one, Unread) else case_of(one) for one in cases]
    return run(given, chosen, Settings(today=TODAY, waivers=config.waivers, **settings))


def about(report):
    """What each case says of waivers: outcomes, and the messages."""
    return [
        {one.rule.removeprefix("waiver-"): [str(one.outcome), *(it.message for it in one.findings)] for one in case.verdicts if one.family == "waivers"}
        for case in report.cases
    ]  # fmt: skip


def test_one_that_expired_is_said_once_and_named_the_same_for_any_number_of_cases(tmp_path):
    one, twenty = (ran(tmp_path, [LEVEL] * number, EXPIRED) for number in (1, 20))
    assert waived(twenty) == ["fairaudit.yaml:2 The waiver of too-much does not hold: it ended on 2020-01-01. [open]"]
    assert [it.fingerprint for it in findings(twenty)] == [it.fingerprint for it in findings(one)]
    assert [case.counts["flagged"] for case in twenty.cases] == [1] + [0] * 19
    assert (findings(one)[0].note, findings(twenty)[0].note[-26:]) == ("", "once, with the first case.")
    elsewhere = (
        "there are no waivers in its files; those of the settings are judged once, with the first case of the run"
    )
    assert {it.reason for it in twenty.cases[7].verdicts if it.family == "waivers"} == {elsewhere}
    (result,) = (it for it in sarif.render(twenty).split('"ruleId"')[1:] if "waiver-expired" in it)
    assert f'"fairaudit/v1": "{findings(one)[0].fingerprint}"' in result
    assert github.render(twenty).count("line=2,") == 1


@pytest.mark.parametrize("cases", [[CASE, LEVEL], [LEVEL, LEVEL, CASE]])
def test_one_that_covers_something_in_one_case_is_not_unused(tmp_path, cases):
    report = ran(tmp_path, cases, COVERS_S1)
    assert {outcome for case in about(report) for outcome, *said in case.values()} == {"passed", "not-applicable"}
    assert [one.waiver is not None for one in findings(report)] == [True, False]


def test_one_that_covers_nothing_in_any_case_is_unused_once(tmp_path):
    assert about(ran(tmp_path, [LEVEL, LEVEL], COVERS_S1)) == [
        {"expired": ["passed"], "unreadable": ["passed"], "unused": ["flagged", "The waiver of too-much covers no finding."]},
        {"expired": ["not-applicable"], "unreadable": ["not-applicable"], "unused": ["not-applicable"]},
    ]  # fmt: skip


def test_what_it_covers_in_a_case_that_could_not_be_read_is_not_known(tmp_path):
    report = ran(tmp_path, [BROKEN, LEVEL], COVERS_S1)
    assert about(report)[1]["unused"] == ["not-assessed"]
    (verdict,) = (one for one in report.cases[1].verdicts if one.rule == "waiver-unused")
    assert (verdict.reason, verdict.assessed) == (
        "a case could not be read, and the waiver of too-much may cover something in it",
        0,
    )
    assert findings(ran(tmp_path, [BROKEN], COVERS_S1)) == []


def test_one_too_light_for_what_it_covers_in_a_later_case_says_so(tmp_path):
    report = ran(tmp_path, [LEVEL, CASE, CASE], COVERS_S1, rules=[rule()._replace(basis="statute")])
    light = "The waiver of too-much does not hold: a rule of law at high or above needs a name and an expiry date."
    assert [case["unreadable"] for case in about(report)] == [
        ["flagged", light],
        ["not-applicable"],
        ["not-applicable"],
    ]


def test_those_in_files_stay_with_their_case(tmp_path):
    comment = with_comment("fairaudit: accept[too-much] until 2020-01-01 -- past")
    said = about(ran(tmp_path, [LEVEL, comment], EXPIRED))
    assert [one["expired"] for one in said] == [
        ["flagged", "The waiver of too-much does not hold: it ended on 2020-01-01."]
    ] * 2


def test_two_of_one_place_are_two_findings_and_a_third_elsewhere_changes_neither(tmp_path):
    def marks(*waivers):
        return [one.fingerprint for one in findings(ran(tmp_path, [LEVEL], *waivers))]

    elsewhere = EXPIRED.replace("selection_criteria", "lots")
    first, second = marks(EXPIRED, EXPIRED)
    assert first != second
    assert set(marks(elsewhere, EXPIRED, EXPIRED)) > {first, second}


def test_names_are_taken_out_of_what_is_said_of_them(tmp_path):
    people = "tender: {id: T-3}\npeople: [{id: e1, name: Grace Price}]"
    waiver = "{rule: too-much, path: 'people[Grace Price]', reason: r, until: 2020-01-01}"
    assert "Grace" not in repr(ran(tmp_path, [people, LEVEL], waiver, redact=True))


def test_a_baseline_knows_one(tmp_path):
    (mark,) = (one.fingerprint for one in findings(ran(tmp_path, [LEVEL], EXPIRED)))
    report = ran(tmp_path, [LEVEL, LEVEL], EXPIRED, baseline=(mark,))
    assert ([one.baseline for one in findings(report)], report.cases[0].counts["baselined"]) == ([True], 1)
