"""Characters: what may reach a reader's screen, how wide it stands there, and how it reads in plain ASCII."""

from __future__ import annotations

import re
import unicodedata

# Written out, not asked of the Unicode tables: every Python gives the same bytes. Joiners that scripts need stay.
_CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_GAPS = "\t\n\r\x0b\x0c\x85\u2028\u2029"
_HYPHEN = "\u00ad"
_LETTERS = {
    "£": "GBP ", "€": "EUR ", "¥": "JPY ", "¢": "c", "§": "s. ", "©": "(c)", "®": "(R)", "™": "(TM)", "°": " deg",
    "–": "-", "—": "--", "‐": "-", "‑": "-", "−": "-", "‘": "'", "’": "'", "‚": ",", "“": '"', "”": '"', "„": '"',
    "«": "<<", "»": ">>", "‹": "<", "›": ">", "…": "...", "•": "*", "·": ".", "×": "x", "÷": "/", "±": "+/-",
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "→": "->", "←": "<-", "⇒": "=>", "ß": "ss", "æ": "ae", "Æ": "AE",
    "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ð": "d", "þ": "th", "ı": "i",
}  # fmt: skip


def visible(text: str) -> str:
    """Return a text on one line in which every control or direction character shows as a mark or a gap."""
    return _CONTROLS.sub(_shown, text).replace(_HYPHEN, "-")


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


def _shown(match: re.Match[str]) -> str:
    return " " if match[0] in _GAPS else "\ufffd"


def _columns_of(character: str) -> int:
    if _stands_on_another(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _stands_on_another(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me") or character in "\u200c\u200d"
