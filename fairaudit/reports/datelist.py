"""The dates a law sets, as a list for a terminal: what, by when, under which provision, counted how."""

from __future__ import annotations

from datetime import date

from fairaudit.analysis.calendars import day_of_week_in_words, days_in_words
from fairaudit.engine.contract.laws import LegalDate, UndatedSaid
from fairaudit.engine.contract.report import Audience, CaseReport, Report
from fairaudit.reports.characters import unheeded

_HIDDEN = {Audience.OFFICER: "bidder", Audience.BIDDER: "officer", Audience.AUDITOR: ""}
NONE = (
    "No law that governs this case sets a date from what is given. Name the law in tender.law or with --law, and give "
    "the steps that are planned or done: tender.published, tender.tender_period, tender.notices, awards."
)

UNCOUNTED = (
    "The law of this case sets no date from what is given, or none that can be counted. Give the buyer's country, with its part "
    "where holidays differ (tender.buyer.country), and the steps that are planned or done: tender.published, "
    "tender.tender_period, tender.notices, awards."
)


def dates_for(case: CaseReport, audience: Audience) -> tuple[LegalDate, ...]:
    """Return the dates that are for a reader, in order."""
    return tuple(one for one in case.dates if one.who != _HIDDEN[audience])


def undated_for(case: CaseReport, audience: Audience) -> tuple[UndatedSaid, ...]:
    """Return the dates without a day that are for a reader."""
    return tuple(one for one in case.undated if one.who != _HIDDEN[audience])


def day_of_the_week(text: str) -> str:
    """Return a day as people read it in a diary: `Friday 26 June 2026`; what is no day as it stands."""
    try:
        return day_of_week_in_words(date.fromisoformat(text))
    except ValueError:
        return text


def explained(one: LegalDate) -> str:
    """Return how a date came about, in sentences."""
    return " ".join([f"{one.cite}: {counted(one)}", *([note] if (note := noted(one)) else [])])


def counted(one: LegalDate) -> str:
    """Return how a date was counted, on which days, and which holidays were not."""
    parts = [f"{one.counted}."]
    if one.days:
        parts.append(f"Counted: {_listed(one.days)}.")
    if one.skipped:
        parts.append(f"Not counted: {', '.join(one.skipped)}.")
    if one.moved:
        parts.append(f"{one.moved[:1].upper()}{one.moved[1:]}.")
    if one.projected:
        parts.append("It leans on holidays that have not been announced yet: count again when they are.")
    return " ".join(parts)


def _listed(days: tuple[str, ...]) -> str:
    """Return days as people read them in a diary; what is no day as it stands."""
    try:
        return days_in_words([date.fromisoformat(day) for day in days])
    except ValueError:
        return ", ".join(days)


def noted(one: LegalDate) -> str:
    """Return what else is to be known of a date, as a sentence."""
    return f"{one.note[:1].upper()}{one.note[1:]}." if one.note else ""


def as_text(report: Report) -> str:
    """Return the dates of every case of a report."""
    blocks = []
    for case in report.cases:
        lines = [f"{case.id}: {case.title}"]
        if case.faults:
            lines += [f"  not read: {fault}" for fault in case.faults]
        for one in dates_for(case, report.audience):
            lines += [f"  {day_of_the_week(one.day)}  {one.named} ({one.who})", f"    {explained(one)}"]
        for open_ in undated_for(case, report.audience):
            lines += [f"  No day yet  {open_.what} ({open_.who})", f"    {_asked(open_)}"]
        told = dates_for(case, report.audience) or [one for one in undated_for(case, report.audience) if one.because]
        if not case.faults and not told:
            named = any(one.governs is not False for one in case.laws)
            lines.append(f"  {UNCOUNTED if named else NONE}")
        blocks.append("\n".join(map(unheeded, lines)))
    return "\n\n".join(blocks) + "\n"


def _asked(one: UndatedSaid) -> str:
    """Return why a date has no day, where that is said, and what would give it one."""
    because = f"{one.because[:1].upper()}{one.because[1:]}. " if one.because else ""
    return f"{because}Give {' or '.join(one.missing)} to see it."


def as_json(report: Report) -> list[dict[str, object]]:
    """Return the dates of every case as plain values."""
    return [
        {
            "case": case.id,
            "dates": [_plain(one) for one in dates_for(case, report.audience)],
            "undated": [
                {
                    "who": one.who,
                    "what": one.what,
                    "pack": one.pack,
                    "missing": list(one.missing),
                    "because": one.because,
                }
                for one in undated_for(case, report.audience)
            ],
        }
        for case in report.cases
    ]


def _plain(one: LegalDate) -> dict[str, object]:
    return {
        "day": one.day, "who": one.who, "what": one.what, "kind": one.kind, "pack": one.pack, "cite": one.cite,
        "counted": one.counted, "days": list(one.days), "skipped": list(one.skipped), "moved": one.moved,
        "projected": one.projected, "note": one.note, "about": one.about, "only_if": one.only_if,
        "missing": list(one.missing),
    }  # fmt: skip
