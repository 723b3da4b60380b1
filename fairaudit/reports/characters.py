"""Characters on a reader's screen: how wide each stands there, and how it reads in plain ASCII."""

from __future__ import annotations

import unicodedata

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.unseen import visible

_LETTERS = {
    "£": "GBP ", "€": "EUR ", "¥": "JPY ", "¢": "c", "§": "s. ", "©": "(c)", "®": "(R)", "™": "(TM)", "°": " deg",
    "–": "-", "—": "--", "‐": "-", "‑": "-", "−": "-", "‘": "'", "’": "'", "‚": ",", "“": '"', "”": '"', "„": '"',
    "«": "<<", "»": ">>", "‹": "<", "›": ">", "…": "...", "•": "*", "·": ".", "×": "x", "÷": "/", "±": "+/-",
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "→": "->", "←": "<-", "⇒": "=>", "ß": "ss", "æ": "ae", "Æ": "AE",
    "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ð": "d", "þ": "th", "ı": "i",
}  # fmt: skip

_COMMAND, _COMMAND_ANYWHERE = late_pattern(r"^(\s*):(?=:)"), late_pattern(r"#(?=#\w*\[)")


def unheeded(line: str) -> str:
    """Return a line that no build server takes for a command to itself: a space stands within `::` and `##[`.

    GitHub's runner heeds `::name::` at the beginning of a line, and Azure's and TeamCity's `##name[` anywhere.
    """
    if "::" in line:
        line = _COMMAND.sub(r"\1: ", line)
    return _COMMAND_ANYWHERE.sub("# ", line) if "##" in line else line


def visible_lines(text: str) -> str:
    """Return a text as `visible` does, but with its own line breaks kept."""
    return "\n".join(visible(line) for line in text.replace("\r\n", "\n").split("\n"))


def glyph(character: str, ascii_only: bool) -> str:
    """Return what is printed for one character of a text that is already visible."""
    if not ascii_only or character.isascii():
        return character
    if character in _LETTERS:
        return _LETTERS[character]
    if _stands_on_another(character):
        return ""
    plain = unicodedata.normalize("NFKD", character)
    return "".join(one for one in plain if one.isascii()) or "?"


def plain(text: str) -> str:
    """Return a text in ASCII alone: letters without their accents, signs as words, `?` for what has no reading."""
    return text if text.isascii() else "".join(glyph(one, True) for one in text)


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(_columns_of(one) for one in text)


def _columns_of(character: str) -> int:
    if _stands_on_another(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _stands_on_another(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me") or character in "\u200c\u200d"
