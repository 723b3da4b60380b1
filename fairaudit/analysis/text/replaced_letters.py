"""Whether a letter says that it stands in the place of an earlier one: `This letter replaces that of this morning`."""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern

_LETTER = r"(?:letters?|notices?|notifications?|messages?|summar(?:y|ies)|e-?mails?|version)"
_EARLIER = rf"(?:{_LETTER}|that of|the one (?:of|sent)|(?:our|the) (?:earlier|previous|former|first))"
_WORDS = r"(?:[\w'\u2019-]+\s+){0,5}?"
_REPLACES = late_pattern(
    r"(?i)\b(?:"
    rf"(?:replac(?:es|ing)|supersed(?:es|ing)|corrects|correcting|cancels|revokes|withdraws?|takes the place of|"
    rf"instead of|in place of|disregard|ignore)\s+{_WORDS}{_EARLIER}\b"
    rf"|(?:earlier|previous|former|first)\s+{_LETTER}\s+{_WORDS}(?:withdrawn|replaced|superseded|cancelled|void|wrong)\b"
    rf"|corrected\s+{_LETTER}\b)"
)
_DENIED = late_pattern(r"(?i)(?:\b(?:not|nor|neither|never|nothing in|without)|n['\u2019]t)\s+(?:\w+\s+){0,2}\Z")
_NOT = late_pattern(r"(?i)\b(?:not|never|nor)\b")


def replaces_an_earlier(text: str) -> bool:
    """Whether a text says that it replaces, corrects or withdraws an earlier letter, and does not deny it."""
    return any(
        not _DENIED.search(text[max(0, one.start() - 40) : one.start()]) and not _NOT.search(one[0])
        for one in _REPLACES.finditer(text)
    )
