"""What the number formats of a workbook make of a number: a day, a share in per cent, or a number."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.sources.limits import MAX_NUMBER
from fairaudit.sources.tables.grid import Cell, Figure, Odd, Stamp
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
_FIRST_SERIAL = 61
"""Before the 1st of March 1900 spreadsheets count a day that never was."""


def kinds_of_styles(styles: Element) -> list[str]:
    """Return what each style of cells makes of a number, in the order in which cells name them."""
    codes: dict[int, str] = {}
    found: list[str] = []
    for part in styles:
        if local(part.tag) == "numFmts":
            for one in part:
                codes[int(one.get("numFmtId", "0"))] = one.get("formatCode", "")
        elif local(part.tag) == "cellXfs":
            found = [_kind(int(one.get("numFmtId", "0")), codes) for one in part]
    return found


def _kind(number: int, codes: dict[int, str]) -> str:
    if number not in codes:
        return _BUILT_IN.get(number, NUMBER)
    written = codes[number]
    code = _WORDS.sub("", written.split(";")[0]).lower()
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


def number_cell(raw: str, kind: str, epoch_1904: bool) -> Cell:
    """Return what a cell with a number says; raises `ValueError` where it holds none.

    A spreadsheet keeps fifteen digits: what it writes as 4.2999999999999998 is 4.3.
    """
    exact = Decimal(f"{float(raw):.15g}")
    if not exact.is_finite() or abs(exact.adjusted()) > MAX_NUMBER:
        raise ValueError(raw)
    text = format(exact, "f")
    if _hides(kind, exact):
        return Odd(text, f"is {text}, and its number format does not show it; give the cells a plain number format")
    if kind == NUMBER or kind.startswith(UNSEEN) or (kind == FRACTION and exact == exact.to_integral_value()):
        return Figure(text)
    if kind in _ODD_SHOWN:
        return Odd(text, _ODD_SHOWN[kind].format(text))
    if kind == PER_CENT:
        shown = f"{format((exact * 100).normalize(), 'f')}%"
        words = f"is {text} shown as {shown}, so that either may be meant; give the cells a number format without %"
        return Odd(shown, words)
    return _day(exact, kind, epoch_1904)


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
