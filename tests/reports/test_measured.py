"""What was measured stands in every report for people, and whole in JSON."""

import json
import re
from dataclasses import replace

from fairaudit.engine.contract.measures import Measure, MeasureTable
from fairaudit.engine.contract.report import Unlooked
from fairaudit.reports import html, markdown
from fairaudit.reports import json as json_report
from fairaudit.reports.text import render
from tests.reports.sample import HOSTILE, report

TABLE = MeasureTable("agreement", ("criterion", "share"), (("Q1", "0.123456"), ("Q2", None)), "2")
MEASURES = (
    Measure("evaluation/agreement", "How far evaluators agree", "estimated", "Alpha is 0.4 (0.1 to 0.6).", (TABLE,)),
    Measure("evaluation/agreement", "How far evaluators agree", "constant", "Q3: not estimable, no variation."),
)


def measured(*measures):
    settled = report()
    return replace(settled, cases=(replace(settled.cases[0], measures=measures),))


def test_the_text_says_each_sentence_under_its_rule():
    out = render(measured(*MEASURES), color=False)
    assert (
        "what was measured: by 1 rule, whether or not anything was found; the other "
        "formats show the tables\n"
        "  - evaluation/agreement: Alpha is 0.4 (0.1 to 0.6).\n"
        "  - evaluation/agreement: Q3: not estimable, no variation.\n"
    ) in out


def test_markdown_has_the_numbers_behind_it():
    out = markdown.render(measured(*MEASURES))
    section = out.split("### What was measured\n")[1].split("\n### ")[0]
    assert section.split("\n", 3)[3] == (
        "#### How far evaluators agree\n\n`evaluation/agreement`\n\n- Alpha is 0.4 (0.1 to 0.6).\n"
        "- Q3: not estimable, no variation.\n\nagreement, lot 2\n\n| criterion | share of weightings |\n| --- | --- |\n"
        "| Q1 | 0.1235 |\n| Q2 | not recorded |\n"
    )


def test_a_title_that_names_what_would_be_found_says_whether_it_was():
    settled = measured(replace(MEASURES[0], rule="core/weights-add-up"), replace(MEASURES[0], rule="core/vague"))
    case = settled.cases[0]
    titled = tuple(replace(one, title="It is vague") if one.rule == "vague" else one for one in case.verdicts)
    out = markdown.render(replace(settled, cases=(replace(case, verdicts=titled),)))
    assert re.findall("^#### (.*)\n\n`core/(?:weights-add-up|vague)`$", out, re.MULTILINE) == [
        "Weights do not add up: nothing found",
        "It is vague: for a person to look at",
    ]


def test_a_long_table_is_cut_and_says_where_all_of_it_is():
    rows = tuple((f"Q{number}", "1") for number in range(1000))
    long = replace(MEASURES[0], tables=(replace(TABLE, rows=rows),))
    assert "| Q39 | 1 |\n\n" in markdown.render(measured(long))
    assert "agreement, lot 2: the first 200 of 1,000 rows (the JSON report has them all)" in html.render(measured(long))
    assert len(json.loads(json_report.render(measured(long)))["cases"][0]["measures"][0]["tables"][0]["rows"]) == 1000


def test_html_escapes_what_was_measured():
    hostile = Measure(
        "evaluation/x", HOSTILE, "k", HOSTILE, (MeasureTable(HOSTILE, (HOSTILE,), ((HOSTILE,),), HOSTILE),)
    )
    out = html.render(measured(hostile))
    assert "<script" not in re.sub(r"<style>.*?</style>", "", out, flags=re.DOTALL)


def test_json_is_read_back_as_it_was():
    settled = measured(*MEASURES)
    assert json_report.read(json_report.render(settled)) == settled


def test_what_is_compared_with_nothing_is_no_gap_in_the_record():
    table = MeasureTable(
        "ranks-over-scenarios",
        ("scenario", "bidder", "rank", "compared_with"),
        (("worked out again", "A", 1, None), ("without Q1", "A", 2, "worked out again")),
    )
    given = measured(Measure("what-if/places-over-scenarios", "Everybody's places", "changes", "It changes.", (table,)))
    assert "| worked out again | A | 1 | nothing: others are compared with this |" in markdown.render(given)
    assert "not recorded" not in html.render(given)


def test_a_place_of_which_no_more_is_told_than_that_it_is_not_given_stands_once():
    settled = report()
    aims = "tender.aims is not given"
    places = (
        Unlooked("tender.aims", aims, ("tender.aims",)),
        Unlooked("tender", aims, ("tender.aims",)),
        Unlooked("lots[1]", "no value"),
    )
    verdict = replace(settled.cases[0].verdicts[0], unassessed=places)
    given = replace(settled, cases=(replace(settled.cases[0], verdicts=(verdict,)),))
    for out in (html.render(given), markdown.render(given)):
        assert "tender.aims is not given" not in out
        assert "no value" in out
        assert "Give tender.aims and 1 rule can be judged" in out
