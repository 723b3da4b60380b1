"""What a report says of the laws a case names: whether each governs it, and the days it sets. Part of the JSON contract."""

from __future__ import annotations

from fairaudit.engine.contract.piece import Piece, piece


@piece
class LawSaid(Piece):
    """A law the case names: whether it governs the case, and how that was settled; `missing` would settle what is open."""

    pack: str
    title: str
    governs: bool | None
    because: str
    missing: tuple[str, ...] = ()
    changes_alone: bool = False
    """Whether it governs the modifications of an older contract, and nothing else of the case."""


@piece
class LegalDate(Piece):
    """A day the law sets for this case: for whom, what, by which provision, counted how, and what it leans on.

    `kind` is `earliest` for the first day on which something may be done, `latest` for the last.
    """

    who: str
    what: str
    kind: str
    day: str
    counted: str
    cite: str
    skipped: tuple[str, ...] = ()
    projected: bool = False
    note: str | None = None
    pack: str = ""
    moved: str | None = None
    """Why the end of a period of calendar days moved, in words; `skipped` are the holidays no working day was counted on."""
    about: str | None = None
    """Whom or what it is about, where there are several dates of one kind."""
    subject: str | None = None
    """The first, by name, of whom or what it is about, even where it is the only date of its kind."""
    days: tuple[str, ...] = ()
    """The working days that were counted, one by one, where the period is one of working days."""
    only_if: str | None = None
    """What must hold for it and is open; the note says why, and `missing` are the fields that would settle it."""
    missing: tuple[str, ...] = ()

    @property
    def named(self) -> str:
        """What is due, for whom or what where there are several of its kind, and what must hold for it where that is open."""
        named = f"{self.what}, for {self.about}" if self.about else self.what
        return f"{named}, only if {self.only_if}" if self.only_if else named


@piece
class UndatedSaid(Piece):
    """A date that a law sets and that has no day yet: for whom, what, and the fields that would give it.

    `because` says why it cannot be counted, where the step it is counted from is recorded.
    """

    who: str
    what: str
    pack: str
    missing: tuple[str, ...]
    because: str | None = None
