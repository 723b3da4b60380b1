"""A sheet on which pictures are drawn: shapes and words as SVG, places rounded, words cut and made harmless.

Colours stand in attributes, since the page lets no other style through. Each is dark enough for white and light enough for
dark paper (3:1 or more on both), and none of them says anything that a shape, a word or a dash does not say too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from fairaudit.analysis.unseen import visible
from fairaudit.reports.pictures.letters import BOLDER, NORMAL, cut_apart, plain, shared

WIDTH = 760
"""Units across: 1 for a pixel of a page on a screen, and 0.23 mm of A4."""
TALLEST = 1040
"""No picture is taller, so that it stands on one page of A4."""
INK = "currentColor"
GREY, BLUE, ORANGE, GREEN, PURPLE = "#7a7f85", "#0072b2", "#d55e00", "#008f68", "#b5628f"
"""Blue, vermilion, bluish green and reddish purple are told apart with every common kind of colour blindness.

After Okabe & Ito, Color Universal Design (2008), the last two made darker for white paper.
"""
PALETTE = (BLUE, ORANGE, GREEN, PURPLE)
DASHES = ("", "7 3", "2 3", "9 3 2 3")


class Sheet:
    """What is drawn so far, bottom to top; `names` are those that must stay apart where they are cut."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.parts: list[str] = []
        self._shared = shared(names)

    def line(
        self, start: tuple[float, float], end: tuple[float, float], colour: str = INK, *,
        width: float = 1, dash: str = "", faint: float = 1,
    ) -> None:  # fmt: skip
        """Draw a straight line."""
        (x, y), (far, low) = start, end
        self.parts.append(
            f'<line x1="{at(x)}" y1="{at(y)}" x2="{at(far)}" y2="{at(low)}"{_pen(colour, width, dash, faint)}/>'
        )

    def curve(
        self, points: Sequence[tuple[float, float]], colour: str, *, width: float = 1.5, dash: str = "", name: str = ""
    ) -> None:
        """Draw a line through points, with what it is called where a pointer rests on it."""
        path = "M" + "L".join(f"{at(x)} {at(y)}" for x, y in points)
        self._shape(f'<path d="{path}" fill="none" stroke-linejoin="round"{_pen(colour, width, dash, 1)}', "path", name)

    def grid(self, lines: Iterable[tuple[float, float, float, float]], faint: float = 0.16) -> None:
        """Draw many thin lines as one shape."""
        path = "".join(f"M{at(x)} {at(y)}L{at(far)} {at(low)}" for x, y, far, low in lines)
        if path:
            self.parts.append(f'<path d="{path}" fill="none"{_pen(INK, 1, "", faint)}/>')

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str = "none", solid: float = 1,
        stroke: str = "", thick: float = 1, name: str = "",
    ) -> None:  # fmt: skip
        """Draw a rectangle."""
        clear = "" if solid == 1 else f' fill-opacity="{at(solid)}"'
        pen = _pen(stroke, thick, "", 1) if stroke else ""
        place = f'x="{at(x)}" y="{at(y)}" width="{at(width)}" height="{at(height)}"'
        self._shape(f'<rect {place} fill="{fill}"{clear}{pen}', "rect", name)

    def stripes(self, place: tuple[float, float, float, float], colour: str, apart: float, width: float) -> None:
        """Draw rising stripes within a rectangle, as one shape: a pattern that is referred to would not pass every page."""
        x, y, wide, high = place
        path, start = "", apart - high
        while start < wide:
            near, far = max(start, 0.0), min(start + high, wide)
            path += f"M{at(x + near)} {at(y + high - near + start)}L{at(x + far)} {at(y + high - far + start)}"
            start += apart
        if path:
            self.parts.append(f'<path d="{path}" fill="none"{_pen(colour, width, "", 1)}/>')

    def mark(
        self, x: float, y: float, kind: int, colour: str, size: float = 4, name: str = "", hollow: bool = False
    ) -> None:
        """Draw a dot, a square, a triangle or a diamond (kinds 0 to 3), a ring (4) a triangle on its head (5), or an outline."""
        look = f'fill="none" stroke="{colour}" stroke-width="2"' if hollow or kind == 4 else f'fill="{colour}"'
        if kind in (0, 4):
            self._shape(f'<circle cx="{at(x)}" cy="{at(y)}" r="{at(size)}" {look}', "circle", name)
            return
        half, root = at(size), at(2 * size)
        ways = {
            1: f"M{at(x - size)} {at(y - size)}h{root}v{root}h-{root}z",
            2: f"M{at(x)} {at(y - size)}l{half} {root}h-{root}z",
            3: f"M{at(x)} {at(y - size)}l{half} {half}l-{half} {half}l-{half} -{half}z",
            5: f"M{at(x)} {at(y + size)}l{half} -{root}h-{root}z",
        }
        self._shape(f'<path d="{ways[kind]}" {look}', "path", name)

    def cross(self, x: float, y: float, size: float, colour: str, name: str = "") -> None:
        """Draw two lines that cross, as one shape, so that a pointer finds what it is called."""
        far, low, near, high = at(x + size), at(y + size), at(x - size), at(y - size)
        path = f"M{near} {high}L{far} {low}M{near} {low}L{far} {high}"
        self._shape(f'<path d="{path}" fill="none"{_pen(colour, 2, "", 1)}', "path", name)

    def words(
        self, x: float, y: float, text: str, *, size: int = NORMAL, anchor: str = "start", bold: bool = False,
        colour: str = "", room: float = 0, turn: float = 0, halo: bool = False, name: str = "",
    ) -> None:  # fmt: skip
        """Write words from, around or up to a place; what is longer than the room is cut, and whole for a pointer.

        `name` is what stands whole for a pointer where the words hold a name that the caller has cut.
        """
        shown = self.fitting(text, room, size=size, bold=bold) if room else plain(text)
        looks = f' font-size="{size}"' if size != NORMAL else ""
        looks += f' text-anchor="{anchor}"' if anchor != "start" else ""
        looks += ' font-weight="bold"' if bold else ""
        looks += f' fill="{colour}"' if colour else ""
        looks += f' transform="rotate({at(turn)} {at(x)} {at(y)})"' if turn else ""
        looks += ' class="halo"' if halo else ""
        gone = (name and plain(name) not in shown) or (not name and shown != plain(text))
        whole = f"<title>{safe(name or text)}</title>" if gone else ""
        self.parts.append(f'<text x="{at(x)}" y="{at(y)}"{looks}>{whole}{escape(shown)}</text>')

    def fitting(self, text: str, room: float, *, size: int = NORMAL, bold: bool = False) -> str:
        """Return a text that fits into the room; of names that begin alike, what tells them apart is kept."""
        return cut_apart(text, room / (BOLDER if bold else 1), size, self._shared.get(plain(text), 0))

    def _shape(self, opened: str, tag: str, name: str) -> None:
        self.parts.append(f"{opened}><title>{safe(name)}</title></{tag}>" if name else f"{opened}/>")


def whole(key: str, title: str, description: str, parts: Sequence[str], height: float) -> str:
    """Return the SVG of a picture with its title and description; `key` begins its ids."""
    name = safe(key)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title {name}-desc" '
        f'viewBox="0 0 {WIDTH} {at(height)}" width="{WIDTH}" height="{at(height)}" '
        f'font-size="{NORMAL}" fill="{INK}">'
    )
    said = [f'<title id="{name}-title">{safe(title)}</title>', f'<desc id="{name}-desc">{safe(description)}</desc>']
    return "\n".join([opening, *said, *parts, "</svg>"]) + "\n"


def at(value: float) -> str:
    """Return a place, rounded to two decimals and without a sign on nothing."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def safe(text: str) -> str:
    """Return a text that stays a text in SVG, with what is unseen made visible."""
    return escape(visible(text), quote=True)


def _pen(colour: str, width: float, dash: str, faint: float) -> str:
    look = f' stroke="{colour}"'
    look += f' stroke-width="{at(width)}"' if width != 1 else ""
    look += f' stroke-dasharray="{dash}"' if dash else ""
    return look + (f' stroke-opacity="{at(faint)}"' if faint != 1 else "")
