"""`explain`, `rules`, `test`, `schema`, `report` and the help of each."""

import json
from dataclasses import fields

import pytest

import fairaudit as package
from fairaudit.engine.contract.report import Report
from fairaudit.sources.shipped import shipped_rules
from tests.cli.running import BAD, PACKS, TOO_MUCH, check, fairaudit, found, own_rules, put, write

EXAMPLES = shipped_rules().parent / "examples"

COMMANDS = ("check", "dates", "explain", "rules", "test", "schema", "report")


@pytest.mark.parametrize("ask", ["--help", "-h"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command, ask):
    ran = fairaudit(command, ask)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: fairaudit {command} [OPTIONS]")
    described = [line for line in ran.out.splitlines() if line.strip()]
    assert len(described) > 4
    assert "Traceback" not in ran.out


def test_the_help_of_the_whole_lists_every_command():
    ran = fairaudit("--help")
    listed = ran.out.split("Commands:\n")[1]
    assert [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "] == list(
        COMMANDS
    )
    assert fairaudit().status == 2


def test_every_option_of_check_is_described():
    out = fairaudit("check", "--help").out
    options = [line.strip() for line in out.splitlines() if line.strip().startswith("-")]
    names = {word for line in options for word in line.replace(",", " ").split() if word.startswith("--")}
    assert names >= {
        "--output", "--with", "--law", "--rules", "--select", "--ignore", "--for", "--stage", "--fail-on", "--strict",
        "--baseline", "--format", "--today", "--redact", "--stdin-filename", "--color", "--quiet", "--config",
        "--no-config", "--allow-ci-evaluation", "--help", "--scenario", "--names", "--figures",
    }  # fmt: skip


def test_the_version_is_the_packages():
    assert fairaudit("--version").out == f"fairaudit {package.__version__}\n"


EXPLAINED = """# mine/too-much

Turnover asked for is too much.

- family: qualification; judged from stage tender on
- severity: high, how far the field tilts if the finding is true
- confidence: certain, how sure the measurement is at best
- basis: heuristic: no published source sets this; it marks what is worth a look

## Why it matters

Few have such a turnover.

## What to write instead

Ask for less.

## What a bidder can ask

Please say why {of} is needed.
"""


def test_explain_shows_one_rules_page():
    own_rules()
    for name in ("too-much", "mine/too-much"):
        ran = fairaudit("explain", name, "--rules", "mine")
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.startswith(EXPLAINED)
        assert "tender.selection_criteria[0].minimum: £6 is 3 times £2." in ran.out


def test_explain_knows_the_rules_about_waivers():
    ran = fairaudit("explain", "waiver-expired")
    assert ran.status == 0
    assert ran.out.startswith("# fairaudit/waiver-expired\n")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("too-muhc", "explain: there is no rule `too-muhc`; did you mean `too-much`?"),
        ("qqqq", "explain: there is no rule `qqqq`; `fairaudit rules` lists them"),
    ],
)
def test_explain_suggests_what_was_meant(name, line):
    own_rules()
    ran = fairaudit("explain", name, "--rules", "mine")
    assert (ran.status, ran.out, ran.errors) == (2, "", [f"error: {line}"])


def test_every_shipped_rule_can_be_explained():
    """One of each pack here; every page there is stands in docs/rules, which is held to the rules elsewhere."""
    listed = fairaudit("rules", "--format", "json", "--no-config").report["rules"]
    names = {one["pack"]: f"{one['pack']}/{one['id']}" for one in listed}
    for name in names.values():
        ran = fairaudit("explain", name)
        assert (ran.status, ran.out.splitlines()[0]) == (0, f"# {name}")


def test_rules_are_listed_with_the_reason_where_one_is_not_in_force():
    own_rules()
    words = ("--rules", "mine", "--select", "mine", "--ignore", "bids")
    listed = fairaudit("rules", *words, "--format", "json").report
    assert list(listed) == ["rules"]
    assert [one for one in listed["rules"] if one["pack"] == "mine"] == [
        {
            "id": "bid-without-time", "pack": "mine", "family": "bids", "title": "A bid has no time of receipt",
            "stage": "bidding", "severity": "low", "confidence": "certain", "basis": "heuristic", "check": "present",
            "file": "mine/bid-without-time.yaml", "enabled": False, "why_not": "ignored", "gives_way_to": None,
        },
        {
            "id": "maybe-a-brand", "pack": "mine", "family": "specification", "title": "A clause may name a brand",
            "stage": "tender", "severity": "high", "confidence": "possible", "basis": "heuristic", "check": "mentions",
            "file": "mine/maybe-a-brand.yaml", "enabled": True, "why_not": None, "gives_way_to": None,
        },
        {
            "id": "too-much", "pack": "mine", "family": "qualification", "title": "Turnover asked for is too much",
            "stage": "tender", "severity": "high", "confidence": "certain", "basis": "heuristic",
            "check": "ratio-at-most", "file": "mine/too-much.yaml", "enabled": True, "why_not": None, "gives_way_to": None,
        },
    ]  # fmt: skip
    assert {one["why_not"] for one in listed["rules"] if one["pack"] == "core"} == {"not selected", "ignored"}
    text = fairaudit("rules", *words).out.splitlines()
    [off] = [line.split() for line in text if "mine/bid-without-time" in line]
    assert " ".join(off) == "mine/bid-without-time low heuristic A bid has no time of receipt (not in force: ignored)"
    assert (
        text[-1]
        == f"5 rules in force, {len(listed['rules']) - 5} not. `fairaudit explain RULE` says what one is about."
    )


@pytest.mark.parametrize("law", [None, "uk-pa2023", "nhs-psr"])
def test_the_list_counts_the_rules_that_a_report_counts(law):
    words = ("--law", law) if law else ()
    listed = fairaudit("rules", "--format", "json", "--no-config", *words).report["rules"]
    case = EXAMPLES / (f"{law}.yaml" if law else "eye-clinic")
    [report] = fairaudit("check", case, "--no-config", "--format", "json", "--fail-on", "never").report["cases"]
    judged = {f"{one['pack']}/{one['rule']}" for one in report["verdicts"]}
    replaced = {one["rule"] for one in report["not_in_force"]}
    on = {f"{one['pack']}/{one['id']}": one["gives_way_to"] for one in listed if one["enabled"]}
    # What is asked of a case with an evaluation alone is listed as that, and in force where there is one.
    occasional = {name for name in judged if name.startswith("evaluation/")}
    assert (judged | replaced) - occasional == set(on)
    assert {why for one in listed if one["pack"] == "evaluation" for why in [one["why_not"]]} == {
        "only for cases with an evaluation"
    }
    assert bool(occasional) is ("evaluation" in report["packs"])
    assert replaced <= {name for name, instead in on.items() if instead}
    text = fairaudit("rules", "--no-config", *words).out.splitlines()[-1]
    assert text.startswith(f"{len(on)} rules in force")
    assert ("give way to a law's rule" in text) is bool(law)


def test_a_pack_of_law_is_listed_as_in_force_only_where_it_applies():
    own_rules()
    put("mine/pack.yaml", "title: Law of an invented country\napplies: law\n")
    for words, why_not in (
        ((), "only for tenders under mine: name it in tender.law or with --law"),
        (("--law", "mine"), None),
    ):
        listed = fairaudit("rules", "--rules", "mine", "--format", "json", *words).report["rules"]
        assert {one["why_not"] for one in listed if one["pack"] == "mine"} == {why_not}


def test_a_pack_of_law_judges_only_tenders_under_it():
    own_rules()
    put("mine/pack.yaml", "title: Law of an invented country\napplies: law\n")
    write(t_yaml=BAD, under_yaml=BAD.replace("title:", "law: [mine]\n  title:"))
    words = ("--rules", "mine", "--select", "mine", "--format", "json")
    assert fairaudit("check", "t.yaml", *words).status == 0
    assert fairaudit("check", "t.yaml", *words, "--law", "mine").status == 1
    assert fairaudit("check", "under.yaml", *words).status == 1


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("rules", "--format", "xml"), "--format: should be one of text, json, found 'xml'"),
        (("rules", "--select", "zzzz"), "options: there is no rule, pack or family `zzzz`; `fairaudit rules` lists them"),
        (("schema", "reprot"), "schema: should be one of case, rule, report, found 'reprot'"),
        (("test", "nowhere"), "test: there is no rule, file or folder `nowhere`"),
        (("test", "x" * 300), "test: there is no rule, file or folder `" + "x" * 300 + "`"),
        (("report", "nowhere.json"), "nowhere.json: cannot be read: No such file or directory"),
        (("report", "."), ".: cannot be read: it is a folder, a device or a pipe, not a file"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_line(words, line):
    ran = fairaudit(*words)
    assert (ran.status, ran.out, ran.errors) == (2, "", [f"error: {line}"])


def test_the_examples_of_rules_are_run():
    own_rules()
    ran = fairaudit("test", "mine")
    assert (ran.status, ran.out) == (0, "3 rules, 6 examples: 6 hold, 0 do not\n")
    assert fairaudit("test", "mine/too-much.yaml").out == "1 rule, 2 examples: 2 hold, 0 do not\n"


def test_an_example_that_does_not_hold_shows_both_sides():
    put("mine/too-much.yaml", TOO_MUCH.replace("£6 is 3 times £2.", "£6 is 4 times £2."))
    ran = fairaudit("test", "mine")
    assert ran.status == 1
    assert ran.out == (
        "mine/too-much.yaml:19: the example of mine/too-much that should be flagged does not hold\n"
        "  claimed: flagged\n"
        "  claimed: tender.selection_criteria[0].minimum: £6 is 4 times £2.\n"
        "  said:    flagged\n"
        "  said:    tender.selection_criteria[0].minimum: £6 is 3 times £2.\n"
        "1 rule, 2 examples: 1 holds, 1 does not\n"
    )


@pytest.mark.usefixtures("examples_run_once")
def test_the_examples_of_every_shipped_rule_hold():
    ran = fairaudit("test")
    assert (ran.status, ran.out.splitlines()[-1].endswith(", 0 do not")) == (0, True)
    assert fairaudit("test", *PACKS.split(", ")).out == ran.out


def test_a_folder_of_packs_runs_every_pack_in_it():
    own_rules()
    put("house/one/too-much.yaml", TOO_MUCH)
    put("house/two/pack.yaml", "title: Law of an invented country\napplies: law\n")
    put("house/two/too-little.yaml", TOO_MUCH.replace("id: too-much", "id: too-little"))
    put("house/two/tables/a.csv", "no,rule\n")
    put("house/notes/read.me", "no rule")
    put("house/.git/x.yaml", "no: rule\n")
    assert fairaudit("test", "house").out == "2 rules, 4 examples: 4 hold, 0 do not\n"
    assert fairaudit("test", "house", "mine").out == "5 rules, 10 examples: 10 hold, 0 do not\n"
    write(t_yaml=BAD)
    words = ("check", "t.yaml", "--rules", "house", "--select", "one", "--select", "two", "--format", "json")
    assert found(fairaudit(*words, "--law", "two").report) == [
        "BAD-1 too-much flagged t.yaml:6 £6 is 3 times £2.",
        "BAD-1 too-little flagged t.yaml:6 £6 is 3 times £2.",
    ]


def test_a_file_of_a_pack_of_law_is_a_rule_of_that_law():
    file = shipped_rules() / "uk-pa2023" / "product-named-without-equal-footing.yaml"
    ran = fairaudit("test", file)
    assert (ran.status, ran.out) == (0, "1 rule, 5 examples: 5 hold, 0 do not\n")


@pytest.mark.usefixtures("examples_run_once")
def test_the_shipped_packs_are_a_folder_of_packs():
    assert fairaudit("test", shipped_rules()).out == fairaudit("test").out


@pytest.mark.parametrize("words", [("test", "empty"), ("check", "t.yaml", "--rules", "empty", "--no-config")])
def test_a_folder_without_rules_is_said_and_never_silent(words):
    put("empty/deep/read.me", "no rule")
    write(t_yaml=BAD)
    ran = fairaudit(*words)
    assert (ran.status, ran.out, ran.errors) == (
        2,
        "",
        ["error: empty: holds no rule file, and no folder in it is a pack of rules"],
    )


@pytest.mark.parametrize("what", ["case", "rule", "report"])
def test_the_schema_is_json_schema(what):
    ran = fairaudit("schema", what)
    schema = json.loads(ran.out)
    assert (ran.status, schema["$schema"], schema["type"]) == (
        0,
        "https://json-schema.org/draft/2020-12/schema",
        "object",
    )
    if what == "case":
        assert fairaudit("schema").out == ran.out
        assert {"tender", "parties", "people", "bids", "evaluation", "awards", "complete"} <= set(schema["properties"])
    elif what == "rule":
        assert {"id", "given", "check", "with", "examples"} <= set(schema["properties"])
    else:
        assert list(schema["properties"]) == [one.name for one in fields(Report)]
        assert schema["properties"]["version"] == {"const": 1}
        assert fairaudit("schema", "report").out == ran.out


def test_a_report_is_shown_again_without_auditing():
    write(t_yaml=BAD)
    first = check("t.yaml", "-o", "audit.json")
    write(t_yaml="tender: [")
    ran = fairaudit("report", "audit.json")
    assert (ran.status, ran.out, ran.err) == (0, first.out, "")


def test_quiet_is_taken_for_a_report_too_and_changes_nothing():
    write(t_yaml=BAD)
    check("t.yaml", "-o", "audit.json")
    shown = fairaudit("report", "audit.json")
    for words in (("-q",), ("-q", "-o", "audit.md"), ("-o", "audit.md")):
        ran = fairaudit("report", "audit.json", *words)
        assert (ran.status, ran.out, ran.err) == (0, "" if "-o" in words else shown.out, "")


@pytest.mark.parametrize("text", ["tender: {id: T}\nbids: []\n", "# a case\nconflictsAssessment: {}\n"])
def test_a_case_among_rules_is_said_to_be_one_in_one_line(text):
    put("rules/bid.yaml", text)
    line = text.count("#") + 1
    ran = fairaudit("test", "rules")
    told = f"error: rules/bid.yaml:{line}:1: is a case, no rule: `fairaudit check rules/bid.yaml` audits it"
    assert (ran.status, ran.out, ran.errors) == (2, "", [told])


def test_a_rule_with_a_field_of_a_case_is_read_as_a_rule():
    put("rules/bid.yaml", "id: bid\ntender: {id: T}\n")
    errors = fairaudit("test", "rules").errors
    assert "error: rules/bid.yaml:2:1: a rule has no field `tender`" in errors
    assert len(errors) > 10


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "r.json:1:1: is empty; `fairaudit schema case` says what a tender file can hold"),
        ("{}", "r.json:1:1: is no report of fairaudit, it has no version; write it with `fairaudit check CASE -o AUDIT.json`"),
        (b"\xff", "r.json:1:1: is not UTF-8 text from here on; save the file as UTF-8"),
        (
            '{"version": 2}',
            "r.json:1:13: is a report of version 2; this fairaudit reads version 1: use the fairaudit that wrote it",
        ),
    ],
)  # fmt: skip
def test_what_is_no_report_is_refused_by_name(text, line):
    put("r.json", text)
    write(t_yaml=BAD)
    for words in (
        ("report", "r.json", "-o", "out.html"),
        ("check", "t.yaml", "--baseline", "r.json", "-o", "out.html"),
    ):
        ran = fairaudit(*words)
        assert (ran.status, ran.out, ran.errors) == (2, "", [f"error: {line}"])
