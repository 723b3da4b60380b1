"""The page of a rule: from when until when its law and its numbers count, and what it is related to."""

from datetime import date

import pytest

from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.engine.rulefiles.redflags import entries
from fairaudit.engine.rulefiles.rule import Options
from fairaudit.law.tables import Row, Table
from fairaudit.reports.rulepage import rule_page

PACKS = {pack.name: pack for pack in shipped_packs()}
TERMS = {name: pack.terms for name, pack in PACKS.items()}


def rule(name):
    pack, _, stem = name.partition("/")
    return next(one for one in PACKS[pack].rules if one.id == stem)


def page(name):
    return rule_page(rule(name), TERMS)


def with_row(**dates):
    """The page of a rule whose table has one row with dates of its own."""
    short = rule("uk-pcr2015/too-little-time-for-tenders-under-the-regulations")
    table = Table(
        "limits", "uk-pcr2015", "Limits", "reg 27", (Row("1", "an open procedure", "reg 27", least=35, **dates),)
    )
    options = Options(one._replace(value=table) if isinstance(one.value, Table) else one for one in short.options)
    return next(
        line for line in rule_page(short._replace(options=options), TERMS).split("\n") if line.startswith("| 1 |")
    )


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        ({}, "from 26 February 2015 until 23 February 2025"),
        ({"since": date(2020, 1, 1)}, "from 1 January 2020 until 23 February 2025"),
        ({"until": date(2021, 12, 31)}, "from 26 February 2015 until 31 December 2021"),
        # No number of a law counts when that does not.
        ({"since": date(2014, 1, 1), "until": date(2026, 12, 31)}, "from 26 February 2015 until 23 February 2025"),
    ],
)
def test_a_number_counts_between_its_own_days_and_those_of_its_law(dates, shown):
    assert with_row(**dates) == f"| 1 | an open procedure | 35 | {shown} |"


def test_a_rule_of_a_law_says_when_that_is_in_force():
    assert "- in force: for procurements begun from 24 February 2025 on\n" in page(
        "uk-pa2023/tendering-period-too-short"
    )
    ended = page("uk-pcr2015/too-little-time-for-tenders-under-the-regulations")
    assert "- in force: for procurements begun from 26 February 2015 until 23 February 2025\n" in ended


def test_no_page_of_a_law_says_always():
    pages = [rule_page(one, TERMS) for pack in PACKS.values() if pack.applies == "law" for one in pack.rules]
    assert [text.split("\n")[0] for text in pages if "| always |" in text or "- in force: for" not in text] == []


def test_where_a_law_sets_no_number_the_page_does_not_say_nought():
    assert "| a light touch contract | none is set |" in page("uk-pa2023/tendering-period-too-short")


def test_every_entry_that_a_rule_names_is_one_of_a_catalogue():
    named = {(rule.name, one) for pack in PACKS.values() for rule in pack.rules for one in rule.see}
    assert [pair for pair in named if pair[1] not in entries()] == []
    assert set(entries()) == {one for _, one in named}


def test_a_page_says_what_the_entries_look_for_or_that_no_catalogue_has_this():
    assert (
        "- OCP R003: a short time to submit bids (Open Contracting Partnership, Red Flags in Public Procurement (2024))\n"
        in page("core/tender-window-too-short")
    )
    assert "None of the catalogues that fairaudit knows has this (OCP, World Bank, " in page(
        "core/gaps-left-in-the-tender"
    )


def test_related_law_stands_on_the_page_with_its_dates():
    text = page("core/tender-window-too-short").partition("## Related law")[2].partition("## Examples")[0]
    assert "- Procurement Act 2023, s.54 (procurements begun from 24 February 2025 on)\n" in text
    assert (
        "- Public Contracts Regulations 2015, regs 27 and 28 "
        "(procurements begun from 26 February 2015 until 23 February 2025)\n" in text
    )
