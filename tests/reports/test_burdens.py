"""What taking part costs, in words: what is not known is said and is never nothing, the same in every format."""

import json
from dataclasses import replace

import pytest

from fairaudit.engine.contract.costs import Amount, Incumbents, Spent
from fairaudit.reports import burdenwords, html, markdown, text
from fairaudit.reports.json import read, render
from tests.reports.sample import BURDEN, HOSTILE, report

CASE = report().cases[0]


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        (Spent("0", ()), "nothing"),
        (Spent("1", ()), "1 day"),
        (Spent("0.5", (Amount("1234.5", "EUR"), Amount("7", None))), "0.5 days; €1,234.50; 7"),
        (Spent(None, None), "not known"),
        (Spent(None, ()), "days not known"),
        (Spent("0", None), "money not known"),
        (Spent("5", None), "5 days; money not known"),
        (Spent("0", (), 2, 0), "not known: the days for 2 requirements"),
        (
            Spent("3", (), 1, 2),
            "at least 3 days; not known: the days for 1 requirement and the money for 2 requirements",
        ),
    ],
)
def test_what_is_not_known_is_said_beside_what_is(cost, words):
    assert burdenwords.spent(cost) == words


def test_a_row_says_how_many_for_which_lots_and_why_it_costs_one_of_them_nothing():
    (said,) = burdenwords.burdens(CASE)
    assert said.rows[0] == (
        "References: S1 (6)", "all lots", "6 days", "5 days", "its work today is one of these", "tender.selection_criteria[0]",
    )  # fmt: skip
    assert said.rows[2] == (
        "Permissions: S3", "lot 2", "5 days; money not known", "nobody does it today", "", "tender.selection_criteria[2]",
    )  # fmt: skip
    assert [one.lot for one in said.sums] == ["Lot 1", "Lot 2", "All lots"]
    assert [one.share for one in said.sums] == ["that money is 3.7 per cent of the value", "", ""]


@pytest.mark.parametrize(
    ("money", "words"),
    [((), ""), (None, ""), ((Amount("20", "GBP"),), "that money is 0 per cent of the value")],
)
def test_a_share_of_the_value_is_said_only_of_money_that_is_named(money, words):
    whole = replace(BURDEN.sums[-1], newcomer=Spent("5", money), share="0")
    (said,) = burdenwords.burdens(replace(CASE, burdens=(replace(BURDEN, sums=(whole,)),)))
    assert [one.share for one in said.sums] == [words]


@pytest.mark.parametrize(
    ("incumbents", "words"),
    [
        (Incumbents.KNOWN, "for nothing, only where the case says so"),
        (Incumbents.NONE, "Nobody does this work today."),
        (Incumbents.UNKNOWN, "Who does the work today is not given"),
    ],
)
def test_whom_a_newcomer_is_compared_with_is_said(incumbents, words):
    whole = replace(BURDEN.sums[-1], incumbent=None)
    case = replace(CASE, burdens=(replace(BURDEN, incumbents=incumbents, sums=(whole,)),))
    (said,) = burdenwords.burdens(case)
    assert words in said.about
    assert said.sums[0].lot == "The contract"
    assert (said.sums[0].incumbent == "not known, since who does it is not given") is (incumbents is Incumbents.UNKNOWN)


def test_every_format_shows_the_same_sums_and_no_word_of_a_stranger_as_markup():
    whole, (said,) = report(), burdenwords.burdens(CASE)
    page = html.render(whole)
    assert "<script>" not in page
    table = markdown.render(whole).partition(f"### {burdenwords.TITLE}")[2].partition("###")[0]
    assert "&lt;script&gt;" in table
    assert "<script" not in table
    for made in (page, table):
        assert all(one.newcomer in made for one in said.sums)
    lines = " ".join(text.render(whole, False, 2000).split())
    assert all(one.newcomer in lines for one in said.sums)
    assert read(render(whole)).cases[0].burdens == (BURDEN,)
    assert json.loads(render(whole))["cases"][0]["burdens"][0]["rows"][1]["which"] == HOSTILE


def test_a_case_without_a_table_says_nothing():
    bare = report(cases=(replace(CASE, burdens=()),))
    for made in (html.render(bare), markdown.render(bare), text.render(bare, False)):
        assert burdenwords.TITLE.lower() not in made.lower().replace("\n", " ")
