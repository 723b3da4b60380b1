"""Texts that are records or reasons: what their field asks is answered by what they say, not by their being there.

`None considered` under a field for what was considered is no record of it, however full the field looks. Which texts are of
this kind is said by the annotations of the model, `Record`, `Steps`, `Levelling`, `Search`, `Reason`, `Withholding`, and by no
list of names.
"""

from __future__ import annotations

from typing import Annotated

from fairaudit.analysis.evened import evens_out
from fairaudit.analysis.names import words
from fairaudit.analysis.outagewords import portal_failed
from fairaudit.analysis.reasons import nothing_there, says_why
from fairaudit.analysis.recorded import kept, left_undone
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import Scalar, read_lines, read_text


class Recorded(str):
    """A text that is a record of something that was done, decided or considered."""

    __slots__ = ()

    @property
    def told(self) -> bool | None:
        """Whether it tells of anything: not where it says no, and `None` where it can be read two ways."""
        return kept(self)


class Levelled(Recorded):
    """A text on how a lead was evened out."""

    __slots__ = ()

    @property
    def told(self) -> bool | None:
        """Whether it tells of a measure: not where it denies, accepts or promises, and `None` where no measure is plain."""
        return evens_out(self)


class Failed(Recorded):
    """A text on an outage, which is one of the portal only where it says that the portal failed."""

    __slots__ = ()

    @property
    def told(self) -> bool | None:
        """Whether the portal failed: not where it is denied, or the bidder's own side failed; `None` where it is not plain."""
        return portal_failed(self)


class Sought(Recorded):
    """A text on what was looked for, where a bare none may say that nothing was found, or that nobody looked."""

    __slots__ = ()

    @property
    def told(self) -> bool | None:
        """Whether it tells of anything; a denial is only one where it is the looking that it denies."""
        told = kept(self)
        return None if told is False and words(self) and not left_undone(self) else told


class Reasoned(Recorded):
    """A text that is a reason."""

    __slots__ = ()

    @property
    def told(self) -> bool | None:
        """Whether it can be a reason: not where it is nothing but denials and words for reasons."""
        return says_why(self)


class Withheld(Recorded):
    """A text on why something is not given, where a bare none may say that there is nothing to give."""

    __slots__ = ()

    @property
    def told(self) -> bool | None:
        """Whether it can be a reason; `None` where it may answer that there is none of it."""
        return None if nothing_there(self) else says_why(self)


def _read_record(value: object) -> str:
    return Recorded(read_text(value))


def _read_steps(value: object) -> str:
    return Recorded(read_lines(value))


def _read_levelled(value: object) -> str:
    return Levelled(read_text(value))


def _read_failed(value: object) -> str:
    return Failed(read_text(value))


def _read_sought(value: object) -> str:
    return Sought(read_text(value))


def _read_reason(value: object) -> str:
    return Reasoned(read_text(value))


def _read_withheld(value: object) -> str:
    return Withheld(read_text(value))


Record = Annotated[str, Scalar(_read_record)]
"""What was done, decided or considered."""
Steps = Annotated[str, Scalar(_read_steps, many=True)]
"""The same, which may be a list."""
Levelling = Annotated[str, Scalar(_read_levelled)]
"""What was done so that nobody keeps a lead."""
Outage = Annotated[str, Scalar(_read_failed)]
"""When and how the portal failed."""
Search = Annotated[str, Scalar(_read_sought)]
"""What was looked for and found."""
Reason = Annotated[str, Scalar(_read_reason)]
"""Why something was so."""
Withholding = Annotated[str, Scalar(_read_withheld)]
"""Why something is not given, or that there is none of it."""


def tells(value: object) -> bool | None:
    """Return whether a value tells of what its field asks; `None` where that can be read two ways.

    Nothing, an empty list, false and an empty text tell of nothing; nor does a record, a reason or a group of records that
    says no. Any other value does.
    """
    if isinstance(value, Recorded | Part):
        return value.told
    if isinstance(value, str):
        return bool(value.strip())
    return value not in (None, (), False)


def not_understood(text: str) -> str:
    """Return how words are quoted of which it is not plain whether they tell what their field asks."""
    return f"not understood, and may answer this: “{text}”"
