"""Which registers were searched, as every report says it: part of the JSON contract."""

from __future__ import annotations

from fairaudit.engine.piece import Piece, piece


@piece
class RegisterSaid(Piece):
    """A register that the people and parties of a case were searched in, as of which day, and how much may be about them.

    `searched` is `None` where the case does not say as of which day the register stands. `people` and `parties` were looked
    for; the levels count records of holders that may be people of the case, `organisations` the parties that were found.
    """

    name: str
    file: str
    kind: str
    searched: str | None
    source: str
    rows: int
    people: int
    parties: int
    organisations: int
    certain: int
    likely: int
    possible: int
    left: int
