"""Which registers were searched, as every report says it: part of the JSON contract."""

from __future__ import annotations

from fairaudit.engine.contract.piece import Piece, piece

MEANING = (
    "Only people with a part in this case, its parties and those who own them were looked for, not anybody's relatives, and only "
    "what may be about them is kept. A match says that two records may be about one person or organisation; it does not say that "
    "they are, nor that anything wrong was done. That nothing was found does not say that there is no tie: a register holds what "
    "was filed, as of its day."
)
"""What a search in registers, a match and the lack of one mean and do not."""

UNSEARCHED = "No register was searched: ties outside this case's own records were not looked for."
"""What is said of a case with people or parties and no register: silence about ties is no sign that there are none."""


@piece
class RegisterSaid(Piece):
    """A register that the people and parties of a case were searched in, as of which day, and how much may be about them.

    `searched` is `None` where the case does not say as of which day the register stands. `people` and `parties` were looked
    for; the levels count records of holders that may be people of the case, `organisations` the parties that were found.
    `meaning` says what a match does not mean; it is empty in reports that were written before it was there.
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
    meaning: str = ""
