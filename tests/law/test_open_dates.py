"""Dates that a case leaves open: what they wait for, for whom, and which field would say that it happened."""

import textwrap
from pathlib import Path

from tests.cli.running import fairaudit, put
from tests.law.test_dates import BANK, about, shown

EXAMPLE = Path(__file__).parents[2] / "examples" / "world-bank.yaml"


def owed(*asked, more=""):
    """Return the standstill of the Bank where bidders asked for a debriefing on some days and none is recorded as given."""
    case = (BANK % ("2026-04-02", "2026-04-14")).replace(
        "{party: b, information_requested: 2026-04-02, given: 2026-04-14}", "%s"
    )
    requests = [f"{{party: p{number}, information_requested: {day}}}" for number, day in enumerate(asked)]
    names = ", ".join(f"{{id: p{number}, name: Bidder {number} Ltd}}" for number in range(len(asked)))
    out = shown(f"{case % ', '.join([*requests, more] if more else requests)}parties: [{names}]\n")
    return about(out, "Standstill ends") + about(out, "First day")


TEN = (
    "World Bank Procurement Regulations for IPF Borrowers, 6th edition, paras 5.78 to 5.80: 10 business days from the day after the "
    "notification of intention to award was sent, from 30 March 2026. Not counted: Good Friday (3 April 2026), Easter Monday "
    "(6 April 2026)."
)


def test_a_debriefing_that_was_asked_for_in_time_and_never_given_keeps_the_standstill_open():
    first = "Bidder 0 Ltd (on 1 April 2026; representations[0].given is not recorded)"
    waits = "Open until whoever asked for it in time is debriefed"
    assert owed("2026-04-01") == [
        f"Wednesday 15 April 2026  Standstill ends at midnight (everybody): {TEN} {waits}: {first}; a late debriefing moves the end; "
        "read in a secondary source; it runs longer where a debriefing comes late, to 5 business days after that.",
        f"Thursday 16 April 2026  First day on which the contract may be signed (officer): {TEN} {waits}: {first}; a late "
        "debriefing moves this day; read in a secondary source; later where a debriefing comes late.",
    ]
    # Another bidder's late debriefing moves the end, and leaves it open all the same.
    late = (
        "World Bank Procurement Regulations for IPF Borrowers, 6th edition, paras 5.78 to 5.82: 5 business days after a debriefing "
        "that came late, from 14 April 2026."
    )
    assert owed("2026-04-01", more="{party: b, information_requested: 2026-04-02, given: 2026-04-14}") == [
        f"Tuesday 21 April 2026  Standstill ends at midnight (everybody): {late} {waits}: {first}; a late debriefing moves the end; "
        "read in a secondary source; the standstill would otherwise end on 15 April 2026.",
        f"Wednesday 22 April 2026  First day on which the contract may be signed (officer): {late} {waits}: {first}; a late "
        "debriefing moves this day; read in a secondary source; the standstill would otherwise end on 15 April 2026.",
    ]


def test_whoever_asked_too_late_keeps_nothing_open_and_of_many_two_are_named():
    assert owed("2026-04-07") == [
        f"Wednesday 15 April 2026  Standstill ends at midnight (everybody): {TEN} Read in a secondary source; it runs longer where a "
        "debriefing comes late, to 5 business days after that.",
        f"Thursday 16 April 2026  First day on which the contract may be signed (officer): {TEN} Read in a secondary source; later "
        "where a debriefing comes late.",
    ]
    two = (
        "Bidder 0 Ltd (on 1 April 2026; representations[0].given is not recorded) and Bidder 2 Ltd (on 2 April 2026; "
        "representations[2].given is not recorded)"
    )

    def waits(*asked):
        return owed(*asked)[0].partition("is debriefed: ")[2].partition("; a late debriefing")[0]

    assert waits("2026-04-01", "2026-04-07", "2026-04-02") == two
    assert waits("2026-04-01", "2026-04-07", "2026-04-02", "2026-04-02") == f"{two} and others"


def test_whom_a_date_waits_for_is_hidden_with_the_other_names():
    party = "parties: [{id: b, name: Kora Water Ltd}]\n"
    put("owed.yaml", textwrap.dedent(BANK % ("2026-04-01", "2026-04-14")).replace(", given: 2026-04-14", "") + party)
    for format_ in ("text", "markdown", "html", "json"):
        ran = fairaudit("check", "owed.yaml", "--today", "2026-05-01", "--no-config", "--redact", "--fail-on", "never",
                        "--format", format_)  # fmt: skip
        assert "is debriefed" in ran.out
        assert "Kora" not in ran.out


def test_the_example_of_the_bank_names_whom_its_standstill_waits_for():
    ran = fairaudit("dates", str(EXAMPLE), "--today", "2026-05-01", "--no-config", "--for", "bidder")
    assert about(ran.out, "Standstill ends") == [
        "Wednesday 22 April 2026  Standstill ends at midnight (everybody): World Bank Procurement Regulations for IPF Borrowers, "
        "6th edition, paras 5.78 to 5.82: 5 business days after a debriefing that came late, from 15 April 2026. Open until "
        "whoever asked for it in time is debriefed: Kora Water Technologies SpA (on 1 April 2026; representations[1].given is not "
        "recorded); a late debriefing moves the end; read in a secondary source; the standstill would otherwise end on 15 April "
        "2026."
    ]
