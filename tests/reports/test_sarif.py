"""SARIF: whole, valid for a library that is not ours, and every index and reference right."""

import json
import re
from dataclasses import replace

import pytest
import sarif_pydantic
from hypothesis import example, given
from hypothesis import strategies as st

from fairaudit.engine.contract.report import (
    Audience,
    Excerpt,
    Input,
    Outcome,
    Related,
    RuleSaid,
    Severity,
    Stage,
    Unlooked,
    UsedOption,
    WaiverUsed,
)
from fairaudit.reports import wording
from fairaudit.reports.sarif import render
from tests.reports import golden
from tests.reports.sample import HOSTILE, finding, report, verdict

CASE = report().cases[0]


BASIS = "heuristic, no law; compare Invented Act 2020, s 1 (from 1 January 2024)"


def log(any_report):
    return json.loads(render(any_report))["runs"][0]


def of(*verdicts, **changes):
    """The log of a report with one case."""
    return log(report(cases=(replace(CASE, verdicts=verdicts, **changes),), exit_status=0))


def only(**changes):
    """The result of a report with one finding."""
    (result,) = of(verdict(findings=(finding(**changes),)))["results"]
    return result


def several():
    """Two cases with rules in common, repeated findings, hostile names, and everything that can go wrong."""
    files = finding(
        file="a b/té#%?:\\x.yaml", related=(Related("p", "tender.yaml", 2, HOSTILE), Related("q", "z.yaml", 0, "z"))
    )
    waiver = WaiverUsed("r", "Ada", "2026-12-31", "tender.yaml", 3, True)
    extra = (
        verdict(findings=(finding(), files, finding(waiver=waiver, baseline=True))),
        verdict(
            rule="another", pack="nhs-psr", findings=(finding(severity=Severity.LOW),), unassessed=(Unlooked("p", "q"),)
        ),
    )
    second = replace(
        CASE, id="EYE-2", verdicts=extra, inputs=(*CASE.inputs, Input("b.yaml", "")), faults=("b.yaml: is empty",)
    )
    return report(cases=(CASE, second))


def walk(value, path=()):
    if isinstance(value, dict):
        yield path, value
        for key, one in value.items():
            yield from walk(one, (*path, key))
    elif isinstance(value, list):
        for one in value:
            yield from walk(one, path)


def test_the_whole_log_is_as_before():
    golden.check("../golden_machine/report.sarif", render(report()))


def test_a_library_that_is_not_ours_reads_it_and_finds_nothing_it_does_not_know():
    read = sarif_pydantic.Sarif.model_validate_json(render(several()))
    assert (read.version, len(read.runs)) == ("2.1.0", 1)
    unknown = set()

    def extras(value):
        if isinstance(value, list):
            for one in value:
                extras(one)
        elif isinstance(value, sarif_pydantic.sarif.SarifBaseModel):
            unknown.update((type(value).__name__, key) for key in value.model_extra)
            for name in type(value).model_fields:
                extras(getattr(value, name))

    extras(read)
    # These stand in the standard (3.14.17, 3.20.21, 3.27.23, 3.29.5) and not in the library.
    assert unknown == {
        ("Run", "columnKind"),
        ("Invocation", "exitCode"),
        ("Invocation", "toolExecutionNotifications"),
        ("Result", "suppressions"),
    }  # fmt: skip
    for one in log(several())["invocations"][0]["toolExecutionNotifications"]:
        assert sarif_pydantic.sarif.Notification.model_validate(one).model_extra == {}
    for result in log(several())["results"]:
        for one in result["suppressions"]:
            assert sarif_pydantic.sarif.Suppression.model_validate(one).model_extra == {}


def test_every_index_points_to_what_it_names():
    run = log(several())
    driver = run["tool"]["driver"]
    rules = [rule["id"] for rule in driver["rules"]]
    notices = [one["id"] for one in driver["notifications"]]
    assert len(run["results"]) == 6
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    for one in run["invocations"][0]["toolExecutionNotifications"]:
        assert notices[one["descriptor"]["index"]] == one["descriptor"]["id"]
        if "associatedRule" in one:
            assert rules[one["associatedRule"]["index"]] == one["associatedRule"]["id"]
    files = [one["location"]["uri"] for one in run["artifacts"]]
    pointing = [one for _, one in walk(run) if "uri" in one and "index" in one]
    assert pointing
    assert all(files[one["index"]] == one["uri"] for one in pointing)
    named = [one for _, one in walk(run["results"]) if one.get("uri") in files]
    assert all("index" in one for one in named)


def test_every_rule_in_force_is_declared_once():
    ids = [rule["id"] for rule in log(several())["tool"]["driver"]["rules"]]
    assert ids == [
        "core/broken",
        "core/score-off-scale",
        "core/turnover-over-twice-the-contract",
        "core/vague",
        "core/weights-add-up",
        "core/window-too-short",
        "nhs-psr/another",
    ]


def test_only_findings_are_results():
    assert [(one["ruleId"], one["kind"], one["level"]) for one in log(report())["results"]] == [
        ("core/turnover-over-twice-the-contract", "fail", "error"),
        ("core/vague", "review", "none"),
    ]


@pytest.mark.parametrize(
    ("severity", "level"),
    [("critical", "error"), ("high", "error"), ("medium", "warning"), ("low", "note"), ("info", "note")],
)
def test_the_level_follows_the_severity_and_a_review_has_none(severity, level):
    flagged = only(severity=Severity(severity), outcome=Outcome.FLAGGED, message="m")
    assert (flagged["kind"], flagged["level"], flagged["message"]) == ("fail", level, {"text": "m"})
    review = only(severity=Severity(severity), outcome=Outcome.REVIEW, message="m")
    assert (review["kind"], review["level"]) == ("review", "none")
    assert review["message"] == {"text": "A person must look: m"}
    declared = of(verdict(severity=Severity(severity)))["tool"]["driver"]["rules"][0]
    assert declared["defaultConfiguration"] == {"level": level}


def test_the_rule_says_why_and_what_to_do_also_where_another_case_found_it():
    silent = verdict(findings=(), outcome=Outcome.PASSED)
    run = log(report(cases=(replace(CASE, verdicts=(silent,)), replace(CASE, id="2", verdicts=(verdict(),)))))
    (rule,) = run["tool"]["driver"]["rules"]
    why, fix = finding().why, finding().fix
    assert rule["fullDescription"]["text"] == why
    assert rule["help"]["text"] == (f"Why it matters: {why}\nWhat to mend: {fix}\nBasis: {BASIS}")
    assert rule["help"]["markdown"] == (f"**Why it matters:** {why}\n\n**What to mend:** {fix}\n\n**Basis:** {BASIS}")


def test_a_rule_that_found_nothing_says_the_numbers_it_was_judged_with():
    silent = verdict(findings=(), outcome=Outcome.PASSED)
    options = (
        UsedOption(silent.name, "at_most", "1", "core"), UsedOption("core/another", "at_most", "9", "core"),
        UsedOption(silent.name, "words", "a; b", "core"),
    )  # fmt: skip
    said = RuleSaid(silent.name, "Few have {of}.", "Ask for at most {at_most} years, never {words}.", "Why {in_days}?")
    run = log(report(cases=(replace(CASE, verdicts=(silent,), options=options),), rules=(said,)))
    assert run["tool"]["driver"]["rules"][0]["help"]["text"] == (
        "Why it matters: Few have [of].\nWhat to mend: Ask for at most 1 year, never a; b.\n"
        "Basis: heuristic: no published source"
    )


def test_help_speaks_to_the_audience():
    run = log(report(audience=Audience.BIDDER, cases=(replace(CASE, verdicts=(verdict(),)),)))
    assert f"What to ask: {finding().ask}" in run["tool"]["driver"]["rules"][0]["help"]["text"]
    assert finding().fix not in run["tool"]["driver"]["rules"][0]["help"]["text"]


def test_a_fingerprint_that_occurs_again_is_numbered_over_all_cases():
    prints = [one["partialFingerprints"] for one in log(several())["results"]]
    a, b = "a" * 64, "b" * 64
    assert [one["fairaudit/v1"] for one in prints] == [a, b, f"{a}:2", f"{a}:3", f"{a}:4", f"{a}:5"]
    assert {tuple(one) for one in prints} == {("fairaudit/v1",)}


WAIVER = WaiverUsed("r", "Ada", "2026-12-31", "fairaudit.yaml", 3, True)
BASELINE = {"kind": "external", "status": "accepted", "justification": "Accepted in the baseline."}


def place(file, line):
    known = {"index": 0} if file == "tender.yaml" else {}
    where = {"artifactLocation": {"uri": file, "uriBaseId": "%SRCROOT%", **known}, "region": {"startLine": line}}
    return {"physicalLocation": where}


def accepted(kind, words, file="fairaudit.yaml"):
    return {"kind": kind, "status": "accepted", "justification": words, "location": place(file, 3)}


@pytest.mark.parametrize(
    ("changes", "suppressions"),
    [
        ({}, []),
        ({"waiver": WAIVER}, [accepted("external", "Accepted by Ada until 2026-12-31: r")]),
        ({"waiver": replace(WAIVER, by=None, until=None)}, [accepted("external", "Accepted: r")]),
        (
            {"waiver": replace(WAIVER, file="tender.yaml")},
            [accepted("inSource", "Accepted by Ada until 2026-12-31: r", "tender.yaml")],
        ),
        ({"waiver": replace(WAIVER, settles=False)}, []),
        ({"baseline": True}, [BASELINE]),
        ({"baseline": True, "waiver": replace(WAIVER, settles=False)}, [BASELINE]),
        ({"baseline": True, "waiver": WAIVER}, [accepted("external", "Accepted by Ada until 2026-12-31: r"), BASELINE]),
    ],
)
def test_what_was_accepted_is_suppressed_with_its_reason(changes, suppressions):
    result = only(message="m", **changes)
    assert result["suppressions"] == suppressions
    assert (result["kind"], result["level"]) == ("fail", "error")
    assert ("(accepted " in result["message"]["text"]) is bool(changes)


def test_an_acceptance_that_settles_nothing_is_still_shown():
    result = only(message="m", waiver=replace(WAIVER, settles=False))
    assert result["message"]["text"] == "m (accepted by Ada until 2026-12-31, which settles nothing here: r)"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("tender.yaml", "tender.yaml"),
        ("a b/té.yaml", "a%20b/t%C3%A9.yaml"),
        ("a%20b.yaml", "a%2520b.yaml"),
        ("c:x#y?z.yaml", "c%3Ax%23y%3Fz.yaml"),
        ("<b>\n\\.yaml", "%3Cb%3E%0A%5C.yaml"),
        ("n\udcff.yaml", "n%ED%B3%BF.yaml"),
    ],
)
def test_addresses_are_relative_and_encoded(file, uri):
    where = only(file=file)["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where["uri"] == uri
    assert where["uriBaseId"] == "%SRCROOT%"


@pytest.mark.parametrize(
    ("changes", "region"),
    [
        ({}, {"startLine": 17, "startColumn": 32, "endLine": 17, "endColumn": 39}),
        ({"end_line": 18, "end_column": 1}, {"startLine": 17, "startColumn": 32, "endLine": 18, "endColumn": 1}),
        ({"column": 0, "end_column": 0}, {"startLine": 17}),
        ({"line": 0, "column": 0, "end_line": 0, "end_column": 0}, None),
    ],
)
def test_the_region_is_the_span_in_code_points(changes, region):
    where = only(**changes)["locations"][0]["physicalLocation"]
    assert where.get("region") == region
    shown = {"startLine": 17, "snippet": {"text": finding().excerpt.text}}
    assert where.get("contextRegion") == (shown if changes == {} else None)
    assert of(verdict())["columnKind"] == "unicodeCodePoints"


def test_an_excerpt_of_another_line_is_no_context():
    assert "contextRegion" not in only(excerpt=Excerpt("x", 3, ()))["locations"][0]["physicalLocation"]


def test_a_finding_without_a_file_names_the_file_of_its_case():
    (where,) = only(file="", line=0, path="buyers[X]")["locations"]
    assert where == {
        "physicalLocation": {"artifactLocation": {"uri": "tender.yaml", "uriBaseId": "%SRCROOT%", "index": 0}},
        "logicalLocations": [{"fullyQualifiedName": "buyers[X]"}],
    }
    (result,) = of(verdict(findings=(finding(file="", path="buyers[X]"),)), inputs=())["results"]
    assert result["locations"] == [{"logicalLocations": [{"fullyQualifiedName": "buyers[X]"}]}]


def test_related_places_are_numbered_and_labelled():
    result = only(related=(Related("a", "tender.yaml", 2, "first"), Related("b", "z.yaml", 0, "second")))
    assert [(one["id"], one["message"]["text"]) for one in result["relatedLocations"]] == [(1, "first"), (2, "second")]
    assert result["relatedLocations"][1] == {
        "physicalLocation": {"artifactLocation": {"uri": "z.yaml", "uriBaseId": "%SRCROOT%"}},
        "logicalLocations": [{"fullyQualifiedName": "b"}],
        "id": 2,
        "message": {"text": "second"},
    }


def test_inputs_are_artifacts_with_their_hashes():
    entry = {"uriBaseId": "%SRCROOT%"}
    assert log(several())["artifacts"] == [
        {
            "location": {"uri": "tender.yaml", **entry},
            "roles": ["analysisTarget"],
            "hashes": {"sha-256": CASE.inputs[0].sha256},
        },
        {"location": {"uri": "b.yaml", **entry}, "roles": ["analysisTarget"]},
    ]


def notices(run):
    return [
        (one["descriptor"]["id"], one["level"], one["message"]["text"])
        for one in run["invocations"][0]["toolExecutionNotifications"]
    ]


def test_what_went_wrong_or_was_not_looked_at_is_notified():
    help_ = "to have it judged, give tender.published"
    assert notices(log(report())) == [
        ("rule-broke", "error", "EYE-1: core/broken broke: ValueError: boom"),
        (
            "value-not-understood",
            "warning",
            "EYE-1: tender.value.amount: should be a number; treated as absent unless said to be read: "
            + HOSTILE.replace("](", "\\]("),
        ),
        ("file-not-read", "note", "EYE-1: notes.docx was not read"),
        ("lawful", "note", "EYE-1: core/weights-add-up: tender.award_criteria[0]: allowed: a reason is recorded"),
        ("not-assessed", "note", f"Not assessed: data missing; {help_}. 1 rule: core/window-too-short"),
        ("not-assessed", "note", f"Not assessed: published is not given; {help_}. 1 rule: core/window-too-short"),
    ]


def silent(rule, *places):
    return verdict(rule=rule, outcome=Outcome.NOT_ASSESSED, findings=(), reason=places[0].reason, unassessed=places)


def test_a_reason_is_said_once_for_all_rules_places_and_cases():
    aims = Unlooked("tender.aims", "tender.aims is not given", ("tender.aims",))
    lots = [Unlooked(f"tender.lots[{n}]", "the value is not given", ("tender.value.amount",)) for n in (0, 1)]
    bids = Unlooked("bids", "completeness of bids", ("completeness of bids",))
    cases = [
        replace(CASE, id="A", verdicts=(silent("x", aims), silent("y", *lots)), unreadable=(), not_read=()),
        replace(CASE, id="B", verdicts=(silent("x", aims), silent("z", aims, bids)), unreadable=(), not_read=()),
        replace(CASE, id="C", verdicts=(verdict(findings=()),), unreadable=(), not_read=()),
    ]
    run = log(report(cases=tuple(cases)))
    name = "name bids under `complete` (if that is all there is)"
    assert notices(run) == [
        ("not-assessed", "note", "Not assessed in 2 of 3 cases: tender.aims is not given. 2 rules: core/x, core/z"),
        (
            "not-assessed",
            "note",
            "Not assessed in 1 of 3 cases: the value is not given; to have it judged, give tender.value.amount. 1 rule: core/y",
        ),
        ("not-assessed", "note", f"Not assessed in 1 of 3 cases: to have it judged, {name}. 1 rule: core/z"),
    ]
    told = run["invocations"][0]["toolExecutionNotifications"]
    assert [one["properties"]["cases"] for one in told] == [["A", "B"], ["A"], ["B"]]
    assert ["associatedRule" in one for one in told] == [False, True, True]
    assert [one["outcomes"] for one in run["properties"]["cases"]][1] == {
        "core/x": "not-assessed",
        "core/z": "not-assessed",
    }
    assert run["properties"]["cases"][0]["reasons"] == {}


@pytest.mark.parametrize(
    ("changes", "status", "done"),
    [
        ({"verdicts": (verdict(),)}, 1, True),
        ({"verdicts": (verdict(),)}, 2, False),
        ({"verdicts": (verdict(), verdict(rule="b", outcome=Outcome.ERROR, findings=()))}, 0, False),
        ({"verdicts": (), "faults": ("tender.yaml:1:1: is torn",)}, 0, False),
        ({"verdicts": (verdict(outcome=Outcome.NOT_ASSESSED, findings=()),)}, 0, True),
    ],
)
def test_a_run_that_broke_never_looks_clean(changes, status, done):
    run = log(report(cases=(replace(CASE, **changes),), exit_status=status))
    (invocation,) = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (done, status)


def test_a_rule_that_found_something_still_says_where_it_could_not_look():
    partly = verdict(unassessed=(Unlooked("tender.lots[1]", "no value"),))
    assert notices(of(partly, unreadable=(), not_read=())) == [
        ("not-assessed", "note", f"Not assessed: no value. 1 rule: {partly.name}")
    ]


def test_an_unread_case_says_why():
    assert notices(of(faults=("a.yaml:3:1: is torn",), unreadable=(), not_read=())) == [
        ("case-not-read", "error", "EYE-1: is torn")
    ]
    unread = report(cases=(replace(report().cases[0], faults=("a.yaml:3:1: is torn",)),))
    [place] = log(unread)["invocations"][0]["toolExecutionNotifications"][0]["locations"]
    physical = place["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "a.yaml"
    assert physical["region"] == {"startLine": 3, "startColumn": 1}


def test_the_run_says_how_much_was_assessed_and_that_it_is_no_certificate():
    properties = log(report())["properties"]
    passed = "passed: nothing found by this rule in what was given"
    assert properties["disclaimers"] == [*wording.head(report()), passed]
    assert properties["disclaimers"][0].startswith("3 of 6 rules in force were assessed")
    assert properties["disclaimers"][1].startswith(
        "Not in force and not among these: 2 rules turned off in fairaudit.yaml ("
    )
    given = "Given another severity than their own: 1 rule by fairaudit.yaml (core/too-much: medium, its own is high)."
    assert properties["disclaimers"][2] == given
    assert " no certificate " in properties["disclaimers"][3]
    severities = [{"rule": "core/too-much", "own": "high", "severity": "medium", "setBy": "fairaudit.yaml"}]
    assert properties["cases"][0]["severities"] == severities
    assert properties["cases"][0]["outcomes"] == {one.name: one.outcome for one in CASE.verdicts}
    assert properties["cases"][0]["counts"] == CASE.counts


def test_rules_that_are_not_in_force_are_named_and_not_declared():
    run = log(report())
    off = run["properties"]["cases"][0]["notInForce"]
    assert off == [
        {"rule": "core/many-references", "whyNot": "turned off in fairaudit.yaml"},
        {"rule": "core/vague-words", "whyNot": "turned off in fairaudit.yaml"},
        {"rule": "uk-pa2023/window-too-short", "whyNot": "ignored"},
        {"rule": "core/standstill", "whyNot": "replaced by uk-pa2023/standstill"},
        {"rule": "core/weights", "whyNot": "replaced by uk-pa2023/weights"},
    ]
    assert not {one["rule"] for one in off} & {rule["id"] for rule in run["tool"]["driver"]["rules"]}


def test_no_case_no_result_no_error():
    run = log(report(cases=(), exit_status=0))
    assert (run["results"], run["artifacts"], run["tool"]["driver"]["rules"]) == ([], [], [])


def test_stage_and_options_are_kept():
    properties = of(verdict(), stage=Stage("template", "b"))["properties"]
    (case,) = properties["cases"]
    assert (case["stage"], case["stageBecause"]) == ("template", "b")
    rule = "turnover-over-twice-the-contract"
    options = [{"rule": rule, "name": "at_most", "value": "2", "from": "fairaudit.yaml"}]
    assert (properties["optionSets"], case["optionSet"]) == ([options], 0)
    other = replace(CASE, options=())
    properties = log(report(cases=(CASE, other, CASE)))["properties"]
    assert properties["optionSets"] == [options, []]
    assert [one["optionSet"] for one in properties["cases"]] == [0, 1, 0]


LINK = re.compile(r"\[(?:[^\\\[\]]|\\[\\\[\]])*\]\([^)]*\)")
"""An embedded link in plain text, as the grammar of the standard (3.11.6) has it."""


@given(st.text(alphabet="[](){}\\0a "))
@example("[b](javascript:c)")
@example("[b\\](c)")
@example("[b\\\\](c)")
@example("{0}")
@example("{{0}}")
@example("{{supplier}}")
def test_no_message_becomes_a_link_or_asks_for_an_argument(text):
    shown = only(message=text, path="p")["message"]["text"]
    assert not LINK.search(shown)
    if re.search(r"\{\d+\}", text):
        shown = shown.format()
    assert shown.replace("\\", "") == text.replace("\\", "")


def test_ordinary_brackets_and_braces_stay():
    text = "Fill in {{supplier}} at tender.lots[0] (lot 1)"
    assert only(message=text)["message"]["text"] == text


def test_help_shows_markup_as_text():
    run = of(verdict(title="t", findings=(finding(why=HOSTILE + " www.x.org http://x @a", fix="", sources=()),)))
    assert run["tool"]["driver"]["rules"][0]["help"]["markdown"] == (
        r"**Why it matters:** \<script\>alert("
        r'"x")\</script\> \| \`a\` \[b\](javascript:c) \*d\* \_e\_ # f www\.x.org http\://x \@a'
        "\n\n**Basis:** heuristic: no published source"
    )


def test_nothing_absolute_and_no_time_of_day_stands_in_the_log():
    text = render(several())
    assert "file://" not in text
    assert "Utc" not in text
    assert not [one for _, one in walk(log(several())) if one.get("uri", "x").startswith("/")]
