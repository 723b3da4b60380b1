"""One record of a tie, and the words in which it is told."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.names import words
from fairaudit.checks.people.ties.share_sizes import size_in_words
from fairaudit.checks.people.ties.tie_texts import gone_in_words, in_its_words, reading_of, taken_back
from fairaudit.checks.people.ties.tie_wording import tie_words
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.parties import Tie

_HOSPITALITY = ("hospitality", "lunch", "dinner", "meal", "ticket")


class Record(Frozen):
    """A tie as one record states it, before it is known whether its party has to do with a bidder.

    `ended`: it is over, on whatever day; `offered`: it is still to come; not `sure`: only a name says whose it is; `size` is how
    much of the party somebody holds, empty where that is not known, and `share` that in per cent. `doubted`: its own words take
    it back; `against`: another record has it ended; `on` is the only day that is given, by a bare `date`: it held then, and from
    when to when is not said; `perhaps`: what a doubted tie was recorded as, and
    `unread`: only because its words are not plain, not because they say that it is over.
    """

    kind: str
    party: str | None
    name: str | None
    at: Node[object]
    said: str = ""
    start: date | None = None
    end: date | None = None
    source: str = ""
    person: str | None = None
    text: str = ""
    ended: bool = False
    offered: bool = False
    sure: bool = True
    size: str = ""
    share: Decimal | None = None
    doubted: bool = False
    against: Node[object] | None = None
    on: date | None = None
    perhaps: str = ""
    unread: bool = False

    @property
    def words(self) -> str:
        """The tie in words that go between a person's name and a party's."""
        return self.said or tie_words(self.kind, self.end, self.ended, self.size, self.on)

    @property
    def asks(self) -> bool:
        """Whether the tie is a question: another record has it ended, one day alone is given, or its words are not plain."""
        return self.against is not None or self.on is not None or self.unread


def year_of(case: Case) -> int | None:
    """Return the year before which what words say of a tie is past: that of the tender, else of the audit."""
    published = case.tender.published
    day = published.date if published else case.today
    return day.year if day else None


def party_words(case: Case) -> frozenset[str]:
    """Return the words that the parties of a case are called by."""
    return case.once(_party_words)


def _party_words(case: Case) -> frozenset[str]:
    return frozenset(word for one in case.parties for word in words(one.name or ""))


def of_tie(case: Case, tie: Tie, default: str) -> Iterator[Record]:
    """Yield the record, or the records, that a tie entered of somebody makes."""
    kind, _, ended, offered, _ = reading_of(tie, default)
    if kind is not None and taken_back(tie, default, year_of(case), party_words(case)):
        start, end = (tie.start_date or tie.date, tie.end_date or tie.date)
        said = in_its_words(tie)
        yield Record(
            "other", tie.party, tie.name, tie.node, said, start, end, tie.source or "", tie.person, tie.text or "", doubted=True,
            perhaps=kind, unread=kind == "ownership" and not gone_in_words(tie, year_of(case)),
        )  # fmt: skip
    elif kind is not None:
        on = None if kind == "gift" or ended or offered else only_day(tie)
        day = tie.end_date or tie.start_date
        said = (
            received(tie.kind or "", day, tie.value)
            if kind == "gift"
            else f"has or had {'a job offer' if kind == 'offer' else 'an offer'} from"
            if offered
            else _named(tie, ended, on)
            if kind == "other"
            else ""
        )
        start = day if kind == "gift" else tie.start_date
        end = day if kind == "gift" else tie.end_date
        yield Record(
            kind, tie.party, tie.name, tie.node, said, start, end, tie.source or "", tie.person, tie.text or "", ended,
            offered, size=_worth(tie) if kind == "ownership" else _debt(tie) if kind == "loan" else "", on=on,
        )  # fmt: skip


def only_day(tie: Tie) -> date | None:
    """Return the one day of which a tie is told, by a `date` without a beginning or an end."""
    return tie.date if tie.start_date is None and tie.end_date is None else None


def _named(tie: Tie, ended: bool, on: date | None = None) -> str:
    """Return an interest of no other kind that is worth something with what it is called, and its worth: a loan of £20,000."""
    worth = tie.value.in_words() if tie.value and tie.value.amount is not None else ""
    what = (tie.kind or "").replace("-", " ")
    if not worth or ended or tie.end_date or what == "other":
        return ""
    had = f"had, on {day_in_words(on)}, the only day that is given," if on else "has"
    return f"{had} an interest ({what}, {worth}) in"


def per_cent(share: Decimal | None) -> str:
    """Return a share in per cent in words; empty where none is given."""
    return "" if share is None else f"{share.normalize():f} per cent of the shares"


def _worth(tie: Tie) -> str:
    return f"a share worth {tie.value.in_words()}" if tie.value and tie.value.amount is not None else size_in_words(tie)


def _debt(tie: Tie) -> str:
    what = (tie.kind or "loan").replace("-", " ").replace("_", " ")
    worth = f" ({tie.value.in_words()})" if tie.value and tie.value.amount is not None else ""
    return f"{'' if what.startswith(('a ', 'an ', 'the ')) or what.endswith('s') else 'a '}{what}{worth}"


def received(kind: str, day: date | None, value: Money | None = None) -> str:
    """Return in words what was received, on which day and of what worth."""
    what = "hospitality" if any(one in kind.casefold() for one in _HOSPITALITY) else "a gift"
    worth = f" ({value.in_words()})" if value and value.amount is not None else ""
    return f"received {what}{worth}{f' on {day_in_words(day)}' if day else ''} from"
