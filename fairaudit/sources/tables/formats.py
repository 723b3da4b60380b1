"""What the number formats of a workbook make of a number: a day, a share in per cent, or a number."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.frozen import Frozen
from fairaudit.sources.limits import MAX_NUMBER
from fairaudit.sources.tables.grid import Cell, Figure, Odd, Rounded, Stamp
from fairaudit.sources.tables.package import Element, local

NUMBER, PER_CENT, DAY, MOMENT = "number", "per cent", "day", "moment"
FRACTION, SIGN, SCALED, UNSEEN = "fraction", "sign of per cent", "scaled", "unseen"
# ECMA-376 Part 1, 18.8.30: formats that are known by their number alone; 27-36 and 50-58 are days in East Asia.
_BUILT_IN = {
    **dict.fromkeys((9, 10), PER_CENT),
    **dict.fromkeys((12, 13), FRACTION),
    **dict.fromkeys((*range(14, 18), *range(27, 37), *range(50, 59)), DAY),
    **dict.fromkeys((*range(18, 23), *range(45, 48)), MOMENT),
}
_WORDS = late_pattern(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]|General', re.IGNORECASE)
_THOUSANDS = late_pattern(r"[0#?],+(?![0#?])")
_ODD_SHOWN = {
    FRACTION: "is {} shown as a fraction, as spreadsheets make of 4/5; write the score that is meant as a plain number",
    SIGN: "is {} shown with a sign of per cent; give the cells a number format without %",
    SCALED: "is {} and is shown in thousands; give the cells a plain number format",
}
_SHOWS, _QUOTED = late_pattern(r"[0#?@]|General", re.IGNORECASE), late_pattern(r'"[^"]*"|\\.|\[[^\]]*\]')
_PLAIN = late_pattern(r"[^.0#?e]*[0#?][0#?,]*(?:\.([0#?]*))?[^.0#?e]*")
_BUILT_IN_PLACES = {**dict.fromkeys((1, 3, 37, 38), 0), **dict.fromkeys((2, 4, 39, 40), 2)}
_FIRST_SERIAL = 61
"""Before the 1st of March 1900 spreadsheets count a day that never was."""


class Style(Frozen):
    """What a style makes of a number, how many decimal places it shows, `None` for all, and whether it strikes through.

    `white` says that it writes in white where it fills with no colour.
    """

    kind: str = NUMBER
    places: int | None = None
    struck: bool = False
    white: bool = False


PLAIN = Style()


def styles_in(styles: Element) -> list[Style]:
    """Return the styles of cells, in the order in which cells name them."""
    codes: dict[int, str] = {}
    struck: list[bool] = []
    white: list[bool] = []
    bare: list[bool] = []
    found: list[Style] = []
    for part in styles:
        if local(part.tag) == "numFmts":
            for one in part:
                codes[int(one.get("numFmtId", "0"))] = one.get("formatCode", "")
        elif local(part.tag) == "fonts":
            struck, white = [is_struck(one) for one in part], [_is_white(one) for one in part]
        elif local(part.tag) == "fills":
            bare = [_is_bare(one) for one in part]
        elif local(part.tag) == "cellXfs":
            for one in part:
                number, font = int(one.get("numFmtId", "0")), int(one.get("fontId", "0"))
                unseen = _at(white, font) and _at(bare, int(one.get("fillId", "0")))
                found.append(Style(_kind(number, codes), _places(number, codes), _at(struck, font), unseen))
    return found


def _at(of: list[bool], place: int) -> bool:
    return 0 <= place < len(of) and of[place]


def _is_white(font: Element) -> bool:
    """Whether a font is plainly white: by its own colour, or as the background of the usual theme."""
    for one in font:
        if local(one.tag) == "color":
            return one.get("rgb", "").upper()[-6:] == "FFFFFF" or (
                one.get("theme") == "0" and one.get("tint", "0").strip("0.") == ""
            )
    return False


def _is_bare(fill: Element) -> bool:
    """Whether a fill plainly leaves the background as it is."""
    return all(local(one.tag) == "patternFill" and one.get("patternType", "none") == "none" for one in fill)


def is_struck(font: Element) -> bool:
    """Whether a font strikes through what is written in it."""
    return any(local(one.tag) in ("strike", "dstrike") and one.get("val") not in ("0", "false") for one in font)


def _places(number: int, codes: dict[int, str]) -> int | None:
    """Return how many decimal places a format shows; `None` of one that shows them all, or in a way of its own."""
    if number not in codes:
        return _BUILT_IN_PLACES.get(number)
    match = None if "general" in codes[number].lower() else _PLAIN.fullmatch(_first(codes[number]))
    return len(match[1] or "") if match else None


def _first(written: str) -> str:
    """Return what a format does with a number above nought, without its words."""
    return _WORDS.sub("", written.split(";")[0]).lower()


def _kind(number: int, codes: dict[int, str]) -> str:
    if number not in codes:
        return _BUILT_IN.get(number, NUMBER)
    written = codes[number]
    code = _first(written)
    if "%" in code:
        return PER_CENT
    if any(one in code for one in "hs"):
        return MOMENT
    if any(one in code for one in "dmy"):
        return DAY
    if "%" in written:
        return SIGN
    if "/" in code:
        return FRACTION
    return SCALED if _THOUSANDS.search(code) else _unseen(written)


def _unseen(written: str) -> str:
    """Return the kind of a format that shows every number, or which of them it hides: `+`, `-` and `0`."""
    signs = "".join(
        sign for sign, one in zip("+-0", written.split(";"), strict=False) if not _SHOWS.search(_QUOTED.sub("", one))
    )
    return UNSEEN + signs if signs else NUMBER


def _hides(kind: str, exact: Decimal) -> bool:
    return kind.startswith(UNSEEN) and ("+" if exact > 0 else "-" if exact < 0 else "0") in kind


def number_cell(raw: str, style: Style, epoch_1904: bool) -> Cell:
    """Return what a cell with a number says; raises `ValueError` where it holds none.

    A spreadsheet keeps fifteen digits: what it writes as 4.2999999999999998 is 4.3.
    """
    kind, exact = style.kind, Decimal(f"{float(raw):.15g}")
    if not exact.is_finite() or abs(exact.adjusted()) > MAX_NUMBER:
        raise ValueError(raw)
    text = format(exact, "f")
    if _hides(kind, exact):
        return Odd(text, f"is {text}, and its number format does not show it; give the cells a plain number format")
    if kind == NUMBER or kind.startswith(UNSEEN) or (kind == FRACTION and exact == exact.to_integral_value()):
        return Figure(text) if style.places is None else _figure(text, exact, style.places)
    if kind in _ODD_SHOWN:
        return Odd(text, _ODD_SHOWN[kind].format(text))
    if kind == PER_CENT:
        shown = f"{format((exact * 100).normalize(), 'f')}%"
        words = f"is {text} shown as {shown}, so that either may be meant; give the cells a number format without %"
        return Odd(shown, words)
    return _day(exact, kind, epoch_1904)


def _figure(text: str, exact: Decimal, places: int) -> Figure:
    """Return a number, and one that is shown as another with what is shown."""
    if int(exact.as_tuple().exponent) >= -places:
        return Figure(text)
    shown = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if shown == exact:
        return Figure(text)
    rounded = Rounded(text)
    rounded.shown = format(shown, "f")
    return rounded


def _day(serial: Decimal, kind: str, epoch_1904: bool) -> Cell:
    """Return the day or moment of a number that is shown as one, to the second."""
    least = 1 if epoch_1904 else _FIRST_SERIAL
    if not least <= serial < 2_958_466:
        return Odd(format(serial, "f"), "is shown as a day or time and is none: it has no day after February 1900")
    start = datetime(1904, 1, 1) if epoch_1904 else datetime(1899, 12, 30)
    seconds = int((serial * 86_400).to_integral_value())
    moment = start + timedelta(seconds=seconds)
    if kind == DAY and seconds % 86_400 == 0:
        return Stamp(moment.date().isoformat())
    return Stamp(moment.isoformat(timespec="seconds" if moment.second else "minutes"))
