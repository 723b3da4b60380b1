"""Whether a letter says that it stands in the place of an earlier one, or that this stands: `This letter replaces ours`."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern

_LETTER = r"(?:letters?|notices?|notifications?|messages?|summar(?:y|ies)|e-?mails?|version)"
_EARLIER = rf"(?:{_LETTER}|that of|the one (?:of|sent)|ours|(?:our|the) (?:earlier|previous|former|first))"
_WORDS = r"(?:[\w'\u2019-]+\s+){0,5}?"
_REPLACES = late_pattern(
    r"(?i)\b(?:"
    rf"(?:replac(?:es|ing)|supersed(?:es|ing)|corrects|correcting|cancels|revokes|withdraws?|takes the place of|"
    rf"instead of|in place of|disregard|ignore)\s+{_WORDS}{_EARLIER}\b"
    rf"|(?:earlier|previous|former|first)\s+{_LETTER}\s+{_WORDS}(?:withdrawn|replaced|superseded|cancelled|void|wrong)\b"
    rf"|(?:\b(?:our|the)\s+{_LETTER}|ours)\s+(?:(?!you\b)[\w'\u2019-]+\s+){{0,9}}?(?:withdrawn|replaced|superseded|cancelled|void|wrong)\b"
    rf"|(?:corrected|revised)\s+{_LETTER}\b)"
)
_DENIED = late_pattern(r"(?i)(?:\b(?:not|nor|neither|never|nothing in|without)|n['\u2019]t)\s+(?:\w+\s+){0,2}\Z")
_NOT = late_pattern(r"(?i)\b(?:not|never|nor|no)\b")
_LEAVES = late_pattern(
    r"(?i)(?:\b(?:not|nor|neither|never|nothing in)|n['\u2019]t)\s+(?:\w+\s+){0,3}?"
    r"(?:replaces?|supersedes?|corrects?|cancels?|revokes?|withdraws?|takes? the place of|instead of|disregard|ignore),?\s+"
    rf"{_WORDS}{_EARLIER}\b|\breplaces no (?:earlier|other|previous)\b"
    rf"|\b(?:our|the)\s+(?:\w+\s+)?{_LETTER}\s+{_WORDS}(?:stands|(?:remains|is\s+still)\s+(?:right|valid|in\s+force))\b"
)


def replaces_an_earlier(text: str) -> bool:
    """Whether a text says that it replaces, corrects or withdraws an earlier letter, and does not deny it."""
    return any(not _is_denied(text, one) for one in _REPLACES.finditer(text))


def leaves_an_earlier(text: str) -> bool:
    """Whether a text says that an earlier letter stands, or is not replaced, and not elsewhere that it is."""
    return _LEAVES.search(text) is not None and not replaces_an_earlier(text)


def _is_denied(text: str, one: re.Match[str]) -> bool:
    before = text[max(0, one.start() - 40) : one.start()]
    return _DENIED.search(before) is not None or _NOT.search(one[0]) is not None
