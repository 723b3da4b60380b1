"""The JSON contract: every key in its order, and the same report back."""

import json
import subprocess
import sys
from dataclasses import MISSING, fields, replace
from typing import get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairaudit.engine.contract.piece import Piece
from fairaudit.engine.contract.report import CaseReport, Finding, Report, Verdict
from fairaudit.reports import formats
from fairaudit.reports.formats import FORMATS, pieces
from fairaudit.reports.json import Parts, read, render, streamed
from fairaudit.reports.schema import report_schema
from fairaudit.sources.document import FairauditError, Fault
from tests.reports import golden
from tests.reports.sample import finding, report, verdict


def whole():
    """A report in which every optional field is given once."""
    case = report().cases[0]
    used = finding(
        baseline=True, pointer="/tender/0", facts={"from": "1", "from_": None, "list": [1, True, {"a": "£"}]}
    )
    more = replace(
        case, id="EYE-2", figures=("weights",), faults=("b.yaml:1:1: is empty",), verdicts=(verdict(findings=(used,)),)
    )
    return report(cases=(case, more), plugins=("invented 1.0",))


def test_the_whole_report_is_written_as_before():
    golden.check("../golden_machine/report.json", render(whole()))


def test_the_keys_stand_in_the_order_of_the_contract():
    written = json.loads(render(whole()))
    case = written["cases"][0]
    one = case["verdicts"][0]
    assert " ".join(written) == "fairaudit version today audience redacted fail_on plugins cases exit_status rules"
    assert " ".join(case) == (
        "id title stage packs rules_sha256 options inputs not_read unreadable timeline figures counts verdicts faults "
        "laws dates burdens measures not_in_force severities undated registers unsearched"
    )
    assert " ".join(one) == (
        "rule pack family title outcome severity basis reason assessed unassessed missing notes findings because"
    )
    assert " ".join(one["findings"][0]) == (
        "outcome severity confidence path file line column end_line end_column inferred pointer excerpt message facts "
        "related why fix ask sources fingerprint group waiver baseline note"
    )
    assert case["options"] == [
        {"rule": one["rule"], "name": "at_most", "value": "2", "from": "fairaudit.yaml", "own": None}
    ]
    assert one["findings"][0]["sources"] == [{"cite": "Invented Act 2020, s 1", "from": "2024-01-01", "until": None}]
    assert one["findings"][0]["excerpt"]["marks"] == [[32, 39]]


def test_facts_keep_their_own_keys_and_order():
    facts = {"z": "1", "from_": "2", "from": {"until_": ["3"]}, "a": None}
    written = render(report(cases=(replace(report().cases[0], verdicts=(verdict(findings=(finding(facts=facts),)),)),)))
    back = json.loads(written)["cases"][0]["verdicts"][0]["findings"][0]["facts"]
    assert list(back.items()) == list(facts.items())
    assert list(read(written).cases[0].verdicts[0].findings[0].facts.items()) == list(facts.items())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=3), JSON, max_size=3), st.lists(JSON, max_size=3))
def test_what_is_written_bit_by_bit_is_what_would_be_written_whole(group, items):
    whole = (
        json.dumps({**group, "items": items, "none": [], "deep": [{"a": items}]}, ensure_ascii=False, indent=1) + "\n"
    )
    lazy = Parts({**group, "items": iter(items), "none": iter(()), "deep": iter([Parts({"a": iter(items)})])})
    assert "".join(streamed(lazy)) == whole


# A calendar holds dates alone, and none where no law sets any.
@pytest.mark.parametrize("format_", [one for one in FORMATS if one != "ics"])
def test_a_report_of_many_cases_is_never_one_text_in_memory(format_):
    cases = tuple(replace(report().cases[0], id=f"EYE-{n}") for n in range(40))
    found = list(pieces(report(cases=cases), format_))
    assert "".join(found) == formats.render(report(cases=cases), format_)
    assert max(len(one) for one in found) < sum(len(one) for one in found) / 15


def test_text_is_utf8_with_line_feeds():
    written = render(report())
    assert written.endswith("}\n")
    assert "\r" not in written
    assert "£6,000,000" in written


def test_a_file_name_that_is_no_utf8_can_still_be_written():
    case = replace(report().cases[0], not_read=("b\udcff.docx",))
    written = render(report(cases=(case,)))
    assert '"b\\udcff.docx"' in written
    written.encode("utf-8")
    assert json.loads(written)["cases"][0]["not_read"] == ["b\udcff.docx"]


FACTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=5,
)


def few(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


def any_of(kind, **given):
    """Return parts of a report of a kind: what is given, and anything of its type for every other field without a default."""
    hints = get_type_hints(kind)
    needed = {one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING}
    wanted = {name: hints[name] for name in hints if name in needed or given.get(name) is ...}
    return st.builds(kind, **{name: st.from_type(hint) for name, hint in wanted.items()} | {
        name: one for name, one in given.items() if one is not ...
    })  # fmt: skip


for one in Piece.__subclasses__():
    st.register_type_strategy(one, any_of)
NAMED = st.dictionaries(st.sampled_from(["from", "from_", "a", "version"]), FACTS)
FINDINGS = any_of(Finding, facts=NAMED, waiver=..., baseline=...)
VERDICTS = any_of(Verdict, findings=few(FINDINGS))
OPTIONAL = {one.name: ... for one in fields(CaseReport) if one.name not in ("id", "title", "stage", "verdicts")}
CASES = any_of(CaseReport, verdicts=few(VERDICTS), **OPTIONAL)
REPORTS = any_of(Report, version=st.just(1), cases=few(CASES), exit_status=...)


@given(REPORTS)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_report_comes_back_as_it_was(any_report):
    written = render(any_report)
    back = read(written)
    assert back == any_report
    assert render(back) == written


SCHEMA = json.loads(report_schema())
TYPES = {"string": str, "array": list, "object": dict, "boolean": bool, "null": type(None)}


def fits(value, schema):
    """Whether a value is what a schema says; knows the words of JSON Schema that ours uses, and no others."""
    known = {"$ref", "anyOf", "type", "properties", "required", "items", "prefixItems", "minItems", "maxItems", "const", "enum",
             "additionalProperties", "description", "default", "$schema", "$defs", "title"}  # fmt: skip
    assert set(schema) <= known
    if "$ref" in schema:
        return fits(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")])
    if "anyOf" in schema:
        return any(fits(value, one) for one in schema["anyOf"])
    if "const" in schema or "enum" in schema:
        return value in schema.get("enum", [schema.get("const")])
    if schema["type"] == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, TYPES[schema["type"]]):
        return False
    if isinstance(value, list):
        items = schema.get("prefixItems") or [schema["items"]] * len(value)
        return len(items) == len(value) and all(fits(*pair) for pair in zip(value, items, strict=True))
    if isinstance(value, dict):
        named, others = schema.get("properties", {}), schema.get("additionalProperties")
        parts = {key: named.get(key, others) for key in value}
        assert None not in parts.values()
        return set(schema.get("required", ())) <= set(value) and all(fits(value[key], parts[key]) for key in value)
    return True


@given(REPORTS)
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_report_is_as_its_schema_says_and_names_no_key_it_does_not_know(any_report):
    assert fits(json.loads(render(any_report)), SCHEMA)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"version": 1,', '"version": 2,'),
        ('"column": 32', '"column": "32"'),
        ('"column": 32', '"column": true'),
        ('"ratio": "2.5"', '"ratio": 2.5'),
        ('"severity": "high"', '"severity": "huge"'),
        ('"path": "tender.selection_criteria[0].minimum",', ""),
        ('"marks": [', '"marks": [[1],'),
    ],
)
def test_what_the_reader_refuses_does_not_fit_the_schema(old, new):
    text = render(report())
    assert old in text
    wrong = text.replace(old, new, 1)
    assert fits(json.loads(text), SCHEMA)
    assert not fits(json.loads(wrong), SCHEMA)
    refused(wrong)


def test_true_and_one_and_text_stay_apart():
    facts = {"one": 1, "true": True, "text": "1", "nothing": None}
    again = read(
        render(report(cases=(replace(report().cases[0], verdicts=(verdict(findings=(finding(facts=facts),)),)),)))
    )
    assert [type(one) for one in again.cases[0].verdicts[0].findings[0].facts.values()] == [int, bool, str, type(None)]


def test_unknown_keys_are_ignored_everywhere():
    def with_more(value, path=()):
        if isinstance(value, dict):
            added = {} if "facts" in path or "counts" in path else {"from_the_future": {"a": 1}}
            return {key: with_more(one, (*path, key)) for key, one in value.items()} | added
        return [with_more(one, path) for one in value] if isinstance(value, list) else value

    text = json.dumps(with_more(json.loads(render(whole()))))
    assert text.count("from_the_future") > 40
    assert read(text) == whole()


def test_fields_with_a_default_may_be_missing_as_in_the_example_of_the_design():
    value = json.loads(render(report()))
    del value["exit_status"], value["cases"][0]["faults"]
    assert read(json.dumps(value)) == replace(report(), exit_status=0)


def test_a_mark_of_byte_order_is_read_over():
    assert read("\ufeff" + render(report())) == report()


NO_VERSION = "is no report of fairaudit, it has no version; write it with `fairaudit check CASE -o AUDIT.json`"
BY_HAND = "the file was changed by hand, write it with `fairaudit check CASE -o AUDIT.json`"


def of_version(version):
    return f"is a report of version {version}; this fairaudit reads version 1: use the fairaudit that wrote it"


def refused(text):
    """The one fault of a text that is no report."""
    with pytest.raises(FairauditError) as caught:
        read(text, "a.json")
    (fault,) = caught.value.faults
    assert "\n" not in str(fault)
    return fault


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("[1]", 1, 1, NO_VERSION),
        ("null", 1, 1, NO_VERSION),
        ("{}", 1, 1, NO_VERSION),
        ('{\n "version": 2}', 2, 13, of_version("2")),
        ('{"version": true}', 1, 13, of_version("true")),
        ('{"version": "1"}', 1, 13, of_version('"1"')),
        ('{"version": 1.0}', 1, 1, f"`fairaudit` is missing; {BY_HAND}"),
        ('{"version": 1}', 1, 1, f"`fairaudit` is missing; {BY_HAND}"),
    ],
)
def test_what_is_no_report_of_version_1_is_refused(text, line, column, message):
    assert refused(text) == Fault("a.json", line, column, message)


FINDING = "cases[0].verdicts[0].findings[0]"
ONLY = "should hold only text, whole numbers, true, false, null, lists and objects"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"version": 1,', '"version": §3,', of_version("3")),
        ('{\n     "rule": "turnover-', '§{\n     "rules": "turnover-', "`cases[0].options[0].rule` is missing"),
        ('"column": 32', '"column": §"32"', f"`{FINDING}.column` should be a valid integer"),
        ('"column": 32', '"column": §true', f"`{FINDING}.column` should be a valid integer"),
        ('"baseline": false', '"baseline": §0', f"`{FINDING}.baseline` should be a valid boolean"),
        ('"ratio": "2.5"', '"ratio": §2.5', f"`{FINDING}.facts.ratio` {ONLY}"),
        ('"ratio": "2.5"', '§"ratio": ["2.5", [2.5]]', f"`{FINDING}.facts.ratio` {ONLY}"),
        ('"ratio": "2.5"', '"ratio": §NaN', None),
        ('"stage": {', '§"stage": null, "x": {', "`cases[0].stage` should be an object"),
        ('"severity": "high"', '"severity": §"huge"', "`cases[0].verdicts[0].severity` should be 'critical', 'high', "),
    ],
)
def test_one_wrong_value_is_named_with_its_place(old, new, message):
    text = render(report())
    assert old in text
    before, _, after = text.replace(old, new, 1).partition("§")
    fault = refused(before + after)
    assert (fault.line, fault.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
    if message:
        assert fault.message.startswith(message)
        assert message == of_version("3") or fault.message.endswith(f"; {BY_HAND}")


def test_the_key_written_from_is_read_as_from_alone():
    text = render(report()).replace('"from": "fairaudit.yaml"', '"from_": "fairaudit.yaml"')
    assert refused(text).message == f"`cases[0].options[0].from` is missing; {BY_HAND}"


@pytest.mark.parametrize(
    "text", ["", " ", "no", '{"version": 1', "[" * 5000, '{"version": NaN}', '{"version": 1}}', '"\\ud800"']
)
def test_what_is_no_json_is_refused_with_its_place(text):
    assert refused(text).line == 1


def test_text_that_stops_is_refused_where_it_stops():
    with pytest.raises(FairauditError) as caught:
        read('{"version": 1,\n"cases": [', "a.json")
    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.column) == ("a.json", 2, 11)


def test_without_a_name_the_report_is_meant():
    with pytest.raises(FairauditError) as caught:
        read("{}")
    assert isinstance(caught.value.faults[0], Fault)
    assert str(caught.value).startswith("the report:1:1: ")


def test_no_format_for_machines_loads_a_heavy_library():
    names = "pydantic typer rich yaml jinja2 cel_expr_python hypothesis"
    code = (
        "import sys, fairaudit.reports.json, fairaudit.reports.sarif, fairaudit.reports.github, fairaudit.reports.ci\n"
        f"print([name for name in {names.split()} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
