"""What a message says between its greeting and its signature, without what is quoted of an earlier one."""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern

_GAPS = late_pattern(r"\n\s*\n")
"""Empty lines, of which one says as much as many; patterns that pass over them look at each as often as there are others."""
_FORWARDED = late_pattern(
    r"\bforwarded message\b|\bsee below\b|^\s*(?:fyi|for information)\s*$", re.IGNORECASE | re.MULTILINE
)
"""Then what is quoted is what is sent."""
_QUOTED = late_pattern(r"^\s*>.*$|^\s*on [^\n]{4,80} wrote:\s*$", re.IGNORECASE | re.MULTILINE)
_HEADERS = late_pattern(r"^\s*(?:from|sent|to|cc|date):[^\n]*$", re.IGNORECASE | re.MULTILINE)
_TITLE = late_pattern(r"^\s*(?:(?:re|fwd?|aw|subject)\s*:\s*)+([^\n.;!?]*)$", re.IGNORECASE | re.MULTILINE)
_LONGEST_TITLE = 3
"""Of how many words what a message is headed with may be to say nothing: `Re: upload`; a heuristic."""
_NAME = r"[A-Z][A-Za-z'\u2019\-]*\.?"
_GREETING = late_pattern(
    rf"\A\s*(?:[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|(?:[Gg]ood )?(?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Dd]ay))"
    rf"(?: (?:all|both|team|there|sirs?|madam|or|and|/|colleagues?|bidder|supplier|{_NAME})){{0,5}}"
    r"\s*(?:[,:!.\n]|[-\u2013\u2014]\s)\s*"
)
_CLOSING = late_pattern(
    r"(?:^|[\n.;!?]|,\s)\s*(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)|regards"
    r"|yours (?:sincerely|faithfully|truly)"
    r"|sincerely|best|thanks|thank you|cheers|all the best)(?: and (?:regards|best wishes))?\s*(?:[,.!\n]|\s-|\s(?=[A-Z])|\Z)",
    re.IGNORECASE,
)
_SIGNED = late_pattern(
    rf"(?:[\s,.|/&()\-\u2013\u2014]|{_NAME}(?![\w])|(?:of|for|the|and|on behalf|team|department|tel|phone|mobile|email)\b:?"
    # What is a word of its own ends where the word does, so that there is one way alone to read it.
    r"|(?<!\d)\+?\d[\d ()\-]{5,}\d(?!\d)|(?<!\S)(?:\S+@\S+|https?://\S+|www\.\S+)(?!\S))*"
)
_LAST_LINE = late_pattern(rf"\n\s*{_NAME}(?: {_NAME})?(?<!\.)\s*\Z")
_THANKED = late_pattern(rf"(?<=\bthanks)\s+[-\u2013\u2014]\s*{_NAME}(?<!\.)\s*\Z")
_SENT_FROM = late_pattern(
    r"^\s*(?:sent|sent by mail|get outlook) (?:from|for) [^\n.]{2,40}$", re.IGNORECASE | re.MULTILINE
)
_ASIDE = late_pattern(r"\((?:about|on|re|regarding|concerning) [^()\d]{1,40}\)", re.IGNORECASE)
"""What the question was about, which only its asker is told."""
_LONGEST_SIGNATURE = 24
_NO_NAMES = frozenset({
    "yes", "no", "none", "nothing", "correct", "right", "true", "false", "agreed", "confirmed", "included", "excluded", "allowed",
    "permitted", "approved", "accepted", "granted", "ok", "okay", "fine", "both", "all", "either", "neither", "one", "two",
    "certainly", "indeed", "absolutely", "definitely", "sure", "surely", "exactly", "precisely", "waived",
    "optional", "mandatory", "weekly", "daily", "monthly", "always", "possibly", "probably", "perhaps", "course", "gladly",
    "three", "four", "five", "six", "seven", "eight", "nine", "ten", "only", "not", "never", "ja", "nein", "use", "assume",
})  # fmt: skip
"""What answers by itself and is nobody's name, however it is written."""


@lru_cache(maxsize=1024)
def body_of(text: str) -> str:
    """Return what a message says itself; all of it where it passes on another."""
    text = _GAPS.sub("\n\n", text)
    said = text if _FORWARDED.search(text) else _HEADERS.sub("", _QUOTED.sub("", text))
    said = _ASIDE.sub("", _SENT_FROM.sub("", said))
    said = _GREETING.sub("", _TITLE.sub(_title, said).strip(), count=1)
    return _unsigned(said).strip()


def _title(found: re.Match[str]) -> str:
    said = found[1].split()
    return "" if len(said) <= _LONGEST_TITLE and not _tells(found[1]) else found[1] + "\n"


def _unsigned(text: str) -> str:
    """Return a text up to the first closing after which only a name and an office follow."""
    for found in _CLOSING.finditer(text):
        if _is_signature(text[found.end() :]):
            return text[: found.start()]
    last = _LAST_LINE.search(text) or _THANKED.search(text)
    return text[: last.start()] if last and not _tells(last[0]) else text


def _is_signature(text: str) -> bool:
    return len(text.split()) <= _LONGEST_SIGNATURE and _SIGNED.fullmatch(text) is not None and not _tells(text)


def _tells(text: str) -> bool:
    return not _NO_NAMES.isdisjoint(re.findall(r"[a-z]+", text.casefold()))
