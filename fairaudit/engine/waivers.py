"""Waivers: findings somebody accepted, with a reason, a name and a date. They fail closed, and faulty ones are findings.

In a case: `# fairaudit: accept[rule] until 2026-12-31 by NAME -- reason`, for the officer only. In `fairaudit.yaml`: the
same fields under `waivers:`, by path. A waiver of a statute's rule at high or above is written knowledge of a breach, so
it needs a name and an expiry and stands in `fairaudit.yaml`, never in a document to be published.
"""

import re
from datetime import date

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.reasons import says_why
from fairaudit.engine.contract.report import Audience, Severity
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.scalars import DATE

# Written without the colon, in capitals or behind several marks it is still meant: what is meant is read or refused aloud.
_MEANT = re.compile(r"[#\s]*fairaudit(?:\s*:|\s+accept\b|\s*\[)", re.IGNORECASE)
_ACCEPT = late_pattern(
    r"[#\s]*fairaudit\s*:?\s*accept\s*\[(?P<rule>[^\]]*)\](?P<terms>.*?)(?:(?:(?<=\])|\s)--+(?P<reason>.*))?\Z",
    re.IGNORECASE,
)
_TERM = late_pattern(r"(?:^|[\s,;]+)(until|by)\s+", re.IGNORECASE)
LONGEST = 2000
"""Characters of a comment: what is longer explains nothing, and is not searched for words."""
AND = "; and "
"""Between two faults of one waiver."""
_UNREADABLE = "waiver-unreadable"
_NOBODY = frozenset({"nobody", "no one", "none", "n/a", "na", "n.a", "nil", "x", "unknown", "tbc", "tbd"})
_PLAIN = late_pattern(r"[a-z0-9/-]*\Z")
RULE_SHOWN, DAY_SHOWN = 80, 40
"""How much of a rule that is none, and of a date that is no day, a fault quotes."""


class Waiver(Frozen):
    """One accepted finding as written; `trouble` says why it does not hold."""

    rule: str
    path: str | None
    reason: str
    by: str | None
    until: str | None
    file: str
    line: int
    column: int
    settles: bool
    trouble: str | None = None
    kind: str = ""
    next_line: int = 0

    def names(self, pack: str, rule: str) -> bool:
        """Whether the waiver speaks of a rule: by its full name, or by its id in any pack."""
        return self.rule in (rule, f"{pack}/{rule}")

    def covers(self, file: str, first: int, last: int, paths: tuple[str, ...]) -> bool:
        """Whether the waiver's place is a finding's: the lines it spans, the line below the comment, or its path."""
        if self.path is not None:
            return any(one == self.path or one.startswith((f"{self.path}.", f"{self.path}[")) for one in paths)
        return self.file == file and (first <= self.line <= last or first == self.next_line)


def comment_waivers(case: Case, audience: Audience, today: date, known: frozenset[str]) -> list[Waiver]:
    """Return the waivers in the comments of a case's files; only the officer's own reading is settled by them."""
    found = []
    for document in case.documents:
        below = _below(document.text.split("\n")) if document.comments else []
        for comment in document.comments:
            if not _MEANT.match(comment.text):
                continue
            read = _fields(comment.text)
            fields = read or {}
            waiver = Waiver(
                rule=fields.get("rule", ""), path=None, reason=fields.get("reason", ""), by=fields.get("by"),
                until=fields.get("until"), file=document.file, line=comment.line, column=1,
                settles=audience is Audience.OFFICER, next_line=below[comment.line - 1],
            )  # fmt: skip
            found.append(examined(waiver, read is not None, today, known))
    return found


def _fields(comment: str) -> dict[str, str] | None:
    """Return what a waiver in a comment says, `until` and `by` in either order; `None` where it cannot be read."""
    match = _ACCEPT.match(comment) if len(comment) <= LONGEST else None
    if match is None:
        return None
    before, *terms = _TERM.split(match["terms"])
    named = [one.lower() for one in terms[::2]]
    if before.strip(" \t,;") or len(set(named)) < len(named):
        return None
    values = [one.strip(" \t,;") for one in terms[1::2]]
    return {"rule": match["rule"].strip(), "reason": (match["reason"] or "").strip()} | dict(
        zip(named, values, strict=True)
    )


class Signed(Frozen):
    """Who signs a waiver, where it names somebody, and what else in it is words of whoever wrote it."""

    by: str | None
    texts: tuple[str, ...]


def signed(comment: str) -> Signed | None:
    """Return what a waiver in a comment holds of its writer's own; of one that cannot be read all, of other comments `None`."""
    if not _MEANT.match(comment):
        return None
    read = _fields(comment)
    if read is None:
        return Signed(None, (comment,))
    until = read.get("until", "")
    # What is no rule and no day is quoted only as far as its faults say it.
    odd = (read["rule"][:RULE_SHOWN], read["rule"], until[:DAY_SHOWN], until)
    return Signed(named(read.get("by")), (read["reason"], *(one for one in odd if not _PLAIN.match(one))))


def named(by: str | None) -> str | None:
    """Return who signs, unless that is nobody."""
    return by if by and _names_somebody(by) else None


def _below(lines: list[str]) -> list[int]:
    """Return for every line that is a comment the first one under it that is none, for every other line 0.

    Counted upwards, each line once: thousands of comments may stand in one block.
    """
    found = [0] * len(lines)
    under = len(lines) + 1
    for number in range(len(lines), 0, -1):
        if lines[number - 1].lstrip().startswith("#"):
            found[number - 1] = under
        else:
            under = number
    return found


def examined(waiver: Waiver, readable: bool, today: date, known: frozenset[str]) -> Waiver:
    """Return a waiver with what is wrong with it, if anything: unreadable, without reason, of no rule, or past."""
    faults = _faults(waiver, readable, today, known)
    if not faults:
        return waiver
    # One that can be read and has only ended is told what to do about that.
    kind = next((one for one, _ in faults if one == _UNREADABLE), faults[0][0])
    return Waiver(
        waiver.rule, waiver.path, waiver.reason, waiver.by, waiver.until, waiver.file, waiver.line, waiver.column,
        False, AND.join(told for _, told in faults), kind, waiver.next_line,
    )  # fmt: skip


def _faults(waiver: Waiver, readable: bool, today: date, known: frozenset[str]) -> list[tuple[str, str]]:
    """Return everything that is wrong with a waiver, so that whoever mends one fault does not meet the next a run later."""
    if not readable:
        return [(_UNREADABLE, "it is not written as `accept[rule] until 2026-12-31 by NAME -- reason`")]
    found: list[tuple[str, str]] = []
    if waiver.rule not in known:
        found.append((_UNREADABLE, f"there is no rule `{waiver.rule[:RULE_SHOWN]}`"))
    if not says_why(waiver.reason):
        where = "after ` -- `" if waiver.path is None else "as `reason:`"
        found.append((_UNREADABLE, f"it gives no reason; write one {where}"))
    if waiver.by is not None and not _names_somebody(waiver.by):
        where = "behind `by`" if waiver.path is None else "as `by:`"
        found.append((_UNREADABLE, f"it names nobody {where}"))
    if waiver.until is not None:
        until = _day(waiver.until) if DATE.match(waiver.until) else None
        if until is None:
            found.append((_UNREADABLE, f"its date `{waiver.until[:DAY_SHOWN]}` is no day; write it as 2026-12-31"))
        elif until < today:
            found.append(("waiver-expired", f"it ended on {waiver.until}"))
    return found


def _names_somebody(text: str) -> bool:
    """Whether a text can be a name; not read like a reason, since people are called An and No."""
    return any(one.isalnum() for one in text) and text.strip(" .").casefold() not in _NOBODY


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def weighty(waiver: Waiver, basis: str, severity: Severity) -> str | None:
    """Return why a waiver is too light for a statute's rule at high or above, or `None`."""
    if basis != "statute" or severity.rank > Severity.HIGH.rank:
        return None
    found = []
    if not waiver.by or not waiver.until:
        found.append("a rule of law at high or above needs a name and an expiry date")
    if waiver.path is None:
        found.append(
            "a rule of law at high or above is accepted in fairaudit.yaml, never in a document to be published"
        )
    return AND.join(found) or None


class BuiltIn(Frozen):
    """A rule that fairaudit itself brings: about what it was given, not about the tender's fairness."""

    id: str
    title: str
    severity: Severity
    message: str
    why: str
    fix: str
    ask: str
    fix_in_settings: str = ""
    """What to do where it stands in `fairaudit.yaml`, if that is something else."""


BUILT_IN = (
    BuiltIn(
        "waiver-expired", "A waiver has expired", Severity.MEDIUM,
        "The waiver of {rule} does not hold: {trouble}.",
        "What was accepted until a day is no longer accepted after it; its findings count again.",
        "Mend what the waiver covered, or have it accepted again with a new date.",
        "Please say whether this is still accepted, by whom and until when.",
        "Mend what the waiver covered, or have it accepted again and set a new `until:` in its entry under `waivers:`.",
    ),
    BuiltIn(
        "waiver-unreadable", "A waiver cannot be read", Severity.MEDIUM,
        "The waiver of {rule} does not hold: {trouble}.",
        "A waiver that cannot be read may have been meant to hide something or to explain it; neither happens.",
        "Write `accept[rule] until 2026-12-31 by NAME -- reason`, with the rule's name as the report gives it.",
        "Please say what was accepted here, by whom and why.",
        "Mend its entry under `waivers:`: `{rule: RULE, path: PATH, reason: WHY, by: NAME, until: 2026-12-31}`, with the "
        "rule's name and the path as the report gives them.",
    ),
    BuiltIn(
        "waiver-unused", "A waiver covers nothing", Severity.LOW,
        "The waiver of {rule} covers no finding.",
        "A waiver left behind will silently cover the next mistake at this place.",
        "Delete the waiver, or move it to the line above what it is about.",
        "Please say what this acceptance is about.",
        "Delete its entry under `waivers:`, or give the path of what it is about as the report has it.",
    ),
)  # fmt: skip
"""Findings about waivers; their pack is `fairaudit`."""
