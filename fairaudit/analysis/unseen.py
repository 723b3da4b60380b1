"""Characters that drive a screen, turn the direction of reading, or hide: what they are, and how a text shows them."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern

# Written out, not asked of the Unicode tables: every Python gives the same bytes. Joiners that scripts need stay.
UNSEEN = late_pattern(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_GAPS = "\t\n\r\x0b\x0c\x85\u2028\u2029"
_HYPHEN = "\u00ad"


def visible(text: str) -> str:
    """Return a text on one line, as long as before, in which every unseen character shows as a mark or a gap."""
    return text if text.isprintable() else UNSEEN.sub(_shown, text).replace(_HYPHEN, "-")


def visible_but(kept: str, text: str) -> str:
    """Return a text in which every unseen character shows as a mark, but for those that are kept."""
    return UNSEEN.sub(lambda match: match[0] if match[0] in kept else "\N{REPLACEMENT CHARACTER}", text)


def _shown(match: re.Match[str]) -> str:
    return " " if match[0] in _GAPS else "\N{REPLACEMENT CHARACTER}"
