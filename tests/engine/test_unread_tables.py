"""A table that cannot be read: whatever leans on it is not assessed and names the file, and the rest is audited."""

import csv
import io
import itertools
import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from fairaudit.api import audit
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.cases import Extra, open_cases

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = date(2026, 11, 27)


def verdicts(folder, **files):
    here = Path(folder)
    shutil.copytree(EXAMPLES / folder, here, dirs_exist_ok=True)
    for name, content in files.items():
        (here / name.replace("_", ".")).write_text(content, encoding="utf-8")
    [case] = open_cases(here, Extra(today=TODAY))
    assert isinstance(case, Case), case.faults
    [report] = audit(case, today=TODAY).cases
    return report, {one.name: one for one in report.verdicts}


def others(rows):
    """Tables of the same shape that say something else: outsiders, other days, other scores, rows twice, and too few of them."""
    head, *body = rows
    at = {name: head.index(name) for name in head}
    yield [head, *body, *body]
    yield [head, *body[:3]]
    yield [head, *([*row[: at["score"]], "9", *row[at["score"] + 1 :]] for row in body)]
    yield [head, *(["stranger", *row[1:]] for row in body)]
    yield [head, *([*row[: at["at"]], "2026-01-01T09:00"] for row in body)]
    yield [head, *([*row[: at["comment"]], "As B1, but better than B2.", *row[at["comment"] + 1 :]] for row in body)]
    yield [head, *([*row[: at["criterion"]], "Q99", *row[at["criterion"] + 1 :]] for row in body)]


def test_nothing_passes_that_other_scores_would_have_changed():
    report, unread = verdicts("evaluation", scores_csv="\x00")
    assert [(one.file, one.line, one.text) for one in report.unreadable] == [("evaluation/scores.csv", 1, "scores.csv")]
    assert report.stage.name == "award"
    passed = {name for name, one in unread.items() if one.outcome in ("passed", "not-applicable")}
    sure = {name for name, one in unread.items() if one.outcome == "flagged"}
    assert passed
    rows = list(csv.reader(io.StringIO((EXAMPLES / "evaluation" / "scores.csv").read_text(encoding="utf-8"))))
    for table in others(rows):
        text = io.StringIO()
        csv.writer(text).writerows(table)
        _, found = verdicts("evaluation", scores_csv=text.getvalue())
        assert {name: found[name].outcome for name in passed} == {name: unread[name].outcome for name in passed}
        assert {name for name in sure if found[name].outcome != "flagged"} == set()


def test_what_is_not_assessed_names_the_file_and_what_is_wrong_with_it():
    _, found = verdicts("evaluation", scores_csv="evaluator,bidder\n")
    one = found["core/score-off-its-scale"]
    words = (
        "evaluation/scores.csv:1 has no column headed `criterion`, `score`, so that evaluation.individual is not known"
    )
    assert (one.outcome, one.reason) == ("not-assessed", words)
    assert one.unassessed[0].missing == ("evaluation.individual_tables[0].file (a file that can be read)",)


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("people", "core/undeclared-directorship-of-a-bidder"),
        ("people", "core/declared-interest-and-still-scored"),
        ("parties", "core/rivals-with-the-same-contact-details"),
        ("declarations", "core/undeclared-employment-with-a-bidder"),
        ("declarations", "core/declared-interest-and-still-scored"),
    ],
)
def test_what_rests_on_people_parties_or_declarations_of_a_table_that_cannot_be_read_is_open(kind, rule):
    text = (EXAMPLES / "conflicts" / "people.yaml").read_text(encoding="utf-8")
    assert "registers:" not in text
    before = verdicts("conflicts")[1]
    report, after = verdicts("conflicts", people_yaml=f"{text}\nregisters: [{{file: {kind}.csv, kind: {kind}}}]\n")
    assert [one.text for one in report.unreadable] == [f"{kind}.csv"]
    assert before[rule].outcome in ("flagged", "passed")
    assert after[rule].outcome in ("review", "not-assessed")
    words = f"registers[0].file names a file that is not there: `{kind}.csv`, so that {kind} is not known"
    assert words in [each.reason for each in after[rule].unassessed]


@cache
def agreed_in_a_table(text, scores=None):
    """The example of an evaluation with its agreed scores in a table beside the case, audited once for all who ask."""
    case = (EXAMPLES / "evaluation" / "evaluation.yaml").read_text(encoding="utf-8")
    head, _, rest = case.partition("  consensus:\n")
    others = list(itertools.dropwhile(lambda line: line.startswith("    - {bid"), rest.splitlines()))
    files = {
        "evaluation_yaml": "\n".join([f"{head}  consensus: {{file: agreed.csv}}", *others, ""]),
        "agreed_csv": text,
    }
    return verdicts("evaluation", **files, **({"scores_csv": scores} if scores else {}))


SCORE_TWICE = "bidder,criterion,score,score\nB1,Q1,3,3\n"
AGREED = "agreed.csv:1 names the column `score` twice, or its field `score` by two names, so that evaluation.consensus is not known"
SINGLE = [
    "evaluation/evaluator-departs-for-one-bid", "evaluation/sheets-that-are-alike", "evaluation/severity-of-evaluators",
    "evaluation/agreement-of-the-panel", "evaluation/every-sheet-is-the-same", "core/scores-missing", "core/scored-by-an-outsider",
]  # fmt: skip


def test_what_is_said_of_single_scores_stands_where_the_table_of_agreed_ones_cannot_be_read():
    before = verdicts("evaluation")[1]
    _, after = agreed_in_a_table(SCORE_TWICE)
    for name in SINGLE:
        assert (after[name].outcome, [one.message for one in after[name].findings]) == (
            before[name].outcome,
            [one.message for one in before[name].findings],
        )
    assert not [one for one in after.values() if "evaluation.individual is not known" in (one.reason or "")]


@pytest.mark.parametrize(
    "rule",
    [
        "core/panel-score-outside-its-members", "core/totals-that-do-not-recompute", "core/score-off-its-scale",
        "evaluation/moderation-changes-who-leads", "evaluation/average-in-place-of-agreement",
    ],
)  # fmt: skip
def test_no_single_score_stands_in_for_an_agreed_one_that_cannot_be_read(rule):
    _, after = agreed_in_a_table(SCORE_TWICE)
    assert (after[rule].outcome, after[rule].reason) == ("not-assessed", f"evaluation/{AGREED}")


def test_a_single_score_off_its_scale_is_asked_about_where_the_table_of_agreed_ones_cannot_be_read():
    text = (
        (EXAMPLES / "evaluation" / "scores.csv").read_text(encoding="utf-8").replace("amara,B1,Q1,3", "amara,B1,Q1,9")
    )
    _, after = agreed_in_a_table(SCORE_TWICE, text)
    one = after["core/score-off-its-scale"]
    assert (one.outcome, len(one.findings)) == ("review", 1)
    assert f"evaluation/{AGREED}" in [each.reason for each in one.unassessed]
