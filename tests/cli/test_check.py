"""`fairaudit check`: what is read, what is said of it, and the exit status."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.running import BAD, BRAND, GOOD, OWN, PACKS, TODAY, check, fairaudit, files, found, own_rules, put, write

TOO_MUCH = "BAD-1 too-much flagged t.yaml:6 £6 is 3 times £2."


def statuses(ran):
    return [(one["id"], one["counts"]["rules"], one["faults"]) for one in ran.report["cases"]]


def test_a_text_that_is_piped_is_the_same_whatever_width_the_machine_is_set_to(monkeypatch):
    write(t_yaml=BAD)
    monkeypatch.delenv("COLUMNS", raising=False)
    told = check("t.yaml").out
    monkeypatch.setenv("COLUMNS", "60")
    assert check("t.yaml").out == told
    assert 80 < max(map(len, told.splitlines())) <= 100


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        (GOOD, (), 0),
        (BAD, (), 1),
        (BAD, ("--fail-on", "critical"), 0),
        (BAD, ("--fail-on", "high"), 1),
        (BAD, ("--fail-on", "info"), 1),
        (BAD, ("--fail-on", "never"), 0),
        (BRAND, (), 0),
        (BRAND, ("--strict",), 1),
        (BRAND, ("--strict", "--fail-on", "critical"), 0),
        (BRAND, ("--strict", "--fail-on", "never"), 0),
        ("tender: [", (), 2),
        ("tender: [", ("--fail-on", "never"), 2),
    ],
)
def test_the_exit_status_says_how_it_went(text, words, status):
    write(t_yaml=text)
    assert check("t.yaml", *words).status == status
    assert check("t.yaml", *words, "--format", "json").report["exit_status"] == status


def test_an_unreadable_case_wins_over_findings_and_hides_none():
    write(t_yaml=BAD, broken_yaml="tender:\n  tittle: x\n", g_yaml=GOOD)
    ran = check("broken.yaml", "t.yaml", "nowhere.yaml", "g.yaml", "--format", "json")
    assert ran.status == 2
    assert found(ran.report) == [TOO_MUCH]
    assert statuses(ran) == [
        ("broken.yaml", 0, ["broken.yaml:2:3: tender has no field `tittle`; did you mean `title`?"]),
        ("BAD-1", 6, []),
        ("nowhere.yaml", 0, ["nowhere.yaml: does not exist; check the path, or the pattern that should have matched it"]),
        ("GOOD-1", 6, []),
    ]  # fmt: skip


NOTHING = dict.fromkeys(
    ("rules", "passed", "flagged", "review", "not-assessed", "not-applicable", "error", "waived", "baselined"), 0
)


def test_an_unread_case_has_every_count_and_names_what_was_read():
    broken = "tender: {tittle: x}"
    write(t_yaml=BAD, broken_yaml=broken, twice_yaml="tender: {id: OTHER}", torn_yaml="tender: [", empty_yaml="")
    write(case__tender_yaml=BAD, case__bids_yaml=broken, case__more_yaml="bids: []", case__torn_yaml="bids: [")
    put("latin.yaml", b"tender: \xe9")

    def inputs(*words):
        ran = check(*words, "--format", "json")
        assert ran.status == 2
        [case] = ran.report["cases"]
        assert (case["counts"], case["stage"]["name"], case["verdicts"]) == (NOTHING, "unknown", [])
        assert all(sha256(Path(one["file"]).read_bytes()).hexdigest() == one["sha256"] for one in case["inputs"])
        return [one["file"] for one in case["inputs"]]

    assert inputs("broken.yaml") == ["broken.yaml"]
    assert inputs("torn.yaml") == ["torn.yaml"]
    assert inputs("latin.yaml") == ["latin.yaml"]
    assert inputs("empty.yaml") == ["empty.yaml"]
    assert inputs("nowhere.yaml") == []
    assert inputs("t.yaml", "--with", "twice.yaml") == ["t.yaml", "twice.yaml"]
    assert inputs("t.yaml", "--with", "torn.yaml") == ["t.yaml", "torn.yaml"]
    assert inputs("t.yaml", "--with", "nowhere.yaml") == ["t.yaml"]
    assert sorted(inputs("case")) == ["case/bids.yaml", "case/more.yaml", "case/tender.yaml", "case/torn.yaml"]
    [case] = check("-", "--format", "json", stdin=broken.encode()).report["cases"]
    assert case["inputs"] == [{"file": "stdin.yaml", "sha256": sha256(broken.encode()).hexdigest()}]


def test_options_are_written_as_their_rule_file_has_them_and_lists_on_one_line():
    write(t_yaml=BAD)
    own_rules(maybe_a_brand=OWN["maybe-a-brand"].replace("[Optilink]", '[Optilink, "O\'Link; 2", 7]'))
    ran = fairaudit("check", "t.yaml", "--rules", "mine", "--select", "mine", "--format", "json")
    [case] = ran.report["cases"]
    assert [(one["rule"], one["name"], one["value"]) for one in case["options"]] == [
        ("mine/maybe-a-brand", "phrases", "Optilink; O'Link; 2; 7"),
        ("mine/too-much", "at_most", "2"),
    ]
    whole = fairaudit("check", "t.yaml", "--format", "json", "--no-config").report["cases"][0]["options"]
    assert len(whole) > 100
    assert [one for one in whole if one["value"][:1] in "[{" or "\n" in one["value"]] == []


def test_a_rule_in_error_makes_the_audit_incomplete(monkeypatch):
    from fairaudit.checks.base import CHECKS, Found, Nothing, Ref
    from fairaudit.procurement.model.common import Money

    def breaks(node, case, *, of: Ref[Money], to: Ref[Money], at_most: int) -> Found[Nothing]:
        yield 1 / 0

    monkeypatch.setitem(CHECKS, "breaks", breaks)
    write(t_yaml=BAD)
    rules = own_rules(too_much=TOO_MUCH_BROKEN)
    ran = fairaudit("check", "t.yaml", *rules, "--fail-on", "never", "--format", "json")
    assert ran.status == 2
    assert [
        (one["rule"], one["reason"]) for one in ran.report["cases"][0]["verdicts"] if one["outcome"] == "error"
    ] == [("too-much", "the check breaks failed: ZeroDivisionError: division by zero")]


TOO_MUCH_BROKEN = """id: too-much
title: t
family: qualification
stage: tender
severity: high
confidence: certain
basis: heuristic
given: tender.selection_criteria[kind=turnover]
check: breaks
with: {of: minimum, to: lot.value, at_most: 2}
message: m
why: w
fix: f
ask: a
sources: []
examples:
  flagged: [{case: {tender: {}}, finds: []}]
  passed: [{case: {tender: {}}}]
"""


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("--today", "yesterday"), "--today: should be a day such as 2026-03-30, found 'yesterday'"),
        (("--today", "2026-02-30"), "--today: should be a day such as 2026-03-30, found '2026-02-30'"),
        (("--law", "zzz"), f"--law: there is no pack `zzz`; the packs are {PACKS}, mine"),
        (
            ("--stage", "draft"),
            "--stage: should be one of template, tender, bidding, evaluation, award, market, found 'draft'",
        ),
        (("--for", "boss"), "--for: should be one of officer, bidder, auditor, found 'boss'"),
        (
            ("--fail-on", "grave"),
            "--fail-on: should be one of critical, high, medium, low, info, never, found 'grave'",
        ),
        (
            ("--format", "pdf"),
            "--format: should be one of text, markdown, html, json, sarif, github, ics, found 'pdf'",
        ),
        (("--color", "blue"), "--color: should be one of auto, always, never, found 'blue'"),
        (("--select", "too-mcuh"), "options: there is no rule, pack or family `too-mcuh`; did you mean `too-much`?"),
        (
            ("--ignore", "mine/too-muhc"),
            "options: there is no rule, pack or family `mine/too-muhc`; did you mean `mine/too-much`?",
        ),
        (("--ignore", "qqqq"), "options: there is no rule, pack or family `qqqq`; `fairaudit rules` lists them"),
        (("--rules", "nowhere"), "nowhere: is no rule file or folder; check the path given with --rules"),
        (("--rules", "mine"), "--rules: there are two packs named mine; rename the folder of one"),
        (("--config", "nowhere.yaml"), "--config: there is no file nowhere.yaml"),
        (("--baseline", "nowhere.json"), "nowhere.json: cannot be read: No such file or directory"),
        (
            ("-o", "audit.docx"),
            "audit.docx: has an ending that is no format; use one of .htm, .html, .ics, .json, .markdown, .md, .sarif, .txt",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_line_and_nothing_is_written(words, line):
    write(t_yaml=GOOD)
    ran = check("t.yaml", "-o", "audit.json", *words)
    assert (ran.status, ran.out, ran.errors) == (2, "", [f"error: {line}"])
    assert files() == ["t.yaml"]


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (("check",), "Error: Missing argument 'case'."),
        (("check", "t.yaml", "--nope"), "Error: No such option: --nope (Possible options: --ignore, --names, --whole)"),
        (("nope",), "Error: No such command 'nope'."),
        (("check", "t.yaml", "--today"), "Error: Option '--today' requires an argument."),
    ],
)
def test_a_slip_of_typing_ends_with_two(words, last):
    ran = fairaudit(*words)
    assert (ran.status, ran.out, ran.errors[-1]) == (2, "", last)


def test_standard_input_has_the_name_it_is_given():
    ran = check("-", "--stdin-filename", "from-a-pipe.yaml", "--format", "json", stdin=BAD.encode())
    assert found(ran.report) == [TOO_MUCH.replace("t.yaml", "from-a-pipe.yaml")]
    as_json = b'{"tender": {"value": {"amount": 2, "currency": "GBP"}, "selection_criteria": []}, "tender": {}}'
    assert statuses(check("-", "--stdin-filename", "a.json", "--format", "json", stdin=as_json)) == [
        ("a.json", 0, ["a.json:1:83: gives the key 'tender' twice; the first is on line 1: keep one"])
    ]
    assert statuses(check("-", "--format", "json", stdin=b"")) == [
        ("stdin.yaml", 0, ["stdin.yaml:1:1: is empty; `fairaudit schema case` says what a tender file can hold"])
    ]


def test_a_folder_with_a_tender_is_one_case_and_says_what_it_left_out():
    write(
        c__tender_yaml=BAD,
        c__bids_yaml="bids: [{id: B1}]\ncomplete: [bids]\n",
        c__notes_yaml="shopping: [milk]\n",
        c__fairaudit_yaml="rules: {too-much: off}\n",
    )
    put("c/letter.docx", b"PK")
    put("c/more/tender.yaml", GOOD)
    put("c/.hidden.yaml", GOOD)
    ran = check("c", "--format", "json")
    assert found(ran.report) == [
        "BAD-1 bid-without-time flagged c/bids.yaml:1 The receipt of this bid has no time.",
        TOO_MUCH.replace("t.yaml", "c/tender.yaml"),
    ]
    [case] = ran.report["cases"]
    assert case["not_read"] == ["c/letter.docx", "c/more/", "c/notes.yaml"]
    assert [one["file"] for one in case["inputs"]] == ["c/tender.yaml", "c/bids.yaml"]


def test_a_folder_without_a_tender_is_searched_and_every_file_is_a_case():
    write(all__a_yaml=BAD, all__b_yaml=GOOD, all__deep__c_yaml=GOOD.replace("GOOD-1", "C"), all__d__tender_yaml=BRAND)
    put("all/readme.txt", "nothing")
    ran = check("all", "--format", "json")
    assert [one["id"] for one in ran.report["cases"]] == ["BAD-1", "GOOD-1", "BRAND-1", "C"]
    assert ran.status == 1


def test_a_folder_without_cases_is_not_clean():
    put("none/readme.txt", "nothing")
    ran = check("none", "--format", "json")
    assert (ran.status, statuses(ran)) == (
        2,
        [("none", 0, ["none: holds no case: no YAML or JSON file anywhere below it"])],
    )


def test_a_folder_that_contains_itself_is_read_once():
    write(all__a_yaml=BAD)
    os.symlink(".", "all/again")
    ran = check("all", "--format", "json")
    assert found(ran.report) == [TOO_MUCH.replace("t.yaml", "all/a.yaml")]


def test_further_files_join_the_case():
    write(
        t_yaml=BAD.replace("  value: {amount: 2, currency: GBP}\n", ""),
        v_yaml="tender: {value: {amount: 2, currency: GBP}}",
    )
    assert found(check("t.yaml", "--format", "json").report) == []
    ran = check("t.yaml", "--with", "v.yaml", "--format", "json")
    assert found(ran.report) == ["BAD-1 too-much flagged t.yaml:5 £6 is 3 times £2."]
    assert statuses(check("t.yaml", "--with", "nowhere.yaml", "--format", "json")) == [
        ("t.yaml", 0, ["nowhere.yaml: cannot be read: No such file or directory"])
    ]
    write(other_yaml="tender: {id: OTHER}")
    assert statuses(check("t.yaml", "--with", "other.yaml", "--format", "json")) == [
        ("t.yaml", 0, ["other.yaml:1:14: tender.id: is given differently in t.yaml:2:7; keep the right one and delete the other"])
    ]  # fmt: skip


def test_yaml_and_json_of_one_tender_give_the_same_report_but_for_places():
    write(t_yaml=BAD)
    put(
        "t.json",
        '{"tender": {"id": "BAD-1", "title": "Window cleaning", "value": {"amount": 2, "currency": "GBP"},\n'
        '"selectionCriteria": [{"id": "S1", "kind": "turnover", "minimum": 6, "currency": "GBP"}]}}',
    )
    reports = [check(name, "--format", "json").report for name in ("t.yaml", "t.json")]
    assert [_without_places(one) for one in reports[:1]] == [_without_places(one) for one in reports[1:]]
    assert found(reports[1]) == ["BAD-1 too-much flagged t.json:2 £6 is 3 times £2."]


def _without_places(value):
    places = ("file", "line", "column", "end_line", "end_column", "excerpt", "inputs")
    if isinstance(value, dict):
        return {key: _without_places(one) for key, one in value.items() if key not in places}
    return [_without_places(one) for one in value] if isinstance(value, list) else value


def outcomes(*words):
    """Each of our rules and its outcome."""
    ran = fairaudit("check", "t.yaml", "--rules", "mine", "--today", TODAY, "--format", "json", *words)
    verdicts = ran.report["cases"][0]["verdicts"]
    return {one["rule"]: one["outcome"] for one in verdicts if one["pack"] == "mine"}


def test_rules_are_selected_and_ignored_by_name_pack_and_family():
    write(t_yaml=BAD)
    own_rules()
    every = {"bid-without-time": "not-applicable", "maybe-a-brand": "not-assessed", "too-much": "flagged"}
    assert outcomes() == every
    assert outcomes("--select", "mine") == every
    assert outcomes("--select", "too-much", "--select", "mine/maybe-a-brand") == {
        "maybe-a-brand": "not-assessed",
        "too-much": "flagged",
    }
    assert outcomes("--select", "qualification") == {"too-much": "flagged"}
    assert outcomes("--select", "mine", "--ignore", "too-much", "--ignore", "bids") == {"maybe-a-brand": "not-assessed"}
    assert outcomes("--select", "core") == {}


def test_the_stage_can_be_set():
    write(t_yaml="tender: {id: X, selection_criteria: [], specification: []}\nbids: []\n")
    own_rules()
    assert outcomes("--select", "bids") == {"bid-without-time": "not-applicable"}
    ran = check("t.yaml", "--stage", "evaluation", "--format", "json")
    stage = {"name": "evaluation", "because": "asked for with --stage", "records": ""}
    assert ran.report["cases"][0]["stage"] == stage
    write(t_yaml="tender: {id: X}\nbids: [{id: B1}]\ncomplete: [bids]\n")
    assert outcomes("--select", "bids") == {"bid-without-time": "flagged"}
    assert outcomes("--select", "bids", "--stage", "tender") == {"bid-without-time": "not-applicable"}
    # Whatever stage is asked for, records of bids are for nobody who reads the logs of CI.
    for format_ in ("sarif", "github"):
        refused = check("t.yaml", "--stage", "tender", "--format", format_)
        assert refused.status == 2
        assert "holds records of stage bidding" in refused.errors[0]


def test_a_rule_file_from_anywhere_is_a_pack_of_its_own():
    write(t_yaml=BAD)
    own_rules()
    ran = fairaudit("check", "t.yaml", "--rules", "mine/too-much.yaml", "--select", "local", "--format", "json")
    assert found(ran.report) == [TOO_MUCH]
    assert ran.report["cases"][0]["packs"] == ["local"]


@pytest.mark.parametrize(
    ("audience", "fix", "ask"), [("officer", True, False), ("bidder", False, True), ("auditor", True, True)]
)
def test_each_audience_reads_its_own_words(audience, fix, ask):
    write(t_yaml=BAD)
    for name in ("text", "markdown", "html", "github"):
        out = check("t.yaml", "--for", audience, "--format", name).out
        assert ("Ask for less." in out, "Please say why £6 is needed." in out) == (fix, ask), name


def test_what_an_earlier_report_found_does_not_fail_the_run_again():
    write(t_yaml=BAD)
    assert check("t.yaml", "-o", "before.json").status == 1
    again = check("t.yaml", "--baseline", "before.json", "--format", "json")
    assert (again.status, [one["baseline"] for one in findings(again)]) == (0, [True])
    twin = BAD + "    - {id: S1, kind: turnover, minimum: 6, currency: GBP}\n"
    write(t_yaml=twin.replace("id: S1, ", ""))
    assert check("t.yaml", "-o", "before.json").status == 1
    write(t_yaml=twin.replace("id: S1, ", "") + "    - {kind: turnover, minimum: 6, currency: GBP}\n")
    more = check("t.yaml", "--baseline", "before.json", "--format", "json")
    assert (more.status, [one["baseline"] for one in findings(more)]) == (1, [True, True, False])


def findings(ran):
    return [one for case in ran.report["cases"] for verdict in case["verdicts"] for one in verdict["findings"]]


def test_colours_stand_only_on_a_terminal_that_wants_them(monkeypatch):
    write(t_yaml=BAD)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" not in check("t.yaml").out
    assert "\x1b[" in check("t.yaml", "--color", "always").out
    assert "\x1b[" in check("t.yaml", tty=True).out
    assert "\x1b[" not in check("t.yaml", "--color", "never", tty=True).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in check("t.yaml", tty=True).out


def test_quiet_prints_nothing():
    write(t_yaml=BAD)
    ran = check("t.yaml", "-q", "-o", "audit.md")
    assert (ran.status, ran.out, ran.err) == (1, "", "")
    assert files() == ["audit.md", "t.yaml"]


LOCKED = """
tender:
  award_criteria:
    - {id: Q, weight: 60, scale: {minimum: 0, maximum: 10}}
    - {id: R, weight: 40, scale: {minimum: 0, maximum: 10}}
evaluation:
  locked: true
  consensus:
    - {bid: B1, criterion: Q, score: 8}
    - {bid: B1, criterion: R, score: 5}
    - {bid: B2, criterion: Q, score: 5}
    - {bid: B2, criterion: R, score: 9}
"""


@pytest.mark.parametrize("words", [(), ("--scenario",)])
def test_what_would_change_the_winner_is_told_only_where_it_is_asked_for(words):
    put("t.yaml", LOCKED)
    [case] = fairaudit("check", "t.yaml", "--today", TODAY, *words, "--format", "json").report["cases"]
    told = [one["said"] for one in case["measures"] if one["rule"] == "what-if/first-without-each-criterion"]
    assert told == [
        "For the contract, bidder A comes first. Without one criterion, the other weights standing in for the whole, another "
        "comes first, alone or level, in 1 of 2 cases: without Q (then bidder B, ahead by 40 points)."
    ] * len(words)
