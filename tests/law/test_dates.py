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
