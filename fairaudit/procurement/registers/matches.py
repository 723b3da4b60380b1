"""What a search in registers comes to: which registers were searched, and what in them may be about somebody of this case."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

from fairaudit.analysis.names import words
from fairaudit.frozen import Frozen
from fairaudit.procurement.registers.nominees import holds_for_another, may_hold_for_another
from fairaudit.sources.document import Path

Level = Literal["certain", "likely", "possible"]


class Searched(Frozen):
    """A register that was searched: its file and name, the day it stands for, and how much was compared.

    `rows` are its records, `people` and `parties` how many of the case were looked for. The levels count records in which
    whoever holds a post or share may be one of them, `organisations` the parties that records of it are about. `left` counts
    records that may be about somebody by name alone and lead to no party of the case: they are not kept. `beyond` says what was
    too much to be compared or kept, or hidden.
    """

    name: str
    file: str
    kind: str
    searched: date | None
    source: str
    rows: int
    people: int
    parties: int
    certain: int = 0
    likely: int = 0
    possible: int = 0
    left: int = 0
    organisations: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()


class Known(Frozen):
    """Somebody of the case whom a record may be about: how sure that is, and why.

    `corroborated`: an identifier or a birth date agrees, so that more than names and addresses say it. `slip` says how the number
    of an organisation differs from that of the record where it may be it with a slip in it, and `other_number` is the record's.
    """

    key: str
    kind: Literal["person", "party"]
    name: str
    level: Level
    reasons: tuple[str, ...]
    corroborated: bool
    slip: str = ""
    other_number: str = ""


class RegisteredTie(Frozen):
    """A tie as a register has it: whoever holds a post or a share, in which organisation, from when to when.

    `role` is the register's own word, `kind` a kind of tie of ours, `share` in per cent as it is written; `holder_key` is the
    same for records of one holder where the register has an id for them. `organisation_id` and `holder_id` are equal where an
    organisation that holds something is one that another record is about (`organisation_id` in `keeping`).
    """

    kind: str
    role: str
    share: str
    start: date | None
    end: date | None
    holder: str
    holder_is: Literal["person", "party"]
    holder_key: str
    birth: str
    addresses: tuple[str, ...]
    organisation: str
    number: str
    organisation_id: str = ""
    holder_id: str = ""
    nominee_beside: bool = False
    """Whether words beside the role, and not the role, say that it is held as a nominee."""
    nominee_perhaps: bool = False
    """Whether they speak of a nominee and leave open whether that is the holder."""
    beside: str = ""
    """What a register says beside the role, in its own words, where nothing else in it says whose it is."""

    @property
    def for_another(self) -> bool:
        """Whether the register says that what is held is held for somebody else."""
        return self.nominee_beside or holds_for_another(self.role, self.start)

    @property
    def perhaps_for_another(self) -> bool:
        """Whether the register speaks of a nominee who may be the holder, or may hold for them."""
        return not self.for_another and (self.nominee_perhaps or may_hold_for_another(self.role, self.start))


class Match(Frozen):
    """A record of a register in which one side may be somebody of the case; `others` are whom its other side may be.

    `holds`: the one of the case is who holds the post or share; else it is the organisation.
    """

    register: int
    path: Path
    who: Known
    holds: bool
    tie: RegisteredTie
    others: tuple[Known, ...] = ()

    @property
    def key(self) -> str:
        """What stays the same however the register is sorted."""
        tie = self.tie
        return "|".join(
            (self.who.key, tie.holder_key or tie.holder, tie.number or tie.organisation, tie.kind, str(tie.start))
        )


class Above(Frozen):
    """A record of who holds something in an organisation that stands above a party of the case; neither side is of the case."""

    register: int
    path: Path
    tie: RegisteredTie


class OneAbove(Frozen):
    """Two nodes above parties that may be one holder, and what each is called; `sure`: more than the names says so."""

    first: str
    other: str
    name: str
    other_name: str
    sure: bool


class OpenEnd(Frozen):
    """A record of an organisation that controls another, of which no register says in turn who holds it.

    `asked` is false where that was not looked for, since it stands too far up or beside too many; `either`: by its name it may be
    a person as well; `numbered`: one of that name is known, with a number that nothing says is the same.
    """

    path: Path
    tie: RegisteredTie
    asked: bool
    either: bool = False
    numbered: bool = False


class OwnerOutside(Frozen):
    """Who holds a share in a firm of a circle without being of it, as a register has it."""

    name: str
    share: str
    firm: str


class EnteredCircle(Frozen):
    """A circle of owners before its place in the case is settled: the line of the register where it begins.

    Not `sure`: of one of them only the name says that two entries are about it; `slight`: nobody in it has a say in the next.
    """

    line: int
    names: tuple[str, ...]
    outside: tuple[OwnerOutside, ...] = ()
    sure: bool = True
    slight: bool = False


class OwnerCircle(Frozen):
    """Organisations of which each owns the one before, and the first the last, as a register has it, and who else owns them."""

    path: Path
    names: tuple[str, ...]
    outside: tuple[OwnerOutside, ...] = ()
    sure: bool = True
    slight: bool = False


_HALF, _A_SAY, _LITTLE = 50, 25, 5
"""In per cent; of a band that begins below the last nothing is known."""


def no_control(share: Decimal | None) -> bool:
    """Whether a share is known and too small to control, as what a firm holds of itself mostly is."""
    return share is not None and share <= _HALF


def no_say(share: Decimal | None) -> bool:
    """Whether a share is known and less than a quarter: two firms may hold as much of each other, and others decide in both."""
    return share is not None and share < _A_SAY


def holds_nothing(tie: RegisteredTie) -> bool:
    """Whether a register gives somebody's share as 0, and no other way to control the organisation beside it."""
    ways = ("appoint", "vot", "influence", "control", "director", "board", "trust")
    named = any(one.startswith(ways) for one in words(tie.role))
    return tie.kind == "ownership" and share_of(tie.share) == 0 and not named


def share_of(share: str) -> Decimal | None:
    """Return how many per cent a share is; `None` where that is not known.

    Of a band it is the most that it may be, but of one without an end below half (`25 or more`, `more than 25`) the least: that
    much is known of it, and no control.
    """
    words = share.replace("%", "").replace(",", ".").split()
    least = words[:1] if words[1:] == ["or", "more"] else words[2:] if words[:2] == ["more", "than"] else []
    try:
        found = Decimal((least or words)[-1]) if words else None
    except InvalidOperation:
        return None
    return None if least and found is not None and not _LITTLE <= found < _HALF else found
