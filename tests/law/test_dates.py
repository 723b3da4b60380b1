"""The dates the law sets, as a reader sees them: the day, what is due, and how it was counted, word for word."""

import textwrap

import pytest

from tests.cli.running import fairaudit, put


def shown(case, *words, today="2026-12-01"):
    """Return what `fairaudit dates` says of a case for everybody."""
    put("case.yaml", textwrap.dedent(case))
    ran = fairaudit("dates", "case.yaml", "--today", today, "--no-config", "--for", "auditor", *words)
    assert ran.status == 0, ran.out + ran.err
    return ran.out


def about(out, what):
    """Return every date whose name begins with some words, each with its explanation."""
    lines = out.splitlines()
    return [f"{one.strip()}: {lines[number + 1].strip()}" for number, one in enumerate(lines) if f"  {what}" in one]


PCR = """
    tender:
      id: P1
      law: [uk-pcr2015]
      buyer: {kind: local authority, country: GB-ENG}
      regime: {above_threshold: true, light_touch: false}
      procurement_method: open
      published: 2024-06-03
      notices: [{kind: standstill-letter, published: %s, means: email}]
    """


def test_a_holiday_inside_calendar_days_counts_and_one_at_the_end_moves_it():
    assert about(shown(PCR % "2024-08-19"), "Standstill ends") == [
        "Thursday 29 August 2024  Standstill ends at midnight (everybody): Public Contracts Regulations 2015, reg 87(2), with "
        "reg 2(4): 10 days from the day after the last notice of the decision was sent by electronic means, from "
        "19 August 2024. Counted from the last letter; where some letters went by other means, the later of the two ends "
        "counts (reg 87(5))."
    ]
    assert about(shown(PCR % "2024-08-16"), "Standstill ends") == [
        "Tuesday 27 August 2024  Standstill ends at midnight (everybody): Public Contracts Regulations 2015, reg 87(2), with "
        "reg 2(4): 10 days from the day after the last notice of the decision was sent by electronic means, from "
        "16 August 2024. The end moved from Monday 26 August 2024 (Late Summer Bank Holiday), because that is no working day. "
        "Counted from the last letter; where some letters went by other means, the later of the two ends counts (reg 87(5))."
    ]


EU = """
    tender:
      id: E1
      law: [eu-2014-24]
      buyer: {kind: municipality, country: DE-BY}
      regime: {above_threshold: true, light_touch: false}
      procurement_method: open
      submission: {electronic: true}
      documents_available: 2026-12-02
      published: 2026-12-02
      tender_period: {end_date: 2027-01-07}
    """


def test_a_row_of_a_table_says_why_its_end_moved_and_that_it_leans_on_projections():
    # 30 days after 2 December 2026 is New Year's Day of a year whose holidays are not announced on the day of the audit.
    assert about(shown(EU), "Earliest deadline for tenders") == [
        "Monday 4 January 2027  Earliest deadline for tenders that the Directive allows (officer): Directive 2014/24/EU, "
        "art 27(1) and (4): 30 days from the day after the invitation to tender: an open procedure that takes electronic "
        "tenders, from 2 December 2026. The end moved from Friday 1 January 2027 (New Year's Day), because that day, Saturday "
        "2 January 2027 and Sunday 3 January 2027 are no working days. It leans on holidays that have not been announced yet: "
        "count again when they are. National law may ask for more; longer where a site must be visited or documents inspected "
        "on the spot (art 47(2))."
    ]
    assert "leans on" not in about(shown(EU, today="2027-01-01"), "Earliest deadline for tenders")[0]


def test_a_day_that_is_counted_back_leans_on_projections_too():
    answers = "Last day to send answers"
    [said] = about(shown(EU), answers)
    assert said.startswith("Friday 1 January 2027")
    assert "It leans on holidays that have not been announced yet" in said
    assert "leans on" not in about(shown(EU, today="2027-01-01"), answers)[0]


def test_a_row_of_a_table_gives_both_readings_where_the_law_names_no_territory():
    opened = PCR.replace("2024-06-03", "2024-02-16").replace("open\n", "open\n      submission: {electronic: true}\n")
    opened = opened.replace("published: 2024-02-16\n", "published: 2024-02-16\n      documents_available: 2024-02-16\n")
    assert about(shown(opened % "2024-05-01"), "Earliest lawful deadline for tenders") == [
        "Tuesday 19 March 2024  Earliest lawful deadline for tenders (officer): Public Contracts Regulations 2015, reg 27(2) "
        "and (6): 30 days from the day after the invitation to tender: an open procedure that takes electronic tenders, from "
        "16 February 2024. The end moved from Sunday 17 March 2024, because that day and Monday 18 March 2024 (Saint "
        "Patrick's Day (observed)) are no working days. Longer where a site must be visited or documents inspected on the "
        "spot (reg 47(2)); the law names no territory for its holidays, and the readings differ: 19 March 2024 by those of any "
        "part of the United Kingdom and 18 March 2024 by those of England and Wales."
    ]


def test_a_day_that_is_counted_back_gives_both_readings_and_why_it_moved():
    # Saint Patrick's Day is a holiday in Northern Ireland alone: with it the four days hold one working day too few.
    quick = PCR.replace("2024-06-03", "2024-02-16").replace(
        "open\n", "open\n      urgency: {reason: A flood}\n      tender_period: {end_date: 2024-03-18}\n"
    )
    assert about(shown(quick % "2024-05-01"), "Last day to send answers") == [
        "Wednesday 13 March 2024  Last day to send answers to questions asked in good time (officer): Public Contracts "
        "Regulations 2015, regs 47(5) and 53(7), with reg 2(3): 4 days before the time limit for tenders, in an accelerated "
        "procedure, from 18 March 2024. The day moved from Thursday 14 March 2024, because the period must hold 2 working days "
        "and Saturday 16 March 2024, Sunday 17 March 2024 and Monday 18 March 2024 (Saint Patrick's Day (observed)) are none. "
        "An answer after that day, or a significant change of the documents on any day, needs a longer time limit (reg 47(3)); "
        "the law names no territory for its holidays, and the readings differ: 13 March 2024 by those of any part of the United "
        "Kingdom and 14 March 2024 by those of England and Wales."
    ]


PA = """
    tender:
      id: A1
      law: [uk-pa2023]
      buyer: {kind: local authority, country: GB-ENG}
      regime: {above_threshold: true, light_touch: %s}
      procurement_method: open
      notices: [%s]
    awards: [%s]
    """
AWARD = "{id: A1}"
CLAIM = "The claim must be issued and the authority told of it in the standstill (s.101(1)); a question or a letter holds up nothing"
EIGHT = "8 working days beginning with the day on which the contract award notice is published, from 25 November 2026"
DAYS = "Counted: Wed 25, Thu 26, Fri 27 November, Tue 1, Wed 2, Thu 3, Fri 4, Mon 7 December 2026."
COUNTED = f"Procurement Act 2023, s.51(2): {EIGHT}. {DAYS} Not counted: Saint Andrew's Day (30 November 2026)."


def standstill(light, notice, award=AWARD):
    """Return the dates of a standstill after a contract award notice of 25 November 2026."""
    lines = shown(PA % (light, notice, award)).splitlines()
    wanted = ("tandstill ends", "may end", "may be entered", "holds up")
    return [
        f"{one.strip()}: {lines[number + 1].strip()}"
        for number, one in enumerate(lines)
        if one.startswith("  ") and not one.startswith("   ") and any(word in one for word in wanted)
    ]


def test_a_longer_standstill_that_the_notice_states_is_the_end():
    stated = (
        "Procurement Act 2023, s.51(1)(b): the standstill is stated to run to the end of 11 December 2026; the shortest is "
        f"{EIGHT}."
    )
    assert standstill("false", "{kind: UK6, published: 2026-11-25, stated_end: 2026-12-11}") == [
        f"Monday 7 December 2026  Last day to issue a claim that holds up the contract (bidder): {COUNTED} {CLAIM}; the "
        "standstill is stated to end on 11 December 2026: do not wait for that.",
        f"Friday 11 December 2026  Standstill ends at midnight (everybody): {stated} The standstill would otherwise end on "
        "7 December 2026.",
        f"Saturday 12 December 2026  First day on which the contract may be entered into (officer): {stated} Not while a claim "
        "suspends it (s.101); the standstill would otherwise end on 7 December 2026.",
    ]


def test_a_standstill_that_was_extended_later_ends_then_and_one_that_is_as_long_as_the_law_changes_nothing():
    notice = "{kind: UK6, published: 2026-11-25, stated_end: 2026-12-07T23:59}"
    assert [
        one.partition(":")[0] for one in standstill("false", notice, "{id: A1, standstill: {end: 2026-12-16}}")
    ] == [
        "Monday 7 December 2026  Last day to issue a claim that holds up the contract (bidder)",
        "Wednesday 16 December 2026  Standstill ends at midnight (everybody)",
        "Thursday 17 December 2026  First day on which the contract may be entered into (officer)",
    ]
    assert standstill("false", notice) == [
        f"Monday 7 December 2026  Last day to issue a claim that holds up the contract (bidder): {COUNTED} {CLAIM}.",
        f"Monday 7 December 2026  Standstill ends at midnight (everybody): {COUNTED}",
        f"Tuesday 8 December 2026  First day on which the contract may be entered into (officer): {COUNTED} Not while a claim "
        "suspends it (s.101).",
    ]


def test_a_standstill_stated_too_short_is_told_and_not_followed():
    # Midnight at the beginning of 7 December leaves the 6th as the last whole day.
    soon = "the standstill is stated to end on 6 December 2026, which is too soon"
    assert standstill("false", "{kind: UK6, published: 2026-11-25, stated_end: 2026-12-07T00:00}") == [
        f"Monday 7 December 2026  Last day to issue a claim that holds up the contract (bidder): {COUNTED} {CLAIM}; {soon}.",
        f"Monday 7 December 2026  Standstill ends at midnight (everybody): {COUNTED} T{soon[1:]}.",
        f"Tuesday 8 December 2026  First day on which the contract may be entered into (officer): {COUNTED} Not while a claim "
        f"suspends it (s.101); {soon}.",
    ]


def test_a_voluntary_standstill_of_a_light_touch_contract_binds_to_its_stated_end():
    assert [
        one.replace(EIGHT, "8 DAYS")
        for one in standstill("true", "{kind: UK6, published: 2026-11-25, stated_end: 2026-12-11}")
    ] == [
        "Friday 11 December 2026  Voluntary standstill ends at midnight (everybody): Procurement Act 2023, s.51(4): the "
        "standstill is stated to run to the end of 11 December 2026; the shortest is 8 DAYS. No standstill is mandatory here, "
        "but the one that is stated binds and may not be shorter (s.51(4) and (5)); the standstill would otherwise end on "
        "7 December 2026.",
        "Saturday 12 December 2026  First day on which the contract may be entered into after the voluntary standstill "
        "(officer): Procurement Act 2023, s.51(4): the standstill is stated to run to the end of 11 December 2026; the "
        "shortest is 8 DAYS. Not while a claim suspends it (s.101); the standstill would otherwise end on 7 December 2026.",
    ]
    assert standstill("true", "{kind: UK6, published: 2026-11-25}") == [
        f"Monday 7 December 2026  First day on which a voluntary standstill may end (officer): {COUNTED} No standstill is "
        "mandatory here; one that the notice states may not be shorter (s.51(5))."
    ]


def test_an_end_is_that_of_the_notice_that_states_it_and_of_its_lots():
    two = "{kind: UK6, published: 2026-11-25, stated_end: 2026-12-11, lots: [L1]}, {kind: UK6, published: 2026-11-25, lots: [L2]}"
    awards = "{id: A1, lot: L1}, {id: A2, lot: L2}, {id: A3, lot: L2, standstill: {end: 2026-12-14}}"

    def ends(awards):
        return [one.partition("  ")[0] for one in standstill("false", two, awards) if "Standstill ends" in one]

    assert ends("{id: A1, lot: L1}, {id: A2, lot: L2}") == ["Monday 7 December 2026", "Friday 11 December 2026"]
    assert ends(awards) == ["Friday 11 December 2026", "Monday 14 December 2026"]


def test_a_voluntary_standstill_before_a_modification_binds_to_its_stated_end():
    out = shown(PA % ("false", "{kind: UK10, published: 2027-01-11, stated_end: 2027-01-22}", AWARD))
    eight = (
        "8 working days beginning with the day on which the contract change notice is published, from 11 January 2027"
    )
    stated = f"Procurement Act 2023, s.76(1): the standstill is stated to run to the end of 22 January 2027; the shortest is {eight}."
    assert about(out, "Voluntary standstill") + about(out, "First day on which the contract may be modified") == [
        f"Friday 22 January 2027  Voluntary standstill before the modification ends at midnight (everybody): {stated} The "
        "standstill would otherwise end on 20 January 2027.",
        f"Saturday 23 January 2027  First day on which the contract may be modified after the voluntary standstill (officer): "
        f"{stated} The standstill would otherwise end on 20 January 2027.",
    ]


BANK = """
    tender:
      id: W1
      law: [world-bank]
      buyer: {name: Mawingu Water Works Agency, country: KE}
      procurement_method: open
      published: 2026-02-02
      notices: [{kind: notification of intention to award, submitted: 2026-03-30}]
    representations: [{party: b, information_requested: %s, given: %s}]
    """


def test_a_late_debriefing_makes_the_standstill_of_the_bank_longer():
    cite = "World Bank Procurement Regulations for IPF Borrowers, 6th edition, paras 5.78 to 5.8"
    late = (
        f"{cite}2: 5 business days after a debriefing that came late, from 14 April 2026. Counted: Wed 15, "
        "Thu 16, Fri 17, Mon 20, Tue 21 April 2026. Read in a secondary source; the "
        "standstill would otherwise end on 15 April 2026."
    )
    out = shown(BANK % ("2026-04-02", "2026-04-14"))
    assert about(out, "Standstill ends") + about(out, "First day") == [
        f"Tuesday 21 April 2026  Standstill ends at midnight (everybody): {late}",
        f"Wednesday 22 April 2026  First day on which the contract may be signed (officer): {late}",
    ]
    ten = (
        f"{cite}0: 10 business days from the day after the notification of intention to award was sent, from 30 March 2026. "
        "Counted: Tue 31 March, Wed 1, Thu 2, Tue 7, Wed 8, Thu 9, Fri 10, Mon 13, Tue 14, Wed 15 April 2026. Not "
        "counted: Good Friday (3 April 2026), Easter Monday (6 April 2026). Read in a secondary source; it runs longer where a "
        "debriefing comes late, to 5 business days after that."
    )
    # Given in time, or asked for too late: nothing is extended.
    for asked, given in (("2026-04-02", "2026-04-13"), ("2026-04-07", "2026-04-28")):
        out = shown(BANK % (asked, given))
        assert about(out, "Standstill ends") == [
            f"Wednesday 15 April 2026  Standstill ends at midnight (everybody): {ten}"
        ]


def test_a_letter_that_states_a_longer_standstill_moves_its_end():
    out = shown((PCR % "2024-08-19").replace("means: email", "means: email, stated_end: 2024-09-02"))
    assert about(out, "Standstill ends") == [
        "Monday 2 September 2024  Standstill ends at midnight (everybody): Public Contracts Regulations 2015, regs 86 and 87: the "
        "standstill is stated to run to the end of 2 September 2024; the shortest is 10 days from the day after the last notice "
        "of the decision was sent by electronic means, from 19 August 2024. Counted from the last letter; where some letters "
        "went by other means, the later of the two ends counts (reg 87(5)); the standstill would otherwise end on 29 August 2024."
    ]


BIDS = """
    bids: [{id: B1, bidder: alder}, {id: B2, bidder: birch}, {id: B3, bidder: cedar}]
    parties:
      - {id: alder, name: Alder Works Ltd, roles: [tenderer]}
      - {id: birch, name: Birch Care CIC, roles: [tenderer]}
      - {id: cedar, name: Cedar plc, roles: [tenderer]}
    evaluation:
      summaries: [%s]
    """


def claims(*sent):
    """Return the last days to issue a claim after summaries that were sent on some days."""
    summaries = ", ".join(f"{{bid: B{number}, sent: {day}}}" for number, day in enumerate(sent, 1))
    out = shown(PA % ("false", "{kind: UK4, published: 2026-09-01}", AWARD) + BIDS % summaries)
    return [one.partition(":")[0] for one in about(out, "Last day to issue a claim about the assessment")]


def test_claims_that_end_on_one_day_are_one_line_and_others_name_whose_they_are():
    claim = "Last day to issue a claim about the assessment"
    assert claims("2026-11-24", "2026-11-24", "2026-11-24") == [f"Wednesday 23 December 2026  {claim} (bidder)"]
    assert claims("2026-11-24", "2026-11-25", "2026-11-24") == [
        f"Wednesday 23 December 2026  {claim}, for Alder Works Ltd and Cedar plc (bidder)",
        f"Thursday 24 December 2026  {claim}, for Birch Care CIC (bidder)",
    ]


def test_contracts_of_several_lots_say_which_is_meant():
    out = shown(
        PA % ("false", "", "{id: A1, lot: L1, entered_into: 2026-12-08}, {id: A2, lot: L2, entered_into: 2026-12-09}")
    )
    assert [one.partition(":")[0] for one in about(out, "Last day to publish the contract details")] == [
        "Wednesday 6 January 2027  Last day to publish the contract details notice, for lot L1 (officer)",
        "Thursday 7 January 2027  Last day to publish the contract details notice, for lot L2 (officer)",
    ]


def test_of_several_letters_only_the_last_counts_for_the_standstill():
    two = (PCR % "2024-08-19").replace(
        "[{kind", "[{kind: standstill-letter, published: 2024-08-12, means: email}, {kind"
    )
    assert [one.partition("  ")[0] for one in about(shown(two), "Standstill ends")] == ["Thursday 29 August 2024"]
    assert [one.partition("  ")[0] for one in about(shown(two), "Last day to issue a claim about the decision")] == [
        "Tuesday 10 September 2024",
        "Tuesday 17 September 2024",
    ]


def test_once_the_tender_notice_is_out_no_last_day_for_it_is_told():
    planned = "{kind: UK3, published: 2026-06-01}"
    last = (
        "Tuesday 1 June 2027  Last day for a tender notice that shortens the time to tender (officer): Procurement Act 2023, "
        "s.15(3): not more than 12 months from the planned procurement notice to the day of the tender notice, from 1 June 2026."
    )
    wanted = "Last day for a tender notice"
    assert about(shown(PA % ("false", planned, AWARD)), wanted) == [last]
    assert about(shown(PA % ("false", f"{planned}, {{kind: UK4, published: 2026-12-01}}", AWARD)), wanted) == []


PSR = """
    tender:
      id: H1
      law: [nhs-psr]
      buyer: {name: NHS Exshire ICB, kind: icb, country: GB-ENG}
      time_zone: Europe/London
      classification: {scheme: CPV, id: "85121281"}
      route: Most Suitable Provider Process
      notices: [%s]
    """
REGULATIONS = "Health Care Services (Provider Selection Regime) Regulations 2023, reg"


def test_where_only_its_publication_is_given_that_is_said_to_be_taken_for_the_submission_of_a_notice():
    follow = "{kind: psr-intention-to-follow, published: 2026-12-02%s}"
    fourteen = f"{REGULATIONS} 10(5): not before the day which is 14 days after the day the notice was submitted, from"
    what = "First day on which the identification of who may be the most suitable provider may be completed"
    assert about(shown(PSR % (follow % "")), what) == [
        f"Wednesday 16 December 2026  {what} (officer): {fourteen} 2 December 2026. Publication is taken for submission, as "
        "tender.notices[0].submitted is not given."
    ]
    assert about(shown(PSR % (follow % ", submitted: 2026-12-01")), what) == [
        f"Tuesday 15 December 2026  {what} (officer): {fourteen} 1 December 2026."
    ]


def test_a_notification_of_the_bank_that_is_only_known_by_its_publication_says_so_before_its_other_notes():
    out = shown((BANK % ("2026-04-02", "2026-04-13")).replace("submitted: 2026-03-30", "published: 2026-03-30"))
    assert about(out, "Last day to ask for a debriefing") == [
        "Thursday 2 April 2026  Last day to ask for a debriefing (bidder): World Bank Procurement Regulations for IPF Borrowers, "
        "6th edition, paras 5.81 and 5.82: 3 business days from the notification of intention to award, from 30 March 2026. "
        "Counted: Tue 31 March, Wed 1, Thu 2 April 2026. "
        "Publication is taken for submission, as tender.notices[0].submitted is not given; read in a secondary source; a "
        "complaint has times of its own, which asking for a debriefing does not stop."
    ]


def test_a_part_of_a_country_that_is_not_given_gives_the_careful_day_and_says_why():
    # 30 May 2024 is a holiday in some parts of Germany. Nothing of the country moves the day of the other case.
    case = EU.replace("DE-BY", "DE").replace("2026-12-02", "2024-03-04").replace("2027-01-07", "2024-04-30")
    letter = "\n      notices: [{kind: standstill-letter, submitted: %s, means: email}]\n"
    (open_,) = about(shown(case.rstrip() + letter % "2024-05-20", today="2024-12-01"), "Standstill ends")
    assert open_.startswith("Friday 31 May 2024")
    why = "Holidays differ between the parts of the country, and tender.buyer.country names none: 31 May 2024 by those of any"
    assert why in open_.replace("; holidays", ". Holidays")
    (settled,) = about(shown(case.rstrip() + letter % "2024-06-03", today="2024-12-01"), "Standstill ends")
    assert settled.startswith("Thursday 13 June 2024")
    assert "differ" not in settled


def test_a_country_whose_holidays_are_not_known_is_asked_for():
    out = shown(EU.replace(", country: DE-BY", "") + "", today="2026-12-01")
    assert "No day yet  Earliest deadline for tenders that the Directive allows (officer)" in out
    assert "Give tender.buyer.country to see it." in out
    assert "Name the law" not in out
    assert "or none that can be counted" not in out


LETTERS = """
    tender:
      id: P1
      law: [uk-pcr2015]
      buyer: {kind: local authority, country: GB-ENG}
      regime: {above_threshold: true, light_touch: false}
      procurement_method: open
      published: 2024-06-03
      lots: [{id: L1}, {id: L2}]
      notices:
        - {kind: standstill letter, submitted: %s, means: email%s}
        - {kind: standstill letter, submitted: %s, means: first class post%s}
    """


@pytest.mark.parametrize(
    ("letters", "days"),
    [
        # Whichever way ends later is the end (reg 87(5)).
        (("2024-08-02", "", "2024-08-01", ""), ["Saturday 17 August 2024"]),
        (("2024-08-12", "", "2024-08-01", ""), ["Friday 23 August 2024"]),
        # By e-mail to the end of the 16th, and by post too: one day.
        (("2024-08-06", "", "2024-08-01", ""), ["Saturday 17 August 2024"]),
        (
            ("2024-08-02", ", lots: [L1]", "2024-08-01", ", lots: [L2]"),
            ["Tuesday 13 August 2024", "Saturday 17 August 2024"],
        ),
        (("2024-08-02", ", lots: [L1]", "2024-08-01", ""), ["Saturday 17 August 2024"]),
    ],
)
def test_letters_sent_in_two_ways_have_one_standstill(letters, days):
    found = about(shown(LETTERS % letters), "First day on which the contract may be entered into")
    assert [one.split("  ")[0] for one in found] == days
