"""What of a register is kept: records that may be about somebody of the case, by name alone only what leads to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from fairaudit.frozen import Frozen
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.registerlist import Register
from fairaudit.procurement.model.scalars import read_day
from fairaudit.procurement.places import Placed
from fairaudit.procurement.registers.holders import holders_beyond_comparing, one_holders
from fairaudit.procurement.registers.matches import EnteredCircle, Known, Match, OpenEnd, RegisteredTie, Searched
from fairaudit.sources.document import Lost, Path, Unreadable

if TYPE_CHECKING:
    from fairaudit.analysis.names.described import Described

MOST_RECORDS = 50_000
"""Records of one register that are held while it is searched; more would mean that its columns are not what they seem."""
MOST_LISTED = 1_000
"""Records of one register that are listed one by one as not understood."""


class Entry(Frozen):
    """A record that may be about somebody of the case, before it is settled whether it is kept.

    Of one that is `open` only the holder's name says whether that is a firm or a person.
    """

    line: int
    tie: RegisteredTie
    holders: tuple[Known, ...]
    organisations: tuple[Known, ...]
    open: bool = False


class Kept:
    """The records of one register that are kept, the cells of them that were not understood, and what was counted."""

    def __init__(self, index: int, register: Register, file: str, document: int | None) -> None:
        """Begin with a register; `document` is the place of its file among those of the case, if it has one."""
        self.index, self.register, self.file, self.document = index, register, file, document
        self.entries: list[Entry] = []
        self.numbered: dict[str, list[Entry]] = {}
        """The entries by the register's own id for their holder, and those that were read before."""
        self.before: dict[str, list[Entry]] = {}
        self.unreadable: list[Unreadable] = []
        self.not_read: list[str] = []
        self.sheets: list[str] = []
        self.met: set[str] = set()
        """The parties that a record is about which was left out, since it names nobody or not plainly whom."""
        self.circles: list[EnteredCircle] = []
        self.named: dict[str, set[str]] = {}
        self.open: list[OpenEnd] = []
        self.rows = 0
        self.over = 0
        self.holders = 0
        self.hidden = 0
        self.lost = 0
        self.unnamed = 0
        self.strange_ones = 0

    def add(self, entry: Entry, key: str = "") -> None:
        """Keep a record for the time being; `key` is the register's own id for its holder, where it has one."""
        if len(self.entries) < MOST_RECORDS:
            self.entries.append(entry)
            if key:
                self.numbered.setdefault(key, []).append(entry)
        else:
            self.over += 1

    def meet(self, organisations: Iterable[Known]) -> None:
        """Keep that a record that is left out is about some parties; one that has another number there may be another."""
        self.met.update(one.key for one in organisations if not one.slip)

    def drop(self, line: int, reason: str) -> None:
        """List a record that is left out, which puts no other of its line in doubt: all statements may stand on one."""
        before = len(self.unreadable)
        self.strange(line, reason)
        self.unreadable[before:] = [one._replace(lost=Lost()) for one in self.unreadable[before:]]

    def strange(self, line: int, reason: str, text: str = "") -> None:
        """List something of a record that is not understood; what it says of people is not repeated."""
        self.strange_ones += 1
        if self.strange_ones <= MOST_LISTED:
            path: Path = ("registers", self.index)
            own: Path = (*path, "records", line) if self.document is None else path
            file, at = ("", 0) if self.document is None else (self.file, line)
            self.unreadable.append(Unreadable(own, text[:60], reason, file, at))

    def hide(self, row: int, reason: str) -> None:
        """List a row or column that a workbook hides, so that nothing in it was searched."""
        self.hidden += 1
        self.strange(row, reason)

    def lose(self, row: int, reason: str) -> None:
        """List a record of which it could not be read whom it is about."""
        self.lost += 1
        self.strange(row, reason)

    def end(self) -> None:
        """Say what was left out."""
        path: Path = ("registers", self.index)
        if self.strange_ones > MOST_LISTED:
            more = f"{self.strange_ones - MOST_LISTED:,} more records were not understood; mend these first"
            self.unreadable.append(Unreadable(path, "", more, self.file, 1))
        for more in self._too_many():
            self.unreadable.append(Unreadable(path, "", more, self.file, 1))

    @property
    def beyond(self) -> tuple[str, ...]:
        """What of a register was not searched or compared, in words."""
        several = f"{self.hidden:,} hidden rows, columns or sheets were not read"
        hidden = "a hidden row, column or sheet was not read" if self.hidden == 1 else several
        unnamed = (
            f"{self.unnamed:,} of its records about parties of this case, or their owners, do not say who holds them"
        )
        lost = f"{self.lost:,} of its records do not say plainly whom they are about"
        counted = ((self.hidden, hidden), (self.lost, lost), (self.unnamed, unnamed))
        own = tuple(words for count, words in counted if count)
        return (*own, *self._too_many())

    def _too_many(self) -> tuple[str, ...]:
        over = f"{self.over:,} more records may be about somebody of this case than can be kept, and were left out"
        many = (
            f"{self.holders:,} holders are entered at the bidders; of so many only those written the same were compared"
        )
        return tuple(words for count, words in ((self.over, over), (self.holders, many)) if count)

    def day(self, line: int, text: str | None, what: str) -> date | None:
        """Return a day of a record, `None` where it is not given or is none, which is listed."""
        if not text:
            return None
        try:
            return read_day(text[:10] if text[10:11] in ("T", " ") else text)
        except ValueError as error:
            self.strange(line, f"{what} {error}", text)
            return None

    def days(self, line: int, start: str | None, end: str | None) -> tuple[date | None, date | None]:
        """Return when a tie began and ended; no day is believed that contradicts another, or the day the register stands for."""
        first, last = self.day(line, start, "its beginning"), self.day(line, end, "its end")
        as_of = self.register.searched
        if first and as_of and first > as_of:
            self.strange(
                line,
                f"begins on {first}, after {as_of}, the day the register stands for; one is wrong, or it is still to come",
                start or "",
            )
            return None, last
        if first and last and last < first:
            self.strange(line, f"ends on {last} and begins on {first}, so one of the two is wrong; neither is used")
            return None, None
        return first, last


def organisation_id(described: Described, register: int) -> str:
    """Return what records of one organisation share: a number of it, wherever that stands, else its name in one register."""
    from fairaudit.analysis.names import organisation_name
    from fairaudit.analysis.names.described import identifiers

    numbers = sorted(identifiers(described))
    if numbers:
        return ":".join(numbers[0])
    core = " ".join(organisation_name(described.names[0]).core) if described.names else ""
    return f"{register} {core}" if core else ""


def by_number(organisation: str) -> bool:
    """Whether it is a number that tells which organisation is meant, and not its name alone."""
    return bool(organisation) and " " not in organisation


def between(all_kept: Iterable[Kept], *, by_name: bool = False) -> frozenset[str]:
    """Return the organisations outside the case in which somebody of it holds something, by more than a name or `by_name` too."""
    return frozenset(
        one.tie.organisation_id
        for kept in all_kept
        for one in kept.entries
        if one.tie.organisation_id and any(by_name or known.level != "possible" for known in one.holders)
    )


def matches_of(
    kept: Kept,
    places: dict[Path, Placed],
    shared: Container[int] = (),
    between: Container[str] = (),
    on_way: Container[RegisteredTie] = (),
) -> tuple[list[Match], int]:
    """Return the records that are kept as matches, and how many were left; where each stands is added to `places`.

    A record of somebody by name alone that leads to no party of the case is left: it says nothing here and is about a stranger.
    Of an organisation only those holders are kept who are somebody of the case, or hold something in another of its parties too
    (`shared`: the numbers of such entries), or stand `between` it and somebody of the case, or `on_way` from it to another.
    """
    found: list[Match] = []
    left = 0
    for number, entry in enumerate(kept.entries):
        # An entry that stands in the case itself has its own place there.
        own = entry.line if kept.document is None else number
        path: Path = ("registers", kept.index, "records", own)
        ones = [Match(kept.index, path, one, True, entry.tie, entry.organisations) for one in entry.holders]
        ones = [one for one in ones if entry.organisations or one.who.level != "possible" or _leads(entry, between)]
        kept_anyway = bool(entry.holders) or number in shared or entry.tie in on_way
        if kept_anyway or (entry.tie.holder_id and entry.tie.holder_id in between):
            ones += [Match(kept.index, path, one, False, entry.tie, entry.holders) for one in entry.organisations]
        if ones:
            if kept.document is not None:
                places[path] = kept.document, (entry.line, 1, entry.line, 2)
            found += ones
        elif entry.holders:
            left += 1
    return found, left


def _leads(entry: Entry, between: Container[str]) -> bool:
    return bool(entry.tie.organisation_id) and entry.tie.organisation_id in between


def in_common(all_kept: Sequence[Kept]) -> tuple[frozenset[int], ...]:
    """Return of each register the numbers of the entries whose holder may stand in those of another party of the case too."""
    numbered = [
        (place, number, one)
        for place, kept in enumerate(all_kept)
        for number, one in enumerate(kept.entries)
        if one.organisations and one.tie.holder
    ]
    found: tuple[set[int], ...] = tuple(set() for _ in all_kept)
    entries = [(all_kept[place].index, one.tie) for place, _, one in numbered]
    if many := holders_beyond_comparing(entries):
        most = all_kept[Counter(place for place, _, _ in numbered).most_common(1)[0][0]]
        most.holders = many
    for same in one_holders(entries):
        both = [numbered[at] for at in {*same.places, *same.others}]
        if len({known.key for _, _, one in both for known in one.organisations}) > 1:
            for place, number, _ in both:
                found[place].add(number)
    return tuple(map(frozenset, found))


def searched(kept: Kept, matches: Iterable[Match], left: int, sought: tuple[int, int]) -> Searched:
    """Return what a report says of a register that was searched."""
    header = kept.register
    people = (one for one in matches if one.holds and one.who.kind == "person")
    levels = Counter({(one.who.key, one.path): one.who.level for one in people}.values())
    # Of one that has another number there, a slip perhaps, the register may hold nothing.
    organisations = {known.key for one in kept.entries for known in one.organisations if not known.slip} | kept.met
    return Searched(
        header.name or header.file or text_of(header.path),
        kept.file,
        header.kind or "",
        header.searched,
        header.source or "",
        kept.rows,
        *sought,
        levels["certain"],
        levels["likely"],
        levels["possible"],
        left,
        tuple(sorted(organisations)),
        kept.beyond,
    )
