"""What the tables of a pack hold: periods, rows with conditions, dates that a law sets."""

from datetime import date
from decimal import Decimal

from fairaudit.analysis.calendars import Counting
from fairaudit.frozen import Frozen
from fairaudit.sources.document import FairauditError


class TableError(FairauditError):
    """A table of a pack that cannot be used."""


class StatutoryPeriod(Frozen):
    """A period that a provision counts; with several calendars the law names no territory, and each is a reading."""

    name: str
    counting: Counting
    calendars: tuple[str, ...]
    words: str
    cite: str
    since: date | None = None
    until: date | None = None


class Row(Frozen):
    """A row of a table: when it applies, and its number. `when` are conditions by name, `not NAME` for their opposite."""

    row: str
    words: str
    cite: str
    when: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    amount: Decimal | None = None
    currency: str | None = None
    since: date | None = None
    until: date | None = None
    unset: bool = False
    """Whether the law sets no number where the row holds: its `least` of nothing then makes no time lawful."""


TOPICS = ("time-to-tender", "last-answers")
"""What rules of no law may ask about: whether the law in force sets a date for it, and that date is kept."""


class Longer(Frozen):
    """What makes a period of a date longer: an end that is stated in a step, or a period of its own counted from a step.

    `cite` is the provision an end that is stated rests on. `note` is for a case that records none.
    """

    step: str
    cite: str = ""
    period: str | None = None
    note: str | None = None


class Pending(Frozen):
    """What keeps a date open while it is recorded: a step, and a note in which `{whom}` is who it waits for."""

    step: str
    note: str


class DateRow(Frozen):
    """A date that a law sets: for whom and what, from which step of a procurement, by which period or table.

    `kind` is `begins`, `ends`, `latest` (the last day to do something) or `earliest` (the first day on which it may be done);
    `back` counts the period before the step. `words` is the step in words. Where a step of `longer` is recorded that ends
    later, that end is the date; what must be done in time keeps the shorter one and is told of the longer. Where `allows` names a
    topic, keeping the date makes lawful what a rule of no law would find about it.
    """

    who: str
    what: str
    kind: str
    step: str
    words: str
    period: str | None = None
    table: str | None = None
    back: bool = False
    applies: tuple[str, ...] = ()
    note: str | None = None
    longer: tuple[Longer, ...] = ()
    only_last: bool = False
    """Of several steps about the same lots only the last counts."""
    allows: str | None = None
    pending: tuple[Pending, ...] = ()
    """What keeps the date open, said before everything else of it."""
    asks: bool = False
    """Whether it is said which field would give the date, where the step it is counted from is not recorded."""
    asks_if: tuple[str, ...] = ()
    """Conditions beside those of `applies` under which that field is asked for: a direct award has no documents for all."""


class Table(Frozen):
    """A table of a pack."""

    name: str
    pack: str
    title: str
    cite: str
    rows: tuple[Row, ...]
    counted: StatutoryPeriod | None = None
    """How the days of its rows are counted, where an end on a day off moves; the row gives their number."""

    def on(self, day: date) -> tuple[Row, ...]:
        """Return the rows in force on a day."""
        return tuple(one for one in self.rows if _in_force(one.since, one.until, day))


def _in_force(since: date | None, until: date | None, day: date) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)
