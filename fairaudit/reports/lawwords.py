"""Which laws a case is under, and the dates they set, in words for every format."""

from fairaudit.engine.contract.laws import LawSaid
from fairaudit.engine.contract.report import Audience, CaseReport
from fairaudit.frozen import Frozen
from fairaudit.reports.datelist import counted, dates_for, day_of_the_week, explained, noted
from fairaudit.reports.wording import LAW_WITHOUT_PACK, sentence

NO_LAW = "none is named, so only rules for any buyer were used; name it in tender.law or with --law"
DATES = "Dates the law sets"
NOTHING_STOPS = "A question, a letter or an entry in a register stops none of these times."


class DateSaid(Frozen):
    """A date the law sets, in words: who has to know it, what, on which day, counted how, by which provision."""

    day: str
    what: str
    who: str
    counted: str
    cite: str
    note: str
    explained: str
    """All but day, what and who, in one."""


def laws(case: CaseReport) -> tuple[str, ...]:
    """Return what is said of every law the case names; one line where it names none."""
    if case.faults:
        return ()
    if not case.laws and any(one.name == LAW_WITHOUT_PACK for one in case.verdicts):
        # A law is named, and that nobody has rules for it stands in the sentence about the case.
        return ()
    return tuple(_law(one) for one in case.laws) or (NO_LAW,)


def _law(one: LawSaid) -> str:
    title = f"{one.title[:1].upper()}{one.title[1:]} ({one.pack})"
    because = one.because.strip()
    if one.governs:
        return f"{title} governs" + (f": {because}" if because else "")
    if one.changes_alone:
        return f"{title} governs the modifications alone, and its other rules are not applicable: {because}"
    if one.governs is False:
        return f"{title} does not govern, and its rules are not applicable: {because}"
    give = f"; give {', '.join(one.missing)}" if one.missing else ""
    return f"{title}: whether it governs is not settled, and its rules are not assessed: {because}{give}"


def dates(case: CaseReport, audience: Audience) -> tuple[DateSaid, ...]:
    """Return the dates that are for a reader."""
    return tuple(
        DateSaid(
            day_of_the_week(one.day), one.named, one.who, sentence(counted(one)), one.cite, noted(one), explained(one)
        )
        for one in dates_for(case, audience)
    )
