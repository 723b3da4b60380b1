"""Words in the room that a picture has: how wide they are, and what is cut so that names stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.unseen import visible
from fairaudit.reports.characters import columns
from fairaudit.reports.wording import shortened

SMALL, NORMAL = 11, 12
BOLDER = 1.12
"""How much wider bold letters are, in the face that the widths are of."""
_WIDTHS = ((" ijlI.,:;'|!", 0.34), ("frt()[]-/", 0.42), ("mwMW@%…—", 0.98), ("ABCDEFGHKLNOPQRSTUVXYZJ", 0.72))
_WIDTH_OF = {ord(one): width for letters, width in _WIDTHS for one in letters}
_LETTER, _FOREIGN = 0.63, 0.66
"""Widths of letters in parts of their size: those of DejaVu Sans, the widest face a page falls back to, a little rounded up."""
_LONGEST_NAME = 420.0
_HEAD = 0.4
"""The part of the room that the beginning of a name keeps where only its end tells it from another."""


def plain(text: str) -> str:
    """Return a text on one line, with what is unseen made visible, or a word that there is none."""
    return visible(text).strip() or "(no name)"


@lru_cache(maxsize=4096)
def width_of(text: str, size: int = NORMAL) -> float:
    """Return about how wide words are, in units; a cautious estimate."""
    return size * sum(
        _WIDTH_OF.get(ord(one)) or (_LETTER if one.isascii() else columns(one) * _FOREIGN) for one in text
    )


@lru_cache(maxsize=4096)
def cut(text: str, room: float, size: int = NORMAL) -> str:
    """Return a text that fits into the room, with … for what is gone; at least its first letter stays."""
    shown = plain(text)
    if len(shown) * 0.3 * size <= room and width_of(shown, size) <= room:
        return shown
    end = 1
    left = room - width_of("…", size) - width_of(shown[0], size)
    while end < len(shown) and (left := left - width_of(shown[end], size)) >= 0:
        end += 1
    return shown[:end].rstrip() + "…"


@lru_cache(maxsize=4096)
def wrapped(text: str, room: float, size: int = NORMAL) -> tuple[str, ...]:
    """Return a text in lines that fit into the room, broken between words; a word that is too long itself is cut."""
    found: list[str] = []
    for word in plain(text).split():
        longer = f"{found[-1]} {word}" if found else word
        if found and width_of(longer, size) <= room:
            found[-1] = longer
        else:
            found.append(cut(word, room, size))
    return tuple(found)


def shared(names: Iterable[str]) -> dict[str, int]:
    """Return for each name how many letters it begins with that another name begins with too."""
    ordered = sorted({plain(one) for one in names})
    found = dict.fromkeys(ordered, 0)
    for one, other in pairwise(ordered):
        alike = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
        found[one], found[other] = max(found[one], alike), max(found[other], alike)
    return found


def cut_apart(text: str, room: float, size: int, alike: int) -> str:
    """Return a name cut so that it can be told from others which begin with the same `alike` letters."""
    short, whole = cut(text, room, size), plain(text)
    if short == whole or len(short) - 1 > alike:
        return short
    head = cut(whole, room * _HEAD, size)
    start = whole.rfind(" ", 0, alike) + 1
    tail = cut(whole[start:], room - width_of(head, size), size)
    if start + len(tail) - 1 <= alike and tail != whole[start:]:
        # The word in which they differ is too long itself: show it from shortly before that.
        start = max(alike - 2, 0)
        tail = cut(whole[start:], room - width_of(head, size), size)
    return head + tail if start > len(head) else short


def named(text: str) -> str:
    """Return a name as it stands within a sentence: on one line, and not so long that nobody finds the sentence's end.

    Of a longer one its end stays too: that is often what tells it from another.
    """
    short, whole = cut(text, _LONGEST_NAME), plain(text)
    if short == whole:
        return whole
    head, start, left = cut(whole, _LONGEST_NAME * (1 - _HEAD)), len(whole), _LONGEST_NAME * _HEAD
    while (left := left - width_of(whole[start - 1])) >= 0:
        start -= 1
    return head + whole[start:].lstrip()


def few(names: Sequence[str]) -> str:
    """Return names in a sentence: the first six, and how many more there are."""
    return shortened([named(one) for one in names], 6)
