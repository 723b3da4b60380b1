"""Which laws govern a case, why a rule applies, and the dates a law sets, in the words every format shares."""

from dataclasses import replace

import pytest

from fairaudit.engine.contract.laws import LawSaid, LegalDate
from fairaudit.engine.contract.report import Audience, Outcome
from fairaudit.reports import lawwords, markdown, text, wording
from tests.reports.sample import DATES, HOSTILE, report, verdict
from tests.reports.variants import unread

CASE = report().cases[0]


def test_every_law_that_is_named_says_whether_it_governs_and_why():
    assert lawwords.laws(CASE) == (
        "The Invented Act 2020 (uk-pa2023) governs: the buyer is in GB-ENG; the procurement began on 2 March 2026",
        "The Invented Regime (nhs-psr) does not govern, and its rules are not applicable: the buyer is in GB-SCT; the Invented "
        "Regime is law in GB-ENG",
        "The Invented Agreement (wto-gpa): whether it governs is not settled, and its rules are not assessed: whether it is "
        f"covered is not given {HOSTILE}; give tender.regime.above_threshold, tender.value",
    )
    assert lawwords.laws(replace(CASE, laws=(LawSaid("x", "the X", True, ""),))) == ("The X (x) governs",)


def test_where_no_law_is_named_that_is_said_with_how_to_name_one():
    (said,) = lawwords.laws(replace(CASE, laws=()))
    assert said == "none is named, so only rules for any buyer were used; name it in tender.law or with --law"
    assert lawwords.laws(unread()) == ()
    without = verdict(rule="law-without-pack", pack="fairaudit", outcome=Outcome.NOT_ASSESSED, findings=())
    assert lawwords.laws(replace(CASE, laws=(), verdicts=(without,))) == ()


@pytest.mark.parametrize(
    ("audience", "whats"),
    [
        (Audience.OFFICER, [DATES[0], DATES[2]]),
        (Audience.BIDDER, [DATES[1], DATES[2]]),
        (Audience.AUDITOR, list(DATES)),
    ],
)
def test_everybody_sees_their_own_dates_and_those_for_all(audience, whats):
    assert [one.what for one in lawwords.dates(CASE, audience)] == [one.what for one in whats]


def test_a_date_says_how_it_was_counted_what_was_skipped_and_what_is_not_settled():
    officer, bidder, _ = lawwords.dates(CASE, Audience.AUDITOR)
    assert officer[:6] == (
        "Tuesday 14 April 2026", "First day on which the contract may be entered into", "officer",
        "8 working days from the day after the contract award notice, from 1 April 2026. Not counted: Good Friday (3 April 2026), "
        "Easter Monday (6 April 2026).", "Invented Act 2020, s 51(2)", "Later where the notice states a longer one.",
    )  # fmt: skip
    assert bidder.counted == (
        "30 days, from 5 April 2026. It leans on holidays that have not been announced yet: count again when they are."
    )
    assert bidder.explained == f"Invented Act 2020, s 106(1): {bidder.counted} A question stops nothing."
    odd = LegalDate("officer", "w", "latest", "soon", "c", "s 1")
    assert lawwords.dates(replace(CASE, dates=(odd,)), Audience.OFFICER)[0][:6] == (
        "soon",
        "w",
        "officer",
        "C.",
        "s 1",
        "",
    )


def test_markdown_has_them_as_a_table_after_the_findings():
    out = markdown.render(report())
    assert (
        "### Dates the law sets\n\nA question, a letter or an entry in a register stops none of these times.\n\n"
        "| Day | What | For | How it is counted | Provision | Note |\n| --- | --- | --- | --- | --- | --- |\n"
        "| Tuesday 14 April 2026 | First day on which the contract may be entered into | officer | 8 working days "
    ) in out
    parts = ["### Summary", "### Findings", "### Rules that broke", "### What taking part costs", "### Dates the law sets", "### Timeline",
             "### What the law allows", "### What was not assessed", "### Options used", "### What was read", "SHA-256"]  # fmt: skip
    assert [out.index(one) for one in parts] == sorted(out.index(one) for one in parts)
    assert "- **Applies because:** the buyer is in GB-ENG; it is a service\n- **Why:**" in out
    assert "- **Law:** The Invented Act 2020 (uk-pa2023) governs: " in out
    assert "### Dates" not in markdown.render(report(cases=(replace(CASE, dates=()),)))


def test_text_has_them_after_the_findings():
    out = text.render(report(audience=Audience.BIDDER), color=False, width=400)
    assert (
        "\ndates the law sets: 2. A question, a letter or an entry in a register stops none of these times.\n"
        "  - Tuesday 5 May 2026: Last day to issue a claim (bidder). Invented Act 2020, s 106(1): 30 days, from 5 April 2026. It "
    ) in out
    places = [
        out.index(one) for one in ("medium[core/vague]", "dates the law sets", "allowed[", "not assessed: 1 rule")
    ]
    assert places == sorted(places)
    assert "   = applies because: the buyer is in GB-ENG; it is a service\n   = why:" in out


def test_what_a_law_replaces_is_listed_and_not_counted_as_turned_off():
    head = wording.head(report())[1]
    assert head == (
        "Not in force and not among these: 2 rules turned off in fairaudit.yaml (core/many-references and core/vague-words); 1 "
        "rule ignored (uk-pa2023/window-too-short)."
    )
    assert "- **Replaced by rules of uk-pa2023:** `core/standstill`, `core/weights`\n" in markdown.render(report())
    replaced = tuple(one for one in CASE.not_in_force if one.replaced_by)
    only = report(cases=(replace(CASE, not_in_force=replaced, severities=()),))
    assert wording.head(only)[1] == wording.NO_PROOF
    assert "  - replaced by rules of uk-pa2023: core/standstill and core/weights\n" in text.render(
        only, color=False, width=400
    )
