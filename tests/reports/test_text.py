import re
import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.engine.contract.report import Audience, Excerpt, NotUnderstood, Outcome
from fairaudit.reports import text
from fairaudit.reports.wording import standing
from tests.reports import golden
from tests.reports.sample import HOSTILE, finding, report, verdict
from tests.reports.variants import TRICKS, clinic, numbered, poisoned, silent, three, unread

OURS = re.compile(r"\x1b\[(?:0|[1-9;][0-9;]*)m")
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def only(found, **changes):
    """A report with one case that holds one finding and nothing else."""
    case = replace(
        report().cases[0], verdicts=(verdict(outcome=found.outcome, findings=(found,)),), unreadable=(), not_read=()
    )
    return report(cases=(case,), **changes)


@pytest.mark.parametrize(
    ("name", "given", "options"),
    [
        ("sample.txt", report(), {}),
        ("clinic.txt", clinic(), {}),
        ("clinic-bidder-narrow-ascii.txt", clinic(audience=Audience.BIDDER), {"width": 60, "ascii_only": True}),
        ("three.txt", three(), {"width": 80}),
        ("clinic-color.txt", clinic(), {"color": True}),
    ],
)
def test_whole_output(name, given, options):
    golden.check(name, text.render(given, **({"color": False} | options)))


def test_color_changes_nothing_but_the_style():
    assert OURS.sub("", text.render(clinic(), color=True)) == text.render(clinic(), color=False)


@pytest.mark.parametrize("ascii_only", [False, True])
def test_no_control_or_direction_character_reaches_the_terminal(ascii_only):
    out = text.render(poisoned(three(), TRICKS), color=False, ascii_only=ascii_only)
    assert not FORBIDDEN.search(out)
    assert not out.replace("\n", "").count("\x1b")
    colored = text.render(poisoned(three(), TRICKS), color=True, ascii_only=ascii_only)
    styles = {"0", "1", "2", "34", "35", "36", "1;31", "1;33", "1;36", "1;37;41"}
    assert set(re.findall(r"\x1b\[([0-9;]*)m", colored)) <= styles
    assert not FORBIDDEN.search(OURS.sub("", colored))
    # "31" alone is the stranger's own colour, and no style of ours.
    assert "\x1b[31m" not in colored


def test_ascii_only_leaves_nothing_but_ascii():
    out = text.render(poisoned(three(), "£→–“é日ß\u0301…§ "), color=True, ascii_only=True)
    assert out.isascii()
    assert "GBP ->-" in out


@pytest.mark.parametrize(
    ("line", "marked", "ascii_only", "shown", "before", "length"),
    [
        ("value: 6000000 # yes", "6000000", False, "value: 6000000 # yes", 7, 7),
        ("naïve £5 value: x", "value", False, "naïve £5 value: x", 9, 5),
        ("naïve £5 value: x", "value", True, "naive GBP 5 value: x", 12, 5),
        ("名前: 価格 はい", "価格", False, "名前: 価格 はい", 6, 4),
        ("名前: 価格 はい", "価格", True, "??: ?? ??", 4, 2),
        ("e\u0301te\u0301: x", "x", False, "e\u0301te\u0301: x", 5, 1),
        ("e\u0301te\u0301: x", "x", True, "ete: x", 5, 1),
        ("a\tb\x1bc: x", "x", False, "a b\ufffdc: x", 7, 1),
        ("ﬁt £: end", "£", True, "fit GBP : end", 4, 4),
    ],
)
def test_the_underline_stands_under_what_is_marked(line, marked, ascii_only, shown, before, length):
    start = line.index(marked)
    found = finding(excerpt=Excerpt(line, 7, ((start + 1, start + 1 + len(marked)),)))
    lines = text.render(only(found), color=False, ascii_only=ascii_only).split("\n")
    at = next(n for n, one in enumerate(lines) if one.startswith("7 |"))
    assert lines[at] == f"7 | {shown}"
    assert lines[at + 1] == "  | " + " " * before + "^" * length


@pytest.mark.parametrize("start", [1, 180, 500, 990])
def test_a_long_line_is_cut_around_its_mark(start):
    line = "".join(chr(97 + n % 26) for n in range(1000))
    found = finding(excerpt=Excerpt(line, 7, ((start, start + 5),)))
    lines = text.render(only(found), color=False, width=80).split("\n")
    at = next(n for n, one in enumerate(lines) if one.startswith("7 |"))
    assert len(lines[at]) <= 80
    marks = [n for n, one in enumerate(lines[at + 1]) if one == "^"]
    assert lines[at][marks[0] : marks[-1] + 1] == line[start - 1 : start + 4]


@pytest.mark.parametrize("marks", [((0, 0),), ((-4, 2),), ((90, 95),), ((3, 3),), ()])
def test_marks_that_do_not_fit_break_nothing(marks):
    out = text.render(only(finding(excerpt=Excerpt("abc", 7, marks))), color=False)
    assert "7 | abc\n" in out


def test_the_advice_is_for_whom_it_is_for():
    shown = {one: text.render(clinic(audience=one), color=False) for one in Audience}
    assert ("= fix:" in shown[Audience.OFFICER], "= ask:" in shown[Audience.OFFICER]) == (True, False)
    assert ("= fix:" in shown[Audience.BIDDER], "= ask:" in shown[Audience.BIDDER]) == (False, True)
    assert ("= fix:" in shown[Audience.AUDITOR], "= ask:" in shown[Audience.AUDITOR]) == (True, True)


def test_who_speaks_to_bidders_says_that_a_question_stops_no_clock():
    assert "does not stop it" in text.render(report(audience=Audience.BIDDER), color=False, width=400)
    assert "does not stop it" not in text.render(report(), color=False, width=400)


def test_review_looks_different_from_flagged():
    flagged, review = (
        text.render(only(finding(outcome=one)), color=color)
        for one, color in ((Outcome.FLAGGED, True), (Outcome.REVIEW, True))
    )
    assert "^^^" in flagged
    assert "~" not in flagged
    assert "~~~" in review
    assert "^" not in review
    assert "\x1b[1;31mhigh[" in flagged
    assert "\x1b[35mhigh[" in review


def test_a_waived_finding_stays_with_reason_author_and_date():
    out = text.render(clinic(), color=False, width=200)
    assert (
        "= waived: Volume risk, see the file note of 12 February "
        "(by A. Invented, until 31 December 2026, fairaudit.yaml:12)" in out
    )
    assert "high[nhs-psr/turnover-over-twice-the-contract] flagged, certain, waived:" in out
    assert "= baseline:" in out


def test_an_author_cannot_accept_for_others():
    waiver = replace(clinic().cases[0].verdicts[4].findings[0].waiver, settles=False)
    out = text.render(only(finding(waiver=waiver)), color=False, width=200)
    assert "flagged, certain, accepted by the author:" in out
    assert "this settles nothing" in out


def test_silence_is_not_a_clean_result():
    out = text.render(report(cases=(silent(),)), color=False)
    assert out.startswith("1 of 7 rules in force were assessed; 6 could not be judged for want of data.")
    assert "Nothing was flagged, but 6 of 7 rules came to no answer: this is not a clean result." in out


def test_an_unread_case_is_never_clean():
    out = text.render(report(cases=(unread(), silent())), color=False, width=200)
    assert "unread[BROKEN-1] b.yaml:3:9: a second key `value` stands in the same group; keep one of them" in out
    assert "1 case not read completely" in out


def test_where_nothing_could_be_read_each_fault_is_one_line_and_nothing_else_is_said():
    out = text.render(report(cases=(unread(), unread())), color=False, width=40)
    assert out == "b.yaml:3:9: a second key `value` stands in the same group; keep one of them\n" * 2


def test_counts_and_coverage_come_last():
    lines = text.render(clinic(), color=False).rstrip("\n").split("\n")
    assert lines[-4] == (
        "12 of 21 rules assessed: 4 flagged, 1 review, 6 not assessed, 0 error, 7 passed, 3 not applicable"
    )
    assert lines[-1].startswith("exit status 1: ")


def test_what_would_change_a_rule_that_could_not_be_judged():
    out = text.render(report(cases=(silent(),)), color=False)
    assert [line for line in out.split("\n") if line.startswith("  - ")] == [
        "  - Give tender.published and 2 rules can be judged",
        "  - Name declarations under `complete` (if that is all there is) and 1 rule can be judged",
        "  - Settle which regime applies and 1 rule can be judged",
        "  - Give tender.published and tender.value and 1 rule can be judged",
        "  - 1 rule: data missing",
    ]


def test_what_was_judged_only_in_part_is_listed_as_not_assessed():
    out = text.render(clinic(), color=False)
    assert "not assessed: 7 rules, wholly or in part." in out
    assert "  - Give tender.specification.text and 1 rule can be judged\n" in out


def test_words_keep_to_the_width():
    for width in (80, 100):
        for line in text.render(clinic(), color=False, width=width).split("\n"):
            assert len(line) <= width or "-->" in line or re.match(r" *\d+ \| ", line), line


def test_every_text_of_a_finding_is_printed():
    given = numbered(clinic())
    out = text.render(given, color=False, width=4000)
    for case in given.cases:
        for rule, found in case.findings:
            parts = [found.message, found.path, found.file, found.why, found.fix, found.ask, rule.pack, rule.rule]
            parts += [one.label for one in found.related] + [one.cite for one in found.sources]
            assert [one for one in parts if one not in out] == []
        assert all(note.note in out for rule in case.verdicts for note in rule.notes)


def test_hostile_words_stay_on_their_line():
    assert "\n# f" not in text.render(report(), color=False, width=400)
    assert HOSTILE.replace("\n", " ") in text.render(report(), color=False, width=400)


def test_importing_it_costs_nothing_heavy():
    code = (
        "import sys, fairaudit.reports.text, fairaudit.reports.markdown, fairaudit.reports.html\n"
        "print(sorted({'jinja2', 'markupsafe', 'rich', 'pydantic', 'typer', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(
    st.text(alphabet="ab-.\x00 \t\u00a0é", max_size=120)
    | st.lists(st.text("abc", min_size=1, max_size=12)).map(" ".join),
    st.integers(12, 40),
    st.integers(0, 8),
)
def test_a_text_is_broken_where_the_library_breaks_it(words, width, hang):
    asked = textwrap.wrap(words, width, subsequent_indent=" " * hang, break_on_hyphens=False)
    assert (text.broken(words, width, hang) or []) == asked or (text.broken(words, width, hang), asked) == ([""], [])


def test_a_place_that_has_no_room_on_one_line_takes_two():
    long = finding(file="procurements/2026/eye-clinic/evaluation.yaml", path="evaluation.individual[15].evaluator")
    lines = text.render(only(long), color=False, width=80).splitlines()
    place = next(rank for rank, line in enumerate(lines) if "--> " in line)
    assert lines[place].split("--> ")[1].startswith("procurements/2026/eye-clinic/evaluation.yaml:")
    assert lines[place + 1].strip() == "at evaluation.individual[15].evaluator"
    assert (
        "evaluation.yaml:" in text.render(only(long), color=False, width=120).split(" at evaluation.individual[15]")[0]
    )


def test_a_file_that_was_lost_is_no_value_and_counts_once_however_much_is_wrong_with_it():
    lost = NotUnderstood("case.yaml", 4, "evaluation.individual[0].file", "s.xlsx", "is no workbook")
    cell = NotUnderstood("staff.csv", 2, "people[0].birth_date", "May", "should be a date")
    case = report().cases[0]
    assert "1 file could not be read as a whole, listed below. 1 value was not" in standing(
        replace(case, unreadable=(lost, replace(lost, line=9), cell))
    )
    said = standing(replace(case, unreadable=(lost, replace(lost, path="registers[0].file"))))
    assert "2 files could not be read as a whole, listed below." in said
    assert "not understood" not in said


def test_a_case_with_people_or_parties_and_no_register_says_that_none_was_searched():
    case = report().cases[0]
    said = "No register was searched: ties outside this case's own records were not looked for."
    assert said not in text.render(report(), color=False)
    assert said in text.render(replace(report(), cases=(replace(case, unsearched=said),)), color=False)


def test_scenarios_that_were_asked_for_and_not_run_are_told_with_why_and_what_to_set():
    missing = ("evaluation.locked",)
    kept = verdict(outcome=Outcome.NOT_ASSESSED, findings=(), reason="the scores may still change", missing=missing)
    for pack, told in (("what-if", 1), ("evaluation", 0)):
        case = replace(report().cases[0], verdicts=(replace(kept, pack=pack),), unreadable=(), not_read=())
        said = " ".join(text.render(report(cases=(case,)), color=False).split())
        line = "scenarios not run: the scores may still change (set evaluation.locked, or use --for auditor)"
        assert said.count(line) == told
