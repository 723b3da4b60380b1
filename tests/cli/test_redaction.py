"""`--redact`: in no format is there a word of a name of the case left, however the name is written and however short it is."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from fairaudit import audit
from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.contract.report import Audience
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.procurement.loading.cases import Extra, open_cases
from fairaudit.reports.formats import FORMATS, render
from tests.cli.running import check, put

TODAY = date(2026, 4, 5)
CASE = """tender:
  id: EYE-9
  title: Community eye clinic, now run by {firm} and {trader}
  buyer: {{id: board, name: Northvale Integrated Care Board, country: GB-ENG}}
  value: {{amount: 2, currency: GBP}}
  published: 2026-03-02T09:00
  tender_period: {{start_date: 2026-03-02T09:00, end_date: 2026-03-14T12:00}}
  incumbents: [{{party: firm-1, products: [OptiLink]}}]
  drafters: [{writer_low}]
  selection_criteria:
    - {{id: S1, kind: turnover, minimum: 6, currency: GBP, text: "As {chair} asked; see {chair_low}'s note, {chair_back}."}} # {chair}
    - {{id: S2, kind: references, minimum: 9, years: 9, text: "For {firm_low}'s clinics or {trader_up} only"}}
  award_criteria: [{{id: Q, weight: 60, type: quality}}, {{id: P, weight: 45, type: price}}]
  specification:
    - {{id: "4.2", mandatory: true, text: "The service is run by {firm_low}'s staff, {chair_hyphen} and {lone_low}; ask {chair_up}."}}
    - {{id: "4.3", mandatory: true, text: "Through OptiLink or {firm} Pro, as {trader_low} does. {long} {chair}{more}"}}
parties:
  - id: firm-1
    name: {firm} Ltd
    roles: [tenderer, incumbent]
    contact_point: {{name: {contact}, email: "{contact_dot}@{firm_dot}.example"}}
  - {{id: firm-2, name: {trader}, roles: [tenderer], sole_trader: true}}
people:
  - {{id: e1, name: {chair}, roles: [{{role: evaluator}}], employments: [{{party: firm-1, start_date: 2020-01-01}}],
      relatives: [{{name: {relative}, relation: sibling}}]}}
  - {{id: e2, name: {writer}, roles: [{{role: evaluator}}, {{role: drafter}}], interests: [{{kind: gift, name: {giver}}}]}}
declarations:
  - {{person: e1, date: 2026-03-20, covers: [firm-1], interests: [{{kind: family, name: {relative}, text: "{relative}'s brother"}}]}}
bids:
  - {{id: B1, bidder: firm-1, received: 2026-03-16T11:00, deadline: 2026-03-16T12:00, status: valid}}
  - {{id: B2, bidder: firm-2, received: 2026-03-14T13:00, status: late, reason: "late, said {chair}"}}
  - {{id: B3, bidder: {lone}, received: 2026-03-14T11:00, status: valid}}
enquiries:
  - {{id: "1", asked_by: {lone}, question: Why does {chair} ask?, answer: "{writer_low} knows", recipients: [firm-1]}}
events:
  - {{kind: extension, bidder: firm-1, date: 2026-03-13, until: 2026-03-16, reason: {contact} said so}}
  - {{kind: phone call, bidder: {lone}, person: {chair}, date: 2026-03-12, topic: "{chair_low}"}}
evaluation:
  panel: [e1, {stranger}]
  individual:
    - {{evaluator: e1, bid: B1, criterion: Q, score: 9, comment: "{chair} likes {firm}"}}
    - {{evaluator: {stranger}, bid: B2, criterion: Q, score: 1, comment: none}}
  opened: {{quality: 2026-03-15T10:00}}
  changes: [{{evaluator: e1, bid: B1, criterion: Q, from: 2, to: 9, by: {stranger}, at: 2026-03-20}}]
complete: [bids, declarations, enquiries, events]
"""
WHO = ("chair", "writer", "contact", "relative", "giver", "stranger", "lone", "trader", "firm")
PLAIN = dict(zip(WHO, ("Zzqa Zzqb", "Zzqc Zzqd", "Zzqe Zzqf", "Zzqg Zzqh", "Zzqi Zzqj", "Zzqk Zzql", "Zzqm Zzqn", "Zzqo Zzqp",
                       "Zzqq Zzqr"), strict=True))  # fmt: skip


def spelt(names):
    """Return the ways in which the case writes each name."""
    ways = dict(names)
    for who, name in names.items():
        words = name.split()
        ways |= {
            f"{who}_low": name.lower(), f"{who}_up": name.upper(), f"{who}_hyphen": "-".join(words),
            f"{who}_back": ", ".join(reversed(words)), f"{who}_dot": ".".join(words).lower(),
        }  # fmt: skip
    return ways | {"long": "and so on " * 12, "more": " and so forth" * 12}


@cache
def rules():
    return choose(shipped_packs(), Config(), (), ())


@cache
def reports(case, name="tender.yaml"):
    """Return the redacted report in every format, the names of files in it as they can be read."""
    settings_ = Settings(TODAY, audience=Audience.AUDITOR, redact=True)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case" / name
        path.parent.mkdir(parents=True)
        path.write_text(case, encoding="utf-8")
        report = run(open_cases(path, Extra(today=TODAY)), rules(), settings_)
    return report, {one: unquote(render(report, one)) for one in FORMATS}


def words_in(text):
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


@cache
def ordinary():
    """Return every word that reports say of themselves."""
    return frozenset(words_in("".join(reports(CASE.format(**spelt(PLAIN)))[1].values())))


def left(names, texts):
    """Return the words of names that stand in a text, each with the format."""
    words = {one for name in names.values() for one in words_in(name) if len(one) > 1}
    found = {(format_, word) for format_, text in texts.items() for word in words & words_in(text)}
    return found | {(format_, word) for format_, text in texts.items() for word in words if len(word) > 5 and word in text.casefold()}  # fmt: skip


def test_the_case_without_redaction_says_every_name():
    names = dict(zip(WHO, ("Kim Lee", "Jo Ng", "Ali Wu", "Li Bo", "Ann-Lou O'Neil", "Oz Ek", "Moorcroft", "Kit Fox", "Brackenbury"), strict=True))  # fmt: skip
    case = CASE.format(**spelt(names))
    put("tender.yaml", case)
    text = audit("tender.yaml", today=TODAY, audience="auditor").to("json").casefold()
    assert {one for one in words_in(" ".join(names.values())) if one in words_in(text) and len(one) > 1} >= {
        "kim", "lee", "jo", "ng", "moorcroft", "kit", "fox", "brackenbury",
    }  # fmt: skip


SYLLABLES = st.sampled_from(
    ["ka", "lo", "mi", "ru", "shan", "bel", "quo", "thi", "wen", "zar", "dov", "gri", "yu", "pex"]
)
SHORT = st.sampled_from(["Kim", "Lee", "Jo", "Ali", "Li", "Ng", "Wu", "Bo", "Oz", "Ek", "Kit", "Uma", "Xi", "Io"])
LONGER = st.lists(SYLLABLES, min_size=1, max_size=4).map("".join).map(str.capitalize)
MARKED = st.sampled_from(["O'Neil", "Anne-Marie", "José", "Müller", "Łukasz", "D'Arcy", "Zoë"])
WORD = st.one_of(SHORT, LONGER, LONGER, MARKED)
NAMES = st.fixed_dictionaries({who: st.lists(WORD, min_size=1, max_size=3).map(" ".join) for who in WHO})


@given(NAMES)
@example(dict.fromkeys(WHO, "Kim Lee"))
@example(dict.fromkeys(WHO, "Moorcroft"))
@example(dict.fromkeys(WHO, "Li"))
@example(dict.fromkeys(WHO, "Kim") | {"firm": "Kim Kim Oz"})
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_word_of_a_name_is_left_in_any_format(names):
    assume(not words_in(" ".join(names.values())) & ordinary())
    report, texts = reports(CASE.format(**spelt(names)))
    assert left(names, texts) == set()
    assert not report.cases[0].faults
    assert len(report.cases[0].findings) > 15


@given(NAMES, st.sampled_from(["tender: {{title: [{chair}]}}", "tender: {{{chair_low}: x}}", "{firm}: x", "tender: {{value: {chair}}}",
                               "tender: {{published: {chair_up}}}", "bids: [{{status: {chair}}}]", "a: &{firm_low} b", "a: *{firm_low}",
                               "a: !{firm_low} b", "tender: {{{firm_low}: 1, {firm_low}: 2}}", "tender: {{time_zone: {firm}}}",
                               "events: [{{kind: {chair}}}]", "evaluation: {{weights_applied: {{{chair}: {firm}}}}}",
                               "evaluation: {{weights_applied: {{'{chair}: {firm}`': [x]}}}}", "tender: {{'title` {chair}': x}}",
                               "tender: {{'title\" {chair}': x}}", "? [{chair}]\n: b", "tender: [{chair}", "{chair}",
                               "tender: {{published: 0001-01-01, lots: [{{id: {chair}, value: '{firm} \"{chair}\" and `{lone}`'}}]}}"]))  # fmt: skip
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_of_a_case_that_cannot_be_read_nothing_is_quoted_in_any_format(names, text):
    assume(not words_in(" ".join(names.values())) & ordinary())
    report, texts = reports(
        text.format(**{who: one.replace("'", "") for who, one in spelt(names).items()}), f"{names['chair']}.yaml"
    )
    assert report.exit_status == 2
    assert left(names, texts) == set()
    assert len(report.cases[0].inputs) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tender: {value: {amount: Kim Lee}}",
         "tender.value.amount: should be a number such as 2400000 or 12.5, found [withheld]"),
        ("tender: {tittle: Kim}", "tender has no field [withheld]"),
        ("kim: x", "a case has no section [withheld]"),
        ("tender: {status: Kim}", "tender.status: should be one of `template`, `draft`, `planned`, `active`, `cancelled`, "
                                  "`unsuccessful`, `complete`, `withdrawn`"),
        ("tender: {lots: 1}", "tender.lots: should be a list: put `- ` before each item, or brackets around it"),
        ("evaluation: {weights_applied: {Kim Lee: many}}", "[withheld]: cannot be read as it stands"),
        ("evaluation: {weights_applied: {price: many}}",
         "evaluation.weights_applied.price: should be a number such as 2400000 or 12.5, found [withheld]"),
        ("tender: {kim: 1, kim: 2}", "gives the key [withheld]"),
        ("a: &kim b", "defines the anchor &[withheld]"),
        ("a: !kim b", "uses the tag [withheld]"),
        ("events: [{kind: kim}]", "events[0].kind: names no known kind of event: [withheld]"),
        ("", "is empty; `fairaudit schema case` says what a tender file can hold"),
        ("- kim", "should hold sections such as `tender:` and `bids:`, or be an OCDS release"),
        ("tender: {title: {{ kim }}}",
         'this placeholder needs quotes: write "{{ name }}", because YAML takes bare braces for a mapping'),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_unread_case_is_said_as_far_as_the_words_are_ours(text, said):
    put("kim-lee/tender/2026.yaml", text)
    [case] = check("kim-lee/tender/2026.yaml", "--redact", "--format", "json").report["cases"]
    [fault] = case["faults"]
    assert re.fullmatch(r"\[Folder [a-z]\d[a-z]\]/tender/2026\.yaml:\d+:\d+: " + re.escape(said), fault), fault
    assert fault.startswith(case["id"])
    assert case["inputs"][0]["file"] == case["id"]


def test_a_json_file_that_cannot_be_read_is_told_without_its_words():
    put("kim.json", '{"releases": [{"ocid": "1", "tender": "Kim Lee"}]}')
    put("lee.json", '{"tender": {"title": Kim}}')
    faults = [
        one
        for case in check("kim.json", "lee.json", "--redact", "--format", "json").report["cases"]
        for one in case["faults"]
    ]
    assert [re.sub(r"\[File [^\]]*\]", "F", one) for one in faults] == [
        'F.json:1:39: /releases/0/tender: should be a group of fields such as {"id": …, "title": …}, found [withheld]',
        "F.json:1:22: is not a JSON value: [withheld]",
    ]
    assert len({one.split("]")[0] for one in faults}) == 2


def tags(text):
    return set(re.findall(r"\[(?:Person|Organisation|Unlisted) ([a-z0-9]+)\]", text))


def test_labels_are_the_same_throughout_a_report_and_mean_nothing_in_another():
    names = PLAIN | {"chair": "Kim Lee"}
    first, texts = reports(CASE.format(**spelt(names)))
    again = reports.__wrapped__(CASE.format(**spelt(names)))[1]
    assert again == texts
    assert len(tags(texts["json"])) > 4
    other = reports(CASE.format(**spelt(names)).replace("EYE-9", "EYE-8"))[1]
    assert not tags(texts["json"]) & tags(other["json"])
    # What is left of two reports that differ in names alone is the same but for labels and the hash of what was read.
    renamed, _ = reports(CASE.format(**spelt(PLAIN | {"chair": "Bo Wu"})))
    assert [one.fingerprint for _, one in renamed.cases[0].findings] == [
        one.fingerprint for _, one in first.cases[0].findings
    ]


def test_two_cases_of_one_report_have_labels_of_their_own():
    put("a.yaml", CASE.format(**spelt(PLAIN)))
    put("b.yaml", CASE.format(**spelt(PLAIN)).replace("EYE-9", "EYE-8"))
    cases = [json.dumps(one) for one in check("a.yaml", "b.yaml", "--redact", "--format", "json").report["cases"]]
    assert not tags(cases[0]) & tags(cases[1])
    assert all(tags(one) for one in cases)


def test_ordinary_words_stay_where_they_are_no_names():
    names = PLAIN | {"chair": "Will Price", "writer": "An May", "firm": "Bidder Care"}
    case = CASE.format(**spelt(names)).replace(
        "For bidder care's clinics", "For the price that bidders may ask in May, an eye"
    )
    report, texts = reports(case)
    assert "the price that bidders may ask" in texts["json"]
    assert "2 March 2026" in texts["markdown"]
    titles = {verdict.title for verdict in report.cases[0].verdicts}
    assert titles == {verdict.title for verdict in reports(CASE.format(**spelt(PLAIN)))[0].cases[0].verdicts}
    assert all(not one.why.startswith("[") for _, one in report.cases[0].findings)


def test_fingerprints_of_a_redacted_report_are_each_findings_own_and_hold_groups_together():
    put("tender.yaml", CASE.format(**spelt(PLAIN)))
    plain = audit("tender.yaml", today=TODAY)
    closed = audit("tender.yaml", today=TODAY, redact=True)

    def shape(report):
        marks = [one.fingerprint for _, one in report.cases[0].findings]
        assert len(set(marks)) == len(marks)
        return [marks.index(one.group) for _, one in report.cases[0].findings]

    assert shape(plain) == shape(closed)
    assert not {one.fingerprint for _, one in plain.cases[0].findings} & {
        one.fingerprint for _, one in closed.cases[0].findings
    }
