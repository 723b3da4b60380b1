"""Waivers, baseline, groups, fingerprints, exit status: decided once, and nothing dropped."""

from dataclasses import replace
from datetime import date

import pytest

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config, read_config
from fairaudit.engine.contract.report import Audience, CaseReport, NotUnderstood, SetSeverity, Severity, Stage
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import pack_of
from fairaudit.engine.settle import exit_status
from tests.conftest import TODAY, case_of
from tests.engine.test_judge import RULE, rule
from tests.work import ends, grown

CASE = """tender:
  value: {amount: 2, currency: GBP}
  selection_criteria:
    - {id: S1, kind: turnover, minimum: 6, currency: GBP}
    - {id: S2, kind: turnover, minimum: 8, currency: GBP}
"""


def audited(text, *, rules=None, config=None, **settings):
    pack = pack_of("core", "Core", tuple(rules or [rule()]))
    chosen = choose((pack,), config or Config(), (), ())
    if config:
        settings.setdefault("waivers", config.waivers)
    return run([case_of(text)], chosen, Settings(today=TODAY, **settings))


def findings(report):
    return [one for case in report.cases for verdict in case.verdicts for one in verdict.findings]


def waived(report):
    """Each finding in one line: what it says, and how it was settled."""
    return [
        f"{one.file}:{one.line} {one.message} [{'accepted: ' + one.waiver.reason if one.waiver else 'open'}"
        f"{'' if one.waiver is None or one.waiver.settles else ', not settled'}]"
        for one in findings(report)
    ]


S1 = "tender.yaml:4 £6 is 3 times £2."
S2 = "tender.yaml:5 £8 is 4 times £2."


def with_comment(comment, line=3):
    lines = CASE.split("\n")
    lines[line] += f" # {comment}"
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("comment", "said", "status"),
    [
        ("fairaudit: accept[too-much] -- agreed in 2026/14", [f"{S1} [accepted: agreed in 2026/14]", f"{S2} [open]"], 1),
        ("fairaudit: accept[core/too-much] until 2026-03-05 by A. B. Invented -- on its last day",
         [f"{S1} [accepted: on its last day]", f"{S2} [open]"], 1),
        ("fairaudit: accept[too-much] until 2026-03-04 -- past",
         [f"{S1} [open]", f"{S2} [open]",
          "tender.yaml:4 The waiver of too-much does not hold: it ended on 2026-03-04. [open]"], 1),
        ("fairaudit: accept[too-much] until 2026-02-30 -- no such day",
         [f"{S1} [open]", f"{S2} [open]", "tender.yaml:4 The waiver of too-much does not hold: its date `2026-02-30` is no day; "
          "write it as 2026-12-31. [open]"], 1),
        ("fairaudit: accept[too-much] until tomorrow -- no date",
         [f"{S1} [open]", f"{S2} [open]", "tender.yaml:4 The waiver of too-much does not hold: its date `tomorrow` is no day; "
          "write it as 2026-12-31. [open]"], 1),
        ("fairaudit: accept[too-much]",
         [f"{S1} [open]", f"{S2} [open]", "tender.yaml:4 The waiver of too-much does not hold: it gives no reason; write one "
          "after ` -- `. [open]"], 1),
        ("fairaudit: accept[too-much] --  ",
         [f"{S1} [open]", f"{S2} [open]", "tender.yaml:4 The waiver of too-much does not hold: it gives no reason; write one "
          "after ` -- `. [open]"], 1),
        ("fairaudit: accept[too-much] -- n/a",
         [f"{S1} [open]", f"{S2} [open]", "tender.yaml:4 The waiver of too-much does not hold: it gives no reason; write one "
          "after ` -- `. [open]"], 1),
        ("fairaudit: accept[to-much] -- typo",
         [f"{S1} [open]", f"{S2} [open]", "tender.yaml:4 The waiver of to-much does not hold: there is no rule `to-much`. [open]"], 1),
        ("fairaudit: ignore everything",
         [f"{S1} [open]", f"{S2} [open]", "tender.yaml:4 The waiver of no rule does not hold: it is not written as "
          "`accept[rule] until 2026-12-31 by NAME -- reason`. [open]"], 1),
    ],
)  # fmt: skip
def test_waivers_in_the_case(comment, said, status):
    report = audited(with_comment(comment))
    assert (waived(report), report.exit_status) == (said, status)


UNREADABLE = "it is not written as `accept[rule] until 2026-12-31 by NAME -- reason`"
NO_REASON = "it gives no reason; write one after ` -- `"


@pytest.mark.parametrize(
    ("comment", "reason", "by", "until"),
    [
        ("fairaudit: accept[too-much] by Ada until 2026-03-05 -- r", "r", "Ada", "2026-03-05"),
        ("fairaudit: accept[too-much] by Ada Quill, until 2026-03-05 -- r", "r", "Ada Quill", "2026-03-05"),
        ("fairaudit: accept[too-much] until 2026-03-05, by Ada Quill -- r", "r", "Ada Quill", "2026-03-05"),
        ("fairaudit: accept[too-much], by Ada; until 2026-03-05 -- r", "r", "Ada", "2026-03-05"),
        ("fairaudit: accept[too-much] BY Ada-Lou O'Neil UNTIL 2026-03-05 --r", "r", "Ada-Lou O'Neil", "2026-03-05"),
        ("fairaudit: accept[too-much] by Ada -- until 2020-01-01 -- by nobody", "until 2020-01-01 -- by nobody", "Ada", None),
        ("fairaudit accept[too-much] by Ada -- r", "r", "Ada", None),
        ("Fairaudit: accept[too-much] -- r", "r", None, None),
        ("FAIRAUDIT: Accept[too-much]-- r", "r", None, None),
        ("# fairaudit:accept [ too-much ] -- r", "r", None, None),
    ],
)  # fmt: skip
def test_until_and_by_are_read_in_either_order_and_in_any_case(comment, reason, by, until):
    report = audited(with_comment(comment))
    accepted = findings(report)[0].waiver
    assert (accepted.reason, accepted.by, accepted.until, accepted.settles) == (reason, by, until, True)
    assert len(findings(report)) == 2


@pytest.mark.parametrize(
    ("comment", "rule", "trouble"),
    [
        ("fairaudit: accept[too-much] by Ada until 2020-01-01 -- r", "too-much", "it ended on 2020-01-01"),
        ("fairaudit: accept[too-much] by Ada, until 2020-01-01 -- r", "too-much", "it ended on 2020-01-01"),
        ("Fairaudit accept[too-much] by Ada until 2020-01-01 -- r", "too-much", "it ended on 2020-01-01"),
        ("fairaudit: accept[too-much] by Ada until soon -- r", "too-much", "its date `soon` is no day; write it as 2026-12-31"),
        ("fairaudit: accept[too-much] until 2026-12-31 or so -- r", "too-much", "its date `2026-12-31 or so` is no day; write it as 2026-12-31"),
        ("fairaudit: accept[too-much] until 2026-12-31 by Ada until 2020-01-01 -- r", "no rule", UNREADABLE),
        ("fairaudit: accept[too-much] by Ada by Ben -- r", "no rule", UNREADABLE),
        ("fairaudit: accept[too-much] Ada -- r", "no rule", UNREADABLE),
        ("fairaudit: accept[too-much] until -- r", "no rule", UNREADABLE),
        ("fairaudit: accept[too-much] by -- r", "no rule", UNREADABLE),
        ("fairaudit: accept too-much -- r", "no rule", UNREADABLE),
        ("fairaudit accept too-much -- r", "no rule", UNREADABLE),
        ("fairaudit[too-much] -- r", "no rule", UNREADABLE),
        ("Fairaudit: ignore", "no rule", UNREADABLE),
        ("fairaudit: accept[too-much] -- " + "r" * 3000, "no rule", UNREADABLE),
        ("fairaudit: accept[too-much] -- ...", "too-much", NO_REASON),
        ("fairaudit: accept[too-much] -- --", "too-much", NO_REASON),
        ("fairaudit: accept[too-much] -- ?!", "too-much", NO_REASON),
        ("fairaudit: accept[too-much] r", "no rule", UNREADABLE),
        ("fairaudit: accept[too-much] by ?? -- r", "too-much", "it names nobody behind `by`"),
        ("fairaudit: accept[too-much] by Ada until 2020-01-01", "too-much", f"{NO_REASON}; and it ended on 2020-01-01"),
        ("fairaudit: accept[to-much] by ?? until soon -- n/a", "to-much", "there is no rule `to-much`; and "
         f"{NO_REASON}; and it names nobody behind `by`; and its date `soon` is no day; write it as 2026-12-31"),
    ],
)  # fmt: skip
def test_what_was_meant_for_a_waiver_is_read_or_refused_aloud(comment, rule, trouble):
    assert waived(audited(with_comment(comment))) == [
        f"{S1} [open]",
        f"{S2} [open]",
        f"tender.yaml:4 The waiver of {rule} does not hold: {trouble}. [open]",
    ]


@pytest.mark.parametrize(
    "comment", ["fairaudit is run on every commit", "see fairaudit: accept[too-much] -- r", "a note"]
)
def test_a_comment_that_only_speaks_of_it_is_no_waiver(comment):
    assert waived(audited(with_comment(comment))) == [f"{S1} [open]", f"{S2} [open]"]


def test_a_comment_without_end_does_not_hang():
    with ends():  # in 0.05 s; spaces tried again at each space would take minutes
        assert UNREADABLE in waived(audited(with_comment("fairaudit: accept[too-much] " + " " * 200_000 + "until")))[-1]


def test_the_work_is_in_step_with_the_comments():
    def made(count):
        text = CASE + "# fairaudit\n" * count
        return lambda: audited(text).cases[0].findings

    assert len(made(500)()) == 2
    few, many = grown(made, 500)
    assert many < 12 * few


@pytest.mark.parametrize(
    ("fields", "trouble", "fix"),
    [
        ("reason: '...'", "it gives no reason; write one as `reason:`", "Mend its entry under `waivers:`: `{rule: RULE, path: "),
        ("by: Ada", "it gives no reason; write one as `reason:`", "Mend its entry under `waivers:`: `{rule: RULE, path: "),
        ("reason: no reason given", "it gives no reason; write one as `reason:`", "Mend its entry under `waivers:`: `{rule: RULE, path: "),
        ("reason: r, by: none", "it names nobody as `by:`", "Mend its entry under `waivers:`: `{rule: RULE, path: "),
        ("reason: r, by: '-'", "it names nobody as `by:`", "Mend its entry under `waivers:`: `{rule: RULE, path: "),
        ("until: 2020-01-01, by: '-'", "it gives no reason; write one as `reason:`; and it names nobody as `by:`; and it ended on 2020-01-01",
         "Mend its entry under `waivers:`: `{rule: RULE, path: "),
        ("reason: r, until: 2020-01-01", "it ended on 2020-01-01", "Mend what the waiver covered, or have it accepted again and set a "),
    ],
)  # fmt: skip
def test_a_bad_waiver_in_the_settings_is_mended_there(tmp_path, fields, trouble, fix):
    settings = config(tmp_path, f"waivers: [{{rule: too-much, path: tender.selection_criteria, {fields}}}]")
    found = findings(audited(CASE, config=settings))
    assert [one.message for one in found][2:] == [f"The waiver of too-much does not hold: {trouble}."]
    assert found[2].fix.startswith(fix)
    assert "accept[" not in found[2].fix


def test_an_unused_waiver_in_the_settings_is_mended_there(tmp_path):
    settings = config(tmp_path, "waivers: [{rule: too-much, path: tender.lots, reason: r}]")
    assert findings(audited(CASE, config=settings))[2].fix.startswith("Delete its entry under `waivers:`")


def test_a_waiver_stands_on_the_line_or_on_the_line_above():
    above = CASE.replace(
        "    - {id: S1",
        "    # fairaudit: accept[too-much] -- above\n    # fairaudit: accept[nothing] -- typo\n    - {id: S1",
    )
    assert [one.split(" ", 1)[1] for one in waived(audited(above))] == [
        "£6 is 3 times £2. [accepted: above]",
        "£8 is 4 times £2. [open]",
        "The waiver of nothing does not hold: there is no rule `nothing`. [open]",
    ]


def test_a_waiver_that_covers_nothing_is_a_finding():
    report = audited(with_comment("fairaudit: accept[too-much] -- left behind", line=1))
    assert waived(report)[-1] == "tender.yaml:2 The waiver of too-much covers no finding. [open]"


@pytest.mark.parametrize("audience", [Audience.BIDDER, Audience.AUDITOR])
def test_for_others_than_the_officer_a_comment_is_shown_and_settles_nothing(audience):
    report = audited(with_comment("fairaudit: accept[too-much] -- says the author"), audience=audience)
    assert waived(report)[0] == f"{S1} [accepted: says the author, not settled]"
    assert report.exit_status == 1


def test_text_that_looks_like_a_waiver_is_none():
    text = CASE.replace("tender:\n", 'tender:\n  title: "# fairaudit: accept[too-much] -- no"\n')
    assert [one.waiver for one in findings(audited(text))] == [None, None]


def config(tmp_path, text):
    (tmp_path / "fairaudit.yaml").write_text(text)
    return read_config(tmp_path / "fairaudit.yaml", "fairaudit.yaml")


@pytest.mark.parametrize(
    "path", ["tender.selection_criteria[S1]", "tender.selection_criteria[0].minimum", "selection_criteria[S1].minimum"]
)
def test_waivers_in_the_settings_go_by_path(tmp_path, path):
    settings = config(
        tmp_path, f"waivers: [{{rule: too-much, path: '{path}', reason: agreed, by: Ada, until: 2026-12-31}}]"
    )
    assert waived(audited(CASE, config=settings)) == [f"{S1} [accepted: agreed]", f"{S2} [open]"]


@pytest.mark.parametrize(
    ("fields", "trouble"),
    [
        ("by: Ada", "a rule of law at high or above needs a name and an expiry date"),
        ("until: 2026-12-31", "a rule of law at high or above needs a name and an expiry date"),
        (
            "until: 2020-01-01",
            "it ended on 2020-01-01; and a rule of law at high or above needs a name and an expiry date",
        ),
        ("by: Ada, until: 2026-12-31", None),
    ],
)
def test_a_rule_of_law_needs_a_name_and_an_expiry(tmp_path, fields, trouble):
    settings = config(
        tmp_path, f"waivers: [{{rule: too-much, path: 'tender.selection_criteria', reason: r, {fields}}}]"
    )
    report = audited(CASE, config=settings, rules=[rule()._replace(basis="statute")])
    expected = [
        f"{S1} [open]",
        f"{S2} [open]",
        f"fairaudit.yaml:1 The waiver of too-much does not hold: {trouble}. [open]",
    ]
    assert waived(report) == (expected if trouble else [f"{S1} [accepted: r]", f"{S2} [accepted: r]"])


def test_a_rule_of_law_is_never_accepted_in_a_document_to_be_published():
    text = with_comment("fairaudit: accept[too-much] until 2026-12-31 by Ada -- r")
    report = audited(text, rules=[rule()._replace(basis="statute")])
    assert waived(report)[-1] == (
        "tender.yaml:4 The waiver of too-much does not hold: a rule of law at high or above is accepted in "
        "fairaudit.yaml, never in a document to be published. [open]"
    )


def test_a_bare_comment_about_a_rule_of_law_is_told_both_things_that_it_lacks():
    report = audited(with_comment("fairaudit: accept[too-much] -- r"), rules=[rule()._replace(basis="statute")])
    assert waived(report)[-1] == (
        "tender.yaml:4 The waiver of too-much does not hold: a rule of law at high or above needs a name and an expiry "
        "date; and a rule of law at high or above is accepted in fairaudit.yaml, never in a document to be published. [open]"
    )


@pytest.mark.parametrize("given", ["medium", "info", "{severity: low}"])
def test_another_severity_does_not_lighten_what_a_breach_of_law_needs(tmp_path, given):
    """Otherwise whoever may change a severity could settle a breach by a bare comment."""
    settings = config(tmp_path, f"rules: {{too-much: {given}}}")
    for comment in (
        "fairaudit: accept[too-much] -- agreed",
        "fairaudit: accept[too-much] until 2026-12-31 by Ada -- r",
    ):
        report = audited(with_comment(comment), config=settings, rules=[rule()._replace(basis="statute")])
        assert [it.split("] ")[-1] for it in waived(report)][:2] == [f"{S1} [open]", f"{S2} [open]"]
        assert "a rule of law at high or above " in waived(report)[2]
    heuristic = audited(with_comment("fairaudit: accept[too-much] -- agreed"), config=settings)
    assert waived(heuristic) == [f"{S1} [accepted: agreed]", f"{S2} [open]"]


def test_a_severity_set_to_high_asks_for_name_and_date_as_well(tmp_path):
    mild = rule()._replace(basis="statute", severity=Severity.MEDIUM)
    text = with_comment("fairaudit: accept[too-much] -- agreed")
    assert waived(audited(text, rules=[mild])) == [f"{S1} [accepted: agreed]", f"{S2} [open]"]
    graver = audited(text, config=config(tmp_path, "rules: {too-much: high}"), rules=[mild])
    assert waived(graver)[:2] == [f"{S1} [open]", f"{S2} [open]"]


def test_a_report_says_which_severities_were_set(tmp_path):
    settings = config(tmp_path, "rules: {too-much: medium}")
    (case,) = audited(CASE, config=settings).cases
    assert case.severities == (SetSeverity("core/too-much", Severity.HIGH, Severity.MEDIUM, "fairaudit.yaml"),)
    (same,) = audited(CASE, config=config(tmp_path, "rules: {too-much: high}")).cases
    assert same.severities == ()


def test_outcomes_never_change_by_waiver():
    report = audited(with_comment("fairaudit: accept[too-much] -- agreed"))
    assert report.cases[0].verdicts[0].outcome == "flagged"
    assert report.cases[0].counts == {
        "rules": 4, "passed": 3, "flagged": 1, "review": 0, "not-assessed": 0, "not-applicable": 0, "error": 0,
        "waived": 1, "baselined": 0,
    }  # fmt: skip


def test_the_baseline_is_a_multiset():
    first = audited(CASE)
    marks = tuple(one.fingerprint for one in findings(first))
    again = audited(CASE, baseline=marks)
    assert ([one.baseline for one in findings(again)], again.exit_status) == ([True, True], 0)
    half = audited(CASE, baseline=marks[:1])
    assert ([one.baseline for one in findings(half)], half.exit_status) == ([True, False], 1)


def test_fingerprints_survive_moved_lines_and_reordered_lists():
    moved = CASE.replace("tender:\n", "# a comment\ntender:\n  title: new\n")
    lines = CASE.split("\n")
    swapped = "\n".join([*lines[:3], lines[4], lines[3], ""])
    marks = {one.fingerprint for one in findings(audited(CASE))}
    assert {one.fingerprint for one in findings(audited(moved))} == marks
    assert {one.fingerprint for one in findings(audited(swapped))} == marks


def test_findings_at_one_node_are_one_group_led_by_the_gravest():
    low = rule(RULE.replace("too-much", "far-too-much").replace("severity: high", "severity: critical"))
    report = audited(CASE, rules=[rule(), low])
    groups = {}
    for one in findings(report):
        groups.setdefault(one.group, []).append((one.path, one.severity.value))
    assert sorted(groups.values()) == [
        [("tender.selection_criteria[0].minimum", "critical"), ("tender.selection_criteria[0].minimum", "high")],
        [("tender.selection_criteria[1].minimum", "critical"), ("tender.selection_criteria[1].minimum", "high")],
    ]
    leaders = {one.fingerprint for one in findings(report) if one.severity == "critical"}
    assert set(groups) == leaders


@pytest.mark.parametrize(
    ("fail_on", "strict", "confidence", "status"),
    [
        ("high", False, "certain", 1),
        ("critical", False, "certain", 0),
        ("info", False, "certain", 1),
        ("never", True, "certain", 0),
        ("high", False, "possible", 0),
        ("high", True, "possible", 1),
    ],
)
def test_exit_status(fail_on, strict, confidence, status):
    made = rule(RULE.replace("confidence: certain", f"confidence: {confidence}"))
    assert audited(CASE, rules=[made], fail_on=fail_on, strict=strict).exit_status == status


def test_the_settings_turn_rules_off_weigh_them_and_set_their_numbers(tmp_path):
    def reported(text):
        report = audited(CASE, config=config(tmp_path, text))
        return [(one.severity.value, one.message) for one in findings(report)], [
            (one.name, one.value, one.from_) for one in report.cases[0].options
        ]

    assert reported("rules: {too-much: off}") == ([], [])
    assert reported("rules: {too-much: low}")[0][0][0] == "low"
    assert reported("rules: {too-much: {severity: info, with: {at_most: 3}}}") == (
        [("info", "£8 is 4 times £2.")],
        [
            ("at_most", "3", "fairaudit.yaml"),
            ("of", "minimum", "fairaudit.yaml"),
            ("to", "lot.value", "fairaudit.yaml"),
        ][:1],
    )


PEOPLE = """tender:
  id: X-1
  title: Care by Price Grace and Osei Clinics
  value: {amount: 2, currency: GBP}
  selection_criteria: [{id: S1, kind: turnover, minimum: 6, currency: GBP, text: as Grace Price asked}]
people: [{id: e1, name: Grace Price}]
parties: [{id: osei, name: Osei Clinics}]
enquiries: [{id: q, asked_by: lonely-bidder}]
"""


def test_redaction_reaches_every_string_and_is_stable():
    report = audited(PEOPLE, redact=True)
    text = repr(report)
    for name in ("Grace", "Osei", "lonely-bidder", "e1'", "osei"):
        assert name not in text
    assert report.cases[0].title == "Care by [withheld] and [withheld]"
    excerpt = findings(report)[0].excerpt
    assert excerpt.text[excerpt.marks[0][0] - 1 : excerpt.marks[0][1] - 1] == "6"
    assert text == repr(audited(PEOPLE, redact=True))


def test_today_is_given_and_settles_the_stage():
    text = "tender: {buyer: {country: GB}, published: 2026-03-05T09:00, tender_period: {end_date: 2026-03-30T12:00}}"

    def stage(day):
        case = replace(case_of(text), today=day)
        return run([case], choose((), Config(), (), ()), Settings(today=day)).cases[0].stage

    assert (stage(date(2026, 3, 4)).name, stage(date(2026, 3, 5)).name) == ("tender", "bidding")
    assert (stage(date(2026, 3, 30)).name, stage(date(2026, 3, 31)).name) == ("bidding", "evaluation")
    assert stage(date(2026, 3, 31)).because == "the deadline of 30 March 2026 12:00 has passed"


WRAPPED = """
tender:
  specification:
    - id: "4"
      mandatory: true
      text: >-
        The service shall be
        of a truly high
        quality at all times.
"""


def test_the_words_a_finding_is_about_are_underlined_where_they_stand():
    from fairaudit.engine.findings import words_within

    lines = WRAPPED.split("\n")
    first = lines.index("        The service shall be") + 1
    span = (first - 1, 13, first + 3, 1)
    assert words_within(WRAPPED.split("\n"), span, "service") == (first, 13, first, 20)
    # What wraps is underlined to the end of its first line.
    assert words_within(WRAPPED.split("\n"), span, "truly high quality") == (first + 1, 14, first + 1, 24)
    assert words_within(WRAPPED.split("\n"), span, "not there") is None
    assert words_within(WRAPPED.split("\n"), span, "mandatory") is None


@pytest.mark.parametrize(
    ("path", "status"), [("evaluation.individual_tables[0].file", 2), ("evaluation.individual_tables[0]", 0)]
)
@pytest.mark.parametrize("fail_on", ["high", "never"])
def test_a_file_that_was_not_read_leaves_the_audit_incomplete_and_a_single_cell_does_not(path, status, fail_on):
    case = CaseReport(
        "T1", "", Stage("bidding", ""), unreadable=(NotUnderstood("scores.csv", 1, path, "", "is no text"),)
    )
    assert exit_status((case,), fail_on, strict=False) == status
