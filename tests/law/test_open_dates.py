"""Dates that a case leaves open: what they wait for, for whom, and which field would say that it happened."""

import textwrap
from pathlib import Path

from tests.cli.running import fairaudit, put
from tests.law.test_dates import BANK, PSR, REGULATIONS, about, shown

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
    "notification of intention to award was sent, from 30 March 2026. Counted: Tue 31 March, Wed 1, Thu 2, Tue 7, Wed 8, Thu 9, "
    "Fri 10, Mon 13, Tue 14, Wed 15 April 2026. Not counted: Good Friday (3 April 2026), Easter Monday "
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
        "that came late, from 14 April 2026. Counted: Wed 15, Thu 16, Fri 17, Mon 20, Tue 21 April 2026."
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


def test_long_names_are_cut_and_not_the_fields_or_the_notes_that_follow_them():
    case = textwrap.dedent((BANK % ("2026-04-01", "2026-04-14")).replace(", given: 2026-04-14", ""))
    second = "representations: [{party: c, information_requested: 2026-04-02}, "
    names = f"parties: [{{id: b, name: {'B' * 300}}}, {{id: c, name: {'C' * 60}}}]\n"
    said = about(shown(case.replace("representations: [", second) + names), "Standstill ends")
    assert said == [
        f"Wednesday 15 April 2026  Standstill ends at midnight (everybody): {TEN} Open until whoever asked for it in time is "
        f"debriefed: {'C' * 60} (on 2 April 2026; representations[0].given is not recorded) and {'B' * 59}… (on 1 April 2026; "
        "representations[1].given is not recorded); a late debriefing moves the end; read in a secondary source; it runs longer "
        "where a debriefing comes late, to 5 business days after that."
    ]


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
        "6th edition, paras 5.78 to 5.82: 5 business days after a debriefing that came late, from 15 April 2026. Counted: Thu 16, "
        "Fri 17, Mon 20, Tue 21, Wed 22 April 2026. Open until "
        "whoever asked for it in time is debriefed: Kora Water Technologies SpA (on 1 April 2026; representations[1].given is not "
        "recorded); a late debriefing moves the end; read in a secondary source; the standstill would otherwise end on 15 April "
        "2026."
    ]


EIGHT = (
    f"{REGULATIONS} 12(2), (3) and (9): until midnight at the end of the 8th working day after the day the standstill begins, from "
    "18 December 2026. Counted: Mon 21, Tue 22, Wed 23, Thu 24, Tue 29, Wed 30, Thu 31 December 2026, Mon 4 January 2027. "
    "Not counted: Christmas Day (25 December 2026), Boxing Day (observed) (28 December 2026), New Year's Day "
    "(1 January 2027)."
)
CAREFUL = "he Regulations do not say whether the last of the 5 working days must be over; this is the careful reading"
UNHEARD = [
    f"Monday 4 January 2027  Standstill ends at midnight if nobody makes representations (everybody): {EIGHT} With representations "
    "it stays open until the buyer has reviewed its decision, told its further decision with reasons, and 5 working days have "
    "passed (reg 12(10)).",
    f"Tuesday 5 January 2027  First day on which the contract may be entered into if nobody makes representations (officer): {EIGHT}",
]


def standstill(*representations, notices="{kind: psr-intention-to-award, published: 2026-12-18}"):
    """Return when a standstill after an intention of 18 December 2026 ends, and when the contract may be entered into."""
    heard = ", ".join(f"{{{one}}}" for one in representations)
    out = shown(
        f"{PSR % notices}representations: [{heard}]\n    parties: [{{id: p, name: Pine CIC}}, {{id: q, name: Quince Ltd}}]\n"
    )
    return (
        about(out, "Standstill ends") + about(out, "Standstill stays") + about(out, "First day on which the contract")
    )


FIVE = {
    "12 January 2027": "Counted: Wed 13, Thu 14, Fri 15, Mon 18, Tue 19 January 2027.",
}


def further(day, counted, note="T"):
    return (
        f"{day}  First day on which the contract may be entered into after this further decision (officer): {REGULATIONS} "
        f"12(10)(a)(v): no fewer than 5 working days since the last further decision was told, from {counted}. {FIVE[counted]} {note}{CAREFUL}"
    )


def stays(whom):
    return (
        f"Monday 4 January 2027  Standstill stays open past this midnight, as representations were made (everybody): {EIGHT} Open: "
        f"representations came from {whom}; it ends no sooner than 5 working days after the further decision was told, the day that "
        "this field gives; the buyer must first review its decision and tell its further decision with reasons (reg 12(10))."
    )


PINE = "Pine CIC (on 30 December 2026; representations[0].communicated is not recorded)"


def test_a_standstill_ends_if_nobody_makes_representations_only_where_none_are_on_record():
    assert standstill() == UNHEARD
    # Whoever wrote after the window, or before it, does not hold the standstill open.
    assert standstill("party: p, received: 2027-01-05") == UNHEARD
    assert standstill("party: p, received: 2026-12-17") == UNHEARD
    assert standstill("party: p, information_requested: 2026-12-30") == UNHEARD


def test_representations_keep_the_standstill_open_and_the_field_that_would_end_it_is_named():
    assert standstill("party: p, received: 2026-12-30") == [stays(PINE)]
    # That it was decided again is not when that was told.
    assert standstill("party: p, received: 2026-12-30, further_decision: 2027-01-12") == [stays(PINE)]
    quince = "Quince Ltd (on 4 January 2027; representations[1].communicated is not recorded)"
    assert standstill("party: p, received: 2026-12-30", "party: q, received: 2027-01-04") == [
        stays(f"{PINE} and {quince}")
    ]


def test_a_further_decision_that_was_told_gives_the_only_day():
    told = [further("Wednesday 20 January 2027", "12 January 2027") + "."]
    assert standstill("party: p, received: 2026-12-30, further_decision: upheld, communicated: 2027-01-12") == told
    assert standstill("party: p, communicated: 2027-01-12") == told


def test_a_further_decision_told_within_the_window_does_not_end_it_sooner():
    assert standstill("party: p, received: 2026-12-21, communicated: 2026-12-22") == [
        f"Tuesday 5 January 2027  First day on which the contract may be entered into after this further decision (officer): {EIGHT} "
        f"T{CAREFUL}; the standstill would otherwise end on 31 December 2026."
    ]


def test_of_several_further_decisions_the_last_that_was_told_counts():
    assert standstill(
        "party: p, received: 2026-12-30, communicated: 2027-01-08",
        "party: q, received: 2026-12-31, communicated: 2027-01-12",
    ) == [further("Wednesday 20 January 2027", "12 January 2027") + "."]


def test_one_further_decision_of_two_is_not_the_end():
    two = standstill("party: p, received: 2026-12-30", "party: q, received: 2026-12-31, communicated: 2027-01-12")
    waits = f"Not before the other further decisions are told as well: representations came from {PINE}; t"
    assert two == [stays(PINE), further("Wednesday 20 January 2027", "12 January 2027", waits) + "."]


def test_representations_hold_open_the_lots_whose_window_they_came_in():
    lots = (
        "{kind: psr-intention-to-award, published: 2026-12-01, lots: [L1]}, "
        "{kind: psr-intention-to-award, published: 2026-12-18, lots: [L2]}"
    )
    assert [one.partition(":")[0] for one in standstill("party: p, received: 2026-12-30", notices=lots)] == [
        "Monday 14 December 2026  Standstill ends at midnight if nobody makes representations (everybody)",
        "Monday 4 January 2027  Standstill stays open past this midnight, as representations were made (everybody)",
        "Tuesday 15 December 2026  First day on which the contract may be entered into if nobody makes representations (officer)",
    ]
    apart = standstill("party: p, received: 2026-12-30", "party: q, received: 2026-12-10", notices=lots)
    assert [one.partition("came from ")[2].partition("; it ends")[0] for one in apart] == [
        "Quince Ltd (on 10 December 2026; representations[1].communicated is not recorded)",
        PINE,
    ]
