"""The source line a finding points to: cut to what fits, underlined, or in marked pieces."""

from __future__ import annotations

from fairaudit.analysis.unseen import visible
from fairaudit.engine.contract.report import Excerpt, Finding, Outcome
from fairaudit.frozen import Frozen
from fairaudit.reports.characters import columns, glyph

_BEFORE = 24


class Snippet(Frozen):
    """A source line and the line that underlines it, both ready to print one above the other."""

    number: str
    text: str
    underline: str


def snippet(finding: Finding, width: int = 100, ascii_only: bool = False) -> Snippet | None:
    """Return a finding's source line and its underline: `^` where flagged, `~` where a person must look."""
    excerpt = finding.excerpt
    if excerpt is None:
        return None
    pen = "~" if finding.outcome is Outcome.REVIEW else "^"
    shapes, widths = _letters(visible(excerpt.text), ascii_only)
    marked = _marked(excerpt)
    number = str(max(excerpt.line, 0) or "")
    start, end = _window(widths, marked, width - len(number) - len(" | "))
    before, after = ("..." if start else ""), ("..." if end < len(shapes) else "")
    text = before + "".join(shapes[start:end]) + after
    strokes = ((pen if marked[place] else " ") * widths[place] for place in range(start, end))
    underline = " " * len(before) + "".join(strokes)
    if not excerpt.text or underline.isspace():
        underline = ""
    return Snippet(number, text.rstrip(), underline.rstrip())


def _letters(text: str, ascii_only: bool) -> tuple[list[str], list[int]]:
    """Return what is printed for each character of a text, and how many columns that takes."""
    if text.isascii():
        return list(text), [1] * len(text)
    shapes = [glyph(one, ascii_only) for one in text]
    return shapes, [columns(one) for one in shapes]


def pieces(excerpt: Excerpt) -> tuple[tuple[str, bool], ...]:
    """Return the source line in pieces, each with whether it is marked."""
    text = visible(excerpt.text)
    found: list[tuple[str, bool]] = []
    for character, marked in zip(text, _marked(excerpt), strict=True):
        if found and found[-1][1] == marked:
            found[-1] = (found[-1][0] + character, marked)
        else:
            found.append((character, marked))
    return tuple(found)


def _marked(excerpt: Excerpt) -> list[bool]:
    marked = [False] * len(excerpt.text)
    for start, end in excerpt.marks:
        first = max(start - 1, 0)
        # A mark of no width still shows where it stands.
        for place in range(first, min(max(end - 1, first + 1), len(marked))):
            marked[place] = True
    return marked


def _window(widths: list[int], marked: list[bool], width: int) -> tuple[int, int]:
    """Return the part of a line that fits, with a little before the first mark so that it reads in context."""
    if sum(widths) <= width:
        return 0, len(widths)
    room = max(width - 2 * len("..."), 10)
    first = next((place for place, one in enumerate(marked) if one and widths[place]), 0)
    start = 0 if first <= room // 2 else max(first - _BEFORE, 0)
    end, used = start, 0
    while end < len(widths) and used + widths[end] <= room:
        used += widths[end]
        end += 1
    while start > 0 and used + widths[start - 1] <= room:
        start -= 1
        used += widths[start]
    return start, end
