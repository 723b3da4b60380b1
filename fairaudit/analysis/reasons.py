"""Whether a recorded reason says anything: `-`, `n/a`, `none given` and `no reason on file` fill a field and give no reason."""

from __future__ import annotations

from fairaudit.analysis.denial import NONE, NOT
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words

BLANK = frozenset({
    "tbc", "tbd", "tba", "unknown", "pending", "missing", "blank", "empty", "todo", "unrecorded", "undocumented", "xxx",
})  # fmt: skip
"""What stands in a field that somebody meant to fill in, or knew that nobody had."""
_REASON = frozenset({
    "reason", "reasons", "reasoning", "rationale", "rationales", "justification", "justifications", "explanation", "explanations",
    "grounds", "why", "comment", "comments",
})  # fmt: skip
_RECORD = frozenset({"record", "records", "note", "notes", "minutes", "minute", "documentation", "paperwork"})
_WRITTEN = frozenset({
    "recorded", "documented", "minuted", "written", "stated", "logged", "kept", "on_file", "on_record", "in_writing", "on_paper",
})  # fmt: skip
_TOLD = frozenset({
    "give", "given", "provide", "provided", "say", "state", "note", "noted", "recall", "remember", "find", "found", "known",
    "record", "put", "set",
})  # fmt: skip
"""What only says that there is no reason where it is a reason that was not given, found or remembered: `none given`."""
_FILLS_IN = NOT | NONE | BLANK | _REASON | frozenset([
    "n", "a", "x", "xx", "yes", "true", "false", "ok", "okay", "justified", "applicable", "applies", "apply", "given",
    "recorded", "stated", "known", "provided", "needed", "necessary", "required", "available", "urgent", "urgency", "special",
    "specific", "particular", "there", "is", "are", "was", "were", "be", "been", "has", "have", "had", "we", "it", "any", "the",
    "an", "of", "this", "that", "for", "here", "yet", "to", "do", "follow", "follows", "later", "confirmed", "completed", "added",
    "decided", "considered", "at", "all", "withheld",
    "kein", "keine", "keiner", "entfallt", "entfällt", "aucun", "aucune", "neant", "néant",
    "ninguno", "ninguna", "nessuno", "nessuna", "geen",
])  # fmt: skip
"""Words of which no reason can be made: denials, words for reasons, and what joins them."""
_NOTHING = NONE | {
    "applicable", "applies", "apply", "kein", "keine", "keiner", "entfallt", "entfällt", "aucun", "aucune", "neant", "néant",
    "ninguno", "ninguna", "nessuno", "nessuna", "geen",
}  # fmt: skip
_BETWEEN = frozenset({
    "a", "an", "any", "the", "be", "been", "was", "were", "is", "are", "has", "have", "had", "clear", "written", "particular",
    "specific", "further", "other", "good", "formal", "real", "such", "in", "on", "of", "known",
})  # fmt: skip
_BY_WHOM = frozenset({
    "panel", "panels", "evaluator", "evaluators", "chair", "moderator", "board", "officer", "member", "members", "by", "on", "in",
    "from", "with", "up", "at_the_time", "meeting", "moderation", "sheet", "form", "log", "system", "then", "down", "he", "she",
    "they", "i", "his", "her", "their", "who", "did", "does", "gave", "could", "can", "left", "whatsoever", "ever",
    "out", "field", "as",
})  # fmt: skip
_FOR_WHAT = frozenset({
    "change", "changes", "changed", "score", "scores", "decision", "award", "move", "moved", "moving", "difference", "new",
})  # fmt: skip
_WORD = late_pattern(r"\w+")
_JOINED = str.maketrans({"'": None, "\u2019": None, "_": " "})
PAUSE = late_pattern(r"[,:;.!?()\[\]\n]+\s*|\s[-\u2013\u2014]+\s")
"""What parts a text into what can be read by itself."""
_TOGETHER = ("on file", "on record", "in writing", "on paper", "at the time")
FILLERS: frozenset[str] = (
    _FILLS_IN
    | _BETWEEN
    | _BY_WHOM
    | _RECORD
    | _WRITTEN
    | _TOLD
    | _FOR_WHAT
    | {word for one in _TOGETHER for word in one.split()}
)
"""All words that a text without a reason can be made of: one other word is enough for it to be able to be one."""


def says_why(text: str | None) -> bool:
    """Return whether a text can be a reason: one of its parts is no filler and no denial of a reason.

    Read narrowly, so that `no other firm can reach the island` stays a reason: every word must say nothing.
    """
    # Reasons are long and many, and read once each: their words are taken as they stand, without what is kept for names.
    plain = (text or "").casefold().translate(_JOINED)
    if not FILLERS.issuperset(_WORD.findall(plain)):
        return True
    parts = (tuple(_WORD.findall(one)) for one in PAUSE.split(plain))
    return any(not (_FILLS_IN.issuperset(one) or gives_none(one)) for one in parts)


def nothing_there(text: str | None) -> bool:
    """Return whether a text that gives no reason may say that there is nothing to give: `There are none`, `not applicable`."""
    said = words(text or "")
    return bool(_NOTHING & set(said)) and not says_why(text) and not gives_none(said)


def gives_none(part: tuple[str, ...]) -> bool:
    """Return whether the words of a part of a text say only that no reason, or no record, is there: `not minuted by the chair`.

    `The panel gave no reason` and `left blank` are such; `no time` and `the bidder gave no reason` are not.
    """
    said = _placed(part)
    reason = bool(_REASON & set(said))
    fills: frozenset[str] = (
        _FILLS_IN | _BETWEEN | _BY_WHOM | _RECORD | _WRITTEN | _TOLD | (_FOR_WHAT if reason else frozenset())
    )
    if not fills.issuperset(said):
        return False
    return bool(BLANK & set(said)) or any(
        _denied(said[at + 1 :], reason or one in NONE) for at, one in enumerate(said) if one in NOT or one in NONE
    )


def _placed(part: tuple[str, ...]) -> tuple[str, ...]:
    """Return a part with `on file` and its kind as one word; `to do` stands for what is still to be written."""
    text = f" {' '.join(part)} ".replace(" to do ", " todo ")
    for one in _TOGETHER:
        text = text.replace(f" {one} ", f" {one.replace(' ', '_')} ")
    return tuple(text.split())


def _denied(rest: tuple[str, ...], reason: bool) -> bool:
    """Whether it is a reason or a record that a `no` or `not` denies, given what follows it."""
    for one in rest:
        if one in _REASON or one in _RECORD or one in _WRITTEN:
            return True
        if one not in _BETWEEN:
            return reason and one in _TOLD
    return False
