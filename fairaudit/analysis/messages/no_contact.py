"""Whether what is told of a contact is wholly of no contact, such as a missed call, or of help with logging on to a portal.

`Missed call from Alder, not returned` is of none. `Missed call, rang back` is of one: every word of every part must be about
that, and what is told beside it is about something else.
"""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.ordinary import bars
from fairaudit.analysis.messages.plain_words import DAY, plainly
from fairaudit.analysis.names import words

_PLAIN = frozenset({
    "a", "an", "the", "of", "from", "by", "to", "at", "on", "in", "for", "and", "was", "were", "is", "are", "has", "have", "had",
    "been", "it", "its", "they", "their", "he", "his", "she", "her", "s", "bidder", "bidders", "caller", "supplier", "tenderer",
    "am", "pm", "clocktime", DAY, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "noon", "midday",
    "morning", "afternoon", "evening", "today", "yesterday", "nothing", "else", "only", "just", "two", "three", "several",
})  # fmt: skip
_OF_A_CALL = frozenset(
    {"phone", "telephone", "mobile", "unknown", "number", "call", "calls", "office", "once", "twice", "times"}
)
_OF_A_PORTAL = frozenset({
    "portal", "login", "log", "logon", "logged", "logging", "into", "password", "passwords", "account", "accounts", "username",
    "user", "reset", "resetting", "unlocked", "locked", "unlock", "link", "sent", "resent", "new", "temporary", "could", "can",
    "cannot", "cant", "couldnt", "not", "unable", "able", "no", "trouble", "difficulty", "difficulties", "problem", "problems",
    "issue", "issues", "query", "help", "helped", "helpdesk", "desk", "needed", "required", "forgot", "forgotten", "expired",
    "lost", "system", "technical", "support", "provider", "ticket", "reference", "raised", "browser", "cache", "cookies",
    "cleared", "error", "failed", "failing", "failure", "fails", "again", "works", "working", "now", "resolved", "fixed",
    "sorted", "done", "wanted", "asked", "asks", "asking", "request", "requested", "call", "email", "emailed", "rang",
    "phoned", "called",
    "referred", "directed", "passed", "with", "access", "re", "about", "registration", "activated", "created",
    "mailaddress", "phonenumber", "weblink", "duration", "reactivated", "reopened", "out", "blocked", "via",
})  # fmt: skip
_NEVER = late_pattern(
    r"\b(?:not|never) (?:returned|answered|taken|picked up|called back|rung back|followed up|put through)\b"
    r"|\b(?:did not|didnt) (?:answer|pick up|call back|ring back|get through|return it)\b"
    r"|\bno (?:message|voicemail|answer|reply|call back)(?: (?:was )?(?:left|made))?\b|\bunanswered\b"
    r"|\b(?:nobody|no one) (?:answered|picked up|in|there)\b"
)
_PART = late_pattern(r"[,:()](?!\d)|\s[-\u2013\u2014]+\s|\s(?:and|then)\s")
_TRIED = frozenset({"rang", "called", "phoned", "telephoned", "tried"})


def is_no_contact(clause: str, phrases: tuple[str, ...], own: frozenset[str]) -> bool:
    """Whether each part of a clause says by a phrase or in plain words that nobody was reached, `own` being the caller's names.

    That somebody rang may stand before: what was done after it may be a contact.
    """
    said = [plain for one in _PART.split(clause) if (plain := plainly(one))]
    none = [_says_none(one, phrases, own) for one in said]
    tried = said[:1] and not none[0] and not _rest(said[0], _TRIED | _OF_A_CALL | own)
    return any(none) and all(none[1:] if tried else none)


def _says_none(part: str, phrases: tuple[str, ...], own: frozenset[str]) -> bool:
    left = f" {_NEVER.sub(' ', part)} "
    for one in sorted(phrases, key=len, reverse=True):
        left = left.replace(f" {' '.join(words(one))} ", "  ")
    return len(left.split()) < len(part.split()) and not _rest(left, _OF_A_CALL | own)


def is_help_with_logging_on(clause: str, own: frozenset[str]) -> bool:
    """Whether all the words of a clause are of somebody, one of `own`, who could not log on, and of how that was put right."""
    return not bars(clause) and not _rest(plainly(clause), _OF_A_PORTAL | own)


def _rest(said: str, known: frozenset[str]) -> frozenset[str]:
    return frozenset(said.split()) - known - _PLAIN
