"""Workflow commands: read back by a parser that does what the runner does, and compared whole."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.unseen import UNSEEN
from fairaudit.engine.contract.report import Audience, Outcome, Severity, Stage, Unlooked, WaiverUsed
from fairaudit.reports import wording
from fairaudit.reports.ci import refuse_in_ci
from fairaudit.reports.github import render
from fairaudit.sources.document import FairauditError
from tests.reports import golden
from tests.reports.sample import HOSTILE, finding, report, verdict
from tests.reports.variants import TRICKS, poisoned

NO_SOURCE = "Basis: heuristic: no published source"


def parse(line):
    """Return command, properties and message as the runner reads them."""
    assert line.startswith("::")
    head, message = line[2:].split("::", 1)
    command, _, rest = head.partition(" ")
    properties = dict(pair.split("=", 1) for pair in rest.split(",") if pair)
    return command, {name: decoded(text, ":,") for name, text in properties.items()}, decoded(message, "")


def decoded(text, more):
    for char in f"{more}\n\r":
        text = text.replace(f"%{ord(char):02X}", char)
    return text.replace("%25", "%")


def commands(any_report):
    text = render(any_report)
    assert text.endswith("\n")
    return [parse(line) for line in text[:-1].split("\n")]


def only(**changes):
    """The command of a report with one finding and nothing else."""
    return with_case(verdicts=(verdict(findings=(finding(**changes),)),))[0]


def with_case(**changes):
    bare = {"unreadable": (), "not_read": (), "verdicts": (), "counts": {}}
    return commands(report(cases=(replace(report().cases[0], **(bare | changes)),)))


def test_the_whole_output_is_as_before():
    golden.check("../golden_machine/github.txt", render(report()))


def test_every_line_is_a_command_whatever_strangers_write():
    assert [(command, properties.get("title")) for command, properties, _ in commands(report())] == [
        ("error", "A rule that broke (core/broken)"),
        ("error", "Turnover asked for is more than twice the contract value (core/turnover-over-twice-the-contract)"),
        ("warning", "not understood"),
        ("notice", f"{HOSTILE} (core/vague)"),
        ("notice", "not read"),
        ("notice", "not assessed"),
        ("notice", "fairaudit"),
    ]


@pytest.mark.parametrize(
    "text", ["100%", "%0A", "%25", "a\r\nb", "::error::x", "a,line=1", "b:c", "##[error]x", "::stop-commands::x", "a=b"]
)
def test_hostile_text_comes_back_and_breaks_nothing(text):
    command, properties, message = only(file=text, message=text, why=text, fix=text, path=text, sources=())
    assert (command, properties["file"], properties["line"]) == ("error", text, "17")
    assert message == f"{text}: {text}\nWhy it matters: {text}\nWhat to mend: {text}\n{NO_SOURCE}"


@given(st.text(alphabet="%0A25D:,=\r\n# a", min_size=1))
def test_any_text_comes_back(text):
    _, properties, message = only(file=text, message=text, why="", fix="", path="p", sources=())
    assert (properties["file"], message) == (text, f"p: {text}\n{NO_SOURCE}")


def test_the_encoding_is_that_of_the_runner():
    where = "file=a%25%3A%2C%0D%0Ab,line=17,col=32,endColumn=39"
    text = render(report(cases=(replace(report().cases[0], verdicts=(verdict(title="T", findings=(
        finding(file="a%:,\r\nb", message="c%:,\r\nd", why="", fix="", path="p", sources=()),)),)),)))  # fmt: skip
    line = text.split("\n")[0]
    assert line == f"::error {where},title=T (core/turnover-over-twice-the-contract)::p: c%25:,%0D%0Ad%0A{NO_SOURCE}"


def test_what_colours_or_turns_a_log_is_shown_as_a_gap():
    _, properties, message = only(
        file="a\x1b.yaml", message="\x1b[31m\u202eb\x85\u2028\ud800", why="", fix="", sources=()
    )
    assert properties["file"] == "a\ufffd.yaml"
    assert message == "tender.selection_criteria[0].minimum: \ufffd[31m\ufffdb\ufffd\ufffd\ufffd\n" + NO_SOURCE
    message.encode("utf-8")


def test_nothing_hidden_is_left_in_any_line():
    for line in render(poisoned(report(), TRICKS)).splitlines():
        assert not UNSEEN.search(line), line


@pytest.mark.parametrize(
    ("outcome", "severity", "level"),
    [
        (Outcome.FLAGGED, Severity.CRITICAL, "error"),
        (Outcome.FLAGGED, Severity.HIGH, "error"),
        (Outcome.FLAGGED, Severity.MEDIUM, "warning"),
        (Outcome.FLAGGED, Severity.LOW, "notice"),
        (Outcome.FLAGGED, Severity.INFO, "notice"),
        *[(Outcome.REVIEW, severity, "notice") for severity in Severity],
    ],
)
def test_the_level_says_how_grave_and_review_never_alarms(outcome, severity, level):
    command, _, message = only(outcome=outcome, severity=severity, message="m")
    assert command == level
    assert (": A person must look: m" in message) is (outcome is Outcome.REVIEW)


WAIVER = WaiverUsed("r", "Ada Invented", "2026-12-31", "fairaudit.yaml", 3, True)


@pytest.mark.parametrize(
    ("changes", "level", "words"),
    [
        ({"waiver": WAIVER}, "notice", "accepted by Ada Invented until 2026-12-31: r"),
        ({"waiver": replace(WAIVER, by=None, until=None)}, "notice", "accepted by a person not named: r"),
        (
            {"waiver": replace(WAIVER, settles=False)},
            "error",
            "accepted by Ada Invented until 2026-12-31, which settles nothing here: r",
        ),
        (
            {"waiver": replace(WAIVER, by=None, until=None, settles=False)},
            "error",
            "accepted by the author, which settles nothing here: r",
        ),
        ({"baseline": True}, "notice", "accepted in the baseline"),
        (
            {"baseline": True, "waiver": replace(WAIVER, until=None)},
            "notice",
            "accepted by Ada Invented: r; accepted in the baseline",
        ),
    ],
)
def test_what_was_accepted_says_by_whom_until_when_and_is_no_error(changes, level, words):
    command, _, message = only(message="m", why="", fix="", sources=(), path="p", **changes)
    assert (command, message) == (level, f"p: m ({words})\n{NO_SOURCE}")


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({}, {"line": "17", "col": "32", "endColumn": "39"}),
        ({"end_line": 19, "end_column": 2}, {"line": "17", "endLine": "19"}),
        ({"column": 0}, {"line": "17"}),
        ({"end_column": 32}, {"line": "17", "col": "32", "endColumn": "32"}),
        ({"line": 0, "column": 0, "end_line": 0, "end_column": 0}, {}),
    ],
)
def test_columns_stand_only_where_github_takes_them(changes, place):
    _, properties, _ = only(**changes)
    title = "Turnover asked for is more than twice the contract value (core/turnover-over-twice-the-contract)"
    assert properties == {"file": "tender.yaml", **place, "title": title}


def test_a_finding_without_a_file_has_no_place():
    _, properties, _ = only(file="", line=0)
    assert list(properties) == ["title"]


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        (Audience.OFFICER, "What to mend: f"),
        (Audience.BIDDER, "What to ask: a"),
        (Audience.AUDITOR, "What to mend: f\nWhat to ask: a"),
    ],
)
def test_the_words_are_those_of_the_audience(audience, words):
    one = finding(message="m", why="w", fix="f", ask="a", path="p", sources=())
    case = replace(report().cases[0], verdicts=(verdict(findings=(one,)),))
    _, _, message = commands(report(audience=audience, cases=(case,)))[0]
    assert message == f"p: m\nWhy it matters: w\n{words}\n{NO_SOURCE}"


def test_a_case_that_could_not_be_read_is_an_error_for_each_reason():
    found = with_case(faults=("a.yaml:3:1: is torn", "b.yaml: is empty"))
    assert found[:-1] == [
        ("error", {"file": "a.yaml", "line": "3", "col": "1", "title": "EYE-1 could not be read"}, "is torn"),
        ("error", {"title": "EYE-1 could not be read"}, "b.yaml: is empty"),
    ]
    assert "1 case could not be read" in found[-1][2]


PARTLY = verdict(findings=(), unassessed=(Unlooked("tender.lots[1]", "no value", ("tender.lots[1].value",)),))
SILENT = verdict(rule="b", outcome=Outcome.NOT_ASSESSED, findings=(), reason=None)
LISTED = "; a JSON, HTML or Markdown report lists them with what would change that."


def test_what_was_not_looked_at_is_counted_also_where_a_rule_judged_the_rest():
    assert with_case(verdicts=(PARTLY, SILENT))[:-1] == [
        ("notice", {"title": "not assessed"}, f"2 rules could not be judged, wholly or in part{LISTED}")
    ]
    one = with_case(verdicts=(SILENT,))[0][2]
    assert one == f"1 rule could not be judged, wholly or in part{LISTED.replace('them', 'it')}"
    assert [properties["title"] for _, properties, _ in with_case(verdicts=(verdict(findings=()),))] == ["fairaudit"]


def test_many_cases_begin_with_the_gravest_and_end_with_one_count():
    low = verdict(rule="low", findings=(finding(severity=Severity.MEDIUM),))
    look = verdict(rule="look", outcome=Outcome.REVIEW, findings=(finding(outcome=Outcome.REVIEW),))
    quiet = replace(report().cases[0], unreadable=(), not_read=(), verdicts=(SILENT,))
    cases = [quiet] * 18 + [
        replace(quiet, verdicts=(look, low, PARTLY)),
        replace(quiet, verdicts=(verdict(findings=(finding(),)),)),
        replace(quiet, verdicts=(), faults=("a.yaml:3:1: is torn",)),
    ]
    found = commands(report(cases=tuple(cases)))
    assert [command for command, _, _ in found] == ["error", "error", "warning", "notice", "notice", "notice"]
    assert found[-2][2] == f"2 rules could not be judged, wholly or in part, in 19 of 21 cases{LISTED}"
    assert f"{18} not assessed" in found[-1][2]


def test_the_last_line_counts_and_is_no_certificate():
    command, properties, message = commands(report())[-1]
    assert (command, properties) == ("notice", {"title": "fairaudit"})
    assert message.startswith("3 of 6 rules in force were assessed")
    assert " no certificate " in message
    assert message == " ".join(
        [
            *wording.head(report()),
            "1 flagged, 1 review, 1 not assessed, 1 error, 1 passed, 1 not applicable; 1 waived, 0 in the baseline.",
        ]
    )


def at(*stages, **changes):
    cases = [replace(report().cases[0], id=f"C{n}", stage=Stage(name, "b"), **changes) for n, name in enumerate(stages)]
    return report(cases=tuple(cases))


@pytest.mark.parametrize("stage", ["bidding", "evaluation", "award", "market", "a stage of tomorrow", ""])
def test_records_of_bidding_and_later_are_refused_unless_allowed(stage):
    with pytest.raises(FairauditError) as caught:
        refuse_in_ci(at(stage), False)
    (fault,) = caught.value.faults
    assert str(fault) == (
        f"tender.yaml: is at stage {stage} (b): logs and alerts of CI are read by people who may not see bids and"
        " scores, so this format is refused; write a text, Markdown, HTML or JSON report to a protected place, or give"
        " --allow-ci-evaluation if everyone who can read this CI may see them"
    )
    assert refuse_in_ci(at(stage), True) is None


def test_templates_and_tenders_may_be_seen():
    assert refuse_in_ci(at("template", "tender"), False) is None


def test_every_case_that_may_not_be_seen_is_named_and_no_other():
    with pytest.raises(FairauditError) as caught:
        refuse_in_ci(at("tender", "award", "market", inputs=()), False)
    assert [fault.file for fault in caught.value.faults] == ["C1", "C2"]


def test_a_case_that_could_not_be_read_shows_nothing_and_is_let_through():
    assert refuse_in_ci(at("", verdicts=(), faults=("a.yaml: is empty",)), False) is None
    with pytest.raises(FairauditError):
        refuse_in_ci(at("award", faults=("a.yaml: is empty",)), False)
