"""`fairaudit.yaml`: found from the working directory upwards, never beside the case, and every slip in it located."""

import os
import re

import pytest

from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.cli.running import BAD, PACKS, check, fairaudit, files, found, own_rules, put, write
from tests.cli.running import TOO_MUCH as RULE

GROUP = "should be a group of settings: law, fail_on, rules, waivers, select, ignore"
OVERRIDE = "should be `off`, a severity, or {severity: …, with: {option: value}}"
TOO_MUCH = "BAD-1 too-much flagged t.yaml:6 £6 is 3 times £2."


def test_settings_are_found_from_the_working_directory_upwards():
    write(fairaudit_yaml="fail_on: never\n", work__deep__t_yaml=BAD)
    os.chdir("work/deep")
    assert check("t.yaml").status == 0
    assert check("t.yaml", "--no-config").status == 1
    assert check("t.yaml", "--fail-on", "high").status == 1
    write(mild_yaml="fail_on: critical\n")
    assert check("t.yaml", "--config", "mild.yaml").status == 0
    write(fairaudit_yml="rules: {too-much: info}\n")
    assert check("t.yaml").status == 0
    assert check("t.yaml", "--fail-on", "info").status == 1


def test_the_nearest_settings_win():
    write(fairaudit_yaml="fail_on: never\n", work__fairaudit_yaml="fail_on: high\n", work__t_yaml=BAD)
    assert check("work/t.yaml").status == 0
    os.chdir("work")
    assert check("t.yaml").status == 1


def test_settings_beside_a_strangers_case_turn_nothing_off():
    write(theirs__tender_yaml=BAD, theirs__fairaudit_yaml="rules: {too-much: off}\nfail_on: never\n")
    ran = check("theirs", "--format", "json")
    assert ran.status == 1
    assert found(ran.report) == [TOO_MUCH.replace("t.yaml", "theirs/tender.yaml")]


def test_a_rule_that_is_off_is_not_in_force_and_says_why():
    write(t_yaml=BAD, fairaudit_yaml="rules:\n  too-much: off\n")
    ran = check("t.yaml", "--format", "json")
    assert (ran.status, found(ran.report)) == (0, [])
    listed = fairaudit("rules", *own_rules()[:4], "--format", "json").report["rules"]
    assert [(one["id"], one["enabled"], one["why_not"]) for one in listed if one["pack"] == "mine"] == [
        ("bid-without-time", True, None),
        ("maybe-a-brand", True, None),
        ("too-much", False, "turned off in fairaudit.yaml"),
    ]


OFF = [
    ("", (), []),
    ("rules: {too-much: off}", (), [("mine/too-much", "turned off in fairaudit.yaml")]),
    ("ignore: [bids, too-much]", ("--ignore", "mine/too-much"),
     [("mine/bid-without-time", "ignored in fairaudit.yaml"), ("mine/too-much", "ignored")]),
    ("select: [too-much]", (),
     [("mine/bid-without-time", "not selected in fairaudit.yaml"), ("mine/maybe-a-brand", "not selected in fairaudit.yaml")]),
    ("select: [bids]", ("--select", "too-much"), [("mine/maybe-a-brand", "not selected")]),
]  # fmt: skip


@pytest.mark.parametrize(("settings", "words", "off"), OFF)
def test_rules_that_were_turned_off_stand_in_the_report_with_the_reason(settings, words, off):
    write(t_yaml=BAD)
    if settings:
        write(fairaudit_yaml=settings)
    always = {f"{pack.name}/{one.id}" for pack in shipped_packs() if pack.applies == "always" for one in pack.rules}
    ran = fairaudit("check", "t.yaml", *own_rules()[:2], *words, "--format", "json")
    [case] = ran.report["cases"]
    assert [(one["rule"], one["why_not"]) for one in case["not_in_force"] if one["rule"] not in always] == off
    judged = {f"{one['pack']}/{one['rule']}" for one in case["verdicts"]}
    named = {one["rule"] for one in case["not_in_force"]}
    assert not judged & named
    # Nothing gets lost: every rule of the packs that apply is judged or said to be off; those of laws not named are neither.
    assert {one for one in judged | named if not one.startswith("fairaudit/")} == always | {
        "mine/too-much", "mine/maybe-a-brand", "mine/bid-without-time",
    }  # fmt: skip


def test_a_rule_of_a_law_that_is_turned_off_is_named_where_the_law_is():
    write(t_yaml=BAD, fairaudit_yaml="rules: {mine/too-much: off}")
    own_rules()
    write(mine__pack_yaml="title: Law of an invented country\napplies: law\n")
    words = ("check", "t.yaml", "--rules", "mine", "--format", "json")
    for law, off in (
        ((), []),
        (("--law", "mine"), [{"rule": "mine/too-much", "why_not": "turned off in fairaudit.yaml"}]),
    ):
        assert fairaudit(*words, *law).report["cases"][0]["not_in_force"] == off


def test_a_core_rule_that_a_law_replaces_is_said_to_be_replaced():
    write(t_yaml=BAD)
    put("law/pack.yaml", "title: Law of an invented country\napplies: law\n")
    put("law/many-references.yaml", RULE.replace("id: too-much", "id: many-references"))
    words = ("check", "t.yaml", "--rules", "law", "--law", "law", "--format", "json")
    assert fairaudit(*words).report["cases"][0]["not_in_force"] == [
        {"rule": "core/many-references", "why_not": "replaced by law/many-references"}
    ]


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "sarif", "github"])
def test_every_head_says_how_many_rules_are_not_in_force_and_why(format_):
    write(t_yaml=BAD, fairaudit_yaml="rules: {too-much: off}")
    out = check("t.yaml", "--ignore", "bid-without-time", "--ignore", "maybe-a-brand", "--format", format_).out
    shown = " ".join(re.sub(r"[\\`]|</?code>", "", out).split())
    named = ("barriers/",
             "; 2 rules ignored (mine/bid-without-time and mine/maybe-a-brand)",
             "; 1 rule turned off in fairaudit.yaml (mine/too-much).")  # fmt: skip
    places = [shown.index("Not in force and not among these: "), *(shown.index(one) for one in named)]
    assert places == sorted(places)


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "sarif", "github"])
def test_every_head_says_which_rules_have_another_severity_than_their_own(format_):
    write(t_yaml=BAD, fairaudit_yaml="rules: {too-much: low}")
    out = check("t.yaml", "--format", format_).out
    shown = " ".join(re.sub(r"[\\`]|</?code>", "", out).split())
    given = "Given another severity than their own: 1 rule by fairaudit.yaml (mine/too-much: low, its own is high)."
    assert given in shown
    assert ("Given another severity" in check("t.yaml", "--format", format_, "--ignore", "too-much").out) is False


@pytest.mark.parametrize(
    ("settings", "status", "severity", "options"),
    [
        ("rules: {too-much: low}", 0, "low", ("2", "mine")),
        ("rules: {mine/too-much: critical}", 1, "critical", ("2", "mine")),
        ("rules: {too-much: {severity: low}}", 0, "low", ("2", "mine")),
        ("rules: {too-much: {with: {at_most: 2.5}}}", 1, "high", ("2.5", "fairaudit.yaml")),
        ("rules: {too-much: {severity: info, with: {at_most: 1}}}\nfail_on: info", 1, "info", ("1", "fairaudit.yaml")),
    ],
)
def test_severity_and_numbers_can_be_set(settings, status, severity, options):
    write(t_yaml=BAD, fairaudit_yaml=settings)
    ran = check("t.yaml", "--format", "json")
    [case] = ran.report["cases"]
    assert ran.status == status
    assert [one["severity"] for one in case["verdicts"] if one["rule"] == "too-much"] == [severity]
    used = [(one["value"], one["from"]) for one in case["options"] if one["rule"] == "mine/too-much"]
    assert used == [options]


def test_a_number_set_high_enough_leaves_nothing_to_find():
    write(t_yaml=BAD, fairaudit_yaml="rules: {too-much: {with: {at_most: 3}}}")
    assert found(check("t.yaml", "--format", "json").report) == []


def test_rules_can_be_selected_and_ignored_by_settings():
    write(t_yaml=BAD, fairaudit_yaml="select: [too-much]\nignore: [qualification]\n")
    assert found(fairaudit("check", "t.yaml", "--rules", own_rules()[1], "--format", "json").report) == []


def test_a_waiver_settles_a_finding_and_says_who_and_why():
    write(
        t_yaml=BAD,
        fairaudit_yaml="waivers:\n  - {rule: too-much, path: 'tender.selection_criteria[S1]', reason: agreed, "
        "by: A. Invented, until: 2026-12-31}\n",
    )
    ran = check("t.yaml", "--format", "json")
    [finding] = [one for verdict in ran.report["cases"][0]["verdicts"] for one in verdict["findings"]]
    assert ran.status == 0
    assert (finding["outcome"], finding["waiver"]) == (
        "flagged",
        {
            "reason": "agreed",
            "by": "A. Invented",
            "until": "2026-12-31",
            "file": "fairaudit.yaml",
            "line": 2,
            "settles": True,
        },
    )


@pytest.mark.parametrize(
    ("settings", "lines"),
    [
        ("fail-on: high", ["fairaudit.yaml:1:10: there is no setting `fail-on`; did you mean `fail_on`?"]),
        ("fail_on: grave", ["fairaudit.yaml:1:10: `fail_on` should be one of critical, high, medium, low, info, never"]),
        ("fail_on: [high]", ["fairaudit.yaml:1:1: `fail_on` should be one of critical, high, medium, low, info, never"]),
        ("- too-much", [f"fairaudit.yaml:1:1: {GROUP}"]),
        ("off", [f"fairaudit.yaml:1:1: {GROUP}"]),
        ("rules: [too-much]", ["fairaudit.yaml:1:1: `rules` should be a group, such as {rule-id: off}"]),
        (
            "rules:\n  maybe-a-brand: off\n  too-muhc: off",
            ["fairaudit.yaml:3:1: there is no rule, pack or family `too-muhc`; did you mean `too-much`?"],
        ),
        ("rules:\n  too-much: of", [f"fairaudit.yaml:2:13: {OVERRIDE}"]),
        ("rules:\n  too-much: {severity: grave}", [f"fairaudit.yaml:2:3: {OVERRIDE}"]),
        ("rules:\n  too-much: {severity: [high]}", [f"fairaudit.yaml:2:3: {OVERRIDE}"]),
        (
            "rules:\n  too-much: {with: {atmost: 2}}",
            ["fairaudit.yaml:2:1: the check `ratio-at-most` has no option `atmost`; did you mean `at_most`?"],
        ),
        (
            "rules:\n  too-much: {with: {at_most: two}}",
            ['fairaudit.yaml:2:1: `at_most` should be a number such as 2400000 or 12.5, found "two"'],
        ),
        (
            "rules:\n  too-much: {with: {of: maximum}}",
            ["fairaudit.yaml:2:1: of: `maximum`: Turnover has no field `maximum`; did you mean `minimum`?"],
        ),
        ("law: nhs-psr", ["fairaudit.yaml:1:6: `law` should be a list of names"]),
        ("law: [zzz]", [f"fairaudit.yaml:1:7: there is no pack `zzz`; the packs are {PACKS}, mine"]),
        (
            "select:\n  - core\n  - zzzz",
            ["fairaudit.yaml:3:5: there is no rule, pack or family `zzzz`; `fairaudit rules` lists them"],
        ),
        ("ignore: [too-mush]", ["fairaudit.yaml:1:10: there is no rule, pack or family `too-mush`; did you mean `too-much`?"]),
        ("waivers: {}", ["fairaudit.yaml:1:1: `waivers` should be a list"]),
        (
            "waivers:\n  - {rule: too-much, why: x}",
            [
                "fairaudit.yaml:2:5: a waiver needs `path:`",
                "fairaudit.yaml:2:27: a waiver has no field `why`; it has rule, path, reason, until, by",
            ],
        ),
        (
            "waivers:\n  - {rule: too-much, path: tender, reason: [r], by: null, until: {day: 2020-01-01}}",
            [
                "fairaudit.yaml:2:36: `reason` should be text; give it, or delete the line",
                "fairaudit.yaml:2:49: `by` should be text; give it, or delete the line",
                "fairaudit.yaml:2:59: `until` should be text; give it, or delete the line",
            ],
        ),
        ("", ["fairaudit.yaml:1:1: is empty; `fairaudit schema case` says what a tender file can hold"]),
    ],
)  # fmt: skip
def test_a_slip_in_the_settings_is_located_and_nothing_is_written(settings, lines):
    write(t_yaml=BAD, fairaudit_yaml=settings)
    ran = check("t.yaml", "-o", "audit.json")
    assert (ran.status, ran.out, ran.errors) == (2, "", [f"error: {one}" for one in lines])
    assert files() == ["fairaudit.yaml", "t.yaml"]
