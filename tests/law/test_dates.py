"""The dates the law sets, as a reader sees them: the day, what is due, and how it was counted, word for word."""

import textwrap

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
        "spot (reg 47(2)); the law names no territory for its holidays, and the readings differ: 18 March 2024 or 19 March "
        "2024."
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
        "the law names no territory for its holidays, and the readings differ: 13 March 2024 or 14 March 2024."
    ]
