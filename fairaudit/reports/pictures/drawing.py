"""What every picture hands back before it has a page: its words, its shapes, and which tables it drew."""

from __future__ import annotations

from fairaudit.frozen import Frozen


class Drawing(Frozen):
    """A picture without its ids: title, sentences that say what it shows and leaves out, shapes, height, tables drawn."""

    title: str
    said: tuple[str, ...]
    parts: tuple[str, ...]
    height: float
    drew: tuple[str, ...]


def left_out(number: int, one: str, which: str, *, many: str = "") -> tuple[str, ...]:
    """Return the sentence that so many of something stand in the table alone, if any do."""
    if number <= 0:
        return ()
    if number == 1:
        return (f"Not drawn: 1 more {one}, {which}; it stands in the table.",)
    return (f"Not drawn: {number} more {many or one + 's'}, {which}; they stand in the table.",)
